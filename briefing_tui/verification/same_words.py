"""Find the same utterance in several articles: identical, cut differently, or with different words.

A slogan or a stock phrase is no one utterance. Short ones count only if one speaker says them, long ones whoever the articles
say it was: they may disagree about that, which is worth knowing.
"""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import pairwise, product
from typing import Literal, NamedTuple

from msgspec import Struct

from briefing_tui.library.index.library_index import LibraryIndex
from briefing_tui.library.index.records import QuoteRecord
from briefing_tui.model.briefing import Briefing, Quote
from briefing_tui.verification.articles import speaker_names
from briefing_tui.verification.names import may_be_same
from briefing_tui.verification.verdicts import WordChange
from briefing_tui.verification.words import Words, words_of

Relation = Literal["identical", "cut differently", "different words"]

_FEWEST = 3
"""Words of the shortest utterance that is looked for."""
_TELLING, _RARE, _LONG = 12, 20, 42
"""Letters of words that are one utterance if one speaker says them, if it is not clear who says them, and whoever says them."""
_FEW, _SEVERAL = 4, 6
"""The fewest words if it is not clear who says them, and those of which letters do not matter then."""
_WHOLE = 5
"""Words of two quotes with the same words and no more that are one utterance whoever says them."""
_ENOUGH = 8
"""The fewest words alike of two versions with different words."""
_LONG_RUN, _SHORT_RUN = 9, 5
"""Words in a row that are one utterance whatever surrounds them, and the fewest of one with different words."""
_ALIKE, _ALIKE_BY_OTHERS = 0.7, 0.8
"""The shares of the shorter quote's words that two versions have alike, if one speaker or two say them."""
_CANDIDATES = 50
_LONGEST = 400
"""The words of a quote that are compared; of a longer one its beginning."""


class Likeness(Struct, frozen=True):
    """A comparison of two quotes that are one utterance.

    `changes` are words of the first (`draft`) and what the second has instead (`article`). `is_by_other` means that the articles
    name different speakers.
    """

    relation: Relation
    changes: tuple[WordChange, ...] = ()
    is_by_other: bool = False


class QuoteVersion(Struct, frozen=True):
    """A quote of another article that has the same words."""

    quote: QuoteRecord
    likeness: Likeness


def same_words(index: LibraryIndex, quote: QuoteRecord) -> list[QuoteVersion]:
    """Return the quotes of other articles that are the same utterance, the newest first.

    Raises IndexTrouble.
    """
    others = index.quotes_by_number(num for num, _ in index.quotes_like(quote.words, most=_CANDIDATES) if num != quote.num)
    versions = [
        QuoteVersion(other, likeness)
        for other in others
        if other.article != quote.article and (likeness := compare_quotes(_spoken(quote), _spoken(other))) is not None
    ]
    return versions[::-1]


def same_words_of_all(index: LibraryIndex) -> Iterator[list[tuple[QuoteRecord, str]]]:
    """Yield each utterance of several articles: quotes, and the part of each that has it.

    Raises IndexTrouble.
    """
    quotes = {quote.num: quote for article in index.articles() for quote in index.quotes_of(article.num)}
    group_of: dict[_Part, set[_Part]] = {}
    for quote in quotes.values():
        for version in same_words(index, quote):
            for one, other in _same_parts(quote, version.quote):
                first, second = group_of.setdefault(one, {one}), group_of.setdefault(other, {other})
                if first is not second:
                    first |= second
                    group_of |= dict.fromkeys(second, first)
    groups = {min(group): group for group in group_of.values()}
    for least in sorted(groups):
        yield [(quotes[num], quotes[num].parts[part]) for num, part in sorted(groups[least])]


_Part = tuple[int, int]
"""The number of a quote, and the index of one of its parts."""


