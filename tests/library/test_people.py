"""One person in many articles, as the evidence and the user say."""

import time
from collections.abc import Sequence
from pathlib import Path

import pytest
from msgspec.structs import replace

from briefing_tui.contentfile.write.writer import write
from briefing_tui.library.index.library_index import LibraryIndex, open_index
from briefing_tui.library.people.directory import LibraryPeople
from briefing_tui.library.people.dossier import dossier_of
from briefing_tui.library.people.linking import KnownActor
from briefing_tui.library.people.people_file import (
    NAME,
    DifferentNames,
    NameInArticles,
    PeopleFileTrouble,
    SameNames,
    add_statement,
    read_people_file,
    undo_statement,
)
from briefing_tui.model.briefing import Actor, Briefing, Paragraph, Quote, Section
from briefing_tui.text.slugs import slug

Names = Sequence[str | tuple[str, ...]]


def article(id: str, names: Names, published: str | None = None, quote: str = "") -> Briefing:  # noqa: A002
    """Return a briefing with these people, whose first one says the quote.

    A tuple is a name with its aliases.
    """
    actors = tuple(
        Actor(slug(given[0]), given[0], "person", ("pilot",), tuple(given[1:]))
        for given in ((one,) if isinstance(one, str) else one for one in names)
    )
    text = f"“{quote}” It was a long night in Portolan for {', '.join(actor.name for actor in actors)}."
    quotes = (Quote("q-1", (quote,), speaker=actors[0].id, speaker_name=actors[0].name, section="lead"),) if quote else ()
    return Briefing(
        id, title=f"About {id}", published=published, actors=actors, quotes=quotes,
        sections=(Section("lead", None, (Paragraph(text),)),),
    )  # fmt: skip


@pytest.fixture
def library(tmp_path: Path) -> Path:
    folder = tmp_path / "library"
    folder.mkdir()
    return folder


def filled(folder: Path, *articles: Briefing) -> LibraryIndex:
    for one in articles:
        (folder / f"{one.id}.md").write_text(write(one))
    index = open_index(folder, folder.parent / "cache")
    index.refresh()
    return index


def everybody(index: LibraryIndex) -> list[KnownActor]:
    return LibraryPeople(index, read_people_file(index.folder)).everybody()


def groups(index: LibraryIndex) -> list[set[str]]:
    """Return the names of each person of several names or articles."""
    return [{use.record.name for use in actor.uses} for actor in everybody(index)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ana Reis", "Ana Reis"),
        ("Ana M. Reis", "Ana Reis"),
        ("Joseph R. Lind Jr.", "Joe Lind"),
        ("William Marsh", "Bill Marsh"),
        ("A. Reis", "Ana Reis"),
    ],
)
def test_forms_of_one_full_name_are_one_person(library: Path, one: str, other: str) -> None:
    with filled(library, article("first", [one]), article("second", [other])) as index:
        assert groups(index) == [{one, other}]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ana Reis", "Tom Reis"),
        ("George H. W. Marsh", "George W. Marsh"),
        ("Ana Reis", "Ana Lind"),
    ],
)
def test_different_full_names_stay_apart(library: Path, one: str, other: str) -> None:
    with filled(library, article("first", [one]), article("second", [other])) as index:
        assert sorted(groups(index), key=str) == sorted([{one}, {other}], key=str)


def test_a_father_and_a_son_whom_one_article_has_beside_each_other_stay_apart(library: Path) -> None:
    with filled(library, article("first", ["Tom Lind", "Tom Lind Jr."]), article("second", ["Tom Lind"])) as index:
        assert sorted(map(len, groups(index))) == [1, 1]


def test_a_single_name_is_whom_other_articles_mean_by_it(library: Path) -> None:
    known = [article(f"about-{number}", [("Ana Reis", "Reis"), "Tom Reis"]) for number in range(3)]
    with filled(library, *known, article("short", ["Reis"])) as index:
        assert {"Ana Reis", "Reis"} in groups(index)


def test_who_is_mostly_called_by_a_surname_is_listed_under_the_full_name(library: Path) -> None:
    short = [article(f"short-{number}", ["Reis"]) for number in range(3)]
    with filled(library, article("full", [("Ana Reis", "Reis")]), *short) as index:
        assert [actor.name for actor in everybody(index)] == ["Ana Reis"]


