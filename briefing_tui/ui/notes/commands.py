"""Commands that take notes and take them away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_tui.ui.commands import CommandTable

if TYPE_CHECKING:
    from briefing_tui.ui.read_screen import ReadScreen

COMMANDS = CommandTable()


def _in_notes(reader: ReadScreen) -> bool:
    return reader.pane == "notes" and bool(reader.noting.all)


def _on_note(reader: ReadScreen) -> bool:
    return _in_notes(reader) and reader.side.shown.item is not None


@COMMANDS.command("a", label="annotate", group="Notes", rank=6)
def annotate(reader: ReadScreen) -> None:
    """Write a note on the selection, the item or the paragraph that one is at; in the outline on the section."""
    reader.writing.annotate()


@COMMANDS.command("A", label="highlight", group="Notes")
def highlight(reader: ReadScreen) -> None:
    """Highlight the selection, the quote or the paragraph in a colour, which is asked for; or give a note a colour."""
    reader.changer.highlight()


@COMMANDS.command("W", label="note on the whole briefing", group="Notes")
def annotate_briefing(reader: ReadScreen) -> None:
    """Write a note on the whole briefing."""
    reader.writing.annotate_briefing()


@COMMANDS.command("V", label="write in $EDITOR", group="Notes")
def annotate_outside(reader: ReadScreen) -> None:
    """Write a note, or edit the one under the cursor, in your own editor ($VISUAL, $EDITOR)."""
    reader.writing.write_outside()


@COMMANDS.command("E", label="edit", group="Notes", regions=("pane",), rank=3, usable=_on_note)
def edit_note(reader: ReadScreen) -> None:
    """Edit the note under the cursor, or the one on this paragraph; go on with a draft."""
    reader.writing.edit()


@COMMANDS.command("D", label="delete", group="Notes", regions=("pane",), rank=4, usable=_on_note)
def delete_note(reader: ReadScreen) -> None:
    """Delete the note under the cursor, or the one on this paragraph; drop a draft."""
    reader.changer.delete()


@COMMANDS.command("U", label="undo", group="Notes")
def undo_note(reader: ReadScreen) -> None:
    """Take back the last change to a note, or the last correction."""
    reader.undo_log.undo()


@COMMANDS.command("R", label="redo", group="Notes")
def redo_note(reader: ReadScreen) -> None:
    """Do again what was taken back."""
    reader.undo_log.redo()


@COMMANDS.command("t", label="words…", group="Notes", regions=("pane",), rank=5, usable=_in_notes)
def filter_text(reader: ReadScreen) -> None:
    """Show only the notes that hold the words that you type, in their text, the words they are on or a tag; Esc shows all."""
    reader.noting.ask_text()


@COMMANDS.command("S", label="sort", group="Notes", regions=("pane",), rank=5, usable=_in_notes)
def sort_notes(reader: ReadScreen) -> None:
    """List the notes by their place in the article, or the newest first."""
    reader.noting.sort()


@COMMANDS.command("T", label="attach anew", group="Notes")
def attach_note(reader: ReadScreen) -> None:
    """Attach the note under the pane's cursor to the selected words: for one whose words are gone."""
    reader.changer.attach()
