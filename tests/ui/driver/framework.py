"""Where tests compare this program's drawing with Textual's own, or replace its start."""

from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import cast

import pytest
from textual.app import App
from textual.geometry import Offset
from textual.pilot import Pilot
from textual.widgets import Input as TextualInput

from briefing_tui.ui.app import BriefingApp, run_reader
from briefing_tui.ui.read_screen import ReadScreen
from briefing_tui.ui.widgets.bars import KeyLine
from briefing_tui.ui.widgets.lines import LineView
from tests.ui.driver.input import Input


class FrameworkSeen(Input):
    """Widgets, for tests of how they are drawn."""

    def line_views(self) -> list[LineView]:
        """Return the widgets of the screen on top that draw their own lines, as far as they are seen."""
        return [view for view in self.app.screen.query(LineView) if view.is_on_screen and view.size.width]

    def screenshot(self) -> str:
        """Return a picture of the screen, as SVG."""
        return self.app.export_screenshot()

    def full_screen(self) -> str:
        """Return what draws the whole screen on a terminal."""
        return self.app.screen._compositor.render_full_update().render_segments(self.app.console)

    def draw_whole(self, before: str, after: str) -> str:
        """Draw the whole screen on the terminal, as after a change of size, between two texts; return what is drawn."""
        screen, driver = self.app.screen, self.app._driver
        assert driver is not None
        update = screen._compositor.render_full_update()
        self.app.cursor_position = Offset(0, 0)  # where the editor left the terminal's own cursor depends on when it was arranged
        driver.write(before)
        self.app._display(screen, update)
        driver.write(after)
        for line in screen.query(KeyLine):
            line.hush()  # how long a message stays is a matter of the clock
        return update.render_segments(self.app.console)


def stop_blinking(monkeypatch: pytest.MonkeyPatch | None = None) -> None:
    """Let no cursor blink; for good without a monkeypatch."""
    if monkeypatch:
        monkeypatch.setattr(TextualInput.cursor_blink, "_default", False)
    else:
        TextualInput.cursor_blink._default = False


def when_ready(begin: Callable[[BriefingApp], Awaitable[None]]) -> None:
    """Call `begin` when a reader of this process has started."""
    BriefingApp.on_ready = begin  # type: ignore[attr-defined]


def run_without_terminal(
    monkeypatch: pytest.MonkeyPatch, path: Path, library: Path, use: Callable[[BriefingApp, Pilot[int]], Awaitable[None]]
) -> int:
    """Run the reader as the command does, without a terminal and used by `use`; return its exit status."""

    async def piloted(pilot: Pilot[object]) -> None:
        assert isinstance(pilot.app, BriefingApp)
        await use(pilot.app, cast(Pilot[int], pilot))

    def run(app: BriefingApp) -> int | None:
        return App.run(app, headless=True, auto_pilot=piloted)

    monkeypatch.setattr(BriefingApp, "run", run)
    return run_reader(path, None, library).status


def break_library() -> None:
    """Let opening the library fail with an exception, in this process."""

    def broken(_: ReadScreen) -> None:
        raise RuntimeError("broken \x1b]0;x\x07")

    setattr(ReadScreen, "open_library", broken)  # noqa: B010 - mypy compares the names of arguments
