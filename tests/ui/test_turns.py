"""Garbage collection still finds unreachable objects, however many briefings were opened."""

import gc
import sys
from collections.abc import Iterator

import pytest

from briefing_tui.ui.terminal import program_start


@pytest.fixture(autouse=True)
def collector() -> Iterator[None]:
    """Restore the garbage collector after a test."""
    threshold, interval = gc.get_threshold(), sys.getswitchinterval()
    yield
    gc.unfreeze()
    gc.set_threshold(*threshold)
    gc.enable()
    sys.setswitchinterval(interval)


class Cycle:
    """An object that refers to itself."""

    alive = 0

    def __init__(self) -> None:
        self.itself = self
        Cycle.alive += 1

    def __del__(self) -> None:
        Cycle.alive -= 1


def test_what_becomes_unreachable_after_the_start_is_found() -> None:
    program_start.begin_start()
    assert not gc.isenabled()
    program_start.end_start()
    assert gc.isenabled()
    Cycle()
    program_start.end_start()  # Another briefing was opened.
    gc.collect()
    assert Cycle.alive == 0
