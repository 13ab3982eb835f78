"""The library's index knows its briefings, follows the folder and survives damage."""

import os
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Event, Thread

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from briefing_tui.library.index.library_index import IndexTrouble, LibraryIndex, open_index
from briefing_tui.library.search.query import parse_query
from briefing_tui.library.search.searching import LibrarySearch

QUAY = """---
briefing: 1
title: The quay that moved
published: 2026-03-02
publisher: Harbour Post
---

# The quay that moved

## Key actors

### Maria Ortega

person · harbour engineer
Also: Ortega

### Port Council

organization

## Quotes

> “We measured it three times before we believed it.”

— [Maria Ortega](#maria-ortega "Ortega"), said, [Lead](#lead)
<!-- id: q-measured -->

> “Nobody told us”

— a neighbour · partial
<!-- id: q-nobody -->

## Images

![A quay wall]()

The wall in the café's window.
*Imre Halász*

## Article

### Lead

“We measured it three times before we believed it.” So said Ortega. The Port Council was silent.

### The wall

“Nobody told us”, a neighbour complained. 霧が晴れても、耳は港に残る。 🐟
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with one content file."""
    (tmp_path / "quay.md").write_text(QUAY)
    return tmp_path


@pytest.fixture
def index(folder: Path) -> Iterator[LibraryIndex]:
    """Return the refreshed index of the folder."""
    with open_index(folder) as opened:
        opened.refresh()
        yield opened


def ids(index: LibraryIndex) -> list[str]:
    listed = [row[2] for row in index.listing()]
    assert sorted(listed) == sorted(article.id for article in index.articles())
    return listed


def test_it_knows_articles_quotes_with_speakers_and_places_and_actors_with_roles(index: LibraryIndex) -> None:
    (article,) = index.articles()
    assert (article.id, article.title, article.publisher, article.published) == (
        "quay", "The quay that moved", "Harbour Post", "2026-03-02",
    )  # fmt: skip
    assert (article.quotes, article.actors, article.images, article.minutes) == (2, 2, 1, 1)
    first, second = index.quotes_of(article.num)
    assert (first.id, first.speaker, first.called, first.verb, first.kind) == (
        "q-measured", "Maria Ortega", "Ortega", "said", "direct",
    )  # fmt: skip
    assert (second.speaker, second.kind) == ("a neighbour", "partial")
    words = {(block.section, block.paragraph): block.text for block in index.blocks(article.num)}
    for quote in (first, second):
        (place,) = quote.places
        assert place is not None
        assert words[place.at, place.paragraph][place.start : place.end] == quote.words
    ortega, council = index.actors_of(article.num)
    assert (ortega.id, ortega.name, ortega.kind, ortega.roles, ortega.aliases, ortega.mentions) == (
        "maria-ortega", "Maria Ortega", "person", ("harbour engineer",), ("Ortega",), 1,
    )  # fmt: skip
    assert (council.name, council.kind) == ("Port Council", "organization")
    assert first.actor == ortega.num


def test_names_are_found_by_their_words_and_count_quotes(index: LibraryIndex) -> None:
    (ortega,) = index.names_with_words("ortéga")
    assert (ortega.name, ortega.quotes, ortega.articles) == ("Maria Ortega", 1, 1)
    assert [name.name for name in index.names_with_words("port c", is_prefix=True)] == ["Port Council"]
    assert index.names_with_words("ortega council") == []
    assert [quote.id for quote in index.quotes(ortega.num)] == ["q-measured"]


@pytest.mark.parametrize(
    "words",
    ["cafe", "CAFÉ", "cafe\u0301", "halasz", "“three times”", "残る", "耳は港", "霧", "🐟", "harbour post", "the wall"],
)
def test_words_are_found_whatever_their_accents_marks_and_script(index: LibraryIndex, words: str) -> None:
    assert len(index.articles_with_words(words)) == 1


@pytest.mark.parametrize("words", ["", '"', "*", "(", "残霧", "times three", "🐠", "\ud800", "AND", "NEAR(", "x" * 10_000])
def test_words_that_no_article_has_find_nothing(index: LibraryIndex, words: str) -> None:
    assert index.articles_with_words(words) == []


