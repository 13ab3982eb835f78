"""Read and write files within a bound, never half written, private if asked."""

import os
import stat
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

PRIVATE = 0o600


class NotAFile(OSError):  # noqa: N818 - a kind of file, not a fault
    """A path that is no regular file.

    It is a device, a socket, or a pipe that nobody writes to.
    """


def read_file(path: Path, most: int) -> bytes:
    """Return at most the first `most` bytes of a regular file.

    Raises:
        NotAFile: the path is a device, a pipe or a socket, which might be waited for or read forever.
        OSError: it can't be opened or read.
    """
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    with os.fdopen(handle, "rb") as file:
        if stat.S_ISDIR(os.fstat(handle).st_mode):
            raise IsADirectoryError(21, "Is a directory", str(path))
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            raise NotAFile(22, "not a regular file", str(path))
        return file.read(most)


def make_private(folder: Path) -> None:
    """Create a folder and its missing parents with access for the owner only.

    Folders that exist keep their permissions. Raises OSError.
    """
    if not folder.is_dir():
        if folder.parent != folder:
            make_private(folder.parent)
        folder.mkdir(mode=0o700, exist_ok=True)


def write_atomically(path: Path, pieces: Iterable[str], sync: bool = True, private: bool = False) -> str:
    """Write a file so that it is either complete or absent; return its SHA-256.

    A file that exists keeps its permissions.

    Args:
        path: the file; missing folders are created.
        pieces: its text, written as UTF-8.
        sync: make the new name survive a power cut; a caller that writes many files does that once for their folder.
        private: give a new file, and the folders created for it, to the owner only.

    Raises:
        OSError: the file can't be written; the old one is still there.
    """
    from hashlib import sha256  # takes 3 ms, and most runs only read

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
    if sync:
        sync_folder(path.parent)
    return digest.hexdigest()


@contextmanager
def temporary_beside(path: Path, pieces: Iterable[bytes]) -> Iterator[Path]:
    """Write bytes to a temporary file in the same folder as `path`, synced and private.

    The caller sets its mode and moves it to its place; otherwise it is removed. Raises OSError.
    """
    from hashlib import sha256

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
    """Return the permissions of the file at `path`, or those that the umask gives a new file."""
    with suppress(FileNotFoundError):
        return path.stat().st_mode & 0o777
    mask = os.umask(0o077)
    os.umask(mask)
    return 0o666 & ~mask


def sync_folder(folder: Path) -> None:
    """Make new names in a folder survive a power cut.

    Does nothing where the system can't do that. Raises OSError.
    """
    if hasattr(os, "O_DIRECTORY"):
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
