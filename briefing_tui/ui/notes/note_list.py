"""The notes of the open briefing, shown in the article and the pane."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from itertools import takewhile
from operator import attrgetter
from typing import TYPE_CHECKING

from briefing_tui.model.reading import READ_FROM
from briefing_tui.notes.errors import StoreError
from briefing_tui.presentation.counts import counted
from briefing_tui.ui.notes.note_filter import NoteFilter
from briefing_tui.ui.notes.store_message import in_short
from briefing_tui.ui.notes.thread import NoteThread
from briefing_tui.ui.view.pane_items import Items
from briefing_tui.ui.view.session import Session

if TYPE_CHECKING:
    from briefing_tui.model.briefing import Briefing
    from briefing_tui.model.note import Note
    from briefing_tui.ui.notes.items import NoteMarks, PlacedNote
    from briefing_tui.ui.notes.known_notes import FoundNotes
    from briefing_tui.ui.view.program_notes import ProgramNotes
    from briefing_tui.ui.view.state import ReaderState
    from briefing_tui.ui.widgets.article import Article
    from briefing_tui.ui.widgets.side import Side


class NoteList:
    """Reads the notes of one screen, and shows them."""

    def __init__(
        self,
        state: ReaderState,
        article: Article,
        side: Side,
        program_notes: ProgramNotes,
        changed: Callable[[list[Note], Briefing], None],
    ) -> None:
        """`changed` is called with the saved notes after each change that the user made."""
        self._state, self._article, self._side, self._report_change = state, article, side, changed
        self.thread = NoteThread(state, program_notes, self._show_error, self._show_notice, lambda: state.file.path)
        self._is_polling = self._is_listed = False
        self._last_error = self._notice = ""
        self._wanted: str | None = None
        self._items: Items | None = None
        """All notes as the pane lists them, if that is known."""
        self._most: int | None = None
        self.all: list[PlacedNote] = []
        """All notes and drafts, in the order of the list."""
        self.shown: list[PlacedNote] = []
        """Those that pass the filter, and the drafts."""
        self.filter = NoteFilter()
        """Which notes the pane lists."""
        self.has_loaded = False
        """True once the notes of the briefing have been read."""

    def visit(self) -> None:
        """Enter the article in the reading list.

        Without a store that can be written, it is not in it.
        """
        self._is_listed = True
        self.thread.run(partial(self.thread.visit_in_thread, self._state.session), lambda _: None, lambda _: None)

    def reach(self, progress: float) -> None:
        """Enter in the reading list with which progress (0 to 1) the user leaves."""
        if self._is_listed and progress >= READ_FROM:
            self._is_listed = False
            self.thread.run_last(partial(self.thread.reach_in_thread, self._state.session, progress))

    def close(self) -> None:
        """End the thread; the screen closes."""
        self.thread.close()

    # Reading

    def reset(self) -> None:
        """Forget the notes: another briefing, or another reading of it, is shown."""
        self.has_loaded = False
        self.all = []
        self._items = None
        self._show(None)

    def load(self) -> None:
        """Read the notes of the briefing."""
        self.thread.run(partial(self.thread.find_in_thread, self._state.session), self.show)

    def show(self, found: FoundNotes) -> None:
        """Show notes that were read, unless another session is shown by now."""
        if found.session is not self._state.session:
            return
        first, self.has_loaded = not self.has_loaded, True
        self.all, self._items = found.notes, found.items
        if found.by_time != self.by_time:
            self._order()
        self._last_error = ""
        self._show(found.marks)
        drafts = self._draft_count
        if first and drafts:
            self._state.say(
                f"{drafts} note{'s were' if drafts > 1 else ' was'} not saved yet: ⟦show_notes⟧ lists, "
                "⟦edit_note⟧ goes on writing."
            )
        if self._wanted is not None:
            wanted, self._wanted = self._wanted, None
            self.open_at(wanted)

    def show_changed(self, found: FoundNotes) -> None:
        """Show the notes after a change that the user made, and report it."""
        self.show(found)
        self._report_change([placed.note for placed in found.notes if not placed.is_draft], self.named(found.session.briefing))

    def named(self, briefing: Briefing) -> Briefing:
        """Return a briefing under the name that its notes have; its file may have another."""
        from msgspec.structs import replace

        return replace(briefing, id=self.thread.article or briefing.id)

    def poll(self) -> None:
        """Look for changes that other windows made."""
        if not self._is_polling and self.has_loaded:
            self._is_polling = True
            call = partial(self.thread.find_changed_in_thread, self._state.session)
            self.thread.run(call, self._polled, self._poll_failed)

    def _polled(self, found: FoundNotes | None) -> None:
        self._is_polling = False
        if found is not None:
            self.show(found)

    def _poll_failed(self, error: StoreError) -> None:
        """Show an error only once until it changes, as the user asked for nothing."""
        self._is_polling = False
        if str(error) != self._last_error:
            self._show_error(error)

    def _show_error(self, error: StoreError) -> None:
        self._last_error = str(error)
        self._state.say(f"Notes: {in_short(error)}")

    def _show_notice(self, notice: str) -> None:
        self._notice = f"{notice[0].upper()}{notice[1:]}."
        self._state.say(self._notice)

    def with_notice(self, message: str, short: str) -> str:
        """Return a message, or its `short` form with what happened to the file.

        The latter would not be seen otherwise.
        """
        notice, self._notice = self._notice, ""
        return f"{short} {notice}" if notice else message

    # Showing

    @property
    def _draft_count(self) -> int:
        """The number of drafts; they come first."""
        return sum(1 for _ in takewhile(attrgetter("is_draft"), self.all))

    @property
    def by_time(self) -> bool:
        """True if the pane lists the newest first, False if by place."""
        return self.thread.by_time

    def _show(self, marks: NoteMarks | None) -> None:
        saved = len(self.all) - self._draft_count
        self._side.count_notes(len(self.all))
        self._state.note_count = f"● {counted(saved, 'note')}" if saved else ""
        self._article.show_notes(*marks) if marks else self._article.show_notes(frozenset(), {})
        self.relist()
        self._state.refresh_footer()

    def relist(self, most: int | None = None) -> None:
        """List the notes in the pane anew, or only the first of them."""
        self._most = most
        has = self.filter.has
        self.shown = (
            [placed for placed in self.all if placed.is_draft or has(placed.note, placed.text)] if self.filter else self.all
        )
        shown = [f"{self.count_shown}, {self.filter}" if self.filter else "", "newest first" if self.by_time else ""]
        self._state.notes_shown = " · ".join(part for part in shown if part)
        self._side.renew_notes()

    def items(self, session: Session) -> Items:
        """Return the items of the listed notes."""
        if not self.all or session is not self._state.session:
            return Items()
        if self._items is not None and not self.filter and self._most is None:
            return self._items
        from briefing_tui.ui.notes.items import note_items

        return note_items(self.shown[: self._most])

    def words_of(self, item_id: str) -> str:
        """Return what is copied of a note: its words in the article and its text."""
        placed = self.placed(item_id)
        parts = (f"“{placed.note.words}”" if placed.note.words else "", placed.note.body) if placed else ()
        return "\n\n".join(part for part in parts if part)

    def _order(self) -> None:
        from briefing_tui.ui.notes.items import ordered

        self.all, self._items = ordered(self.all, self.by_time), None

    @property
    def count_shown(self) -> str:
        """The number of saved notes that pass the filter, as in "3 of 12"."""
        saved = len(self.all) - self._draft_count
        return f"{sum(not placed.is_draft for placed in self.shown)} of {saved}"

    def filter_by(self, wanted: NoteFilter, most: int | None = None) -> None:
        """List the notes that pass a filter, or only the first of them."""
        self.filter = wanted
        self.relist(most)
        if self._state.pane == "notes" and self._state.active_region == "pane":
            self._state.show_item_place()

    def unfilter(self) -> bool:
        """List all notes again; return whether they were filtered."""
        if not self.filter:
            return False
        self.filter_by(NoteFilter())
        return True

    def sort(self) -> None:
        """List the newest first, or by place again."""
        self.thread.by_time = not self.by_time
        self._state.open_pane("notes")
        self._order()
        self.relist()
        self._state.say("Notes: the newest first." if self.by_time else "Notes: by their place in the article.")

    # Single notes

    def placed(self, item_id: str) -> PlacedNote | None:
        """Return the note, or the draft, with an id of the pane."""
        if self._items is not None:
            number = self._items.numbers.get(item_id)
            return self.all[number] if number is not None else None
        return next((placed for placed in self.all if placed.id == item_id), None)

    def find_current(self) -> PlacedNote | None:
        """Return the note under the pane's cursor or on the current paragraph.

        If there is none, say so and return None.
        """
        if self._state.active_region == "pane" and self._state.pane == "notes":
            item = self._side.shown.item
            return self.placed(item.id) if item else self._none("No notes here.")
        at = self._article.current
        found = [placed for placed in self.all if any(target.block == at for target in placed.targets)]
        if len(found) == 1:
            return found[0]
        if found:
            self._state.open_pane("notes", found[0].id)
            return self._none("Several notes are on this paragraph: choose one here.")
        return self._none("No note is on this paragraph: ⟦show_notes⟧ lists the notes.")

    def _none(self, why: str) -> PlacedNote | None:
        self._state.say(why)
        return None

    def open_at(self, note_id: str) -> None:
        """Show a note in the pane and in the article, once the notes are read."""
        if not self.has_loaded:
            self._wanted = note_id
            return
        if self.placed(note_id) is None:
            self._state.say(f"There is no {note_id} in this briefing.")
            return
        self.filter_by(NoteFilter())
        self._state.open_pane("notes", note_id)
