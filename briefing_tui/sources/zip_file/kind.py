"""Read zip files: recognised by their first bytes, unless they are books or documents."""

from typing import TYPE_CHECKING

from briefing_tui.sources.registry import Certainty, RawSource, SourceKind

if TYPE_CHECKING:
    from briefing_tui.model.document import Document


def _certainty(source: RawSource) -> Certainty:
    from briefing_tui.sources.shared.zip_signs import is_zip, kind_of_zip

    return Certainty.SURE if is_zip(source.data) and kind_of_zip(source.data) == "" else Certainty.NONE


def _read(source: RawSource) -> "Document":
    from briefing_tui.sources.zip_file.reader import read_zip

    return read_zip(source)


def _lines(source: RawSource) -> list[tuple[int, str]]:
    from briefing_tui.sources.zip_file.reader import zip_lines

    return zip_lines(source)


KIND = SourceKind("zip", _certainty, _read, _lines, (".zip",), is_text=False, has_parts=True, is_shown_as_is=False)
