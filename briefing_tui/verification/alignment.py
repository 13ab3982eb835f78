"""Align the words of a quotation with those of an article."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import pairwise
from typing import NamedTuple

from briefing_tui.verification.articles import ArticleText
from briefing_tui.verification.quoted_words import QuotedWords

_BRACKETED = 12
"""The most words of an article that words in brackets stand for."""
_PLACES = 30
"""The most places of a piece that are tried."""
_WINDOWS = 4
_BUCKET = 16
"""Words by which seeds may be apart and still point to one place."""
_BEFORE, _BEHIND = 24, 90
"""Words before and behind a place at which a changed quotation is looked for; an ellipsis may have left many out."""
_LONGEST = 1_000
"""The most words of a quotation that are aligned; of a longer one its beginning."""
_STRAY = 3
"""How many times as far from the rest as it is long a run of words may be."""


class SharedRun(NamedTuple):
    """Words that a quotation and an article have alike.

    `first` is the index of the first in the quotation, `at` the one in the article, `size` their number.
    """

    first: int
    at: int
    size: int

    @property
    def last(self) -> int:
        """The index behind the last word in the quotation."""
        return self.first + self.size

    @property
    def to(self) -> int:
        """The index behind the last word in the article."""
        return self.at + self.size


class Alignment(NamedTuple):
    """A quotation beside the words of an article: the runs that they share, in order."""

    article: ArticleText
    quoted: QuotedWords
    runs: tuple[SharedRun, ...]

    @property
    def matched(self) -> int:
        """The number of words alike."""
        return sum(run.size for run in self.runs)


def verbatim(article: ArticleText, quoted: QuotedWords) -> Iterator[Alignment]:
    """Yield every place of an article that has all words of a quotation.

    Other words are between them only where the quotation shows that it leaves some out.
    """
    pieces = quoted.pieces()
    if not pieces:
        return
    first, *others = pieces
    for number, at in enumerate(article.occurrences(quoted.folded[slice(*first)])):
        if number >= _PLACES:
            return
        runs = [SharedRun(first[0], at, first[1] - first[0])]
        for piece in others:
            following = next(article.occurrences(quoted.folded[slice(*piece)], runs[-1].to), None)
            if following is None or (not quoted.gaps[piece[0]] and following - runs[-1].to > _BRACKETED):
                break
            runs.append(SharedRun(piece[0], following, piece[1] - piece[0]))
        else:
            yield Alignment(article, quoted, tuple(runs))


def similar(article: ArticleText, quoted: QuotedWords) -> Iterator[Alignment]:
    """Yield the passages of an article that are most like a quotation, as aligned."""
    said = quoted.folded[:_LONGEST]
    for start in _likely_starts(article, said):
        frm = max(0, start - _BEFORE)
        window = article.words.folded[frm : start + len(said) + _BEHIND]
        matcher = SequenceMatcher(None, window, said, autojunk=False)
        runs = [SharedRun(block.b, frm + block.a, block.size) for block in matcher.get_matching_blocks() if block.size]
        if runs:
            yield Alignment(article, quoted, tuple(_without_strays(runs)))


def _without_strays(runs: Sequence[SharedRun]) -> list[SharedRun]:
    """Leave out short runs at either end that are far from the rest."""
    kept = list(runs)
    while len(kept) > 1 and _is_stray(kept[0], kept[0], kept[1]):
        kept.pop(0)
    while len(kept) > 1 and _is_stray(kept[-1], kept[-2], kept[-1]):
        kept.pop()
    return kept


def _is_stray(run: SharedRun, before: SharedRun, after: SharedRun) -> bool:
    apart = after.first - before.last, after.at - before.to
    return max(apart) > _STRAY * run.size + 2 and (run.size <= 2 or min(apart) > 2)


def _likely_starts(article: ArticleText, said: Sequence[str]) -> list[int]:
    """Return the words of an article at which passages like a quotation may start, the likeliest first."""
    votes: dict[int, float] = {}
    for index, pair in enumerate(pairwise(said)):
        places = article.pairs.get(pair, ())
        for place in places[:_PLACES]:
            bucket = (place - index) // _BUCKET
            votes[bucket] = votes.get(bucket, 0.0) + 1 / len(places)
    joined = {bucket: weight + votes.get(bucket + 1, 0.0) for bucket, weight in votes.items()}
    best = sorted(joined, key=lambda bucket: (-joined[bucket], bucket))
    chosen: list[int] = []
    for bucket in best:
        if all(abs(bucket - other) > 1 for other in chosen):
            chosen.append(bucket)
        if len(chosen) == _WINDOWS:
            break
    return [bucket * _BUCKET for bucket in chosen]
