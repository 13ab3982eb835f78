"""Work beside what the reader does: long work in a thread of its own, and what waits for it in the reader's loop."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from contextlib import suppress
from threading import Thread
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from textual.dom import DOMNode
    from textual.worker import WorkType

Result = TypeVar("Result")


def begin(
    node: DOMNode,
    work: Callable[[], Coroutine[None, None, None]],
    group: str,
    exclusive: bool = False,
    exit_on_error: bool = True,
) -> None:
    """Begin what waits for other work in the loop of a reader or screen, which ends it when it closes itself.

    (It is called when its turn comes: a coroutine that is made before would be complained of where that never happens.)
    """
    once: WorkType[None] = work
    node.run_worker(once, group=group, exclusive=exclusive, exit_on_error=exit_on_error)


async def aside(work: Callable[[], Result]) -> Result:
    """What the work gives, or what it raises, in a thread for which nobody waits when the program ends.

    Leaving is never held up by a big book. (The pool that `asyncio` has for threads is waited for at the end.)
    """
    loop = asyncio.get_running_loop()
    done: asyncio.Future[Result] = loop.create_future()

    def settle(result: Result | None, error: BaseException | None) -> None:
        if done.done():
            return
        if error is not None:
            done.set_exception(error)
        else:
            done.set_result(result)  # type: ignore[arg-type]

    def run() -> None:
        result: Result | None = None
        error: BaseException | None = None
        try:
            result = work()
        except BaseException as raised:  # whatever it is, it is raised where it is waited for
            error = raised
        with suppress(RuntimeError):  # the program has ended meanwhile
            loop.call_soon_threadsafe(settle, result, error)

    Thread(target=run, daemon=True).start()
    return await done
