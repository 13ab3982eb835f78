"""Notes stay on their article, whatever file it is read from."""

import gzip
import random
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing_tui.application.lookup import identity_of
from briefing_tui.application.opening import open_file
from briefing_tui.model.briefing import Briefing, Paragraph, Section, Source
from briefing_tui.model.identity import CORRECTED, Identity, likeness
from briefing_tui.notes import rows, schema
from briefing_tui.notes.doctor import check, rescue
from briefing_tui.notes.rows import Wanted
from briefing_tui.notes.store import NoteStore
from briefing_tui.settings import paths
from tests.library.helpers import note
from tests.library.test_identity import words

EARLIER = Path(__file__).parent / "earlier"


@dataclass(frozen=True)
class Article:
    """An article, which can be read from any file."""

    text: tuple[str, ...]
    url: str | None = None

    @classmethod
    def made(cls, seed: int, url: str | None = None) -> "Article":
        return cls(tuple(words(random.Random(seed), 200)), url)

    def corrected(self, seed: int) -> "Article":
        chance = random.Random(seed)
        text = list(self.text)
        for _ in range(4):
            text[chance.randrange(len(text))] = "corrected"
        return replace(self, text=tuple(text))

    def read(self, path: str = "", is_filed: bool = False) -> Identity:
        lines = tuple(Paragraph(" ".join(self.text[at : at + 40])) for at in range(0, len(self.text), 40))
        source = Source("a.html", self.url) if self.url else None
        name = Path(path).stem if path else "stdin"
        article = Briefing(name, source=source, sections=(Section("lead", None, lines),))
        return Identity(article, Path(path) if path else None, is_filed)


MILL, LAMP = Article.made(1), Article.made(2)
URL = "https://courier.example/mill"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[NoteStore]:
    with NoteStore(tmp_path / "notes" / "notes.db") as store:
        yield store


def noted(store: NoteStore, who: Identity, body: str) -> str:
    """Write a note on an article that is read; return its id."""
    return store.add(replace(note(body), briefing=store.articles.claim(who))).id


def bodies(store: NoteStore, who: Identity) -> list[str]:
    """Return the notes that a reader of the article sees."""
    name = store.articles.find(who)
    return [] if name is None else sorted(one.body for one in store.notes(Wanted(briefing=name)))


def test_two_articles_from_files_of_one_name_or_from_standard_input_share_no_notes(store: NoteStore) -> None:
    for place, seed in (("/a/article.html", 10), ("", 20)):
        one, other = Article.made(seed), Article.made(seed + 1)
        noted(store, one.read(place), "one")
        assert bodies(store, other.read(place)) == []
        noted(store, other.read(place), "other")
        assert bodies(store, one.read(place)) == ["one"]
        assert bodies(store, other.read(place)) == ["other"]
    assert [name for name, _ in store.briefings()] == ["article", "article-2", "stdin", "stdin-2"]


@pytest.mark.parametrize("url", [None, URL])
def test_a_saved_page_keeps_its_notes_when_it_is_added_corrected_rebuilt_moved_and_renamed(
    store: NoteStore, url: str | None
) -> None:
    page = replace(MILL, url=url)
    noted(store, page.read("/downloads/article.html"), "mill")
    for seed, place in enumerate(("/library/mill.md", "/library/mill.md", "/elsewhere/mill.md", "/elsewhere/quite-another.md")):
        page = page.corrected(seed)
        assert bodies(store, page.read(place, is_filed=True)) == ["mill"]
    assert bodies(store, replace(MILL, url=url).read("/downloads/article.html")) == ["mill"]
    assert bodies(store, page.read()) == ["mill"]


def test_the_name_of_the_notes_is_that_of_the_content_file(store: NoteStore, tmp_path: Path) -> None:
    file = tmp_path / "mill.md"
    file.write_text("")
    noted(store, MILL.read("/downloads/article.html"), "mill")
    assert store.articles.find(MILL.read(str(file), is_filed=True)) == "mill"
    assert [one.briefing for one in store.notes()] == ["mill"]
    copy = MILL.read(str(tmp_path / "copy.md"), is_filed=True)
    assert store.articles.find(copy) == "mill"  # the first file is still there
    file.unlink()
    assert store.articles.find(copy) == "copy"
    assert store.articles.named("article") == "copy"


