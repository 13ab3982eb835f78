"""Write articles into the tables of the index, and remove them."""

import json
import sqlite3
from collections.abc import Collection, Iterable, Iterator
from os import stat_result
from zlib import compress, decompress

from briefing_tui.library.index.content import ContentRows, actor_rows, article_row, image_rows, named, quote_rows
from briefing_tui.library.index.folding import folded, words_of
from briefing_tui.library.index.schema import BREAK, DAY_BITS, FIRST_DATED, ITEM_BITS, first_number, item_span, stored_name
from briefing_tui.library.index.shingles import kept_runs
from briefing_tui.model.briefing import Briefing

_COLUMNS = "body, title, quotes, captions, publisher"


class FreeNumbers:
    """Gives new articles their numbers.

    An article gets the first number that is free after the last one of its day. Where the numbers of a day are not enough, those
    of the next days follow; by how many days at most is kept, as searches for days must know (see `LibraryIndex.spill`).
    """

    def __init__(self, db: sqlite3.Connection, reserved: Collection[int] = ()) -> None:
        """Take the open index, and the numbers of removed articles that may come back."""
        self._db, self._reserved = db, reserved
        self._next: dict[int, int] = {}

    def take(self, published: str | None, before: int = -1) -> int:
        """Return a number for a new article of a day.

        The article must be added before the next call. An article whose number was `before` keeps it if its day is the same.
        """
        first = first_number(published)
        if before >= 0 and (before >> DAY_BITS == first >> DAY_BITS if first else before < FIRST_DATED):
            return before
        if first not in self._next:
            last = FIRST_DATED - 1 if first == 0 else first + (1 << DAY_BITS) - 1
            found = self._db.execute("SELECT max(num) FROM articles WHERE num BETWEEN ? AND ?", (first, last)).fetchone()[0]
            self._next[first] = first if found is None else found + 1
        num = self._first_free(self._next[first])
        self._next[first] = num + 1
        spilled = (num - first) >> DAY_BITS
        if first and spilled:
            spill = "INSERT INTO state VALUES ('spill', ?) ON CONFLICT DO UPDATE SET value = max(value, excluded.value)"
            self._db.execute(spill, (spilled,))
        return num

    def _first_free(self, num: int) -> int:
        free = self._first_unused(num)
        while free in self._reserved:
            free = self._first_unused(free + 1)
        return free

    def _first_unused(self, num: int) -> int:
        if self._db.execute("SELECT 1 FROM articles WHERE num = ?", (num,)).fetchone() is None:
            return num
        sql = """SELECT num + 1 FROM articles AS one WHERE num >= ?
            AND NOT EXISTS (SELECT 1 FROM articles WHERE num = one.num + 1) ORDER BY num LIMIT 1"""
        return int(self._db.execute(sql, (num,)).fetchone()[0])


def add_article(db: sqlite3.Connection, num: int, rows: ContentRows, file: str, status: stat_result) -> None:
    """Add an article that is not there yet, without its words (see `add_words`)."""
    row = (num, *article_row(rows, stored_name(file), status))
    db.execute(f"INSERT INTO articles VALUES ({', '.join('?' * len(row))})", row)
    made = rows.briefing
    if made is None:
        return
    names, kinds = _add_names(db, made)
    base = num << ITEM_BITS
    db.execute("INSERT INTO texts VALUES (?, ?)", (num, compress(rows.body.encode("utf-8", "replace"))))
    db.executemany(f"INSERT INTO quotes VALUES ({', '.join('?' * 14)})", quote_rows(rows, base, names))
    db.executemany("INSERT INTO actors VALUES (?, ?, ?, ?, ?, ?, ?)", actor_rows(rows, base, names, kinds))
    db.executemany("INSERT INTO images VALUES (?, ?, ?, ?, ?, ?)", image_rows(rows, base))
    db.executemany(
        "INSERT INTO name_words VALUES (?, ?, 1) ON CONFLICT DO UPDATE SET uses = uses + 1", _name_words(db, item_span(num))
    )


def add_words(db: sqlite3.Connection, numbers: Iterable[int]) -> None:
    """Index the words of articles that were added. The numbers must ascend, as SQLite is much slower otherwise."""
    numbers = list(numbers)
    rows = ((num, *word_columns(db, num)) for num in numbers)
    db.executemany(f"INSERT INTO words (rowid, {_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?)", rows)
    runs = (row for num in numbers for row in _runs(db, num))
    db.executemany("INSERT INTO shingles (rowid, runs) VALUES (?, ?)", runs)


