"""A driver of Unix terminals that bounds pastes and survives bad input."""

import asyncio
import os
import selectors
import signal
from codecs import getincrementaldecoder
from typing import Any

from textual.constants import ESCAPE_DELAY
from textual.drivers.linux_driver import LinuxDriver

from briefing_tui.ui.terminal.foreground import stop_until_continued
from briefing_tui.ui.terminal.graphics import QUESTION, Answers, GraphicsKnown
from briefing_tui.ui.terminal.pastes import PasteParser
from briefing_tui.ui.terminal.program_start import usual_modes

_MOST_BYTES = 4096
_TICK = 0.1
"""Seconds between two looks at whether the program has ended, or a paste."""


class TerminalDriver(LinuxDriver):
    """Draws on the terminal, and reads keys, the mouse and pastes from it."""

    _answers: Answers | None = None
    """Takes the terminal's answers out of the input, while any are expected."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self._loop = asyncio.get_running_loop()
        signal.signal(signal.SIGTSTP, self._stop_asked)
        signal.signal(signal.SIGCONT, self._continued)

    def start_application_mode(self) -> None:
        """Set up the terminal.

        At last it gets back the modes that it had before the program was started.
        """
        super().start_application_mode()  # type: ignore[no-untyped-call]
        self.attrs_before = usual_modes or self.attrs_before

    def _stop_asked(self, *_: object) -> None:
        """Suspend the program in its loop.

        Textual suspends within the signal handler. The signal may come while something is being written, and what is then written
        to leave the terminal would wait for that forever.
        """
        if self._auto_restart and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._leave_terminal)

    def _leave_terminal(self) -> None:
        """Leave the terminal to the shell, and stop.

        Textual stops with SIGSTOP, which nobody ends where no shell started the program (`xterm -e`, a window of tmux): there the
        program goes on at once.
        """
        self.suspend_application_mode()
        self._must_signal_resume = True
        stop_until_continued()
        self._loop.call_soon(self._return_to_terminal)

    def _return_to_terminal(self) -> None:
        """Set up the terminal again, unless SIGCONT has done so."""
        if self._must_signal_resume:
            self.resume_application_mode()

    def _continued(self, *_: object) -> None:
        if self._auto_restart and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._take_terminal)

    def _take_terminal(self) -> None:
        """Set up the terminal again; after a stop that was not noticed (SIGSTOP), leave it first, as it may be in any state."""
        if not self._must_signal_resume:
            self.suspend_application_mode()
            self._must_signal_resume = True
        self.resume_application_mode()

    def run_input_thread(self) -> None:
        """Pass on input until the program ends or leaves the terminal to another.

        Bytes that are not UTF-8 are replaced, and a terminal that is gone ends the program by SIGHUP; Textual fails at the former
        and does not notice the latter.
        """
        parser = PasteParser(self._debug)
        decode = getincrementaldecoder("utf-8")("replace").decode
        with selectors.SelectSelector() as selector:
            selector.register(self.fileno, selectors.EVENT_READ)
            if selector.select(0) and (early := self._read()):
                for message in parser.feed_early(decode(early)):
                    self.process_message(message)
            wait = _TICK
            while not self.exit_event.is_set():
                if selector.select(wait):
                    wait = min(_TICK, ESCAPE_DELAY)  # Esc alone is known as such as soon as nothing follows
                    data = self._read()
                    if data == b"":
                        os.kill(os.getpid(), signal.SIGHUP)
                        return
                    text = self._without_answers(decode(data)) if data else ""
                else:
                    wait = _TICK
                    text = self._answers.release() if self._answers is not None else ""
                for message in parser.feed(text) if text else ():
                    self.process_message(message)
                for message in parser.tick():
                    self.process_message(message)

    def ask_for_graphics(self) -> None:
        """Ask the terminal what pictures it can show; `GraphicsKnown` is posted if it answers."""
        self._answers = Answers()
        self.write(QUESTION)
        self.flush()

    def _without_answers(self, text: str) -> str:
        """Return input without the terminal's answers, and post what they say."""
        if self._answers is None:
            return text
        text = self._answers.take(text)
        if not self._answers.is_waiting:
            if self._answers.graphics is not None:
                self.send_message(GraphicsKnown(self._answers.graphics))
            self._answers = None
        return text

    def _read(self) -> bytes | None:
        """Return the input; empty if the terminal is gone, None if another program that reads from it was faster."""
        try:
            return os.read(self.fileno, _MOST_BYTES)
        except BlockingIOError:
            return None
        except OSError:
            return b""
