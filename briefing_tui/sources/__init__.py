"""An article as people have it → a Document: text copied or dumped from a page, a saved page, a Markdown clipping."""

from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

from briefing_tui.model.briefing import Source
from briefing_tui.model.document import Document
from briefing_tui.sources.errors import IsContentFile, NoArticle, SourceError, Unreadable

__all__ = ["KINDS", "IsContentFile", "NoArticle", "SourceError", "Unreadable", "read_source"]

KINDS = ("plain", "html", "markdown")
MAX_BYTES = 64 * 1024 * 1024
"""Larger files are no articles, and are not read."""
MAX_LINES = 300_000
"""Nor are texts of more lines: each may be a heading, which takes a kilobyte. A book of 10 MB has about 200,000."""


def read_source(
    source: Path | bytes, name: str | None = None, kind: str | None = None, tell: Callable[[str], None] | None = None
) -> Document:
    """Read an article from a file or from bytes.

    `name` is what the document calls its source (the file's own name if None); `kind` is one of KINDS, or None to tell it
    from the bytes; `tell` hears what is being done. Raises NoArticle (with the source's lines), Unreadable or IsContentFile, and
    OSError where a file can't be opened.
    """
    tell = tell or _nobody
    tell("reading the source")
    data = source if isinstance(source, bytes) else _bytes_of(source)
    if len(data) > MAX_BYTES:
        raise Unreadable(f"it is larger than {MAX_BYTES // 1024 // 1024} MB: no article is")
    called = name or (source.name if isinstance(source, Path) else "standard input")
    if not data.strip():
        raise NoArticle("the file is empty")
    from briefing_tui.sources.decode import decode
    from briefing_tui.sources.detect import detect, unquoted
    from briefing_tui.sources.line_corrections import with_head
    from briefing_tui.text.safety import one_line

    digest, called = sha256(data).hexdigest(), one_line(called)
    text = unquoted(decode(data))
    told = kind or detect(text)
    if told != "html" and text.count("\n") > MAX_LINES:
        raise Unreadable(f"it has more than {MAX_LINES:,} lines: no article has")
    tell("finding the article")
    try:
        return with_head(_read(told, text, called, digest))
    except NoArticle as error:
        from briefing_tui.sources.no_article import unchosen

        raise NoArticle(error.reason, unchosen(told, text, Source(called, None, digest), error.reason)) from None


def _read(kind: str, text: str, name: str, digest: str) -> Document:
    from briefing_tui.text.safety import harmless

    if kind == "html":
        from briefing_tui.sources.html.reader import read_html

        return read_html(text, name, digest)
    if kind == "briefing":
        raise IsContentFile("this is a content file already: read it, or give the article it was built from")
    if kind == "markdown":
        from briefing_tui.sources.markdown.reader import read_markdown

        return read_markdown(harmless(text), name, digest)
    from briefing_tui.sources.plain.reader import read_plain

    return read_plain(harmless(text), name, digest)


def _nobody(step: str) -> None:
    del step


def _bytes_of(path: Path) -> bytes:
    """The file's bytes; of one without end (a device, a pipe) one more than an article may have."""
    with path.open("rb") as file:
        return file.read(MAX_BYTES + 1)
