"""The file that holds the notes: made with the first note, opened on first use."""

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from briefing_tui.file_io import PRIVATE, make_private
from briefing_tui.notes.errors import store_error, store_errors

if TYPE_CHECKING:
    import sqlite3

BUSY_SECONDS = 3.0
"""Seconds that a change waits for another program's."""


class NoteFile:
    """A connection to the file, shared by the threads of one program.

    Its methods raise StoreError.
    """

    def __init__(self, path: Path) -> None:
        """Set the file's path; nothing is opened yet."""
        self.path = path
        self.lock = threading.RLock()
        self._db: sqlite3.Connection | None = None
        self._is_makeshift = False
        """The connection is for a single read, because the disk has no room for a proper one."""

    def close(self) -> None:
        """Close the file; a later call opens it again."""
        with self.lock:
            if self._db is not None:
                db, self._db, self._is_makeshift = self._db, None, False
                with store_errors(self.path):
                    db.close()

    @contextmanager
    def reading(self) -> Iterator["sqlite3.Connection | None"]:
        """Give the open file, or None if there is none yet."""
        with self.lock, store_errors(self.path):
            try:
                yield self._connection(make=False)
            finally:
                if self._is_makeshift:
                    self.close()

    @contextmanager
    def changing(self, counts: bool = True) -> Iterator["sqlite3.Connection"]:
        """Make one transaction, which is on the disk when the block ends.

        With `counts` it gets a number in the sequence of changes.
        """
        with self.lock, store_errors(self.path):
            db = self._connection(make=True)
            assert db is not None
            db.execute("BEGIN IMMEDIATE")
            try:
                if counts:
                    db.execute("UPDATE sequence SET last = last + 1")
                yield db
                db.execute("COMMIT")
            except BaseException:
                if db.in_transaction:
                    db.execute("ROLLBACK")
                raise

    @contextmanager
    def apart(self) -> Iterator["sqlite3.Connection | None"]:
        """Give a separate connection for a long read, so that nobody waits for it.

        None if there is no file yet.
        """
        with self.lock, store_errors(self.path):
            is_there = self._connection(make=False) is not None
            if is_makeshift := self._is_makeshift:
                self.close()
            db = (open_without_room(self.path) if is_makeshift else self._open()) if is_there else None
        try:
            yield db
        finally:
            if db is not None:
                db.close()

    def _connection(self, make: bool) -> "sqlite3.Connection | None":
        if self._db is None and (make or self.path.exists()):
            if not self.path.exists():
                make_private(self.path.parent)
                os.close(os.open(self.path, os.O_CREAT | os.O_RDWR, PRIVATE))
            import sqlite3

            try:
                self._db = self._open()
            except (OSError, sqlite3.Error) as error:
                if make or store_error(self.path, error).trouble != "full":
                    raise
                self._db, self._is_makeshift = open_without_room(self.path), True
        return self._db

    def _open(self) -> "sqlite3.Connection":
        if not can_be_written(self.path):
            return open_read_only(self.path)
        from briefing_tui.notes.schema import migrate

        db = _connect(str(self.path), uri=False)
        try:
            _write_ahead(db)
            db.execute("PRAGMA synchronous = FULL")
            migrate(db, self.path)
        except BaseException:
            db.close()
            raise
        return db


def can_be_written(path: Path) -> bool:
    """Return whether the file, and others beside it, may be written."""
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)


def open_read_only(path: Path) -> "sqlite3.Connection":
    """Open a file that can't be written.

    If no files can be made beside it, it is read as one that never changes.
    """
    import sqlite3
    from urllib.parse import quote

    address = f"file:{quote(str(path.absolute()))}"
    for how in ("mode=ro", "immutable=1"):
        db = _connect(f"{address}?{how}", uri=True)
        try:
            db.execute("SELECT count(*) FROM notes")
            return db
        except sqlite3.OperationalError:
            db.close()
            if how == "immutable=1":
                raise
    raise AssertionError


def open_without_room(path: Path) -> "sqlite3.Connection":
    """Open a file beside which SQLite can't make another: on a full disk.

    The file is locked for other programs, and what would be in the other file is held in memory.
    """
    db = _connect(str(path), uri=False)
    try:
        db.execute("PRAGMA locking_mode = EXCLUSIVE")
        db.execute("SELECT count(*) FROM notes")
    except BaseException:
        db.close()
        raise
    return db


def _write_ahead(db: "sqlite3.Connection") -> None:
    """Switch to write-ahead logging. SQLite refuses at once, whatever the timeout, while another program makes the file."""
    import sqlite3
    import time

    until = time.monotonic() + BUSY_SECONDS
    while True:
        try:
            db.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or time.monotonic() > until:
                raise
        db.execute("BEGIN IMMEDIATE")  # waits for the other program's transaction
        db.execute("ROLLBACK")


def _connect(name: str, uri: bool) -> "sqlite3.Connection":
    import sqlite3

    return sqlite3.connect(name, uri=uri, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False)
