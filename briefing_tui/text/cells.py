"""Measure text in terminal cells: wide letters and emoji take two, combining marks none.

Widths are those of the standard library's tables, so that a command need not import Rich. The reader measures with Rich's tables,
as Textual does; it passes its own `split` to the functions that take one.
"""

import re
from collections.abc import Callable, Sequence
from unicodedata import category, east_asian_width

Grapheme = tuple[int, int, int]
"""Start, end and cells of a piece of text that must not be split: a letter with its marks, an emoji with its parts."""
Split = Callable[[str], Sequence[Grapheme]]

_NARROW = re.compile(
    "[\x20-\x7e\xa0-\xac\xae-\u02ff\u0370-\u0482\u048a-\u058f\u1e00-\u1fff\u2010-\u2027\u2030-\u205e\u20a0-\u20b8]*"
)
"""Latin, Greek, Cyrillic and Armenian letters, typographic marks and currency signs."""
_JOINER, _EMOJI_STYLE = "\u200d", "\ufe0f"


def is_narrow(text: str) -> bool:
    """Return whether every character is certainly one cell wide."""
    return text.isascii() or _NARROW.fullmatch(text) is not None


def cell_width(text: str) -> int:
    """Return the number of terminal cells that one line of text takes."""
    return len(text) if is_narrow(text) else sum(cells for _, _, cells in graphemes(text))


def graphemes(text: str) -> list[Grapheme]:
    """Split text into the pieces that must not be split."""
    found: list[Grapheme] = []
    start, width = 0, 0
    for at, char in enumerate(text):
        piece = text[start:at]
        joins = piece.endswith(_JOINER) or category(char) in ("Mn", "Me", "Cf") or "\U0001f3fb" <= char <= "\U0001f3ff"
        flag = _is_flag_half(char) and len(piece) == 1 and _is_flag_half(piece)
        if piece and (joins or flag):
            width = 2 if flag or char == _EMOJI_STYLE else width
            continue
        if piece:
            found.append((start, at, width))
        start = at
        width = 2 if east_asian_width(char) in "WF" else 0 if category(char) in ("Mn", "Me", "Cf") else 1
    if text:
        found.append((start, len(text), width))
    return found


def _is_flag_half(char: str) -> bool:
    return "\U0001f1e6" <= char <= "\U0001f1ff"


def pad(text: str, width: int) -> str:
    """Return the text followed by spaces up to `width` cells."""
    return text + " " * (width - cell_width(text))


def clip(text: str, width: int, ellipsis: str = "…", split: Split = graphemes) -> str:
    """Return the text cut to at most `width` cells; an ellipsis shows the cut."""
    if width <= 0:
        return ""
    if is_narrow(text):
        return text if len(text) <= width else text[: width - 1].rstrip() + ellipsis
    pieces = split(text)
    if sum(cells for _, _, cells in pieces) <= width:
        return text
    used = 0
    for start, _, cells in pieces:
        if used + cells > width - 1:
            return text[:start].rstrip() + ellipsis
        used += cells
    return text
