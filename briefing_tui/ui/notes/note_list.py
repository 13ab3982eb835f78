"""The notes of the briefing that is open, shown in the article and the pane."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from briefing_tui.notes.errors import StoreError
from briefing_tui.presentation.counts import counted
from briefing_tui.ui.notes.filter import FilterTyping, NoteFilter
from briefing_tui.ui.notes.thread import Found, NoteThread
from briefing_tui.ui.notes.trouble import in_short
from briefing_tui.ui.view.pane_items import Item
from briefing_tui.ui.view.session import Session

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefing_tui.model.briefing import Briefing
    from briefing_tui.model.note import Note
    from briefing_tui.ui.notes.items import Placed
    from briefing_tui.ui.read_screen import ReadScreen
    from briefing_tui.ui.text.layout import Block
    from briefing_tui.ui.widgets.lines import Ranges


class Noting:
    """One reader's notes."""

    def __init__(self, reader: ReadScreen, changed: Callable[[list[Note], Briefing], None]) -> None:
        self._reader, self._report_change = reader, changed
        self.thread = NoteThread(reader, self._tell)
        self._is_polling = False
        self._failed = ""
        self._wanted: str | None = None
        self._blocks: dict[str, tuple[Placed, tuple[Block, ...]]] = {}
        self._most: int | None = None
        self.all: list[Placed] = []
        """Every note and draft of this briefing, in the order in which they are listed."""
        self.shown: list[Placed] = []
        """The notes that the pane is not filtered from, and the drafts."""
        self.only = NoteFilter()
        """What the pane is filtered by."""
        self.by_time = False
        """Whether the pane lists the newest first, not by place."""
        self.has_loaded = False
        """Whether the notes of the briefing that is shown have been read."""

    def close(self) -> None:
        """Let the notes go: the reader closes."""
        self.thread.close()

    # Reading

    def reset(self) -> None:
        """Another reading of the briefing is shown: its notes are not known yet."""
        self.has_loaded = False
        self.all = []
        self._blocks.clear()
        self._show()

    def load(self) -> None:
        """Read the notes of the briefing that is shown."""
        self.thread.work(partial(self.thread.found_there, self._reader.session), self.show)

    def show(self, found: Found) -> None:
        """Show the notes, unless they are those of an earlier reading."""
        if found.session is not self._reader.session:
            return
        first, self.has_loaded = not self.has_loaded, True
        self.all = found.notes
        self._order()
        self._failed = ""
        self._show()
        drafts = sum(placed.is_draft for placed in self.all)
        if first and drafts:
            self._reader.say(f"{drafts} note{'s were' if drafts > 1 else ' was'} not saved yet: 5 lists, E goes on writing.")
        if self._wanted is not None:
            wanted, self._wanted = self._wanted, None
            self.open_at(wanted)

    def changed(self, found: Found) -> None:
        """Show the notes after a change of this reader's, remember the file that they belong to, and keep the folder in step that
        the settings name."""
        self.show(found)
        self._report_change([placed.note for placed in found.notes if not placed.is_draft], found.session.briefing)

    def poll(self) -> None:
        """See what other windows did to the notes."""
        if not self._is_polling and self.has_loaded:
            self._is_polling = True
            known = {placed.note.id for placed in self.all}
            call = partial(self.thread.changes_there, self._reader.session, known)
            self.thread.work(call, self._polled, self._poll_failed)

    def _polled(self, found: Found | None) -> None:
        self._is_polling = False
        if found is not None:
            self.show(found)

    def _poll_failed(self, error: StoreError) -> None:
        """Say what is wrong with the store, once until it is something else: nobody asked for anything."""
        self._is_polling = False
        if str(error) != self._failed:
            self._tell(error)

    def _tell(self, error: StoreError) -> None:
        self._failed = str(error)
        self._reader.say(f"Notes: {in_short(error)}")

    # Showing

    def _show(self) -> None:
        reader = self._reader
        saved = [placed for placed in self.all if not placed.is_draft]
        reader.note_count = f"● {counted(len(saved), 'note')}" if saved else ""
        blocks: set[int] = set()
        ranges: dict[str, Ranges] = {}
        for placed in saved:
            note = placed.note
            blocks.update(target.block for target in (placed.targets[:1] if note.kind == "actor" else placed.targets))
            look = f"note-{note.colour}" if note.colour else "noted" if note.kind in ("selection", "quote") else ""
            for target in placed.targets if look and note.kind not in ("actor", "section", "briefing") else ():
                end = len(reader.article.blocks[target.block].text) if target.end is None else target.end
                ranges.setdefault(look, {}).setdefault(target.block, []).append((target.start, end))
        reader.article.show_notes(frozenset(blocks), ranges)
        self.relist()
        reader.refresh_footer()

    def relist(self, most: int | None = None) -> None:
        """List the notes in the pane as they are wanted there, or only the first of them."""
        only, self._most = self.only, most
        self.shown = (
            [placed for placed in self.all if placed.is_draft or only.has(placed.note, placed.text)] if only else self.all
        )
        shown = [f"{self.count_shown}, {self.only}" if self.only else "", "newest first" if self.by_time else ""]
        self._reader.notes_shown = " · ".join(part for part in shown if part)
        self._reader.side.renew_notes()

    def items(self, session: Session) -> list[Item]:
        """The items of the notes that are wanted."""
        if not self.all or session is not self._reader.session:
            return []
        from briefing_tui.ui.notes.items import note_items

        return note_items(session, self.shown[: self._most], self._blocks)

    def _order(self) -> None:
        from briefing_tui.ui.notes.items import ordered

        self.all = ordered(self.all, self.by_time)

    @property
    def count_shown(self) -> str:
        """How many of the saved notes the pane is not filtered from."""
        saved = sum(not placed.is_draft for placed in self.all)
        return f"{sum(not placed.is_draft for placed in self.shown)} of {saved}"

    def filter(self, only: NoteFilter, most: int | None = None) -> None:
        """List some of the notes only, or all of them; `most`: how many are listed for now."""
        self.only = only
        self.relist(most)
        if self._reader.pane == "notes" and self._reader.active_region == "pane":
            self._reader.show_item_place()

    def ask_text(self) -> None:
        """Type words that the notes are to hold."""
        if not self.all:
            self._reader.say("No notes yet: a writes one, A highlights.")
            return
        self._reader.open_pane("notes")
        self._reader.line.open(FilterTyping(self._reader), FilterTyping.PROMPT, self.only.text)

    def ask_only(self) -> None:
        """Ask which notes are to be listed."""
        from briefing_tui.ui.dialogs.choose import Choice, Chooser
        from briefing_tui.ui.notes.filter import choices

        reader = self._reader
        found = choices(placed.note for placed in self.all if not placed.is_draft)
        if not found:
            reader.say("No notes yet: a writes one, A highlights.")
            return
        listed = [Choice("", "All notes")]
        for number, (only, count) in enumerate(found):
            listed.append(Choice(str(number), str(only), f"{count}{'  ✓' if only in self.only.only else ''}"))

        def chosen(name: str | None) -> None:
            if name is not None:
                reader.open_pane("notes")
                self.filter(self.only.toggled(found[int(name)][0]) if name else NoteFilter())

        reader.app.push_screen(Chooser("Which notes?", listed), chosen)

    def sort(self) -> None:
        """List the newest first, or by place again."""
        self.by_time = not self.by_time
        self._reader.open_pane("notes")
        self._order()
        self.relist()
        self._reader.say("Notes: the newest first." if self.by_time else "Notes: by their place in the article.")

    # Which note is meant

    def placed(self, item_id: str) -> Placed | None:
        """The note, or the draft, with an id of the pane."""
        return next((placed for placed in self.all if placed.id == item_id), None)

    def words_of(self, item_id: str) -> str:
        """Return what is copied of a note, given its id in the pane: the words that it is on, and its text."""
        placed = self.placed(item_id)
        parts = (f"“{placed.note.words}”" if placed.note.words else "", placed.note.body) if placed else ()
        return "\n\n".join(part for part in parts if part)

    def move(self, briefing: str, to: str) -> None:
        """Give the notes of a briefing to the one that it was saved as, and read them."""
        self.thread.work(partial(self.thread.move_there, briefing, to), lambda _: self.load())

    def here(self) -> Placed | None:
        """The note under the cursor in the pane, or the one on the paragraph that one is at; None, told, where that is none."""
        reader = self._reader
        if reader.active_region == "pane" and reader.pane == "notes":
            item = reader.side.shown.item
            return self.placed(item.id) if item else self._none("No notes here.")
        at = reader.article.current
        found = [placed for placed in self.all if any(target.block == at for target in placed.targets)]
        if len(found) == 1:
            return found[0]
        if found:
            reader.side.find_item("notes", found[0].id)
            reader.open_pane("notes")
            return self._none("Several notes are on this paragraph: choose one here.")
        return self._none("No note is on this paragraph: 5 lists the notes.")

    def _none(self, why: str) -> Placed | None:
        self._reader.say(why)
        return None

    def open_at(self, note_id: str) -> None:
        """Show a note in the pane and its place in the article, when the notes have been read; say so if there is none."""
        if not self.has_loaded:
            self._wanted = note_id
            return
        reader = self._reader
        if self.placed(note_id) is None:
            reader.say(f"There is no {note_id} in this briefing.")
            return
        self.filter(NoteFilter())
        reader.side.find_item("notes", note_id)
        reader.open_pane("notes")
