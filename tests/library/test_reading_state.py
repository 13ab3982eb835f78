"""Reading positions and line corrections follow the article, not a file name."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from briefing_tui.library.line_correction_store import corrections_file, find_corrections, remember_corrections
from briefing_tui.library.reading_state import Memory, file_of, recall_article, remember
from briefing_tui.model.briefing import Place
from briefing_tui.model.document import LineCorrection
from briefing_tui.model.identity import Identity
from tests.library.test_articles import LAMP, MILL, URL, Article

HERE = Place("lead", 2, 5, 5)


def stopped(folder: Path, who: Identity) -> None:
    """Remember that the user stopped reading an article."""
    path = Path(who.path) if who.path else None
    assert remember(file_of(folder, who.briefing, path, who.trace), Memory(HERE, 0.5, {"a": HERE}, trace=who.trace))


def place_in(folder: Path, who: Identity) -> Place | None:
    return recall_article(folder, who).place


def test_an_article_goes_on_where_it_was_left_from_whatever_file_it_is_read(tmp_path: Path) -> None:
    stopped(tmp_path, MILL.read("/a/article.html"))
    for who in (MILL.read("/lib/mill.md", True), MILL.corrected(3).read("/x/renamed.md", True), MILL.read()):
        assert recall_article(tmp_path, who).marks == {"a": HERE}
    addressed = replace(MILL, url=URL)
    stopped(tmp_path, addressed.read("/a/article.html"))
    assert place_in(tmp_path, replace(Article.made(9), url=f"{URL}#top").read("/b/other.html")) == HERE


@pytest.mark.parametrize("place", ["", "/a/article.html"])
def test_another_article_from_a_file_of_the_same_name_begins_at_its_top(place: str, tmp_path: Path) -> None:
    stopped(tmp_path, MILL.read(place))
    assert place_in(tmp_path, LAMP.read(place)) is None
    assert place_in(tmp_path, MILL.read(place)) == HERE


def test_what_an_earlier_version_remembered_of_a_file_is_still_there(tmp_path: Path) -> None:
    file = file_of(tmp_path, "mill", Path("/lib/mill.md"))
    file.parent.mkdir()
    file.write_text(
        json.dumps({"place": ["lead", 2, 5, 5], "progress": 0.5, "marks": {}, "briefing": "mill", "path": "/lib/mill.md"})
    )
    assert place_in(tmp_path, MILL.read("/lib/mill.md", True)) == HERE
    assert place_in(tmp_path, MILL.read("/lib/other.md", True)) is None


@pytest.mark.parametrize("damage", ["", "[]", '{"version": 2, "words": ["x"], "place": null}', '{"version": 2, "words": 3}'])
def test_damaged_files_are_passed_over(damage: str, tmp_path: Path) -> None:
    stopped(tmp_path, MILL.read("/a/article.html"))
    (tmp_path / "positions" / "damaged.json").write_text(damage)
    assert place_in(tmp_path, MILL.read("/b/other.html")) == HERE


MADE = (LineCorrection(3, "The quay", "title", 1),)
OTHER = (LineCorrection(5, "By Ines Calder", "byline"),)


def test_an_article_from_a_source_of_other_bytes_has_the_same_corrections(tmp_path: Path) -> None:
    assert remember_corrections(corrections_file(tmp_path, "ab12"), MADE, MILL.read("/a/article.html"))
    assert find_corrections(tmp_path, "ab12", MILL.read()) == MADE
    assert find_corrections(tmp_path, "cd34", MILL.corrected(1).read()) == MADE
    assert find_corrections(tmp_path, "cd34", LAMP.read("/a/article.html")) == ()


def test_corrections_that_are_changed_in_one_source_are_changed_for_the_article(tmp_path: Path) -> None:
    remember_corrections(corrections_file(tmp_path, "ab12"), MADE, MILL.read())
    assert remember_corrections(corrections_file(tmp_path, "cd34"), OTHER, MILL.corrected(1).read())
    assert find_corrections(tmp_path, "ab12", MILL.read()) == OTHER
    assert remember_corrections(corrections_file(tmp_path, "cd34"), (), MILL.corrected(1).read())
    assert find_corrections(tmp_path, "ab12", MILL.read()) == ()


def test_corrections_of_an_earlier_version_are_those_of_their_source(tmp_path: Path) -> None:
    file = corrections_file(tmp_path, "ab12")
    file.parent.mkdir()
    file.write_text('[[3, "The quay", "title", 1]]')
    assert find_corrections(tmp_path, "ab12", MILL.read()) == MADE
    assert find_corrections(tmp_path, "cd34", MILL.read()) == ()
