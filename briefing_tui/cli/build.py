"""`briefing build`: make content files, or their JSON, from sources."""

import sys
from argparse import Namespace
from collections.abc import Generator, Iterator
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from briefing_tui.cli.archive_plan import (
    FAILURES,
    NO_PAGES,
    ArchivePlan,
    SurveyedPages,
    note_failure,
    page_tasks,
    plan_pages,
    split_archives,
)
from briefing_tui.cli.build_jobs import Outcome, Task, fetched, run_all, survey_all
from briefing_tui.cli.build_tasks import tasks_of
from briefing_tui.cli.outcome import NO, OK, WRONG, Failure, put, put_exact, put_json, say
from briefing_tui.cli.pictures import PictureFetcher

if TYPE_CHECKING:
    from briefing_tui.cli.build_cluster import BuildCluster
    from briefing_tui.model.briefing import Briefing, Source
    from briefing_tui.sources.archives.survey import Survey

_FEW_PAGES = 100
"""The most pages of archives whose failures are printed, too; of more they are only listed in a file."""
STATUS = {"unreadable": WRONG, "none": NO}
"""The exit status for each way in which a source fails."""


def run(options: Namespace) -> int:
    """Build every source; return the exit status.

    Raises Failure for wrong use, and for a single source that can't be built.
    """
    if options.pictures and (not options.output or options.format == "json"):
        raise Failure("--pictures are kept beside a content file: give its name, or a folder, with -o")
    archives, tasks = split_archives(tasks_of(options.sources))
    output = Path(options.output) if options.output else None
    if archives or options.cluster:
        return _from_archives(archives, tasks, output, options)
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


def _from_archives(archives: list[str], tasks: list[Task], output: Path | None, options: Namespace) -> int:
    """Build the pages of web archives, with other sources, and whatever a cluster is to build."""
    if output is None and options.format != "json":
        raise Failure("a web archive, or a cluster: give '-o FOLDER' for a file each, or '--format json' for one object a line")
    with ExitStack() as stack:
        cluster = None
        if options.cluster:
            from briefing_tui.cli.build_cluster import BuildCluster

            cluster = stack.enter_context(BuildCluster(options.cluster, options.jobs))
        surveyed, status = archived_pages(archives, options.jobs, cluster)
        if output is None:
            return max(status, _as_lines([*tasks, *surveyed.tasks], options, cluster))
        return max(status, _into_folder(tasks, output, options, surveyed, cluster))


def archived_pages(archives: list[str], jobs: int | None, cluster: "BuildCluster | None" = None) -> tuple[SurveyedPages, int]:
    """List the pages of web archives that may hold articles.

    What can't be read is reported. Returns the pages and the exit status.
    """
    if not archives:
        return NO_PAGES, OK
    surveys: list[Survey] = []
    status = OK
    for survey in _while_waiting(cluster.surveys(archives) if cluster else survey_all(archives, jobs)):
        if isinstance(survey, str):
            say(survey)
            status = WRONG
            continue
        surveys.append(survey)
        others = ", ".join(f"{count:,} {why}" for why, count in survey.others)
        say(f"{survey.archive}: {len(survey.pages):,} pages that may be articles{f'; others: {others}' if others else ''}")
        if survey.trouble:
            say(f"{survey.archive}: {survey.trouble}")
            status = WRONG
    return page_tasks(surveys), status


def _while_waiting(surveys: "Iterator[Survey | str]") -> "Iterator[Survey | str]":
    """Yield surveys, and say on a terminal what is waited for: an archive of a gigabyte takes a minute."""
    is_shown = sys.stderr is not None and sys.stderr.isatty()
    while True:
        if is_shown:
            sys.stderr.write("looking for articles …")
            sys.stderr.flush()
        survey = next(surveys, None)
        if is_shown:
            sys.stderr.write("\r\x1b[K")
        if survey is None:
            return
        yield survey


