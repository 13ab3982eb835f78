"""Zotero: its items as CSL-JSON or Better BibTeX JSON.

The first has the notes in `note`, the second has notes and annotations. Items without an address are known by their DOI; those
that have neither are kept only if there is a note on them.
"""

from collections.abc import Iterator
from typing import Any

from briefing_tui.imports.export_file import ExportFile
from briefing_tui.imports.saved import SavedArticle, SavedHighlight, Tool
from briefing_tui.imports.values import day_of, dicts, tags_of, text_of, time_of, without_tags


def _recognises(file: ExportFile) -> bool:
    return _is_bibtex(file) or (file.is_list and {"id", "type"} <= file.keys and bool(_OF_CSL & file.keys))


_OF_CSL = {"issued", "accessed", "container-title", "citation-key", "URL", "DOI"}
"""Keys of CSL-JSON that no other export has."""


def _is_bibtex(file: ExportFile) -> bool:
    return not file.is_list and {"items", "itemType"} <= file.keys


def _read(file: ExportFile) -> Iterator[SavedArticle]:
    if _is_bibtex(file):
        yield from (_item(row) for row in file.json_rows("items") if isinstance(row, dict))
    else:
        yield from (_reference(row) for row in file.json_rows() if isinstance(row, dict))


def _reference(row: dict[str, Any]) -> SavedArticle:
    note = without_tags(text_of(row.get("note")))
    marks = (SavedHighlight("", note, key=f"note-{text_of(row.get('id'))}"),) if note else ()
    people = [" ".join(filter(None, (text_of(one.get("given")), text_of(one.get("family"))))) for one in dicts(row.get("author"))]
    return SavedArticle(
        text_of(row.get("URL")) or _doi(row.get("DOI")),
        text_of(row.get("title")),
        publisher=text_of(row.get("container-title")),
        authors=tuple(filter(None, people)),
        published=_csl_day(row.get("issued")),
        tags=tags_of(text_of(row.get("keyword")).split(",")),
        highlights=marks,
    )


def _csl_day(date: Any) -> str:
    parts = date.get("date-parts") if isinstance(date, dict) else None
    first = parts[0] if isinstance(parts, list) and parts and isinstance(parts[0], list) else []
    numbers = [text_of(part) for part in first]
    return day_of("-".join([numbers[0], *(number.zfill(2) for number in numbers[1:])])) if len(numbers) == 3 else ""


def _item(row: dict[str, Any]) -> SavedArticle:
    marks = [_note(note) for note in dicts(row.get("notes"))]
    marks += [_annotation(mark) for at in dicts(row.get("attachments")) for mark in dicts(at.get("annotations"))]
    people = [
        text_of(one.get("name")) or " ".join(filter(None, (text_of(one.get("firstName")), text_of(one.get("lastName")))))
        for one in dicts(row.get("creators"))
        if one.get("creatorType") in (None, "author")
    ]
    titles = (text_of(row.get(key)) for key in ("publicationTitle", "websiteTitle", "blogTitle", "publisher"))
    return SavedArticle(
        text_of(row.get("url")) or _doi(row.get("DOI")),
        text_of(row.get("title")),
        publisher=next(filter(None, titles), ""),
        authors=tuple(filter(None, people)),
        published=day_of(row.get("date")),
        tags=tags_of(row.get("tags")),
        added=time_of(row.get("dateAdded")),
        modified=time_of(row.get("dateModified")),
        highlights=tuple(mark for mark in marks if mark.words or mark.body),
    )


def _note(row: dict[str, Any]) -> SavedHighlight:
    key = text_of(row.get("key")) or text_of(row.get("itemKey"))
    return SavedHighlight(
        "", without_tags(text_of(row.get("note"))), tags_of(row.get("tags")), None, time_of(row.get("dateAdded")), key=key
    )


def _annotation(row: dict[str, Any]) -> SavedHighlight:
    return SavedHighlight(
        text_of(row.get("annotationText")),
        text_of(row.get("annotationComment")).strip(),
        tags_of(row.get("tags")),
        "yellow",
        time_of(row.get("dateAdded")),
        time_of(row.get("dateModified")),
        text_of(row.get("key")),
    )


def _doi(value: Any) -> str:
    doi = text_of(value).strip()
    return f"https://doi.org/{doi}" if doi.startswith("10.") else ""


TOOL = Tool("Zotero", "its items as CSL-JSON or Better BibTeX JSON, with notes", _recognises, _read)
