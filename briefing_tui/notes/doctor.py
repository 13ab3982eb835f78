"""Check the file of notes, and rescue what can be read of a damaged one.

The damaged file is always kept.
"""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from briefing_tui.model.note import Note, cleaned, now
from briefing_tui.notes.database import can_be_written, open_read_only
from briefing_tui.notes.errors import NOT_A_FILE, StoreError, store_error, store_errors
from briefing_tui.notes.file.lock import lock_of_open
from briefing_tui.notes.file.replaced import set_aside_foreign
from briefing_tui.text.safety import one_line

if TYPE_CHECKING:
    import sqlite3

_BESIDE = ("", "-journal", "-wal", "-shm")
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
    """The numbers of rescued notes and drafts, and the path of the damaged file.

    `lost` are the ids of notes that could not be read, `altered` those of notes that are not as they were saved.
    """

    notes: int
    drafts: int
    kept: Path
    lost: tuple[str, ...] = ()
    altered: tuple[str, ...] = ()


@dataclass
class _Contents:
    """The notes of a store that can be read."""

    notes: list[Note] = field(default_factory=list)
    drafts: list[Note] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)
    altered: list[str] = field(default_factory=list)
    articles: dict[str, list[tuple[Any, ...]]] = field(default_factory=dict)
    """Rows of the tables that say what articles are known by, of the reading list and of searches."""


def check(path: Path) -> Health:
    """Check the file's structure, the search index and every note.

    Raises StoreError if there is no such file, or if a newer version made it.
    """
    import sqlite3

    if not path.is_file():
        raise StoreError("unreachable", f"{path}: {NOT_A_FILE if path.exists() else 'no notes here yet'}")
    problems: list[str] = []
    found, hindrance = _Contents(), ""
    try:
        with _opened_to_check(path) as db:
            problems += [str(row[0]) for row in db.execute("PRAGMA integrity_check(20)") if row[0] != "ok"]
            _read_notes(db, found)
            counted = db.execute("SELECT count(*) FROM notes WHERE deleted IS NULL").fetchone()[0]
            if counted != len(found.notes):
                problems.append(f"{counted - len(found.notes)} notes can't be read")
            problems += [f"{note_id} is not as it was saved" for note_id in found.altered]
            hindrance = _hindrance(db, path)
            if not hindrance:
                db.execute("INSERT INTO words (words) VALUES ('integrity-check')")
    except (sqlite3.Error, StoreError, UnicodeDecodeError) as error:
        if isinstance(error, StoreError) and error.trouble == "newer":
            raise
        problems.append(one_line(str(error)))
    readable = len(found.notes)
    if problems:
        with suppress(StoreError, OSError):  # Without room for a copy, the number stays as counted.
            readable = len(_readable(path).notes)
    return Health(readable, tuple(dict.fromkeys(problems)), hindrance)


def rescue(path: Path) -> Rescue:
    """Put every note and draft that can be read into a new file.

    The new file replaces the old one, which is kept beside it. Raises StoreError if a program has the file open, if a newer
    version made it, or if the new file can't be made; nothing has changed then.
    """
    import tempfile

    stamp = now()[:19].replace(":", "")
    kept = _unused(path.with_name(f"{path.name}.damaged-{stamp}"))
    with _alone(path), store_errors(path), tempfile.TemporaryDirectory(dir=path.parent) as folder:
        found = _readable(path)
        fresh = Path(folder) / "fresh.db"
        _fill(fresh, found)
        for suffix in _BESIDE:
            with suppress(FileNotFoundError):
                path.with_name(path.name + suffix).rename(kept.with_name(kept.name + suffix))
        fresh.rename(path)
    return Rescue(len(found.notes), len(found.drafts), kept, tuple(found.lost), tuple(found.altered))


@contextmanager
def _alone(path: Path) -> Iterator[None]:
    """Keep every other program from opening the file. Raises StoreError ("busy") if one has it open."""
    lock = lock_of_open(path)
    try:
        if not lock.hold(alone=True) or _has_other_connection(path):
            raise StoreError("busy", f"{path}: open in another window or program; close it, then try again")
        yield
    finally:
        lock.release()


def _has_other_connection(path: Path) -> bool:
    """Return whether a program of the first formats, which did not lock the file, has it open."""
    import sqlite3

    db = sqlite3.connect(path, isolation_level=None, timeout=0)
    try:
        db.execute("PRAGMA locking_mode = EXCLUSIVE")
        db.execute("BEGIN EXCLUSIVE")
        db.execute("ROLLBACK")
    except sqlite3.Error as error:
        return getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_BUSY
    finally:
        db.close()
    return False


