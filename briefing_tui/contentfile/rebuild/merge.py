"""Merge a rebuilt briefing into its content file: the user's changes stay.

The file remembers every item as it was built (`Briefing.built`). An item that is as it was built belongs to the builder and
follows the source. One that differs, or that was never built, belongs to the user and stays; items that the user removed stay
away. A file that remembers nothing was written by hand, so all of it stays. What the rebuild would have done to the user's work
is reported, never written.

An actor whom the user renamed or joined with another has all the names and aliases of both: what the builder finds under one of
them is not added again, and what they say there is that actor's. An actor whom the user removed or edited, and for whom the
source now has a longer or shorter name, is recognised by the slug of the old one.

A point that was removed is recognised by its sentence, which is in the file's own article.
"""

from collections import Counter
from collections.abc import Collection, Sequence
from typing import Any, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from briefing_tui.anchoring.anchors import name_key
from briefing_tui.contentfile.fingerprints import EDITABLE_KEYS, built_hashes, fingerprints, point_id, short_hash
from briefing_tui.contentfile.normal_form import normal_form
from briefing_tui.contentfile.rebuild.merge_points import Sentences, reworded_points
from briefing_tui.model.briefing import Actor, Briefing, Image, Point, Quote, Section
from briefing_tui.model.fields import FIELDS_IN_JSON
from briefing_tui.text.slugs import slug

_ALWAYS = tuple(field.key for field in FIELDS_IN_JSON if field.merge == "always")

Item = TypeVar("Item", Actor, Quote, Image, Section, Point)


class Merged(Struct, frozen=True):
    """The merged briefing.

    `kept` has a line for each thing that the rebuild left as it was.
    """

    briefing: Briefing
    kept: tuple[str, ...] = ()


def merge(old: Briefing, new: Briefing, sentences: Sentences) -> Merged:
    """Merge a rebuilt briefing into the one in its file.

    Args:
        old: the briefing in the file.
        new: the rebuilt briefing, in normal form; may be equal to `old`.
        sentences: splits an article's text into sentences.
    """
    if not old.built:
        return Merged(old, ("the file does not say how it was built: all of it is kept as yours, and nothing was changed",))
    new, same = _aligned(old, new)
    removed = _removed(old, new)
    made = _Merge(dict(old.built), dict(fingerprints(_as_built(old, new))), dict(fingerprints(new)))
    quotes = made.items(old.quotes, new.quotes, "quote")
    speakers = {quote.speaker for quote in quotes if quote.speaker}
    actors = tuple(one for one in new.actors if one.id not in same and one.id not in removed)
    made.kept += [f"actor '{one.name}' was removed as '{removed[one.id]}': left out" for one in new.actors if one.id in removed]
    otherwise = reworded_points(old, new, sentences)
    points = tuple(point for point in new.summary if _id(point) not in otherwise)
    made.kept += [
        f"the point '{text}' was removed or rewritten, and its sentence has changed in the source: left out"
        for text in otherwise.values()
    ]
    fields: dict[str, Any] = {name: getattr(new, name) or getattr(old, name) for name in _ALWAYS}
    fields |= {name: made.field(name, getattr(old, name), getattr(new, name)) for name in EDITABLE_KEYS}
    sections = old.sections
    if old.article == "full":
        sections = made.items(old.sections, new.sections, "section")
    merged = replace(
        old,
        **fields,
        summary=made.items(old.summary, points, "point"),
        actors=made.items(old.actors, actors, "actor", speakers),
        quotes=quotes,
        images=made.items(old.images, new.images, "image"),
        sections=sections,
    )
    built = tuple(
        (name, digest) for name, digest in built_hashes(new) if old.article == "full" or name not in made.unplaced(new, old)
    )
    return Merged(normal_form(replace(merged, built=built)), tuple(made.kept))


def _aligned(old: Briefing, new: Briefing) -> tuple[Briefing, dict[str, str]]:
    """Give the quotes of actors whom the user renamed or joined to the actors that they are now.

    Returns the rebuilt briefing, and the ids of such actors with those that they are now.
    """
    base, present, built = dict(old.built), {actor.id for actor in old.actors}, {actor.id for actor in new.actors}
    hashes = dict(fingerprints(replace(old, summary=(), quotes=(), images=(), sections=())))
    edited = [actor for actor in old.actors if base.get(actor.id) != hashes[actor.id]]
    owners: dict[str, set[str]] = {}
    for actor in edited:
        for name in (actor.name, *actor.aliases):
            owners.setdefault(_key(name), set()).add(actor.id)
    found = {actor.id: owners.get(_key(actor.name), set()) for actor in new.actors if actor.id not in present}
    same = _named_otherwise([actor.id for actor in edited if actor.id not in built], old, new)
    same |= {name: next(iter(ids)) for name, ids in found.items() if len(ids) == 1}
    names = {actor.id: actor.name for actor in (*old.actors, *new.actors)}
    quotes = tuple(
        replace(quote, speaker=same[quote.speaker], speaker_name=names[same[quote.speaker]]) if quote.speaker in same else quote
        for quote in new.quotes
    )
    return replace(new, quotes=quotes), same


