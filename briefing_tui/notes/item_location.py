"""Locate the item of a note: a quote, actor, image or section.

Items of the note's words are weighed by their surroundings, in bits: those that are the same speak for an item, those that differ
against it. What other items of the same words had in common with it when the note was made speaks for none of them. An item is
the note's only if that leaves no doubt.
"""

import re
from dataclasses import dataclass
from typing import NamedTuple

from briefing_tui.anchoring.items import Item, ItemIndex, words_of
from briefing_tui.anchoring.selectors import Attached, Orphan, attach
from briefing_tui.anchoring.similarity import beside
from briefing_tui.anchoring.surroundings import Context, Surroundings, agreement, plain
from briefing_tui.model.briefing import Actor, Section
from briefing_tui.model.note import Note
from briefing_tui.model.selector import Selector
from briefing_tui.text.slugs import slug

_SECTION, _PROPERTY, _NEIGHBOUR, _ALL = 6.0, 8.0, 6.0, 6.0
"""Bits for the same section, the same speaker, credit, roles or address, the same neighbour, and for all of these together.

Another section or property speaks against an item as much; neighbours change without the item, and so never do.
"""
_BEGUN = 6.0
"""Bits of a section's first words that show that they are the same."""
_SAME_ID = 2.0
_ALONE = 4.0
"""Bits for words that no other item of the kind had, and none has."""
_ENOUGH = 12.0
"""Bits that an item needs if others have, or had, the same words."""
_ENOUGH_OF_OLD = 8.0
"""The same for notes of older versions of the program, which describe less."""
_APART, _APART_FROM_OTHER = 10.0, 4.0
"""Bits by which it must be ahead of these others; the second of those with another speaker, credit, role or address."""
_BESIDE, _SOME, _BESIDE_OTHER = 11.0, 4.0, 25.0
"""Bits of the words beside an item that show that it is in its place.

The second if it is alone with the same section and properties, the third if it is alone with others. The next paragraph alone
gives 12, less 2 for the one on the other side, which is another now.
"""
_MOST = 12
"""Items of the same words that are weighed."""
_ALIKE = 0.75
_BEGINNING, _TELLING = 64, 40
"""Code points of a section's beginning that are looked for, and so many that they occur only once."""


@dataclass(frozen=True, slots=True)
class LocatedItem:
    """The item of a note. `changed`: its words are not the same any more."""

    item: Item
    changed: bool = False


class _Signs(NamedTuple):
    """The agreement of each of an item's surroundings with the note's (see `agreement`)."""

    section: int
    attribution: int
    own: int
    before: int
    after: int


@dataclass(frozen=True, slots=True)
class _Weighed:
    """An item with the evidence, in bits, that the note is on it.

    - `is_itself`: the speaker, credit, roles and address are the note's. With others, an item of the same words may have come in
      the place of the note's.
    - `is_in_section`: its section is not another.
    - `sides`: the evidence of the words before and after it; None if it has no known place.
    - `near`: how many of its neighbours are the note's.
    """

    item: Item
    bits: float
    is_itself: bool
    is_in_section: bool
    sides: tuple[float, float] | None
    near: int


def locate_item(note: Note, index: ItemIndex) -> LocatedItem | Orphan:
    """Locate the item of a note on a quote, actor, image or section."""
    kind = index.of_kind(note.kind)
    same = kind.of_words(note.words)
    by_id = kind.by_id.get(note.item)
    if by_id is not None and by_id in same and _is_unchanged(note, index, by_id):
        return LocatedItem(by_id)
    if same:
        found = _told_apart(note, index, same)
        if found is not None:
            return LocatedItem(found)
        return _renamed_section(note, index, bool(same)) or Orphan("twice" if len(same) > 1 else "other")
    if by_id is not None and _is_alike(by_id, note):
        return LocatedItem(by_id, changed=True)
    if (one := _alias(note, index)) is not None:
        return LocatedItem(one, changed=True)
    return _renamed_section(note, index, bool(same)) or Orphan("gone")


