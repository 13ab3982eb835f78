"""Words with where they come from, as a person pastes them into a text."""

from briefing_tui.library.reading import day
from briefing_tui.model import Briefing

_MARKS = {"“": "”", "„": "“", "«": "»", '"': '"'}
_SINGLE = str.maketrans("“”", "‘’")


def cite(briefing: Briefing, words: str, speaker: str | None = None) -> str:
    """“words” — Speaker, Title (Publisher, date, URL); what the briefing does not know is left out."""
    url = briefing.source.url if briefing.source else None
    where = ", ".join(part for part in (briefing.publisher, day(briefing.published or ""), url) if part)
    name = ", ".join(part for part in (speaker, briefing.title or "Untitled") if part)
    return f"{_quoted(words)} — {name}{f' ({where})' if where else ''}"


def _quoted(words: str) -> str:
    """The words in quotation marks; those within them become single ones. A quotation as a whole stays as it is."""
    closing = _MARKS.get(words[:1])
    if closing and len(words) > 1 and words.find(closing, 1) == len(words) - 1:
        return words
    return f"“{words.translate(_SINGLE)}”"
