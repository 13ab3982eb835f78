"""Another program in the foreground of the terminal.

The terminal comes back from it however it ends.
"""

import os
import signal
import subprocess
import sys
import termios
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from types import FrameType
from typing import Any


def run_in_foreground(command: list[str]) -> int:
    """Run a program that has the terminal until it ends; return its exit status.

    The status is -N if signal N ended it.

    While it runs, Ctrl+C and Ctrl+\\ end at most that program. If it stops, this process stops with it, as one job of the shell.
    Must be called in the main thread. Raises OSError if it can't be started.
    """
    with _terminal_kept(), _stopping() as stop:
        process = subprocess.Popen(command)
        while True:
            stop.happened = False
            _, status = os.waitpid(process.pid, os.WUNTRACED)
            if not os.WIFSTOPPED(status):
                process.returncode = os.waitstatus_to_exitcode(status)
                return process.returncode
            if not stop.happened:  # It stopped alone; the shell looks only at this process.
                stop_until_continued()
            process.send_signal(signal.SIGCONT)


def stop_until_continued() -> None:
    """Stop this process until its shell continues it.

    Return at once if there is no shell that could: the system then ignores SIGTSTP, though not SIGSTOP.
    """
    before = signal.signal(signal.SIGTSTP, signal.SIG_DFL)
    os.kill(os.getpid(), signal.SIGTSTP)
    signal.signal(signal.SIGTSTP, before)


class _Stop:
    """Whether this process was stopped together with the other one."""

    happened = False

    def __call__(self, *_: object) -> None:
        self.happened = True
        stop_until_continued()


@contextmanager
def _stopping() -> Iterator[_Stop]:
    """Handle the terminal's signals for the time that another program has it."""

    def leave_it(_number: int, _frame: FrameType | None) -> None:
        """Ignore a signal; unlike one that is ignored with SIG_IGN, the other program does not."""

    stop = _Stop()
    handlers: dict[signal.Signals, Any] = {signal.SIGINT: leave_it, signal.SIGQUIT: leave_it, signal.SIGTSTP: stop}
    before = {number: signal.signal(number, handler) for number, handler in handlers.items()}
    try:
        yield stop
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


@contextmanager
def _terminal_kept() -> Iterator[None]:
    """Give the terminal back its modes, and this process its foreground.

    A program that is killed leaves it without an echo, and one with jobs of its own in the foreground of a group that is gone.
    """
    assert sys.__stdin__ is not None
    terminal = sys.__stdin__.fileno()
    if not os.isatty(terminal):
        yield
        return
    modes, group = termios.tcgetattr(terminal), os.tcgetpgrp(terminal)
    try:
        yield
    finally:
        before = signal.signal(signal.SIGTTOU, signal.SIG_IGN)  # sent to a process that is not in the foreground
        with suppress(OSError, termios.error):  # the terminal is gone
            if group == os.getpgrp():
                os.tcsetpgrp(terminal, group)
            termios.tcsetattr(terminal, termios.TCSANOW, modes)
        signal.signal(signal.SIGTTOU, before)
