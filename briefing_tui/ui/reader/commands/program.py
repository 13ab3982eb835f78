"""Commands of the program as a whole."""

from __future__ import annotations

from briefing_tui.ui.commands import CommandTable
from briefing_tui.ui.reader.parts import ReaderParts

COMMANDS = CommandTable()


def _source_url(reader: ReaderParts) -> str | None:
    source = reader.state.session.briefing.source
    return source.url if source else None


@COMMANDS.command("o", label="open the source's link", group="Program", usable=lambda r: _source_url(r) is not None)
def open_source(reader: ReaderParts) -> None:
    """Open the article's address in a browser, after showing it whole."""
    reader.offer_link(_source_url(reader))


@COMMANDS.command("B", label="library", group="Program", rank=9)
def library(reader: ReaderParts) -> None:
    """The library: open another briefing."""
    reader.open_library()


@COMMANDS.command("X", label="lines of the source", group="Program", usable=lambda r: r.loader.can_explain)
def explain_source(reader: ReaderParts) -> None:
    """The lines of the source with what each was classified as; you can correct them."""
    reader.open_lines()


@COMMANDS.command("P", label="problems", group="Program", usable=lambda r: bool(r.state.session.problems))
def problems(reader: ReaderParts) -> None:
    """List what is wrong in this content file."""
    if reader.state.session.problems:
        reader.side.find_item("summary", "problem-0")
        reader.state.open_pane("summary")
    else:
        reader.state.say("Nothing is wrong in this file.")


@COMMANDS.command(":", "ctrl+p", label="palette", group="Program", shown=":")
def palette(reader: ReaderParts) -> None:
    """Every command by name."""
    reader.state.app.action_command_palette()


@COMMANDS.command("?", label="keys", group="Program", rank=10)
def help_screen(reader: ReaderParts) -> None:
    """Every key."""
    reader.show_keys()


@COMMANDS.command("ctrl+z", label="suspend", group="Program")
def suspend(reader: ReaderParts) -> None:
    """Leave the program to the shell for a while (fg brings it back)."""
    reader.state.app.action_suspend_process()


@COMMANDS.command("q", "ctrl+q", label="quit", group="Program", rank=11)
def quit_reader(reader: ReaderParts) -> None:
    """Leave the reader; your place is kept."""
    reader.state.app.exit(0)
