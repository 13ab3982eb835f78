"""A scroll view for widgets that draw their own lines, drawn faster than Textual's."""

from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.scrollbar import ScrollBar

from briefing_tui.ui.terminal.reactives import SteadyLayout
from briefing_tui.ui.terminal.row_cache import RowCache
from briefing_tui.ui.terminal.scrollbar import QuickScrollBar


class LineScrollView(SteadyLayout, ScrollView):
    """A scroll view with a `RowCache`, a `QuickScrollBar` and a steady layout."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self._styles_cache = RowCache()

    @property
    def vertical_scrollbar(self) -> ScrollBar:
        """The scrollbar, made on first use as Textual makes its own."""
        if self._vertical_scrollbar is None:
            self._vertical_scrollbar = QuickScrollBar()
            self._vertical_scrollbar.display = False
            self.app._start_widget(self, self._vertical_scrollbar)
        return self._vertical_scrollbar

    def _size_updated(self, size: Size, virtual_size: Size, container_size: Size, layout: bool = True) -> bool:
        """Ignore an unchanged size; Textual draws the scrollbar each time the screen is arranged."""
        return size != self._size and super()._size_updated(size, virtual_size, container_size, layout)