def test_the_library_s_name_goes_before_that_of_a_source(store: NoteStore) -> None:
    noted(store, MILL.read("/downloads/article.html"), "mill")
    noted(store, LAMP.read("/library/article.md", is_filed=True), "lamp")
    assert sorted((one.body, one.briefing) for one in store.notes()) == [("lamp", "article"), ("mill", "article-2")]
    assert bodies(store, MILL.read("/downloads/article.html")) == ["mill"]


def test_a_source_does_not_take_the_name_of_a_briefing_in_the_library(store: NoteStore) -> None:
    shelved = paths.library() / "article.md"
    shelved.parent.mkdir(parents=True)
    shelved.write_text("")
    assert store.articles.claim(MILL.read("/downloads/article.html")) == "article-2"


def test_an_article_that_later_gets_an_address_is_the_same(store: NoteStore) -> None:
    noted(store, MILL.read(), "mill")
    assert bodies(store, replace(MILL, url=URL).read("/a/mill.html")) == ["mill"]
    rewritten = replace(Article.made(9), url=f"{URL}?utm_source=x")
    assert bodies(store, rewritten.read("/b/other.html")) == ["mill"]


def test_the_same_words_in_two_newspapers_are_two_articles(store: NoteStore) -> None:
    noted(store, replace(MILL, url=URL).read("/a/one.html"), "courier")
    noted(store, replace(MILL, url="https://gazette.example/mill").read("/a/two.html"), "gazette")
    assert bodies(store, replace(MILL, url=URL).read()) == ["courier"]
    assert len(bodies(store, MILL.read())) == 1


def test_an_address_that_was_corrected_in_the_content_file_is_one_more_of_the_article(store: NoteStore) -> None:
    noted(store, replace(MILL, url=URL).read("/a/mill.md", is_filed=True), "mill")
    corrected = replace(MILL, url="https://courier.example/2026/mill.html")
    assert bodies(store, corrected.read("/a/mill.md", is_filed=True)) == ["mill"]
    assert bodies(store, corrected.read("/b/saved.html")) == ["mill"]
    assert bodies(store, replace(MILL, url=URL).read("/b/saved.html")) == ["mill"]


def test_a_content_file_that_is_rewritten_keeps_its_notes_and_a_page_that_is_replaced_does_not(store: NoteStore) -> None:
    noted(store, MILL.read("/a/mill.md", is_filed=True), "mill")
    assert bodies(store, Article.made(7).read("/a/mill.md", is_filed=True)) == ["mill"]
    noted(store, LAMP.read("/a/page.html"), "lamp")
    assert bodies(store, Article.made(8).read("/a/page.html")) == []


def test_a_page_at_its_file_that_has_moved_keeps_its_notes_from_the_least_likeness_of_a_corrected_text(store: NoteStore) -> None:
    def page(text: str, url: str) -> Identity:
        return Article(tuple(text.split()), f"https://courier.example/{url}").read("/a/page.html")

    noted(store, page("a b c d e f g h i j k l m n", "mill"), "mill")  # 11 runs of four words
    moved = page("a b c d e f q r s t u v w x y", "2026/mill")  # 12, of which 3 are the same
    assert likeness(moved.words, page("a b c d e f g h i j k l m n", "mill").words) == CORRECTED
    assert bodies(store, page("a b c d e f q r s t u v w x y z", "2026/lamp")) == []
    assert bodies(store, moved) == ["mill"]


def test_reading_an_article_without_notes_writes_nothing(tmp_path: Path) -> None:
    with NoteStore(tmp_path / "notes" / "notes.db") as store:
        assert store.articles.find(MILL.read("/a/mill.html")) is None
        assert not store.path.exists()
        noted(store, LAMP.read(), "lamp")
        before = store.path.read_bytes()
        assert store.articles.find(MILL.read("/a/mill.html")) is None
        assert store.path.read_bytes() == before


