"""Convert notes to rows and back, and queries for notes to SQL."""

import json
import re
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

import msgspec

from briefing_tui.model.note import Colour, Kind, Note
from briefing_tui.model.selector import Selector
from briefing_tui.notes import cjk_index

Order = Literal["place", "time", "newest"]

COLUMNS = (
    "id, briefing, kind, item, exact, prefix, suffix, position, anchor, section, attribution, body, colour, tags, "
    "created, modified, revision"
)

CHECKED = tuple(name for name in COLUMNS.split(", ") if name != "briefing")
"""The columns that a note's checksum is made from: all but the one that says which article the note is on."""

_ORDERS: dict[Order, str] = {
    "place": "briefing, position, created, num",
    "time": "modified, num",
    "newest": "modified DESC, num DESC",
}
_FEW = 2000


@dataclass(frozen=True, slots=True)
class Wanted:
    """A query for notes; an empty attribute does not limit it.

    - `text`: each word of it begins a word of the note, of the words that the note is on, or of a tag.
    - `tags`: the note has all of them; case is ignored.
    - `kinds`, `colours`, `ids`: the note's is one of them.
    """

    briefing: str | None = None
    kinds: tuple[Kind, ...] = ()
    tags: tuple[str, ...] = ()
    colours: tuple[Colour, ...] = ()
    text: str = ""
    ids: tuple[str, ...] = ()


def row_of(note: Note) -> dict[str, Any]:
    """Return the note's columns by name."""
    words = note.selector
    row = {
        "id": note.id, "briefing": note.briefing, "kind": note.kind, "item": note.item, "exact": words.exact,
        "prefix": words.prefix, "suffix": words.suffix, "position": words.position,
        "anchor": _anchor_of(words),
        "section": note.section, "attribution": note.attribution, "body": note.body, "colour": note.colour,
        "tags": json.dumps(note.tags, ensure_ascii=False), "created": note.created, "modified": note.modified,
        "revision": note.revision, "signs": cjk_index.index_of((note.body, note.selector.exact, *note.tags)),
    }  # fmt: skip
    return {**row, "checksum": checksum([row[name] for name in CHECKED])}


def checksum(values: Sequence[Any]) -> str:
    """Return a checksum of the values of CHECKED; a damaged file has others."""
    from hashlib import blake2b

    text = "\0".join("" if value is None else str(value) for value in values)
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def _anchor_of(words: Selector) -> str:
    about = (words.own, words.neighbours, words.common)
    known = (words.unique, words.shared, words.rival, words.version)
    return json.dumps((*known, *(about if about != ("", ("", ""), ()) else ())), ensure_ascii=False)


class _Row(msgspec.Struct, array_like=True, gc=False):
    """The types of COLUMNS, for checking: a damaged file may hold anything in any column.

    For a class msgspec prepares the check once; for a tuple type it would do so for every row, taking more than twice as long.
    """

    id: str
    briefing: str
    kind: Kind
    item: str
    exact: str
    prefix: str
    suffix: str
    position: int
    anchor: str
    section: str
    attribution: str
    body: str
    colour: Colour | None
    tags: str
    created: str
    modified: str
    revision: int


class _Anchor(msgspec.Struct, array_like=True, gc=False):
    """The attributes of a selector that have no column of their own; those of items are left out for passages."""

    unique: bool | None
    shared: tuple[int, int]
    rival: float | None
    version: str
    own: str = ""
    neighbours: tuple[str, str] = ("", "")
    common: tuple[str, ...] = ()


_anchor = msgspec.json.Decoder(_Anchor)
_tags = msgspec.json.Decoder(tuple[str, ...])


