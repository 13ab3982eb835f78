"""How the reader's threads and Python's collector take turns with what is drawn: set for a program that answers keys."""

import gc
import sys

SWITCH_SECONDS = 0.0005
"""How long the thread that writes to the terminal waits at most while the loop goes on to other work (Python's own: 5 ms)."""
ALLOCATIONS = 10_000
"""New objects after which the collector looks for unreachable ones (Python's own: 700, which is several times a frame)."""


def begin_start() -> None:
    """Start-up makes some hundred thousand objects that stay: collecting among them is a tenth of its time."""
    gc.disable()
    sys.setswitchinterval(SWITCH_SECONDS)


def end_start() -> None:
    """The first screen stands: what has been made so far stays, and is not looked at again. Called again it does nothing: what
    has become unreachable by then would stay, too."""
    if not gc.isenabled():
        gc.freeze()
        gc.set_threshold(ALLOCATIONS)
        gc.enable()
