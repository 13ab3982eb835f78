"""Import what another tool exported: articles or their addresses, with tags, status, highlights and notes.

The whole file is read twice: first to find out whether all of it can be read, then to import it, some articles at a time. So a
broken file changes nothing, and a large one takes little memory. An import that is interrupted goes on where it was.
"""

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct, structs

from briefing_tui.anchoring.plain_article import PlainArticle
from briefing_tui.application.filing import Filing
from briefing_tui.application.saved_articles import anchored, content_file_at, entry_of, notes_of, page_of, text_of
from briefing_tui.cli.building.jobs import Outcome, Task, run_all
from briefing_tui.cli.outcome import NO, OK, Failure, put_line, say
from briefing_tui.cli.progress import in_batches
from briefing_tui.contentfile.read.file_input import UnreadableFile
from briefing_tui.contentfile.read.reader import load
from briefing_tui.imports.errors import BrokenExport
from briefing_tui.imports.memory import ImportedTags
from briefing_tui.imports.saved import SavedArticle, Tool
from briefing_tui.model.identity import Identity, address_key
from briefing_tui.presentation.counts import counted
from briefing_tui.settings import paths
from briefing_tui.text.slugs import slug

if TYPE_CHECKING:
    from briefing_tui.imports.export_file import ExportFile
    from briefing_tui.model.note import Note
    from briefing_tui.notes.reading_list import CopiedEntry
    from briefing_tui.notes.store import NoteStore

_BATCH = 200
"""Articles that are built, filed and remembered together."""
_MOST_SHOWN = 10
"""Addresses without text that are listed on a terminal."""
_MOST_FAILURES = 50
"""Articles that could not be built or fetched and are named with the reason."""


class _Import(Struct):
    """An import that is under way."""

    path: Path
    tool: Tool
    is_fetched: bool
    store: "NoteStore"
    filing: Filing
    counts: Counter[str]
    tags: ImportedTags
    listed: set[int]
    """Hashes of the addresses that were listed."""


def import_saved(path: Path, file: "ExportFile", tool: Tool, is_fetched: bool) -> int:
    """Import an export, and report what came of it; return the exit status.

    Args:
        path: the file's name for messages.
        file: the export.
        tool: the tool that made it.
        is_fetched: whether articles without text are fetched from their addresses.

    Raises Failure.
    """
    from briefing_tui.notes.errors import StoreError
    from briefing_tui.notes.store import NoteStore

    if is_fetched:
        _require_network(path)
    try:
        total = sum(1 for _ in tool.read(file))
        with NoteStore() as store, Filing() as filing:
            work = _Import(path, tool, is_fetched, store, filing, Counter(), ImportedTags(paths.state()), set())
            for batch in in_batches(tool.read(file), _BATCH, total):
                _import_batch(work, batch)
            work.tags.save()
    except BrokenExport as broken:
        raise Failure(f"{path}{broken.where}: {broken.why}; nothing was imported") from None
    except StoreError as error:
        raise Failure(f"{error}; give the command again to go on") from None
    except OSError as error:
        raise Failure(f"{error.filename or path}: {error.strerror or error}; give the command again to go on") from None
    _report(work, total)
    return NO if work.counts["failed"] else OK


def _require_network(path: Path) -> None:
    """Refuse to fetch anything if the user forbids it, once for all addresses."""
    from briefing_tui.fetching.errors import FetchError
    from briefing_tui.fetching.offline import require_network

    try:
        require_network()
    except FetchError as error:
        raise Failure(f"{path}: {error}; nothing was imported") from None


def _import_batch(work: _Import, batch: list[SavedArticle]) -> None:
    batch = [saved for saved in batch if _is_something(work, saved)]
    files = [_known_file(work, saved) for saved in batch]
    work.counts["there"] += len(files) - files.count(None)
    failed: set[int] = set()
    for tasks, kind in _tasks(work, batch, files):
        outcomes = run_all(list(tasks.values()), "markdown", kind, None)
        for at, outcome in zip(tasks, outcomes, strict=True):
            files[at] = _filed(work, batch[at], outcome)
            if files[at] is None:
                failed.add(at)
    articles = [None if path is None else _identity(path) for path in files]
    for at, saved in enumerate(batch):
        if files[at] is None and not saved.has_text:
            work.counts["without text"] += at not in failed
            _list(work, saved)
    _import_notes(work, batch, articles, _remembered(work, list(map(_entry, [work] * len(batch), batch, articles))))


def _entry(work: _Import, saved: SavedArticle, who: Identity | None) -> "CopiedEntry":
    """Return what the reading list learns of an article, and remember its tags."""
    article = address_key(saved.url) or saved.title
    entry = structs.replace(entry_of(saved, who), former_tags=work.tags.of(article, saved.tags))
    work.tags.add(article, saved.tags)
    return entry


def _remembered(work: _Import, entries: "list[CopiedEntry]") -> list[str]:
    """Enter articles in the reading list; return their names.

    One that is known by its title alone gets no entry, as nothing would recognise it the next time.
    """
    names = iter(work.store.reading_list.put_saved(entry for entry in entries if entry.facts))
    return [next(names) if entry.facts else entry.entry.article for entry in entries]


def _is_something(work: _Import, saved: SavedArticle) -> bool:
    """Return whether anything can be kept of a saved article; count it otherwise."""
    if saved.has_text or saved.highlights or address_key(saved.url):
        return True
    work.counts["left out"] += 1
    return False


def _known_file(work: _Import, saved: SavedArticle) -> Path | None:
    """Return the content file of an article that the library has, by its address or by one that led to it before."""
    key = address_key(saved.url)
    if not key:
        return None if saved.has_text else work.filing.titled(saved.title)
    if found := work.filing.at_address(saved.url):
        return found
    name = work.store.articles.by_address(key)
    return content_file_at(iter(work.store.articles.files(name)), work.filing.folder) if name else None