def _fill(fresh: Path, found: _Contents) -> None:
    """Make a store of what was read; notes keep their revisions."""
    from briefing_tui.notes import drafts
    from briefing_tui.notes.database import NoteFile
    from briefing_tui.notes.file.carrying import carry_notes
    from briefing_tui.notes.rows import row_of

    session = "rescued"  # No program is this one, so that the drafts are offered to all.
    file = NoteFile(fresh, session)
    with file.changing() as db:
        carry_notes(db, ({**row_of(note), "deleted": None, "session": session} for note in found.notes), session)
        for draft in found.drafts:
            drafts.save(db, draft, session)
        for table, rows in found.articles.items():
            for row in rows:
                db.execute(f"INSERT OR IGNORE INTO {table} VALUES ({', '.join('?' * len(row))})", row)
    file.close()


def _unused(path: Path) -> Path:
    number, free = 1, path
    while free.exists():
        number += 1
        free = path.with_name(f"{path.name}.{number}")
    return free


def _open(path: Path) -> "sqlite3.Connection":
    import sqlite3

    set_aside_foreign(path)
    db = sqlite3.connect(path, isolation_level=None, timeout=3)
    db.text_factory = lambda raw: raw.decode("utf-8", "replace")
    return db


@contextmanager
def _opened_to_check(path: Path) -> Iterator["sqlite3.Connection"]:
    from briefing_tui.notes.schema import known_version

    db = _open(path) if can_be_written(path) else open_read_only(path)
    try:
        known_version(db, path)
        yield db
    finally:
        db.close()


def _hindrance(db: "sqlite3.Connection", path: Path) -> str:
    """Return the reason why no note can be written, if there is one; a note is written and taken back."""
    import sqlite3

    from briefing_tui.model.note import new_id
    from briefing_tui.notes.operations import insert

    if not can_be_written(path):
        return "can't be written; check its permissions and its folder's"
    try:
        db.execute("BEGIN IMMEDIATE")
        insert(db, Note(new_id(), "doctor", "briefing", created=now(), modified=now()), "")
    except sqlite3.Error as error:
        return "no room on the disk; make some" if store_error(path, error).trouble == "full" else ""
    finally:
        if db.in_transaction:
            db.execute("ROLLBACK")
    return ""


def _readable(path: Path) -> _Contents:
    """Return what can be read of a copy, with a new first page if the file's own is damaged.

    Raises StoreError ("newer") if a newer version made it.
    """
    import sqlite3
    import tempfile

    from briefing_tui.notes.schema import known_version

    for given in (False, True):
        with tempfile.TemporaryDirectory(dir=path.parent) as folder:
            copy = _copied(path, Path(folder))
            if given:
                _give_first_page(copy, Path(folder) / "template.db")
            with suppress(sqlite3.Error, UnicodeDecodeError):
                db, found = _open(copy), _Contents()
                try:
                    known_version(db, path)
                    _read_notes(db, found)
                    found.drafts = list(_drafts(db))
                    for table in ("identities", "marks", "reading_list", "searches"):
                        with suppress(sqlite3.Error, UnicodeDecodeError):
                            found.articles[table] = db.execute(f"SELECT * FROM {table}").fetchall()
                finally:
                    db.close()
                if found.notes or found.drafts or found.articles.get("reading_list") or given:
                    return found
    return _Contents()


def _copied(path: Path, folder: Path) -> Path:
    import shutil

    for suffix in _BESIDE[:3]:
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


def _read_notes(db: "sqlite3.Connection", found: _Contents) -> None:
    """Read the notes that are not deleted; each is read alone, so that a damaged page costs only its own."""
    import sqlite3

    import msgspec

    from briefing_tui.notes.rows import COLUMNS, note_of

    has_checksums = any(row[1] == "checksum" for row in db.execute("PRAGMA table_info(notes)"))
    sql = f"SELECT {COLUMNS}, deleted, {'checksum' if has_checksums else 'NULL'} FROM notes WHERE num = ?"
    last, failed, number, known = _last_row(db), 0, 0, set()
    while number < last and failed < _GIVE_UP:
        number += 1
        try:
            row = db.execute(sql, (number,)).fetchone()
            failed = 0
            if row is None:
                continue
            if row[-2] is None:
                found.notes.append(cleaned(note_of(row[:-2])))
                if _is_altered(row):
                    found.altered.append(found.notes[-1].id)
            known.add(row[0])
        except (sqlite3.Error, msgspec.MsgspecError, ValueError, TypeError, IndexError, AttributeError):
            failed += 1
    with suppress(sqlite3.Error, UnicodeDecodeError):  # The index of ids has pages of its own.
        ids = db.execute("SELECT id FROM notes INDEXED BY sqlite_autoindex_notes_1 ORDER BY id").fetchall()
        found.lost = [one_line(str(note_id)) for (note_id,) in ids if note_id not in known]


def _is_altered(row: tuple[Any, ...]) -> bool:
    from briefing_tui.notes.rows import CHECKED, COLUMNS, checksum

    values = dict(zip(COLUMNS.split(", "), row, strict=False))
    return row[-1] is not None and row[-1] != checksum([values[name] for name in CHECKED])


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
