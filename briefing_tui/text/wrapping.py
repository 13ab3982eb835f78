"""Break plain text into lines by the cells that a terminal gives it."""

import re
from collections.abc import Iterator

from briefing_tui.text.cells import cell_width, clusters, is_narrow

_WIDE = (
    "\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uf900-\ufaff\ufe30-\ufe4f"
    "\uff01-\uff60\uffe0-\uffe6\U00020000-\U0003fffd"
)
_NEVER_FIRST = "、。，．・：；？！）」』】〕〉》”’…ー％"
_NEVER_LAST = "（「『【〔〈《“‘"
_WORD = re.compile("[^ \t\n]+(?:(?<=§)[ \t\n][^ \t\n]*)*+")
_PIECE = re.compile(f"(?:[{_NEVER_LAST}]*[{_WIDE}]|[^{_WIDE}]+)[{_NEVER_FIRST}]*")


def wrap(text: str, width: int, first: str = "", rest: str | None = None) -> list[str]:
    """Break text into lines of at most `width` cells.

    The first line begins with `first`, the others with `rest` or else `first`.

    Words too long for a line are split. Between wide letters a line may break, except beside punctuation that belongs to a
    neighbour. Runs of spaces and line ends become one space; no line ends in a section sign. Text without words gives no lines.
    """
    rest = first if rest is None else rest
    lines: list[str] = []
    line, used = first, cell_width(first)
    lead, empty = first, True
    for gap, word, size in _words(text, width, max(cell_width(first), cell_width(rest))):
        space = gap if not empty else 0
        if not empty and used + space + size > width:
            lines.append(line)
            line, used, lead, empty, space = rest, cell_width(rest), rest, True, 0
        line += " " * space + word
        used += space + size
        empty = False
    if line != lead:
        lines.append(line)
    return lines


def _words(text: str, width: int, indent: int) -> Iterator[tuple[int, str, int]]:
    """Yield what is not broken further: the spaces before it (0 or 1), the word, its width in cells."""
    room = max(width - indent, 2)
    for word in _WORD.finditer(text):
        gap = 1
        for piece in _pieces(word[0]):
            size = cell_width(piece)
            if size <= room:
                yield gap, piece, size
            else:
                for part, cells in _split(piece, room):
                    yield gap, part, cells
                    gap = 0
            gap = 0


def _pieces(word: str) -> Iterator[str]:
    if is_narrow(word):
        yield word
    else:
        yield from (match.group() for match in _PIECE.finditer(word))


def _split(word: str, room: int) -> Iterator[tuple[str, int]]:
    part, size = "", 0
    for cluster, cells in clusters(word):
        if part and size + cells > room:
            yield part, size
            part, size = "", 0
        part += cluster
        size += cells
    if part:
        yield part, size
