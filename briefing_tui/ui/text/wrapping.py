"""Text broken into lines by the cells that it takes in a terminal.

Lines are offsets into the text, never copies.
"""

import re
from collections.abc import Sequence

from rich.cells import cell_len, split_graphemes

Span = tuple[int, int]

# What is certainly one cell wide: Latin, Greek and Cyrillic letters, typographic marks, currency signs.
_NOT_NARROW = re.compile(r"[^\x20-\x7e\xa0-\xac\xae-\u02ff\u0370-\u0482\u2010-\u2027\u2030-\u205e\u20a0-\u20b8]")
_NO_LINE_START = frozenset("、。，．・：；？！ー）」』】〉》〕｝］’”,.;:?!)]}…")
_NO_LINE_END = frozenset("（「『【〈《〔｛［‘“([{")


def is_narrow(text: str) -> bool:
    """Return whether every character is one cell wide.

    Cells and code points are then the same.
    """
    return text.isascii() or not _NOT_NARROW.search(text)


def wrap(text: str, width: int) -> list[Span]:
    """Return the lines of one paragraph, filled up to `width` cells.

    They are broken at spaces if there are any.

    The spaces at which a line is broken belong to no line. An empty text has one empty line.
    """
    width = max(1, width)
    if is_narrow(text):
        return _wrap_narrow(text, width)
    return _wrap_wide(text, width)


def _wrap_narrow(text: str, width: int) -> list[Span]:
    lines: list[Span] = []
    start, length = 0, len(text)
    while length - start > width:
        end = text.rfind(" ", start, start + width + 1)
        if end <= start:
            end = start + width
            lines.append((start, end))
            start = end
            continue
        lines.append((start, end))
        start = end + 1
        while start < length and text[start] == " ":
            start += 1
    if start < length or not lines:
        lines.append((start, length))
    return lines


def _wrap_wide(text: str, width: int) -> list[Span]:
    lines: list[Span] = []
    spans, _ = split_graphemes(text)
    first, used, breakable = 0, 0, -1
    index = 0
    while index < len(spans):
        start, _end, cells = spans[index]
        if used + cells > width and index > first and text[start] != " ":
            stop = breakable if breakable > first else index
            lines.append(_trimmed(text, spans[first][0], spans[stop][0]))
            first = stop
            while first < len(spans) and text[spans[first][0]] == " ":
                first += 1
            index, used, breakable = first, 0, -1
            continue
        used += cells
        if _may_break_after(text, spans, index):
            breakable = index + 1
        index += 1
    if first < len(spans) or not lines:
        lines.append(_trimmed(text, spans[first][0] if first < len(spans) else 0, len(text)))
    return lines


def _trimmed(text: str, start: int, end: int) -> Span:
    while end > start and text[end - 1] == " ":
        end -= 1
    return start, end


def _may_break_after(text: str, spans: Sequence[tuple[int, int, int]], index: int) -> bool:
    """Return whether a line may end here: behind a space, or beside a wide character where East Asian typography allows it."""
    start, _, cells = spans[index]
    if text[start] == " ":
        return True
    if index + 1 >= len(spans):
        return False
    following, _, next_cells = spans[index + 1]
    if cells < 2 and next_cells < 2:
        return False
    return text[following] not in _NO_LINE_START and text[start] not in _NO_LINE_END and text[following] != " "


def cells(text: str) -> int:
    """Return how many cells a text takes."""
    return len(text) if is_narrow(text) else cell_len(text)


def signs(text: str) -> Sequence[tuple[int, int, int]]:
    """Return a text's signs as (start, end, cells).

    A sign is what is read as one, such as a letter with accents or a joined emoji.
    """
    if is_narrow(text):
        return [(at, at + 1, 1) for at in range(len(text))]
    return split_graphemes(text)[0]


def clip(text: str, width: int, ellipsis: str = "…") -> str:
    """Return the text cut to at most `width` cells; an ellipsis shows the cut."""
    if width <= 0:
        return ""
    if cells(text) <= width:
        return text
    if is_narrow(text):
        return text[: width - 1].rstrip() + ellipsis
    used = 0
    for start, _end, size in split_graphemes(text)[0]:
        if used + size > width - 1:
            return text[:start].rstrip() + ellipsis
        used += size
    return text
