"""Notes as Org: a headline per note, with properties and a block of quoted words.

Nothing in the text acts as markup.
"""

import re
from collections.abc import Iterable, Iterator

from briefing_tui.export.article_facts import fact_text
from briefing_tui.export.bundle import Bundle, about, link, tag_word
from briefing_tui.export.format import marked
from briefing_tui.export.managed_parts import ORG_MARKS, Chunk
from briefing_tui.model.note import Note

_BREAK = "\u2060"
"""A word joiner: invisible. Unlike a zero-width space, Org does not accept it before or behind a sign of markup."""

_PROPERTIES = {"AUTHOR": "authors", "PUBLISHER": "publisher", "PUBLISHED": "published", "UPDATED": "updated"}
"""The facts of an article by the properties that hold them."""

_DAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
_FIRST = re.compile(
    r"\A(?=[ \t]*(?:\*+(?: |$)|#|:|\||[-+] |[-+]$|\d+[.)]|[A-Za-z][.)] |\\|%%|-{5}|\[fn:|CLOCK:|SCHEDULED|DEADLINE|CLOSED))"
)
_MARKUP = re.compile(
    r"(?<![\w:/])(?=[*/_=~+]\S)|(?<=\[)(?=\[)|(?<=<)(?=[<\d%])|(?<=[\\{@])(?=\S)|(?<=\$)|(?<=[_^])(?=\S)"
    r"|(?<=[A-Za-z])(?<!http)(?<!https)(?=:\S)|(?<=src)(?=_)|(?<=call)(?=_)|(?i:(?<=local )(?=variables:))"
)
"""The beginnings of emphasis, links, time stamps, entities, mathematics, superscripts and subscripts, of links other than web
addresses, of code in a line, and of variables that Emacs sets from the end of a file."""
_KEYWORD = re.compile(r"[^\W\d_a-z]{2,}(?=\s|\Z)|\[")
"""The first word of a headline that may be a state, such as TODO or COMMENT, or a priority."""
_WORDS = re.compile(r"[\w .,#'()-]*")


def chunks(bundles: Iterable[Bundle]) -> Iterator[Chunk]:
    """Make the pieces of one file with the notes of all bundles."""
    heading = "#+TITLE: Notes\n\n"
    for bundle in bundles:
        heading += f"* {_headline(bundle.title)}\n{_properties(bundle)}\n"
        for section, note in bundle.by_section():
            if section is not None:
                heading += f"** {_headline(section)}\n" if section else "** Notes\n"
            yield Chunk(heading)
            yield Chunk(_part(note), note.id)
            heading = "\n"
    yield Chunk(heading)
    yield Chunk(ORG_MARKS.end)


def _properties(bundle: Bundle) -> str:
    facts = {name: _value(fact_text(bundle.facts, key)) for name, key in _PROPERTIES.items()}
    address = bundle.url.replace("[", "%5B").replace("]", "%5D")
    known = {"BRIEFING": _value(bundle.id), **facts, "SOURCE": address}
    lines = [f":{name}: {value}" for name, value in known.items() if value]
    return "\n".join([":PROPERTIES:", *lines, ":END:", ""])


def _value(text: str) -> str:
    """Return the value of a property: one line, in which Org finds no link."""
    line = " ".join(text.split())
    return line if _WORDS.fullmatch(line) else escaped(line)


def _headline(text: str) -> str:
    """Return the words of a headline, none of which is a keyword or a tag."""
    line = escaped(" ".join(text.split()))
    return f"{_BREAK if _KEYWORD.match(line) else ''}{line}{_BREAK if line.endswith(':') else ''}"


def _part(note: Note) -> str:
    tags = ":".join(word for tag in note.tags if (word := tag_word(tag, "_").replace("-", "_")))
    words = " ".join((note.words or note.body).split())
    headline = _headline(words[:60] + ("…" if len(words) > 60 else "") or note.kind)
    lines = [
        f"*** {headline}{f' :{tags}:' if tags else ''}",
        ":PROPERTIES:",
        f":ID: {note.id}",
        f":CREATED: {_stamp(note.created)}",
        f":LINK: {_value(link(note))}",
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
