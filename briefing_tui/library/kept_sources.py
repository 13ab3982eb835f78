"""Keep the sources of a folder's briefings, so that their words stay provable.

A source is `.sources/ab/abcdef….gz` in the folder of its content file: named by the SHA-256 of its bytes, which the front
matter has, and compressed with gzip, so that `gzip -dc FILE | sha256sum` proves it without this program. The name makes the same
source one file, whoever adds it. Folders of two digits keep each folder small in a library of 100,000 articles. The name with a
dot leaves them out of lists, of builds and of what other programs show; `.sources/` in `.gitignore` leaves them out of git.
"""

import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from briefing_tui.file_io import fresh_file, read_file, sync_folder
from briefing_tui.library.trash import FOLDER as TRASH
from briefing_tui.sources import MAX_BYTES
from briefing_tui.text.safety import one_line

FOLDER = ".sources"
"""The name of the folder beside the content files."""
_OVERHEAD = 1024 * 1024
"""More than gzip adds to bytes that can't be compressed."""
_LEVEL = 6
_AGAIN = "add the article again from the same file, or put that back from a copy"
_SHA256 = re.compile(r"[0-9a-f]{64}")
_NAMED = re.compile(r"\bsha256: ([0-9a-f]{64})\b")
_HEAD = 8_192
"""Bytes of a content file that are searched for the SHA-256 of its source."""


class NotKept(Exception):  # noqa: N818 - nothing went wrong
    """There is no kept source.

    The message is one line: what is wrong, and what to do.
    """

    def __init__(self, what: str, do: str) -> None:
        """Give what is wrong, and what to do."""
        super().__init__(one_line(f"{what}; {do}"))
        self.what, self.do = one_line(what), do


class DamagedSource(NotKept):
    """A kept source is not what was kept."""


class Packed(NamedTuple):
    """A source that is ready to be kept.

    `sha256` is the hash of its bytes in hex, and `data` the bytes compressed.
    """

    sha256: str
    data: bytes


def pack(data: bytes) -> Packed:
    """Compress the bytes of a source.

    There is no time in the result, so the same source is the same file everywhere.
    """
    from gzip import compress
    from hashlib import sha256

    return Packed(sha256(data).hexdigest(), compress(data, _LEVEL, mtime=0))


def keep(folder: Path, source: bytes | Packed) -> str:
    """Keep a source beside the content files of a folder.

    The same bytes are kept once; a damaged copy of them is replaced. Call it before the content file is written, which then
    never lacks its source.

    Returns: the SHA-256 of the bytes, in hex.

    Raises:
        OSError: it can't be written; nothing is left half written.
    """
    packed = pack(source) if isinstance(source, bytes) else source
    path = kept_path(folder, packed.sha256)
    is_damaged = False
    try:
        kept_source(folder, packed.sha256)
    except DamagedSource:
        is_damaged = True
    except NotKept:
        pass
    else:
        return packed.sha256
    path.parent.mkdir(parents=True, exist_ok=True)
    with fresh_file(path, [packed.data]) as fresh:
        if is_damaged:
            fresh.replace()
        else:
            with suppress(FileExistsError):  # kept by another run meanwhile
                fresh.create()
    with suppress(OSError):
        sync_folder(path.parent)
    return packed.sha256


def kept_source(folder: Path, sha256: str) -> bytes:
    """Return the bytes of a source that is kept in a folder.

    Args:
        folder: the folder of the content file (see `folder_of`).
        sha256: the hash in its front matter.

    Raises:
        DamagedSource: what is there can't be read, is too large, or has another hash.
        NotKept: nothing is there.
    """
    from hashlib import sha256 as hashed
    from zlib import decompressobj, error

    path = kept_path(folder, sha256)
    try:
        packed = read_file(path, MAX_BYTES + _OVERHEAD)
    except FileNotFoundError:
        raise NotKept(f"the source is not kept: {path} is missing", _AGAIN) from None
    except OSError as failure:
        raise DamagedSource(f"{path}: the kept source can't be read: {failure.strerror or failure}", _AGAIN) from None
    unpacking = decompressobj(wbits=31)
    try:
        data = unpacking.decompress(packed, MAX_BYTES + 1)
    except error:
        data = b""
    if not unpacking.eof or len(data) > MAX_BYTES or hashed(data).hexdigest() != sha256:
        raise DamagedSource(f"{path}: the kept source is damaged", _AGAIN)
    return data


def forget(folder: Path, sha256: str, but_for: Iterable[Path] = ()) -> bool:
    """Delete a kept source, unless another content file of the folder was made from it.

    Args:
        folder: the folder of the content files.
        sha256: the hash in the front matter.
        but_for: content files that do not count, as they are being deleted.

    Returns: whether it is gone. A content file in the library's trash still counts.

    Raises OSError if it can't be deleted.
    """
    return bool(forget_all(folder, [sha256], but_for))


def forget_all(folder: Path, sha256s: Iterable[str], but_for: Iterable[Path] = ()) -> list[str]:
    """Delete kept sources as `forget` does; return the hashes of those that are gone."""
    leaving = {path.absolute() for path in but_for}
    files = (path for at in (folder, folder / TRASH) for path in at.glob("*.md"))
    wanted = dict.fromkeys(sha256s)
    used = {sha256 for path, sha256 in named_sources(files) if sha256 in wanted and path.absolute() not in leaving}
    gone = [sha256 for sha256 in wanted if sha256 not in used]
    for sha256 in gone:
        path = kept_path(folder, sha256)
        path.unlink(missing_ok=True)
        with suppress(OSError):  # the other sources in it stay
            path.parent.rmdir()
            path.parent.parent.rmdir()
    return gone


def kept_path(folder: Path, sha256: str) -> Path:
    """Return the path at which a source is kept.

    Raises NotKept for what is no SHA-256, which a front matter may say.
    """
    if not _SHA256.fullmatch(sha256):
        raise NotKept("the front matter gives no SHA-256 of its source", "build the article again with -o and this file")
    return folder / FOLDER / sha256[:2] / f"{sha256}.gz"


def folder_of(file: Path) -> Path:
    """Return the folder whose kept sources a content file uses.

    It is the file's own; of one in the library's trash, the library.
    """
    return file.parent.parent if file.parent.name == TRASH else file.parent


def keeps_sources(folder: Path) -> bool:
    """Return whether a folder keeps sources."""
    return (folder / FOLDER).is_dir()


def named_sources(files: Iterable[Path]) -> Iterator[tuple[Path, str]]:
    """Yield content files with the SHA-256 of their source; those without are left out."""
    for path in files:
        with suppress(OSError):
            if digest := named_source(read_file(path, _HEAD).decode("utf-8", "replace")):
                yield path, digest


def named_source(text: str) -> str:
    """Return the SHA-256 of the source that a content file names, or an empty string."""
    found = _NAMED.search(text[:_HEAD])
    return found[1] if found else ""
