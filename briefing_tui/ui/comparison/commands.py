"""Commands of the comparison of two articles."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from briefing_tui.ui.commands import CommandTable
from briefing_tui.ui.dialogs.list_commands import add_list_commands

if TYPE_CHECKING:
    from briefing_tui.ui.widgets.item_list import ItemList

COMMANDS = CommandTable()


class _Comparison(Protocol):
    """The screen of the comparison."""

    list: ItemList

    def close_top(self) -> None: ...
    def open_side(self, is_other: bool) -> None: ...
    def go_to_group(self, step: int) -> None: ...
    def copy(self) -> None: ...


@COMMANDS.command("enter", "o", label="to the place", group="Compare", rank=1)
def show_compared(comparison: _Comparison) -> None:
    """Go to the place in the article, in the left one if both have it."""
    comparison.list.choose()


@COMMANDS.command("left", "h", label="left/right article", group="Compare", rank=2, beside=("show_right",))
def show_left(comparison: _Comparison) -> None:
    """Go to the place in the left article. Esc there comes back."""
    comparison.open_side(is_other=False)


@COMMANDS.command("right", "l", label="right article", group="Compare")
def show_right(comparison: _Comparison) -> None:
    """Go to the place in the right article. Esc there comes back."""
    comparison.open_side(is_other=True)


@COMMANDS.command("]", "J", label="part", group="Compare", rank=3, beside=("previous_compared",))
def next_compared(comparison: _Comparison) -> None:
    """To the next part: quotes of both, of one, of the other; people; captions."""
    comparison.go_to_group(1)


@COMMANDS.command("[", "K", label="previous part", group="Compare")
def previous_compared(comparison: _Comparison) -> None:
    """To the previous part."""
    comparison.go_to_group(-1)


@COMMANDS.command("y", label="copy", group="Compare", rank=6)
def copy_compared(comparison: _Comparison) -> None:
    """Copy the words under the cursor; of both, where they differ."""
    comparison.copy()


@COMMANDS.command("escape", label="back", group="Compare")
def leave_comparison(comparison: _Comparison) -> None:
    """Back to where you came from."""
    comparison.close_top()


add_list_commands(COMMANDS, "Compare", "compared", "line", {"help": 4, "quit": 5})
