"""Notes as rows of the store and back, and what is asked of them: filters and orders as SQL."""

import json
import re
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

import msgspec

from briefing_tui.library.note import Colour, Kind, Note
from briefing_tui.selectors import Selector

Order = Literal["place", "time", "newest"]

COLUMNS = (
    "id, briefing, kind, item, exact, prefix, suffix, position, anchor, section, attribution, body, colour, tags, "
    "created, modified, revision"
)

_ORDERS: dict[Order, str] = {
    "place": "briefing, position, created, num",
    "time": "modified, num",
    "newest": "modified DESC, num DESC",
}
_FEW = 2000
_NO_SPACES = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which notes are asked for; what is empty is not asked. `text`: every word of it begins a word of the note, the words
    that it is on, or a tag. `tags`: all of them, whatever their case."""

    briefing: str | None = None
    kinds: tuple[Kind, ...] = ()
    tags: tuple[str, ...] = ()
    colours: tuple[Colour, ...] = ()
    text: str = ""
    ids: tuple[str, ...] = ()


def row_of(note: Note) -> dict[str, Any]:
    """The note's columns by name."""
    words = note.selector
    return {
        "id": note.id, "briefing": note.briefing, "kind": note.kind, "item": note.item, "exact": words.exact,
        "prefix": words.prefix, "suffix": words.suffix, "position": words.position,
        "anchor": json.dumps([words.unique, words.shared, words.rival, words.version]),
        "section": note.section, "attribution": note.attribution, "body": note.body, "colour": note.colour,
        "tags": json.dumps(note.tags, ensure_ascii=False), "created": note.created, "modified": note.modified,
        "revision": note.revision,
    }  # fmt: skip


def note_of(row: Sequence[Any]) -> Note:
    """The note of a row that has COLUMNS."""
    unique, shared, rival, version = msgspec.json.decode(row[8])
    words = Selector(row[4], row[5], row[6], row[7], unique, (shared[0], shared[1]), rival, version)
    note = (row[0], row[1], row[2], row[3], words, row[9], row[10], row[11], row[12], tuple(msgspec.json.decode(row[13])))
    return Note(*note, created=row[14], modified=row[15], revision=row[16])


def _escaped(word: str) -> str:
    return "%" + word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%"


def _parts(text: str) -> tuple[list[str], list[str]]:
    """The words that the index can find, and those that must be looked for: of a script without spaces, or without letters."""
    indexed: list[str] = []
    looked: list[str] = []
    for word in text.split():
        tokens = re.findall(r"[^\W_]+", word)
        if not tokens or _NO_SPACES.search(word):
            looked.append(word)
        else:
            indexed += tokens
    return indexed, looked


@dataclass
class _Query:
    where: list[str]
    values: list[Any]

    def add(self, condition: str, *values: Any) -> None:
        self.where.append(condition)
        self.values += values

    def one_of(self, column: str, values: Sequence[str]) -> None:
        if values:
            self.add(f"{column} IN ({', '.join('?' * len(values))})", *values)


def _query(wanted: Wanted) -> _Query:
    query = _Query(["deleted IS NULL"], [])
    if wanted.briefing is not None:
        query.add("briefing = ?", wanted.briefing)
    query.one_of("kind", wanted.kinds)
    query.one_of("colour", wanted.colours)
    query.one_of("id", wanted.ids)
    for tag in wanted.tags:
        query.add("num IN (SELECT num FROM tags WHERE key = ?)", tag.strip().lstrip("#").casefold())
    for word in _parts(wanted.text)[1]:
        query.add("(body LIKE ? ESCAPE '\\' OR exact LIKE ? ESCAPE '\\' OR tags LIKE ? ESCAPE '\\')", *[_escaped(word)] * 3)
    return query


def _indexed(text: str) -> str:
    return " AND ".join(f'"{word}"*' for word in _parts(text)[0])


def _limited(limit: int | None, offset: int) -> str:
    return f" LIMIT {-1 if limit is None else int(limit)} OFFSET {int(offset)}"


def select(db: sqlite3.Connection, wanted: Wanted, order: Order, limit: int | None, offset: int) -> sqlite3.Cursor:
    """The rows of the notes that are wanted. Where few hold the text they are sorted, else the order's index is walked."""
    query = _query(wanted)
    by = _ORDERS[order]
    if match := _indexed(wanted.text):
        hits = [str(num) for (num,) in db.execute("SELECT rowid FROM words WHERE words MATCH ? LIMIT ?", (match, _FEW))]
        if len(hits) < _FEW:
            query.add(f"num IN ({', '.join(hits)})")
            by = "+" + by.replace(", ", ", +")
        else:
            query.add("+num IN (SELECT rowid FROM words WHERE words MATCH ?)", match)
    sql = f"SELECT {COLUMNS} FROM notes WHERE {' AND '.join(query.where)} ORDER BY {by}{_limited(limit, offset)}"
    return db.execute(sql, query.values)


def count(db: sqlite3.Connection, wanted: Wanted) -> int:
    """How many notes are wanted."""
    query = _query(wanted)
    if match := _indexed(wanted.text):
        query.add("num IN (SELECT rowid FROM words WHERE words MATCH ?)", match)
    found: int = db.execute(f"SELECT count(*) FROM notes WHERE {' AND '.join(query.where)}", query.values).fetchone()[0]
    return found
