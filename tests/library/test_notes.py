"""The store of notes: saving, two windows at once, drafts, undo."""

import os
import sqlite3
import stat
import subprocess
import sys
import threading
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_tui.model.note import LONGEST_BODY, LONGEST_TAG, UNDATED, Note, clean_tags, is_id, is_time, new_id, now, same
from briefing_tui.notes import cjk_index
from briefing_tui.notes.errors import StoreError
from briefing_tui.notes.rows import Wanted
from briefing_tui.notes.store import ImportCounts, NoteStore
from tests.library.helpers import PLAIN, STAMP, many_notes, note


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "notes.db"


@pytest.fixture
def store(path: Path) -> NoteStore:
    return NoteStore(path)


def bodies(store: NoteStore, wanted: Wanted | None = None) -> list[str]:
    return [one.body for one in store.notes(wanted, "time")]


def test_a_note_is_there_after_closing_and_opening(store: NoteStore, path: Path) -> None:
    saved = store.add(note("The quay moved."))
    store.close()
    assert NoteStore(path).notes() == [saved]


def test_asking_a_store_that_was_never_written_makes_no_file(store: NoteStore, path: Path) -> None:
    assert store.notes() == []
    assert store.tags() == []
    assert store.drafts() == []
    assert not store.changes()
    assert not path.parent.exists()


def test_a_store_that_is_made_has_nothing_to_be_copied_before(store: NoteStore, path: Path) -> None:
    store.add(note("first"))
    assert not list(path.parent.glob("*.bak"))


def test_only_the_owner_may_read_the_notes(store: NoteStore, path: Path) -> None:
    store.add(note("mine"))
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert {stat.S_IMODE(file.stat().st_mode) for file in path.parent.iterdir()} == {0o600}


@given(many_notes)
def test_whatever_is_saved_is_read_back_the_same(notes: list[Note]) -> None:
    import tempfile

    with tempfile.TemporaryDirectory() as folder, NoteStore(Path(folder) / "notes.db") as store:
        saved = [store.add(one) for one in notes]
        assert all(same(one, two) for one, two in zip(notes, saved, strict=True))
        assert {one.id: one for one in store.notes()} == {one.id: one for one in saved}


def test_an_edit_raises_the_revision_and_keeps_the_time_it_was_made(store: NoteStore) -> None:
    first = store.add(note("one"))
    saved = store.edit(first, replace(first, body="two")).note
    assert (saved.body, saved.revision, saved.created) == ("two", 2, first.created)
    assert store.get(first.id) == saved


def test_a_deleted_note_is_gone_and_undo_brings_it_back(store: NoteStore) -> None:
    saved = store.add(note("one", tags=("kept",)))
    store.delete(saved)
    assert store.notes() == []
    assert store.tags() == []
    assert store.notes(Wanted(text="one")) == []
    store.undo()
    assert bodies(store) == ["one"]
    assert store.tags() == [("kept", 1)]
    assert bodies(store, Wanted(text="one")) == ["one"]


def test_undo_and_redo_walk_through_every_change(store: NoteStore) -> None:
    first = store.add(note("one"))
    second = store.edit(first, replace(first, body="two")).note
    store.delete(second)
    seen = []
    while store.can_undo:
        store.undo()
        seen.append(bodies(store))
    assert seen == [["two"], ["one"], []]
    seen = []
    while store.can_redo:
        store.redo()
        seen.append(bodies(store))
    assert seen == [["one"], ["two"], []]
    assert store.redo() is None


