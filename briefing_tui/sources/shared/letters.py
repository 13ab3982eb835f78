"""Reduce texts to their letters, to compare them without marks and spaces."""

import re

_LETTERS = re.compile(r"[^\W_]+")
_MARKS = bytes(code for code in range(128) if not chr(code).isalnum())


def letters(text: str) -> str:
    """Letters and digits alone, in one case: equal for texts that differ in marks and spaces."""
    if text.isascii():
        return text.encode().translate(None, _MARKS).decode().lower()
    return "".join(_LETTERS.findall(text)).casefold()
