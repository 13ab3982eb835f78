"""Limit the processor time of a measurement; the growth that is allowed."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

GROWTH = 12.0
"""Times by which the time may grow for ten times the text."""


class TooLong(Exception):  # noqa: N818
    """Raised where a measurement takes more processor time than allowed."""


def _stop(_number: int, _frame: FrameType | None) -> None:
    raise TooLong


@contextmanager
def limited(seconds: int) -> Iterator[None]:
    """Raise TooLong within the block once it has used that many seconds of processor time."""
    previous = signal.signal(signal.SIGPROF, _stop)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, previous)
