"""`briefing check`: its output, its messages and its exit status."""

import hashlib
from pathlib import Path

import pytest

from tests.cli.conftest import Run

SOURCE = """Portolan board votes for a levy
The board voted on Tuesday. “It is the least of three evils,” said Edda Lind.
The quay at noon. Photo: Portolan Archive
"""


def content(source: str | None) -> str:
    """Return a content file, with or without a source in its front matter."""
    named = f"source: {source}\n" if source else ""
    return f"""---
briefing: 1
title: Portolan board votes for a levy
{named}---

# Portolan board votes for a levy

## Key actors

### Edda Lind

person

## Quotes

> “It is the least of three evils,”

— [Edda Lind](#edda-lind), said, [Lead](#lead)

## Images

![](quay.jpg)

The quay at noon.
*Photo: Portolan Archive*, [Lead](#lead)

## Article

The board voted on Tuesday. “It is the least of three evils,” said Edda Lind.
"""


SHA = hashlib.sha256(SOURCE.encode()).hexdigest()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with a source and the content file built from it."""
    (tmp_path / "levy.txt").write_text(SOURCE)
    (tmp_path / "levy.md").write_text(content(f"{{name: levy.txt, sha256: {SHA}}}"))
    return tmp_path


def test_a_good_file_prints_nothing(run: Run, folder: Path) -> None:
    done = run("check", "levy.md", cwd=folder)
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"briefing: 1 file, no problems\n")


@pytest.mark.parametrize("source", ["levy.txt", "."])
def test_words_that_stand_in_the_source_are_proved(source: str, run: Run, folder: Path) -> None:
    done = run("check", "levy.md", "--source", source, cwd=folder)
    assert (done.returncode, done.stdout) == (0, b"")
    assert b"levy.md: 4 of 4 passages are in levy.txt word for word\n" in done.stderr


@pytest.mark.parametrize(
    ("here", "there", "line"), [("least of three", "last of three", 17), ("The quay at noon", "The quay at dawn", 25)]
)
def test_words_that_do_not_stand_in_the_source_are_told_with_their_line(
    here: str, there: str, line: int, run: Run, folder: Path
) -> None:
    path = folder / "levy.md"
    path.write_text(path.read_text().replace(here, there, 1))
    done = run("check", "levy.md", "--source", "levy.txt", cwd=folder)
    assert done.returncode == 1
    assert done.stdout.decode().startswith(f"levy.md:{line}: ")
    assert done.stdout.count(b"\n") == 1


def test_a_source_that_differs_from_the_one_named_is_told(run: Run, folder: Path) -> None:
    (folder / "levy.txt").write_text(SOURCE + "\n")
    done = run("check", "levy.md", "--source", ".", cwd=folder)
    assert done.returncode == 1
    assert done.stdout.decode().startswith("levy.md:4: the source levy.txt is not the file that was used")


def test_a_named_source_that_is_not_there_is_told(run: Run, folder: Path) -> None:
    (folder / "empty").mkdir()
    done = run("check", "levy.md", "--source", "empty", cwd=folder)
    assert done.returncode == 1
    assert done.stdout.decode().startswith("levy.md:4: the source levy.txt is not in empty")


def test_a_file_that_names_no_source_is_not_proved_and_not_wrong(run: Run, folder: Path) -> None:
    (folder / "levy.md").write_text(content(None))
    done = run("check", "levy.md", "--source", ".", cwd=folder)
    assert (done.returncode, done.stdout) == (0, b"")
    assert b"levy.md: not proved: the front matter names no source\n" in done.stderr


def test_a_folder_is_checked_file_by_file(run: Run, folder: Path) -> None:
    (folder / "broken.md").write_text("## Quotes\n")
    done = run("check", folder)
    assert done.returncode == 1
    assert all(line.startswith(f"{folder}/broken.md:") for line in done.stdout.decode().splitlines())
    assert done.stderr.decode().startswith("briefing: 2 files, ")


def test_one_unreadable_file_hides_no_problem_of_another(run: Run, folder: Path) -> None:
    (folder / "broken.md").write_text("## Quotes\n")
    done = run("check", "none.md", "broken.md", cwd=folder)
    assert done.returncode == 2
    assert done.stdout.startswith(b"broken.md:1: ")
    assert b"none.md: no such file" in done.stderr


def test_a_source_that_is_nowhere_is_wrong_use(run: Run, folder: Path) -> None:
    done = run("check", "levy.md", "--source", "nowhere", cwd=folder)
    assert (done.returncode, done.stdout) == (2, b"")


def test_the_shipped_briefings_are_clean_and_the_digest_is_proved(run: Run, shared: Path) -> None:
    done = run("check", "content", "--source", shared / "seeds", cwd=Path(__file__).parent.parent.parent)
    assert (done.returncode, done.stdout) == (0, b"")
    assert b"word for word" in done.stderr
