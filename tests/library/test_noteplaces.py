"""Notes can be on any item and are located there after a rebuild, or nowhere."""

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import structs

from benchmarks.notes.identical_items import as_before, measure
from briefing_tui.anchoring.plain_article import PlainArticle
from briefing_tui.anchoring.selectors import Orphan
from briefing_tui.model.briefing import Actor, Briefing, Image, Paragraph, Place, Quote, Section
from briefing_tui.model.note import Kind, Note
from briefing_tui.notes.places import NoteLocation, draft_on, locate_note, refreshed
from briefing_tui.notes.rows import COLUMNS, note_of, row_of

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


def no_comment(number: int, speaker: str, section: str) -> Quote:
    return Quote(f"q-no-comment-{number}", ("No comment.",), speaker_name=speaker, section=section)


FIRST_DENIAL, SECOND_DENIAL = no_comment(1, "Maria Ortega", "lead"), no_comment(2, "a skipper", "who-pays")
DENIED_LEAD = Section(
    "lead", None, (Paragraph("The harbour would not settle. “No comment.” That was all the engineer said in March."),)
)
DENIED_PAYS = Section(
    "who-pays",
    "Who pays",
    (Paragraph("The bill came in June. “No comment.” So a skipper put it, and he sailed on."),),
)
DENIED = PlainArticle(briefing(quotes=(FIRST_DENIAL, SECOND_DENIAL), sections=(DENIED_LEAD, DENIED_PAYS)))


def renumbered(*quotes: Quote) -> tuple[Quote, ...]:
    return tuple(structs.replace(quote, id=f"q-no-comment-{number}") for number, quote in enumerate(quotes, 1))


def test_a_note_does_not_move_to_the_like_of_its_deleted_item() -> None:
    note = draft_on(DENIED, "quote", (), "q-no-comment-1")
    assert note is not None
    silent = structs.replace(DENIED_LEAD, paragraphs=(Paragraph("The harbour would not settle. The engineer said nothing."),))
    later = briefing(quotes=renumbered(SECOND_DENIAL), sections=(silent, DENIED_PAYS))
    assert locate_note(note, PlainArticle(later)) == Orphan("other")
    assert refreshed(note, PlainArticle(later)) == note


def test_a_note_stays_on_its_item_when_the_like_of_it_is_deleted() -> None:
    note = draft_on(DENIED, "quote", (), "q-no-comment-2")
    assert note is not None
    silent = structs.replace(DENIED_LEAD, paragraphs=(Paragraph("The harbour would not settle. The engineer said nothing."),))
    later = PlainArticle(briefing(quotes=renumbered(SECOND_DENIAL), sections=(silent, DENIED_PAYS)))
    assert located(note, later) == "q-no-comment-1"


def test_notes_follow_items_that_changed_places() -> None:
    sections = (structs.replace(DENIED_LEAD, id="start", heading="Start"), DENIED_PAYS)
    quotes = (structs.replace(FIRST_DENIAL, section="start"), SECOND_DENIAL)
    before = PlainArticle(briefing(quotes=quotes, sections=sections))
    notes = [draft_on(before, "quote", (), quote.id) for quote in quotes]
    later = PlainArticle(briefing(quotes=renumbered(*quotes[::-1]), sections=sections[::-1]))
    assert [located(note, later) for note in notes] == ["q-no-comment-2", "q-no-comment-1"]


def test_where_words_and_speaker_disagree_the_note_is_an_orphan() -> None:
    note = draft_on(DENIED, "quote", (), "q-no-comment-1")
    assert note is not None
    swapped = (
        structs.replace(FIRST_DENIAL, speaker_name=SECOND_DENIAL.speaker_name),
        structs.replace(SECOND_DENIAL, speaker_name=FIRST_DENIAL.speaker_name),
    )
    assert locate_note(note, PlainArticle(briefing(quotes=swapped, sections=(DENIED_LEAD, DENIED_PAYS)))) == Orphan("twice")


