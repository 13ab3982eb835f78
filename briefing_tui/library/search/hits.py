"""The hits of a query in one article.

They are the passages, quotes, captions and titles that have its words.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate
from typing import Literal

from msgspec import Struct

from briefing_tui.library.index.library_index import LibraryIndex
from briefing_tui.library.index.records import ArticleBlock, ArticleRecord, QuoteRecord, worded_speaker
from briefing_tui.library.search.passages import Span, TermFinder, snippet
from briefing_tui.model.briefing import LEAD, Place

HitKind = Literal["title", "text", "quote", "caption", "note", "actor"]
_KIND_OF_IN: dict[str, HitKind] = {"titles": "title", "text": "text", "quotes": "quote", "captions": "caption", "notes": "note"}


class SearchHit(Struct, frozen=True):
    """A passage that was found.

    - `text`, `spans`: the passage, or the part of it around the first word found, and the ranges to highlight in it.
    - `item`: the id of the quote, image, actor or note; of a text, the id of its section.
    - `place`: where it is in the article, if that is known.
    - `speaker`: who said a quote, in words; `heading`: the section's heading.
    """

    kind: HitKind
    text: str
    spans: tuple[Span, ...] = ()
    item: str = ""
    place: Place | None = None
    speaker: str = ""
    heading: str = ""


class QuoteInArticle(Struct, frozen=True):
    """A quote with its article, and the ranges of its words that were searched for."""

    article: ArticleRecord
    quote: QuoteRecord
    spans: tuple[Span, ...] = ()
    heading: str = ""


class _Passage(Struct):
    """A passage of an article with the ranges of each term in it."""

    kind: HitKind
    text: str
    item: str = ""
    place: Place | None = None
    quote: QuoteRecord | None = None
    spans: list[list[Span]] = []
    terms: int = 0


class ArticleHits:
    """Looks for the words of a query in one article after another."""

    def __init__(self, index: LibraryIndex, finder: TermFinder, kinds: Sequence[str], names: set[int] | None) -> None:
        """Take what is searched for.

        Args:
            index: the index.
            finder: finds the terms.
            kinds: the values of `in:`; empty for all.
            names: numbers of the names whose quotes are wanted, and nothing else; None without such a limit.
        """
        self._index, self._finder, self._names = index, finder, names
        self._kinds = {_KIND_OF_IN[kind] for kind in kinds} or set(_KIND_OF_IN.values())
        if names is not None:
            self._kinds &= {"quote"}

    def of(self, article: ArticleRecord, terms: int) -> list[SearchHit]:
        """Return the hits in an article; `terms` is the number of terms.

        These are the passages with most of the terms, in the article's order. Without terms there are only quotes by name.
        """
        if not terms and self._names is None:
            return []
        is_quick = self._kinds == {"quote"} and self._names is None
        blocks = [] if is_quick else self._index.blocks(article.num)
        found = list(self._passages(article, blocks, bool(terms)))
        for passage in found:
            passage.spans = self._finder.find(passage.text)
            passage.terms = sum(map(bool, passage.spans))
        if self._names is not None:
            if terms:
                self._count_surroundings(article, blocks, found)
        elif not all(any(passage.spans[term] for passage in found) for term in range(terms)):
            return []  # A phrase that goes over the end of a paragraph, or a beginning that SQLite was not asked for.
        if len(self._kinds) > 1 or "text" in self._kinds:
            found = list(_without_repeated(found))
        most = max((passage.terms for passage in found), default=0)
        if not most and self._names is None:
            return []
        headings = headings_of(blocks or self._index.blocks(article.num))
        return [_hit(passage, headings) for passage in found if passage.terms == most]

    def quotes_about(self, article: ArticleRecord, terms: int) -> list[QuoteInArticle]:
        """Return the quotes in an article that are about all of the terms.

        A quote is about what its words, its paragraph, its section's heading or the article's title names.
        """
        quotes = [quote for quote in self._index.quotes_of(article.num) if self._names is None or quote.name in self._names]
        if not quotes:
            return []
        blocks = self._index.blocks(article.num)
        passages = [_Passage("quote", quote.words, quote.id, _first_place(quote), quote) for quote in quotes]
        for passage in passages:
            passage.spans = self._finder.find(passage.text)
        self._count_surroundings(article, blocks, passages)
        headings = headings_of(blocks)
        return [
            QuoteInArticle(article, passage.quote, _flat(passage.spans), headings.get(passage.quote.section or "", ""))
            for passage in passages
            if passage.terms == terms and passage.quote is not None
        ]

    def _passages(self, article: ArticleRecord, blocks: Sequence[ArticleBlock], has_terms: bool) -> Iterator[_Passage]:
        if "title" in self._kinds:
            for at, text in self._index.headlines(article.num):
                yield _Passage("title", text, at, Place(at))
        quotes = self._index.quotes_of(article.num) if self._kinds & {"quote", "text"} else []
        if "quote" in self._kinds:
            for quote in quotes:
                if self._names is None or quote.name in self._names:
                    yield _Passage("quote", quote.words, quote.id, _first_place(quote), quote)
        if "text" in self._kinds and has_terms:
            for block in blocks:
                yield _Passage("text", block.text, block.section, Place(block.section, block.paragraph))
        if "caption" in self._kinds:
            for image, text in self._index.captions_of(article.num):
                yield _Passage("caption", text, image, Place(image))

    def _count_surroundings(self, article: ArticleRecord, blocks: Sequence[ArticleBlock], passages: Sequence[_Passage]) -> None:
        """Count the terms in the quotes and around them."""
        texts = {(block.section, block.paragraph): block.text for block in blocks}
        known: dict[tuple[str, int | None] | None, list[bool]] = {}

        def has(key: tuple[str, int | None] | None, text: str) -> list[bool]:
            if key not in known:
                known[key] = list(map(bool, self._finder.find(text)))
            return known[key]

        title = has(None, article.title or "")
        for passage in passages:
            around = [list(map(bool, passage.spans)), title]
            place = passage.place
            if place is not None:
                around += [has((place.at, at), texts.get((place.at, at), "")) for at in {None, place.paragraph}]
            passage.terms = sum(map(any, zip(*around, strict=True)))


def headings_of(blocks: Sequence[ArticleBlock]) -> dict[str, str]:
    """Return the headings of an article's sections by their ids."""
    found = {block.section: LEAD for block in blocks}
    return found | {block.section: block.text for block in blocks if block.paragraph is None}