def test_a_single_name_that_may_be_two_peoples_is_nobodys(library: Path) -> None:
    known = [article("first", [("Ana Reis", "Reis")]), article("second", [("Tom Reis", "Reis")])]
    with filled(library, *known, article("short", ["Reis"]), article("other", ["Reis"])) as index:
        assert sorted(map(sorted, groups(index))) == [["Ana Reis"], ["Reis"], ["Reis"], ["Tom Reis"]]


def test_the_user_merges_splits_and_undoes(library: Path) -> None:
    with filled(
        library, article("first", ["Ana Reis"]), article("second", ["Anna Reis"]), article("third", ["Ana Reis"])
    ) as index:
        assert sorted(map(len, groups(index))) == [1, 1]
        add_statement(library, SameNames(("Ana Reis", "Anna Reis")))
        assert groups(index) == [{"Ana Reis", "Anna Reis"}]
        add_statement(library, NameInArticles("Ana Reis", ("third",), "Ana Reis the painter"))
        assert sorted(actor.name for actor in everybody(index)) == ["Ana Reis", "Ana Reis the painter"]
        assert undo_statement(library) == "Ana Reis @ third = Ana Reis the painter"
        assert undo_statement(library) == "Ana Reis = Anna Reis"
        assert undo_statement(library) is None
        assert sorted(map(len, groups(index))) == [1, 1]


def test_names_that_the_user_parts_are_two_people(library: Path) -> None:
    with filled(library, article("first", ["William Marsh"]), article("second", ["Bill Marsh"])) as index:
        add_statement(library, DifferentNames("William Marsh", "Bill Marsh"))
        assert sorted(map(sorted, groups(index))) == [["Bill Marsh"], ["William Marsh"]]


def test_a_file_broken_by_hand_is_reported_by_line_and_the_rest_holds(library: Path) -> None:
    text = "# mine\nAna Reis = Anna Reis\nnothing here\n= \nTom @ = x\nA != B != C\n"
    (library / NAME).write_text(text)
    found = read_people_file(library)
    assert found.statements == (SameNames(("Ana Reis", "Anna Reis")),)
    assert [problem.line for problem in found.problems] == [3, 4, 5, 6]
    add_statement(library, SameNames(("Tom", "Thomas")))
    assert (library / NAME).read_text().startswith(text)
    undo_statement(library)
    assert (library / NAME).read_text() == text


def test_a_file_in_another_encoding_is_one_line(library: Path) -> None:
    (library / NAME).write_bytes(b"Ana Reis = Ana Re\xfc\n")
    with pytest.raises(PeopleFileTrouble, match="not UTF-8") as caught:
        read_people_file(library)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("name", ["", "A = B", "a @ b", "#x", "A\n= B"])
def test_a_name_with_a_sign_of_the_file_is_refused(library: Path, name: str) -> None:
    with pytest.raises(PeopleFileTrouble):
        add_statement(library, SameNames((name, "Ana Reis")))


def test_a_dossier_has_names_roles_quotes_in_order_and_company(library: Path) -> None:
    articles = [
        article("later", ["Ana M. Reis", "Tom Renn"], "2026-05-01", "The wall moved again."),
        article("first", [("Ana Reis", "Reis"), "Tom Renn"], "2026-01-01", "The wall has moved."),
        article("between", ["Ana Reis"], "2026-02-01"),
    ]
    with filled(library, *articles) as index:
        (ana,) = LibraryPeople(index, read_people_file(library)).called("ana reis")
        dossier = dossier_of(index, ana)
    assert [quote.words for one in dossier.articles for quote in one.quotes] == ["The wall has moved.", "The wall moved again."]
    assert dict(dossier.names) == {"Ana Reis": 2, "Reis": 1, "Ana M. Reis": 1}
    assert list(dossier.roles()) == [("pilot", ("2026-01-01", "2026-02-01", "2026-05-01"))]
    assert dossier.beside == (("Tom Renn", 2),)
    assert dossier.timeline(4) == (1, 1, 0, 1)


def test_a_timeline_takes_time_in_proportion_to_its_articles(library: Path) -> None:
    with filled(library, article("first", ["Ana Reis"], "2026-01-01"), article("later", ["Ana Reis"], "2026-05-01")) as index:
        (ana,) = LibraryPeople(index, read_people_file(library)).called("ana reis")
        dossier = dossier_of(index, ana)
    long = replace(dossier, articles=dossier.articles * 10_000)
    begun = time.process_time()
    assert long.timeline(2) == (10_000, 10_000)
    assert time.process_time() - begun < 1  # in quadratic time ten or more
