"""`briefing notes`, `export` and `import` in a shell."""

import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from briefing_tui.cli import main
from briefing_tui.library.reading_state import Memory, file_of, remember
from briefing_tui.notes.rows import Wanted
from briefing_tui.notes.store import NoteStore
from briefing_tui.settings import paths
from tests.library.helpers import PLAIN, note


@pytest.fixture
def store() -> NoteStore:
    """Return the user's store with three notes."""
    store = NoteStore()
    store.import_notes(
        [
            PLAIN,
            replace(PLAIN, id="n-two", body="=1+1", kind="section", tags=("law",), colour=None),
            replace(PLAIN, id="n-ferry", briefing="ferry", body="On the ferry.", tags=()),
        ]
    )
    return store


@pytest.mark.usefixtures("store")
def test_notes_are_listed_and_filtered(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["notes"]) == 0
    assert [line for line in capsys.readouterr().out.split("\n") if "#n-" in line] == [
        "ferry#n-ferry",
        "harbour#n-plain",
        "harbour#n-two",
    ]
    assert main(["notes", "harbour", "--tag", "LAW", "--kind", "section", "--format", "json"]) == 0
    assert [one["id"] for one in json.loads(capsys.readouterr().out)] == ["n-two"]
    assert main(["notes", "harbour#n-plain", "--text", "surv"]) == 0
    assert "“We measured it three times.”" in capsys.readouterr().out


@pytest.mark.usefixtures("store")
def test_the_notes_on_what_one_pane_shows_are_listed_and_exported(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["notes", "--pane", "quotes", "--format", "json"]) == 0
    assert {one["id"] for one in json.loads(capsys.readouterr().out)} == {"n-plain", "n-ferry"}
    assert main(["export", "--pane", "article", "--format", "jsonl"]) == 0
    assert [json.loads(line)["id"] for line in capsys.readouterr().out.splitlines()] == ["n-two"]
    assert main(["notes", "--pane", "images"]) == 1
    assert capsys.readouterr().err == "briefing: no such notes\n"
    assert main(["export", "--pane", "quotes", "--kind", "image"]) == 2


def test_no_notes_is_the_answer_no(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["notes"]) == 1
    assert capsys.readouterr().err == "briefing: no notes yet\n"
    assert not paths.notes().exists()


@pytest.mark.usefixtures("store")
@pytest.mark.parametrize(
    "asked", [["nowhere"], ["--text", "nowhere"], ["--tag", "nowhere"], ["--kind", "image"], ["--colour", "blue"]], ids=" ".join
)
def test_notes_that_are_asked_for_and_not_there_are_no_such_notes(asked: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["notes", *asked]) == 1
    assert capsys.readouterr().err == "briefing: no such notes\n"


def test_the_doctor_says_sound_or_what_to_do(store: NoteStore, capsys: pytest.CaptureFixture[str]) -> None:
    store.close()
    assert main(["notes", "doctor"]) == 0
    assert capsys.readouterr().out.endswith("sound, 3 notes\n")
    with paths.notes().open("r+b") as file:
        file.write(b"\0" * 4096)
    assert main(["notes", "doctor"]) == 1
    assert "--rescue" in capsys.readouterr().err
    assert main(["notes"]) == 2
    assert capsys.readouterr().err.endswith("damaged; 'briefing notes doctor' rescues what can be read\n")
    assert main(["notes", "doctor", "--rescue"]) == 0
    assert "3 notes" in capsys.readouterr().out
    assert main(["notes", "--format", "json"]) == 0
    assert len(json.loads(capsys.readouterr().out)) == 3


def test_a_sound_file_is_replaced_only_if_the_user_says_so(store: NoteStore, capsys: pytest.CaptureFixture[str]) -> None:
    store.close()
    before = paths.notes().read_bytes()
    assert main(["notes", "doctor", "--rescue"]) == 2
    assert "--yes" in capsys.readouterr().err
    assert paths.notes().read_bytes() == before
    assert main(["notes", "doctor", "--rescue", "--yes"]) == 0
    assert "3 notes and 0 drafts rescued" in capsys.readouterr().out


