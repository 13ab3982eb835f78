"""Pick the one quote, section, actor or image that `ID#ITEM` names."""

from msgspec.structs import replace

from briefing_tui.application.inputs import InputError
from briefing_tui.model.briefing import Briefing


def only_item(briefing: Briefing, item: str, name: str) -> tuple[Briefing, str]:
    """Return the briefing without the other items of the pane, and the pane's name.

    What the item refers to (speakers, sections) is kept. Raises InputError, with `name` for the file, if there is no such item.
    """
    if found := tuple(quote for quote in briefing.quotes if quote.id == item):
        return replace(briefing, quotes=found), "quotes"
    if sections := tuple(section for section in briefing.sections if section.id == item):
        return replace(briefing, sections=sections), "article"
    if actors := tuple(actor for actor in briefing.actors if actor.id == item):
        return replace(briefing, actors=actors), "actors"
    if images := tuple(image for image in briefing.images if image.id == item):
        return replace(briefing, images=images), "images"
    raise InputError(f"{name}: no quote, section, actor, image or note '{item}'{_nearest(briefing, item)}")


def _nearest(briefing: Briefing, item: str) -> str:
    from difflib import get_close_matches

    known = [entry.id for entries in (briefing.quotes, briefing.sections, briefing.actors, briefing.images) for entry in entries]
    near = get_close_matches(item, known, 1, 0.5)
    return f"; did you mean '{near[0]}'?" if near else "; 'briefing show --format json' lists every id"
