"""Open the library's index as the shell needs it: current, whatever other programs did."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from briefing_tui.application.inputs import InputError, folder_in_use

if TYPE_CHECKING:
    from briefing_tui.library.index.library_index import LibraryIndex
    from briefing_tui.library.index.refreshing import Report

_Found = TypeVar("_Found")
_QUICK = 20_000
"""Files of a library that are all looked at before each answer; 100,000 take half a second."""


def current_index(folder: Path | None = None, report: "Report | None" = None) -> "LibraryIndex":
    """Return the index of a folder, brought up to date.

    By default it is the library in use. `report` is called while files are read. Raises InputError if there is no such folder,
    and IndexTrouble.
    """
    index = _index(folder, report)
    index.refresh()
    return index


def ask_library(
    question: "Callable[[LibraryIndex], _Found]",
    folder: Path | None = None,
    report: "Report | None" = None,
    is_enough: "Callable[[LibraryIndex, _Found], bool]" = lambda _, found: bool(found),
) -> _Found:
    """Return the answer of a library to a question.

    A small library is brought up to date first. In a large one the folder alone is looked at: if no file came or went, the index
    answers at once; only if that is not enough, every file is looked at, and the question asked again.

    Args:
        question: asks the index.
        folder: the library, by default the one in use.
        report: called while files are read.
        is_enough: says whether an answer stands; by default, if it is not empty.

    Raises:
        InputError: there is no such folder.
        IndexTrouble: the index can't be used.
    """
    with _index(folder, report) as index:
        is_large = index.count() > _QUICK and index.is_current()
        if not is_large:
            index.refresh()
        found = question(index)
        if is_large and not is_enough(index, found) and index.refresh():
            found = question(index)
        return found


def _index(folder: Path | None, report: "Report | None") -> "LibraryIndex":
    from briefing_tui.library.index.library_index import open_index

    chosen = folder or folder_in_use()
    if not chosen.is_dir():
        raise InputError(f"{chosen}: {'not a folder' if chosen.exists() else 'no such folder'}")
    index = open_index(chosen)
    index.report = report
    return index
