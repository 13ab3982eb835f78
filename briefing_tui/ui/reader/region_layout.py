"""Arrange the regions of the reader and move the focus between them."""

from __future__ import annotations

from textual.widget import Widget

from briefing_tui.settings.config import Settings
from briefing_tui.settings.table import OUTLINE, OUTLINE_WIDTH, PANE_WIDTH
from briefing_tui.ui.commands import Region
from briefing_tui.ui.view.pane_items import Item
from briefing_tui.ui.view.state import ReaderState
from briefing_tui.ui.widgets.article import Article
from briefing_tui.ui.widgets.bars import TopLine
from briefing_tui.ui.widgets.item_list import ItemList
from briefing_tui.ui.widgets.side import Side

WIDE, MEDIUM, TALL, LOW = 110, 80, 20, 9
"""Columns from which there are three regions, and two; rows from which there is a line at the top, and room for places."""

_LEAST_PANE, _LEAST_ARTICLE = 24, 30


class RegionLayout:
    """Arranges outline, article and pane. In a narrow terminal only the region with the focus is shown."""

    def __init__(
        self,
        state: ReaderState,
        settings: Settings,
        top_line: TopLine,
        outline: ItemList,
        left: Widget,
        article: Article,
        middle: Widget,
        side: Side,
    ) -> None:
        """`left` is the column of the outline, `middle` that of the article and of the editor under it."""
        self._state, self._top_line = state, top_line
        self._outline, self._article, self._side = outline, article, side
        self._left, self._middle = left, middle
        self._is_outline_hidden = not settings[OUTLINE]
        self._outline_width, self._pane_width = settings[OUTLINE_WIDTH], settings[PANE_WIDTH]
        self._wider_pane = 0

    def arrange(self) -> None:
        """Show what there is room for, as wide as it should be."""
        state = self._state
        width, height = state.app.size
        wide, narrow = width >= WIDE, width < MEDIUM
        if narrow and self._is_writing:
            state.active_region = "article"
        outline = wide and not state.zen and not self._is_outline_hidden
        if narrow:
            outline = state.active_region == "outline"
        pane = state.active_region == "pane" if narrow else not state.zen
        article = state.active_region == "article" if narrow else True
        state.set_class(narrow, "-narrow")
        self._top_line.display = height >= TALL
        self._left.display, self._article.display, self._side.display = outline, article, pane
        self._middle.display = article
        self._side.show_place_lines(narrow and height >= LOW)
        if narrow:
            self._left.styles.width = self._side.styles.width = "1fr"
            return
        left = min(self._outline_width, max(20, width // 6)) if outline else 0
        self._left.styles.width = left
        share = (width - left) * self._pane_width // 100 + self._wider_pane
        self._side.styles.width = max(_LEAST_PANE, min(share, width - left - _LEAST_ARTICLE))

    @property
    def _is_writing(self) -> bool:
        """Whether keys go into something under the article, such as the editor of a note."""
        focused = self._state.focused
        if focused is None or focused is self._article:
            return False
        return any(child.display and child in focused.ancestors_with_self for child in self._middle.children)

    @property
    def is_narrow(self) -> bool:
        """True if one region is shown at a time."""
        return self._state.app.size.width < MEDIUM

    def widget_of(self, region: Region) -> Article | ItemList:
        """Return what has the focus when a region is active."""
        widgets: dict[Region, Article | ItemList] = {
            "outline": self._outline, "article": self._article, "pane": self._side.shown,
        }  # fmt: skip
        return widgets[region]

    def is_shown(self, region: Region) -> bool:
        """Return whether a region is shown."""
        return {"outline": self._left, "article": self._article, "pane": self._side}[region].display

    @property
    def focus_view(self) -> Article | ItemList:
        """The widget of the active region."""
        return self.widget_of(self._state.active_region)

    @property
    def item(self) -> Item | None:
        """The item under the cursor of the active pane or outline, if there is one."""
        view = self.focus_view
        return view.item if isinstance(view, ItemList) else None

    def focus(self, region: Region) -> None:
        """Give a region the focus, and show it if it is hidden."""
        state = self._state
        state.active_region = region
        if state.zen and region != "article":
            state.zen = False
        if region == "outline":
            self._is_outline_hidden = False
        self.arrange()
        state.set_focus(self.widget_of(region), scroll_visible=False)
        state.refresh_footer()

    def focus_again(self) -> None:
        """Give the active region the focus, after something was typed elsewhere."""
        self.focus(self._state.active_region)

    def bring_up(self, region: Region) -> None:
        """In a narrow terminal, show a region in place of the active one.

        The focus stays with what is typed.
        """
        if self.is_narrow and region != self._state.active_region:
            self._state.active_region = region
            self.arrange()

    def cycle(self, step: int) -> None:
        """Focus the next of the regions that are shown.

        In a narrow terminal, every region can be shown.
        """
        regions: list[Region] = ["outline", "article", "pane"]
        if not self.is_narrow:
            regions = [region for region in regions if self.widget_of(region).is_on_screen or region == "article"]
            if len(regions) == 1:
                regions = ["article", "pane"]
        active = self._state.active_region
        at = regions.index(active) if active in regions else 0
        self.focus(regions[(at + step) % len(regions)])

    def set_zen(self, zen: bool) -> None:
        """Show the article alone, or with the outline and the pane."""
        self._state.zen = zen
        self.focus("article")

    def toggle_outline(self) -> None:
        """Hide or show the outline."""
        state = self._state
        if self.is_narrow or state.app.size.width < WIDE:
            state.say(f"The outline needs {WIDE} columns here: ⟦list_sections⟧ lists the sections.")
            return
        state.zen = False
        self._is_outline_hidden = self._left.display
        self.focus("article" if self._is_outline_hidden and state.active_region == "outline" else state.active_region)

    def widen(self, columns: int) -> None:
        """Give the pane more columns, or fewer."""
        if self.is_narrow or self._state.zen:
            self._state.say("One region fills the screen here.")
            return
        before = self._side.styles.width
        self._wider_pane += columns
        self.arrange()
        if self._side.styles.width == before:
            self._wider_pane -= columns