def _removed(old: Briefing, new: Briefing) -> dict[str, str]:
    """Map the ids of actors who come back under another name to the ids under which the user removed them.

    What the source still has, it calls by the same name as before.
    """
    there = {name for briefing in (old, new) for name, _ in fingerprints(briefing)}
    return _named_otherwise([name for name, _ in old.built if name not in there], old, new)


def _named_otherwise(gone: Sequence[str], old: Briefing, new: Briefing) -> dict[str, str]:
    """Map new actors to the `gone` ids that are slugs of one of their names; without those that fit two."""
    known = dict(old.built)
    alike: dict[str, dict[str, Actor]] = {}  # by the last word of their names, which a slug of the same one shares
    for actor in new.actors:
        if actor.id not in known:
            for name in _slugs(actor):
                alike.setdefault(name.rpartition("-")[2], {})[actor.id] = actor
    found = {
        name: [actor.id for actor in alike.get(name.rpartition("-")[2], {}).values() if _had_name(actor, name)] for name in gone
    }
    uses = Counter(actor for ids in found.values() for actor in ids)
    return {ids[0]: name for name, ids in found.items() if len(ids) == 1 and uses[ids[0]] == 1}


def _slugs(actor: Actor) -> list[str]:
    return [slug(_key(name)) for name in (actor.name, *actor.aliases)]


def _had_name(actor: Actor, gone: str) -> bool:
    """Say whether a slug is that of one of the actor's names.

    A person's name may have had more or fewer words before the last one.
    """
    names = _slugs(actor)
    fewer, more = sorted((gone.split("-"), names[0].split("-")), key=len)
    left = iter(more)
    is_longer = fewer[-1] == more[-1] and all(word in left for word in fewer)
    return gone.removeprefix("the-") in names or (actor.kind == "person" and is_longer)


def _as_built(old: Briefing, new: Briefing) -> Briefing:
    """Return the file's briefing with speakers called as the builder calls them.

    A renamed actor does not make other quotes.
    """
    names = {actor.id: actor.name for actor in new.actors}
    return replace(
        old, quotes=tuple(replace(one, speaker_name=names.get(one.speaker or "", one.speaker_name)) for one in old.quotes)
    )


def _key(name: str) -> str:
    return name_key(name).removeprefix("the ")


class _Merge:
    """One merge: the hashes of the last build and of both sides, and what was kept."""

    def __init__(self, base: dict[str, str], old: dict[str, str], new: dict[str, str]) -> None:
        self.base, self.old, self.new = base, old, new
        self.kept: list[str] = []

    def field(self, name: str, old: object, new: object) -> object:
        """Return a front-matter value: the new one if the old one is as it was built."""
        base = self.base.get(f"front-{name}")
        untouched = (short_hash(old) if old else None) == base
        if not untouched and old != new and base != (short_hash(new) if new else None):
            self.kept.append(f"{name}: kept as it is; the source now gives {new!r}")
        return new if untouched else old

    def items(self, old: tuple[Item, ...], new: tuple[Item, ...], called: str, needed: Collection[str] = ()) -> tuple[Item, ...]:
        """Merge the items of one kind, in the old order, with new ones inserted at their places.

        Those that are `needed` stay, even if the source no longer has them.
        """
        fresh = {_id(item): item for item in new}
        result: list[Item] = []
        for item in old:
            name = _id(item)
            if self.base.get(name) != self.old[name]:
                self.report_kept(name, called)
                result.append(item)
            elif name in fresh:
                result.append(fresh[name])
            elif name in needed:
                result.append(item)
        present = {_id(item) for item in old}
        for index, item in enumerate(new):
            if _id(item) not in present and _id(item) not in self.base:
                result.insert(_behind(result, new[:index]), item)
        return tuple(result)

    def report_kept(self, name: str, called: str) -> None:
        """Report an item of the user's that the rebuild would have changed."""
        base, new = self.base.get(name), self.new.get(name)
        if base is None or new in (base, self.old[name]):
            return
        what = "is no longer in the source" if new is None else "has changed in the source"
        self.kept.append(f"{called} '{name}' was edited and {what}: kept as it is")

    @staticmethod
    def unplaced(new: Briefing, old: Briefing) -> set[str]:
        """Return the ids of sections that a digest does not include."""
        return {section.id for section in new.sections} - {section.id for section in old.sections}


def _id(item: Actor | Quote | Image | Section | Point) -> str:
    return point_id(item.text) if isinstance(item, Point) else item.id


def _behind(result: Sequence[Item], before: Sequence[Item]) -> int:
    """Return the index for an item: after the last of those before it that exists, else first."""
    places = {_id(item): index + 1 for index, item in enumerate(result)}
    return next((places[_id(item)] for item in reversed(before) if _id(item) in places), 0)
