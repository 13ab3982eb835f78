"""A confirmed note stays, whatever happens to the file while programs have it open."""

import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from briefing_tui.notes import database
from briefing_tui.notes.doctor import check, rescue
from briefing_tui.notes.errors import StoreError
from briefing_tui.notes.store import NoteStore
from tests.library.helpers import PLAIN, note


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "notes" / "notes.db"


@pytest.fixture
def store(path: Path) -> Iterator[NoteStore]:
    with NoteStore(path) as store:
        store.add(note("first", "n-first"))
        shutil.copyfile(path, path.with_name("older.db"))
        store.add(note("second", "n-second"))
        yield store


def removed(path: Path) -> None:
    path.unlink()


def removed_with_its_folder(path: Path) -> None:
    shutil.rmtree(path.parent)


def moved_away(path: Path) -> None:
    path.rename(path.with_name("elsewhere.db"))


def older_put_in_its_place(path: Path) -> None:
    path.with_name("older.db").replace(path)


def older_written_over_it(path: Path) -> None:
    shutil.copyfile(path.with_name("older.db"), path)


def made_anew_by_another_program(path: Path) -> None:
    path.unlink()
    with NoteStore(path) as other:
        other.add(note("third", "n-third"))


EVENTS = (
    removed,
    removed_with_its_folder,
    moved_away,
    older_put_in_its_place,
    older_written_over_it,
    made_anew_by_another_program,
)


def at_path(path: Path) -> set[str]:
    with NoteStore(path) as another:
        return {one.body for one in another.notes()}


@pytest.mark.parametrize("event", EVENTS)
def test_a_note_is_in_the_file_at_the_path_with_all_that_were_confirmed(
    event: Callable[[Path], None], store: NoteStore, path: Path
) -> None:
    event(path)
    store.add(note("fourth"))
    assert {"first", "second", "fourth"} <= at_path(path)
    assert check(path).is_sound


@pytest.mark.parametrize("event", EVENTS)
def test_a_reader_that_only_looks_keeps_them_too(event: Callable[[Path], None], store: NoteStore, path: Path) -> None:
    store.changes()
    event(path)
    assert store.changes().has_moved
    assert {"first", "second"} <= at_path(path)


@pytest.mark.parametrize("event", EVENTS)
def test_the_user_is_told_once(event: Callable[[Path], None], store: NoteStore, path: Path) -> None:
    event(path)
    store.save_draft(replace(note("typed"), id="n-typed"))
    (notice,) = store.notices()
    assert "carried over" in notice
    assert store.notices() == []


@pytest.mark.parametrize("event", EVENTS)
def test_what_is_typed_and_what_can_be_undone_stay(event: Callable[[Path], None], store: NoteStore, path: Path) -> None:
    store.save_draft(replace(note("typed"), id="n-typed"))
    event(path)
    store.delete(store.notes()[0])
    assert [draft.body for draft in store.drafts()] == ["typed"]
    assert store.undo() is not None
    assert {"first", "second"} <= at_path(path)


@pytest.mark.parametrize("event", EVENTS)
def test_closing_keeps_them(event: Callable[[Path], None], store: NoteStore, path: Path) -> None:
    event(path)
    store.close()
    assert {"first", "second"} <= at_path(path)


