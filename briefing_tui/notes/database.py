"""The file that holds the notes: made with the first note, opened on first use.

Between two changes the file at the path is all there is: it can be copied at any time. If it is deleted or replaced while it is
open, this program goes over to the file at the path and carries into it whatever only the open one has (see `file.carrying`).
"""

import os
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager, nullcontext, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from briefing_tui.file_io import PRIVATE, make_private
from briefing_tui.model.note import new_id, now
from briefing_tui.notes.errors import StoreError, store_errors
from briefing_tui.notes.file.lock import lock_of_open, lock_of_turns
from briefing_tui.presentation.counts import counted

if TYPE_CHECKING:
    import sqlite3

BUSY_SECONDS = 3.0
"""Seconds that a change waits for another program's."""
OPENING_SECONDS = 30.0
"""Seconds that a program waits to open a file while others, for instance, carry many notes into it."""

_TRIES = 20
"""Attempts to open a file that others replace while it is opened."""
_MOST_REMEMBERED = 1000
"""The most rows of one change that are kept in memory; only an import writes more, and its program ends with it."""


class NoteFile:
    """A connection to the file, shared by the threads of one program.

    Its methods raise StoreError.
    """

    def __init__(self, path: Path, session: str) -> None:
        """Set the file's path and the name of this program's session; nothing is opened yet."""
        self.path = path
        self.lock = threading.RLock()
        self.notices: list[str] = []
        """Messages for the user about the file that were not shown yet."""
        self.times_moved = 0
        """The number of times that the program changed to another file."""
        self._session = session
        self._open_lock, self._turns = lock_of_open(path), lock_of_turns(path)
        self._depth = 0
        self._db: sqlite3.Connection | None = None
        self._opened: tuple[int, ...] = ()
        self._seen = -1
        self._confirmed: dict[str, dict[str, Any]] = {}
        self._drafts: list[dict[str, Any]] = []

    def close(self) -> None:
        """Close the file; a later call opens it again."""
        with self.lock:
            if self._db is not None:
                try:
                    with self.reading():
                        pass  # what only the open file has is carried over
                except StoreError as error:
                    self._keep_aside(self._db, error)
                finally:
                    db, self._db = self._db, None
                    db.close()
                    self._open_lock.release()
                    self._turns.release()

    @contextmanager
    def reading(self) -> Iterator["sqlite3.Connection | None"]:
        """Give the open file, or None if there is none yet."""
        with self._turn():
            db = self._connection(make=False)
            if db is not None and self._confirmed and self._is_changed(db) and self._lacks_confirmed(db):
                with self.changing():
                    pass  # every change begins with putting back what is missing
                db = self._db
            yield db

    @contextmanager
    def changing(self, counts: bool = True) -> Iterator["sqlite3.Connection"]:
        """Make one transaction, which is on the disk when the block ends.

        It is in the file that is at the path then. With `counts` it gets a number in the sequence of changes.
        """
        with self._turn():
            db = self._begun(counts)
            try:
                if self._lacks_confirmed(db):
                    self._put_back(db)
                yield db
                notes, drafts = self._written(db) if counts else [], self._own_drafts(db)
                db.execute("COMMIT")
            except BaseException:
                if db.in_transaction:
                    db.execute("ROLLBACK")
                raise
            for row in notes:
                self._confirmed.pop(row["id"], None)  # so that the latest change is the last one
                self._confirmed[row["id"]] = row
            self._drafts = drafts
            self._connection(make=True)  # if the file was replaced meanwhile, the change is carried over

    @contextmanager
    def snapshot(self) -> Iterator["sqlite3.Connection | None"]:
        """Give a separate connection for a long read; None without a file."""
        with self._turn():
            is_there = self._connection(make=False) is not None
            db = self._connected() if is_there else None
        try:
            yield db
        finally:
            if db is not None:
                db.close()

    @contextmanager
    def _turn(self) -> Iterator[None]:
        """Let other threads wait, and programs that open the file; raise errors as StoreError."""
        with self.lock, store_errors(self.path):
            if not self._depth:
                self._wait_for_turn(alone=False)
            self._depth += 1
            try:
                yield
            finally:
                self._depth -= 1
                if not self._depth:
                    self._turns.unlock()

    def _wait_for_turn(self, alone: bool) -> None:
        if not self._turns.hold(alone, OPENING_SECONDS):
            raise StoreError("busy", f"{self.path}: another program holds it; try again in a moment")

    def _begun(self, counts: bool) -> "sqlite3.Connection":
        """Begin a transaction in the file at the path, with a write in it.

        At the first write SQLite itself refuses a file that is no longer at its path.
        """
        import sqlite3

        for _ in range(_TRIES):
            db = self._connection(make=True)
            assert db is not None
            try:
                self._begin(db, counts)
                return db
            except BaseException as error:
                if db.in_transaction:
                    db.execute("ROLLBACK")
                if not isinstance(error, sqlite3.Error) or self._is_at_path(db):
                    raise
        raise self._restless()

    def _begin(self, db: "sqlite3.Connection", counts: bool) -> None:
        """Begin a transaction; with `counts` it gets a number.

        The first page is written first, so that the journal shows to which state of which file it belongs (see `file.replaced`).
        """
        db.execute("BEGIN IMMEDIATE")
        db.execute(f"PRAGMA user_version = {self._opened[2]}")
        db.execute("UPDATE sequence SET last = last + ?", (int(counts),))

    def _restless(self) -> StoreError:
        return StoreError("busy", f"{self.path}: replaced again and again; end the program that does it, then try again")

    # The file at the path

    def _connection(self, make: bool) -> "sqlite3.Connection | None":
        """Return the connection to the file at the path; go over to it if it is another than the open one."""
        if self._db is None:
            if make or self.path.exists():
                self._db = self._open()
        elif not self._is_at_path(self._db):
            self._go_over(self._db)
        return self._db

    def _is_at_path(self, db: "sqlite3.Connection") -> bool:
        """Return whether the open file is the one at the path, in the format in which it was opened."""
        return self._at_path() == self._opened[:2] and _version(db) == self._opened[2]

    def _at_path(self) -> tuple[int, ...]:
        """Return the device and inode of the file at the path; nothing if there is none."""
        try:
            status = self.path.stat()
        except FileNotFoundError:
            return ()
        return status.st_dev, status.st_ino

    def _open(self) -> "sqlite3.Connection":
        """Open the file at the path, making it if there is none, under the lock of all who have it open."""
        try:
            for _ in range(_TRIES):
                if not self.path.exists():
                    make_private(self.path.parent)
                    os.close(os.open(self.path, os.O_CREAT | os.O_RDWR, PRIVATE))
                if not self._open_lock.hold(seconds=BUSY_SECONDS):
                    raise StoreError("busy", f"{self.path}: being rescued by another program; try again in a moment")
                self._wait_for_turn(alone=True)
                self._wait_for_turn(alone=False)
                before = self._at_path()
                db = self._connected()
                if before and before == self._at_path():
                    self._opened = (*before, _version(db))
                    return db
                db.close()
            raise self._restless()
        except BaseException:
            if self._db is None:
                self._open_lock.release()
            raise

    def _connected(self) -> "sqlite3.Connection":
        if not can_be_written(self.path):
            return open_read_only(self.path)
        from briefing_tui.notes.file.replaced import set_aside_foreign
        from briefing_tui.notes.schema import migrate

        set_aside_foreign(self.path)
        db = _connect(str(self.path), uri=False)
        try:
            _keep_in_one_file(db)
            migrate(db, self.path)
        except BaseException:
            db.close()
            raise
        return db

    def _go_over(self, old: "sqlite3.Connection") -> None:
        """Open the file at the path, and carry into it what only the open one has.

        The open one stays open until that is on the disk, so that a file that can't be used costs nothing.
        """
        was_there, before = bool(self._at_path()), self._opened
        is_other = self._at_path() != before[:2]
        with self._copy_of_open(old) if is_other else nullcontext() as copy:
            if copy is not None and not was_there:
                self._put_at_path(copy)
            for _ in range(_TRIES):
                new = self._open()
                try:
                    carried = self._carry(copy, new)
                    is_settled = self._is_at_path(new)
                except BaseException:
                    self._opened = before
                    new.close()
                    raise
                if is_settled:
                    break
                self._opened = before
                new.close()
            else:
                raise self._restless()
        old.close()
        self._db, self._seen = new, -1
        self.times_moved += 1
        if is_other:
            if not was_there:
                carried = new.execute("SELECT count(*) FROM notes WHERE deleted IS NULL").fetchone()[0]
            how = "replaced" if was_there else "deleted, and is written again"
            self.notices.append(f"the notes file was {how}: {counted(carried, 'note')} carried over")

    @contextmanager
    def _copy_of_open(self, db: "sqlite3.Connection") -> Iterator["sqlite3.Connection"]:
        """Give a copy of the open file, which is no longer at its path."""
        import sqlite3
        import tempfile

        from briefing_tui.notes.file.replaced import copy_open_file

        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "open.db"
            is_copied = copy_open_file((self._opened[0], self._opened[1]), file)
            with closing(sqlite3.connect(file, isolation_level=None)) as copy:
                if not is_copied:
                    db.backup(copy)
                yield copy

    def _put_at_path(self, copy: "sqlite3.Connection") -> None:
        """Write the open file to the path if no file is there: note by note, it would take a minute for some ten thousand."""
        import sqlite3

        make_private(self.path.parent)
        fresh = self.path.with_name(f".{self.path.name}.{new_id()}.tmp")
        os.close(os.open(fresh, os.O_CREAT | os.O_EXCL | os.O_RDWR, PRIVATE))
        try:
            with closing(sqlite3.connect(fresh)) as target:
                copy.backup(target)
            if copy.execute("PRAGMA quick_check(1)").fetchone() == ("ok",):
                os.link(fresh, self.path)
        except (sqlite3.DatabaseError, OSError):
            return  # It is carried over note by note, perhaps into a file that another program has made meanwhile.
        finally:
            fresh.unlink(missing_ok=True)

    def _carry(self, old: "sqlite3.Connection | None", new: "sqlite3.Connection") -> int:
        """Carry what only the old file has, if it is another one; return the number of notes."""
        from briefing_tui.notes.file.carrying import carry_all

        if old is None and not self._confirmed:
            return 0
        try:
            self._begin(new, True)
            carried = carry_all(old, new, self._session, self._confirmed.values()) if old else 0
            if self._lacks_confirmed(new):
                self._put_back(new)
            new.execute("COMMIT")
        except BaseException:
            if new.in_transaction:
                new.execute("ROLLBACK")
            raise
        return carried

    def _keep_aside(self, db: "sqlite3.Connection", error: StoreError) -> None:
        """Copy the open file beside the one at the path, which can't be used. Raises StoreError, which names the copy."""
        import sqlite3

        if self._at_path() == self._opened[:2]:
            raise error
        copy = self.path.with_name(f"{self.path.name}.kept-{now()[:19].replace(':', '')}")
        with store_errors(copy):
            os.close(os.open(copy, os.O_CREAT | os.O_EXCL | os.O_RDWR, PRIVATE))
            with self._copy_of_open(db) as open_file, closing(sqlite3.connect(copy)) as target:
                open_file.backup(target)
        raise StoreError(error.trouble, f"{error}; the notes of this program are kept in {copy}") from None

    # What this program confirmed: an older copy written into the very file would drop it

    def _is_changed(self, db: "sqlite3.Connection") -> bool:
        """Return whether another program changed the file since the last call."""
        seen, self._seen = self._seen, db.execute("PRAGMA data_version").fetchone()[0]
        return bool(seen != self._seen)

    def _lacks_confirmed(self, db: "sqlite3.Connection") -> bool:
        """Return whether the last notes that this program confirmed are missing in the file."""
        for row in reversed(self._confirmed.values()):
            found = db.execute("SELECT revision FROM notes WHERE id = ?", (row["id"],)).fetchone()
            if found is not None:
                return bool(found[0] < row["revision"])
            if row["deleted"] is None:
                return True
        return False

    def _put_back(self, db: "sqlite3.Connection") -> None:
        from briefing_tui.notes.file.carrying import carry_drafts, carry_notes

        last = max(row["change"] for row in self._confirmed.values())
        db.execute("UPDATE sequence SET last = max(last, ?) + 1", (last,))
        carried = carry_notes(db, self._confirmed.values(), self._session)
        carry_drafts(db, self._drafts)
        self.times_moved += 1
        self.notices.append(f"an older notes file was put in place: {counted(carried, 'note')} of this session carried over")

    def _written(self, db: "sqlite3.Connection") -> list[dict[str, Any]]:
        """Return the rows that this transaction wrote; none if they are many."""
        from briefing_tui.notes.file.carrying import rows_of

        of_this = "WHERE change = (SELECT last FROM sequence)"
        few = db.execute(f"SELECT count(*) FROM notes {of_this}").fetchone()[0] <= _MOST_REMEMBERED
        return rows_of(db, "notes", of_this) if few else []

    def _own_drafts(self, db: "sqlite3.Connection") -> list[dict[str, Any]]:
        from briefing_tui.notes.file.carrying import rows_of

        return rows_of(db, "drafts", "WHERE session = ?", (self._session,))


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


def _version(db: "sqlite3.Connection") -> int:
    return int(db.execute("PRAGMA user_version").fetchone()[0])


def _keep_in_one_file(db: "sqlite3.Connection") -> None:
    """Use a rollback journal, which is void after each change.

    A log that is written ahead would be taken for part of whatever replaces the file. Stores that an earlier version left with
    such a log are changed, unless that version has them open.
    """
    import sqlite3

    with suppress(sqlite3.OperationalError):
        db.execute("PRAGMA journal_mode = PERSIST")  # Removing the journal each time takes ten times as long.
        db.execute("PRAGMA journal_size_limit = 1048576")
    db.execute("PRAGMA synchronous = FULL")


def _connect(name: str, uri: bool) -> "sqlite3.Connection":
    import sqlite3

    return sqlite3.connect(name, uri=uri, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False)
