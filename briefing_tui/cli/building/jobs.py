"""Build sources one after the other, or in a pool of processes."""

import gc
import json
from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from briefing_tui.application.inputs import STDIN, InputError, piped_in
from briefing_tui.cli.building.ending import leave_to_system
from briefing_tui.cli.outcome import NO, OUT_OF_MEMORY, WRONG, say
from briefing_tui.fetching.addresses import is_web_address, name_of
from briefing_tui.file_io import read_file
from briefing_tui.library.kept_sources import Packed, pack
from briefing_tui.model.document import LineCorrection, Origin, SourceLine
from briefing_tui.settings import paths
from briefing_tui.text.safety import one_line

if TYPE_CHECKING:
    from concurrent.futures import Future

    from briefing_tui.builder import Built
    from briefing_tui.fetching.fetcher import Fetcher
    from briefing_tui.sources.archives.survey import ArchivedPage, Survey

_ALLOCATIONS = 50_000
"""Allocations between two garbage collections: building makes many objects and few cycles."""
_FEW = 16
"""The number of sources from which several processes are used by default."""
STATUS = {"unreadable": WRONG, "none": NO}
"""The exit status for each way in which a source fails."""


class Task(Struct, frozen=True):
    """A source to build, with the user's line corrections.

    - `source`: a file's path as given, an address of the web, or `-`.
    - `is_kept`: whether the outcome has the source's bytes.
    - `page`: set if it is a page of a web archive.
    - `data`: the bytes, if they were read already; `origin` says where they were fetched from.
    - `failure`: why they could not be had.
    """

    source: str
    corrections: tuple[LineCorrection, ...] = ()
    is_kept: bool = False
    page: "ArchivedPage | None" = None
    data: bytes | None = None
    origin: Origin | None = None
    failure: str = ""

    @property
    def name(self) -> str:
        """The name that the briefing gives to its source."""
        if self.page:
            return Path(self.page.archive).name
        if is_web_address(self.source):
            return name_of(self.origin.address if self.origin else self.source)
        return "standard input" if self.source == STDIN else Path(self.source).name

    @property
    def is_unfetched(self) -> bool:
        """True if it is an address that still has to be fetched."""
        return self.data is None and self.page is None and not self.failure and is_web_address(self.source)


class Outcome(Struct, frozen=True):
    """The result of building a source: a text, or an error.

    - `text`: the content file, the JSON object or the explanation.
    - `failed`: the kind of the error: `none` if there is no article, `unreadable` for the rest.
    - `name`: the briefing's id, made from its title.
    - `packed`: the source, ready to be kept, if the task asked for it.
    - `origin`: where the source was fetched from, if it was; `address` is then the one that the briefing names.
    """

    source: str
    text: str = ""
    error: str = ""
    failed: str = ""
    notes: tuple[str, ...] = ()
    name: str = ""
    packed: Packed | None = None
    origin: Origin | None = None
    address: str = ""

    def as_json(self) -> str:
        """Return the JSON object for one line of several."""
        return (
            self.text
            if not self.error
            else json.dumps({"source": one_line(self.source), "error": self.error}, ensure_ascii=False)
        )


def run_all(
    tasks: list[Task],
    form: str,
    kind: str | None,
    jobs: int | None,
    id: str | None = None,  # noqa: A002
) -> Iterator[Outcome]:
    """Build every source and yield the results in order.

    Only a few results are held at a time. Addresses are fetched one after the other, while others are built.
    """
    workers = _workers(jobs, len(tasks))
    if workers == 1 or any(task.source == STDIN for task in tasks):
        yield from (build_one(task, form, kind, id) for task in fetched(tasks))
    else:
        yield from _pooled(fetched(tasks), form, kind, workers)


def fetched(tasks: Iterable[Task]) -> Iterator[Task]:
    """Yield the tasks, with what their addresses give, or why they give nothing."""
    with ExitStack() as open_until_done:
        fetcher: Fetcher | None = None
        for task in tasks:
            if not task.is_unfetched:
                yield task
                continue
            from briefing_tui.application.fetched import origin_of, redirect_note, source_of
            from briefing_tui.fetching.errors import FetchError

            if fetcher is None:
                from briefing_tui.fetching.fetcher import Fetcher as NewFetcher

                fetcher = open_until_done.enter_context(NewFetcher())
            from briefing_tui.cli.progress import fetching

            try:
                with fetching(task.source):
                    found = fetcher.fetch(task.source)
            except FetchError as error:
                yield replace(task, failure=str(error))
            else:
                if note := redirect_note(found):
                    say(f"{task.source}: {note}")
                yield replace(task, data=source_of(found), origin=origin_of(found))


