"""The parts of note-taking that outlive a reading screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from concurrent.futures import Future

    from briefing_tui.notes.store import NoteStore


class ProgramNotes:
    """The store of the running program, and what screens leave to do."""

    def __init__(self) -> None:
        self._store: NoteStore | None = None
        self.unsaved: list[tuple[str, str]] = []
        """Each text that was typed and could not be saved, with the reason."""
        self.endings: list[Future[None]] = []
        """Work for screens that were closed."""

    def store(self) -> NoteStore:
        """Return the store.

        It is one for the whole program, so that changes can still be undone after a visit to the library.
        """
        if self._store is None:
            from briefing_tui.notes.store import NoteStore

            self._store = NoteStore()
        return self._store

    def finish(self) -> None:
        """Wait for the work of closed screens."""
        for ending in self.endings:
            ending.result()
