"""Remember the reading position and the marks of each briefing between sessions.

Each file that is read has a JSON file of its own, which also holds what its article is recognised by. So an article that is read
from another file goes on where it was left.
"""

import hashlib
import json
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

from msgspec import Struct, field

from briefing_tui.file_io import read_text, write_atomically
from briefing_tui.model.briefing import Place
from briefing_tui.model.identity import Identity, Trace

VERSION = 2
"""The version of what is kept in the state folder; the first had none, and no traces."""
_MOST = 300
"""The files that are looked at for an article that is read from a new file."""


class Memory(Struct):
    """The reading position in a briefing, the progress (0 to 1), and the marks."""

    place: Place | None = None
    progress: float = 0.0
    marks: dict[str, Place] = field(default_factory=dict)
    briefing: str = ""
    path: str = ""
    """The id of the briefing and its file, if it has one: the id is to lead to the file."""
    trace: Trace | None = None
    """The identity of the article; None in a record of an earlier version."""


def file_of(folder: Path, briefing_id: str, path: Path | None, trace: Trace | None = None) -> Path:
    """Return the file that a briefing's memory is kept in.

    Files of the same name in different folders have different ones, and so have articles from standard input, by their `trace`.
    """
    where = str(path.resolve()) if path else repr(tuple(trace)) if trace else ""
    digest = hashlib.sha256(f"{briefing_id}\n{where}".encode("utf-8", "surrogateescape")).hexdigest()[:24]
    return folder / "positions" / f"{digest}.json"


def recall(file: Path) -> Memory:
    """Return what is remembered, or an empty memory if it can't be read."""
    try:
        data = json.loads(read_text(file))
        marks = {str(letter): _place(place) for letter, place in data.get("marks", {}).items()}
        place = _place(data["place"]) if data.get("place") else None
        trace = kept_trace(data) if data.get("version") else None
        return Memory(place, float(data.get("progress", 0.0)), marks, trace=trace)
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return Memory()


def recall_article(folder: Path, who: Identity) -> Memory:
    """Return what is remembered of an article.

    That is what was kept for the file that it is read from, otherwise for another file of it.
    """
    path = Path(who.path) if who.path else None
    memory = recall(file_of(folder, who.briefing, path, who.trace))
    if (memory.place is None and not memory.marks) or (memory.trace and memory.trace.is_of_another(who)):
        others = map(recall, latest_files(folder / "positions"))
        return next((other for other in others if other.trace and other.trace.is_of(who)), Memory())
    return memory


def latest_files(folder: Path) -> list[Path]:
    """Return the JSON files of a folder that were written last, the latest first."""
    dated = []
    for file in folder.glob("*.json"):
        with suppress(OSError):
            dated.append((file.stat().st_mtime, file))
    return [file for _, file in sorted(dated, reverse=True)[:_MOST]]


def kept_trace(data: dict[str, Any]) -> Trace:
    """Return the trace of an article that a file holds. Raises ValueError and TypeError if it is damaged."""
    return Trace(str(data.get("address", "")), tuple(int(mark) for mark in data.get("words", ())))


def remember(file: Path, memory: Memory) -> bool:
    """Write a memory, completely or not at all; return whether that succeeded."""
    data: dict[str, Any] = {
        "place": _row(memory.place) if memory.place else None,
        "progress": round(memory.progress, 4),
        "marks": {letter: _row(place) for letter, place in sorted(memory.marks.items())},
        "briefing": memory.briefing,
        "path": memory.path,
    }
    if memory.trace is not None:
        data |= {"version": VERSION, "address": memory.trace.address, "words": memory.trace.words}
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
