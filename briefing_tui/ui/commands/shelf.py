"""Commands of the library screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_tui.ui.commands import command

if TYPE_CHECKING:
    from briefing_tui.ui.screens.library import LibraryScreen


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


@command("j", "down", label="down", group="Library", screen="library")
def shelf_down(library: LibraryScreen) -> None:
    """One briefing down."""
    library.list.go_lines(1)


@command("k", "up", label="up", group="Library", screen="library")
def shelf_up(library: LibraryScreen) -> None:
    """One briefing up."""
    library.list.go_lines(-1)


@command("space", "pagedown", label="page down", group="Library", screen="library")
def shelf_page_down(library: LibraryScreen) -> None:
    """One page down."""
    library.list.go_pages(1)


@command("b", "pageup", label="page up", group="Library", screen="library")
def shelf_page_up(library: LibraryScreen) -> None:
    """One page up."""
    library.list.go_pages(-1)


@command("g", "home", label="to the first", group="Library", screen="library")
def shelf_start(library: LibraryScreen) -> None:
    """To the first briefing."""
    library.list.go_end(last=False)


@command("G", "end", label="to the last", group="Library", screen="library")
def shelf_end(library: LibraryScreen) -> None:
    """To the last briefing."""
    library.list.go_end(last=True)


@command(":", "ctrl+p", label="palette", group="Library", screen="library")
def shelf_palette(library: LibraryScreen) -> None:
    """Every command by name."""
    library.app.action_command_palette()


@command("?", label="keys", group="Library", rank=3, screen="library")
def shelf_help(library: LibraryScreen) -> None:
    """Every key."""
    from briefing_tui.ui.screens.help import HelpScreen

    library.app.push_screen(HelpScreen())


@command("ctrl+z", label="suspend", group="Library", screen="library")
def shelf_suspend(library: LibraryScreen) -> None:
    """Leave the program to the shell for a while (fg brings it back)."""
    library.app.action_suspend_process()


@command("q", "ctrl+q", label="quit", group="Library", rank=4, screen="library")
def shelf_quit(library: LibraryScreen) -> None:
    """Leave the program."""
    library.app.exit(0)
