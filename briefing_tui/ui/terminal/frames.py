"""Screens and widgets that draw less often than Textual's, or faster.

For a key, Textual draws at once whatever has changed by then, and the rest up to two frames later: the pane's cursor, then the
article beside it. Twice the work, and an answer that is complete twice as late.

Through a dialog the screen below shows. Textual draws that anew whenever it draws the dialog, as a Rich renderable whose lines
are cut, styled and cached one by one: a third of the time in which a dialog opens.

Textual lets every widget draw, also those that others cover wholly, and cuts each of their lines: a third of the lines of a
screen belong to containers that nobody sees.

Mix these in before Textual's class. Those that are no DOM nodes leave it the styles: of several bases, Textual takes
styles from the first that is one.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from typing import Any, cast

from rich.console import Console
from rich.control import Control
from rich.segment import Segment
from rich.style import Style
from textual._compositor import ChopsUpdate, Compositor
from textual.app import App
from textual.color import Color
from textual.events import Idle, ScreenResume
from textual.geometry import Region, Size
from textual.message_pump import MessagePump
from textual.reactive import Reactive
from textual.renderables.background_screen import BackgroundScreen
from textual.screen import ModalScreen, Screen, ScreenResultType
from textual.strip import Strip
from textual.widget import Widget


@lru_cache(20_000)
def _go_to(x: int, y: int) -> str:
    """Return what moves the terminal's cursor."""
    return Control.move_to(x, y).segment.text


class QuickUpdate(ChopsUpdate):
    """The changed parts of a screen, written as Textual writes them."""

    def render_segments(self, console: Console) -> str:
        """Return what is written to the terminal."""
        written: list[str] = []
        last = self.spans[-1][0]
        for y, left, right in self.spans:
            for end, (x, strip) in zip(self.chop_ends[y], self.chops[y].items(), strict=False):
                if strip is None or x > right or end <= left:
                    continue
                if not left <= x < right or end > right:
                    strip = strip.crop(0, min(end, right) - x)
                written.append(_go_to(x, y) + strip.render(console))
            if y != last:
                written.append("\n")
        return "".join(written)


class QuickCompositor(Compositor):
    """Puts the widgets of a screen together, and lets those that others cover not draw."""

    def render_partial_update(self) -> ChopsUpdate | None:
        """Return what has changed, or None."""
        update = super().render_partial_update()
        return update and QuickUpdate(update.chops, update.spans, update.chop_ends)

    def _render_chops(self, crop: Region, is_rendered_line: Callable[[int], bool]) -> Sequence[Mapping[int, Strip]]:
        """Return the strips of each row by the columns where they begin, those of the widgets in front first."""
        cuts = self.cuts
        rows: list[dict[int, Strip | None]] = [dict.fromkeys(line[:-1]) for line in cuts]
        for widget, (region, clip) in self.visible_widgets.items():
            if not crop.overlaps(clip):
                continue
            shown = region.intersection(clip)
            left, right = shown.column_span
            open_rows = [
                (y, begins)
                for y in filter(is_rendered_line, shown.line_range)
                if (begins := [cut for cut, strip in rows[y].items() if strip is None and left <= cut < right])
            ]
            if not open_rows:
                continue
            drawn = widget.render_lines(Region(shown.x - region.x, shown.y - region.y, *shown.size))
            strips = dict(zip(shown.line_range, drawn, strict=False))  # While the window grows, some draw fewer lines.
            for y, begins in open_rows:
                row, strip = rows[y], strips.get(y)
                if strip is None:
                    continue
                ends = [cut for cut in cuts[y] if left < cut <= right]
                if ends == [strip.cell_length + left]:
                    row[left] = strip
                else:
                    pieces = dict(zip((left, *ends), strip.divide([end - left for end in ends]), strict=False))
                    row.update((begin, pieces[begin]) for begin in begins if begin in pieces)
        return cast("Sequence[Mapping[int, Strip]]", rows)


