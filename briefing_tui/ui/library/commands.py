"""Commands of the library screen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from briefing_tui.ui.commands import CommandTable
from briefing_tui.ui.dialogs.list_commands import add_list_commands

if TYPE_CHECKING:
    from briefing_tui.ui.widgets.item_list import ItemList

COMMANDS = CommandTable()


class _Library(Protocol):
    """The library screen."""

    list: ItemList

    def open_filter(self) -> None: ...
    def close_top(self) -> None: ...


@COMMANDS.command("enter", "o", label="open", group="Library", rank=1)
def open_briefing(library: _Library) -> None:
    """Open the briefing under the cursor where you stopped reading."""
    library.list.choose()


@COMMANDS.command("/", label="filter", group="Library", rank=2)
def filter_library(library: _Library) -> None:
    """Show only the briefings whose title, publisher or date has the words that you type."""
    library.open_filter()


@COMMANDS.command("escape", label="show all", group="Library")
def show_all(library: _Library) -> None:
    """Show all briefings again; from there, back to the briefing you came from."""
    library.close_top()


add_list_commands(COMMANDS, "Library", "shelf", "briefing", {"help": 3, "quit": 4}, without=("half_down", "half_up"))
