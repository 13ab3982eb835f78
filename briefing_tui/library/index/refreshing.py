"""Bring the index up to date with the folder: new, changed, moved and deleted files.

A file is taken as unchanged if its size, times and inode are the same. Files are read in batches, each written in one
transaction, so that a refresh that is interrupted goes on where it was. While one program refreshes, others use the index as
it is. What reads and writes is imported when there is something to read: that takes as long as all the rest.
"""

import os
import re
import sqlite3
import stat
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from pathlib import Path

from msgspec import Struct

from briefing_tui.file_io import read_file
from briefing_tui.library.folder import is_content_name
from briefing_tui.library.index.database import IndexFile
from briefing_tui.library.index.schema import known_name, stored_name
from briefing_tui.text.safety import one_line

Report = Callable[[int, int], None]
"""Called with the number of files that were read, and of all that are to be read."""
Cancelled = Callable[[], bool]

_MOST = (1 << 63) - 1
"""The highest number that SQLite stores."""
BATCH = 500
_WRITTEN, _NONE = -2, -1
"""Instead of an article's number: the file is in the index as it is now; it had no article."""
_MANY = 1000
"""Files from which the days are looked at first: articles added in the order of their numbers take less time and room."""
_PUBLISHED = re.compile(rb"^published:[ \t]*[\"']?(\d{4}-\d\d-\d\d)", re.MULTILINE)
_Stamp = tuple[int, int, int, int]
"""Size, time of the content and of the inode in nanoseconds, and inode."""
_Row = tuple[str | bytes, int, int, int, int, int | None]
"""A row of the table of files: name, stamp, number of the article."""


class Refreshed(Struct, frozen=True):
    """The result of a refresh: numbers of files by what became of them.

    `is_complete` is False if it was cancelled, or if another program is refreshing.
    """

    read: int = 0
    moved: int = 0
    removed: int = 0
    is_complete: bool = True

    def __bool__(self) -> bool:
        """Return whether anything changed."""
        return bool(self.read or self.moved or self.removed)


def refresh(file: IndexFile, folder: Path, report: Report | None = None, cancelled: Cancelled | None = None) -> Refreshed:
    """Bring an index up to date with a folder. Raises errors of SQLite."""
    folder_time, opened = _time_of(folder), file.db
    rows = file.as_stored("SELECT name, size, modified, changed, inode, article FROM files")
    known: dict[str, _Row] = {row[0] if row[0].__class__ is str else known_name(row[0]): row for row in rows}
    try:
        fresh = _take_known(folder, known)
    except OSError:  # The folder is gone, perhaps with its disk for a while: what is known of it stays.
        return Refreshed(is_complete=False)
    gone = {name: row for name, row in known.items() if name not in fresh}
    moved, removed = 0, len(gone)
    if removed > max(_MANY, len(rows) - removed):  # Most of it is gone: what is left is read anew sooner than that is removed.
        file.discard()
        return refresh(file, folder, report, cancelled)
    if gone or fresh:
        with file.writing() as db:
            if db is None:
                return Refreshed(is_complete=False)
            moved = _move(db, gone, fresh)
            removed -= moved
            _forget(db, gone)
    read = 0
    for batch in _batches(folder, fresh):
        if (cancelled and cancelled()) or not _write(file, folder, batch):
            return Refreshed(read, moved, removed, is_complete=False)
        read += len(batch)
        if report:
            report(read, len(fresh))
    if file.db is not opened:  # It was deleted meanwhile, and only the last batches are in the new one.
        return Refreshed(read, moved, removed, is_complete=False)
    if read >= _MANY:
        file.compact()
    _remember(file, folder_time)
    return Refreshed(read, moved, removed)


def is_current(file: IndexFile, folder: Path) -> bool:
    """Return whether no file was added, renamed or removed since the last complete refresh.

    A file that was written in place is not noticed; that takes a look at every file, as `refresh` does.
    """
    found = file.db.execute("SELECT value FROM state WHERE key = 'folder_time'").fetchone()
    return found is not None and found[0] == _time_of(folder)


def is_made(file: IndexFile) -> bool:
    """Return whether there has been a complete refresh."""
    return file.db.execute("SELECT 1 FROM state WHERE key = 'folder_time'").fetchone() is not None


def is_same(path: Path, stamp: Sequence[int]) -> bool:
    """Return whether a file still has this size, these times and this inode."""
    try:
        return _stamp(path.stat()) == tuple(stamp)
    except OSError:
        return False


def _take_known(folder: Path, known: dict[str, _Row]) -> dict[str, os.stat_result]:
    """Take a folder's Markdown files out of those that are known; return the new and changed ones.

    Files that can't be looked at, or are no regular ones, are left where they are. Raises OSError. This is run for every file
    whenever the program starts, so it calls nothing that it need not.
    """
    fresh: dict[str, os.stat_result] = {}
    with os.scandir(folder) as found:
        for entry in found:
            name = entry.name
            if not is_content_name(name):
                continue
            try:
                status = entry.stat()
            except OSError:
                continue
            row = known.get(name)
            if row is not None and row[1:5] == _stamp(status):
                del known[name]
            elif stat.S_ISREG(status.st_mode):
                known.pop(name, None)
                fresh[name] = status
    return fresh


