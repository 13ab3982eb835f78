"""Answer queries from the index: articles with their hits, newest or best first, and quotes.

    search = LibrarySearch(index, store)
    page = search.find(parse_query("quay speaker:ortega"))

What is asked for is looked up newest first and only as far as it is shown, so that the time does not grow with the library. "Best
first" orders the newest thousand articles.
"""

import heapq
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import groupby
from typing import TYPE_CHECKING, Literal

from msgspec import Struct

from briefing_tui.library.index.library_index import LibraryIndex
from briefing_tui.library.index.records import ArticleRecord, QuoteRecord
from briefing_tui.library.index.schema import DAY_BITS, FIRST_DATED, first_number, last_number
from briefing_tui.library.search.hits import ArticleHits, QuoteInArticle, SearchHit
from briefing_tui.library.search.passages import TermFinder, snippet
from briefing_tui.library.search.query import Query, Term
from briefing_tui.library.search.user_data import UserData
from briefing_tui.model.reading import STATUSES

if TYPE_CHECKING:
    from briefing_tui.notes.store import NoteStore

SearchOrder = Literal["newest", "best"]
MOST_COUNTED = 1000
"""Articles that are counted, and put in order for "best"; if there are more, their number is not known."""
_COLUMNS_OF_IN = {"text": "body", "quotes": "body quotes", "captions": "captions", "titles": "title"}
"""The columns of the index's words that hold the words of each value of `in:`."""
_FIRST_PORTION, _LARGEST_PORTION = 40, 5000


class FoundArticle(Struct, frozen=True):
    """An article with its hits, in the article's order, then those in notes.

    There are none if the query has filters only.
    """

    article: ArticleRecord
    hits: tuple[SearchHit, ...] = ()


class SearchPage(Struct, frozen=True):
    """Some of the articles that were found.

    - `articles`: those of this page.
    - `following`: what to give `find` as `start` for the next page; None if this is the last one.
    """

    articles: tuple[FoundArticle, ...] = ()
    following: int | None = None


class LibrarySearch:
    """Searches one library for one thread; calls raise IndexTrouble, and StoreError for the notes."""

    def __init__(self, index: LibraryIndex, store: "NoteStore | None" = None) -> None:
        """Take the index; without the notes, `tag:`, `is:` and `in:notes` find what is true of articles without any."""
        self.index, self._store = index, store

    def find(self, query: Query, limit: int = 20, start: int | None = None, order: SearchOrder = "newest") -> SearchPage:
        """Return a page of the articles that a query finds, with their hits.

        Args:
            query: a query, whose problems are ignored.
            limit: the most articles of the page.
            start: `following` of the page before.
            order: the newest first, or of the newest 1,000 those that fit best.
        """
        if not query:
            return SearchPage()
        plan = _Plan(self.index, query, UserData(self._store, self.index))
        found: list[FoundArticle] = []
        candidates = plan.best(start or 0) if order == "best" else plan.newest(start)
        for position, num in candidates:
            if (one := plan.found(num)) is None:
                continue
            if len(found) == limit:
                return SearchPage(tuple(found), position)
            found.append(one)
        return SearchPage(tuple(found))

    def count(self, query: Query) -> int:
        """Return the number of articles that a query finds, at most MOST_COUNTED.

        A few may be counted whose words stand in different paragraphs.
        """
        if not query:
            return 0
        plan = _Plan(self.index, query, UserData(self._store, self.index))
        return sum(1 for _ in zip(range(MOST_COUNTED), plan.newest(None), strict=False))

    def quotes(self, query: Query) -> Iterator[QuoteInArticle]:
        """Yield the quotes that a query is about, those of the newest articles first.

        All words and phrases of the query must be in the quote, its paragraph, its section's heading or the article's title, and
        with `speaker:` the speaker must be one of these. Without words, all quotes that the filters allow are yielded.
        """
        plan = _Plan(self.index, query, UserData(self._store, self.index))
        if plan.names is not None and not query.wanted:
            yield from plan.quotes_by_name()
            return
        for _, num in plan.newest(None):
            article = self.index.article(num)
            if article is not None and plan.is_in_time(article):
                yield from plan.hits.quotes_about(article, len(query.wanted))


