"""List the briefings of a folder, as its index knows them.

Markdown that is no content file is left out.
"""

import os
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from briefing_tui.contentfile.detect import is_content_file
from briefing_tui.contentfile.read.file_input import UnreadableFile, decode_utf8, load_bytes
from briefing_tui.library.folder import is_content_name
from briefing_tui.model.briefing import Problem
from briefing_tui.text.safety import harmless

if TYPE_CHECKING:
    from briefing_tui.library.index.refreshing import Report


class Entry(Struct, frozen=True, gc=False):
    """A content file as a list shows it.

    A file that can't be read has a problem and no counts. `modified` is when the file was last written, in seconds since 1970.
    """

    folder: Path
    file: str
    id: str
    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    minutes: int | None = None
    quotes: int | None = None
    actors: int | None = None
    images: int | None = None
    modified: float = 0.0
    problem: Problem | None = None

    @property
    def path(self) -> Path:
        """The path of the file."""
        return self.folder / self.file


def entries(folder: Path, report: "Report | None" = None) -> list[Entry]:
    """Return the briefings of a folder, the newest first, then by id.

    Those without a day come last. The folder's index is brought up to date first; `report` is called while files are read.
    Raises nothing: without room for the index, the files are read anew.
    """
    from briefing_tui.library.index.errors import IndexTrouble
    from briefing_tui.library.index.library_index import open_index

    for is_kept in (True, False):
        try:
            with open_index(folder, is_kept=is_kept) as index:
                index.report = report
                index.refresh()
                return _entries_of(folder, index.listing())
        except IndexTrouble:
            continue
    return []


def _entries_of(folder: Path, rows: Iterable[tuple[Any, ...]]) -> list[Entry]:
    """Return the entries of the rows of a listing; in one function, as there may be very many."""
    return [
        Entry(
            folder, file if file.__class__ is str else os.fsdecode(file), id, title, publisher, published,
            minutes, quotes, actors, images, modified, None if line is None else Problem(line, what, do),
        )
        for _, file, id, title, publisher, published, minutes, quotes, actors, images, modified, line, what, do in rows  # noqa: A001
    ]  # fmt: skip


def holds_briefings(folder: Path) -> bool:
    """Return whether the folder holds any briefing; the first that is found decides."""
    try:
        with os.scandir(folder) as found:
            return any(is_content_name(entry.name) and _is_briefing(folder / entry.name) for entry in found)
    except OSError:
        return False


def _is_briefing(path: Path) -> bool:
    """Return whether a file is listed: a content file, or one that can't be read."""
    if not path.is_file():
        return False
    try:
        text, _ = decode_utf8(load_bytes(path))
    except UnreadableFile:
        return True
    return is_content_file(harmless(text))
