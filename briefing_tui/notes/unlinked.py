"""Copy a file that is open in this program, but no longer at its path.

SQLite itself must not read it any more: it would take the journal of the file that is at the path now for the old file's, and
write that journal's pages into the old file. Opening the file a second time is no way either: closing it would release SQLite's
locks (see "How To Corrupt An SQLite Database File"). So SQLite's own descriptor is used.
"""

import os
from contextlib import suppress
from pathlib import Path

_DESCRIPTORS = (Path("/proc/self/fd"), Path("/dev/fd"))
_PIECE = 2**20
_TRIES = 100


def copy_open_file(opened: tuple[int, int], to: Path) -> bool:
    """Copy the file that is `opened`; return False if it is not found.

    `opened` are its device and inode. Raises OSError.
    """
    handle = _handle_of(opened)
    if handle is None:
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
