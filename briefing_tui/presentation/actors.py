"""Group actors, and word how often one is named."""

from briefing_tui.model.briefing import ActorKind, Briefing
from briefing_tui.presentation.counts import counted_any

ACTOR_GROUPS: tuple[tuple[ActorKind, str], ...] = (("person", "People"), ("organization", "Organisations"))
"""The kinds of actors with the headings of their groups, in the order in which they are listed."""


def mention_count(briefing: Briefing, number: int) -> str:
    """Word the number of an actor's mentions; in a digest these are sections. Empty for none."""
    return counted_any(number, "section" if briefing.article == "digest" else "mention")
