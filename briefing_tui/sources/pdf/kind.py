"""Read PDFs: recognised by their first bytes."""

from typing import TYPE_CHECKING

from briefing_tui.sources.registry import Certainty, RawSource, SourceKind

if TYPE_CHECKING:
    from briefing_tui.model.document import Document

_MARK, _START = b"%PDF-", 1024
"""What a PDF has within its first kilobyte, as readers of PDF expect it."""


def _certainty(source: RawSource) -> Certainty:
    start = source.data[:_START]
    at = start.find(_MARK)
    if at < 0 or (at and start[:at].strip().isascii() and start[:at].strip().isalnum()):
        return Certainty.NONE
    return Certainty.SURE if at == 0 or not start[:at].strip(b"\x00\r\n\t \xef\xbb\xbf") else Certainty.LIKELY


def _read(source: RawSource) -> "Document":
    from briefing_tui.sources.pdf.reader import read_pdf

    return read_pdf(source.data, source.name, source.sha256)


def _lines(source: RawSource) -> list[tuple[int, str]]:
    from briefing_tui.sources.pdf.reader import pdf_lines

    return pdf_lines(source.data)


KIND = SourceKind("pdf", _certainty, _read, _lines, (".pdf",), is_text=False, is_shown_as_is=False)