class FrameHolder(App[int]):
    """An app that can hold what its screens draw until it lets them."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.holds_frame = False
        """Whether screens wait with drawing."""
        self.held_screens: list[OneFrame[Any]] = []
        """Those that would have drawn something since."""

    def hold_frame(self) -> None:
        """Let screens wait with drawing, until `show_frame`."""
        self.holds_frame = True

    def show_frame(self) -> None:
        """Let screens draw what has changed meanwhile; the one on top does so at once."""
        self.holds_frame = False
        held, self.held_screens = self.held_screens, []
        for screen in held:
            screen.draw_held()


class OneFrame(Screen[ScreenResultType]):
    """A screen that waits with drawing while its app holds frames."""

    _is_undrawn = False
    """Whether something arranged anew has not been drawn yet."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self._compositor = QuickCompositor()

    def _on_screen_resume(self, event: ScreenResume) -> None:
        """Style nothing when the screen is shown first: all of it has just been styled, as it was mounted."""
        if not self.stack_updates:
            event.refresh_styles = False

    def draw_held(self) -> None:
        """Draw what was held, without waiting for the next frame."""
        if self.is_running:
            with self._context():
                self._on_timer_update()

    def _is_held(self) -> bool:
        app = self.app
        if not isinstance(app, FrameHolder) or not app.holds_frame:
            return False
        if self not in app.held_screens:
            app.held_screens.append(self)
        return True

    async def _on_idle(self, event: Idle) -> None:
        """Wait for the others that change something, instead of drawing in the next frame."""
        if self._is_held():
            event.prevent_default()
        else:
            await super()._on_idle(event)

    def _on_timer_update(self) -> None:
        super()._on_timer_update()
        if self._is_undrawn:
            self._compositor_refresh()

    def _compositor_refresh(self) -> None:
        self._is_undrawn = self._is_held()
        if not self._is_undrawn:
            super()._compositor_refresh()


@lru_cache(4096)
def _dimmed(style: Style, tint: Color) -> Style:
    """Return what Textual makes of a style below a translucent colour."""
    (segment,) = BackgroundScreen.process_segments([Segment("", style)], tint)
    assert segment.style is not None
    return segment.style


class DimmedScreen(ModalScreen[ScreenResultType]):
    """A modal screen that keeps what shows through it, until that changes."""

    _below: list[Strip] | None = None

    def refresh(
        self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False
    ) -> "DimmedScreen[ScreenResultType]":
        """Draw again, also what is below: Textual calls this when that has changed."""
        self._below = None
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)

    def render_lines(self, crop: Region) -> list[Strip]:
        """Return the lines of the screen below within `crop`, dimmed."""
        stack, tint = self.app.screen_stack, self.styles.background
        at = stack.index(self) if self in stack else 0
        if not at or tint.a == 1:
            return super().render_lines(crop)
        if self._below is None or len(self._below) != self.size.height:
            filters, background = self.get_line_filters(), self.background_colors[1]
            base = Style(color=self.rich_style.color)
            self._below = []
            for strip in stack[at - 1]._compositor.render_strips():
                line = Strip(
                    [Segment(text, base + _dimmed(style or Style(), tint)) for text, style, _ in strip], strip.cell_length
                )
                for each in filters:
                    line = line.apply_filter(each, background)
                self._below.append(line)
        # While the window grows, the screen below may still have its old size.
        lines = [line.crop(crop.x, crop.right).adjust_cell_length(crop.width) for line in self._below[crop.y : crop.bottom]]
        return lines + [Strip.blank(crop.width)] * (crop.height - len(lines))


class SteadyLayout(MessagePump):
    """A scrolling widget whose content's size does not rearrange the screen.

    Textual does so for every letter that is typed into a line, and then draws every scrollbar of the screen.
    """

    virtual_size = Reactive(Size(0, 0))


class SteadyFocus(MessagePump):
    """A screen that is not redrawn as a whole when the focus moves."""

    focused: Reactive[Widget | None] = Reactive(None, repaint=False)
