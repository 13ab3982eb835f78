"""`briefing notes`: list and search notes; `briefing notes doctor`: check their file."""

import json
import sys
from argparse import Namespace
from typing import TYPE_CHECKING

from briefing_tui.cli.outcome import NO, OK, Failure, put, put_json, put_line, say
from briefing_tui.presentation.counts import counted
from briefing_tui.presentation.panes import pane_named
from briefing_tui.text.wrapping import wrap

if TYPE_CHECKING:
    from pathlib import Path

    from briefing_tui.application.opening import Opened
    from briefing_tui.model.note import Note
    from briefing_tui.notes.doctor import Health
    from briefing_tui.notes.rows import Wanted
    from briefing_tui.notes.store import NoteStore

_DOCTOR = "doctor"
_WIDTH = 80


def run(options: Namespace) -> int:
    """List the notes that the options ask for, or check their file. Raises Failure."""
    from briefing_tui.notes.errors import StoreError

    try:
        return _doctor(options.rescue, options.yes) if options.what == _DOCTOR else _list(options)
    except StoreError as error:
        raise Failure(str(error)) from None


def wanted(options: Namespace, store: "NoteStore") -> "Wanted":
    """Return the query that a command's options make. Raises Failure and StoreError."""
    from briefing_tui.application.lookup import named_notes
    from briefing_tui.notes.rows import Wanted

    if options.pane and options.kind:
        raise Failure("--pane and --kind exclude each other; give one of them")
    briefing, note = named_notes(options.what, store)
    return Wanted(
        briefing,
        pane_named(options.pane).note_kinds if options.pane else tuple(options.kind or ()),
        tuple(options.tag or ()),
        tuple(options.colour or ()),
        options.text or "",
        (note,) if note else (),
    )


def _list(options: Namespace) -> int:
    from briefing_tui.model.note import as_dict
    from briefing_tui.notes.store import NoteStore

    if options.rescue or options.yes:
        raise Failure("--rescue and --yes belong to 'briefing notes doctor'")
    found = 0
    with NoteStore() as store:
        listed = store.each(wanted(options, store), options.order)
        if options.format == "json":
            data = [as_dict(note) for note in listed]
            put_json(json.dumps(data, ensure_ascii=False, indent=2))
            found = len(data)
        else:
            for found, note in enumerate(listed, 1):
                put("\n".join([*([""] if found > 1 else []), *_lines(note)]))
    if not found:
        say(
            "no such notes"
            if options.what or options.text or options.tag or options.kind or options.pane or options.colour
            else "no notes yet"
        )
    return OK if found else NO


def put_note(opened: "Opened", path: "Path | None", note_id: str, form: str) -> bool:
    """Print a note of a briefing; return whether it exists.

    `form` is one of 'briefing show'. Raises Failure.
    """
    from briefing_tui.application.lookup import identity_of
    from briefing_tui.model.note import as_dict
    from briefing_tui.notes.errors import StoreError
    from briefing_tui.notes.rows import Wanted
    from briefing_tui.notes.store import NoteStore

    try:
        with NoteStore() as store:
            name = store.articles.find(identity_of(opened, path)) or opened.briefing.id
            found = store.notes(Wanted(name, ids=(note_id,)))
    except StoreError as error:
        raise Failure(str(error)) from None
    if not found:
        return False
    if form == "json":
        put_json(json.dumps([as_dict(note) for note in found], ensure_ascii=False, indent=2))
    elif form == "markdown":
        from briefing_tui.export.bundle import bundles
        from briefing_tui.export.formats import named

        put("".join(named("markdown").write(bundles(found, lambda _: opened.briefing))))
    else:
        put("\n".join(_lines(found[0])))
    return True


def _lines(note: "Note") -> list[str]:
    """Return the lines of a note as text: its id, words, text and details."""
    from briefing_tui.export.bundle import about, quoted

    details = [*about(note), *(f"#{tag}" for tag in note.tags)]
    lines = [f"{note.briefing}#{note.id}"]
    if note.words.strip():
        lines += [row for line in quoted(note.words).split("\n") for row in wrap(line, _WIDTH, "  ")]
    for line in note.body.split("\n") if note.body else ():
        lines += wrap(line, _WIDTH, "  ") or [""]
    return [*lines, *wrap(" · ".join(details), _WIDTH, "  — ", "    ")]


def _doctor(rescue: bool, is_sure: bool) -> int:
    from briefing_tui.notes import doctor
    from briefing_tui.settings import paths

    if is_sure and not rescue:
        raise Failure("--yes belongs to --rescue")
    path = paths.notes()
    health = doctor.check(path)
    if rescue:
        return _rescue(path, health, is_sure)
    for problem in health.problems:
        put_line(f"{path}: {problem}")
    if health.hindrance:
        put_line(f"{path}: {health.hindrance}")
    count = counted(health.notes, "note")
    if health.is_sound:
        put_line(f"{path}: sound, {count}")
        return OK
    way = (
        "'briefing notes doctor --rescue' copies them into a new file and keeps this one"
        if health.problems
        else "'briefing export' writes them to files"
    )
    say(f"{path}: {count} can be read; {way}")
    return NO


def _rescue(path: "Path", health: "Health", is_sure: bool) -> int:
    """Rescue the file; a sound one only if the user wants it. Report what could not be carried over."""
    from briefing_tui.notes import doctor

    if not health.problems and not is_sure and not _asked(f"{path}: sound, {counted(health.notes, 'note')}; replace it? y or n"):
        raise Failure(f"{path}: sound and left as it is; --yes copies it into a new file nevertheless")
    result = doctor.rescue(path)
    rescued = f"{counted(result.notes, 'note')} and {counted(result.drafts, 'draft')} rescued"
    put_line(f"{path}: {rescued}; the old file is kept as {result.kept}")
    for note_id in result.lost:
        put_line(f"{path}: {note_id} could not be read; it is only in the old file")
    for note_id in result.altered:
        put_line(f"{path}: {note_id} is not as it was saved; check its text")
    return NO if result.lost or result.altered else OK


def _asked(question: str) -> bool:
    """Ask the user; without a terminal the answer is no."""
    if sys.stdin is None or not sys.stdin.isatty() or sys.stderr is None or not sys.stderr.isatty():
        return False
    say(question)
    return sys.stdin.readline().strip().lower() in ("y", "yes")
