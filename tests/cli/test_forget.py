"""`briefing forget` deletes all that is kept of an article, and nothing else."""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from briefing_tui.contentfile.read.reader import load
from briefing_tui.library.index.library_index import open_index
from briefing_tui.library.line_correction_store import corrections_file, remember_corrections
from briefing_tui.library.reading_state import Memory, file_of, remember
from briefing_tui.library.trash import remove
from briefing_tui.model.briefing import Place
from briefing_tui.model.document import LineCorrection
from briefing_tui.model.identity import Identity
from briefing_tui.notes.store import NoteStore
from briefing_tui.pictures.kept import keep_picture
from briefing_tui.settings import paths
from tests.cli.conftest import Run
from tests.library.helpers import note
from tests.sources import pages

PICTURE = "https://courier.example/reyl.jpg"
PAGE = pages.PAGE.replace('src="reyl.jpg"', f'src="{PICTURE}"')
RARE = ("Reyl", "zanderfisch")
"""Words of the article and of the note on it, which nothing else has."""


@pytest.fixture
def kept(run: Run) -> Path:
    """Fill every place in which something of an article is kept; return its content file."""
    file = Path(run("add", "-", stdin=PAGE.encode()).stdout.decode().strip())
    who = Identity(load(file).briefing, file, is_filed=True)
    state = paths.state()
    memory = Memory(Place("lead", 0), 0.5, briefing=who.briefing, path=who.path, trace=who.trace)
    assert remember(file_of(state, who.briefing, file, who.trace), memory)
    assert remember_corrections(corrections_file(state, "a" * 64), [LineCorrection(1, "Reyl", "nothing")], who)
    with NoteStore() as store:
        name = store.articles.claim(who)
        first = store.add(replace(note("zanderfisch first"), briefing=name))
        store.delete(first)
        store.add(replace(note("zanderfisch second"), briefing=name, tags=("zanderfisch",)))
        store.save_draft(replace(note("zanderfisch draft", "n-draft"), briefing=name))
        store.reading_list.visit(who, who.article.title or "")
        store.add(replace(note("about another"), briefing="another"))
    with open_index(file.parent) as index:
        index.refresh()
    return file


def having(word: str, folder: Path) -> list[str]:
    """Return the files in a folder that have a word, case aside."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return [path.name for path in files if word.lower().encode() in path.read_bytes().lower()]


def test_nothing_of_the_article_is_left_in_any_byte(kept: Path, run: Run, isolation: Path) -> None:
    trashed = remove([kept])[0].trashed
    for folder in (kept.parent, paths.cache()):
        keep_picture(folder, PICTURE, b"Reyl at the gate")
    again = Path(run("add", "-", stdin=PAGE.encode()).stdout.decode().strip())
    assert all(having(word, isolation) for word in RARE)
    done = run("forget", again.stem, "--notes", "--yes")
    assert done.returncode == 0, done.stderr
    listed = done.stdout.decode()
    for words in (
        str(again),
        str(trashed),
        "reading positions",
        "line corrections",
        "reading list",
        "index",
        "1 note and 1 draft",
    ):
        assert words in listed
    assert "1 kept source" in listed
    assert sorted(path.name for path in again.parent.iterdir()) == [".trash"]
    assert {word: having(word, isolation) for word in RARE} == {word: [] for word in RARE}
    with NoteStore() as store:
        assert [one.body for one in store.notes()] == ["about another"]
        assert store.reading_list.entries() == []


def test_notes_that_are_kept_find_their_article_again(kept: Path, run: Run) -> None:
    done = run("forget", kept.stem, "--keep-notes", "--yes")
    assert (done.returncode, kept.exists()) == (0, False)
    file = Path(run("add", "-", stdin=PAGE.encode()).stdout.decode().strip())
    listed = json.loads(run("notes", file, "--format", "json").stdout)
    assert [one["body"] for one in listed] == ["zanderfisch second"]


@pytest.mark.parametrize(
    ("words", "status", "said"),
    [
        (["--yes"], 2, "say --notes or --keep-notes"),
        ([], 1, "--yes deletes without asking"),
        (["--notes", "--keep-notes"], 2, "not allowed with"),
    ],
)
def test_nothing_is_deleted_unless_it_is_clear_what(
    kept: Path, run: Run, isolation: Path, words: list[str], status: int, said: str
) -> None:
    before = {path: path.read_bytes() for path in _files(isolation)}
    done = run("forget", kept.stem, *words)
    assert (done.returncode, said in done.stderr.decode()) == (status, True)
    assert {path: path.read_bytes() for path in _files(isolation)} == before


def _files(folder: Path) -> Iterator[Path]:
    return (
        path for path in folder.rglob("*") if path.is_file() and not path.name.endswith((".lock", "-journal", "-wal", "-shm"))
    )


def test_an_article_is_named_by_its_address_and_files_elsewhere_stay(kept: Path, run: Run, tmp_path: Path) -> None:
    page = tmp_path / "saved.html"
    page.write_text(pages.PAGE, encoding="utf-8")
    with NoteStore() as store:
        store.articles.claim(Identity(load(kept).briefing, page))
    done = run("forget", "http://www.courier.example/harbour/?utm_source=x", "--notes", "--yes")
    assert (done.returncode, kept.exists(), page.exists()) == (0, False, True)
    assert f"(not deleted: {page})" in done.stdout.decode()
    again = run("forget", "http://www.courier.example/harbour", "--notes", "--yes")
    assert (again.returncode, again.stderr.decode().count("\n")) == (1, 1)


@pytest.mark.parametrize("what", ["us-pakistani-ties", "no-such-article", "https://courier.example/", "."])
def test_what_cannot_be_forgotten_is_told_in_a_line(run: Run, what: str) -> None:
    done = run("forget", what, "--yes")
    assert (done.returncode, done.stderr.decode().count("\n"), b"Traceback" in done.stderr) == (2, 1, False)


def test_another_article_keeps_everything(kept: Path, run: Run) -> None:
    other = pages.PAGE.replace("courier.example/harbour", "gazette.example/harbour")
    file = Path(run("add", "-", stdin=other.encode()).stdout.decode().strip())
    before = file.read_bytes()
    assert run("forget", kept.stem, "--notes", "--yes").returncode == 0
    assert file.read_bytes() == before
    assert list(file.parent.glob("*.md")) == [file]
