"""Write paragraphs of the model as Markdown lines that read back as the same."""

from collections.abc import Sequence

from msgspec import Struct, field

from briefing_tui.markdown.escaping import escape, escape_start, write_marks
from briefing_tui.markdown.tables import table_lines
from briefing_tui.model.briefing import Paragraph


class _List(Struct):
    """An open list: its sign, its last item's number, and the indentation of its items' text."""

    sign: str
    number: int | None
    width: int


class _Prose(Struct):
    lines: list[str] = field(default_factory=list)
    lists: list[_List] = field(default_factory=list)
    last: Paragraph | None = None

    def add(self, paragraph: Paragraph) -> None:
        if paragraph.kind == "item":
            self.item(paragraph)
        else:
            self.block(paragraph)
        self.last = paragraph

    def indent(self) -> str:
        return " " * sum(one.width for one in self.lists)

    def item(self, paragraph: Paragraph) -> None:
        depth, number = paragraph.depth, paragraph.number
        before = self.lists[depth - 1] if len(self.lists) >= depth else None
        del self.lists[depth - 1 :]
        is_sibling = before is not None and (
            number is None if before.number is None else number is not None and number == before.number + 1
        )
        sign = before.sign if before and is_sibling else self.other_sign(before, number)
        marker = sign if number is None else f"{number}{sign}"
        line = f"{self.indent()}{marker} {escape_start(write_marks(paragraph.text, paragraph.marks))}".rstrip(" ")
        is_first_in_empty = self.last is not None and self.opens_empty(self.last)
        is_nested = before is None
        is_tight = bool(paragraph.text) and (is_sibling or (is_nested and number is None))
        if self.lines and not is_first_in_empty and not (is_tight and self.last and self.last.kind == "item"):
            self.lines.append("")
        self.lines.append(line)
        self.lists.append(_List(sign, number, len(marker) + 1))

    def opens_empty(self, last: Paragraph) -> bool:
        """Say whether the next block is the first content of an item without words."""
        return last.kind == "item" and not last.text and len(self.lists) >= last.depth

    def other_sign(self, before: _List | None, number: int | None) -> str:
        """Return a list sign that starts a new list after one that ends here."""
        first, second = ("-", "*") if number is None else (".", ")")
        return second if before is not None and before.sign == first else first

    def block(self, paragraph: Paragraph) -> None:
        del self.lists[paragraph.depth :]
        indent = self.indent()
        last = self.last
        is_same_quote = last is not None and last.kind == paragraph.kind == "quote" and last.depth == paragraph.depth
        if is_same_quote:
            self.lines.append(f"{indent}>")
        elif self.lines and not (last and self.opens_empty(last) and last.depth == paragraph.depth):
            self.lines.append("")
        self.lines += [f"{indent}{line}".rstrip(" ") if not line else f"{indent}{line}" for line in _block_lines(paragraph)]


def _block_lines(paragraph: Paragraph) -> list[str]:
    if paragraph.kind == "code":
        return code_lines(paragraph.text, paragraph.info)
    if paragraph.kind == "table":
        return table_lines(paragraph)
    line = escape_start(write_marks(paragraph.text, paragraph.marks))
    return [f"> {line}" if paragraph.kind == "quote" else line]


def code_lines(text: str, info: str) -> list[str]:
    """Write a fenced code block; the fence is longer than any in the text."""
    char = "~" if "`" in info else "`"
    fence = char * 3
    while fence in text:
        fence += char
    gap = " " if info.startswith(char) else ""
    return [f"{fence}{gap}{info}", *(text.split("\n") if text else []), fence]


def prose_lines(paragraphs: Sequence[Paragraph]) -> list[str]:
    """Write an article's paragraphs as lines, with a blank line between blocks."""
    prose = _Prose()
    for paragraph in paragraphs:
        prose.add(paragraph)
    return prose.lines


def heading_line(level: int, words: str) -> str:
    """Write an ATX heading; a number sign at its end is escaped."""
    made = escape(words, brackets=False)
    bare = made.rstrip("#")
    if bare != made:
        made = f"{bare}\\{made[len(bare) :]}"
    return f"{'#' * level} {made}".rstrip(" ")
