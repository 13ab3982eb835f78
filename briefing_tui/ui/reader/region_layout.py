"""The reader's frame: which regions are shown at which size, how wide they are, and which has the focus."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widget import Widget

from briefing_tui.ui.commands import Region
from briefing_tui.ui.widgets.item_list import ItemList

if TYPE_CHECKING:
    from briefing_tui.ui.read_screen import ReadScreen
    from briefing_tui.ui.view.pane_items import Item

WIDE, MEDIUM, TALL, LOW = 110, 80, 20, 9
"""Columns from which there are three regions, and two; rows from which there is a line at the top, and room for places."""

_LEAST_PANE, _LEAST_ARTICLE = 24, 30


class Frame:
    """One reader's regions. In a narrow terminal the region with the focus is the one that is shown."""

    def __init__(self, reader: ReadScreen) -> None:
        self._reader = reader
        self.region: Region = "article"
        self.zen = False
        self._outline_hidden = False
        self._wider_pane = 0

    def arrange(self) -> None:
        """Show what there is room for, as wide as it should be."""
        reader = self._reader
        width, height = reader.app.size
        wide, narrow = width >= WIDE, width < MEDIUM
        if narrow and reader.writing.is_typing:
            self.region = "article"  # What is being written stands under it.
        outline = wide and not self.zen and not self._outline_hidden
        if narrow:
            outline = self.region == "outline"
        pane = self.region == "pane" if narrow else not self.zen
        article = self.region == "article" if narrow else True
        reader.set_class(narrow, "-narrow")
        reader.top_line.display = height >= TALL
        reader.left.display, reader.article.display, reader.side.display = outline, article, pane
        reader.middle.display = article
        reader.place_lines.display = narrow and height >= LOW
        if narrow:
            reader.left.styles.width = reader.side.styles.width = "1fr"
            return
        left = min(28, max(20, width // 6)) if outline else 0
        reader.left.styles.width = left
        share = (width - left) * 6 // 13 + self._wider_pane
        reader.side.styles.width = max(_LEAST_PANE, min(share, width - left - _LEAST_ARTICLE))

    @property
    def is_narrow(self) -> bool:
        """Whether one region is shown at a time."""
        return self._reader.app.size.width < MEDIUM

    def widget_of(self, region: Region) -> Widget:
        """What has the focus when a region has it."""
        reader = self._reader
        return {"outline": reader.outline, "article": reader.article, "pane": reader.side.shown}[region]

    @property
    def item(self) -> Item | None:
        """What is under the cursor of the pane or the outline that has the focus; None where the article has it."""
        shown = self.widget_of(self.region)
        return shown.item if isinstance(shown, ItemList) else None

    def focus(self, region: Region) -> None:
        """Give a region the focus, showing it if it is hidden."""
        self.region = region
        if self.zen and region != "article":
            self.zen = False
        if region == "outline":
            self._outline_hidden = False
        self.arrange()
        self._reader.set_focus(self.widget_of(region), scroll_visible=False)
        self._reader.refresh_footer()

    def bring_up(self, region: Region) -> None:
        """In a narrow terminal, show a region instead of the one that is shown; the focus stays where it is: one types."""
        if self.is_narrow and region != self.region:
            self.region = region
            self.arrange()

    def cycle(self, step: int) -> None:
        """Focus the next region of those that are, or in a narrow terminal can be, shown."""
        regions: list[Region] = ["outline", "article", "pane"]
        if not self.is_narrow:
            regions = [region for region in regions if self.widget_of(region).is_on_screen or region == "article"]
            if len(regions) == 1:
                regions = ["article", "pane"]
        at = regions.index(self.region) if self.region in regions else 0
        self.focus(regions[(at + step) % len(regions)])
        if self.region == "pane":
            self._reader.evidence.light()

    def set_zen(self, zen: bool) -> None:
        """Show the article alone, or with what belongs beside it."""
        self.zen = zen
        self.focus("article")

    def toggle_outline(self) -> None:
        """Hide or show the outline."""
        reader = self._reader
        if self.is_narrow or reader.app.size.width < WIDE:
            reader.say(f"The outline needs {WIDE} columns here: g lists the sections.")
            return
        self.zen = False
        self._outline_hidden = reader.left.display
        if self._outline_hidden and self.region == "outline":
            self.region = "article"
        self.focus(self.region)

    def widen(self, columns: int) -> None:
        """Give the pane more columns, or fewer."""
        if self.is_narrow or self.zen:
            self._reader.say("One region fills the screen here.")
            return
        before = self._reader.side.styles.width
        self._wider_pane += columns
        self.arrange()
        if self._reader.side.styles.width == before:
            self._wider_pane -= columns
