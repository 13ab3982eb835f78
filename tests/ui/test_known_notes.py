"""Notes are read again only where they changed, with the same result."""

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing_tui.anchoring.plain_article import PlainArticle
from briefing_tui.model.briefing import Place
from briefing_tui.model.note import Note
from briefing_tui.notes.places import draft_on
from briefing_tui.notes.rows import Wanted
from briefing_tui.notes.store import NoteStore
from briefing_tui.ui.notes.known_notes import FoundNotes, KnownNotes
from briefing_tui.ui.view.opened_file import OpenedFile
from tests.ui.driver import HARBOUR

SESSION = OpenedFile(HARBOUR, HARBOUR.stem).load()
ARTICLE = PlainArticle(SESSION.briefing)
PLACES = [Place(section.id, number) for section in SESSION.briefing.sections for number in range(len(section.paragraphs))]
CHANGES = st.lists(
    st.tuples(st.sampled_from(["add", "lost", "draft", "edit", "delete", "undo"]), st.integers(0, 20), st.booleans()),
    min_size=1,
    max_size=12,
)


def note_at(number: int, name: str) -> Note:
    """Return a new note on a paragraph."""
    note = draft_on(ARTICLE, "paragraph", [PLACES[number % len(PLACES)]])
    assert note is not None
    return replace(note, briefing=name, body=f"See {number}.")


def change(store: NoteStore, what: str, number: int, name: str) -> None:
    """Change the notes of an article."""
    there = store.notes(Wanted(briefing=name))
    if what == "add":
        store.add(note_at(number, name))
    elif what == "lost":
        note = note_at(number, name)
        store.add(replace(note, selector=replace(note.selector, exact=f"nowhere {number}", prefix="", suffix="")))
    elif what == "draft":
        store.save_draft(replace(note_at(number, name), id=f"draft-{number}"))
    elif what == "undo":
        store.undo(name)
    elif there:
        note = there[number % len(there)]
        if what == "edit":
            store.edit(note, replace(note, body=f"{note.body} And {number}."))
        else:
            store.delete(note)


def order_of(found: FoundNotes, by_time: bool) -> list[object]:
    """Return what saved notes are listed by; a draft's time is that of its reading."""
    saved = [placed for placed in found.notes if not placed.is_draft]
    return [(placed.rank[0], placed.note.modified) if by_time else placed.rank for placed in saved]


@settings(max_examples=25, deadline=None)
@given(CHANGES)
def test_what_is_known_after_some_changes_is_what_a_first_reading_finds(changes: list[tuple[str, int, bool]]) -> None:
    with TemporaryDirectory() as folder, NoteStore(Path(folder) / "notes.db") as store:
        known = KnownNotes(SESSION, ARTICLE)
        for what, number, by_time in changes:
            change(store, what, number, "quay")
            found, fresh = known.find(store, "quay", by_time), KnownNotes(SESSION, ARTICLE).find(store, "quay", by_time)
            assert sorted(placed.id for placed in found.notes) == sorted(placed.id for placed in fresh.notes)
            assert order_of(found, by_time) == order_of(fresh, by_time)
            assert found.marks == fresh.marks
            items = type(found.items)(found.items)
            for name in ("blocks", "owner", "first_block", "numbers", "sizes"):
                assert getattr(found.items, name) == getattr(items, name)
            assert [item.id for item in found.items] == [placed.id for placed in found.notes]


def test_only_what_changed_is_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with NoteStore(tmp_path / "notes.db") as store:
        for number in range(30):
            store.add(note_at(number, "quay"))
        known = KnownNotes(SESSION, ARTICLE)
        first = known.find(store, "quay", False).notes
        store.edit(first[7].note, replace(first[7].note, body="Anew."))
        read: list[Note] = []
        notes = store.notes

        def noting(wanted: Wanted) -> list[Note]:
            read.extend(found := notes(wanted))
            return found

        monkeypatch.setattr(store, "notes", noting)
        again = known.find(store, "quay", False).notes
        assert [note.body for note in read] == ["Anew."]
        assert sum(one is other for one in first for other in again) == 29
