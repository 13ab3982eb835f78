"""Show the progress of long work in one line of the terminal."""

import sys
from collections.abc import Generator, Iterable, Iterator
from contextlib import contextmanager
from itertools import islice
from time import monotonic
from typing import TYPE_CHECKING, TypeVar

from briefing_tui.text.safety import one_line

if TYPE_CHECKING:
    from briefing_tui.library.index.refreshing import Report

_Thing = TypeVar("_Thing")
_MANY = 1000
"""Files whose reading takes more than a moment."""


def bar(done: int, total: int, seconds: float) -> str:
    """Draw the progress of a run in one line: `12/300 ███░░░ 4.1/s, 1:10 left`."""
    rate = done / seconds if seconds > 0 else 0.0
    left = int((total - done) / rate) if rate else 0
    filled = round(20 * done / total)
    shown = "█" * filled + "░" * (20 - filled)
    return one_line(f"{done}/{total} {shown} {rate:.1f}/s, {left // 60}:{left % 60:02} left").join(("\r\x1b[K", ""))


@contextmanager
def fetching(address: str) -> Iterator[None]:
    """Show on a terminal that an address is being fetched."""
    if sys.stderr is None or not sys.stderr.isatty():
        yield
        return
    try:
        sys.stderr.write(shown_line(f"fetching {address}"[:76]))
        sys.stderr.flush()
        yield
    finally:
        sys.stderr.write(shown_line(""))
        sys.stderr.flush()


def shown_line(text: str) -> str:
    """Return what shows a text in place of the line that was shown last."""
    return f"\r\x1b[K{one_line(text)}"


@contextmanager
def index_progress() -> Iterator["Report"]:
    """Give a function that shows how many files were read into the index."""
    started, is_shown = monotonic(), False
    on_terminal = sys.stderr is not None and sys.stderr.isatty()

    def report(done: int, total: int) -> None:
        nonlocal is_shown
        if on_terminal and total >= _MANY:
            is_shown = True
            sys.stderr.write(f"{bar(done, total, monotonic() - started)}, reading new briefings")
            sys.stderr.flush()

    try:
        yield report
    finally:
        if is_shown:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()


def in_batches(things: Iterable[_Thing], size: int, total: int) -> Iterator[list[_Thing]]:
    """Yield things some at a time, with a progress bar.

    The bar is drawn if there are several batches and standard error is a terminal.
    """
    left, done, started = iter(things), 0, monotonic()
    on_terminal = total > size and sys.stderr is not None and sys.stderr.isatty()
    try:
        while batch := list(islice(left, size)):
            yield batch
            done += len(batch)
            if on_terminal:
                sys.stderr.write(bar(done, total, monotonic() - started))
                sys.stderr.flush()
    finally:
        if on_terminal:
            sys.stderr.write("\r\x1b[K")


def with_progress(outcomes: Iterator[_Thing], total: int) -> Generator[_Thing, None, None]:
    """Yield the outcomes, with a progress bar if standard error is a terminal."""
    if total < 5 or sys.stderr is None or not sys.stderr.isatty():
        yield from outcomes
        return
    started = monotonic()
    try:
        for number, outcome in enumerate(outcomes, 1):
            sys.stderr.write(bar(number, total, monotonic() - started))
            sys.stderr.flush()
            yield outcome
    finally:
        sys.stderr.write("\r\x1b[K")


def while_waiting(things: Iterator[_Thing], text: str) -> Iterator[_Thing]:
    """Yield things, and say on a terminal what is done until the next one."""
    is_shown = sys.stderr is not None and sys.stderr.isatty()
    while True:
        if is_shown:
            sys.stderr.write(shown_line(text))
            sys.stderr.flush()
        thing = next(things, None)
        if is_shown:
            sys.stderr.write(shown_line(""))
        if thing is None:
            return
        yield thing
