"""Read an article as people have it into a Document.

It may be text copied or dumped from a page, a saved page, a Markdown clipping, or of any other kind that has a package here.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from briefing_tui.sources.errors import IsContentFile, NoArticle, SourceError, Unreadable

if TYPE_CHECKING:
    from pathlib import Path

    from briefing_tui.model.document import Document, Origin

__all__ = ["IsContentFile", "NoArticle", "SourceError", "Unreadable", "read_source"]

MAX_BYTES = 64 * 1024 * 1024
"""The most bytes of an article; larger files are not read."""


def read_source(
    source: "Path | bytes",
    name: str | None = None,
    kind: str | None = None,
    report: Callable[[str], None] | None = None,
    origin: "Origin | None" = None,
) -> "Document":
    """Read an article from a file or from bytes.

    Args:
        source: the file, or its bytes.
        name: what the document calls its source; the file's own name if None.
        kind: the name of a kind of source (see `registry.article_kinds`), perhaps with a part (`epub:3`); recognised from the
            bytes if None.
        report: called with a few words at each step.
        origin: where the bytes were fetched from; the document's source then has the page's own address, otherwise that one.

    Raises NoArticle (with the source's lines), Unreadable or IsContentFile, and OSError if the file can't be opened.
    """
    report = report or _ignore
    report("reading the source")
    data = source if isinstance(source, bytes) else _bytes_of(source)
    if len(data) > MAX_BYTES:
        raise Unreadable(f"it is larger than {MAX_BYTES // 1024 // 1024} MB: give a file with the article alone")
    if not data.strip():
        raise NoArticle("the file is empty")
    from briefing_tui.contentfile.read.other_kinds import other_kind
    from briefing_tui.sources.line_corrections import add_head_rows
    from briefing_tui.sources.registry import RawSource, is_binary_source, kind_named, recognise, split_kind
    from briefing_tui.text.safety import one_line

    if kind is None and (why := other_kind(data)) and not is_binary_source(data):
        raise Unreadable(why)
    raw = RawSource(data, one_line(name or ("standard input" if isinstance(source, bytes) else source.name)), origin)
    if kind:
        kind, raw.part = split_kind(kind)
    chosen = kind_named(kind) if kind else recognise(raw)
    report("finding the article")
    try:
        return _with_address(add_head_rows(chosen.read(raw)), origin)
    except NoArticle as error:
        from briefing_tui.sources.no_article import without_article

        lines = without_article(raw, chosen, error.reason)
        raise NoArticle(error.reason, lines and _with_address(lines, origin)) from None


def _with_address(document: "Document", origin: "Origin | None") -> "Document":
    """Return the document of what was fetched, with whole addresses: that of its page, and those of its pictures.

    The page's is the one that it declares; if there is none, or it names only the site, which is a common mistake of templates,
    it is where the page was fetched.
    """
    if origin is None or not origin.address:
        return document
    from msgspec.structs import replace

    from briefing_tui.model.identity import address_key

    declared = _joined(origin.address, document.source.url or "")
    address = declared if address_key(declared) else origin.address
    images = tuple(replace(image, url=_joined(origin.address, image.url)) if image.url else image for image in document.images)
    return replace(document, source=replace(document.source, url=address), images=images)


def _joined(page: str, address: str) -> str:
    """Return the whole address of a picture that a page names."""
    from urllib.parse import urljoin

    try:
        return urljoin(page, address)
    except ValueError:
        return address


def _ignore(step: str) -> None:
    del step


def _bytes_of(path: "Path") -> bytes:
    """Return the bytes of a file; of one that is too large, one byte more than an article may have. Raises OSError."""
    from briefing_tui.file_io import read_file

    return read_file(path, MAX_BYTES + 1)