def _is_unchanged(note: Note, index: ItemIndex, by_id: Item) -> bool:
    """Return whether nothing about the items of the note's words changed since it was made."""
    version = note.selector.version
    if _has_surroundings(note):
        return version == index.like(note.kind, note.words).state
    return version == index.article.version and _has_same_properties(note, index.surroundings(note.kind, by_id))


def _told_apart(note: Note, index: ItemIndex, same: list[Item]) -> Item | None:
    """Return the one of some items of the note's words that the note is on, if that is sure."""
    if len(same) > _MOST and (exact := _exactly(note, index)) is not None:
        return exact
    weighed = sorted(_weighed(note, index, _likeliest(note, index, same)), key=lambda one: one.bits, reverse=True)
    best, others = weighed[0], weighed[1:]
    if not others and _has_words_alone(note):
        return best.item
    if not others and note.selector.unique is not False:
        return best.item if best.bits + _ALONE > 0 and _is_sure_alone(best) else None
    is_there = note.kind == "section" or (index.span(best.item) is None if best.sides is None else sum(best.sides) >= _BESIDE)
    is_doubted = any(
        best.bits - other.bits < (_APART if other.is_itself else _APART_FROM_OTHER) or _is_nearer(other, best) for other in others
    )
    enough = _ENOUGH if _has_surroundings(note) else _ENOUGH_OF_OLD
    return best.item if best.bits >= enough and best.is_itself and is_there and not is_doubted else None


def _has_words_alone(note: Note) -> bool:
    """Return whether a note says nothing of its surroundings, as one that another program made may do."""
    words = note.selector
    return not (note.section or note.attribution or words.prefix or words.suffix or words.own or any(words.neighbours))


def _is_sure_alone(one: _Weighed) -> bool:
    """Return whether the only item of the note's words is the note's, and not one that came in its stead."""
    if isinstance(one.item, Section):
        return one.is_itself
    if one.sides is None:
        return one.is_itself or one.near == 2
    if not one.is_itself:
        return sum(one.sides) >= _BESIDE_OTHER
    return sum(one.sides) >= (_SOME if one.is_in_section else _BESIDE)


def _is_nearer(other: _Weighed, best: _Weighed) -> bool:
    """Return whether the neighbours speak for another section or actor; a quote or image has the words beside it instead."""
    return isinstance(best.item, Section | Actor) and other.near > best.near


def _told(note: Note) -> Surroundings:
    """Return the surroundings that a note says its item has."""
    section = note.section if note.kind != "section" else ""
    return Surroundings(section, note.attribution, note.selector.own, *note.selector.neighbours)


def _exactly(note: Note, index: ItemIndex) -> Item | None:
    """Return the only one of very many items that has all of the note's surroundings; weighing them would take too long."""
    context = Context(note.selector.prefix, note.selector.suffix)
    found = index.like(note.kind, note.words).exactly(context, _told(note))
    return found if found is not None and any(context) and index.has_sure_place(found) else None


def _likeliest(note: Note, index: ItemIndex, same: list[Item]) -> list[Item]:
    """Return the items that are weighed: of very many, those that agree best, and the one with the note's id."""
    if len(same) <= _MOST:
        return same
    context = Context(note.selector.prefix, note.selector.suffix)
    found = index.like(note.kind, note.words).likeliest(context, _told(note), _MOST)
    return found + [item for item in same if item.id == note.item and item not in found]


def _weighed(note: Note, index: ItemIndex, items: list[Item]) -> list[_Weighed]:
    words = note.selector
    told = _told(note)
    spans = [index.span(item) for item in items]
    known = [span for span in spans if span is not None]
    sides = dict(zip(known, beside(words, index.article, known), strict=True))
    found = []
    for item, span in zip(items, spans, strict=True):
        is_placed = span is not None and index.has_sure_place(item) and bool(words.prefix or words.suffix)
        placed = sides[span] if span is not None and is_placed else None
        now = index.surroundings(note.kind, item)
        agreed = _Signs(*map(agreement, told, now))
        bits = sum(placed or ()) + _bits(agreed, words.common) + (_SAME_ID if item.id == note.item else 0.0)
        is_itself = _has_same_properties(note, now)
        if note.kind == "section":
            is_itself = _is_same_section(note, placed or (0.0, 0.0), agreed)
        near = (agreed.before > 0) + (agreed.after > 0)
        found.append(_Weighed(item, bits, is_itself, agreed.section >= 0, placed, near))
    return found


