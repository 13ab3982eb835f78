"""A store with a problem reports it in one line and keeps every saved note.

The problems are a full disk, missing permission and damage.
"""

import multiprocessing
import os
import resource
import sqlite3
import stat
import subprocess
import sys
import tempfile
import urllib.parse
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from multiprocessing.connection import Connection
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from briefing_tui.model.note import now
from briefing_tui.notes import rows, schema
from briefing_tui.notes.doctor import check, rescue
from briefing_tui.notes.errors import StoreError
from briefing_tui.notes.rows import Wanted
from briefing_tui.notes.store import NoteStore
from tests.library.helpers import PLAIN, note


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "notes" / "notes.db"


def filled(path: Path, count: int = 200) -> list[str]:
    """Save that many notes and close the file; return their bodies."""
    with NoteStore(path) as store:
        store.import_notes(replace(PLAIN, id=f"n-{number}", body=f"text {number} " * 20) for number in range(count))
        return sorted(one.body for one in store.notes())


def one_line(error: pytest.ExceptionInfo[StoreError]) -> str:
    line = str(error.value)
    assert "\n" not in line
    assert len(line) < 300
    return line


def test_a_sound_store_has_no_problems(path: Path) -> None:
    filled(path, 5)
    health = check(path)
    assert health.is_sound
    assert health.notes == 5


def test_there_is_nothing_to_look_at_before_the_first_note(path: Path) -> None:
    with pytest.raises(StoreError, match="no notes here yet"):
        check(path)


def test_a_file_that_is_no_store_is_told_and_left_alone(path: Path) -> None:
    path.parent.mkdir()
    path.write_text("a shopping list, long enough to be read as a header\n" * 10)
    before = path.read_bytes()
    with pytest.raises(StoreError) as error:
        NoteStore(path).add(note("x"))
    assert error.value.trouble == "corrupt"
    assert "doctor" in one_line(error)
    assert path.read_bytes() == before


