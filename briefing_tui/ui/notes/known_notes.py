"""The notes of one article as they were read last.

So a change of a few of them is read in little time. All of it belongs to the thread of the notes.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from briefing_tui.notes.rows import Wanted
from briefing_tui.ui.notes.items import DRAFT, NoteMarks, PlacedNote, group_of, marks_of, note_items, ordered, place_note
from briefing_tui.ui.view.pane_items import Items
from briefing_tui.ui.view.session import Session

if TYPE_CHECKING:
    from briefing_tui.anchoring.plain_article import PlainArticle
    from briefing_tui.model.note import Note
    from briefing_tui.notes.store import NoteStore

_FEW = 500
"""So many notes are read one by one; of more, all are read."""


class FoundNotes(NamedTuple):
    """A briefing's notes and drafts, placed in one reading of it, and what shows them."""

    session: Session
    notes: list[PlacedNote]
    """In the order of the list."""
    items: Items = Items()
    """All of them in the pane."""
    marks: NoteMarks | None = None
    """The saved ones in the article; None if there are none."""
    by_time: bool = False


class KnownNotes:
    """The notes of one article that were found last."""

    def __init__(self, session: Session, article: PlainArticle) -> None:
        """Begin without notes; `article` holds the words of the session's briefing, in which notes are placed."""
        self.session, self.article = session, article
        self._name = ""
        self._notes: dict[str, Note] = {}
        self._placed: dict[str, PlacedNote] = {}
        self._listed: list[PlacedNote] = []
        self._items = Items().prepare()

    def __contains__(self, note_id: str) -> bool:
        """Return whether a note with this id was found last."""
        return note_id in self._notes

    def find(self, store: NoteStore, name: str, by_time: bool) -> FoundNotes:
        """Return the notes that the store has by now, under the article's name in it.

        Raises StoreError.
        """
        self._read(store, name)
        found = {note.id: self._place(note) for note in self._notes.values()}
        for draft in store.drafts(name):
            if not _is_saved(draft, self._notes.get(draft.id)):
                found[DRAFT + draft.id] = place_note(draft, self.session, self.article, is_draft=True)
        before = [placed for placed in self._listed if found.get(placed.id) is placed]
        there = {placed.id for placed in before} if len(before) < len(found) else found.keys()
        listed = ordered([*before, *(placed for name, placed in found.items() if name not in there)], by_time)
        self._items, self._listed, self._placed = self._items_of(listed), listed, found
        return FoundNotes(self.session, listed, self._items, marks_of(listed, self.session.text), by_time)

    def _read(self, store: NoteStore, name: str) -> None:
        """Read the notes that have changed since the last time."""
        stamps = store.stamps(name)
        known = self._notes if name == self._name else {}  # A note holds the name of its article.
        self._name = name
        news = [key for key, *stamp in stamps if key not in known or [known[key].revision, known[key].modified] != stamp]
        if news:
            wanted = Wanted(briefing=name, ids=tuple(news) if len(news) <= _FEW else ())
            known = {**known, **{note.id: note for note in store.notes(wanted)}}
        self._notes = {key: known[key] for key, *_ in stamps if key in known} if len(known) != len(stamps) else known

    def _place(self, note: Note) -> PlacedNote:
        known = self._placed.get(note.id)
        return known if known is not None and known.note is note else place_note(note, self.session, self.article)

    def _items_of(self, listed: Sequence[PlacedNote]) -> Items:
        """Return the items of the list; what is before and behind its changes is taken over."""
        before, shorter = self._listed, min(len(self._listed), len(listed))
        start = next((at for at in range(shorter) if before[at] is not listed[at]), shorter)
        kept = next((at for at in range(shorter - start) if before[-1 - at] is not listed[-1 - at]), shorter - start)
        kept = max(0, kept - 1)  # The first note behind the changes may get another heading.
        changed = listed[start : len(listed) - kept]
        items = note_items(changed, group_of(listed[start - 1]) if start else "")
        return self._items.spliced(start, len(before) - kept, items)


def _is_saved(draft: Note, saved: Note | None) -> bool:
    """Return whether a draft holds just what was saved."""
    return saved is not None and (draft.body, draft.tags, draft.colour) == (saved.body, saved.tags, saved.colour)
