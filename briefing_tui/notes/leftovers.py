"""Journals that a killed program left beside a file which was replaced since.

SQLite would write the pages in such a journal into the new file. They are renamed, so that nothing is lost.
"""

import struct
from contextlib import suppress
from pathlib import Path

_JOURNAL_MAGIC = bytes.fromhex("d9d505f920a163d7")
_ROLLBACK_FORMAT = 1
"""The file format, in byte 19 of a database, of one without a log that is written ahead."""
_CHANGE_COUNTER = slice(24, 28)


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
        head = file.read(20)
    return len(head) == 20 and head[19] == _ROLLBACK_FORMAT


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