@given(st.lists(st.sampled_from(["add", "edit", "delete", "undo", "redo"]), max_size=25))
def test_undoing_everything_leaves_nothing_and_redoing_it_the_end(steps: list[str]) -> None:
    import tempfile

    with tempfile.TemporaryDirectory() as folder, NoteStore(Path(folder) / "notes.db") as store:
        for number, step in enumerate(steps):
            here = store.notes()
            if step == "add":
                store.add(note(f"note {number}"))
            elif step == "edit" and here:
                store.edit(here[0], replace(here[0], body=f"edit {number}"))
            elif step == "delete" and here:
                store.delete(here[-1])
            elif step == "undo":
                store.undo()
            elif step == "redo":
                store.redo()
        while store.can_redo:
            store.redo()
        end = sorted(bodies(store))
        while store.can_undo:
            store.undo()
        assert store.notes() == []
        while store.can_redo:
            store.redo()
        assert sorted(bodies(store)) == end


def test_two_texts_for_one_note_both_stay(store: NoteStore, path: Path) -> None:
    base = store.add(note("before"))
    other = NoteStore(path)
    other.edit(base, replace(base, body="theirs"))
    saved = store.edit(base, replace(base, body="mine"))
    assert saved.note.id != base.id
    assert saved.other is not None
    assert saved.other.body == "theirs"
    assert sorted(bodies(store)) == ["mine", "theirs"]


def test_changes_to_different_parts_of_a_note_are_joined(store: NoteStore, path: Path) -> None:
    base = store.add(note("before", tags=("a", "b")))
    NoteStore(path).edit(base, replace(base, tags=("a", "c"), colour="green"))
    saved = store.edit(base, replace(base, body="mine", tags=("a", "b", "d")))
    assert saved.other is None
    assert (saved.note.body, saved.note.colour, saved.note.tags) == ("mine", "green", ("a", "c", "d"))


def test_an_edit_of_a_note_that_was_deleted_elsewhere_brings_it_back(store: NoteStore, path: Path) -> None:
    base = store.add(note("before"))
    NoteStore(path).delete(base)
    assert store.edit(base, replace(base, body="mine")).note.id == base.id
    assert bodies(store) == ["mine"]


def test_a_note_that_changed_elsewhere_is_not_deleted_unseen(store: NoteStore, path: Path) -> None:
    base = store.add(note("before"))
    NoteStore(path).edit(base, replace(base, body="theirs"))
    with pytest.raises(StoreError) as error:
        store.delete(base)
    assert error.value.trouble == "conflict"
    assert bodies(store) == ["theirs"]


def test_undo_does_not_take_back_what_another_window_made(store: NoteStore, path: Path) -> None:
    base = store.add(note("before"))
    NoteStore(path).edit(base, replace(base, body="theirs"))
    with pytest.raises(StoreError):
        store.undo()
    assert bodies(store) == ["theirs"]
    assert not store.can_undo


def test_another_window_is_told_what_changed_and_never_its_own_changes(store: NoteStore, path: Path) -> None:
    other = NoteStore(path)
    kept = store.add(note("one"))
    gone = store.add(note("two"))
    assert not other.changes()
    changed = store.edit(kept, replace(kept, body="one more")).note
    store.delete(gone)
    other.add(note("its own"))
    seen = other.changes()
    assert seen.notes == (changed,)
    assert seen.deleted == (gone.id,)
    assert not other.changes()


def test_a_window_that_was_open_before_the_first_note_is_told_of_it(store: NoteStore, path: Path) -> None:
    other = NoteStore(path)
    assert not other.changes()
    first = store.add(note("one"))
    assert other.notes() == [first]


def test_a_draft_is_there_at_the_next_start_and_gone_when_it_is_saved(path: Path) -> None:
    draft = replace(note("half a sent"), id=new_id())
    code = (
        "import sys, json, os; from pathlib import Path; from briefing_tui.notes.store import NoteStore; "
        "from briefing_tui.model.note import Note; "
        "store = NoteStore(Path(sys.argv[1])); store.save_draft(Note(sys.argv[2], 'harbour', 'briefing', body='half a sent')); "
        "os.kill(os.getpid(), 9)"
    )
    assert subprocess.run([sys.executable, "-c", code, str(path), draft.id], check=False).returncode == -9
    store = NoteStore(path)
    assert [(one.id, one.body) for one in store.drafts("harbour")] == [(draft.id, "half a sent")]
    assert store.drafts("ferry") == []
    store.add(draft)
    assert store.drafts() == []


