"""The result of reading a file of notes, or the line that is broken."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from briefing_tui.model.note import Note


class BrokenImport(Exception):  # noqa: N818 - wrong input, shown to the user
    """Something in the file can't be a note; nothing is imported."""

    def __init__(self, line: int, why: str) -> None:
        """Give the line (from 1) and what is wrong there."""
        super().__init__(f"{line}: {why}")
        self.line = line
        self.why = why


class Incoming(NamedTuple):
    """The notes of a file; `left_out` counts entries that are empty or repeated.

    `bases` has the ids of the notes whose text may be an edit, each with what the edit began with: see `NoteStore.import_notes`.
    """

    notes: tuple[Note, ...]
    left_out: int = 0
    bases: Mapping[str, str] = MappingProxyType({})
