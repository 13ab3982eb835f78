"""Other ways to start the program, and replacements of its parts."""

from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import cast

import pytest
from textual.app import App
from textual.pilot import Pilot
from textual.widgets import Input

from briefing_tui.ui.app import BriefingApp, run_reader
from briefing_tui.ui.read_screen import ReadScreen
from tests.ui.driver import Driver


def stop_blinking(monkeypatch: pytest.MonkeyPatch | None = None) -> None:
    """Stop all cursors blinking; permanently without a monkeypatch."""
    if monkeypatch:
        monkeypatch.setattr(Input.cursor_blink, "_default", False)
    else:
        Input.cursor_blink._default = False


def when_ready(begin: Callable[[Driver], None]) -> None:
    """Call `begin` when a reader of this process has started."""

    def ready(app: BriefingApp) -> None:
        begin(Driver(app, Pilot(app)))

    BriefingApp.on_ready = ready  # type: ignore[attr-defined]


def run_without_terminal(
    monkeypatch: pytest.MonkeyPatch, path: Path, library: Path, use: Callable[[Driver], Awaitable[None]]
) -> int:
    """Run the reader as the command does, without a terminal; return its exit status.

    `use` is called with the driver.
    """

    async def piloted(pilot: Pilot[object]) -> None:
        assert isinstance(pilot.app, BriefingApp)
        await use(Driver(pilot.app, cast(Pilot[int], pilot)))

    def run(app: BriefingApp) -> int | None:
        return App.run(app, headless=True, auto_pilot=piloted)

    monkeypatch.setattr(BriefingApp, "run", run)
    return run_reader(path, None, lambda: library).status


def break_library() -> None:
    """Make opening the library fail with an exception, in this process."""

    def broken(_: ReadScreen) -> None:
        raise RuntimeError("broken \x1b]0;x\x07")

    setattr(ReadScreen, "open_library", broken)  # noqa: B010 - mypy compares the names of arguments
