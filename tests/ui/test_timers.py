"""What is asked for once, after a while, happens, however busy the machine is."""

import asyncio
import time

import pytest

from briefing_tui.notes.store import NoteStore
from tests.ui.conftest import Opener
from tests.ui.test_random_keys import resize


class _HeldUp:
    """A clock by which each timer is held up for half a second just as it begins."""

    def __init__(self) -> None:
        self._seen: set[asyncio.Task[None] | None] = set()

    def get_time(self) -> float:
        task = asyncio.current_task()
        late = 0.5 if task in self._seen else 0.0
        self._seen.add(task)
        return time.monotonic() + late


async def test_a_size_that_comes_while_the_machine_is_busy_is_drawn(open_reader: Opener, monkeypatch: pytest.MonkeyPatch) -> None:
    async with open_reader() as on:
        monkeypatch.setattr("textual.timer._time", _HeldUp())
        for size in ((80, 24), (40, 12)):
            resize(on.app, *size)
            await on.settle()
            if (timer := getattr(on.app, "_resize_timer", None)) is not None and timer._task is not None:
                await timer._task
            await on.settle()
            assert on.app.screen._compositor.size == size


async def test_a_draft_is_kept_that_was_begun_while_the_machine_is_busy(
    open_reader: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with open_reader() as on:
        monkeypatch.setattr("textual.timer._time", _HeldUp())
        await on.press("]", "}", "a")
        await on.type("quay")
        if (timer := on.reader.writing._timer) is not None and timer._task is not None:
            await timer._task
        await on.settle()
        assert on.reader.writing._timer is None
        with NoteStore() as store:
            store.session = on.reader.noting.thread.store_there().session
            assert [draft.body for draft in store.drafts(on.reader.session.briefing.id)] == ["quay"]
