"""The index of one folder of briefings, and the questions that it answers.

    index = open_index(folder)
    index.refresh()
    index.quotes(name)

A `LibraryIndex` is for one thread at a time; each thread and each program opens its own. Any number may read while one refreshes.
What comes out goes through `text.safety`, as the content files did, in case someone wrote into the index. An index that turns
out to be damaged is made anew and asked again.
"""

import json
import sqlite3
from collections.abc import Callable, Collection, Iterable, Sequence
from contextlib import suppress
from datetime import date
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Any, TypeVar

from briefing_tui.library.folder import has_more_files
from briefing_tui.library.index import refreshing
from briefing_tui.library.index.database import CACHE_KIB, IndexFile, index_file, is_useless, trouble_of
from briefing_tui.library.index.errors import IndexTrouble
from briefing_tui.library.index.records import GAP, ActorRecord, ArticleBlock, ArticleRecord, NameRecord, QuoteRecord
from briefing_tui.library.index.refreshing import Cancelled, Refreshed, Report
from briefing_tui.library.index.rows import (
    ACTORS,
    ARTICLE_COLUMNS,
    QUOTES,
    StoredArticle,
    actor_record,
    article_blocks,
    article_record,
    quote_record,
)
from briefing_tui.library.index.schema import (
    BREAK,
    DAY_BITS,
    FIRST_DATED,
    ITEM_BITS,
    item_span,
    stored_name,
)
from briefing_tui.model.briefing import LEAD
from briefing_tui.text.safety import harmless, unusual_character

__all__ = [
    "ActorRecord",
    "ArticleBlock",
    "ArticleRecord",
    "IndexTrouble",
    "LibraryIndex",
    "NameRecord",
    "QuoteRecord",
    "Refreshed",
    "open_index",
]  # fmt: skip

_Answer = TypeVar("_Answer")
FEW_FILES = 200
"""Files of a small folder: it is brought up to date before a question is answered."""
_MANY = 500
"""Values that one statement is given."""

_WEIGHTS = "1, 6, 2, 1, 0"
"""How much a word counts in the body, title, quotes, captions and publisher."""


def open_index(folder: Path, cache: Path | None = None, is_kept: bool = True, cache_kib: int = CACHE_KIB) -> "LibraryIndex":
    """Return the index of a folder.

    Its file is opened on first use, and made if there is none.

    Args:
        folder: the folder of content files; it need not exist.
        cache: the folder of the index's file, by default the user's cache folder.
        is_kept: whether the index is kept on the disk; otherwise it is made in memory and lost when it is closed.
        cache_kib: the most pages of its file that are in memory, in KiB.
    """
    from briefing_tui.settings import paths

    return LibraryIndex(folder, index_file(cache or paths.cache(), folder), is_kept, cache_kib)


