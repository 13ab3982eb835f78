"""The framework's driver of a Unix terminal, with our reading of what is typed and pasted; stopped between two pieces of work."""

import asyncio
import os
import selectors
import signal
from codecs import getincrementaldecoder
from typing import Any

from textual.drivers.linux_driver import LinuxDriver

from briefing_tui.ui.terminal.pastes import PasteParser

_MOST_BYTES = 4096


class TerminalDriver(LinuxDriver):
    """Draws on the terminal, and reads keys, the mouse and pastes from it."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self._loop = asyncio.get_running_loop()
        signal.signal(signal.SIGTSTP, self._stop_asked)
        signal.signal(signal.SIGCONT, self._went_on)

    def _stop_asked(self, *_: object) -> None:
        """Stop when the loop's turn comes: a signal may come while something is being written, and what is written then to leave
        the terminal would wait for that for ever. While another program has the terminal, stop at once."""
        if self._auto_restart and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._sigtstp_application)
        else:
            os.kill(os.getpid(), signal.SIGSTOP)

    def _went_on(self, *_: object) -> None:
        if self._auto_restart and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._take_terminal)

    def _take_terminal(self) -> None:
        """Take the terminal again; where the stop could not be noticed, leave it first, as it may be in any state."""
        if not self._must_signal_resume:
            self.suspend_application_mode()
            self._must_signal_resume = True
        self.resume_application_mode()

    def run_input_thread(self) -> None:
        """Pass on what the terminal says until the program ends or the terminal is left to another. Bytes that are no UTF-8 are
        replaced: the framework's own reading ends the program at them. A terminal that is gone ends it as its signal does."""
        parser = PasteParser(self._debug)
        decode = getincrementaldecoder("utf-8")("replace").decode
        with selectors.SelectSelector() as selector:
            selector.register(self.fileno, selectors.EVENT_READ)
            while not self.exit_event.is_set():
                if selector.select(0.1):
                    data = self._read()
                    if data == b"":
                        os.kill(os.getpid(), signal.SIGHUP)
                        return
                    for message in parser.feed(text) if data and (text := decode(data)) else ():
                        self.process_message(message)
                for message in parser.tick():
                    self.process_message(message)

    def _read(self) -> bytes | None:
        """What was typed; empty where the terminal is gone, None where another program that reads from it was faster."""
        try:
            return os.read(self.fileno, _MOST_BYTES)
        except BlockingIOError:
            return None
        except OSError:
            return b""
