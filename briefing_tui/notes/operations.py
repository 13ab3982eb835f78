"""Read, write and merge single notes in the tables.

Transactions begin and end in `store`.
"""

import json
from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from briefing_tui.model.note import UNDATED, Note, now, same
from briefing_tui.model.selector import Selector
from briefing_tui.model.typed_text import text_version, typed_text, with_typed_text
from briefing_tui.notes.rows import COLUMNS, note_of, row_of

if TYPE_CHECKING:
    import sqlite3

DELETED_DAYS = 30
"""Days for which a deleted note stays in the file."""
_FORGOTTEN = "forgotten"
"""The name of the article in the empty rows that deleted notes leave."""


def insert(db: "sqlite3.Connection", note: Note, session: str) -> None:
    """Write a new note."""
    row = row_of(note)
    names = ", ".join(row)
    db.execute(
        f"INSERT INTO notes ({names}, change, session) "
        f"VALUES ({', '.join(':' + name for name in row)}, (SELECT last FROM sequence), :writer)",
        {**row, "writer": session},
    )
    index_tags(db, note.id)


def write(db: "sqlite3.Connection", note: Note, session: str, deleted: str | None = None) -> None:
    """Write a note's state; a deleted note keeps its row for a while."""
    row = row_of(note)
    sets = ", ".join(f"{name} = :{name}" for name in row if name != "id")
    changed = db.execute(
        f"UPDATE notes SET {sets}, deleted = :deleted, change = (SELECT last FROM sequence), session = :writer WHERE id = :id",
        {**row, "deleted": deleted, "writer": session},
    ).rowcount
    if not changed:
        insert(db, note, session)
    else:
        index_tags(db, note.id)


def on_its_article(db: "sqlite3.Connection", note: Note) -> Note:
    """Return a note with the name that its article has here.

    The article may have got another name since the note was exported.
    """
    found = db.execute("SELECT briefing FROM notes WHERE id = ?", (note.id,)).fetchone()
    return note if found is None else replace(note, briefing=found[0])


def import_note(db: "sqlite3.Connection", note: Note, session: str) -> str:
    """Import one note; return what happened as a field of ImportCounts.

    The version that was modified last is kept. A note without a time, or with one in the future, can't be the last.
    """
    there, moment = by_id(db, note.id), now()
    is_dated = UNDATED < note.modified <= moment
    if not is_dated:
        note = replace(note, modified=there.modified if there else moment)
    if not is_dated or not UNDATED < note.created <= moment:
        given = note.created if UNDATED < note.created <= moment else note.modified
        note = replace(note, created=there.created if there else given)
    if there is None:
        write(db, replace(note, revision=last_revision(db, note.id) + 1), session)
        return "added"
    if same(there, note):
        return "unchanged"
    if is_dated and note.modified >= there.modified:
        write(db, replace(note, revision=there.revision + 1), session)
        return "changed"
    copy = replace(note, id=content_id(note if is_dated else replace(note, created="", modified="")), revision=1)
    if is_used(db, copy.id):
        return "unchanged"
    insert(db, copy, session)
    return "beside"


def import_edit(db: "sqlite3.Connection", note: Note, base: str, session: str) -> str:
    """Import the text and tags of a note that may be an edit.

    Returns what happened, as `import_note` does. `base` is the version of the text with which the edit began, or the time when
    the note was modified before; empty if unknown. If the note here has changed since, too, the edit becomes its text, as in
    the file, and what was here a note of its own.
    """
    text, there = typed_text(note), by_id(db, note.id)
    version = text_version(text)
    if there is None:
        deleted = db.execute(f"SELECT {COLUMNS} FROM notes WHERE id = ?", (note.id,)).fetchone()
        if deleted is not None and version == base:
            return "unchanged"  # It was deleted here, and the file has not heard of it.
        fresh = note if deleted is None else with_typed_text(note_of(deleted), text)
        write(db, replace(fresh, revision=last_revision(db, note.id) + 1), session)
        return "added"
    was = typed_text(there)
    if version in (base, text_version(was)):
        return "unchanged"
    edited = with_typed_text(there, text)
    write(db, replace(edited, modified=now(), revision=there.revision + 1), session)
    if base in (text_version(was), there.modified) or not was:
        return "changed"
    other = replace(there, id=f"{there.id[:40]}-{text_version(was)}", revision=1)
    if not is_used(db, other.id):
        insert(db, other, session)
    return "beside"


