"""The search of the library screen."""

from __future__ import annotations

from functools import partial
from time import sleep
from typing import TYPE_CHECKING, NamedTuple

from briefing_tui.ui.dialogs.list_screen import ListScreen
from briefing_tui.ui.library.library_view import LibraryView, ListFilter
from briefing_tui.ui.terminal.background import LatestWork
from briefing_tui.ui.view.pane_items import Items
from briefing_tui.ui.widgets.item_list import PaneList
from briefing_tui.ui.widgets.lines import LineView
from briefing_tui.ui.widgets.typing_line import TypingLine

if TYPE_CHECKING:
    from briefing_tui.library.index.library_index import LibraryIndex
    from briefing_tui.library.search.passages import Span
    from briefing_tui.library.search.searching import FoundArticle
    from briefing_tui.notes.store import NoteStore
    from briefing_tui.ui.library.hits import FoundPlace
    from briefing_tui.ui.library.index_use import Found
    from briefing_tui.ui.library.query_bar import QueryBar, QueryHint
    from briefing_tui.ui.text.layout import Block
    from briefing_tui.ui.widgets.find_bar import FindBar

_WAITED = 0.04
"""Seconds for which a key waits for what the index answers, to be drawn with it; nearly all has come by then."""
_COUNTED_LATER = 0.03
"""Seconds for which counting waits, as it would slow down the writing of the hits to the terminal."""
_NEAR_END = 10
"""Items before the end from which the next ones are asked for."""


class PassageOfHit(NamedTuple):
    """The paragraph of a hit, with the ranges of the words that were searched for."""

    item: str
    words: str
    spans: tuple[Span, ...]


class SearchedScreen(ListScreen[None, PaneList]):
    """The library screen as its search knows it."""

    view: LibraryView
    line: QueryTyping
    searching: LibrarySearching
    detail: LineView

    def store(self) -> NoteStore | None:
        """Return the user's notes; None if there are none yet."""
        raise NotImplementedError

    def list_again(self) -> None:
        """List what the query asks for."""
        raise NotImplementedError

    def show_found(self, items: Items, count: str, none: str, is_more: bool) -> None:
        """List what a search found; with `is_more`, it goes on from what is listed."""
        raise NotImplementedError

    def show_count(self, count: str) -> None:
        """Show how much a search found."""
        raise NotImplementedError

    def shelved_blocks(self, path: str) -> tuple[Block, ...] | None:
        """Return the blocks of a briefing of the list, by its path."""
        raise NotImplementedError


