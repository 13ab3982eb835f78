"""Files read and written without surprises: within a bound, never waited for, never half written, private where asked."""

import os
import stat
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from hashlib import sha256
from pathlib import Path

PRIVATE = 0o600


class NotAFile(OSError):  # noqa: N818 - what it is, not a fault
    """Something that is no regular file: a device, a socket, a pipe that nobody writes into."""


def read_file(path: Path, most: int) -> bytes:
    """The first `most` bytes of a regular file. Raises OSError; NoFile for what could be waited for or read for ever."""
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    with os.fdopen(handle, "rb") as file:
        if stat.S_ISDIR(os.fstat(handle).st_mode):
            raise IsADirectoryError(21, "Is a directory", str(path))
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            raise NotAFile(22, "not a regular file", str(path))
        return file.read(most)


def make_private(folder: Path) -> None:
    """Make a folder, and those above it that are missing, for its owner alone; those there stay as they are. Raises OSError."""
    if not folder.is_dir():
        if folder.parent != folder:
            make_private(folder.parent)
        folder.mkdir(mode=0o700, exist_ok=True)


def write_atomically(path: Path, pieces: Iterable[str], settle: bool = True, private: bool = False) -> str:
    """Write a file so that it is whole or not there. Returns its SHA-256. Raises OSError.

    `settle`: its new name outlives a power cut, too; who writes many files does that once for their folder. A file that is there
    keeps its permissions; a new one, and the folders made for it, are for their owner alone where it is `private`.
    """
    if private:
        make_private(path.parent)
    else:
        path.parent.mkdir(parents=True, exist_ok=True)
    digest = sha256()

    def encoded() -> Iterator[bytes]:
        for piece in pieces:
            data = piece.encode("utf-8", "replace")
            digest.update(data)
            yield data

    with temporary_beside(path, encoded()) as fresh:
        if not private:
            fresh.chmod(_mode(path))
        fresh.replace(path)
    if settle:
        sync_folder(path.parent)
    return digest.hexdigest()


@contextmanager
def temporary_beside(path: Path, pieces: Iterable[bytes]) -> Iterator[Path]:
    """A file in a path's folder that holds these bytes, on the disk and for its owner alone, to be given its modes and moved to
    its place. It is removed where it was not. Raises OSError."""
    name = sha256(os.fsencode(path.name)).hexdigest()[:16]
    fresh = path.with_name(f".{name}.{os.urandom(8).hex()}.tmp")
    try:
        with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), PRIVATE), "wb") as file:
            for piece in pieces:
                file.write(piece)
            file.flush()
            os.fsync(file.fileno())
        yield fresh
    finally:
        fresh.unlink(missing_ok=True)


def _mode(path: Path) -> int:
    """The permissions of the file that is there, else what the person's umask leaves of a new one's."""
    with suppress(FileNotFoundError):
        return path.stat().st_mode & 0o777
    mask = os.umask(0o077)
    os.umask(mask)
    return 0o666 & ~mask


def sync_folder(folder: Path) -> None:
    """Make new names outlive a power cut, where the system can do that."""
    if hasattr(os, "O_DIRECTORY"):
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
