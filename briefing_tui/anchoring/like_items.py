"""The items of a kind that have the same words.

It is known what they have in common and what tells each from the others.

No question about them takes time that grows with their number, once they are sorted.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cached_property
from hashlib import sha256
from typing import Generic, NamedTuple, Protocol, TypeVar

from briefing_tui.anchoring.surroundings import Context, Surroundings, plain


class _HasId(Protocol):
    @property
    def id(self) -> str: ...


_Item = TypeVar("_Item", bound=_HasId)


class LikeItem(NamedTuple, Generic[_Item]):
    """One of the items, with what tells it from the others."""

    item: _Item
    about: Surroundings
    context: Context


class LikeItems(Generic[_Item]):
    """The items of a kind that have some words."""

    def __init__(self, members: Sequence[LikeItem[_Item]]) -> None:
        self._members = members
        self._numbers = {member.item.id: number for number, member in enumerate(members)}

    @cached_property
    def state(self) -> str:
        """Eight hexadecimal digits that change when anything about the items does."""
        found = [(member.item.id, member.about, member.context) for member in self._members]
        return sha256(repr(found).encode("utf-8", "replace")).hexdigest()[:8]

    @cached_property
    def _sides(self) -> tuple[list[tuple[str, int]], list[tuple[str, int]]]:
        """The words before and after the items, from the item outwards, sorted, with the items' numbers."""
        before = sorted((member.context.before[::-1], number) for number, member in enumerate(self._members))
        return before, sorted((member.context.after, number) for number, member in enumerate(self._members))

    @cached_property
    def _traits(self) -> Counter[tuple[str, ...]]:
        return Counter(trait for member in self._members for trait in _traits(member.about))

    def shared(self, item: _Item) -> tuple[int, int]:
        """Return the lengths of the words before and after an item that another has, too."""
        number = self._numbers[item.id]
        context = self._members[number].context
        own = (context.before[::-1], number), (context.after, number)
        before, after = (_longest(side, entry) for side, entry in zip(self._sides, own, strict=True))
        return before, after

    def common(self, item: _Item) -> tuple[str, ...]:
        """Return which of an item's surroundings another of them has, too.

        These are attributes of `Surroundings`, `both` for the two neighbours, and `all` for everything.
        """
        about = self._members[self._numbers[item.id]].about
        return tuple(trait[0] for trait in _traits(about) if self._traits[trait] > 1)

    @cached_property
    def _exact(self) -> dict[tuple[Surroundings, Context], list[int]]:
        found: dict[tuple[Surroundings, Context], list[int]] = {}
        for number, member in enumerate(self._members):
            found.setdefault((member.about, member.context), []).append(number)
        return found

    def exactly(self, context: Context, about: Surroundings) -> _Item | None:
        """Return the only item with exactly these words beside it and these surroundings."""
        found = self._exact.get((about, context), ())
        return self._members[found[0]].item if len(found) == 1 else None

    def likeliest(self, context: Context, about: Surroundings, most: int) -> list[_Item]:
        """Return about `most` of the items, those that agree best with what is given."""
        if len(self._members) <= most:
            return [member.item for member in self._members]
        chosen = {number for number, member in enumerate(self._members) if member.about == about}
        for side, words in zip(self._sides, (context.before[::-1], context.after), strict=True):
            at = bisect_left(side, (words, -1))
            chosen.update(number for _, number in side[max(0, at - most // 4) : at + most // 4])
        return [self._members[number].item for number in sorted(chosen)[:most]]


def _traits(about: Surroundings) -> Iterator[tuple[str, ...]]:
    values = [plain(value) for value in about]
    yield from zip(Surroundings._fields, values, strict=True)
    yield ("both", *values[3:])
    yield ("all", *values)


def _longest(side: list[tuple[str, int]], own: tuple[str, int]) -> int:
    """Return the length of the longest beginning that a text shares with another; all are sorted, so that is beside it."""
    at = bisect_left(side, own)
    others = [*side[max(0, at - 1) : at], *side[at + 1 : at + 2]]
    return max((_same_start(own[0], other) for other, _ in others), default=0)


def _same_start(one: str, other: str) -> int:
    return next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
