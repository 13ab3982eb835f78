"""Fold text for searching: case, accents, and scripts without spaces.

Both the text that is indexed and the words that are searched go through here. Accents and vowel points go, letters are in lower
case, `ß` is `ss` and `ﬁ` is `fi`. A letter of a script without spaces, a symbol such as an emoji, and a letter that SQLite does
not know become words of their own, so that several are found as a phrase.
"""

import re
import unicodedata
from bisect import bisect_right
from functools import cached_property
from itertools import accumulate

from briefing_tui.text.scripts import UNSPACED

_POINTS = re.compile(
    "[\u0300-\u036f\u0483-\u0489\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]"
)
"""Accents of Latin, Greek and Cyrillic letters, and the points of Hebrew and Arabic, which readers do not type."""
_ALONE = re.compile(f"[{UNSPACED}]")
_WORD = re.compile("(?:[^\\W_]|[\u0900-\u0963\u0971-\u0dff\ua880-\ua8c5\uabe3-\uabed])+")
"""A word; the vowel signs of Indic scripts, which are marks, belong to it."""


_UNEVEN: set[str] = set()
"""The characters met so far that do not become one character."""


class _Folds(dict[int, str]):
    """What each character becomes, filled when it is first met."""

    def __missing__(self, code: int) -> str:
        made = self[code] = _folded_character(chr(code))
        if len(made) != 1:
            _UNEVEN.add(chr(code))
        return made


def _folded_character(char: str) -> str:
    plain = unicodedata.normalize("NFC", _POINTS.sub("", unicodedata.normalize("NFKD", char))).casefold()
    return "".join(map(_as_word, plain))


def _as_word(char: str) -> str:
    """Return a character, as a word of its own if it is searched alone."""
    kind = unicodedata.category(char)[0]
    if ord(char) >= 0x10000:
        return f" u{ord(char):x} " if kind in "LNMSC" else " "
    if _ALONE.match(char):
        return f" {char} " if kind in "LN" else f" u{ord(char):x} " if kind == "M" else " "
    return f" u{ord(char):x} " if kind == "S" and ord(char) >= 0xA0 else char


_FOLDS = _Folds()


def folded(text: str) -> str:
    """Return text as it is indexed and searched."""
    return text.lower() if text.isascii() else text.translate(_FOLDS)


def words_of(text: str) -> list[str]:
    """Return the words of a text, folded."""
    return _WORD.findall(folded(text))


class FoldedText:
    """A folded text that knows where its characters come from."""

    def __init__(self, text: str) -> None:
        """Take a text, which is folded when it is asked for."""
        self._text = text

    @cached_property
    def folded(self) -> str:
        """The folded text."""
        return folded(self._text)

    @cached_property
    def _starts(self) -> list[int] | None:
        """Where the pieces that the characters became begin; None if each became one character."""
        if self._text.isascii() or _UNEVEN.isdisjoint(self._text):
            return None
        return [0, *accumulate(len(_FOLDS[ord(char)]) for char in self._text)]

    def original(self, start: int, end: int) -> tuple[int, int]:
        """Return the range of the text that a range of the folded text comes from."""
        if self._starts is None:
            return start, end
        return bisect_right(self._starts, start) - 1, bisect_right(self._starts, end - 1)
