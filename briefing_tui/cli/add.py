"""`briefing add`: build sources into the library, each under its own name."""

from argparse import Namespace
from contextlib import suppress
from pathlib import Path

from msgspec.structs import replace

from briefing_tui.cli.build import STATUS, tasks_of, with_progress
from briefing_tui.cli.build_jobs import Outcome, run_all
from briefing_tui.cli.outcome import NO, OK, Failure, put, say
from briefing_tui.contentfile.read.reader import read
from briefing_tui.library.filed_articles import FiledArticles
from briefing_tui.library.kept_sources import keep, named_source, named_sources
from briefing_tui.model.identity import Identity
from briefing_tui.settings import paths
from briefing_tui.text.safety import one_line

_LONGEST_NAME = 60


def run(options: Namespace) -> int:
    """Build every source, file it, keep the source beside it, and print its path.

    A source that is in the library already is left as it is. Raises Failure.
    """
    tasks = list(tasks_of(options.sources))
    if not tasks:
        raise Failure("nothing to add: the folder holds no text, page or Markdown file", NO)
    folder = paths.library()
    if folder.exists() and not folder.is_dir():
        raise Failure(f"{folder}: not a folder; name another in BRIEFING_LIBRARY")
    status = OK
    added: list[Path] = []
    try:
        folder.mkdir(parents=True, exist_ok=True)
        known: dict[str, Path] = {}
        for path, sha256 in named_sources(sorted(folder.glob("*.md"))):
            known.setdefault(sha256, path)
        tasks = [replace(task, is_kept=True) for task in tasks]
        with FiledArticles(folder) as filed:
            for outcome in with_progress(run_all(tasks, "markdown", options.kind, options.jobs), len(tasks)):
                status = max(status, _filed(outcome, folder, known, filed, len(tasks), added))
    except OSError as error:
        raise Failure(f"{folder}: {error.strerror or error}") from None
    finally:
        _list(added)
    return status


def _list(added: list[Path]) -> None:
    """Note in the reading list when files came into the library; without it, their own times count."""
    if added:
        from briefing_tui.notes.errors import StoreError
        from briefing_tui.notes.store import NoteStore

        with suppress(StoreError), NoteStore() as store:
            store.reading_list.add(added)


def _filed(outcome: Outcome, folder: Path, known: dict[str, Path], filed: FiledArticles, count: int, added: list[Path]) -> int:
    """File what was built and enter it in `added`, or report why it was not; return the exit status."""
    if outcome.error:
        if count == 1:
            raise Failure(f"{outcome.source}: {outcome.error}", STATUS[outcome.failed])
        say(f"{outcome.source}: {outcome.error}")
        return STATUS[outcome.failed]
    for note in outcome.notes:
        say(f"{outcome.source}: {note}")
    digest = named_source(outcome.text)
    who = Identity(read(outcome.text, outcome.name).briefing)
    existing = known.get(digest) or filed.find(who)
    if outcome.packed and (existing is None or digest in known):
        keep(folder, outcome.packed)
    if existing is not None:
        say(f"{outcome.source}: already in the library; to rebuild it, use 'briefing build … -o' with that file")
        put(one_line(str(existing)))
        return OK
    path = _written(folder, outcome, digest)
    _keep_notes(path)
    added.append(path)
    filed.add(who, path)
    if digest:
        known[digest] = path
    put(one_line(str(path)))
    return OK


def _keep_notes(path: Path) -> None:
    """Let the notes on the article, if there are any, know its new file."""
    if not paths.notes().exists():
        return
    from briefing_tui.application.lookup import identity_of
    from briefing_tui.application.opening import open_file
    from briefing_tui.notes.errors import StoreError
    from briefing_tui.notes.store import NoteStore

    with suppress(StoreError), NoteStore() as store:  # The reader tries it again when the file is opened.
        store.articles.find(identity_of(open_file(path), path))


def _written(folder: Path, outcome: Outcome, digest: str) -> Path:
    """Write a new file named after the title, with a number if the name is used.

    If another run has just added the same source, nothing is written. Returns the file. Raises OSError.
    """
    from briefing_tui.contentfile.write.disk import write_new

    stem = outcome.name[:_LONGEST_NAME].strip("-") or "briefing"
    number = 0
    while True:
        path = folder / f"{stem}-{number}.md" if number else folder / f"{stem}.md"
        try:
            write_new(path, outcome.text)
        except FileExistsError:
            if any(digest == used for _, used in named_sources([path])):
                return path
            number += 1
        else:
            return path
