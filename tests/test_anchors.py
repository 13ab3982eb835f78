"""A place is located at its words or not at all, never at other words."""

from hypothesis import given
from hypothesis import strategies as st

from briefing_tui.anchoring.anchors import fold, locate, mentions, occurrences, paragraph_at
from briefing_tui.model.briefing import Actor, Briefing, Paragraph, Place, Point, Quote, Section

words = st.lists(
    st.sampled_from(("quay", "moved", "“it", "won't", "won’t", "stop.”", '"it', "–", "-", "a", "a a", "日本", "(", ".", "*")),
    min_size=1,
    max_size=6,
)
spaces = st.sampled_from((" ", "  ", "\u00a0", "\t"))


def article(*texts: str, kind: str = "full", **more: object) -> Briefing:
    section = Section("lead", None, tuple(Paragraph(text) for text in texts))
    made: dict[str, object] = {"sections": (section,), "article": kind, **more}
    return Briefing("x", **made)  # type: ignore[arg-type]


def quoted(briefing: Briefing, *parts: str, section: str | None = "lead") -> tuple[Place | None, ...]:
    from msgspec.structs import replace

    return locate(replace(briefing, quotes=(Quote("q", parts, section=section),))).quotes["q"]


@given(words, words, spaces)
def test_what_is_found_are_the_words_but_for_marks_and_spaces(wanted: list[str], there: list[str], space: str) -> None:
    text, needle = space.join(there), " ".join(wanted)
    for start, end in occurrences(needle, text):
        assert fold(text[start:end]).split() == fold(needle).split()


@given(words, words, words)
def test_words_that_stand_there_are_found(before: list[str], wanted: list[str], after: list[str]) -> None:
    needle = " ".join(wanted)
    text = " ".join((*before, needle, *after))
    assert needle in {text[start:end] for start, end in occurrences(needle, text)}


@given(st.text(max_size=40))
def test_folding_keeps_every_code_point_in_its_place(text: str) -> None:
    assert len(fold(text)) == len(text)


def test_nothing_is_found_of_nothing() -> None:
    assert list(occurrences(" ", "a b")) == []


def test_words_within_quotation_marks_are_preferred() -> None:
    briefing = article("The quay moved, they said.", "“The quay moved,” she said.")
    assert quoted(briefing, "The quay moved") == (Place("lead", 1, 1, 15),)


def test_the_parts_of_a_quote_follow_each_other() -> None:
    briefing = article("“Yes,” he said. “No,” he said. “Yes.”")
    assert quoted(briefing, "No", "Yes") == (Place("lead", 0, 17, 19), Place("lead", 0, 32, 35))


def test_a_part_of_another_word_is_no_place() -> None:
    assert quoted(article("The quayside moved."), "quay") == (None,)


def test_words_that_are_gone_have_no_place() -> None:
    assert quoted(article("The quay moved."), "The quay stood.") == (None,)


def test_a_quote_is_looked_for_elsewhere_when_its_section_lacks_it() -> None:
    assert quoted(article("“The quay moved.”"), "The quay moved.", section="gone") == (Place("lead", 0, 1, 16),)


def test_in_a_digest_a_quote_leads_to_its_section() -> None:
    assert quoted(article("Mine.", kind="digest"), "The quay moved.") == (Place("lead"),)


def test_the_longest_name_is_the_one_mentioned() -> None:
    actors = (
        Actor("ann", "Ann Bell", "person", aliases=("Bell",)),
        Actor("co", "Bell & Co", "organization", aliases=("the firm",)),
    )
    found = mentions(article("Ann Bell left Bell & Co. The firm and Bell parted.", actors=actors))
    assert found == {
        "ann": (Place("lead", 0, 0, 8), Place("lead", 0, 38, 42)),
        "co": (Place("lead", 0, 14, 23), Place("lead", 0, 25, 33)),
    }


def test_a_name_of_two_actors_says_nothing_of_either() -> None:
    actors = (Actor("ann", "Ann Bell", "person", aliases=("Bell",)), Actor("bob", "Bob Bell", "person", aliases=("Bell",)))
    found = mentions(article("Bell met Bob Bell.", actors=actors))
    assert found == {"ann": (), "bob": (Place("lead", 0, 9, 17),)}


def test_a_point_leads_to_its_words_or_to_its_section() -> None:
    briefing = article(
        "One. The quay moved.", summary=(Point("The quay moved.", ("lead",)), Point("In short.", ("lead", "gone")))
    )
    assert locate(briefing).points == ((Place("lead", 0, 5, 20),), (Place("lead"),))


def test_the_paragraph_of_a_place_is_given_back() -> None:
    briefing = article("One.", "Two.")
    assert paragraph_at(briefing, Place("lead", 1)) == Paragraph("Two.")
    assert paragraph_at(briefing, Place("lead", 2)) is None
    assert paragraph_at(briefing, Place("gone", 0)) is None


def test_names_with_signs_of_patterns_in_them_are_found() -> None:
    actors = (Actor("c", "C++ (group)", "organization", aliases=(" ", "")),)
    assert mentions(article("The C++ (group) met.", actors=actors))["c"] == (Place("lead", 0, 4, 15),)