def _tasks(
    work: _Import, batch: Sequence[SavedArticle], files: Sequence[Path | None]
) -> Iterator[tuple[dict[int, Task], str | None]]:
    """Yield what is to be built, by its place in the batch: pages, texts, and addresses to be fetched."""
    pages: dict[int, Task] = {}
    texts: dict[int, Task] = {}
    addresses: dict[int, Task] = {}
    for at, saved in enumerate(batch):
        name = slug(saved.title)[:60].strip("-") or "article"
        if files[at] is not None:
            continue
        if saved.html:
            pages[at] = Task(f"{name}.html", is_kept=True, data=page_of(saved))
        elif saved.text:
            texts[at] = Task(f"{name}.txt", is_kept=True, data=text_of(saved))
        elif work.is_fetched and address_key(saved.url):
            addresses[at] = Task(saved.url.strip(), is_kept=True)
    yield from ((tasks, kind) for tasks, kind in ((pages, "html"), (texts, None), (addresses, None)) if tasks)


def _filed(work: _Import, saved: SavedArticle, outcome: Outcome) -> Path | None:
    """File what was built; return its file. What could not be built is reported."""
    if outcome.error:
        work.counts["failed"] += 1
        if work.counts["failed"] <= _MOST_FAILURES:
            say(f"{work.path}: {saved.url or saved.title}: {outcome.error}")
        return None
    path, is_new = work.filing.file(outcome.text, outcome.name, outcome.packed, origin=outcome.origin)
    work.counts["new" if is_new else "there"] += 1
    return path


def _identity(path: Path) -> Identity | None:
    try:
        return Identity(load(path).briefing, path, is_filed=True)
    except UnreadableFile:
        return None


def _list(work: _Import, saved: SavedArticle) -> None:
    """Print the address of an article without text, on a terminal only the first ones."""
    key = address_key(saved.url)
    if not key or hash(key) in work.listed:
        return
    work.listed.add(hash(key))
    if len(work.listed) <= _MOST_SHOWN or not _on_terminal():
        put_line(saved.url.strip())


def _on_terminal() -> bool:
    return sys.stdout is not None and sys.stdout.isatty()


def _import_notes(work: _Import, batch: list[SavedArticle], articles: list[Identity | None], names: list[str]) -> None:
    """Import the highlights and notes of some articles that never were here, each at its place."""
    of_articles = [list(notes_of(saved, work.tool.name)) if saved.highlights else [] for saved in batch]
    fresh = work.store.unknown(note.id for notes in of_articles for note in notes)
    work.counts["known notes"] += sum(note.id not in fresh for notes in of_articles for note in notes)
    made: dict[str, Note] = {}
    said_on: dict[str, set[tuple[str, str]]] = {}
    for notes, who, name in zip(of_articles, articles, names, strict=True):
        wanted = [note for note in notes if note.id in fresh]
        article = PlainArticle(who.article) if who and any(note.kind != "briefing" for note in wanted) else None
        if wanted and name not in said_on:
            said_on[name] = _said_already(work, name)
        said = said_on.get(name, set())
        for note in wanted:
            placed, count = _placed(note, article)
            if _said(placed) in said:
                count = "known notes"
            else:
                said.add(_said(placed))
                made[note.id] = replace(placed, briefing=name)
            work.counts[count] += 1
    work.store.import_once(made.values())


def _said_already(work: _Import, name: str) -> set[tuple[str, str]]:
    """Return what the notes on an article are on and say, as another tool may have brought the same one."""
    from briefing_tui.notes.rows import Wanted

    return {_said(note) for note in work.store.each(Wanted(briefing=name))}


def _said(note: "Note") -> tuple[str, str]:
    return " ".join(note.words.casefold().split()), " ".join(note.body.split())


def _placed(note: "Note", article: PlainArticle | None) -> "tuple[Note, str]":
    """Return a note at its place, and what it counts as."""
    if note.kind == "briefing":
        return note, "on articles"
    if article is None:
        return note, "waiting"
    found = anchored(note, article)
    return (found, "anchored") if found else (note, "not found")


def _report(work: _Import, total: int) -> None:
    """Say what came of the import."""
    counts = work.counts
    came = {
        "new": counts["new"],
        "already there": counts["there"],
        "without text": counts["without text"],
        "failed": counts["failed"],
        "left out (no address, no text)": counts["left out"],
    }
    of = f"{work.path}: {work.tool.title}"
    if counts["failed"] > _MOST_FAILURES:
        say(f"{of}: {counts['failed'] - _MOST_FAILURES} more failed")
    say(f"{of}: {counted(total, 'article')}" + _listed(came))
    notes = {
        "found in their articles": counts["anchored"],
        "not found there (kept)": counts["not found"],
        "kept until their article comes": counts["waiting"],
        "on whole articles": counts["on articles"],
        "here already": counts["known notes"],
    }
    if any(notes.values()):
        say(f"{of}: {counted(sum(notes.values()), 'note')}" + _listed(notes))
    hidden = len(work.listed) - _MOST_SHOWN if _on_terminal() else 0
    if work.listed and not work.is_fetched:
        more = f"; {hidden} more are listed if you pipe the output" if hidden > 0 else ""
        say(f"--fetch fetches the articles at the addresses listed{more}")


def _listed(numbers: dict[str, int]) -> str:
    """Return what is not zero of some numbers, after a colon."""
    shown = ", ".join(f"{number} {what}" for what, number in numbers.items() if number)
    return f": {shown}" if shown else ""
