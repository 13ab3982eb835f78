"""Show the place of the item under a cursor, without going there.

It is shown in the article, on the map and under the pane.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from briefing_tui.presentation.counts import counted_any
from briefing_tui.ui.text.article_blocks import Target
from briefing_tui.ui.view.session import Stop
from briefing_tui.ui.view.state import ReaderState
from briefing_tui.ui.widgets.article import Article
from briefing_tui.ui.widgets.bars import MapStrip
from briefing_tui.ui.widgets.side import Side

_BEYOND = 1 << 40
"""Beyond the end of any text."""


class Preview:
    """Shows places without going to them: history and the place where the user reads stay."""

    def __init__(self, state: ReaderState, article: Article, side: Side, map_strip: MapStrip) -> None:
        self._state, self._article, self._side, self._map = state, article, side, map_strip

    def show(self, targets: tuple[Target, ...]) -> None:
        """Show some places in the article, the first in view."""
        self._state.lit = targets
        self._article.preview(targets)
        self._article.report_position()

    def show_item(self) -> None:
        """Show the place of the item under the pane's cursor."""
        item = self._side.shown.item
        if item is not None and item.targets:
            self._state.lit = item.targets
            self._article.preview(item.targets)
        else:
            self.end()
        self._show_below()
        self.show_map()
        self._article.report_position()

    def open_pane(self, keep_cursor: bool = False) -> None:
        """Put the pane's cursor on what is at the reading cursor, and show it.

        If nothing is there, it is the nearest item before, or else after; what is in view comes first. What is on the screen
        already does not move. With `keep_cursor`, the item is the one under the pane's cursor.
        """
        stop = None if keep_cursor else self._nearest_stop()
        if stop is not None:
            self._side.find_item(self._state.pane, stop.item)
        item = self._side.shown.item
        targets = item.targets if item else ()
        if self._is_in_view(targets):
            self.light_item()
        elif stop is not None and self._article.is_in_view(stop.target):
            self.light_item()
            self._state.lit = (*targets, stop.target)  # A quote of an actor who is not named beside it.
        else:
            self.show_item()

    def _is_in_view(self, targets: Sequence[Target]) -> bool:
        return any(self._article.is_in_view(target) for target in self._article.from_view(targets)[:1])

    def _nearest_stop(self) -> Stop | None:
        article, stops = self._article, self._side.stops
        block, offset = article.point
        item = self._side.shown.item
        if offset == 0 and item is not None:  # Of several in this paragraph, the one where the cursor was is as good.
            own = next((target for target in item.targets if target.block == block), None)
            if own is not None and article.is_in_view(own):
                return Stop(*own, item.id)
        at = bisect_right(stops, (block, offset, _BEYOND))
        beside = [*stops[max(0, at - 1) : at], *stops[at : at + 1]]
        return min(beside, key=lambda s: (not article.is_in_view(s.target), s.block != block), default=None)

    def light_item(self) -> None:
        """Highlight the place of the pane's item, and leave the article where it is."""
        item = self._side.shown.item
        if item is not None and item.targets:
            self._state.lit = item.targets
        self._show_below()
        self.show_map()

    def end(self) -> bool:
        """Go back to where the user was reading; return whether there was anything to end."""
        was_lit, self._state.lit = bool(self._state.lit), ()
        return self._article.return_home() or was_lit

    def show_map(self) -> None:
        """Show on the map where the quotes are.

        With an actor under the pane's cursor, show where they are mentioned.
        """
        session, item = self._state.session, self._side.shown.item
        width = max(4, self._map.content_size.width or 18)
        if self._state.pane == "actors" and item is not None and item.kind == "actor":
            self._map.cells_shown, self._map.label = session.strip(list(item.targets), width), item.blocks[0].text
        else:
            self._map.cells_shown = session.quote_strip(width)
            self._map.label = counted_any(len(session.quote_stops), "quote")

    def _show_below(self) -> None:
        """Show in the two lines under the pane where in the article its item is."""
        session, item, lines = self._state.session, self._side.shown.item, self._side.place_lines
        target = next(iter(self._article.from_view(item.targets)), None) if item else None
        if target is None:
            lines.heading, lines.words = "No place in the article", ""
            return
        section = session.section_heading(session.text.section_of(target.block))
        lines.heading = f"{section or 'Top'} · {session.fraction(target):.0%}"
        blocks = session.text.blocks
        is_above_text = session.text.address(target.block).kind == "heading" and target.block + 1 < len(blocks)
        text = blocks[target.block + 1 if is_above_text else target.block].text
        lines.words = ("…" if target.start else "") + text[max(0, target.start - 1) :].replace("\n", " ")

    def follow_quote(self, quote_id: str) -> None:
        """Put the cursor of the pane on a quote, if the pane lists quotes."""
        if self._state.pane == "quotes":
            self.find_quote(quote_id)

    def find_quote(self, quote_id: str) -> bool:
        """Put the cursor of the quotes on one of them; return whether it is there.

        If it is filtered out, all speakers are listed.
        """
        if not self._side.find_item("quotes", quote_id):
            if self._state.speaker is None:
                return False
            self._state.speaker = None
        return self._side.find_item("quotes", quote_id)
