"""`briefing list`: the briefings of a folder as a table, or as JSON."""

import json
import os
import sys
from argparse import Namespace
from pathlib import Path

from briefing_tui.cli.outcome import NO, OK, Failure, put, put_exact, say
from briefing_tui.cli.target import folder_in_use
from briefing_tui.cli.wrap import cell_width, clip, pad
from briefing_tui.library.catalogue import Entry, entries

_HEADINGS = ("ID", "TITLE", "PUBLISHER", "DATE", "MIN", "QUOTES", "ACTORS", "IMAGES")
_NUMBERS = range(4, 8)
_TITLE, _PUBLISHER = 1, 2
_NARROWEST = 12
_GAP = "  "


def run(options: Namespace) -> int:
    """List the folder that was named, or the library. Raises Failure where it can't be read."""
    folder = Path(options.folder) if options.folder is not None else folder_in_use()
    return print_list(folder, options.format)


def print_list(folder: Path, form: str = "text") -> int:
    """Print the briefings of a folder, newest first; broken ones are told on standard error. Raises Failure."""
    if not folder.is_dir():
        raise Failure(f"{folder}: {'not a folder' if folder.exists() else 'no such folder'}")
    found = entries(folder)
    if form == "json":
        put_exact(json.dumps([_as_json(entry) for entry in found], ensure_ascii=False, indent=2))
    elif found:
        put("\n".join(_table(found)))
    for entry in found:
        if entry.problem:
            say(f"{entry.path}:{entry.problem.line}: {entry.problem.what}; {entry.problem.do}")
    if not found:
        say(f"{folder}: no briefings here")
    return OK if found else NO


def _as_json(entry: Entry) -> dict[str, object]:
    return {
        "id": entry.id,
        "file": str(entry.path),
        "title": entry.title,
        "publisher": entry.publisher,
        "published": entry.published,
        "minutes": entry.minutes,
        "quotes": entry.quotes,
        "actors": entry.actors,
        "images": entry.images,
        "problem": entry.problem and {"line": entry.problem.line, "what": entry.problem.what, "do": entry.problem.do},
    }


def _table(found: list[Entry]) -> list[str]:
    rows = [_HEADINGS, *(_row(entry) for entry in found)]
    sizes = [max(cell_width(row[column]) for row in rows) for column in range(len(_HEADINGS))]
    for column in (_TITLE, _PUBLISHER):
        too_much = sum(sizes) + len(_GAP) * (len(sizes) - 1) - _columns()
        sizes[column] -= max(0, min(too_much, sizes[column] - _NARROWEST))
    return [_GAP.join(_cells(row, sizes)).rstrip() for row in rows]


def _row(entry: Entry) -> tuple[str, ...]:
    counts = (entry.minutes, entry.quotes, entry.actors, entry.images)
    known = (entry.id, entry.title or "(no title)", entry.publisher or "", entry.published or "")
    return (*known, *("" if count is None else str(count) for count in counts))


def _cells(row: tuple[str, ...], sizes: list[int]) -> list[str]:
    clipped = (clip(cell, size) for cell, size in zip(row, sizes, strict=True))
    return [
        " " * (size - cell_width(cell)) + cell if column in _NUMBERS else pad(cell, size)
        for column, (cell, size) in enumerate(zip(clipped, sizes, strict=True))
    ]


def _columns() -> int:
    """The terminal's columns; without a terminal there is no limit, as a script wants whole titles."""
    try:
        return os.get_terminal_size(sys.stdout.fileno()).columns or sys.maxsize
    except (OSError, ValueError, AttributeError):
        return sys.maxsize
