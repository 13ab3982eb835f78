"""`briefing build`: sources → content files, or their JSON; one process or many, in the sources' order."""

import sys
from argparse import Namespace
from collections.abc import Generator, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from briefing_tui.cli.build_jobs import Outcome, Task, run_all
from briefing_tui.cli.outcome import NO, OK, WRONG, Failure, put, put_exact, put_json, say
from briefing_tui.text.safety import one_line

if TYPE_CHECKING:
    from briefing_tui.model.briefing import Briefing

STDIN = "-"
STATUS = {"unreadable": WRONG, "none": NO}
"""The exit status that goes with each way in which a source fails."""


def run(options: Namespace) -> int:
    """Build every source. Raises Failure for wrong use, and for a single source that gives no briefing."""
    tasks = list(tasks_of(options.sources))
    output = Path(options.output) if options.output else None
    if output and (output.is_dir() or options.output.endswith(("/", "\\")) or len(tasks) > 1):
        return _into_folder(tasks, output, options)
    if len(tasks) > 1:
        if options.format != "json":
            raise Failure("several sources: give '--format json' for one object a line, or '-o FOLDER' for a file each")
        return _as_lines(tasks, options)
    if not tasks:
        from briefing_tui.sources.registry import suffixes

        raise Failure(f"nothing to build: the folder holds no file that ends in {', '.join(sorted(suffixes()))}", NO)
    return _one(tasks[0], output, options)


def tasks_of(names: list[str]) -> Iterator[Task]:
    """What the sources' names mean: files, the sources in a folder, standard input. A missing file is a task that will fail.
    Raises Failure for a name that is empty."""
    from briefing_tui.sources.registry import suffixes

    for name in names:
        if not name:
            raise Failure("an empty name is no source: give a file, a folder, or - for standard input")
        path = Path(name)
        if name != STDIN and path.is_dir():
            found = sorted(file for file in path.rglob("*") if file.suffix.lower() in suffixes() and file.is_file())
            yield from (Task(str(file)) for file in found if not any(part.startswith(".") for part in file.parts))
        else:
            yield Task(name)


def _one(task: Task, output: Path | None, options: Namespace) -> int:
    """Build one source: to standard output, to a new file, or onto the content file that is there."""
    from briefing_tui.contentfile.write.disk import write_new

    if output and output.exists():
        return _onto(task, output, options)
    form = "explain" if options.explain and not output else options.format
    (outcome,) = run_all([task], form, options.kind, 1, output.stem if output else None)
    if outcome.error:
        if form == "json":
            put_json(outcome.as_json())
        raise Failure(f"{outcome.source}: {outcome.error}", STATUS[outcome.failed])
    for note in outcome.notes:
        say(f"{outcome.source}: {note}")
    if output is None:
        (put_json if form == "json" else put_exact)(outcome.text)
        return OK
    write_new(output, outcome.text)
    if options.explain:
        (told,) = run_all([task], "explain", options.kind, 1, None)
        put(told.text)
    return OK


def _onto(task: Task, output: Path, options: Namespace) -> int:
    """Rebuild a content file: what a person did to it stays."""
    if options.format == "json":
        raise Failure(f"{output}: exists already, and JSON is not merged; give another name")
    (outcome,) = run_all([_corrected(task, output)], "markdown", options.kind, 1, output.stem)
    if outcome.error:
        raise Failure(f"{outcome.source}: {outcome.error}", STATUS[outcome.failed])
    for line in merge_onto(output, outcome.text):
        say(line)
    return OK


def _corrected(task: Task, path: Path) -> Task:
    """The task, with what the content file that it goes onto says of the source's lines."""
    from briefing_tui.contentfile.read.reader import load
    from briefing_tui.contentfile.rebuild.corrections_in_front_matter import read_corrections

    return replace(task, corrections=read_corrections(load(path).briefing)) if path.is_file() else task


