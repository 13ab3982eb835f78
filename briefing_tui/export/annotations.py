"""Notes as W3C Web Annotations in JSON-LD: a collection with one page. `read_annotations` makes the same notes of it again.

Words go as TextQuoteSelector and TextPositionSelector, text and tags as bodies, colours as style classes; what the model has no
word for stands under `briefing:note`, whose terms the second context declares.
"""

import json
from collections.abc import Iterable, Iterator
from typing import Any
from urllib.parse import quote

from briefing_tui.export.bundle import Bundle, link
from briefing_tui.model.note import Note, as_dict

EXTENSION = "jsonld"

CONTEXT: list[Any] = [
    "http://www.w3.org/ns/anno.jsonld",
    {
        "briefing": "urn:x-briefing:ns#",
        "briefing:note": {"@type": "@json"},
        "briefing:link": {"@type": "http://www.w3.org/2001/XMLSchema#string"},
    },
]


def write(bundles: Iterable[Bundle]) -> Iterator[str]:
    """The pieces of the file, an annotation a line."""
    opening = {"@context": CONTEXT, "id": "urn:x-briefing:notes", "type": "AnnotationCollection", "label": "Notes"}
    page = {"id": "urn:x-briefing:notes:1", "type": "AnnotationPage"}
    yield json.dumps(opening, ensure_ascii=False)[:-1] + ', "first": ' + json.dumps(page)[:-1] + ', "items": ['
    gap = "\n"
    for bundle in bundles:
        for note in bundle.notes:
            yield gap + json.dumps(annotation(bundle, note), ensure_ascii=False)
            gap = ",\n"
    yield "\n]}}\n"


def annotation(bundle: Bundle, note: Note) -> dict[str, Any]:
    """One note as an annotation, without its context."""
    bodies: list[dict[str, str]] = []
    if note.body:
        bodies.append({"type": "TextualBody", "value": note.body, "format": "text/plain", "purpose": "commenting"})
    bodies += [{"type": "TextualBody", "value": tag, "purpose": "tagging"} for tag in note.tags]
    data = as_dict(note)
    extra: dict[str, Any] = {key: data[key] for key in ("briefing", "kind", "item", "section", "attribution") if key in data}
    words = {
        key: value for key, value in data.get("selector", {}).items() if key not in ("exact", "prefix", "suffix", "position")
    }
    known = {
        "id": f"urn:x-briefing:{quote(note.briefing, safe='')}:{note.id}",
        "type": "Annotation",
        "motivation": "highlighting" if note.is_highlight and not note.tags else "commenting",
        "created": note.created,
        "modified": note.modified,
        "body": bodies,
        "target": _target(bundle, note),
        "briefing:link": link(note),
        "briefing:note": {**extra, "words": words},
    }
    return {key: value for key, value in known.items() if value}


def _target(bundle: Bundle, note: Note) -> dict[str, Any]:
    start = note.selector.position
    quoted = {"type": "TextQuoteSelector", "exact": note.words, "prefix": note.selector.prefix, "suffix": note.selector.suffix}
    position = {"type": "TextPositionSelector", "start": start, "end": start + len(note.words)}
    target: dict[str, Any] = {
        "type": "SpecificResource",
        "source": bundle.url or f"urn:x-briefing:{quote(note.briefing, safe='')}",
        "selector": [{key: value for key, value in quoted.items() if value or key == "exact"}, position],
    }
    return {**target, "styleClass": note.colour} if note.colour else target
