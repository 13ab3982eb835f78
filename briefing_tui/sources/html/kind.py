"""Read saved pages: recognised by their first elements, or by a few closed ones anywhere."""

import re
from typing import TYPE_CHECKING

from briefing_tui.sources.registry import Certainty, RawSource, SourceKind

if TYPE_CHECKING:
    from briefing_tui.model.document import Document


_MEDIA_TYPES = ("text/html", "application/xhtml+xml")
_TAG = re.compile(r"<[a-zA-Z/!]")


def _certainty(source: RawSource) -> Certainty:
    from briefing_tui.sources.shared.markup_signs import carries_markup, is_text_about_markup, opens_as_page

    if opens_as_page(source.start):
        return Certainty.SURE
    if source.media_type in _MEDIA_TYPES and _TAG.search(source.start):
        return Certainty.VERY_LIKELY
    is_page = carries_markup(source.start) and not is_text_about_markup(source.start)
    return Certainty.LIKELY if is_page else Certainty.NONE


def _read(source: RawSource) -> "Document":
    from briefing_tui.sources.html.reader import read_html

    return read_html(source.text, source.name, source.sha256)


def _lines(source: RawSource) -> list[tuple[int, str]]:
    from briefing_tui.sources.html.reader import read_blocks

    return [(block.line, block.text) for block in read_blocks(source.text)]


KIND = SourceKind("html", _certainty, _read, _lines, (".html", ".htm", ".xhtml"), is_shown_as_is=False)
