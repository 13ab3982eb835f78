"""Items of the library's list, made when they come into view."""

from collections.abc import Container, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import overload

from briefing_tui.ui.library.shelf import ShelvedBriefing
from briefing_tui.ui.text.layout import Block, LaterBlocks
from briefing_tui.ui.view.pane_items import Item, LaterItems

_BLOCKS = 2
"""Blocks of an item: its title, and what there is to say of it."""
_KEPT = 512
"""Items that are kept once they were made; the largest screen shows fewer."""


class ShelfItems(LaterItems):
    """The briefings of a shelf, of which only those in view cost time."""

    def __init__(
        self,
        shelf: Sequence[ShelvedBriefing],
        narrow: bool,
        selected: Container[Path],
        head: Block | None = None,
        numbers: Mapping[str, int] | None = None,
    ) -> None:
        """List the briefings in this order.

        Args:
            shelf: the briefings.
            narrow: whether there is no room for a column of dates.
            selected: the files to be marked.
            head: what is shown over the first.
            numbers: of each file's name, its place in the shelf, if that is known.
        """
        self._shelf, self._narrow, self._selected, self._head = shelf, narrow, selected, head
        self.numbers = numbers if numbers is not None else {one.entry.file: number for number, one in enumerate(shelf)}
        self._heads = int(head is not None and bool(shelf))
        self.first_block = range(self._heads, self._heads + _BLOCKS * len(shelf), _BLOCKS)
        self.owner = _Owners(len(shelf), self._heads)
        self.blocks = _ShelfBlocks(self)
        self._item = lru_cache(maxsize=_KEPT)(self._made)

    def __len__(self) -> int:
        return len(self._shelf)

    @overload
    def __getitem__(self, number: int) -> Item: ...
    @overload
    def __getitem__(self, number: slice) -> list[Item]: ...
    def __getitem__(self, number: int | slice) -> Item | list[Item]:
        if isinstance(number, slice):
            return [self[one] for one in range(*number.indices(len(self)))]
        if not -len(self) <= number < len(self):
            raise IndexError(number)
        return self._item(number % len(self))

    def _made(self, number: int) -> Item:
        one = self._shelf[number]
        path = one.entry.path
        return Item(str(path), "briefing", one.blocks(self._narrow, path in self._selected), head=None if number else self._head)

    def number_of(self, item: str) -> int | None:
        """Return the place of a briefing, by the path of its file."""
        number = self.numbers.get(Path(item).name)
        return number if number is not None and self[number].id == item else None

    def with_selected(self, selected: Container[Path]) -> "ShelfItems":
        """Return the same with other files marked."""
        return ShelfItems(self._shelf, self._narrow, selected, self._head, self.numbers)


class _Owners(Sequence[int]):
    """The number of the item that each block belongs to; -1 for the heading."""

    def __init__(self, items: int, heads: int) -> None:
        self._length, self._heads = heads + _BLOCKS * items, heads

    def __len__(self) -> int:
        return self._length

    @overload
    def __getitem__(self, block: int) -> int: ...
    @overload
    def __getitem__(self, block: slice) -> list[int]: ...
    def __getitem__(self, block: int | slice) -> int | list[int]:
        if isinstance(block, slice):
            return [self[one] for one in range(*block.indices(len(self)))]
        if not -self._length <= block < self._length:
            raise IndexError(block)
        at = block % self._length
        return (at - self._heads) // _BLOCKS if at >= self._heads else -1


class _ShelfBlocks(LaterBlocks):
    """The blocks of the items, made with them."""

    def __init__(self, items: ShelfItems) -> None:
        self._items = items

    def __len__(self) -> int:
        return len(self._items.owner)

    @overload
    def __getitem__(self, block: int) -> Block: ...
    @overload
    def __getitem__(self, block: slice) -> list[Block]: ...
    def __getitem__(self, block: int | slice) -> Block | list[Block]:
        if isinstance(block, slice):
            return [self[one] for one in range(*block.indices(len(self)))]
        number = self._items.owner[block]
        if number >= 0:
            return self._items[number].blocks[block % len(self) - self._items.first_block[number]]
        head = self._items[0].head
        assert head is not None
        return head

    def least_heights(self) -> list[int]:
        """Return the lines of each block if no title is longer than a line."""
        if not len(self):
            return []
        heads = [block.above + 1 for block in self[: self._items.first_block[0]]]
        return heads + [block.above + 1 for block in self._items[0].blocks] * len(self._items)