def _is_same_section(note: Note, sides: tuple[float, float], agreed: _Signs) -> bool:
    """Return whether a section has the first and the last words of the note's section.

    One of them is enough if no other section had its heading, or if the words before the section and its neighbours are the
    same, too. `sides` is the evidence of the words before its start and after it, in bits.
    """
    if not _has_surroundings(note):
        return sides[1] >= 0
    is_begun, is_ended = sides[1] >= _BEGUN, agreed.own > 0
    is_there = min(agreed.before, agreed.after) > 0 and sides[0] >= 0
    return is_begun + is_ended + (is_there or note.selector.unique is True) > 1


def _has_surroundings(note: Note) -> bool:
    """Return False for a note of an older version of the program, which did not describe them."""
    return any(note.selector.neighbours)


def _bits(agreed: _Signs, common: tuple[str, ...]) -> float:
    """Return the evidence of an item's surroundings; what others of the same words had too speaks for none of them."""
    weights = (_SECTION, _PROPERTY, _PROPERTY)
    bits = sum(
        weight * sign
        for name, weight, sign in zip(_Signs._fields, weights, agreed, strict=False)
        if sign < 0 or name not in common
    )
    if min(agreed.before, agreed.after) > 0:
        bits += _ALL if min(agreed) >= 0 and "all" not in common else 0.0
        if "both" not in common:
            return bits + 2 * _NEIGHBOUR
    return bits + sum(_NEIGHBOUR for name in ("before", "after") if getattr(agreed, name) > 0 and name not in common)


def _has_same_properties(note: Note, now: Surroundings) -> bool:
    own = note.selector.own if _has_surroundings(note) else now.own
    return (plain(note.attribution), plain(own)) == (plain(now.attribution), plain(now.own))


def _is_alike(item: Item, note: Note) -> bool:
    """Return whether an item with the note's id is still the one it was on, though its words changed."""
    if isinstance(item, Actor):
        names = {plain(name) for name in (item.name, *item.aliases)}
        return (
            _has_written_id(item)
            or plain(note.words) in names
            or bool(set(plain(item.name).split()) & set(plain(note.words).split()))
        )
    if isinstance(item, Section):
        return False
    from difflib import SequenceMatcher  # for items that changed only

    return SequenceMatcher(None, plain(words_of(item)).split(), plain(note.words).split(), autojunk=False).ratio() >= _ALIKE


def _alias(note: Note, index: ItemIndex) -> Actor | None:
    """Return the actor that has the note's actor as an alias, because the two were merged."""
    if note.kind != "actor":
        return None
    found = [actor for actor in index.briefing.actors if plain(note.words) in map(plain, actor.aliases)]
    return found[0] if len(found) == 1 else None


def _has_written_id(actor: Actor) -> bool:
    """Return whether an actor's id was written down, and so does not follow from the name."""
    return re.fullmatch(rf"{re.escape(slug(actor.name) or 'item')}(?:-\d+)?", actor.id) is None


def _renamed_section(note: Note, index: ItemIndex, is_heading_there: bool) -> LocatedItem | None:
    """Locate a section with a changed heading by the words that it began with, and by its end or neighbours.

    With `is_heading_there`, another section has the heading, and all of these must agree.
    """
    began = note.selector.suffix[:_BEGINNING].strip("\n") if note.kind == "section" else ""
    began = began.rpartition(" ")[0] or began  # The last word may be cut.
    found = attach(Selector(began, position=note.selector.position, unique=len(began) >= _TELLING or None), index.article)
    if not isinstance(found, Attached) or found.changed or found.place.paragraph not in (None, 0) or found.place.start:
        return None
    section = index.of_kind("section").by_id.get(found.place.at)
    if section is None:
        return None
    now = index.surroundings("section", section)
    agreed = (now.own == note.selector.own, (now.before, now.after) == note.selector.neighbours)
    is_same = all(agreed) if is_heading_there else any(agreed) or not _has_surroundings(note)
    return LocatedItem(section, changed=True) if is_same else None
