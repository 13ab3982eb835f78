"""Read DOCX: zip files with a document of Word in them."""

from typing import TYPE_CHECKING

from briefing_tui.sources.registry import Certainty, RawSource, SourceKind

if TYPE_CHECKING:
    from briefing_tui.model.document import Document


def _certainty(source: RawSource) -> Certainty:
    from briefing_tui.sources.shared.zip_signs import is_zip, kind_of_zip

    return Certainty.SURE if is_zip(source.data) and kind_of_zip(source.data) == "docx" else Certainty.NONE


def _read(source: RawSource) -> "Document":
    from briefing_tui.sources.docx.markup import markup_of
    from briefing_tui.sources.html.reader import read_whole

    return read_whole(markup_of(source.data), source.name, source.sha256)


def _lines(source: RawSource) -> list[tuple[int, str]]:
    from briefing_tui.sources.docx.markup import markup_of
    from briefing_tui.sources.html.reader import read_blocks

    return [(number, block.text) for number, block in enumerate(read_blocks(markup_of(source.data)), 1)]


KIND = SourceKind("docx", _certainty, _read, _lines, (".docx",), is_text=False, is_shown_as_is=False)
