"""Notes as Markdown with YAML front matter; it can be edited and read back.

An Obsidian vault takes the files as they are.

The user's text is escaped, so that it is shown as it was typed. The first line of each note is a comment with what the page
does not show (the surrounding words, ids, times), so that reading gives the same notes again.
"""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

import msgspec

from briefing_tui.export.bundle import Bundle, about, link, tag_word
from briefing_tui.export.format import FindBriefing, Format, writer
from briefing_tui.export.incoming import BrokenImport, Incoming
from briefing_tui.export.managed_parts import HTML_MARKS, Chunk, Edited, FilePart, parts
from briefing_tui.model.note import Note, as_dict, from_dict
from briefing_tui.text.safety import harmless

_ANYWHERE = re.compile(r"[\\`*_\[\]<|$]|~~|==|%%|&(?=#|\w+;)|#(?=\S)|(?<!\S)\^")
_FIRST = re.compile(r"[-+>#=~:^—]|\d{1,9}(?=[.)])")

_NEEDED = re.compile(rf"\A(?:[ \t]|{_FIRST.pattern})|[ \t]\Z|{_ANYWHERE.pattern}")


def chunks(bundles: Iterable[Bundle]) -> Iterator[Chunk]:
    """Make the pieces of one file with the notes of all bundles."""
    given = iter(bundles)
    first, second = next(given, None), next(given, None)
    if second is None:
        yield Chunk(_front(first) if first else "---\ntitle: Notes\n---\n\n")
    else:
        yield Chunk("---\ntitle: Notes\n---\n\n")
    for bundle in filter(None, (first, second)):
        yield from _bundle(bundle)
    for bundle in given:
        yield from _bundle(bundle)
    yield Chunk(HTML_MARKS.end)


def _bundle(bundle: Bundle) -> Iterator[Chunk]:
    heading = f"# {escaped(bundle.title)}\n\n"
    for section, note in bundle.by_section():
        heading += f"## {escaped(section)}\n\n" if section else ""
        yield Chunk(heading)
        yield Chunk(_note_part(note), note.id, _data(note))
        heading = "\n"
    if not bundle.notes:
        yield Chunk(heading)


def _front(bundle: Bundle) -> str:
    briefing = bundle.briefing
    keys: dict[str, object] = {"title": bundle.title, "briefing": bundle.id, "authors": list(bundle.authors)}
    if briefing:
        keys |= {"publisher": briefing.publisher, "published": briefing.published, "source": bundle.url}
    keys["tags"] = [word for tag in (briefing.tags if briefing else ()) if (word := tag_word(tag))]
    lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in keys.items() if value]
    return "\n".join(["---", *lines, "---", "", ""])


def _data(note: Note) -> str:
    """Return what the shown text does not hold, as JSON that can't end a comment."""
    data = as_dict(note)
    del data["id"]
    data.pop("body", None)
    data.pop("revision", None)
    text = msgspec.json.encode(data).decode()
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("--", "-\\u002d")


def _note_part(note: Note) -> str:
    tags = [f"#{word}" for tag in note.tags if (word := tag_word(tag))]
    details = " · ".join([*(escaped(part) for part in about(note)), *tags, _code(link(note))])
    if not note.words.strip():
        shown = ["", *_body_lines(note.body), f"— {details} ^{note.id}"]
    else:
        words = ">\n".join(f"> {escaped(line)}".rstrip() + "\n" for line in note.words.split("\n"))
        shown = ["", words.rstrip("\n"), "", f"^{note.id}", "", *_body_lines(note.body), f"— {details}"]
    return "\n".join([*shown, "", ""])


def _body_lines(body: str) -> list[str]:
    """Return the lines of a note's text; empty ones at either end become invisible characters, so that they are kept."""
    if not body:
        return []
    lines = [escaped(line) for line in body.split("\n")]
    for index in (0, -1):
        lines[index] = lines[index] or "&#8203;"
    return [*_edged(lines), ""]


def _edged(lines: list[str]) -> list[str]:
    """Mark the empty lines at either end."""
    for run in (range(len(lines)), range(len(lines) - 1, -1, -1)):
        for index in run:
            if lines[index] not in ("", "&#8203;"):
                break
            lines[index] = "&#8203;"
    return lines


def _code(text: str) -> str:
    return f"`{text}`" if "`" not in text else escaped(text)


def escaped(line: str) -> str:
    """Return the line with all markup escaped; spaces at its ends are kept."""
    if not _NEEDED.search(line):
        return line
    text = _ANYWHERE.sub(_safe, line)
    if match := _FIRST.match(text):
        at = match.end() if match[0].isdigit() else 0
        text = f"{text[:at]}\\{text[at:]}" if match[0] != "—" else f"&#8212;{text[1:]}"
    if text[:1] in (" ", "\t"):
        text = f"&#{ord(text[0])};{text[1:]}"
    if text[-1:] in (" ", "\t"):
        text = f"{text[:-1]}&#{ord(text[-1])};"
    return text


def _safe(match: re.Match[str]) -> str:
    return "".join("&#37;" if letter == "%" else f"\\{letter}" for letter in match[0])


def unescaped(line: str) -> str:
    """Return the text that an escaped line stands for."""
    return re.sub(r"\\([!-/:-@\[-`{-~])|&#(\d{1,6});", lambda match: match[1] or _letter(int(match[2])), line)


def _letter(code: int) -> str:
    return chr(code) if 0 < code < 0x110000 else "\ufffd"


def read(text: str, _find: FindBriefing | None = None) -> Incoming:
    """Read the notes of a file, with the user's changes to their texts.

    Raises BrokenImport, with the line, for a part that can't be read and for a file without notes.
    """
    try:
        found = [part for part in parts(text, HTML_MARKS) if part.key]
    except Edited as edited:
        raise BrokenImport(edited.line, edited.why) from None
    if not found:
        raise BrokenImport(1, "no notes here: this reads the Markdown that 'briefing export --format markdown' writes")
    notes: dict[str, Note] = {}
    for part in found:
        note = _note(part)
        if note.id in notes:
            raise BrokenImport(part.line, f"{note.id} is here twice; remove one of them")
        notes[note.id] = note
    return Incoming(tuple(notes.values()))


def _note(part: FilePart) -> Note:
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
    """Return the text between the quoted words with their block id and the last line, which has the details."""
    lines = inner.replace("\r\n", "\n").split("\n")
    if note.words.strip():
        quoted = next((at for at, line in enumerate(lines) if line.strip() and not line.startswith(">")), len(lines))
        lines = lines[next((at + 1 for at, line in enumerate(lines) if line.strip() == f"^{note.id}"), quoted) :]
    lines = _without_empty(lines)
    if lines and lines[-1].startswith("— "):
        lines = _without_empty(lines[:-1])
    return harmless("\n".join(unescaped(line) for line in lines))


def _without_empty(lines: list[str]) -> list[str]:
    """Return the lines from the first to the last that are not blank."""
    held = [at for at, line in enumerate(lines) if line.strip(" \t")]
    return lines[held[0] : held[-1] + 1] if held else []


FORMAT = Format(
    "md",
    "Markdown with front matter, for an Obsidian vault",
    writer(chunks, HTML_MARKS),
    rank=1,
    chunks=chunks,
    marks=HTML_MARKS,
    read=read,
    reads=(".md", ".markdown"),
)
