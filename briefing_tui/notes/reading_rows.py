"""The rows of the reading list and of saved searches."""

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace

from briefing_tui.model.note import clean_tags
from briefing_tui.model.reading import STATUSES, ReadingEntry, SavedSearch

if TYPE_CHECKING:
    import sqlite3

COLUMNS = "briefing, status, tags, added, opened, title, modified"


def has_reading_list(db: "sqlite3.Connection") -> bool:
    """Return whether the file has the table.

    One of an earlier version that can't be written has not.
    """
    return bool(db.execute("SELECT 1 FROM sqlite_master WHERE name = 'reading_list'").fetchall())


def put_entry(db: "sqlite3.Connection", entry: ReadingEntry) -> bool:
    """Write an entry unless the one that is here was modified later.

    Returns whether that changed anything.
    """
    there = read_entry(db, entry.article)
    if there.modified and (there.modified >= entry.modified or there == entry):
        return False
    write_entry(db, replace(entry, added=entry.added or there.added, opened=max(entry.opened, there.opened)))
    return True


def put_search(db: "sqlite3.Connection", search: SavedSearch) -> bool:
    """Write a search unless one of its name was saved later.

    Returns whether that changed anything.
    """
    there = db.execute("SELECT query, modified FROM searches WHERE name = ?", (search.name,)).fetchone()
    if there is not None and (there[1] > search.modified or there[0] == search.query):
        return False
    db.execute("INSERT OR REPLACE INTO searches VALUES (?, ?, ?)", (search.name, search.query, search.modified))
    return True


def read_searches(db: "sqlite3.Connection") -> list[SavedSearch]:
    """Return the saved searches by name."""
    rows = db.execute("SELECT name, query, modified FROM searches ORDER BY name COLLATE NOCASE").fetchall()
    return [SavedSearch(*row) for row in rows]


def carry_reading_list(old: "sqlite3.Connection", new: "sqlite3.Connection", names: dict[str, str]) -> None:
    """Carry entries and searches into another file.

    `names` are those of articles there, by those in the old file.
    """
    if has_reading_list(old):
        for entry in read_entries(old):
            put_entry(new, replace(entry, article=names.get(entry.article, entry.article)))
        for search in read_searches(old):
            put_search(new, search)


def read_entries(db: "sqlite3.Connection") -> list[ReadingEntry]:
    """Return every entry."""
    return [entry_of(row) for row in db.execute(f"SELECT {COLUMNS} FROM reading_list").fetchall()]


def read_entry(db: "sqlite3.Connection", name: str) -> ReadingEntry:
    """Return the entry with a name, a new one if there is none."""
    if not has_reading_list(db):
        return ReadingEntry(name)
    row = db.execute(f"SELECT {COLUMNS} FROM reading_list WHERE briefing = ?", (name,)).fetchone()
    return ReadingEntry(name) if row is None else entry_of(row)


def entry_of(row: Sequence[Any]) -> ReadingEntry:
    """Return the entry of a row; what is damaged counts as not set."""
    name, status, tags, *times = (str(value) for value in row)
    try:
        words = clean_tags([str(tag) for tag in json.loads(tags)])
    except (ValueError, TypeError):
        words = ()
    return ReadingEntry(name, status if status in STATUSES else "unread", words, *times)


def write_entry(db: "sqlite3.Connection", entry: ReadingEntry) -> None:
    """Write an entry in the place of the one with its name."""
    tags = json.dumps(entry.tags, ensure_ascii=False)
    values = (entry.article, entry.status, tags, entry.added, entry.opened, entry.title, entry.modified)
    db.execute(f"INSERT OR REPLACE INTO reading_list ({COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?)", values)
