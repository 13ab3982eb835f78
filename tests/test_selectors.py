"""Passages described by their words are found again at their words, or reported as lost."""

import random
import string
from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.notes.anchors import KINDS, measure
from briefing_tui.anchoring.plain_article import PlainArticle
from briefing_tui.anchoring.selectors import Attached, Orphan, attach, describe
from briefing_tui.model.briefing import Briefing, Image, Paragraph, Place, Section
from briefing_tui.model.selector import Selector


def article(*paragraphs: str, **parts: object) -> PlainArticle:
    sections = (Section("lead", None, tuple(map(Paragraph, paragraphs))),)
    return PlainArticle(Briefing("b", sections=sections, **parts))  # type: ignore[arg-type]


def passage(text: PlainArticle, words: str) -> Selector:
    start = text.text.index(words)
    found = describe(text, *text.places(start, start + len(words)))
    assert found is not None
    assert found.exact == words
    return found


def words_at(text: PlainArticle, found: Attached | Orphan) -> str | None:
    if isinstance(found, Orphan):
        return None
    spans = [text.span(place) for place in found.places]
    return text.text[spans[0][0] : spans[-1][1]]  # type: ignore[index]


HARBOUR = "The survey found cracks in two quays. Nobody agrees who pays for them. The board meets again in June."
FERRY = "The ferry ran empty for a week. Two skippers sold their boats before winter, and a third is thinking about it."


@given(st.integers(0, 400), st.integers(1, 90))
def test_in_an_article_that_did_not_change_every_passage_is_where_it_was(start: int, length: int) -> None:
    text = article(HARBOUR, FERRY, HARBOUR, "Same. Same. Same.", "日本語の文章です。", title="The quay")
    start = start % (len(text.text) - 1)
    places = text.places(start, min(start + length, len(text.text)))
    selector = describe(text, *places)
    if selector is None or not selector.exact.strip():
        return
    assert attach(selector, text) == Attached(places)


def test_a_passage_is_found_after_its_paragraph_moved_and_words_around_it_changed() -> None:
    selector = passage(article(HARBOUR, FERRY), "Nobody agrees who pays")
    later = article("A new first paragraph.", FERRY, HARBOUR.replace("cracks", "deep holes"))
    assert attach(selector, later) == Attached((Place("lead", 2, 42, 64),))


def test_what_a_passage_shares_with_its_twin_ends_where_the_article_ends() -> None:
    text = article("The quay closed. A ferry sank. The quay closed. A ferry sank.")
    first = passage(text, "quay closed")
    assert (first.unique, first.shared) == (False, (4, len(". A ferry sank.")))
    assert words_at(text, attach(first, text)) == "quay closed"


def test_a_like_paragraph_right_beside_the_changed_one_is_not_taken_for_it() -> None:
    words = "Ulshitas wrote that it was the buoy, not the chart, that had failed Monday."
    before, after = (
        "A rusted crane and a tarred quay had been sold.",
        "The ferry owner warned that it was the dredger.",
    )
    selector = passage(article(before, words, after), words)
    like = "Ulshitas wrote that it was the buoy, not the chart, prami failed Monday."
    changed = "Ulshitas wrote that ertertlo was the buoy, not the adounakaolk had Monday."
    new = "Most crews said nothing."
    found = attach(selector, article(before, new, like, changed, "The ferry owner warned that it vorado the dredger."))
    assert words_at(article(before, new, like, changed, "x"), found) != like[:-1]


def test_words_of_two_paragraphs_that_chance_put_side_by_side_are_not_taken_for_those_of_one() -> None:
    words = "repeated Osluma. Most crews had known"
    twin = "The owner said that the crane near the quay was never forgotten, repeated Osluma."
    others = "Most crews had known that a dredger was late. Most crews had known that the chart was old."
    noted = f"The board heard that the fee near the tarred shed was never forgotten, {words} that the slip was hollow."
    selector = passage(article(twin, FERRY, noted, HARBOUR, others), words)
    later = article(FERRY, twin, "Most crews had known that the lantern cost 42 coins.", others)
    assert isinstance(attach(selector, later), Orphan)


def test_a_paragraph_that_was_parted_within_a_passage_still_has_it() -> None:
    words = HARBOUR.removesuffix(".")
    selector = passage(article(FERRY, HARBOUR), words)
    first, rest = words.split(" Nobody ")
    later = article(FERRY, first, "Nobody " + rest)
    assert words_at(later, attach(selector, later)) == f"{first}\nNobody {rest}"


