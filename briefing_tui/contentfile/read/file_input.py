"""Read a file's bytes and text, or say in one line why not."""

from collections.abc import Callable
from pathlib import Path

from briefing_tui.contentfile.read.other_kinds import other_kind
from briefing_tui.file_io import NotAFile, read_file
from briefing_tui.model.briefing import Problem
from briefing_tui.text.safety import one_line

LARGEST = 64 * 1024 * 1024
"""The most bytes of a file that is opened."""
MOST_LINES = 1_000_000
"""The most lines: each may be an item, which takes a kilobyte. A book of 10 MB has about 100,000."""
_BINARY = "a binary file; give a content file, or the article as text, HTML or Markdown"


class UnreadableFile(Exception):  # noqa: N818
    """A file that can't be read.

    The message is one line: the path, the reason, what to do.
    """

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(one_line(f"{path}: {reason}"))
        self.path, self.reason = path, reason


def load_bytes(path: Path, is_source: Callable[[bytes], bool] | None = None) -> bytes:
    """Return the bytes of a file.

    Args:
        path: a content file, or an article that is built when it is opened.
        is_source: says of binary bytes whether an article can be built from them; without it all binary files are refused.

    Raises:
        UnreadableFile: the file is missing, no regular file, not allowed, too large or binary.
    """
    try:
        if (size := path.stat().st_size) > LARGEST:
            raise UnreadableFile(path, _too_large(size))
        data = read_file(path, LARGEST + 1)
    except OSError as error:
        raise UnreadableFile(path, reason_of(error)) from None
    if why := unreadable_reason(data, is_source):
        raise UnreadableFile(path, why)
    return data


def unreadable_reason(data: bytes, is_source: Callable[[bytes], bool] | None = None) -> str | None:
    """Return why bytes can't be read as a content file; None if they can.

    The reason says what to do. `is_source` as in `load_bytes`.
    """
    if len(data) > LARGEST:
        return _too_large(len(data))
    if data.count(b"\n") > MOST_LINES:
        return f"more than {MOST_LINES:,} lines; split it"
    why = other_kind(data) or (_BINARY if is_binary(data) else None)
    return None if why and is_source and is_source(data) else why


def empty_reason(data: bytes) -> str | None:
    """Return why a file without words is not opened; None if it holds some."""
    return None if data.strip() else "an empty file; give a content file, or the article as text, HTML or Markdown"


def is_binary(data: bytes) -> bool:
    """Say whether bytes are no text: they hold more than a few NULs."""
    return data.count(0) > 3 + len(data) // 1000


def decode_utf8(data: bytes) -> tuple[str, tuple[Problem, ...]]:
    """Decode UTF-8, and report each line that holds other bytes.

    Such bytes become lone surrogates, so that they can be written back. At most 100 lines are reported one by one.
    """
    try:
        return data.decode(), ()
    except UnicodeDecodeError:
        pass
    text = data.decode(errors="surrogateescape")
    what, do = "bytes that are not UTF-8, shown as �", "save the file as UTF-8"
    found: list[Problem] = []
    for number, line in enumerate(_lines(data), 1):
        try:
            line.decode()
        except UnicodeDecodeError:
            found.append(Problem(number, what, do))
            if len(found) == 100:
                found.append(Problem(number, "and more such lines below", do))
                break
    return text, tuple(found)


def _lines(data: bytes) -> list[bytes]:
    return data.replace(b"\r\n", b"\n").replace(b"\r", b"\n").split(b"\n")


def reason_of(error: OSError) -> str:
    """Return why a file can't be read, and what to do."""
    if isinstance(error, FileNotFoundError):
        return "no such file; check the name"
    if isinstance(error, NotAFile):
        return f"{error.strerror}; give a file, or '-' for what is piped in"
    if isinstance(error, IsADirectoryError):
        return "a folder, not a file; name a content file in it"
    if isinstance(error, PermissionError):
        return "not allowed to read it; check its permissions"
    return f"can't be read: {error.strerror or error}"


def _too_large(size: int) -> str:
    return f"{size / 1024 / 1024:.0f} MiB, and a content file has at most {LARGEST // 1024 // 1024} MiB; split it"
