"""Build on several machines, or in workers of this one, with Dask.

A task is a run of at most 200 sources, such as a slice of a web archive. Workers read files and archives themselves, by their
paths, and send back what they built; only this process writes. So a worker that is killed costs the task that it had, and what
is written is what one machine would write.
"""

import logging
import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from functools import partial
from itertools import islice
from queue import Empty, SimpleQueue
from types import TracebackType
from typing import TYPE_CHECKING, Self, TypeVar

from msgspec.structs import replace

from briefing_tui import __version__
from briefing_tui.cli.building.jobs import Outcome, Task, build_one, survey_one
from briefing_tui.cli.outcome import Failure
from briefing_tui.sources.archives.survey import Survey
from briefing_tui.text.safety import one_line

if TYPE_CHECKING:
    from distributed import Client, Future

    from briefing_tui.cli.building.local_workers import LocalWorkers

LOCAL = "local"
"""The address that stands for workers on this machine, started for this run."""
_MOST_PAGES = 200
_TASKS_EACH = 4
"""Tasks for each worker at least, so that none waits long for the last of another, and tasks that are under way for each."""
_PATIENCE = 60
"""Seconds to wait for a worker if there is none."""
_SETTINGS = {
    "DASK_LOGGING__DISTRIBUTED": "critical",  # its own words are not for users
    "DASK_DISTRIBUTED__COMM__TIMEOUTS__CONNECT": "10s",
    "DASK_DISTRIBUTED__WORKER__PROFILE__ENABLED": "False",  # looks at the workers 100 times a second
    "DASK_DISTRIBUTED__ADMIN__TICK__INTERVAL": "1s",  # this and the next take a twelfth of a processor as Dask sets them
    "DASK_DISTRIBUTED__ADMIN__SYSTEM_MONITOR__INTERVAL": "10s",
}
"""Dask's settings, unless the user has set others."""
_LOOK = 2
"""Seconds after which the workers are looked at again."""
_NO_WORKER = "{}: no worker for a minute; start some with 'dask worker', and the same command continues"
_LOST = "{}: the scheduler is lost; finished files are kept, and the same command continues from there"
_ENDED = "the process that built it was ended (out of memory?)"


_Item = TypeVar("_Item")
_Result = TypeVar("_Result")


class _OtherVersionError(Exception):
    """A worker has another version of the program, whose results may differ."""


