"""Reduce texts to their letters, to compare them without punctuation and spaces."""

import re

_LETTERS = re.compile(r"[^\W_]+")
_MARKS = bytes(code for code in range(128) if not chr(code).isalnum())


def letters(text: str) -> str:
    """Return the letters and digits of a text in one case."""
    if text.isascii():
        return text.encode().translate(None, _MARKS).decode().lower()
    return "".join(_LETTERS.findall(text)).casefold()
