"""Roles and names that are in no list.

The shape of the sentence shows them.
"""

import pytest

from briefing_tui.analysis.actors import find_actors
from briefing_tui.analysis.en.names.entities import find_names
from briefing_tui.analysis.quotes import find_quotes
from briefing_tui.model.briefing import Actor
from tests.analysis.articles import article

TRADES = (
    "cleaner", "vicar", "dentist", "plumber", "welder", "florist", "carpenter", "midwife", "vet", "barista", "locksmith",
    "shepherd", "pensioner", "student", "retiree", "waiter", "joiner", "roofer", "glazier", "paramedic", "lifeguard",
    "librarian", "curate", "verger", "sexton", "chaplain", "rabbi", "monk", "tutor", "nanny", "au-pair", "childminder",
    "housekeeper", "groundsman", "gamekeeper", "forester", "logger", "fisher", "trawlerman", "bosun", "stevedore", "docker",
    "crofter", "milkman", "postman", "courier", "cabbie", "signalman", "trucker", "mechanic", "fitter", "turner", "machinist",
    "bricklayer", "mason", "thatcher", "potter", "weaver", "cobbler", "blacksmith", "engraver", "busker", "stuntman", "usher",
    "groom", "farrier", "masseur", "optician", "radiographer", "nurse", "auditor", "clerk", "intern", "apprentice", "trainee",
    "coroner", "bailiff", "barrister", "paralegal", "sleuth", "cop", "medic", "cadet", "steward", "purser", "coder", "tester",
    "sysadmin", "hacker", "vlogger", "lyricist", "archivist", "docent", "ranger", "falconer", "taxidermist", "undertaker",
    "gravedigger", "embalmer", "stonemason", "lamplighter", "wheelwright", "chandler", "farmhand", "puppeteer", "knitter",
)  # fmt: skip
"""Plain occupations; about half of them are in no list of the program."""

SHAPES = (
    "Anvel Torrid, {a} {trade}, objected.",
    "Anvel Torrid, the {trade}, objected.",
    "The {trade}, Anvel Torrid, objected.",
    "The {trade} Anvel Torrid objected to it.",
    "Retired {trade} Anvel Torrid objected to it.",
    "They met Anvel Torrid, {a} {trade} from Ashmere, at noon.",
    "Anvel Torrid is {a} {trade} in Ashmere.",
)


def actors(*paragraphs: str) -> dict[str, Actor]:
    document = article(*paragraphs)
    names = find_names(document)
    return {actor.name: actor for actor in find_actors(document, find_quotes(document, names))}


@pytest.mark.parametrize("shape", SHAPES)
def test_a_noun_beside_a_name_is_a_role_whatever_the_trade(shape: str) -> None:
    sentences = {trade: shape.format(trade=trade, a="an" if trade[0] in "aeiou" else "a") for trade in TRADES}
    missed = [
        trade
        for trade, sentence in sentences.items()
        if not any(trade in role for role in actors(sentence, "Torrid left on Monday.")["Anvel Torrid"].roles)
    ]

    assert missed == []


