"""Four German articles, each of another kind, are read as a reader would."""

from pathlib import Path
from time import process_time

import pytest

from briefing_tui.anchoring.anchors import locate_quotes
from briefing_tui.builder import Built, build
from briefing_tui.contentfile.read.parser import parse
from briefing_tui.contentfile.write.writer import write
from briefing_tui.model.briefing import Place

FOLDER = Path(__file__).parents[1] / "fixtures" / "german"
SPEAKERS: dict[str, list[tuple[str, str]]] = {
    "wire": [
        ("Das Schlimmste ist überstanden", "Wiebke Harms"),
        ("Niemand sollte die Uferwege betreten", "ein Sprecher der Feuerwehr"),
        ("die Geschwindigkeit des Wassers unterschätzt", "Enno Brandis"),
        ("Wer die Menschen erst weckt, wenn das Wasser im Keller steht, hat versagt", "Almut Petersen"),
        ("Die Messstation war in der Nacht ausgefallen.", "Landesamt für Gewässerschutz"),
    ],
    "reportage": [
        ("Bei Nebel fahre ich nach Gehör", "Ubbo Tammen"),
        ("Ohne die Fähre wäre ich nie hier gelandet", "Jule Onken"),
        ("Ein Fährmann ist ein Busfahrer, der nass wird.", "Ubbo Tammen"),
        ("Die Brücke verbindet zwei Orte, die zusammengehören", "Sabine Rolfs"),
        ("Aber das Wasser bleibt.", "Ubbo Tammen"),
    ],
    "interview": [
        ("Das Moor vergisst nichts", "Tomke Reents"),
        ("Weil Holz dort nicht verfault.", "Tomke Reents"),
        ("Was war Ihr schönster Fund?", "Kurier"),
        ("Ein Kinderschuh.", "Tomke Reents"),
        ("Das Land will die Grabung kürzen.", "Kurier"),
        ("Wir verlieren einen Sommer, vielleicht zwei.", "Tomke Reents"),
    ],
    "court": [
        ("Ein Verdacht ist kein Beweis", "Ina Kloppenburg"),
        ("Ich habe zwei Jahre auf diesen Satz gewartet", "Gerold Wübben"),
        ("schlampig und einseitig", "Malte Jürgens"),
        ("aus verletztem Stolz", "Rieke Folkerts"),
        ("Für uns bleibt die Frage, wer es dann war.", "Ein Sprecher der Werft Nordlicht GmbH"),
    ],
}
ACTORS: dict[str, dict[str, tuple[str, ...]]] = {
    "wire": {"Wiebke Harms": ("Bürgermeisterin",), "Enno Brandis": ("Innenminister",), "Almut Petersen": ("CDU-Abgeordnete",)},
    "reportage": {"Sabine Rolfs": ("Projektleiterin",)},
    "interview": {"Tomke Reents": ("Archäologin",)},
    "court": {"Ina Kloppenburg": ("Vorsitzende Richterin",), "Rieke Folkerts": ("Staatsanwältin",), "Landgericht Emsdorf": ()},
}


@pytest.fixture(scope="module", params=SPEAKERS)
def article(request: pytest.FixtureRequest) -> tuple[str, Built]:
    """Return the name of an article, and what was built of it."""
    return request.param, build(FOLDER / f"{request.param}.txt")


def test_every_quote_has_the_speaker_that_the_article_gives(article: tuple[str, Built]) -> None:
    name, built = article
    quotes = built.briefing.quotes

    assert [quote.speaker_name for quote in quotes] == [speaker for _, speaker in SPEAKERS[name]]
    assert all(quote.parts[0].startswith(words) for quote, (words, _) in zip(quotes, SPEAKERS[name], strict=True))


def test_actors_have_their_roles(article: tuple[str, Built]) -> None:
    name, built = article
    roles = {actor.name: actor.roles for actor in built.briefing.actors}

    assert {actor: roles.get(actor) for actor in ACTORS[name]} == ACTORS[name]


def test_points_are_the_articles_own_sentences_and_need_none_before_them(article: tuple[str, Built]) -> None:
    _, built = article
    text = " ".join(paragraph.text for section in built.briefing.sections for paragraph in section.paragraphs)

    assert built.briefing.summary
    for point in built.briefing.summary:
        assert point.text in text
        assert point.text.split()[0] not in ("Er", "Sie", "Das", "Dabei", "Dann", "Aber", "Hier", "Sein")


def test_a_german_briefing_is_read_back_as_it_was_written(article: tuple[str, Built]) -> None:
    _, built = article

    assert parse(write(built.briefing), built.briefing.id).briefing == built.briefing
    assert built.notes == ()


def test_a_quotation_in_a_heading_leads_to_its_heading() -> None:
    text = (
        "Die Werft schließt\n\nDie Werft von Portolan schließt nach hundert Jahren, und die Stadt streitet über die Folgen.\n\n"
        "„Das ist bitter“\n\nDie Halle steht leer. „Wir haben alles versucht“, sagte Betriebsrätin Silke Behn am Montag am Tor."
    )
    briefing = build(text.encode(), "werft.txt").briefing
    heading, said = briefing.quotes

    assert (heading.parts, heading.speaker_name, heading.inferred) == (("Das ist bitter",), "Silke Behn", True)
    places = locate_quotes(briefing)
    assert places[heading.id] == (Place(briefing.sections[1].id),)
    assert places[said.id][0] is not None


def test_a_quotation_in_the_title_leads_to_the_title_and_is_by_who_said_its_words_below() -> None:
    text = (
        "„Wir hatten nur Glück“: Fund im Moor\n\nIm Moor von Portolan ist am Montag ein alter Weg aus Holz gefunden worden.\n\n"
        "„So etwas sieht man selten“, sagte der Baggerfahrer Ubbo Tamm. Die Archäologin Ida Wulf war dabei.\n\n"
        "„Wir hatten einfach nur Glück“, sagte Wulf am Abend den Helfern, die noch lange feierten."
    )
    briefing = build(text.encode(), "moor.txt").briefing
    title = briefing.quotes[0]

    assert (title.parts, title.speaker_name, title.inferred) == (("Wir hatten nur Glück",), "Ida Wulf", True)
    assert locate_quotes(briefing)[title.id] == (Place("title", None, 1, 21),)
    assert parse(write(briefing), briefing.id).briefing == briefing


@pytest.mark.parametrize("following", ["Das.", "Das sagt", "Er", "„", "so"])
def test_a_quotation_before_a_sentence_that_breaks_off_is_read(following: str) -> None:
    text = f"Die Werft schließt\n\nDie Werft von Portolan schließt nach hundert Jahren.\n\n„Ja.“ {following}"

    assert build(text.encode(), "werft.txt").briefing.language == "de"


@pytest.mark.parametrize(
    "words",
    [
        "Die Sprecherin der Polizei, Frau Dr. Ida Wulf, sagte, „das ist so“, ",
        "Verband der Köche (VDK) und Amt für Deiche an der See (ADS), Ihr Mann sagte „so“, ",
    ],
)
def test_a_long_german_paragraph_takes_time_in_proportion_to_its_length(words: str) -> None:
    def taken(times: int) -> float:
        text = words * times
        started = process_time()
        build(f"Der Hafen von Portolan\n\nDer Hafen ist zu, und das seit dem Morgen, sagte der Chef. {text}.".encode(), "a.txt")
        return process_time() - started

    taken(10)
    assert taken(800) < 14 * max(taken(100), 0.02)