def _one(task: Task, output: Path | None, options: Namespace) -> int:
    """Build one source to standard output, to a new file, or into an existing content file."""
    from briefing_tui.contentfile.write.disk import write_new

    if output and output.exists():
        return _update(task, output, options)
    (task,) = fetched([task])  # once, though it may be built twice
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
    try:
        write_new(output, outcome.text)
    except FileExistsError as error:
        if not output.exists():
            raise Failure(f"{error.filename}: a file, not a folder; name another") from None
        return _update(task, output, options)  # made by another build meanwhile
    with PictureFetcher(options.pictures) as pictures:
        pictures.fetch_for(outcome, output)
    if options.explain:
        (explained,) = run_all([task], "explain", options.kind, 1, None)
        put(explained.text)
    return OK


def _update(task: Task, output: Path, options: Namespace) -> int:
    """Rebuild a content file; the user's edits are kept."""
    if not output.is_file():
        raise Failure(f"{output}: not a file; name another, or leave out -o to print")
    if options.format == "json":
        raise Failure(f"{output}: exists already, and JSON can't be merged; give another name")
    from briefing_tui.library.kept_sources import keep, keeps_sources

    is_kept = keeps_sources(output.parent)
    (outcome,) = run_all([replace(_corrected(task, output), is_kept=is_kept)], "markdown", options.kind, 1, output.stem)
    if outcome.error:
        raise Failure(f"{outcome.source}: {outcome.error}", STATUS[outcome.failed])
    if outcome.packed:
        keep(output.parent, outcome.packed)
    for line in merge_into(output, outcome.text):
        say(line)
    with PictureFetcher(options.pictures) as pictures:
        pictures.fetch_for(outcome, output)
    return OK


def _corrected(task: Task, path: Path) -> Task:
    """Return the task with the line corrections in the content file that it updates."""
    from briefing_tui.contentfile.read.reader import load
    from briefing_tui.contentfile.rebuild.corrections_in_front_matter import read_corrections

    return replace(task, corrections=read_corrections(load(path).briefing)) if path.is_file() else task


def merge_into(path: Path, text: str) -> list[str]:
    """Merge the text of a fresh build into the content file on disk; return messages.

    Raises Failure if that is not a content file, UnreadableFile and OSError.
    """
    from briefing_tui.builder import merge_rebuilt
    from briefing_tui.contentfile.detect import is_content_file
    from briefing_tui.contentfile.read.file_input import load_bytes
    from briefing_tui.contentfile.read.reader import read
    from briefing_tui.contentfile.write.disk import revise

    if not is_content_file(load_bytes(path)):
        raise Failure(f"{path}: exists already and is no content file; give another name")
    new = read(text, path.stem).briefing

    def merged(old: "Briefing") -> "Briefing":
        return merge_rebuilt(old, new).briefing

    revised = revise(path, merged)
    result = "nothing to change" if revised.old == revised.new else "rebuilt"
    return [*(f"{path}: {line}" for line in merge_rebuilt(revised.old, new).kept), f"{path}: {result}"]


def _as_lines(tasks: list[Task], options: Namespace, cluster: "BuildCluster | None" = None) -> int:
    """Write one JSON object per line, in order; a failed source has one too."""
    status = OK
    for outcome in with_progress(_built(tasks, "json", options, cluster), len(tasks)):
        put_json(outcome.as_json())
        status = max(status, STATUS.get(outcome.failed, OK))
    return status


