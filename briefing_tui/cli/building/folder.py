"""Build many sources into a folder, a file each."""

from argparse import Namespace
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from briefing_tui.cli.building.archive_plan import FAILURES, NO_PAGES, ArchivePlan, SurveyedPages, note_failure, plan_pages
from briefing_tui.cli.building.jobs import STATUS, Outcome, Task, fetched, run_all
from briefing_tui.cli.building.pictures import PictureFetcher
from briefing_tui.cli.building.updates import merge_into, with_corrections
from briefing_tui.cli.outcome import OK, Failure, say
from briefing_tui.cli.progress import with_progress

if TYPE_CHECKING:
    from briefing_tui.cli.building.cluster import BuildCluster
    from briefing_tui.model.briefing import Source

_FEW_PAGES = 100
"""The most pages of archives whose failures are printed, too; of more they are only listed in a file."""


def build_into_folder(
    tasks: list[Task],
    folder: Path,
    options: Namespace,
    surveyed: SurveyedPages = NO_PAGES,
    cluster: "BuildCluster | None" = None,
) -> int:
    """Write a file for each source. Files of an earlier, interrupted run are not made again; nothing is overwritten."""
    from briefing_tui.cli.building.plan import plan_files

    if folder.exists() and not folder.is_dir():
        raise Failure(f"{folder}: a file; several sources need a folder")
    folder.mkdir(parents=True, exist_ok=True)
    suffix = ".json" if options.format == "json" else ".md"
    planned, done, duplicates = plan_files(tasks, folder, suffix)
    for task, other in duplicates:
        say(f"{task.source}: the same bytes as {other.source}; built once")
    pages = plan_pages(surveyed, folder, suffix)
    todo = [with_corrections(task, path) if options.format == "markdown" else task for task, path in planned]
    todo += [task for task, _ in pages.planned]
    planned += pages.planned
    targets = {task.source: path for task, path in planned}
    of_pages = {task.source: task for task, _ in pages.planned}
    failures: list[Outcome] = []
    outcomes = with_progress(built_outcomes(todo, options.format, options, cluster), len(planned))
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


def built_outcomes(tasks: list[Task], form: str, options: Namespace, cluster: "BuildCluster | None") -> Iterator[Outcome]:
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
    from briefing_tui.cli.building.plan import holds
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
