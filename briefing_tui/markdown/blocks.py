"""Split Markdown into top-level blocks in one linear pass.

A block ends only where CommonMark is certain to be at the top level again: at a heading, fence or comment at the left margin,
after a closed fence, or at a line at the left margin after a blank one. So each block can be parsed alone, and plain ones
without a parser. Where a fence may or may not be inside a list item, the parser decides.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Literal

from msgspec import Struct

BlockKind = Literal["heading", "comment", "text", "fence", "other"]


class MarkdownBlock(Struct):
    """A top-level block: lines `start` to `end` (exclusive, from 0) of a file.

    A block of kind `text` is a paragraph of plain lines, `other` is any other Markdown.
    """

    kind: BlockKind
    start: int
    end: int


_HEADING = re.compile(r"#{1,6}(?:[ \t]|$)")
_FENCE = re.compile(r" {0,3}(?:(`{3,})[^`]*|(~{3,}).*)$")
_LIST = re.compile(r" {0,3}(?:[-+*]|\d{1,9}[.)])(?:[ \t]|$)")
_NUMBER = re.compile(r"\d{1,9}[.)](?:[ \t]|$)")
_STARTS = frozenset("#>-+*_`~|=:")


def is_blank(line: str) -> bool:
    """Say whether CommonMark treats the line as blank."""
    return not line or not line.strip(" \t")


def starts_block(line: str) -> bool:
    """Say whether a line may start a block other than a paragraph.

    That includes lines that turn the paragraph above them into something else.
    """
    char = line[0]
    if char.isalpha():
        return False
    if char in " \t":
        line = line.lstrip(" \t")
        if not line:
            return False
        char = line[0]
    if char in _STARTS:
        return True
    if char == "[":
        return "]:" in line
    return char.isdigit() and _NUMBER.match(line) is not None


class _Scanner:
    def __init__(self, lines: Sequence[str], end: int) -> None:
        self.lines, self.end = lines, end
        self.closing = (-1, -1, -1)

    def comment_end(self, at: int) -> int | None:
        """Return the line after the comment that starts at a line.

        None if there is no comment, or if other text is on its lines.
        """
        first = self.lines[at]
        if not first.startswith("<!--"):
            return None
        if (where := first.find("-->", 4)) >= 0:
            return at + 1 if is_blank(first[where + 3 :]) else None
        line, where = self.next_closing(at + 1)
        return line + 1 if line < self.end and is_blank(self.lines[line][where + 3 :]) else None

    def next_closing(self, at: int) -> tuple[int, int]:
        """Return the first line from here that holds `-->`, and its column.

        It is cached, so that the whole search stays linear.
        """
        since, line, where = self.closing
        if not since <= at <= line:
            line, where = at, -1
            while line < self.end and (where := self.lines[line].find("-->")) < 0:
                line += 1
            self.closing = (at, line, where)
        return line, where

    def is_boundary(self, at: int) -> bool:
        """Say whether a line at the left margin starts a top-level block whatever is above it, fences apart."""
        line = self.lines[at]
        char = line[0]
        if char == "#":
            return _HEADING.match(line) is not None
        if char in "`~":
            return _FENCE.match(line) is not None
        return char == "<" and self.comment_end(at) is not None

    def fence_end(self, at: int, limit: int) -> int:
        """Return the line after the fence that opens at a line; an unclosed one ends at the limit."""
        marker = self.lines[at].lstrip(" ")
        char = marker[0]
        length = len(marker) - len(marker.lstrip(char))
        for line in range(at + 1, limit):
            closing = self.lines[line]
            if char in closing:
                stripped = closing.rstrip(" \t")
                inner = stripped.lstrip(" ")
                if len(stripped) - len(inner) <= 3 and len(inner) >= length and not inner.strip(char):
                    return line + 1
        return limit

    def blocks(self, at: int) -> Iterator[MarkdownBlock]:
        lines, end = self.lines, self.end
        while at < end:
            line = lines[at]
            if is_blank(line):
                at += 1
                continue
            block = self.block(at, line)
            yield block
            at = block.end

    def block(self, at: int, line: str) -> MarkdownBlock:
        char = line[0]
        if char == "#" and _HEADING.match(line):
            return MarkdownBlock("heading", at, at + 1)
        if char == "<" and (after := self.comment_end(at)):
            return MarkdownBlock("comment", at, after)
        if char in "`~" and _FENCE.match(line):
            return MarkdownBlock("fence", at, self.fence_end(at, self.end))
        return self.run(at, line)

    def run(self, start: int, line: str) -> MarkdownBlock:
        """Read a paragraph of plain lines, or a run of lines that must be parsed together."""
        lines, end = self.lines, self.end
        simple = not line.startswith((" ", "\t")) and not starts_block(line)
        at = start + 1
        while at < end:
            line = lines[at]
            if is_blank(line):
                break
            char = line[0]
            if not char.isalpha() and (char not in "#`~<" or not self.is_boundary(at)):
                simple = simple and not starts_block(line)
            elif not char.isalpha():
                break
            at += 1
        return MarkdownBlock("text", start, at) if simple else self.complex_run(start, at)

    def complex_run(self, start: int, at: int) -> MarkdownBlock:
        """Extend a run that is not plain to the next certain boundary after `at`."""
        lines, end, known = self.lines, self.end, start  # at `known` no fence is open
        is_list = _holds_list(lines, start, at)
        dubious = _dubious(lines, start, at)
        while True:
            stop = at
            while at < end and is_blank(lines[at]):
                at += 1
            if at >= end:
                return MarkdownBlock("other", start, stop)
            line = lines[at]
            sure = line[0] not in " \t" and (stop == at or not is_list or not _LIST.match(line))
            if dubious and line[0] not in " \t":
                if (opening := self.open_fence(known, stop)) is not None:
                    return MarkdownBlock("other", start, self.fence_end(opening, end))
                dubious, known = False, at  # A fence in a list item ends before a line at the left margin.
            if sure:
                return MarkdownBlock("other", start, stop)
            before = at
            at += 1
            while at < end and not is_blank(lines[at]) and not (lines[at][0] in "#`~<" and self.is_boundary(at)):
                at += 1
            dubious = dubious or _dubious(lines, before, at)
            is_list = is_list or _holds_list(lines, before, at)

    def open_fence(self, start: int, stop: int) -> int | None:
        """Return the line of the top-level fence that is still open at `stop`, according to the parser."""
        from briefing_tui.markdown.inline import markdown

        parser = markdown()
        tokens: list[object] = []
        parser.block.parse("\n".join(self.lines[start:stop]) + "\n", parser, {}, tokens)  # type: ignore[arg-type]
        last = tokens[-1] if tokens else None
        if getattr(last, "type", "") != "fence" or getattr(last, "level", 1) != 0:
            return None
        opening = start + getattr(last, "map")[0]  # noqa: B009
        return opening if self.fence_end(opening, stop + 1) > stop else None


def _dubious(lines: Sequence[str], start: int, end: int) -> bool:
    """Say whether an indented fence may be open at the end of these lines."""
    return any(lines[at][0] == " " and _FENCE.match(lines[at]) for at in range(start, end) if lines[at])


def _holds_list(lines: Sequence[str], start: int, end: int) -> bool:
    return any(_LIST.match(lines[at]) for at in range(start, end))


def blocks(lines: Sequence[str], start: int, end: int) -> Iterator[MarkdownBlock]:
    """Yield the top-level blocks of lines `start` to `end`, in order.

    Blank lines belong to none.
    """
    return _Scanner(lines, end).blocks(start)