def test_a_file_that_is_replaced_between_the_check_and_the_commit_gets_the_note(
    store: NoteStore, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written = database.NoteFile._own_drafts

    def replaced_meanwhile(self: database.NoteFile, db: sqlite3.Connection) -> list[dict[str, object]]:
        if path.with_name("older.db").exists():
            older_put_in_its_place(path)
        return written(self, db)

    monkeypatch.setattr(database.NoteFile, "_own_drafts", replaced_meanwhile)
    store.add(note("third"))
    assert at_path(path) == {"first", "second", "third"}


def test_two_windows_carry_everything_once(store: NoteStore, path: Path) -> None:
    with NoteStore(path) as other:
        other.add(note("of the other"))
        path.unlink()
        store.add(note("third"))
        other.add(note("fourth"))
    assert sorted(one.body for one in store.notes()) == ["first", "fourth", "of the other", "second", "third"]


def test_a_note_that_was_edited_here_and_in_the_new_file_is_kept_twice(store: NoteStore, path: Path) -> None:
    first = store.get("n-first")
    assert first is not None
    store.edit(first, replace(first, body="edited here"))
    older_put_in_its_place(path)
    with NoteStore(path) as other:
        other.edit(first, replace(first, body="edited there"))
    store.changes()
    assert {one.body for one in store.notes()} == {"edited here", "edited there", "second"}


def test_what_this_program_deleted_stays_deleted(store: NoteStore, path: Path) -> None:
    store.delete(store.notes()[0])
    left = {one.body for one in store.notes()}
    path.unlink()
    store.add(note("third"))
    assert at_path(path) == left | {"third"}


def test_a_note_that_another_window_deleted_in_the_new_file_does_not_come_back(store: NoteStore, path: Path) -> None:
    with NoteStore(path) as other:
        other.notes()
        path.unlink()
        store.changes()
        first = store.get("n-first")
        assert first is not None
        store.delete(first)
        other.add(note("third"))
    assert at_path(path) == {"second", "third"}


@pytest.mark.parametrize("content", [b"a shopping list, long enough to be read as a header\n" * 10, b""])
def test_what_can_t_be_used_in_its_place_costs_nothing(content: bytes, store: NoteStore, path: Path) -> None:
    path.unlink()
    path.write_bytes(content)
    if content:
        with pytest.raises(StoreError, match="damaged"):
            store.add(note("third", "n-third"))
        assert path.read_bytes() == content
        path.unlink()
    store.add(note("third", "n-third"))
    assert at_path(path) == {"first", "second", "third"}


def test_what_can_t_be_carried_over_when_the_program_ends_is_kept_beside(store: NoteStore, path: Path) -> None:
    path.unlink()
    path.write_bytes(b"a shopping list, long enough to be read as a header\n" * 10)
    with pytest.raises(StoreError, match=r"kept in .*notes\.db\.kept-"):
        store.close()
    (kept,) = path.parent.glob("notes.db.kept-*")
    assert at_path(kept) == {"first", "second"}


def test_a_newer_version_in_its_place_is_not_written(store: NoteStore, path: Path) -> None:
    db = sqlite3.connect(path.with_name("older.db"))
    db.execute("PRAGMA user_version = 99")
    db.close()
    older_put_in_its_place(path)
    with pytest.raises(StoreError) as error:
        store.add(note("third"))
    assert error.value.trouble == "newer"
    path.unlink()
    assert {one.body for one in store.notes()} == {"first", "second"}


KILLED = (
    "import os, sys; from pathlib import Path; from briefing_tui.notes.store import NoteStore; "
    "from briefing_tui.model.note import Note\n"
    "store = NoteStore(Path(sys.argv[1]))\n"
    "with store._file.changing() as db:\n"
    "    db.execute('PRAGMA cache_size = 1'); db.execute('PRAGMA cache_spill = 1')\n"
    "    db.execute('UPDATE notes SET body = hex(zeroblob(200))')\n"
    "    os._exit(9)\n"
)


def test_a_journal_that_a_killed_program_left_is_not_written_into_an_older_copy(path: Path) -> None:
    with NoteStore(path) as store:
        store.import_notes(replace(PLAIN, id=f"n-{number}", body=f"text {number} " * 50) for number in range(200))
        shutil.copyfile(path, path.with_name("older.db"))
        for number in range(50):
            store.add(note(f"later {number}"))
    before = at_path(path.with_name("older.db"))
    subprocess.run([sys.executable, "-c", KILLED, str(path)], check=False)
    assert path.with_name("notes.db-journal").read_bytes()[:4] == bytes.fromhex("d9d505f9")
    older_put_in_its_place(path)
    assert at_path(path) == before
    assert check(path).is_sound


def test_a_log_that_an_earlier_version_left_beside_a_deleted_file_is_not_taken_for_the_new_one_s(path: Path) -> None:
    path.parent.mkdir()
    path.with_name("notes.db-wal").write_bytes(b"left " * 1000)
    path.with_name("notes.db-shm").write_bytes(b"left " * 1000)
    with NoteStore(path) as store:
        store.add(note("first"))
    assert at_path(path) == {"first"}
    path.with_name("notes.db-wal").write_bytes(b"left " * 1000)
    assert at_path(path) == {"first"}
    assert check(path).is_sound


@pytest.mark.parametrize("event", [event for event in EVENTS if event is not older_written_over_it])
def test_a_file_with_the_log_of_an_earlier_version_that_has_it_open_is_carried_over_too(
    event: Callable[[Path], None], store: NoteStore, path: Path
) -> None:
    earlier = sqlite3.connect(path, isolation_level=None)
    assert earlier.execute("PRAGMA journal_mode = WAL").fetchone() == ("wal",)
    assert earlier.execute("SELECT count(*) FROM notes").fetchone() == (2,)
    store.add(note("in the log"))
    event(path)
    store.add(note("fourth"))
    assert {"first", "second", "in the log", "fourth"} <= at_path(path)
    earlier.close()


class TestRescue:
    def test_it_refuses_while_a_program_has_the_file_open(self, store: NoteStore, path: Path) -> None:
        before = path.read_bytes()
        with pytest.raises(StoreError, match="open in another window") as error:
            rescue(path)
        assert error.value.trouble == "busy"
        assert path.read_bytes() == before
        store.close()
        assert rescue(path).notes == 2

    def test_the_lock_ends_with_a_killed_program(self, path: Path) -> None:
        code = (
            "import os, sys; from pathlib import Path; from briefing_tui.notes.store import NoteStore; "
            "from briefing_tui.model.note import Note\n"
            "NoteStore(Path(sys.argv[1])).add(Note('', 'b', 'briefing', body='kept')); os._exit(9)"
        )
        subprocess.run([sys.executable, "-c", code, str(path)], check=False)
        assert rescue(path).notes == 1

    def test_it_refuses_while_a_program_of_an_earlier_version_has_it_open(self, path: Path) -> None:
        with NoteStore(path) as store:
            store.add(note("kept"))
        earlier = sqlite3.connect(path, isolation_level=None)
        earlier.execute("PRAGMA journal_mode = WAL")
        earlier.execute("SELECT count(*) FROM notes").fetchone()
        with pytest.raises(StoreError, match="open in another window"):
            rescue(path)
        earlier.close()
        assert rescue(path).notes == 1

    def test_a_file_of_a_newer_version_is_refused_by_check_and_rescue(self, store: NoteStore, path: Path) -> None:
        store.close()
        db = sqlite3.connect(path)
        db.execute("PRAGMA user_version = 99")
        db.close()
        before = path.read_bytes()
        for call in (check, rescue):
            with pytest.raises(StoreError, match="update briefing"):
                call(path)
        assert path.read_bytes() == before

    def test_a_text_that_was_altered_is_named(self, store: NoteStore, path: Path) -> None:
        altered = store.add(note("Ask for the survey"))
        store.close()
        data = path.read_bytes()
        at = data.index(b"Ask for the survey")
        path.write_bytes(data[:at] + b"Add" + data[at + 3 :])
        assert f"{altered.id} is not as it was saved" in check(path).problems
        result = rescue(path)
        assert (result.notes, result.altered, result.lost) == (3, (altered.id,), ())

    def test_what_could_not_be_read_is_named(self, store: NoteStore, path: Path) -> None:
        store.close()
        db = sqlite3.connect(path)
        db.execute("UPDATE notes SET anchor = '[' WHERE id = 'n-first'")
        db.commit()
        db.close()
        result = rescue(path)
        assert (result.notes, result.lost) == (1, ("n-first",))

    def test_notes_keep_their_revisions(self, store: NoteStore, path: Path) -> None:
        first = store.get("n-first")
        assert first is not None
        edited = store.edit(first, replace(first, body="edited")).note
        store.close()
        rescue(path)
        assert store.get("n-first") == edited

    def test_an_edit_by_an_earlier_version_is_no_damage(self, store: NoteStore, path: Path) -> None:
        store.close()
        db = sqlite3.connect(path)
        db.execute("UPDATE notes SET body = 'edited', revision = revision + 1 WHERE id = 'n-first'")
        db.commit()
        db.close()
        assert check(path).is_sound
