"""The reader as a program: its screens, its palette, and what it gives back to the shell."""

import asyncio
import os
import re
import signal
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from textual import on
from textual.app import App, SystemCommand
from textual.driver import Driver
from textual.screen import Screen

from briefing_tui.settings import paths
from briefing_tui.text.safety import one_line
from briefing_tui.ui.commands import CommandTable
from briefing_tui.ui.read_screen import ReadScreen
from briefing_tui.ui.terminal.timers import SureTimers
from briefing_tui.ui.view.opened_file import OpenedFile

if TYPE_CHECKING:
    from concurrent.futures import Future

    from textual.command import Provider

    from briefing_tui.notes.store import NoteStore
    from briefing_tui.ui.library.screen import LibraryScreen


def _provider() -> "type[Provider]":
    from briefing_tui.ui.dialogs.palette import CommandProvider

    return CommandProvider


_HANG_UP_SECONDS = 2.0
"""How long the reader may take to put things away once its terminal is gone."""


class BriefingApp(SureTimers, App[int]):
    """Opens a briefing, or the library."""

    TITLE = "briefing"
    CSS_PATH = "read_screen.tcss"
    COMMANDS = App.COMMANDS | {_provider}
    ENABLE_COMMAND_PALETTE = True
    COMMAND_PALETTE_BINDING = "f20"
    """The palette's keys are in the table of commands; this one is never sent."""

    def __init__(
        self,
        library: Path,
        state: Path | None,
        document: OpenedFile | None = None,
        item: str | None = None,
        explain: bool = False,
    ) -> None:
        # Of colours that are not the terminal's own the framework makes greys, where none are wanted: a terminal's colours, too.
        super().__init__(ansi_color=True if os.environ.get("NO_COLOR") else None)
        self._explain = explain
        self._library, self._state = library, state
        self._first = document, item
        self.note_store: NoteStore | None = None
        """The notes' store, once one was asked for."""
        self.unsaved: list[tuple[str, str]] = []
        """What was typed and is not on the disk now that the program ends: why, and the text."""
        self.endings: list[Future[None]] = []
        """What is still being done for screens that were closed."""

    def get_driver_class(self) -> type[Driver]:
        """The framework's driver, on a Unix terminal ours: it bounds what is pasted."""
        chosen = super().get_driver_class()
        if chosen.__module__ == "textual.drivers.linux_driver":
            from briefing_tui.ui.terminal.driver import TerminalDriver

            return TerminalDriver
        return chosen

    def on_load(self) -> None:
        """End in good order, the terminal as it was found and the place kept, when one is told to end."""
        loop = asyncio.get_running_loop()
        loop.add_signal_handler(signal.SIGTERM, self.exit, 128 + signal.SIGTERM)
        loop.add_signal_handler(signal.SIGHUP, self._hung_up)

    def _hung_up(self) -> None:
        """The terminal is gone: end, and don't wait for it to take what the framework has still to write."""
        import threading

        status = 128 + signal.SIGHUP
        self.exit(status)
        end = threading.Timer(_HANG_UP_SECONDS, os._exit, [status])
        end.daemon = True
        end.start()

    @on(Driver.SignalResume)
    def _draw_again(self) -> None:
        """The terminal was another program's, and is empty: the framework draws only what has changed."""
        self.refresh(layout=True)

    def _print_error_renderables(self) -> None:
        """Leave it to the command line to tell of an error, in one line; the framework's way is a page of traceback."""
        if os.environ.get("BRIEFING_DEBUG"):
            super()._print_error_renderables()
        self._exit_renderables.clear()

    def get_default_screen(self) -> Screen[Any]:
        """The screen that the reader starts with."""
        document, item = self._first
        screen = ReadScreen(document, self._state, item, self._explain) if document else self._library_screen()
        # Textual 8 forgets this for a default screen, which then can't be switched for another (pop from an empty list).
        screen._push_result_callback(self, None)
        return screen

    def command_tables(self) -> list[CommandTable]:
        """Return the commands of every screen."""
        from briefing_tui.ui.library.commands import COMMANDS as LIBRARY
        from briefing_tui.ui.source_lines.commands import COMMANDS as LINES

        return [ReadScreen.TABLE, LIBRARY, LINES]

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:
        """Of the framework's own commands, those that the table has not: themes and screenshots."""
        return (command for command in super().get_system_commands(screen) if command.title in ("Theme", "Screenshot"))

    def export_screenshot(self, *, title: str | None = None, simplify: bool = False) -> str:
        """The screen as an SVG that needs nothing else: the framework's names addresses of a font, which browsers would fetch."""
        return re.sub(r"@font-face \{[^@}]*+\}", "", super().export_screenshot(title=title, simplify=simplify))

    def deliver_screenshot(
        self, filename: str | None = None, path: str | None = None, time_format: str | None = None
    ) -> str | None:
        """Save a picture of the screen in the downloads; where there is no such folder, in the current one."""
        from platformdirs import user_downloads_path

        if path is None and not user_downloads_path().is_dir():
            path = "."
        return super().deliver_screenshot(filename, path, time_format)

    def open_url(self, url: str, *, new_tab: bool = True) -> None:
        """Hand an address to the browser, away from this terminal; say so where there is none that takes it."""
        from briefing_tui.ui.terminal.browser import hand_over

        del new_tab

        def opened() -> None:
            if not hand_over(url) and isinstance(self.screen, ReadScreen):
                self.call_from_thread(self.screen.say, "No browser took the address: o, then y, copies it.")

        self.run_worker(opened, thread=True, group="browser", exit_on_error=False)

    def action_command_palette(self) -> None:
        """Show the palette."""
        from briefing_tui.ui.dialogs.palette import Palette

        if not isinstance(self.screen, Palette):
            self.push_screen(Palette())

    def _library_screen(self, back: Path | None = None) -> Screen[Any]:
        from briefing_tui.ui.library.screen import LibraryScreen

        return LibraryScreen(self._library, self._state, back)

    def on_library_screen_opened(self, event: "LibraryScreen.Opened") -> None:
        """Open a content file in place of the library."""
        self.switch_screen(ReadScreen(OpenedFile(event.path, one_line(event.path.stem)), self._state))

    def on_read_screen_left(self, event: ReadScreen.Left) -> None:
        """Show the library in place of the briefing."""
        if event.path is not None and event.path.parent.resolve() == paths.library().resolve():
            self._library = event.path.parent
        self.switch_screen(self._library_screen(event.path))


class Ended(NamedTuple):
    """How the reader ended: its exit status, and what was typed that could not be put on the disk (why, and the text)."""

    status: int
    unsaved: list[tuple[str, str]]


def run_reader(path: Path | None, item: str | None, library: Path, text: str | None = None, explain: bool = False) -> Ended:
    """Run the reader on a content file (or on text read from standard input), or on the library. With `explain`, the
    source's lines are shown first.
    Raises what the reader failed on."""
    if not os.environ.get("NO_COLOR"):
        os.environ.pop("NO_COLOR", None)  # one without a value means nothing; to the framework it would
    document = None
    if path is not None or text is not None:
        document = OpenedFile(path, one_line(path.stem) if path else "stdin", text)
    app = BriefingApp(library, paths.state(), document, item, explain)
    status = app.run() or 0
    if app._exception is not None and not _came_after_the_end(app):
        raise app._exception
    for ending in app.endings:
        ending.result()
    return Ended(status, app.unsaved)


def _came_after_the_end(app: BriefingApp) -> bool:
    """Whether the reader had been quit when it failed: a key typed after that was still handled, and for what it opens the
    framework has no place any more."""
    from textual.widget import MountError

    return app._exit and isinstance(app._exception, MountError)
