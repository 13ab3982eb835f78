"""Keep the lines of a source without an article, for the user to classify."""

from briefing_tui.model.briefing import Source
from briefing_tui.model.document import Document, SourceLine
from briefing_tui.sources.errors import NoArticle
from briefing_tui.sources.registry import RawSource, SourceKind

_MOST = 2_000
"""The most lines to keep: the first ones of a long source."""


def without_article(source: RawSource, kind: SourceKind, why: str) -> Document | None:
    """Return a document of the source's lines, all dropped; None without lines."""
    try:
        lines = kind.lines(source)[:_MOST] if kind.lines else []
    except NoArticle:
        return None
    rows = tuple(SourceLine(number, words, "dropped", why) for number, words in lines)
    return Document(source=Source(source.name, None, source.sha256), rows=rows) if rows else None
