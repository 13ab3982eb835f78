"""Delete what the file of notes has on an article."""

from dataclasses import replace
from typing import TYPE_CHECKING

from briefing_tui.model.note import Note, now
from briefing_tui.model.selector import Selector
from briefing_tui.notes import operations
from briefing_tui.notes.rows import COLUMNS, note_of

if TYPE_CHECKING:
    import sqlite3

_FORGOTTEN = "forgotten"
"""The name of the article in the empty rows that deleted notes leave."""


def forget_article(db: "sqlite3.Connection", name: str, with_notes: bool, session: str) -> None:
    """Delete an article's entry in the reading list, and `with_notes` its notes, drafts and what it is recognised by.

    Notes that were deleted before are cleared in any case.
    """
    which = "" if with_notes else "AND deleted IS NOT NULL"
    rows = db.execute(f"SELECT {COLUMNS} FROM notes WHERE briefing = ? {which}", (name,)).fetchall()
    for row in rows:
        operations.write(db, _cleared(note_of(row)), session, deleted=now())
    if with_notes:
        db.execute("DELETE FROM drafts WHERE briefing = ?", (name,))
    db.execute("DELETE FROM reading_list WHERE briefing = ?", (name,))
    left = "SELECT (SELECT count(*) FROM notes WHERE briefing = ?) + (SELECT count(*) FROM drafts WHERE briefing = ?)"
    if not db.execute(left, (name, name)).fetchone()[0]:
        db.execute("DELETE FROM identities WHERE briefing = ?", (name,))
        db.execute("DELETE FROM marks WHERE briefing = ?", (name,))
    db.execute("INSERT INTO words (words) VALUES ('optimize')")  # the words of deleted notes stay in it otherwise


def _cleared(note: Note) -> Note:
    """Return the note without anything but its id and times, as a later version of it."""
    empty = Note(note.id, _FORGOTTEN, "briefing", selector=Selector(""), created=note.created, modified=now())
    return replace(empty, revision=note.revision + 1)