def test_the_draft_of_a_window_that_is_still_open_is_not_offered_to_another(store: NoteStore, path: Path) -> None:
    draft = replace(note("typing"), id=new_id())
    store.save_draft(draft)
    assert [one.body for one in store.drafts()] == ["typing"]
    assert NoteStore(path).drafts() == []


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="the system does not tell when a process began")
def test_a_draft_is_there_though_another_process_has_its_number_now(store: NoteStore) -> None:
    store.session = f"{os.getpid()}.0123456701-n-before"
    store.save_draft(replace(note("before the restart"), id=new_id()))
    assert [one.body for one in NoteStore(store.path).drafts()] == ["before the restart"]


def test_with_the_clock_set_back_the_draft_that_was_typed_last_is_still_the_latest(
    store: NoteStore, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    draft = replace(note("typed first"), id=new_id())
    monkeypatch.setattr("briefing_tui.notes.drafts.now", lambda: "2026-05-01T12:00:00.000Z")
    earlier = NoteStore(path)
    earlier.save_draft(draft)
    monkeypatch.setattr("briefing_tui.notes.drafts.now", lambda: "2026-05-01T11:00:00.000Z")
    store.save_draft(replace(draft, body="typed last"))
    monkeypatch.setattr("briefing_tui.notes.drafts._is_alive", lambda _: False)
    assert store.drafts()[0].body == "typed last"


def test_a_draft_is_replaced_by_what_was_typed_since_and_can_be_dropped(store: NoteStore) -> None:
    draft = replace(note("t"), id=new_id())
    for text in ("t", "ty", "typ"):
        store.save_draft(replace(draft, body=text))
    assert [one.body for one in store.drafts()] == ["typ"]
    store.drop_draft(draft.id)
    assert store.drafts() == []


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (Wanted(), {"Ask the harbour", "Pay", "日本語の文章", "…?"}),
        (Wanted(tags=("MONEY",)), {"Pay"}),
        (Wanted(kinds=("quote",)), {"Ask the harbour", "Pay"}),
        (Wanted(colours=("green",)), {"日本語の文章"}),
        (Wanted(briefing="ferry"), {"…?"}),
        (Wanted(text="harb"), {"Ask the harbour"}),
        (Wanted(text="HARBOUR ask"), {"Ask the harbour"}),
        (Wanted(text="mon"), {"Pay"}),
        (Wanted(text="語の"), {"日本語の文章"}),
        (Wanted(text="語"), {"日本語の文章"}),
        (Wanted(text="章"), {"日本語の文章"}),
        (Wanted(text="日本文章"), set()),
        (Wanted(text="…"), {"…?"}),
        (Wanted(text="?"), {"…?"}),
        (Wanted(text="?…"), set()),
        (Wanted(text="cafe"), {"…?"}),
        (Wanted(text='har" OR "pay'), set()),
        (Wanted(text="%"), set()),
        (Wanted(text="harbour", tags=("money",)), set()),
    ],
)
def test_notes_are_found_by_what_is_asked(store: NoteStore, wanted: Wanted, found: set[str]) -> None:
    words = replace(PLAIN.selector, exact="three times")
    store.add(note("Ask the harbour", tags=(), selector=words))
    store.add(note("Pay", tags=("Money",), selector=words))
    store.add(note("日本語の文章", kind="section", colour="green", tags=(), selector=words))
    store.add(note("…?", briefing="ferry", kind="actor", tags=(), selector=replace(words, exact="Café")))
    assert set(bodies(store, wanted)) == found
    assert store.count(wanted) == len(found)
    assert {one.body for one in store.each(wanted)} == found


