"""Plan which files a build makes in a folder."""

from pathlib import Path

from briefing_tui.cli.building.jobs import Task
from briefing_tui.text.safety import one_line

_LONGEST = 200
"""Bytes of a file's name, so that there is room for a number and an ending."""

Plan = tuple[list[tuple[Task, Path]], list[Task], list[tuple[Task, Task]]]


def plan_files(tasks: list[Task], folder: Path, suffix: str) -> Plan:
    """Decide which file each task makes in a folder.

    Returns the tasks to do, each with its file; the tasks that an earlier run finished, whose file has the SHA-256 of their
    bytes; and the tasks with the same bytes as another, with that one.
    """
    planned: list[tuple[Task, Path]] = []
    done: list[Task] = []
    duplicates: list[tuple[Task, Task]] = []
    used: set[str] = set()
    seen: dict[str, Task] = {}
    for task in tasks:
        digest = _digest(task)
        if digest and digest in seen:
            duplicates.append((task, seen[digest]))
            continue
        seen[digest] = task
        stem = _stem(Path(task.name).stem)
        name, number = stem, 1
        while name in used:
            name, number = f"{stem}-{number}", number + 1
        used.add(name)
        path = folder / f"{name}{suffix}"
        if digest and holds(path, digest):
            done.append(task)
        else:
            planned.append((task, path))
    return planned, done, duplicates


def holds(path: Path, text: str) -> bool:
    """Return whether a file holds a text, such as the SHA-256 of its source."""
    from briefing_tui.contentfile.read.file_input import LARGEST
    from briefing_tui.file_io import read_file

    try:
        return text.encode() in read_file(path, LARGEST)
    except OSError:
        return False


def _stem(name: str) -> str:
    """Return the name of a source's file without its ending: one that every file system allows, and not like an option."""
    from unicodedata import normalize

    from briefing_tui.export.file_names import RESERVED
    from briefing_tui.text.slugs import slug

    stem = slug(normalize("NFC", one_line(name)))
    while len(stem.encode()) > _LONGEST:
        stem = stem[:-1]
    stem = stem.strip("-") or "briefing"
    return f"{stem}-article" if RESERVED.match(stem) else stem


def _digest(task: Task) -> str:
    """Return the SHA-256 of a source's bytes; empty for what is not fetched yet, and for what can't be read."""
    from hashlib import sha256

    from briefing_tui.file_io import read_file
    from briefing_tui.sources import MAX_BYTES

    try:
        if task.is_unfetched or task.failure:
            return ""
        return sha256(read_file(Path(task.source), MAX_BYTES) if task.data is None else task.data).hexdigest()
    except OSError:
        return ""
