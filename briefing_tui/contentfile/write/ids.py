"""Which ids stand in a file: those that an item would not get by default, and those that must last."""

from collections.abc import Iterable, Iterator

from briefing_tui.model.briefing import Actor, Briefing, Image, Quote, Section
from briefing_tui.text.slugs import Ids, slug, words_slug

Explicit = frozenset[str]
Item = Actor | Section | Quote | Image


def items(briefing: Briefing) -> Iterator[Item]:
    """Every item that has an id, in the order in which defaults are given."""
    yield from briefing.actors
    yield from briefing.sections
    yield from briefing.quotes
    yield from briefing.images


def wanted(item: Item) -> str:
    """The id that an item would like: the slug of its heading, or of its first words."""
    match item:
        case Actor():
            return slug(item.name)
        case Section():
            return slug(item.heading or "") or "section"
        case Quote():
            return words_slug("q", item.parts[0])
        case Image():
            return words_slug("image", item.alt or item.caption or item.url or "")


def _differing(found: list[Item], explicit: set[str]) -> Iterator[Item]:
    """The items without a written id whose default is not their id."""
    ids = Ids(explicit)
    for item in found:
        if isinstance(item, Section) and item.heading is None:
            ids.claim_lead()
        elif item.id not in explicit and ids.default(wanted(item)) != item.id:
            yield item


def explicit_ids(briefing: Briefing, known: Iterable[str] = (), touched: Iterable[str] | None = None) -> Explicit:
    """The ids to write: of quotes and images, whose words may change, always; of actors and sections where their slug is another.
    `known` are written already. A patch names the `touched` items, whose ids are written rather than those of others."""
    found = list(items(briefing))
    first = set(touched or ())
    explicit = set(known)
    if touched is None:
        explicit |= {item.id for item in found if isinstance(item, Quote | Image)}
    while differing := list(_differing(found, explicit)):
        chosen = [item for item in differing if item.id in first] or differing
        explicit.update(item.id for item in chosen)
    return frozenset(explicit)