def content_id(note: Note) -> str:
    """Return an id derived from the content: importing a note twice adds it once."""
    from hashlib import sha256

    return f"{note.id[:40]}-{sha256(repr(replace(note, revision=0)).encode()).hexdigest()[:8]}"


def by_id(db: "sqlite3.Connection", note_id: str) -> Note | None:
    """Return the note with that id unless it is deleted."""
    row = db.execute(f"SELECT {COLUMNS} FROM notes WHERE id = ? AND deleted IS NULL", (note_id,)).fetchone()
    return None if row is None else note_of(row)


def is_used(db: "sqlite3.Connection", note_id: str) -> bool:
    """Return whether a note has or had that id."""
    return db.execute("SELECT 1 FROM notes WHERE id = ?", (note_id,)).fetchone() is not None


def last_revision(db: "sqlite3.Connection", note_id: str) -> int:
    """Return the revision of a note, deleted ones included; 0 if unknown."""
    row = db.execute("SELECT revision FROM notes WHERE id = ?", (note_id,)).fetchone()
    return 0 if row is None else int(row[0])


def index_tags(db: "sqlite3.Connection", note_id: str) -> None:
    """Enter a note's tags into their table, or remove those of a deleted note."""
    num, tags, deleted = db.execute("SELECT num, tags, deleted FROM notes WHERE id = ?", (note_id,)).fetchone()
    db.execute("DELETE FROM tags WHERE num = ?", (num,))
    if deleted is None:
        db.executemany("INSERT INTO tags VALUES (?, ?, ?)", [(tag.casefold(), num, tag) for tag in json.loads(tags)])


def purge(db: "sqlite3.Connection") -> None:
    """Remove the notes that were deleted more than DELETED_DAYS ago."""
    from datetime import UTC, datetime, timedelta

    before = (datetime.now(UTC) - timedelta(days=DELETED_DAYS)).isoformat(timespec="milliseconds")
    db.execute("DELETE FROM notes WHERE deleted IS NOT NULL AND deleted < ?", (before,))


def changed(db: "sqlite3.Connection", since: int, session: str) -> list[tuple[Note, bool]]:
    """Return the notes that other sessions changed after `since`, and whether each still exists.

    `since` is a number in the sequence of changes.
    """
    sql = f"SELECT {COLUMNS}, deleted FROM notes WHERE change > ? AND session != ? ORDER BY change"
    return [(note_of(row), row[-1] is None) for row in db.execute(sql, (since, session)).fetchall()]


def merged(base: Note, mine: Note, there: Note) -> Note | None:
    """Merge my changes to `base` with what is there now.

    Returns None if both changed the text, the colour or the place differently.
    """
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


def forget_articles(db: "sqlite3.Connection", names: Iterable[str], with_notes: bool, session: str) -> None:
    """Delete articles' entries in the reading list, and their notes if wanted.

    `with_notes` deletes notes, drafts and what they are recognised by. Notes that were deleted before are cleared in any case.
    """
    for name in names:
        _forget_article(db, name, with_notes, session)
    db.execute("INSERT INTO words (words) VALUES ('optimize')")  # the words of deleted notes stay in it otherwise


def _forget_article(db: "sqlite3.Connection", name: str, with_notes: bool, session: str) -> None:
    which = "" if with_notes else "AND deleted IS NOT NULL"
    rows = db.execute(f"SELECT {COLUMNS} FROM notes WHERE briefing = ? {which}", (name,)).fetchall()
    for row in rows:
        write(db, _cleared(note_of(row)), session, deleted=now())
    if with_notes:
        db.execute("DELETE FROM drafts WHERE briefing = ?", (name,))
    db.execute("DELETE FROM reading_list WHERE briefing = ?", (name,))
    left = "SELECT (SELECT count(*) FROM notes WHERE briefing = ?) + (SELECT count(*) FROM drafts WHERE briefing = ?)"
    if not db.execute(left, (name, name)).fetchone()[0]:
        db.execute("DELETE FROM identities WHERE briefing = ?", (name,))
        db.execute("DELETE FROM marks WHERE briefing = ?", (name,))


def _cleared(note: Note) -> Note:
    """Return the note without anything but its id and times, as a later version of it."""
    empty = Note(note.id, _FORGOTTEN, "briefing", selector=Selector(""), created=note.created, modified=now())
    return replace(empty, revision=note.revision + 1)