def test_what_is_typed_and_what_can_be_undone_follow_a_new_name(store: NoteStore) -> None:
    noted(store, MILL.read("/a/article.html"), "mill")
    name = store.articles.claim(MILL.read("/a/article.html"))
    store.save_draft(replace(note("typed"), id="n-typed", briefing=name))
    (saved,) = store.notes()
    edited = store.edit(saved, replace(saved, body="edited")).note
    with NoteStore(store.path) as other:
        other.articles.find(MILL.read("/a/mill.md", is_filed=True))
    assert [(one.body, one.briefing) for one in store.drafts("mill")] == [("typed", "mill")]
    assert store.edit(edited, replace(edited, colour="green")).note.briefing == "mill"
    store.undo("mill")
    undone = store.undo("mill")
    assert undone is not None
    assert (undone.body, undone.briefing) == ("mill", "mill")
    assert bodies(store, MILL.read()) == ["mill"]


def test_a_note_that_was_exported_under_an_earlier_name_stays_on_its_article(store: NoteStore) -> None:
    noted(store, MILL.read("/a/article.html"), "mill")
    (exported,) = store.notes()
    store.articles.find(MILL.read("/l/mill.md", is_filed=True))
    store.import_notes([replace(exported, body="edited elsewhere", modified="2099-01-01T00:00:00.000Z")])
    store.import_notes([replace(exported, body="edited", modified=exported.modified)])
    assert {one.briefing for one in store.notes()} == {"mill"}


def test_another_file_at_the_path_knows_the_articles_too(store: NoteStore) -> None:
    noted(store, MILL.read("/a/article.html"), "mill")
    store.path.unlink()
    with NoteStore(store.path) as other:
        noted(other, LAMP.read("/a/article.html"), "lamp")
    assert bodies(store, MILL.read("/b/other.html")) == ["mill"]
    assert bodies(store, LAMP.read("/b/other.html")) == ["lamp"]


def test_a_rescued_file_knows_the_articles_too(store: NoteStore) -> None:
    noted(store, MILL.read("/a/article.html"), "mill")
    noted(store, LAMP.read("/a/article.html"), "lamp")
    store.close()
    rescue(store.path)
    assert bodies(store, MILL.read("/b/other.html")) == ["mill"]
    assert bodies(store, LAMP.read("/b/other.html")) == ["lamp"]


READINGS = st.lists(
    st.tuples(
        st.integers(0, 3),
        st.sampled_from(["", "/a/article.html", "/b/article.html", "/a/page.html", "/l/article.md", "/l/page.md", "/x/page.md"]),
        st.booleans(),
        st.integers(0, 10**6),
    ),
    max_size=12,
)


@settings(max_examples=25)
@given(READINGS)
def test_a_note_is_seen_on_its_article_and_on_no_other(readings: list[tuple[int, str, bool, int]]) -> None:
    import tempfile

    articles = [Article.made(1), Article.made(2), replace(Article.made(3), url=URL), replace(Article.made(4), url=f"{URL}-2")]
    filed: dict[str, int] = {}
    with tempfile.TemporaryDirectory() as folder, NoteStore(Path(folder) / "notes.db") as store:
        for number, (which, place, is_noted, seed) in enumerate(readings):
            is_filed = place.endswith(".md")
            if is_filed and filed.setdefault(place, which) != which:
                continue  # In a content file, the user's briefing stays the same one.
            articles[which] = articles[which].corrected(seed)
            who = articles[which].read(place, is_filed)
            if is_noted:
                noted(store, who, f"{which} {number}")
            assert {body[0] for body in bodies(store, who)} <= {str(which)}
        for which, article in enumerate(articles):
            written = sorted(one.body for one in store.notes() if one.body.startswith(str(which)))
            assert bodies(store, article.read()) == written


