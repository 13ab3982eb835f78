"""The briefings of a folder as the library lists them.

Everything here runs in a thread, as it takes as long as the library is large.
"""

from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from re import Pattern
from typing import TYPE_CHECKING

from msgspec import Struct

from briefing_tui.anchoring.anchors import fold
from briefing_tui.library.catalogue import Entry, entries
from briefing_tui.library.folder import has_more_files
from briefing_tui.library.reading_state import file_of, recall
from briefing_tui.model.reading import ReadingEntry, Status, after_reading
from briefing_tui.presentation.counts import counted_any
from briefing_tui.presentation.dates import day, short_day
from briefing_tui.ui.text.layout import Block, Run
from briefing_tui.ui.text.text_styles import tag_style
from briefing_tui.ui.text.wrapping import clip

if TYPE_CHECKING:
    from briefing_tui.library.index.library_index import LibraryIndex
    from briefing_tui.library.index.records import ArticleRecord
    from briefing_tui.notes.store import NoteStore

_COLUMN, _BAR = 11, 6
"""Cells of the column of dates, and of the bar in it."""
_NO_ENTRY = ReadingEntry("")

ORDERS = {
    "date": "date of publication, the newest first",
    "added": "added, the latest first",
    "opened": "opened, the latest first",
    "title": "title",
    "publisher": "publisher",
    "length": "length, the longest first",
}
"""What the library can be sorted by."""


class ShelvedBriefing(Struct, frozen=True):
    """A briefing of the library."""

    entry: Entry
    progress: float | None
    """How far it has been read, from 0 to 1; None if not at all."""
    reading: ReadingEntry = _NO_ENTRY
    modified: float = 0.0
    """When its file was last written, in seconds since 1970."""

    @property
    def status(self) -> Status:
        """The status; before there was a reading list, only positions were kept."""
        if self.reading.article:
            return self.reading.status
        return "unread" if self.progress is None else after_reading("reading", self.progress)

    def blocks(self, narrow: bool, is_selected: bool = False) -> tuple[Block, ...]:
        """Return title and details, with a column of dates and progress if there is room."""
        entry = self.entry
        title, date = entry.title or entry.id, entry.published or ""
        mark = "✓ " if is_selected else ""
        style = "name" if self.status in ("unread", "reading") else "text"
        if narrow:
            details = " · ".join(part for part in (short_day(date), entry.publisher, self._share) if part)
            return Block(title, style, (), mark, above=1), self._with_tags(details, "", "")
        beside = " " * (_COLUMN + 2)
        return (
            Block(title, style, (), f"{clip(short_day(date), _COLUMN):>{_COLUMN}}  {mark}", beside, 1),
            self._with_tags(self._details, f"{self._progress:>{_COLUMN}}  ", beside),
        )

    def _with_tags(self, details: str, first: str, rest: str) -> Block:
        """Return the block of the details with the tags behind them."""
        runs, text = [], details
        for tag in self.reading.tags:
            text += "  " if text else ""
            runs.append(Run(len(text), len(text) + len(tag) + 1, tag_style(tag)))
            text += f"#{tag}"
        return Block(text, "meta", tuple(runs), first, rest)

    @property
    def _details(self) -> str:
        """Publisher, reading time and contents."""
        entry = self.entry
        if entry.problem and entry.quotes is None:
            return entry.problem.what
        parts = [entry.publisher, f"{entry.minutes}\u00a0min" if entry.minutes else ""]
        parts += [_count(entry.actors, "actor"), _count(entry.quotes, "quote"), _count(entry.images, "image")]
        return " · ".join(part for part in parts if part)

    @property
    def _share(self) -> str:
        """The status in a word or two; while it is being read, the share that was read."""
        is_counted = self.status == "reading" and self.progress is not None
        return f"{self.progress:.0%}\u00a0read" if is_counted else self.status

    @property
    def _progress(self) -> str:
        """The status; while it is being read, the share of the article that was read, as a bar and a number."""
        if self.status != "reading" or self.progress is None:
            return self._share
        return f"{'━' * round(self.progress * _BAR):╌<{_BAR}} {self.progress:4.0%}"

    @property
    def words(self) -> str:
        """The words that it is filtered by: title, publisher, date and id."""
        entry = self.entry
        date = entry.published or ""
        return fold("\n".join((entry.title or "", entry.publisher or "", day(date), date, entry.id)))