def test_a_file_that_is_open_is_not_rescued(store: NoteStore, capsys: pytest.CaptureFixture[str]) -> None:
    store.notes()
    assert main(["notes", "doctor", "--rescue", "--yes"]) == 2
    assert "open in another window" in capsys.readouterr().err


def test_a_rescue_names_what_could_not_be_read(store: NoteStore, capsys: pytest.CaptureFixture[str]) -> None:
    lost = store.notes()[0].id
    store.close()
    with closing(sqlite3.connect(paths.notes())) as db, db:
        db.execute("UPDATE notes SET anchor = '[' WHERE id = ?", (lost,))
    assert main(["notes", "doctor", "--rescue"]) == 1
    assert f"{lost} could not be read" in capsys.readouterr().out


def test_a_folder_gets_a_file_for_each_briefing_and_keeps_what_a_person_wrote(store: NoteStore, tmp_path: Path) -> None:
    assert main(["export", "-o", f"{tmp_path}/vault/"]) == 0
    assert sorted(path.name for path in (tmp_path / "vault").iterdir()) == ["ferry.md", "harbour.md"]
    harbour = tmp_path / "vault" / "harbour.md"
    harbour.write_text(harbour.read_text() + "\nMine.\n")
    store.add(note("A third."))
    assert main(["export", "-o", f"{tmp_path}/vault/"]) == 0
    assert "A third." in harbour.read_text()
    assert "\nMine.\n" in harbour.read_text()


