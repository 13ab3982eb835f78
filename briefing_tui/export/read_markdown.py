"""Notes out of the Markdown that `markdown` wrote, with what a person changed in their texts since."""

import json
from dataclasses import replace

from briefing_tui.export.incoming import BrokenImport, Incoming
from briefing_tui.export.managed_parts import Edited, Part, parts
from briefing_tui.export.markdown import MARKS, unescaped
from briefing_tui.model.note import Note, from_dict
from briefing_tui.text.safety import harmless


def read(text: str) -> Incoming:
    """The notes of a file. Raises BrokenImport, with the line, for a part that can't be read, and for a file without any."""
    try:
        found = [part for part in parts(text, MARKS) if part.key]
    except Edited as edited:
        raise BrokenImport(edited.line, edited.why) from None
    if not found:
        raise BrokenImport(1, "no notes here: this reads the Markdown that 'briefing export --format markdown' writes")
    notes: dict[str, Note] = {}
    for part in found:
        note = _note(part)
        if note.id in notes:
            raise BrokenImport(part.line, f"{note.id} stands here twice; remove one of them")
        notes[note.id] = note
    return Incoming(tuple(notes.values()))


def _note(part: Part) -> Note:
    try:
        data = json.loads(part.data)
        if not isinstance(data, dict):
            raise ValueError("the comment holds no note")
        note = from_dict({**data, "id": part.key, "revision": 1})
    except json.JSONDecodeError as error:
        raise BrokenImport(part.line, f"the comment of {part.key} is broken at column {error.colno}") from None
    except RecursionError:
        raise BrokenImport(part.line, f"the comment of {part.key} is too deeply nested") from None
    except ValueError as error:
        raise BrokenImport(part.line, str(error)) from None
    return replace(note, body=_body(part.inner, note))


def _body(inner: str, note: Note) -> str:
    """The text between the quoted words with their block id and the last line, which tells about the note."""
    lines = inner.replace("\r\n", "\n").split("\n")
    if note.words.strip():
        quoted = next((at for at, line in enumerate(lines) if line.strip() and not line.startswith(">")), len(lines))
        lines = lines[next((at + 1 for at, line in enumerate(lines) if line.strip() == f"^{note.id}"), quoted) :]
    lines = _without_empty(lines)
    if lines and lines[-1].startswith("— "):
        lines = _without_empty(lines[:-1])
    return harmless("\n".join(unescaped(line) for line in lines))


def _without_empty(lines: list[str]) -> list[str]:
    """The lines from the first to the last that hold something."""
    held = [at for at, line in enumerate(lines) if line.strip(" \t")]
    return lines[held[0] : held[-1] + 1] if held else []
