"""The reader without a terminal, fuzzed by bytes that are keys, clicks or sizes."""

import asyncio
import faulthandler
import os
import random
import sys
import tempfile
import time
from collections.abc import Awaitable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

os.environ["TEXTUAL_ANIMATIONS"] = "none"  # Textual reads it when it is imported.

from fuzz.mutate import KEYS as MOST_KEYS
from fuzz.targets import promise
from tests.ui.driver import Driver, new_app
from tests.ui.test_random_keys import KEYS, SIZES, TEXTS

INPUTS = 25
"""Inputs for one running reader."""
STILL = 120
"""Seconds by the clock after which a reader hangs; the place of each thread and task is then printed."""
LAID_OUT = 10
"""Seconds by the clock within which a new size must be drawn; Textual needs a hundredth of one."""


class Player:
    """A running reader with a library of every kind of briefing, kept for several inputs."""

    def __init__(self) -> None:
        self.loop = asyncio.new_event_loop()
        self.inputs: asyncio.Queue[bytes | None] = asyncio.Queue()
        self.outcomes: asyncio.Queue[BaseException | None] = asyncio.Queue()
        self.folder = Path(tempfile.mkdtemp(prefix="briefing-fuzz-"))
        for number, text in enumerate(TEXTS):
            (self.folder / f"{number}.md").write_text(text, "utf-8")
        self.given = 0
        self.session: asyncio.Task[None] | None = None

    def play(self, data: bytes) -> None:
        """Run the reader on an input. Raises the errors of the reader."""
        if self.session is None or self.session.done() or self.given >= INPUTS:
            self.restart(data)
        self.given += 1
        self.inputs.put_nowait(data)
        error = self.wait(self.outcomes.get())
        if error:
            self.restart(data)
            raise error

    def restart(self, data: bytes) -> None:
        """Start a new reader on the briefing that the first byte selects."""
        if self.session is not None:
            self.inputs.put_nowait(None)
            with suppress(BaseException):
                self.wait(self.session)
        self.inputs, self.outcomes = asyncio.Queue(), asyncio.Queue()
        self.given = 0
        path = self.folder / f"{(data[0] if data else 0) % len(TEXTS)}.md"
        self.session = self.loop.create_task(self.run(path))

    def wait(self, awaited: Awaitable[Any]) -> Any:
        """Await something in the reader's loop. Raises Broken if it hangs."""
        faulthandler.dump_traceback_later(2 * STILL, file=2)  # For a loop that hangs itself; the fuzzer then ends it.
        try:
            return self.loop.run_until_complete(self.within(awaited))
        finally:
            faulthandler.cancel_dump_traceback_later()

    async def within(self, awaited: Awaitable[Any]) -> Any:
        """Await something; print the place of every task and raise Broken if it hangs."""
        waiting = asyncio.ensure_future(awaited)
        done, _ = await asyncio.wait([waiting], timeout=STILL)
        if not done:
            faulthandler.dump_traceback(2)
            print(*task_places(), sep="\n", file=sys.__stderr__, flush=True)
            waiting.cancel()
            await asyncio.wait([waiting], timeout=1)
        promise(bool(done), f"no result in {STILL} seconds: a timeout")
        return waiting.result()

    async def run(self, path: Path) -> None:
        """Run one reader from start to end; put an outcome for every input."""
        app = new_app(self.folder, self.folder / "state", path)
        app.copy_to_clipboard = app.open_url = app.deliver_screenshot = lambda *_, **__: None  # type: ignore[method-assign, assignment]
        try:
            async with app.run_test(size=SIZES[0]) as pilot:
                on = Driver(app, pilot)
                await on.settle()
                while (data := await self.inputs.get()) is not None:
                    await perform(on, data[:MOST_KEYS])
                    self.outcomes.put_nowait(None)
        except BaseException as error:
            self.outcomes.put_nowait(error)


def task_places() -> Iterator[str]:
    """Yield the place of each task, from the outermost call to the innermost."""
    for task in asyncio.all_tasks():
        yield f"\n{task.get_name()}"
        awaited: Any = task.get_coro()
        while frame := getattr(awaited, "cr_frame", None) or getattr(awaited, "gi_frame", None):
            yield f"  {frame.f_code.co_filename}:{frame.f_lineno} {frame.f_code.co_name}"
            awaited = getattr(awaited, "cr_await", None) or getattr(awaited, "gi_yieldfrom", None)


async def perform(on: Driver, data: bytes) -> None:
    """Perform the bytes and check the reader."""
    for number, byte in enumerate(data):
        act(on, byte)
        await on.wait_for_screen()
        if byte % 8 == 0:
            await on.wait_for_work()
        promise(on.failure() is None, f"an exception after {number + 1} keys")
    await on.wait_for_work()
    end = time.monotonic() + LAID_OUT
    while on.drawn_size() != on.app.size:  # Textual lays out a moment after the last of several sizes.
        promise(on.failure() is None, "an exception")
        drawn = f"{on.app.screen} is drawn for {on.drawn_size()}"
        promise(time.monotonic() < end, f"{drawn} in a terminal of {on.app.size}")
        await asyncio.sleep(0.01)
    check(on)
    for _ in range(12):
        if on.screen_name() in ("reader", "library"):
            break
        on.post("escape")
        await on.wait_for_work()
    promise(on.screen_name() in ("reader", "library"), f"no way back from {on.app.screen}")
    promise(on.has_focus(), "no focus")


def act(on: Driver, byte: int) -> None:
    """Press a key for most bytes; click or resize for a few."""
    if byte < 232:
        on.post(KEYS[byte % len(KEYS)])
    elif byte < 245:
        on.post_click(random.Random(byte))
    else:
        on.post_size(*SIZES[byte % len(SIZES)])


def check(on: Driver) -> None:
    """Raise Broken if the reader is not drawn, or its place is outside the article."""
    promise(on.failure() is None, "an exception")
    promise(on.has_focus() or len(on.screen_names()) > 1, "no focus")
    promise(len(on.rows()) == on.app.size.height, f"{len(on.rows())} rows drawn of {on.app.size.height}")
    promise(on.is_current_there(), "a current paragraph that the article lacks")
    promise(on.is_top_there(), "a place that the article lacks")


_players: list[Player] = []


def play(data: bytes) -> None:
    """Run the current reader on an input; start a reader if there is none."""
    if not _players:
        _players.append(Player())
    _players[0].play(data)
