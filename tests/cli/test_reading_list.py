"""The reading list in the shell: it leaves, comes back, and knows what was added."""

from pathlib import Path

from briefing_tui.model.note import now
from briefing_tui.notes.store import NoteStore
from tests.cli.conftest import Run
from tests.sources import pages


def test_what_is_added_is_in_the_list_that_leaves_and_comes_back(run: Run, tmp_path: Path) -> None:
    env = {"BRIEFING_LIBRARY": str(tmp_path / "library"), "BRIEFING_NOTES": str(tmp_path / "notes.db")}
    begun = now()
    file = Path(run("add", "-", stdin=pages.PAGE.encode(), env=env).stdout.decode().strip())
    with NoteStore(Path(env["BRIEFING_NOTES"])) as store:
        assert begun <= store.reading_list.of_files([file])[file].added <= now()
        store.reading_list.save_search("quays", "quay")
    out = tmp_path / "list.jsonl"
    assert run("export", "reading-list", "-o", out, env=env).returncode == 0
    other = env | {"BRIEFING_NOTES": str(tmp_path / "other.db")}
    assert run("import", out, env=other).stdout.decode() == f"{out}: 1 article and 1 search added or changed\n"
    assert run("import", out, env=other).stdout.decode() == f"{out}: all here already\n"
    assert run("export", "reading-list", env=other).stdout == out.read_bytes()


def test_a_file_that_is_no_reading_list_is_not_overwritten_and_a_broken_one_not_imported(run: Run, tmp_path: Path) -> None:
    env = {"BRIEFING_NOTES": str(tmp_path / "notes.db")}
    assert run("export", "reading-list", env=env).returncode == 1
    with NoteStore(Path(env["BRIEFING_NOTES"])) as store:
        store.reading_list.save_search("quays", "quay")
    mine = tmp_path / "mine.txt"
    mine.write_text("mine", encoding="utf-8")
    done = run("export", "reading-list", "-o", mine, env=env)
    assert (done.returncode, mine.read_text(encoding="utf-8")) == (2, "mine")
    broken = tmp_path / "broken.jsonl"
    broken.write_bytes(run("export", "reading-list", env=env).stdout + b"{\n")
    done = run("import", broken, env=env)
    assert done.returncode == 2
    assert f"{broken}:3: not JSON" in done.stderr.decode()


def test_a_store_that_cannot_be_read_is_told_and_nothing_is_imported(run: Run, tmp_path: Path) -> None:
    env = {"BRIEFING_LIBRARY": str(tmp_path / "library"), "BRIEFING_NOTES": str(tmp_path / "notes.db")}
    with NoteStore(tmp_path / "notes.db") as store:
        store.reading_list.save_search("quays", "quay")
    out = tmp_path / "list.jsonl"
    assert run("export", "reading-list", "-o", out, env=env).returncode == 0
    (tmp_path / "notes.db").write_bytes(b"no database at all, but a letter to the harbour board\n" * 200)
    for command in (["import", out], ["export", "reading-list"]):
        done = run(*command, env=env)
        assert (done.returncode, done.stdout) == (2, b"")
        assert done.stderr.decode().startswith(f"briefing: {tmp_path / 'notes.db'}: ")
        assert done.stderr.count(b"\n") == 1
