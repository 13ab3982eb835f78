"""The server's answer in an archived record: its head, and the beginning of its page."""

import re
from typing import NamedTuple
from zlib import MAX_WBITS, decompressobj, error

_HEAD = 64 * 1024
"""Bytes in which the head of an answer must end."""
_STATUS = re.compile(rb"HTTP/\d(?:\.\d)? (\d{3})\b")
_PAGES = ("text/html", "application/xhtml+xml")
_CHUNK = re.compile(rb"\r?\n?([0-9a-fA-F]{1,8})[^\r\n]{0,100}\r?\n")


class Answer(NamedTuple):
    """The answer of a server.

    `fields` are those of the head by their names in lower case, `body` the bytes after it.
    """

    status: int
    fields: dict[str, str]
    body: bytes

    @property
    def is_page(self) -> bool:
        """True if it is a page by its content type, or has none."""
        kind = self.fields.get("content-type", "").partition(";")[0].strip().lower()
        return kind in ("", *_PAGES)

    def page_start(self, most: int) -> bytes:
        """Return at most `most` bytes of the page, unpacked; none if that can't be done."""
        data = self.body
        if "chunked" in self.fields.get("transfer-encoding", "").lower():
            data = _joined(data)
        encoding = self.fields.get("content-encoding", "").strip().lower()
        if encoding in ("gzip", "x-gzip"):
            return _inflated(data, most, MAX_WBITS | 16)
        if encoding == "deflate":
            return _inflated(data, most, MAX_WBITS) or _inflated(data, most, -MAX_WBITS)
        if encoding == "br":
            return _unbrotlied(data, most)
        return data[:most] if encoding in ("", "identity", "utf-8") else b""


def parse_answer(content: bytes) -> Answer | None:
    """Return the answer at the beginning of a record; None if it is none."""
    head, end, _ = content[:_HEAD].partition(b"\r\n\r\n")
    if not end:
        head, end, _ = content[:_HEAD].partition(b"\n\n")
    status = _STATUS.match(head)
    if not status or not end:
        return None
    fields = {}
    for line in head.splitlines()[1:]:
        name, _, value = line.decode("latin-1").partition(":")
        fields[name.strip().lower()] = value.strip()
    return Answer(int(status[1]), fields, content[len(head) + len(end) :])


def _joined(data: bytes) -> bytes:
    """Join the pieces that an answer was sent in, as far as they are there."""
    pieces: list[bytes] = []
    at = 0
    while (found := _CHUNK.match(data, at)) and (size := int(found[1], 16)):
        pieces.append(data[found.end() : found.end() + size])
        at = found.end() + size
    return b"".join(pieces) if pieces else data


def _inflated(data: bytes, most: int, window: int) -> bytes:
    try:
        return decompressobj(wbits=window).decompress(data, most)
    except error:
        return b""


def _unbrotlied(data: bytes, most: int) -> bytes:
    import brotli

    pieces = brotli.Decompressor()
    try:
        return bytes(pieces.process(data, output_buffer_limit=most))[:most]
    except (brotli.error, TypeError):
        return b""
