"""Notes as rows of the store and back, and what is asked of them: filters and orders as SQL."""

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

_ORDERS: dict[Order, str] = {
    "place": "briefing, position, created, num",
    "time": "modified, num",
    "newest": "modified DESC, num DESC",
}
_FEW = 2000


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
        "revision": note.revision, "signs": cjk_index.index_of((note.body, note.selector.exact, *note.tags)),
    }  # fmt: skip


class _Row(msgspec.Struct, array_like=True, gc=False):
    """What COLUMNS hold, unless the file is damaged: the engine itself takes anything in any column. (Of a class the decoder
    knows the types; those of a bare tuple it would gather anew for each row, which takes longer than all the rest.)"""

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


_anchor = msgspec.json.Decoder(tuple[bool | None, tuple[int, int], float | None, str])
_tags = msgspec.json.Decoder(tuple[str, ...])


def note_of(row: Sequence[Any]) -> Note:
    """The note of a row that begins with COLUMNS. Raises msgspec.MsgspecError for a damaged one."""
    said = msgspec.convert(tuple(row), _Row)
    words = Selector(said.exact, said.prefix, said.suffix, said.position, *_anchor.decode(said.anchor))
    note = (said.id, said.briefing, said.kind, said.item, words, said.section, said.attribution, said.body, said.colour)
    return Note(*note, _tags.decode(said.tags), said.created, said.modified, said.revision)


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
    for word in filter(cjk_index.is_looked_for, wanted.text.split()):
        query.add("(body LIKE ? ESCAPE '\\' OR exact LIKE ? ESCAPE '\\' OR tags LIKE ? ESCAPE '\\')", *[_escaped(word)] * 3)
    return query


def _indexed(db: sqlite3.Connection, text: str) -> str:
    """What the notes have in the index that may hold a text; a file of the first format that can't be written lacks the signs."""
    has_signs = db.execute("PRAGMA user_version").fetchone()[0] > 1
    asked: list[str] = []
    for word in text.split():
        if not cjk_index.is_looked_for(word):
            asked += [f'"{part}"*' for part in re.findall(r"[^\W_]+", word)]
        elif has_signs:
            asked += cjk_index.asked(word)
    return " AND ".join(asked)


def _limited(limit: int | None, offset: int) -> str:
    return f" LIMIT {-1 if limit is None else int(limit)} OFFSET {int(offset)}"


def _hits(db: sqlite3.Connection, match: str) -> set[int]:
    """The notes that the index has; they come as one text, for as rows they take twice the time."""
    found: str = db.execute("SELECT json_group_array(rowid) FROM words WHERE words MATCH ?", (match,)).fetchone()[0]
    return msgspec.json.decode(found, type=set[int])


def select(db: sqlite3.Connection, wanted: Wanted, order: Order, limit: int | None, offset: int) -> sqlite3.Cursor:
    """The rows of the notes that are wanted. Where few hold the text they are sorted, else the order's index is walked."""
    query = _query(wanted)
    by = _ORDERS[order]
    if match := _indexed(db, wanted.text):
        hits = _hits(db, match)
        if len(hits) < _FEW:
            query.where.insert(1, f"num IN ({', '.join(map(str, hits))})")
            by = "+" + by.replace(", ", ", +")
        else:
            # Handing the engine a hundred thousand numbers takes it longer than asking for each until there are enough.
            db.create_function("is_hit", 1, hits.__contains__)
            query.where.insert(1, "is_hit(num)")
    sql = f"SELECT {COLUMNS} FROM notes WHERE {' AND '.join(query.where)} ORDER BY {by}{_limited(limit, offset)}"
    return db.execute(sql, query.values)


def count(db: sqlite3.Connection, wanted: Wanted) -> int:
    """How many notes are wanted."""
    query = _query(wanted)
    if match := _indexed(db, wanted.text):
        query.add("num IN (SELECT rowid FROM words WHERE words MATCH ?)", match)
    found: int = db.execute(f"SELECT count(*) FROM notes WHERE {' AND '.join(query.where)}", query.values).fetchone()[0]
    return found
