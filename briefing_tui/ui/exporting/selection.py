"""The notes that are to be exported.

They are all notes of the open briefing or of the library, or those of a tag, a kind or a colour.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

from briefing_tui.application.lookup import BriefingFinder
from briefing_tui.export.bundle import Bundle, bundles
from briefing_tui.model.briefing import Briefing
from briefing_tui.model.note import COLOURS, KINDS, Note
from briefing_tui.notes.rows import Wanted
from briefing_tui.notes.store import NoteStore
from briefing_tui.ui.notes.note_filter import Only, choices


class NoteSelection(NamedTuple):
    """Some notes of the open briefing (`notes`), or those of the library that are `wanted`."""

    name: str
    notes: tuple[Note, ...] = ()
    wanted: Wanted | None = None

    @property
    def is_library(self) -> bool:
        """True if the notes are of the library, not of one briefing."""
        return self.wanted is not None

    @contextmanager
    def bundles(self, briefing: Briefing) -> Iterator[Iterator[Bundle]]:
        """Yield the notes by briefing; `briefing` is the one that is open. Raises StoreError."""
        if self.wanted is None:
            yield bundles(self.notes, lambda _: briefing)
            return
        with NoteStore() as store:
            finder = BriefingFinder(None, store)
            yield bundles(store.each(self.wanted), lambda name: briefing if name == briefing.id else finder.find(name))


def selections(notes: list[Note]) -> list[tuple[NoteSelection, int]]:
    """Return what can be exported, each with its number of notes. Raises StoreError.

    `notes` are those of the open briefing.
    """
    found = [(NoteSelection("all of this briefing", tuple(notes)), len(notes))]
    for only, count in choices(notes):
        found.append((NoteSelection(f"{only}, of this briefing", tuple(note for note in notes if only.has(note))), count))
    with NoteStore() as store:
        tags = [(Wanted(tags=(tag,)), str(Only("tag", tag)), count) for tag, count in store.tags()]
        others = [(Wanted(kinds=(kind,)), kind) for kind in KINDS]
        coloured = [(Wanted(colours=(colour,)), colour) for colour in COLOURS]
        counted = [(wanted, name, store.count(wanted)) for wanted, name in ((Wanted(), "all"), *others, *coloured)]
    for wanted, name, count in [counted[0], *tags, *counted[1:]]:
        if count:
            found.append((NoteSelection(f"{name}, of the library", wanted=wanted), count))
    return found
