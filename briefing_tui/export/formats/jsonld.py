"""Notes as W3C Web Annotations in JSON-LD, also those of other programs.

Writing: words become a TextQuoteSelector and a TextPositionSelector, text and tags bodies, colours style classes. What the
standard has no term for is under `briefing:note`, and what is known of the article under `briefing:article`; the second context
declares both.

Reading: annotations that this module wrote, those of other programs, and what Hypothesis's API exports. A reply in Hypothesis has
no words of its own; it becomes a note on the words of the annotation that began the thread.
"""

import json
from collections.abc import Iterable, Iterator
from json.decoder import WHITESPACE  # type: ignore[attr-defined]
from typing import Any
from urllib.parse import quote, unquote

from briefing_tui.export.bundle import Bundle, link
from briefing_tui.export.format import ANY_ENDING, FindBriefing, Format
from briefing_tui.export.incoming import BrokenImport, Incoming
from briefing_tui.model.note import COLOURS, UNDATED, Note, as_dict, from_dict, is_id, is_own_id
from briefing_tui.text.safety import one_line

CONTEXT: list[Any] = [
    "http://www.w3.org/ns/anno.jsonld",
    {
        "briefing": "urn:x-briefing:ns#",
        "briefing:note": {"@type": "@json"},
        "briefing:article": {"@type": "@json"},
        "briefing:link": {"@type": "http://www.w3.org/2001/XMLSchema#string"},
    },
]


_ALONE: tuple[str | int, ...] = ("",)


def write(bundles: Iterable[Bundle]) -> Iterator[str]:
    """Make the pieces of the file, a collection with one page: an annotation per line."""
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
    """Return one note as an annotation, without the context."""
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
        "target": _written_target(bundle, note),
        "briefing:link": link(note),
        "briefing:article": {"title": bundle.title, **bundle.facts} if bundle.briefing else None,
        "briefing:note": {**extra, "words": words},
    }
    return {key: value for key, value in known.items() if value}


def _written_target(bundle: Bundle, note: Note) -> dict[str, Any]:
    start = note.selector.position
    quoted = {"type": "TextQuoteSelector", "exact": note.words, "prefix": note.selector.prefix, "suffix": note.selector.suffix}
    position = {"type": "TextPositionSelector", "start": start, "end": start + len(note.words)}
    target: dict[str, Any] = {
        "type": "SpecificResource",
        "source": bundle.url or f"urn:x-briefing:{quote(note.briefing, safe='')}",
        "selector": [{key: value for key, value in quoted.items() if value or key == "exact"}, position],
    }
    return {**target, "styleClass": note.colour} if note.colour else target


def read(text: str, find: FindBriefing) -> Incoming:
    """Read the notes of a file. Raises BrokenImport, with the line, if any of it can't be read."""
    try:
        return _read(text, find)
    except RecursionError:
        raise BrokenImport(1, "too deeply nested for annotations") from None


def _read(text: str, find: FindBriefing) -> Incoming:
    try:
        data = json.loads(text)
    except json.JSONDecodeError as error:
        raise BrokenImport(error.lineno, f"no JSON at column {error.colno}: {error.msg}") from None
    except ValueError:
        raise BrokenImport(1, "a number with thousands of digits") from None
    path, items = _items(data)
    known = {item["id"]: item for item in items if isinstance(item, dict) and isinstance(item.get("id"), str)}
    notes: dict[str, Note] = {}
    left_out = 0
    for number, item in enumerate(items):
        try:
            note = _note(item, known, find)
        except (ValueError, TypeError, LookupError, AttributeError, OverflowError) as error:
            why = one_line(str(error)) if isinstance(error, ValueError) else "this is no annotation"
            raise BrokenImport(line_of(text, () if path == _ALONE else (*path, number)), why) from None
        if note is None or note.id in notes:
            left_out += 1
        else:
            notes[note.id] = note
    return Incoming(tuple(notes.values()), left_out)


def _items(data: Any) -> tuple[tuple[str | int, ...], list[Any]]:
    """Return the path of the annotations within the JSON, and the annotations; the path _ALONE means that the file is one."""
    if isinstance(data, list):
        return (), data
    if isinstance(data, dict):
        for path in (("rows",), ("items",), ("first", "items"), ("annotations",), ("@graph",)):
            found: Any = data
            for key in path:
                found = found.get(key) if isinstance(found, dict) else None
            if isinstance(found, list):
                return path, found
        if "target" in data:
            return _ALONE, [data]
    raise BrokenImport(1, "no annotations here: this reads W3C Web Annotations in JSON-LD and Hypothesis's API export")


