"""Notes can be on any item and are located there after a rebuild, or nowhere."""

from typing import Any

import pytest

from briefing_tui.anchoring.plain_article import PlainArticle
from briefing_tui.anchoring.selectors import Orphan
from briefing_tui.model.briefing import Actor, Briefing, Image, Paragraph, Place, Quote, Section
from briefing_tui.model.note import Kind
from briefing_tui.notes.places import NoteLocation, draft_on, locate_note, refreshed

QUOTE = Quote("q-measured", ("We measured it three times.", "It moved three times."), speaker="maria-ortega", section="who-pays")
OTHER = Quote("q-money", ("nobody's money",), speaker_name="a skipper", section="who-pays")
ACTOR = Actor("maria-ortega", "Maria Ortega", "person", ("harbour engineer",), ("Ortega",))
IMAGE = Image("quay", "Cracks run the length of the east quay.", "The quay", "Photo: Portolan Archive", "quay.jpg", "lead", 0)
LEAD = Section("lead", None, (Paragraph("The harbour would not settle, and Maria Ortega knew it long before."),))
PAYS = Section(
    "who-pays",
    "Who pays",
    (Paragraph("“We measured it three times. It moved three times.” It was, a skipper said, nobody's money."),),
)


def briefing(**parts: Any) -> Briefing:
    known: dict[str, Any] = {"quotes": (QUOTE, OTHER), "actors": (ACTOR,), "images": (IMAGE,), "sections": (LEAD, PAYS)}
    return Briefing("harbour", title="The harbour", **{**known, **parts})


ARTICLE = PlainArticle(briefing())


def draft(kind: Kind, item: str = "", place: Place | None = None) -> Any:
    note = draft_on(ARTICLE, kind, (place,) if place else (), item)
    assert note is not None
    return note


@pytest.mark.parametrize(
    ("kind", "item", "words", "section", "attribution"),
    [
        ("quote", "q-measured", "We measured it three times.\nIt moved three times.", "Who pays", "Maria Ortega"),
        ("quote", "q-money", "nobody's money", "Who pays", "a skipper"),
        ("actor", "maria-ortega", "Maria Ortega", "", "harbour engineer"),
        ("image", "quay", "Cracks run the length of the east quay.", "Lead", "Photo: Portolan Archive"),
        ("section", "who-pays", "Who pays", "Who pays", ""),
        ("briefing", "", "The harbour", "", ""),
    ],
)
def test_a_note_on_an_item_holds_its_words_section_and_attribution(
    kind: Kind, item: str, words: str, section: str, attribution: str
) -> None:
    note = draft(kind, item)
    assert (note.words, note.section, note.attribution, note.briefing) == (words, section, attribution, "harbour")
    found = locate_note(note, ARTICLE)
    assert isinstance(found, NoteLocation)
    assert found.item == item
    assert not found.changed


def test_a_note_on_a_passage_holds_its_words_and_section() -> None:
    note = draft("selection", place=Place("who-pays", 0, 1, 28))
    assert (note.words, note.section) == ("We measured it three times.", "Who pays")
    assert locate_note(note, ARTICLE) == NoteLocation((Place("who-pays", 0, 1, 28),))
    assert draft("paragraph", place=Place("quay")).section == "Lead"


def test_nothing_is_made_on_what_is_not_there() -> None:
    assert draft_on(ARTICLE, "quote", (), "q-none") is None
    assert draft_on(ARTICLE, "selection", (Place("nowhere", 0),)) is None


def test_an_item_is_found_by_its_words_when_ids_were_given_anew() -> None:
    later = PlainArticle(
        briefing(quotes=(Quote("q-measured", OTHER.parts, section="who-pays"), Quote("q-2", QUOTE.parts, section="who-pays")))
    )
    found = locate_note(draft("quote", "q-measured"), later)
    assert isinstance(found, NoteLocation)
    assert (found.item, found.changed) == ("q-2", False)


def test_an_item_whose_words_were_corrected_is_the_same_and_told() -> None:
    corrected = Quote("q-measured", ("We measured it three times, twice.", "It moved three times."), section="who-pays")
    found = locate_note(draft("quote", "q-measured"), PlainArticle(briefing(quotes=(corrected,))))
    assert isinstance(found, NoteLocation)
    assert (found.item, found.changed) == ("q-measured", True)


def test_another_item_with_the_same_id_is_not_the_same() -> None:
    other = PlainArticle(
        briefing(quotes=(Quote("q-measured", ("Nothing of the kind was ever said here.",)),), actors=(), images=())
    )
    for note in (draft("quote", "q-measured"), draft("actor", "maria-ortega"), draft("image", "quay")):
        assert locate_note(note, other) == Orphan("gone")


def test_of_two_like_items_without_the_id_neither_is_taken() -> None:
    twins = (Quote("q-1", OTHER.parts), Quote("q-2", OTHER.parts))
    assert locate_note(draft("quote", "q-money"), PlainArticle(briefing(quotes=twins))) == Orphan("twice")


def test_an_actor_is_found_by_a_shorter_name() -> None:
    later = PlainArticle(briefing(actors=(Actor("maria-ortega", "Ortega", "person"),)))
    found = locate_note(draft("actor", "maria-ortega"), later)
    assert isinstance(found, NoteLocation)
    assert found.changed


def test_a_section_with_another_heading_is_found_by_how_it_begins() -> None:
    renamed = Section("the-bill", "The bill", PAYS.paragraphs)
    assert locate_note(draft("section", "who-pays"), PlainArticle(briefing(sections=(LEAD, renamed)))) == NoteLocation(
        (Place("the-bill"),), "the-bill", changed=True
    )


def test_a_note_on_a_quote_of_a_digest_leads_to_its_section() -> None:
    digest = PlainArticle(briefing(article="digest", sections=(Section("who-pays", "Who pays", (Paragraph("In our words."),)),)))
    note = draft_on(digest, "quote", (), "q-measured")
    assert note is not None
    assert note.words.startswith("We measured")
    assert locate_note(note, digest) == NoteLocation((Place("who-pays"),) * 2, "q-measured")


def test_a_speaker_that_was_corrected_goes_out_corrected() -> None:
    note = draft("quote", "q-money")
    later = briefing(quotes=(Quote("q-money", OTHER.parts, speaker="maria-ortega", section="who-pays"),))
    assert refreshed(note, PlainArticle(later)).attribution == "Maria Ortega"


def test_notes_of_a_briefing_sort_in_the_order_of_the_article() -> None:
    notes = [draft("quote", "q-money"), draft("section", "who-pays"), draft("image", "quay"), draft("actor", "maria-ortega")]
    ordered = sorted(notes, key=lambda note: note.selector.position)
    assert [note.kind for note in ordered] == ["actor", "image", "section", "quote"]


@pytest.mark.parametrize(
    ("actors", "item"),
    [
        ((Actor("maria-ortega", "Ines Calder", "person"),), "maria-ortega"),
        ((Actor("board", "The board", "organization", (), ("Maria Ortega",)),), "board"),
    ],
    ids=["renamed, the id written down", "made one with another"],
)
def test_a_note_on_an_actor_follows_a_correction(actors: tuple[Actor, ...], item: str) -> None:
    assert locate_note(draft("actor", "maria-ortega"), PlainArticle(briefing(actors=actors))) == NoteLocation(
        (), item, changed=True
    )
