"""Read ODT: zip files that say that they are a text in OpenDocument."""

from typing import TYPE_CHECKING

from briefing_tui.sources.registry import Certainty, RawSource, SourceKind

if TYPE_CHECKING:
    from briefing_tui.model.document import Document


def _certainty(source: RawSource) -> Certainty:
    from briefing_tui.sources.shared.zip_signs import is_zip, kind_of_zip

    return Certainty.SURE if is_zip(source.data) and kind_of_zip(source.data) == "odt" else Certainty.NONE


def _read(source: RawSource) -> "Document":
    from briefing_tui.sources.html.reader import read_whole
    from briefing_tui.sources.odt.markup import markup_of

    return read_whole(markup_of(source.data), source.name, source.sha256)


def _lines(source: RawSource) -> list[tuple[int, str]]:
    from briefing_tui.sources.html.reader import read_blocks
    from briefing_tui.sources.odt.markup import markup_of

    return [(number, block.text) for number, block in enumerate(read_blocks(markup_of(source.data)), 1)]


KIND = SourceKind("odt", _certainty, _read, _lines, (".odt",), is_text=False, is_shown_as_is=False)