def remove_article(db: sqlite3.Connection, num: int) -> None:
    """Remove an article with all that belongs to it."""
    values = (num, *word_columns(db, num))
    db.execute(f"INSERT INTO words (words, rowid, {_COLUMNS}) VALUES ('delete', ?, ?, ?, ?, ?, ?)", values)
    db.executemany("INSERT INTO shingles (shingles, rowid, runs) VALUES ('delete', ?, ?)", list(_runs(db, num)))
    span = item_span(num)
    words = _name_words(db, span)
    db.executemany("UPDATE name_words SET uses = uses - 1 WHERE word = ? AND name = ?", words)
    db.executemany("DELETE FROM name_words WHERE word = ? AND name = ? AND uses = 0", words)
    spoken = [name for (name,) in db.execute("SELECT name FROM quotes WHERE num BETWEEN ? AND ? AND name IS NOT NULL", span)]
    acting = [name for (name,) in db.execute("SELECT name FROM actors WHERE num BETWEEN ? AND ?", span)]
    db.executemany("UPDATE names SET quotes = quotes - 1 WHERE num = ?", [(name,) for name in spoken])
    names = [(name,) for name in {*spoken, *acting}]
    db.executemany("UPDATE names SET articles = articles - 1 WHERE num = ?", names)
    db.executemany("DELETE FROM names WHERE num = ? AND articles = 0", names)
    for table in ("quotes", "actors", "images"):
        db.execute(f"DELETE FROM {table} WHERE num BETWEEN ? AND ?", span)
    db.execute("DELETE FROM texts WHERE article = ?", (num,))
    db.execute("DELETE FROM articles WHERE num = ?", (num,))


def word_columns(db: sqlite3.Connection, num: int) -> tuple[str, ...]:
    """Return what the index of words holds of an article, from its rows.

    Columns: body, title, quotes, captions, publisher. The quotes are those that the body lacks.
    """
    title, kicker, lead, publisher = db.execute(
        "SELECT title, kicker, lead, publisher FROM articles WHERE num = ?", (num,)
    ).fetchone()
    body = db.execute("SELECT body FROM texts WHERE article = ?", (num,)).fetchone()
    span = item_span(num)
    loose = "SELECT words FROM quotes WHERE num BETWEEN ? AND ? AND (paragraph IS NULL OR places LIKE '%null%')"
    quotes = db.execute(loose, span).fetchall()
    images = db.execute("SELECT caption, alt, credit FROM images WHERE num BETWEEN ? AND ?", span).fetchall()
    columns = (
        decompress(body[0]).decode() if body else "",
        BREAK.join(filter(None, (title, kicker, lead))),
        BREAK.join(words for (words,) in quotes),
        BREAK.join(text for row in images for text in row if text),
        publisher or "",
    )
    return tuple(map(folded, columns))


def _add_names(db: sqlite3.Connection, briefing: Briefing) -> tuple[dict[str, int], dict[str, str]]:
    """Count the names of an article; return their numbers and kinds by their keys."""
    numbers: dict[str, int] = {}
    kinds: dict[str, str] = {}
    for key, name, kind, quotes in named(briefing):
        numbers[key], kinds[key] = db.execute(
            """INSERT INTO names (key, name, kind, quotes, articles) VALUES (?, ?, ?, ?, 1) ON CONFLICT (key) DO UPDATE
            SET quotes = quotes + excluded.quotes, articles = articles + 1, kind = coalesce(kind, excluded.kind)
            RETURNING num, kind""",
            (key, name, kind, quotes),
        ).fetchone()
    return numbers, kinds


def _name_words(db: sqlite3.Connection, span: tuple[int, int]) -> list[tuple[str, int]]:
    """Return each word of the names that an article's actors and speakers have there, with the name's number."""
    forms = db.execute(
        """SELECT names.num, names.name, aliases FROM actors JOIN names ON names.num = actors.name
        WHERE actors.num BETWEEN ? AND ?""",
        span,
    ).fetchall()
    forms += db.execute(
        """SELECT names.num, names.name, NULL FROM quotes JOIN names ON names.num = quotes.name
        WHERE quotes.num BETWEEN ? AND ?""",
        span,
    ).fetchall()
    found: set[tuple[str, int]] = set()
    for num, name, aliases in forms:
        for form in (name, *(json.loads(aliases) if aliases else ())):
            found.update((word, num) for word in words_of(form))
    return sorted(found)


def _runs(db: sqlite3.Connection, num: int) -> Iterator[tuple[int, str]]:
    """Yield the rows of `shingles` for an article's quotes."""
    for quote, words in db.execute("SELECT num, words FROM quotes WHERE num BETWEEN ? AND ?", item_span(num)).fetchall():
        yield quote, " ".join(kept_runs(words_of(words)))