def _stamp(status: os.stat_result) -> _Stamp:
    return status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino & _MOST


def _time_of(folder: Path) -> int:
    try:
        return folder.stat().st_mtime_ns
    except OSError:
        return 0


def _move(db: sqlite3.Connection, gone: dict[str, _Row], fresh: dict[str, os.stat_result]) -> int:
    """Rename the articles of files that were only renamed, and take these out of both collections."""
    by_inode = {(inode, size, modified): name for name, (_, size, modified, _, inode, _) in gone.items()}
    moved = 0
    for name, status in list(fresh.items()):
        before = by_inode.pop((status.st_ino & _MOST, status.st_size, status.st_mtime_ns), None)
        is_known = "SELECT 1 FROM files WHERE name = ?"  # Another program may have been faster.
        if before is not None and db.execute(is_known, (stored_name(before),)).fetchone():
            moved += 1
            del fresh[name], gone[before]
            _forget_file(db, name)  # It may have been moved over another file.
            db.execute(
                "UPDATE files SET name = ?, changed = ? WHERE name = ?",
                (stored_name(name), status.st_ctime_ns, stored_name(before)),
            )
            db.execute(
                "UPDATE articles SET id = ?, file = ? WHERE num = (SELECT article FROM files WHERE name = ?)",
                (one_line(name.removesuffix(".md")), stored_name(name), stored_name(name)),
            )
    return moved


def _forget(db: sqlite3.Connection, gone: dict[str, _Row]) -> None:
    for name, _ in sorted(gone.items(), key=lambda item: item[1][-1] or 0):
        _forget_file(db, name)


def _forget_file(db: sqlite3.Connection, name: str) -> None:
    """Remove a file and its article, if they are there."""
    from briefing_tui.library.index.writing import remove_article

    row = db.execute("SELECT article FROM files WHERE name = ?", (stored_name(name),)).fetchone()
    if row and row[0] is not None:
        remove_article(db, row[0])
    db.execute("DELETE FROM files WHERE name = ?", (stored_name(name),))


def _batches(folder: Path, fresh: dict[str, os.stat_result]) -> Iterator[list[tuple[str, os.stat_result]]]:
    names = sorted(fresh, reverse=True)  # of one day, the first name gets the highest number, and comes first
    if len(names) >= _MANY:
        names.sort(key=lambda name: _day_of(folder / name))
    left = iter(names)
    while batch := list(islice(left, BATCH)):
        yield [(name, fresh[name]) for name in batch]


def _day_of(path: Path) -> bytes:
    """Return the day that a file's front matter seems to give; it only decides the order."""
    try:
        found = _PUBLISHED.search(read_file(path, 2048))
    except OSError:
        return b""
    return found[1] if found else b""


def _write(file: IndexFile, folder: Path, batch: list[tuple[str, os.stat_result]]) -> bool:
    """Read and write a batch; return False if another program is writing."""
    from briefing_tui.library.index.content import read_content
    from briefing_tui.library.index.writing import FreeNumbers, add_article, add_words, remove_article

    made = [(name, status, read_content(folder / name)) for name, status in batch]
    with file.writing() as db:
        if db is None:
            return False
        # What is removed is in the order of numbers, as what is added: SQLite is much slower otherwise.
        changed = sorted((_number_of(db, one[0], one[1]), at) for at, one in enumerate(made))
        for before, _ in changed:
            if before >= 0:
                remove_article(db, before)
        numbers, free = [], FreeNumbers(db, {before for before, _ in changed})
        for before, at in changed:
            name, status, rows = made[at]
            if before == _WRITTEN:
                continue
            num = None
            if rows is not None:
                num = free.take(rows.briefing.published if rows.briefing else None, before)
                add_article(db, num, rows, name, status)
                numbers.append(num)
            db.execute("INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?, ?, ?)", (stored_name(name), *_stamp(status), num))
        add_words(db, sorted(numbers))
    return True


def _number_of(db: sqlite3.Connection, name: str, status: os.stat_result) -> int:
    """Return the number of the article that a file had until now, or _NONE; _WRITTEN if another program was faster."""
    known = "SELECT article, size, modified, changed, inode FROM files WHERE name = ?"
    before, *stamp = db.execute(known, (stored_name(name),)).fetchone() or (None,)
    if tuple(stamp) == _stamp(status):
        return _WRITTEN
    return _NONE if before is None else int(before)


def _remember(file: IndexFile, folder_time: int) -> None:
    if file.db.execute("SELECT value FROM state WHERE key = 'folder_time'").fetchone() != (folder_time,):
        with file.writing() as db:
            if db is not None:
                db.execute("INSERT OR REPLACE INTO state VALUES ('folder_time', ?)", (folder_time,))
