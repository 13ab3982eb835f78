"""Notes as CSV with the columns that Readwise imports.

No cell can act as a formula in a spreadsheet.
"""

import re
from collections.abc import Iterable, Iterator

from briefing_tui.export.article_facts import fact_text
from briefing_tui.export.bundle import Bundle, link
from briefing_tui.export.format import Format
from briefing_tui.model.note import Note

COLUMNS = (
    "Highlight", "Title", "Author", "URL", "Note", "Location", "Date",
    "Section", "Speaker", "Tags", "Color", "Kind", "ID", "Link", "Publisher", "Published", "Updated",
)  # fmt: skip
"""The first seven are Readwise's; it ignores the others."""

_SIGNS = r"[=+\-@\u207a\u207c\u208a\u208c\u2a75\u2a76\ufb29\ufe62\ufe63\ufe66\ufe6b\uff0b\uff0d\uff1d\uff20]"
_FORMULA = re.compile(rf"(?:\A|(?<=[;\t\r\n]))(?=(?:[^\S\t\r\n]|[\"'])*+{_SIGNS})|\A(?=[ ]*+[\t\r\n])")
"""Places before a sign that begins a formula, in its plain, small and wide forms, which some programs read as the plain one."""


def write(bundles: Iterable[Bundle]) -> Iterator[str]:
    """Make the line of column names, then a line for each note."""
    yield csv_line(COLUMNS)
    for bundle in bundles:
        facts = bundle.facts
        for note in bundle.notes:
            yield csv_line(_cells(bundle, facts, note))


def _cells(bundle: Bundle, facts: dict[str, str | list[str]], note: Note) -> tuple[str, ...]:
    return (
        note.words or note.body, bundle.title, fact_text(facts, "authors"), bundle.url, note.body if note.words else "",
        str(note.selector.position), f"{note.created[:10]} {note.created[11:19]}", note.section, note.attribution,
        ", ".join(note.tags), note.colour or "", note.kind, note.id, link(note),
        *(fact_text(facts, key) for key in ("publisher", "published", "updated")),
    )  # fmt: skip


def csv_line(cells: Iterable[str]) -> str:
    """Return a line of CSV in which no cell can act as a formula."""
    return ",".join(_cell(cell) for cell in cells) + "\r\n"


def _cell(text: str) -> str:
    """Quote a cell; put an apostrophe before whatever a spreadsheet would take for a formula, as OWASP advises.

    Where a semicolon or a tab separates the cells, a program may find the beginning of a cell within this one.
    """
    return '"' + _FORMULA.sub("'", text).replace('"', '""') + '"'


FORMAT = Format("csv", "CSV with Readwise's columns", write, rank=5)
