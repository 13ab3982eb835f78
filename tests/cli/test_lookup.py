"""A briefing is found by its id or its address."""

import json
from pathlib import Path

import pytest

from briefing_tui.application.inputs import resolve
from briefing_tui.application.lookup import BriefingFinder, files_of, identity_of, named_notes
from briefing_tui.application.opening import open_file
from briefing_tui.cli import main
from briefing_tui.library.reading_state import Memory, file_of, remember
from briefing_tui.model.note import Note
from briefing_tui.notes.rows import Wanted
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
    assert finder.by_address("https://courier.example/other", "Other words") == "other-words"
    assert finder.by_address("https://courier.example/third", "Other words") == "other-words-2"
    assert finder.by_address("https://courier.example/other.html", "") == "courier-example-other-html"
    assert finder.by_address("", "") == "unknown"


def page(file: Path, title: str, words: str) -> Path:
    """Write a small page."""
    file.parent.mkdir(parents=True, exist_ok=True)
    text = "".join(f"<p>{words} {number}, said the keeper of the {words} in the harbour office.</p>" for number in range(12))
    file.write_text(f"<html lang=en><body><article><h1>{title}</h1>{text}</article></body></html>")
    return file


def noted(file: Path, body: str) -> str:
    """Write a note on the article in a file; return what leads to it."""
    with NoteStore() as store:
        name = store.articles.claim(identity_of(open_file(file), file))
        return f"{name}#{store.add(Note('', name, 'briefing', body=body)).id}"


def test_a_link_leads_to_the_article_that_the_note_is_on(tmp_path: Path) -> None:
    quay = page(tmp_path / "a" / "article.html", "The quay", "stone by stone the quay")
    boat = page(tmp_path / "b" / "article.html", "The boat", "plank after plank a boat")
    links = noted(quay, "on the quay"), noted(boat, "on the boat")
    assert [resolve(link).path for link in links] == [quay, boat]
    put(paths.library() / "article.md", "Another article of that name")
    assert [resolve(link).path for link in links] == [quay, boat]
    with NoteStore() as store:
        found = [BriefingFinder(None, store).find(link.partition("#")[0]) for link in links]
    assert [one and one.title for one in found] == ["The quay", "The boat"]


def test_a_link_leads_to_the_content_file_though_the_article_has_had_other_names(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    quay = page(tmp_path / "a" / "article.html", "The quay", "stone by stone the quay")
    link = noted(quay, "on the quay")
    assert main(["add", str(quay)]) == 0
    added = paths.library() / "the-quay.md"
    assert resolve(link).path == added
    capsys.readouterr()
    assert main(["notes", "the-quay"]) == 0
    assert main(["notes", "article"]) == 0
    assert main(["notes", str(quay)]) == 0
    assert main(["notes", str(added)]) == 0
    assert capsys.readouterr().out.count("the-quay#n-") == 4
    renamed = added.rename(added.with_name("stones.md"))
    assert main(["show", f"stones#{link.partition('#')[2]}"]) == 0
    assert resolve(link).path == renamed
    assert main(["notes", "stones"]) == 0


def test_the_notes_of_another_article_from_a_file_of_that_name_are_not_listed(tmp_path: Path) -> None:
    noted(page(tmp_path / "a" / "article.html", "The quay", "stone by stone the quay"), "on the quay")
    boat = page(tmp_path / "b" / "article.html", "The boat", "plank after plank a boat")
    assert main(["notes", str(boat)]) == 1
    assert main(["export", str(boat), "--format", "text"]) == 1


def test_imported_notes_are_seen_on_the_page_that_is_saved_later(tmp_path: Path) -> None:
    address = "https://courier.example/quay"
    target = {"source": f"{address}?utm_source=x", "selector": {"type": "TextQuoteSelector", "exact": "stone by stone"}}
    annotation = {"type": "Annotation", "id": "urn:a:n-1", "target": target, "body": {"type": "TextualBody", "value": "mine"}}
    (tmp_path / "notes.json").write_text(json.dumps([annotation]))
    assert main(["import", str(tmp_path / "notes.json")]) == 0
    saved = page(tmp_path / "saved.html", "The quay", "stone by stone the quay")
    saved.write_text(saved.read_text().replace("<body>", f'<head><link rel=canonical href="{address}"></head><body>'))
    with NoteStore() as store:
        name = store.articles.find(identity_of(open_file(saved), saved))
        assert [one.body for one in store.notes(Wanted(name))] == ["mine"]
    assert main(["import", str(tmp_path / "notes.json")]) == 0
    with NoteStore() as store:
        assert store.count() == 1