def _workers(jobs: int | None, count: int) -> int:
    import os

    if jobs is None:
        return 1 if count < _FEW else min(os.cpu_count() or 1, 8)
    return max(1, min(jobs, count))


def _pooled(tasks: Iterable[Task], form: str, kind: str | None, workers: int) -> Iterator[Outcome]:
    """Build in several processes; if one dies, only its source fails, and the waiting ones are built again."""
    import threading
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool
    from multiprocessing import active_children

    import briefing_tui.analysis.points
    import briefing_tui.analysis.quotes
    import briefing_tui.builder
    import briefing_tui.sources.plain.reader  # noqa: F401 (loaded once, before the processes fork)

    waiting: deque[tuple[Task, Future[Outcome]]] = deque()
    dead_threads: list[object] = []
    threading.excepthook = dead_threads.append  # instead of printing a traceback
    left = iter(tasks)
    pool = ProcessPoolExecutor(workers, initializer=_end_with_parent)
    is_done = False
    try:
        while True:
            for task in left:
                waiting.append((task, pool.submit(build_one, task, form, kind, None)))
                if len(waiting) >= 4 * workers:
                    break
            if not waiting:
                is_done = True
                return
            task, future = waiting.popleft()
            try:
                outcome = _result(future, dead_threads)
            except BrokenProcessPool:
                pool.shutdown(cancel_futures=True)
                outcome = _alone(task, form, kind)
                pool = ProcessPoolExecutor(workers, initializer=_end_with_parent)
                again = [other for other, _ in waiting]
                waiting = deque((other, pool.submit(build_one, other, form, kind, None)) for other in again)
            yield outcome
    finally:
        if not is_done:  # interrupted: do not wait for what is being built
            for process in active_children():
                process.terminate()
        # Wait: a pool that still closes when the interpreter ends may print a traceback.
        with suppress(RuntimeError):  # a pool without memory for its thread
            pool.shutdown(cancel_futures=True)
        threading.excepthook = threading.__excepthook__


def survey_all(archives: list[str], jobs: int | None) -> "Iterator[Survey | str]":
    """Yield the survey of every archive, in order.

    Of an archive that can't be read, it is a message of one line.
    """
    workers = min(_workers(jobs, max(len(archives), _FEW)), len(archives))
    if workers < 2:
        yield from map(survey_one, archives)
        return
    from concurrent.futures import ProcessPoolExecutor

    with ProcessPoolExecutor(workers, initializer=_end_with_parent) as pool:
        yield from pool.map(survey_one, archives)


def survey_one(archive: str) -> "Survey | str":
    """Return the survey of an archive, or why it can't be read, in one line. Never raises."""
    from briefing_tui.contentfile.read.file_input import reason_of
    from briefing_tui.sources import SourceError
    from briefing_tui.sources.archives.survey import survey_archive

    try:
        return survey_archive(archive)
    except SourceError as error:
        return one_line(f"{archive}: {error}")
    except OSError as error:
        return one_line(f"{archive}: {reason_of(error)}")
    except MemoryError:
        return one_line(f"{archive}: {OUT_OF_MEMORY}")


def _result(future: "Future[Outcome]", dead_threads: list[object]) -> Outcome:
    """Wait for a result. Raises MemoryError if a thread of the pool died, which is what a lack of memory does to it."""
    while True:
        try:
            return future.result(timeout=1)
        except TimeoutError:
            if dead_threads:
                raise MemoryError from None


def _end_with_parent() -> None:
    """End this worker when its parent is gone, by whatever signal, as nobody else would."""
    import os
    from multiprocessing import parent_process
    from threading import Thread

    leave_to_system()
    parent = parent_process()

    def wait() -> None:
        if parent is not None:
            parent.join()
            os._exit(1)

    try:
        Thread(target=wait, daemon=True).start()
    except RuntimeError:  # no memory for a thread
        os._exit(1)


