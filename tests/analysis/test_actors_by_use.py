"""Organisations of invented names, and names that are none."""

import pytest

from briefing_tui.analysis.actors import find_actors
from briefing_tui.analysis.en.names.entities import find_names
from briefing_tui.analysis.quotes import find_quotes
from briefing_tui.model.briefing import Actor
from tests.analysis.articles import article


def actors(*paragraphs: str) -> list[Actor]:
    document = article(*paragraphs)
    names = find_names(document)
    return list(find_actors(document, find_quotes(document, names)))


ORGANIZATIONS = (
    ("The ruling coalition led by the Ashmere People's Party has little control.", "Ashmere People's Party"),
    ("The Ashmere Tenants' Union said so.", "Ashmere Tenants' Union"),
    ("The National Farmers’ Union said so.", "National Farmers’ Union"),
    ("The Ashmere Women's Institute said so.", "Ashmere Women's Institute"),
    ("St Brannock’s Hospital said so.", "St Brannock’s Hospital"),
    ("Ashmere Children’s Hospital said so.", "Ashmere Children’s Hospital"),
    ("Ashmere News reported that the quay fell.", "Ashmere News"),
    ("The Daily Torrid reported that the quay fell.", "Daily Torrid"),
    ("Anvel Torrid told The Lantern: “It fell.”", "Lantern"),
    ("A Lantern investigation found that the quay fell.", "Lantern"),
    ("Quorvex’s chief economist Anvel Torrid said so.", "Quorvex"),
    ("Quorvex said it would cut jobs. The company lost money.", "Quorvex"),
    ("Anvel Torrid told Quorvex that its crane was late.", "Quorvex"),
    ("Shares in Quorvex fell on Monday.", "Quorvex"),
    ("Workers at Quorvex walked out.", "Quorvex"),
    ("Quorvex, which makes cranes, lost money.", "Quorvex"),
    ("Quorvex has sacked its chief executive.", "Quorvex"),
    ("Quorvex Belman has sacked its chief executive.", "Quorvex Belman"),
    ("A spokesperson for Quorvex said so.", "Quorvex"),
    ("Anvel Torrid sued Quorvex over its cranes.", "Quorvex"),
    ("He gave money to Voice of Change, a civil rights organisation.", "Voice of Change"),
    ("The Legislature provided the money.", "Legislature"),
    ("The Torrid campaign put out a memo. Anvel Torrid left.", "Torrid campaign"),
    ("Anvel Torrid, who founded Quorvex, said so. Quorvex shares fell.", "Quorvex"),
    ("Anvel Torrid is head of policy at Quorvex.", "Quorvex"),
    ("The takeover of Quorvex was blocked.", "Quorvex"),
    ("The think tank Bright Tide said so.", "Bright Tide"),
    ("Quorvex CEO Anvel Torrid said so.", "Quorvex"),
    ("Quorvex spokeswoman Anvel Torrid said so.", "Quorvex"),
    ("Quorvex is a software company.", "Quorvex"),
    ("Quorvex, a maker of cranes, said so.", "Quorvex"),
    ("Police Quarn said so.", "Police Quarn"),
    ("Ashmere Rovers lost the match.", "Ashmere Rovers"),
)


@pytest.mark.parametrize(("text", "name"), ORGANIZATIONS)
def test_an_organisation_is_known_by_what_it_does_has_or_is_called(text: str, name: str) -> None:
    assert {actor.name: actor.kind for actor in actors(text)}.get(name) == "organization"


@pytest.mark.parametrize(
    "text",
    [
        "They met in Ashmere.",
        "They came from Ashmere.",
        "They visited Ashmere, Torbel and Quarn.",
        "Trains to Ashmere and Torbel were late.",
        "They posted it on Quibbly.",
        "They shared it via Facebook and in a Twitter post.",
        "They played in the Ashmere Cup.",
        "They reached the Torbel League.",
        "They met at Northern High School in Quarn.",
        "The case went to Torbel District Court.",
        "They read it in Harbour Lights, a novel.",
        "The film Quell won.",
        "Floods in northern Torbel killed nine.",
        "Residents of Quarn wept.",
        "Typhoon Quell hit the coast.",
        "They took part in exercise Quell.",
        "They fired Quell missiles.",
        "The Torbel Festival began.",
        "He won the Torbel Prize.",
        "She left for BQT, the basic course.",
    ],
)
def test_a_place_platform_competition_work_or_event_is_no_actor(text: str) -> None:
    assert actors(text) == []


def test_a_platform_that_acts_is_an_actor() -> None:
    assert [actor.name for actor in actors("Facebook said that it had removed the posts.")] == ["Facebook"]


def test_clubs_named_as_their_towns_play_in_reports_of_matches_only() -> None:
    match = (
        "Newcastle have won the match with a late goal by their striker.",
        "They face Northam, Nottingham Forest and Bournemouth in the league.",
    )

    assert {actor.name for actor in actors(*match)} >= {"Newcastle", "Nottingham Forest", "Bournemouth"}
    assert actors("The roads to Newcastle have ice.", "Newcastle has snow.") == []


@pytest.mark.parametrize(
    ("paragraphs", "names"),
    [
        (("The Ashmere Harbour Board (AHB) met.", "The AHB said so."), {"Ashmere Harbour Board"}),
        (("The National Tide and Wave Agency (NTWA) met.", "The NTWA said so."), {"National Tide and Wave Agency"}),
        (("Save The Quay (STQ) met.", "STQ said so."), {"Save The Quay"}),
        (("The Department of Tides met.", "The Tides Department said so."), {"Department of Tides"}),
        (("The Tides Ministry met.", "The Ministry of Tides said so."), {"Tides Ministry"}),
        (("The University of Ashmere met.", "Ashmere University said so."), {"University of Ashmere"}),
        (("The US Tide Department met.", "The Department of Tide left.", "The DOT left."), {"Tide Department"}),
        (("George Torrid left.", "His son Alexander Torrid stayed."), {"George Torrid", "Alexander Torrid"}),
        (("Anvel Torrid Sr. met Anvel Torrid Jr.",), {"Anvel Torrid Sr.", "Anvel Torrid Jr."}),
        (("Anvel Torrid and her husband, Orsk Torrid, left.", "Mrs Torrid said so."), {"Anvel Torrid", "Orsk Torrid"}),
        (("Anvel Torrid met Ann Torrid.", "Ann said so."), {"Anvel Torrid", "Ann Torrid"}),
    ],
)
def test_forms_of_one_name_are_merged_and_relatives_are_not(paragraphs: tuple[str, ...], names: set[str]) -> None:
    assert {actor.name for actor in actors(*paragraphs)} == names
