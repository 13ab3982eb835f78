"""The changes of this session that can be undone and redone."""

from dataclasses import dataclass, replace

from briefing_tui.model.note import Note, now
from briefing_tui.notes.database import NoteFile
from briefing_tui.notes.errors import StoreError


@dataclass(frozen=True, slots=True)
class NoteChange:
    """A change: the note before and after it, and its revision after it.

    `before` or `after` is None if there was no note.
    """

    before: Note | None
    after: Note | None
    revision: int

    @property
    def about(self) -> Note:
        """The note after the change, or before it if it was deleted."""
        note = self.after or self.before
        assert note is not None
        return note


class NoteHistory:
    """The changes of one session, in order, and those that were undone."""

    def __init__(self, file: NoteFile, session: str) -> None:
        """Undo and redo in this file; changes are written in the name of the session."""
        self._file = file
        self._session = session
        self._done: list[NoteChange] = []
        self._undone: list[NoteChange] = []

    def log(self, step: NoteChange) -> None:
        """Add a change; what was undone before can't be redone any more."""
        self._done.append(step)
        self._undone.clear()

    @property
    def can_undo(self) -> bool:
        """True if there is a change to undo."""
        return bool(self._done)

    @property
    def can_redo(self) -> bool:
        """True if there is a change to redo."""
        return bool(self._undone)

    def undo(self, briefing: str | None) -> Note | None:
        """Undo the last change, of one briefing or of all; see `NoteStore.undo`."""
        return self._revert(self._done, self._undone, briefing)

    def redo(self, briefing: str | None) -> Note | None:
        """Redo what was undone last; see `NoteStore.redo`."""
        return self._revert(self._undone, self._done, briefing)

    def _revert(self, steps: list[NoteChange], reverted: list[NoteChange], briefing: str | None) -> Note | None:
        """Revert the last of some steps; it becomes one of the others."""
        from briefing_tui.notes import operations

        found = [at for at, step in enumerate(steps) if briefing in (None, self._briefing_of(step))]
        if not found:
            return None
        step = steps.pop(found[-1])
        try:
            with self._file.changing() as db:
                revision = operations.last_revision(db, step.about.id)
                if revision != step.revision:
                    raise StoreError("conflict", "another window changed that note since; it stays as it is there")
                state = replace(step.before or step.about, revision=revision + 1, briefing=self._briefing_of(step))
                operations.write(db, state, self._session, deleted=None if step.before else now())
        except StoreError as error:
            if error.trouble != "conflict":
                steps.insert(found[-1], step)
            raise
        reverted.append(NoteChange(step.after, state if step.before else None, revision + 1))
        _renumber(steps, step.about.id, revision + 1)
        return state

    def _briefing_of(self, step: NoteChange) -> str:
        """Return the name that the note's article has now; another program may have changed it."""
        with self._file.reading() as db:
            sql = "SELECT briefing FROM notes WHERE id = ?"
            found = None if db is None else db.execute(sql, (step.about.id,)).fetchone()
        return step.about.briefing if found is None else str(found[0])


def _renumber(steps: list[NoteChange], note_id: str, new: int) -> None:
    """Update the revision in the last step that is about the same note."""
    for index in range(len(steps) - 1, -1, -1):
        if steps[index].about.id == note_id:
            steps[index] = replace(steps[index], revision=new)
            return