def _hit(passage: _Passage, headings: dict[str, str]) -> SearchHit:
    spans = _flat(passage.spans)
    shown = snippet(passage.text, passage.spans)
    place, quote = passage.place, passage.quote
    if passage.kind == "text" and place is not None and spans:
        place = Place(place.at, place.paragraph, *min(spans)) if place.paragraph is not None else Place(place.at)
    section = quote.section if quote else place.at if place else None
    speaker = worded_speaker(quote) if quote else ""
    return SearchHit(passage.kind, shown.text, shown.spans, passage.item, place, speaker, headings.get(section or "", ""))


def _without_repeated(passages: Sequence[_Passage]) -> Iterator[_Passage]:
    """Leave out paragraphs whose words were found in the quotes in them only."""
    quoted: dict[tuple[str, int | None], list[Span]] = {}
    for passage in passages:
        if passage.quote is not None:
            for place in passage.quote.places:
                if place is not None and place.start is not None and place.end is not None:
                    quoted.setdefault((place.at, place.paragraph), []).append((place.start, place.end))
    for passage in passages:
        key = (passage.place.at, passage.place.paragraph) if passage.place else None
        if passage.kind == "text" and key in quoted and passage.terms:
            inside = _is_inside(quoted[key])
            if all(inside(span) for spans in passage.spans for span in spans):
                continue
        yield passage


def _is_inside(ranges: Sequence[Span]) -> Callable[[Span], bool]:
    """Return a function that says whether a range is within one of these."""
    ordered = sorted(ranges)
    starts = [start for start, _ in ordered]
    furthest = list(accumulate((end for _, end in ordered), max))

    def is_inside(span: Span) -> bool:
        at = bisect_right(starts, span[0])
        return at > 0 and span[1] <= furthest[at - 1]

    return is_inside


def _first_place(quote: QuoteRecord) -> Place | None:
    return next(filter(None, quote.places), None)


def _flat(spans: Sequence[Sequence[Span]]) -> tuple[Span, ...]:
    return tuple(sorted(span for some in spans for span in some))
