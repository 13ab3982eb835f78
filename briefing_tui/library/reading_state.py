"""Remember the reading position and the marks of each briefing between sessions.

Each briefing has a JSON file of its own.
"""

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from msgspec import Struct, field

from briefing_tui.file_io import read_text, write_atomically
from briefing_tui.model.briefing import Place


class Memory(Struct):
    """The reading position in a briefing, the progress (0 to 1), and the marks."""

    place: Place | None = None
    progress: float = 0.0
    marks: dict[str, Place] = field(default_factory=dict)
    briefing: str = ""
    path: str = ""
    """The id of the briefing and its file, if it has one: notes have only the id, and are to lead to the file."""


def file_of(folder: Path, briefing_id: str, path: Path | None) -> Path:
    """Return the file that a briefing's memory is kept in.

    Content files of the same name in different folders have different ones.
    """
    where = str(path.resolve()) if path else ""
    digest = hashlib.sha256(f"{briefing_id}\n{where}".encode("utf-8", "surrogateescape")).hexdigest()[:24]
    return folder / "positions" / f"{digest}.json"


def recall(file: Path) -> Memory:
    """Return what is remembered, or an empty memory if it can't be read."""
    try:
        data = json.loads(read_text(file))
        marks = {str(letter): _place(place) for letter, place in data.get("marks", {}).items()}
        place = _place(data["place"]) if data.get("place") else None
        return Memory(place, float(data.get("progress", 0.0)), marks)
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return Memory()


def remember(file: Path, memory: Memory) -> bool:
    """Write a memory, completely or not at all; return whether that succeeded."""
    data = {
        "place": _row(memory.place) if memory.place else None,
        "progress": round(memory.progress, 4),
        "marks": {letter: _row(place) for letter, place in sorted(memory.marks.items())},
        "briefing": memory.briefing,
        "path": memory.path,
    }
    return write_whole(file, data)


def home_of(folder: Path, briefing_id: str) -> Path | None:
    """Return the file that a briefing was last read from, if it still exists.

    It may be outside the library.
    """
    known = [(time, path) for time, one, path in _homes(folder) if one == briefing_id]
    paths = (Path(path) for _, path in sorted(known, reverse=True))
    return next((path for path in paths if path.is_file()), None)


def known_briefings(folder: Path) -> set[str]:
    """Return the ids of the briefings that were read from files."""
    return {briefing_id for _, briefing_id, _ in _homes(folder)}


def _homes(folder: Path) -> Iterator[tuple[float, str, str]]:
    """Yield when each briefing was last read, its id and its file."""
    for file in (folder / "positions").glob("*.json"):
        try:
            data = json.loads(read_text(file))
            if data.get("briefing") and data.get("path"):
                yield file.stat().st_mtime, str(data["briefing"]), str(data["path"])
        except (OSError, ValueError, AttributeError, RecursionError):
            continue


def write_whole(file: Path, data: object) -> bool:
    """Write JSON, completely or not at all; return whether that succeeded."""
    try:
        write_atomically(file, [json.dumps(data)], sync=False, private=True)
    except OSError:
        return False
    return True


def _row(place: Place) -> list[Any]:
    return [place.at, place.paragraph, place.start, place.end]


def _place(row: Any) -> Place:
    at, *numbers = row
    paragraph, start, end = (None if number is None else int(number) for number in numbers)
    return Place(str(at), paragraph, start, end)
