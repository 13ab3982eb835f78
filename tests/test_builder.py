"""Building a briefing from a source: its links, omissions and reports."""

import pytest

from briefing_tui.anchoring.anchors import locate
from briefing_tui.builder import Built, build
from briefing_tui.contentfile.fingerprints import built_hashes
from briefing_tui.contentfile.read.reader import read
from briefing_tui.contentfile.write.writer import write
from tests.sources import pages

DUTCH = (
    "De haven van Portolan gaat dit jaar niet meer open, en niemand in de stad weet wie dat allemaal zal moeten betalen. ",
    "“We hebben het drie keer gemeten, en het heeft drie keer bewogen”, zei Maria Ortega, die het onderzocht. ",
    "De vissers die aan de oude pier liggen, hoorden pas van het plan toen de hekken al op de kade waren gezet door de stad. ",
)


@pytest.fixture(scope="module")
def built() -> Built:
    return build(pages.PAGE.encode(), "harbour.html")


def test_quotes_lead_to_their_speakers_and_to_their_places(built: Built) -> None:
    briefing = built.briefing
    quote = next(quote for quote in briefing.quotes if "measured" in quote.parts[0])
    speaker = next(actor for actor in briefing.actors if actor.id == quote.speaker)
    assert (speaker.name, speaker.kind, quote.speaker_name) == ("Maria Ortega", "person", "Maria Ortega")
    assert quote.section == "who-pays"
    assert all(place is not None for places in locate(briefing).quotes.values() for place in places)


def test_ids_are_given_once_across_all_items(built: Built) -> None:
    briefing = built.briefing
    ids = [item.id for items in (briefing.actors, briefing.quotes, briefing.images, briefing.sections) for item in items]
    assert len(ids) == len(set(ids))
    known = {section.id for section in briefing.sections}
    assert {quote.section for quote in briefing.quotes} | {image.section for image in briefing.images} <= known
    assert {name for point in briefing.summary for name in point.sections} <= known


def test_a_built_briefing_is_what_its_content_file_says(built: Built) -> None:
    reading = read(write(built.briefing), built.briefing.id)
    assert (reading.briefing, reading.problems) == (built.briefing, ())


def test_a_built_briefing_remembers_how_it_was_built(built: Built) -> None:
    assert built.briefing.built == built_hashes(built.briefing)


def test_every_point_is_a_sentence_of_the_article(built: Built) -> None:
    text = " ".join(paragraph.text for section in built.briefing.sections for paragraph in section.paragraphs)
    assert built.briefing.summary
    assert all(point.text in text and point.origin == "extracted" for point in built.briefing.summary)


def test_a_language_that_is_not_known_gives_the_structure_alone_and_says_so() -> None:
    text = (
        "<html lang='en'><body><article><h1>De haven</h1>" + "".join(f"<p>{part * 2}</p>" for part in DUTCH) + "</article></body>"
    )
    built = build(text.encode(), "haven.html")
    assert built.briefing.language == "nl"
    assert (built.briefing.quotes, built.briefing.actors, built.briefing.summary) == ((), (), ())
    assert len(built.briefing.sections[0].paragraphs) == 3
    assert "'nl'" in built.notes[0]


def test_rows_tell_of_every_paragraph_and_every_dropped_line(built: Built) -> None:
    told = {row.text for row in built.document.rows}
    assert {paragraph.text for section in built.document.sections for paragraph in section.paragraphs} <= told
    assert {dropped.text for dropped in built.document.dropped} <= told


def test_building_twice_gives_the_same() -> None:
    assert build(pages.PAGE.encode(), "x") == build(pages.PAGE.encode(), "x")


def test_a_speaker_with_a_title_that_nobody_knows_is_linked_to_the_person_named() -> None:
    from briefing_tui.builder import _titled
    from briefing_tui.model.briefing import Actor

    vera, holm = Actor("vera-holm", "Vera Holm", "person"), Actor("holm", "Holm", "person")
    assert _titled("Harbour Reeve Vera Holm", {"Vera Holm": [vera], "Holm": [holm]}) == vera
    assert _titled("Harbour Reeve Vera Holm", {"Holm": [holm]}) is None
