"""A strict parser of terminal output, with a token for every control function of ECMA-48.

It knows their 7-bit, 8-bit and UTF-8 forms. Whatever a lenient emulator drops silently (an OSC 52, an incomplete sequence, a byte
that is not UTF-8) is a token here.
"""

from collections.abc import Iterator
from typing import Literal, NamedTuple

Kind = Literal["text", "C0", "C1", "ESC", "CSI", "OSC", "DCS", "APC", "PM", "SOS", "broken", "not UTF-8"]

_STRINGS: dict[str, Kind] = {"]": "OSC", "P": "DCS", "_": "APC", "^": "PM", "X": "SOS"}
_STRINGS_C1: dict[str, Kind] = {"\x9d": "OSC", "\x90": "DCS", "\x9f": "APC", "\x9e": "PM", "\x98": "SOS"}


class Token(NamedTuple):
    """A run of text or one control function: its kind and its characters.

    Bytes that are not UTF-8 are lone surrogates.
    """

    kind: Kind
    text: str

    @property
    def is_control(self) -> bool:
        """Return whether the token is not text."""
        return self.kind != "text"


def tokens(data: bytes) -> list[Token]:
    """Return the tokens of terminal output in order; joined, they are the output."""
    return list(_tokens(data.decode("utf-8", "surrogateescape")))


def controls(data: bytes) -> list[Token]:
    """Return the control functions in terminal output, in order."""
    return [token for token in tokens(data) if token.is_control]


def _tokens(text: str) -> Iterator[Token]:
    at, plain = 0, 0
    while at < len(text):
        token = _control(text, at) if _is_control(text[at]) else None
        if token is None:
            at += 1
            continue
        if plain < at:
            yield Token("text", text[plain:at])
        yield token
        at = plain = at + len(token.text)
    if plain < len(text):
        yield Token("text", text[plain:])


def _is_control(char: str) -> bool:
    return char < " " or "\x7f" <= char <= "\x9f" or "\ud800" <= char <= "\udfff"


def _control(text: str, at: int) -> Token:
    char = text[at]
    if "\udc80" <= char <= "\udc9f":  # A lone byte 0x80 to 0x9F is the 8-bit form of a control function.
        return _c1(text, at, chr(ord(char) - 0xDC00))
    if "\ud800" <= char <= "\udfff":
        return Token("not UTF-8", char)
    if char >= "\x80":
        return _c1(text, at, char)
    if char == "\x1b":
        return _escape(text, at)
    return Token("C0", char)


def _c1(text: str, at: int, meant: str) -> Token:
    if meant == "\x9b":
        return _csi(text, at, at + 1)
    if meant in _STRINGS_C1:
        return _string(text, at, at + 1, _STRINGS_C1[meant])
    return Token("C1", text[at])


def _escape(text: str, at: int) -> Token:
    following = text[at + 1 : at + 2]
    if following == "[":
        return _csi(text, at, at + 2)
    if following in _STRINGS and following:
        return _string(text, at, at + 2, _STRINGS[following])
    end = at + 1
    while " " <= text[end : end + 1] <= "/":
        end += 1
    if "0" <= text[end : end + 1] <= "~":
        return Token("ESC", text[at : end + 1])
    return Token("broken", text[at:end])


def _csi(text: str, at: int, end: int) -> Token:
    while "0" <= text[end : end + 1] <= "?":
        end += 1
    while " " <= text[end : end + 1] <= "/":
        end += 1
    if "@" <= text[end : end + 1] <= "~":
        return Token("CSI", text[at : end + 1])
    return Token("broken", text[at:end])


def _string(text: str, at: int, end: int, kind: Kind) -> Token:
    """Return a control string, which ends at ST in any form.

    An OSC also ends at BEL; CAN, SUB and the end of the text end any of them.
    """
    while end < len(text):
        char = text[end]
        if char in "\x9c\udc9c" or (char == "\x07" and kind == "OSC"):
            return Token(kind, text[at : end + 1])
        if char == "\x1b":
            is_ended = text[end + 1 : end + 2] == "\\"
            return Token(kind, text[at : end + 2]) if is_ended else Token("broken", text[at:end])
        if char in "\x18\x1a":
            return Token("broken", text[at:end])
        end += 1
    return Token("broken", text[at:end])
