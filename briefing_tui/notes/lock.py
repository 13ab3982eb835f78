"""The lock beside the file of notes, held by programs that have it open.

The system releases it when the program ends, however it ends. Where there are no such locks, nothing is locked.
"""

import os
from contextlib import suppress
from pathlib import Path

from briefing_tui.file_io import PRIVATE

_WAIT_SECONDS = 0.05


class FileLock:
    """A lock on a file, shared by readers or held by one program alone."""

    def __init__(self, path: Path) -> None:
        """Set the path of the file that is locked; nothing is locked yet."""
        self.path = path.with_name(f"{path.name}.lock")
        self._handle: int | None = None

    def hold(self, alone: bool = False, seconds: float = 0.0) -> bool:
        """Lock the file, waiting that many seconds; return False if another program's lock prevents it.

        Returns True where the file can't be locked: in a folder that may not be written, nothing replaces a file.
        """
        try:
            import fcntl
        except ImportError:  # Windows, where an open file can't be replaced
            return True
        import time

        if self._handle is not None and not self._is_at_path(self._handle):
            self.release()
        if self._handle is None:
            try:
                self._handle = os.open(self.path, os.O_CREAT | os.O_RDWR | os.O_CLOEXEC, PRIVATE)
            except OSError:
                return True
        until = time.monotonic() + seconds
        while True:
            try:
                fcntl.flock(self._handle, (fcntl.LOCK_EX if alone else fcntl.LOCK_SH) | fcntl.LOCK_NB)
                return True
            except BlockingIOError:
                if time.monotonic() >= until:
                    self.release()
                    return False
                time.sleep(_WAIT_SECONDS)
            except OSError:  # a file system without locks
                return True

    def _is_at_path(self, handle: int) -> bool:
        """Return whether the locked file is the one that other programs will lock."""
        try:
            return os.path.samestat(os.fstat(handle), self.path.stat())
        except OSError:
            return False

    def release(self) -> None:
        """Release the lock; the file that it is on stays."""
        handle, self._handle = self._handle, None
        if handle is not None:
            with suppress(OSError):
                os.close(handle)
