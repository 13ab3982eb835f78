"""Open web archives, and the parts of a file that are WARC.

A WARC file has one part; a WACZ file is a ZIP file with a part for each WARC file in its folder `archive`, stored without further
compression, so that records can be read by their place.
Sources: ISO 28500 (https://iipc.github.io/warc-specifications/), https://specs.webrecorder.net/wacz/1.1.1/.
"""

import io
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, NamedTuple
from zlib import decompressobj, error

from briefing_tui.file_io import open_file, read_file
from briefing_tui.sources.errors import Unreadable

if TYPE_CHECKING:
    from zipfile import ZipInfo

    from _typeshed import WriteableBuffer

SUFFIXES = (".warc", ".warc.gz", ".wacz")
_BEGINNING = b"WARC/"
_GZIP, _ZIP = b"\x1f\x8b", b"PK\x03\x04"
_HEAD = 512
_LOCAL_HEADER = 30
"""Bytes of a ZIP member's own header before its name. Source: APPNOTE.TXT 4.3.7."""
_MOST_PARTS = 10_000


class ArchivePart(NamedTuple):
    """A range of bytes of a file that is WARC."""

    start: int
    length: int


def is_archive(path: Path) -> bool:
    """Return whether a file is a web archive.

    Its first bytes say so, and of a ZIP file its name. Raises OSError.
    """
    head = read_file(path, _HEAD)
    if head.startswith(_GZIP):
        try:
            return decompressobj(wbits=31).decompress(head, 16).startswith(_BEGINNING)
        except error:
            return False
    return head.startswith(_BEGINNING) or (head.startswith(_ZIP) and path.suffix.lower() == ".wacz")


def archive_parts(file: BinaryIO) -> list[ArchivePart]:
    """Return the parts of an open archive in their order. Raises Unreadable, and OSError."""
    size = file.seek(0, io.SEEK_END)
    file.seek(0)
    if file.read(len(_ZIP)) != _ZIP:
        return [ArchivePart(0, size)]
    from zipfile import BadZipFile, ZipFile

    try:
        with ZipFile(file) as zipped:
            members = [one for one in zipped.infolist() if _is_warc(one)]
    except (BadZipFile, ValueError, NotImplementedError):
        raise Unreadable("a damaged WACZ file: it ends before its list of files; get it again") from None
    if not members:
        raise Unreadable("a WACZ file without WARC files in its folder 'archive'")
    if len(members) > _MOST_PARTS:
        raise Unreadable(f"a WACZ file with more than {_MOST_PARTS:,} WARC files")
    return [_stored(file, one, size) for one in members]


def _is_warc(member: "ZipInfo") -> bool:
    return member.filename.startswith("archive/") and member.filename.lower().endswith((".warc", ".warc.gz"))


def _stored(file: BinaryIO, member: "ZipInfo", size: int) -> ArchivePart:
    from zipfile import ZIP_STORED

    if member.compress_type != ZIP_STORED or member.flag_bits & 1:
        raise Unreadable("a WACZ file whose WARC files are compressed once more, or encrypted; unpack it, and give these")
    if member.header_offset < 0:
        raise Unreadable("a damaged WACZ file: its beginning is missing; get it again")
    file.seek(member.header_offset)
    header = file.read(_LOCAL_HEADER)
    start = member.header_offset + _LOCAL_HEADER + sum(int.from_bytes(header[at : at + 2], "little") for at in (26, 28))
    if len(header) < _LOCAL_HEADER or start + member.file_size > size:
        raise Unreadable("a damaged WACZ file: one of its WARC files is cut off; get it again")
    return ArchivePart(start, member.file_size)


class PartReader(io.RawIOBase):
    """The bytes of a part of an open file."""

    def __init__(self, file: BinaryIO, part: ArchivePart) -> None:
        """Begin at the start of the part."""
        self._file, self._part, self._at = file, part, 0

    def readable(self) -> bool:
        """Return True."""
        return True

    def tell(self) -> int:
        """Return the place in the part."""
        return self._at

    def readinto(self, buffer: "WriteableBuffer", /) -> int:
        """Read into a buffer; return how many bytes."""
        view = memoryview(buffer).cast("B")
        self._file.seek(self._part.start + self._at)  # Others may read the file meanwhile.
        data = self._file.read(min(len(view), self._part.length - self._at))
        view[: len(data)] = data
        self._at += len(data)
        return len(data)


@contextmanager
def opened_archive(path: Path) -> Iterator[BinaryIO]:
    """Open an archive. Raises OSError, and Unreadable if the package that reads archives is missing."""
    try:
        import fastwarc  # noqa: F401
    except ImportError:
        raise Unreadable("a web archive; pip install 'briefing-tui[archives]' adds what reads it") from None
    with open_file(path) as file:
        yield file
