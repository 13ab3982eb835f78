"""Check the quotations of a draft against articles."""

from collections.abc import Sequence

from msgspec import Struct

from briefing_tui.model.briefing import Place
from briefing_tui.verification.alignment import similar, verbatim
from briefing_tui.verification.articles import ArticleText, speaker_names
from briefing_tui.verification.drafts.quotations import DraftQuotation
from briefing_tui.verification.names import is_among
from briefing_tui.verification.quoted_words import quoted_words
from briefing_tui.verification.shelf import Shelf
from briefing_tui.verification.stitching import Part, stitched
from briefing_tui.verification.verdicts import Comparison, Status, WordChange, read

_ALIKE, _ALIKE_WORDS = 0.5, 4
"""The least likeness, and words alike, at which an article's words count as the source of a quotation.

With these, 3 of 217 quotations from elsewhere got a source in three sets of drafts, and 420 of 428 altered ones their own."""
_QUOTED_FIRST = 0.02
"""The likeness by which words in quotation marks may be behind an article's own words, and still count as the source."""


class Evidence(Struct, frozen=True):
    """Words of an article that a verdict rests on.

    `speakers` are the names that the article has for who says them; none if that is not clear.
    """

    article: ArticleText
    place: Place
    words: str
    speakers: tuple[str, ...] = ()


class Finding(Struct, frozen=True):
    """The verdict on a quotation of a draft, with its evidence.

    `status` is None for words that nobody is said to have said: a title, a term, scare quotes. Two pieces of evidence belong to
    a stitched quotation, none to an absent one. `changes` are what the draft has and the article has not, and the reverse.
    """

    quotation: DraftQuotation
    status: Status | None
    evidence: tuple[Evidence, ...] = ()
    changes: tuple[WordChange, ...] = ()


def check_quotation(quotation: DraftQuotation, shelf: Shelf) -> Finding:
    """Compare a quotation with the articles that may have its words."""
    said = quoted_words(quotation.text)
    if not len(said.words):
        return Finding(quotation, None)
    articles = shelf.likely(said.folded)
    with_brackets = quoted_words(quotation.text, brackets=False) if said.gaps else said
    forms = (said,) if len(with_brackets.words) == len(said.words) else (with_brackets, said)
    whole = [read(found) for form in forms for article in articles for found in verbatim(article, form)]
    if fair := [reading for reading in whole if reading.is_fair]:
        return _fair(quotation, fair)
    if not quotation.speaker.is_speech:
        return Finding(quotation, None)
    close = [read(found) for article in articles for found in similar(article, said)]
    if fair := [reading for reading in close if reading.is_fair]:
        return _fair(quotation, fair)
    alike = max((one.spoken for one in close), default=0)
    if parts := stitched(said, articles, alike):
        return Finding(quotation, "stitched", tuple(_part(part) for part in parts))
    return _bad(quotation, whole, close)


def _fair(quotation: DraftQuotation, readings: Sequence[Comparison]) -> Finding:
    best = min(readings, key=lambda one: (_is_other(quotation, one), not _is_exact(quotation, one)))
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
    if best.likeness < _ALIKE or best.alignment.matched < _ALIKE_WORDS:
        return Finding(quotation, "absent")
    return _finding(quotation, "altered" if best.is_quoted else "paraphrase-only", best)


def _is_other(quotation: DraftQuotation, reading: Comparison) -> bool:
    """Return whether draft and article both name a speaker, and not the same one."""
    said, names = quotation.speaker, _speakers(reading)
    return bool(said.name and said.is_named and names and not is_among(said.name, names))


def _is_exact(quotation: DraftQuotation, reading: Comparison) -> bool:
    found = reading.utterance
    whole = found and reading.article.text[found.start : found.end]
    return whole == quotation.text and not quotation.is_emphasised


def _speakers(reading: Comparison) -> tuple[str, ...]:
    return speaker_names(reading.article.briefing, reading.utterance.quote if reading.utterance else None)


def _finding(quotation: DraftQuotation, status: Status, reading: Comparison) -> Finding:
    runs, article = reading.alignment.runs, reading.article
    place = article.place(article.words.starts[runs[0].at], article.words.ends[runs[-1].to - 1])
    return Finding(quotation, status, (Evidence(article, place, reading.words, _speakers(reading)),), reading.faults)


def _part(part: Part) -> Evidence:
    words = part.article.words
    place = part.article.place(words.starts[part.at], words.ends[part.at + part.size - 1])
    return Evidence(part.article, place, part.words, part.speakers)
