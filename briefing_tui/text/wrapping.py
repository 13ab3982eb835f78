"""Break text into lines by terminal cells, for the shell and the reader.

A line is broken at a space if there is one. Between the letters of scripts without spaces a line may break anywhere, except
beside punctuation that belongs to a neighbour. A word that is too long for a line is split.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from briefing_tui.text.cells import Grapheme, Split, cell_width, graphemes, is_narrow
from briefing_tui.text.late_pattern import late_pattern

Span = tuple[int, int]
"""Start and end of a line in the text."""

_UNSPACED = late_pattern(
    "[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uf900-\ufaff\ufe30-\ufe4f"
    "\uff01-\uff60\uffe0-\uffe6\U00020000-\U0003fffd]"
)
"""Wide letters and punctuation of scripts without spaces; Korean has spaces."""
_NEVER_FIRST = frozenset("、。，．・：；？！ー％）」』】〕〉》｝］’”,.;:?!)]}…")
_NEVER_LAST = frozenset("（「『【〔〈《｛［‘“([{")
_BLANK = re.compile("[ \t\n]+")


def line_spans(
    text: str, width: int, first_width: int | None = None, split: Split = graphemes, breaks_wide: bool = False
) -> list[Span]:
    """Return the lines of a text as ranges.

    The spaces at which a line breaks belong to none. `text` is one paragraph without line ends. `width` is in cells, and
    `first_width` that of the first line if it differs. `split` measures the text. `breaks_wide` allows breaks beside every wide
    character, Korean letters and emoji too. No line ends in a section sign. An empty text has one empty line.
    """
    if width < 1:
        width = 1
    if first_width is None:
        first_width = width
    if is_narrow(text) and "§ " not in text:
        return _narrow_spans(text, width, first_width)
    return _wide_spans(text, width, first_width, split(text), breaks_wide)


def _narrow_spans(text: str, width: int, first_width: int) -> list[Span]:
    lines: list[Span] = []
    start, length, room = 0, len(text), first_width
    while length - start > room:
        end = text.rfind(" ", start, start + room + 1)
        if end <= start:
            end = start + room
            lines.append((start, end))
            start, room = end, width
            continue
        lines.append((start, end))
        start, room = end + 1, width
        while start < length and text[start] == " ":
            start += 1
    if start < length or not lines:
        lines.append((start, length))
    return lines


def _wide_spans(text: str, width: int, first_width: int, pieces: Sequence[Grapheme], breaks_wide: bool = False) -> list[Span]:
    lines: list[Span] = []
    room, first, used, breakable, index = first_width, 0, 0, -1, 0
    while index < len(pieces):
        start, end, cells = pieces[index]
        if used + cells > room and index > first and text[start:end] != " ":
            stop = breakable if breakable > first else index
            lines.append(_trimmed(text, pieces[first][0], pieces[stop][0]))
            first, room = stop, width
            while first < len(pieces) and text[slice(*pieces[first][:2])] == " ":
                first += 1
            index, used, breakable = first, 0, -1
            continue
        used += cells
        index += 1
        if index < len(pieces):
            following, _, following_cells = pieces[index]
            is_wide = breaks_wide and (cells > 1 or following_cells > 1)
            if _may_break(text, start, following, is_wide):
                breakable = index
    if first < len(pieces) or not lines:
        lines.append(_trimmed(text, pieces[first][0] if first < len(pieces) else 0, len(text)))
    return lines


def _trimmed(text: str, start: int, end: int) -> Span:
    while end > start and text[end - 1] == " ":
        end -= 1
    return start, end


def _may_break(text: str, last: int, following: int, is_wide: bool) -> bool:
    """Return whether a line may end between the pieces that begin at `last` and `following`."""
    if text[last:following] == " ":
        return text[last - 1 : last] != "§"
    if not is_wide and not _is_unspaced(text[last]) and not _is_unspaced(text[following]):
        return False
    return text[following] != " " and text[following] not in _NEVER_FIRST and text[last] not in _NEVER_LAST


@lru_cache(maxsize=8192)
def _is_unspaced(char: str) -> bool:
    return _UNSPACED.match(char) is not None


def wrap(text: str, width: int, first: str = "", rest: str | None = None) -> list[str]:
    """Break text into lines of at most `width` cells.

    The first line begins with `first`, the others with `rest` or else `first`. Runs of spaces and line ends become one space.
    Text without words gives no lines.
    """
    rest = first if rest is None else rest
    words = _BLANK.sub(" ", text).strip(" ")
    if not words:
        return []
    spans = line_spans(words, max(width - cell_width(rest), 2), max(width - cell_width(first), 2))
    return [f"{rest if number else first}{words[start:end]}" for number, (start, end) in enumerate(spans)]
