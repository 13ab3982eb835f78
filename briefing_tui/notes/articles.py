"""The article that a note is on, whatever file the article is read from.

A note has the name of its article in its column `briefing`; no two articles have the same name. What an article was known by is
remembered: its addresses, the ids and files that it was read as, and a sample of its words as they were last.

An article that is read is, in this order:

1. the one that has its address;
2. the one whose words are alike (`identity.ALIKE`), the most alike first, unless both have addresses and neither id nor file is
   the same: two newspapers may print the same text;
3. the one that was read from the same file, or from a content file of the same id, if its words were only corrected
   (`identity.CORRECTED`); in the same content file they may be others, if the address is not another one;
4. the notes of an earlier version that have its id as their name, if they belong to it.

Otherwise it is a new article. Its name is the id of its briefing, or that with a number if another article has it. A content
file's id goes before that of a source: when an article gets a content file, it is named after it.
"""

import sqlite3
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from briefing_tui.anchoring.plain_article import PlainArticle
from briefing_tui.anchoring.selectors import Orphan
from briefing_tui.model.identity import ALIKE, CORRECTED, Identity, likeness
from briefing_tui.model.note import Note
from briefing_tui.notes.drafts import read_draft
from briefing_tui.notes.places import locate_note
from briefing_tui.notes.rows import COLUMNS, note_of

_MOVED = "briefing = ?, change = (SELECT last FROM sequence), session = CASE WHEN deleted IS NULL THEN '' ELSE session END"
"""The new name, as a change by nobody, which every window notices."""


def find(db: sqlite3.Connection, who: Identity) -> str | None:
    """Return the name of the article that is read; None if it is unknown."""
    if who.address:
        for (name,) in _named(db, "address", who.address):
            return name
    alike = _alike(db, who.words)
    for likely, name in alike:
        if likely >= ALIKE and (not _has_other_address(db, who, name) or _is_continued(db, who, name)):
            return name
    for likely, name in alike:
        if likely >= CORRECTED and _is_continued(db, who, name):
            return name
    same_file = _named(db, "file", who.path) if who.is_filed else []
    return next((name for (name,) in same_file if not _has_other_address(db, who, name)), None)


class Unclaimed(NamedTuple):
    """Notes and drafts of an earlier version that are on the article.

    `are_all`: there are no others with the name.
    """

    ours: list[Note]
    are_all: bool


def unclaimed(db: sqlite3.Connection, who: Identity) -> Unclaimed:
    """Return the notes of an earlier version that are on the article.

    All that have its id are on a content file; notes on a source must be found in it.
    """
    if is_known(db, who.briefing):
        return Unclaimed([], False)
    sql = f"SELECT {COLUMNS} FROM notes WHERE briefing = ? AND deleted IS NULL"
    notes = [note_of(row) for row in db.execute(sql, (who.briefing,)).fetchall()]
    notes += [
        read_draft(text) for (text,) in db.execute("SELECT note FROM drafts WHERE briefing = ?", (who.briefing,)).fetchall()
    ]
    if who.is_filed or not notes:
        return Unclaimed(notes, True)
    words = PlainArticle(who.article)
    ours = [note for note in notes if _is_on(note, words)]
    return Unclaimed(ours, len(ours) == len(notes))


def _is_on(note: Note, article: PlainArticle) -> bool:
    if note.selector.version == article.version:
        return True
    if note.kind == "briefing":
        return note.words == (article.briefing.title or "")
    return not isinstance(locate_note(note, article), Orphan)


def is_recorded(db: sqlite3.Connection, who: Identity, name: str) -> bool:
    """Return whether everything that the article is known by now is remembered."""
    known = set(db.execute("SELECT kind, value FROM identities WHERE briefing = ?", (name,)).fetchall())
    return set(_facts(who)) <= known and set(who.words) == _marks(db, name) and name == _best_name(db, who, name)


def record(db: sqlite3.Connection, who: Identity, name: str | None, adopted: bool = False) -> str:
    """Remember what an article is known by; return its name, perhaps a new one.

    `adopted`: the notes of an earlier version with the briefing's id as their name are all on this article.
    """
    best = who.briefing if adopted and name is None else _best_name(db, who, name)
    if best != name:
        _make_free(db, best)
        if name is not None:
            _rename(db, name, best)
    name = best
    if who.path:  # The file at a path is one article at a time.
        db.execute("DELETE FROM identities WHERE kind IN ('file', 'source') AND value = ? AND briefing != ?", (who.path, name))
    facts = [(kind, value, name) for kind, value in _facts(who)]
    db.executemany("INSERT OR REPLACE INTO identities VALUES (?, ?, ?)", facts)
    if who.words:
        db.execute("DELETE FROM marks WHERE briefing = ?", (name,))
        db.executemany("INSERT INTO marks VALUES (?, ?)", [(mark, name) for mark in who.words])
    return name


