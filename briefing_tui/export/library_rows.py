"""Quotes and actors of many articles for other programs: CSV, JSON, JSON Lines, Markdown."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from briefing_tui.export.csv_cells import csv_line
from briefing_tui.library.index.records import ActorRecord, ArticleRecord, QuoteRecord, worded_speaker
from briefing_tui.library.search.hits import QuoteInArticle
from briefing_tui.markdown.escaping import escape
from briefing_tui.model.address import address_of
from briefing_tui.presentation.dates import day
from briefing_tui.text.safety import escaped_json

Row = Mapping[str, Any]
"""The values of a quote or actor by their names; a list is a list in JSON, and joined in CSV."""


def article_values(article: ArticleRecord, folder: Path) -> dict[str, Any]:
    """Return what every row says of its article; `folder` is that of the content files."""
    return {
        "article": article.id, "title": article.title, "publisher": article.publisher, "published": article.published,
        "url": article.url, "file": str(folder / article.file),
    }  # fmt: skip


def quote_row(found: QuoteInArticle, folder: Path) -> Row:
    """Return the row of a quote.

    `speaker` is null for a speaker who is not known; `attribution` words it as the reader does.
    """
    quote: QuoteRecord = found.quote
    place = next((place for place in quote.places if place), None)
    return {
        "id": quote.id, "quote": quote.words, "parts": list(quote.parts), "kind": quote.kind, "speaker": quote.speaker,
        "attribution": worded_speaker(quote), "called": quote.called, "verb": quote.verb, "inferred": quote.inferred,
        **article_values(found.article, folder), "section": found.heading or None,
        "paragraph": place and place.paragraph, "start": place and place.start, "end": place and place.end,
        "address": address_of(found.article.id, quote.id),
    }  # fmt: skip


def actor_row(actor: ActorRecord, article: ArticleRecord, folder: Path) -> Row:
    """Return the row of an actor of an article."""
    return {
        "id": actor.id, "name": actor.name, "kind": actor.kind, "roles": list(actor.roles), "aliases": list(actor.aliases),
        "mentions": actor.mentions, **article_values(article, folder), "address": address_of(article.id, actor.id),
    }  # fmt: skip


def as_csv(rows: Iterable[Row]) -> Iterator[str]:
    """Yield a line of names, then a line for each row; nothing without rows."""
    for number, row in enumerate(rows):
        if not number:
            yield csv_line(row)
        yield csv_line(map(_cell_text, row.values()))


def as_json_lines(rows: Iterable[Row]) -> Iterator[str]:
    """Yield a line of JSON for each row."""
    for row in rows:
        yield escaped_json(json.dumps(row, ensure_ascii=False)) + "\n"


def as_json(rows: Iterable[Row]) -> Iterator[str]:
    """Yield a JSON list of the rows, one in a line."""
    before = "[\n"
    for row in rows:
        yield before + escaped_json(json.dumps(row, ensure_ascii=False))
        before = ",\n"
    yield "\n]\n" if before != "[\n" else "[]\n"


def as_markdown(rows: Iterable[Row]) -> Iterator[str]:
    """Yield block quotes with their speakers, below a heading for each article. For quotes only."""
    last = None
    for row in rows:
        if row["article"] != last:
            last = row["article"]
            about = " · ".join(filter(None, (row["publisher"], day(row["published"] or ""), row["url"])))
            yield f"## {escape(row['title'] or row['article'])}\n\n" + (f"{escape(about)}\n\n" if about else "")
        marked = "\n>\n".join(f"> {escape(part)}" for part in _marked(row["parts"]))
        where = f", § {escape(row['section'])}" if row["section"] else ""
        yield f"{marked}\n\n— {escape(row['attribution'])}{where} ([{escape(row['id'])}]({row['address']}))\n\n"


def _marked(parts: list[str]) -> list[str]:
    """Put the quotation marks around the parts of a quote."""
    return [f"“{part}”" for part in parts]


WRITERS: Mapping[str, Callable[[Iterable[Row]], Iterator[str]]] = {
    "csv": as_csv,
    "json": as_json,
    "jsonl": as_json_lines,
    "markdown": as_markdown,
}
"""The functions that write rows in a format."""


def _cell_text(value: object) -> str:
    if isinstance(value, list):
        return "; ".join(map(str, value))
    if isinstance(value, bool):
        return str(value).lower()
    return "" if value is None else str(value)