def _into_folder(
    tasks: list[Task],
    folder: Path,
    options: Namespace,
    surveyed: SurveyedPages = NO_PAGES,
    cluster: "BuildCluster | None" = None,
) -> int:
    """Write a file for each source. Files of an earlier, interrupted run are not made again; nothing is overwritten."""
    from briefing_tui.cli.build_plan import plan_files

    if folder.exists() and not folder.is_dir():
        raise Failure(f"{folder}: a file; several sources need a folder")
    folder.mkdir(parents=True, exist_ok=True)
    suffix = ".json" if options.format == "json" else ".md"
    planned, done, duplicates = plan_files(tasks, folder, suffix)
    for task, other in duplicates:
        say(f"{task.source}: the same bytes as {other.source}; built once")
    pages = plan_pages(surveyed, folder, suffix)
    todo = [_corrected(task, path) if options.format == "markdown" else task for task, path in planned]
    todo += [task for task, _ in pages.planned]
    planned += pages.planned
    targets = {task.source: path for task, path in planned}
    of_pages = {task.source: task for task, _ in pages.planned}
    failures: list[Outcome] = []
    outcomes = with_progress(_built(todo, options.format, options, cluster), len(planned))
    try:
        for outcome in outcomes:
            target = targets[outcome.source]
            if outcome.error:
                failures.append(outcome)
                if page := of_pages.get(outcome.source):
                    note_failure(folder, page, outcome)
            elif missing := _placed(outcome, target, options, outcome.source in of_pages):
                failures += missing
            else:
                with PictureFetcher(options.pictures) as pictures:
                    pictures.fetch_for(outcome, target)
    except KeyboardInterrupt:
        outcomes.close()
        say("interrupted; finished files are kept, and the same command continues from there")
        raise
    for outcome in failures:
        if outcome.source not in of_pages or len(of_pages) <= _FEW_PAGES:
            say(f"{outcome.source}: {outcome.error}")
    built = len(planned) - len(failures)
    say(f"{built} built, {len(done) + pages.done} already there, {len(failures)} failed{_about_pages(pages, folder)}")
    return max((STATUS[outcome.failed] for outcome in failures), default=OK)


def _built(tasks: list[Task], form: str, options: Namespace, cluster: "BuildCluster | None") -> Iterator[Outcome]:
    """Yield what is built of each source, in order, here or on a cluster."""
    return (
        cluster.build(list(fetched(tasks)), form, options.kind) if cluster else run_all(tasks, form, options.kind, options.jobs)
    )


def _about_pages(plan: ArchivePlan, folder: Path) -> str:
    """Return what a run says of the pages of archives beside what it built."""
    more = f", {plan.failed_before} had failed before" if plan.failed_before else ""
    more += f", {plan.duplicates} were of an address and day that are there already" if plan.duplicates else ""
    return more + (f"; {folder / FAILURES} lists what failed" if (folder / FAILURES).exists() else "")


def _placed(outcome: Outcome, target: Path, options: Namespace, is_page: bool) -> list[Outcome]:
    """Write a file, or merge into one built from a source of the same name; return the failure if it was not.

    Another build may write the same files at the same time: which of them comes first makes no difference.
    """
    from briefing_tui.cli.build_plan import holds
    from briefing_tui.contentfile.read.reader import UnreadableFile, load
    from briefing_tui.contentfile.write.disk import write_new

    if not target.exists():
        with suppress(FileExistsError):
            write_new(target, outcome.text)
            return []
    if (options.format == "json" and holds(target, outcome.text)) or is_page:
        return []
    try:
        named = load(target).briefing.source if options.format == "markdown" else None
        if named is None or not _is_built_from(named, outcome):
            raise Failure(f"{target} exists already and was not built from it")
        for line in merge_into(target, outcome.text):
            say(line)
    except (Failure, UnreadableFile) as failure:
        return [Outcome(outcome.source, error=str(failure), failed="unreadable")]
    return []


def _is_built_from(named: "Source", outcome: Outcome) -> bool:
    """Return whether the source that a content file names is the one that was built: its address, or else the file's name."""
    from briefing_tui.model.identity import address_key

    if outcome.address:
        return address_key(named.url or "") == address_key(outcome.address)
    return named.name == Path(outcome.source).name


def with_progress(outcomes: Iterator[Outcome], total: int) -> Generator[Outcome, None, None]:
    """Yield the outcomes, with a progress bar if standard error is a terminal."""
    if total < 5 or sys.stderr is None or not sys.stderr.isatty():
        yield from outcomes
        return
    from time import monotonic

    from briefing_tui.cli.progress import bar

    started = monotonic()
    try:
        for number, outcome in enumerate(outcomes, 1):
            sys.stderr.write(bar(number, total, monotonic() - started))
            sys.stderr.flush()
            yield outcome
    finally:
        sys.stderr.write("\r\x1b[K")
