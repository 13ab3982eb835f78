"""Put into words who wrote an article, when and where it appeared."""

from briefing_tui.model.briefing import Briefing
from briefing_tui.presentation.dates import day
from briefing_tui.presentation.reading_time import minutes

_DOT = " · "


def byline(briefing: Briefing) -> str:
    """Word the byline of an article as newspapers do.

    `By Ines Calder and Tomas Birk · GANNET HEAD · The Saltmarsh Courier · 2 March 2026`
    """
    *others, last = _authors(briefing) or ("",)
    names = " and ".join([", ".join(others), last] if others else [last])
    parts = (f"By {names}" if names else "", briefing.dateline, briefing.publisher, day(briefing.published or ""))
    return _DOT.join(part for part in parts if part)


def _authors(briefing: Briefing) -> list[str]:
    """Return the authors without the publisher, which many pages name as one."""
    publisher = (briefing.publisher or "").casefold()
    return [author for author in briefing.authors if author.casefold() != publisher]


def publication(briefing: Briefing) -> str:
    """Word all that is known of the publication, and the reading time.

    `The Saltmarsh Courier · 2 March 2026 · GANNET HEAD · by Ines Calder, Tomas Birk · 4 min`
    """
    parts = (
        briefing.publisher,
        briefing.published and day(briefing.published),
        briefing.dateline,
        _authors(briefing) and f"by {', '.join(_authors(briefing))}",
        briefing.editors and f"edited by {', '.join(briefing.editors)}",
        briefing.sections and f"{minutes(briefing)} min",
        "fictional" if "fictional" in briefing.tags else None,
    )
    return _DOT.join(part for part in parts if part)
