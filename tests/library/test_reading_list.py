"""The reading list in the store of notes."""

import gzip
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from briefing_tui.application.lookup import identity_of
from briefing_tui.application.opening import open_file
from briefing_tui.library.reading_list_file import BrokenList, read_list, write_list
from briefing_tui.model.identity import Identity
from briefing_tui.model.reading import ReadingEntry, Status, after_opening, after_reading
from briefing_tui.notes import schema
from briefing_tui.notes.doctor import rescue
from briefing_tui.notes.errors import StoreError
from briefing_tui.notes.store import NoteStore
from briefing_tui.settings.paths import shipped_content
from tests.library.helpers import note

FOGHORNS = shipped_content() / "the-woman-who-records-foghorns.md"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "notes" / "notes.db"


@pytest.fixture
def store(path: Path) -> Iterator[NoteStore]:
    with NoteStore(path) as opened:
        yield opened


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """Return a library of four articles."""
    folder = tmp_path / "library"
    folder.mkdir()
    for file in shipped_content().glob("*.md"):
        (folder / file.name).write_bytes(file.read_bytes())
    return folder


def who_of(file: Path) -> Identity:
    return identity_of(open_file(file), file)


def mark(store: NoteStore, file: Path, status: Status, *tags: str) -> None:
    store.reading_list.change([file], lambda _, entry: replace(entry, status=status, tags=tags))


def entry_of(store: NoteStore, file: Path) -> ReadingEntry:
    return store.reading_list.of_files([file]).get(file, ReadingEntry(""))


@pytest.mark.parametrize(
    ("status", "opened", "at_the_end"),
    [
        ("unread", "reading", "read"),
        ("reading", "reading", "read"),
        ("read", "read", "read"),
        ("archived", "archived", "archived"),
    ],
)
def test_reading_moves_the_status_on_and_never_back(status: Status, opened: Status, at_the_end: Status) -> None:
    assert after_opening(status) == opened
    assert after_reading(opened, 0.4) == opened
    assert after_reading(opened, 1.0) == at_the_end


def test_asking_makes_no_file(store: NoteStore, path: Path) -> None:
    assert store.reading_list.of_files([FOGHORNS]) == {}
    assert store.reading_list.recent(5) == []
    assert store.reading_list.searches() == []
    assert not path.exists()


def test_an_opened_article_is_being_read_and_at_its_end_it_is_read(store: NoteStore, library: Path) -> None:
    file = library / FOGHORNS.name
    store.reading_list.visit(who_of(file), "Foghorns")
    assert entry_of(store, file).status == "reading"
    assert [(entry.title, where) for entry, where in store.reading_list.recent(5)] == [("Foghorns", file)]
    store.reading_list.reach(who_of(file), 0.5)
    assert entry_of(store, file).status == "reading"
    store.reading_list.reach(who_of(file), 1.0)
    assert entry_of(store, file).status == "read"


def test_status_and_tags_of_many_files_change_at_once_and_can_be_restored(store: NoteStore, library: Path) -> None:
    files = sorted(library.iterdir())
    mark(store, files[0], "archived", "harbour")
    more = ("#Quay", "quay ")
    before = store.reading_list.change(files, lambda _, entry: replace(entry, status="read", tags=(*entry.tags, *more)))
    known = store.reading_list.of_files(files)
    assert {known[file].status for file in files} == {"read"}
    assert known[files[0]].tags == ("harbour", "Quay")
    assert store.reading_list.tags() == [("Quay", len(files)), ("harbour", 1)]
    store.reading_list.restore(before)
    known = store.reading_list.of_files(files)
    assert [known[file].status for file in files] == ["archived", *["unread"] * (len(files) - 1)]
    assert [known[file].tags for file in files] == [("harbour",), *[()] * (len(files) - 1)]


def test_a_tag_that_is_too_long_is_refused_and_nothing_changes(store: NoteStore, library: Path) -> None:
    files = sorted(library.iterdir())
    with pytest.raises(StoreError, match="too long"):
        store.reading_list.change(files, lambda _, entry: replace(entry, tags=("x" * 101,)))
    assert store.reading_list.entries() == []


def test_the_entry_follows_an_article_to_another_file(store: NoteStore, library: Path, tmp_path: Path) -> None:
    file, notes_file = library / FOGHORNS.name, library / "the-harbour-that-would-not-settle.md"
    store.add(note("mine", briefing=notes_file.stem))
    for each in (file, notes_file):
        store.reading_list.visit(who_of(each), "")
        mark(store, each, "read", "sound")
    renamed = file.rename(library / "sounds.md")
    store.reading_list.visit(who_of(renamed), "")
    assert entry_of(store, renamed).tags == ("sound",)
    moved = library.rename(tmp_path / "elsewhere") / notes_file.name
    assert entry_of(store, moved).status == "read"  # by its name, as the file that was known is gone
    mark(store, moved, "archived")
    store.reading_list.visit(who_of(moved), "")
    assert len(store.reading_list.entries()) == 2
    assert store.articles.find(who_of(moved)) == notes_file.stem


def test_two_articles_in_files_of_one_name_have_two_entries(store: NoteStore, library: Path, tmp_path: Path) -> None:
    file, other = library / FOGHORNS.name, tmp_path / FOGHORNS.name
    other.write_bytes((library / "us-pakistani-ties.md").read_bytes())
    mark(store, file, "read")
    assert entry_of(store, other) == ReadingEntry("")
    mark(store, other, "archived")
    store.reading_list.visit(who_of(other), "")
    assert (entry_of(store, file).status, entry_of(store, other).status) == ("read", "archived")


