"""Show the place of the item under a cursor, without going there.

It is shown in the article, on the map and under the pane.
"""

from __future__ import annotations

from briefing_tui.presentation.counts import counted_any
from briefing_tui.ui.text.article_blocks import Target
from briefing_tui.ui.view.state import ReaderState
from briefing_tui.ui.widgets.article import Article
from briefing_tui.ui.widgets.bars import MapStrip
from briefing_tui.ui.widgets.side import Side


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
            actor = next(actor for actor in session.briefing.actors if actor.id == item.id)
            targets, label = session.actor_targets(actor), actor.name
        else:
            targets = [Target(block, start) for block, start, _ in session.quote_stops]
            label = counted_any(len(targets), "quote")
        self._map.cells_shown, self._map.label = session.strip(targets, width), label

    def _show_below(self) -> None:
        """Show in the two lines under the pane where in the article its item is."""
        session, item, lines = self._state.session, self._side.shown.item, self._side.place_lines
        target = item.targets[0] if item and item.targets else None
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
