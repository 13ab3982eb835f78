"""Answer queries from the index: articles with their hits, newest or best first, and quotes.

    search = LibrarySearch(index, store)
    page = search.find(parse_query("quay speaker:ortega"))

What is asked for is looked up newest first and only as far as it is shown, so that the time does not grow with the library. "Best
first" orders the newest thousand articles.
"""

from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING, Literal

from msgspec import Struct

from briefing_tui.library.index.library_index import LibraryIndex
from briefing_tui.library.search.hits import QuoteInArticle
from briefing_tui.library.search.plan import MANY_USES, MOST_COUNTED, FoundArticle, SearchPlan
from briefing_tui.library.search.query import Query
from briefing_tui.library.search.user_data import UserData

if TYPE_CHECKING:
    from briefing_tui.notes.store import NoteStore

__all__ = ["MOST_COUNTED", "FoundArticle", "LibrarySearch", "SearchOrder", "SearchPage"]

SearchOrder = Literal["newest", "best"]


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

    def find(
        self, query: Query, limit: int = 20, start: int | None = None, order: SearchOrder = "newest", hits: int | None = None
    ) -> SearchPage:
        """Return a page of the articles that a query finds, with their hits.

        Args:
            query: a query, whose problems are ignored.
            limit: the most articles of the page.
            start: `following` of the page before.
            order: the newest first, or of the newest 1,000 those that fit best.
            hits: with so many hits a page is full, even if it has fewer articles.
        """
        if not query:
            return SearchPage()
        plan = SearchPlan(self.index, query, UserData(self._store, self.index))
        found: list[FoundArticle] = []
        number = 0
        candidates = plan.best(start or 0) if order == "best" else plan.newest(start)
        for position, one in plan.with_hits(candidates):
            if len(found) == limit or (hits is not None and number >= hits):
                return SearchPage(tuple(found), position)
            found.append(one)
            number += len(one.hits)
        return SearchPage(tuple(found))

    def count(self, query: Query) -> int:
        """Return the number of articles that a query finds, at most MOST_COUNTED.

        Phrases that end in another paragraph, and beginnings of one or two letters, may be counted where they are not.
        """
        if not query:
            return 0
        plan = SearchPlan(self.index, query, UserData(self._store, self.index))
        return sum(1 for _ in islice(plan.counted(), MOST_COUNTED))

    def quotes(self, query: Query) -> Iterator[QuoteInArticle]:
        """Yield the quotes that a query is about, those of the newest articles first.

        All words and phrases of the query must be in the quote, its paragraph, its section's heading or the article's title, and
        with `speaker:` the speaker must be one of these. Without words, all quotes that the filters allow are yielded.
        """
        plan = SearchPlan(self.index, query, UserData(self._store, self.index))
        if plan.names is not None and not query.wanted and self.index.uses_of(plan.names, in_quotes=True) <= MANY_USES:
            yield from plan.quotes_by_name()
            return
        for _, num in plan.newest(None):
            article = self.index.article(num)
            if article is not None and plan.is_in_time(article):
                yield from plan.hits.quotes_about(article, len(query.wanted))