class LibraryIndex:
    """The index of one folder. All calls raise IndexTrouble, and nothing else."""

    def __init__(self, folder: Path, path: Path, is_kept: bool = True, cache_kib: int = CACHE_KIB) -> None:
        """Set the folder, the index's file, whether the index is kept there, and its pages in memory."""
        self.folder, self.path = folder, path
        self.report: Report | None = None
        """Called while files are read: with their number, and that of all to be read."""
        self._file = IndexFile(path, folder, is_kept, cache_kib)
        self._is_large = False
        self._known_at: tuple[int, ...] = ()
        self._known: dict[str, list[tuple[Any, ...]]] = {}
        """Rows by the statement that asked for them, as long as the index is as it was then."""

    def __enter__(self) -> "LibraryIndex":
        """Return the index itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close it."""
        self.close()

    def close(self) -> None:
        """Close the file; a later call opens it again."""
        self._file.close()

    def interrupt(self) -> None:
        """End a question of another thread, in which it raises IndexTrouble."""
        self._file.interrupt()

    def refresh(self, cancelled: Cancelled | None = None) -> Refreshed:
        """Bring the index up to date with the folder: new, changed, moved and deleted files.

        With nothing changed it looks at every file's size and times. `cancelled` is asked between batches of files; what was read
        until then is kept. While another program refreshes, it returns at once with `is_complete` False.
        """
        return self._ask(lambda _: refreshing.refresh(self._file, self.folder, self.report, cancelled))

    def refresh_if_small(self) -> None:
        """Bring the index of a small folder up to date.

        That of a large one is left to what runs in the background, even if it becomes a small one meanwhile.
        """
        self._is_large = self._is_large or has_more_files(self.folder, FEW_FILES)
        if not self._is_large:
            self.refresh()

    def purge(self) -> None:
        """Bring the index up to date, and overwrite what it had of deleted files."""
        self._ask(lambda db: db.execute("PRAGMA secure_delete = ON").fetchall())
        self.refresh()
        self._ask(lambda _: self._file.compact())

    def is_current(self) -> bool:
        """Return whether no file came or went since the last complete refresh.

        It looks at the folder only: a file that was written in place is not noticed.
        """
        return self._ask(lambda _: refreshing.is_current(self._file, self.folder))

    def is_made(self) -> bool:
        """Return whether the index has ever been complete.

        What it lacks then are only changes.
        """
        return self._ask(lambda _: refreshing.is_made(self._file))

    def has_changed(self, files: Iterable[str]) -> bool:
        """Return whether any of these files is another now than in the index."""
        for file in files:
            rows = self._rows("SELECT size, modified, changed, inode FROM files WHERE name = ?", (stored_name(file),))
            if not rows or not refreshing.is_same(self.folder / file, rows[0]):
                return True
        return False

    # Articles

    def articles(self, limit: int | None = None, before: int | None = None) -> list[ArticleRecord]:
        """Return the articles, the newest first; those without a day come last.

        Args:
            limit: the most that are returned.
            before: the number of an article; those that follow it are returned.
        """
        sql = f"SELECT {ARTICLE_COLUMNS} FROM articles WHERE num < ? ORDER BY num DESC LIMIT ?"
        highest = (1 << 62) if before is None else before
        return list(map(article_record, self._rows(sql, (highest, -1 if limit is None else limit))))

    def listing(self) -> list[tuple[Any, ...]]:
        """Return what lists show of all articles, as quickly as possible.

        The newest come first, those of one day by id. A row has the article's number, file, id, title, publisher, published,
        minutes, numbers of quotes, actors and images, when the file was written, and the problem's line, what and do.
        """
        facts = "num, file, id, title, publisher, published, minutes, quotes, actors, images, modified"
        sql = f"SELECT {facts}, problem_line, problem, problem_do FROM articles ORDER BY num DESC"
        rows = self._ask(lambda _: self._file.as_stored(sql))
        if any(map(unusual_character, _texts_of(rows))):
            rows = [(*row[:2], *(harmless(one) if isinstance(one, str) else one for one in row[2:])) for row in rows]
        rows.sort(key=_day_of, reverse=True)  # Numbers tell the day of nearly all.
        return [row for _, of_day in groupby(rows, key=_day_of) for row in sorted(of_day, key=itemgetter(2))]

    def count(self) -> int:
        """Return the number of articles."""
        return self._ask(lambda db: int(db.execute("SELECT count(*) FROM articles").fetchone()[0]))

    def article(self, num: int) -> ArticleRecord | None:
        """Return an article by its number."""
        return next(iter(self._articles("num = ?", (num,))), None)

    def stored_articles(self, numbers: Sequence[int], has_quotes: bool, has_captions: bool) -> dict[int, StoredArticle]:
        """Return articles with their texts by their numbers.

        Several are asked for at once, as that takes a fraction of the time.

        Args:
            numbers: the articles' numbers, some dozens at most.
            has_quotes: whether the words of their quotes are wanted.
            has_captions: whether their captions are.
        """
        wanted = (json.dumps(list(numbers)),)
        of_wanted = "num IN (SELECT value FROM json_each(?))"
        sql = f"SELECT {StoredArticle.COLUMNS} FROM articles LEFT JOIN texts ON article = num WHERE {of_wanted}"
        found = {row[0]: StoredArticle(row) for row in self._rows(sql, wanted)}
        if has_quotes:
            for num, words in self._rows(f"SELECT items.num, words FROM {_items('quotes')}", wanted):
                found[num >> ITEM_BITS].quoted.append((num, words.replace(BREAK, GAP)))
        if has_captions:
            for num, image, *texts in self._rows(
                f"SELECT items.num, items.id, caption, alt, credit FROM {_items('images')}", wanted
            ):
                found[num >> ITEM_BITS].captions += _texts_of_image(image, texts)
        return found

    def articles_by_number(self, numbers: Iterable[int]) -> list[ArticleRecord]:
        """Return articles by their numbers, in the order of their numbers."""
        found = [
            article for some in _portions(sorted(set(numbers))) for article in self._articles(f"num IN ({_marks(some)})", some)
        ]
        return sorted(found, key=lambda article: article.num)

    def articles_called(self, article_id: str) -> list[ArticleRecord]:
        """Return the articles with an id: usually one or none."""
        return self._articles("id = ?", (article_id,))

    def articles_at(self, address: str) -> list[ArticleRecord]:
        """Return the articles with the key of an address (`ArticleRecord.address`): usually one or none."""
        return self._articles("address = ?", (address,))

    def path_of(self, article: ArticleRecord) -> Path:
        """Return the path of an article's content file."""
        return self.folder / article.file

    def blocks(self, num: int) -> list[ArticleBlock]:
        """Return an article's headings and paragraphs, in order."""
        sql = "SELECT body, layout FROM texts JOIN articles ON num = article WHERE article = ?"
        row = self._ask(lambda db: db.execute(sql, (num,)).fetchone())
        return list(article_blocks(*row)) if row else []

    def headlines(self, num: int) -> list[tuple[str, str]]:
        """Return an article's title, kicker and lead, each after the name of its place.

        That of title and kicker is "title", that of the lead "lead".
        """
        rows = self._rows("SELECT title, kicker, lead FROM articles WHERE num = ?", (num,))
        return [(at, text) for row in rows for at, text in zip(("title", "title", "lead"), row, strict=True) if text]

    def captions_of(self, num: int, is_only_caption: bool = False) -> list[tuple[str, str]]:
        """Return the texts of an article's images, each with the image's id.

        These are the caption and, unless `is_only_caption`, description and credit.
        """
        rows = self._rows("SELECT id, caption, alt, credit FROM images WHERE num BETWEEN ? AND ?", item_span(num))
        most = 1 if is_only_caption else None
        return [pair for image, *texts in rows for pair in _texts_of_image(image, texts[:most])]

    def heading(self, num: int, section: str | None) -> str:
        """Return the heading of a section of an article; empty if there is none."""
        found = (block.text for block in self.blocks(num) if block.section == section and block.paragraph is None)
        return next(found, LEAD if section == "lead" else "")

    def article_in(self, file: str) -> int | None:
        """Return the number of the article in a file, given its name in the folder."""
        rows = self._rows("SELECT article FROM files WHERE name = ?", (stored_name(file),))
        return rows[0][0] if rows else None

    def publishers(self) -> list[tuple[str, int]]:
        """Return every publisher and the number of its articles, those with most first."""
        return self._as_before(
            "SELECT publisher, count(*) AS n FROM articles WHERE publisher > '' GROUP BY publisher ORDER BY n DESC, publisher"
        )

    def spill(self) -> int:
        """Return by how many days, at most, an article's number is too high."""
        rows = self._rows("SELECT value FROM state WHERE key = 'spill'", ())
        return int(rows[0][0]) if rows else 0

    def years(self) -> list[tuple[str, int]]:
        """Return every year of the articles and their number in it, the latest first."""
        sql = f"SELECT num >> {DAY_BITS} AS day, count(*) FROM articles WHERE num >= {FIRST_DATED} GROUP BY day ORDER BY day DESC"
        found: dict[str, int] = {}
        for day, count in self._as_before(sql):
            year = str(date.fromordinal(day).year)
            found[year] = found.get(year, 0) + count
        return list(found.items())

    # Quotes

    def quotes(self, names: int | Collection[int], limit: int | None = None, before: int | None = None) -> list[QuoteRecord]:
        """Return the quotes by a name or several (`NameRecord.num`), those of the newest articles first.

        `before`: the number of a quote; those that follow it are returned.
        """
        several = (names,) if isinstance(names, int) else tuple(names)
        last, most = (1 << 62) if before is None else before, -1 if limit is None else limit
        found: list[QuoteRecord] = []
        for some in _portions(several):
            sql = f"{QUOTES} WHERE quotes.name IN ({_marks(some)}) AND quotes.num < ? ORDER BY quotes.num DESC LIMIT ?"
            found += self._quotes(sql, (*some, last, most))
        if len(several) > _MANY:
            found.sort(key=lambda quote: -quote.num)
        return found[:limit]

    def quotes_of(self, article: int) -> list[QuoteRecord]:
        """Return an article's quotes, in its order."""
        return self._quotes(f"{QUOTES} WHERE quotes.num BETWEEN ? AND ? ORDER BY quotes.num", item_span(article))

    def quotes_by_number(self, numbers: Iterable[int]) -> list[QuoteRecord]:
        """Return quotes by their numbers, in the order of their numbers."""
        found: list[QuoteRecord] = []
        for some in _portions(sorted(set(numbers))):
            found += self._quotes(f"{QUOTES} WHERE quotes.num IN ({_marks(some)}) ORDER BY quotes.num", some)
        return found

    def quotes_like(self, text: str, most: int = 50, common: int = 2000) -> list[tuple[int, int]]:
        """Return the numbers of quotes that share words with a text.

        With each comes how many runs of three words it shares; those that share most come first. They are candidates only: their
        words must be compared. Whatever shares eight words in a row with the text is among them.

        Args:
            text: words of a quote, or of a part of it.
            most: the most quotes that are returned.
            common: runs that more quotes than this have are looked at only if there are no others.
        """
        from briefing_tui.library.index.folding import words_of
        from briefing_tui.library.index.shingles import runs_of

        runs = sorted(set(runs_of(words_of(text))))
        return self._ask(lambda db: _sharing(db, runs, common))[:most]

    # Actors and names

    def actors_of(self, article: int) -> list[ActorRecord]:
        """Return an article's actors, in its order."""
        return self._actors(f"{ACTORS} WHERE actors.num BETWEEN ? AND ? ORDER BY actors.num", item_span(article))

    def actors_named(self, name: int) -> list[ActorRecord]:
        """Return the actors with a name (`NameRecord.num`), one for each article.

        Those of the newest articles come first.
        """
        return self._actors(f"{ACTORS} WHERE actors.name = ? ORDER BY actors.num DESC", (name,))

    def all_actors(self) -> Iterable[ActorRecord]:
        """Yield the actors of all articles, by article, in little memory. Nothing may be written meanwhile."""
        rows = self._ask(lambda db: db.execute(f"{ACTORS} ORDER BY actors.num"))
        yield from map(actor_record, rows)

    def names(self, least_articles: int = 0, limit: int | None = None) -> list[NameRecord]:
        """Return the names of actors and speakers, those with most quotes first, then by name."""
        return self._names("articles >= ? ORDER BY quotes DESC, name LIMIT ?", (least_articles, -1 if limit is None else limit))

    def name(self, name: str) -> NameRecord | None:
        """Return the record of a name; None if no article has it.

        Case and kinds of marks do not matter.
        """
        from briefing_tui.anchoring.anchors import name_key

        return next(iter(self._names("key = ?", (name_key(name),))), None)

    def names_by_number(self, numbers: Iterable[int]) -> list[NameRecord]:
        """Return names by their numbers, those with most quotes first."""
        found = [name for some in _portions(sorted(set(numbers))) for name in self._names(f"num IN ({_marks(some)})", some)]
        return sorted(found, key=lambda name: (-name.quotes, name.name))

    def names_with_words(self, words: str, is_prefix: bool = False) -> list[NameRecord]:
        """Return the names that have all of these words, in themselves or in an alias.

        Those with most quotes come first. With `is_prefix` the last word may be the beginning of one.
        """
        return self.names_by_number(self.name_numbers(words, is_prefix))

    def name_numbers(self, words: str, is_prefix: bool = False) -> set[int]:
        """Return the numbers of the names that `names_with_words` returns."""
        from briefing_tui.library.index.folding import words_of

        found: set[int] | None = None
        wanted = words_of(words)
        for at, word in enumerate(wanted):
            last = f"{word}\U0010ffff" if is_prefix and at == len(wanted) - 1 else word
            sql = "SELECT name FROM name_words WHERE word BETWEEN ? AND ?"
            have = {num for (num,) in self._rows(sql, (word, last))}
            found = have if found is None else found & have
        return found or set()

    def articles_by_speaker(self, names: Iterable[int]) -> set[int]:
        """Return the numbers of the articles that quote one of the names."""
        return self._articles_having("quotes", names)

    def articles_with_actor(self, names: Iterable[int]) -> set[int]:
        """Return the numbers of the articles that have an actor with one of the names."""
        return self._articles_having("actors", names)

    def uses_of(self, names: Collection[int], in_quotes: bool = False) -> int:
        """Return the number of articles with each of the names, added up.

        With `in_quotes`, it is the most that may quote them.
        """
        uses = "min(quotes, articles)" if in_quotes else "articles"
        sql = f"SELECT coalesce(sum({uses}), 0) FROM names WHERE num IN (SELECT value FROM json_each(?))"
        return int(self._rows(sql, (json.dumps(list(names)),))[0][0])

    def names_quoted_in(self, num: int) -> set[int]:
        """Return the numbers of the names that an article quotes."""
        return {name for (name,) in self._rows("SELECT name FROM quotes WHERE num BETWEEN ? AND ?", item_span(num))}

    def names_acting_in(self, num: int) -> set[int]:
        """Return the numbers of the names of an article's actors."""
        return {name for (name,) in self._rows("SELECT name FROM actors WHERE num BETWEEN ? AND ?", item_span(num))}

    def _articles_having(self, table: str, names: Iterable[int]) -> set[int]:
        found: set[int] = set()
        for some in _portions(sorted(set(names))):
            sql = f"SELECT DISTINCT num >> {ITEM_BITS} FROM {table} WHERE name IN ({_marks(some)})"
            found.update(num for (num,) in self._rows(sql, some))
        return found

    # Words

    def numbers(self, lowest: int, highest: int, limit: int | None = None) -> list[int]:
        """Return the numbers of articles from one to another, the highest first."""
        sql = "SELECT num FROM articles WHERE num BETWEEN ? AND ? ORDER BY num DESC LIMIT ?"
        return [num for (num,) in self._rows(sql, (lowest, highest, -1 if limit is None else limit))]

    def matching(
        self, expression: str, lowest: int, highest: int, limit: int | None = None, among: Collection[int] | None = None
    ) -> list[int]:
        """Return the numbers of articles that an expression of SQLite's FTS5 finds, the highest first.

        With `among` only these articles are returned.
        """
        where, values = _among(among)
        sql = f"SELECT rowid FROM words WHERE words MATCH ? AND rowid BETWEEN ? AND ? {where} ORDER BY rowid DESC LIMIT ?"
        return [num for (num,) in self._rows(sql, (expression, lowest, highest, *values, -1 if limit is None else limit))]

    def best(self, expression: str, lowest: int, highest: int, most: int, among: Collection[int] | None = None) -> list[int]:
        """Return the newest articles that an expression finds, those that fit best first.

        They are ordered by BM25, and given by their numbers. With `among` only these articles are returned.
        """
        where, values = _among(among)
        sql = f"""SELECT num FROM (SELECT rowid AS num, bm25(words, {_WEIGHTS}) AS score FROM words
            WHERE words MATCH ? AND rowid BETWEEN ? AND ? {where} ORDER BY rowid DESC LIMIT ?) ORDER BY score, num DESC"""
        return [num for (num,) in self._rows(sql, (expression, lowest, highest, *values, most))]

    def articles_with_words(self, words: str, column: str = "", limit: int | None = None) -> list[int]:
        """Return the numbers of the articles with these words in a row.

        The newest come first. Case, accents and punctuation do not matter.

        Args:
            words: one or more words; without any, no article is returned.
            column: title, body, quotes, captions or publisher; by default any.
            limit: the most that are returned.
        """
        from briefing_tui.library.index.folding import words_of

        found = " ".join(words_of(words))
        if not found:
            return []
        phrase = f'"{found}"'
        sql = "SELECT rowid FROM words WHERE words MATCH ? ORDER BY rowid DESC LIMIT ?"
        values = (f"{column} : {phrase}" if column else phrase, -1 if limit is None else limit)
        return self._ask(lambda db: [num for (num,) in db.execute(sql, values)])

    # Rows

    def _rows(self, sql: str, values: Sequence[object]) -> list[tuple[Any, ...]]:
        return self._ask(lambda _: self._file.rows(sql, values))

    def _as_before(self, sql: str) -> list[tuple[Any, ...]]:
        """Return rows that are looked up again only if the index has changed since."""
        return self._ask(lambda db: self._known_rows(db, sql))

    def _known_rows(self, db: sqlite3.Connection, sql: str) -> list[tuple[Any, ...]]:
        state = id(db), db.total_changes, db.execute("PRAGMA data_version").fetchone()[0]
        if self._known_at != state:
            self._known_at, self._known = state, {}
        if sql not in self._known:
            self._known[sql] = db.execute(sql).fetchall()
        return self._known[sql]

    def _articles(self, where: str, values: Sequence[object]) -> list[ArticleRecord]:
        return list(map(article_record, self._rows(f"SELECT {ARTICLE_COLUMNS} FROM articles WHERE {where}", values)))

    def _names(self, where: str, values: Sequence[object]) -> list[NameRecord]:
        sql = f"SELECT num, key, name, kind, quotes, articles FROM names WHERE {where}"
        return [NameRecord(*row) for row in self._rows(sql, values)]

    def _quotes(self, sql: str, values: Sequence[object]) -> list[QuoteRecord]:
        return list(map(quote_record, self._rows(sql, values)))

    def _actors(self, sql: str, values: Sequence[object]) -> list[ActorRecord]:
        return list(map(actor_record, self._rows(sql, values)))

    def _ask(self, question: Callable[[sqlite3.Connection], _Answer]) -> _Answer:
        """Ask the index; if it turns out to be damaged, make it anew and ask again."""
        try:
            try:
                return question(self._file.db)
            except (sqlite3.DatabaseError, json.JSONDecodeError) as error:
                if isinstance(error, sqlite3.Error) and not is_useless(error):
                    raise
                self._file.discard()
                with suppress(sqlite3.Error):
                    refreshing.refresh(self._file, self.folder, self.report)
                return question(self._file.db)
        except sqlite3.Error as error:
            raise trouble_of(self.path, error) from error


