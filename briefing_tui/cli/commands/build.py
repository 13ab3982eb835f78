"""`briefing build`: make content files, or their JSON, from sources."""

from argparse import Namespace
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from briefing_tui.cli.building.archive_plan import split_archives
from briefing_tui.cli.building.archived_pages import archived_pages
from briefing_tui.cli.building.ending import ended_as_interrupted
from briefing_tui.cli.building.folder import build_into_folder, built_outcomes
from briefing_tui.cli.building.jobs import STATUS, Task, fetched, run_all
from briefing_tui.cli.building.pictures import PictureFetcher
from briefing_tui.cli.building.tasks import tasks_of
from briefing_tui.cli.building.updates import merge_into, with_corrections
from briefing_tui.cli.outcome import NO, OK, Failure, put, put_exact, put_json, say
from briefing_tui.cli.progress import with_progress

if TYPE_CHECKING:
    from briefing_tui.cli.building.cluster import BuildCluster


def run(options: Namespace) -> int:
    """Build every source; return the exit status.

    Raises Failure for wrong use, and for a single source that can't be built.
    """
    if options.pictures and (not options.output or options.format == "json"):
        raise Failure("--pictures are kept beside a content file: give its name, or a folder, with -o")
    with ended_as_interrupted():
        return _built(options)


def _built(options: Namespace) -> int:
    archives, tasks = split_archives(tasks_of(options.sources))
    output = Path(options.output) if options.output else None
    if archives or options.cluster:
        return _from_archives(archives, tasks, output, options)
    if output and (output.is_dir() or options.output.endswith(("/", "\\")) or len(tasks) > 1):
        return build_into_folder(tasks, output, options)
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
            from briefing_tui.cli.building.cluster import BuildCluster

            cluster = stack.enter_context(BuildCluster(options.cluster, options.jobs))
        surveyed, status = archived_pages(archives, options.jobs, cluster)
        if output is None:
            return max(status, _as_lines([*tasks, *surveyed.tasks], options, cluster))
        return max(status, build_into_folder(tasks, output, options, surveyed, cluster))


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
    (outcome,) = run_all([replace(with_corrections(task, output), is_kept=is_kept)], "markdown", options.kind, 1, output.stem)
    if outcome.error:
        raise Failure(f"{outcome.source}: {outcome.error}", STATUS[outcome.failed])
    if outcome.packed:
        keep(output.parent, outcome.packed)
    for line in merge_into(output, outcome.text):
        say(line)
    with PictureFetcher(options.pictures) as pictures:
        pictures.fetch_for(outcome, output)
    return OK


def _as_lines(tasks: list[Task], options: Namespace, cluster: "BuildCluster | None" = None) -> int:
    """Write one JSON object per line, in order; a failed source has one too."""
    status = OK
    for outcome in with_progress(built_outcomes(tasks, "json", options, cluster), len(tasks)):
        put_json(outcome.as_json())
        status = max(status, STATUS.get(outcome.failed, OK))
    return status
