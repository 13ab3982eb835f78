"""`briefing add`: build sources into the library, each under its own name."""

from argparse import Namespace
from gzip import decompress
from pathlib import Path

from msgspec.structs import replace

from briefing_tui.application.filing import Filing
from briefing_tui.cli.building.archive_plan import split_archives
from briefing_tui.cli.building.archived_pages import archived_pages
from briefing_tui.cli.building.jobs import STATUS, Outcome, Task, build_one, run_all
from briefing_tui.cli.building.pictures import PictureFetcher
from briefing_tui.cli.building.tasks import tasks_of
from briefing_tui.cli.building.updates import merge_into
from briefing_tui.cli.outcome import NO, OK, Failure, put, say
from briefing_tui.cli.progress import with_progress
from briefing_tui.library.kept_sources import keep
from briefing_tui.settings import paths
from briefing_tui.text.safety import one_line


def run(options: Namespace) -> int:
    """Build every source, file it, keep the source beside it, and print its path.

    An article that is in the library already is left as it is, or brought up to date if that is wanted. Raises Failure.
    """
    archives, tasks = split_archives(tasks_of(options.sources))
    surveyed, status = archived_pages(archives, options.jobs)
    tasks += surveyed.tasks
    if not tasks and not archives:
        raise Failure("nothing to add: the folder holds no text, page or Markdown file", NO)
    folder = paths.library()
    if folder.exists() and not folder.is_dir():
        raise Failure(f"{folder}: not a folder; name another in BRIEFING_LIBRARY")
    tasks = [replace(task, is_kept=True) for task in tasks]
    try:
        with Filing(folder) as filing, PictureFetcher(options.pictures) as pictures:
            for outcome in with_progress(run_all(tasks, "markdown", options.kind, options.jobs), len(tasks)):
                status = max(status, _filed(outcome, filing, pictures, len(tasks), options.update))
    except OSError as error:
        raise Failure(f"{folder}: {error.strerror or error}") from None
    return status


def _filed(outcome: Outcome, filing: Filing, pictures: PictureFetcher, count: int, is_updated: bool) -> int:
    """File what was built, with its pictures if they are wanted, or report why it was not; return the exit status."""
    if outcome.error:
        if count == 1:
            raise Failure(f"{outcome.source}: {outcome.error}", STATUS[outcome.failed])
        say(f"{outcome.source}: {outcome.error}")
        return STATUS[outcome.failed]
    for note in outcome.notes:
        say(f"{outcome.source}: {note}")
    path, is_new = filing.file(outcome.text, outcome.name, outcome.packed, origin=outcome.origin)
    if not is_new and is_updated:
        _update(path, outcome, filing)
    elif not is_new:
        say(f"{outcome.source}: already in the library; --update brings it up to date and keeps your changes")
    pictures.fetch_for(outcome, path)
    put(one_line(str(path)))
    return OK


def _update(path: Path, outcome: Outcome, filing: Filing) -> None:
    """Bring a content file up to date with a source of the same article; the user's changes to it stay."""
    from briefing_tui.contentfile.read.reader import UnreadableFile, load
    from briefing_tui.contentfile.rebuild.corrections_in_front_matter import read_corrections

    assert outcome.packed is not None
    try:
        if corrections := read_corrections(load(path).briefing):
            data = decompress(outcome.packed.data)
            outcome = build_one(Task(outcome.source, corrections, True, data=data, origin=outcome.origin), "markdown", None, None)
            if outcome.error:
                raise Failure(f"{outcome.source}: {outcome.error}", STATUS[outcome.failed])
            for note in outcome.notes:
                say(f"{outcome.source}: {note}")
        for line in merge_into(path, outcome.text):
            say(line)
    except UnreadableFile as error:
        raise Failure(str(error)) from None
    if outcome.packed is not None:
        keep(filing.folder, outcome.packed)