class _Plan:
    """A query, worked out: which articles may be hits, and what is a hit in them."""

    def __init__(self, index: LibraryIndex, query: Query, user: UserData) -> None:
        self._index, self._query, self._user = index, query, user
        self._since, self._until = (next(iter(query.values(key)), None) for key in ("since", "until"))
        dated = self._since or self._until
        self._lowest = first_number(self._since) if self._since else FIRST_DATED if dated else 0
        self._highest = last_number(self._until) + (index.spill() << DAY_BITS if self._until else 0)
        self.names = self._names_of("speaker")
        self._finder = TermFinder(query.wanted)
        self.hits = ArticleHits(index, self._finder, query.values("in"), self.names)

    @cached_property
    def _banned(self) -> set[int]:
        banned: set[int] = set()
        for key in ("speaker", "actor"):
            for value in self._query.values(key, is_negated=True):
                banned |= self._articles_of(key, self._named(value))
        for value in self._query.values("tag", is_negated=True):
            banned |= self._user.tagged(value)
        if self._statuses is not None and "unread" in self._statuses:
            banned |= self._user.with_status(set(STATUSES) - self._statuses)
        if not self._expression and (not_wanted := self._negated_expression):
            banned |= set(self._index.matching(not_wanted, self._lowest, self._highest))
        return banned

    @cached_property
    def _allowed(self) -> set[int] | None:
        """The articles that filters allow; None if all are."""
        sets: list[set[int]] = []
        if self.names is not None:
            sets.append(self._articles_of("speaker", self.names))
        sets += [self._articles_of("actor", self._named(value)) for value in self._query.values("actor")]
        sets += [self._user.tagged(value) for value in self._query.values("tag")]
        if self._statuses is not None and "unread" not in self._statuses:
            sets.append(self._user.with_status(self._statuses))
        return set.intersection(*sets) if sets else None

    @cached_property
    def _statuses(self) -> set[str] | None:
        """The statuses that are wanted; None if all are."""
        wanted, excluded = self._query.values("is"), self._query.values("is", is_negated=True)
        return set(wanted or STATUSES) - set(excluded) if wanted or excluded else None

    def _names_of(self, key: str) -> set[int] | None:
        values = self._query.values(key)
        return set().union(*map(self._named, values)) if values else None

    def _named(self, value: str) -> set[int]:
        return {name.num for name in self._index.names_with_words(value, is_prefix=True)}

    def _articles_of(self, key: str, names: Iterable[int]) -> set[int]:
        return self._index.articles_by_speaker(names) if key == "speaker" else self._index.articles_with_actor(names)

    # Words

    @cached_property
    def _expression(self) -> str:
        """The expression that SQLite searches for; empty if nothing is asked of the words."""
        columns = [_COLUMNS_OF_IN[kind] for kind in self._query.values("in") if kind in _COLUMNS_OF_IN]
        limited = f"{{{' '.join(columns)}}} : " if columns else "- publisher : "
        wanted = [limited + _expression(term) for term in self._query.wanted]
        if publishers := self._query.values("publisher"):
            wanted.append(" OR ".join(f"publisher : {_phrase(value)}" for value in publishers))
        together = " AND ".join(f"({one})" for one in wanted)
        return f"({together}) NOT ({self._negated_expression})" if together and self._negated_expression else together

    @cached_property
    def _negated_expression(self) -> str:
        terms = [_expression(term) for term in self._query.terms if term.is_negated]
        terms += [f"publisher : {_phrase(value)}" for value in self._query.values("publisher", is_negated=True)]
        return " OR ".join(terms)

    @cached_property
    def _only_in_notes(self) -> bool:
        return bool(self._query.wanted) and set(self._query.values("in")) == {"notes"}

    @cached_property
    def _in_notes(self) -> dict[int, list[SearchHit]]:
        """The hits in notes by the numbers of their articles."""
        kinds = self._query.values("in")
        if not self._query.wanted or self.names is not None or (kinds and "notes" not in kinds):
            return {}
        found: dict[int, list[SearchHit]] = {}
        words = " ".join(word for term in self._query.wanted for word in term.words)
        for num, note in self._user.notes(words):
            text = note.body or note.words
            spans = self._finder.find(text)
            around = self._finder.find(f"{note.body}\n{note.words}\n{' '.join(note.tags)}")
            if all(around):
                shown = snippet(text, [span for some in spans for span in some])
                found.setdefault(num, []).append(SearchHit("note", shown.text, shown.spans, note.id))
        return found

    # Articles

    def newest(self, start: int | None) -> Iterator[tuple[int, int]]:
        """Yield the articles that may be hits as (start of the page that begins with it, number), the newest first."""
        highest = self._highest if start is None else min(self._highest, start)
        for num in self._ordered(highest):
            if (self._allowed is None or num in self._allowed) and num not in self._banned:
                yield num, num

    def best(self, skipped: int) -> Iterator[tuple[int, int]]:
        """Yield the newest articles that may be hits, as `newest` does, those that fit best first."""
        if not self._expression or self._only_in_notes:
            ordered = [num for _, num in zip(range(MOST_COUNTED), self._ordered(self._highest), strict=False)]
        else:
            ordered = self._index.best(self._expression, self._lowest, self._highest, MOST_COUNTED)
            known = set(ordered)
            ordered += [num for num in sorted(self._in_notes, reverse=True) if num not in known]
        allowed = [num for num in ordered if (self._allowed is None or num in self._allowed) and num not in self._banned]
        yield from list(enumerate(allowed))[skipped:]

    def _ordered(self, highest: int) -> Iterator[int]:
        in_notes = sorted((num for num in self._in_notes if self._lowest <= num <= highest), reverse=True)
        if self._only_in_notes:
            yield from in_notes
            return
        if self._expression:
            by_words = self._matching(highest)
        elif self._allowed is not None:
            by_words = iter(sorted((num for num in self._allowed if self._lowest <= num <= highest), reverse=True))
        else:
            by_words = iter(self._index.numbers(self._lowest, highest))
        before = None
        for num in heapq.merge(by_words, in_notes, reverse=True):
            if num != before:
                yield num
            before = num

    def _matching(self, highest: int) -> Iterator[int]:
        """Yield the articles with the words, asking for a few first."""
        portion = _FIRST_PORTION
        while True:
            found = self._index.matching(self._expression, self._lowest, highest, portion)
            yield from found
            if len(found) < portion:
                return
            highest, portion = found[-1] - 1, min(portion * 8, _LARGEST_PORTION)

    def is_in_time(self, article: ArticleRecord) -> bool:
        """Return whether the article's day is within the query's."""
        day = article.published or ""
        return (not self._since or day >= self._since) and (not self._until or day <= self._until)

    def found(self, num: int) -> FoundArticle | None:
        """Return an article with its hits; None if there are none although words were asked for."""
        article = self._index.article(num)
        if article is None or not self.is_in_time(article):
            return None
        wanted = len(self._query.wanted)
        hits = [] if self._only_in_notes else self.hits.of(article, wanted)
        hits += self._in_notes.get(num, ())
        if not wanted and self.names is None:
            hits += self._actor_hits(num)
        return FoundArticle(article, tuple(hits)) if hits or not wanted else None

    def _actor_hits(self, num: int) -> Iterator[SearchHit]:
        values = self._query.values("actor")
        names = set().union(*map(self._named, values)) if values else set()
        for actor in self._index.actors_of(num) if names else ():
            if actor.name_num in names:
                yield SearchHit("actor", " · ".join((actor.name, *actor.roles)), ((0, len(actor.name)),), actor.id)

    def quotes_by_name(self) -> Iterator[QuoteInArticle]:
        """Yield the quotes by the speakers, which the filters allow."""
        expression = self._expression
        matching = set(self._index.matching(expression, self._lowest, self._highest)) if expression else None
        known: dict[int, ArticleRecord] = {}
        for quote in self._quotes_in_order():
            num = quote.article
            if not self._lowest <= num <= self._highest or num in self._banned or (matching is not None and num not in matching):
                continue
            if self._allowed is not None and num not in self._allowed:
                continue
            if num not in known and (article := self._index.article(num)):
                known = {num: article}
            if num in known and self.is_in_time(known[num]):
                yield QuoteInArticle(known[num], quote, (), self._index.heading(num, quote.section))

    def _quotes_in_order(self) -> Iterator[QuoteRecord]:
        """Yield the quotes by the speakers, the newest articles first, each article's in its order."""
        quotes = self._index.quotes(sorted(self.names or ()))
        for _, of_article in groupby(quotes, key=lambda quote: quote.article):
            yield from reversed(list(of_article))


def _expression(term: Term) -> str:
    return f'"{" ".join(term.words)}"{" *" if term.is_prefix else ""}'


def _phrase(value: str) -> str:
    from briefing_tui.library.index.folding import words_of

    return f'"{" ".join(words_of(value))}" *'
