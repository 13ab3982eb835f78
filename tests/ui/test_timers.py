"""A one-time timer always fires, however busy the machine is."""

import asyncio
import time

import pytest

from briefing_tui.notes.store import NoteStore
from tests.ui.driver import Opener


class HeldUp:
    """A clock that delays each timer by half a second at its start."""

    def __init__(self) -> None:
        self._seen: set[asyncio.Task[None] | None] = set()

    def get_time(self) -> float:
        task = asyncio.current_task()
        late = 0.5 if task in self._seen else 0.0
        self._seen.add(task)
        return time.monotonic() + late


async def test_a_size_that_comes_while_the_machine_is_busy_is_drawn(open_reader: Opener, monkeypatch: pytest.MonkeyPatch) -> None:
    async with open_reader() as on:
        monkeypatch.setattr("textual.timer._time", HeldUp())
        for size in ((80, 24), (40, 12)):
            on.post_size(*size)
            await on.wait_for_size()
            assert on.drawn_size() == size


async def test_a_draft_is_kept_that_was_begun_while_the_machine_is_busy(
    open_reader: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with open_reader() as on:
        monkeypatch.setattr("textual.timer._time", HeldUp())
        await on.press("]", "}", "a")
        await on.type("quay")
        await on.wait_for_draft()
        assert not on.waits_to_keep_draft()
        with NoteStore() as store:
            store.session = on.drafts_owner()
            assert [draft.body for draft in store.drafts(on.briefing().id)] == ["quay"]
