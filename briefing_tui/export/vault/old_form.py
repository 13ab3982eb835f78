"""Parts of files in the form of version 0.1.

Each is between two comments, of which the first holds the note as JSON. They are read, and become parts of the present form
once no edit in them is lost by it.
"""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from hashlib import sha256
from typing import NamedTuple

from briefing_tui.export.incoming import BrokenImport
from briefing_tui.export.vault.escaping import unescaped
from briefing_tui.export.vault.marks import body_start, mark_lines
from briefing_tui.export.vault.note_part import note_lines
from briefing_tui.model.note import Note, from_dict
from briefing_tui.model.typed_text import text_version, trimmed, typed_text, with_typed_text
from briefing_tui.text.safety import harmless

_OPENING = re.compile(r'<!-- briefing:note (\S+) ([0-9a-f]{8}) (\{"briefing":.*\}) -->')
"""The first line of a part; the groups are id, hash and data."""
_END = "<!-- briefing:end -->"


class OldPart(NamedTuple):
    """A part of a file, as lines (from 0) of it: `start` to before `end`.

    `inner` is what is between the comments, `data` the JSON of the first; `is_intact` says whether it is as briefing wrote it.
    """

    id: str
    start: int
    end: int
    inner: tuple[str, ...]
    data: str
    is_intact: bool


class Converted(NamedTuple):
    """The lines of a file in the present form.

    `held` are the notes whose parts were left in the old form, `left` the lines (from 1) of those parts, each with the reason.
    """

    lines: list[str]
    held: set[str]
    left: list[tuple[int, str]]


def old_parts(lines: Sequence[str]) -> list[OldPart]:
    """Return the parts in the old form.

    One that is not closed ends with its details, or before the next one.
    """
    parts: list[OldPart] = []
    text = {at for opening, closing in mark_lines(lines).pairs for at in range(opening, closing)}
    at = body_start(lines)
    while at < len(lines):
        match = _opening(lines[at]) if at not in text else None
        if match is None:
            at += 1
            continue
        close, end = f"<!-- /briefing:note {match[1]} -->", at + 1
        while end < len(lines) and lines[end] not in (close, _END) and _opening(lines[end]) is None:
            end += 1
        is_closed = end < len(lines) and lines[end] == close
        if not is_closed:
            last = (to + 1 for to in range(at + 1, end) if lines[to].startswith("— ") and f"#{match[1]}" in lines[to])
            end = next(last, end)
        inner = tuple(lines[at + 1 : end])
        digest = sha256("".join(f"{line}\n" for line in inner).encode("utf-8", "surrogatepass")).hexdigest()[:8]
        parts.append(OldPart(match[1], at, end + is_closed, inner, match[3], is_closed and digest == match[2]))
        at = end + is_closed
    return parts


def _opening(line: str) -> re.Match[str] | None:
    """Match the first line of a part; a comment whose data lacks what each had is the user's text."""
    match = _OPENING.fullmatch(line) if line.startswith("<!-- ") else None
    return match if match and '"modified":' in match[3] else None


def converted(lines: list[str], notes: Mapping[str, Note]) -> Converted | None:
    """Return the file in the present form, None if it is in no other.

    A part stays as it is if it has an edit that no note has; a note on the whole briefing is taken out, to get its new place.
    """
    parts = old_parts(lines)
    if not parts:
        return None
    texts = {text_version(typed_text(note)) for note in notes.values()}
    result, at, held, left, seen = list[str](), 0, set[str](), list[tuple[int, str]](), set[str]()
    for part in parts:
        result += lines[at : part.start]
        note = notes.get(part.id) if part.id not in seen else None
        at = part.end
        seen.add(part.id)
        if not (part.is_intact or _is_kept(part, note, texts)):
            held.add(part.id)
            left.append((len(result) + 1, f"{part.id} has an edit in the form of version 0.1; 'briefing import' this file first"))
            result += lines[part.start : part.end]
        elif note is not None and note.kind != "briefing":
            result += note_lines(note)
        else:
            at += at < len(lines) and not lines[at].strip()
    rest = lines[at:]
    end = rest.index(_END) if _END in rest else len(rest)
    return Converted([*result, *rest[:end], *rest[end + 1 :]], held, left)


def _is_kept(part: OldPart, note: Note | None, texts: set[str]) -> bool:
    """Return whether some note has the text of a part that was edited."""
    try:
        text = typed_text(note_read(part))
    except BrokenImport:
        text = ""
    return note is not None and text_version(text) in texts


def note_read(part: OldPart) -> Note:
    """Read the note of a part, with the user's changes to its text. Raises BrokenImport."""
    line = part.start + 1
    try:
        data = json.loads(part.data)
        if not isinstance(data, dict):
            raise ValueError("the comment holds no note")
        note = from_dict({**data, "id": part.id, "revision": 1})
    except json.JSONDecodeError as error:
        raise BrokenImport(line, f"the comment of {part.id} is broken at column {error.colno}") from None
    except RecursionError:
        raise BrokenImport(line, f"the comment of {part.id} is too deeply nested") from None
    except ValueError as error:
        raise BrokenImport(line, str(error)) from None
    body = _body(part.inner, note)
    return replace(note, body=body) if part.is_intact else with_typed_text(note, typed_text(replace(note, body=body)))


def _body(inner: Sequence[str], note: Note) -> str:
    """Return the text between the quoted words with their block id and the last line, which has the details."""
    lines = list(inner)
    if note.words.strip():
        quoted = next((at for at, line in enumerate(lines) if line.strip() and not line.startswith(">")), len(lines))
        lines = lines[next((at + 1 for at, line in enumerate(lines) if line.strip() == f"^{note.id}"), quoted) :]
    lines = trimmed("\n".join(lines)).split("\n")
    if lines[-1].startswith("— "):
        lines = trimmed("\n".join(lines[:-1])).split("\n")
    return harmless("\n".join(unescaped(line) for line in lines))
