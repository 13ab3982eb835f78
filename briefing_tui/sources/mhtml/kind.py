"""Read MHTML: recognised by the head of a mail whose parts belong together."""

import re
from typing import TYPE_CHECKING

from briefing_tui.sources.registry import Certainty, RawSource, SourceKind

if TYPE_CHECKING:
    from briefing_tui.model.document import Document

_HEAD = re.compile(rb"\s*(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*){1,30}")
_RELATED = re.compile(rb"^content-type:\s*multipart/(?:related|mixed)\b", re.I | re.M)
_SAVED = re.compile(rb"^(?:snapshot-content-location|content-location|mime-version):", re.I | re.M)


def _certainty(source: RawSource) -> Certainty:
    head = _HEAD.match(source.data[:20_000])
    if head is None or not _RELATED.search(head[0]) or not _SAVED.search(head[0]):
        return Certainty.NONE
    return Certainty.SURE if b"text/html" in source.data[:100_000].lower() else Certainty.NONE


def _read(source: RawSource) -> "Document":
    from briefing_tui.sources.html.reader import read_html
    from briefing_tui.sources.mhtml.page import page_of

    page, address = page_of(source.data)
    return read_html(page, source.name, source.sha256, address)


def _lines(source: RawSource) -> list[tuple[int, str]]:
    from briefing_tui.sources.html.reader import read_blocks
    from briefing_tui.sources.mhtml.page import page_of

    return [(block.line, block.text) for block in read_blocks(page_of(source.data)[0])]


KIND = SourceKind("mhtml", _certainty, _read, _lines, (".mhtml", ".mht"), is_shown_as_is=False)
