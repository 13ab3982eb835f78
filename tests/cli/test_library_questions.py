"""`briefing search` and `briefing quotes` answer from the library's index."""

import csv
import io
import json
import sqlite3
from pathlib import Path
from typing import Any

import pytest

from briefing_tui.cli import main
from briefing_tui.library.index import refreshing
from briefing_tui.library.index.database import IndexFile
from tests.cli.conftest import Run

ROOF = """---
briefing: 1
title: The roof
published: 2025-05-01
publisher: Hill Gazette
---
## Key actors

### Ada Quill

person · roofer
Also: Quill

## Quotes

> “Zinc lasts a hundred years.”

— [Ada Quill](#ada-quill "Quill"), said, [Lead](#lead)
<!-- id: q-zinc -->

> “=cmd()”

— [Ada Quill](#ada-quill "she"), [Lead](#lead)
<!-- id: q-cmd -->

## Article

“Zinc lasts a hundred years.” So said Quill of the roof. “=cmd()” was the rest.
"""


@pytest.fixture(autouse=True)
def library(isolation: Path) -> Path:
    """Return a library of two briefings."""
    folder = isolation / "library"
    folder.mkdir()
    (folder / "roof.md").write_text(ROOF)
    (folder / "later.md").write_text(ROOF.replace("The roof", "The other roof").replace("2025", "2026").replace("Zinc", "Lead"))
    return folder


def text(data: bytes) -> str:
    return data.decode()


def test_search_prints_articles_with_hits_newest_first(run: Run) -> None:
    done = run("search", "hundred", "years")
    assert done.returncode == 0
    assert text(done.stdout) == (
        "The other roof\n1 May 2026 · Hill Gazette · later\n"
        "    “Lead lasts a hundred years.”\n    — Ada Quill · § Lead · #q-zinc\n\n"
        "The roof\n1 May 2025 · Hill Gazette · roof\n    “Zinc lasts a hundred years.”\n    — Ada Quill · § Lead · #q-zinc\n"
    )


def test_search_notices_new_changed_and_deleted_files(run: Run, library: Path) -> None:
    assert run("search", "slate").returncode == 1
    (library / "roof.md").write_text(ROOF.replace("Zinc", "Slate"))
    (library / "later.md").unlink()
    (library / "new.md").write_text(ROOF.replace("Zinc", "Slate"))
    found = json.loads(run("search", "slate", "--format", "json").stdout)
    first, second = sorted(found["articles"], key=lambda one: one["id"])
    assert (first["id"], second["id"]) == ("new", "roof")
    assert first["hits"][0] == {
        "kind": "quote", "text": "Slate lasts a hundred years.", "highlights": [[0, 5]], "item": "q-zinc", "speaker": "Ada Quill",
        "section": "Lead", "paragraph": 0, "address": "briefing://new/q-zinc",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["roof", "speker:x"], "briefing: roof ▸speker:x◂: there is no filter 'speker:'; did you mean 'speaker:'?"),
        (["since:last"], "briefing: ▸since:last◂: 'last' is no day; write a year"),
        ([], "briefing: nothing to search for; give words or filters"),
        (["("], "briefing: ▸(◂: '(' holds no word; type letters or digits"),
        (["x", "--format", "csv"], "briefing: --format csv is for quotes and actors; add --of quotes or --of actors"),
        (["--saved", "none"], "briefing: no saved search 'none'; there are: none yet"),
    ],
)
def test_a_mistake_ends_a_search_with_one_line_that_shows_its_place(run: Run, words: list[str], message: str) -> None:
    done = run("search", *words)
    assert done.returncode == 2
    assert text(done.stderr).startswith(message)
    assert text(done.stderr).count("\n") == 1


def test_searches_are_saved_listed_used_and_deleted(run: Run) -> None:
    assert run("search", "--saved").returncode == 1
    assert run("search", "zinc", "speaker:quill", "--save", "zinc").returncode == 0
    assert text(run("search", "--saved").stdout) == "zinc: zinc speaker:quill\n"
    assert "#q-zinc" in text(run("search", "--saved", "zinc").stdout)
    assert run("search", "--saved", "zinc", "nowhere").returncode == 1
    assert run("search", "--forget", "zinc").returncode == 0
    assert run("search", "--saved", "zinc").returncode == 2


def test_quotes_are_limited_by_speaker_subject_and_day(run: Run) -> None:
    def found(*options: str) -> list[str]:
        lines = text(run("quotes", "--format", "jsonl", *options).stdout).splitlines()
        return [f"{row['article']}#{row['id']}" for row in map(json.loads, lines)]

    assert found() == ["later#q-zinc", "later#q-cmd", "roof#q-zinc", "roof#q-cmd"]
    assert found("--speaker", "quill", "--limit", "1") == ["later#q-zinc"]
    assert found("--about", "zinc") == ["roof#q-zinc", "roof#q-cmd"]
    assert found("--about", "zinc in:quotes", "--speaker", "ada") == ["roof#q-zinc", "roof#q-cmd"]
    assert found("--since", "2025-06") == ["later#q-zinc", "later#q-cmd"]
    assert found("--until", "2025") == ["roof#q-zinc", "roof#q-cmd"]
    assert run("quotes", "--speaker", "nobody").returncode == 1
    wrong = run("quotes", "--since", "yesterday")
    assert (wrong.returncode, text(wrong.stderr).count("\n")) == (2, 1)


