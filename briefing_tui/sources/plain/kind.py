"""Read plain text: whatever no other kind of source recognises."""

from typing import TYPE_CHECKING

from briefing_tui.sources.registry import Certainty, RawSource, SourceKind

if TYPE_CHECKING:
    from briefing_tui.model.document import Document


def _certainty(_source: RawSource) -> Certainty:
    return Certainty.FALLBACK


def _read(source: RawSource) -> "Document":
    from briefing_tui.sources.plain.reader import read_plain

    return read_plain(source.harmless_text(), source.name, source.sha256)


def text_lines(source: RawSource) -> list[tuple[int, str]]:
    """Return the restored lines of a text, each with its number."""
    from briefing_tui.sources.plain.cleanup.dump import read_lines

    return [(line.number, line.text) for line in read_lines(source.harmless_text()).lines]


KIND = SourceKind("plain", _certainty, _read, text_lines, (".txt", ".text"))
