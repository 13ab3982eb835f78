"""Changes of notes that need no editor: highlights, deleting, attaching anew, undo and redo."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from briefing_tui.notes.errors import StoreError
from briefing_tui.ui.view.session import Session

if TYPE_CHECKING:
    from briefing_tui.model.note import Colour, Note
    from briefing_tui.ui.notes.items import PlacedNote
    from briefing_tui.ui.notes.known_notes import FoundNotes
    from briefing_tui.ui.notes.note_list import NoteList
    from briefing_tui.ui.notes.note_targets import CurrentTarget, NoteTarget
    from briefing_tui.ui.view.state import ReaderState
    from briefing_tui.ui.widgets.article import Article
    from briefing_tui.ui.widgets.side import Side


class NoteActions:
    """Changes the notes of one screen; each change is saved before it is shown.

    It is also what the undo log keeps of a change: the store has a history of its own, which outlives the screen.
    """

    def __init__(self, state: ReaderState, notes: NoteList, target: CurrentTarget, article: Article, side: Side) -> None:
        self._state, self._notes, self._target, self._article, self._side = state, notes, target, article, side
        self._thread = notes.thread
        self._colour: Colour = "yellow"

    def _change(self, call: Callable[[], Note | None], message: str, nothing: str = "", can_undo: bool = True) -> None:
        """Make a change in the notes' thread, then show the notes and a message.

        `nothing` is the message if `call` returns no note, that is, changed nothing.
        """
        then = partial(self._changed, message, nothing, can_undo)
        self._thread.run(partial(self._change_in_thread, call, self._state.session), then)

    def _change_in_thread(self, call: Callable[[], Note | None], session: Session) -> tuple[Note | None, FoundNotes]:
        return call(), self._thread.find_in_thread(session)

    def _changed(self, message: str, nothing: str, can_undo: bool, result: tuple[Note | None, FoundNotes]) -> None:
        note, found = result
        if can_undo:
            self._state.undo_log.add(self)
        self._notes.show_changed(found)
        if note is not None and self._notes.placed(note.id) is not None:
            self._side.find_item("notes", note.id)
        if self._state.pane == "notes" and self._state.active_region == "pane":
            self._state.show_item_place()
        self._state.say(nothing if note is None else message)

    # Highlights

    def highlight(self) -> None:
        """Ask for a colour, for the current words or the note under the cursor."""
        from briefing_tui.model.note import COLOURS
        from briefing_tui.ui.dialogs.chooser import Choice, Chooser, initials

        item = self._side.shown.item if self._state.active_region == "pane" else None
        is_note = item is not None and item.kind == "note" and not self._article.selection
        placed = self._notes.placed(item.id) if item is not None and is_note else None
        target = None if placed else self._target.find()
        no_words = placed is None and (target is None or target.kind in ("actor", "section", "briefing"))
        if self._state.session.partial or no_words:
            self._state.say("Words are highlighted: select some with v, or go to a paragraph or a quote.")
            return
        choices = [Choice(colour, colour, letter=letter) for colour, letter in zip(COLOURS, initials(COLOURS), strict=True)]
        if placed and placed.note.colour and not placed.note.is_highlight:
            choices.append(Choice("none", "no colour", letter="n"))

        def chosen(name: str | None) -> None:
            colour = next((colour for colour in COLOURS if colour == name), None)
            if name is None:
                return
            self._colour = colour or self._colour
            if placed:
                self._recolour(placed, colour)
            elif target:
                self._add(target, colour)

        self._state.app.push_screen(Chooser("Colour", choices, at=COLOURS.index(self._colour)), chosen)

    def _add(self, target: NoteTarget, colour: Colour | None) -> None:
        self._change(partial(self._add_in_thread, target, colour, self._state.session), "Highlighted: ⟦undo_note⟧ undoes it.")
        if self._article.selection:
            self._article.select(None)

    def _add_in_thread(self, target: NoteTarget, colour: Colour | None, session: Session) -> Note:
        from dataclasses import replace

        note = self._thread.claim_in_thread(self._note_in_thread(target, session), session)
        return self._thread.store_in_thread().add(replace(note, colour=colour))

    def _note_in_thread(self, target: NoteTarget, session: Session) -> Note:
        from briefing_tui.notes.places import draft_on

        note = draft_on(self._thread.words_in_thread(session.briefing), target.kind, target.places, target.item)
        if note is None:
            raise StoreError("refused", "no note can be put on these words")
        return note

    def _recolour(self, placed: PlacedNote, colour: Colour | None) -> None:
        from dataclasses import replace

        note = placed.note
        if placed.is_draft:
            self._state.say("This note is not saved yet: ⟦edit_note⟧ goes on writing.")
            return
        self._change(
            lambda: self._thread.store_in_thread().edit(note, replace(note, colour=colour)).note,
            "Colour changed: ⟦undo_note⟧ undoes it.",
        )

    # Deleting

    def delete(self) -> None:
        """Delete the current note, or drop the draft."""
        placed = self._notes.find_current()
        if placed is None:
            return
        if placed.is_draft:
            self._change(partial(self._drop_in_thread, placed.note), "The draft is gone.", can_undo=False)
        else:
            self._change(partial(self._delete_in_thread, placed.note), "Deleted: ⟦undo_note⟧ brings it back.")

    def _delete_in_thread(self, note: Note) -> Note:
        self._thread.store_in_thread().delete(note)
        return note

    def _drop_in_thread(self, note: Note) -> Note:
        self._thread.store_in_thread().drop_draft(note.id)
        return note

    # Attaching anew

    def attach(self) -> None:
        """Attach the pane's note to the selected words or the current paragraph."""
        item = self._side.shown.item if self._state.pane == "notes" else None
        placed = self._notes.placed(item.id) if item else None
        if placed is None or placed.is_draft:
            self._state.say("Put the cursor of the notes (5) on the note first, then select its words in the article with v.")
        elif not self._article.selection and self._state.active_region != "article":
            self._state.say("Now go to its words: 0 and v select them in the article, T attaches the note there.")
        elif (target := self._target.find()) is None:
            self._state.say("No note can be put on this.")
        else:
            call = partial(self._attach_in_thread, placed.note, target, self._state.session)
            self._change(call, "Attached here: ⟦undo_note⟧ undoes it.")
            self._article.select(None)

    def _attach_in_thread(self, note: Note, target: NoteTarget, session: Session) -> Note:
        from dataclasses import replace

        new = self._note_in_thread(target, session)
        moved = replace(
            note, kind=new.kind, item=new.item, selector=new.selector, section=new.section, attribution=new.attribution
        )
        return self._thread.store_in_thread().edit(note, moved).note

    # Undo and redo

    def undo(self) -> None:
        """Undo the last change of a note of this briefing."""
        briefing = self._thread.article or self._state.session.briefing.id
        self._change(
            lambda: self._thread.store_in_thread().undo(briefing),
            "Undone: R redoes it.",
            "There is nothing to undo.",
            can_undo=False,
        )

    def redo(self) -> None:
        """Redo the change that was undone last."""
        briefing = self._thread.article or self._state.session.briefing.id
        self._change(
            lambda: self._thread.store_in_thread().redo(briefing),
            "Redone: ⟦undo_note⟧ undoes it.",
            "There is nothing to redo.",
            can_undo=False,
        )
