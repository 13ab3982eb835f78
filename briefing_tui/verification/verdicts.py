"""Judge a quotation by the article's words beside it."""

from collections import Counter
from itertools import pairwise
from typing import Literal

from msgspec import Struct

from briefing_tui.verification.alignment import Alignment, SharedRun
from briefing_tui.verification.articles import ArticleText, Utterance

Status = Literal["exact", "trimmed", "altered", "stitched", "exact-other-speaker", "paraphrase-only", "absent"]
GOOD: frozenset[Status] = frozenset(("exact", "trimmed"))

_LONGEST_LOSS = 60
"""The most characters that words which were left out count in the likeness."""
_OWN_WORDS = 0.5
"""The share of matched words in quotation marks below which an article only reports what was said."""


class WordChange(Struct, frozen=True):
    """Words of a quotation, and those that the article has instead; either may be empty."""

    draft: str
    article: str


class Comparison(Struct, frozen=True):
    """A quotation as one place of an article has it.

    `at` and `to` are the range of the article's words. `faults` are the changes that nothing in the quotation shows, `jumps` the
    number of places where it continues in another utterance. `share` is the share of the words in quotation marks, `likeness`
    the share of characters alike. `utterance` is the one with most of the words, and `spoken` the number that its speech has.
    """

    alignment: Alignment
    at: int
    to: int
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
        """True if all words are of one utterance, and what was left out is shown."""
        return self.is_quoted and not self.jumps and not self.faults

    @property
    def words(self) -> str:
        """The article's words.

        If the quotation changed the first or last of them, they reach to the next mark.
        """
        return self.article.words.slice(self.at, self.to)


def read(alignment: Alignment) -> Comparison:
    """Find what a quotation changed of the article's words, and where it left the utterance."""
    article, runs = alignment.article, alignment.runs
    owners = [article.utterance_at(index) for run in runs for index in range(run.at, run.to)]
    speeches = Counter(owner.speech for owner in owners if owner)
    most = speeches.most_common(1)[0] if speeches else None
    faults: list[WordChange] = []
    jumps = missing = 0
    said = len(alignment.quoted.words)
    at, to = article.clause_start(runs[0].at, runs[0].first), article.clause_end(runs[-1].to, said - runs[-1].last)
    for before, after in pairwise((SharedRun(0, at, 0), *runs, SharedRun(said, to, 0))):
        kind = _between(alignment, before, after)
        jumps += kind == "jump"
        if kind == "fault":
            faults.append(_change(alignment, before, after))
            is_end = not before.size or not after.size
            missing += max(len(faults[-1].draft), 0 if is_end else min(len(faults[-1].article), _LONGEST_LOSS))
    alike = sum(len(alignment.quoted.words.slice(run.first, run.last)) for run in runs)
    return Comparison(
        alignment,
        at,
        to,
        tuple(faults),
        jumps,
        speeches.total() / len(owners),
        alike / (alike + missing),
        most[1] if most else 0,
        next((owner for owner in owners if owner and most and owner.speech == most[0]), None),
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
    return WordChange(draft.slice(before.last, after.first), article.slice(before.to, after.at))
