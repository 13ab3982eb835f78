"""`briefing import`: import notes, a reading list, or what another reading tool exported."""

from argparse import Namespace
from collections import Counter
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from briefing_tui.application.inputs import InputError, piped_in
from briefing_tui.application.lookup import BriefingFinder
from briefing_tui.cli.outcome import OK, Failure, put_line, say
from briefing_tui.contentfile.read.file_input import reason_of
from briefing_tui.file_io import read_file
from briefing_tui.presentation.counts import counted

if TYPE_CHECKING:
    from briefing_tui.model.note import Note

_LARGEST = 256 * 1024 * 1024


def run(options: Namespace) -> int:
    """Import a file by what it holds. Raises Failure, with the broken line; nothing is imported then."""
    from briefing_tui.imports.errors import BrokenExport
    from briefing_tui.imports.export_file import ExportFile
    from briefing_tui.imports.registry import all_tools, recognise
    from briefing_tui.library.reading_list_file import is_list

    path = Path(options.file)
    file = ExportFile(_data(path))
    try:
        tool = recognise(file)
        if tool is not None:
            from briefing_tui.cli.commands.import_saved import import_saved

            return import_saved(path, file, tool, options.fetch)
        if file.archive is not None or path.suffix.lower() in (".csv", ".html", ".zip"):
            tools = ", ".join(tool.title for tool in all_tools())
            raise Failure(f"{path}: no export of {tools}; nothing was imported (see 'briefing import --help')")
        text = file.text
    except BrokenExport as broken:
        raise Failure(f"{path}{broken.where}: {broken.why}; nothing was imported") from None
    if options.fetch:
        raise Failure(f"{path}: --fetch belongs to the exports of reading tools, and this is none; nothing was imported")
    return _import_reading_list(path, text) if is_list(text) else _import_notes(path, text)


def _import_notes(path: Path, text: str) -> int:
    """Import the notes of a file, all or none."""
    from briefing_tui.export.formats import format_that_reads
    from briefing_tui.export.incoming import BrokenImport
    from briefing_tui.notes.errors import StoreError
    from briefing_tui.notes.store import NoteStore

    try:
        read = format_that_reads(path.suffix).read
        assert read is not None
        with NoteStore() as store:
            finder = BriefingFinder(None, store)
            found = read(text, finder.by_address)
            notes, places = _in_their_places(found.notes, finder)
            counts = store.import_notes(notes, found.bases)
            for address, name in finder.new_addresses.items():
                store.articles.learn_address(name, address)
    except BrokenImport as broken:
        raise Failure(f"{path}:{broken.line}: {broken.why}; nothing was imported") from None
    except StoreError as error:
        raise Failure(str(error)) from None
    numbers = {
        "added": counts.added,
        "changed": counts.changed,
        "already here": counts.unchanged,
        "kept in two versions": counts.beside,
    }
    put_line(f"{path}: " + (", ".join(f"{number} {what}" for what, number in numbers.items() if number) or "no notes"))
    if places:
        lost = f", {places[False]} not (kept)" if places[False] else ""
        say(f"{path}: {places[True]} found in their articles{lost}")
    if found.left_out:
        say(f"{path}: left out: {found.left_out} without words, text and tags, or repeated (the first counts)")
    return OK


def _in_their_places(notes: "tuple[Note, ...]", finder: BriefingFinder) -> "tuple[list[Note], Counter[bool]]":
    """Describe the places of other programs' notes in articles that are here.

    Returns all notes, and how many of those were found and how many not.
    """
    from briefing_tui.anchoring.plain_article import PlainArticle
    from briefing_tui.application.saved_articles import anchored

    placed: dict[str, Note] = {note.id: note for note in notes}
    places: Counter[bool] = Counter()
    foreign = [note for note in notes if note.kind == "selection" and note.words and not note.selector.version]
    for name, on_one in groupby(sorted(foreign, key=lambda note: note.briefing), lambda note: note.briefing):
        briefing = finder.find(name)
        article = PlainArticle(briefing) if briefing else None
        for note in on_one if article else ():
            assert article is not None
            found = anchored(note, article)
            placed[note.id] = found or note
            places[found is not None] += 1
    return list(placed.values()), places


def _import_reading_list(path: Path, text: str) -> int:
    """Import a reading list; of two entries on one article, the one that was changed later stays."""
    from briefing_tui.library.reading_list_file import BrokenList, read_list
    from briefing_tui.notes.errors import StoreError
    from briefing_tui.notes.store import NoteStore

    try:
        with NoteStore() as store:
            changed, searches = store.reading_list.put(*read_list(text))
    except BrokenList as broken:
        raise Failure(f"{path}:{broken.line}: {broken.why}; nothing was imported") from None
    except StoreError as error:
        raise Failure(str(error)) from None
    numbers = (counted(changed, "article"), f"{searches} search{'' if searches == 1 else 'es'}")
    put_line(f"{path}: " + (f"{' and '.join(numbers)} added or changed" if changed or searches else "all here already"))
    return OK


def _data(path: Path) -> bytes:
    try:
        data = piped_in(str(path), _LARGEST + 1)
        if data is None:
            data = read_file(path, _LARGEST + 1)
    except InputError as error:
        raise Failure(f"{path}: {error}") from None
    except OSError as error:
        raise Failure(f"{path}: {reason_of(error)}; nothing was imported") from None
    if len(data) > _LARGEST:
        raise Failure(f"{path}: more than {_LARGEST // 2**20} MiB; split it")
    return data
