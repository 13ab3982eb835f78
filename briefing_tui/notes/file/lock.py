"""Locks between the programs that use a file of notes.

The system releases them when a program ends, however it ends. Where there are no such locks, nothing is locked.
"""

import os
from contextlib import suppress
from pathlib import Path

from briefing_tui.file_io import PRIVATE

_WAIT_SECONDS = 0.002


class FileLock:
    """A lock on a file or folder, shared or held by one program alone."""

    def __init__(self, path: Path, is_folder: bool = False) -> None:
        """Set what is locked; a file is made if it does not exist."""
        self._path, self._is_folder = path, is_folder
        self._handle: int | None = None

    def hold(self, alone: bool = False, seconds: float = 0.0) -> bool:
        """Lock the file, waiting that many seconds; return False if another program's lock prevents it.

        A lock that is held already becomes shared, or is held alone, as asked. Returns True where nothing can be locked, such as
        in a folder that may not be written: nobody replaces a file there.
        """
        try:
            import fcntl
        except ImportError:  # Windows, where an open file can't be replaced
            return True
        import time

        if self._handle is not None and not self._is_at_path(self._handle):
            self.release()
        if self._handle is None:
            how = os.O_RDONLY if self._is_folder else os.O_CREAT | os.O_RDWR
            try:
                self._handle = os.open(self._path, how | os.O_CLOEXEC, PRIVATE)
            except OSError:
                return True
        until = time.monotonic() + seconds
        while True:
            try:
                fcntl.flock(self._handle, (fcntl.LOCK_EX if alone else fcntl.LOCK_SH) | fcntl.LOCK_NB)
                return True
            except BlockingIOError:
                if time.monotonic() >= until:
                    return False
                time.sleep(_WAIT_SECONDS)
            except OSError:  # a file system without locks
                return True

    def unlock(self) -> None:
        """Unlock the file, to lock it again soon."""
        if self._handle is not None:
            with suppress(ImportError, OSError):
                import fcntl

                fcntl.flock(self._handle, fcntl.LOCK_UN)

    def release(self) -> None:
        """Unlock and close the file, which stays."""
        handle, self._handle = self._handle, None
        if handle is not None:
            with suppress(OSError):
                os.close(handle)

    def _is_at_path(self, handle: int) -> bool:
        """Return whether the locked file is the one that other programs will lock."""
        try:
            return os.path.samestat(os.fstat(handle), self._path.stat())
        except OSError:
            return False


def lock_of_open(path: Path) -> FileLock:
    """Return the lock that programs share while they have a file of notes open."""
    return FileLock(path.with_name(f"{path.name}.lock"))


def lock_of_turns(path: Path) -> FileLock:
    """Return the lock that programs share while they read or change a file of notes.

    A program that opens the file holds it alone for a moment. So everything that was begun with a file that has been replaced
    since is at its end before the new one is changed, and nobody finds the new file's journal beside the old file.
    """
    return FileLock(path.parent, is_folder=True)