def adopt(db: sqlite3.Connection, notes: list[Note], name: str) -> None:
    """Give notes of an earlier version to an article."""
    moved = [(name, note.id) for note in notes if note.briefing != name]
    db.executemany(f"UPDATE notes SET {_MOVED} WHERE id = ?", moved)
    db.executemany("UPDATE drafts SET briefing = ? WHERE id = ?", moved)


def files(db: sqlite3.Connection, name: str) -> Iterator[Path]:
    """Yield the files that an article was read from.

    Content files come first, and of each kind the latest.
    """
    for kind in ("file", "source"):
        sql = "SELECT value FROM identities WHERE kind = ? AND briefing = ? ORDER BY rowid DESC"
        yield from (Path(value) for (value,) in db.execute(sql, (kind, name)).fetchall())


def named(db: sqlite3.Connection, name: str) -> str | None:
    """Return the name of the article that has or had a name or an id."""
    if _is_used(db, name):
        return name
    return next((one for (one,) in _named(db, "id", name)), None)


def by_address(db: sqlite3.Connection, address: str) -> str | None:
    """Return the name of the article with this key of an address."""
    return next((name for (name,) in _named(db, "address", address)), None)


def is_known(db: sqlite3.Connection, name: str) -> bool:
    """Return whether it is known what the article with a name is recognised by."""
    return bool(db.execute("SELECT 1 FROM identities WHERE briefing = ?", (name,)).fetchall())


def learn_address(db: sqlite3.Connection, name: str, address: str) -> None:
    """Remember the key of an article's address."""
    db.execute("INSERT OR IGNORE INTO identities VALUES ('address', ?, ?)", (address, name))


def learn_file(db: sqlite3.Connection, name: str, briefing_id: str, path: str) -> None:
    """Remember the content file of an article that has not been read yet."""
    facts = (("id", briefing_id, name), ("file", path, name))
    db.executemany("INSERT OR IGNORE INTO identities VALUES (?, ?, ?)", facts)


def new_name(db: sqlite3.Connection, briefing_id: str) -> str:
    """Return a name for an article that has not been read yet."""
    return _free_name(db, briefing_id) if is_known(db, briefing_id) else briefing_id


def _facts(who: Identity) -> Iterator[tuple[str, str]]:
    yield "id", who.briefing
    if who.address:
        yield "address", who.address
    if who.path:
        yield "file" if who.is_filed else "source", who.path


def _named(db: sqlite3.Connection, kind: str, value: str) -> list[tuple[str]]:
    sql = "SELECT briefing FROM identities WHERE kind = ? AND value = ? ORDER BY rowid DESC"
    return db.execute(sql, (kind, value)).fetchall()


def _has(db: sqlite3.Connection, name: str, kind: str, value: str | None = None) -> bool:
    sql = "SELECT 1 FROM identities WHERE briefing = ? AND kind = ? AND (? IS NULL OR value = ?)"
    return bool(db.execute(sql, (name, kind, value, value)).fetchall())


def _is_used(db: sqlite3.Connection, name: str) -> bool:
    has_notes = db.execute("SELECT 1 FROM notes WHERE briefing = ? LIMIT 1", (name,)).fetchall()
    return is_known(db, name) or bool(has_notes)


def _has_other_address(db: sqlite3.Connection, who: Identity, name: str) -> bool:
    """Return whether an article has addresses and the one that is read another; the same one was found before."""
    return bool(who.address) and _has(db, name, "address")


def _marks(db: sqlite3.Connection, name: str) -> set[int]:
    return {mark for (mark,) in db.execute("SELECT mark FROM marks WHERE briefing = ?", (name,)).fetchall()}


def _alike(db: sqlite3.Connection, words: Sequence[int]) -> list[tuple[float, str]]:
    """Return the articles that share words with a sample, the most alike first."""
    if not words:
        return []
    some = ", ".join(map(str, words))
    sql = f"SELECT briefing FROM marks WHERE mark IN ({some}) GROUP BY briefing ORDER BY count(*) DESC LIMIT 20"
    names = [name for (name,) in db.execute(sql).fetchall()]
    return sorted(((likeness(words, _marks(db, name)), name) for name in names), reverse=True)