def test_damage_in_the_middle_costs_only_the_notes_that_stood_there(path: Path) -> None:
    bodies = filled(path, 400)
    with path.open("r+b") as file:
        file.seek(path.stat().st_size // 2 // 4096 * 4096)
        file.write(b"\xff" * 4096)
    assert not check(path).is_sound
    damaged = path.read_bytes()
    result = rescue(path)
    with NoteStore(path) as store:
        found = [one.body for one in store.notes()]
    assert set(found) <= set(bodies)
    assert len(found) == result.notes >= 350
    assert result.kept.read_bytes() == damaged
    assert check(path).is_sound


@pytest.mark.parametrize(
    "garbled",
    ["anchor = '[oops'", "anchor = '{}'", "anchor = '[true, [1], 0, \"\"]'", "tags = '3'", "body = x'ff00'", "position = 'x'"],
)
def test_a_note_whose_row_is_garbled_is_told_and_costs_only_itself(path: Path, garbled: str) -> None:
    filled(path, 5)
    db = sqlite3.connect(path)
    db.execute("DROP TRIGGER notes_changed")
    db.execute(f"UPDATE notes SET {garbled} WHERE num = 3")
    db.commit()
    db.close()
    with NoteStore(path) as store:
        with pytest.raises(StoreError) as error:
            store.notes()
        assert error.value.trouble == "corrupt"
        with pytest.raises(StoreError):
            list(store.each())
    assert check(path).problems == ("1 notes can't be read",)
    assert rescue(path).notes == 4


def test_a_store_without_its_first_page_is_rescued(path: Path) -> None:
    bodies = filled(path, 300)
    with path.open("r+b") as file:
        file.write(b"\0" * 4096)
    assert check(path).notes == 300  # as many as can be rescued
    rescue(path)
    with NoteStore(path) as store:
        assert sorted(one.body for one in store.notes()) == bodies


def test_a_store_that_was_cut_off_is_rescued_as_far_as_it_goes(path: Path) -> None:
    bodies = filled(path, 400)
    os.truncate(path, path.stat().st_size * 2 // 3)
    rescue(path)
    with NoteStore(path) as store:
        found = [one.body for one in store.notes()]
    assert set(found) <= set(bodies)
    assert len(found) >= 100


@pytest.mark.parametrize("data", [b"", b"a shopping list\n" * 1_000], ids=["nothing", "another file"])
def test_a_file_without_anything_of_a_store_is_kept_beside_a_new_one(path: Path, data: bytes) -> None:
    path.parent.mkdir()
    path.write_bytes(data)
    rescued = rescue(path)
    assert (rescued.notes, rescued.drafts, rescued.kept.read_bytes()) == (0, 0, data)
    assert filled(path, 1)


def test_drafts_are_rescued_too(path: Path) -> None:
    with NoteStore(path) as store:
        store.add(note("saved"))
        store.save_draft(replace(note("half"), id="n-half"))
    rescue(path)
    with NoteStore(path) as store:
        assert [one.body for one in store.notes()] == ["saved"]
    db = sqlite3.connect(path)
    assert db.execute("SELECT count(*) FROM drafts").fetchone() == (1,)
    db.close()


@cache
def sixty_notes() -> tuple[bytes, frozenset[str]]:
    """Return the bytes of a store of sixty notes, and the texts of these."""
    with tempfile.TemporaryDirectory() as folder:
        bodies = filled(Path(folder) / "notes.db", 60)
        return (Path(folder) / "notes.db").read_bytes(), frozenset(bodies)


@settings(max_examples=25)
@example(317, b"_")  # the highest row number is then not a number
@given(st.integers(0, 10**6), st.binary(min_size=1, max_size=3000))
def test_no_damage_makes_the_doctor_fail_or_invent_a_note(at: int, garbage: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "notes.db"
        data, bodies = sixty_notes()
        path.write_bytes(data)
        with path.open("r+b") as file:
            file.seek(at % path.stat().st_size)
            file.write(garbage)
        health = check(path)
        carried = rescue(path).notes
        assert health.is_sound or health.notes == carried
        with NoteStore(path) as store:
            found = [one.body for one in store.notes()]
        overwritten = {body for body in found if body not in bodies}
        assert len(found) <= 60
        assert len(overwritten) <= len(garbage) // 40 + 2


@pytest.fixture
def tight(path: Path) -> Iterator[NoteStore]:
    """Return a store on a disk with room for only a few more notes."""
    filled(path, 20)
    store = NoteStore(path)
    with store._file.changing() as db:
        pages = db.execute("PRAGMA page_count").fetchone()[0]
    with store._file.reading() as db:
        assert db is not None
        db.execute(f"PRAGMA max_page_count = {pages + 3}")
    yield store
    store.close()


def test_a_full_disk_is_told_and_what_was_saved_before_stays(tight: NoteStore) -> None:
    before = len(tight.notes())
    with pytest.raises(StoreError) as error:
        tight.add(note("x" * 200_000))
    assert error.value.trouble == "full"
    assert "room on the disk" in one_line(error)
    assert len(tight.notes()) == before
    assert tight.add(note("small")).revision == 1


def test_a_full_disk_during_undo_leaves_it_to_be_undone(path: Path) -> None:
    store = NoteStore(path)
    long = store.add(note("x" * 400_000))
    shorter = store.edit(long, replace(long, body="short")).note
    with store._file.reading() as db:
        assert db is not None
        db.execute("VACUUM")
        db.execute("PRAGMA max_page_count = 40")
    with pytest.raises(StoreError):
        store.undo()
    assert store.get(shorter.id) == shorter
    with store._file.reading() as db:
        assert db is not None
        db.execute("PRAGMA max_page_count = 4000")
    assert store.undo() is not None
    assert [one.body for one in store.notes()] == [long.body]


@pytest.mark.skipif(not hasattr(resource, "RLIMIT_FSIZE"), reason="needs a limit on the size of files")
def test_a_file_that_may_not_grow_is_told_like_a_full_disk(path: Path) -> None:
    code = (
        "import sys, resource, signal; from pathlib import Path; from briefing_tui.notes.store import NoteStore; "
        "from briefing_tui.model.note import Note; from briefing_tui.notes.errors import StoreError\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "store = NoteStore(Path(sys.argv[1])); store.add(Note('', 'b', 'briefing', body='kept'))\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (300_000, 300_000))\n"
        "try:\n    store.add(Note('', 'b', 'briefing', body='x' * 900_000))\n"
        "except StoreError as error:\n    print(error.trouble)\n"
        "print([note.body for note in store.notes()])"
    )
    found = subprocess.run([sys.executable, "-c", code, str(path)], capture_output=True, text=True, check=False)
    assert found.stdout == "full\n['kept']\n", found.stderr
    with NoteStore(path) as store:
        assert [one.body for one in store.notes()] == ["kept"]


@pytest.mark.skipif(not hasattr(resource, "RLIMIT_FSIZE"), reason="needs a limit on the size of files")
@pytest.mark.parametrize("killed", [False, True], ids=["closed", "killed"])
def test_notes_can_be_read_and_looked_over_without_room_for_any_other_file(path: Path, killed: bool) -> None:
    code = (
        "import os, sys; from pathlib import Path; from briefing_tui.notes.store import NoteStore; "
        "from briefing_tui.model.note import Note\n"
        "store = NoteStore(Path(sys.argv[1])); store.add(Note('', 'b', 'briefing', body='kept'))\n"
        "os._exit(0) if sys.argv[2] == 'True' else store.close()"
    )
    subprocess.run([sys.executable, "-c", code, str(path), str(killed)], check=True)
    path.with_name(f"{path.name}-shm").unlink(missing_ok=True)
    code = (
        "import sys, resource, signal; from pathlib import Path; from briefing_tui.notes.store import NoteStore; "
        "from briefing_tui.model.note import Note; from briefing_tui.notes.errors import StoreError\n"
        "from briefing_tui.notes.doctor import check\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))\n"
        "store = NoteStore(Path(sys.argv[1]))\n"
        "print([note.body for note in store.notes()], [note.body for note in store.each()])\n"
        "try:\n    store.add(Note('', 'b', 'briefing', body='lost?'))\n"
        "except StoreError as error:\n    print(error.trouble)\n"
        "print(check(Path(sys.argv[1])))"
    )
    found = subprocess.run([sys.executable, "-c", code, str(path)], capture_output=True, text=True, check=False)
    told = "Health(notes=1, problems=(), hindrance='no room on the disk; make some')"
    assert found.stdout == f"['kept'] ['kept']\nfull\n{told}\n", found.stderr
    with NoteStore(path) as store:
        assert [one.body for one in store.notes()] == ["kept"]


def _as_nobody(path: Path, answers: "Connection[object, object]") -> None:
    """Read and write a store as a user without permission to write it.

    Root becomes another user for that.
    """
    NoteStore(path.with_name("none.db")).notes()
    _ = (sqlite3, urllib.parse)
    if os.getuid() == 0:
        os.setgid(65534)
        os.setuid(65534)
    store = NoteStore(path)
    answers.send([one.body for one in store.notes()] + [one.body for one in store.each()])
    try:
        store.add(note("lost?"))
    except StoreError as error:
        answers.send((error.trouble, str(error)))
    answers.send(None)


def test_a_store_that_may_not_be_written_is_still_read() -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "notes" / "notes.db"
        with NoteStore(path) as store:
            store.add(note("kept"))
        Path(folder).chmod(0o755)
        path.chmod(0o444)
        path.parent.chmod(0o555)
        here, there = multiprocessing.Pipe()
        child = multiprocessing.get_context("fork").Process(target=_as_nobody, args=(path, there))
        child.start()
        there.close()  # so that nothing is waited for if the child fails
        read, refused = here.recv(), here.recv()
        child.join()
        path.parent.chmod(0o700)
    assert read == ["kept", "kept"]
    assert refused == ("read-only", f"{path}: can't be written; check its permissions and its folder's")


def test_a_folder_that_is_a_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "notes").write_text("")
    with pytest.raises(StoreError) as error:
        NoteStore(tmp_path / "notes" / "notes.db").add(note("x"))
    one_line(error)


def test_a_store_that_another_program_holds_is_told(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("briefing_tui.notes.database.BUSY_SECONDS", 0.05)
    filled(path, 1)
    holder = sqlite3.connect(path, isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    with NoteStore(path) as store, pytest.raises(StoreError) as error:
        store.add(note("x"))
    holder.close()
    assert error.value.trouble == "busy"


def test_a_store_of_a_newer_program_is_not_touched(path: Path) -> None:
    filled(path, 1)
    db = sqlite3.connect(path)
    db.execute("PRAGMA user_version = 99")
    db.close()
    with pytest.raises(StoreError, match="update briefing") as error:
        NoteStore(path).notes()
    assert error.value.trouble == "newer"


def test_a_copy_is_kept_before_a_step_to_a_newer_format(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    bodies = filled(path, 3)
    monkeypatch.setattr(schema, "STEPS", (*schema.STEPS, lambda db: db.execute("ALTER TABLE notes ADD COLUMN more TEXT")))
    monkeypatch.setattr(schema.migrate, "__defaults__", (schema.STEPS,))
    with NoteStore(path) as store:
        assert sorted(one.body for one in store.notes()) == bodies
    version = len(schema.STEPS) - 1
    copy = path.with_name(f"notes.db.v{version}.bak")
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    db = sqlite3.connect(copy)
    assert db.execute("PRAGMA user_version").fetchone() == (version,)
    assert db.execute("SELECT count(*) FROM notes").fetchone() == (3,)
    db.close()


def of_the_first_format(path: Path, bodies: list[str]) -> None:
    """Make a file as the first version of the store made it."""
    path.parent.mkdir()
    db = sqlite3.connect(path)
    schema._make(db)
    for number, body in enumerate(bodies):
        row = {**rows.row_of(note(body)), "id": f"n-{number}", "change": number, "session": "1-n-x"}
        row |= {"created": now(), "modified": now()}
        del row["signs"], row["checksum"]
        names = ", ".join(row)
        db.execute(f"INSERT INTO notes ({names}) VALUES ({', '.join(':' + name for name in row)})", row)
    db.execute("PRAGMA user_version = 1")
    db.commit()
    db.close()


def test_a_store_of_the_first_format_is_brought_up_with_a_copy_and_its_signs_are_found(path: Path) -> None:
    of_the_first_format(path, ["港口的水位", "the harbour → the board", "plain"])
    with NoteStore(path) as store:
        assert [one.body for one in store.notes(Wanted(text="口的"))] == ["港口的水位"]
        assert [one.body for one in store.notes(Wanted(text="harb →"))] == ["the harbour → the board"]
        store.delete(store.notes(Wanted(text="水"))[0])
        assert store.notes(Wanted(text="水")) == []
    assert check(path).is_sound
    db = sqlite3.connect(path.with_name("notes.db.v1.bak"))
    assert db.execute("SELECT count(*) FROM notes").fetchone() == (3,)
    db.close()


def test_a_store_of_the_first_format_that_can_t_be_written_is_searched_as_it_is(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    of_the_first_format(path, ["港口的水位", "plain"])
    monkeypatch.setattr(os, "access", lambda *_: False)
    with NoteStore(path) as store:
        assert [one.body for one in store.notes(Wanted(text="口的"))] == ["港口的水位"]
        assert [one.body for one in store.notes(Wanted(text="pla"))] == ["plain"]


def test_a_step_that_fails_leaves_the_store_as_it_was(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    bodies = filled(path, 3)

    def half(db: sqlite3.Connection) -> None:
        db.execute("ALTER TABLE notes ADD COLUMN more TEXT")
        db.execute("SELECT nothing FROM nowhere")

    with monkeypatch.context() as patch:
        patch.setattr(schema.migrate, "__defaults__", ((*schema.STEPS, half),))
        with pytest.raises(StoreError):
            NoteStore(path).notes()
    with NoteStore(path) as store:
        assert sorted(one.body for one in store.notes()) == bodies