class LibrarySearching:
    """Asks the index for what is typed, and lists the hits."""

    def __init__(self, screen: SearchedScreen) -> None:
        """Search for one screen."""
        self._screen, self._view = screen, screen.view
        self._bar: tuple[QueryBar, QueryHint] | None = None
        self._asking: LatestWork[Found] = LatestWork(screen, "search", self._found)
        self._detailing: LatestWork[PassageOfHit] = LatestWork(screen, "passage", self._detailed)
        self._counting: LatestWork[tuple[str, int]] = LatestWork(screen, "count", self._counted)
        self._count = 0
        self._indexes: dict[str, LibraryIndex] = {}
        """An index for each thing that is asked in a thread: each is for one thread at a time."""
        self._articles: list[FoundArticle] = []
        self._result: Found | None = None
        self.places: dict[str, FoundPlace] = {}
        """What each item of the list leads to."""

    def make_bar(self) -> tuple[QueryBar, QueryHint]:
        """Return the line and the hint below it.

        They are made once the first screen is drawn, as a line to type in loads much.
        """
        if self._bar is None:
            from briefing_tui.ui.library.query_bar import QueryBar, QueryHint

            self._bar = QueryBar(self.typed), QueryHint()
            if self._screen.is_attached:
                self._screen.mount(*self._bar, before="#shelf")
        return self._bar

    @property
    def is_on(self) -> bool:
        """True while the list shows what a search found.

        A query of `is:` and `tag:` alone filters the list.
        """
        return bool(self._view.query) and not ListFilter(self._view.query).is_of_list

    @property
    def has_answer(self) -> bool:
        """True if what is listed is the answer to the query."""
        return self.is_on and self._result is not None and self._result.query == self._view.query

    @property
    def _is_typing(self) -> bool:
        return self._screen.line.is_open

    def _index_for(self, what: str) -> LibraryIndex:
        """Return an index of the folder that is listed."""
        from briefing_tui.library.index.library_index import open_index

        known = self._indexes.get(what)
        if known is None or known.folder != self._view.folder:
            known = self._indexes[what] = open_index(self._view.folder)
        return known

    # Asking

    def typed(self, words: str) -> None:
        """Search for other words."""
        self._view.query = words
        self._screen.list_again()

    def ask(self, start: int | None = None) -> None:
        """Ask the index for the query, or for the next page of what it finds."""
        query, order, is_typing = self._view.query, self._view.search_order, self._is_typing
        store, rows = self._screen.store, self._screen.list.page

        def work() -> Found:
            from briefing_tui.ui.library.index_use import ask

            return ask(self._index_for("hits"), query, is_typing, store(), order, start, rows)

        for index in (self._indexes.get("hits"), self._indexes.get("count")):
            if index is not None:
                index.interrupt()  # Nobody waits for the answers to earlier words.
        self._asking.run(work, _WAITED if start is None else 0)  # A key that only comes near the end waits for nothing.

    def suggest(self) -> None:
        """Offer what could be typed while the list is only filtered."""
        if self._is_typing or self._result is not None:
            self.ask()

    def _found(self, found: Found) -> None:
        if found.query != self._view.query:
            return
        bar, hint = self.make_bar()
        bar.offered = found.offered
        hint.show(found.query, found.problems, found.offered, self._is_typing)
        self._result = found
        if not self.is_on:
            return
        is_more = found.start is not None
        self._articles = [*self._articles, *found.articles] if is_more else list(found.articles)
        if not is_more:
            self._count = 0
        self._list(found, is_more)
        if found.following is not None and not is_more:
            self._screen.call_after_refresh(self._counting.run, partial(self._count_in_thread, found.query))

    def _list(self, found: Found, is_more: bool) -> None:
        from briefing_tui.ui.library.hits import hit_items

        view = self._view
        items, self.places = hit_items(self._articles, view.folder, self._screen.shelved_blocks, view.selected)
        self._screen.show_found(items, self._summary(), self._nothing(found), is_more)

    def list_again(self) -> None:
        """List what was found at another width, or with others selected."""
        if self._result is not None:
            self._list(self._result, is_more=True)

    def _count_in_thread(self, query: str) -> tuple[str, int]:
        from briefing_tui.ui.library.index_use import count

        sleep(_COUNTED_LATER)
        if query != self._view.query:
            return query, 0
        return count(self._index_for("count"), query, self._screen.store())

    def _counted(self, counted: tuple[str, int]) -> None:
        query, self._count = counted
        if query == self._view.query and self.is_on:
            self._screen.show_count(self._summary())

    def _summary(self) -> str:
        from briefing_tui.library.search.searching import MOST_COUNTED

        hits = sum(len(one.hits) or 1 for one in self._articles)
        more = "+" if self._result is not None and self._result.following is not None else ""
        count = max(self._count, len(self._articles))
        many = more if self._count in (0, MOST_COUNTED) else ""
        return f"{hits}{more} hit{'' if hits == 1 and not more else 's'} in {count}{many} article{'' if count == 1 else 's'}"

    def _nothing(self, found: Found) -> str:
        if found.trouble:
            return found.trouble
        if found.is_empty:
            return "Type words to find in all briefings, or a filter such as speaker: or publisher:."
        return f"Nothing found for “{found.query}”. ⟦show_all⟧ shows all briefings."

    # Following the cursor

    def moved(self) -> None:
        """Ask for more when the cursor comes near the end."""
        listed, result = self._screen.list, self._result
        is_near = listed.cursor >= len(listed.items) - _NEAR_END
        if self.is_on and is_near and result is not None and result.following is not None and not self._asking.is_running:
            self.ask(result.following)

    def show_detail(self) -> None:
        """Show the hit under the cursor with the passage around it."""
        from briefing_tui.ui.library.hits import place_blocks

        item = self._screen.list.item
        found = self.places.get(item.id) if item else None
        if item is None or found is None:
            self._screen.detail.set_blocks([], keep_place=False)
            return
        if found.hit is not None and found.hit.place is not None:
            self._detailing.run(partial(self._passage, item.id, self._view.query, found), _WAITED)
            if not self._detailing.is_running:
                return
        self._screen.detail.set_blocks(place_blocks(found, ""), keep_place=False)

    def _passage(self, item: str, query: str, found: FoundPlace) -> PassageOfHit:
        """Return the paragraph that a hit is in."""
        from briefing_tui.library.index.library_index import IndexTrouble
        from briefing_tui.library.search.passages import TermFinder
        from briefing_tui.library.search.query import parse_query

        place = found.hit.place if found.hit else None
        try:
            blocks = self._index_for("passage").blocks(found.article.num) if place else []
        except IndexTrouble:
            blocks = []
        here = (block.text for block in blocks if place and (block.section, block.paragraph) == (place.at, place.paragraph))
        words = next(here, "")
        spans = TermFinder(parse_query(query, is_typing=True).wanted).find(words)
        return PassageOfHit(item, words, tuple(sorted(span for some in spans for span in some)))

    def _detailed(self, passage: PassageOfHit) -> None:
        from briefing_tui.ui.library.hits import place_blocks

        found = self.places.get(passage.item)
        if found is not None and self._screen.list.item and self._screen.list.item.id == passage.item:
            self._screen.detail.set_blocks(place_blocks(found, passage.words, passage.spans), keep_place=False)

    # The line

    def open(self) -> None:
        """Let the user type."""
        self._screen.line.open(self, "/", self._view.query)
        self.make_bar()[1].show(self._view.query, (), (), is_typing=True)
        self.suggest()

    def entered(self) -> None:
        """Keep the words."""
        problems = self._result.problems if self._result else ()
        self.make_bar()[1].show(self._view.query, problems, (), is_typing=False)

    def given_up(self) -> None:
        """Forget the words."""
        self.make_bar()[1].display = False
        self._result = None
        self.typed("")

    def stepped(self, step: int) -> None:
        """Move the cursor while the user types."""
        self._screen.list.go_lines(step)

    def forget(self) -> Items:
        """Forget what was found."""
        self._articles, self.places, self._result = [], {}, None
        self.make_bar()[1].display = False
        return Items()


class QueryTyping(TypingLine):
    """The line of the library, which is at the top."""

    def __init__(self, screen: SearchedScreen) -> None:
        """Type for the search of a screen."""
        super().__init__(screen, screen.key_line, lambda: screen.set_focus(screen.list))
        self._searching = screen.searching

    def make_bar(self) -> FindBar:
        """Return the widget."""
        return self._searching.make_bar()[0]
