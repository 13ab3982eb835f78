"""Questions to the index of the library, asked in a thread."""

from contextlib import suppress
from typing import TYPE_CHECKING

from msgspec import Struct

from briefing_tui.library.index.library_index import IndexTrouble, LibraryIndex, open_index
from briefing_tui.library.search.completions import Completion, completions
from briefing_tui.library.search.query import QueryProblem, parse_query
from briefing_tui.library.search.searching import FoundArticle, LibrarySearch, SearchOrder
from briefing_tui.notes.errors import StoreError

if TYPE_CHECKING:
    from briefing_tui.notes.store import NoteStore

PAGE, HITS = 20, 40
"""Articles that are asked for at a time, or fewer with so many hits."""
FIRST_HITS, ROWS_OF_HIT = 20, 2
"""Hits of the first page, more only on a screen that shows more: it is asked for at every letter."""


class Found(Struct, frozen=True):
    """The answer to a query, or to a part of it."""

    query: str
    articles: tuple[FoundArticle, ...] = ()
    following: int | None = None
    problems: tuple[QueryProblem, ...] = ()
    offered: tuple[Completion, ...] = ()
    trouble: str = ""
    """Why nothing could be asked."""
    is_empty: bool = False
    """True if the query asks for nothing."""
    start: int | None = None


def ask(
    index: LibraryIndex,
    text: str,
    is_typing: bool,
    store: "NoteStore | None",
    order: SearchOrder,
    start: int | None = None,
    rows: int = 0,
) -> Found:
    """Return a page of what a query finds, with problems and completions.

    The first page has hits for at least so many rows.
    """
    query = parse_query(text, is_typing=True)  # What was found while it was typed stays when it has been typed.
    offered: tuple[Completion, ...] = ()
    try:
        index.refresh_if_small()
        if is_typing and text:
            with suppress(StoreError):
                offered = tuple(completions(text, len(text), index, store))
        if not query:
            return Found(text, problems=query.problems, offered=offered, is_empty=True)
        search = LibrarySearch(index, store)
        hits = HITS if start is not None else max(FIRST_HITS, rows // ROWS_OF_HIT)
        page = search.find(query, PAGE, start, order, hits)
        return Found(text, page.articles, page.following, query.problems, offered, start=start)
    except (IndexTrouble, StoreError) as error:
        return Found(text, problems=query.problems, trouble=str(error))


def count(index: LibraryIndex, text: str, store: "NoteStore | None") -> tuple[str, int]:
    """Return a query and how many articles it finds, at most `MOST_COUNTED`.

    The number is 0 if they can't be counted.
    """
    with suppress(IndexTrouble, StoreError):
        return text, LibrarySearch(index, store).count(parse_query(text, is_typing=True))
    return text, 0


__all__ = ["Found", "IndexTrouble", "LibraryIndex", "ask", "open_index"]
