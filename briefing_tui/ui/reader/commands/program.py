"""Commands of the program as a whole."""

from __future__ import annotations

from briefing_tui.ui.commands import CommandTable
from briefing_tui.ui.reader.reading_screen import ReadingScreen

COMMANDS = CommandTable()


@COMMANDS.command("o", label="open link", group="Program", regions=("article", "pane"), rank=7, usable=lambda r: r.links.is_here)
def open_link(reader: ReadingScreen) -> None:
    """Open the link or image under the cursor, or else the article. The whole address is shown before."""
    reader.links.open_here()


@COMMANDS.command("O", label="open the article", group="Program")
def open_source(reader: ReadingScreen) -> None:
    """Open the article's address in a browser, after showing it whole."""
    reader.links.offer(reader.links.source)


@COMMANDS.command("B", label="library", group="Program", rank=9)
def library(reader: ReadingScreen) -> None:
    """The library: open another briefing."""
    reader.open_library()


@COMMANDS.command("r", label="recent", group="Program")
def recent(reader: ReadingScreen) -> None:
    """List the articles that you opened last, with letters."""
    reader.ask_recent()


@COMMANDS.command("p", label="dossier", group="Program", local=True)
def show_person(reader: ReadingScreen) -> None:
    """The dossier of the actor or speaker here: what all articles of the library say. Else of whom you name."""
    reader.show_person()


@COMMANDS.command("=", label="same words elsewhere", group="Program", local=True)
def show_same_words(reader: ReadingScreen) -> None:
    """The other articles that have the words of this quote, and what differs."""
    reader.show_same_words()


@COMMANDS.command("F", label="check a draft", group="Program", local=True)
def check_draft(reader: ReadingScreen) -> None:
    """Check the quotations of a draft against the library."""
    reader.ask_draft()


@COMMANDS.command("X", label="lines of the source", group="Program", usable=lambda r: r.loader.can_explain, local=True)
def explain_source(reader: ReadingScreen) -> None:
    """The lines of the source with what each was classified as; you can correct them."""
    reader.open_lines()


@COMMANDS.command("P", label="problems", group="Program", usable=lambda r: bool(r.session.problems))
def problems(reader: ReadingScreen) -> None:
    """List what is wrong in this content file."""
    if reader.session.problems:
        reader.open_pane("summary", "problem-0")
    else:
        reader.say("Nothing is wrong in this file.")


@COMMANDS.command(":", "ctrl+p", label="palette", group="Program")
def palette(reader: ReadingScreen) -> None:
    """Every command by name."""
    reader.app.action_command_palette()


@COMMANDS.command("?", label="keys", group="Program", rank=10, needs="nothing")
def help_screen(reader: ReadingScreen) -> None:
    """Every key; typing a key or words finds what they do."""
    reader.show_keys()


@COMMANDS.command("ctrl+z", label="suspend", group="Program", local=True, needs="nothing")
def suspend(reader: ReadingScreen) -> None:
    """Leave the program to the shell for a while (fg brings it back)."""
    reader.app.action_suspend_process()


@COMMANDS.command("q", "ctrl+q", label="quit", group="Program", rank=11, needs="nothing")
def quit_reader(reader: ReadingScreen) -> None:
    """Leave the reader; your place is kept."""
    reader.app.exit(0)
