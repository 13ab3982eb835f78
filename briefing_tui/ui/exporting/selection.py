"""What of the notes is to be exported: this briefing's or the library's, all of them or those of a tag, a kind or a colour."""

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
from briefing_tui.ui.notes.filter import Only, choices


class What(NamedTuple):
    """Some notes: of the briefing that is open (`notes`), or those of the library that are `wanted`."""

    name: str
    notes: tuple[Note, ...] = ()
    wanted: Wanted | None = None

    @property
    def is_library(self) -> bool:
        """Whether there is a file for each briefing."""
        return self.wanted is not None

    @contextmanager
    def bundles(self, briefing: Briefing) -> Iterator[Iterator[Bundle]]:
        """The notes by briefing, `briefing` being the one that is open. Raises StoreError."""
        if self.wanted is None:
            yield bundles(self.notes, lambda _: briefing)
            return
        finder = BriefingFinder(None)
        with NoteStore() as store:
            yield bundles(store.each(self.wanted), lambda name: briefing if name == briefing.id else finder.find(name))


def offered(notes: list[Note]) -> list[tuple[What, int]]:
    """What can be exported, with the number of notes, `notes` being those of the briefing that is open. Raises StoreError."""
    found = [(What("all of this briefing", tuple(notes)), len(notes))]
    for only, count in choices(notes):
        found.append((What(f"{only}, of this briefing", tuple(note for note in notes if only.has(note))), count))
    with NoteStore() as store:
        tags = [(Wanted(tags=(tag,)), str(Only("tag", tag)), count) for tag, count in store.tags()]
        others = [(Wanted(kinds=(kind,)), kind) for kind in KINDS]
        coloured = [(Wanted(colours=(colour,)), colour) for colour in COLOURS]
        counted = [(wanted, name, store.count(wanted)) for wanted, name in ((Wanted(), "all"), *others, *coloured)]
    for wanted, name, count in [counted[0], *tags, *counted[1:]]:
        if count:
            found.append((What(f"{name}, of the library", wanted=wanted), count))
    return found