@pytest.mark.parametrize(
    "text",
    [
        "A pregnant Anvel Torrid objected.",
        "The late Anvel Torrid objected.",
        "A visibly shaken Anvel Torrid objected.",
        "They wanted to outspend Anvel Torrid by far.",
        "Anvel Torrid is a problem for the board.",
        "Anvel Torrid is a disgrace.",
        "Some believe that Anvel Torrid is a rapist.",
        "The tide was high. Anvel Torrid objected.",
        "It was a college. Anvel Torrid objected.",
        "Norwegian Anvel Torrid objected.",
    ],
)
def test_what_is_no_trade_is_no_role(text: str) -> None:
    assert actors(text, "Torrid said so.")["Anvel Torrid"].roles == ()


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("Anvel Torrid has served as mayor since 2010.", "Anvel Torrid", "mayor"),
        ("Anvel Torrid, who works as a midwife in Ashmere, left.", "Anvel Torrid", "midwife in Ashmere"),
        ("Anvel Torrid will continue as manager of the club.", "Anvel Torrid", "manager of the club"),
        ("Anvel Torrid’s first speech as chancellor was short.", "Anvel Torrid", "chancellor"),
        ("Anvel Torrid, who replaced Orsk Belman as chancellor, left.", "Anvel Torrid", "chancellor"),
        ("Anvel Torrid (chief engineer) objected.", "Anvel Torrid", "chief engineer"),
        ("Anvel Torrid – the club's chair – objected.", "Anvel Torrid", "club's chair"),
        ("The club's sporting directors, Anvel Torrid and Orsk Belman, left.", "Anvel Torrid", "sporting director"),
        ("The club's sporting directors, Anvel Torrid and Orsk Belman, left.", "Orsk Belman", "sporting director"),
        ("Co-founders Anvel Torrid and Orsk Belman left.", "Orsk Belman", "co-founder"),
        ("Novelist and critic Anvel Torrid objected.", "Anvel Torrid", "Novelist and critic"),
        ("Meghan Belman's mum, Anvel Torrid is said to object.", "Anvel Torrid", "Meghan Belman's mum"),
        ("According to the media tracking firm AdQuantle, sales fell.", "AdQuantle", "media tracking firm"),
        (
            "The town's largest union, the Ashmere Teachers Association, objected.",
            "Ashmere Teachers Association",
            "town's largest union",
        ),
    ],
)
def test_a_role_is_found_wherever_the_sentence_has_it(text: str, name: str, role: str) -> None:
    assert role in actors(text)[name].roles


ABBREVIATED = {
    "Cllr": "Councillor", "Cllr.": "Councillor", "PC": "PC", "Det Insp": "Detective Inspector",
    "Det. Insp.": "Detective Inspector", "DI": "DI", "DCI": "DCI", "Det Ch Insp": "Detective Chief Inspector",
    "Ch Supt": "Chief Superintendent", "Supt.": "Superintendent", "PCSO": "PCSO", "Lance Cpl": "Lance Corporal",
    "Pte": "Private", "Pvt.": "Private", "Maj Gen": "Major General", "Lt. Col.": "Lieutenant Colonel",
    "Lt. Gov.": "Lieutenant Governor", "Brig": "Brigadier", "Brig. Gen.": "Brigadier General", "Cmdr.": "Commander",
    "Lt Cdr": "Lieutenant Commander", "Rear Adm.": "Rear Admiral", "Revd": "Reverend", "Rev Dr": "Reverend",
    "Msgr.": "Monsignor", "Atty. Gen.": "Attorney General", "Spc.": "Specialist", "Wing Cdr": "Wing Commander",
    "Sqn Ldr": "Squadron Leader", "Air Cdre": "Air Commodore", "Dep. Chief": "Deputy Chief", "Det.": "Detective",
    "Ofc.": "Officer", "Amb.": "Ambassador", "Pres.": "President", "MSP": "MSP", "TD": "TD", "Ven": "Venerable",
}  # fmt: skip


def test_abbreviated_titles_are_roles_and_no_part_of_the_name() -> None:
    found = {title: actors(f"On Monday {title} Anvel Torrid objected.", "Torrid said: “It is late.”") for title in ABBREVIATED}

    assert {title: given["Anvel Torrid"].roles[:1] for title, given in found.items()} == {
        title: (full,) for title, full in ABBREVIATED.items()
    }


BEFORE_NAMES = (
    "Plumber", "Cleaner", "Paramedic", "Firefighter", "Norwegian", "Portuguese", "Welsh-born", "Mother-of-two", "Dad-of-three",
    "Neuroscientist", "Ex-pilot", "Campaigner", "Co-founder", "Beekeeper", "Postwoman",
)  # fmt: skip


def test_initials_of_a_body_are_no_title() -> None:
    assert "BR" in actors("BR said that trains were late.", "Trains of BR were late, BR said.")


@pytest.mark.parametrize(
    "before",
    BEFORE_NAMES,
)
def test_a_trade_or_nationality_before_a_name_is_no_part_of_it(before: str) -> None:
    assert "Anvel Torrid" in actors(f"{before} Anvel Torrid objected.", "“It is late,” Torrid said.")
