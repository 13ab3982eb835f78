"""A briefing is found by its id or its address."""

from pathlib import Path

import pytest

from briefing_tui.application.lookup import BriefingFinder, files_of, named_notes
from briefing_tui.library.reading_state import Memory, file_of, remember
from briefing_tui.notes.store import NoteStore
from briefing_tui.settings import paths

SHIPPED = "the-harbour-that-would-not-settle"


def put(file: Path, title: str, url: str = "") -> Path:
    """Write a small content file."""
    file.parent.mkdir(parents=True, exist_ok=True)
    source = f"source:\n  name: a.html\n  url: {url}\n" if url else ""
    file.write_text(f"---\nbriefing: 1\ntitle: {title}\n{source}---\n\n## Article\n\nWords.\n")
    return file


def test_the_users_library_comes_before_the_shipped_briefings() -> None:
    own = put(paths.library() / f"{SHIPPED}.md", "Mine")
    assert list(files_of(SHIPPED)) == [own, paths.shipped_content() / f"{SHIPPED}.md"]


def test_a_file_outside_is_found_where_it_was_last_read(tmp_path: Path) -> None:
    file = put(tmp_path / "far" / "quay.md", "Far")
    remember(file_of(paths.state(), "quay", file), Memory(briefing="quay", path=str(file)))
    assert list(files_of("quay")) == [file]
    file.unlink()
    assert list(files_of("quay")) == []


@pytest.mark.parametrize("name", ["", "../quay", "a/b", "nothing"])
def test_what_is_no_id_of_a_briefing_leads_to_no_file(name: str) -> None:
    put(paths.library().parent / "quay.md", "Outside")
    assert list(files_of(name)) == []


@pytest.mark.parametrize(
    ("what", "named"),
    [
        (None, (None, "")),
        ("", (None, "")),
        ("all", (None, "")),
        ("quay", ("quay", "")),
        ("quay#n-1", ("quay", "n-1")),
        ("quay.md", ("quay", "")),
        ("far/quay.md#n-1", ("quay", "n-1")),
        ("far/quay", ("quay", "")),
        ("a.b", ("a.b", "")),
        ("a#b#c", ("a#b", "c")),
    ],
)
def test_notes_are_named_by_their_briefing_and_their_own_id(what: str | None, named: tuple[str | None, str]) -> None:
    with NoteStore() as store:
        assert named_notes(what, store) == named


def test_the_file_that_was_named_comes_first(tmp_path: Path) -> None:
    put(paths.library() / "quay.md", "In the library")
    named = put(tmp_path / "quay.md", "Named")
    with NoteStore() as store:
        finders = [BriefingFinder(what, store) for what in (str(named), f"{named}#n-1", None)]
        assert [found.title for finder in finders if (found := finder.find("quay"))] == ["Named", "Named", "In the library"]
        assert finders[-1].find("nothing") is None


def test_an_article_is_found_by_its_address() -> None:
    put(paths.library() / "quay.md", "The quay", "https://courier.example/quay")
    finder = BriefingFinder(None, NoteStore())
    assert finder.by_address("https://courier.example/quay", "Another") == "quay"
    assert finder.by_address("http://www.courier.example/quay/#part", "Another") == "quay"
    assert finder.by_address("https://courier.example/other", "Other words") == "other-words"
    assert finder.by_address("https://courier.example/other.html", "") == "courier-example-other-html"
    assert finder.by_address("", "") == "unknown"
