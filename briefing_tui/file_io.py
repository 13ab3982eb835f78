"""Read and write files within a bound, never half written, private if asked."""

import errno
import os
import re
import stat
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, BinaryIO, cast

PRIVATE = 0o600
_SMALL = 16 * 1024 * 1024
"""The most bytes of a file that the program keeps for itself."""
_PIECE = 1024 * 1024
_KINDS = ((stat.S_ISFIFO, "a pipe"), (stat.S_ISSOCK, "a socket"), (stat.S_ISCHR, "a device"), (stat.S_ISBLK, "a device"))
_LEFTOVER = re.compile(r"\.[0-9a-f]{16}\.[0-9a-f]{16}\.tmp")
_OPEN_FILES = "/proc/self/fd"


class NotAFile(OSError):  # noqa: N818 - a kind of file, not a fault
    """A path that is no regular file, or that must be waited for.

    `strerror` says what it is instead: a pipe, a socket, a device.
    """


def read_file(path: Path, most: int) -> bytes:
    """Return at most the first `most` bytes of a regular file.

    Raises:
        NotAFile: the path is a device, a pipe or a socket, which might be waited for or read forever.
        OSError: it can't be opened or read.
    """
    with open_file(path) as file:
        try:
            return read_stream(file, most, os.fstat(file.fileno()).st_size + 1)
        except NotAFile as error:
            raise NotAFile(error.errno, error.strerror, str(path)) from None


@contextmanager
def open_file(path: Path) -> Iterator[BinaryIO]:
    """Open a regular file for reading, without a buffer.

    Raises:
        NotAFile: the path is a device, a pipe or a socket, which might be waited for or read forever.
        OSError: it can't be opened.
    """
    _require_file(path.stat(), path)  # Opening a device or a pipe can act on it, or on who is at its other end.
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    with os.fdopen(handle, "rb", buffering=0) as file:
        _require_file(os.fstat(handle), path)  # It may have been replaced meanwhile.
        yield cast(BinaryIO, file)


def read_stream(stream: IO[bytes], most: int, likely: int = 0) -> bytes:
    """Return at most the first `most` bytes of an open file or pipe.

    It takes no more memory than they need. `likely` is how many there may be: put together from pieces, a long file takes ten
    times as long.

    Raises NotAFile if it has nothing and would have to be waited for although it was opened not to be, and OSError.
    """
    pieces: list[bytes] = []
    left = most
    while left > 0:
        piece: bytes | None = stream.read(min(left, max(likely, _PIECE)))
        if piece is None:
            raise NotAFile(errno.EAGAIN, "a device that has to be waited for, not a file")
        if not piece:
            break
        pieces.append(piece)
        left -= len(piece)
    return b"".join(pieces)


def read_text(path: Path) -> str:
    """Return the text of a file of the program's own, of at most 16 MiB.

    Raises OSError if it can't be read, and UnicodeDecodeError if it is not UTF-8.
    """
    data = read_file(path, _SMALL + 1)
    if len(data) > _SMALL:
        raise OSError(errno.EFBIG, f"more than {_SMALL // 2**20} MiB", str(path))
    return data.decode("utf-8")


def _require_file(status: os.stat_result, path: Path) -> None:
    """Raise IsADirectoryError or NotAFile for what is no regular file."""
    if stat.S_ISDIR(status.st_mode):
        raise IsADirectoryError(errno.EISDIR, "Is a directory", str(path))
    if not stat.S_ISREG(status.st_mode):
        kind = next((name for matches, name in _KINDS if matches(status.st_mode)), "something else")
        raise NotAFile(errno.EINVAL, f"{kind}, not a file", str(path))


_forbidden = ""


def forbid_writing(why: str) -> None:
    """Refuse to write any file from now on in this process.

    `why` is the reason that messages give.
    SQLite's files, and so the notes, are not written here.
    """
    global _forbidden
    _forbidden = why


