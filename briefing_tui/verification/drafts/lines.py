"""Divide the lines of a draft in Markdown or plain text into blocks."""

import re
from collections.abc import Iterator
from itertools import pairwise

from msgspec import Struct

from briefing_tui.verification.drafts.passages import PassageKind

_FENCE = re.compile(r" {0,3}(```|~~~)")
_HEADING = re.compile(r" {0,3}#{1,6}(?=[ \t]|$)[ \t]*")
_UNDERLINE = re.compile(r" {0,3}(?:={2,}|-{2,})[ \t]*$")
_RULE = re.compile(r" {0,3}([-*_])[ \t]*(?:\1[ \t]*){2,}$")
_QUOTED = re.compile(r"[ \t]{0,3}>[ \t]?")
_ITEM = re.compile(r"[ \t]{0,40}(?:[-*+•]|\d{1,9}[.)])[ \t]{1,40}")
_FOOTNOTE = re.compile(r" {0,3}\[\^[^\]\s]{1,80}\]:[ \t]*")
_LINK_TARGET = re.compile(r" {0,3}\[[^\]\n]{1,200}\]:[ \t]*\S+")
_LONG_LINE = 120
"""The length of a line, in characters, that is not wrapped."""


class DraftBlock(Struct):
    """Consecutive lines of a draft that belong together.

    Each has its offset, and is without marks of the format.
    """

    kind: PassageKind
    lines: list[tuple[int, str]]


def blocks_of(text: str, markdown: bool) -> Iterator[DraftBlock]:
    """Yield the blocks of a draft in order.

    Front matter, code and link targets are left out.
    """
    block: DraftBlock | None = None
    lone_lines = not markdown and _has_lone_lines(text)
    fence = ""
    for at, line in _lines(text, markdown):
        if markdown and (mark := _FENCE.match(line)) and (not fence or mark[1] == fence):
            fence = "" if fence else mark[1]
        elif not fence:
            kind, skipped = _kind(line, markdown)
            rest = line[skipped:]
            if block and _ends(block, kind, rest, markdown):
                yield block
                block = None
            if markdown and block is None and kind is None and _LINK_TARGET.match(line):
                continue
            if rest.strip() and not (markdown and (_RULE.match(rest) or _UNDERLINE.match(rest))):
                block = block or DraftBlock(kind or "paragraph", [])
                block.lines.append((at + skipped, rest))
                if block.kind == "heading" or lone_lines:
                    yield block
                    block = None
            continue
        if block:
            yield block
            block = None
    if block:
        yield block


def _has_lone_lines(text: str) -> bool:
    """Return whether a text has a line for each paragraph: lines right above another are mostly long."""
    lines = [line for line in text.split("\n") if not _ITEM.match(line)]
    lengths = [len(line) for line, below in pairwise(lines) if line.strip() and below.strip()]
    return 2 * sum(1 for length in lengths if length > _LONG_LINE) > len(lengths)


def _lines(text: str, markdown: bool) -> Iterator[tuple[int, str]]:
    """Yield each line with its offset, from the end of the front matter on."""
    at = _front_matter_end(text) if markdown else 0
    for line in text[at:].split("\n"):
        yield at, line.rstrip("\r")
        at += len(line) + 1


def _front_matter_end(text: str) -> int:
    if not text.startswith(("---\n", "---\r\n")):
        return 0
    found = re.compile(r"^(?:---|\.\.\.)[ \t]*\r?$", re.MULTILINE).search(text, 4)
    return found.end() + 1 if found else 0


def _kind(line: str, markdown: bool) -> tuple[PassageKind | None, int]:
    """Return what a line's first characters make of it, None for a line that may continue a block, and their number."""
    at, quoted = 0, False
    while mark := _QUOTED.match(line, at):
        at, quoted = mark.end(), True
    if markdown and (mark := _HEADING.match(line, at)):
        return "heading", mark.end()
    if markdown and (mark := _FOOTNOTE.match(line, at)):
        return "footnote", mark.end()
    if (mark := _ITEM.match(line, at)) and not _RULE.match(line):
        return "quote" if quoted else "item", mark.end()
    return ("quote" if quoted else None), at


def _ends(block: DraftBlock, kind: PassageKind | None, rest: str, markdown: bool) -> bool:
    """Return whether a block ends before a line; a line of dashes or equals signs below text makes a heading of it."""
    if not rest.strip():
        return True
    if markdown and _UNDERLINE.match(rest) and kind is None and len(block.lines) == 1 and block.kind == "paragraph":
        block.kind = "heading"
        return True
    if markdown and _RULE.match(rest):
        return True
    return kind is not None and not (kind == block.kind == "quote")
