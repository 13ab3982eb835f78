"""Read an e-book: all its chapters as sections, or one of them as an article.

A chapter is a page that holds nothing but the text, so nothing is chosen or dropped.
"""

import posixpath
import re
from html import escape

from msgspec.structs import replace

from briefing_tui.model.document import Document
from briefing_tui.sources.decode import decode
from briefing_tui.sources.epub.book import Book, open_book
from briefing_tui.sources.errors import NoArticle, Unreadable
from briefing_tui.sources.html.reader import read_blocks, read_whole
from briefing_tui.sources.registry import RawSource
from briefing_tui.text.safety import one_line

_BODY = re.compile(r"<body\b[^>]{0,2000}>", re.I)
_HEADINGS, _HEAD = ("h1", "h2", "h3"), 5
"""The headings that are a chapter's title, and the first blocks among which it is."""


def read_epub(source: RawSource) -> Document:
    """Read a book, or its chapter of a number or of a file's name.

    Raises:
        NoArticle: it has no text.
        Unreadable: it has copy protection, is damaged, or has no such chapter.
    """
    book = open_book(source.data)
    if source.part:
        return _read_chapter(book, _chosen(book, source.part), source)
    chapters = [body for name in book.names if (body := _body(book, name))]
    document = read_whole(_page(book, book.title, "".join(chapters)), source.name, source.sha256)
    if len(book.names) == 1:
        return document
    note = f"a book of {len(book.names):,} chapters, which are the sections; '--from epub:NUMBER' reads one of them"
    return replace(document, notes=(*document.notes, note))


def epub_lines(source: RawSource) -> list[tuple[int, str]]:
    """Return the lines of all chapters."""
    book = open_book(source.data)
    return [(block.line, block.text) for name in book.names if (body := _body(book, name)) for block in read_blocks(body)]


def _read_chapter(book: Book, name: str, source: RawSource) -> Document:
    body = _body(book, name)
    if not body:
        raise NoArticle("the chapter has no text")
    named = next((block.text for block in read_blocks(body)[:_HEAD] if block.tag in _HEADINGS), "")
    title = named or f"{book.title} ({posixpath.basename(name)})"
    document = read_whole(_page(book, title, body, has_title=bool(named)), source.name, source.sha256)
    return replace(document, kicker=document.kicker or (None if document.title == book.title else book.title or None))


def _chosen(book: Book, part: str) -> str:
    """Return the name of a chapter's file by its number or its own name."""
    if part.isdigit() and 1 <= int(part) <= len(book.names):
        return book.names[int(part) - 1]
    for name in book.names:
        file = posixpath.basename(name)
        if part in (name, file, file.partition(".")[0]):
            return name
    raise Unreadable(f"a book of {len(book.names):,} chapters without '{one_line(part)}'; choose one by its number: epub:3")


def _body(book: Book, name: str) -> str:
    """Return the markup within a chapter's body."""
    markup = decode(book.entries.read(name))
    start = _BODY.search(markup)
    end = markup.rfind("</body")
    return markup[start.end() if start else 0 : end if end >= 0 else len(markup)]


def _page(book: Book, title: str, body: str, has_title: bool = False) -> str:
    """Return a page of what a book says of itself, and a text.

    `has_title` means that the title is in the text.
    """
    said = {"author": book.authors, "date": [book.published], "og:site_name": [book.publisher], "og:title": [title]}
    meta = "".join(f'<meta name="{name}" content="{escape(text)}">' for name, texts in said.items() for text in texts if text)
    heading = "" if has_title or not title else f"<h1>{escape(title)}</h1>"
    return f'<html lang="{escape(book.language)}"><head>{meta}</head><body>{heading}{body}</body></html>'
