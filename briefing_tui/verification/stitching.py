"""Recognise a quotation that joins two utterances which articles have apart."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from briefing_tui.verification.articles import ArticleText, Utterance, speaker_names
from briefing_tui.verification.names import is_among
from briefing_tui.verification.quoted_words import QuotedWords

_LEAST = 4
"""The fewest words of one of the two utterances; shorter runs are in many articles by chance."""
_LEAST_SAME = 3
"""The same if one person says both."""
_SLACK = 3
"""Words by which the first utterance may be shorter than what an article has alike by chance."""
_LONGEST = 1_000
_PLACES = 20


class Part(NamedTuple):
    """One of the two utterances: words of an article that are all in quotation marks."""

    article: ArticleText
    at: int
    size: int
    utterance: Utterance

    @property
    def words(self) -> str:
        """The words as the article has them."""
        return self.article.words.slice(self.at, self.at + self.size)

    @property
    def speakers(self) -> tuple[str, ...]:
        """The names that the article has for the speaker."""
        return speaker_names(self.article.briefing, self.utterance.quote)


def stitched(said: QuotedWords, articles: Sequence[ArticleText], alike: int) -> tuple[Part, Part] | None:
    """Return the two utterances that a quotation joins, or None.

    One word may join them (`…, and …`).

    Args:
        said: The quotation's words.
        articles: The articles that may have them.
        alike: The number of words that one utterance alone has alike. If that is more than the longer of two parts, the
            quotation is that utterance with changed words.
    """
    folded = said.folded[:_LONGEST]
    first = _longest_start(articles, folded)
    for split in range(first, max(_LEAST_SAME, first - _SLACK) - 1, -1):
        heads = list(_quoted(articles, folded[:split]))
        if not heads:
            continue
        for begin in (split, split + 1):
            rest = folded[begin:]
            if len(rest) < _LEAST_SAME or alike > max(split, len(rest)):
                continue
            pairs = [(head, tail) for head in heads for tail in _quoted(articles, rest) if _are_apart(head, tail)]
            pairs = [pair for pair in pairs if min(split, len(rest)) >= _LEAST or _is_one_speaker(*pair)]
            if pairs:
                return min(pairs, key=lambda pair: (not _is_one_speaker(*pair), pair[0].article is not pair[1].article))
    return None


def _are_apart(head: Part, tail: Part) -> bool:
    return head.article is not tail.article or head.utterance.speech != tail.utterance.speech


def _is_one_speaker(head: Part, tail: Part) -> bool:
    return any(is_among(name, tail.speakers) for name in head.speakers)


def _longest_start(articles: Sequence[ArticleText], said: Sequence[str]) -> int:
    """Return how many of the first words one of the articles has in a row."""
    low, high = 0, len(said)
    while low < high:
        middle = (low + high + 1) // 2
        needle = f" {' '.join(said[:middle])} "
        if any(needle in article.line for article in articles):
            low = middle
        else:
            high = middle - 1
    return low


def _quoted(articles: Sequence[ArticleText], run: Sequence[str]) -> Iterator[Part]:
    """Yield the places that have these words in one utterance."""
    for article in articles:
        for number, at in enumerate(article.occurrences(run)):
            if number >= _PLACES:
                break
            found = article.utterance_at(at)
            end = article.utterance_at(at + len(run) - 1)
            if found and end and found.speech == end.speech:
                yield Part(article, at, len(run), found)
