"""Print an article's sections as plain text, with pictures and a digest's quotes."""

from briefing_tui.model.briefing import Briefing, Image, Paragraph, Quote, Section
from briefing_tui.presentation.sections import section_heading
from briefing_tui.presentation.speakers import speaker
from briefing_tui.text.cells import cell_width, pad
from briefing_tui.text.wrapping import wrap

_DIGEST = "A digest in the editor's words; what stands behind a bar is the article's own."
_BAR = "  │ "
_GAP = "  "
_TAB = 4
_Between = dict[tuple[str, int], list[str]]


def article(briefing: Briefing, width: int) -> list[str]:
    """Return the lines of every section; `width` is in cells."""
    lines = ["", *wrap(_DIGEST, width)] if briefing.article == "digest" and briefing.sections else []
    between = _between(briefing)
    for section in briefing.sections:
        lines += ["", *_section(section, between, width)]
    return lines


def _section(section: Section, between: _Between, width: int) -> list[str]:
    sign = "§" * max(section.level - 2, 1)
    lines = wrap(section_heading(section), width, f"{sign} ", " " * (len(sign) + 1))
    before: Paragraph | None = None
    for index, paragraph in enumerate((None, *section.paragraphs), -1):
        if paragraph:
            lines += [*([] if before and before.kind == paragraph.kind == "item" else [""]), *_block(paragraph, width)]
        inserted = between.get((section.id, index), ())
        for text in inserted:
            lines += ["", *wrap(text, width, _BAR)]
        before = None if inserted else paragraph
    return lines


def _between(briefing: Briefing) -> _Between:
    """Return the images and a digest's quotes by the paragraph that they follow; those without a place follow the last one."""
    last = {section.id: len(section.paragraphs) - 1 for section in briefing.sections}
    between: _Between = {}

    def insert(item: Image | Quote, text: str) -> None:
        if item.section in last:
            end = last[item.section]
            between.setdefault((item.section, end if item.after is None else min(item.after, end)), []).append(text)

    for image in briefing.images:
        insert(image, f"[Image] {' — '.join(part for part in (image.caption or image.alt, image.credit) if part)}")
    for quote in briefing.quotes if briefing.article == "digest" else ():
        insert(quote, f"“{' … '.join(quote.parts)}” — {speaker(briefing, quote)}")
    return between


def _block(paragraph: Paragraph, width: int) -> list[str]:
    if paragraph.kind == "code":
        return [f"    {line.expandtabs(_TAB)}".rstrip() for line in paragraph.text.split("\n")]
    if paragraph.kind == "table":
        return _table([row.split("\t") for row in paragraph.text.split("\n")], width)
    if paragraph.kind == "quote":
        return wrap(paragraph.text, width, "  > ")
    if paragraph.kind == "item":
        bullet = "•" if paragraph.number is None else f"{paragraph.number}."
        first = f"{'   ' * (max(paragraph.depth, 1) - 1)} {bullet} "
        return wrap(paragraph.text, width, first, " " * cell_width(first)) or [first.rstrip()]
    return wrap(paragraph.text, width, "   " * paragraph.depth)


def _table(rows: list[list[str]], width: int) -> list[str]:
    """Set a table in columns if they fit, else each row as a list of `heading: cell`."""
    columns = max(len(row) for row in rows)
    rows = [[cell.strip() for cell in row] + [""] * (columns - len(row)) for row in rows]
    sizes = [max(cell_width(row[column]) for row in rows) for column in range(columns)]
    if sum(sizes) + len(_GAP) * (columns - 1) > width:
        return _table_as_list(rows, width)
    lines = [_GAP.join(pad(cell, size) for cell, size in zip(row, sizes, strict=True)).rstrip() for row in rows]
    return [lines[0], _GAP.join("-" * size for size in sizes), *lines[1:]]


def _table_as_list(rows: list[list[str]], width: int) -> list[str]:
    headings, *body = rows
    lines: list[str] = []
    for row in body or [[""] * len(headings)]:
        lines += [""] if lines else []
        for heading, cell in zip(headings, row, strict=True):
            lines += wrap(f"{heading}: {cell}" if heading else cell, width, "", "    ")
    return lines
