"""Zotero: its items as CSL-JSON or Better BibTeX JSON.

The first has what is in Zotero's field Extra as `note`; the second has notes and annotations, within their item or as items of
their own that name their parent. Items without an address are known by their DOI; those that have neither are kept only if there
is a note on them.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from briefing_tui.imports.export_file import ExportFile
from briefing_tui.imports.saved import SavedArticle, SavedHighlight, Tool
from briefing_tui.imports.values import day_of, dicts, tags_of, text_of, time_of, without_tags
from briefing_tui.model.note import Colour


def _recognises(file: ExportFile) -> bool:
    return _is_bibtex(file) or (file.is_list and {"id", "type"} <= file.keys and bool(_OF_CSL & file.keys))


_OF_CSL = {"issued", "accessed", "container-title", "citation-key", "URL", "DOI"}
"""Keys of CSL-JSON that no other export has."""
_FIELD = re.compile(
    r"(?:citation[ -]key|citekey|doi|isbn|issn|pmid|pmcid|arxiv|page version id|original-\w+|event-\w+|tex\.[\w.-]+)\s*[:=]",
    re.IGNORECASE,
)
"""Lines of the field Extra that programs write there; the others are the user's."""
_CHILDREN = ("note", "annotation")
_OF_CHILD = (
    "itemType", "key", "uri", "note", "tags", "dateAdded", "dateModified",
    "annotationText", "annotationComment", "annotationColor",
)  # fmt: skip
_COLOURS: dict[str, Colour] = {
    "#5fb236": "green", "#2ea8e5": "blue", "#a28ae5": "purple", "#e56eee": "pink", "#ff6666": "pink", "#f19837": "orange",
}  # fmt: skip
"""The colours of Zotero's reader that are not yellow; pink is the closest to its red."""


def _is_bibtex(file: ExportFile) -> bool:
    return not file.is_list and {"items", "itemType"} <= file.keys


def _read(file: ExportFile) -> Iterator[SavedArticle]:
    if _is_bibtex(file):
        yield from _items(file)
    else:
        yield from (_reference(row) for row in file.json_rows() if isinstance(row, dict))


def _reference(row: dict[str, Any]) -> SavedArticle:
    note = "\n".join(line for line in without_tags(text_of(row.get("note"))).split("\n") if not _FIELD.match(line)).strip()
    marks = (SavedHighlight("", note, key=f"note-{text_of(row.get('id'))}"),) if note else ()
    parts = ("given", "dropping-particle", "non-dropping-particle", "family", "suffix")
    people = [
        text_of(one.get("literal")) or " ".join(filter(None, (text_of(one.get(part)) for part in parts)))
        for one in dicts(row.get("author"))
    ]
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


def _items(file: ExportFile) -> Iterator[SavedArticle]:
    children: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in file.json_rows("items"):
        if isinstance(row, dict) and row.get("itemType") in _CHILDREN and row.get("parentItem"):
            children[text_of(row["parentItem"])].append({key: row.get(key) for key in _OF_CHILD})
    for row in file.json_rows("items"):
        if isinstance(row, dict) and row.get("itemType") not in (*_CHILDREN, "attachment"):
            yield _item(row, children)


def _item(row: dict[str, Any], children: dict[str, list[dict[str, Any]]]) -> SavedArticle:
    attachments = list(dicts(row.get("attachments")))
    notes = row.get("notes")
    own = [*(notes if isinstance(notes, list) else ()), *children.get(_key(row), ())]
    marks = [_note(note if isinstance(note, dict) else {"note": note}) for note in own]
    found = [mark for at in attachments for mark in (*dicts(at.get("annotations")), *children.get(_key(at), ()))]
    marks += [_annotation(mark) if mark.get("itemType") != "note" else _note(mark) for mark in found]
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


def _key(row: dict[str, Any]) -> str:
    """Return the key of an item; newer exports have it only as the last part of its address in Zotero."""
    return text_of(row.get("key")) or text_of(row.get("itemKey")) or text_of(row.get("uri")).rpartition("/")[2]


def _note(row: dict[str, Any]) -> SavedHighlight:
    body = without_tags(text_of(row.get("note")))
    return SavedHighlight("", body, tags_of(row.get("tags")), None, time_of(row.get("dateAdded")), key=_key(row))


def _annotation(row: dict[str, Any]) -> SavedHighlight:
    return SavedHighlight(
        text_of(row.get("annotationText")),
        text_of(row.get("annotationComment")).strip(),
        tags_of(row.get("tags")),
        _COLOURS.get(text_of(row.get("annotationColor")).lower(), "yellow"),
        time_of(row.get("dateAdded")),
        time_of(row.get("dateModified")),
        _key(row),
    )


def _doi(value: Any) -> str:
    doi = text_of(value).strip()
    return f"https://doi.org/{doi}" if doi.startswith("10.") else ""


TOOL = Tool("Zotero", "its items as CSL-JSON or Better BibTeX JSON, with notes", _recognises, _read)
