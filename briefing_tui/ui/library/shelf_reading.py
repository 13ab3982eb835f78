"""Reading the library's folder and the reading list, in threads.

These are functions, as work in threads would keep the screen alive for as long as it takes.
"""

from collections.abc import Mapping, Sequence
from concurrent.futures import Future
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from briefing_tui.notes.errors import StoreError
from briefing_tui.settings import paths
from briefing_tui.ui.library.shelf import ShelvedBriefing, is_growing, read_shelf

if TYPE_CHECKING:
    from briefing_tui.model.reading import ReadingEntry
    from briefing_tui.notes.store import NoteStore
    from briefing_tui.ui.view.program_notes import ProgramNotes


class Listed(NamedTuple):
    """The briefings of a folder as they were read, and what changes with the folder."""

    folder: Path
    stamp: object
    shelf: list[ShelvedBriefing]
    is_beginning: bool = False
    """Whether there are more."""
    is_growing: bool = False
    """Whether the folder is being read for the first time."""


class Looked(NamedTuple):
    """The changes since the list was made."""

    has_changed: bool
    progress: str = ""
    """How much of the folder has been read, while it is read for the first time."""


def read_folder(
    folder: Path, state: Path | None, notes: "ProgramNotes", endings: Sequence[Future[Any]], most: int | None
) -> Listed:
    """Read a folder's briefings, at most so many.

    `endings` are what a reader left to write: it belongs to the list.
    """
    from briefing_tui.library.index.library_index import open_index

    stamp = _stamp(folder)
    for ending in endings:
        ending.result()
    with open_index(folder) as index:
        growing = is_growing(folder, index)
        shelf = read_shelf(folder, state, store_of(notes), index, most)
    return Listed(folder, stamp, shelf, most is not None and len(shelf) == most, growing)


def look(folder: Path, known: object, notes: "ProgramNotes", listed: int | None) -> Looked:
    """Return whether another program changed the folder or the reading list.

    `known` is the stamp of the folder when it was read; `listed` the number of briefings, if its index is being made.
    """
    if listed is not None:
        return _grown(folder, listed)
    store = store_of(notes)
    try:
        return Looked((store is not None and store.reading_list.has_changed()) or _stamp(folder) != known)
    except StoreError:
        return Looked(False)


def _stamp(folder: Path) -> object:
    """Return what changes when a file comes into the folder, goes or is renamed."""
    try:
        status = folder.stat()
    except OSError:
        return None
    return status.st_mtime_ns, status.st_ino


def _grown(folder: Path, listed: int) -> Looked:
    """Return how far an index is that is being made.

    It is worth a new list if it is twice as large, or complete.
    """
    from briefing_tui.library.folder import content_files
    from briefing_tui.library.index.library_index import IndexTrouble, open_index

    try:
        with open_index(folder) as index:
            count = index.count()
            return Looked(count > 2 * listed or index.is_made(), f"reading the folder: {count} of {len(content_files(folder))}")
    except IndexTrouble:
        return Looked(False)


def readings(notes: "ProgramNotes", files: Sequence[Path]) -> "Mapping[Path, ReadingEntry]":
    """Return what the reading list has of files."""
    store = store_of(notes)
    try:
        return store.reading_list.of_files(files) if store is not None else {}
    except StoreError:
        return {}


def store_of(notes: "ProgramNotes") -> "NoteStore | None":
    """Return the user's notes; None if there are none yet."""
    return notes.store() if paths.notes().exists() else None
