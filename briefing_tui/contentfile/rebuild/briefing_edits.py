"""Edits by the user to speakers and actors of a briefing.

They set who says a quote, and an actor's name, kind and roles, and join two actors into one. An edit is data; `apply_edit`
applies it. Ids stay, so that notes and links still lead to the item, and a speaker whom the user has set is no longer
`inferred`. An actor's former name stays as an alias if the article uses it.
"""

from collections.abc import Iterable

from msgspec import Struct
from msgspec.structs import replace

from briefing_tui.anchoring.anchors import mentions, name_key
from briefing_tui.contentfile.ids import new_id
from briefing_tui.contentfile.normal_form import normal_form
from briefing_tui.markdown.inline import clean
from briefing_tui.model.briefing import Actor, ActorKind, Briefing, Paragraph, Quote, Section


class SetSpeaker(Struct, frozen=True):
    """An actor says the quote, or (None) nobody who is known."""

    quote: str
    actor: str | None


class SetSpeakerByName(Struct, frozen=True):
    """The quote is by the actor of that name.

    If there is none, a new actor of that kind is added; without a kind, the speaker is no actor.
    """

    quote: str
    name: str
    kind: ActorKind | None = "person"


class RenameActor(Struct, frozen=True):
    """The actor gets another name."""

    actor: str
    name: str


class SetActorKind(Struct, frozen=True):
    """The actor is a person, or an organisation."""

    actor: str
    kind: ActorKind


class SetActorRoles(Struct, frozen=True):
    """The actor has these roles, the most important first."""

    actor: str
    roles: tuple[str, ...]


class JoinActors(Struct, frozen=True):
    """The actor is the same as another one, whose id, name and kind stay."""

    actor: str
    other: str


BriefingEdit = SetSpeaker | SetSpeakerByName | RenameActor | SetActorKind | SetActorRoles | JoinActors


class CannotEdit(Exception):  # noqa: N818
    """An edit that can't be applied.

    The message is one line: why, and what to do.
    """


def edited_items(correction: BriefingEdit) -> tuple[str, ...]:
    """Return the ids of the items that an edit changes."""
    match correction:
        case SetSpeaker(quote=quote) | SetSpeakerByName(quote=quote):
            return (quote,)
        case JoinActors(actor=actor, other=other):
            return (actor, other)
        case _:
            return (correction.actor,)


def apply_edit(briefing: Briefing, correction: BriefingEdit) -> Briefing:
    """Apply an edit to a briefing.

    Both the given and the returned briefing are in normal form.

    Raises:
        CannotEdit: the item no longer exists, or the name is empty.
    """
    match correction:
        case SetSpeaker(quote=quote, actor=actor):
            speaker = _actor(briefing, actor) if actor is not None else None
            return normal_form(_spoken(briefing, _quote(briefing, quote), speaker))
        case SetSpeakerByName():
            return normal_form(_spoken_by_name(briefing, correction))
        case RenameActor(actor=actor, name=name):
            return normal_form(_put(briefing, renamed(briefing, _actor(briefing, actor), name)))
        case SetActorKind(actor=actor, kind=kind):
            return normal_form(_put(briefing, replace(_actor(briefing, actor), kind=kind)))
        case SetActorRoles(actor=actor, roles=roles):
            return normal_form(_put(briefing, replace(_actor(briefing, actor), roles=_each_once(roles))))
        case JoinActors(actor=actor, other=other):
            return normal_form(_joined(briefing, _actor(briefing, actor), _actor(briefing, other)))


def _actor(briefing: Briefing, name: str) -> Actor:
    found = next((actor for actor in briefing.actors if actor.id == name), None)
    if found is None:
        raise CannotEdit("this actor is no longer in the file")
    return found


def _quote(briefing: Briefing, name: str) -> Quote:
    found = next((quote for quote in briefing.quotes if quote.id == name), None)
    if found is None:
        raise CannotEdit("this quote is no longer in the file")
    return found


