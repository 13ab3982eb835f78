"""Compare the name of a speaker in a draft with those that an article has."""

from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher

from briefing_tui.verification.words import words_of

_SUFFIXES = frozenset(("jr", "sr", "ii", "iii", "iv"))


_LONG = 6
_MISSPELT = 0.86
"""The likeness of two long words that are spellings of one: `McClenney`, `McLenney`."""


def name_words(name: str) -> tuple[str, ...]:
    """Return the words of a name without a possessive's ending and a suffix."""
    found = [word.removesuffix("'s") for word in words_of(name).folded]
    while len(found) > 1 and found[-1] in _SUFFIXES:
        found.pop()
    return tuple(found)


def may_be_same(one: str, other: str) -> bool:
    """Return whether two names may be one person's or organisation's.

    All words of the shorter are in the longer, an initial standing for any word that begins with it, or the last words are alike
    and the first words do not differ.
    """
    first, second = name_words(one), name_words(other)
    if not first or not second:
        return True
    short, long = sorted((first, second), key=len)
    if all(any(_alike(word, against) for against in long) for word in short):
        return True
    if first[-1] == second[-1] and len(short) > 1:
        return _alike(first[0], second[0])
    return _initials(short) == _initials(long) and len(short) != len(long)


def _alike(word: str, other: str) -> bool:
    if word == other or (1 in (len(word), len(other)) and word[0] == other[0]):
        return True
    return min(len(word), len(other)) >= _LONG and SequenceMatcher(None, word, other).ratio() >= _MISSPELT


def _initials(words: Sequence[str]) -> str:
    return words[0] if len(words) == 1 else "".join(word[0] for word in words)


def is_among(name: str, others: Iterable[str]) -> bool:
    """Return whether a name may be one of these."""
    return any(may_be_same(name, other) for other in others)
