"""Readwise: its highlights, and the documents of its Reader.

Both are read as CSV and as the JSON of its API. The CSV of highlights names articles by their titles alone. In Reader's list,
highlights and notes are documents, too, with the id
of their document or highlight in `parent_id`.
"""

from collections import defaultdict
from collections.abc import Iterator
from itertools import groupby
from typing import Any

from briefing_tui.imports.export_file import ExportFile
from briefing_tui.imports.saved import SavedArticle, SavedHighlight, Tool
from briefing_tui.imports.values import (
    colour_of,
    day_of,
    dicts,
    listed,
    names_of,
    status_at,
    tags_of,
    text_of,
    time_of,
    without_markdown,
)
from briefing_tui.model.reading import Status

_OF_HIGHLIGHTS = ("highlight", "book title", "book author", "highlighted at")
_OF_DOCUMENTS = ("title", "url", "document tags", "saved date", "reading progress", "location")


def _recognises(file: ExportFile) -> bool:
    in_json = {"user_book_id", "highlights"} <= file.keys or {"source_url", "reading_progress", "location"} <= file.keys
    return in_json or file.has_columns(_OF_HIGHLIGHTS) or file.has_columns(_OF_DOCUMENTS)


def _read(file: ExportFile) -> Iterator[SavedArticle]:
    if file.has_columns(_OF_HIGHLIGHTS):
        yield from _csv_of_highlights(file)
    elif file.has_columns(_OF_DOCUMENTS):
        yield from _csv_of_documents(file)
    elif "user_book_id" in file.keys:
        yield from (_book(row) for row in dicts_of(file) if not row.get("is_deleted"))
    else:
        yield from _documents(file)


def dicts_of(file: ExportFile) -> Iterator[dict[str, Any]]:
    """Yield the objects of an answer of the API, or of a list of them."""
    rows = file.json_rows() if file.is_list else file.json_rows("results")
    return (row for row in rows if isinstance(row, dict))


def _csv_of_highlights(file: ExportFile) -> Iterator[SavedArticle]:
    def book(row: dict[str, str]) -> tuple[str, str]:
        return row.get("book title", ""), row.get("book author", "")

    for (title, author), rows in groupby(file.csv_rows(), book):
        all_rows = list(rows)
        tags = tags_of([tag for row in all_rows for tag in listed(row.get("document tags", ""))])
        marks = tuple(map(_row_highlight, all_rows))
        yield SavedArticle("", title, authors=names_of(author), tags=tags, highlights=marks)


def _row_highlight(row: dict[str, str]) -> SavedHighlight:
    return SavedHighlight(
        without_markdown(row.get("highlight", "")),
        row.get("note", "").strip(),
        tags_of([tag.strip().lstrip(".") for tag in listed(row.get("tags", ""))]),
        colour_of(row.get("color")),
        time_of(row.get("highlighted at")),
    )


def _book(row: dict[str, Any]) -> SavedArticle:
    marks = tuple(_book_highlight(mark) for mark in dicts(row.get("highlights")) if not mark.get("is_deleted"))
    if note := text_of(row.get("document_note")).strip():
        marks += (SavedHighlight("", note, key=f"document-{row.get('user_book_id')}"),)
    return SavedArticle(
        text_of(row.get("source_url")),
        text_of(row.get("readable_title")) or text_of(row.get("title")),
        authors=names_of(text_of(row.get("author"))),
        tags=tags_of(row.get("book_tags")),
        highlights=marks,
    )


def _book_highlight(row: dict[str, Any]) -> SavedHighlight:
    created = time_of(row.get("highlighted_at")) or time_of(row.get("created_at"))
    return SavedHighlight(
        without_markdown(text_of(row.get("text"))),
        text_of(row.get("note")).strip(),
        tags_of(row.get("tags")),
        colour_of(row.get("color")),
        created,
        time_of(row.get("updated_at")),
        text_of(row.get("id")),
    )


def _csv_of_documents(file: ExportFile) -> Iterator[SavedArticle]:
    for row in file.csv_rows():
        yield SavedArticle(
            row.get("url", ""),
            row.get("title", ""),
            tags=tags_of(listed(row.get("document tags", ""))),
            status=_status(row.get("location"), row.get("reading progress")),
            added=time_of(row.get("saved date")),
        )


def _documents(file: ExportFile) -> Iterator[SavedArticle]:
    children: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in dicts_of(file):
        if row.get("parent_id"):
            children[text_of(row["parent_id"])].append({key: row.get(key) for key in _CHILD})
    for row in dicts_of(file):
        if not row.get("parent_id"):
            yield _document(row, children)


_CHILD = ("id", "category", "content", "notes", "tags", "created_at", "updated_at")
"""Highlights and notes whose document has not been read yet."""


def _document(row: dict[str, Any], children: dict[str, list[dict[str, Any]]]) -> SavedArticle:
    key = text_of(row.get("id"))
    marks = [_child(mark, children) for mark in children.get(key, ())]
    if note := text_of(row.get("notes")).strip():
        marks.append(SavedHighlight("", note, key=f"document-{key}"))
    return SavedArticle(
        text_of(row.get("source_url")) or text_of(row.get("url")),
        text_of(row.get("title")),
        text_of(row.get("html_content")) or text_of(row.get("html")),
        publisher=text_of(row.get("site_name")),
        authors=names_of(text_of(row.get("author"))),
        published=day_of(row.get("published_date")),
        tags=_reader_tags(row.get("tags")),
        status=_status(row.get("location"), row.get("reading_progress")),
        added=time_of(row.get("saved_at")) or time_of(row.get("created_at")),
        modified=time_of(row.get("updated_at")),
        highlights=tuple(marks),
    )


def _child(row: dict[str, Any], children: dict[str, list[dict[str, Any]]]) -> SavedHighlight:
    own = [text_of(row.get("notes")), *(text_of(note.get("content")) for note in children.get(text_of(row.get("id")), ()))]
    return SavedHighlight(
        without_markdown(text_of(row.get("content"))),
        "\n\n".join(text.strip() for text in own if text.strip()),
        _reader_tags(row.get("tags")),
        "yellow",
        time_of(row.get("created_at")),
        time_of(row.get("updated_at")),
        text_of(row.get("id")),
    )


def _reader_tags(tags: Any) -> tuple[str, ...]:
    """Return the tags of a document: an object of tags by their keys, a list of tags, or null."""
    if isinstance(tags, dict):
        tags = [tag.get("name") or key if isinstance(tag, dict) else key for key, tag in tags.items()]
    return tags_of(tags)


def _status(location: Any, progress: Any) -> Status:
    return "archived" if text_of(location).lower() == "archive" else status_at(progress, whole=1)


TOOL = Tool("Readwise", "highlights as CSV or JSON of its API; Reader's documents as CSV or JSON", _recognises, _read)
