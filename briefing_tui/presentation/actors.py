"""Group actors, and name what their mentions are counted in."""

from briefing_tui.model.briefing import ActorKind, Briefing

ACTOR_GROUPS: tuple[tuple[ActorKind, str], ...] = (("person", "People"), ("organization", "Organisations"))
"""The kinds of actors with the headings of their groups, in the order in which they are listed."""


def mention_noun(briefing: Briefing) -> str:
    """Return what an actor's mentions are counted in: in a digest, sections."""
    return "section" if briefing.article == "digest" else "mention"
