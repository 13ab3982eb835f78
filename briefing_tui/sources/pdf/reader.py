"""Read an article from a PDF.

The lines of its pages are put into reading order (`columns`), without what the pages repeat (`margins`), and made into blocks
(`blocks`). A block is then a line of plain text whose paragraphs and headings are known by how they are set, and read as such.
"""

import re
from itertools import count

from msgspec.structs import replace

from briefing_tui.model.document import Document
from briefing_tui.sources.errors import NoArticle, Unreadable
from briefing_tui.sources.pdf.blocks import BlockMaker, looks_of, without_initials
from briefing_tui.sources.pdf.columns import read_columns, read_tagged
from briefing_tui.sources.pdf.footnotes import footnotes
from briefing_tui.sources.pdf.fragments import PdfBlock, PdfText
from briefing_tui.sources.pdf.margins import remove_margins
from briefing_tui.sources.pdf.opening import read_pages
from briefing_tui.sources.pdf.tags import in_order_of_tags
from briefing_tui.sources.plain.cleanup.wraps import join_wrapped
from briefing_tui.sources.plain.lines import Line, TextLines, describe
from briefing_tui.sources.plain.reader import read_restored
from briefing_tui.sources.registry import MAX_LINES
from briefing_tui.sources.shared.letters import letters

_ITEM = re.compile(r"(?P<mark>[•‣◦▪●○■□*·]|[–—](?=\s)|\(?\d{1,3}[.)])\s*")
_WORD = re.compile(r"\w+(?:-\w+)*")
_APART, _FAR = 1.28, 4.0
"""The distances from the block above, in those of lines, that are a blank line and more than one."""
_LIKE = 0.6
"""The share of a PDF's own title that a line with its headline has."""


def read_pdf(data: bytes, name: str, sha256: str) -> Document:
    """Read the article of a PDF.

    Args:
        data: the bytes of the file.
        name: what the document calls its source.
        sha256: the SHA-256 of the bytes in hex.

    Raises:
        NoArticle: it has no text, or no article.
        Unreadable: it is encrypted or damaged.
    """
    return read_text(read_pages(data), name, sha256)


def read_text(pdf: PdfText, name: str, sha256: str) -> Document:
    """Read the article of a PDF whose pages were read, as `read_pdf` does."""
    source = _text_lines(pdf)
    document = read_restored(source, name, sha256, _title(source.lines, pdf.title))
    return replace(document, notes=(*document.notes, *pdf.notes)) if pdf.notes else document


def pdf_lines(data: bytes) -> list[tuple[int, str]]:
    """Return the blocks of a PDF in reading order, with their first lines' numbers."""
    return [(line.number, line.text) for line in _text_lines(read_pages(data)).lines]


def _text_lines(pdf: PdfText) -> TextLines:
    """Return the blocks of a PDF as lines of text, and what was left out."""
    columns = count()
    removed = remove_margins(pdf)
    if (order := in_order_of_tags(pdf.pages)) is not None:
        lines = list(read_tagged(order, columns))
    else:
        lines = [line for page in pdf.pages for line in read_columns(page.fragments, page.number, columns)]
    if len(lines) > MAX_LINES:
        raise Unreadable(f"it has more than {MAX_LINES:,} lines: give a file with the article alone")
    if not lines:
        raise NoArticle("the PDF has no text")
    numbers = {id(line): number for number, line in enumerate(lines, 1)}
    maker = BlockMaker(lines, looks_of(lines))
    blocks = maker.blocks()
    vocabulary = frozenset(word for line in lines for word in _WORD.findall(line.text) if not line.text.endswith(word + "-"))
    lower = frozenset(word.casefold() for word in vocabulary)
    hyphens = sum(line.text.endswith("-") for line in lines)
    for block in blocks:
        text = join_wrapped([line.text for line in block.lines], hyphens >= 3, vocabulary)
        block.text = without_initials(text, lower)
    levels = maker.mark_headings(blocks)
    notes = footnotes(blocks, maker.looks, {page.number: page.note_signs for page in pdf.pages})
    made = [
        _line(block, numbers[id(block.lines[0])], levels.get(index))
        for index, block in enumerate(blocks)
        if any(map(str.isalnum, block.text)) and index not in notes
    ]
    describe(made)
    last = len(lines)
    refused = [(numbers[id(blocks[index].lines[0])], blocks[index].text, "a footnote") for index in sorted(notes)]
    return TextLines(made, refused + [(last + at, text, "a running head or foot") for at, (_, text) in enumerate(removed, 1)])


def _line(block: PdfBlock, number: int, level: int | None) -> Line:
    text, gap = block.text, 2 if _FAR < block.space < 9 else 1 if block.space > _APART else 0
    if level is not None:
        tag = block.lines[0].tag
        return Line(text, number, gap, mark="#", order=level, is_marked=bool(tag and tag.level))
    tag = block.lines[0].tag
    if tag and (tag.is_item or tag.is_quote):
        return Line(text, number, gap, 2, "*" if tag.is_item else ">", None, is_marked=True)
    item = _ITEM.match(text)
    if item and item.end() < len(text):
        mark = item["mark"]
        order = int(mark.strip("(.)")) if mark.strip("(.)").isdigit() else None
        return Line(text[item.end() :], number, gap, 2, "*", order, is_marked=True)
    return Line(text, number, gap)


def _title(lines: list[Line], told: str) -> int | None:
    """Return the line that is surely the headline: the title that the PDF names, or its only heading of the first level.

    The level counts if tags say it. The result is None if there is no such line.
    """
    words = letters(told)
    first = [index for index, line in enumerate(lines) if line.mark == "#" and line.order == 1 and line.is_marked]
    only = first[0] if len(first) == 1 and lines[first[0]].words > 2 else None
    if len(words) < 8:
        return only
    best, best_length = None, 0
    for index, line in enumerate(lines[:400]):
        own = letters(line.text)
        if (len(own) >= max(8, _LIKE * len(words)) and own in words) or (words in own and len(own) < 1.5 * len(words)):
            length = len(own) + (1000 if line.mark == "#" else 0)
            if length > best_length:
                best, best_length = index, length
    return only if best is None else best