@pytest.mark.parametrize(
    "words",
    [
        "We measured it three times before we believed it",
        "we measured it twice, three times before we believed it",
        "Nobody told us",
        "three times before we believed it, she said",
    ],
)
def test_altered_quotes_are_found_by_runs_of_words(index: LibraryIndex, words: str) -> None:
    found = index.quotes_by_number(num for num, _ in index.quotes_like(words))
    assert len(found) == 1


@pytest.mark.parametrize("common", [2000, 1])
def test_quotes_that_share_most_words_come_first_however_common_the_words(folder: Path, index: LibraryIndex, common: int) -> None:
    whole = "We measured it three times before we believed it and then once more in May for the harbour board"
    for number, words in enumerate((whole, whole)):
        (folder / f"more-{number}.md").write_text(QUAY.replace("We measured it three times before we believed it.", words))
    index.refresh()
    found = index.quotes_like(whole, common=common)  # Runs that are too common are looked at if there are no others.
    first, *_ = (index.quotes_by_number([num])[0].words for num, _ in found)
    shared = [shared for _, shared in found]
    assert first == whole
    assert shared == sorted(shared, reverse=True)
    assert shared[0] > 3


def test_it_follows_the_folder(folder: Path, index: LibraryIndex) -> None:
    assert not index.refresh()
    (folder / "other.md").write_text(QUAY.replace("2026-03-02", "2027-01-01"))
    (folder / "undated.md").write_text(QUAY.replace("published: 2026-03-02\n", ""))
    (folder / "prose.md").write_text("# No content file\n")
    assert index.refresh().read == 3
    assert ids(index) == ["other", "quay", "undated"]
    (folder / "quay.md").rename(folder / "moved.md")
    (folder / "other.md").write_text(QUAY.replace("Ortega", "Ortiz"))
    done = index.refresh()
    assert (done.read, done.moved, done.removed) == (1, 1, 0)
    assert ids(index) == ["moved", "other", "undated"]
    assert [(name.name, name.quotes) for name in index.names_with_words("maria")] == [("Maria Ortega", 2), ("Maria Ortiz", 1)]
    for file in folder.glob("*.md"):
        file.unlink()
    assert index.refresh().removed == 4
    assert (index.articles(), index.names(), index.articles_with_words("quay")) == ([], [], [])


