"""One note in the tables: read, written, joined with what another window made of it. No transaction is begun or ended here."""

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from briefing_tui.model.note import Note, same
from briefing_tui.notes.rows import COLUMNS, note_of, row_of

if TYPE_CHECKING:
    import sqlite3

DELETED_DAYS = 30
"""How long a deleted note can still be rescued from the file."""


def insert(db: "sqlite3.Connection", note: Note, session: str) -> None:
    """Write a new note."""
    row = row_of(note)
    names = ", ".join(row)
    db.execute(
        f"INSERT INTO notes ({names}, change, session) "
        f"VALUES ({', '.join(':' + name for name in row)}, (SELECT last FROM sequence), :writer)",
        {**row, "writer": session},
    )
    _index_tags(db, note)


def write(db: "sqlite3.Connection", note: Note, session: str, deleted: str | None = None) -> None:
    """Put a note's present state; a deleted one keeps its row for a while."""
    row = row_of(note)
    sets = ", ".join(f"{name} = :{name}" for name in row if name != "id")
    changed = db.execute(
        f"UPDATE notes SET {sets}, deleted = :deleted, change = (SELECT last FROM sequence), session = :writer WHERE id = :id",
        {**row, "deleted": deleted, "writer": session},
    ).rowcount
    if not changed:
        insert(db, note, session)
    elif deleted is None:
        _index_tags(db, note)
    else:
        db.execute("DELETE FROM tags WHERE num = (SELECT num FROM notes WHERE id = ?)", (note.id,))


def take_one(db: "sqlite3.Connection", note: Note, session: str) -> str:
    """Take in a note from outside; returns what became of it, as a field of Taken."""
    there = by_id(db, note.id)
    if there is None:
        write(db, replace(note, revision=last_revision(db, note.id) + 1), session)
        return "added"
    if same(there, note):
        return "unchanged"
    if note.modified >= there.modified:
        write(db, replace(note, revision=there.revision + 1), session)
        return "changed"
    apart = replace(note, id=_id_of(note), revision=1)
    if taken(db, apart.id):
        return "unchanged"
    insert(db, apart, session)
    return "beside"


def _id_of(note: Note) -> str:
    """An id that follows from what the note says, so that taking it in twice puts it here once."""
    from hashlib import sha256

    return f"{note.id[:40]}-{sha256(repr(replace(note, revision=0)).encode()).hexdigest()[:8]}"


def by_id(db: "sqlite3.Connection", note_id: str) -> Note | None:
    """The note, if it is there and not deleted."""
    row = db.execute(f"SELECT {COLUMNS} FROM notes WHERE id = ? AND deleted IS NULL", (note_id,)).fetchone()
    return None if row is None else note_of(row)


def taken(db: "sqlite3.Connection", note_id: str) -> bool:
    """Whether a note has or had that id."""
    return db.execute("SELECT 1 FROM notes WHERE id = ?", (note_id,)).fetchone() is not None


def last_revision(db: "sqlite3.Connection", note_id: str) -> int:
    """The revision of a note, deleted ones too; 0 for one that never was."""
    row = db.execute("SELECT revision FROM notes WHERE id = ?", (note_id,)).fetchone()
    return 0 if row is None else int(row[0])


def _index_tags(db: "sqlite3.Connection", note: Note) -> None:
    (num,) = db.execute("SELECT num FROM notes WHERE id = ?", (note.id,)).fetchone()
    db.execute("DELETE FROM tags WHERE num = ?", (num,))
    db.executemany("INSERT INTO tags VALUES (?, ?, ?)", [(tag.casefold(), num, tag) for tag in note.tags])


def purge(db: "sqlite3.Connection") -> None:
    """Remove for good what was deleted more than DELETED_DAYS ago."""
    from datetime import UTC, datetime, timedelta

    before = (datetime.now(UTC) - timedelta(days=DELETED_DAYS)).isoformat(timespec="milliseconds")
    db.execute("DELETE FROM notes WHERE deleted IS NOT NULL AND deleted < ?", (before,))


def changed(db: "sqlite3.Connection", since: int, session: str) -> list[tuple[Note, bool]]:
    """The notes that others than this session changed after that number in the sequence, and whether each is still here."""
    sql = f"SELECT {COLUMNS}, deleted FROM notes WHERE change > ? AND session != ? ORDER BY change"
    return [(note_of(row), row[-1] is None) for row in db.execute(sql, (since, session))]


def joined(base: Note, mine: Note, there: Note) -> Note | None:
    """My changes to `base` laid over what is there now; None where both changed the text, the colour or the place differently."""
    if there.revision == base.revision:
        return mine
    for part in ("body", "colour", "selector"):
        old, here, now_there = getattr(base, part), getattr(mine, part), getattr(there, part)
        if here not in (old, now_there) and now_there != old:
            return None
    kept = [tag for tag in there.tags if tag in mine.tags or tag not in base.tags]
    tags = tuple(dict.fromkeys([*kept, *(tag for tag in mine.tags if tag not in base.tags)]))

    def latest(part: str) -> Any:
        return getattr(mine if getattr(mine, part) != getattr(base, part) else there, part)

    return replace(
        there, body=latest("body"), colour=latest("colour"), selector=latest("selector"), tags=tags, modified=mine.modified
    )
