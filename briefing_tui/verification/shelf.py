"""Articles that a draft is checked against, and which of them may have some words."""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from math import log
from typing import Protocol

from briefing_tui.model.briefing import Briefing
from briefing_tui.verification.articles import ArticleText

_SHINGLE = 3
SHORT = 8
"""Words of a quotation of which a changed word may leave nothing in a row."""
_LIKELY = 6
"""The most articles that are looked into for a quotation that none has word for word."""


class Shelf(Protocol):
    """Articles in which words can be looked up."""

    def likely(self, words: Sequence[str], speaker: str | None = None) -> Sequence[ArticleText]:
        """Return the articles that may have these words, the likeliest first.

        Of a few words, one of which is changed, nothing may be left in a row; then what `speaker` said is looked through.
        """


class GivenArticles:
    """A few articles in memory, for a draft that is checked against given files."""

    def __init__(self, briefings: Iterable[Briefing]) -> None:
        """Read the words of every article."""
        self.articles = [ArticleText(briefing) for briefing in briefings]
        self._with: dict[Sequence[str], list[int]] = {}
        for number, article in enumerate(self.articles):
            for shingle in shingles(article.words.folded):
                self._with.setdefault(shingle, []).append(number)

    def likely(self, words: Sequence[str], speaker: str | None = None) -> Sequence[ArticleText]:
        """Return the articles with most of these words in a row, rare runs first."""
        del speaker
        if len(words) < _SHINGLE:
            needle = f" {' '.join(words)} "
            return [article for article in self.articles if needle in article.line][: _LIKELY * 4]
        weights: dict[int, float] = {}
        for shingle in shingles(words):
            owners = self._with.get(shingle, ())
            for number in owners:
                weights[number] = weights.get(number, 0.0) + log(1 + len(self.articles) / len(owners))
        if not weights and len(words) <= SHORT:
            return self._with_pair(words)
        best = sorted(weights, key=lambda number: (-weights[number], number))
        return [self.articles[number] for number in best[:_LIKELY]]

    def _with_pair(self, words: Sequence[str]) -> list[ArticleText]:
        """Return the articles that have two of these words in a row."""
        pairs = [f" {' '.join(pair)} " for pair in pairwise(words)]
        return [article for article in self.articles if any(pair in article.line for pair in pairs)][:_LIKELY]


def shingles(words: Sequence[str]) -> set[Sequence[str]]:
    """Return every run of three of these words."""
    return {tuple(words[index : index + _SHINGLE]) for index in range(len(words) - _SHINGLE + 1)}
