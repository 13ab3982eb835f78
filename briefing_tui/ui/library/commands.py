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
    def ask_filter(self) -> None: ...
    def save_search(self) -> None: ...
    def forget_search(self) -> None: ...
    def ask_order(self) -> None: ...
    def ask_status(self) -> None: ...
    def ask_tags(self) -> None: ...
    def select(self) -> None: ...
    def select_all(self) -> None: ...
    def move_to_trash(self) -> None: ...
    def forget(self) -> None: ...
    def undo(self) -> None: ...
    def ask_trashed(self) -> None: ...
    def ask_recent(self) -> None: ...
    def switch_folder(self) -> None: ...
    def ask_draft(self) -> None: ...
    def show_person(self) -> None: ...
    def compare(self) -> None: ...
    def ask_export(self) -> None: ...


@COMMANDS.command("enter", "o", label="open", group="Library", rank=1)
def open_briefing(library: _Library) -> None:
    """Open the briefing under the cursor where you stopped reading."""
    library.list.choose()


@COMMANDS.command("/", label="find", group="Library", rank=2)
def filter_library(library: _Library) -> None:
    """Show only briefings that have the words that you type. is: and tag: filter, too."""
    library.open_filter()


@COMMANDS.command("escape", label="show all", group="Library")
def show_all(library: _Library) -> None:
    """Drop the selection, then show all briefings again. From there, back to the briefing you came from."""
    library.close_top()


@COMMANDS.command("s", label="only…", group="Library", rank=3)
def filter_status(library: _Library) -> None:
    """List only one status or tag, a saved search, or the shipped briefings."""
    library.ask_filter()


@COMMANDS.command("C", label="save search", group="Library")
def save_search(library: _Library) -> None:
    """Save the search under a name, for the list of what to show only."""
    library.save_search()


@COMMANDS.command(label="delete a saved search", group="Library")
def forget_search(library: _Library) -> None:
    """Delete a saved search."""
    library.forget_search()


@COMMANDS.command("S", label="sort", group="Library", rank=9)
def sort_library(library: _Library) -> None:
    """Sort by date, added, opened, title, publisher or length."""
    library.ask_order()


@COMMANDS.command("M", label="mark as…", group="Library", rank=4)
def mark_briefings(library: _Library) -> None:
    """Mark the briefing, or those that are selected, as unread, reading, read or archived."""
    library.ask_status()


@COMMANDS.command("#", label="tags", group="Library", rank=5)
def tag_briefings(library: _Library) -> None:
    """Change the tags of the briefing, or add tags to those that are selected."""
    library.ask_tags()


@COMMANDS.command("v", label="select", group="Library", rank=6)
def select_briefing(library: _Library) -> None:
    """Select the briefing under the cursor, or no longer; keys act on all selected ones."""
    library.select()


@COMMANDS.command("V", label="select all", group="Library")
def select_listed(library: _Library) -> None:
    """Select all briefings that are listed, or none."""
    library.select_all()


@COMMANDS.command("D", label="remove", group="Library", rank=10, local=True)
def remove_briefings(library: _Library) -> None:
    """Move the briefing, or those that are selected, into the library's trash."""
    library.move_to_trash()


@COMMANDS.command(label="forget for good", group="Library", local=True)
def forget_briefings(library: _Library) -> None:
    """Delete everything that is kept of the article, or of the selected ones. It asks first, also about the notes."""
    library.forget()


@COMMANDS.command("U", label="undo", group="Library", rank=11)
def undo_library(library: _Library) -> None:
    """Undo the last change of status or tags, or bring back what was removed last."""
    library.undo()


@COMMANDS.command(label="trash", group="Library", local=True)
def trashed_briefings(library: _Library) -> None:
    """Bring a briefing back from the library's trash, whenever it was removed."""
    library.ask_trashed()


@COMMANDS.command("r", label="recent", group="Library", rank=12)
def recent_briefings(library: _Library) -> None:
    """List the articles that you opened last, with letters."""
    library.ask_recent()


@COMMANDS.command(label="shipped briefings", group="Library")
def shipped_briefings(library: _Library) -> None:
    """List the shipped briefings, or your own again."""
    library.switch_folder()


@COMMANDS.command("F", label="check a draft", group="Library", rank=13, local=True)
def check_draft_here(library: _Library) -> None:
    """Check the quotations of a draft against the library."""
    library.ask_draft()


@COMMANDS.command("e", label="export quotes", group="Library", rank=16, local=True)
def export_found(library: _Library) -> None:
    """Write the quotes that the search is about as Markdown, CSV, JSON or JSON Lines."""
    library.ask_export()


@COMMANDS.command("p", label="people", group="Library", rank=14)
def show_people(library: _Library) -> None:
    """The dossier of who speaks in the hit here, or of whom you name."""
    library.show_person()


@COMMANDS.command("=", label="compare", group="Library", rank=15)
def compare_briefings(library: _Library) -> None:
    """Compare the two selected briefings; on a quote, list other articles that have its words."""
    library.compare()


add_list_commands(COMMANDS, "Library", "shelf", "briefing", {"help": 7, "quit": 8}, without=("half_down", "half_up"))
