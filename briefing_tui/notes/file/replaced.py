"""The files of a store that was replaced: its journal, and the open store.

SQLite would write the pages of a journal that a killed program left into the file that is at the path now; such journals are
renamed, so that nothing is lost.

SQLite must not read the open file any more: it would take the new file's journal for the old one's, and write that journal's
pages into the old file. Opening it a second time is no way either: closing it would release SQLite's locks (see "How To Corrupt
An SQLite Database File"). So it is copied by SQLite's own descriptor.
"""

import os
import struct
from contextlib import suppress
from pathlib import Path

_JOURNAL_MAGIC = bytes.fromhex("d9d505f920a163d7")
_FORMAT_AT, _ROLLBACK_FORMAT = 19, 1
"""The byte of a database that says its format, and the format of one without a log that is written ahead."""
_CHANGE_COUNTER = slice(24, 28)

_DESCRIPTORS = (Path("/proc/self/fd"), Path("/dev/fd"))
_PIECE = 2**20
_TRIES = 100


def set_aside_foreign(path: Path) -> None:
    """Rename a journal and a write-ahead log that belong to another file."""
    for suffix, is_foreign in (("-journal", _is_foreign_journal), ("-wal", _is_foreign_log)):
        beside = path.with_name(path.name + suffix)
        with suppress(OSError):
            if beside.stat().st_size and is_foreign(path, beside):
                _set_aside(beside)


def _set_aside(beside: Path) -> None:
    number = 1
    while (aside := beside.with_name(f"{beside.name}.{number}.left")).exists():
        number += 1
    beside.rename(aside)


def _is_foreign_log(path: Path, _: Path) -> bool:
    """Return whether the file is in the format without a log."""
    with path.open("rb") as file:
        head = file.read(_FORMAT_AT + 1)
    return head[_FORMAT_AT:] == bytes([_ROLLBACK_FORMAT])


def _is_foreign_journal(path: Path, journal: Path) -> bool:
    """Return whether the journal keeps a first page that was never the file's.

    A transaction raises the counter of changes in the first page by one; see "The Rollback Journal" in SQLite's description of
    its file format.
    """
    kept = _first_page(journal)
    with path.open("rb") as file:
        there = file.read(100)[_CHANGE_COUNTER]
    if len(there) < 4 or kept is None or kept != _first_page(journal):  # Another program may be changing both just now.
        return False
    before, now = struct.unpack(">I", kept[_CHANGE_COUNTER])[0], struct.unpack(">I", there)[0]
    return now not in (before, (before + 1) % 2**32)


def _first_page(journal: Path) -> bytes | None:
    """Return the database's first page if the journal begins with it; what comes later may be of earlier transactions."""
    with journal.open("rb") as file:
        head = file.read(28)
        if len(head) < 28 or head[:8] != _JOURNAL_MAGIC:
            return None
        sector, page = struct.unpack(">II", head[20:28])
        if not 512 <= page <= 65536 or not 512 <= sector <= 2**16:
            return None
        file.seek(sector)
        record = file.read(4 + page)
    return record[4:] if len(record) == 4 + page and record[:4] == b"\0\0\0\1" else None


def copy_open_file(opened: tuple[int, int], to: Path) -> bool:
    """Copy the file that is `opened`; return False if it can't be.

    `opened` are its device and inode. A file with a write-ahead log is not copied, as the log has part of it; SQLite can still
    read such a file. Raises OSError.
    """
    handle = _handle_of(opened)
    if handle is None or os.pread(handle, 1, _FORMAT_AT) != bytes([_ROLLBACK_FORMAT]):
        return False
    for _ in range(_TRIES):  # again if another program finishes a change meanwhile
        before = os.fstat(handle)
        with to.open("wb") as file:
            at = 0
            while piece := os.pread(handle, _PIECE, at):
                file.write(piece)
                at += len(piece)
        after = os.fstat(handle)
        if (before.st_mtime_ns, before.st_size) == (after.st_mtime_ns, after.st_size):
            return True
    return False


def _handle_of(opened: tuple[int, int]) -> int | None:
    for folder in _DESCRIPTORS:
        with suppress(OSError):
            for entry in list(folder.iterdir()):
                with suppress(OSError, ValueError):
                    handle = int(entry.name)
                    status = os.fstat(handle)
                    if (status.st_dev, status.st_ino) == opened:
                        return handle
    return None