def test_the_other_half_of_a_passage_is_not_taken_for_it_when_it_is_gone_with_all_other_copies_but_one() -> None:
    own, copied = "The board counted 1281 boats before.", "No venue for the sale of the marked tugs was named on Friday."
    words = f"{own} {copied}"
    before = article(HARBOUR, words, FERRY, f"It rained on the quay. {copied}", f"{copied} The tide table cost nine coins.")
    later = article("A new beginning.", f"{copied} The tide table cost nine coins.")
    assert isinstance(attach(passage(before, words), later), Orphan)


def test_a_copy_that_was_moved_before_what_is_left_of_the_paragraph_is_not_taken_for_the_passage() -> None:
    words = "Nobody agrees who pays for the quay."
    rest = "The tide table and nine brass lamps were sold to the pilots of the third basin."
    before = article(HARBOUR[:36], f"{words} {rest}", FERRY, f"It rained for a week. {words}", "The board was late again.")
    later = article(HARBOUR[:36], f"It rained for a week. {words}", rest, FERRY, "The board was late again.")
    assert isinstance(attach(passage(before, words), later), Orphan)


def test_a_few_slight_words_are_not_found_within_what_they_were_changed_into() -> None:
    price = "He wrote of a part of a list of the price of a crane. " * 4
    before = "Which of the quays is old? A of of. It is not clear what the lantern cost. The end of a list of the piers."
    selector = passage(article(FERRY, before, price), "A of of")
    later = article(FERRY, before.replace("A of", "Marlow a of"), price)
    assert isinstance(attach(selector, later), Orphan)


def test_curly_marks_dashes_and_spaces_do_not_matter() -> None:
    selector = passage(
        article('She said "we measured it - three times" and left the room at once.'),
        'said "we measured it - three times" and left',
    )
    later = article("She said “we measured it – three  times” and left the room at once.")
    assert words_at(later, attach(selector, later)) == "said “we measured it – three  times” and left"


def test_a_few_changed_words_are_found_and_told() -> None:
    selector = passage(article(HARBOUR, FERRY), "Two skippers sold their boats before winter")
    later = article(HARBOUR, FERRY.replace("sold", "gave away"))
    found = attach(selector, later)
    assert words_at(later, found) == "Two skippers gave away their boats before winter"
    assert isinstance(found, Attached)
    assert found.changed


def test_another_word_of_the_kind_a_few_words_on_is_not_taken_for_one_that_was_taken_out() -> None:
    words = "The old crane and the mended dredger lay behind the quay, where Teodor Askew sold rope and tar and lamps."
    before = article(FERRY, words, HARBOUR)
    start = before.text.index("and the mended")
    selector = describe(before, *before.places(start, start + 3))
    assert selector is not None
    found = attach(selector, article(FERRY, words.replace("crane and the", "crane, the"), HARBOUR))
    assert isinstance(found, Orphan)


def test_words_that_are_gone_are_an_orphan() -> None:
    selector = passage(article(HARBOUR, FERRY), "Nobody agrees who pays for them.")
    assert attach(selector, article(FERRY)) == Orphan("gone")
    assert attach(selector, article()) == Orphan("gone")


def test_of_twins_the_one_with_its_neighbours_is_found_and_without_them_none() -> None:
    twins = ("First came the fog. It was over by noon. Then rain.", "Later the sun. It was over by noon. Then snow.")
    first = article(*twins)
    second = replace(passage(first, "It was over by noon."))
    start = first.text.rindex("It was over by noon.")
    other = describe(first, *first.places(start, start + 20))
    assert other is not None
    moved = article("New.", twins[1], twins[0])
    assert words_at(moved, attach(second, moved)) == "It was over by noon."
    assert attach(second, moved) != attach(other, moved)
    assert attach(second, article("It was over by noon.", "It was over by noon.")) == Orphan("twice")
    assert isinstance(attach(second, article(twins[1])), Orphan)


LONG = "A clerk wrote down what he saw at low tide. " + HARBOUR + " None of the crews had been asked before that day."


def test_a_copied_paragraph_does_not_take_the_note_along() -> None:
    selector = passage(article(FERRY, LONG, HARBOUR), LONG)
    later = article(FERRY, LONG, HARBOUR, "Something else was said by then.", LONG, "And that was all.")
    assert attach(selector, later) == Attached((Place("lead", 1),))


def test_where_the_words_changed_in_their_place_their_copy_elsewhere_is_not_taken_for_them() -> None:
    selector = passage(article(FERRY, LONG), "Nobody agrees who pays for them.")
    replaced = LONG.replace("Nobody agrees who pays for them.", "Its costs were settled in court.")
    later = article(FERRY, replaced, "Something else was said about the harbour by then.", LONG)
    assert isinstance(attach(selector, later), Orphan)


