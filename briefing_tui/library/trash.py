"""Remove briefings from the library into a folder in it, and bring them back.

Files are moved, never deleted. A file that comes back never replaces another one.
"""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from briefing_tui.library.folder import is_content_name

FOLDER = ".trash"
"""The name of the folder in the library; files in it are no part of the library."""


class Removed(NamedTuple):
    """A file that was moved into the trash: where it was, and where it is."""

    file: Path
    trashed: Path


class TrashError(Exception):
    """A file could not be moved; the message says which, and why, in one line.

    `done` are the moves before it.
    """

    def __init__(self, line: str, done: list[Removed]) -> None:
        """Give the message and what was moved before."""
        super().__init__(line)
        self.done = done


def remove(files: Sequence[Path]) -> list[Removed]:
    """Move files into the trash of their folder. Raises TrashError."""
    return _moved(((file, file.parent / FOLDER / file.name) for file in files), "removed")


def bring_back(removed: Sequence[Removed]) -> list[Path]:
    """Move files from the trash to where they were; return their paths.

    If there is another file of that name now, the one that comes back gets a number. Raises TrashError.
    """
    return [move.trashed for move in _moved(((one.trashed, one.file) for one in removed), "brought back")]


def trashed(folder: Path) -> list[Removed]:
    """Return what is in the trash of a folder.

    What was removed last comes first. A trash that can't be read is empty.
    """
    try:
        found = [(path.stat().st_ctime_ns, path) for path in (folder / FOLDER).iterdir() if is_content_name(path.name)]
    except OSError:
        return []
    return [Removed(folder / path.name, path) for _, path in sorted(found, reverse=True)]


def _moved(moves: Iterable[tuple[Path, Path]], how: str) -> list[Removed]:
    done: list[Removed] = []
    for file, target in moves:
        free = _free(target)
        try:
            free.parent.mkdir(exist_ok=True)
            file.rename(free)
        except OSError as error:
            raise TrashError(f"{file}: not {how}: {error.strerror or error}", done) from None
        done.append(Removed(file, free))
    return done


def _free(path: Path) -> Path:
    """Return the path, or one with a number if there is a file."""
    number, free = 1, path
    while free.exists():
        number += 1
        free = path.with_stem(f"{path.stem}-{number}")
    return free
