"""Screens and widgets that draw less often than Textual's, or faster.

For a key, Textual draws at once whatever has changed by then, and the rest up to two frames later: the pane's cursor, then the
article beside it. Twice the work, and an answer that is complete twice as late.

Through a dialog the screen below shows. Textual draws that anew whenever it draws the dialog, as a Rich renderable whose lines
are cut, styled and cached one by one: a third of the time in which a dialog opens.

Mix these in before Textual's class. Those that are no DOM nodes leave it the styles: of several bases, Textual takes
styles from the first that is one.
"""

from functools import lru_cache
from typing import Any

from rich.segment import Segment
from rich.style import Style
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

from briefing_tui.ui.terminal.drawing.compositor import QuickCompositor


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