def merge_onto(path: Path, text: str) -> list[str]:
    """Merge a content file's text as just built onto the one on disk; gives what there is to tell. Raises Failure where that is
    no content file, Unreadable and OSError."""
    from briefing_tui.builder import merge_rebuilt
    from briefing_tui.contentfile.detect import is_content_file
    from briefing_tui.contentfile.read.file_input import load_bytes
    from briefing_tui.contentfile.read.reader import read
    from briefing_tui.contentfile.write.disk import revise

    if not is_content_file(load_bytes(path)):
        raise Failure(f"{path}: exists already, and is no content file: not overwritten; give another name")
    new = read(text, path.stem).briefing

    def merged(there: "Briefing") -> "Briefing":
        return merge_rebuilt(there, new).briefing

    revised = revise(path, merged)
    told = "nothing to change" if revised.old == revised.new else "rebuilt"
    return [*(f"{path}: {line}" for line in merge_rebuilt(revised.old, new).kept), f"{path}: {told}"]


def _as_lines(tasks: list[Task], options: Namespace) -> int:
    """One JSON object a line, in order; a source that failed has one too."""
    status = OK
    for outcome in watched(run_all(tasks, "json", options.kind, options.jobs), len(tasks)):
        put_json(outcome.as_json())
        status = max(status, STATUS.get(outcome.failed, OK))
    return status


def _into_folder(tasks: list[Task], folder: Path, options: Namespace) -> int:
    """A file for each source. What an earlier, interrupted run has made is not made again; nothing is overwritten."""
    from briefing_tui.cli.build_jobs import finished

    if folder.exists() and not folder.is_dir():
        raise Failure(f"{folder}: a file; several sources need a folder")
    from briefing_tui.contentfile.write.disk import write_new

    folder.mkdir(parents=True, exist_ok=True)
    suffix = ".json" if options.format == "json" else ".md"
    planned, done, twins = finished(tasks, folder, suffix)
    for task, other in twins:
        say(f"{task.source}: the same bytes as {other.source}; built once")
    targets = {task.source: path for task, path in planned}
    todo = [_corrected(task, path) if options.format == "markdown" else task for task, path in planned]
    failures: list[Outcome] = []
    outcomes = watched(run_all(todo, options.format, options.kind, options.jobs), len(planned))
    try:
        for outcome in outcomes:
            target = targets[outcome.source]
            if outcome.error:
                failures.append(outcome)
            elif target.exists():
                failures += _rebuilt(outcome, target, options)
            else:
                write_new(target, outcome.text)
    except KeyboardInterrupt:
        outcomes.close()
        say("interrupted; what is built stays, and the same command goes on from there")
        raise
    for outcome in failures:
        say(f"{outcome.source}: {outcome.error}")
    built = len(planned) - len(failures)
    say(f"{built} built, {len(done)} already there, {len(failures)} failed")
    return max((STATUS[outcome.failed] for outcome in failures), default=OK)


def _rebuilt(outcome: Outcome, target: Path, options: Namespace) -> list[Outcome]:
    """Merge onto a folder's file that was built from a source of the same name; the failure, where it was not."""
    from briefing_tui.contentfile.read.reader import load

    named = load(target).briefing.source if options.format == "markdown" else None
    if named is None or named.name != Path(outcome.source).name:
        return [Outcome(outcome.source, error=f"{target} exists already, and was not built from it", failed="unreadable")]
    try:
        for line in merge_onto(target, outcome.text):
            say(line)
    except Failure as failure:
        return [Outcome(outcome.source, error=str(failure), failed="unreadable")]
    return []


def watched(outcomes: Iterator[Outcome], total: int) -> Generator[Outcome, None, None]:
    """The outcomes, with a bar on a terminal's standard error while they come."""
    if total < 5 or sys.stderr is None or not sys.stderr.isatty():
        yield from outcomes
        return
    from time import monotonic

    started = monotonic()
    try:
        for number, outcome in enumerate(outcomes, 1):
            sys.stderr.write(bar(number, total, monotonic() - started))
            sys.stderr.flush()
            yield outcome
    finally:
        sys.stderr.write("\r\x1b[K")


def bar(done: int, total: int, seconds: float) -> str:
    """One line that says how far a run is: `  12/300 ███░░░ 4.1/s, 1:10 left`."""
    rate = done / seconds if seconds > 0 else 0.0
    left = int((total - done) / rate) if rate else 0
    filled = round(20 * done / total)
    shown = "█" * filled + "░" * (20 - filled)
    return one_line(f"{done}/{total} {shown} {rate:.1f}/s, {left // 60}:{left % 60:02} left").join(("\r\x1b[K", ""))
