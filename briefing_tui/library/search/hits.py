"""The hits of a query in one article.

They are the passages, quotes, captions and titles that have its words.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate
from typing import Any, Literal

from msgspec import Struct

from briefing_tui.library.index.library_index import LibraryIndex
from briefing_tui.library.index.records import ArticleBlock, ArticleRecord, QuoteRecord, worded_speaker
from briefing_tui.library.index.rows import StoredArticle
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
    spans: list[list[Span]] = []
    terms: int = 0
    num: int = 0
    """The number of a quote in the index."""
    quote: QuoteRecord | None = None

    def add(self, quote: QuoteRecord) -> None:
        """Add the quote whose words the passage is."""
        self.quote, self.item, self.place = quote, quote.id, next(filter(None, quote.places), None)


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

    def stored(self, numbers: Sequence[int]) -> dict[int, StoredArticle]:
        """Return articles by their numbers, with what is searched of them."""
        has_quotes, has_captions = ("quote" in self._kinds and self._names is None), "caption" in self._kinds
        return self._index.stored_articles(numbers, has_quotes, has_captions)

    def of(self, stored: StoredArticle, terms: int) -> list[SearchHit]:
        """Return the hits in an article; `terms` is the number of terms.

        These are the passages with most of the terms, in the article's order. Without terms there are only quotes by name.
        """
        if not terms and self._names is None:
            return []
        if self._names is not None:
            found = self._quotes_by_names(stored.record.num) if "quote" in self._kinds else []
            if terms:
                self._look_at(found, stored.record, stored.blocks)
        else:
            found = self._passages(stored)
            if not all(any(passage.spans[term] for passage in found) for term in range(terms)):
                return []  # A phrase that goes over the end of a paragraph, or a beginning that SQLite was not asked for.
            self._add_quotes(found)
            if "text" in self._kinds and "quote" in self._kinds:
                found = list(_without_repeated(found))
        most = max((passage.terms for passage in found), default=0)
        if not most and self._names is None:
            return []
        headings = headings_of(stored.blocks)
        return [_hit(passage, headings) for passage in found if passage.terms == most]

    def quotes_about(self, article: ArticleRecord, terms: int) -> list[QuoteInArticle]:
        """Return the quotes in an article that are about all of the terms.

        A quote is about what its words, its paragraph, its section's heading or the article's title names.
        """
        passages = self._quotes_by_names(article.num)
        if not passages:
            return []
        blocks = self._index.blocks(article.num)
        self._look_at(passages, article, blocks)
        headings = headings_of(blocks)
        return [
            QuoteInArticle(article, passage.quote, _flat(passage.spans), headings.get(passage.quote.section or "", ""))
            for passage in passages
            if passage.terms == terms and passage.quote is not None
        ]

    def _passages(self, stored: StoredArticle) -> list[_Passage]:
        """Return the passages that have any of the terms; quotes are not looked up yet."""
        texts: list[str] = []
        sources: list[tuple[HitKind, Any]] = []
        """Of each text its kind, and what tells its place."""
        if "title" in self._kinds:
            texts += [text for _, text in stored.headlines]
            sources += [("title", at) for at, _ in stored.headlines]
        if "quote" in self._kinds:
            texts += [words for _, words in stored.quoted]
            sources += [("quote", num) for num, _ in stored.quoted]
        if "text" in self._kinds:
            texts += [block.text for block in stored.blocks]
            sources += [("text", block) for block in stored.blocks]
        if "caption" in self._kinds:
            texts += [text for _, text in stored.captions]
            sources += [("caption", image) for image, _ in stored.captions]
        found = self._finder.find_among(texts)
        return [_passage(*sources[at], texts[at], found[at]) for at in sorted(found)]

    def _add_quotes(self, passages: Sequence[_Passage]) -> None:
        """Look up the quotes among the passages."""
        wanted = [passage for passage in passages if passage.kind == "quote"]
        if wanted:
            known = {quote.num: quote for quote in self._index.quotes_by_number(passage.num for passage in wanted)}
            for passage in wanted:
                passage.add(known[passage.num])

    def _quotes_by_names(self, article: int) -> list[_Passage]:
        """Return an article's quotes, those by the names if there are any; they are not searched yet."""
        found = []
        for quote in self._index.quotes_of(article):
            if self._names is None or quote.name in self._names:
                found.append(_Passage("quote", quote.words, num=quote.num))
                found[-1].add(quote)
        return found

    def _look_at(self, passages: Sequence[_Passage], article: ArticleRecord, blocks: Sequence[ArticleBlock]) -> None:
        """Look for the terms in quotes and around them."""
        for passage in passages:
            passage.spans = self._finder.find(passage.text)
        self._count_surroundings(article, blocks, passages)

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


def _passage(kind: HitKind, source: Any, text: str, spans: list[list[Span]]) -> _Passage:
    """Return a passage by what tells its place: the name of one, an image's id, a block, or the number of a quote."""
    terms = sum(map(bool, spans))
    if kind == "quote":
        return _Passage(kind, text, spans=spans, terms=terms, num=source)
    item, place = (source.section, Place(source.section, source.paragraph)) if kind == "text" else (source, Place(source))
    return _Passage(kind, text, item, place, spans, terms)


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


def _flat(spans: Sequence[Sequence[Span]]) -> tuple[Span, ...]:
    return tuple(sorted(span for some in spans for span in some))