def _alone(task: Task, form: str, kind: str | None) -> Outcome:
    """Build one source in a process of its own; the process's death is a failure of the source."""
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool

    try:
        with ProcessPoolExecutor(1, initializer=_end_with_parent) as pool:
            return pool.submit(build_one, task, form, kind, None).result()
    except BrokenProcessPool:
        return Outcome(task.source, error="the process that built it was ended (out of memory?)", failed="unreadable")


def build_one(task: Task, form: str, kind: str | None, id: str | None) -> Outcome:  # noqa: A002
    """Build one source and write it in a form: `markdown`, `json` or `explain`. Never raises."""
    gc.set_threshold(_ALLOCATIONS, 20, 20)
    from briefing_tui.builder import build
    from briefing_tui.contentfile.read.file_input import reason_of
    from briefing_tui.sources import NoArticle, SourceError

    source, data = task.source, b""
    if task.failure:
        return Outcome(source, error=one_line(task.failure), failed="unreadable")
    try:
        data, origin = _data(task)
        built = build(data, task.name, kind, id, task.corrections, origin=origin)
        if task.is_kept and not task.corrections:
            built = _corrected(built, id)
        packed = pack(data) if task.is_kept else None
        address = (task.origin and built.briefing.source and built.briefing.source.url) or ""
        return Outcome(source, _written(built, form), "", "", built.notes, built.briefing.id, packed, task.origin, address)
    except NoArticle as error:
        from briefing_tui.application.fetched import why_no_article

        return Outcome(source, error=one_line(why_no_article(str(error), data, task.origin)), failed="none")
    except (SourceError, InputError) as error:
        return Outcome(source, error=one_line(str(error)), failed="unreadable")
    except OSError as error:
        return Outcome(source, error=one_line(reason_of(error)), failed="unreadable")
    except RecursionError:
        return Outcome(source, error="nested too deeply to be read", failed="unreadable")
    except MemoryError:
        return Outcome(source, error=OUT_OF_MEMORY, failed="unreadable")


def _corrected(built: "Built", id: str | None) -> "Built":  # noqa: A002
    """Apply the line corrections that the user made while reading the article, from this source or another."""
    from briefing_tui.builder import assemble
    from briefing_tui.contentfile.rebuild.corrections_in_front_matter import with_corrections
    from briefing_tui.library.line_correction_store import find_corrections
    from briefing_tui.model.identity import Identity

    source = built.document.source
    corrections = find_corrections(paths.state(), source.sha256, Identity(built.briefing))
    if not corrections:
        return built
    corrected = assemble(built.as_read, id, corrections)
    return replace(corrected, briefing=with_corrections(corrected.briefing, corrections))


def _data(task: Task) -> tuple[bytes, Origin | None]:
    """Return the bytes of a source, and where it was fetched from."""
    from briefing_tui.sources import MAX_BYTES

    if task.data is not None:
        return task.data, task.origin
    if task.page:
        from briefing_tui.sources.archives.page import read_page

        return read_page(task.page)
    piped = piped_in(task.source, MAX_BYTES + 1)
    return (read_file(Path(task.source), MAX_BYTES + 1) if piped is None else piped), None


def _written(built: object, form: str) -> str:
    from briefing_tui.builder import Built

    assert isinstance(built, Built)
    if form == "explain":
        return explained(built)
    if form == "json":
        from briefing_tui.contentfile.json_format import to_dict

        dropped = [{"line": one.line, "text": one.text[:500], "why": one.why} for one in built.document.dropped]
        omitted = [{"line": one.line, "text": one.text[:500], "reason": one.why} for one in built.omitted]
        return json.dumps(to_dict(built.briefing, None) | {"dropped": dropped, "omitted": omitted}, ensure_ascii=False)
    from briefing_tui.contentfile.write.writer import write

    return write(built.briefing)


def explained(built: object) -> str:
    """Return the lines of the source, each with its number, kind and words."""
    from briefing_tui.builder import Built

    assert isinstance(built, Built)
    rows = [f"{row.line or '':>6}  {_kind(row):<34.34}  {one_line(row.text[:500])[:120]}" for row in built.document.rows]
    return "\n".join([*rows, *(f"        note: {note}" for note in built.notes)])


def _kind(row: SourceLine) -> str:
    return f"{row.kind}: {row.why}" if row.kind == "dropped" else row.kind