def _is_continued(db: sqlite3.Connection, who: Identity, name: str) -> bool:
    """Return whether an article was read from the same file, or as the same content file's id."""
    kinds = ("file", "source") if who.path else ()
    return any(_has(db, name, kind, who.path) for kind in kinds) or (
        who.is_filed and _has(db, name, "id", who.briefing) and _has(db, name, "file")
    )


def _best_name(db: sqlite3.Connection, who: Identity, name: str | None) -> str:
    """Return the name that an article is to have: that of a content file, if there is one, else the one that it has."""
    if name is not None and (not who.is_filed or name == who.briefing or _is_named_after_file(db, name)):
        return name
    if who.is_filed and is_known(db, who.briefing) and not _has(db, who.briefing, "file"):
        return who.briefing  # `record` gives another name to the source that has it now.
    number, best = 1, who.briefing
    while best != name and _is_taken(db, best, who):
        number += 1
        best = f"{who.briefing}-{number}"
    return best


def _is_named_after_file(db: sqlite3.Connection, name: str) -> bool:
    """Return whether an article has the name of a content file of its own that still exists."""
    return any(file.stem == name and file.suffix == ".md" and file.is_file() for file in _content_files(db, name))


def _content_files(db: sqlite3.Connection, name: str) -> list[Path]:
    sql = "SELECT value FROM identities WHERE kind = 'file' AND briefing = ?"
    return [Path(value) for (value,) in db.execute(sql, (name,)).fetchall()]


def _is_taken(db: sqlite3.Connection, name: str, who: Identity) -> bool:
    """Return whether notes, another article or a briefing of the library have a name."""
    if _is_used(db, name):
        return True
    from briefing_tui.settings import paths

    shelved = (folder / f"{name}.md" for folder in (paths.library(), paths.shipped_content()))
    return not who.is_filed and any(file.is_file() for file in shelved)


def _make_free(db: sqlite3.Connection, name: str) -> None:
    """Give the article that has a name another one."""
    if is_known(db, name):
        _rename(db, name, _free_name(db, name))


def _free_name(db: sqlite3.Connection, name: str) -> str:
    number = 2
    while _is_used(db, f"{name}-{number}"):
        number += 1
    return f"{name}-{number}"


def _rename(db: sqlite3.Connection, name: str, to: str) -> None:
    """Give an article another name."""
    db.execute(f"UPDATE notes SET {_MOVED} WHERE briefing = ?", (to, name))
    for table in ("drafts", "identities", "marks", "reading_list"):
        db.execute(f"UPDATE OR REPLACE {table} SET briefing = ? WHERE briefing = ?", (to, name))


def carry_names(old: sqlite3.Connection, new: sqlite3.Connection) -> dict[str, str]:
    """Carry what is known of articles into another file.

    Returns the names there by those in the old file. An article that both files know by an address, a file or its words is one;
    otherwise no two have the same name.
    """
    names: dict[str, str] = {}
    for (name,) in old.execute("SELECT DISTINCT briefing FROM identities").fetchall():
        facts = old.execute("SELECT kind, value FROM identities WHERE briefing = ?", (name,)).fetchall()
        names[name] = put_article(new, name, facts, _marks(old, name))
    return names


def known_facts(db: sqlite3.Connection, name: str) -> tuple[list[tuple[str, str]], set[int]]:
    """Return ids, addresses and files of an article, and the sample of its words."""
    facts = db.execute("SELECT kind, value FROM identities WHERE briefing = ? ORDER BY rowid", (name,)).fetchall()
    return facts, _marks(db, name)


def put_article(db: sqlite3.Connection, name: str, facts: list[tuple[str, str]], marks: set[int]) -> str:
    """Enter an article that another file knows as `name`; return its name here."""
    there = _same_article(db, facts, marks) or (_free_name(db, name) if _is_used(db, name) else name)
    db.executemany("INSERT OR IGNORE INTO identities VALUES (?, ?, ?)", [(*fact, there) for fact in facts])
    if not _marks(db, there):
        db.executemany("INSERT INTO marks VALUES (?, ?)", [(mark, there) for mark in marks])
    return there


def _same_article(db: sqlite3.Connection, facts: list[tuple[str, str]], marks: set[int]) -> str | None:
    for kind in ("address", "file"):
        for of_kind, value in facts:
            if of_kind == kind and (found := _named(db, kind, value)):
                return found[0][0]
    return next((name for likely, name in _alike(db, sorted(marks)) if likely >= ALIKE), None)