def test_other_programs_can_ask_the_file_as_the_documents_say(index: LibraryIndex) -> None:
    page = (Path(__file__).parent.parent.parent / "docs" / "index.md").read_text("utf-8")
    named = set(re.findall(r"^\| `(\w+)` \|", page.partition("## For other programs")[2], re.MULTILINE))
    (statements,) = re.findall(r"```sql\n(.*?)```", page, re.DOTALL)
    with closing(sqlite3.connect(f"file:{index.path}?mode=ro", uri=True)) as db:
        made = {name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        answers = [db.execute(statement.replace("harbour quay", "quay")).fetchall() for statement in statements.split(";")[:2]]
    assert named <= made
    assert all(table.startswith(("words_", "shingles_")) for table in made - named)
    assert [sorted(rows) for rows in answers] == [
        [("Maria Ortega", 1), ("a neighbour", 1)],
        [("quay", "The quay that moved", "2026-03-02")],
    ]


def test_two_programs_see_each_others_refresh(folder: Path, index: LibraryIndex) -> None:
    with open_index(folder) as other:
        assert ids(other) == ["quay"]
        (folder / "second.md").write_text(QUAY)
        assert index.refresh().read == 1
        assert not other.refresh()
        assert ids(other) == ["quay", "second"]


def test_while_one_program_writes_others_read(folder: Path, index: LibraryIndex) -> None:
    writer = sqlite3.connect(index.path, isolation_level=None)
    writer.execute("BEGIN IMMEDIATE")
    (folder / "second.md").write_text(QUAY)
    assert ids(index) == ["quay"]
    index._file.db.execute("PRAGMA busy_timeout = 1")
    assert not index.refresh().is_complete
    writer.execute("COMMIT")
    writer.close()
    assert index.refresh().is_complete
    assert ids(index) == ["quay", "second"]


def _empty(path: Path) -> None:
    path.write_bytes(b"")


def _garbled(path: Path) -> None:
    path.write_bytes(b"no database at all " * 500)


def _half(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def _gone(path: Path) -> None:
    path.unlink()


def _other_tables(path: Path) -> None:
    with sqlite3.connect(path) as db:
        db.execute("DROP TABLE articles")


def _newer(path: Path) -> None:
    with sqlite3.connect(path) as db:
        db.execute("PRAGMA user_version = 99")


@pytest.mark.parametrize("harm", [_empty, _garbled, _half, _gone, _other_tables, _newer])
@pytest.mark.parametrize("is_open", [True, False], ids=["open", "closed"])
def test_an_index_that_is_damaged_or_outdated_is_made_anew(folder: Path, harm: object, is_open: bool) -> None:
    with open_index(folder) as index:
        index.refresh()
        assert ids(index) == ["quay"]
        if not is_open:
            index.close()
        assert callable(harm)
        harm(index.path)
        index.refresh()
        assert ids(index) == ["quay"]
        assert len(index.articles_with_words("quay")) == 1


def test_without_a_folder_for_it_the_index_is_in_memory(folder: Path, tmp_path: Path) -> None:
    blocked = tmp_path / "blocked"
    blocked.write_text("a file where the cache folder should be")
    with open_index(folder, blocked) as index:
        index.refresh()
        assert ids(index) == ["quay"]


def test_hostile_files_and_folders_do_no_harm(folder: Path) -> None:
    (folder / "loop.md").symlink_to(folder / "loop.md")
    (folder / "folder.md").mkdir()
    os.mkfifo(folder / "pipe.md")
    Path(os.fsdecode(os.fsencode(folder) + b"/bad-\xff.md")).write_text(QUAY)
    (folder / "binary.md").write_bytes(b"\0\1\2" * 1000)
    (folder / "escape.md").write_text(QUAY.replace("The quay that moved", "Esc \x1b]0;x\x07 here \u202e"))
    (folder / "huge.md").write_text(QUAY.replace("id: q-nobody", "id: q-nobody; after: 99999999999999999999"))
    with open_index(folder) as index:
        assert index.refresh().is_complete
        assert not index.refresh()
        articles = {article.file: article for article in index.articles()}
        assert articles["binary.md"].problem
        assert "\x1b" not in (articles["escape.md"].title or "")
        assert len(articles) == 5
    with open_index(folder / "nothing-here") as index:
        index.refresh()
        assert index.articles() == []


def test_a_folder_that_vanishes_for_a_while_keeps_its_index(folder: Path, index: LibraryIndex) -> None:
    folder.rename(folder.with_name("unplugged"))
    assert not index.refresh().is_complete
    assert ids(index) == ["quay"]
    folder.with_name("unplugged").rename(folder)
    assert not index.refresh()


def test_a_folder_from_which_most_is_gone_is_indexed_anew(folder: Path, index: LibraryIndex) -> None:
    for number in range(1100):
        (folder / f"{number}.md").write_text(f"# Article {number}\n\n## Article\n\nWords.\n")
    index.refresh()
    for number in range(1100):
        (folder / f"{number}.md").unlink()
    assert index.refresh().is_complete
    assert ids(index) == ["quay"]
    assert index.articles_with_words("words") == []


def test_a_changed_article_keeps_its_number(folder: Path, index: LibraryIndex) -> None:
    (before,) = index.articles()
    (folder / "quay.md").write_text(QUAY.replace("three times", "four times"))
    index.refresh()
    (after,) = index.articles()
    assert after.num == before.num
    assert index.articles_with_words("four times") == [after.num]
    assert index.articles_with_words("three times") == []


@settings(max_examples=10)
@example([[(0, 2, 0), (1, 2, 0)], [(0, 3, 0), (1, 0, 0), (2, 2, 0)]])
@example([[(0, 2, 0), (1, 2, 0)], [(0, 1, 1)], [(1, 1, 1)]])
@given(st.lists(st.lists(st.tuples(st.integers(0, 5), st.integers(0, 4), st.integers(0, 3)), max_size=6), max_size=5))
def test_whatever_happens_to_files_the_index_is_that_of_the_folder(steps: list[list[tuple[int, int, int]]]) -> None:
    days = ("2026-03-02", "2026-03-03", "", "1066-01-01")
    with TemporaryDirectory() as place, open_index(Path(place), Path(place, "cache")) as index:
        for step in steps:
            for number, words, day in step:
                file = Path(place, f"{number}.md")
                if words == 0:
                    file.unlink(missing_ok=True)
                elif words == 1:
                    if file.exists():
                        file.rename(Path(place, f"{day}.md"))
                else:
                    file.write_text(QUAY.replace("2026-03-02", days[day]).replace("Ortega", f"Person{words}"))
            index.refresh()
        with open_index(Path(place), is_kept=False) as fresh:
            fresh.refresh()
            assert ids(index) == ids(fresh)
            assert [(one.name, one.quotes, one.articles) for one in sorted(index.names(), key=lambda one: one.name)] == [
                (one.name, one.quotes, one.articles) for one in sorted(fresh.names(), key=lambda one: one.name)
            ]
            for sought in ("quay", "person2", "person3", "halasz"):
                assert len(index.articles_with_words(sought)) == len(fresh.articles_with_words(sought))
                assert len(index.names_with_words(sought)) == len(fresh.names_with_words(sought))
            like = "three times before we believed it so"
            assert len(index.quotes_like(like)) == len(fresh.quotes_like(like))


def test_a_refresh_that_is_cancelled_goes_on_where_it_was(folder: Path, index: LibraryIndex) -> None:
    for number in range(1200):
        (folder / f"{number}.md").write_text(f"# Article {number}\n\n## Article\n\nWords.\n")
    calls = iter((False, True))
    done = index.refresh(cancelled=lambda: next(calls))
    assert (done.read, done.is_complete) == (500, False)
    assert index.count() == 501
    reported: list[tuple[int, int]] = []
    index.report = lambda *numbers: reported.append(numbers)
    assert index.refresh().read == 700
    assert reported == [(500, 700), (700, 700)]
    assert index.count() == 1201


def test_thousands_of_articles_of_one_day_or_of_none_keep_their_days(folder: Path, index: LibraryIndex) -> None:
    for number in range(1100):
        (folder / f"{number:04}.md").write_text(f"---\npublished: 2026-03-01\n---\n# {number}\n\n## Article\n\nWords.\n")
        (folder / f"none-{number:04}.md").write_text(f"# {number}\n\n## Article\n\nWords.\n")
    index.refresh()
    search = LibrarySearch(index)
    assert len(index.articles()) == 2201
    assert index.articles()[-1].id.startswith("none")
    of_that_day = search.find(parse_query("until:2026-03-01"), limit=2000).articles
    assert len(of_that_day) == 1100
    assert [one.article.id for one in search.find(parse_query("since:2026-03-02"), limit=2000).articles] == ["quay"]
    assert len(search.find(parse_query("words"), limit=5000).articles) == 2200


def test_indexes_of_other_versions_and_of_long_ago_are_deleted(folder: Path, tmp_path: Path) -> None:
    cache = tmp_path / "kept"
    cache.mkdir()
    with open_index(folder, cache) as index:
        old = index.path.with_name(index.path.name.replace("-v", "-v0"))
        other = cache / "library-0123-v1.db"
        recent = cache / "library-4567-v1.db"
        for file in (old, other, recent):
            file.write_bytes(b"")
        os.utime(other, (0, 0))
        index.refresh()
    assert sorted(cache.glob("library-*.db")) == sorted([index.path, recent])


def test_a_question_is_ended_from_another_thread_and_the_next_one_is_answered(tmp_path: Path) -> None:
    (tmp_path / "one.md").write_text("# T\n\n## Article\n\nWords.\n", encoding="utf-8")
    endless = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"
    with open_index(tmp_path) as index:
        index.refresh()
        asked = Event()

        def interrupt() -> None:
            assert asked.wait(10)
            while thread.is_alive():
                index.interrupt()

        def ask() -> None:
            asked.set()
            with pytest.raises(IndexTrouble, match="interrupted"):
                index._rows(endless, ())

        thread = Thread(target=ask, daemon=True)
        thread.start()
        interrupt()
        thread.join(10)
        assert index.count() == 1
