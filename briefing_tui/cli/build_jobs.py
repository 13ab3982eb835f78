"""Building sources one after the other, or in a pool of processes: what is asked of a worker, and what comes back."""

import gc
import json
import sys
from collections import deque
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from briefing_tui.model.document import LineCorrection, SourceLine
from briefing_tui.text.safety import one_line

if TYPE_CHECKING:
    from concurrent.futures import Future

STDIN = "-"
_ALLOCATIONS = 50_000
"""Objects made between two looks for garbage: an article makes few cycles and many objects."""
_LONGEST = 200
"""Bytes of a file's name, so that there is room for a number and an ending."""
_FEW = 16
"""Sources from which more than one process is used, when nothing is said."""


class Task(Struct, frozen=True):
    """A source to build: a file's path as given, or `-`; and what a person said of its lines."""

    source: str
    corrections: tuple[LineCorrection, ...] = ()


class Outcome(Struct, frozen=True):
    """What came of a source: its text (a content file, a JSON object, an explanation), or an error and its kind: `none` for no
    article, `unreadable` for the rest; `name` is the briefing's id, made of its title."""

    source: str
    text: str = ""
    error: str = ""
    failed: str = ""
    notes: tuple[str, ...] = ()
    name: str = ""

    def as_json(self) -> str:
        """The line that stands for it among several."""
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
    """Build every source, and give what came of it in their order. At most a few results wait at any time."""
    workers = _workers(jobs, len(tasks))
    if workers == 1 or any(task.source == STDIN for task in tasks):
        yield from (build_one(task, form, kind, id) for task in tasks)
    else:
        yield from _pooled(tasks, form, kind, workers)


def _workers(jobs: int | None, count: int) -> int:
    import os

    if jobs is None:
        return 1 if count < _FEW else min(os.cpu_count() or 1, 8)
    return max(1, min(jobs, count))


def _pooled(tasks: Iterable[Task], form: str, kind: str | None, workers: int) -> Iterator[Outcome]:
    """Build in processes. A source on which its process dies fails alone: what waited is built again, one process a source."""
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool
    from multiprocessing import active_children

    import briefing_tui.analysis.speakers.quotes
    import briefing_tui.analysis.summary.points
    import briefing_tui.builder
    import briefing_tui.sources.plain.reader  # noqa: F401 (loaded once, before the processes part)

    waiting: deque[tuple[Task, Future[Outcome]]] = deque()
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
                outcome = future.result()
            except BrokenProcessPool:
                pool.shutdown(cancel_futures=True)
                outcome = _alone(task, form, kind)
                pool = ProcessPoolExecutor(workers, initializer=_end_with_parent)
                again = [other for other, _ in waiting]
                waiting = deque((other, pool.submit(build_one, other, form, kind, None)) for other in again)
            yield outcome
    finally:
        if not is_done:  # broken off: what is being built now is not waited for
            for process in active_children():
                process.terminate()
        # Waited for: a pool that still closes when the interpreter ends may print a traceback of the library's.
        pool.shutdown(cancel_futures=True)


def _end_with_parent() -> None:
    """In a worker: end when the process that began it is gone, by whatever signal; nobody would give it work or end it."""
    import os
    from multiprocessing import parent_process
    from threading import Thread

    parent = parent_process()

    def wait() -> None:
        if parent is not None:
            parent.join()
            os._exit(1)

    Thread(target=wait, daemon=True).start()


def _alone(task: Task, form: str, kind: str | None) -> Outcome:
    """Build one source in a process of its own, whose death is told as its failure."""
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool

    try:
        with ProcessPoolExecutor(1, initializer=_end_with_parent) as pool:
            return pool.submit(build_one, task, form, kind, None).result()
    except BrokenProcessPool:
        return Outcome(task.source, error="the process that built it was ended (out of memory?)", failed="unreadable")


