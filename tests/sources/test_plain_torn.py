"""Test that text broken at every link is rejoined, and other text stays."""

from briefing_tui.sources import read_source
from briefing_tui.sources.plain.cleanup.dump import read_lines
from tests.sources.dumps import browser

TORN = """The harbour that would not settle
by
Ines Calder
The board of the harbour of
Portolan
met behind closed doors on Monday and came out with a
plan
.
What comes next
Tomas Reyl
, who chairs the board, said that letters had gone out to every berth holder in the first week of
the year
.
“We measured it three times, and it moved three times,” said the engineer
Maria Ortega
of
Aldmouth
in a
letter
that the
Courier
has seen
.
Cracks run along the east quay
(Image: Kim Soo)
Skippers who land their catch at the old quay were told nothing.
"""


def texts(source: str) -> list[str]:
    return [line.text for line in read_lines(source).lines]


def test_a_sentence_torn_at_its_links_is_one_line() -> None:
    assert texts(TORN) == [
        "The harbour that would not settle",
        "by",
        "Ines Calder",
        "The board of the harbour of Portolan met behind closed doors on Monday and came out with a plan.",
        "What comes next",
        "Tomas Reyl, who chairs the board, said that letters had gone out to every berth holder in the first week of the year.",
        "“We measured it three times, and it moved three times,” said the engineer Maria Ortega of Aldmouth in a letter that the"
        " Courier has seen.",
        "Cracks run along the east quay",
        "(Image: Kim Soo)",
        "Skippers who land their catch at the old quay were told nothing.",
    ]


def test_what_was_made_whole_has_the_line_where_it_begins_and_drops_no_sign() -> None:
    source = read_lines(TORN)
    assert [TORN.split("\n")[line.number - 1] in line.text for line in source.lines] == [True] * len(source.lines)
    assert source.refused == []


def test_blank_lines_part_what_was_torn() -> None:
    parted = TORN.replace("What comes next\n", "\nWhat the board is looking for\n\nthe next of its reports and\n\n")
    assert texts(parted)[4:6] == ["What the board is looking for", "the next of its reports and"]


def test_text_that_nobody_tore_stays_as_it_is() -> None:
    source = browser() + "\nthe end of the page\nand the foot of it\n"
    assert texts(source) == [" ".join(line.split()) for line in source.split("\n") if line.strip()]


def test_a_torn_article_has_its_title_and_its_headings() -> None:
    document = read_source(TORN.encode(), "a.txt")
    assert document.title == "The harbour that would not settle"
    assert [section.heading for section in document.sections] == [None, "What comes next"]
