"""Python's garbage collector and thread switching, tuned for a program that answers keys."""

import gc
import sys

SWITCH_SECONDS = 0.0005
"""How long the thread that writes to the terminal waits at most for the main thread (Python's default: 5 ms)."""
ALLOCATIONS = 10_000
"""New objects after which the collector looks for unreachable ones (Python's default: 700, reached several times per frame)."""


def begin_start() -> None:
    """Stop collecting while the program starts.

    Starting creates some hundred thousand objects that stay; collecting among them takes a tenth of the time.
    """
    gc.disable()
    sys.setswitchinterval(SWITCH_SECONDS)


def end_start() -> None:
    """Collect again, but never among the objects made so far.

    Called when the first screen is shown. Does nothing when called again: it would also keep what has become unreachable since.
    """
    if not gc.isenabled():
        gc.freeze()
        gc.set_threshold(ALLOCATIONS)
        gc.enable()
