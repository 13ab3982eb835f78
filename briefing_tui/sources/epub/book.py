"""Open an EPUB: what it says of itself, and its chapters in reading order."""

import posixpath
import re
from typing import TYPE_CHECKING
from urllib.parse import unquote

from msgspec import Struct, field

from briefing_tui.sources.errors import NoArticle, Unreadable
from briefing_tui.sources.shared.zip_entries import ZipEntries
from briefing_tui.text.safety import one_line

if TYPE_CHECKING:
    from lxml.etree import _Element

_DC = "{http://purl.org/dc/elements/1.1/}"
_CONTAINER = "META-INF/container.xml"
_PROTECTED = ("META-INF/rights.xml", "META-INF/sinf.xml", "META-INF/license.lcpl")
"""Files of copy protection: Adobe's, Apple's and Readium's."""
_ALGORITHM = re.compile(rb"""EncryptionMethod[^>]{0,200}?Algorithm\s*=\s*["']([^"']{1,200})""")
_OF_FONTS = (b"http://www.idpf.org/2008/embedding", b"http://ns.adobe.com/pdf/enc#RC")
"""Ways to make fonts unusable outside of a book, which protect no text."""
_MOST_CHAPTERS = 3_000


class Chapter(Struct):
    """A document of a book's reading order, in markup, with the name of its file."""

    name: str
    markup: bytes


class Book(Struct):
    """A book: what it says of itself, and its chapters.

    `names` are those of the chapters' files, in reading order.
    """

    entries: ZipEntries
    title: str = ""
    authors: list[str] = field(default_factory=list)
    published: str = ""
    publisher: str = ""
    language: str = ""
    names: list[str] = field(default_factory=list)


def open_book(data: bytes) -> Book:
    """Return the book in an EPUB.

    Raises:
        NoArticle: it has no chapters.
        Unreadable: it has copy protection, or is damaged.
    """
    entries = ZipEntries(data, "an e-book")
    if any(name in entries for name in _PROTECTED) or _hides_text(entries):
        raise Unreadable("an e-book with copy protection (DRM); it can't be read: get a copy without it")
    root = next((each for each in _tree(entries, _CONTAINER).iter("{*}rootfile")), None)
    path = root.get("full-path") if root is not None else None
    if not path:
        raise Unreadable("an e-book that names no list of its chapters; make it again")
    package = _tree(entries, path)
    book = Book(entries)
    _read_metadata(package, book)
    book.names = list(_reading_order(package, posixpath.dirname(path), entries))[:_MOST_CHAPTERS]
    if not book.names:
        raise NoArticle("the e-book has no chapters")
    return book


def _hides_text(entries: ZipEntries) -> bool:
    """Return whether more than fonts is encrypted."""
    if "META-INF/encryption.xml" not in entries:
        return False
    return any(algorithm not in _OF_FONTS for algorithm in _ALGORITHM.findall(entries.read("META-INF/encryption.xml")))


def _tree(entries: ZipEntries, name: str) -> "_Element":
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(entries.read(name), parser)
    except (etree.XMLSyntaxError, ValueError):
        root = None
    if root is None:
        raise Unreadable("an e-book that is damaged; make it again")
    return root


def _read_metadata(package: "_Element", book: Book) -> None:
    def said(name: str) -> list[str]:
        return [
            text for each in package.iter(f"{{http://purl.org/dc/elements/1.1/}}{name}") if (text := one_line(each.text or ""))
        ]

    book.title = next(iter(said("title")), "")
    book.authors = said("creator")[:20]
    book.published = next(iter(said("date")), "")
    book.publisher = next(iter(said("publisher")), "")
    book.language = next(iter(said("language")), "")


def _reading_order(package: "_Element", folder: str, entries: ZipEntries) -> list[str]:
    """Return the names of the chapters' files, without the table of contents."""
    items = {each.get("id"): each for each in package.iter("{*}item")}
    contents = {posixpath.basename(each.get("href") or "") for each in package.iter("{*}reference") if each.get("type") == "toc"}
    found: list[str] = []
    for reference in package.iter("{*}itemref"):
        item = items.get(reference.get("idref"))
        if item is None or reference.get("linear") == "no" or "nav" in (item.get("properties") or "").split():
            continue
        href = unquote((item.get("href") or "").partition("#")[0])
        name = posixpath.normpath(posixpath.join(folder, href))
        if href and name in entries and posixpath.basename(href) not in contents and "html" in (item.get("media-type") or ""):
            found.append(name)
    return list(dict.fromkeys(found))
