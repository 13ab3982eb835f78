"""A list of items of any height with a cursor."""

from collections.abc import Iterator, Sequence

from textual.events import Click
from textual.message import Message

from briefing_tui.ui.text.layout import Block
from briefing_tui.ui.view.pane_items import Item, Items, LaterItems
from briefing_tui.ui.widgets.lines import LineView


class ItemList(LineView, can_focus=True):
    """Items one below the other, one of them under the cursor."""

    BAR = "▌"
    click_chooses = False
    """Whether one click chooses; otherwise it moves the cursor, and a second one chooses."""

    class _OfItem(Message):
        def __init__(self, of: "ItemList", item: Item) -> None:
            super().__init__()
            self.list, self.item = of, item

        @property
        def control(self) -> "ItemList":
            return self.list

    class Moved(_OfItem):
        """Posted when the cursor comes to another item."""

    class Chosen(_OfItem):
        """Posted when an item is chosen, by Enter or a click."""

    class Focused(Message):
        """Posted when the list gets the focus, by the mouse for example."""

        def __init__(self, of: "ItemList") -> None:
            super().__init__()
            self.list = of

    def __init__(self, *, id: str | None = None, empty: str = "Nothing here.") -> None:  # noqa: A002
        super().__init__(id=id)
        self.items: Items | LaterItems = Items()
        self.cursor = 0
        self._empty = empty
        self._owner: Sequence[int] = []

    def show(self, items: Sequence[Item], at: str | None = None) -> None:
        """List these items.

        The cursor is on the one with the id `at`, or else on the one where it was, if that is there.
        """
        held = at or (self.item.id if self.item else None)
        self.items = items if isinstance(items, Items | LaterItems) else Items(items)
        self._owner = self.items.owner or [-1]
        number = self.items.number_of(held) if held else None
        self.cursor = min(self.cursor, max(0, len(items) - 1)) if number is None else number
        self.set_blocks(self.items.blocks or [Block(self._empty, "meta", above=1)], keep_place=False)

    def leave(self) -> None:
        """Clear items and cursor before another list is shown."""
        self.items, self.cursor = Items(), 0

    def set_empty(self, text: str) -> None:
        """Set what is shown if there are no items."""
        self._empty = text

    @property
    def item(self) -> Item | None:
        """The item under the cursor; None if there are no items."""
        return self.items[self.cursor] if self.cursor < len(self.items) else None

    def move_to(self, number: int, announce: bool = True) -> bool:
        """Put the cursor on an item and scroll there; return whether it moved.

        With `announce`, a message says so.
        """
        number = max(0, min(number, len(self.items) - 1))
        moved = bool(self.items) and number != self.cursor
        if moved:
            before, self.cursor = self.cursor, number
            self._draw_items(before, number)
        if self.items:
            self.show_cursor()
        if moved and announce:
            self.post_message(self.Moved(self, self.items[number]))
        return moved

    def show_cursor(self) -> None:
        """Scroll the item under the cursor into view, with the heading over it."""
        if not self.items or len(self._tops) <= 1:
            return
        first = self.items.first_block[self.cursor]
        last = first + len(self.items[self.cursor].blocks) - 1
        self.measure_near(first)
        top = self._tops[first - 1] if first and self._owner[first - 1] < 0 else self._tops[first]
        self.reveal(top, self.last_line(last))

    @property
    def cursor_row(self) -> int:
        """The row of the view in which the item under the cursor begins."""
        return self.item_range(self.cursor)[0] - self.top if self.items and len(self._tops) > 1 else 0

    def hold_row(self, row: int) -> None:
        """Scroll so that the item under the cursor begins in a row of the view.

        This is done as far as all of the item can be seen then.
        """
        if self.items and len(self._tops) > 1:
            self.scroll_to_line(self.item_range(self.cursor)[0] - row)
            self.show_cursor()

    def item_range(self, number: int) -> tuple[int, int]:
        """Return the first and the last line of an item's text."""
        first = self.items.first_block[number]
        return self.first_line(first), self.last_line(first + len(self.items[number].blocks) - 1)

    def items_in_view(self) -> Iterator[int]:
        """Yield the numbers of the items that begin in view."""
        if self.items:
            for number in range(self.owner_of(self.block_at(self.top)), len(self.items)):
                if self.item_range(number)[0] >= self.top + self.page:
                    return
                yield number

    def sizes(self) -> Sequence[tuple[int, int]]:
        """Return the letters and the least lines of each block."""
        return self.items.sizes if self.items else super().sizes()

    def laid_out(self) -> None:
        """Keep the cursor in view."""
        self.show_cursor()

    def resized(self) -> None:
        """Keep the cursor in view."""
        self.show_cursor()

    def owner_of(self, block: int) -> int:
        """Return the number of a block's item; a heading's is the one below it."""
        owner = self._owner[block]
        return owner if owner >= 0 else min(self._owner[min(block + 1, len(self._owner) - 1)], len(self.items) - 1)

    def on_focus(self) -> None:
        """Draw the cursor as focused, and post that the list has the focus."""
        self._draw_items(self.cursor)
        self.post_message(self.Focused(self))

    def on_blur(self) -> None:
        """Draw the cursor as not focused."""
        self._draw_items(self.cursor)

    # What the line and page keys do here

    def go_lines(self, count: int) -> None:
        """Move by items.

        At an end, the item there is posted again, so that what follows the cursor comes to it.
        """
        if not self.move_to(self.cursor + count) and self.item:
            self.post_message(self.Moved(self, self.item))

    def go_pages(self, share: float) -> None:
        """Move by a share of the view, at least by one item."""
        if not self.items:
            return
        here, _ = self.item_range(self.cursor)
        wanted = max(0, min(here + int(share * self.page), self.line_count - 1))
        owner = self._owner[self.block_at(wanted)]
        step = 1 if share > 0 else -1
        self.move_to(owner if owner >= 0 and (owner - self.cursor) * step > 0 else self.cursor + step)

    def go_end(self, last: bool) -> None:
        """Move to the first or the last item."""
        self.move_to(len(self.items) - 1 if last else 0)

    def choose(self) -> None:
        """Choose the item under the cursor, if there is one."""
        if self.item:
            self.post_message(self.Chosen(self, self.item))

    # Mouse and drawing

    def _draw_items(self, *numbers: int) -> None:
        """Draw items again, as far as they are in view."""
        for number in numbers:
            if number < len(self.items):
                first = self.items.first_block[number]
                self.refresh_blocks(*range(first, first + len(self.items[number].blocks)))

    def on_click(self, event: Click) -> None:
        """Move the cursor to the clicked item, or choose it."""
        if not self.items:
            return
        owner = self._owner[self.block_at(self.top + event.y - self.gutter_offset)]
        if owner < 0:
            return
        moved = self.move_to(owner)
        if self.click_chooses or event.chain > 1 or not moved:
            self.choose()

    @property
    def gutter_offset(self) -> int:
        """The number of rows between the widget's edge and its content."""
        return self.content_region.y - self.region.y

    def row_style(self, index: int) -> tuple[str, ...]:
        """Return the style under the rows of the item under the cursor."""
        look = "cursor-focused" if self.has_focus else "cursor"
        return (look,) if self.items and self._owner[index] == self.cursor else ()

    def gutter_of(self, index: int, number: int) -> tuple[str, str]:
        """Return the bar beside the item under the cursor."""
        on = self.items and self._owner[index] == self.cursor and number >= 0
        return (self.BAR, "label") if on else ("", "gutter")


class PaneList(ItemList, can_focus=True):
    """The list of a pane, in which the hits of a search are highlighted."""

    OVERLAYS = ("hit",)
