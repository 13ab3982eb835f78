"""Find everything on screen that the user can jump to.

That is sections, items and tabs, and the headings, quotes, links and paragraphs of the article.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator
from functools import partial
from typing import NamedTuple

from briefing_tui.ui.reader.links import Links, TextLink
from briefing_tui.ui.reader.navigator import Navigator
from briefing_tui.ui.reader.preview import Preview
from briefing_tui.ui.reader.region_layout import RegionLayout
from briefing_tui.ui.text.article_blocks import Target
from briefing_tui.ui.view.state import ReaderState
from briefing_tui.ui.widgets.article import Article
from briefing_tui.ui.widgets.item_list import ItemList
from briefing_tui.ui.widgets.side import Side


class JumpTarget(NamedTuple):
    """A cell of the screen, and what going there does."""

    x: int
    y: int
    go: Callable[[], None]


class JumpTargets:
    """Finds the targets that are in view."""

    def __init__(
        self,
        state: ReaderState,
        outline: ItemList,
        article: Article,
        side: Side,
        layout: RegionLayout,
        navigator: Navigator,
        preview: Preview,
        links: Links,
    ) -> None:
        self._state, self._outline, self._article, self._side = state, outline, article, side
        self._layout, self._navigator, self._preview, self._links = layout, navigator, preview, links

    def in_view(self) -> list[JumpTarget]:
        """Return the targets region by region, each from the top."""
        found: list[JumpTarget] = []
        if self._layout.is_shown("outline"):
            found.extend(self._in_list(self._outline, partial(self._layout.focus, "outline"), choose=True))
        if self._layout.is_shown("article"):
            found.extend(sorted(self._in_article(), key=lambda target: (target.y, target.x)))
        if self._layout.is_shown("pane"):
            at = self._side.region
            tabs = self._side.tab_spans
            found.extend(JumpTarget(at.x + x, at.y, partial(self._state.open_pane, pane)) for x, pane in tabs)
            found.extend(self._in_list(self._side.shown, partial(self._layout.focus, "pane"), choose=False))
        return found

    def _in_list(self, items: ItemList, focus: Callable[[], None], choose: bool) -> Iterator[JumpTarget]:
        at = items.content_region
        for number in items.items_in_view():
            first, _ = items.item_range(number)
            if items.top <= first < items.top + items.page:
                yield JumpTarget(at.x, at.y + first - items.top, partial(self._go_to_item, items, number, focus, choose))

    def _go_to_item(self, items: ItemList, number: int, focus: Callable[[], None], choose: bool) -> None:
        focus()
        if not items.move_to(number) and not choose:
            items.post_message(ItemList.Moved(items, items.items[number]))
        if choose:
            items.choose()

    def _in_article(self) -> Iterator[JumpTarget]:
        article = self._article
        if not article.blocks:
            return
        left, top = article.content_region.x + article.margin, article.content_region.y
        with_target = set()
        stops = self._state.session.quote_stops
        first, last = article.block_at(article.top), article.block_at(article.top + article.page - 1)
        for block, start, number in stops[bisect_left(stops, (first,)) : bisect_left(stops, (last + 1,))]:
            line = article.line_of(block, start)
            if article.top <= line < article.top + article.page and line not in with_target:
                with_target.add(line)
                quote = self._state.session.briefing.quotes[number]
                column = max(0, article.GUTTER + article.column_of(block, start) - 1)
                yield JumpTarget(left + column, top + line - article.top, partial(self._go_to_quote, quote.id))
        above, below = article.position_at(article.top), article.position_at(article.top + article.page - 1, 1 << 20)
        for block in range(first, last + 1):
            for link in self._links.of_block(block) if article.text.address(block).kind == "paragraph" else ():
                if above <= (block, link.start) <= below:
                    line = article.line_of(block, link.start)
                    x = left + article.GUTTER + article.column_of(block, link.start)
                    yield JumpTarget(x, top + line - article.top, partial(self._open_link, link))
            line = article.first_line(block)
            if article.top <= line < article.top + article.page and line not in with_target:
                yield JumpTarget(left, top + line - article.top, partial(self._make_current, block))

    def _go_to_quote(self, quote_id: str) -> None:
        self._layout.focus("article")
        session = self._state.session
        self._navigator.go_to(session.quote_targets(session.quotes[quote_id]))
        self._preview.follow_quote(quote_id)

    def _open_link(self, link: TextLink) -> None:
        self._layout.focus("article")
        self._article.set_point(link.block, link.start)
        self._links.offer(link.href)

    def _make_current(self, block: int) -> None:
        self._layout.focus("article")
        self._navigator.go_to([Target(block)], lit=False)
