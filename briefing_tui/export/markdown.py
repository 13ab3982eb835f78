"""Notes as Markdown with YAML front matter, which an Obsidian vault takes as it is and any viewer shows.

What a person wrote is escaped, so that it reads as they typed it. Each note's first line is a comment that holds what the page
does not show (the words around, ids, times): `read_markdown` makes the same notes of it again.
"""

import json
import re
from collections.abc import Iterable, Iterator

import msgspec

from briefing_tui.export.bundle import Bundle, about, link, tag_word
from briefing_tui.export.managed_parts import HTML, Chunk
from briefing_tui.model.note import Note, as_dict

MARKS = HTML
EXTENSION = "md"

_ANYWHERE = re.compile(r"[\\`*_\[\]<|$]|~~|==|%%|&(?=#|\w+;)|#(?=\S)|(?<!\S)\^")
_FIRST = re.compile(r"[-+>#=~:^—]|\d{1,9}(?=[.)])")

_NEEDED = re.compile(rf"\A(?:[ \t]|{_FIRST.pattern})|[ \t]\Z|{_ANYWHERE.pattern}")


def chunks(bundles: Iterable[Bundle]) -> Iterator[Chunk]:
    """The pieces of one file with the notes of any number of briefings."""
    given = iter(bundles)
    first, second = next(given, None), next(given, None)
    if second is None:
        yield Chunk(_front(first) if first else "---\ntitle: Notes\n---\n\n")
    else:
        yield Chunk("---\ntitle: Notes\n---\n\n")
    for bundle in (one for one in (first, second) if one):
        yield from _bundle(bundle)
    for bundle in given:
        yield from _bundle(bundle)
    yield Chunk(MARKS.end)


def _bundle(bundle: Bundle) -> Iterator[Chunk]:
    heading = f"# {escaped(bundle.title)}\n\n"
    for section, note in bundle.by_section():
        heading += f"## {escaped(section)}\n\n" if section else ""
        yield Chunk(heading)
        yield Chunk(_part(note), note.id, _data(note))
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
    """Everything that the shown text is not the truth of, as JSON that can't end a comment."""
    data = as_dict(note)
    del data["id"]
    data.pop("body", None)
    data.pop("revision", None)
    text = msgspec.json.encode(data).decode()
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("--", "-\\u002d")


def _part(note: Note) -> str:
    tags = [f"#{word}" for tag in note.tags if (word := tag_word(tag))]
    told = " · ".join([*(escaped(part) for part in about(note)), *tags, _code(link(note))])
    if not note.words.strip():
        shown = ["", *_body(note.body), f"— {told} ^{note.id}"]
    else:
        words = ">\n".join(f"> {escaped(line)}".rstrip() + "\n" for line in note.words.split("\n"))
        shown = ["", words.rstrip("\n"), "", f"^{note.id}", "", *_body(note.body), f"— {told}"]
    return "\n".join([*shown, "", ""])


def _body(body: str) -> list[str]:
    """The lines of a note's text; empty ones at either end are kept by a mark that no one sees."""
    if not body:
        return []
    lines = [escaped(line) for line in body.split("\n")]
    for index in (0, -1):
        lines[index] = lines[index] or "&#8203;"
    return [*_edged(lines), ""]


def _edged(lines: list[str]) -> list[str]:
    """The lines with the run of empty ones at either end marked."""
    for run in (range(len(lines)), range(len(lines) - 1, -1, -1)):
        for index in run:
            if lines[index] not in ("", "&#8203;"):
                break
            lines[index] = "&#8203;"
    return lines


def _code(text: str) -> str:
    return f"`{text}`" if "`" not in text else escaped(text)


def escaped(line: str) -> str:
    """One line in which nothing is markup; spaces at its ends stay."""
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
    """What a person meant by a line: the text without the signs that keep it from being markup."""
    return re.sub(r"\\([!-/:-@\[-`{-~])|&#(\d{1,6});", lambda match: match[1] or _letter(int(match[2])), line)


def _letter(code: int) -> str:
    return chr(code) if 0 < code < 0x110000 else "\ufffd"
