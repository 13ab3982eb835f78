"""Notes as CSV with the columns that Readwise imports.

No cell can act as a formula in a spreadsheet.
"""

from collections.abc import Iterable, Iterator

from briefing_tui.export.article_facts import fact_text
from briefing_tui.export.bundle import Bundle, link
from briefing_tui.export.csv_cells import csv_line
from briefing_tui.export.format import Format
from briefing_tui.model.note import Note

COLUMNS = (
    "Highlight", "Title", "Author", "URL", "Note", "Location", "Date",
    "Section", "Speaker", "Tags", "Color", "Kind", "ID", "Link", "Publisher", "Published", "Updated",
)  # fmt: skip
"""The first seven are Readwise's; it ignores the others."""


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


FORMAT = Format("csv", "CSV with Readwise's columns", write, rank=5)
