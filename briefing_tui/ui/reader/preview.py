"""Live evidence: the place in the article of what is under a cursor, on the map and in the lines that tell the position."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from briefing_tui.presentation.counts import counted_any
from briefing_tui.ui.text.article_blocks import Target

if TYPE_CHECKING:
    from briefing_tui.ui.commands import Region
    from briefing_tui.ui.read_screen import ReadScreen
    from briefing_tui.ui.view.pane_items import Item
    from briefing_tui.ui.widgets.item_list import ItemList


class Evidence:
    """What one reader shows of the place that one is at, or looks at."""

    def __init__(self, reader: ReadScreen) -> None:
        self._reader = reader
        self._title = ""

    def moved(self) -> None:
        """Bring what tells the position up to date."""
        reader = self._reader
        article = reader.article
        reader.top_line.progress = f"{article.progress:.0%}".replace("%", " %")
        section = reader.session.section_index(article.current)
        if section >= 0 and section < len(reader.outline.items) and reader.frame.region != "outline":
            reader.outline.move_to(section, announce=False)
        lines = max(1, article.line_count)
        reader.map.view = (article.top / lines, min(1.0, (article.top + article.page) / lines))
        title = reader.session.briefing.title or "Article"
        self._frame_title("Article" if reader.top_line.display else f"{reader.top_line.progress} · {title}")
        reader.refresh_footer()

    def _frame_title(self, title: str) -> None:
        """The article's frame tells what there is no line at the top for. (Setting a title redraws the frame.)"""
        if title != self._title:
            self._title = title
            self._reader.article.border_title = Content(title)

    def map(self) -> None:
        """Show on the map of the article where the quotes stand, or the mentions of the actor under the cursor."""
        reader = self._reader
        item = reader.side.shown.item
        width = max(4, reader.map.content_size.width or 18)
        if reader.side.current == "actors" and item is not None and item.kind == "actor":
            actor = next(actor for actor in reader.session.briefing.actors if actor.id == item.id)
            targets, label = reader.session.actor_targets(actor), actor.name
        else:
            targets = [Target(block, start) for block, start, _ in reader.session.quote_stops]
            label = counted_any(len(targets), "quote")
        reader.map.cells_shown, reader.map.label = reader.session.strip(targets, width), label

    def preview(self) -> None:
        """Show the place of the pane's item in the article, without going there."""
        reader = self._reader
        item = reader.side.shown.item
        if item is not None and item.targets:
            reader.article.preview(item.targets)
        else:
            reader.article.return_home()
        self.place()
        self.map()
        self.moved()

    def light(self) -> None:
        """Light the place of the pane's item, the article staying where it is: one may only be on the way through the regions."""
        item = self._reader.side.shown.item
        if item is not None and item.targets:
            self._reader.article.light(item.targets)
        self.place()
        self.map()

    def place(self) -> None:
        """Tell in the two lines under a pane where in the article its item stands."""
        reader = self._reader
        item = reader.side.shown.item
        target = item.targets[0] if item and item.targets else None
        if target is None:
            reader.place_lines.heading, reader.place_lines.words = "No place in the article", ""
            return
        section = reader.session.section_heading(reader.session.text.section_of(target.block))
        reader.place_lines.heading = f"{section or 'Top'} · {reader.session.fraction(target):.0%}"
        blocks = reader.session.text.blocks
        below_heading = reader.session.text.address(target.block).kind == "heading" and target.block + 1 < len(blocks)
        text = blocks[target.block + 1 if below_heading else target.block].text
        reader.place_lines.words = ("…" if target.start else "") + text[max(0, target.start - 1) :].replace("\n", " ")

    def item_moved(self, shown: ItemList, item: Item) -> None:
        """The cursor of the outline or of a pane came to another item."""
        reader = self._reader
        if shown is reader.outline:
            reader.article.preview(item.targets)
            self.moved()
        elif shown is reader.side.shown:
            self.preview()

    def item_chosen(self, item: Item) -> None:
        """An item was chosen: go to its place."""
        reader = self._reader
        if item.kind == "section":
            reader.frame.focus("article")
            reader.article.stay()
            reader.nav.go_to_section(item.id)
        elif item.targets:
            reader.frame.focus("article")
            reader.nav.go_to(item.targets)
        else:
            reader.say("This stands nowhere in the article.")

    def follow_quote(self, quote_id: str) -> None:
        """Let the pane, if it lists the quotes, follow the article to a quote."""
        if self._reader.side.current == "quotes":
            self._reader.side.find_item("quotes", quote_id)

    def show_hit(self, target: Target) -> None:
        """Bring a hit in the article into view; while one types, where one was reading is remembered."""
        reader = self._reader
        if reader.finder.is_open:
            reader.article.preview(())
            reader.article.show_target(target)
        else:
            reader.nav.go_to([target], lit=False)
        self._bring_up("article")

    def show_pane_line(self, pane: str, block: int, offset: int) -> None:
        """Bring a hit in a pane into view."""
        reader = self._reader
        reader.side.open(pane)
        reader.side.shown.move_to(reader.side.shown.owner_of(block), announce=False)
        line = reader.side.shown.line_of(block, offset)
        reader.side.shown.reveal(line, line)
        self._bring_up("pane")
        self.preview()

    def _bring_up(self, region: Region) -> None:
        """Show the region that a hit is in; the focus goes there when nobody types."""
        frame = self._reader.frame
        if self._reader.finder.is_open:
            frame.bring_up(region)
        elif region == "pane" or frame.is_narrow:
            frame.focus(region)
