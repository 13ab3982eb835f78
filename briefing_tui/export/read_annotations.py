"""Notes out of W3C Web Annotations in JSON-LD: those that `annotations` wrote, other programs', and Hypothesis's API export.

A reply of Hypothesis has no words of its own: it becomes a note on the words of the annotation that began the thread.
"""

import json
from collections.abc import Callable
from json.decoder import WHITESPACE  # type: ignore[attr-defined]
from typing import Any
from urllib.parse import unquote

from briefing_tui.export.incoming import BrokenImport, Incoming
from briefing_tui.model.note import COLOURS, Note, from_dict, is_id, now
from briefing_tui.text.safety import one_line

Find = Callable[[str, str], str]
"""The id of the briefing of an article, by its address and its title."""

ALONE: tuple[str | int, ...] = ("",)


def read(text: str, find: Find) -> Incoming:
    """The notes of a file. Raises BrokenImport with the line; then nothing is to be taken."""
    try:
        return _read(text, find)
    except RecursionError:
        raise BrokenImport(1, "too deeply nested for annotations") from None


def _read(text: str, find: Find) -> Incoming:
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
            raise BrokenImport(line_of(text, () if path == ALONE else (*path, number)), why) from None
        if note is None or note.id in notes:
            left_out += 1
        else:
            notes[note.id] = note
    return Incoming(tuple(notes.values()), left_out)


def _items(data: Any) -> tuple[tuple[str | int, ...], list[Any]]:
    """The annotations of a file and the way to them in it; the way ALONE means that the file is one annotation."""
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
            return ALONE, [data]
    raise BrokenImport(1, "no annotations here: this reads W3C Web Annotations in JSON-LD and Hypothesis's API export")


def _note(item: Any, known: dict[str, Any], find: Find) -> Note | None:
    """The note, None for an annotation that says nothing. `known` has the others of the file by their ids."""
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
    stamp = now()
    data: dict[str, Any] = {
        "id": _id(item),
        "briefing": own.get("briefing") or _briefing(item, target, find),
        "kind": own.get("kind") or ("selection" if words.get("exact") else "briefing"),
        "selector": words,
        "body": body,
        "tags": tags,
        "created": _time(item.get("created")) or stamp,
        "modified": _time(item.get("modified") or item.get("updated") or item.get("created")) or stamp,
        "revision": 1,
        **{key: own[key] for key in ("item", "section", "attribution") if key in own},
    }
    colour = target.get("styleClass")
    if colour in COLOURS or (not own and not body):
        data["colour"] = colour if colour in COLOURS else "yellow"
    return from_dict(data)


def _target(item: Any) -> dict[str, Any]:
    """What an annotation is on; of several, the first."""
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
    """The text and the tags, of a W3C annotation or of one of Hypothesis."""
    texts, tags = [item.get("text") or item.get("bodyValue") or ""], list(item.get("tags") or [])
    bodies = item.get("body") or []
    for body in bodies if isinstance(bodies, list) else [bodies]:
        value = body if isinstance(body, str) else body.get("value") or ""
        (tags if isinstance(body, dict) and body.get("purpose") == "tagging" else texts).append(value)
    return "\n\n".join(text for text in texts if text), tags


def _id(item: dict[str, Any]) -> str:
    """The annotation's own id where it can be a note's, else one that follows from it."""
    given = str(item.get("id") or "")
    last = unquote(given.rstrip("/").replace("#", "/").replace(":", "/").rpartition("/")[2])
    if is_id(last):
        return last
    from hashlib import sha256

    return "n-" + sha256((given or json.dumps(item, sort_keys=True)).encode()).hexdigest()[:12]


def _briefing(item: dict[str, Any], target: dict[str, Any], find: Find) -> str:
    source = target.get("source") or item.get("uri") or ""
    source = source.get("id", "") if isinstance(source, dict) else source
    titles = (item.get("document") or {}).get("title") or ""
    return find(str(source), str(titles[0] if isinstance(titles, list) and titles else titles or ""))


def _time(text: Any) -> str:
    """A time of another program in UTC, as notes hold it; empty where it says none."""
    from datetime import UTC, datetime

    if not text:
        return ""
    time = datetime.fromisoformat(str(text))
    utc = time.replace(tzinfo=UTC) if time.tzinfo is None else time.astimezone(UTC)
    return utc.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def line_of(text: str, path: tuple[str | int, ...]) -> int:
    """The line (from 1) of a value in JSON that is known to be sound."""
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
