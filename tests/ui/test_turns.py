"""The collector's turns: what is unreachable after the start is found, however many briefings were opened since."""

import gc
import sys
from collections.abc import Iterator

import pytest

from briefing_tui.ui.terminal import gc_tuning


@pytest.fixture(autouse=True)
def collector() -> Iterator[None]:
    """The collector, put back as it was."""
    threshold, interval = gc.get_threshold(), sys.getswitchinterval()
    yield
    gc.unfreeze()
    gc.set_threshold(*threshold)
    gc.enable()
    sys.setswitchinterval(interval)


class Cycle:
    """What refers to itself."""

    alive = 0

    def __init__(self) -> None:
        self.itself = self
        Cycle.alive += 1

    def __del__(self) -> None:
        Cycle.alive -= 1


def test_what_becomes_unreachable_after_the_start_is_found() -> None:
    gc_tuning.begin_start()
    assert not gc.isenabled()
    gc_tuning.end_start()
    assert gc.isenabled()
    Cycle()
    gc_tuning.end_start()  # another briefing was opened
    gc.collect()
    assert Cycle.alive == 0