def _require_writing(path: Path) -> None:
    if _forbidden:
        raise OSError(errno.EROFS, _forbidden, str(path))


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
        private: give the file, and the folders created for it, to the owner only.

    Raises:
        OSError: the file can't be written; the old one is still there.
    """
    from hashlib import sha256  # takes 3 ms, and most runs only read

    _require_writing(path)
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

    with fresh_file(path, encoded(), private) as fresh:
        fresh.replace()
    if sync:
        sync_folder(path.parent)
    return digest.hexdigest()


def append_line(path: Path, line: str) -> None:
    """Add a line to a file, which is made if it is missing.

    It is written in one go after the end of a line, so a run that is killed leaves at most the last line cut off.

    Raises OSError.
    """
    _require_writing(path)
    handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_APPEND | getattr(os, "O_BINARY", 0), 0o666)
    try:
        is_cut = os.lseek(handle, 0, os.SEEK_END) and os.lseek(handle, -1, os.SEEK_END) >= 0 and os.read(handle, 1) != b"\n"
        os.write(handle, f"{chr(10) if is_cut else ''}{line}\n".encode())
    finally:
        os.close(handle)


class FreshFile:
    """A complete file that waits for its name.

    It has no name at all where the system knows such files, and a temporary one elsewhere.
    """

    def __init__(self, path: Path, handle: int, temporary: Path | None) -> None:
        """Give the name that it will have, the open file, and its temporary name if it has one."""
        self._path = path
        self._handle = handle
        self._temporary = temporary

    def create(self) -> None:
        """Give the file its name. Raises FileExistsError if there is a file of that name, and OSError."""
        with _naming(self._path):
            try:
                self._link(self._path)
            except FileExistsError:
                raise
            except OSError:  # a file system without links
                if self._temporary is None or self._path.exists():
                    raise
                self._temporary.replace(self._path)

    def replace(self) -> None:
        """Give the file its name, in place of the file that has it. Raises OSError."""
        with _naming(self._path):
            if self._temporary is None:
                try:
                    self._link(self._path)
                except FileExistsError:
                    name = _temporary_name(self._path)
                    self._link(name)
                    self._temporary = name
            if self._temporary is not None:
                self._temporary.replace(self._path)

    def discard(self) -> None:
        """Remove what has a temporary name."""
        if self._temporary is not None:
            self._temporary.unlink(missing_ok=True)

    def _link(self, name: Path) -> None:
        if self._temporary is None:
            # With a folder's handle, which an absolute path makes meaningless, the call follows the link to the file.
            os.link(f"{_OPEN_FILES}/{self._handle}", name, src_dir_fd=self._handle)
        else:
            os.link(self._temporary, name)


@contextmanager
def fresh_file(path: Path, pieces: Iterable[bytes], private: bool = False) -> Iterator[FreshFile]:
    """Write and sync bytes in the folder of `path`, for the caller to name.

    If it gives them no name, nothing is left. The file has the permissions of the one at `path`, otherwise those that the umask
    allows.

    Args:
        path: the file to make or to replace.
        pieces: its bytes.
        private: give it to the owner only.

    Raises:
        OSError: it can't be written; the error names `path`.
    """
    _require_writing(path)
    mode = PRIVATE if private else _mode(path)
    with _naming(path):
        _remove_leftovers(path.parent)
        handle, temporary = _opened(path, 0o666 if mode is None else PRIVATE)
    fresh = FreshFile(path, handle, temporary)
    try:
        with _naming(path), os.fdopen(handle, "wb", closefd=False) as file:
            for piece in pieces:
                file.write(piece)
            file.flush()
            if mode is not None and hasattr(os, "fchmod"):
                os.fchmod(handle, mode)
            os.fsync(handle)
        yield fresh
    finally:
        fresh.discard()
        os.close(handle)


@contextmanager
def _naming(path: Path) -> Iterator[None]:
    """Let an error name the file that the user knows, not a temporary one."""
    try:
        yield
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(path)) from None


def _opened(path: Path, mode: int) -> tuple[int, Path | None]:
    """Open a new, locked file in the folder of `path`; return it with its name, None if it needs none."""
    if hasattr(os, "O_TMPFILE") and os.access(_OPEN_FILES, os.X_OK):
        with suppress(OSError):  # not every file system has files without names
            handle = os.open(path.parent, os.O_TMPFILE | os.O_RDWR, mode)
            _lock(handle)
            return handle, None
    while True:
        name = _temporary_name(path)
        handle = os.open(name, os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), mode)
        if _lock(handle) and os.fstat(handle).st_nlink:
            return handle, name
        os.close(handle)  # Another process has just taken it for a leftover.


def _temporary_name(path: Path) -> Path:
    from hashlib import sha256

    name = sha256(os.fsencode(path.name)).hexdigest()[:16]
    return path.with_name(f".{name}.{os.urandom(8).hex()}.tmp")


def _lock(handle: int) -> bool:
    """Lock a file for as long as it is open; return False if another process holds it.

    A system without such locks is taken to have locked it.
    """
    try:
        import fcntl
    except ImportError:
        return True
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:
        return True
    return True


_tidied: set[Path] = set()
"""Folders whose leftovers this process has removed."""


def _remove_leftovers(folder: Path) -> None:
    """Remove temporary files of runs that were killed; those in use are locked."""
    if folder in _tidied or os.name != "posix":
        return
    _tidied.add(folder)
    with suppress(OSError), os.scandir(folder) as found:
        names = [entry.name for entry in found if _LEFTOVER.fullmatch(entry.name)]
        for name in names:
            with suppress(OSError):
                _remove_unless_locked(folder / name)


def _remove_unless_locked(path: Path) -> None:
    import fcntl

    handle = os.open(path, os.O_RDWR | os.O_NOFOLLOW | os.O_NONBLOCK)
    try:
        if stat.S_ISREG(os.fstat(handle).st_mode):
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            path.unlink()
    finally:
        os.close(handle)


def _mode(path: Path) -> int | None:
    """Return the permissions of the file at `path`, None if there is no file."""
    with suppress(OSError):
        return stat.S_IMODE(path.stat().st_mode)
    return None


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
