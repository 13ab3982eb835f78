"""The file of the index: opened, made, and made anew if it can't be used.

It is a cache: whatever is wrong with it, it is deleted and made again. Other programs may have it open at the same time; the one
that writes keeps the others from writing, not from reading.
"""

import hashlib
import os
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from time import time
from typing import Any

from briefing_tui.library.index.errors import IndexTrouble
from briefing_tui.library.index.schema import TABLES, VERSION
from briefing_tui.text.safety import harmless, unusual_character

_BUSY_SECONDS = 3.0
CACHE_KIB = 48 * 1024
"""The most pages of the file that are in memory, in KiB."""
_USELESS = ("SQLITE_CORRUPT", "SQLITE_NOTADB", "SQLITE_MISMATCH", "SQLITE_FORMAT", "SQLITE_CONSTRAINT")
"""Beginnings of the names of errors after which the file is of no use; a broken constraint says that rows contradict others."""
_OTHER_TABLES = ("no such table", "no such column", "another version", "vtable constructor failed")
"""Beginnings of the messages for a file whose tables are not those of this version."""
_PAGE = 8192
_ENDS = ("", "-wal", "-shm", "-journal")
"""Endings of the names of a database's files."""
_KEPT_SECONDS = 90 * 24 * 3600
"""How long an index that no one writes to is kept; a folder that is listed once should not leave one behind for ever."""


def index_file(cache: Path, folder: Path) -> Path:
    """Return the file of a folder's index in the cache folder."""
    where = str(folder.resolve()).encode("utf-8", "surrogateescape")
    return cache / f"library-{hashlib.sha256(where).hexdigest()[:16]}-v{VERSION}.db"


