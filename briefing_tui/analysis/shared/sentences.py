"""Split paragraphs into sentences, and these into words, as a language writes them."""

import re
from collections.abc import Mapping
from sys import intern
from typing import NamedTuple

_WORD = re.compile(r"[^\W_][\w’'.-]*")
_LONGEST_QUOTATION = 2000
"""The characters after which a mark that was never closed no longer joins sentences."""


def _boundary(pairs: Mapping[str, str], closing: str) -> re.Pattern[str]:
    """Return a pattern for the end of a sentence, or a mark."""
    marks = re.escape("".join(dict.fromkeys("".join([*pairs, *pairs.values()]))))
    return re.compile(rf"(?<![.!?…])(?:[.!?…]++)(?P<close>[{re.escape(closing)}]*+)(?:\s*+\[\d{{1,3}}\])*+\s++(?=\S)|[{marks}\"]")


def _whole_end(closing: str) -> re.Pattern[str]:
    """Return a pattern for the end of a whole sentence that asks nothing."""
    return re.compile(rf"[.!…](?:[{re.escape(closing)}]|\s*+\[\d{{1,3}}\])*+$")


class Writing:
    """The signs with which a language writes sentences."""

    def __init__(
        self,
        abbreviations: frozenset[str],
        pairs: Mapping[str, str],
        closing: str,
        capital_words: frozenset[str] = frozenset(),
        has_ordinals: bool = False,
    ) -> None:
        """Take what the language has.

        Args:
            abbreviations: Words in lower case whose full stop ends no sentence.
            pairs: The marks that open a quotation or a bracket, each with those that close it.
            closing: The marks that may be between a full stop and the next sentence.
            capital_words: Words that are others in small letters: `US`.
            has_ordinals: Whether `3.` is `third`, so that its full stop ends no sentence.
        """
        self.abbreviations, self.pairs, self.capital_words = abbreviations, pairs, capital_words
        self.has_ordinals = has_ordinals
        self.boundary = _boundary(pairs, closing)
        self.whole_end = _whole_end(closing)
        self._opening = f"\"‘'{''.join(pairs)}"

    def ends_at(self, text: str, start: int, match: re.Match[str]) -> bool:
        """Return whether a full stop ends the sentence that began at `start`.

        It is not an abbreviation's or an initial's, and what follows may begin a sentence.
        """
        following = text[match.end() : match.end() + 4].lstrip(self._opening)[:1]
        if not following or following.islower():
            return False
        if text[match.start()] == "." and not match.group("close"):
            word = text[max(start, match.start() - 20) : match.start()].rpartition(" ")[2].lstrip(f"{self._opening}—–-")
            if word.lower() in self.abbreviations or (word.isupper() and all(len(part) == 1 for part in word.split("."))):
                return False
            return not (self.has_ordinals and word.isdigit() and len(word) <= 2)
        return True


class Sentence(NamedTuple):
    """A sentence with its place: the section's id, the paragraph's number in the article.

    `leads` means that it begins that paragraph.
    """

    text: str
    section: str
    paragraph: int
    leads: bool
    words: tuple[str, ...]


def split_sentences(text: str, writing: Writing) -> list[str]:
    """Return the sentences of a paragraph, verbatim but for the white space between them.

    A quotation or a bracket is never cut.
    """
    sentences: list[str] = []
    start = 0
    marks = _Marks(writing)
    for match in writing.boundary.finditer(text):
        marks.read(match.group("close") if match.group("close") is not None else match.group())
        if match.group("close") is None or not writing.ends_at(text, start, match):
            continue
        if marks.are_closed or match.end() - start > _LONGEST_QUOTATION:
            sentences.append(text[start : match.end()].strip())
            start = match.end()
            marks = _Marks(writing)
    tail = text[start:].strip()
    return [*sentences, tail] if tail else sentences


class _Marks:
    """The quotation marks and brackets read so far."""

    def __init__(self, writing: Writing) -> None:
        self._pairs = writing.pairs
        self._open: list[str] = []
        self._straight = False

    def read(self, marks: str) -> None:
        """Read marks in their order; one that closes nothing open is skipped."""
        for mark in marks:
            if self._open and mark in self._pairs[self._open[-1]]:
                self._open.pop()
            elif mark == '"':
                self._straight = not self._straight
            elif mark in self._pairs:
                self._open.append(mark)

    @property
    def are_closed(self) -> bool:
        """Return whether all marks are closed, so that a sentence may end."""
        return not self._open and not self._straight


def words_of(text: str, writing: Writing) -> tuple[str, ...]:
    """Return the words of a text in lower case.

    Equal words are one object, as a book has many. Words of capitals in a text of small letters keep them if they are others
    without.
    """
    words = [found[0] for found in _WORD.finditer(text)]
    if writing.capital_words.isdisjoint(words) or text.isupper():
        return tuple(map(intern, map(str.lower, words)))
    return tuple(intern(word if word in writing.capital_words else word.lower()) for word in words)
