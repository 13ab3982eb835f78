"""Make untrusted text harmless, once, where it enters the program.

Text from a file, a pipe, an argument or a file name goes through here before it is parsed, shown or printed. Control characters
become their pictures (ESC becomes ␛), invisible characters that reorder or hide text are dropped (those of Unicode TR 36 and TR
39), lone surrogates become U+FFFD, and no letter keeps more than eight combining marks.
"""

import re
from functools import cache

from briefing_tui.text.late_pattern import late_pattern

_KEEP_COMBINING = 8

_UNUSUAL = re.compile("[^\n\t -~\xa0-\xac\xae-\u02ff\u2010-\u2027]")
"""Characters that may be unsafe or too many; most lines have none, and need no second look."""
_UNSAFE = late_pattern(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f"
    "\u3164\ud800-\udfff\ufdd0-\ufdef\ufeff\uffa0\ufff9-\ufffb\ufffe\uffff\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    "\U000e0000-\U000e007f\U000e0100-\U000e01ef]"
)
_CROWD = late_pattern("[^\x00-\u02ff\\w\\s\u2010-\u2027\u2030-\u205e\u2190-\u2bff\u3000-\u303f]{9,}")
"""A run of characters that are no letters, long enough to hold too many combining marks."""


@cache
def _table() -> dict[int, str | None]:
    """Return what becomes of each unsafe character. Most texts have none, so it is made for the first that has."""
    table: dict[int, str | None] = {code: chr(0x2400 + code) for code in range(0x20) if code not in (0x09, 0x0A)}
    table[0x7F] = "␡"
    table |= dict.fromkeys(range(0x80, 0xA0), "�")
    table |= dict.fromkeys((0x2028, 0x2029), " ")
    table |= dict.fromkeys(range(0xD800, 0xE000), "�")
    table |= dict.fromkeys((0x00AD, 0x034F, 0x061C, 0x115F, 0x1160, 0x180E, 0x200B, 0x200E, 0x200F, 0x3164, 0xFEFF, 0xFFA0))
    table |= dict.fromkeys((0x17B4, 0x17B5, *range(0x1BCA0, 0x1BCA4), *range(0x1D173, 0x1D17B)))
    table |= dict.fromkeys((*range(0x202A, 0x202F), *range(0x2060, 0x2070), *range(0xFFF9, 0xFFFC)))
    table |= dict.fromkeys((*range(0xE0000, 0xE0080), *range(0xE0100, 0xE01F0)))
    table |= dict.fromkeys((*range(0xFDD0, 0xFDF0), 0xFFFE, 0xFFFF), "�")
    return table


def _thinned(crowd: re.Match[str]) -> str:
    """Shorten every series of marks, joiners and variation selectors in a run to the bound."""
    from unicodedata import category

    kept: list[str] = []
    marks = 0
    for char in crowd[0]:
        marks = marks + 1 if category(char) in ("Mn", "Me", "Cf") else 0
        if marks <= _KEEP_COMBINING:
            kept.append(char)
    return "".join(kept)


def harmless(text: str) -> str:
    r"""Make text harmless to a terminal, with `\n` line ends.

    The number of lines does not change.
    """
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not _UNUSUAL.search(text):
        return text
    if _UNSAFE.search(text):
        text = text.translate(_table())
    return _CROWD.sub(_thinned, text)


def unusual_character(text: str) -> str | None:
    """Return the first character that may be unsafe, or one of too many.

    Return None if `harmless` changes nothing but line ends.
    """
    found = _UNUSUAL.search(text)
    return found[0] if found else None


def continued(before: str, text: str) -> str:
    """Make text harmless that follows harmless text on the same line.

    The bound on combining marks holds across the two.
    """
    end = before[-_KEEP_COMBINING:]
    return harmless(end + text)[len(end) :]


def escaped_json(text: str) -> str:
    """Escape in JSON text what `harmless` would replace; the JSON means the same.

    No terminal obeys the result, and no byte of a name is lost.
    """
    return _UNSAFE.sub(_escape, text) if _UNUSUAL.search(text) else text


def _escape(char: re.Match[str]) -> str:
    data = char[0].encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{data[at : at + 2].hex()}" for at in range(0, len(data), 2))


def one_line(text: str) -> str:
    """Make text harmless, and put it on one line.

    For a message, a title or a row. Line ends, tabs and runs of white space become one space each.
    """
    return " ".join(harmless(text).split())