def test_an_edit_in_the_vault_is_imported_and_never_overwritten(
    store: NoteStore, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "notes.md"
    assert main(["export", "harbour", "-o", str(file)]) == 0
    file.write_text(file.read_text().replace("Ask her for", "I have"))
    here = store.get("n-plain")
    assert here is not None
    assert main(["import", str(file)]) == 0
    assert "1 changed, 1 already here" in capsys.readouterr().out
    changed = store.get("n-plain")
    assert changed is not None
    assert changed.body == "I have the survey."
    assert main(["export", "harbour", "-o", str(file)]) == 0
    file.write_text(file.read_text().replace("I have", "We have"))
    store.edit(changed, replace(changed, body="Again."))
    capsys.readouterr()
    assert main(["export", "harbour", "-o", str(file)]) == 1
    assert f"{file}:" in capsys.readouterr().err
    assert "We have the survey." in file.read_text()
    assert main(["import", str(file)]) == 0
    assert "1 kept in two versions" in capsys.readouterr().out
    assert main(["import", str(file)]) == 0
    assert "2 already here" in capsys.readouterr().out
    assert main(["export", "harbour", "-o", str(file)]) == 0
    assert {note.body for note in store.notes(Wanted(briefing="harbour"))} >= {"We have the survey.", "Again."}
    assert all(text in file.read_text() for text in ("We have the survey.", "Again."))


def test_a_table_is_written_anew_only_while_it_is_as_it_was_written(
    store: NoteStore, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "notes.csv"
    assert main(["export", "--format", "csv", "-o", str(file)]) == 0
    store.add(note("More."))
    assert main(["export", "--format", "csv", "-o", str(file)]) == 0
    assert "More." in file.read_text()
    file.write_text(file.read_text() + "mine\n")
    assert main(["export", "--format", "csv", "-o", str(file)]) == 2
    assert "not as briefing wrote it" in capsys.readouterr().err
    assert file.read_text().endswith("mine\n")


@pytest.mark.usefixtures("store")
def test_export_goes_to_standard_output_and_says_when_there_is_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", "--format", "csv", "--tag", "law"]) == 0
    out = capsys.readouterr().out
    assert '"\'=1+1"' in out
    assert "n-plain" not in out
    assert main(["export", "--tag", "nothing"]) == 1


def test_what_went_out_as_annotations_comes_back_into_an_empty_store(
    store: NoteStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "notes.jsonld"
    assert main(["export", "--format", "jsonld", "-o", str(file)]) == 0
    monkeypatch.setenv("BRIEFING_NOTES", str(tmp_path / "new" / "notes.db"))
    assert main(["import", str(file)]) == 0
    assert NoteStore().notes() == store.notes()
    broken = tmp_path / "broken.json"
    broken.write_text(file.read_text().replace("commenting", "com\nmenting", 1))
    assert main(["import", str(broken)]) == 2
    assert "nothing was imported" in capsys.readouterr().err


def test_a_briefing_goes_out_as_a_news_article(fixtures: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", str(fixtures / "harbour.md"), "--format", "newsarticle"]) == 0
    assert json.loads(capsys.readouterr().out)["@type"] == "NewsArticle"
    assert main(["export", "--format", "newsarticle"]) == 2


@pytest.mark.parametrize(
    "arguments",
    [
        ["export", "--format", "docx"],
        ["export", "-o", "{file}/x/"],
        ["export", "-o", "{file}/"],
        ["export", "--format", "csv", "-o", "{file}/x.csv"],
        ["export", "--follow"],
        ["export", "--follow", "-o", "{folder}/x/", "--tag", "money"],
        ["import", "{file}"],
        ["import", "{folder}"],
        ["import", "{folder}/none.md"],
        ["notes", "--kind", "poem"],
        ["notes", "--rescue"],
    ],
)
@pytest.mark.usefixtures("store")
def test_wrong_use_is_told_in_one_line(arguments: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "file").write_bytes(b"\xff\xfe")
    told = [argument.format(file=tmp_path / "file", folder=tmp_path) for argument in arguments]
    assert main(told) == 2
    assert capsys.readouterr().err.count("\n") == 1
    assert (tmp_path / "file").read_bytes() == b"\xff\xfe"


def test_a_folder_is_kept_in_step_until_interrupted(store: NoteStore, tmp_path: Path) -> None:
    vault = tmp_path / "vault"
    follower = subprocess.Popen(
        [sys.executable, "-m", "briefing_tui", "export", "all", "--follow", "-o", str(vault)],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=os.environ,
    )  # fmt: skip
    try:
        assert follower.stderr is not None
        assert follower.stdout is not None
        assert "following the notes" in follower.stderr.readline()
        store.add(note("Seen at once."))
        began = time.monotonic()
        while "Seen at once." not in (vault / "harbour.md").read_text() and time.monotonic() - began < 10:
            follower.stdout.readline()
        assert "Seen at once." in (vault / "harbour.md").read_text()
    finally:
        follower.send_signal(signal.SIGINT)
        follower.communicate(timeout=10)
    assert follower.returncode == 130


def test_the_way_back_prints_the_note_where_there_is_no_terminal(
    store: NoteStore, fixtures: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["show", f"{fixtures / 'harbour.md'}#n-plain"]) == 0
    assert "Ask her for the survey." in capsys.readouterr().out
    assert main(["read", f"{fixtures / 'harbour.md'}#n-plain"]) == 0
    assert "“We measured it three times.”" in capsys.readouterr().out
    assert main(["show", f"{fixtures / 'harbour.md'}#n-plain", "--format", "json"]) == 0
    assert [one["id"] for one in json.loads(capsys.readouterr().out)] == ["n-plain"]
    assert main(["show", f"{fixtures / 'harbour.md'}#n-plain", "--format", "markdown"]) == 0
    assert "^n-plain" in capsys.readouterr().out
    assert main(["show", f"{fixtures / 'harbour.md'}#n-ferry"]) == 2
    assert store.get("n-ferry")


def test_the_way_back_leads_to_a_file_outside_of_the_library_where_it_was_last_read(
    store: NoteStore, fixtures: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    home = tmp_path / "elsewhere" / "harbour.md"
    home.parent.mkdir()
    shutil.copy(fixtures / "harbour.md", home)
    monkeypatch.chdir(tmp_path)
    assert main(["show", "harbour#n-plain"]) == 2
    remember(file_of(paths.state(), "harbour", home), Memory(briefing="harbour", path=str(home)))
    assert main(["show", "harbour#n-plain"]) == 0
    assert main(["export", "harbour", "--format", "text"]) == 0
    assert "The harbour that would not settle" in capsys.readouterr().out
    assert store.get("n-plain")
    home.unlink()
    assert main(["show", "harbour#n-plain"]) == 2
