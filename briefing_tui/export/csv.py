"""Notes as CSV with the columns that Readwise imports, and a few more; no cell is one that a spreadsheet would run."""

import unicodedata
from collections.abc import Iterable, Iterator

from briefing_tui.export.bundle import Bundle, link
from briefing_tui.model.note import Note

EXTENSION = "csv"

COLUMNS = (
    "Highlight", "Title", "Author", "URL", "Note", "Location", "Date",
    "Section", "Speaker", "Tags", "Color", "Kind", "ID", "Link",
)  # fmt: skip
"""The first seven are Readwise's; it leaves out those that it does not know."""

_RUNS = ("=", "+", "-", "@")


def write(bundles: Iterable[Bundle]) -> Iterator[str]:
    """A line a note, behind the line of columns."""
    yield _line(COLUMNS)
    for bundle in bundles:
        for note in bundle.notes:
            yield _line(_cells(bundle, note))


def _cells(bundle: Bundle, note: Note) -> tuple[str, ...]:
    return (
        note.words or note.body, bundle.title, ", ".join(bundle.authors), bundle.url, note.body if note.words else "",
        str(note.selector.position), f"{note.created[:10]} {note.created[11:19]}", note.section, note.attribution,
        ", ".join(note.tags), note.colour or "", note.kind, note.id, link(note),
    )  # fmt: skip


def _line(cells: Iterable[str]) -> str:
    return ",".join(_cell(cell) for cell in cells) + "\r\n"


def _cell(text: str) -> str:
    """A cell in quotation marks; before what a spreadsheet would take for a formula stands an apostrophe (OWASP)."""
    first = unicodedata.normalize("NFKC", text.lstrip()[:1])  # A sign's other widths and sizes are the sign to some.
    harmless = f"'{text}" if first.startswith(_RUNS) or text.lstrip(" ").startswith(("\t", "\r", "\n")) else text
    return '"' + harmless.replace('"', '""') + '"'
