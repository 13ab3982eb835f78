"""The thread in which a reader's notes are read and changed.

The store, its database and everything else about notes are loaded in it, after the first screen. Calls are made one after
another; their results are handed on in the screen's loop.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from briefing_tui.model.briefing import Briefing
from briefing_tui.notes.errors import StoreError
from briefing_tui.settings import paths
from briefing_tui.ui.terminal.background import run_in_loop
from briefing_tui.ui.view.session import Session

if TYPE_CHECKING:
    from concurrent.futures import Future, ThreadPoolExecutor

    from briefing_tui.anchoring.plain_article import PlainArticle
    from briefing_tui.model.identity import Identity
    from briefing_tui.model.note import Note
    from briefing_tui.notes.store import NoteStore
    from briefing_tui.ui.notes.known_notes import FoundNotes, KnownNotes
    from briefing_tui.ui.view.program_notes import ProgramNotes
    from briefing_tui.ui.view.state import ReaderState

_Result = TypeVar("_Result")


class NoteThread:
    """The thread of one screen. Methods that end in `_in_thread` must be called in it."""

    def __init__(
        self,
        screen: ReaderState,
        program_notes: ProgramNotes,
        failed: Callable[[StoreError], None],
        noticed: Callable[[str], None],
        path: Callable[[], Path | None],
    ) -> None:
        """`path` returns the file that is read.

        `failed` is called with an error of the store, unless the caller of `run` handles it.

        `noticed` is called with what happened to the file of notes, in words for the user.
        """
        self._screen, self._program_notes, self._failed, self._noticed = screen, program_notes, failed, noticed
        self._path = path
        self._identity: Identity | None = None
        self.article: str | None = None
        """The name of the article that is read, which its notes have; None if there is no note yet."""
        self._threads: ThreadPoolExecutor | None = None
        self._opened: NoteStore | None = None
        self._words: PlainArticle | None = None
        self._known: KnownNotes | None = None
        self._is_closed = False
        self._running = 0
        self.by_time = False
        """True if the newest note comes first, False if they are by place."""

    def run(
        self,
        call: Callable[[], _Result],
        then: Callable[[_Result], None],
        failed: Callable[[StoreError], None] | None = None,
    ) -> None:
        """Call in the thread, and hand on the result or the error.

        `then` or `failed` is called in the screen's loop.
        """
        if not self._is_closed:
            self._running += 1
            # At once: it is done even if the screen closes right after.
            submitted = self._thread.submit(lambda: (call(), self._notices_in_thread()))
            run_in_loop(self._screen, partial(self._wait_for, submitted, then, failed or self._failed), "notes")

    async def _wait_for(
        self, submitted: Future[tuple[_Result, list[str]]], then: Callable[[_Result], None], failed: Callable[[StoreError], None]
    ) -> None:
        try:
            result, notices = await asyncio.shield(asyncio.wrap_future(submitted))
        except StoreError as error:
            failed(error)
        else:
            for notice in notices:
                self._noticed(notice)
            then(result)
        finally:
            self._running -= 1
            self._screen.take_keys()

    @property
    def is_busy(self) -> bool:
        """True while notes are being read or changed."""
        return self._running > 0

    @property
    def _thread(self) -> ThreadPoolExecutor:
        if self._threads is None:
            from concurrent.futures import ThreadPoolExecutor

            self._threads = ThreadPoolExecutor(1, "notes")
        return self._threads

    def run_last(self, call: Callable[[], None]) -> None:
        """Call in the thread while the screen closes.

        Only the end of the program waits for it.
        """
        self._program_notes.endings.append(self._thread.submit(call))

    def close(self) -> None:
        """Close the store once everything that was submitted is done."""
        self._is_closed = True
        if self._threads is not None:
            self._threads.submit(self._close_in_thread)
            self._threads.shutdown(wait=False)

    def _close_in_thread(self) -> None:
        if self._opened is not None:
            self._opened.close()

    # In the thread

    def store_in_thread(self) -> NoteStore:
        """Return the store."""
        if self._opened is None:
            self._opened = self._program_notes.store()
        return self._opened

    def _notices_in_thread(self) -> list[str]:
        return self._opened.notices() if self._opened is not None else []

    @property
    def _has_file(self) -> bool:
        """True if there are notes: in an open file, whatever became of it, or in one that can be opened."""
        return self._opened is not None or paths.notes().exists()

    def words_in_thread(self, briefing: Briefing) -> PlainArticle:
        """Return the briefing's words, in which notes are placed."""
        from briefing_tui.anchoring.plain_article import PlainArticle

        if self._words is None or self._words.briefing is not briefing:
            self._words = PlainArticle(briefing)
        return self._words

    def find_in_thread(self, session: Session) -> FoundNotes:
        """Return a briefing's notes and drafts with their places."""
        from briefing_tui.ui.notes.known_notes import FoundNotes, KnownNotes

        if not self._has_file:
            return FoundNotes(session, [])
        store = self.store_in_thread()
        store.changes()
        self.article = store.articles.find(self._identity_in_thread(session))
        if self.article is None:
            return FoundNotes(session, [])
        words = self.words_in_thread(session.briefing)
        if self._known is None or (self._known.session, self._known.article) != (session, words):
            self._known = KnownNotes(session, words)
        return self._known.find(store, self.article, self.by_time)

    def find_changed_in_thread(self, session: Session) -> FoundNotes | None:
        """Return a briefing's notes if other windows changed any, else None."""
        if self._opened is None:
            return self.find_in_thread(session) if self._has_file else None
        changes = self.store_in_thread().changes()
        known = self._known if self._known is not None else ()
        changed = (*(note.id for note in changes.notes), *changes.deleted)
        is_ours = any(name in known for name in changed) or any(note.briefing == self.article for note in changes.notes)
        is_first = self.article is None and bool(changes.notes)
        return self.find_in_thread(session) if is_ours or is_first or changes.has_moved else None

    def claim_in_thread(self, note: Note, session: Session) -> Note:
        """Return a note that is about to be saved with the name of its article."""
        from dataclasses import replace

        self.article = self.store_in_thread().articles.claim(self._identity_in_thread(session))
        return replace(note, briefing=self.article)

    def visit_in_thread(self, session: Session) -> None:
        """Enter in the reading list that the article was opened."""
        had_file, who = self._has_file, self._identity_in_thread(session)
        store = self.store_in_thread()
        if not had_file:
            store.changes()  # What another window writes from now on is news.
        self.article = store.reading_list.visit(who, session.briefing.title or "").article

    def reach_in_thread(self, session: Session, progress: float) -> None:
        """Enter in the reading list how far the article was read.

        `progress` is from 0 to 1. Without a store that can be written, nothing is entered.
        """
        with suppress(StoreError):
            self.store_in_thread().reading_list.reach(self._identity_in_thread(session), progress)

    def _identity_in_thread(self, session: Session) -> Identity:
        """Return what the article of a session is recognised by."""
        from briefing_tui.model.identity import Identity

        path = self._path()
        known = self._identity
        if known is None or known.article is not session.briefing or known.path != (str(path.absolute()) if path else ""):
            self._identity = known = Identity(session.briefing, path, is_filed=path is not None and not session.is_built)
        return known
