"""Judge a quotation by the article's words beside it."""

from itertools import pairwise
from typing import Literal

from msgspec import Struct

from briefing_tui.verification.alignment import Alignment, SharedRun
from briefing_tui.verification.articles import ArticleText, Utterance

Status = Literal["exact", "trimmed", "altered", "stitched", "exact-other-speaker", "paraphrase-only", "absent"]
GOOD: frozenset[Status] = frozenset(("exact", "trimmed"))

_OWN_WORDS = 0.5
"""The share of matched words in quotation marks below which an article only reports what was said."""


class WordChange(Struct, frozen=True):
    """Words of a quotation, and those that the article has instead; either may be empty."""

    draft: str
    article: str


class Comparison(Struct, frozen=True):
    """A quotation as one place of an article has it.

    `faults` are the changes that nothing in the quotation shows, `jumps` the number of places where it goes on in another
    utterance. `share` is the share of the words in quotation marks, `likeness` from 0 to 1. `utterance` is the one with most of
    the words, and `spoken` the number that its speech has.
    """

    alignment: Alignment
    faults: tuple[WordChange, ...]
    jumps: int
    share: float
    likeness: float
    spoken: int
    utterance: Utterance | None

    @property
    def article(self) -> ArticleText:
        """The article."""
        return self.alignment.article

    @property
    def is_quoted(self) -> bool:
        """True if the article has the words in quotation marks."""
        return self.share >= _OWN_WORDS

    @property
    def is_fair(self) -> bool:
        """True if the quotation has the words of one utterance, and shows what it left out."""
        return self.is_quoted and not self.jumps and not self.faults

    @property
    def words(self) -> str:
        """The article's words, from the first to the last that is alike."""
        runs = self.alignment.runs
        return self.article.words.slice(runs[0].at, runs[-1].to)


def read(alignment: Alignment) -> Comparison:
    """Find what a quotation changed of the article's words, and where it left the utterance."""
    article, runs = alignment.article, alignment.runs
    owners = [article.utterance_at(index) for run in runs for index in range(run.at, run.to)]
    inside = [owner for owner in owners if owner]
    faults: list[WordChange] = []
    jumps = missing = 0
    said = len(alignment.quoted.words)
    ends = [SharedRun(0, max(0, runs[0].at - runs[0].first), 0), *runs, SharedRun(said, runs[-1].to + said - runs[-1].last, 0)]
    for before, after in pairwise(ends):
        kind = _between(alignment, before, after)
        jumps += kind == "jump"
        if kind == "fault":
            faults.append(_change(alignment, before, after))
            missing += max(after.first - before.last, min(after.at - before.to, said))
    most = max(set(inside), key=inside.count, default=None)
    return Comparison(
        alignment,
        tuple(faults),
        jumps,
        len(inside) / len(owners),
        alignment.matched / (alignment.matched + missing),
        sum(1 for owner in inside if most and owner.speech == most.speech),
        most,
    )


def _between(alignment: Alignment, before: SharedRun, after: SharedRun) -> Literal["nothing", "jump", "fault"]:
    """Return what is between two runs: nothing that a fair quotation may not leave out, another utterance, or a change."""
    article, gaps = alignment.article, alignment.quoted.gaps
    if after.first > before.last:
        return "fault"
    if after.at == before.to or not before.size or not after.size:
        return "nothing"
    one, other = article.utterance_at(before.to - 1), article.utterance_at(after.at)
    is_outside = any(article.utterance_at(index) is None for index in range(before.to, after.at))
    if one and other and one.speech != other.speech and is_outside:
        return "jump"
    if before.last in gaps:
        return "nothing"
    if one and other and one.speech == other.speech and one is not other:
        skipped_words = [index for index in range(before.to, after.at) if article.utterance_at(index)]
        return "fault" if skipped_words else "nothing"
    return "fault"


def _change(alignment: Alignment, before: SharedRun, after: SharedRun) -> WordChange:
    draft, article = alignment.quoted.words, alignment.article.words
    to = min(len(article), after.at)
    return WordChange(draft.slice(before.last, after.first), article.slice(min(before.to, to), to))
