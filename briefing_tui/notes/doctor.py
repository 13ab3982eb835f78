"""The notes' file looked over, and what can be read of a damaged one carried into a new one. The old file is always kept."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from briefing_tui.model.note import Note, cleaned, now
from briefing_tui.notes.database import can_be_written, open_read_only, open_without_room
from briefing_tui.notes.errors import StoreError, telling, told
from briefing_tui.text.safety import one_line

if TYPE_CHECKING:
    import sqlite3

_BESIDE = ("", "-wal", "-shm")
_GIVE_UP = 5000


@dataclass(frozen=True, slots=True)
class Health:
    """What was found: how many notes can be read, and each thing that is wrong, a line each."""

    notes: int
    problems: tuple[str, ...] = ()
    hindrance: str = ""
    """Why nothing can be written there, whatever the file holds."""

    @property
    def is_sound(self) -> bool:
        """Nothing is wrong with what it holds, and it can be written."""
        return not self.problems and not self.hindrance


@dataclass(frozen=True, slots=True)
class Rescue:
    """What was carried over, and where the damaged file is kept."""

    notes: int
    drafts: int
    kept: Path


def look(path: Path) -> Health:
    """Check the file's structure, the search index and every note. Raises StoreError only where there is no such file."""
    import sqlite3

    if not path.is_file():
        raise StoreError("unreachable", f"{path}: no notes here yet")
    problems: list[str] = []
    readable, hindrance = 0, ""
    try:
        db, hindrance = _open_to_look(path)
        try:
            problems += [str(row[0]) for row in db.execute("PRAGMA integrity_check(20)") if row[0] != "ok"]
            readable = sum(1 for _ in _notes_by_row(db))
            told = db.execute("SELECT count(*) FROM notes WHERE deleted IS NULL").fetchone()[0]
            if told != readable:
                problems.append(f"{told - readable} notes can't be read")
            if not hindrance:
                db.execute("INSERT INTO words (words) VALUES ('integrity-check')")
        finally:
            db.close()
    except (sqlite3.Error, StoreError, UnicodeDecodeError) as error:
        problems.append(one_line(str(error)))
    if problems:
        with suppress(StoreError, OSError):  # Without room for a copy, it is what was counted.
            readable = len(_readable(path)[0])
    return Health(readable, tuple(dict.fromkeys(problems)), hindrance)


def rescue(path: Path) -> Rescue:
    """Carry every note and draft that can be read into a new file, keep the old one beside it, and put the new one in its place.

    Raises StoreError where the new file can't be made; then nothing was touched.
    """
    from briefing_tui.notes.store import NoteStore

    stamp = now()[:19].replace(":", "")
    fresh, kept = path.with_name(f"{path.name}.rescued-{stamp}"), _unused(path.with_name(f"{path.name}.damaged-{stamp}"))
    with telling(path):
        for suffix in _BESIDE:
            fresh.with_name(fresh.name + suffix).unlink(missing_ok=True)
        notes, drafts = _readable(path)
    with NoteStore(fresh) as store:
        store.take(notes)
        for draft in drafts:
            store.save_draft(draft)
    with telling(path):
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


def _open_to_look(path: Path) -> tuple["sqlite3.Connection", str]:
    """The file as it can be read, and why it can't be written, if so."""
    import sqlite3

    if not can_be_written(path):
        return open_read_only(path), "can't be written; check its permissions and its folder's"
    db = _open(path)
    try:
        db.execute("SELECT count(*) FROM notes")
        return db, ""
    except sqlite3.Error as error:
        if told(path, error).trouble != "full":
            return db, ""
    db.close()
    return open_without_room(path), "no room on the disk; make some"


def _readable(path: Path) -> tuple[list[Note], list[Note]]:
    """What can be read of the file as it is; where its first page is gone, of a copy that was given a new one."""
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
    """Put the first page of a fresh store, which says where each table begins, over that of a damaged one of the same format."""
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
    """Every note that is not deleted and can be read, asked for one by one, so that a damaged page costs only its own."""
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
    """The highest row number; where the table can't be asked, far behind the highest that answers."""
    import sqlite3

    try:
        return int(db.execute("SELECT coalesce(max(num), 0) FROM notes").fetchone()[0])
    except ValueError:  # What says which column is which is damaged: a first page that is sound is needed to read anything.
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
