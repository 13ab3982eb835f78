"""The start of a program that answers keys: its keyboard, garbage collector, thread switching."""

import gc
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any

SWITCH_SECONDS = 0.0005
"""How long the thread that writes to the terminal waits at most for the main thread (Python's default: 5 ms)."""
ALLOCATIONS = 10_000
"""New objects after which the collector looks for unreachable ones (Python's default: 700, reached several times per frame)."""

FRAMEWORK = {"ESCDELAY": "10", "TEXTUAL_FPS": "120"}
"""What Textual is told through the environment, unless the user has told it something else.

`ESCDELAY`: milliseconds after Esc in which other bytes make it a key of several bytes (Textual's default: 100; terminals send all
bytes of a key at once, and tmux, too, waits for 10). `TEXTUAL_FPS`: the frames per second while something changes (60).
"""


def begin_start() -> None:
    """Prepare a start: tell Textual what `FRAMEWORK` says, before it is imported, and stop collecting.

    Starting creates some hundred thousand objects that stay; collecting among them takes a tenth of the time.
    """
    for name, value in FRAMEWORK.items():
        os.environ.setdefault(name, value)
    gc.disable()
    sys.setswitchinterval(SWITCH_SECONDS)
    _import_asyncio_without_tls()


def _import_asyncio_without_tls() -> None:
    """Import asyncio as on a Python that has no TLS: no event loop of the reader connects to a network.

    Loading the libraries of TLS takes a thirtieth of the start. Who fetches an address imports them as ever.
    """
    if "asyncio" in sys.modules or "ssl" in sys.modules:
        return
    sys.modules["ssl"] = None  # type: ignore[assignment]  # the documented way to say that a module is not there
    try:
        import asyncio  # noqa: F401
    finally:
        del sys.modules["ssl"]


def end_start() -> None:
    """Collect again, but never among the objects made so far.

    Called when the first screen is shown. Does nothing when called again: it would also keep what has become unreachable since.
    """
    if not gc.isenabled():
        gc.freeze()
        gc.set_threshold(ALLOCATIONS)
        gc.enable()


usual_modes: list[Any] = []
"""The modes of the terminal before `keys_kept` changed them; none if it did not."""


@contextmanager
def keys_kept() -> Iterator[None]:
    """Keep what is typed from now on for the program.

    At last the terminal gets its modes back.

    In its usual modes the terminal would show it, and take Ctrl+S, Ctrl+D or Backspace for itself. Ctrl+C still ends the start.
    """
    import termios

    try:
        usual_modes[:] = termios.tcgetattr(0)
    except termios.error:
        yield
        return
    modes = [*usual_modes]
    modes[0] &= ~(termios.IXON | termios.IXOFF | termios.ICRNL | termios.INLCR | termios.IGNCR)
    modes[3] &= ~(termios.ECHO | termios.ICANON | termios.IEXTEN)
    termios.tcsetattr(0, termios.TCSANOW, modes)
    try:
        yield
    finally:
        with suppress(termios.error):  # the terminal is gone
            termios.tcsetattr(0, termios.TCSANOW, usual_modes)
