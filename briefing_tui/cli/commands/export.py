"""`briefing export`: write notes, and briefings, for other tools."""

import sys
from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from briefing_tui.application.lookup import BriefingFinder
from briefing_tui.cli.commands.notes import wanted
from briefing_tui.cli.outcome import NO, OK, Failure, put_line, put_piece, say

if TYPE_CHECKING:
    from briefing_tui.export.bundle import Bundle
    from briefing_tui.export.files import Refused, WrittenFile
    from briefing_tui.export.format import Format
    from briefing_tui.notes.store import NoteStore

_EVERY = 0.5


def run(options: Namespace) -> int:
    """Write the notes that the options ask for; return the exit status. Raises Failure."""
    from briefing_tui.export.files import Refused
    from briefing_tui.export.formats import NoSuchFormat, named
    from briefing_tui.export.template import BrokenTemplate
    from briefing_tui.notes.errors import StoreError
    from briefing_tui.notes.store import NoteStore
    from briefing_tui.settings import paths

    if options.what == "reading-list":
        return _write_reading_list(options)
    try:
        form = named(options.format, paths.config() / "templates")
        with NoteStore() as store:
            return _follow(options, store, form) if options.follow else _once(options, store, form)
    except (StoreError, NoSuchFormat, BrokenTemplate, Refused) as error:
        raise Failure(str(error)) from None


def _once(options: Namespace, store: "NoteStore", form: "Format") -> int:
    from briefing_tui.export.files import Ledger, export_file, export_folder

    bundles = _bundles(options, store, form)
    first = next(bundles, None)
    if first is None:
        say("nothing to export: no such notes")
        return NO
    given = _again(first, bundles)
    if options.output is None:
        for piece in form.write(given):
            put_piece(piece)
        return OK
    output = Path(options.output)
    if options.output.endswith("/") or output.is_dir():
        return _report(export_folder(output, given, form, Ledger()))
    return _report([export_file(output, given, form, Ledger())])


def _write_reading_list(options: Namespace) -> int:
    """Write the reading list with its tags, and the saved searches."""
    from briefing_tui.file_io import read_text, write_atomically
    from briefing_tui.library.reading_list_file import is_list, write_list
    from briefing_tui.notes.errors import StoreError
    from briefing_tui.notes.store import NoteStore

    try:
        with NoteStore() as store:
            lines = list(write_list(store.reading_list))
    except StoreError as error:
        raise Failure(str(error)) from None
    if len(lines) == 1:
        say("nothing to export: no article has been opened, tagged or marked")
        return NO
    if options.output is None:
        for line in lines:
            put_piece(line)
        return OK
    path = Path(options.output)
    try:
        if path.is_dir():
            raise Failure(f"{path}: a folder; name a file to write the reading list to")
        if path.exists() and not is_list(read_text(path)[:200]):
            raise Failure(f"{path}: no reading list, and left as it is; name another file")
        write_atomically(path, lines, private=True)
    except OSError as error:
        raise Failure(f"{path}: {error.strerror or error}") from None
    put_line(str(path))
    return OK


def _bundles(options: Namespace, store: "NoteStore", form: "Format") -> "Iterator[Bundle]":
    """Return the notes that are asked for, by briefing, or the named briefing for a format that writes briefings."""
    from briefing_tui.export.bundle import Bundle, bundles

    finder = BriefingFinder(options.what, store)
    asked = wanted(options, store)
    if form.content == "notes":
        return bundles(store.each(asked), finder.find)
    found = finder.find(asked.briefing) if asked.briefing else None
    if found is None:
        raise Failure(f"{options.what or form.name}: name the briefing to write, an id or a content file")
    return iter([Bundle(found.id, (), found)])


def _again(first: "Bundle", rest: "Iterator[Bundle]") -> "Iterator[Bundle]":
    yield first
    yield from rest


def _report(results: "list[WrittenFile | Refused]") -> int:
    """Report what was written, and which files were left unchanged; return the exit status."""
    from briefing_tui.export.files import Refused

    refused = [result for result in results if isinstance(result, Refused)]
    for result in results:
        if not isinstance(result, Refused) and result.how != "same":
            put_line(str(result.path))
    left = [line for result in results if not isinstance(result, Refused) for line in result.left]
    for line in [*map(str, refused), *left]:
        say(line)
    return NO if refused or left else OK


def _follow(options: Namespace, store: "NoteStore", form: "Format") -> int:
    """Keep a folder up to date until interrupted."""
    import time

    from briefing_tui.export.follow import Follower
    from briefing_tui.notes.rows import Wanted

    if options.output is None or wanted(options, store) != Wanted():
        raise Failure("--follow writes all notes and needs '-o FOLDER'; leave out options that select notes")
    follower = Follower(store, Path(options.output), form, BriefingFinder(None, store).find)
    _report(follower.start())
    say(f"{options.output}: following the notes; Ctrl+C ends it")
    while True:
        if sys.stdout is not None:
            sys.stdout.flush()
        time.sleep(_EVERY)
        _report(follower.step())