class IndexFile:
    """A connection to the index's file; not for more than one thread at a time."""

    def __init__(self, path: Path, folder: Path, is_kept: bool = True, cache_kib: int = CACHE_KIB) -> None:
        """Set the file's path, the folder it is of, and its pages in memory; nothing is opened yet."""
        self.path, self._folder, self._cache_kib = path, folder, cache_kib
        self.is_kept = is_kept
        """Whether the index is on the disk. If its folder can't be written, it is in memory."""
        self._db: sqlite3.Connection | None = None
        self._opened: tuple[int, ...] = ()

    @property
    def db(self) -> sqlite3.Connection:
        """The open index, with all its tables. Raises IndexTrouble."""
        if self._db is None or (self.is_kept and self._at_path() != self._opened):
            self.close()
            self._db = self._open()
        return self._db

    def interrupt(self) -> None:
        """End what another thread is asking, which raises an error there."""
        db = self._db
        if db is not None:
            with suppress(sqlite3.ProgrammingError):  # It was closed at this moment.
                db.interrupt()

    def close(self) -> None:
        """Close the file; a later use opens it again."""
        if self._db is not None:
            with suppress(sqlite3.Error):
                self._db.close()
            self._db = None

    def as_stored(self, sql: str, values: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        """Return rows with their texts as they are stored, which is twice as fast.

        Whoever shows them makes them harmless. Texts that are not UTF-8, as only others write them, are so already.
        """
        db = self.db if self._db is None else self._db  # Looked at when the question began.
        db.text_factory = str
        try:
            return db.execute(sql, values).fetchall()
        except sqlite3.OperationalError as error:
            if "decode" not in str(error):
                raise
            db.text_factory = _harmless_text
            return db.execute(sql, values).fetchall()
        finally:
            db.text_factory = _harmless_text

    def rows(self, sql: str, values: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        """Return rows with harmless texts.

        They are looked at all together, as hardly any has to be changed.
        """
        rows = self.as_stored(sql, values)
        texts = "\n".join([value for row in rows for value in row if value.__class__ is str])
        if "\r" in texts or unusual_character(texts):
            return [tuple(harmless(value) if isinstance(value, str) else value for value in row) for row in rows]
        return rows

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection | None]:
        """Make one transaction. Gives None if another program is writing."""
        db = self.db
        try:
            db.execute("BEGIN IMMEDIATE")
        except sqlite3.OperationalError as error:
            if not _is(error, "SQLITE_BUSY"):
                raise
            yield None
            return
        try:
            yield db
            db.execute("COMMIT")
        except BaseException:
            with suppress(sqlite3.Error):
                if db.in_transaction:
                    db.execute("ROLLBACK")
            raise

    def compact(self) -> None:
        """Give back the room that is not needed after much was written."""
        with self.writing() as db:
            if db is None:
                return
            for table in ("words", "shingles"):
                db.execute(f"INSERT INTO {table} ({table}) VALUES ('optimize')")
        self.db.executescript("PRAGMA incremental_vacuum")  # `execute` would give back one page only
        self.db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()

    def discard(self) -> None:
        """Delete the file, unless it is another than the open one."""
        is_ours = self.is_kept and (not self._opened or self._at_path() == self._opened)
        self.close()
        if is_ours:
            for end in _ENDS:
                with suppress(OSError):
                    self.path.with_name(self.path.name + end).unlink()
        self._opened = ()

    def _open(self) -> sqlite3.Connection:
        """Open the file, making it if need be; in memory if that is not possible."""
        for _ in range(2 if self.is_kept else 0):
            try:
                return self._connected()
            except sqlite3.DatabaseError as error:
                if _is(error, "SQLITE_BUSY"):
                    raise trouble_of(self.path, error) from None
                if not is_useless(error):
                    break
                self.discard()
            except OSError:
                break
        self.is_kept = False
        db = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
        db.text_factory = _harmless_text
        _make(db, self._folder)
        return db

    def _connected(self) -> sqlite3.Connection:
        self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not self.path.exists():
            _sweep(self.path)
            with suppress(FileExistsError):
                os.close(os.open(self.path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
        elif not os.access(self.path, os.W_OK):
            raise PermissionError
        db = sqlite3.connect(self.path, timeout=_BUSY_SECONDS, isolation_level=None, check_same_thread=False)
        db.text_factory = _harmless_text
        try:
            self._opened = self._at_path()
            if _version(db) == 0:
                db.execute(f"PRAGMA page_size = {_PAGE}")
                db.execute("PRAGMA auto_vacuum = INCREMENTAL")
                db.execute("PRAGMA journal_mode = WAL")
                _make(db, self._folder)
            elif _version(db) != VERSION:
                raise sqlite3.DatabaseError("another version")
            db.execute("PRAGMA synchronous = NORMAL")
            db.execute(f"PRAGMA cache_size = -{self._cache_kib}")
            db.execute("SELECT value FROM state WHERE key = 'folder'").fetchone()
        except BaseException:
            db.close()
            raise
        return db

    def _at_path(self) -> tuple[int, ...]:
        try:
            status = self.path.stat()
        except OSError:
            return ()
        return status.st_dev, status.st_ino


def _harmless_text(data: bytes) -> str:
    """Return a text of the index. Whoever can write into the cache folder could put anything there."""
    return harmless(data.decode("utf-8", "replace"))


def _sweep(new: Path) -> None:
    """Delete indexes of other versions of the same folder, and those that were not used for long."""
    folder = new.name.rpartition("-v")[0]
    for file in new.parent.glob("library-*.db"):
        with suppress(OSError):
            if file.name.startswith(f"{folder}-v") or file.stat().st_mtime < time() - _KEPT_SECONDS:
                for end in _ENDS:
                    file.with_name(file.name + end).unlink(missing_ok=True)


def is_useless(error: sqlite3.Error) -> bool:
    """Return whether an error means that the index has to be made anew."""
    return any(_is(error, name) for name in _USELESS) or str(error).startswith(_OTHER_TABLES)


def trouble_of(path: Path, error: sqlite3.Error) -> IndexTrouble:
    """Return an error of SQLite in one line."""
    if _is(error, "SQLITE_BUSY"):
        return IndexTrouble(f"{path}: another program holds the index; try again in a moment")
    if _is(error, "SQLITE_FULL"):
        return IndexTrouble(f"{path}: no room on the disk for the index; make some, then try again")
    return IndexTrouble(f"{path}: the index can't be used ({error}); delete it, then try again")


def _is(error: sqlite3.Error, name: str) -> bool:
    return (getattr(error, "sqlite_errorname", "") or "").startswith(name)


def _make(db: sqlite3.Connection, folder: Path) -> None:
    db.execute("BEGIN IMMEDIATE")
    try:
        if _version(db) == 0:  # No other program was faster.
            for statement in TABLES:
                db.execute(statement)
            db.execute("INSERT INTO words (words, rank) VALUES ('hashsize', ?)", (16 << 20,))
            db.execute("INSERT INTO state VALUES ('folder', ?)", (str(folder),))
            db.execute(f"PRAGMA user_version = {VERSION}")
        db.execute("COMMIT")
    except BaseException:
        if db.in_transaction:
            db.execute("ROLLBACK")
        raise


def _version(db: sqlite3.Connection) -> int:
    return int(db.execute("PRAGMA user_version").fetchone()[0])