def _note(item: Any, known: dict[str, Any], find: FindBriefing) -> Note | None:
    """Return the note, None for an empty annotation. `known` has the annotations of the file by id."""
    target = _target(item)
    own = item.get("briefing:note") or {}
    words = _words(target.get("selector") or []) | dict(own.get("words") or {})
    body, tags = _bodies(item)
    if (asked := item.get("references")) and not words.get("exact"):
        words = _words(_target(known[asked[0]]).get("selector") or []) if asked[0] in known else words
        if not body:
            return None
    if not words.get("exact") and not body and not tags and not own:
        return None
    data: dict[str, Any] = {
        "id": _id(item),
        "briefing": own.get("briefing") or _briefing(item, target, find),
        "kind": own.get("kind") or ("selection" if words.get("exact") else "briefing"),
        "selector": words,
        "body": body,
        "tags": tags,
        "created": _time(item.get("created")),
        "modified": _time(item.get("modified") or item.get("updated") or item.get("created")),
        "revision": 1,
        **{key: own[key] for key in ("item", "section", "attribution") if key in own},
    }
    colour = target.get("styleClass")
    if colour in COLOURS or (not own and not body):
        data["colour"] = colour if colour in COLOURS else "yellow"
    return from_dict(data)


def _target(item: Any) -> dict[str, Any]:
    """Return what an annotation is on; the first of several."""
    if not isinstance(item, dict) or "target" not in item:
        raise ValueError("this is no annotation: it has no target")
    target = item["target"][0] if isinstance(item["target"], list) else item["target"]
    return {"source": target} if isinstance(target, str) else target


def _words(selectors: Any) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for selector in selectors if isinstance(selectors, list) else [selectors]:
        if selector.get("type") == "TextQuoteSelector":
            found |= {key: selector[key] for key in ("exact", "prefix", "suffix") if selector.get(key)}
        elif selector.get("type") == "TextPositionSelector" and isinstance(selector.get("start"), int):
            found["position"] = selector["start"]
    return found


def _bodies(item: dict[str, Any]) -> tuple[str, list[str]]:
    """Return the text and the tags of an annotation, W3C's or Hypothesis's."""
    texts, tags = [item.get("text") or item.get("bodyValue") or ""], list(item.get("tags") or [])
    bodies = item.get("body") or []
    for body in bodies if isinstance(bodies, list) else [bodies]:
        value = body if isinstance(body, str) else body.get("value") or ""
        (tags if isinstance(body, dict) and body.get("purpose") == "tagging" else texts).append(value)
    return "\n\n".join(text for text in texts if text), tags


def _id(item: dict[str, Any]) -> str:
    """Return the annotation's own id if it can be a note's, else one derived from it.

    Only an annotation that this program wrote has an id like those that it gives: the text of any other is not the user's.
    """
    given = str(item.get("id") or "")
    last = unquote(given.rstrip("/").replace("#", "/").replace(":", "/").rpartition("/")[2])
    if is_id(last) and ("briefing:note" in item or not is_own_id(last)):
        return last
    from hashlib import sha256

    return "n-" + sha256((given or json.dumps(item, sort_keys=True)).encode()).hexdigest()[:12]


def _briefing(item: dict[str, Any], target: dict[str, Any], find: FindBriefing) -> str:
    source = target.get("source") or item.get("uri") or ""
    source = source.get("id", "") if isinstance(source, dict) else source
    titles = (item.get("document") or {}).get("title") or ""
    return find(str(source), str(titles[0] if isinstance(titles, list) and titles else titles or ""))


def _time(text: Any) -> str:
    """Return a time of another program in UTC, as notes hold it; UNDATED if there is none."""
    from datetime import UTC, datetime

    if not text:
        return UNDATED
    given = datetime.fromisoformat(str(text))
    utc = given.replace(tzinfo=UTC) if given.tzinfo is None else given.astimezone(UTC)
    return utc.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def line_of(text: str, path: tuple[str | int, ...]) -> int:
    """Return the line (from 1) of the value at `path` in valid JSON."""
    decoder, at = json.JSONDecoder(), WHITESPACE.match(text, 0).end()
    for step in path:
        at, number = at + 1, 0
        while True:
            at = WHITESPACE.match(text, at).end()
            if isinstance(step, str):
                key, at = decoder.raw_decode(text, at)
                at = WHITESPACE.match(text, WHITESPACE.match(text, at).end() + 1).end()
            if (number if isinstance(step, int) else key) == step:
                break
            at = WHITESPACE.match(text, decoder.raw_decode(text, at)[1]).end() + 1
            number += 1
    return text.count("\n", 0, at) + 1


FORMAT = Format(
    "jsonld", "W3C Web Annotations, which Hypothesis knows", write, rank=7, read=read, reads=(".jsonld", ".json", ANY_ENDING)
)
