"""`briefing actors` and `briefing compare`: their output, the user's file, messages and exit status."""

import json
from pathlib import Path

import pytest

from briefing_tui.contentfile.write.writer import write
from tests.cli.conftest import Run
from tests.verification.test_same_words import LONG, article


@pytest.fixture
def env(tmp_path: Path) -> dict[str, str]:
    """Return an environment with a library of two articles."""
    folder = tmp_path / "library"
    folder.mkdir()
    for one in (article("one", ("Ana Reis", LONG)), article("two", ("Anna Reis", LONG.replace("three", "four")))):
        (folder / f"{one.id}.md").write_text(write(one))
    return {"BRIEFING_LIBRARY": str(folder), "XDG_CACHE_HOME": str(tmp_path / "cache")}


def test_everybody_is_listed_and_a_name_gives_a_dossier(run: Run, env: dict[str, str]) -> None:
    listed = run("actors", env=env)
    assert listed.returncode == 0
    assert "Anna Reis" in listed.stdout.decode()
    dossier = run("actors", "anna", env=env).stdout.decode()
    assert dossier.startswith("Anna Reis (person): 1 article, 1 quote\n")
    assert "two#q-0" in dossier


@pytest.mark.parametrize(("form", "start"), [("markdown", "# Anna Reis"), ("csv", '"Speaker","Quote"'), ("json", "[")])
def test_a_dossier_is_exported(run: Run, env: dict[str, str], form: str, start: str) -> None:
    done = run("actors", "anna", "--format", form, env=env).stdout.decode()
    assert done.startswith(start)
    assert "four times" in done


def test_names_are_merged_and_the_merge_is_undone(run: Run, env: dict[str, str]) -> None:
    added = run("actors", "Ana Reis", "--same-as", "Anna Reis", env=env)
    assert (added.returncode, added.stdout) == (0, b"")
    found = json.loads(run("actors", "ana", "--format", "json", env=env).stdout)
    assert [entry["name"] for entry in found] == ["Ana Reis"]
    assert len(found[0]["articles"]) == 2
    assert run("actors", "--undo", env=env).returncode == 0
    assert len(json.loads(run("actors", "reis", "--format", "json", env=env).stdout)) == 2
    nothing = run("actors", "--undo", env=env)
    assert nothing.returncode == 1
    assert b"nothing to undo" in nothing.stderr


def test_a_broken_line_is_reported_by_file_and_line(run: Run, env: dict[str, str]) -> None:
    (Path(env["BRIEFING_LIBRARY"]) / "people.txt").write_text("\nno statement\nAna Reis = Anna Reis\n")
    done = run("actors", "ana", env=env)
    assert b"people.txt:2: 'no statement' is no statement about names" in done.stderr
    assert done.stdout.decode().startswith("Ana Reis (person): 2 articles, 2 quotes")


@pytest.mark.parametrize(
    ("words", "status", "message"),
    [
        (["nobody here"], 1, "nobody in the library"),
        (["Ana", "--is", "B"], 2, "--in ARTICLE"),
        (["--same-as", "B"], 2, "name who"),
    ],
)
def test_what_cannot_be_done_is_one_line(run: Run, env: dict[str, str], words: list[str], status: int, message: str) -> None:
    done = run("actors", *words, env=env)
    assert done.returncode == status
    assert message in done.stderr.decode()
    assert done.stderr.count(b"\n") == 1


def test_two_articles_are_compared(run: Run, env: dict[str, str]) -> None:
    done = run("compare", "one", "two", env=env)
    text = done.stdout.decode()
    assert done.returncode == 0
    assert "different words, “three” in A, “four” in B" in text
    found = json.loads(run("compare", "one", "two", "--format", "json", env=env).stdout)
    assert found["quotes"]["both"][0]["changes"] == [{"one": "three", "other": "four"}]


def test_articles_that_share_nothing_give_status_1(run: Run, env: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "other.md").write_text(write(article("other", ("Ida Lind", "We saw nothing at all from the boat"))))
    assert run("compare", "one", tmp_path / "other.md", env=env).returncode == 1
    assert run("compare", "one", "missing.md", env=env).returncode == 2


def test_the_same_words_elsewhere_are_printed_with_the_difference(run: Run, env: dict[str, str]) -> None:
    done = run("quotes", "--like", "one#q-0", env=env)
    assert done.returncode == 0
    assert "different words" in done.stdout.decode()
    assert "“three” → “four”" in done.stdout.decode()
    (found,) = json.loads(run("quotes", "--like", "one#q-0", "--format", "json", env=env).stdout)
    assert (found["article"], found["id"]) == ("two", "q-0")


@pytest.mark.parametrize("what", ["one", "one#q-9", "#q-0", "#", "missing#q-0"])
def test_what_is_no_quote_of_the_library_is_one_line(run: Run, env: dict[str, str], what: str) -> None:
    done = run("quotes", "--like", what, env=env)
    assert done.returncode == 2
    assert done.stderr.count(b"\n") == 1
