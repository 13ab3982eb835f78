"""Tables: rows, cells and marks of the model, and their Markdown."""

from collections.abc import Sequence

from briefing_tui.markdown.escaping import writable_marks, write_marks
from briefing_tui.markdown.inline import Inline, inline
from briefing_tui.model.briefing import Mark, Paragraph

_RULES = {"-": "---", "l": ":---", "c": ":---:", "r": "---:"}


def cells(paragraph: Paragraph) -> list[list[Inline]]:
    """Split a table into rows of cells, each with its own marks."""
    rows: list[list[Inline]] = []
    at = 0
    for line in paragraph.text.split("\n"):
        row: list[Inline] = []
        for cell in line.split("\t"):
            end = at + len(cell)
            found = (mark for mark in paragraph.marks if mark.start < end and mark.end > at)
            row.append((cell, tuple(Mark(max(m.start, at) - at, min(m.end, end) - at, m.kind, m.href) for m in found)))
            at = end + 1
        rows.append(row)
    return rows


def joined(rows: Sequence[Sequence[Inline]], depth: int, info: str) -> Paragraph:
    """Make a table of rows of cells."""
    marks: list[Mark] = []
    lines: list[str] = []
    at = 0
    for row in rows:
        for text, found in row:
            marks += [Mark(at + mark.start, at + mark.end, mark.kind, mark.href) for mark in found]
            at += len(text) + 1
        lines.append("\t".join(text for text, _ in row))
    return Paragraph("\n".join(lines), "table", tuple(marks), depth, None, info)


def normal_table(paragraph: Paragraph) -> Paragraph:
    """Bring a table into normal form.

    Every row gets as many cells as the first, and cells keep only marks that Markdown can hold in them.
    """
    from briefing_tui.markdown.inline import clean

    rows = cells(paragraph)
    width = len(rows[0])
    made = [[_normal_cell(clean(text), text, marks) for text, marks in (*row, *([("", ())] * width))[:width]] for row in rows]
    aligned = "".join(char if char in _RULES else "-" for char in paragraph.info)[:width].ljust(width, "-")
    return joined(made, paragraph.depth, aligned if aligned.strip("-") else "")


def _normal_cell(text: str, written: str, marks: Sequence[Mark]) -> Inline:
    return writable_marks(text, marks, cell_source) if text == written else (text, ())


def cell_source(text: str, marks: Sequence[Mark]) -> str:
    """Write a cell as Markdown, before its bars are escaped.

    Marks are left out if the bars would not survive.
    """
    made = write_marks(text, marks)
    return made if inline(made.replace("|", "\\|").replace("\\|", "|")) == (text, tuple(marks)) else write_marks(text, ())


def table_lines(paragraph: Paragraph) -> list[str]:
    """Write a table's rows, with the rule below the first."""
    rows = cells(paragraph)
    lines = [_row([cell_source(*cell).replace("|", "\\|") for cell in row]) for row in rows]
    aligned = paragraph.info.ljust(len(rows[0]), "-")
    return [lines[0], _row([_RULES[char] for char in aligned]), *lines[1:]]


def _row(sources: Sequence[str]) -> str:
    return f"| {' | '.join(sources)} |"
