"""Errors of the store of notes, each with one line that says what to do."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal

Trouble = Literal["full", "read-only", "corrupt", "busy", "newer", "unreachable", "conflict", "refused"]


class StoreError(Exception):
    """The store failed; `trouble` is the kind, the message one line for the user."""

    def __init__(self, trouble: Trouble, line: str) -> None:
        """Give the kind of trouble and the message."""
        super().__init__(line)
        self.trouble: Trouble = trouble


NOT_A_FILE = "not a file; name another in BRIEFING_NOTES"
_MESSAGES: dict[Trouble, str] = {
    "full": "no room on the disk; make some, then try again",
    "read-only": "can't be written; check its permissions and its folder's",
    "corrupt": "damaged; 'briefing notes doctor' rescues what can be read",
    "busy": "another program holds it; try again in a moment",
    "unreachable": "can't be opened; check that its folder exists and may be written",
}

_NAMES: tuple[tuple[str, Trouble], ...] = (
    ("SQLITE_FULL", "full"),
    ("SQLITE_IOERR_WRITE", "full"),
    ("SQLITE_IOERR_SHMSIZE", "full"),
    ("SQLITE_IOERR_TRUNCATE", "full"),
    ("SQLITE_READONLY", "read-only"),
    ("SQLITE_PERM", "read-only"),
    ("SQLITE_CORRUPT", "corrupt"),
    ("SQLITE_NOTADB", "corrupt"),
    ("SQLITE_IOERR", "corrupt"),
    ("SQLITE_BUSY", "busy"),
    ("SQLITE_LOCKED", "busy"),
    ("SQLITE_CANTOPEN", "unreachable"),
)


def store_error(path: Path, error: Exception) -> StoreError:
    """Return an error of SQLite or the system as one about the file."""
    import errno
    import sqlite3

    if path.exists() and not path.is_file():
        return StoreError("unreachable", f"{path}: {NOT_A_FILE}")
    trouble: Trouble = "corrupt"
    if isinstance(error, OSError):
        known: dict[int | None, Trouble] = {
            errno.ENOSPC: "full",
            errno.EDQUOT: "full",
            errno.EROFS: "read-only",
            errno.EACCES: "read-only",
        }
        trouble = known.get(error.errno, "unreachable")
    elif isinstance(error, sqlite3.Error):
        name = getattr(error, "sqlite_errorname", "") or ""
        trouble = next((kind for start, kind in _NAMES if name.startswith(start)), "corrupt")
    return StoreError(trouble, f"{path}: {_MESSAGES[trouble]}")


@contextmanager
def store_errors(path: Path) -> Iterator[None]:
    """Raise errors of SQLite and the system as StoreError about the file."""
    import json
    import sqlite3

    import msgspec

    try:
        yield
    except (sqlite3.Error, OSError, UnicodeDecodeError, json.JSONDecodeError, msgspec.MsgspecError) as error:
        raise store_error(path, error) from error
