"""Measure text in terminal cells: wide letters and emoji take two, combining marks none.

The tables are those of the standard library, so that a command need not import Rich. The reader measures with Rich's.
"""

import re
from collections.abc import Iterator
from unicodedata import category, east_asian_width

_NARROW = re.compile("[\x20-\u02ff\u0370-\u0482\u048a-\u058f\u1e00-\u200a\u2010-\u2027\u2030-\u205e\u20a0-\u20cf\u2100-\u22ff]*")
"""Text whose characters are all one cell wide."""
_JOINER, _EMOJI_STYLE = "\u200d", "\ufe0f"


def is_narrow(text: str) -> bool:
    """Return whether every character is surely one cell wide."""
    return _NARROW.fullmatch(text) is not None


def cell_width(text: str) -> int:
    """Return the number of terminal cells that one line of text takes."""
    if is_narrow(text):
        return len(text)
    return sum(width for _, width in clusters(text))


def clusters(text: str) -> Iterator[tuple[str, int]]:
    """Yield the pieces of text that must not be split, with their cells.

    Such a piece is a letter with its marks, or an emoji with its parts.
    """
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


def pad(text: str, width: int) -> str:
    """Return the text followed by spaces up to `width` cells."""
    return text + " " * (width - cell_width(text))


def clip(text: str, width: int) -> str:
    """Return the text, cut to `width` cells with an ellipsis if it has more."""
    if cell_width(text) <= width:
        return text
    kept, used = "", 0
    for cluster, cells in clusters(text):
        if used + cells > width - 1:
            break
        kept += cluster
        used += cells
    return kept.rstrip() + "…"