class TestAStoreOfAnEarlierVersion:
    @pytest.fixture
    def path(self, tmp_path: Path) -> Path:
        path = tmp_path / "notes" / "notes.db"
        path.parent.mkdir()
        path.write_bytes(gzip.decompress((EARLIER / "notes-2.db.gz").read_bytes()))
        return path

    @staticmethod
    def all_of(path: Path) -> list[tuple[object, ...]]:
        with closing(sqlite3.connect(path)) as db:
            return db.execute(f"SELECT {', '.join(rows.CHECKED)}, deleted FROM notes ORDER BY id").fetchall()

    def test_it_is_migrated_without_loss_and_with_a_copy(self, path: Path) -> None:
        before, bytes_before = self.all_of(path), path.read_bytes()
        with NoteStore(path) as store:
            assert store.count() == 14
            assert [draft.body for draft in store.drafts()] == ["harbour draft"]
        assert self.all_of(path) == before
        assert check(path).is_sound
        copy = path.with_name("notes.db.v2.bak")
        assert self.all_of(copy) == before
        assert len(bytes_before) == copy.stat().st_size

    def test_notes_on_files_of_one_name_go_to_the_articles_that_have_their_words(self, path: Path) -> None:
        with NoteStore(path) as store:
            for name, other in (("mill", "lighthouse"), ("lighthouse", "mill")):
                file = EARLIER / name / "article.html"
                found = bodies(store, identity_of(open_file(file), file))
                assert found == [f"{name} {number}" for number in range(4)] + [f"{name} whole"], other

    def test_a_content_file_keeps_all_notes_those_whose_words_are_gone_and_drafts(self, path: Path) -> None:
        file = paths.shipped_content() / "the-harbour-that-would-not-settle.md"
        with NoteStore(path) as store:
            found = bodies(store, identity_of(open_file(file), file))
            assert len(found) == 4
            assert "harbour orphan" in found
            assert [draft.body for draft in store.drafts(file.stem)] == ["harbour draft"]

    def test_going_back_is_putting_the_copy_in_its_place(self, path: Path) -> None:
        with NoteStore(path) as store:
            store.notes()
        path.with_name("notes.db.v2.bak").replace(path)
        with closing(sqlite3.connect(path)) as db:
            assert db.execute("PRAGMA user_version").fetchone() == (2,)
            assert db.execute("SELECT count(*) FROM notes").fetchone() == (15,)

    @pytest.mark.parametrize("step", [2, 3])
    def test_a_migration_that_is_killed_is_done_at_the_next_start(self, path: Path, step: int) -> None:
        code = (
            "import os, sys; from pathlib import Path; from briefing_tui.notes import schema; "
            "from briefing_tui.notes.store import NoteStore\n"
            "steps, at = list(schema.STEPS), int(sys.argv[2])\n"
            "done = steps[at]\n"
            "steps[at] = lambda db: (done(db), os._exit(9))\n"
            "schema.migrate.__defaults__ = (tuple(steps),)\n"
            "NoteStore(Path(sys.argv[1])).notes()"
        )
        before = self.all_of(path)
        assert subprocess.run([sys.executable, "-c", code, str(path), str(step)], check=False).returncode == 9
        assert self.all_of(path) == before
        with NoteStore(path) as store:
            assert store.count() == 14
        assert self.all_of(path) == before

    def test_an_earlier_version_that_is_still_open_goes_on_reading_and_writing(self, path: Path) -> None:
        earlier = sqlite3.connect(path, isolation_level=None)
        assert earlier.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        assert earlier.execute("SELECT count(*) FROM notes").fetchone() == (15,)
        with NoteStore(path) as store:
            store.add(note("of the new version"))
            row = {**rows.row_of(note("of the earlier version")), "id": "n-earlier", "change": 99, "session": "1-n-x"}
            row |= {"created": "2026-03-02T10:11:12.000Z", "modified": "2026-03-02T10:11:12.000Z", "revision": 1}
            del row["checksum"]
            columns = ", ".join(row)
            earlier.execute(f"INSERT INTO notes ({columns}) VALUES ({', '.join(':' + name for name in row)})", row)
            earlier.execute("UPDATE notes SET body = 'edited', revision = 2 WHERE id = 'n-earlier'")
            assert {"edited", "of the new version"} <= {one.body for one in store.notes()}
            assert earlier.execute("SELECT count(*) FROM notes").fetchone() == (17,)
        earlier.close()
        assert check(path).is_sound

    def test_two_programs_migrate_it_once(self, path: Path) -> None:
        code = (
            "import sys; from pathlib import Path; from briefing_tui.notes.store import NoteStore\n"
            "print(NoteStore(Path(sys.argv[1])).count())"
        )
        programs = [
            subprocess.Popen([sys.executable, "-c", code, str(path)], stdout=subprocess.PIPE, text=True) for _ in range(3)
        ]
        assert [program.communicate()[0] for program in programs] == ["14\n"] * 3
        with closing(sqlite3.connect(path)) as db:
            assert db.execute("PRAGMA user_version").fetchone() == (len(schema.STEPS),)
