"""The terminal's driver reads keys, and notices when the terminal is gone."""

import os
import selectors
import signal
from collections.abc import Iterator
from threading import Event

import pytest
from textual import events
from textual.message import Message

from briefing_tui.ui.terminal.driver import TerminalDriver


class Reading:
    """A driver that only reads a pipe, and ends at the first key."""

    def __init__(self, fileno: int) -> None:
        self.fileno, self.exit_event, self._debug = fileno, Event(), False
        self.keys: list[str] = []

    def process_message(self, message: Message) -> None:
        if isinstance(message, events.Key):
            self.keys.append(message.key)
            self.exit_event.set()


class OurReading(Reading, TerminalDriver):
    """Reads as our driver does."""


@pytest.fixture
def pipe() -> Iterator[tuple[int, int]]:
    ends = os.pipe()
    os.set_blocking(ends[0], False)
    yield ends
    for end in ends:
        os.close(end)


def test_what_another_program_took_first_does_not_end_the_reader(pipe: tuple[int, int], monkeypatch: pytest.MonkeyPatch) -> None:
    """Another program can set a shared terminal to non-blocking and read its input first.

    Input is then announced, but reading it gives nothing.
    """
    sent: list[int] = []
    waits = 0

    def ready(*_: object) -> list[object]:
        nonlocal waits
        waits += 1
        if waits == 3:
            os.write(pipe[1], b"x")
        return [None]

    def kill(_: int, number: int) -> None:
        sent.append(number)

    monkeypatch.setattr(selectors.SelectSelector, "select", ready)
    monkeypatch.setattr(os, "kill", kill)
    reading = OurReading(pipe[0])
    reading.run_input_thread()
    assert (reading.keys, sent) == (["x"], [])


def test_a_terminal_at_its_end_hangs_up(monkeypatch: pytest.MonkeyPatch) -> None:
    sent: list[int] = []
    monkeypatch.setattr(os, "kill", lambda _, number: sent.append(number))
    ours, theirs = os.pipe()
    os.close(theirs)
    try:
        OurReading(ours).run_input_thread()
    finally:
        os.close(ours)
    assert sent == [signal.SIGHUP]
