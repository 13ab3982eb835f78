"""PDFs: columns, running heads, hyphenation, dropped initials, headings, and files that hold no text."""

import sys
from pathlib import Path
from textwrap import wrap

import pytest

from briefing_tui.application.opening import open_file
from briefing_tui.model.document import Document
from briefing_tui.sources import NoArticle, Unreadable, read_source
from briefing_tui.sources.registry import RawSource, recognise
from tests.sources.pdfs import LEFT, RIGHT, Words, column, newsletter, pdf

ENCRYPTED = f"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O ({'o' * 32}) /U ({'u' * 32}) >> /ID [(a) (a)]"


def _texts(document: Document) -> list[str]:
    return [paragraph.text for section in document.sections for paragraph in section.paragraphs]


def test_columns_are_read_one_after_the_other_below_the_headline() -> None:
    document = read_source(newsletter(), "bridge.pdf")
    assert document.title == "The bridge that waits for spring"
    assert document.authors == ("Nora Feld",)
    assert document.published == "2026-03-03"
    assert _texts(document) == [
        " ".join(LEFT[:6]),
        " ".join(line.strip() for line in LEFT[6:-1]) + " the commission that was to find out why has met only once.”",
        " ".join(line.strip() for line in RIGHT[1:]),
    ]


def test_columns_of_a_few_words_are_columns_and_end_paragraphs_where_sentences_end() -> None:
    first, second = " ".join(line.strip() for line in LEFT[:6]), " ".join(line.strip() for line in RIGHT[1:])
    columns = [column(wrap(text, 9, break_long_words=False), x, 660, lead=11) for text, x in ((first, 60), (second, 160))]
    words = [Words(60, 700, "The bridge that waits for spring", 24), *(each for one in columns for each in one)]
    assert [text.replace(" ", "") for text in _texts(read_source(pdf([words]), "bridge.pdf"))] == [
        text.replace(" ", "") for text in (first, second)
    ]


def test_footnotes_are_left_out_and_named_and_the_text_goes_on_behind_them() -> None:
    notes = column(("1 The survey is kept at the town hall of Arnholt.", "2 See the minutes of the board."), 60, 90, 8)
    first, second = column(LEFT[:5], 60, 640), column([LEFT[5], *(line.strip() for line in RIGHT[1:])], 60, 740)
    for at, end, sign in ((3, 270, "2"), (1, 272, "1")):  # behind the first and the third line
        first.insert(at, Words(end, first[at - 1].y + 4, sign, 7))
    document = read_source(pdf([[Words(60, 700, "The bridge that waits for spring", 24), *first, *notes], second]), "bridge.pdf")
    assert " ".join(LEFT[:6]) in _texts(document)[0]
    assert not [text for text in _texts(document) if "town hall of Arnholt" in text or "minutes" in text]
    named = [row.text for row in document.dropped if row.why == "a footnote"]
    assert " ".join(named) == "1 The survey is kept at the town hall of Arnholt. 2 See the minutes of the board."


def test_running_heads_and_page_numbers_are_left_out_and_named() -> None:
    document = read_source(newsletter(3), "bridge.pdf")
    assert not [text for text in _texts(document) if "Courier" in text or text.isdigit()]
    removed = [row.text for row in document.dropped if "running head" in row.why]
    assert removed == ["The Saltmarsh Courier", "1", "The Saltmarsh Courier", "2", "The Saltmarsh Courier", "3"]
    assert [section.heading for section in document.sections] == [None, "Bread", "What the island says"]


def test_a_dropped_initial_is_part_of_its_word() -> None:
    words = [
        Words(60, 616, "T", 36),
        *column(
            ("he bridge at Arnholt has been closed since the", "autumn, and nobody in the town can say when it", "will open."),
            90,
            640,
        ),
        *column(("The ferry that replaced the bridge runs each hour,", "but it does not run at night."), 60, 590),
    ]
    assert _texts(read_source(pdf([words])))[0].startswith("The bridge at Arnholt has been closed since the autumn, and nobody")


def test_a_turned_page_is_read_as_it_is_shown() -> None:
    upright = read_source(pdf([column(LEFT[:6], 60, 700)]))
    assert _texts(upright) == [" ".join(LEFT[:6])]
    with pytest.raises(NoArticle):
        read_source(pdf([column(LEFT[:6], 60, 700)], rotate=90))  # its letters are shown on their side


def test_the_article_of_a_pdf_opens_like_any_other(tmp_path: Path) -> None:
    path = tmp_path / "bridge.pdf"
    path.write_bytes(newsletter())
    opened = open_file(path)
    assert [quote.speaker for quote in opened.briefing.quotes][:1] == ["ilse-brandt"]
    assert opened.built is not None


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (pdf([[]], picture=True), "a scan without text"),
        (pdf([[]]), "has no text"),
        (pdf([column(LEFT, 60, 700)], extra=ENCRYPTED), "an encrypted PDF"),
        (b"%PDF-1.7\n" + bytes(range(256)), "a damaged PDF"),
    ],
    ids=["scan", "empty", "encrypted", "damaged"],
)  # fmt: skip
def test_a_pdf_without_text_is_named_for_what_it_is(data: bytes, why: str) -> None:
    assert recognise(RawSource(data)).name == "pdf"
    with pytest.raises((NoArticle, Unreadable), match=why):
        read_source(data, "scan.pdf")


def test_pages_past_the_bound_are_not_read_and_that_is_reported(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("briefing_tui.sources.pdf.opening.MAX_PAGES", 2)
    document = read_source(newsletter(5), "long.pdf")
    assert document.notes == ("only the first 2 of 5 pages were read",)


def test_without_the_extra_one_line_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    with pytest.raises(Unreadable, match=r"a PDF; reading it needs an extra: pip install 'briefing-tui\[documents\]'"):
        read_source(newsletter(), "bridge.pdf")
