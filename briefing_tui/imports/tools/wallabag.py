"""wallabag: its entries as JSON, with the articles' text and annotations."""

from collections.abc import Iterator
from typing import Any

from briefing_tui.imports.export_file import ExportFile
from briefing_tui.imports.saved import SavedArticle, SavedHighlight, Tool
from briefing_tui.imports.values import day_of, dicts, names_of, tags_of, text_of, time_of

_NOT_FETCHED = "wallabag can't retrieve contents"
"""The placeholder that wallabag stores when it could not fetch an article."""


def _recognises(file: ExportFile) -> bool:
    return {"is_archived", "is_starred", "url"} <= file.keys


def _read(file: ExportFile) -> Iterator[SavedArticle]:
    rows = file.json_rows() if file.is_list else file.json_rows("_embedded", "items")
    yield from (_article(row) for row in rows if isinstance(row, dict))


def _article(row: dict[str, Any]) -> SavedArticle:
    content = text_of(row.get("content"))
    authors = row.get("published_by")
    return SavedArticle(
        text_of(row.get("url")) or text_of(row.get("given_url")),
        text_of(row.get("title")),
        "" if _NOT_FETCHED in content[:500] else content,
        authors=tuple(name for one in (authors if isinstance(authors, list) else [authors]) for name in names_of(text_of(one))),
        published=day_of(row.get("published_at")),
        tags=tags_of(row.get("tags")) + (("starred",) if row.get("is_starred") else ()),
        status="archived" if row.get("is_archived") else "unread",
        added=time_of(row.get("created_at")),
        modified=time_of(row.get("updated_at")),
        highlights=tuple(map(_highlight, dicts(row.get("annotations")))),
    )


def _highlight(row: dict[str, Any]) -> SavedHighlight:
    return SavedHighlight(
        text_of(row.get("quote")),
        text_of(row.get("text")).strip(),
        (),
        "yellow",
        time_of(row.get("created_at")),
        time_of(row.get("updated_at")),
        text_of(row.get("id")),
    )


TOOL = Tool("wallabag", "its entries as JSON, with the articles' text", _recognises, _read)
