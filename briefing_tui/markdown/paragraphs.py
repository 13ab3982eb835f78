"""Read a block of Markdown lines as paragraphs and headings of the model."""

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from briefing_tui.markdown.blocks import MarkdownBlock, is_blank, starts_block
from briefing_tui.markdown.inline import DEEPEST, Inline, collapse_blanks, inline, markdown, needs_parser, normal_marks
from briefing_tui.model.briefing import Mark, Paragraph, ParagraphKind

if TYPE_CHECKING:
    from markdown_it.token import Token

MOST_LINES = 20_000
"""The most lines of a block, plain text apart, that are parsed; parsing takes a hundred times its size in memory."""
BREAK = "* * *"
"""The text that a thematic break is shown as."""
_ALIGNED = {"text-align:left": "l", "text-align:center": "c", "text-align:right": "r"}
_ITEM = re.compile(r"([-+*]|(\d{1,9})([.)])) {1,4}(?=\S)")


class Heading(Struct):
    """A heading in a block.

    `source` is its inline Markdown; `line` and `end` are its lines (from 0, the end exclusive).
    """

    level: int
    source: str
    line: int
    end: int


Env = dict[str, Any]


def heading(line: str, at: int) -> Heading:
    """Read an ATX heading's level and words."""
    level = len(line) - len(line.lstrip("#"))
    body = line[level:].strip(" \t")
    bare = body.rstrip("#")
    body = bare if not bare or bare[-1] in " \t" else body
    return Heading(level, body.strip(), at, at + 1)


def read_block(block: MarkdownBlock, lines: Sequence[str], env: Env) -> Iterator[Paragraph | Heading]:
    """Yield what a block holds, in order; comments hold nothing."""
    if block.kind == "text":
        yield from _text(lines[block.start : block.end], env)
    elif block.kind == "heading":
        yield heading(lines[block.start], block.start)
    elif block.kind == "fence":
        yield _fence(block, lines)
    elif block.kind == "other":
        source = lines[block.start : block.end]
        quick = _quick_list(source, env) or _quick_quote(source, env)
        yield from quick or _parsed(source, block.start, env)


def block_needs_parser(block: MarkdownBlock, lines: Sequence[str]) -> bool:
    """Say whether reading a block needs markdown-it-py.

    The document has no link reference definitions.
    """
    source = lines[block.start : block.end]
    if block.kind == "heading":
        return needs_parser(source[0])
    if block.kind == "text":
        return needs_parser(_joined(source))
    if block.kind == "other":
        parts = _list_items(source)[1] or _quote_parts(source)
        return not parts or any(needs_parser(_joined(part)) for part in parts)
    return False


def collect_references(block: MarkdownBlock, lines: Sequence[str], env: Env) -> None:
    """Add a block's link reference definitions to the environment; the first with a label counts."""
    source = "\n".join(lines[block.start : block.end])
    if "]:" in source and block.end - block.start <= MOST_LINES:
        parser = markdown()
        parser.block.parse(source + "\n", parser, env, [])


def _text(source: Sequence[str], env: Env) -> Iterator[Paragraph]:
    joined = source[0] if len(source) == 1 else _joined(source)
    text, marks = inline(joined.strip(), env)
    if text:
        yield Paragraph(text, "paragraph", marks)


def _joined(source: Sequence[str]) -> str:
    """Join a paragraph's lines, keeping line ends: a backslash before one is a hard break."""
    return "\n".join(line.strip(" \t") for line in source)


def _fence(block: MarkdownBlock, lines: Sequence[str]) -> Paragraph:
    opening = lines[block.start]
    char = opening[0]
    length = len(opening) - len(opening.lstrip(char))
    last = lines[block.end - 1].strip(" \t")
    is_closed = block.end - block.start > 1 and len(last) >= length and not last.strip(char) and bool(last)
    body = lines[block.start + 1 : block.end - is_closed]
    return Paragraph(code_text("".join(f"{line}\n" for line in body)), "code", info=opening[length:].strip())


def code_text(content: str) -> str:
    """Return a code block's text without the blank lines at its end."""
    lines = content.split("\n")
    while lines and is_blank(lines[-1]):
        lines.pop()
    return "\n".join(lines)


def _list_items(source: Sequence[str]) -> tuple[int | None, list[list[str]]]:
    """Return the first number of a flat list of plain lines, and each item's lines.

    There are no items if the list needs a parser.
    """
    nothing: tuple[None, list[list[str]]] = None, []
    first = _ITEM.match(source[0])
    if not first:
        return nothing
    sign = first[3] or first[1]
    items: list[list[str]] = []
    was_blank = False
    for line in source:
        if is_blank(line):
            was_blank = True
            continue
        match = _ITEM.match(line)
        if match and (match[3] or match[1]) == sign:
            content = line[match.end() :]
            if starts_block(content):
                return nothing
            items.append([content])
        elif was_blank or not items or starts_block(line):
            return nothing
        else:
            items[-1].append(line)
        was_blank = False
    return int(first[2]) if first[2] else None, items


def _quick_list(source: Sequence[str], env: Env) -> list[Paragraph]:
    """Read a flat list of plain lines; nothing if it needs a parser."""
    number, items = _list_items(source)
    return [_item(item, None if number is None else number + index, env) for index, item in enumerate(items)]


