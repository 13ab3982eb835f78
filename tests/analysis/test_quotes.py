"""Finding quotations and their bounds; no text makes the finder raise."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing_tui.analysis.quotes import FoundQuote, find_quotes
from briefing_tui.model.briefing import Paragraph, Section, Source
from briefing_tui.model.document import Document


def article(*paragraphs: str, language: str | None = None) -> Document:
    section = Section("lead", None, tuple(Paragraph(text) for text in paragraphs))
    return Document(Source("made-up.txt"), language=language, sections=(section,))


def quotes(*paragraphs: str) -> tuple[FoundQuote, ...]:
    return find_quotes(article(*paragraphs))


def words(*paragraphs: str) -> list[str]:
    return [part.text for quote in quotes(*paragraphs) for part in quote.parts]


@pytest.mark.parametrize(
    ("opening", "closing"),
    [
        ('"', '"'),
        ("“", "”"),
        ("”", "”"),
        ("“", '"'),
        ('"', "”"),
        ("„", "“"),
        ("„", "”"),
        ("«", "»"),
        ("« ", " »"),
        ("»", "«"),
        ("‘", "’"),
        ("'", "'"),
        ("``", "''"),
    ],
)
def test_every_kind_of_mark_opens_and_closes_a_quotation(opening: str, closing: str) -> None:
    assert words(f"{opening}We measured it three times,{closing} Maria Ortega said.") == ["We measured it three times,"]
    assert words(f"Maria Ortega said, {opening}We measured it three times.{closing}") == ["We measured it three times."]


def test_an_apostrophe_closes_nothing() -> None:
    assert words("Maria Ortega said: ‘It’s the skippers’ money, and it doesn’t come back.’") == [
        "It’s the skippers’ money, and it doesn’t come back."
    ]
    assert words("Ortega's crew didn't see the skippers' boats in the '90s.") == []


def test_feet_and_inches_are_no_marks() -> None:
    assert words('The mast is 6\' 2" tall and the board 12" wide.') == []


def test_quotes_within_a_quote_belong_to_it() -> None:
    text = "“He told me, ‘Close it,’ and I closed it,” Maria Ortega said."
    assert words(text) == ["He told me, ‘Close it,’ and I closed it,"]
    assert words('"He told me, “Close it,” and I closed it," Maria Ortega said.') == ["He told me, “Close it,” and I closed it,"]


def test_paragraphs_of_a_running_quotation_need_no_closing_marks() -> None:
    assert words("Maria Ortega said: “It moved.", "“Then it moved again.", "“Then it stopped.” Nobody knew why.") == [
        "It moved.",
        "Then it moved again.",
        "Then it stopped.",
    ]


def test_a_running_quotation_may_close_without_opening_again() -> None:
    assert words("Maria Ortega said: “It moved.", "Then it stopped.” Nobody knew why.") == ["It moved.", "Then it stopped."]


def test_a_mark_that_is_never_closed_takes_no_more_than_its_paragraph() -> None:
    assert words('"It moved and moved, Maria Ortega said.', "Nobody knew why.", "The board met on Monday.") in (
        ["It moved and moved, Maria Ortega said."],
        [],
    )


@pytest.mark.parametrize(
    "sentence",
    [
        'The band played "Quiet Water" at the harbour.',
        'Her first novel, "The Salt Road", sold well.',
        'The so-called "winter clause" was never used.',
        'The law, known as the "Harbour Act," was passed in spring.',
        'A film called "Low Tide" was shown on the quay.',
        'Robert "Bobby" Lind threw open his yard.',
        'They met on the set of "Harbour Lights."',
        "Ortega used the term “settling” twice.",
        '<note id="78349911"></note>',
    ],
)
def test_titles_nicknames_and_terms_are_no_quotes(sentence: str) -> None:
    assert words(sentence) == []


def test_a_nickname_stays_in_the_name() -> None:
    (quote,) = quotes('"Come in," said Robert "Bobby" Lind.')
    assert quote.speaker_name == "Robert Lind"


def test_what_somebody_calls_something_is_a_fragment() -> None:
    (quote,) = quotes('Maria Ortega called the plan "a waste of good stone".')
    assert (quote.kind, quote.verb) == ("partial", "called")


def test_a_sentence_is_direct_and_a_fragment_is_partial() -> None:
    kinds = [quote.kind for quote in quotes('Ortega said: "It moved." She said it was "nobody\'s money at all".')]
    assert kinds == ["direct", "partial"]


def test_code_and_tables_hold_no_quotes() -> None:
    section = Section("lead", None, (Paragraph('print("It moved,")', "code"), Paragraph('"a"\t"b"', "table")))
    assert find_quotes(Document(Source("x"), sections=(section,))) == ()


def test_places_count_in_their_own_section_and_paragraph() -> None:
    first = Section("lead", None, (Paragraph("The quay moved."),))
    second = Section("who-pays", "Who pays", (Paragraph("Nobody knows."), Paragraph('"Not us," Ortega said.')))
    (quote,) = find_quotes(Document(Source("x"), sections=(first, second)))
    part = quote.parts[0]
    assert (part.section, part.paragraph, part.start, part.end) == ("who-pays", 1, 1, 8)


_WORDS = (
    """said says told called saying to by who that and was he she they it I Ortega Mr. officials of in not The Q: U.S. 5' éü"""
)
_PIECES = st.sampled_from(
    [*"\"“”‘’'„«»().,:;?!— \n\u00a0", "``", "''", "--", *_WORDS.split(), "according to", "Maria Ortega", "the mayor", "WALLACE:"]
)
_TEXTS = st.lists(st.one_of(_PIECES, st.text(max_size=4)), max_size=25).map(" ".join) | st.lists(_PIECES, max_size=25).map(
    "".join
)


@settings(max_examples=150, deadline=None)
@given(st.lists(_TEXTS, max_size=6), st.sampled_from([None, "en", "de"]))
def test_every_part_is_the_text_at_its_place_and_nothing_raises(texts: list[str], language: str | None) -> None:
    document = article(*texts, language=language)
    before = (-1, -1)
    for quote in find_quotes(document):
        assert quote.parts
        for part in quote.parts:
            text = document.sections[0].paragraphs[part.paragraph].text
            assert 0 <= part.start < part.end <= len(text)
            assert text[part.start : part.end] == part.text
            assert (part.paragraph, part.start) > before
            before = (part.paragraph, part.start)


@pytest.mark.parametrize(
    "unit",
    [
        '"',
        "“",
        "“a ",
        '"a" ',
        "‘a ",
        "he said ",
        "Maria Ortega ",
        '"It moved," he said. ',
        "to say and ",
        "the A, who said, ",
        "— ",
        "a.b.",
        "(a ",
        "%'a ",
        "%'s ",
        '"By',
    ],
)
def test_one_long_hostile_line_is_read_in_time(unit: str) -> None:
    def taken(size: int) -> float:
        document = article(unit * (size // len(unit)) + '"It moved," he said.')
        started = time.process_time()
        find_quotes(document)
        return time.process_time() - started

    taken(2_000)
    assert taken(64_000) < 40 * max(taken(8_000), 0.005)


@pytest.mark.parametrize("unit", ["%'a ", '%"a ', '"By'])
def test_quotations_of_nothing_but_introductions_are_read_in_time(unit: str) -> None:
    document = article(unit * (100_000 // len(unit)))
    started = time.process_time()
    find_quotes(document)
    assert time.process_time() - started < 2
