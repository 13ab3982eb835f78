"""Make notes on passages and items, and locate them in an article.

A passage is found by its words in the article; a quote, actor, image or section by its own words and its surroundings (see
`item_location`). A note that can't be located with confidence is an orphan.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from briefing_tui.anchoring.items import Item, ItemIndex, attribution_of, section_of
from briefing_tui.anchoring.plain_article import PlainArticle
from briefing_tui.anchoring.selectors import Attached, Orphan, attach, describe
from briefing_tui.model.briefing import Briefing, Place
from briefing_tui.model.note import Kind, Note, new_id
from briefing_tui.model.selector import Selector
from briefing_tui.notes.item_location import locate_item
from briefing_tui.presentation.sections import heading_of


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

    Returns None if there is no such place or item.
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
    index = article.once(ItemIndex)
    found = index.of_kind(kind).by_id.get(item)
    return None if found is None else _about(replace(note, selector=index.describe(kind, found)), briefing, found)


def locate_note(note: Note, article: PlainArticle) -> NoteLocation | Orphan:
    """Locate a note in the article as it is now."""
    if note.kind == "briefing":
        return NoteLocation()
    if note.kind in ("paragraph", "selection"):
        found = attach(note.selector, article)
        return NoteLocation(found.places, changed=found.changed) if isinstance(found, Attached) else found
    index = article.once(ItemIndex)
    located = locate_item(note, index)
    if isinstance(located, Orphan):
        return located
    return NoteLocation(index.places(located.item), located.item.id, located.changed)


def refreshed(note: Note, article: PlainArticle) -> Note:
    """Update a note's section and speaker or credit from its item.

    A note whose item is missing, or can't be told from others, is returned unchanged.
    """
    if note.kind in ("paragraph", "selection", "briefing"):
        return note
    located = locate_item(note, article.once(ItemIndex))
    return note if isinstance(located, Orphan) else _about(note, article.briefing, located.item)


def _about(note: Note, briefing: Briefing, item: Item) -> Note:
    return replace(note, section=section_of(briefing, item), attribution=attribution_of(briefing, item))


def _section_at(briefing: Briefing, words: Selector, article: PlainArticle) -> str | None:
    places = article.places(words.position, words.position + max(1, len(words.exact)))
    at = places[0].at if places else None
    return next((image.section for image in briefing.images if image.id == at), at)
