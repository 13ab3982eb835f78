"""Saving of the note in the editor, and of drafts while the user types."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Protocol

from textual.timer import Timer

from briefing_tui.notes.errors import StoreError
from briefing_tui.ui.notes.edited_note import EditedNote
from briefing_tui.ui.notes.store_message import in_short
from briefing_tui.ui.notes.unsaved import UnsavedTexts

if TYPE_CHECKING:
    from briefing_tui.notes.store import Saved
    from briefing_tui.ui.notes.editor_widget import EditorWidget
    from briefing_tui.ui.notes.known_notes import FoundNotes
    from briefing_tui.ui.notes.note_list import NoteList
    from briefing_tui.ui.view.program_notes import ProgramNotes
    from briefing_tui.ui.view.state import ReaderState
    from briefing_tui.ui.view.undo import Change
    from briefing_tui.ui.widgets.side import Side


class _Editor(Protocol):
    """The editor whose note is saved."""

    edited: EditedNote | None
    widget: EditorWidget | None

    def close(self) -> None: ...


class NoteSaver:
    """Saves what is written in an editor. A text stays in the editor until it is saved."""

    DRAFT_SECONDS = 0.4
    """How long after a key a draft is saved."""

    editor: _Editor
    """Set by the editor itself."""

    def __init__(self, state: ReaderState, notes: NoteList, program_notes: ProgramNotes, side: Side, change: Change) -> None:
        """`change` is logged for undo whenever a note is saved."""
        self._state, self._notes, self._program_notes, self._side, self._change = state, notes, program_notes, side, change
        self._thread = notes.thread
        self._timer: Timer | None = None
        self._is_saving = False
        self.is_leaving = False
        """True until the note is saved, as a note or as a draft, and the editor closes."""
        self.has_failed = False
        """True if the text could not be saved as it is."""
        self.unsaved = UnsavedTexts()

    # Drafts

    def typed(self) -> None:
        """Save a draft soon."""
        self.has_failed = False
        if self._timer is None:
            self._timer = self._state.set_timer(self.DRAFT_SECONDS, self._save_draft)

    def keep_draft(self) -> None:
        """Save a draft now if one is due.

        Nothing else is done while another program has the terminal.
        """
        if self._timer is not None:
            self._timer.stop()
            self._save_draft()

    def stop_timer(self) -> None:
        """Save no draft: the editor closes, or the note is saved."""
        if self._timer is not None:
            self._timer.stop()
            self._timer = None

    def _save_draft(self) -> None:
        self._timer = None
        if self.editor.edited is not None and self.editor.widget is not None and not self._is_saving:
            call = partial(self.editor.edited.save_draft_in_thread, self._thread, self.editor.widget.text)
            self._thread.run(call, lambda _: None, self._show_error)

    def save_at_end(self) -> None:
        """Save what is being typed while the screen closes.

        What can't be saved is handed to the program, which prints it when it ends.
        """
        if self.editor.edited is not None and self.editor.widget is not None and (self._timer is not None or self.has_failed):
            self.unsaved.hold(self.editor.edited, self.editor.widget.text)
        for held in self.unsaved.all():
            call = partial(held.edited.save_last_in_thread, self._thread, held.text, self._program_notes.unsaved)
            self._thread.run_last(call)

    # Saving

    def save(self) -> None:
        """Save the note; the editor closes once it is saved."""
        edited, widget = self.editor.edited, self.editor.widget
        if edited is None or widget is None or self._is_saving:
            return
        text = widget.text
        if not text.strip() and edited.colour is None:
            widget.show_trouble("There is no text yet: type some, or F3 highlights the words in a colour. Esc closes.")
            return
        self.stop_timer()
        self._is_saving = self.is_leaving = True
        call = partial(edited.save_in_thread, self._thread, text)
        self._thread.run(call, partial(self._saved, edited, text), self._show_error)

    def _saved(self, edited: EditedNote, text: str, saved: Saved) -> None:
        self._is_saving = self.is_leaving = False
        self._state.undo_log.add(self._change)
        self.unsaved.drop(edited)
        if self.editor.widget is not None:  # That it is saved is on the screen before the lists are made.
            find = partial(self._thread.find_in_thread, self._state.session)
            self.editor.widget.call_after_refresh(self._thread.run, find, partial(self._show_saved, saved.note.id))
        if edited is not self.editor.edited or self.editor.widget is None:
            return
        if self.editor.widget.text != text:
            self.editor.widget.show_trouble("Saved. What you typed since is not yet.")
            self.typed()
            return
        self._state.say(
            "Another window changed this note: both stay."
            if saved.other
            else self._notes.with_notice("Saved: ⟦show_notes⟧ lists the notes.", "Saved.")
        )
        self.editor.close()

    def _show_saved(self, note_id: str, found: FoundNotes) -> None:
        self._notes.show_changed(found)
        self._side.find_item("notes", note_id)

    def _show_error(self, error: StoreError) -> None:
        """Show in the editor what went wrong; what was typed stays there."""
        self._is_saving = self.is_leaving = False
        self.has_failed = True
        if self.editor.edited is not None and self.editor.widget is not None:
            # What the user can do comes first: the line is cut at its end if there is little room.
            self.editor.widget.show_trouble(f"F5 copies, F6 writes it to a file. Notes: {in_short(error)}.")
        else:
            self._state.say(f"Notes: {in_short(error)}")

    def put_away(self) -> None:
        """Close the editor once the text is saved as a draft.

        A text that can't be saved is copied, and held until the editor is opened there again.
        """
        edited, widget = self.editor.edited, self.editor.widget
        if edited is None or widget is None:
            return
        text = widget.text
        if self.has_failed or (edited.note is None and not text.strip()):
            self.editor.close()
            if text.strip():
                self._state.copy_words(text, "what you typed")
                self.unsaved.hold(edited, text)
                self._state.say("Not saved, but copied: a here goes on with it; it is printed when the program ends.")
            return
        self.stop_timer()
        if edited.base is not None and not edited.has_draft and edited.with_text(text) == edited.base:
            self.editor.close()
            return
        self.is_leaving = True
        call = partial(edited.put_away_in_thread, self._thread, text)
        self._thread.run(call, lambda _: self._was_put_away(edited, text), self._show_error)

    def _was_put_away(self, edited: EditedNote, text: str) -> None:
        self.is_leaving = False
        self.unsaved.drop(edited)
        if edited is self.editor.edited:
            self.editor.close()
            if text.strip():
                self._state.say("Kept as a draft: ⟦annotate⟧ here, or ⟦edit_note⟧ in the pane ⟦show_notes⟧, goes on writing.")
        self._notes.load()