def build_one(task: Task, form: str, kind: str | None, id: str | None) -> Outcome:  # noqa: A002
    """Build one source and write it in its form: `markdown`, `json`, `explain`. Never raises."""
    from briefing_tui.builder import build
    from briefing_tui.sources import NoArticle, SourceError

    gc.set_threshold(_ALLOCATIONS, 20, 20)
    source = task.source
    try:
        built = build(_data(source), "standard input" if source == STDIN else Path(source).name, kind, id, task.corrections)
        return Outcome(source, _written(built, form), notes=built.notes, name=built.briefing.id)
    except NoArticle as error:
        return Outcome(source, error=one_line(str(error)), failed="none")
    except SourceError as error:
        return Outcome(source, error=one_line(str(error)), failed="unreadable")
    except OSError as error:
        return Outcome(source, error=one_line(error.strerror or str(error)), failed="unreadable")
    except RecursionError:
        return Outcome(source, error="nested too deeply to be read", failed="unreadable")


def _data(source: str) -> Path | bytes:
    from briefing_tui.sources import MAX_BYTES

    return sys.stdin.buffer.read(MAX_BYTES + 1) if source == STDIN else Path(source)


def _written(built: object, form: str) -> str:
    from briefing_tui.builder import Built

    assert isinstance(built, Built)
    if form == "explain":
        return explained(built)
    if form == "json":
        from briefing_tui.contentfile.json_format import to_dict

        dropped = [{"line": one.line, "text": one.text[:500], "why": one.why} for one in built.document.dropped]
        return json.dumps(to_dict(built.briefing, None) | {"dropped": dropped}, ensure_ascii=False)
    from briefing_tui.contentfile.write.writer import write

    return write(built.briefing)


def explained(built: object) -> str:
    """The source's lines with what each was taken for, one a line: number, kind, words."""
    from briefing_tui.builder import Built

    assert isinstance(built, Built)
    rows = [f"{row.line or '':>6}  {_taken_for(row):<34.34}  {one_line(row.text[:500])[:120]}" for row in built.document.rows]
    return "\n".join([*rows, *(f"        note: {note}" for note in built.notes)])


def _taken_for(row: SourceLine) -> str:
    return f"{row.kind}: {row.why}" if row.kind == "dropped" else row.kind


Plan = tuple[list[tuple[Task, Path]], list[Task], list[tuple[Task, Task]]]


def finished(tasks: list[Task], folder: Path, suffix: str) -> Plan:
    """What is left to do, each task with the file that it will make; the tasks that an earlier run finished (their file holds the
    SHA-256 of their bytes); and those whose bytes another task has too, with that one."""
    planned: list[tuple[Task, Path]] = []
    done: list[Task] = []
    twins: list[tuple[Task, Task]] = []
    taken: set[str] = set()
    seen: dict[str, Task] = {}
    for task in tasks:
        digest = _digest(task.source)
        if digest and digest in seen:
            twins.append((task, seen[digest]))
            continue
        seen[digest] = task
        stem = _stem("standard input" if task.source == STDIN else Path(task.source).stem)
        name, number = stem, 1
        while name in taken:
            name, number = f"{stem}-{number}", number + 1
        taken.add(name)
        path = folder / f"{name}{suffix}"
        if digest and path.is_file() and digest in path.read_text(encoding="utf-8", errors="replace"):
            done.append(task)
        else:
            planned.append((task, path))
    return planned, done, twins


def _stem(name: str) -> str:
    """What a source's file is called, without its ending: a name that every file system takes, and no command for an option."""
    from unicodedata import normalize

    from briefing_tui.export.files import RESERVED
    from briefing_tui.text.slugs import slug

    stem = slug(normalize("NFC", one_line(name)))
    while len(stem.encode()) > _LONGEST:
        stem = stem[:-1]
    stem = stem.strip("-") or "briefing"
    return f"{stem}-article" if RESERVED.match(stem) else stem


def _digest(source: str) -> str:
    """The SHA-256 of a source's bytes; empty for standard input, and for what can't be read (which building will tell)."""
    from hashlib import sha256

    from briefing_tui.file_io import read_file
    from briefing_tui.sources import MAX_BYTES

    try:
        return "" if source == STDIN else sha256(read_file(Path(source), MAX_BYTES)).hexdigest()
    except OSError:
        return ""
