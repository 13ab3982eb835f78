"""Changes to notes that need no editor: highlights, deleting, undo and redo, attaching anew."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from briefing_tui.notes.errors import StoreError
from briefing_tui.ui.notes.note_list import Noting
from briefing_tui.ui.notes.thread import Found
from briefing_tui.ui.view.session import Session

if TYPE_CHECKING:
    from briefing_tui.model.note import Colour, Note
    from briefing_tui.ui.notes.items import Placed
    from briefing_tui.ui.notes.targets import Spot
    from briefing_tui.ui.read_screen import ReadScreen


class Changer:
    """One reader's changes; each is on the disk when it is told."""

    def __init__(self, reader: ReadScreen, noting: Noting) -> None:
        self._reader, self._noting = reader, noting
        self._thread = noting.thread
        self._colour: Colour = "yellow"

    def _change(self, call: Callable[[], Note | None], told: str, nothing: str = "", is_step: bool = True) -> None:
        """Make a change in the thread of the notes, show what is there then, and tell it; a step can be taken back."""
        then = partial(self._changed, told, nothing, is_step)
        self._thread.work(partial(self._change_there, call, self._reader.session), then)

    def _change_there(self, call: Callable[[], Note | None], session: Session) -> tuple[Note | None, Found]:
        return call(), self._thread.found_there(session)

    def _changed(self, told: str, nothing: str, is_step: bool, result: tuple[Note | None, Found]) -> None:
        note, found = result
        if is_step:
            self._reader.undo_log.add(self)
        self._noting.changed(found)
        if note is not None and self._noting.placed(note.id) is not None:
            self._reader.side.find_item("notes", note.id)
        if self._reader.pane == "notes" and self._reader.active_region == "pane":
            self._reader.show_item_place()
        self._reader.say(nothing if note is None else told)

    # Highlights

    def highlight(self) -> None:
        """Ask for a colour, the last one first, and highlight what one is at; a note under the cursor gets the colour."""
        from briefing_tui.model.note import COLOURS
        from briefing_tui.ui.dialogs.choose import Choice, Chooser
        from briefing_tui.ui.notes.targets import spot_here

        reader = self._reader
        item = reader.side.shown.item if reader.active_region == "pane" else None
        placed = (
            self._noting.placed(item.id) if item is not None and item.kind == "note" and not reader.article.selection else None
        )
        spot = None if placed else spot_here(reader)
        if reader.session.partial or (placed is None and (spot is None or spot.kind in ("actor", "section", "briefing"))):
            reader.say("Words are highlighted: select some with v, or go to a paragraph or a quote.")
            return
        choices = [Choice(colour, colour, letter=colour[0]) for colour in COLOURS]
        if placed and placed.note.colour and not placed.note.is_highlight:
            choices.append(Choice("none", "no colour", letter="n"))

        def chosen(name: str | None) -> None:
            colour = next((colour for colour in COLOURS if colour == name), None)
            if name is None:
                return
            self._colour = colour or self._colour
            if placed:
                self._recolour(placed, colour)
            elif spot:
                self._add(spot, colour)

        reader.app.push_screen(Chooser("Colour", choices, at=COLOURS.index(self._colour)), chosen)

    def _add(self, spot: Spot, colour: Colour | None) -> None:
        self._change(partial(self._add_there, spot, colour, self._reader.session), "Highlighted: U takes it back.")
        if self._reader.article.selection:
            self._reader.article.select(None)

    def _add_there(self, spot: Spot, colour: Colour | None, session: Session) -> Note:
        from dataclasses import replace

        return self._thread.store_there().add(replace(self._note_there(spot, session), colour=colour))

    def _note_there(self, spot: Spot, session: Session) -> Note:
        from briefing_tui.notes.places import draft_on

        note = draft_on(self._thread.words_there(session.briefing), spot.kind, spot.places, spot.item)
        if note is None:
            raise StoreError("refused", "no note can be put on these words")
        return note

    def _recolour(self, placed: Placed, colour: Colour | None) -> None:
        from dataclasses import replace

        note = placed.note
        if placed.is_draft:
            self._reader.say("This note is not saved yet: E goes on writing.")
            return
        self._change(
            lambda: self._thread.store_there().edit(note, replace(note, colour=colour)).note,
            "Another colour: U takes it back.",
        )

    # Deleting, undo, redo

    def delete(self) -> None:
        """Delete the note, or drop the draft, that is meant."""
        placed = self._noting.here()
        if placed is None:
            return
        if placed.is_draft:
            self._change(partial(self._drop_there, placed.note), "The draft is gone.", is_step=False)
        else:
            self._change(partial(self._delete_there, placed.note), "Deleted: U brings it back.")

    def _delete_there(self, note: Note) -> Note:
        self._thread.store_there().delete(note)
        return note

    def _drop_there(self, note: Note) -> Note:
        self._thread.store_there().drop_draft(note.id)
        return note

    def undo(self) -> None:
        """Take back the last change to a note of this briefing."""
        here = self._reader.session.briefing.id
        self._change(
            lambda: self._thread.store_there().undo(here),
            "Taken back: R does it again.",
            "There is no change to take back.",
            is_step=False,
        )

    def redo(self) -> None:
        """Do again what was taken back."""
        here = self._reader.session.briefing.id
        self._change(
            lambda: self._thread.store_there().redo(here),
            "Done again: U takes it back.",
            "There is nothing to do again.",
            is_step=False,
        )

    # Orphans

    def attach(self) -> None:
        """Put the note under the pane's cursor on the selected words, or on the paragraph that one is at in the article."""
        from briefing_tui.ui.notes.targets import spot_here

        reader = self._reader
        item = reader.side.shown.item if reader.pane == "notes" else None
        placed = self._noting.placed(item.id) if item else None
        if placed is None or placed.is_draft:
            reader.say("Put the cursor of the notes (5) on the note first, then select its words in the article with v.")
        elif not reader.article.selection and reader.active_region != "article":
            reader.say("Now go to its words: 0 and v select them in the article, T attaches the note there.")
        elif (spot := spot_here(reader)) is None:
            reader.say("No note can be put on this.")
        else:
            self._change(partial(self._attach_there, placed.note, spot, reader.session), "Attached here: U takes it back.")
            reader.article.select(None)

    def _attach_there(self, note: Note, spot: Spot, session: Session) -> Note:
        from dataclasses import replace

        new = self._note_there(spot, session)
        moved = replace(
            note, kind=new.kind, item=new.item, selector=new.selector, section=new.section, attribution=new.attribution
        )
        return self._thread.store_there().edit(note, moved).note
