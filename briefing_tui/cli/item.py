"""`ID#ITEM`: the one quote, section, actor or image that is meant."""

from msgspec.structs import replace

from briefing_tui.cli.outcome import Failure
from briefing_tui.model.briefing import Briefing


def only(briefing: Briefing, item: str, name: str) -> tuple[Briefing, str]:
    """The briefing with nothing but that item in the pane that shows it, and the pane. Raises Failure.

    Everything that an item's lines name (speakers, sections) stays, so that they can name it.
    """
    if found := tuple(quote for quote in briefing.quotes if quote.id == item):
        return replace(briefing, quotes=found), "quotes"
    if sections := tuple(section for section in briefing.sections if section.id == item):
        return replace(briefing, sections=sections), "article"
    if actors := tuple(actor for actor in briefing.actors if actor.id == item):
        return replace(briefing, actors=actors), "actors"
    if images := tuple(image for image in briefing.images if image.id == item):
        return replace(briefing, images=images), "images"
    raise Failure(f"{name}: no quote, section, actor, image or note '{item}'{_nearest(briefing, item)}")


def _nearest(briefing: Briefing, item: str) -> str:
    from difflib import get_close_matches

    known = [entry.id for entries in (briefing.quotes, briefing.sections, briefing.actors, briefing.images) for entry in entries]
    near = get_close_matches(item, known, 1, 0.5)
    return f"; did you mean '{near[0]}'?" if near else "; 'briefing show --format json' tells every id"