def _same_parts(quote: QuoteRecord, other: QuoteRecord) -> Iterator[tuple[_Part, _Part]]:
    """Yield the parts of two quotes that are one utterance; if none are alone, the two that have most alike."""
    pairs = list(product(enumerate(quote.parts), enumerate(other.parts)))
    speakers = _speakers(_spoken(quote), _spoken(other))
    same = [(one, two) for (one, words), (two, others) in pairs if _compared(words, others, speakers)]
    if not same:
        (one, _), (two, _) = max(pairs, key=lambda pair: _alike(pair[0][1], pair[1][1]))
        same = [(one, two)]
    yield from (((quote.num, one), (other.num, two)) for one, two in same)


def _alike(words: str, others: str) -> int:
    one, two = words_of(words).folded[:_LONGEST], words_of(others).folded[:_LONGEST]
    return sum(block.size for block in SequenceMatcher(None, one, two, autojunk=False).get_matching_blocks())


class SpokenWords(NamedTuple):
    """The parts of a quote, and its speaker if the article names one."""

    parts: tuple[str, ...]
    speaker: str | None


def spoken_in(briefing: Briefing, quote: Quote) -> SpokenWords:
    """Return what a quote of a briefing needs for comparing."""
    return SpokenWords(quote.parts, next(iter(speaker_names(briefing, quote)), None))


def _spoken(quote: QuoteRecord) -> SpokenWords:
    return SpokenWords(quote.parts, quote.speaker if quote.actor is not None else None)


def compare_quotes(quote: SpokenWords, other: SpokenWords) -> Likeness | None:
    """Return how two quotes differ if they are one utterance, else None."""
    speakers = _speakers(quote, other)
    found = _compared(" ".join(quote.parts), " ".join(other.parts), speakers)
    if found is None and len(quote.parts) + len(other.parts) > 2:
        parts = (_compared(one, two, speakers) for one, two in product(quote.parts, other.parts))
        found = next(filter(None, parts), None)
    return found


def _compared(words: str, others: str, is_same_speaker: bool | None) -> Likeness | None:
    one, two = words_of(words), words_of(others)
    first, second = one.folded[:_LONGEST], two.folded[:_LONGEST]
    blocks = [block for block in SequenceMatcher(None, first, second, autojunk=False).get_matching_blocks() if block.size]
    sizes = [block.size for block in blocks]
    if not blocks or not _is_one(min(first, second, key=len), first == second, sizes, is_same_speaker):
        return None
    changes = tuple(_changes(one, two, [(block.a, block.b, block.size) for block in blocks]))
    relation: Relation = "different words" if changes else "identical" if first == second else "cut differently"
    return Likeness(relation, changes, is_same_speaker is False)


def _speakers(quote: SpokenWords, other: SpokenWords) -> bool | None:
    """Return whether two quotes are by one speaker, None if an article does not name theirs."""
    if not (quote.speaker and other.speaker):
        return None
    return may_be_same(quote.speaker, other.speaker)


def _is_one(shorter: Sequence[str], is_identical: bool, runs: Sequence[int], is_same_speaker: bool | None) -> bool:
    """Return whether words alike are one utterance.

    Args:
        shorter: the words of the shorter quote.
        is_identical: whether the other has the same words and no more.
        runs: the words of each run that both have.
        is_same_speaker: None if that is not clear.
    """
    alike, longest, count = sum(runs), max(runs), len(shorter)
    if count < _FEWEST:
        return False
    if alike == count and 2 * longest >= count:
        letters = sum(map(len, shorter))
        if is_same_speaker:
            return letters >= _TELLING
        if is_identical and (count >= _WHOLE or letters >= _RARE):
            return True
        if is_same_speaker is None:
            return count >= _SEVERAL or (count >= _FEW and letters >= _RARE)
        return letters >= _LONG
    if longest >= _LONG_RUN:
        return True
    least = _ALIKE_BY_OTHERS if is_same_speaker is False else _ALIKE
    return alike >= max(_ENOUGH, least * count) and longest >= _SHORT_RUN


def _changes(one: Words, two: Words, blocks: Sequence[tuple[int, int, int]]) -> Iterator[WordChange]:
    """Yield the differences between the first and the last words alike; what is cut at the ends is none."""
    for (a, b, size), (next_a, next_b, _) in pairwise(blocks):
        yield WordChange(one.slice(a + size, next_a), two.slice(b + size, next_b))
