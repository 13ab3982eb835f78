"""Make notes on passages and items, and locate them in an article.

A passage is found by its words in the article; a quote, actor, image or section by its own words among its kind, with its id as a
hint. A note that can't be located with confidence is an orphan.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from briefing_tui.anchoring.anchors import fold
from briefing_tui.anchoring.plain_article import PlainArticle
from briefing_tui.anchoring.selectors import Attached, Orphan, attach, describe
from briefing_tui.model.briefing import Actor, Briefing, Image, Place, Quote, Section
from briefing_tui.model.note import Kind, Note, new_id
from briefing_tui.model.selector import Selector
from briefing_tui.presentation.sections import heading_of, section_heading
from briefing_tui.presentation.speakers import UNATTRIBUTED, speaker
from briefing_tui.text.slugs import slug

_ALIKE = 0.75
_TELLING = 40
"""Code points of a section's beginning that are long enough to occur only once."""


@dataclass(frozen=True, slots=True)
class NoteLocation:
    """The present location of a note: its places in the article and its item's id.

    A note on an actor or the whole briefing has no places. `changed`: its words are not exactly the same any more.
    """

    places: tuple[Place, ...] = ()
    item: str = ""
    changed: bool = False


def draft_on(article: PlainArticle, kind: Kind, places: Iterable[Place] = (), item: str = "") -> Note | None:
    """Make an empty note on places of the article or on an item.

    The places of a quote may be given too. Returns None if there is no such place or item.
    """
    briefing = article.briefing
    note = Note(new_id(), briefing.id, kind, item)
    if kind == "briefing":
        return replace(note, selector=Selector(briefing.title or ""))
    if kind in ("paragraph", "selection"):
        words = describe(article, *places)
        if words is None:
            return None
        return replace(note, selector=words, section=heading_of(briefing, _section_at(briefing, words, article)))
    found = _item(briefing, kind, item)
    if found is None:
        return None
    words = replace(_around(article, found, tuple(places)), exact=_words(found))
    return refreshed(replace(note, selector=words), briefing)


def locate_note(note: Note, article: PlainArticle) -> NoteLocation | Orphan:
    """Locate a note in the article as it is now."""
    briefing = article.briefing
    if note.kind == "briefing":
        return NoteLocation()
    if note.kind in ("paragraph", "selection"):
        found = attach(note.selector, article)
        return NoteLocation(found.places, changed=found.changed) if isinstance(found, Attached) else found
    same = [item for item in _items(briefing, note.kind) if _plain(_words(item)) == _plain(note.words)]
    by_id = _item(briefing, note.kind, note.item)
    if by_id in same:
        same = [by_id]
    if len(same) == 1:
        return NoteLocation(_places(article, same[0]), same[0].id)
    if same:
        return Orphan("twice")
    if by_id is not None and _alike(by_id, note):
        return NoteLocation(_places(article, by_id), by_id.id, changed=True)
    if (one := _alias(briefing, note)) is not None:
        return NoteLocation((), one.id, changed=True)
    return _moved_section(note, article) if note.kind == "section" else Orphan("gone")


def refreshed(note: Note, briefing: Briefing) -> Note:
    """Update a note's section and speaker or credit from its item.

    A note whose item is missing is returned unchanged.
    """
    item = _item(briefing, note.kind, note.item)
    if isinstance(item, Quote):
        who = speaker(briefing, item)
        return replace(note, section=heading_of(briefing, item.section), attribution="" if who == UNATTRIBUTED else who)
    if isinstance(item, Image):
        return replace(note, section=heading_of(briefing, item.section), attribution=item.credit or "")
    if isinstance(item, Section):
        return replace(note, section=section_heading(item))
    if isinstance(item, Actor):
        return replace(note, attribution="; ".join(item.roles))
    return note


