"""A program in a terminal: its driver, its orderly end, its failures."""

import asyncio
import os
import re
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from textual import on
from textual.driver import Driver
from textual.screen import Screen
from textual.signal import Signal

from briefing_tui.ui.terminal.drawing.quick_strips import use_quick_strips
from briefing_tui.ui.terminal.graphics import Graphics, GraphicsKnown
from briefing_tui.ui.terminal.key_turns import KeyTurns
from briefing_tui.ui.terminal.timers import SureTimers

_HANG_UP_SECONDS = 2.0
"""How long the program may take to save what it has once its terminal is gone."""


class TerminalApp(SureTimers, KeyTurns):
    """An app that always leaves the terminal as it found it, and prints no traceback."""

    def __init__(self) -> None:
        use_quick_strips()
        # Without colours (NO_COLOR), Textual turns colours other than the terminal's own into greys: use only the terminal's own.
        super().__init__(ansi_color=True if os.environ.get("NO_COLOR") else None)
        self._has_asked = False
        self.graphics = Graphics()
        """The terminal's way to show pictures: half blocks, until it has said more."""
        self.graphics_signal = Signal[Graphics](self, "graphics")
        """Published when the terminal has said more."""

    def get_driver_class(self) -> type[Driver]:
        """Return our own driver on a Unix terminal, which bounds pastes; elsewhere Textual's."""
        chosen = super().get_driver_class()
        if chosen.__module__ == "textual.drivers.linux_driver":
            from briefing_tui.ui.terminal.driver import TerminalDriver

            return TerminalDriver
        return chosen

    def first_screen(self) -> Screen[Any]:
        """Return the screen that the program starts with."""
        raise NotImplementedError

    def get_default_screen(self) -> Screen[Any]:
        """Return the first screen, ready to be switched for another.

        Textual 8 forgets the result callback of a default screen, and switching it then fails (pop from an empty list).
        """
        screen = self.first_screen()
        screen._push_result_callback(self, None)
        return screen

    # Pictures

    def ask_for_graphics(self) -> None:
        """Ask the terminal once what pictures it can show; `graphics` changes if it answers."""
        from briefing_tui.ui.terminal.driver import TerminalDriver

        if not self._has_asked and isinstance(self._driver, TerminalDriver) and not self.no_color:
            self._has_asked = True
            self._driver.ask_for_graphics()

    @on(GraphicsKnown)
    def _graphics_known(self, event: GraphicsKnown) -> None:
        self.graphics = event.graphics
        self.graphics_signal.publish(event.graphics)

    # Ending

    def on_load(self) -> None:
        """End in good order on SIGTERM and SIGHUP: the terminal restored, the reading position saved."""
        loop = asyncio.get_running_loop()
        loop.add_signal_handler(signal.SIGTERM, self.exit, 128 + signal.SIGTERM)
        loop.add_signal_handler(signal.SIGHUP, self._hang_up)

    def _hang_up(self) -> None:
        """End because the terminal is gone, without waiting for it to accept what Textual still writes."""
        import threading

        status = 128 + signal.SIGHUP
        self.exit(status)
        end = threading.Timer(_HANG_UP_SECONDS, os._exit, [status])
        end.daemon = True
        end.start()

    def _print_error_renderables(self) -> None:
        """Leave the report of an error to the command line, which prints one line; Textual prints a page of traceback."""
        if os.environ.get("BRIEFING_DEBUG"):
            super()._print_error_renderables()
        self._exit_renderables.clear()

    @property
    def failure(self) -> Exception | None:
        """The exception that ended the program, if any.

        One that came after the user had quit does not count: a key that was typed after the end is still handled, and Textual
        can no longer mount what it opens.
        """
        from textual.widget import MountError

        came_after_end = self._exit and isinstance(self._exception, MountError)
        return None if came_after_end else self._exception

    # Leaving for a while

    @contextmanager
    def suspend(self) -> Iterator[None]:
        """Leave the terminal to another program, and take it back however that ends.

        Textual takes it back only if nothing is raised meanwhile. Raises SuspendNotSupported.
        """
        raised: BaseException | None = None
        with super().suspend():
            try:
                yield
            except BaseException as error:  # whatever it is, it is raised again once the terminal is ours
                raised = error
        if raised is not None:
            raise raised

    # Drawing

    @on(Driver.SignalResume)
    def _redraw(self) -> None:
        """Draw everything: the terminal belonged to another program and is empty, and Textual draws only what has changed."""
        self.refresh(layout=True)

    def export_screenshot(self, *, title: str | None = None, simplify: bool = False) -> str:
        """Return the screen as an SVG that fetches nothing.

        Textual's names the addresses of a font.
        """
        return re.sub(r"@font-face \{[^@}]*+\}", "", super().export_screenshot(title=title, simplify=simplify))

    def deliver_screenshot(
        self, filename: str | None = None, path: str | None = None, time_format: str | None = None
    ) -> str | None:
        """Save a picture of the screen in the downloads folder, else the current one."""
        from platformdirs import user_downloads_path

        if path is None and not user_downloads_path().is_dir():
            path = "."
        return super().deliver_screenshot(filename, path, time_format)
