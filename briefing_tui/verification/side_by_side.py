"""Compare two articles: the quotes, actors and captions that both have, or only one."""

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from msgspec import Struct

from briefing_tui.model.briefing import Actor, Briefing, Image, Quote
from briefing_tui.verification.names import is_among
from briefing_tui.verification.same_words import Likeness, SpokenWords, compare_quotes, spoken_in

_T = TypeVar("_T")
_MOST = 2_000
"""The most quotes of an article that are compared."""


class SharedQuote(Struct, frozen=True):
    """An utterance that both articles have."""

    one: Quote
    other: Quote
    likeness: Likeness


class SharedCaption(Struct, frozen=True):
    """A caption that both articles have, perhaps with different words."""

    one: Image
    other: Image
    likeness: Likeness


class SideBySide(Struct, frozen=True):
    """Two articles with what both or only one of them have.

    Everything is in its article's order.
    """

    one: Briefing
    other: Briefing
    quotes: tuple[SharedQuote, ...]
    quotes_of_one: tuple[Quote, ...]
    quotes_of_other: tuple[Quote, ...]
    actors: tuple[tuple[Actor, Actor], ...]
    actors_of_one: tuple[Actor, ...]
    actors_of_other: tuple[Actor, ...]
    captions: tuple[SharedCaption, ...]
    captions_of_one: tuple[Image, ...]
    captions_of_other: tuple[Image, ...]

    @property
    def shares_anything(self) -> bool:
        """True if both articles have a quote, an actor or a caption."""
        return bool(self.quotes or self.actors or self.captions)


def compare_articles(one: Briefing, other: Briefing) -> SideBySide:
    """Compare two briefings."""
    spoken = {id(quote): spoken_in(briefing, quote) for briefing in (one, other) for quote in briefing.quotes[:_MOST]}
    quotes = _pairs(
        one.quotes[:_MOST], other.quotes[:_MOST], lambda first, second: compare_quotes(spoken[id(first)], spoken[id(second)])
    )
    actors = _pairs(one.actors, other.actors, lambda first, second: _is_same_actor(first, second) or None)
    first_images = [image for image in one.images if image.caption]
    other_images = [image for image in other.images if image.caption]
    captions = _pairs(first_images, other_images, _compare_captions)
    return SideBySide(
        one,
        other,
        tuple(SharedQuote(first, second, likeness) for first, second, likeness in quotes),
        _without(one.quotes, (first for first, _, _ in quotes)),
        _without(other.quotes, (second for _, second, _ in quotes)),
        tuple((first, second) for first, second, _ in actors),
        _without(one.actors, (first for first, _, _ in actors)),
        _without(other.actors, (second for _, second, _ in actors)),
        tuple(SharedCaption(first, second, likeness) for first, second, likeness in captions),
        _without(first_images, (first for first, _, _ in captions)),
        _without(other_images, (second for _, second, _ in captions)),
    )


def _pairs(
    ones: Sequence[_T], others: Sequence[_T], compare: Callable[[_T, _T], Likeness | bool | None]
) -> list[tuple[_T, _T, Likeness]]:
    """Return the pairs that are alike; everything is in one pair at most, those with the same words first."""
    found = [(one, other, likeness) for one in ones for other in others if (likeness := compare(one, other))]
    found.sort(key=lambda pair: isinstance(pair[2], Likeness) and pair[2].relation != "identical")
    taken: set[int] = set()
    pairs: list[tuple[_T, _T, Likeness]] = []
    for one, other, likeness in found:
        if id(one) not in taken and id(other) not in taken:
            taken |= {id(one), id(other)}
            pairs.append((one, other, likeness if isinstance(likeness, Likeness) else Likeness("identical")))
    order = {id(one): index for index, one in enumerate(ones)}
    return sorted(pairs, key=lambda pair: order[id(pair[0])])


def _without(all_of: Sequence[_T], some: Iterable[_T]) -> tuple[_T, ...]:
    shared = {id(one) for one in some}
    return tuple(one for one in all_of if id(one) not in shared)


def _is_same_actor(one: Actor, other: Actor) -> bool:
    """Return whether two actors have a name that is one's and may be the other's."""
    return one.kind == other.kind and is_among(one.name, (other.name,))


def _compare_captions(one: Image, other: Image) -> Likeness | None:
    return compare_quotes(SpokenWords((one.caption or "",), None), SpokenWords((other.caption or "",), None))
