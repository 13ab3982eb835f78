"""The state of the library, kept by the program while a briefing is read."""

from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from briefing_tui.ui.text.find import pattern

if TYPE_CHECKING:
    import re

    from briefing_tui.ui.library.shelf import ShelvedBriefing

Undo = Callable[[], str]
"""Takes a change back, in a thread; returns what to say. Raises StoreError and TrashError."""

_NAMES = ("is", "tag")


class LibraryView:
    """The query, order, selection and place of the library's list."""

    def __init__(self, folder: Path) -> None:
        """Begin with all briefings of a folder."""
        self.folder = folder
        self.shelf: list[ShelvedBriefing] = []
        """The briefings as they were read last."""
        self.query = ""
        self.order = "date"
        self.search_order: Literal["newest", "best"] = "newest"
        self.at = ""
        """The id of the item under the cursor."""
        self.row = 0
        """The row of the view in which that item begins."""
        self.selected: dict[Path, None] = {}
        """The selected files, in the order in which they were selected."""
        self.changes: list[Undo] = []
        """What takes the changes of this session back, the latest last."""

    def see(self, folder: Path) -> None:
        """List another folder, all of it."""
        if folder != self.folder:
            self.folder, self.shelf, self.query, self.at, self.selected = folder, [], "", "", {}


class ListFilter:
    """A query for the list: words, `is:` and `tag:`."""

    def __init__(self, query: str) -> None:
        """Take a query apart."""
        words: list[str] = []
        found: dict[str, list[str]] = {name: [] for name in _NAMES}
        for word in query.split():
            name, colon, value = word.partition(":")
            if colon and value and name.lower() in found:
                found[name.lower()].append(value)
            else:
                words.append(word)
        self._words = " ".join(words)
        self.is_of_list = bool(query.strip()) and not words
        """True if the list's own facts answer it: it has no words and no other filter."""
        self.statuses = tuple(value.lower() for value in found["is"])
        self.tags = tuple(value.lstrip("#") for value in found["tag"])

    @cached_property
    def words(self) -> "re.Pattern[str] | None":
        """The pattern of the words; None if there are none."""
        return pattern(self._words)
