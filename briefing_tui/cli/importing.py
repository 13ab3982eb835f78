"""`briefing import`: import the notes of a file."""

from argparse import Namespace
from pathlib import Path

from briefing_tui.application.inputs import InputError, piped_in
from briefing_tui.application.lookup import BriefingFinder
from briefing_tui.cli.outcome import OK, Failure, put_line, say
from briefing_tui.contentfile.read.file_input import reason_of
from briefing_tui.file_io import read_file
from briefing_tui.presentation.counts import counted

_LARGEST = 256 * 1024 * 1024


def run(options: Namespace) -> int:
    """Import a file's notes, all or none. Raises Failure, with the broken line."""
    from briefing_tui.export.formats import format_that_reads
    from briefing_tui.export.incoming import BrokenImport
    from briefing_tui.library.reading_list_file import is_list
    from briefing_tui.notes.errors import StoreError
    from briefing_tui.notes.store import NoteStore

    path = Path(options.file)
    text = _text(path)
    if is_list(text):
        return _import_reading_list(path, text)
    try:
        read = format_that_reads(path.suffix).read
        assert read is not None
        with NoteStore() as store:
            finder = BriefingFinder(None, store)
            found = read(text, finder.by_address)
            counts = store.import_notes(found.notes, found.bases)
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
    if found.left_out:
        say(f"{path}: left out: {found.left_out} without words, text and tags, or repeated (the first counts)")
    return OK


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


def _text(path: Path) -> str:
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
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise Failure(f"{path}:{line}: not UTF-8; save it as UTF-8; nothing was imported") from None