def note_of(row: Sequence[Any]) -> Note:
    """Return the note of a row that begins with COLUMNS.

    Raises msgspec.MsgspecError for a damaged row.
    """
    r = msgspec.convert(tuple(row), _Row)
    a = _anchor.decode(r.anchor)
    known = (a.unique, a.shared, a.rival, a.version, a.own, a.neighbours, a.common)
    words = Selector(r.exact, r.prefix, r.suffix, r.position, *known)
    note = (r.id, r.briefing, r.kind, r.item, words, r.section, r.attribution, r.body, r.colour)
    return Note(*note, _tags.decode(r.tags), r.created, r.modified, r.revision)


def _escaped(word: str) -> str:
    return "%" + word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%"


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
    for word in filter(cjk_index.is_indexed, wanted.text.split()):
        query.add("(body LIKE ? ESCAPE '\\' OR exact LIKE ? ESCAPE '\\' OR tags LIKE ? ESCAPE '\\')", *[_escaped(word)] * 3)
    return query


def _indexed(db: sqlite3.Connection, text: str) -> str:
    """Return the full-text query for notes that may contain a text.

    A read-only file in the first format has no index of signs.
    """
    has_signs = db.execute("PRAGMA user_version").fetchone()[0] > 1
    terms: list[str] = []
    for word in text.split():
        if not cjk_index.is_indexed(word):
            terms += [f'"{part}"*' for part in re.findall(r"[^\W_]+", word)]
        elif has_signs:
            terms += cjk_index.search_terms(word)
    return " AND ".join(terms)


def _limited(limit: int | None, offset: int) -> str:
    return f" LIMIT {-1 if limit is None else int(limit)} OFFSET {int(offset)}"


def _hits(db: sqlite3.Connection, match: str) -> set[int]:
    """Return the row numbers that the index finds; as one JSON text, because rows take twice the time."""
    found: str = db.execute("SELECT json_group_array(rowid) FROM words WHERE words MATCH ?", (match,)).fetchone()[0]
    return msgspec.json.decode(found, type=set[int])


def _statement(db: sqlite3.Connection, wanted: Wanted, order: Order, limit: int | None, offset: int) -> tuple[str, list[Any]]:
    query = _query(wanted)
    by = _ORDERS[order]
    if match := _indexed(db, wanted.text):
        hits = _hits(db, match)
        if len(hits) < _FEW:
            query.where.insert(1, f"num IN ({', '.join(map(str, hits))})")
            by = "+" + by.replace(", ", ", +")
        else:
            # Passing a hundred thousand numbers to SQLite takes longer than testing each row until there are enough.
            db.create_function("is_hit", 1, hits.__contains__)
            query.where.insert(1, "is_hit(num)")
    sql = f"SELECT {COLUMNS} FROM notes WHERE {' AND '.join(query.where)} ORDER BY {by}{_limited(limit, offset)}"
    return sql, query.values


def select(db: sqlite3.Connection, wanted: Wanted, order: Order, limit: int | None, offset: int) -> sqlite3.Cursor:
    """Select the rows of the notes that are wanted.

    If the text is found in few notes, these are sorted; otherwise the index of the order is walked.
    """
    return db.execute(*_statement(db, wanted, order, limit, offset))


def select_snapshot(db: sqlite3.Connection, wanted: Wanted, order: Order) -> sqlite3.Cursor:
    """Select like `select`, from a temporary copy.

    However long it is read, no other program waits. If there is no room for a copy, the rows are read where they are.
    """
    sql, values = _statement(db, wanted, order, None, 0)
    try:
        db.execute(f"CREATE TEMP TABLE snapshot AS {sql}", values)
    except sqlite3.OperationalError:
        return db.execute(sql, values)
    return db.execute("SELECT * FROM snapshot ORDER BY rowid")


def count(db: sqlite3.Connection, wanted: Wanted) -> int:
    """Count the notes that are wanted."""
    query = _query(wanted)
    if match := _indexed(db, wanted.text):
        query.add("num IN (SELECT rowid FROM words WHERE words MATCH ?)", match)
    found: int = db.execute(f"SELECT count(*) FROM notes WHERE {' AND '.join(query.where)}", query.values).fetchone()[0]
    return found