class BuildCluster:
    """A connection to a Dask scheduler, used as a context.

    `with` raises Failure if there is no scheduler, no worker, or no Dask.
    """

    def __init__(self, address: str, jobs: int | None) -> None:
        """Give the scheduler's address, or `local` with the number of workers (default: one per processor)."""
        self._address, self._jobs = address, jobs
        self._client: Client | None = None
        self._local: LocalWorkers | None = None

    def __enter__(self) -> Self:
        """Connect, or start the workers."""
        for name, value in _SETTINGS.items():
            os.environ.setdefault(name, value)
        logging.disable()
        try:
            from distributed import Client

            from briefing_tui.cli.building.local_workers import LocalWorkers
        except ImportError as error:
            raise Failure(f"{error.name or error} is missing; pip install 'briefing-tui[cluster]' adds it") from None
        try:
            if self._address == LOCAL:
                self._local = LocalWorkers(self._jobs or os.cpu_count() or 1)
            self._client = Client(self._local.cluster if self._local else self._address, set_as_default=False)
            self._client.wait_for_workers(1, timeout=_PATIENCE)
        except TimeoutError:
            self._close()
            raise Failure(_NO_WORKER.format(self._address)) from None
        except (OSError, ValueError, RuntimeError) as error:
            self._close()
            raise Failure(
                one_line(f"{self._address}: no scheduler answers ({error}); start one with 'dask scheduler', or use 'local'")
            ) from None
        self._require_version()
        return self

    def _require_version(self) -> None:
        """Raise Failure for workers that lack the program or have another version of it.

        Workers that join later are asked by their first slice.
        """
        assert self._client

        def version() -> str:  # within a function, so that it is sent as code and no worker has to know this module
            try:
                import briefing_tui
            except ImportError:
                return ""
            return briefing_tui.__version__

        for worker, found in self._client.run(version, on_error="ignore").items():
            if found != __version__:
                self._close()
                has = f"briefing-tui {found}" if found else "no briefing-tui"
                raise Failure(one_line(f"the worker {worker} has {has}, and here is {__version__}; install the same there"))

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        """Disconnect, and end the workers that were started."""
        if error is not None and self._local is not None:  # interrupted: do not wait for what is being built
            self._local.kill()
        self._close()

    def _close(self) -> None:
        if self._client is not None:
            with suppress(Exception):  # What is gone already needs no closing.
                self._client.close(timeout=5)
        if self._local is not None:
            self._local.close()

    def surveys(self, archives: Sequence[str]) -> Iterator[Survey | str]:
        """Yield the survey of every archive, in order.

        Of an archive that can't be read, it is a message of one line. Raises Failure.
        """
        paths = [_absolute(archive) for archive in archives]
        found = self._in_order(paths, survey_one, lambda path: f"{path}: {_ENDED}")
        for archive, survey in zip(archives, found, strict=True):
            yield survey if isinstance(survey, str) else replace(survey, archive=archive)

    def build(self, tasks: Sequence[Task], form: str, kind: str | None) -> Iterator[Outcome]:
        """Build every source and yield the results in order. Raises Failure if the scheduler is lost."""
        size = max(1, min(_MOST_PAGES, -(-len(tasks) // (_TASKS_EACH * self._workers()))))
        there = [replace(task, source=_absolute(task.source)) if _is_file(task) else task for task in tasks]
        slices = [there[at : at + size] for at in range(0, len(there), size)]
        build = partial(build_slice, form=form, kind=kind, version=__version__)
        given = iter(tasks)
        for outcomes in self._in_order(slices, build, lambda some: [self._alone(task, build) for task in some]):
            yield from (replace(outcome, source=next(given).source) for outcome in outcomes)

    def _alone(self, task: Task, build: "Callable[[list[Task]], list[Outcome]]") -> Outcome:
        """Build one source of a slice that has ended several workers; a worker's end is then a failure of the source."""
        (found,) = self._in_order([[task]], build, lambda _: [Outcome(task.source, error=_ENDED, failed="unreadable")])
        return found[0]

    def _workers(self) -> int:
        assert self._client
        return max(1, sum(int(cores) for cores in self._client.ncores().values()))

    def _in_order(
        self, items: Sequence[_Item], work: Callable[[_Item], _Result], rescue: Callable[[_Item], _Result]
    ) -> Iterator[_Result]:
        """Yield the result of each item's task, in order.

        Results are fetched as soon as they are there, so that the end of a worker takes none with it.

        Args:
            items: what the tasks are about.
            work: the task, run by a worker.
            rescue: gives the result for an item whose task ended one worker after the other.

        Raises Failure if the scheduler is lost, or the workers can't do it.
        """
        from asyncio import CancelledError as Cancelled
        from concurrent.futures import CancelledError

        from distributed.comm import CommClosedError
        from distributed.scheduler import KilledWorker

        try:
            yield from self._fetched(items, work, rescue, KilledWorker)
        except (Cancelled, CancelledError, CommClosedError, ConnectionError, TimeoutError) as lost:
            raise Failure(_LOST.format(self._address)) from lost
        except (ImportError, AttributeError, _OtherVersionError) as error:
            raise Failure(
                one_line(f"{self._address}: the workers can't build ({error}); install the same briefing-tui there")
            ) from None

    def _fetched(
        self,
        items: Sequence[_Item],
        work: Callable[[_Item], _Result],
        rescue: Callable[[_Item], _Result],
        killed: type[Exception],
    ) -> Iterator[_Result]:
        assert self._client
        running: dict[str, tuple[int, _Item, Future]] = {}
        done: dict[int, _Result] = {}
        left = iter(enumerate(items))
        finished: SimpleQueue[Future] = SimpleQueue()
        most = _TASKS_EACH * self._workers()
        for at in range(len(items)):
            while at not in done:
                for number, item in islice(left, most - len(running) - len(done)):
                    future = self._client.submit(work, item, pure=False)
                    running[future.key] = number, item, future
                    future.add_done_callback(finished.put)
                ended = self._patiently(finished.get)
                number, item, _ = running.pop(ended.key)
                try:
                    done[number] = self._patiently(ended.result)
                except killed:
                    done[number] = rescue(item)
            yield done.pop(at)

    def _patiently(self, wait: "Callable[..., _Result]") -> _Result:
        """Return what `wait` gives, however long that takes, and look after the workers meanwhile.

        Raises Failure if there are none for a minute.
        """
        assert self._client
        alone = 0
        while True:
            try:
                return wait(timeout=_LOOK)
            except (Empty, TimeoutError):
                if self._local:
                    self._local.replace_dead()
                alone = 0 if self._client.ncores() else alone + _LOOK
                if alone >= _PATIENCE:
                    raise Failure(_NO_WORKER.format(self._address)) from None


def build_slice(tasks: list[Task], form: str, kind: str | None, version: str) -> list[Outcome]:
    """Build some sources, in a worker; never raises but for a worker of another version."""
    if version != __version__:
        raise _OtherVersionError(f"version {__version__}, and here {version}")
    return [build_one(task, form, kind, None) for task in tasks]


def _is_file(task: Task) -> bool:
    return task.page is None and task.data is None and not task.failure


def _absolute(path: str) -> str:
    """Return a path for workers, whose folder is another; links stay as they are given."""
    return os.path.abspath(path)  # noqa: PTH100
