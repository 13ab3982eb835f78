"""The order of actors, and their roles."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from briefing_tui.analysis.actors import find_actors, rank_names
from briefing_tui.model.briefing import Paragraph, Quote, Section, Source
from briefing_tui.model.document import Document


def article(*paragraphs: str) -> Document:
    return Document(Source("made-up.txt"), sections=(Section("lead", None, tuple(Paragraph(text) for text in paragraphs)),))


def roles(text: str, name: str) -> tuple[str, ...]:
    return next(actor.roles for actor in find_actors(article(text)) if actor.name == name)


def test_who_stands_first_and_most_often_ranks_first() -> None:
    actors = find_actors(
        article(
            "Maria Ortega warned the Portolan Harbour Board.",
            "Ortega found cracks. Paul Velk helped.",
            "The tide rose.",
            "Ortega will be back, said Paul Velk.",
        )
    )

    assert actors[0].name == "Maria Ortega"
    assert {actor.name: actor.kind for actor in actors}["Portolan Harbour Board"] == "organization"


def test_who_speaks_ranks_before_who_is_only_named() -> None:
    document = article("Nobody was there.", "No one.", "Nothing.", "Maria Ortega met Paul Velk and left.")
    said = Quote("q1", ("It moved.",), speaker_name="Paul Velk")

    assert find_actors(document, [said])[0].name == "Paul Velk"


def test_names_and_actors_of_one_ranking_are_parallel() -> None:
    document = article("Maria Ortega met Paul Velk.", "Velk and the Harbour Board agreed.")
    ranked = rank_names(document)

    assert [actor.name for actor in find_actors(document, names=ranked)] == [name.name for name in ranked]


def test_ids_are_slugs_of_the_names() -> None:
    assert [actor.id for actor in find_actors(article("Siobhan O'Malley met J. K. Tolliver."))] == [
        "siobhan-omalley",
        "j-k-tolliver",
    ]


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("The harbour engineer Maria Ortega warned.", "Maria Ortega", "harbour engineer"),
        ("Maria Ortega, chair of the survey, warned.", "Maria Ortega", "chair of the survey"),
        ("Sen. Paul Velk objected.", "Paul Velk", "Senator"),
        ("On Monday Economy Minister Paul Velk objected.", "Paul Velk", "Economy Minister"),
        ("—Saltmarsh Press writer Paul Velk helped.", "Paul Velk", "Saltmarsh Press writer"),
        ("They met Rosa Ann (Prof Paul Velk) there.", "Paul Velk", "Professor"),
        ("They met Norway’s President Paul Velk.", "Paul Velk", "Norway’s President"),
        ("They met US navy representative Paul Velk.", "Paul Velk", "US navy representative"),
        ("Communications Minister Paul Velk objected.", "Paul Velk", "Communications Minister"),
        ("On Monday US President Paul Velk objected.", "Paul Velk", "US President"),
        ("On Monday former US President Paul Velk objected.", "Paul Velk", "former US President"),
        ("They met Nato Secretary General Paul Velk.", "Paul Velk", "Nato Secretary General"),
        ("Then South Carolina Sen. Paul Velk objected.", "Paul Velk", "South Carolina Senator"),
        ("Paul Velk, an active-duty U.S. Navy sailor who walked, objected.", "Paul Velk", "active-duty U.S. Navy sailor"),
        ("The order came from Paul Velk, who heads the harbour board and lives there.", "Paul Velk", "heads the harbour board"),
        ("She said that her nominee for harbour master, Paul Velk, had objected.", "Paul Velk", "nominee for harbour master"),
        ("Paul Velk, anchor of Portolan's “Evening Tide,” objected.", "Paul Velk", "anchor"),
        ("Portolan Mayor Paul Velk objected.", "Paul Velk", "Portolan Mayor"),
        ("Attorney General Paul Velk objected.", "Paul Velk", "Attorney General"),
        (
            "Dr Maria Ortega, professor of tides at Portolan University, agreed.",
            "Maria Ortega",
            "professor of tides at Portolan University",
        ),
        ("Paul Velk, 54, a crane driver from the lower town, saw it.", "Paul Velk", "crane driver from the lower town"),
        ("Paul Velk, who is the mayor of Portolan, saw it.", "Paul Velk", "mayor of Portolan"),
        ("Paul Velk (born 3 April 1978) is a Portolan painter and sailor.", "Paul Velk", "Portolan painter and sailor"),
        ("The board’s chairman, Paul Velk, resigned.", "Paul Velk", "board’s chairman"),
        ("They asked the former deputy mayor Paul Velk.", "Paul Velk", "former deputy mayor"),
    ],
)
def test_a_role_is_told_in_the_words_of_the_article(text: str, name: str, role: str) -> None:
    assert role in roles(text, name)


@pytest.mark.parametrize(
    "text",
    [
        "Paul Velk, who left early, said nothing.",
        "Paul Velk, his coat wet, came in.",
        "Mr. Paul Velk came in.",
        "Paul Velk was late again.",
        "Paul Velk, Maria Ortega and the crew came in.",
        "Paul Velk, a relatively mild critic, came in.",
    ],
)
def test_what_is_no_role_is_not_one(text: str) -> None:
    assert roles(text, "Paul Velk") == ()


def test_a_role_that_a_fuller_one_repeats_is_told_once() -> None:
    document = article("The engineer Maria Ortega came.", "Maria Ortega, engineer of the harbour, left.")

    assert find_actors(document)[0].roles == ("engineer of the harbour",)


@given(st.lists(st.text(max_size=60), max_size=5), st.text(max_size=20))
def test_any_text_gives_actors_with_ids_of_their_own(paragraphs: list[str], words: str) -> None:
    actors = find_actors(article(*paragraphs, f"Maria Ortega met {words} and Maria Ortega. {words}"))

    assert len({actor.id for actor in actors}) == len(actors)
    assert all(actor.name and actor.id for actor in actors)


def test_a_role_before_a_title_is_one_of_its_own() -> None:
    assert roles("Exercise director Brigadier General Paul Velk objected.", "Paul Velk") == (
        "Brigadier General",
        "Exercise director",
    )


def test_a_short_form_of_an_office_is_no_second_role() -> None:
    text = "PM Paul Velk spoke. Prime Minister Paul Velk left."

    assert roles(text, "Paul Velk") == ("Prime Minister",)


def test_one_who_is_left_after_an_introduction_has_no_role_of_it() -> None:
    assert roles("After meeting the mayor, Paul Velk left.", "Paul Velk") == ()


def test_the_publisher_of_the_article_ranks_lower_than_those_it_is_about() -> None:
    told = [f"The Saltmarsh Courier was told so {n} times. The Saltmarsh Courier met the Harbour Board." for n in range(3)]
    about = find_actors(article(*told))
    own = find_actors(replace(article(*told), publisher="Saltmarsh Courier"))

    assert [actor.name for actor in about] == ["Saltmarsh Courier", "Harbour Board"]
    assert [actor.name for actor in own] == ["Harbour Board", "Saltmarsh Courier"]
