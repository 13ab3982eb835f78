"""Keep a folder of exports up to date while notes change."""

from collections.abc import Callable, Iterable
from pathlib import Path

from briefing_tui.export.bundle import Bundle, bundles
from briefing_tui.export.files import Ledger, Refused, WrittenFile, export_folder
from briefing_tui.export.format import Format
from briefing_tui.model.briefing import Briefing
from briefing_tui.model.note import Note
from briefing_tui.notes.rows import Wanted
from briefing_tui.notes.store import NoteStore


class Follower:
    """Writes a folder once, then what changed since. Its store must be its own, or it would not see the reader's changes."""

    def __init__(
        self, store: NoteStore, folder: Path, form: Format, find: Callable[[str], Briefing | None], ledger: Ledger | None = None
    ) -> None:
        """Follow the notes of `store`; `find` returns the briefing with an id, if there is one."""
        self._store = store
        self._folder = folder
        self._form = form
        self._find = find
        self._ledger = ledger or Ledger()
        self._homes: dict[str, str] = {}

    def start(self) -> list[WrittenFile | Refused]:
        """Write the file of every briefing that has notes. Raises StoreError, and Refused if the folder can't be made."""
        self._store.changes()
        return self._write(briefing for briefing, _ in self._store.briefings())

    def step(self) -> list[WrittenFile | Refused]:
        """Write what changed since the last call; cheap if nothing did. Raises StoreError and Refused."""
        changes = self._store.changes()
        if changes.has_moved:
            return self.start()
        changed = {note.briefing for note in changes.notes}
        touched = (*(note.id for note in changes.notes), *changes.deleted)  # A note's article may have got another name.
        changed |= {self._homes[note_id] for note_id in touched if note_id in self._homes}
        found = map(self._bundle, sorted(changed))
        return self._export(sorted(found, key=lambda bundle: not bundle.notes))  # A new name takes over the file of the old one.

    def _write(self, ids: Iterable[str]) -> list[WrittenFile | Refused]:
        return self._export(map(self._bundle, ids))

    def _export(self, given: Iterable[Bundle]) -> list[WrittenFile | Refused]:
        return export_folder(self._folder, given, self._form, self._ledger)

    def _bundle(self, briefing: str) -> Bundle:
        notes: list[Note] = self._store.notes(Wanted(briefing=briefing))
        self._homes |= {note.id: briefing for note in notes}
        found = next(bundles(notes, self._find), None)
        return found or Bundle(briefing, (), self._find(briefing))
