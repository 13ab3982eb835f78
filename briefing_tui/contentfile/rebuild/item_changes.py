"""Changes to actors and quotes, item by item, that can be redone and undone."""

from collections.abc import Sequence
from typing import Generic, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from briefing_tui.contentfile.normal_form import normal_form
from briefing_tui.contentfile.rebuild.briefing_edits import CannotEdit
from briefing_tui.model.briefing import Actor, Briefing, Quote

Item = TypeVar("Item", Actor, Quote)


class ItemChange(Struct, Generic[Item], frozen=True):
    """One item before and after a change.

    None if it did not exist before, or does not after (never both). `at` is its index in its list.
    """

    id: str
    at: int
    before: Item | None
    after: Item | None


class ItemChanges(Struct, frozen=True):
    """The actors and quotes that were changed."""

    actors: tuple[ItemChange[Actor], ...] = ()
    quotes: tuple[ItemChange[Quote], ...] = ()

    @property
    def back(self) -> "ItemChanges":
        """The changes that undo these."""
        return ItemChanges(tuple(map(_back, self.actors)), tuple(map(_back, self.quotes)))


def _back(step: ItemChange[Item]) -> ItemChange[Item]:
    return ItemChange(step.id, step.at, step.after, step.before)


def changes_between(old: Briefing, new: Briefing) -> ItemChanges:
    """Return the changes from `old` to `new`.

    Both are in normal form, and items of both are in the same order.
    """
    return ItemChanges(_steps(old.actors, new.actors), _steps(_bare(old.quotes), _bare(new.quotes)))


def apply_changes(briefing: Briefing, change: ItemChanges) -> Briefing:
    """Apply changes to a briefing that may have changed since.

    Raises:
        CannotEdit: an item is not as it was before the change, or an actor would go who is still the speaker of a quote.
    """
    actors = _with(briefing.actors, briefing.actors, change.actors)
    quotes = _with(briefing.quotes, _bare(briefing.quotes), change.quotes)
    gone = {step.id for step in change.actors if step.after is None}
    if any(quote.speaker in gone for quote in quotes):
        raise CannotEdit("this can't be undone: another quote has the actor as its speaker by now")
    return normal_form(replace(briefing, actors=actors, quotes=quotes))


def _bare(quotes: Sequence[Quote]) -> tuple[Quote, ...]:
    """Remove the name of speakers who are actors: it is the actor's, and changes with it."""
    return tuple(replace(quote, speaker_name=None) if quote.speaker else quote for quote in quotes)


def _steps(old: Sequence[Item], new: Sequence[Item]) -> tuple[ItemChange[Item], ...]:
    before = {item.id: item for item in old}
    after = {item.id: item for item in new}
    steps = [ItemChange(item.id, at, item, after.get(item.id)) for at, item in enumerate(old) if after.get(item.id) != item]
    added = [ItemChange(item.id, at, None, item) for at, item in enumerate(new) if item.id not in before]
    return tuple(steps + added)


def _with(items: Sequence[Item], bare: Sequence[Item], steps: Sequence[ItemChange[Item]]) -> tuple[Item, ...]:
    made = list(items)
    there = {item.id: item for item in bare}
    for step in steps:
        if there.get(step.id) != step.before:
            raise CannotEdit("this can't be undone: the file has changed there since")
        after = [] if step.after is None else [step.after]
        at = next((index for index, item in enumerate(made) if item.id == step.id), None)
        if at is None:
            made[step.at : step.at] = after
        else:
            made[at : at + 1] = after
    return tuple(made)
