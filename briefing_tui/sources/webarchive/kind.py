"""Read Safari's web archives: property lists with a page as their main resource."""

from typing import TYPE_CHECKING

from briefing_tui.sources.registry import Certainty, RawSource, SourceKind

if TYPE_CHECKING:
    from briefing_tui.model.document import Document

_MAIN = b"WebMainResource"


def _certainty(source: RawSource) -> Certainty:
    data = source.data
    is_list = data.startswith(b"bplist0") or (b"<plist" in data[:1000] and data.lstrip()[:5] == b"<?xml")
    return Certainty.SURE if is_list and _MAIN in data else Certainty.NONE


def _read(source: RawSource) -> "Document":
    from briefing_tui.sources.html.reader import read_html
    from briefing_tui.sources.webarchive.page import page_of

    page, address = page_of(source.data)
    return read_html(page, source.name, source.sha256, address)


def _lines(source: RawSource) -> list[tuple[int, str]]:
    from briefing_tui.sources.html.reader import read_blocks
    from briefing_tui.sources.webarchive.page import page_of

    return [(block.line, block.text) for block in read_blocks(page_of(source.data)[0])]


KIND = SourceKind("webarchive", _certainty, _read, _lines, (".webarchive",), is_text=False, is_shown_as_is=False)
