"""Read RTF: recognised by its first bytes."""

from typing import TYPE_CHECKING

from briefing_tui.sources.registry import Certainty, RawSource, SourceKind

if TYPE_CHECKING:
    from briefing_tui.model.document import Document

_MARK, _START = b"{\\rtf", 100


def _certainty(source: RawSource) -> Certainty:
    start = source.data[:_START].removeprefix(b"\xef\xbb\xbf").lstrip()
    return Certainty.SURE if start.startswith(_MARK) else Certainty.NONE


def _read(source: RawSource) -> "Document":
    from briefing_tui.sources.rtf.reader import read_rtf

    return read_rtf(source.data, source.name, source.sha256)


def _lines(source: RawSource) -> list[tuple[int, str]]:
    from briefing_tui.sources.rtf.paragraphs import paragraphs_of

    return list(enumerate(paragraphs_of(source.data), 1))


KIND = SourceKind("rtf", _certainty, _read, _lines, (".rtf",), is_text=False, is_shown_as_is=False)
