"""The one rule for ids of items: their defaults, and references that follow."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar

from msgspec.structs import replace

from briefing_tui.markdown.inline import clean
from briefing_tui.model.briefing import Actor, Briefing, Image, Quote, Section
from briefing_tui.text.slugs import Ids, slug, words_slug

Explicit = frozenset[str]
Item = Actor | Section | Quote | Image
Kind = TypeVar("Kind", Actor, Section, Quote, Image)

_NOT_IN_IDS = re.compile(r"[^\w.-]+")


def items(briefing: Briefing) -> Iterator[Item]:
    """Yield every item that has an id, in the order of giving out default ids."""
    yield from briefing.actors
    yield from briefing.sections
    yield from briefing.quotes
    yield from briefing.images


def default_id(item: Item) -> str:
    """Return the id that an item gets if it is free.

    It is the slug of its heading or name, or of its first words.
    """
    match item:
        case Actor():
            return slug(item.name)
        case Section():
            return slug(item.heading or "") or "section"
        case Quote():
            return words_slug("q", item.parts[0])
        case Image():
            return words_slug("image", item.alt or item.caption or item.url or "")


def new_id(briefing: Briefing, item: Item) -> str:
    """Return a free id for an item that is added to a briefing."""
    return Ids(known.id for known in items(briefing)).default(default_id(item))


def with_default_ids(briefing: Briefing) -> Briefing:
    """Give every item its default id; references follow.

    A content file need not write default ids down.
    """
    return _renamed(briefing, lambda ids, item: ids.default(default_id(item)))


def with_valid_ids(briefing: Briefing) -> Briefing:
    """Make every id a word that no other item has; references follow."""
    return _renamed(briefing, lambda ids, item: ids.claimed(_NOT_IN_IDS.sub("-", clean(item.id)) or "item"))


def _renamed(briefing: Briefing, choose: Callable[[Ids, Item], str]) -> Briefing:
    """Give every item a chosen id; the section without a heading is always `lead`."""
    ids = Ids()
    if any(section.heading is None for section in briefing.sections):
        ids.claim_lead()

    def named(found: Sequence[Kind]) -> tuple[tuple[Kind, ...], dict[str, str]]:
        """Return the items with new ids, and the new id for each old one (that of the first item that had it)."""
        made: list[Kind] = []
        new: dict[str, str] = {}
        for item in found:
            name = "lead" if isinstance(item, Section) and item.heading is None else choose(ids, item)
            new.setdefault(item.id, name)
            made.append(replace(item, id=name))
        return tuple(made), new

    actors, actor_ids = named(briefing.actors)
    sections, section_ids = named(briefing.sections)
    quotes, _ = named(briefing.quotes)
    images, _ = named(briefing.images)

    def section(name: str | None) -> str | None:
        return section_ids.get(name, name) if name is not None else None

    return replace(
        briefing,
        actors=actors,
        sections=sections,
        quotes=tuple(
            replace(quote, speaker=actor_ids.get(quote.speaker or "", quote.speaker), section=section(quote.section))
            for quote in quotes
        ),
        images=tuple(replace(image, section=section(image.section)) for image in images),
        summary=tuple(
            replace(point, sections=tuple(section_ids.get(name, name) for name in point.sections)) for point in briefing.summary
        ),
    )


def _differing(found: list[Item], explicit: set[str]) -> Iterator[Item]:
    """Yield the items without a written id whose default is not their id."""
    ids = Ids(explicit)
    for item in found:
        if isinstance(item, Section) and item.heading is None:
            ids.claim_lead()
        elif item.id not in explicit and ids.default(default_id(item)) != item.id:
            yield item


def explicit_ids(briefing: Briefing, known: Iterable[str] = (), touched: Iterable[str] | None = None) -> Explicit:
    """Choose the ids that a content file has to write.

    The ids of quotes and images are always written, because their words may change; those of actors and sections only where
    the default would be another.

    Args:
        briefing: the briefing to write, in normal form.
        known: ids that the file writes already.
        touched: for a patch, the ids of the changed items: theirs are written rather than those of other items.
    """
    found = list(items(briefing))
    first = set(touched or ())
    explicit = set(known)
    if touched is None:
        explicit |= {item.id for item in found if isinstance(item, Quote | Image)}
    while differing := list(_differing(found, explicit)):
        chosen = [item for item in differing if item.id in first] or differing
        explicit.update(item.id for item in chosen)
    return frozenset(explicit)
