"""Work in the background, in a thread of its own or in a screen's loop."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from concurrent import futures
from concurrent.futures import Future
from contextlib import suppress
from threading import Thread
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from textual.dom import DOMNode
    from textual.worker import WorkType

_Result = TypeVar("_Result")


def run_in_loop(
    node: DOMNode,
    work: Callable[[], Coroutine[None, None, None]],
    group: str,
    exclusive: bool = False,
    exit_on_error: bool = True,
) -> None:
    """Run a coroutine in the loop of a screen, which cancels it when it closes.

    `work` is called only when its turn comes: Python would complain of a coroutine that was made and never awaited. With
    `exclusive`, it cancels the work of the same group.
    """
    once: WorkType[None] = work
    # Without a description, the framework makes one of everything that the work holds: of a long article, in half a second.
    node.run_worker(once, group=group, description=group, exclusive=exclusive, exit_on_error=exit_on_error)


async def run_in_thread(work: Callable[[], _Result]) -> _Result:
    """Return what `work` returns in a thread of its own; raise what it raises.

    The thread never delays the program's end. (`asyncio` waits for the threads of its own pool when the program ends, which
    building a whole book would hold up.)
    """
    loop = asyncio.get_running_loop()
    done: asyncio.Future[_Result] = loop.create_future()

    def finish(result: _Result | None, error: BaseException | None) -> None:
        if done.done():
            return
        if error is not None:
            done.set_exception(error)
        else:
            done.set_result(result)  # type: ignore[arg-type]

    def run() -> None:
        result: _Result | None = None
        error: BaseException | None = None
        try:
            result = work()
        except BaseException as raised:  # whatever it is, it is raised where the result is awaited
            error = raised
        with suppress(RuntimeError):  # the program has ended meanwhile
            loop.call_soon_threadsafe(finish, result, error)

    Thread(target=run, daemon=True).start()
    return await done


def started_in_thread(work: Callable[[], _Result]) -> Future[_Result]:
    """Start work in a thread, before there is a loop that waits for it."""
    future: Future[_Result] = Future()

    def run() -> None:
        try:
            future.set_result(work())
        except BaseException as raised:  # whatever it is, it is raised where the result is asked for
            future.set_exception(raised)

    Thread(target=run, daemon=True).start()
    return future


class LatestWork(Generic[_Result]):
    """Work of which only the latest counts, such as a growing query.

    One piece runs at a time, in a thread. Of those that are asked for meanwhile, only the last one runs after it.
    """

    def __init__(self, node: DOMNode, group: str, then: Callable[[_Result], None]) -> None:
        """`then` is called in the node's loop with each result, unless there is later work by then."""
        self._node, self._group, self._then = node, group, then
        self._next: Callable[[], _Result] | None = None
        self._is_running = False

    @property
    def is_running(self) -> bool:
        """True while there is work."""
        return self._is_running

    def run(self, work: Callable[[], _Result], wait: float = 0.0) -> None:
        """Run this work as soon as nothing else does; what waits is dropped.

        If nothing runs, so many seconds are waited for it, so that its result is in the same frame as what asked for it.
        """
        if wait and not self._is_running:
            done = started_in_thread(work)
            if not futures.wait((done,), wait).not_done:
                self._then(done.result())
                return
            work = done.result
        self._next = work
        if not self._is_running:
            self._is_running = True
            run_in_loop(self._node, self._run, self._group)

    async def _run(self) -> None:
        try:
            while self._next is not None:
                work, self._next = self._next, None
                result = await run_in_thread(work)
                if self._next is None:
                    self._then(result)
        finally:
            self._is_running = False
