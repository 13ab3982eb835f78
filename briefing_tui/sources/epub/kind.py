"""Read EPUBs: zip files that say that they are one."""

from typing import TYPE_CHECKING

from briefing_tui.sources.registry import Certainty, RawSource, SourceKind

if TYPE_CHECKING:
    from briefing_tui.model.document import Document


def _certainty(source: RawSource) -> Certainty:
    from briefing_tui.sources.shared.zip_signs import is_zip, kind_of_zip

    return Certainty.SURE if is_zip(source.data) and kind_of_zip(source.data) == "epub" else Certainty.NONE


def _read(source: RawSource) -> "Document":
    from briefing_tui.sources.epub.reader import read_epub

    return read_epub(source)


def _lines(source: RawSource) -> list[tuple[int, str]]:
    from briefing_tui.sources.epub.reader import epub_lines

    return epub_lines(source)


KIND = SourceKind("epub", _certainty, _read, _lines, (".epub",), is_text=False, has_parts=True, is_shown_as_is=False)
