"""Check the file of notes, and rescue what can be read of a damaged one.

The damaged file is always kept.
"""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from briefing_tui.model.note import Note, cleaned, now
from briefing_tui.notes.database import can_be_written, open_read_only, open_without_room
from briefing_tui.notes.errors import StoreError, store_error, store_errors
from briefing_tui.text.safety import one_line

if TYPE_CHECKING:
    import sqlite3

_BESIDE = ("", "-wal", "-shm")
_GIVE_UP = 5000


@dataclass(frozen=True, slots=True)
class Health:
    """The result of a check: the number of readable notes, and the problems."""

    notes: int
    problems: tuple[str, ...] = ()
    hindrance: str = ""
    """The reason why the file can't be written, even if its content is sound."""

    @property
    def is_sound(self) -> bool:
        """True if the content has no problems and the file can be written."""
        return not self.problems and not self.hindrance


@dataclass(frozen=True, slots=True)
class Rescue:
    """The numbers of rescued notes and drafts, and the path of the damaged file."""

    notes: int
    drafts: int
    kept: Path


def check(path: Path) -> Health:
    """Check the file's structure, the search index and every note.

    Raises StoreError only if there is no such file.
    """
    import sqlite3

    if not path.is_file():
        raise StoreError("unreachable", f"{path}: no notes here yet")
    problems: list[str] = []
    readable, hindrance = 0, ""
    try:
        db, hindrance = _open_to_check(path)
        try:
            problems += [str(row[0]) for row in db.execute("PRAGMA integrity_check(20)") if row[0] != "ok"]
            readable = sum(1 for _ in _notes_by_row(db))
            counted = db.execute("SELECT count(*) FROM notes WHERE deleted IS NULL").fetchone()[0]
            if counted != readable:
                problems.append(f"{counted - readable} notes can't be read")
            if not hindrance:
                db.execute("INSERT INTO words (words) VALUES ('integrity-check')")
        finally:
            db.close()
    except (sqlite3.Error, StoreError, UnicodeDecodeError) as error:
        problems.append(one_line(str(error)))
    if problems:
        with suppress(StoreError, OSError):  # Without room for a copy, the number stays as counted.
            readable = len(_readable(path)[0])
    return Health(readable, tuple(dict.fromkeys(problems)), hindrance)


def rescue(path: Path) -> Rescue:
    """Put every note and draft that can be read into a new file.

    The new file replaces the old one, which is kept beside it. Raises StoreError if the new file can't be made; nothing has
    changed then.
    """
    from briefing_tui.notes.store import NoteStore

    stamp = now()[:19].replace(":", "")
    fresh, kept = path.with_name(f"{path.name}.rescued-{stamp}"), _unused(path.with_name(f"{path.name}.damaged-{stamp}"))
    with store_errors(path):
        for suffix in _BESIDE:
            fresh.with_name(fresh.name + suffix).unlink(missing_ok=True)
        notes, drafts = _readable(path)
    with NoteStore(fresh) as store:
        store.import_notes(notes)
        for draft in drafts:
            store.save_draft(draft)
    with store_errors(path):
        for suffix in _BESIDE:
            with suppress(FileNotFoundError):
                path.with_name(path.name + suffix).rename(kept.with_name(kept.name + suffix))
        if fresh.exists():
            fresh.rename(path)
    return Rescue(len(notes), len(drafts), kept)


def _unused(path: Path) -> Path:
    number, free = 1, path
    while free.exists():
        number += 1
        free = path.with_name(f"{path.name}.{number}")
    return free


def _open(path: Path) -> "sqlite3.Connection":
    import sqlite3

    db = sqlite3.connect(path, isolation_level=None, timeout=3)
    db.text_factory = lambda raw: raw.decode("utf-8", "replace")
    return db


def _open_to_check(path: Path) -> tuple["sqlite3.Connection", str]:
    """Open the file in some way; return also the reason why it can't be written, if there is one."""
    import sqlite3

    if not can_be_written(path):
        return open_read_only(path), "can't be written; check its permissions and its folder's"
    db = _open(path)
    try:
        db.execute("SELECT count(*) FROM notes")
        return db, ""
    except sqlite3.Error as error:
        if store_error(path, error).trouble != "full":
            return db, ""
    db.close()
    return open_without_room(path), "no room on the disk; make some"


def _readable(path: Path) -> tuple[list[Note], list[Note]]:
    """Return the notes and drafts that can be read, with a new first page if the file's own is damaged."""
    import sqlite3
    import tempfile

    for given in (False, True):
        with tempfile.TemporaryDirectory(dir=path.parent) as folder:
            copy = _copied(path, Path(folder))
            if given:
                _give_first_page(copy, Path(folder) / "template.db")
            with suppress(sqlite3.Error, UnicodeDecodeError):
                db = _open(copy)
                try:
                    notes, drafts = list(_notes_by_row(db)), list(_drafts(db))
                finally:
                    db.close()
                if notes or drafts or given:
                    return notes, drafts
    return [], []


def _copied(path: Path, folder: Path) -> Path:
    import shutil

    for suffix in _BESIDE[:2]:
        source = path.with_name(path.name + suffix)
        if source.exists():
            shutil.copyfile(source, folder / f"copy.db{suffix}")
    return folder / "copy.db"


def _give_first_page(damaged: Path, template: Path) -> None:
    """Replace the first page of a damaged store, which says where the tables begin, by that of a new one."""
    from briefing_tui.notes.store import NoteStore

    with NoteStore(template) as store:
        store.drop_draft("n-none")
    page = bytearray(template.read_bytes()[:4096])
    pages = damaged.stat().st_size // len(page)
    page[28:32] = pages.to_bytes(4, "big")
    page[32:40] = bytes(8)
    with damaged.open("r+b") as file:
        file.write(page)
    for suffix in _BESIDE[1:]:
        damaged.with_name(damaged.name + suffix).unlink(missing_ok=True)


def _notes_by_row(db: "sqlite3.Connection") -> Iterator[Note]:
    """Yield every readable note that is not deleted; each is read alone, so that a damaged page costs only its own."""
    import sqlite3

    import msgspec

    from briefing_tui.notes.rows import COLUMNS, note_of

    last, failed = _last_row(db), 0
    number = 0
    while number < last and failed < _GIVE_UP:
        number += 1
        try:
            row = db.execute(f"SELECT {COLUMNS} FROM notes WHERE num = ? AND deleted IS NULL", (number,)).fetchone()
            failed = 0
            if row is not None:
                yield cleaned(note_of(row))
        except (sqlite3.Error, msgspec.MsgspecError, ValueError, TypeError, IndexError, AttributeError):
            failed += 1


def _last_row(db: "sqlite3.Connection") -> int:
    """Return the highest row number, or a large number if the table can't be queried."""
    import sqlite3

    try:
        return int(db.execute("SELECT coalesce(max(num), 0) FROM notes").fetchone()[0])
    except ValueError:  # The table's definition is damaged; nothing can be read without a sound first page.
        return 0
    except sqlite3.Error:
        return 10_000_000


def _drafts(db: "sqlite3.Connection") -> Iterator[Note]:
    import json
    import sqlite3

    from briefing_tui.model.note import from_dict

    with suppress(sqlite3.Error, UnicodeDecodeError):
        for (text,) in db.execute("SELECT note FROM drafts"):
            with suppress(ValueError):
                yield from_dict({"created": now(), "modified": now(), **json.loads(text)})
