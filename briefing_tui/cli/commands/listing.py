"""`briefing list`: print the briefings of a folder as a table, or as JSON."""

import json
import os
import sys
from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path

from briefing_tui.application.inputs import folder_in_use
from briefing_tui.cli.outcome import NO, OK, Failure, put, put_json, say
from briefing_tui.cli.progress import index_progress
from briefing_tui.library.catalogue import Entry, entries
from briefing_tui.text.cells import cell_width, clip, is_narrow

_HEADINGS = ("ID", "TITLE", "PUBLISHER", "DATE", "MIN", "QUOTES", "ACTORS", "IMAGES")
_NUMBERS = _HEADINGS[4:]
_CLIPPED = ("PUBLISHER", "TITLE")
_LEAST = ("PUBLISHER", "IMAGES", "ACTORS", "QUOTES", "MIN", "DATE")
_NARROWEST = {"PUBLISHER": 14, "TITLE": 32}
_GAP = "  "


def run(options: Namespace) -> int:
    """List the named folder, or the library. Raises Failure if it can't be read."""
    folder = Path(options.folder) if options.folder is not None else folder_in_use()
    return print_list(folder, options.format)


def print_list(folder: Path, form: str = "text") -> int:
    """Print the briefings of a folder, the newest first; return the exit status.

    Problems go to standard error. Raises Failure.
    """
    if not folder.is_dir():
        raise Failure(f"{folder}: {'not a folder' if folder.exists() else 'no such folder'}")
    with index_progress() as report:
        found = entries(folder, report)
    if form == "json":
        put_json(json.dumps([_as_json(entry) for entry in found], ensure_ascii=False, indent=2))
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
    """Make a row for each entry.

    To fit a terminal, publisher and title are clipped, then columns of least use left out. If long ids leave the titles too
    little room, each entry has two lines.
    """
    columns = _columns_of(found)
    sizes = {name: _width(cells) for name, cells in columns.items()}
    for least in (*_LEAST, None):
        for name in _CLIPPED:
            if name in sizes:
                sizes[name] -= max(0, min(_total(sizes) - _columns(), sizes[name] - _NARROWEST[name]))
        if least is None or _total(sizes) <= _columns():
            break
        del sizes[least]
        sizes["TITLE"] = _width(columns["TITLE"])
    if _total(sizes) > _columns():
        return [line for entry in found for line in _two_lines(entry)]
    cells, formats = zip(*(_fitted(name, columns[name], size) for name, size in sizes.items()), strict=True)
    row_format = _GAP.join(formats)
    return [(row_format % row).rstrip() for row in zip(*cells, strict=True)]


def _two_lines(entry: Entry) -> tuple[str, str]:
    """Return the title, and below it the id with as many other facts as have room."""
    id, title, publisher, published, *_ = _row(entry)  # noqa: A001
    about = f"  {id}"
    for fact in (published, f"{entry.minutes} min" if entry.minutes else "", publisher):
        if fact and cell_width(about) + len(_GAP) + cell_width(fact) <= _columns():
            about += _GAP + fact
    return clip(title, _columns()), about


def _columns_of(found: list[Entry]) -> dict[str, list[str]]:
    """Return the cells of each column, the heading first."""
    return {
        "ID": ["ID", *[entry.id for entry in found]],
        "TITLE": ["TITLE", *[entry.title or "(no title)" for entry in found]],
        "PUBLISHER": ["PUBLISHER", *[entry.publisher or "" for entry in found]],
        "DATE": ["DATE", *[entry.published or "" for entry in found]],
        "MIN": _numbers("MIN", [entry.minutes for entry in found]),
        "QUOTES": _numbers("QUOTES", [entry.quotes for entry in found]),
        "ACTORS": _numbers("ACTORS", [entry.actors for entry in found]),
        "IMAGES": _numbers("IMAGES", [entry.images for entry in found]),
    }


def _numbers(heading: str, counts: Sequence[int | None]) -> list[str]:
    """Return the cells of a column of numbers, each number padded once to the width of all."""
    cells = {count: "" if count is None else str(count) for count in set(counts)}
    width = max(map(len, (heading, *cells.values())))
    padded = {count: cell.rjust(width) for count, cell in cells.items()}
    return [heading.rjust(width), *[padded[count] for count in counts]]


def _total(sizes: dict[str, int]) -> int:
    return sum(sizes.values()) + len(_GAP) * (len(sizes) - 1)


def _width(cells: Sequence[str]) -> int:
    """Return the width of the widest cell. All letters are looked at together, as most lists have narrow ones only."""
    return max(map(len, cells)) if is_narrow("".join(cells)) else max(map(cell_width, cells))


def _fitted(name: str, cells: Sequence[str], width: int) -> tuple[Sequence[str], str]:
    """Return the cells of a column, clipped to its width, and the format that pads them."""
    if name in _NUMBERS:
        return cells, "%s"
    if not is_narrow("".join(cells)):
        short = [clip(cell, width) for cell in cells]
        return [cell + " " * (width - cell_width(cell)) for cell in short], "%s"
    if max(map(len, cells)) > width:
        cells = [cell if len(cell) <= width else clip(cell, width) for cell in cells]
    return cells, f"%-{width}s"


def _row(entry: Entry) -> tuple[str, ...]:
    counts = (entry.minutes, entry.quotes, entry.actors, entry.images)
    known = (entry.id, entry.title or "(no title)", entry.publisher or "", entry.published or "")
    return (*known, *("" if count is None else str(count) for count in counts))


def _columns() -> int:
    """Return the terminal's columns; without a terminal there is no limit, as scripts want whole titles."""
    try:
        return os.get_terminal_size(sys.stdout.fileno()).columns or sys.maxsize
    except (OSError, ValueError, AttributeError):
        return sys.maxsize
