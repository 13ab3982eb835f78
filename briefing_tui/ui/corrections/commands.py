"""Commands that set a briefing right, in its file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_tui.ui.commands import CommandTable

if TYPE_CHECKING:
    from briefing_tui.ui.read_screen import ReadScreen

COMMANDS = CommandTable()


def _is_on_something(reader: ReadScreen) -> bool:
    return not reader.session.partial and bool(reader.correcting.quotes_here or reader.correcting.actor_here)


@COMMANDS.command("c", label="correct", group="Correct", regions=("article", "pane"), rank=7, usable=_is_on_something)
def correct(reader: ReadScreen) -> None:
    """Set right who says the quote, or the actor's name, role, kind, and who is the same; it is written to the file."""
    reader.correcting.correct()


@COMMANDS.command("C", label="save as content file", group="Correct")
def save_as(reader: ReadScreen) -> None:
    """Save the briefing as a new content file, after showing where, and go on in it; no file is written over."""
    reader.save_as()
