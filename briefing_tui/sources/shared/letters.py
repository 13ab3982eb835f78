"""Reduce texts to their letters, to compare them without punctuation and spaces."""

import re

from briefing_tui.text.late_pattern import late_pattern
from briefing_tui.text.scripts import UNSPACED

_LETTERS = re.compile(r"[^\W_]+")
_SIGNS = late_pattern(f"[{UNSPACED}]")
_MARKS = bytes(code for code in range(128) if not chr(code).isalnum())


def weigh(text: str) -> int:
    """Return the length of a text in letters of an alphabet.

    A sign of a script without spaces says as much as about three letters.
    """
    return len(text) if text.isascii() else len(text) + 2 * len(_SIGNS.findall(text))


def letters(text: str) -> str:
    """Return the letters and digits of a text in one case."""
    if text.isascii():
        return text.encode().translate(None, _MARKS).decode().lower()
    return "".join(_LETTERS.findall(text)).casefold()
