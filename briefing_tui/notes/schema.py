"""The tables of the notes, and the steps from one version to the next."""

import json
import os
import sqlite3
from collections.abc import Callable, Sequence
from pathlib import Path

from briefing_tui.notes.cjk_index import index_of
from briefing_tui.notes.errors import StoreError
from briefing_tui.notes.rows import CHECKED, checksum

Step = Callable[[sqlite3.Connection], None]

_FIRST = (
    """CREATE TABLE notes (
        num INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        briefing TEXT NOT NULL,
        kind TEXT NOT NULL,
        item TEXT NOT NULL,
        exact TEXT NOT NULL,
        prefix TEXT NOT NULL,
        suffix TEXT NOT NULL,
        position INTEGER NOT NULL,
        anchor TEXT NOT NULL,
        section TEXT NOT NULL,
        attribution TEXT NOT NULL,
        body TEXT NOT NULL,
        colour TEXT,
        tags TEXT NOT NULL,
        created TEXT NOT NULL,
        modified TEXT NOT NULL,
        revision INTEGER NOT NULL,
        deleted TEXT,
        change INTEGER NOT NULL,
        session TEXT NOT NULL
    )""",
    "CREATE INDEX notes_place ON notes (briefing, position, created) WHERE deleted IS NULL",
    "CREATE INDEX notes_time ON notes (modified) WHERE deleted IS NULL",
    "CREATE INDEX notes_deleted ON notes (deleted) WHERE deleted IS NOT NULL",
    "CREATE INDEX notes_change ON notes (change)",
    "CREATE TABLE tags (key TEXT NOT NULL, num INTEGER NOT NULL, tag TEXT NOT NULL, PRIMARY KEY (key, num)) WITHOUT ROWID",
    "CREATE INDEX tags_num ON tags (num)",
    """CREATE TABLE drafts (
        id TEXT NOT NULL,
        session TEXT NOT NULL,
        briefing TEXT NOT NULL,
        saved TEXT NOT NULL,
        note TEXT NOT NULL,
        PRIMARY KEY (id, session)
    )""",
    "CREATE TABLE sequence (last INTEGER NOT NULL)",
    "INSERT INTO sequence VALUES (0)",
    """CREATE VIRTUAL TABLE words USING fts5 (
        body, exact, tags, content = 'notes', content_rowid = 'num', detail = 'none', columnsize = 0,
        tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3'
    )""",
    """CREATE TRIGGER notes_added AFTER INSERT ON notes WHEN new.deleted IS NULL BEGIN
        INSERT INTO words (rowid, body, exact, tags) VALUES (new.num, new.body, new.exact, new.tags);
    END""",
    """CREATE TRIGGER notes_removed AFTER DELETE ON notes WHEN old.deleted IS NULL BEGIN
        INSERT INTO words (words, rowid, body, exact, tags) VALUES ('delete', old.num, old.body, old.exact, old.tags);
    END""",
    """CREATE TRIGGER notes_changed AFTER UPDATE OF body, exact, tags, deleted ON notes BEGIN
        INSERT INTO words (words, rowid, body, exact, tags)
            SELECT 'delete', old.num, old.body, old.exact, old.tags WHERE old.deleted IS NULL;
        INSERT INTO words (rowid, body, exact, tags)
            SELECT new.num, new.body, new.exact, new.tags WHERE new.deleted IS NULL;
    END""",
)


_SECOND = (
    "DROP TRIGGER notes_added",
    "DROP TRIGGER notes_removed",
    "DROP TRIGGER notes_changed",
    "DROP TABLE words",
    """CREATE VIRTUAL TABLE words USING fts5 (
        body, exact, tags, signs, content = 'notes', content_rowid = 'num', detail = 'none', columnsize = 0,
        tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3'
    )""",
    """INSERT INTO words (rowid, body, exact, tags, signs)
        SELECT num, body, exact, tags, signs FROM notes WHERE deleted IS NULL""",
    """CREATE TRIGGER notes_added AFTER INSERT ON notes WHEN new.deleted IS NULL BEGIN
        INSERT INTO words (rowid, body, exact, tags, signs) VALUES (new.num, new.body, new.exact, new.tags, new.signs);
    END""",
    """CREATE TRIGGER notes_removed AFTER DELETE ON notes WHEN old.deleted IS NULL BEGIN
        INSERT INTO words (words, rowid, body, exact, tags, signs)
            VALUES ('delete', old.num, old.body, old.exact, old.tags, old.signs);
    END""",
    """CREATE TRIGGER notes_changed AFTER UPDATE OF body, exact, tags, signs, deleted ON notes BEGIN
        INSERT INTO words (words, rowid, body, exact, tags, signs)
            SELECT 'delete', old.num, old.body, old.exact, old.tags, old.signs WHERE old.deleted IS NULL;
        INSERT INTO words (rowid, body, exact, tags, signs)
            SELECT new.num, new.body, new.exact, new.tags, new.signs WHERE new.deleted IS NULL;
    END""",
)


