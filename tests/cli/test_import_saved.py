"""`briefing import` brings in what another tool has, and nothing twice."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace

from briefing_tui.anchoring.plain_article import PlainArticle
from briefing_tui.contentfile.read.reader import load
from briefing_tui.model.reading import ReadingEntry
from briefing_tui.notes.places import NoteLocation, locate_note
from briefing_tui.notes.store import NoteStore
from briefing_tui.settings import paths
from tests.cli.conftest import Run
from tests.fetching.server import Server, answer
from tests.imports.exports import CHANGED, EXPORTS, HTML, OMNIVORE, OTHER, SAVED, TITLE, URL, WALLABAG, WORDS, archived
from tests.sources import pages

Save = Callable[[bytes], Path]


@pytest.fixture
def save(tmp_path: Path) -> Save:
    """Return a function that writes an export to a file without an ending."""

    def saving(data: bytes) -> Path:
        path = tmp_path / "export"
        path.write_bytes(data)
        return path

    return saving


def library() -> list[Path]:
    return sorted(paths.library().glob("*.md"))


def everything() -> tuple[dict[str, bytes], list[object], list[object]]:
    """Return content files, notes and the reading list."""
    with NoteStore() as store:
        entries = sorted(store.reading_list.entries(), key=lambda entry: entry.article)
        return {path.name: path.read_bytes() for path in library()}, list(store.notes()), list(entries)


def entry_of(path: Path) -> ReadingEntry:
    with NoteStore() as store:
        return store.reading_list.of_files([path])[path]


def test_articles_arrive_with_text_state_tags_and_highlights_at_their_places(run: Run, save: Save) -> None:
    done = run("import", save(WALLABAG))
    assert done.returncode == 0, done.stderr
    assert done.stdout.decode() == f"{OTHER}\n"
    said = done.stderr.decode()
    assert "wallabag: 2 articles: 1 new, 1 without text" in said
    assert "1 note: 1 found in their articles" in said
    assert "--fetch fetches" in said
    (path,) = library()
    briefing = load(path).briefing
    assert (briefing.title, briefing.published, briefing.authors) == (TITLE, "2026-03-01", ("Ines Calder",))
    assert briefing.source is not None
    assert briefing.source.url == URL
    entry = entry_of(path)
    assert (entry.status, entry.tags, entry.added) == ("archived", ("sea", "cost", "starred"), SAVED)
    with NoteStore() as store:
        (note,) = store.notes()
    assert (note.words, note.body, note.created, note.modified) == (WORDS, "Ask her.", SAVED, CHANGED)
    assert note.selector.prefix
    found = locate_note(note, PlainArticle(briefing))
    assert isinstance(found, NoteLocation)
    assert not found.changed
    assert run("source", path.stem).stdout.decode().count("Ines Calder") == 1


@pytest.mark.parametrize("name", EXPORTS)
def test_a_second_import_adds_nothing(run: Run, save: Save, name: str) -> None:
    file = save(EXPORTS[name][1])
    first = run("import", file)
    assert first.returncode == 0, first.stderr
    before = everything()
    assert before[2] or name == "Readwise's CSV"
    second = run("import", file)
    assert second.returncode == 0
    assert everything() == before
    assert b" new" not in second.stderr
    assert second.stdout == first.stdout


def test_what_the_user_changed_meanwhile_stays(run: Run, save: Save) -> None:
    file = save(WALLABAG)
    run("import", file)
    (path,) = library()
    path.write_bytes(path.read_bytes().replace(b"Two of the five", b"Three of the five", 1))
    with NoteStore() as store:
        (note,) = store.notes()
        store.delete(note)
        store.reading_list.change([path], lambda _, entry: ReadingEntry(entry.article, "read", opened=SAVED))
    mine = path.read_bytes()
    run("import", file)
    assert (path.read_bytes(), everything()[1], entry_of(path).status) == (mine, [], "read")


def test_a_tag_that_the_user_took_off_stays_off_and_a_new_one_comes(run: Run, save: Save) -> None:
    run("import", save(WALLABAG))
    (path,) = library()
    with NoteStore() as store:
        store.reading_list.change([path], lambda _, entry: replace(entry, tags=("mine", "cost")))
    run("import", save(WALLABAG.replace(b'"tags": ["sea", "cost"]', b'"tags": ["sea", "cost", "fog"]')))
    assert entry_of(path).tags == ("mine", "cost", "fog")
    run("forget", path, "--yes", "--notes")
    run("import", save(WALLABAG))
    assert entry_of(*library()).tags == ("sea", "cost", "starred")


def test_highlights_wait_for_their_article_and_are_found_in_it(run: Run, save: Save) -> None:
    said = run("import", save(EXPORTS["Pocket's archive"][1])).stderr.decode()
    assert "1 kept until their article comes" in said
    page = f'<html><head><link rel="canonical" href="{URL}"></head><body><article><h1>{TITLE}</h1>{HTML}</article></body></html>'
    path = Path(run("add", "-", stdin=page.encode()).stdout.decode().strip())
    assert (entry_of(path).status, entry_of(path).tags, entry_of(path).added) == ("archived", ("sea", "cost"), SAVED)
    listed = json.loads(run("notes", path, "--format", "json").stdout)
    assert [one["selector"]["exact"] for one in listed] == [WORDS]
    again = run("import", save(EXPORTS["Pocket's archive"][1]))
    assert "1 already there" in again.stderr.decode()


def test_the_state_of_an_address_is_not_that_of_a_file_with_the_name_of_its_title(run: Run, save: Save) -> None:
    other = pages.PAGE.replace("https://courier.example/harbour", "https://gazette.example/harbour")
    paths.library().mkdir()
    (paths.library() / "the-harbour-that-would-not-settle.md").write_bytes(run("build", "-", stdin=other.encode()).stdout)
    run("import", save(EXPORTS["Pocket's archive"][1]))
    assert run("search", "is:archived").returncode == 1
    assert run("search", "is:unread").returncode == 0


def test_highlights_of_a_title_alone_go_to_the_only_article_with_it(run: Run, save: Save) -> None:
    run("import", save(WALLABAG))
    other = EXPORTS["Readwise's CSV"][1].replace(WORDS.encode(), b"letters had gone out to every berth holder")
    said = run("import", save(other)).stderr.decode()
    assert "1 already there" in said
    assert "1 found in their articles" in said


def test_words_that_the_article_has_not_are_kept_and_reported(run: Run, save: Save) -> None:
    said = run("import", save(OMNIVORE)).stderr.decode()
    assert "2 notes: 1 found in their articles, 1 not found there (kept)" in said
    with NoteStore() as store:
        assert sorted(note.words for note in store.notes()) == sorted([WORDS, "The words of no article"])


def test_exports_of_two_tools_have_one_article(run: Run, save: Save) -> None:
    run("import", save(WALLABAG))
    said = run("import", save(EXPORTS["Reader's JSON"][1])).stderr.decode()
    assert "1 already there" in said
    assert "1 note: 1 here already" in said
    assert len(library()) == len(everything()[1]) == 1


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (WALLABAG[:-40], ":1: broken JSON"),
        (archived({"../part_000000.csv": ""}), "leads out of the archive"),
        (archived({"notes.txt": "words"}), "no export of Instapaper, Karakeep"),
        (b"PK\x03\x04", "a damaged zip archive"),
    ],
)
def test_a_broken_export_changes_nothing_and_is_told_in_a_line(run: Run, save: Save, data: bytes, said: str) -> None:
    done = run("import", save(data))
    assert (done.returncode, done.stdout, done.stderr.decode().count("\n")) == (2, b"", 1)
    assert said in done.stderr.decode()
    assert "nothing was imported" in done.stderr.decode()
    assert (library(), everything()[1:]) == ([], ([], []))


def test_thousands_of_rows_are_imported_in_bounded_steps(run: Run, save: Save) -> None:
    rows = "".join(f"Title {number},https://isle.example/{number},1772446272,a|b,unread\n" for number in range(3000))
    done = run("import", save(f"title,url,time_added,tags,status\n{rows}".encode()))
    assert (done.returncode, len(done.stdout.splitlines())) == (0, 3000)
    assert len(everything()[2]) == 3000


def test_addresses_are_refused_offline(run: Run, save: Save) -> None:
    done = run("import", save(EXPORTS["Pocket's CSV"][1]), "--fetch", env={"BRIEFING_OFFLINE": "1"})
    assert (done.returncode, done.stderr.decode().count("\n")) == (2, 1)
    assert "BRIEFING_OFFLINE" in done.stderr.decode()
    assert everything()[2] == []


@pytest.mark.parametrize("key", ["rows", "annotations"], ids=["of the API", "of the client"])
def test_hypothesis_annotations_are_placed_and_counted(run: Run, save: Save, key: str) -> None:
    run("import", save(WALLABAG))
    targets = [[{"type": "TextQuoteSelector", "exact": words}] for words in (WORDS, "The words of no article at all")]
    rows = [
        {
            "id": f"AbCd{number}", "uri": f"{URL}#top", "text": "Ask her.", "tags": ["figures"], "created": SAVED,
            "document": {"title": [TITLE]}, "target": [{"source": URL, "selector": target}], "user": "acct:a@hypothes.is",
        }
        for number, target in enumerate(targets)
    ]  # fmt: skip
    file = save(json.dumps({"total": 2, key: rows}).encode())
    done = run("import", file)
    assert b"2 added" in done.stdout
    assert "1 found in their articles, 1 not (kept)" in done.stderr.decode()
    before = everything()
    assert b"2 already here" in run("import", file).stdout
    assert everything() == before


@pytest.fixture
def exported(server: Server, save: Save) -> Path:
    """Return an export of addresses of the loopback server.

    They are a page, one that gives itself another address, and none.
    """
    own = pages.PAGE.replace("https://courier.example/harbour", f"{server.url}/harbour")
    server.answers["/harbour?utm_source=x"] = answer(own)
    server.answers["/short"] = answer(pages.PAGE.replace("five quays", "six piers").replace("<p>", "<p>Now ", 9))
    rows = "".join(f"Title,{server.url}/{name},1772446272,sea,archive\n" for name in ("harbour?utm_source=x", "short", "gone"))
    return save(f"title,url,time_added,tags,status\n{rows}".encode())


def test_articles_without_text_are_fetched_on_request_each_once(run: Run, server: Server, exported: Path) -> None:
    assert run("import", exported).returncode == 0
    assert server.paths == []
    done = run("import", exported, "--fetch")
    assert done.returncode == 1
    assert server.paths == ["/harbour?utm_source=x", "/short", "/gone"]
    assert "3 articles: 2 new, 1 failed" in done.stderr.decode()
    assert f"{server.url}/gone: " in done.stderr.decode()
    assert done.stdout.decode() == f"{server.url}/gone\n"
    assert [(entry_of(path).status, entry_of(path).tags) for path in library()] == [("archived", ("sea",))] * 2
    again = run("import", exported, "--fetch")
    assert "3 articles: 2 already there, 1 failed" in again.stderr.decode()
    assert server.paths[3:] == ["/gone"]


@pytest.mark.parametrize(
    "attack", ["\x1b]0;owned\x07", "\ud800", "\x00", "\u202e", "=cmd()", "<script>alert(1)</script>", "\n\n# x", "../" * 9]
)
def test_words_of_an_export_are_words_wherever_they_stand(run: Run, save: Save, attack: str) -> None:
    (row, *_) = json.loads(WALLABAG)
    parts = {**row, "title": f"{TITLE}{attack}", "tags": [f"sea{attack}"], "published_by": [f"Ines{attack}"]}
    parts["content"] = f"<p>{attack}</p>{row['content']}{attack}"
    parts["annotations"] = [{"quote": f"{WORDS}{attack}", "text": f"Ask her.{attack}", "created_at": attack, "id": attack}]
    rows = [parts, {**parts, "url": f"{OTHER}{attack}", "content": ""}]
    done = run("import", save(json.dumps(rows).encode()))
    assert done.returncode == 0, done.stderr
    assert b"Traceback" not in done.stderr
    assert not {0x1B, 0x00, 0x07} & set(done.stdout + done.stderr)
    (path,) = library()
    assert path.parent == paths.library()
    assert "\x1b" not in path.read_text(encoding="utf-8")
    assert len(everything()[1]) >= 1
    again = run("import", save(json.dumps(rows).encode()))
    assert b" new" not in again.stderr
