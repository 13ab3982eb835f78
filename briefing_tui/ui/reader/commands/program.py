"""Commands of the program as a whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_tui.ui.commands import CommandTable

if TYPE_CHECKING:
    from briefing_tui.ui.read_screen import ReadScreen

COMMANDS = CommandTable()


@COMMANDS.command("o", label="open the source's link", group="Program", usable=lambda r: r.source_url is not None)
def open_source(reader: ReadScreen) -> None:
    """Open the article's address in a browser, after showing it whole."""
    reader.offer_link(reader.source_url)


@COMMANDS.command("B", label="library", group="Program", rank=9)
def library(reader: ReadScreen) -> None:
    """The library: open another briefing."""
    reader.open_library()


@COMMANDS.command("X", label="lines of the source", group="Program", usable=lambda r: r.loader.can_explain)
def explain_source(reader: ReadScreen) -> None:
    """What each line of the source was taken for, and setting lines right."""
    reader.loader.open_explain()


@COMMANDS.command("P", label="problems", group="Program", usable=lambda r: bool(r.session.problems))
def problems(reader: ReadScreen) -> None:
    """List what is wrong in this content file."""
    reader.show_problems()


@COMMANDS.command(":", "ctrl+p", label="palette", group="Program", shown=":")
def palette(reader: ReadScreen) -> None:
    """Every command by name."""
    reader.app.action_command_palette()


@COMMANDS.command("?", label="keys", group="Program", rank=10)
def help_screen(reader: ReadScreen) -> None:
    """Every key."""
    reader.show_keys()


@COMMANDS.command("ctrl+z", label="suspend", group="Program")
def suspend(reader: ReadScreen) -> None:
    """Leave the program to the shell for a while (fg brings it back)."""
    reader.app.action_suspend_process()


@COMMANDS.command("q", "ctrl+q", label="quit", group="Program", rank=11)
def quit_reader(reader: ReadScreen) -> None:
    """Leave the reader; the place is kept."""
    reader.app.exit(0)
