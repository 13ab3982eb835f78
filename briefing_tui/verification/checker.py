"""Check the quotations of a draft against articles."""

from collections.abc import Sequence

from msgspec import Struct

from briefing_tui.model.briefing import Place
from briefing_tui.verification.alignment import similar, verbatim
from briefing_tui.verification.articles import ArticleText, Utterance, speaker_names
from briefing_tui.verification.drafts.quotations import DraftQuotation
from briefing_tui.verification.drafts.reading import Draft
from briefing_tui.verification.names import is_among
from briefing_tui.verification.quoted_words import quoted_words
from briefing_tui.verification.shelf import Shelf
from briefing_tui.verification.stitching import Part, stitched
from briefing_tui.verification.verdicts import GOOD, Comparison, Status, WordChange, read
from briefing_tui.verification.words import Words

_ALIKE = 0.42
"""The least likeness at which an utterance counts as the source of a quotation.

Of 428 altered quotations in three sets of drafts 424 reached 0.4, and of 217 that no article had, two."""
_ALIKE_OWN = 0.55
"""The same for an article's own words, of which there are more."""
_WORDS_ALIKE, _WORDS_ALIKE_BY_SPEAKER = 4, 3
"""The fewest words alike, and the fewest if draft and article name the same speaker."""
_TERM, _SMALL_WORD = 3, 3
"""The words of a term, and the letters of a word that is small in a title."""
_QUOTED_FIRST = 0.02
"""The likeness by which words in quotation marks may be behind an article's own words, and still count as the source."""


class Evidence(Struct, frozen=True):
    """Words of an article that a verdict rests on.

    `speakers` are the names that the article has for who says them; none if that is not clear. `item` is the id of the
    briefing's quote, or of the section or other item that holds them.
    """

    article: ArticleText
    place: Place
    words: str
    speakers: tuple[str, ...] = ()
    item: str = ""


class Finding(Struct, frozen=True):
    """The verdict on a quotation of a draft, with its evidence.

    `status` is None for words that nobody is said to have said: a title, a term, scare quotes. Two pieces of evidence belong to
    a stitched quotation, none to an absent one. `changes` are what the draft has and the article has not, and the reverse.
    """

    quotation: DraftQuotation
    status: Status | None
    evidence: tuple[Evidence, ...] = ()
    changes: tuple[WordChange, ...] = ()

    @property
    def is_good(self) -> bool:
        """True if it is exact or fairly trimmed, or no quotation."""
        return self.status is None or self.status in GOOD

    @property
    def note(self) -> str:
        """A warning that the evidence is thin; empty if it is not."""
        if self.status not in GOOD or not self.evidence or not self.quotation.speaker.name:
            return ""
        if not self.evidence[0].speakers:
            return "speaker not clear in the article"
        return "" if self.quotation.speaker.is_named else "speaker not clear in the draft"


def check_draft(draft: Draft, shelf: Shelf) -> list[Finding]:
    """Compare every quotation of a draft with the articles that may have its words."""
    return [check_quotation(quotation, shelf) for quotation in draft.quotations]


def check_quotation(quotation: DraftQuotation, shelf: Shelf) -> Finding:
    """Compare a quotation with the articles that may have its words."""
    said = quoted_words(quotation.text)
    if not len(said.words):
        return Finding(quotation, None)
    articles = shelf.likely(said.folded, quotation.speaker.name)
    with_brackets = quoted_words(quotation.text, brackets=False) if said.gaps else said
    forms = (said,) if len(with_brackets.words) == len(said.words) else (with_brackets, said)
    whole = [read(found) for form in forms for article in articles for found in verbatim(article, form)]
    if fair := [comparison for comparison in whole if comparison.is_fair]:
        return _fair(quotation, fair)
    if not quotation.speaker.is_speech or (not quotation.speaker.name and _may_be_a_term(said.words)):
        return Finding(quotation, None)
    close = [read(found) for article in articles for found in similar(article, said)]
    if fair := [comparison for comparison in close if comparison.is_fair]:
        return _fair(quotation, fair)
    alike = max((one.spoken for one in close), default=0)
    if parts := stitched(said, articles, alike):
        return Finding(quotation, "stitched", tuple(_part(part) for part in parts))
    return _bad(quotation, whole, close)


def _may_be_a_term(words: Words) -> bool:
    """Return whether words that nobody is named for may be a term or a title: a few, or all written like names."""
    longer = [start for start, end in zip(words.starts, words.ends, strict=True) if end - start > _SMALL_WORD]
    return len(words) <= _TERM or all(words.text[start].isupper() for start in longer)


def _fair(quotation: DraftQuotation, comparisons: Sequence[Comparison]) -> Finding:
    best = min(comparisons, key=lambda one: (_is_other(quotation, one), not _is_exact(quotation, one)))
    if _is_other(quotation, best):
        return _finding(quotation, "exact-other-speaker", best)
    return _finding(quotation, "exact" if _is_exact(quotation, best) else "trimmed", best)


def _bad(quotation: DraftQuotation, whole: Sequence[Comparison], close: Sequence[Comparison]) -> Finding:
    """Return the finding on words that no utterance has: those that articles report, or that are most alike."""
    if whole:
        best = max(whole, key=lambda one: (not one.jumps, one.share))
        return _finding(quotation, "stitched" if best.jumps and best.is_quoted else "paraphrase-only", best)
    if not close:
        return Finding(quotation, "absent")
    best = max(close, key=lambda one: one.likeness + _QUOTED_FIRST * one.is_quoted)
    least = _WORDS_ALIKE_BY_SPEAKER if _is_by_speaker(quotation, best) else _WORDS_ALIKE
    if best.likeness < (_ALIKE if best.is_quoted else _ALIKE_OWN) or best.alignment.matched < least:
        return Finding(quotation, "absent")
    return _finding(quotation, "altered" if best.is_quoted else "paraphrase-only", best)


def _is_by_speaker(quotation: DraftQuotation, comparison: Comparison) -> bool:
    names = _speakers(comparison)
    return bool(quotation.speaker.name and names and is_among(quotation.speaker.name, names))


def _is_other(quotation: DraftQuotation, comparison: Comparison) -> bool:
    """Return whether draft and article both name a speaker, and not the same one."""
    said, names = quotation.speaker, _speakers(comparison)
    return bool(said.name and said.is_named and names and not is_among(said.name, names))


def _is_exact(quotation: DraftQuotation, comparison: Comparison) -> bool:
    found = comparison.utterance
    whole = found and comparison.article.text[found.start : found.end]
    return whole == quotation.text and not quotation.is_emphasised


def _speakers(comparison: Comparison) -> tuple[str, ...]:
    return speaker_names(comparison.article.briefing, comparison.utterance.quote if comparison.utterance else None)


def _finding(quotation: DraftQuotation, status: Status, found: Comparison) -> Finding:
    words = found.article.words
    evidence = _evidence(found.article, words.starts[found.at], words.ends[found.to - 1], found.words, found.utterance)
    return Finding(quotation, status, (evidence,), found.faults)


def _part(part: Part) -> Evidence:
    words = part.article.words
    return _evidence(part.article, words.starts[part.at], words.ends[part.at + part.size - 1], part.words, part.utterance)


def _evidence(article: ArticleText, start: int, end: int, words: str, utterance: Utterance | None) -> Evidence:
    quote = utterance.quote if utterance else None
    place = article.place(start, end)
    return Evidence(article, place, words, speaker_names(article.briefing, quote), quote.id if quote else place.at)