def _items(briefing: Briefing, kind: Kind) -> tuple[Quote | Actor | Image | Section, ...]:
    items: dict[str, tuple[Quote | Actor | Image | Section, ...]] = {
        "quote": briefing.quotes, "actor": briefing.actors, "image": briefing.images, "section": briefing.sections,
    }  # fmt: skip
    return items.get(kind, ())


def _item(briefing: Briefing, kind: Kind, item: str) -> Quote | Actor | Image | Section | None:
    return next((one for one in _items(briefing, kind) if one.id == item), None)


def _words(item: Quote | Actor | Image | Section) -> str:
    if isinstance(item, Quote):
        return "\n".join(item.parts)
    if isinstance(item, Actor):
        return item.name
    if isinstance(item, Image):
        return item.caption or item.alt or item.url or ""
    return section_heading(item)


def _plain(text: str) -> str:
    return " ".join(fold(text).casefold().split())


def _alike(item: Quote | Actor | Image | Section, note: Note) -> bool:
    """Return whether an item with the note's id is still the one it was on, though its words changed."""
    if isinstance(item, Actor):
        names = {_plain(name) for name in (item.name, *item.aliases)}
        return (
            _has_written_id(item)
            or _plain(note.words) in names
            or bool(set(_plain(item.name).split()) & set(_plain(note.words).split()))
        )
    if isinstance(item, Section):
        return False
    from difflib import SequenceMatcher

    return SequenceMatcher(None, _plain(_words(item)).split(), _plain(note.words).split(), autojunk=False).ratio() >= _ALIKE


def _alias(briefing: Briefing, note: Note) -> Actor | None:
    """Return the actor that has the note's actor as an alias, because the two were merged."""
    if note.kind != "actor":
        return None
    found = [actor for actor in briefing.actors if _plain(note.words) in map(_plain, actor.aliases)]
    return found[0] if len(found) == 1 else None


def _has_written_id(actor: Actor) -> bool:
    """Return whether an actor's id was written down, and so does not follow from the name."""
    return re.fullmatch(rf"{re.escape(slug(actor.name) or 'item')}(?:-\d+)?", actor.id) is None


def _moved_section(note: Note, article: PlainArticle) -> NoteLocation | Orphan:
    """Locate a section with a changed heading by the words that it began with."""
    began = note.selector.suffix.strip("\n")
    found = attach(Selector(began, position=note.selector.position, unique=len(began) >= _TELLING or None), article)
    known = {section.id for section in article.briefing.sections}
    if isinstance(found, Attached) and found.place.at in known and not found.changed:
        return NoteLocation((Place(found.place.at),), found.place.at, changed=True)
    return Orphan("gone")


def _places(article: PlainArticle, item: Quote | Actor | Image | Section) -> tuple[Place, ...]:
    if isinstance(item, Section | Image):
        return (Place(item.id),)
    if isinstance(item, Actor):
        return ()
    from briefing_tui.anchoring.anchors import locate

    briefing = article.briefing
    alone = Briefing(briefing.id, article=briefing.article, quotes=(item,), sections=briefing.sections)
    return tuple(place for place in locate(alone).quotes[item.id] if place)


def _around(article: PlainArticle, item: Quote | Actor | Image | Section, places: tuple[Place, ...]) -> Selector:
    """Describe an item's surroundings: a section's first words, the place where an actor is first named."""
    if isinstance(item, Actor):
        return Selector("", position=max(0, article.text.find(item.name)), version=article.version)
    if isinstance(item, Section):
        span = article.span(Place(item.id))
        start = span[0] if span else 0
        began = article.text[start : start + 64]
        whole_words = began.rpartition(" ")[0] or began
        return Selector("", suffix=whole_words, position=start, version=article.version)
    found = describe(article, *(places or _places(article, item)))
    return found or Selector("", version=article.version)


def _section_at(briefing: Briefing, words: Selector, article: PlainArticle) -> str | None:
    places = article.places(words.position, words.position + max(1, len(words.exact)))
    at = places[0].at if places else None
    return next((image.section for image in briefing.images if image.id == at), at)