def _make(db: sqlite3.Connection) -> None:
    for statement in _FIRST:
        db.execute(statement)


def _index_signs(db: sqlite3.Connection) -> None:
    """Index scripts without spaces and characters that are no letters (see `cjk_index`)."""

    def signs(body: str, exact: str, tags: str) -> str:
        return index_of((body, exact, *json.loads(tags)))

    db.execute("ALTER TABLE notes ADD COLUMN signs TEXT NOT NULL DEFAULT ''")
    db.create_function("signs_of", 3, signs, deterministic=True)
    db.execute("UPDATE notes SET signs = signs_of(body, exact, tags)")
    for statement in _SECOND:
        db.execute(statement)


def _add_checksums(db: sqlite3.Connection) -> None:
    """Give each note a checksum. An earlier version that still has the file open writes notes without one."""
    db.execute("ALTER TABLE notes ADD COLUMN checksum TEXT")
    db.create_function("checksum_of", -1, lambda *values: checksum(values), deterministic=True)
    db.execute(f"UPDATE notes SET checksum = checksum_of({', '.join(CHECKED)})")
    db.execute(
        """CREATE TRIGGER notes_unchecked AFTER UPDATE ON notes
            WHEN new.checksum IS old.checksum AND new.revision IS NOT old.revision
        BEGIN
            UPDATE notes SET checksum = NULL WHERE num = new.num;
        END"""
    )


def _add_articles(db: sqlite3.Connection) -> None:
    """Make the tables of articles (see `articles`). Notes belong to none until their briefing is opened again."""
    db.execute(
        """CREATE TABLE identities (
            kind TEXT NOT NULL,
            value TEXT NOT NULL,
            briefing TEXT NOT NULL,
            PRIMARY KEY (kind, value, briefing)
        )"""
    )
    db.execute("CREATE INDEX identities_briefing ON identities (briefing)")
    db.execute("CREATE TABLE marks (mark INTEGER NOT NULL, briefing TEXT NOT NULL, PRIMARY KEY (mark, briefing)) WITHOUT ROWID")
    db.execute("CREATE INDEX marks_briefing ON marks (briefing)")


def _add_reading_list(db: sqlite3.Connection) -> None:
    """Make the tables of the reading list and of searches with names (see `reading_list`)."""
    db.execute(
        """CREATE TABLE reading_list (
            briefing TEXT PRIMARY KEY,
            status TEXT NOT NULL,
            tags TEXT NOT NULL,
            added TEXT NOT NULL,
            opened TEXT NOT NULL,
            title TEXT NOT NULL,
            modified TEXT NOT NULL
        )"""
    )
    db.execute("CREATE INDEX reading_list_opened ON reading_list (opened)")
    db.execute("CREATE TABLE searches (name TEXT PRIMARY KEY, query TEXT NOT NULL, modified TEXT NOT NULL)")


STEPS: tuple[Step, ...] = (_make, _index_signs, _add_checksums, _add_articles, _add_reading_list)
"""The steps from version 0, an empty file, to 1, from 1 to 2, and so on."""


def known_version(db: sqlite3.Connection, path: Path, steps: Sequence[Step] = STEPS) -> int:
    """Return the version of a store. Raises StoreError ("newer") for that of a newer program."""
    version = _version(db)
    if version > len(steps):
        raise StoreError(
            "newer", f"{path}: made by a newer version of briefing (its format is {version}); update briefing to open it"
        )
    return version


def migrate(db: sqlite3.Connection, path: Path, steps: Sequence[Step] = STEPS) -> None:
    """Bring a store to the newest version, one transaction per step.

    A new file gets all of them in one. A store with notes is copied beside itself first. Raises StoreError for a store of a newer
    program, and errors of SQLite.
    """
    version = known_version(db, path, steps)
    while version < len(steps):
        if version:
            _keep_copy(db, path, version)
        db.execute("BEGIN IMMEDIATE")
        try:
            if _version(db) == version:  # No other program was faster.
                reached = version + 1 if version else len(steps)
                for step in steps[version:reached]:
                    step(db)
                db.execute(f"PRAGMA user_version = {reached}")
            db.execute("COMMIT")
        except BaseException:
            db.execute("ROLLBACK")
            raise
        version = known_version(db, path, steps)


def _version(db: sqlite3.Connection) -> int:
    return int(db.execute("PRAGMA user_version").fetchone()[0])


def _keep_copy(db: sqlite3.Connection, path: Path, version: int) -> Path:
    """Copy the store, readable by its owner only; an earlier copy of the same version is kept."""
    copy = path.with_name(f"{path.name}.v{version}.bak")
    number = 1
    while copy.exists():
        number += 1
        copy = path.with_name(f"{path.name}.v{version}.{number}.bak")
    os.close(os.open(copy, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    target = sqlite3.connect(copy, isolation_level=None)
    try:
        db.backup(target)
    finally:
        target.close()
    return copy
