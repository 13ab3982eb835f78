"""The reading list and the saved searches as JSON Lines.

The first line names the format. Every other line is an article, with what it is recognised by, or a search.
"""

import json
from collections.abc import Iterator
from typing import Any, Literal, TypeVar

import msgspec
from msgspec import Struct

from briefing_tui.model.reading import ReadingEntry, SavedSearch, Status
from briefing_tui.notes.reading_list import CopiedEntry, ReadingList
from briefing_tui.text.safety import one_line

FORMAT, VERSION = "briefing reading list", 1
_START = f'{{"format": "{FORMAT}"'


class BrokenList(Exception):  # noqa: N818 - wrong input, shown to the user
    """A line of the file is no article and no search; nothing is imported."""

    def __init__(self, line: int, why: str) -> None:
        """Give the line (from 1) and what is wrong there."""
        super().__init__(why)
        self.line = line
        self.why = why


class _Fact(msgspec.Struct, array_like=True, frozen=True):
    kind: Literal["id", "address", "file", "source"]
    value: str


class _ArticleLine(Struct):
    """A line with an article."""

    article: str
    status: Status = "unread"
    tags: list[str] = []
    title: str = ""
    added: str = ""
    opened: str = ""
    modified: str = ""
    known_by: list[_Fact] = []
    marks: list[int] = []


class _SearchLine(Struct):
    """A line with a search."""

    search: str
    query: str
    modified: str = ""


_Line = TypeVar("_Line", _ArticleLine, _SearchLine)


def write_list(reading_list: ReadingList) -> Iterator[str]:
    """Make the lines of a reading list. Raises StoreError."""
    yield f'{_START}, "version": {VERSION}}}\n'
    for copied in sorted(reading_list.copy(), key=lambda one: one.entry.article):
        entry = msgspec.to_builtins(copied.entry)
        row = {**entry, "known_by": copied.facts, "marks": sorted(copied.marks)}
        yield json.dumps({key: value for key, value in row.items() if value}, ensure_ascii=False) + "\n"
    for search in reading_list.searches():
        row = {"search": search.name, "query": search.query, "modified": search.modified}
        yield json.dumps(row, ensure_ascii=False) + "\n"


def is_list(text: str) -> bool:
    """Return whether a text is a reading list."""
    return text.lstrip().startswith(_START)


def read_list(text: str) -> tuple[list[CopiedEntry], list[SavedSearch]]:
    """Return the articles and the searches of a reading list. Raises BrokenList."""
    entries, searches = [], []
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        row = _row(line, number)
        if "format" in row:
            _check_version(row, number)
        elif row.get("search"):
            search = _converted(row, _SearchLine, number)
            searches.append(SavedSearch(one_line(search.search), one_line(search.query), one_line(search.modified)))
        elif row.get("article"):
            entries.append(_entry(_converted(row, _ArticleLine, number), number))
        else:
            raise BrokenList(number, "neither an article nor a search")
    return entries, searches


def _check_version(row: dict[str, Any], number: int) -> None:
    version = row.get("version")
    if row["format"] != FORMAT or not isinstance(version, int):
        raise BrokenList(number, "no reading list of briefing")
    if version > VERSION:
        raise BrokenList(number, f"made by a newer version of briefing (its format is {version}); update briefing to import it")


def _row(line: str, number: int) -> dict[str, Any]:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError):
        raise BrokenList(number, "not JSON") from None
    return row if isinstance(row, dict) else {}


def _converted(row: dict[str, Any], kind: type[_Line], number: int) -> _Line:
    try:
        return msgspec.convert(row, kind)
    except msgspec.ValidationError as error:
        raise BrokenList(number, one_line(str(error))) from None


def _entry(row: _ArticleLine, number: int) -> CopiedEntry:
    if any(not 0 <= mark < 2**32 for mark in row.marks):
        raise BrokenList(number, "marks are numbers from 0 to 4294967295")
    times = (one_line(row.added), one_line(row.opened), one_line(row.title), one_line(row.modified))
    facts = [(str(fact.kind), one_line(fact.value)) for fact in row.known_by]
    entry = ReadingEntry(one_line(row.article), row.status, tuple(map(one_line, row.tags)), *times)
    return CopiedEntry(entry, facts, set(row.marks))
