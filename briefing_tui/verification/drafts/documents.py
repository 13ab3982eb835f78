"""Read a draft in DOCX, ODT or RTF as passages; its lines are its paragraphs."""

from collections.abc import Iterator

from briefing_tui.sources.errors import SourceError
from briefing_tui.sources.html.blocks import PageBlock
from briefing_tui.sources.html.elements import HEADINGS
from briefing_tui.sources.html.reader import read_blocks
from briefing_tui.sources.registry import RawSource, recognise
from briefing_tui.verification.drafts.passages import Passage, PassageKind, PassageWriter

KINDS = ("docx", "odt", "rtf")
"""The kinds of source that a draft may be of, too."""


def is_document(data: bytes) -> bool:
    """Return whether bytes are a document that is read by its paragraphs."""
    return data[:2] in (b"PK", b"{\\") and recognise(RawSource(data)).name in KINDS


def read_document(data: bytes) -> tuple[str, list[Passage]]:
    """Return the text of a document, a paragraph on each line, with its passages.

    Raises sources.SourceError if it can't be read, or has no words.
    """
    lines: list[str] = []
    passages: list[Passage] = []
    at = 0
    for kind, text in _paragraphs(data):
        writer = PassageWriter(kind)
        line = text.replace("\n", " ")
        writer.add(line, at)
        if passage := writer.passage():
            passages.append(passage)
        lines.append(line)
        at += len(line) + 1
    return "\n".join(lines), passages


def _paragraphs(data: bytes) -> Iterator[tuple[PassageKind, str]]:
    name = recognise(RawSource(data)).name
    if name == "rtf":
        from briefing_tui.sources.rtf.paragraphs import paragraphs_of

        yield from (("paragraph", text) for text in paragraphs_of(data))
        return
    if name == "docx":
        from briefing_tui.sources.docx.markup import markup_of
    else:
        from briefing_tui.sources.odt.markup import markup_of
    yield from ((_kind(block), block.text) for block in read_blocks(markup_of(data)))


def _kind(block: PageBlock) -> PassageKind:
    if block.tag in HEADINGS:
        return "heading"
    tags = [box.tag for box in block.box.near(3)]
    return "quote" if "blockquote" in tags else "item" if "li" in tags else "paragraph"


__all__ = ["SourceError", "is_document", "read_document"]
