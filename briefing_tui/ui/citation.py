"""Words with where they come from, as a person pastes them into a text."""

from briefing_tui.library.reading import day
from briefing_tui.model import Briefing


def cite(briefing: Briefing, words: str, speaker: str | None = None) -> str:
    """“words” — Speaker, Title (Publisher, date, URL); what the briefing does not know is left out."""
    url = briefing.source.url if briefing.source else None
    where = ", ".join(part for part in (briefing.publisher, day(briefing.published or ""), url) if part)
    name = ", ".join(part for part in (speaker, briefing.title or "Untitled") if part)
    quoted = words if words[:1] in '“"„«' and words else f"“{words}”"
    return f"{quoted} — {name}{f' ({where})' if where else ''}"
