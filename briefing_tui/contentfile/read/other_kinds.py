"""Name the files that hold no text of an article: PDFs, feeds, pictures, office documents."""

import re

_DOCUMENT = "save it as text or HTML, and give that"
_ARTICLE = "give the article as text, HTML or Markdown"
_BUILD = "give its file to 'briefing build FILE -o FOLDER'"
_MADE = "'briefing build FILE' makes a briefing of it"
_PICTURE = ("a picture", _ARTICLE)
_SIGNATURES = (
    (b"%PDF-", "a PDF", _MADE),
    (b"%!PS", "a PostScript document", _DOCUMENT),
    (b"{\\rtf", "a document in Rich Text Format (RTF)", _MADE),
    (b"PK\x03\x04", "an office document, e-book or archive (ZIP)", _DOCUMENT),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an office document of the old kind", _DOCUMENT),
    (b"\x1f\x8b", "a compressed file (gzip)", "decompress it, and give what was in it"),
    (b"SQLite format 3\x00", "a database (SQLite)", "give a content file, or the article as text, HTML or Markdown"),
    (b"\x89PNG", *_PICTURE),
    (b"\xff\xd8\xff", *_PICTURE),
    (b"GIF8", *_PICTURE),
    (b"\x7fELF", "a program", _ARTICLE),
)
"""Kinds of file that hold no article: first bytes, name, advice. The bytes are from the formats' specifications."""
_FEED = re.compile(rb"(?:<\?[^>]{0,200}>\s{0,20}|<!--[^>]{0,500}-->\s{0,20}){0,5}<(?:rss|feed|rdf:RDF)[\s>]")
_WACZ = re.compile(rb"(?<=[^/])archive/[^/\0]{1,200}\.warc(?:\.gz)?|indexes/index\.cdxj?")
_HEAD = 4_096


def other_kind(data: bytes) -> str | None:
    """Return what kind of file can hold no article, and what to do.

    The result is None if it may hold one.
    """
    if _FEED.match(_head(data)):
        return "a feed, which lists articles; subscribe to it ('briefing feed add'), or give the page of one of them"
    return kind_without_text(data)


def kind_without_text(data: bytes) -> str | None:
    """Return what kind of file is no text, and what to do. The result is None if it may be text."""
    head = _head(data)
    if _holds_warc(head):
        return f"a web archive; {_BUILD}"
    return next((f"{name}; {advice}" for beginning, name, advice in _SIGNATURES if head.startswith(beginning)), None)


def _holds_warc(head: bytes) -> bool:
    """Return whether a file is a web archive: WARC, compressed or not, or a ZIP file with WARC files in it (WACZ)."""
    if head.startswith(b"\x1f\x8b"):
        from zlib import decompressobj, error

        try:
            head = decompressobj(wbits=31).decompress(head, 16)
        except error:
            return False
    return head.startswith(b"WARC/") or (head.startswith(b"PK\x03\x04") and _WACZ.search(head) is not None)


def _head(data: bytes) -> bytes:
    return data[:_HEAD].removeprefix(b"\xef\xbb\xbf").lstrip()
