"""Rows of the index as records.

What comes out goes through `text.safety` in `database`, but for texts of articles, which do so here.
"""

import json
from collections.abc import Iterable
from functools import cached_property, lru_cache
from typing import Any
from zlib import decompress

from msgspec import DecodeError, Struct
from msgspec.json import Decoder

from briefing_tui.library.index.records import ActorRecord, ArticleBlock, ArticleRecord, QuoteRecord
from briefing_tui.library.index.schema import BREAK, ITEM_BITS, MOST_ITEMS, known_name
from briefing_tui.model.briefing import Place, Problem, QuoteKind
from briefing_tui.text.safety import harmless
from briefing_tui.text.slugs import slug

ARTICLE_COLUMNS = (
    "num, id, CAST(file AS BLOB), title, publisher, published, language, url, kind, minutes, quotes, actors, images, modified, "
    "address, problem_line, problem, problem_do"
)
QUOTES = (
    "SELECT quotes.num, quotes.id, quotes.name, names.name, actor, called, verb, is_partial, inferred, section, paragraph, "
    'start, "end", words, places, layout FROM quotes LEFT JOIN names ON names.num = quotes.name '
    f"JOIN articles ON articles.num = quotes.num >> {ITEM_BITS}"
)
ACTORS = (
    "SELECT actors.num, actors.id, actors.name, names.name, coalesce(actors.kind, names.kind), roles, aliases, mentions "
    "FROM actors JOIN names ON names.num = actors.name"
)


def article_record(row: tuple[Any, ...]) -> ArticleRecord:
    """Return the article of a row of `ARTICLE_COLUMNS`."""
    problem = None if row[-3] is None else Problem(*row[-3:])
    facts = (*row[:2], known_name(row[2]), *row[3:-3], problem)
    return ArticleRecord(*facts)


class StoredArticle:
    """An article of the index with its texts, unpacked when they are asked for."""

    COLUMNS = f"{ARTICLE_COLUMNS}, kicker, lead, body, layout"

    def __init__(self, row: tuple[Any, ...]) -> None:
        """Take a row of `COLUMNS`."""
        *facts, kicker, lead, self._body, self._layout = row
        self.record = article_record(tuple(facts))
        texts = (("title", self.record.title), ("title", kicker), ("lead", lead))
        self.headlines = [(at, text) for at, text in texts if text]
        """Title, kicker and lead, each after the name of its place."""
        self.quoted: list[tuple[int, str]] = []
        """The numbers of its quotes, each with its words, as `QuoteRecord.words` has them."""
        self.captions: list[tuple[str, str]] = []
        """The texts of its images, each after the image's id."""

    @cached_property
    def blocks(self) -> list[ArticleBlock]:
        """Its headings and paragraphs, in order."""
        return list(article_blocks(self._body, self._layout)) if self._body is not None else []


def quote_record(row: tuple[Any, ...]) -> QuoteRecord:
    """Return the quote of a row of `QUOTES`."""
    num, id, name, speaker, actor, called, verb, is_partial, inferred, section, *place, words, places, layout = row  # noqa: A001
    sections = _sections(layout)
    home = None if section is None else sections[section]
    found: tuple[Place | None, ...] = (None if home is None else Place(home, *place),)
    if places is not None:
        found = tuple(one and Place(sections[one[0]], *one[1:]) for one in json.loads(places))
    kind: QuoteKind = "partial" if is_partial else "direct"
    parts, speaking = tuple(words.split(BREAK)), None if actor is None else (num & ~(MOST_ITEMS - 1)) + actor
    return QuoteRecord(num, num >> ITEM_BITS, id, name, speaker, speaking, called, verb, kind, bool(inferred), home, parts, found)


class _Section(Struct, array_like=True, gc=False):
    """A section of a layout; what follows its id is left out."""

    id: str


_decode_sections = Decoder(list[_Section]).decode
"""Several times as fast as `json`."""


@lru_cache(maxsize=256)
def _sections(layout: str) -> list[str]:
    """Return the ids of an article's sections."""
    try:
        return [section.id for section in _decode_sections(layout)]
    except DecodeError as error:
        raise json.JSONDecodeError(str(error), "", 0) from error


def actor_record(row: tuple[Any, ...]) -> ActorRecord:
    """Return the actor of a row of `ACTORS`."""
    num, id, name_num, name, kind, roles, aliases, mentions = row  # noqa: A001
    own = _slug_of(name) if id is None else id
    return ActorRecord(num, num >> ITEM_BITS, own, name_num, name, kind, _strings(roles), _strings(aliases), mentions)


_slug_of = lru_cache(maxsize=256)(slug)


@lru_cache(maxsize=256)
def _strings(values: str | None) -> tuple[str, ...]:
    """Return the strings of a JSON list; the actors of a name mostly have the same."""
    return tuple(json.loads(values)) if values else ()


def article_blocks(body: bytes, layout: str) -> Iterable[ArticleBlock]:
    """Yield the headings and paragraphs of an article's stored text."""
    text, at = harmless(decompress(body).decode("utf-8", "replace")), 0
    for section, heading, _, lengths in json.loads(layout):
        if heading is not None:
            yield ArticleBlock(section, None, text[at : at + heading])
            at += heading + len(BREAK)
        for number, length in enumerate(lengths):
            yield ArticleBlock(section, number, text[at : at + length])
            at += length + len(BREAK)
