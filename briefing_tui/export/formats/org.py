"""Notes as Org: a headline per note, with properties and a block of quoted words.

Nothing in the text acts as markup.
"""

import re
from collections.abc import Iterable, Iterator

from briefing_tui.export.bundle import Bundle, about, link, tag_word
from briefing_tui.export.format import marked
from briefing_tui.export.managed_parts import ORG_MARKS, Chunk
from briefing_tui.model.note import Note

_BREAK = "\u2060"
"""A word joiner: invisible. Unlike a zero-width space, Org does not accept it before or behind a sign of markup."""

_DAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
_FIRST = re.compile(
    r"\A(?=[ \t]*(?:\*+(?: |$)|#|:|\||[-+] |[-+]$|\d+[.)]|[A-Za-z][.)] |\\|%%|-{5}|\[fn:|CLOCK:|SCHEDULED|DEADLINE|CLOSED))"
)
_MARKUP = re.compile(
    r"(?<![\w:/])(?=[*/_=~+]\S)|(?<=\[)(?=\[)|(?<=<)(?=[<\d%])|(?<=[\\{@])(?=\S)|(?<=\$)|(?<=[_^])(?=\S)"
    r"|(?<=[A-Za-z])(?<!http)(?<!https)(?=:\S)"
)
"""The beginnings of emphasis, links, time stamps, entities, mathematics, superscripts and subscripts, and of links other than web
addresses."""


def chunks(bundles: Iterable[Bundle]) -> Iterator[Chunk]:
    """Make the pieces of one file with the notes of all bundles."""
    heading = "#+TITLE: Notes\n\n"
    for bundle in bundles:
        heading += f"* {escaped(bundle.title)}\n{_properties(bundle)}\n"
        for section, note in bundle.by_section():
            if section is not None:
                heading += f"** {escaped(section)}\n" if section else "** Notes\n"
            yield Chunk(heading)
            yield Chunk(_part(note), note.id)
            heading = "\n"
    yield Chunk(heading)
    yield Chunk(ORG_MARKS.end)


def _properties(bundle: Bundle) -> str:
    known = {"BRIEFING": bundle.id, "AUTHOR": ", ".join(bundle.authors), "SOURCE": bundle.url}
    lines = [f":{name}: {value}" for name, value in known.items() if value]
    return "\n".join([":PROPERTIES:", *lines, ":END:", ""])


def _part(note: Note) -> str:
    tags = ":".join(word for tag in note.tags if (word := tag_word(tag, "_").replace("-", "_")))
    words = " ".join((note.words or note.body).split())
    headline = escaped(words[:60] + ("…" if len(words) > 60 else "") or note.kind)
    headline += _BREAK if headline.endswith(":") else ""
    lines = [
        f"*** {headline}{f' :{tags}:' if tags else ''}",
        ":PROPERTIES:",
        f":ID: {note.id}",
        f":CREATED: {_stamp(note.created)}",
        f":LINK: {link(note)}",
        ":END:",
    ]
    if note.words.strip():
        lines += ["#+begin_quote", *(escaped(line) for line in note.words.split("\n")), "#+end_quote"]
    details = [*about(note), *(f"#{tag}" for tag in note.tags)]
    lines.append(f"{_BREAK}— {' · '.join(escaped(part) for part in details)}")
    if note.body:
        lines += ["", *(escaped(line) for line in note.body.split("\n"))]
    return "\n".join([*lines, "", ""])


def _stamp(time: str) -> str:
    from datetime import date

    day = date(int(time[:4]), int(time[5:7]), int(time[8:10]))
    return f"[{time[:10]} {_DAYS[day.weekday()]} {time[11:16]}]"


def escaped(line: str) -> str:
    """Return the line with nothing in it that Org would act on."""
    return _FIRST.sub(_BREAK, _MARKUP.sub(_BREAK, line), count=1) if line else line


FORMAT = marked("org", "Org, for Emacs", chunks, ORG_MARKS, rank=2)
