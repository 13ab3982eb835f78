"""The notes of the briefing that is open: read from their store in a thread of its own, shown in the article and the pane.

The store, the engine and all that knows notes are loaded in that thread, after the first screen. Calls are made one after
another; what they give is shown by the reader's own loop.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from briefing_tui import paths
from briefing_tui.library.storeerror import StoreError
from briefing_tui.model import Briefing
from briefing_tui.ui.aside import begin
from briefing_tui.ui.items import Item
from briefing_tui.ui.keeping import Keeper
from briefing_tui.ui.notefilter import FilterTyping, NoteFilter
from briefing_tui.ui.session import Session
from briefing_tui.ui.trouble import in_short

if TYPE_CHECKING:
    from concurrent.futures import Future, ThreadPoolExecutor

    from briefing_tui.articletext import ArticleText
    from briefing_tui.library.note import Note
    from briefing_tui.library.notes import NoteStore
    from briefing_tui.ui.layout import Block
    from briefing_tui.ui.noteitems import Placed
    from briefing_tui.ui.screens.read import ReadScreen
    from briefing_tui.ui.widgets.lines import Ranges

_Result = TypeVar("_Result")


class Found(NamedTuple):
    """The notes and drafts of a briefing as they stand in one reading of it."""

    session: Session
    notes: list[Placed]


class Noting:
    """One reader's notes. Methods that end in `_there` run in the thread of the notes, the others in the reader's loop."""

    def __init__(self, reader: ReadScreen) -> None:
        self._reader, self._keeper = reader, Keeper(reader)
        self._threads: ThreadPoolExecutor | None = None
        self._opened: NoteStore | None = None
        self._words: ArticleText | None = None
        self._known: dict[tuple[str, int, str, bool], Placed] = {}
        self._had_file = False
        self._is_polling = self._is_closed = False
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

    # The thread

    def work(
        self,
        call: Callable[[], _Result],
        then: Callable[[_Result], None],
        failed: Callable[[StoreError], None] | None = None,
    ) -> None:
        """Call in the thread of the notes; what it gives, or why it could not, is passed on in the reader's loop."""
        if not self._is_closed:
            asked = self._thread.submit(call)  # At once: what was asked for is done, even if the reader closes right after.
            begin(self._reader, partial(self._wait_for, asked, then, failed or self._tell), "notes")

    async def _wait_for(
        self, asked: Future[_Result], then: Callable[[_Result], None], failed: Callable[[StoreError], None]
    ) -> None:
        try:
            result = await asyncio.shield(asyncio.wrap_future(asked))
        except StoreError as error:
            failed(error)
        else:
            then(result)

    @property
    def _thread(self) -> ThreadPoolExecutor:
        if self._threads is None:
            from concurrent.futures import ThreadPoolExecutor

            self._threads = ThreadPoolExecutor(1, "notes")
        return self._threads

    def store_there(self) -> NoteStore:
        """The store, one for as long as the program runs: what was done can be taken back after a visit to the library."""
        if self._opened is None:
            from briefing_tui.library.notes import NoteStore

            app = self._reader.briefing_app
            if app.note_store is None:
                app.note_store = NoteStore()
            self._opened = app.note_store
        return self._opened

    def words_there(self, briefing: Briefing) -> ArticleText:
        """The words of the briefing, as notes look for theirs in them."""
        from briefing_tui.articletext import ArticleText

        if self._words is None or self._words.briefing is not briefing:
            self._words = ArticleText(briefing)
            self._known.clear()
        return self._words

    def found_there(self, session: Session) -> Found:
        """The notes of a briefing and where they stand."""
        self._had_file = paths.notes().exists()
        if not self._had_file:
            return Found(session, [])
        from briefing_tui.library.noterows import Wanted

        store, briefing = self.store_there(), session.briefing
        store.changes()
        notes = store.notes(Wanted(briefing=briefing.id))
        saved = {note.id: note for note in notes}
        drafts = [draft for draft in store.drafts(briefing.id) if not _is_old(draft, saved.get(draft.id))]
        placed = [self._place_there(session, note, False) for note in notes]
        return Found(session, placed + [self._place_there(session, note, True) for note in drafts])

    def _place_there(self, session: Session, note: Note, is_draft: bool) -> Placed:
        from briefing_tui.ui.noteitems import place

        words = self.words_there(session.briefing)
        key = note.id, note.revision, note.modified, is_draft
        if is_draft or key not in self._known:
            self._known[key] = place(note, session, words, is_draft)
        return self._known[key]

    def move_there(self, briefing: str, to: str) -> None:
        """Give the notes of a briefing to the one that it was saved as."""
        if not paths.notes().exists():
            return
        from dataclasses import replace

        from briefing_tui.library.noterows import Wanted

        store = self.store_there()
        store.take([replace(note, briefing=to) for note in store.notes(Wanted(briefing=briefing))])

    def last(self, call: Callable[[], None]) -> None:
        """Call in the thread of the notes, the reader being closed: nobody waits for it but the program's end."""
        self._reader.briefing_app.endings.append(self._thread.submit(call))

    def close(self) -> None:
        """Let the store go when all that was asked of it is done."""
        self._is_closed = True
        self._keeper.close()
        if self._threads is not None:
            self._threads.submit(self._close_there)
            self._threads.shutdown(wait=False)

    def _close_there(self) -> None:
        if self._opened is not None:
            self._opened.close()

    # Reading

    def reset(self) -> None:
        """Another reading of the briefing is shown: its notes are not known yet."""
        self.has_loaded = False
        self.all = []
        self._blocks.clear()
        self._show()

    def load(self) -> None:
        """Read the notes of the briefing that is shown."""
        self.work(partial(self.found_there, self._reader.session), self.show)

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
        self._reader.nav.keep()
        self._keeper.changed([placed.note for placed in found.notes if not placed.is_draft], found.session.briefing)

    def poll(self) -> None:
        """See what other windows did to the notes."""
        if not self._is_polling and self.has_loaded:
            self._is_polling = True
            self.work(partial(self._changes_there, self._reader.session), self._polled, self._poll_failed)

    def _changes_there(self, session: Session) -> Found | None:
        if not self._had_file:
            return self.found_there(session) if paths.notes().exists() else None
        changes = self.store_there().changes()
        known = {placed.note.id for placed in self.all}
        ours = any(note.briefing == session.briefing.id for note in changes.notes) or not known.isdisjoint(changes.deleted)
        return self.found_there(session) if ours else None

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
        reader.top_line.notes = f"● {len(saved)} note{'' if len(saved) == 1 else 's'}" if saved else ""
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

    def relist(self, most: int | None = None) -> None:
        """List the notes in the pane as they are wanted there, or only the first of them."""
        only, self._most = self.only, most
        self.shown = (
            [placed for placed in self.all if placed.is_draft or only.has(placed.note, placed.text)] if only else self.all
        )
        shown = [f"{self.count_shown}, {self.only}" if self.only else "", "newest first" if self.by_time else ""]
        self._reader.side.renew_notes(" · ".join(part for part in shown if part))

    def items(self, session: Session) -> list[Item]:
        """The items of the notes that are wanted."""
        if not self.all or session is not self._reader.session:
            return []
        from briefing_tui.ui.noteitems import note_items

        return note_items(session, self.shown[: self._most], self._blocks)

    def _order(self) -> None:
        from briefing_tui.ui.noteitems import ordered

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
        if self._reader.side.current == "notes" and self._reader.frame.region == "pane":
            self._reader.evidence.preview()

    def ask_text(self) -> None:
        """Type words that the notes are to hold."""
        if not self.all:
            self._reader.say("No notes yet: a writes one, A highlights.")
            return
        self._reader.open_pane("notes")
        self._reader.line.open(FilterTyping(self._reader), FilterTyping.PROMPT, self.only.text)

    def ask_only(self) -> None:
        """Ask which notes are to be listed."""
        from briefing_tui.ui.notefilter import choices
        from briefing_tui.ui.screens.choose import Choice, Chooser

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

    def here(self) -> Placed | None:
        """The note under the cursor in the pane, or the one on the paragraph that one is at; None, told, where that is none."""
        reader = self._reader
        if reader.frame.region == "pane" and reader.side.current == "notes":
            item = reader.side.shown.item
            return self.placed(item.id) if item else self._none("No notes here.")
        at = reader.article.current
        found = [placed for placed in self.all if any(target.block == at for target in placed.targets)]
        if len(found) == 1:
            return found[0]
        if found:
            reader.open_pane("notes")
            reader.side.find_item("notes", found[0].id)
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
        reader.evidence.preview()


def _is_old(draft: Note, saved: Note | None) -> bool:
    """Whether what was typed is what was saved."""
    return saved is not None and (draft.body, draft.tags, draft.colour) == (saved.body, saved.tags, saved.colour)