def test_another_program_notices_a_change(store: NoteStore, path: Path, library: Path) -> None:
    mark(store, library / FOGHORNS.name, "read")
    assert not store.reading_list.has_changed()
    with NoteStore(path) as other:
        mark(other, library / FOGHORNS.name, "archived")
    assert store.reading_list.has_changed()
    assert not store.reading_list.has_changed()


def test_searches_have_names_and_are_replaced_and_deleted(store: NoteStore) -> None:
    store.reading_list.save_search("quays", "quay since:2026")
    store.reading_list.save_search("all", "is:unread")
    store.reading_list.save_search("quays", "quay*")
    assert [(search.name, search.query) for search in store.reading_list.searches()] == [("all", "is:unread"), ("quays", "quay*")]
    store.reading_list.drop_search("all")
    assert [search.name for search in store.reading_list.searches()] == ["quays"]


def test_a_store_of_every_earlier_version_gets_the_list_and_loses_nothing(path: Path, library: Path) -> None:
    path.parent.mkdir()
    path.write_bytes(gzip.decompress((Path(__file__).parent / "earlier" / "notes-2.db.gz").read_bytes()))
    with sqlite3.connect(path) as db:
        number = db.execute("SELECT count(*) FROM notes WHERE deleted IS NULL").fetchone()[0]
    with NoteStore(path) as store:
        mark(store, library / FOGHORNS.name, "read")
        assert store.count() == number
        assert entry_of(store, library / FOGHORNS.name).status == "read"
    assert {file.name for file in path.parent.glob("*.bak")} == {f"notes.db.v{n}.bak" for n in range(2, len(schema.STEPS))}


def test_a_list_survives_that_its_file_is_deleted_or_replaced(store: NoteStore, path: Path, library: Path) -> None:
    files = sorted(library.iterdir())
    mark(store, files[0], "read", "kept")
    store.reading_list.save_search("quays", "quay")
    path.unlink()
    assert entry_of(store, files[0]).tags == ("kept",)
    other = path.with_name("other.db")
    with NoteStore(other) as made:
        mark(made, files[0], "archived", "later")
        mark(made, files[1], "reading")
    other.replace(path)
    assert entry_of(store, files[0]).tags == ("later",)
    assert entry_of(store, files[1]).status == "reading"
    assert [search.name for search in store.reading_list.searches()] == ["quays"]


def test_a_rescue_keeps_list_and_searches(path: Path, library: Path) -> None:
    with NoteStore(path) as store:
        mark(store, library / FOGHORNS.name, "read", "sound")
        store.reading_list.save_search("quays", "quay")
    rescue(path)
    with NoteStore(path) as store:
        assert entry_of(store, library / FOGHORNS.name).tags == ("sound",)
        assert [search.query for search in store.reading_list.searches()] == ["quay"]


def test_a_damaged_row_counts_as_not_set(store: NoteStore, path: Path, library: Path) -> None:
    file = library / FOGHORNS.name
    mark(store, file, "read", "sound")
    with sqlite3.connect(path) as db:
        db.execute("UPDATE reading_list SET status = 'gone', tags = '{[', title = x'ff'")
    assert entry_of(store, file).status == "unread"
    mark(store, file, "archived", "again")
    assert entry_of(store, file).tags == ("again",)


def test_a_written_list_can_be_put_into_another_store_whatever_the_files_are_called(
    store: NoteStore, library: Path, tmp_path: Path
) -> None:
    file = library / FOGHORNS.name
    store.reading_list.visit(who_of(file), "Foghorns")
    mark(store, file, "archived", "sound", "a “mark”")
    store.reading_list.save_search("quays", "quay since:2026")
    text = "".join(write_list(store.reading_list))
    elsewhere = file.rename(tmp_path / "renamed.md")
    with NoteStore(tmp_path / "other" / "notes.db") as other:
        assert other.reading_list.put(*read_list(text)) == (1, 1)
        assert other.reading_list.put(*read_list(text)) == (0, 0)
        other.reading_list.visit(who_of(elsewhere), "")
        assert entry_of(other, elsewhere).status == "archived"
        assert entry_of(other, elsewhere).tags == ("sound", "a “mark”")
        assert [search.query for search in other.reading_list.searches()] == ["quay since:2026"]
        mark(other, elsewhere, "read")
        assert other.reading_list.put(*read_list(text)) == (0, 0)  # what was changed later stays


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("{", "not JSON"),
        ("[1]", "neither an article nor a search"),
        ('{"article": ""}', "neither an article nor a search"),
        ('{"article": "a", "status": "lost"}', "status"),
        ('{"article": "a", "tags": "no list"}', "tags"),
        ('{"article": "a", "marks": [99999999999999999999999]}', "marks"),
        ('{"search": "a"}', "query"),
    ],
)
def test_a_broken_list_is_reported_with_its_line(store: NoteStore, line: str, why: str) -> None:
    text = "".join(write_list(store.reading_list)) + line + "\n"
    with pytest.raises(BrokenList, match=why) as broken:
        read_list(text)
    assert broken.value.line == 2


def test_a_list_of_a_newer_version_is_refused() -> None:
    with pytest.raises(BrokenList, match="newer"):
        read_list('{"format": "briefing reading list", "version": 99}\n')
