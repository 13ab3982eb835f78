"""Carry notes from a replaced file of notes into the one at its path now.

Nothing that was confirmed is lost. A note that only one file has is in the result. Of two states of a note, the one with the
higher revision stays; two different states with the same revision are both kept, one under an id of its own. A note that was
deleted in one file only stays, unless this program deleted it or the file at the path deleted it later.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import replace
from typing import Any

from briefing_tui.notes.articles import carry_names
from briefing_tui.notes.operations import content_id, index_tags, insert, is_used
from briefing_tui.notes.reading_rows import carry_reading_list
from briefing_tui.notes.rows import COLUMNS, note_of

Row = dict[str, Any]

_UNLIKE = ("num", "change", "session", "briefing")
"""Columns that may differ between equal notes."""


def rows_of(db: sqlite3.Connection, table: str, where: str = "", values: tuple[Any, ...] = ()) -> list[Row]:
    """Return rows of a table by column name."""
    return list(each_row(db, table, where, values))


def each_row(db: sqlite3.Connection, table: str, where: str = "", values: tuple[Any, ...] = ()) -> Iterator[Row]:
    """Yield rows of a table by column name."""
    found = db.execute(f"SELECT * FROM {table} {where}", values)
    names = [column[0] for column in found.description]
    for row in found:
        yield dict(zip(names, row, strict=True))


def carry_all(old: sqlite3.Connection, new: sqlite3.Connection, session: str, confirmed: Iterable[Row]) -> int:
    """Carry everything of an old file into a new one; return the number of notes.

    It needs a transaction. If the old file is damaged, the notes that were `confirmed` by this session are carried instead of
    what can't be read.
    """
    last = 0
    with suppress(sqlite3.DatabaseError):
        last = old.execute("SELECT last FROM sequence").fetchone()[0]
    new.execute("UPDATE sequence SET last = max(last, ?)", (last,))
    names: dict[str, str] = {}
    with suppress(sqlite3.DatabaseError):
        names = carry_names(old, new)
    with suppress(sqlite3.DatabaseError):
        carry_reading_list(old, new, names)
    number = carry_notes(new, (_named(row, names) for row in _readable(old, confirmed)), session)
    with suppress(sqlite3.DatabaseError):
        carry_drafts(new, (_named(row, names) for row in rows_of(old, "drafts")))
    return number


def _named(row: Row, names: Mapping[str, str]) -> Row:
    """Return a row with the name that its article has in the new file."""
    return {**row, "briefing": names.get(row["briefing"], row["briefing"])}


def _readable(old: sqlite3.Connection, confirmed: Iterable[Row]) -> Iterator[Row]:
    try:
        yield from each_row(old, "notes")
    except sqlite3.DatabaseError:
        yield from confirmed


def carry_drafts(db: sqlite3.Connection, drafts: Iterable[Row]) -> None:
    """Carry the drafts that a file lacks."""
    for draft in drafts:
        _insert(db, "drafts", draft, "OR IGNORE")


def carry_notes(db: sqlite3.Connection, notes: Iterable[Row], session: str) -> int:
    """Carry rows of notes into a file; return how many it lacked.

    It needs a transaction. `session` is this program's: its deletions are carried too.
    """
    columns = {row[1] for row in db.execute("PRAGMA table_info(notes)")}
    known = {row[0]: row[1:] for row in db.execute("SELECT id, revision, deleted, checksum FROM notes")}
    carried = 0
    for row in notes:
        state = row["revision"], row["deleted"], row.get("checksum")
        if state[2] is None or known.get(row["id"]) != state:
            carried += _carry(db, {name: row[name] for name in row if name in columns}, session)
    return carried


def _carry(db: sqlite3.Connection, ours: Row, session: str) -> bool:
    found = rows_of(db, "notes", "WHERE id = ?", (ours["id"],))
    if not found:
        _insert(db, "notes", _as_changed(db, ours))
        index_tags(db, ours["id"])
        return True
    theirs = found[0]
    if _content(ours) == _content(theirs) or (ours["deleted"] and theirs["deleted"]):
        return False
    if ours["deleted"]:
        is_later = ours["session"] == session and ours["revision"] > theirs["revision"]
    else:
        is_later = ours["revision"] > theirs["revision"] or (theirs["deleted"] and ours["revision"] == theirs["revision"])
    if is_later:
        changed = _as_changed(db, ours)
        sets = ", ".join(f"{name} = :{name}" for name in changed)
        db.execute(f"UPDATE notes SET {sets} WHERE id = :id", changed)
        index_tags(db, ours["id"])
        return True
    if ours["revision"] == theirs["revision"] and not ours["deleted"]:
        return _put_beside(db, ours)
    return False


def _put_beside(db: sqlite3.Connection, ours: Row) -> bool:
    """Keep a note whose id has other words in the new file; the same note gets the same new id each time."""
    note = note_of([ours[name] for name in COLUMNS.split(", ")])
    beside = replace(note, id=content_id(note), revision=1)
    if is_used(db, beside.id):
        return False
    insert(db, beside, ours["session"])
    return True


def _content(row: Mapping[str, Any]) -> Row:
    return {name: value for name, value in row.items() if name not in _UNLIKE}


def _as_changed(db: sqlite3.Connection, row: Row) -> Row:
    """Return a row as one that changes now, so that other windows notice it."""
    last = db.execute("SELECT last FROM sequence").fetchone()[0]
    return {**{name: value for name, value in row.items() if name != "num"}, "change": last}


def _insert(db: sqlite3.Connection, table: str, row: Row, how: str = "") -> None:
    names = ", ".join(row)
    db.execute(f"INSERT {how} INTO {table} ({names}) VALUES ({', '.join(':' + name for name in row)})", row)