@given(st.text(st.sampled_from("港口 的a…_€é🚢\u0e01\u0e33\n"), max_size=20), st.data())
def test_the_index_of_signs_misses_no_text_that_holds_the_word(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    words = text[start : data.draw(st.integers(start, len(text)))].split()
    indexed = cjk_index.index_of([text]).split()
    for asked in (asked for word in words for asked in cjk_index.search_terms(word)):
        sought = asked.strip('*"')
        assert any(word.startswith(sought) if asked.endswith("*") else word == sought for word in indexed)


def test_many_hits_are_ordered_and_limited_like_few(store: NoteStore) -> None:
    store.import_notes(
        replace(PLAIN, id=f"n-{number}", body="word", selector=replace(PLAIN.selector, position=3000 - number))
        for number in range(3000)
    )
    assert [one.id for one in store.notes(Wanted(text="word"), "place", 3)] == ["n-2999", "n-2998", "n-2997"]
    assert [one.id for one in store.notes(Wanted(text="word"), "place", 2, offset=2)] == ["n-2997", "n-2996"]
    assert store.count(Wanted(text="word")) == 3000


def test_notes_are_ordered_by_place_and_by_time(store: NoteStore) -> None:
    for body, position in (("late", 900), ("early", 10)):
        store.add(note(body, selector=replace(PLAIN.selector, position=position)))
    assert [one.body for one in store.notes(order="place")] == ["early", "late"]
    assert [one.body for one in store.notes(order="time")] == ["late", "early"]
    assert [one.body for one in store.notes(order="newest")] == ["early", "late"]


def test_tags_and_briefings_are_counted(store: NoteStore) -> None:
    store.add(note("a", tags=("Money", "law")))
    store.add(note("b", tags=("money",), briefing="ferry"))
    assert store.tags() == [("Money", 2), ("law", 1)]
    assert store.tags("ferry") == [("money", 1)]
    assert store.briefings() == [("ferry", 1), ("harbour", 1)]


def test_a_tag_with_a_line_end_becomes_one_line(store: NoteStore) -> None:
    assert store.add(note("a", tags=("two\nlines", "#two lines", " ", "#x"))).tags == ("two lines", "x")


def test_ten_megabytes_that_were_pasted_are_kept(store: NoteStore) -> None:
    pasted = "a wall of words \U0001f30a " * (10 * 2**20 // 18)
    saved = store.add(note(pasted))
    assert store.get(saved.id) == saved
    assert saved.body == pasted


def test_a_draft_that_can_t_be_a_note_yet_is_there_with_every_word(store: NoteStore) -> None:
    long = "w" * 101
    store.save_draft(note("half a thought", "n-draft", tags=(long, "ok")))
    (draft,) = store.drafts()
    assert draft.body.split() == ["half", "a", "thought", f"#{long}", "#ok"]
    with pytest.raises(StoreError, match="too long"):
        store.save_draft(note("w" * (LONGEST_BODY + 1)))


def test_a_text_that_is_too_long_is_refused_in_one_line(store: NoteStore) -> None:
    with pytest.raises(StoreError, match="16 MiB") as error:
        store.add(note("x" * (LONGEST_BODY + 1)))
    assert error.value.trouble == "refused"
    assert store.notes() == []


def test_taking_in_notes_twice_changes_nothing_the_second_time(store: NoteStore) -> None:
    outside = [replace(PLAIN, id=f"n-{number}") for number in range(3)]
    assert store.import_notes(outside) == ImportCounts(added=3)
    assert store.import_notes(outside) == ImportCounts(unchanged=3)


def test_an_older_version_from_outside_stays_beside_the_newer_one_here(store: NoteStore) -> None:
    store.import_notes([PLAIN])
    here = store.get(PLAIN.id)
    assert here is not None
    store.edit(here, replace(here, body="newer"))
    outside = replace(PLAIN, body="older")
    assert store.import_notes([outside]) == ImportCounts(beside=1)
    assert store.import_notes([outside]) == ImportCounts(unchanged=1)
    assert sorted(bodies(store)) == ["newer", "older"]


def test_a_broken_note_from_outside_lets_none_in(store: NoteStore) -> None:
    with pytest.raises(StoreError):
        store.import_notes([PLAIN, replace(PLAIN, id="no id")])
    assert store.notes() == []


def test_each_gives_the_notes_as_they_stood_when_it_began(store: NoteStore) -> None:
    store.import_notes(replace(PLAIN, id=f"n-{number}") for number in range(1200))
    seen = []
    for number, one in enumerate(store.each()):
        if number == 0:
            store.add(note("later"))
        seen.append(one.body)
    assert len(seen) == 1200


def test_threads_share_a_store(store: NoteStore) -> None:
    def work(number: int) -> None:
        for turn in range(10):
            store.add(note(f"{number} {turn}"))
            store.notes(Wanted(text=str(number)))

    threads = [threading.Thread(target=work, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert store.count() == 40


def test_two_programs_writing_at_once_lose_nothing(path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from briefing_tui.notes.store import NoteStore; "
        "from briefing_tui.model.note import Note; store = NoteStore(Path(sys.argv[1])); "
        "[store.add(Note('', 'harbour', 'briefing', body=f'{sys.argv[2]} {n}')) for n in range(60)]"
    )
    programs = [subprocess.Popen([sys.executable, "-c", code, str(path), name]) for name in "ab"]
    assert [program.wait(60) for program in programs] == [0, 0]
    assert sorted(bodies(NoteStore(path))) == sorted(f"{name} {number}" for name in "ab" for number in range(60))


def test_a_file_that_another_program_is_making_is_waited_for(path: Path) -> None:
    path.parent.mkdir(parents=True)
    path.touch()
    other = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    other.execute("BEGIN IMMEDIATE")
    done = threading.Timer(0.2, other.execute, ["COMMIT"])
    done.start()
    store = NoteStore(path)
    store.add(note("kept"))
    done.join()
    other.close()
    assert bodies(store) == ["kept"]


@given(st.lists(st.text(max_size=120), max_size=4))
def test_tags_are_one_line_and_unlike_each_other(tags: list[str]) -> None:
    try:
        clean = clean_tags(tags)
    except ValueError:
        return
    assert clean_tags(clean) == clean
    assert all(tag and tag == " ".join(tag.split()) for tag in clean)


def test_a_tag_of_the_most_letters_is_kept_and_one_letter_more_is_refused() -> None:
    assert clean_tags(["#" + "x" * LONGEST_TAG]) == ("x" * LONGEST_TAG,)
    with pytest.raises(ValueError, match="too long"):
        clean_tags(["x" * (LONGEST_TAG + 1)])


def test_ids_are_ids() -> None:
    ids = {new_id() for _ in range(2000)}
    assert len(ids) == 2000
    assert all(is_id(one) for one in ids)


def test_importing_the_store_loads_no_engine() -> None:
    code = "import sys; import briefing_tui.notes.store; assert 'sqlite3' not in sys.modules"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


FUTURE = "2999-01-01T00:00:00.000Z"


@pytest.mark.parametrize(("created", "modified"), [(UNDATED, UNDATED), (STAMP, UNDATED), (STAMP, FUTURE), (FUTURE, FUTURE)])
def test_a_note_from_outside_without_a_sure_date_never_replaces_one_here(store: NoteStore, created: str, modified: str) -> None:
    outside = replace(PLAIN, created=created, modified=modified)
    assert store.import_notes([outside]) == ImportCounts(added=1)
    here = store.get(PLAIN.id)
    assert here is not None
    assert is_time(here.created)
    assert STAMP <= here.created <= here.modified <= now()
    assert store.import_notes([outside]) == ImportCounts(unchanged=1)
    store.edit(here, replace(here, body="edited here"))
    assert store.import_notes([outside]) == ImportCounts(beside=1)
    assert store.import_notes([outside]) == ImportCounts(unchanged=1)
    assert sorted(bodies(store)) == [PLAIN.body, "edited here"]
