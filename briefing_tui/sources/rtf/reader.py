"""Read an article from a document in Rich Text Format, paragraph by paragraph."""

import re

from briefing_tui.model.document import Document
from briefing_tui.sources.plain.lines import Line, TextLines, describe
from briefing_tui.sources.plain.reader import read_restored
from briefing_tui.sources.rtf.paragraphs import paragraphs_of

_ITEM = re.compile(r"(?:[•‣◦▪●○■□·]|(?P<order>\d{1,3})[.)])\t\s*+(?=\S)")
"""The beginning of a list item, as word processors write it: a bullet or a number, and a tab."""


def read_rtf(data: bytes, name: str, sha256: str) -> Document:
    """Read the article of a document.

    Args:
        data: the bytes of the file.
        name: what the document calls its source.
        sha256: the SHA-256 of the bytes in hex.

    Raises:
        NoArticle: it has no words, or no article.
        Unreadable: it is damaged or too large, or striprtf is not installed.
    """
    lines = [_line(text, number) for number, text in enumerate(paragraphs_of(data), 1)]
    describe(lines)
    return read_restored(TextLines(lines, []), name, sha256)


def _line(text: str, number: int) -> Line:
    item = _ITEM.match(text)
    words = " ".join(text[item.end() if item else 0 :].split())
    if item is None:
        return Line(words, number, 1)
    return Line(words, number, 1, 2, "*", int(item["order"]) if item["order"] else None, is_marked=True)
