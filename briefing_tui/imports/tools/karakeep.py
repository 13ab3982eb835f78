"""Karakeep, once Hoarder: its bookmarks as JSON.

They are addresses, or texts that the user wrote, with tags and a note.
"""

from collections.abc import Iterator
from typing import Any

from briefing_tui.imports.export_file import ExportFile
from briefing_tui.imports.saved import SavedArticle, SavedHighlight, Tool
from briefing_tui.imports.values import colour_of, dicts, names_of, tags_of, text_of, time_of


def _recognises(file: ExportFile) -> bool:
    return not file.is_list and {"bookmarks", "createdAt", "tags"} <= file.keys


def _read(file: ExportFile) -> Iterator[SavedArticle]:
    for row in file.json_rows("bookmarks"):
        if isinstance(row, dict):
            content = row.get("content")  # null for a picture or a PDF, which the export lacks
            yield _article(row, content if isinstance(content, dict) else {})


def _article(row: dict[str, Any], content: dict[str, Any]) -> SavedArticle:
    marks = tuple(map(_highlight, dicts(row.get("highlights"))))
    if note := text_of(row.get("note")).strip():
        marks += (SavedHighlight("", note, key=f"bookmark-{row.get('id') or row.get('createdAt')}"),)
    return SavedArticle(
        text_of(content.get("url")),
        text_of(row.get("title")) or text_of(content.get("title")),
        text_of(content.get("htmlContent")),
        text_of(content.get("text")),
        text_of(content.get("publisher")),
        names_of(text_of(content.get("author"))),
        tags=tags_of(row.get("tags")) + (("starred",) if row.get("favourited") else ()),
        status="archived" if row.get("archived") else "unread",
        added=time_of(row.get("createdAt")),
        modified=time_of(row.get("modifiedAt")),
        highlights=marks,
    )


def _highlight(row: dict[str, Any]) -> SavedHighlight:
    return SavedHighlight(
        text_of(row.get("text")),
        text_of(row.get("note")).strip(),
        (),
        colour_of(row.get("color")),
        time_of(row.get("createdAt")),
        key=text_of(row.get("id")),
    )


TOOL = Tool("Karakeep", "its bookmarks as JSON", _recognises, _read)