def _day_of(row: tuple[Any, ...]) -> str:
    """Return the day of a row of a listing; empty without one."""
    return str(row[5]) if row[0] >= FIRST_DATED else ""


def _texts_of(rows: Sequence[tuple[Any, ...]]) -> Iterable[str]:
    """Yield the texts of each column of a listing, all in one."""
    for column in (2, 3, 4, 5, 12, 13):
        yield "\n".join([row[column] for row in rows if row[column] is not None])


def _items(table: str) -> str:
    """Return the source of the items of several articles, which are given as a JSON list."""
    first, after = (f"(wanted.value{more} << {ITEM_BITS})" for more in ("", " + 1"))
    return f"json_each(?) AS wanted JOIN {table} AS items ON items.num >= {first} AND items.num < {after}"


def _texts_of_image(image: str, texts: Iterable[str | None]) -> list[tuple[str, str]]:
    """Return the texts of an image, each after the image's id."""
    return [(image, text) for text in dict.fromkeys(texts) if text]


def _among(numbers: Collection[int] | None) -> tuple[str, tuple[str, ...]]:
    """Return a condition that limits `rowid`, and its value.

    The sign keeps SQLite from searching for the words once for each number.
    """
    return ("", ()) if numbers is None else ("AND +rowid IN (SELECT value FROM json_each(?))", (json.dumps(list(numbers)),))


def _portions(values: Sequence[int]) -> Iterable[Sequence[int]]:
    return (values[at : at + _MANY] for at in range(0, len(values), _MANY))


def _marks(values: Sequence[object]) -> str:
    return ", ".join("?" * len(values))


def _sharing(db: sqlite3.Connection, runs: Sequence[str], common: int) -> list[tuple[int, int]]:
    """Return the quotes that have any of the runs, those that have most of them first."""
    sql = "SELECT rowid FROM shingles WHERE shingles MATCH ? ORDER BY rowid DESC LIMIT ?"
    shared: dict[int, int] = {}
    skipped: list[str] = []
    for run in runs:
        found = db.execute(sql, (f'"{run}"', common + 1)).fetchall()
        if len(found) > common:
            skipped.append(run)
            continue
        for (quote,) in found:
            shared[quote] = shared.get(quote, 0) + 1
    if not shared:
        for run in skipped:
            for (quote,) in db.execute(sql, (f'"{run}"', common)):
                shared[quote] = shared.get(quote, 0) + 1
    return sorted(shared.items(), key=lambda pair: (-pair[1], -pair[0]))
