"""Summary points are complete sentences of the article that are understandable alone.

They come from all of its parts.
"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_tui.analysis.actors import find_actors
from briefing_tui.analysis.en.standalone_sentences import WRITING
from briefing_tui.analysis.points import summarise
from briefing_tui.analysis.shared.sentences import split_sentences
from briefing_tui.model.briefing import Actor, Paragraph, Point, Section, Source
from briefing_tui.model.document import Document


def article(*paragraphs: str) -> Document:
    return Document(Source("made-up.txt"), sections=(Section("lead", None, tuple(Paragraph(text) for text in paragraphs)),))


def points(*paragraphs: str) -> list[str]:
    document = article(*paragraphs)
    return [point.text for point in summarise(document, find_actors(document))]


LONG = [
    "Maria Ortega closed two quays of the harbour in Portolan on Monday after a survey found deep cracks.",
    "The Portolan Harbour Board has known of the damage since the winter, according to its own minutes.",
    *[f"The crew of tug number {n} waited for word about the quay all day long." for n in range(2, 14)],
    "Paul Velk promised that the board will pay for every stone of the eastern quay.",
]


def test_points_are_sentences_of_the_article_in_its_order() -> None:
    told = points(*LONG)
    text = " ".join(LONG)

    assert 3 <= len(told) <= 7
    assert all(point in text for point in told)
    assert [text.index(point) for point in told] == sorted(text.index(point) for point in told)


def test_the_first_sentence_of_a_plain_story_is_a_point() -> None:
    assert points(*LONG)[0] == LONG[0]


def test_the_news_is_a_point_though_later_sentences_name_more() -> None:
    news = "The harbour‘s oldest quay was closed for good on Monday after a long and quiet survey of its stones."
    later = [
        f"The Portolan Harbour Board, Maria Ortega and Paul Velk met the crew of tug number {n} in the hall." for n in range(9)
    ]
    assert points(news, *later)[0] == news


def test_what_is_told_by_i_is_no_point_where_others_stand() -> None:
    told = "Maria Ortega and Paul Velk of the Portolan Harbour Board let me see every stone of the quay."
    others = [f"The tug of Captain Arno Lund, number {n}, came back to the quay in the evening." for n in range(9)]
    assert told not in points(others[0], told, *others[1:])


def test_a_long_article_gets_a_point_from_its_second_half() -> None:
    assert any(point in LONG[len(LONG) // 2 :] for point in points(*LONG))


def test_points_name_the_main_actors() -> None:
    board = [f"The Portolan Harbour Board met in room {n} of the old town hall." for n in range(3)]
    told = " ".join(points(*LONG[:2], *board, *LONG[2:]))

    assert "Maria Ortega" in told
    assert "Portolan Harbour Board" in told


def test_a_longer_article_gets_more_points_up_to_seven() -> None:
    sentences = [f"Captain Number{n} Velk moored the boat {n} at berth {n} with great care." for n in range(300)]

    assert len(points(*sentences[:6])) == 3
    assert len(points(*sentences)) == 7


@pytest.mark.parametrize(
    "sentence",
    [
        "He closed the harbour and two of its quays on Monday.",
        "But the harbour was closed on Monday by the board.",
        "However, the harbour was closed on Monday by the board.",
        "This was the third time that the harbour was closed.",
        "For example, the harbour was closed on Monday by the board.",
        '"The harbour is closed, said the board on Monday.',
        "The harbour “is closed, said the board on Monday.",
        "Why was the harbour closed on Monday by the board?",
        "The harbour of Portolan on a Monday in the winter.",
        "The board was late.",
        "The board has said that " + "the quay and " * 20 + "the pier were closed.",
    ],
)
def test_a_sentence_that_cannot_stand_alone_is_no_point(sentence: str) -> None:
    assert points(sentence) == []


def test_a_whole_quotation_inside_a_sentence_may_stand() -> None:
    sentence = "The board called the cracks “nobody's fault” in a letter to the crews."

    assert points(sentence) == [sentence]


def test_the_same_sentence_is_told_once() -> None:
    assert len(points(LONG[0], LONG[0], LONG[0])) == 1


def test_a_point_rests_on_its_section_and_was_extracted() -> None:
    sections = (Section("lead", None, (Paragraph("Nothing."),)), Section("who-pays", "Who pays", (Paragraph(LONG[-1]),)))
    document = Document(Source("made-up.txt"), sections=sections)

    assert summarise(document, ()) == (Point(LONG[-1], ("who-pays",), "extracted"),)


def test_lists_tables_and_code_give_no_points() -> None:
    paragraphs = tuple(Paragraph(LONG[0], kind) for kind in ("item", "table", "code", "quote"))

    assert summarise(Document(Source("x"), sections=(Section("lead", None, paragraphs),)), ()) == ()


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("It fell. Nobody ran.", ["It fell.", "Nobody ran."]),
        ("Dr. Velk and J. K. Tolliver met Mr. Harsk. They left.", ["Dr. Velk and J. K. Tolliver met Mr. Harsk.", "They left."]),
        ("“It fell. Nobody ran,” Velk said. He left.", ["“It fell. Nobody ran,” Velk said.", "He left."]),
        ('"It fell." Velk left.', ['"It fell."', "Velk left."]),
        ("It rose (by 3.5 m. or so). Why? Nobody knew.", ["It rose (by 3.5 m. or so).", "Why?", "Nobody knew."]),
        ("It was noted. [1] [2] Then it fell.", ["It was noted. [1] [2]", "Then it fell."]),
        ("“It never closed. It went on", ["“It never closed. It went on"]),
        ("", []),
    ],
)
def test_sentences_end_where_a_reader_would_end_them(text: str, sentences: list[str]) -> None:
    assert split_sentences(text, WRITING) == sentences


_PIECES = st.sampled_from(
    [
        *(
            "Maria Ortega said so.",
            "The quay was closed",
            "he",
            "“",
            "”",
            '"',
            "(",
            ")",
            "Dr.",
            ". ",
            "? ",
            "…",
            "[1]",
            "‘",
            "’",
            "and",
        ),
        *("was", "A. B.", "\n", "’s", "..."),
    ]
)
_ACTORS = (Actor("maria-ortega", "Maria Ortega", "person"),)


@given(st.lists(st.lists(_PIECES | st.text(max_size=4), max_size=25).map(" ".join), max_size=5))
def test_points_are_verbatim_and_short_whatever_the_text(paragraphs: list[str]) -> None:
    source = [" ".join(text.split()) for text in paragraphs]

    for point in summarise(article(*paragraphs), _ACTORS):
        assert any(point.text in text for text in source)
        assert len(point.text.split()) <= 45
        assert point.text.count('"') % 2 == 0


@given(st.lists(_PIECES, max_size=30).map(" ".join))
def test_sentences_together_are_the_text(text: str) -> None:
    assert "".join("".join(split_sentences(text, WRITING)).split()) == "".join(text.split())


@pytest.mark.parametrize("piece", [".", '"', "“It ", "( a. B ", "‘ ", ". [1]", "Maria was. "])
def test_a_long_line_takes_time_in_proportion_to_its_length(piece: str) -> None:
    summarise(article(piece * 20_000), _ACTORS)


@pytest.mark.parametrize(
    "told",
    [
        "The US is weighing what to do about the cracked quays of Portolan, an official memo says.",
        "US engineers have measured the cracked quays of Portolan three times since the winter.",
        "WHO doctors have visited the flooded streets of Portolan three times since the winter.",
    ],
)
def test_a_country_or_body_in_capitals_is_no_pronoun(told: str) -> None:
    assert points(told) == [told]


def test_the_us_is_not_who_tells_the_story() -> None:
    first = "The US is weighing what to do about the cracked quays of Portolan, an official memo says."

    assert first in points(first, *[f"Tug number {n} waited for word about the quay all day long." for n in range(2, 14)])


def test_a_sentence_that_leans_on_now_is_no_point() -> None:
    assert points("Now tell the whole of Portolan that the old quay is safe to use!") == []
