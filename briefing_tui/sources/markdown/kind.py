"""Read Markdown: recognised by its front matter, headings, links and bold words."""

from typing import TYPE_CHECKING

from briefing_tui.sources.plain.kind import text_lines
from briefing_tui.sources.registry import Certainty, RawSource, SourceKind

if TYPE_CHECKING:
    from briefing_tui.model.document import Document


_MEDIA_TYPES = ("text/markdown", "text/x-markdown")


def _certainty(source: RawSource) -> Certainty:
    from briefing_tui.sources.markdown.recognition import certainty_of

    found = certainty_of(source.start)
    return max(found, Certainty.VERY_LIKELY) if source.media_type in _MEDIA_TYPES else found


def _read(source: RawSource) -> "Document":
    from briefing_tui.sources.markdown.reader import read_markdown

    return read_markdown(source.harmless_text(), source.name, source.sha256)


KIND = SourceKind("markdown", _certainty, _read, text_lines, (".md", ".markdown"))