def test_a_few_words_that_recur_by_chance_are_not_the_ones_that_went_with_their_paragraph() -> None:
    before = article(LONG, FERRY + " It was over before the storm.", HARBOUR)
    selector = passage(before, "storm.")
    later = article(LONG + " Boats were sold before the storm, she said.", HARBOUR)
    assert isinstance(attach(selector, later), Orphan)


def test_part_of_a_word_is_not_the_word() -> None:
    selector = passage(article("The art of tide tables is old, they said in the evening."), "art")
    assert isinstance(attach(selector, article("The party of tide tables is old, they said in the evening.")), Orphan)


def test_a_passage_may_run_over_paragraphs() -> None:
    text = article(HARBOUR, FERRY)
    selector = passage(text, "again in June.\nThe ferry ran")
    later = article("New.", HARBOUR, FERRY)
    assert attach(selector, later) == Attached((Place("lead", 1, 87, 101), Place("lead", 2, 0, 13)))


def test_captions_title_and_lead_are_places_too() -> None:
    text = article(HARBOUR, title="The quay", lead="Cracks.", images=(Image("i", "Low tide", section="lead", after=0),))
    assert text.text.split("\n") == ["The quay", "Cracks.", HARBOUR, "Low tide"]
    for words, at in (("quay", "title"), ("Cracks.", "lead"), ("Low tide", "i")):
        assert attach(replace(passage(text, words), version=""), text).place.at == at  # type: ignore[union-attr]


def test_an_import_without_context_is_placed_only_if_its_words_are_many_or_around_it() -> None:
    text = article(HARBOUR, FERRY)
    assert isinstance(attach(Selector("two quays"), text), Orphan)
    assert words_at(text, attach(Selector("two quays", "The survey found cracks in ", ". Nobody agrees"), text)) == "two quays"
    assert words_at(text, attach(Selector(FERRY[:80]), text)) == FERRY[:80]


@given(st.text(max_size=60), st.text(max_size=40), st.text(max_size=40), st.integers(-5, 500), st.text(max_size=200))
def test_no_selector_and_no_article_make_it_fail(exact: str, prefix: str, suffix: str, position: int, text: str) -> None:
    later = article(text, HARBOUR)
    found = attach(Selector(exact, prefix, suffix, position), later)
    if isinstance(found, Attached):
        assert all(later.span(place) for place in found.places)


def test_a_place_that_is_not_there_has_no_description() -> None:
    assert describe(article(HARBOUR), Place("nowhere")) is None
    assert describe(article(HARBOUR), Place("lead", 0, 5, 5000)) is None


@pytest.mark.slow
@pytest.mark.parametrize("kind", KINDS)
def test_after_random_edits_hardly_any_is_lost_and_none_is_at_other_words(kind: str) -> None:
    runs = [measure(KINDS[kind](seed), 250, share) for seed, share in ((1, 0.0), (2, None), (3, 0.15))]
    standing, found = sum(run.all["stand"] for run in runs), sum(run.found["stand"] for run in runs)
    assert sum(run.all["twins"] for run in runs) >= 40
    assert [run.wrong for run in runs] == [0, 0, 0], [run.examples for run in runs]
    assert found >= 0.99 * standing
    assert sum(run.ties for run in runs) <= 0.01 * standing
    assert runs[-1].share("any left") >= 0.9


@pytest.mark.slow
@pytest.mark.parametrize("kind", KINDS)
def test_where_paragraphs_were_copied_too_hardly_any_is_at_the_copy(kind: str) -> None:
    figures = measure(KINDS[kind](3), 200, None, copied=True)
    assert figures.wrong <= 1, figures.examples
    assert figures.share("any left") >= 0.9


def test_a_long_article_of_like_words_takes_no_square_of_time() -> None:
    import time

    chance = random.Random(1)
    words = ["".join(chance.choices(string.ascii_lowercase[:4], k=2)) for _ in range(60_000)]
    text = article(" ".join(words))
    selector = passage(text, " ".join(words[30_000:30_300]))
    changed = [word if chance.random() > 0.1 else "zz" for word in words]
    began = time.perf_counter()
    attach(selector, article(" ".join(changed)))
    assert time.perf_counter() - began < 5


def test_an_article_with_many_pictures_is_put_together_in_linear_time() -> None:
    class Counted(tuple[Image, ...]):
        looked_through = 0

        def __iter__(self) -> Iterator[Image]:
            Counted.looked_through += 1
            return super().__iter__()

    pictures = Counted(Image(f"i{n}", caption=f"Picture {n}.", section="s", after=n) for n in range(50))
    paragraphs = tuple(Paragraph(f"Text {n}.") for n in range(50))
    article = PlainArticle(Briefing("b", sections=(Section("s", None, paragraphs),), images=pictures))
    assert article.text.startswith("Text 0.\nPicture 0.\nText 1.")
    assert Counted.looked_through <= 3
