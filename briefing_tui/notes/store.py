"""The store of the user's notes, shared by every open reader.

Each change is one transaction and is on the disk when the call returns. A store opens its file on first use, and makes it
with the first note. Calls raise StoreError and nothing else. SQLite is imported when a file is opened, not before.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from briefing_tui.model.note import LONGEST_BODY, Note, cleaned, new_id, now, same
from briefing_tui.notes.database import NoteFile
from briefing_tui.notes.errors import StoreError, store_errors
from briefing_tui.notes.history import NoteChange, NoteHistory
from briefing_tui.notes.known_articles import KnownArticles
from briefing_tui.notes.reading_list import ReadingList

if TYPE_CHECKING:
    from briefing_tui.notes.rows import Order, Wanted


@dataclass(frozen=True, slots=True)
class Saved:
    """A saved note; `other` is a conflicting version of another window, also kept."""

    note: Note
    other: Note | None = None


@dataclass(frozen=True, slots=True)
class Changes:
    """Changes by other windows: notes as they are now, and ids of deleted ones.

    `has_moved`: the file was replaced, and any note may have changed.
    """

    notes: tuple[Note, ...] = ()
    deleted: tuple[str, ...] = ()
    has_moved: bool = False

    def __bool__(self) -> bool:
        """Return whether anything changed."""
        return bool(self.notes or self.deleted or self.has_moved)


@dataclass(frozen=True, slots=True)
class ImportCounts:
    """Numbers of imported notes by what happened to them.

    `changed`: replaced an older version. `unchanged`: were here already. `beside`: two versions are kept, each as a note.
    """

    added: int = 0
    changed: int = 0
    unchanged: int = 0
    beside: int = 0


class NoteStore:
    """The notes of the user; may be used from any thread."""

    def __init__(self, path: Path | None = None) -> None:
        """Set the file's path, by default the user's own; nothing is opened yet."""
        from briefing_tui.notes import drafts
        from briefing_tui.settings import paths

        self.path = path or paths.notes()
        self.session = drafts.new_session()
        self._file = NoteFile(self.path, self.session)
        self._history = NoteHistory(self._file, self.session)
        self.articles = KnownArticles(self._file)
        """The articles that notes are on."""
        self.reading_list = ReadingList(self._file, self.articles)
        """How far the user is with each article, tags, and searches with names."""
        self._seen_change = 0
        self._seen_version: tuple[int, int] | None = None

    def __enter__(self) -> "NoteStore":
        """Return the store itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close it."""
        self.close()

    def close(self) -> None:
        """Close the file; a later call opens it again."""
        self._file.close()

    def notes(
        self, wanted: "Wanted | None" = None, order: "Order" = "place", limit: int | None = None, offset: int = 0
    ) -> list[Note]:
        """Return the notes that are wanted, by default all, in an order."""
        from briefing_tui.notes import rows as noterows

        with self._file.reading() as db:
            if db is None:
                return []
            # All rows at once: a statement that an error leaves unfinished would keep others from writing.
            rows = noterows.select(db, wanted or noterows.Wanted(), order, limit, offset).fetchall()
            return [noterows.note_of(row) for row in rows]

    def stamps(self, briefing: str) -> list[tuple[str, int, str]]:
        """Return id, revision and last change of each note of a briefing, by place.

        It is much faster than to return the notes.
        """
        sql = "SELECT id, revision, modified FROM notes WHERE deleted IS NULL AND briefing = ? ORDER BY position, created, num"
        with self._file.reading() as db:
            return [] if db is None else db.execute(sql, (briefing,)).fetchall()

    def each(self, wanted: "Wanted | None" = None, order: "Order" = "place") -> Iterator[Note]:
        """Yield the notes that are wanted, as they were at the first one.

        Any number can be read in little memory.
        """
        from briefing_tui.notes import rows as noterows

        with self._file.snapshot() as db:
            if db is None:
                return
            with store_errors(self.path):
                rows = noterows.select_snapshot(db, wanted or noterows.Wanted(), order)
            while True:
                with store_errors(self.path):
                    batch = [noterows.note_of(row) for row in rows.fetchmany(500)]
                if not batch:
                    return
                yield from batch

    def count(self, wanted: "Wanted | None" = None) -> int:
        """Count the notes that are wanted."""
        from briefing_tui.notes import rows as noterows

        with self._file.reading() as db:
            return 0 if db is None else noterows.count(db, wanted or noterows.Wanted())

    def get(self, note_id: str) -> Note | None:
        """Return the note with that id unless it is deleted."""
        from briefing_tui.notes import operations

        with self._file.reading() as db:
            return None if db is None else operations.by_id(db, note_id)

    def tags(self, briefing: str | None = None) -> list[tuple[str, int]]:
        """Return every tag and the number of its notes, the most used first."""
        of = "" if briefing is None else "WHERE notes.briefing = ?"
        values = () if briefing is None else (briefing,)
        sql = f"SELECT min(tag), count(*) AS n FROM tags JOIN notes USING (num) {of} GROUP BY key ORDER BY n DESC, key"
        with self._file.reading() as db:
            return [] if db is None else db.execute(sql, values).fetchall()

    def briefings(self) -> list[tuple[str, int]]:
        """Return the id of every briefing with notes, and their number."""
        sql = "SELECT briefing, count(*) FROM notes WHERE deleted IS NULL GROUP BY briefing ORDER BY briefing"
        with self._file.reading() as db:
            return [] if db is None else db.execute(sql).fetchall()

    def changes(self) -> Changes:
        """Return what other windows and programs changed since the last call.

        The first call returns nothing. Cheap if nothing changed.
        """
        from briefing_tui.notes import operations

        with self._file.reading() as db:
            if db is None:
                self._seen_version = self._seen_version or (0, 0)
                return Changes()
            version = self._file.times_moved, db.execute("PRAGMA data_version").fetchone()[0]
            if version == self._seen_version:
                return Changes()
            db.execute("BEGIN")
            try:
                last = db.execute("SELECT last FROM sequence").fetchone()[0]
                found = operations.changed(db, self._seen_change, self.session) if self._seen_version else []
            finally:
                db.execute("COMMIT")
            has_moved = self._seen_version is not None and version[0] != self._seen_version[0]
            self._seen_version, self._seen_change = version, last
        notes, deleted = (note for note, here in found if here), (note.id for note, here in found if not here)
        return Changes(tuple(notes), tuple(deleted), has_moved)

    def notices(self) -> list[str]:
        """Return what happened to the file since the last call, in words for the user."""
        with self._file.lock:
            notices, self._file.notices = self._file.notices, []
        return notices

    def add(self, note: Note) -> Note:
        """Save a new note and delete its draft; return it as saved.

        An empty `id` and empty times are filled in.
        """
        from briefing_tui.notes import drafts, operations

        stamp = now()
        filled = replace(note, id=note.id or new_id(), created=note.created or stamp, modified=note.modified or stamp)
        fresh = replace(_accepted(filled), revision=1)
        with self._file.changing() as db:
            there = operations.by_id(db, fresh.id)
            if there is not None and same(replace(there, created=fresh.created, modified=fresh.modified), fresh):
                return there  # It was saved before the file was replaced, and carried over.
            while operations.is_used(db, fresh.id):
                fresh = replace(fresh, id=new_id())
            operations.insert(db, fresh, self.session)
            drafts.drop(db, note.id, self.session)
        self._history.log(NoteChange(None, fresh, fresh.revision))
        return fresh

    def edit(self, base: Note, new: Note) -> Saved:
        """Save `new`, an edit of the note that was read as `base`.

        If another window changed the note meanwhile, changes to different parts are merged; of two different texts both are kept,
        this one as a new note.
        """
        from briefing_tui.notes import drafts, operations

        mine = _accepted(replace(new, id=base.id, created=base.created, modified=now()))
        with self._file.changing() as db:
            there = operations.by_id(db, base.id)
            mine = replace(mine, briefing=there.briefing if there else mine.briefing)  # The article may have a new name.
            combined = mine if there is None else operations.merged(base, mine, there)
            if combined is not None:
                result = replace(combined, revision=operations.last_revision(db, base.id) + 1)
                operations.write(db, result, self.session)
            else:
                result = replace(mine, id=new_id(), created=mine.modified, revision=1)
                operations.insert(db, result, self.session)
            drafts.drop(db, base.id, self.session)
        self._history.log(NoteChange(None if combined is None else there, result, result.revision))
        return Saved(result, there if combined is None else None)

    def delete(self, note: Note) -> None:
        """Delete a note; `undo` brings it back.

        Raises StoreError ("conflict") if another window changed it since it was read.
        """
        from briefing_tui.notes import drafts, operations

        with self._file.changing() as db:
            there = operations.by_id(db, note.id)
            if there is not None:
                if there.revision != note.revision:
                    raise StoreError("conflict", "another window changed the note; look at it again before you delete it")
                operations.write(db, replace(there, revision=there.revision + 1), self.session, deleted=now())
            drafts.drop(db, note.id, self.session)
            operations.purge(db)
        if there is not None:
            self._history.log(NoteChange(there, None, there.revision + 1))

    def undo(self, briefing: str | None = None) -> Note | None:
        """Undo this session's last change, of one briefing or of all.

        Returns the note as it is now, or as it was before it was removed; None if there is nothing to undo. Raises StoreError
        ("conflict") if another window changed the note since.
        """
        return self._history.undo(briefing)

    def redo(self, briefing: str | None = None) -> Note | None:
        """Redo what `undo` undid; returns and raises the same."""
        return self._history.redo(briefing)

    @property
    def can_undo(self) -> bool:
        """True if there is a change of this session to undo."""
        return self._history.can_undo

    @property
    def can_redo(self) -> bool:
        """True if there is a change to redo."""
        return self._history.can_redo

    def import_notes(self, notes: Iterable[Note], bases: Mapping[str, str] | None = None) -> ImportCounts:
        """Import notes, all of them or, if something fails, none.

        A note whose id is known replaces the known one unless that was modified later; then both are kept. Of a note with an
        entry in `bases`, only the text and the tags are an edit: see `operations.import_edit`.
        """
        from briefing_tui.notes import operations

        counts = {"added": 0, "changed": 0, "unchanged": 0, "beside": 0}
        with self._file.changing() as db:
            for given in notes:
                note, base = operations.on_its_article(db, _accepted(given)), (bases or {}).get(given.id)
                if base is None:
                    counts[operations.import_note(db, note, self.session)] += 1
                else:
                    counts[operations.import_edit(db, note, base, self.session)] += 1
        return ImportCounts(**counts)

    def unknown(self, note_ids: Iterable[str]) -> set[str]:
        """Return the ids among these that no note here has or had."""
        from briefing_tui.notes import operations

        with self._file.reading() as db:
            return {note_id for note_id in note_ids if db is None or not operations.is_used(db, note_id)}

    def import_once(self, notes: Iterable[Note]) -> None:
        """Import the notes that never were here: all of them or, if something fails, none.

        One that the user changed or deleted meanwhile stays as it is.
        """
        from briefing_tui.notes import operations

        fresh = [replace(_accepted(note), revision=1) for note in notes]
        if not fresh:
            return
        with self._file.changing() as db:
            for note in fresh:
                if not operations.is_used(db, note.id):
                    operations.insert(db, note, self.session)

    def forget_articles(self, names: Iterable[str], with_notes: bool) -> None:
        """Delete articles' entries in the reading list, and their notes if wanted.

        `with_notes` deletes notes and drafts, too; of what is deleted no byte of words is left. If no notes of an article stay,
        what it is recognised by goes, too. Deleted notes leave an empty row with their id, by which
        other programs that have the file open learn that they are gone. It can't be undone.
        """
        from briefing_tui.notes import operations

        with self._file.reading() as db:
            if db is None:
                return
            db.execute("PRAGMA secure_delete = ON")
            db.execute("PRAGMA journal_size_limit = 0")  # the journal holds what was there before
        try:
            with self._file.changing() as db:
                operations.forget_articles(db, names, with_notes, self.session)
        finally:
            with self._file.reading() as db:
                if db is not None:
                    db.execute("PRAGMA journal_size_limit = -1")

    def save_draft(self, note: Note) -> None:
        """Save what is being typed, so that it survives a crash.

        The note is a new one (`revision` 0) or an edit (the revision that was read). It needs its id (see `new_id`), so that
        saving it deletes the draft.
        """
        from briefing_tui.notes import drafts

        if len(note.body) > LONGEST_BODY:
            raise StoreError("refused", f"a note of more than {LONGEST_BODY // 2**20} MiB is too long; take some of it out")
        with self._file.changing(counts=False) as db:
            drafts.save(db, note, self.session)

    def drafts(self, briefing: str | None = None) -> list[Note]:
        """Return the drafts of this session and of ended ones, the latest first."""
        from briefing_tui.notes import drafts

        with self._file.reading() as db:
            return [] if db is None else drafts.abandoned(db, self.session, briefing)

    def drop_draft(self, note_id: str) -> None:
        """Delete the drafts of a note of this session and of ended ones."""
        from briefing_tui.notes import drafts

        with self._file.changing(counts=False) as db:
            drafts.drop(db, note_id, self.session)


def _accepted(note: Note) -> Note:
    try:
        return cleaned(note)
    except ValueError as error:
        raise StoreError("refused", str(error)) from None
