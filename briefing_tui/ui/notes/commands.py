"""Commands that write, change and list notes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from briefing_tui.ui.commands import CommandTable

if TYPE_CHECKING:
    from briefing_tui.ui.notes.filter_line import NoteFiltering
    from briefing_tui.ui.notes.note_actions import NoteActions
    from briefing_tui.ui.notes.note_editor import NoteEditor
    from briefing_tui.ui.notes.note_list import NoteList
    from briefing_tui.ui.view.state import ReaderState
    from briefing_tui.ui.widgets.side import Side

COMMANDS = CommandTable()


class _TakesNotes(Protocol):
    """A screen on which notes are taken."""

    side: Side
    note_list: NoteList
    note_filtering: NoteFiltering
    note_editor: NoteEditor
    note_actions: NoteActions

    @property
    def state(self) -> ReaderState: ...


def _in_notes(screen: _TakesNotes) -> bool:
    return screen.state.pane == "notes" and bool(screen.note_list.all)


def _on_note(screen: _TakesNotes) -> bool:
    return _in_notes(screen) and screen.side.shown.item is not None


@COMMANDS.command("a", label="annotate", group="Notes", rank=6, needs="notes")
def annotate(screen: _TakesNotes) -> None:
    """Write a note on the selection, item or paragraph; in the outline on the section."""
    screen.note_editor.annotate()


@COMMANDS.command("A", label="highlight", group="Notes", needs="notes")
def highlight(screen: _TakesNotes) -> None:
    """Highlight the selection, quote or paragraph in a colour, or give a note one."""
    screen.note_actions.highlight()


@COMMANDS.command("W", label="note on the whole briefing", group="Notes", needs="notes")
def annotate_briefing(screen: _TakesNotes) -> None:
    """Write a note on the whole briefing."""
    screen.note_editor.annotate_briefing()


@COMMANDS.command("V", label="write in $EDITOR", group="Notes", local=True, needs="notes")
def annotate_outside(screen: _TakesNotes) -> None:
    """Write or edit a note in your own editor ($VISUAL, $EDITOR)."""
    screen.note_editor.write_outside()


@COMMANDS.command("E", label="edit", group="Notes", regions=("pane",), rank=3, usable=_on_note, needs="notes")
def edit_note(screen: _TakesNotes) -> None:
    """Edit the current note, or go on with a draft."""
    screen.note_editor.edit()


@COMMANDS.command("D", label="delete", group="Notes", regions=("pane",), rank=4, usable=_on_note, needs="notes")
def delete_note(screen: _TakesNotes) -> None:
    """Delete the current note, or drop a draft."""
    screen.note_actions.delete()


@COMMANDS.command("U", label="undo", group="Notes", needs="notes")
def undo_note(screen: _TakesNotes) -> None:
    """Undo the last change of a note, or the last correction."""
    screen.state.undo_log.undo()


@COMMANDS.command("R", label="redo", group="Notes", needs="notes")
def redo_note(screen: _TakesNotes) -> None:
    """Redo what was undone."""
    screen.state.undo_log.redo()


@COMMANDS.command("t", label="words…", group="Notes", regions=("pane",), rank=5, usable=_in_notes, needs="notes")
def filter_text(screen: _TakesNotes) -> None:
    """Show only the notes with the words that you type; Esc shows all."""
    screen.note_filtering.ask_words()


@COMMANDS.command("S", label="sort", group="Notes", regions=("pane",), rank=5, usable=_in_notes, needs="notes")
def sort_notes(screen: _TakesNotes) -> None:
    """List the notes by their place in the article, or the newest first."""
    screen.note_list.sort()


@COMMANDS.command("T", label="attach anew", group="Notes", needs="notes")
def attach_note(screen: _TakesNotes) -> None:
    """Attach the pane's note to the selected words, if its own are gone."""
    screen.note_actions.attach()
