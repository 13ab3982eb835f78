"""The thread in which a reader's notes are read and changed.

The store, the engine and all that knows notes are loaded in it, after the first screen. Calls are made one after another; what
they give is passed on in the reader's own loop.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from briefing_tui.model.briefing import Briefing
from briefing_tui.notes.errors import StoreError
from briefing_tui.settings import paths
from briefing_tui.ui.terminal.background import run_in_loop
from briefing_tui.ui.view.session import Session

if TYPE_CHECKING:
    from concurrent.futures import Future, ThreadPoolExecutor

    from briefing_tui.anchoring.plain_article import PlainArticle
    from briefing_tui.model.note import Note
    from briefing_tui.notes.store import NoteStore
    from briefing_tui.ui.notes.items import Placed
    from briefing_tui.ui.read_screen import ReadScreen

_Result = TypeVar("_Result")


class Found(NamedTuple):
    """The notes and drafts of a briefing as they stand in one reading of it."""

    session: Session
    notes: list[Placed]


class NoteThread:
    """One reader's thread of notes. Methods that end in `_there` run in it, the others in the reader's loop."""

    def __init__(self, reader: ReadScreen, tell: Callable[[StoreError], None]) -> None:
        """`tell`: told why something could not be done, unless whoever asked for it wants to know."""
        self._reader, self._tell = reader, tell
        self._threads: ThreadPoolExecutor | None = None
        self._opened: NoteStore | None = None
        self._words: PlainArticle | None = None
        self._known: dict[tuple[str, int, str, bool], Placed] = {}
        self._had_file = self._is_closed = False

    def work(
        self,
        call: Callable[[], _Result],
        then: Callable[[_Result], None],
        failed: Callable[[StoreError], None] | None = None,
    ) -> None:
        """Call in the thread of the notes; what it gives, or why it could not, is passed on in the reader's loop."""
        if not self._is_closed:
            asked = self._thread.submit(call)  # At once: what was asked for is done, even if the reader closes right after.
            run_in_loop(self._reader, partial(self._wait_for, asked, then, failed or self._tell), "notes")

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
            from briefing_tui.notes.store import NoteStore

            app = self._reader.briefing_app
            if app.note_store is None:
                app.note_store = NoteStore()
            self._opened = app.note_store
        return self._opened

    def words_there(self, briefing: Briefing) -> PlainArticle:
        """The words of the briefing, as notes look for theirs in them."""
        from briefing_tui.anchoring.plain_article import PlainArticle

        if self._words is None or self._words.briefing is not briefing:
            self._words = PlainArticle(briefing)
            self._known.clear()
        return self._words

    def found_there(self, session: Session) -> Found:
        """The notes of a briefing and where they stand."""
        self._had_file = paths.notes().exists()
        if not self._had_file:
            return Found(session, [])
        from briefing_tui.notes.rows import Wanted

        store, briefing = self.store_there(), session.briefing
        store.changes()
        notes = store.notes(Wanted(briefing=briefing.id))
        saved = {note.id: note for note in notes}
        drafts = [draft for draft in store.drafts(briefing.id) if not _is_old(draft, saved.get(draft.id))]
        placed = [self._place_there(session, note, False) for note in notes]
        return Found(session, placed + [self._place_there(session, note, True) for note in drafts])

    def _place_there(self, session: Session, note: Note, is_draft: bool) -> Placed:
        from briefing_tui.ui.notes.items import place

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

        from briefing_tui.notes.rows import Wanted

        store = self.store_there()
        store.import_notes([replace(note, briefing=to) for note in store.notes(Wanted(briefing=briefing))])

    def last(self, call: Callable[[], None]) -> None:
        """Call in the thread of the notes, the reader being closed: nobody waits for it but the program's end."""
        self._reader.briefing_app.endings.append(self._thread.submit(call))

    def close(self) -> None:
        """Let the store go when all that was asked of it is done."""
        self._is_closed = True
        if self._threads is not None:
            self._threads.submit(self._close_there)
            self._threads.shutdown(wait=False)

    def _close_there(self) -> None:
        if self._opened is not None:
            self._opened.close()

    def changes_there(self, session: Session, known: set[str]) -> Found | None:
        """The notes of a briefing anew, if other windows changed some of them; `known`: the ids of those that are shown."""
        if not self._had_file:
            return self.found_there(session) if paths.notes().exists() else None
        changes = self.store_there().changes()
        ours = any(note.briefing == session.briefing.id for note in changes.notes) or not known.isdisjoint(changes.deleted)
        return self.found_there(session) if ours else None


def _is_old(draft: Note, saved: Note | None) -> bool:
    """Whether what was typed is what was saved."""
    return saved is not None and (draft.body, draft.tags, draft.colour) == (saved.body, saved.tags, saved.colour)
