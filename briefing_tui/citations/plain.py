"""Citations as plain text."""

from briefing_tui.citations.cited import Cited
from briefing_tui.presentation.dates import day


def cite(cited: Cited) -> str:
    """Return the citation, without what the briefing does not know.

    `“words” — Speaker, Title, by Author (Publisher, date, updated date, URL)`

    Words that are not the article's get no quotation marks; it is said whose they are.
    """
    origin = cited.title + authors_of(cited) + publication_of(cited, cited.url)
    words = cited.words
    if words is None:
        return origin
    credit = f" ({words.credit})" if words.credit else ""
    whose = "a briefing's words on " if not words.is_verbatim else f"{words.speaker}, " if words.speaker else ""
    return f"{cited.quoted}{credit} — {whose}{origin}"


def authors_of(cited: Cited) -> str:
    """Word who wrote the article: `, by Ines Calder and Tomas Birk`."""
    authors = [name for name in cited.briefing.authors if name != cited.briefing.publisher]
    *others, last = authors or [""]
    return f", by {' and '.join([', '.join(others), last] if others else [last])}" if authors else ""


def publication_of(cited: Cited, url: str) -> str:
    """Word where and when the article appeared.

    ` (The Courier, 2 March 2026, updated 4 March 2026, URL)`
    """
    briefing = cited.briefing
    published = day(briefing.published or "", briefing.language)
    parts = [part for part in (briefing.publisher, published, cited.revision, url) if part]
    return f" ({', '.join(parts)})" if parts else ""