def _put(briefing: Briefing, item: Actor | Quote) -> Briefing:
    """Replace the item that has the same id."""
    if isinstance(item, Actor):
        return replace(briefing, actors=tuple(item if actor.id == item.id else actor for actor in briefing.actors))
    return replace(briefing, quotes=tuple(item if quote.id == item.id else quote for quote in briefing.quotes))


def _name(text: str) -> str:
    name = clean(text)
    if not any(character.isalnum() for character in name):
        raise CannotEdit("a name needs a letter: type one")
    return name


def _each_once(texts: Iterable[str]) -> tuple[str, ...]:
    """Clean texts, and drop those that differ only in case from an earlier one."""
    found: dict[str, str] = {}
    for text in map(clean, texts):
        if text:
            found.setdefault(name_key(text), text)
    return tuple(found.values())


# -- speakers


def _spoken(briefing: Briefing, quote: Quote, speaker: Actor | None, name: str | None = None) -> Briefing:
    """Set a quote's speaker.

    The article's words for the speaker stay, unless they were the name that was wrong.
    """
    words = quote.speaker_text if quote.speaker_text != quote.speaker_name and (speaker or name) else None
    name = speaker.name if speaker else name
    said = replace(quote, speaker=speaker.id if speaker else None, speaker_name=name, speaker_text=words, inferred=False)
    return _put(briefing, said)


def _spoken_by_name(briefing: Briefing, correction: SetSpeakerByName) -> Briefing:
    quote, name = _quote(briefing, correction.quote), _name(correction.name)
    if known := called(briefing, name):
        return _spoken(briefing, quote, known)
    if correction.kind is None:
        return _spoken(briefing, quote, None, name)
    added = Actor("", name, correction.kind)
    added = replace(added, id=new_id(briefing, added))
    return _spoken(replace(briefing, actors=(*briefing.actors, added)), quote, added)


def called(briefing: Briefing, name: str) -> Actor | None:
    """Return the one actor with a name, or else with an alias.

    Case and marks are ignored; None if there is no such actor, or more than one.
    """
    key = name_key(name)
    for found in (
        [actor for actor in briefing.actors if name_key(actor.name) == key],
        [actor for actor in briefing.actors if key in map(name_key, actor.aliases)],
    ):
        if found:
            return found[0] if len(found) == 1 else None
    return None


# -- actors


def renamed(briefing: Briefing, actor: Actor, name: str) -> Actor:
    """Return an actor with another name."""
    name = _name(name)
    others = [alias for alias in actor.aliases if alias != name]
    if actor.name != name and actor.name not in others and is_used(briefing, actor.name):
        others.insert(0, actor.name)
    return replace(actor, name=name, aliases=tuple(others))


def is_used(briefing: Briefing, name: str) -> bool:
    """Say whether the article uses a name.

    Its text, head, captions, quotes and words for speakers count.
    """
    words = [briefing.title, briefing.kicker, briefing.lead, *(image.caption for image in briefing.images)]
    words += [text for quote in briefing.quotes for text in (*quote.parts, quote.speaker_text)]
    beside = Section("beside", "", tuple(Paragraph(text) for text in words if text))
    one = Briefing("one", actors=(Actor("one", name, "person"),), sections=(*briefing.sections, beside))
    return bool(mentions(one).get("one"))


def _joined(briefing: Briefing, actor: Actor, stays: Actor) -> Briefing:
    """Join two actors, with the names, roles and quotes of both."""
    if actor.id == stays.id:
        raise CannotEdit("this is the same actor already: choose another one")
    names = dict.fromkeys((*stays.aliases, actor.name, *actor.aliases))
    both = replace(
        stays,
        roles=_each_once((*stays.roles, *actor.roles)),
        aliases=tuple(name for name in names if name != stays.name),
    )
    without = replace(
        _put(briefing, both),
        actors=tuple(both if one.id == stays.id else one for one in briefing.actors if one.id != actor.id),
    )
    for quote in briefing.quotes:
        if quote.speaker == actor.id:
            without = _put(without, replace(quote, speaker=stays.id, speaker_name=stays.name))
    return without
