"""List the pages of a web archive that may hold an article, without building them."""

import io
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO
from zlib import decompressobj, error

from msgspec import Struct

from briefing_tui.sources import MAX_BYTES
from briefing_tui.sources.archives.answers import parse_answer
from briefing_tui.sources.archives.article_signs import may_hold_article
from briefing_tui.sources.archives.parts import ArchivePart, PartReader, archive_parts, opened_archive
from briefing_tui.sources.errors import Unreadable
from briefing_tui.text.safety import one_line

if TYPE_CHECKING:
    from fastwarc.warc import WarcRecord

_START = 4 * 1024 * 1024
"""Bytes of a record that are looked at."""
_PIECE = 1024 * 1024
_BUFFER = 256 * 1024
_GZIP = b"\x1f\x8b"
_SMALLEST = 500
"""Bytes of the smallest page that is looked at."""


class ArchivedPage(Struct, frozen=True):
    """A page in a web archive.

    `archive` is the path of the file, `offset` where the record begins in it, in bytes; `url` is the address that it was
    fetched from, and `day` when, as `2026-03-02`.
    """

    archive: str
    offset: int
    url: str
    day: str


class Survey(Struct, frozen=True):
    """The content of a web archive.

    `pages` may hold articles, `others` counts why other records do not, and `trouble` says in one line why the archive could
    not be read to its end; empty if it was.
    """

    archive: str
    pages: tuple[ArchivedPage, ...] = ()
    others: tuple[tuple[str, int], ...] = ()
    trouble: str = ""


class _Broken(Exception):  # noqa: N818
    """The archive can't be read on; the message says why."""


def survey_archive(archive: str) -> Survey:
    """List the pages of an archive that may hold an article. Raises OSError and Unreadable if nothing can be read."""
    pages: list[ArchivedPage] = []
    others: Counter[str] = Counter()
    trouble = ""
    with opened_archive(Path(archive)) as file:
        for part in archive_parts(file):
            try:
                for offset, record in _records(file, part):
                    reason = _reason(record)
                    if reason:
                        others[reason] += 1
                    else:
                        pages.append(ArchivedPage(archive, offset, *_address(record)))
            except _Broken as broken:
                trouble = str(broken)
    if trouble and not pages and not others:
        raise Unreadable(trouble)
    return Survey(archive, tuple(pages), tuple(sorted(others.items())), trouble)


class _Content(Struct):
    """A record's own fields, and the beginning of its content."""

    kind: str
    fields: dict[str, str]
    start: bytes
    length: int


def _records(file: BinaryIO, part: ArchivePart) -> Iterator[tuple[int, _Content]]:
    """Yield the records of a part, each with its place in the file. Raises _Broken where it can't be read on."""
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    reader = io.BufferedReader(PartReader(file, part), _BUFFER)
    last, count = -1, 0
    is_compressed = _is_gzip(file, part.start)
    try:
        for record in ArchiveIterator(reader, WarcRecordType.any_type, parse_http=False, fsspec_args=False):
            if record.stream_pos <= last or (is_compressed and not _is_gzip(file, part.start + record.stream_pos)):
                raise Unreadable("a web archive that is compressed as a whole; unpack it with gunzip, and give that")
            last, count = record.stream_pos, count + 1
            start, length = _read(record)
            fields = {name.lower(): value for name, value in record.headers.items()}
            if length < record.content_length or not fields.keys() >= {"warc-type", "content-length"}:
                raise _Broken(_cut(count - 1))
            yield part.start + last, _Content(fields["warc-type"].lower(), fields, start, length)
    except (OSError, ValueError) as failure:
        raise _Broken(_damaged(count, failure)) from None
    if _is_cut_after(file, part, max(last, 0)):
        raise _Broken(_cut(count))


def _is_gzip(file: BinaryIO, offset: int) -> bool:
    file.seek(offset)
    return file.read(len(_GZIP)) == _GZIP


def _read(record: "WarcRecord") -> tuple[bytes, int]:
    """Return the beginning of a record's content, and how long the whole is."""
    start = record.reader.read(_START)
    length = len(start)
    while piece := record.reader.read(_PIECE):
        length += len(piece)
    return start, length


def _cut(count: int) -> str:
    return f"the archive is cut off after record {count:,}; the pages before that are built"


def _damaged(count: int, failure: Exception) -> str:
    if not count:
        return "no web archive, or a damaged one: it does not begin with a WARC record"
    return one_line(f"the archive is damaged after record {count:,} ({failure}); the pages before that are built")


def _is_cut_after(file: BinaryIO, part: ArchivePart, last: int) -> bool:
    """Return whether a part ends in the middle of something after its last whole record.

    The reader of WARC takes the beginning of a compressed record for the end of the archive.
    """
    reader = PartReader(file, ArchivePart(part.start + last, part.length - last))
    left = reader.read(_PIECE) or b""
    if not left.startswith(_GZIP):
        return False  # not compressed: the reader of WARC counts the bytes of each record
    while left:
        member = decompressobj(wbits=31)
        while left and not member.eof:
            try:
                member.decompress(left, _PIECE)
            except error:
                return True
            left = member.unconsumed_tail or member.unused_data or reader.read(_PIECE) or b""
        if not member.eof:
            return True
        left = left.lstrip(b"\0") or reader.read(_PIECE) or b""
    return False


def _reason(record: _Content) -> str:
    """Return why a record holds no article; empty if it may hold one."""
    if record.kind == "revisit":
        return "seen before and not stored again"
    if record.kind not in ("response", "resource"):
        return "no page"
    if not record.fields.get("warc-target-uri", "").lower().strip("<>").startswith(("http://", "https://")):
        return "no page"
    if record.length > MAX_BYTES:
        return f"larger than {MAX_BYTES // 2**20} MiB"
    if record.kind == "resource":
        page = record.start if "html" in record.fields.get("content-type", "").lower() else b""
    else:
        answer = parse_answer(record.start)
        if answer is None or not answer.is_page:
            return "no page"
        if answer.status != 200:
            return "moved, missing or refused"
        page = answer.page_start(_START)
    if len(page) < _SMALLEST:
        return "no page" if record.kind == "resource" else "too little text"
    return "" if may_hold_article(page) else "too little text"


def _address(record: _Content) -> tuple[str, str]:
    url = one_line(record.fields["warc-target-uri"].strip("<>"))
    return url, one_line(record.fields.get("warc-date", ""))[:10]