def _item(source: list[str], number: int | None, env: Env) -> Paragraph:
    text, marks = inline(_joined(source).strip(), env)
    return Paragraph(text, "item", marks, 1, number)


def _quote_parts(source: Sequence[str]) -> list[list[str]]:
    """Return the lines of each paragraph of a block quote.

    There are none if it needs a parser.
    """
    parts: list[list[str]] = [[]]
    for line in source:
        if not line.startswith(">"):
            return []
        content = line[2:] if line[1:2] == " " else line[1:]
        if is_blank(content):
            parts.append([])
        elif content[0] in " \t" or starts_block(content):
            return []
        else:
            parts[-1].append(content)
    return [part for part in parts if part]


def _quick_quote(source: Sequence[str], env: Env) -> list[Paragraph]:
    """Read a block quote of plain lines; nothing if it needs a parser."""
    made = (inline(_joined(part).strip(), env) for part in _quote_parts(source))
    return [Paragraph(text, "quote", marks) for text, marks in made if text]


def _parsed(source: Sequence[str], first_line: int, env: Env) -> Iterator[Paragraph | Heading]:
    parser = markdown()
    tokens: list[Token] = []
    if len(source) <= MOST_LINES:
        parser.block.parse("\n".join(source) + "\n", parser, env, tokens)
    if len(source) > MOST_LINES or any(token.level >= DEEPEST - 2 for token in tokens):
        yield from (Paragraph(text) for line in source if (text := collapse_blanks(line)))
        return
    yield from Walk(env, first_line).read(tokens)


class Walk:
    """A walk through block tokens of markdown-it that turns them into paragraphs.

    `env` holds the link reference definitions, and `first_line` is the line at which the source starts.
    """

    def __init__(self, env: Env, first_line: int = 0) -> None:
        self.env, self.first_line = env, first_line
        self.numbers: list[int | None] = []
        self.quotes = 0
        self.opens_item = False
        self.level = 0
        self.line = self.end = 0
        self.rows: list[list[Inline]] = []
        self.aligned = ""

    def read(self, tokens: "Sequence[Token]") -> Iterator[Paragraph | Heading]:
        """Yield every paragraph and top-level heading of the tokens, in order."""
        for token in tokens:
            kind = token.type
            if self.opens_item and kind not in ("paragraph_open", "heading_open", "inline"):
                self.opens_item = False
                yield self.paragraph(("", ()), "item")
            if kind == "inline":
                yield from self.inline(token)
            elif kind == "list_item_open":
                self.opens_item = True
            elif kind == "list_item_close":
                self.numbers[-1] = None if self.numbers[-1] is None else self.numbers[-1] + 1
            elif kind == "bullet_list_open":
                self.numbers.append(None)
            elif kind == "ordered_list_open":
                self.numbers.append(int(token.attrs.get("start", 1)))
            elif kind.endswith("list_close"):
                self.numbers.pop()
            elif kind == "blockquote_open":
                self.quotes += 1
            elif kind == "blockquote_close":
                self.quotes -= 1
            elif kind == "heading_open":
                start, end = token.map or (0, 1)
                self.level, self.line, self.end = int(token.tag[1]), self.first_line + start, self.first_line + end
            elif kind == "fence":
                yield Paragraph(code_text(token.content), "code", (), len(self.numbers), None, token.info.strip())
            elif kind == "code_block":
                yield Paragraph(code_text(token.content), "code", (), len(self.numbers))
            elif kind == "hr":
                yield self.paragraph((BREAK, ()), "quote" if self.quotes else "paragraph")
            elif kind == "tr_open":
                self.rows.append([])
            elif kind == "th_open":
                self.aligned += _ALIGNED.get(str(token.attrs.get("style", "")), "-")
            elif kind == "table_close":
                yield self.table()

    def inline(self, token: "Token") -> Iterator[Paragraph | Heading]:
        """Yield an inline token's paragraph or heading.

        In a table, it is added to the current row instead.
        """
        if self.level and not self.numbers and not self.quotes:
            yield Heading(self.level, token.content, self.line, self.end)
            self.level = 0
            return
        made = inline(token.content, self.env)
        if self.rows:
            self.rows[-1].append(made)
            return
        if self.level:
            made = normal_marks(made[0], (*made[1], Mark(0, len(made[0]), "strong")))
            self.level = 0
        kind: ParagraphKind = "item" if self.opens_item else "quote" if self.quotes else "paragraph"
        self.opens_item = False
        if made[0] or kind == "item":
            yield self.paragraph(made, kind)

    def paragraph(self, made: Inline, kind: ParagraphKind) -> Paragraph:
        """Make a paragraph at the current depth."""
        number = self.numbers[-1] if kind == "item" else None
        return Paragraph(made[0], kind, made[1], len(self.numbers), number)

    def table(self) -> Paragraph:
        """Make a table of the rows that were read."""
        from briefing_tui.markdown.tables import joined  # few files have a table

        aligned = self.aligned if self.aligned.strip("-") else ""
        table = joined(self.rows, len(self.numbers), aligned)
        self.rows, self.aligned = [], ""
        return table
