"""The lines of a source in which no article was found, all dropped: a person may say which of them are the article's."""

from briefing_tui.model.briefing import Source
from briefing_tui.model.document import Document, DroppedLine, SourceLine
from briefing_tui.sources.errors import NoArticle

_MOST = 2_000
"""Lines, of a long source the first."""


def unchosen(kind: str, text: str, source: Source, why: str) -> Document | None:
    """A document without an article, whose rows are the lines of a source's text; None where there is none."""
    try:
        lines = _blocks(text) if kind == "html" else _lines(text)
    except NoArticle:
        return None
    lines = lines[:_MOST]
    dropped = tuple(DroppedLine(number, words, why) for number, words in lines)
    rows = tuple(SourceLine(number, words, "dropped", why) for number, words in lines)
    return Document(source=source, dropped=dropped, rows=rows) if rows else None


def _lines(text: str) -> list[tuple[int, str]]:
    from briefing_tui.sources.plain.cleanup.dump import read_lines
    from briefing_tui.text.safety import harmless

    return [(line.number, line.text) for line in read_lines(harmless(text)).lines]


def _blocks(markup: str) -> list[tuple[int, str]]:
    from briefing_tui.sources.html.reader import read_blocks

    return [(block.line, block.text) for block in read_blocks(markup)]
