"""A scroll view for widgets that draw their own lines, drawn faster than Textual's."""

from collections.abc import Sequence
from functools import cache

from rich.segment import Segment
from rich.style import Style
from textual.containers import Horizontal, Vertical
from textual.filter import ANSIToTruecolor, LineFilter
from textual.geometry import Region, Size
from textual.scroll_view import ScrollView
from textual.scrollbar import ScrollBar, ScrollBarRender
from textual.strip import Strip

from briefing_tui.ui.terminal.drawing.frames import SteadyLayout
from briefing_tui.ui.terminal.drawing.row_cache import RowCache


class QuickScrollBar(ScrollBar):
    """A vertical scrollbar, one cell wide, that looks and behaves like Textual's.

    Textual draws its own through a Rich renderable whose lines are cut, styled and cached one by one: a sixth of the time of a
    page key.
    """

    def __init__(self) -> None:
        super().__init__(vertical=True, name="vertical")

    def render_lines(self, crop: Region) -> list[Strip]:
        """Return the lines of the bar within `crop`, making equal ones once."""
        bar = self.render()
        assert isinstance(bar, ScrollBarRender)
        style = bar.style
        assert isinstance(style, Style)
        assert style.bgcolor
        assert style.color
        drawn = bar.render_bar(
            self.size.height, bar.virtual_size, bar.window_size, bar.position, 1, True, style.bgcolor, style.color
        )
        filters, background = self.get_line_filters(), self.background_colors[1]
        below = self.rich_style

        @cache
        def strip(segment: Segment) -> Strip:
            line = Strip([Segment(segment.text, below + segment.style if segment.style else below)], 1)
            for each in filters:
                line = line.apply_filter(each, background)
            return line

        return [strip(segment) for segment in drawn.segments[crop.y : crop.bottom]]


class Frame(Vertical):
    """A container with a border, whose rows are drawn once.

    They are all alike, and covered but for the border.
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self._styles_cache = RowCache()


class Column(Vertical):
    """Widgets one above the other, which cover it.

    It has no border, so Textual draws it blank without looking at each row.
    """

    BLANK = True


class Columns(Horizontal):
    """Widgets side by side, which cover it as those of a `Column` do."""

    BLANK = True


class LineScrollView(SteadyLayout, ScrollView, inherit_bindings=False):
    """A scroll view with a `RowCache`, a `QuickScrollBar` and a steady layout.

    It has none of Textual's keys: those of a table of commands move in it, and a key that the user took from a command does
    nothing.
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self._styles_cache = RowCache()

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Return the app's filters but the one that replaces the terminal's own colours.

        The lines hold none of these, and it looks at each piece of each line: a twentieth of the time of a key.
        """
        return [each for each in super().get_line_filters() if not isinstance(each, ANSIToTruecolor)]

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