def test_a_quote_whose_like_was_removed_by_hand_is_not_taken_for_it() -> None:
    text = Paragraph("“No comment.” The engineer left. It rained all day on the quay. “No comment.” He sailed for the islands.")
    lead = Section("lead", None, (text,))
    quotes = (FIRST_DENIAL, no_comment(2, "Maria Ortega", "lead"))
    before = PlainArticle(briefing(quotes=quotes, sections=(lead,)))
    note = draft_on(before, "quote", (), "q-no-comment-1")
    assert note is not None
    assert locate_note(note, PlainArticle(briefing(quotes=quotes[1:], sections=(lead,)))) == Orphan("other")


@pytest.mark.parametrize("kind", ["actor", "image", "section"])
def test_of_items_alike_in_words_the_other_is_not_taken(kind: Kind) -> None:
    mayor = Actor("maria-ortega-1", "Maria Ortega", "person", ("mayor",))
    later_image = structs.replace(IMAGE, id="quay-1", url="other.jpg", credit="Photo: Ines Calder", section="who-pays", after=0)
    bill = Section("who-pays-1", "Who pays", (Paragraph("The bill came in June, and nobody on the board wanted to sign it."),))
    twins: dict[str, Any] = {"actors": (ACTOR, mayor), "images": (IMAGE, later_image), "sections": (LEAD, PAYS, bill)}
    before = PlainArticle(briefing(**twins))
    items = {"actor": "maria-ortega", "image": "quay", "section": "who-pays"}
    note = draft_on(before, kind, (), items[kind])
    assert note is not None
    assert located(note, PlainArticle(briefing(**twins, lead="A new lead."))) == items[kind]
    left: dict[str, Any] = {
        "actors": (structs.replace(mayor, id="maria-ortega"),),
        "images": (structs.replace(later_image, id="quay", section=None),),
        "sections": (LEAD, structs.replace(bill, id="who-pays")),
    }
    assert isinstance(locate_note(note, PlainArticle(briefing(**left))), Orphan)


def test_a_note_of_an_older_version_is_found_while_nothing_else_has_its_words() -> None:
    for kind, item in (("quote", "q-money"), ("actor", "maria-ortega"), ("image", "quay"), ("section", "who-pays")):
        note = as_before(draft(kind, item), ARTICLE)  # type: ignore[arg-type]
        assert located(note, ARTICLE) == item
        assert located(note, PlainArticle(briefing(lead="A new lead."))) == item


def test_a_note_is_stored_with_its_surroundings_and_read_without_them_as_older_versions_wrote_it() -> None:
    note = replace(draft("quote", "q-money"), created="", modified="", revision=1)
    row = row_of(note)
    columns = [name.strip() for name in COLUMNS.split(",")]
    assert note_of([row[name] for name in columns]) == note
    older = {**row, "anchor": json.dumps(json.loads(row["anchor"])[:4])}
    assert replace(note_of([older[name] for name in columns]), selector=note.selector) == note


def located(note: Note | None, article: PlainArticle) -> str:
    assert note is not None
    found = locate_note(note, article)
    assert isinstance(found, NoteLocation), found
    return found.item


@given(st.integers(0, 10**9))
@settings(max_examples=15, deadline=None, derandomize=True)
def test_after_edits_of_an_article_with_identical_items_no_note_is_on_another(seed: int) -> None:
    figures = measure(1, seed, most=2)
    assert figures.misplaced == 0, figures.examples
    assert figures.share("unedited") == 1


@pytest.mark.slow
def test_after_many_edits_of_articles_with_identical_items_no_note_is_on_another() -> None:
    figures = measure(1000, seed=1)
    assert figures.misplaced == 0, figures.examples
    assert figures.share("unedited") == 1
    assert figures.share("unmoved") >= 0.997
    assert figures.share("there") >= 0.88