def _count(number: int | None, noun: str) -> str:
    return counted_any(number or 0, noun).replace(" ", "\u00a0")


def read_shelf(
    folder: Path, state: Path | None, store: "NoteStore | None", index: "LibraryIndex", most: int | None = None
) -> list[ShelvedBriefing]:
    """Return the briefings of a folder, the newest first.

    If the folder is gone, none are, whatever its index still has.

    Args:
        folder: the folder.
        state: the folder with reading positions.
        store: has the reading list.
        index: the folder's index. A large folder is listed from it, as far as it has it.
        most: the most that are asked of the index; None for all.
    """
    from briefing_tui.notes.errors import StoreError

    found = _entries_of(folder, index, most) if folder.is_dir() else []
    readings: dict[Path, ReadingEntry] = {}
    if store is not None:
        with suppress(StoreError):  # The library is listed without it.
            readings = store.reading_list.of_files([entry.path for entry, _ in found])
    positions = _positions(state)
    return [
        ShelvedBriefing(entry, _progress(entry, state, positions), readings.get(entry.path, _NO_ENTRY), modified)
        for entry, modified in found
    ]


def is_growing(folder: Path, index: "LibraryIndex") -> bool:
    """Return whether the index of a large folder is being made.

    A list of it has only a part yet.
    """
    from briefing_tui.library.index.library_index import FEW_FILES, IndexTrouble

    try:
        return has_more_files(folder, FEW_FILES) and not index.is_made()
    except IndexTrouble:
        return False


def _entries_of(folder: Path, index: "LibraryIndex", most: int | None) -> list[tuple[Entry, float]]:
    """Return the entries of a folder with the times of their files."""
    from briefing_tui.library.index.library_index import FEW_FILES, IndexTrouble

    if has_more_files(folder, FEW_FILES):
        with suppress(IndexTrouble):
            return [(_entry_of(folder, record), record.modified) for record in index.articles(most)]
    return [(entry, _modified(entry.path)) for entry in entries(folder)]


def _entry_of(folder: Path, record: "ArticleRecord") -> Entry:
    about = (record.title, record.publisher, record.published, record.minutes, record.quotes, record.actors, record.images)
    return Entry(folder, record.file, record.id, *about, record.modified, record.problem)


def _modified(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except OSError:
        return 0.0


def _positions(state: Path | None) -> frozenset[str]:
    """Return the names of the files with reading positions."""
    try:
        return frozenset(file.name for file in (state / "positions").iterdir()) if state else frozenset()
    except OSError:
        return frozenset()


def _progress(entry: Entry, state: Path | None, positions: frozenset[str]) -> float | None:
    """Return how far a briefing has been read, from 0 to 1; None if not at all."""
    if state is None or not positions:
        return None
    file = file_of(state, entry.path.stem, entry.path)
    if file.name not in positions:
        return None
    memory = recall(file)
    return memory.progress if memory.place else None


def ordered(shelf: Iterable[ShelvedBriefing], order: str) -> list[ShelvedBriefing]:
    """Return the briefings in an order, one of `ORDERS`."""
    keys = {
        "added": lambda one: (one.reading.added or _time(one.modified), one.modified),
        "opened": lambda one: one.reading.opened,
        "title": lambda one: fold(one.entry.title or one.entry.id).casefold(),
        "publisher": lambda one: (not one.entry.publisher, fold(one.entry.publisher or "").casefold()),
        "length": lambda one: one.entry.minutes or 0,
    }
    if order not in keys:
        return list(shelf)
    return sorted(shelf, key=keys[order], reverse=order in ("added", "opened", "length"))


def _time(seconds: float) -> str:
    from datetime import UTC, datetime

    return datetime.fromtimestamp(seconds, UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def fitting(
    shelf: Iterable[ShelvedBriefing], words: Pattern[str] | None, statuses: Sequence[str] = (), tags: Sequence[str] = ()
) -> list[ShelvedBriefing]:
    """Return the briefings that have the words, one of the statuses, and all tags."""
    wanted = {tag.casefold() for tag in tags}
    if not (words or statuses or wanted):
        return list(shelf)
    return [
        one
        for one in shelf
        if (not statuses or one.status in statuses)
        and (not wanted or wanted <= {tag.casefold() for tag in one.reading.tags})
        and (words is None or words.search(one.words))
    ]
