"""Plain text wrapped by the cells that a terminal gives it: wide letters and emoji take two, combining marks none.

The standard library's tables are enough for this; the reader, which has Rich's, is not imported here.
"""

import re
from collections.abc import Iterator
from unicodedata import category, east_asian_width

_NARROW = re.compile("[\x20-\u02ff\u0370-\u0482\u048a-\u058f\u1e00-\u200a\u2010-\u2027\u2030-\u205e\u20a0-\u20cf\u2100-\u22ff]*")
_JOINER, _EMOJI_STYLE = "\u200d", "\ufe0f"
_WIDE = (
    "\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uf900-\ufaff\ufe30-\ufe4f"
    "\uff01-\uff60\uffe0-\uffe6\U00020000-\U0003fffd"
)
_NEVER_FIRST = "、。，．・：；？！）」』】〕〉》”’…ー％"
_NEVER_LAST = "（「『【〔〈《“‘"
_WORD = re.compile("[^ \t\n]+(?:(?<=§)[ \t\n][^ \t\n]*)*+")
_PIECE = re.compile(f"(?:[{_NEVER_LAST}]*[{_WIDE}]|[^{_WIDE}]+)[{_NEVER_FIRST}]*")


def cell_width(text: str) -> int:
    """How many cells a terminal gives to one line of text."""
    if _NARROW.fullmatch(text):
        return len(text)
    return sum(width for _, width in clusters(text))


def clusters(text: str) -> Iterator[tuple[str, int]]:
    """What can't be parted (a letter with its marks, an emoji with its parts), each with its cells."""
    cluster, width = "", 0
    for char in text:
        joins = cluster.endswith(_JOINER) or category(char) in ("Mn", "Me", "Cf") or "\U0001f3fb" <= char <= "\U0001f3ff"
        flag = _is_flag_half(char) and len(cluster) == 1 and _is_flag_half(cluster)
        if cluster and (joins or flag):
            cluster += char
            width = 2 if flag or char == _EMOJI_STYLE else width
            continue
        if cluster:
            yield cluster, width
        cluster = char
        width = 2 if east_asian_width(char) in "WF" else 0 if category(char) in ("Mn", "Me", "Cf") else 1
    if cluster:
        yield cluster, width


def _is_flag_half(char: str) -> bool:
    return "\U0001f1e6" <= char <= "\U0001f1ff"


def wrap(text: str, width: int, first: str = "", rest: str | None = None) -> list[str]:
    """The text as lines of at most `width` cells, the first line behind `first`, the others behind `rest` (else `first`).

    Words too long for a line are parted; wide letters may stand apart, but for marks that belong to a neighbour. Runs of
    spaces and line ends become one space; no line ends behind a section sign. Text without words gives no line.
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
    """What may stand on a line of its own: the spaces before it (0 or 1), the word, its cells."""
    room = max(width - indent, 2)
    for word in _WORD.finditer(text):
        gap = 1
        for piece in _pieces(word[0]):
            size = cell_width(piece)
            if size <= room:
                yield gap, piece, size
            else:
                for part, cells in _parted(piece, room):
                    yield gap, part, cells
                    gap = 0
            gap = 0


def _pieces(word: str) -> Iterator[str]:
    if _NARROW.fullmatch(word):
        yield word
    else:
        yield from (match.group() for match in _PIECE.finditer(word))


def _parted(word: str, room: int) -> Iterator[tuple[str, int]]:
    part, size = "", 0
    for cluster, cells in clusters(word):
        if part and size + cells > room:
            yield part, size
            part, size = "", 0
        part += cluster
        size += cells
    if part:
        yield part, size


def pad(text: str, width: int) -> str:
    """The text followed by spaces up to `width` cells."""
    return text + " " * (width - cell_width(text))


def clip(text: str, width: int) -> str:
    """The text, its end replaced by an ellipsis where it has more than `width` cells."""
    if cell_width(text) <= width:
        return text
    kept, used = "", 0
    for cluster, cells in clusters(text):
        if used + cells > width - 1:
            break
        kept += cluster
        used += cells
    return kept.rstrip() + "…"
