"""The tables of the index. docs/index.md describes them for other programs.

An article's number begins with its day, so that the newest articles have the highest numbers: what is asked for newest first
needs no sorting. Numbers of its quotes, actors and images begin with the article's.
"""

import os
import re
from datetime import date

VERSION = 1
"""The version of the tables, in the name of the index's file and in its `user_version`; another version is made anew."""

DAY_BITS = 10
"""Bits of an article's number below its day. Of a day with more articles than that, some get numbers of the next days."""
ITEM_BITS = 17
"""Bits of a quote's or actor's number below its article's: as few as keep it within six bytes. Items beyond that are left out."""
MOST_ITEMS = 1 << ITEM_BITS
_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_FIRST_DAY = date(1583, 1, 1)
"""The first day of the first whole year of our calendar; earlier days count as none."""
FIRST_DATED = _FIRST_DAY.toordinal() << DAY_BITS
"""The least number of an article with a day."""

_TOKENS = "unicode61 remove_diacritics 0 categories 'L* N* Co Mn Mc'"
"""Marks belong to words, as the vowels of Indic scripts are marks; accents are gone already (see `folding`)."""

BREAK = "\n\n"
"""What separates headings and paragraphs in an article's text, and the parts of a quote."""

TABLES = (
    "CREATE TABLE state (key TEXT PRIMARY KEY, value) WITHOUT ROWID",
    """CREATE TABLE files (
        name TEXT PRIMARY KEY, size INTEGER NOT NULL, modified INTEGER NOT NULL, changed INTEGER NOT NULL, inode INTEGER NOT NULL,
        article INTEGER
    ) WITHOUT ROWID""",
    """CREATE TABLE articles (
        num INTEGER PRIMARY KEY, id TEXT NOT NULL, file TEXT NOT NULL, title TEXT, kicker TEXT, lead TEXT, publisher TEXT,
        published TEXT, language TEXT, authors TEXT, url TEXT, kind TEXT, minutes INTEGER, quotes INTEGER, actors INTEGER,
        images INTEGER, modified REAL NOT NULL, address TEXT, problem_line INTEGER, problem TEXT, problem_do TEXT, layout TEXT
    )""",
    "CREATE INDEX articles_id ON articles (id)",
    "CREATE INDEX articles_publisher ON articles (publisher)",
    "CREATE INDEX articles_address ON articles (address) WHERE address IS NOT NULL",
    "CREATE TABLE texts (article INTEGER PRIMARY KEY, body BLOB NOT NULL)",
    """CREATE TABLE quotes (
        num INTEGER PRIMARY KEY, id TEXT NOT NULL, name INTEGER, actor INTEGER, called TEXT, verb TEXT, is_partial INTEGER,
        inferred INTEGER, section INTEGER, paragraph INTEGER, start INTEGER, "end" INTEGER, words TEXT NOT NULL, places TEXT
    )""",
    "CREATE INDEX quotes_name ON quotes (name) WHERE name IS NOT NULL",
    """CREATE TABLE actors (
        num INTEGER PRIMARY KEY, id TEXT, name INTEGER NOT NULL, kind TEXT, roles TEXT, aliases TEXT, mentions INTEGER NOT NULL
    )""",
    "CREATE INDEX actors_name ON actors (name)",
    "CREATE TABLE images (num INTEGER PRIMARY KEY, id TEXT NOT NULL, caption TEXT, alt TEXT, credit TEXT, section TEXT)",
    """CREATE TABLE names (
        num INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, name TEXT NOT NULL, kind TEXT, quotes INTEGER NOT NULL,
        articles INTEGER NOT NULL
    )""",
    """CREATE TABLE name_words (
        word TEXT NOT NULL, name INTEGER NOT NULL, uses INTEGER NOT NULL, PRIMARY KEY (word, name)
    ) WITHOUT ROWID""",
    f"""CREATE VIRTUAL TABLE words USING fts5 (
        body, title, quotes, captions, publisher, content = '', tokenize = "{_TOKENS}"
    )""",
    "CREATE VIRTUAL TABLE shingles USING fts5 (runs, content = '', columnsize = 0, detail = none)",
)
"""The statements that make the tables.

`words` has the most common column first, as a word in any other takes two bytes more. Its quotes are those that the body lacks.
"""


def first_number(published: str | None) -> int:
    """Return the least number of an article of a day.

    The day is given as ISO 8601; without a day, or for another text, it is 0.
    """
    if not published or not _DAY.fullmatch(published):
        return 0
    try:
        day = date.fromisoformat(published)
    except ValueError:
        return 0
    return day.toordinal() << DAY_BITS if day >= _FIRST_DAY else 0


def last_number(published: str | None) -> int:
    """Return the highest number of an article up to a day.

    Without a day it is that of any article.
    """
    first = first_number(published)
    return first + (1 << DAY_BITS) - 1 if first else (1 << 62)


def stored_name(name: str) -> str | bytes:
    """Return a file's name as SQLite can store it.

    It is bytes if the name is not UTF-8.
    """
    try:
        name.encode()
    except UnicodeEncodeError:
        return os.fsencode(name)
    return name


def known_name(stored: str | bytes) -> str:
    """Return the file's name that was stored.

    It must be read as it is stored, or as bytes.
    """
    try:
        return stored.decode() if isinstance(stored, bytes) else stored
    except UnicodeDecodeError:
        return os.fsdecode(stored)


def item_span(num: int) -> tuple[int, int]:
    """Return the first and the last number of an article's items."""
    return num << ITEM_BITS, (num + 1 << ITEM_BITS) - 1