def test_quotes_come_in_every_format(run: Run) -> None:
    plain = text(run("quotes", "--about", "zinc").stdout)
    assert plain.startswith(
        "The roof\n1 May 2025 · Hill Gazette · roof\n    “Zinc lasts a hundred years.”\n    — Ada Quill · § Lead · #q-zinc\n"
    )
    (first, second) = csv.DictReader(io.StringIO(text(run("quotes", "--about", "zinc", "--format", "csv").stdout)))
    assert (first["quote"], first["speaker"], first["published"]) == ("Zinc lasts a hundred years.", "Ada Quill", "2025-05-01")
    assert second["quote"] == "'=cmd()"
    rows = json.loads(run("quotes", "--about", "zinc", "--format", "json").stdout)
    assert (rows[0]["speaker"], rows[0]["called"], rows[0]["paragraph"], rows[0]["start"], rows[0]["end"]) == (
        "Ada Quill", "Quill", 0, 1, 28,
    )  # fmt: skip
    markdown = text(run("quotes", "--about", "zinc", "--format", "markdown").stdout)
    assert "## The roof\n\nHill Gazette · 1 May 2025\n\n> “Zinc lasts a hundred years.”\n\n— Ada Quill, § Lead" in markdown


def test_quotes_and_actors_of_a_search_go_to_other_tools(run: Run) -> None:
    actors = text(run("search", "zinc", "--of", "actors", "--format", "csv").stdout)
    (row,) = csv.DictReader(io.StringIO(actors))
    assert (row["name"], row["kind"], row["roles"], row["aliases"], row["article"]) == (
        "Ada Quill", "person", "roofer", "Quill", "roof",
    )  # fmt: skip
    quotes = text(run("search", "zinc", "speaker:quill", "--of", "quotes", "--format", "jsonl").stdout)
    assert [json.loads(line)["id"] for line in quotes.splitlines()] == ["q-zinc", "q-cmd"]


def test_nothing_in_the_library_acts_on_the_terminal(run: Run, library: Path) -> None:
    (library / "evil.md").write_text(
        ROOF.replace("roof", "r\x1b]0;owned\x07oof \u202egnihtemos").replace("Quill", "Q\x1b[31muill")
    )
    for arguments in (
        ["search", "zinc"],
        ["quotes"],
        *(["quotes", "--format", form] for form in ("csv", "json", "jsonl", "markdown")),
    ):
        done = run(*arguments)
        assert done.returncode == 0
        assert b"\x1b" not in done.stdout + done.stderr
        assert "\u202e" not in text(done.stdout)


def test_an_index_that_somebody_wrote_into_acts_on_no_terminal(run: Run, isolation: Path) -> None:
    run("search", "zinc")
    (path,) = (isolation / "cache").rglob("library-*.db")
    with sqlite3.connect(path) as db:
        for table, column in (
            ("articles", "title"),
            ("articles", "publisher"),
            ("quotes", "words"),
            ("quotes", "id"),
            ("names", "name"),
        ):
            db.execute(f"UPDATE {table} SET {column} = {column} || char(27) || ']0;owned' || char(7) || char(8238)")
    for arguments in (
        ["search", "zinc"],
        ["list"],
        ["quotes"],
        ["quotes", "--format", "markdown"],
        ["search", "zinc", "--of", "actors"],
    ):
        done = run(*arguments)
        assert done.returncode == 0
        assert not {"\x1b", "\x07", "\u202e"} & set(text(done.stdout + done.stderr))


def test_a_large_library_answers_at_once_and_is_looked_through_when_that_is_not_enough(
    library: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def asked(*words: str) -> str:
        main(["search", *words])
        return capsys.readouterr().out

    assert "The roof" in asked("zinc")
    monkeypatch.setattr("briefing_tui.application.library._QUICK", 0)
    looked: list[Path] = []
    refresh = refreshing.refresh

    def noted(file: IndexFile, folder: Path, *others: Any) -> refreshing.Refreshed:
        looked.append(folder)
        return refresh(file, folder, *others)

    monkeypatch.setattr(refreshing, "refresh", noted)
    assert "The roof" in asked("zinc")
    assert looked == []
    (library / "roof.md").write_text(ROOF.replace("Zinc", "Slate"))  # in place: the folder does not change
    assert "Slate" in asked("slate")
    assert looked == [library]
    (library / "roof.md").write_text(ROOF.replace("Zinc", "Tin"))
    assert "The roof" not in asked("slate")
    assert looked == [library, library]
    (library / "new.md").write_text(ROOF)
    assert "Zinc" in asked("zinc")


def test_a_library_that_vanished_or_a_cache_that_cannot_be_written_is_no_error(run: Run, isolation: Path, library: Path) -> None:
    (isolation / "cache").write_text("no folder")
    assert run("search", "zinc").returncode == 0
    for file in library.iterdir():
        file.unlink()
    library.rmdir()
    done = run("search", "harbour")  # the shipped briefings
    assert done.returncode == 0


@pytest.mark.parametrize("words", [("search", "harbour"), ("list",), ("quotes",), ("actors",), ("verify", "-"), ()])
def test_a_library_that_is_gone_is_not_answered_for_by_the_shipped_briefings(
    run: Run, tmp_path: Path, words: tuple[str, ...]
) -> None:
    folder = tmp_path / "library"
    env = {"BRIEFING_LIBRARY": str(folder), "XDG_CACHE_HOME": str(tmp_path / "cache")}
    assert run("search", "harbour", env=env).returncode == 0
    folder.mkdir()
    (folder / "one.md").write_text("# One\n\n## Article\n\nWords of the harbour.\n", encoding="utf-8")
    assert run("search", "harbour", env=env).stdout.startswith(b"One")
    folder.rename(tmp_path / "away")
    gone = run(*words, env=env, stdin=b'He said: "no words."')
    assert (gone.returncode, gone.stdout) == (2, b"")
    assert gone.stderr == f"briefing: {folder}: your library's folder is gone; bring it back, or make an empty one\n".encode()
