"""A block of Markdown lines → the paragraphs and headings of the model."""

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from briefing_tui.markdown.blocks import MarkdownBlock, is_blank, starts_block
from briefing_tui.markdown.inline import DEEPEST, Inline, collapse_blanks, inline, markdown, normal_marks
from briefing_tui.model.briefing import Mark, Paragraph, ParagraphKind

if TYPE_CHECKING:
    from markdown_it.token import Token

MOST_LINES = 20_000
"""A block of more lines than this, other than plain text, is shown as written: parsing it takes a hundred times its size."""
BREAK = "* * *"
"""How a thematic break shows."""
_ALIGNED = {"text-align:left": "l", "text-align:center": "c", "text-align:right": "r"}
_ITEM = re.compile(r"([-+*]|(\d{1,9})([.)])) {1,4}(?=\S)")


class Heading(Struct):
    """A heading found in a block: its level, its source and its lines (from 0, the end exclusive)."""

    level: int
    source: str
    line: int
    end: int


Env = dict[str, Any]


def heading(line: str, at: int) -> Heading:
    """An ATX heading's level and its words."""
    level = len(line) - len(line.lstrip("#"))
    body = line[level:].strip(" \t")
    bare = body.rstrip("#")
    body = bare if not bare or bare[-1] in " \t" else body
    return Heading(level, body.strip(), at, at + 1)


def read_block(block: MarkdownBlock, lines: Sequence[str], env: Env) -> Iterator[Paragraph | Heading]:
    """What a block holds, in order. Comments hold nothing."""
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


def collect_references(block: MarkdownBlock, lines: Sequence[str], env: Env) -> None:
    """Put the link reference definitions of a block into the environment; the first of a label counts."""
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
    """The lines of a paragraph with their ends kept: a backslash before one is a hard break."""
    return "\n".join(line.strip(" \t") for line in source)


def _fence(block: MarkdownBlock, lines: Sequence[str]) -> Paragraph:
    opening = lines[block.start]
    char = opening[0]
    length = len(opening) - len(opening.lstrip(char))
    last = lines[block.end - 1].strip(" \t")
    is_closed = block.end - block.start > 1 and len(last) >= length and not last.strip(char) and bool(last)
    body = lines[block.start + 1 : block.end - is_closed]
    return Paragraph(_code("".join(f"{line}\n" for line in body)), "code", info=opening[length:].strip())


def _code(content: str) -> str:
    """A code block's lines, those that are blank at its end dropped."""
    lines = content.split("\n")
    while lines and is_blank(lines[-1]):
        lines.pop()
    return "\n".join(lines)


def _quick_list(source: Sequence[str], env: Env) -> list[Paragraph]:
    """The items of a flat list of plain lines, or nothing where it takes a parser."""
    first = _ITEM.match(source[0])
    if not first:
        return []
    sign = first[3] or first[1]
    number = int(first[2]) if first[2] else None
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
                return []
            items.append([content])
        elif was_blank or not items or starts_block(line):
            return []
        else:
            items[-1].append(line)
        was_blank = False
    return [_item(item, None if number is None else number + index, env) for index, item in enumerate(items)]


def _item(source: list[str], number: int | None, env: Env) -> Paragraph:
    text, marks = inline(_joined(source).strip(), env)
    return Paragraph(text, "item", marks, 1, number)


def _quick_quote(source: Sequence[str], env: Env) -> list[Paragraph]:
    """The paragraphs of a block quote of plain lines, or nothing where it takes a parser."""
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
    made = (inline(_joined(part).strip(), env) for part in parts if part)
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
    """Reads block tokens of markdown-it into paragraphs; `env` has the references, `first_line` is where the source starts."""

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
        """Every paragraph and top-level heading of the tokens, in order."""
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
                yield Paragraph(_code(token.content), "code", (), len(self.numbers), None, token.info.strip())
            elif kind == "code_block":
                yield Paragraph(_code(token.content), "code", (), len(self.numbers))
            elif kind == "hr":
                yield self.paragraph((BREAK, ()), "quote" if self.quotes else "paragraph")
            elif kind == "tr_open":
                self.rows.append([])
            elif kind == "th_open":
                self.aligned += _ALIGNED.get(str(token.attrs.get("style", "")), "-")
            elif kind == "table_close":
                yield self.table()

    def inline(self, token: "Token") -> Iterator[Paragraph | Heading]:
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
        number = self.numbers[-1] if kind == "item" else None
        return Paragraph(made[0], kind, made[1], len(self.numbers), number)

    def table(self) -> Paragraph:
        marks: list[Mark] = []
        lines: list[str] = []
        at = 0
        for row in self.rows:
            cells = []
            for text, found in row:
                marks += [Mark(at + mark.start, at + mark.end, mark.kind, mark.href) for mark in found]
                cells.append(text)
                at += len(text) + 1
            lines.append("\t".join(cells))
        aligned = self.aligned if self.aligned.strip("-") else ""
        self.rows, self.aligned = [], ""
        return Paragraph("\n".join(lines), "table", tuple(marks), len(self.numbers), None, aligned)
