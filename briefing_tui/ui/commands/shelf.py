"""Commands of the library screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_tui.ui.commands import command
from briefing_tui.ui.commands.lists import enter_common

if TYPE_CHECKING:
    from briefing_tui.ui.library.screen import LibraryScreen


@command("enter", "o", label="open", group="Library", rank=1, screen="library")
def open_briefing(library: LibraryScreen) -> None:
    """Open the briefing under the cursor where one stopped reading."""
    library.list.choose()


@command("/", label="filter", group="Library", rank=2, screen="library")
def filter_library(library: LibraryScreen) -> None:
    """Show only the briefings whose title, publisher or date has the words that are typed."""
    library.open_filter()


@command("escape", label="show all", group="Library", screen="library")
def show_all(library: LibraryScreen) -> None:
    """Show all briefings again; with all of them shown, back to the briefing that one came from."""
    library.close_top()


enter_common("library", "Library", "shelf", "briefing", {"help": 3, "quit": 4}, without=("half_down", "half_up"))
