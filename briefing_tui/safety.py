"""Untrusted text made harmless, once, at the door: what a terminal would obey is shown or dropped, the words stay.

Whatever came from a file, a pipe, an argument or a file name goes through here before it is parsed, shown or printed. Control
characters turn into their pictures (ESC becomes ␛), invisible ones that reorder or hide text are dropped (Unicode
TR 36 and 39 name them), lone surrogates become U+FFFD, and no letter carries more than eight combining marks.
"""

import re

_KEEP_COMBINING = 8

_TABLE: dict[int, str | None] = {code: chr(0x2400 + code) for code in range(0x20) if code not in (0x09, 0x0A)}
_TABLE[0x7F] = "␡"
_TABLE |= dict.fromkeys(range(0x80, 0xA0), "�")
_TABLE |= dict.fromkeys((0x2028, 0x2029), " ")
_TABLE |= dict.fromkeys(range(0xD800, 0xE000), "�")
_TABLE |= dict.fromkeys((0x00AD, 0x034F, 0x061C, 0x115F, 0x1160, 0x180E, 0x200B, 0x200E, 0x200F, 0x3164, 0xFEFF, 0xFFA0))
_TABLE |= dict.fromkeys((*range(0x202A, 0x202F), *range(0x2060, 0x2070), *range(0xFFF9, 0xFFFC)))
_TABLE |= dict.fromkeys((*range(0xE0000, 0xE0080), *range(0xE0100, 0xE01F0)))
_TABLE |= dict.fromkeys((*range(0xFDD0, 0xFDF0), 0xFFFE, 0xFFFF), "�")

_UNSAFE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f"
    "\u3164\ud800-\udfff\ufdd0-\ufdef\ufeff\uffa0\ufff9-\ufffb\ufffe\uffff\U000e0000-\U000e007f\U000e0100-\U000e01ef]"
)
_UNUSUAL = re.compile("[^\n\t -~\xa0-\xac\xae-\u02ff\u2010-\u2027]")
"""What may be unsafe or a flood: most lines have none of it, and need no second look."""
_COMBINING = (
    "\u0300-\u034e\u0350-\u036f\u0483-\u0489\u0591-\u05bd\u0610-\u061a\u064b-\u065f"
    "\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f"
)
_FLOOD = re.compile(f"([{_COMBINING}]{{{_KEEP_COMBINING}}})[{_COMBINING}]+")


def harmless(text: str) -> str:
    """The text with `\\n` line ends and nothing in it that a terminal would obey; line numbers stay as they are."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not _UNUSUAL.search(text):
        return text
    if _UNSAFE.search(text):
        text = text.translate(_TABLE)
    return _FLOOD.sub(r"\1", text)


def one_line(text: str) -> str:
    """Harmless text for a message, a title or a row: line ends and tabs become spaces, runs of white space one."""
    return " ".join(harmless(text).split())
