"""`briefing add` files articles in the library under names of their own, and overwrites nothing."""

from pathlib import Path

import pytest

from briefing_tui.builder import build, correction_of
from briefing_tui.contentfile.read.reader import load
from briefing_tui.contentfile.rebuild.corrections_in_front_matter import read_corrections
from briefing_tui.library.line_correction_store import corrections_file, remember_corrections
from briefing_tui.model.identity import Identity
from briefing_tui.settings import paths
from tests.cli.conftest import Run
from tests.sources import pages


@pytest.fixture
def library(tmp_path: Path) -> dict[str, str]:
    """Return an environment whose library folder does not exist yet."""
    return {"BRIEFING_LIBRARY": str(tmp_path / "library")}


def test_articles_are_filed_under_their_titles_and_their_paths_printed(library: dict[str, str], run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(pages.PAGE, encoding="utf-8")
    (tmp_path / "b.html").write_text(pages.PAGE.replace("courier.example/harbour", "gazette.example/harbour"), encoding="utf-8")
    folder = Path(library["BRIEFING_LIBRARY"])
    done = run("add", tmp_path / "a.html", tmp_path / "b.html", env=library)
    paths = [folder / "the-harbour-that-would-not-settle.md", folder / "the-harbour-that-would-not-settle-1.md"]
    assert done.returncode == 0
    assert done.stdout.decode().splitlines() == [str(path) for path in paths]
    assert [load(path).problems for path in paths] == [(), ()]
    assert load(paths[0]).briefing.source != load(paths[1]).briefing.source


def test_an_article_that_is_there_already_is_not_filed_again(library: dict[str, str], run: Run) -> None:
    page = pages.PAGE.encode()
    first = run("add", "-", stdin=page, env=library)
    path = Path(first.stdout.decode().strip())
    path.write_text(path.read_text(encoding="utf-8").replace("Two ", "Three ", 1), encoding="utf-8")
    mine = path.read_bytes()
    again = run("add", "-", stdin=page, env=library)
    assert (again.returncode, again.stdout) == (0, first.stdout)
    assert b"already in the library" in again.stderr
    assert path.read_bytes() == mine
    assert sorted(file.name for file in path.parent.iterdir()) == [".sources", path.name]


@pytest.mark.parametrize(
    "change",
    [
        ("<p>", "<p>Now "),
        ("https://courier.example/harbour", "http://www.courier.example/harbour/?utm_source=letter#top"),
        ('<link rel="canonical" href="https://courier.example/harbour">', ""),
    ],
)
def test_an_article_that_was_saved_again_is_the_same_article(
    library: dict[str, str], run: Run, tmp_path: Path, change: tuple[str, str]
) -> None:
    again = pages.PAGE.replace(*change, 1)
    assert again != pages.PAGE
    first = run("add", "-", stdin=pages.PAGE.encode(), env=library)
    second = run("add", "-", stdin=again.encode(), env=library)
    assert (second.returncode, second.stdout) == (0, first.stdout)
    assert b"already in the library" in second.stderr
    (tmp_path / "one.html").write_text(again, encoding="utf-8")
    (tmp_path / "two.html").write_text(again + "<!-- saved twice -->", encoding="utf-8")
    both = run("add", tmp_path / "one.html", tmp_path / "two.html", env={**library, "BRIEFING_LIBRARY": str(tmp_path / "other")})
    assert len(set(both.stdout.split())) == 1


def test_an_article_that_is_there_is_brought_up_to_date_on_request_and_changes_stay(library: dict[str, str], run: Run) -> None:
    built = build(pages.PAGE.encode(), "a.html")
    rows = built.as_read.rows
    correction = correction_of(rows, next(at for at, row in enumerate(rows) if row.text.startswith("Skippers")), "nothing")
    assert remember_corrections(corrections_file(paths.state(), "0" * 64), [correction], Identity(built.briefing))
    path = Path(run("add", "-", stdin=pages.PAGE.encode(), env=library).stdout.decode().strip())
    corrections_file(paths.state(), "0" * 64).unlink()  # the content file has them now
    mine = path.read_text(encoding="utf-8").replace("person · board's chair", "person · the chair himself", 1)
    path.write_text(mine, encoding="utf-8")
    later = pages.PAGE.replace("Two of the five quays", "Three of the five quays")
    done = run("add", "--update", "-", stdin=later.encode(), env=library)
    assert (done.returncode, done.stdout.decode().strip()) == (0, str(path))
    text = path.read_text(encoding="utf-8")
    assert "Three of the five quays" in text
    assert "the chair himself" in text
    assert "\nSkippers" not in text
    assert run("check", path, env=library).returncode == 0
    assert b"Three of the five" in run("source", path, env=library).stdout


def test_lines_that_were_corrected_while_reading_stay_corrected(library: dict[str, str], run: Run) -> None:
    again = pages.PAGE + "<!-- saved again -->"
    built = build(again.encode(), "again.html")
    rows = built.as_read.rows
    correction = correction_of(rows, next(at for at, row in enumerate(rows) if row.text.startswith("Skippers")), "nothing")
    assert remember_corrections(corrections_file(paths.state(), "0" * 64), [correction], Identity(built.briefing))
    path = Path(run("add", "-", stdin=pages.PAGE.encode(), env=library).stdout.decode().strip())
    briefing = load(path).briefing
    assert not [one for section in briefing.sections for one in section.paragraphs if one.text.startswith("Skippers")]
    assert [one.line for one in read_corrections(briefing)] == [correction.line]


def test_what_holds_no_article_is_told_and_nothing_is_filed(library: dict[str, str], run: Run, tmp_path: Path) -> None:
    (tmp_path / "login.txt").write_text("Log in to continue\n\nSign in to your account to read on.\n")
    done = run("add", tmp_path / "login.txt", env=library)
    assert (done.returncode, done.stdout) == (1, b"")
    assert done.stderr.decode().count("\n") == 1
    many = run("add", tmp_path / "login.txt", tmp_path / "none.txt", env=library)
    assert (many.returncode, many.stdout) == (2, b"")
    assert list(Path(library["BRIEFING_LIBRARY"]).iterdir()) == []


def test_a_library_that_cannot_be_written_is_told_in_one_line(run: Run, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    done = run("add", "-", stdin=pages.PAGE.encode(), env={"BRIEFING_LIBRARY": str(tmp_path / "file" / "library")})
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.decode().count("\n") == 1
    assert b"Traceback" not in done.stderr
