"""The facts about an article that every format writes: the one table of them."""

from briefing_tui.model.briefing import Briefing
from briefing_tui.presentation.dates import day

FACTS = ("authors", "publisher", "published", "updated")
"""The facts besides title and address, by their keys in JSON, in the order in which they are shown."""


def facts_of(briefing: Briefing | None) -> dict[str, str | list[str]]:
    """Return what is known of FACTS; authors are a list, dates ISO 8601.

    A revision on the day of publication is none.
    """
    if briefing is None:
        return {}
    modified = briefing.modified if briefing.modified != briefing.published else ""
    values = (list(briefing.authors), briefing.publisher, briefing.published, modified)
    return {key: value for key, value in zip(FACTS, values, strict=True) if value}


def fact_text(facts: dict[str, str | list[str]], key: str) -> str:
    """Return a fact as text, empty if it is unknown; authors are separated by commas."""
    value = facts.get(key, "")
    return value if isinstance(value, str) else ", ".join(value)


def origin(facts: dict[str, str | list[str]], language: str | None = None) -> list[str]:
    """Return the facts as they are shown, dates as the article's language writes them.

    `Ines Calder`, `The Courier`, `2 March 2026`, `updated 4 March 2026`
    """
    published, updated = (day(fact_text(facts, key), language) for key in ("published", "updated"))
    shown = (fact_text(facts, "authors"), fact_text(facts, "publisher"), published, updated and f"updated {updated}")
    return [part for part in shown if part]
