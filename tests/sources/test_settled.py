"""Test line corrections for every kind of source.

The document has the corrected line and loses nothing else.
"""

from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from briefing_tui.builder import assemble, build
from briefing_tui.model.document import Document, LineCorrection, LineCorrectionKind, SourceLine
from briefing_tui.sources import read_source
from briefing_tui.sources.line_corrections import apply_line_corrections, correction_of, words_of
from tests.sources import dumps, pages
from tests.sources.clippings import CLIPPING

SOURCES = {
    "plain": read_source(dumps.browser().encode(), "ferry.txt"),
    "html": read_source(pages.PAGE.encode(), "harbour.html"),
    "minified": read_source(pages.PAGE.replace("\n", " ").encode(), "harbour.html"),
    "markdown": read_source(CLIPPING.encode(), "clip.md", "markdown"),
}
KINDS: tuple[LineCorrectionKind, ...] = get_args(LineCorrectionKind)


def at(document: Document, words: str) -> int:
    """Return the index of the row that has these words."""
    return next(index for index, row in enumerate(document.rows) if words in row.text)


def said(document: Document, words: str, kind: LineCorrectionKind) -> Document:
    """Return the document with the row of these words corrected."""
    settled, notes = apply_line_corrections(document, [correction_of(document.rows, at(document, words), kind)])
    assert notes == ()
    return settled


def texts(document: Document) -> list[str]:
    """Return all texts of the document in order: headings and paragraphs."""
    return [text for one in document.sections for text in (one.heading, *(each.text for each in one.paragraphs)) if text]


@pytest.fixture(params=SOURCES)
def document(request: pytest.FixtureRequest) -> Document:
    return SOURCES[request.param]


def paragraph_of(document: Document) -> str:
    """Return a paragraph from the middle of the article."""
    rows = [row for row in document.rows if row.kind == "paragraph"]
    return rows[len(rows) // 2].text


def test_rows_are_put_together_as_they_were_taken_apart(document: Document) -> None:
    words = paragraph_of(document)
    settled = said(document, words, "paragraph")
    changed = replace(settled, rows=tuple(replace(row, by_hand=False) for row in settled.rows))
    assert replace(changed, rows=()) == replace(document, rows=())
    assert changed.rows == document.rows


def test_a_paragraph_that_is_a_heading_parts_its_section(document: Document) -> None:
    words = paragraph_of(document)
    settled = said(document, words, "heading")
    assert texts(settled) == texts(document)
    assert len(settled.sections) == len(document.sections) + 1
    assert words in [section.heading for section in settled.sections]


def test_a_heading_that_is_a_paragraph_joins_two_sections(document: Document) -> None:
    heading = next(row.text for row in document.rows if row.kind == "heading")
    settled = said(document, heading, "paragraph")
    assert texts(settled) == texts(document)
    assert len(settled.sections) == len(document.sections) - (document.sections[0].heading is None)


def test_a_line_that_is_nothing_is_gone_and_only_it(document: Document) -> None:
    words = paragraph_of(document)
    settled = said(document, words, "nothing")
    assert texts(settled) == [text for text in texts(document) if text != words]
    assert ("set by hand", words) in [(drop.why, drop.text) for drop in settled.dropped]
    assert [image.id for image in settled.images] == [image.id for image in document.images]


@pytest.mark.parametrize(("name", "words"), [("plain", "lighthouse"), ("html", "Sign up to our"), ("minified", "Sign up to our")])
def test_a_dropped_line_that_is_a_paragraph_stands_at_its_place(name: str, words: str) -> None:
    document = SOURCES[name]
    row = document.rows[at(document, words)]
    assert row.kind == "dropped"
    settled = said(document, words, "paragraph")
    order = [text for text in (" ".join(one.text.split()) for one in document.rows) if text in texts(settled)]
    assert row.text in texts(settled)
    assert [text for text in texts(settled) if text in order] == order
    assert len(texts(settled)) == len(texts(document)) + 1


def test_a_line_that_is_the_title_takes_the_place_of_the_one_that_was(document: Document) -> None:
    words = paragraph_of(document)
    settled = said(document, words, "title")
    assert settled.title == words
    assert words not in texts(settled)
    assert [row.text for row in settled.rows if row.kind == "title"] == [words]


def test_a_line_that_is_the_lead_is_no_paragraph_any_more(document: Document) -> None:
    words = paragraph_of(document)
    assert said(document, words, "lead").lead == words


def test_a_line_from_a_pages_metadata_can_be_left_out() -> None:
    clip = SOURCES["markdown"]
    assert clip.rows[at(clip, "Ines Calder")].line == 0
    assert said(clip, "Ines Calder", "nothing").authors == ()


@pytest.mark.parametrize("name", ["plain", "html", "markdown"])
def test_a_caption_that_is_a_paragraph_leaves_its_picture(name: str) -> None:
    document = SOURCES[name]
    words = next(row.text for row in document.rows if row.kind == "caption")
    image = next(image for image in document.images if image.caption and image.caption[:20] in words)
    settled = said(document, words, "paragraph")
    left = [one for one in settled.images if one.id == image.id]
    assert words in texts(settled)
    assert all(one.caption is None and (one.alt, one.url) == (image.alt, image.url) for one in left)


def test_a_line_that_is_a_caption_gives_its_credit_and_stands_where_it_stood() -> None:
    source = dumps.browser().replace(dumps.HEADING, f"The pier at noonPhoto: {dumps.CREDIT}\n\n{dumps.HEADING}")
    document = read_source(source.encode(), "ferry.txt")
    index = at(document, "The pier at noon")
    apart, _ = apply_line_corrections(document, [correction_of(document.rows, index, "paragraph")])
    assert any("The pier at noon" in text for text in texts(apart))
    settled, _ = apply_line_corrections(
        document, [correction_of(document.rows, index, kind) for kind in ("paragraph", "caption")]
    )
    image = next(image for image in settled.images if image.caption == "The pier at noon")
    assert image.credit == dumps.CREDIT
    assert not any("The pier at noon" in text for text in texts(settled))


def test_a_credit_goes_to_the_picture_beside_it() -> None:
    page = pages.PAGE.replace("<p>" + pages.LORE[0], "<p>Somebody Else of the Tidewater</p><p>" + pages.LORE[0])
    document = read_source(
        page.replace(' <span class="credit">Photograph: Ann Arbor/Tidewater</span>', "").encode(), "harbour.html"
    )
    assert (document.images[0].caption, document.images[0].credit) == ("Cracks run along the east quay.", None)
    settled = said(document, "Somebody Else", "credit")
    assert settled.images[0].credit == "Somebody Else of the Tidewater"
    assert len(settled.images) == len(document.images)


def test_an_author_is_added_and_taken_away_by_the_byline() -> None:
    document = SOURCES["plain"]
    assert document.authors == (dumps.AUTHOR,)
    assert said(document, f"By {dumps.AUTHOR}", "nothing").authors == ()
    assert said(document, "Most read", "byline").authors == (dumps.AUTHOR, "Most read")


def test_a_line_without_a_date_is_not_made_the_date_and_it_is_said() -> None:
    document = SOURCES["plain"]
    settled, notes = apply_line_corrections(document, [correction_of(document.rows, at(document, "Most read"), "date")])
    assert settled == document
    assert "holds no date" in notes[0]


def test_the_last_one_said_of_a_line_holds() -> None:
    document = SOURCES["plain"]
    index = at(document, paragraph_of(document))
    settled, _ = apply_line_corrections(
        document, [correction_of(document.rows, index, kind) for kind in ("heading", "title", "nothing")]
    )
    assert settled.title == document.title
    assert settled.rows[index].kind == "dropped"


def test_a_line_is_found_again_by_its_words_when_the_source_has_grown() -> None:
    document = SOURCES["plain"]
    words = paragraph_of(document)
    correction = correction_of(document.rows, at(document, words), "heading")
    grown = read_source(("A line of the page\n\n\n" + dumps.browser()).encode(), "ferry.txt")
    settled, notes = apply_line_corrections(grown, [correction])
    assert notes == ()
    assert words in [section.heading for section in settled.sections]


def test_a_line_that_is_gone_is_told() -> None:
    document = SOURCES["plain"]
    settled, notes = apply_line_corrections(document, [LineCorrection(3, "Words that nobody wrote", "heading")])
    assert settled == document
    assert "no longer in the source" in notes[0]


def test_lines_of_one_number_and_the_same_words_are_told_apart() -> None:
    page = pages.PAGE.replace(f"<p>{pages.LORE[3]}", f"<p>Mind the gap.</p><p>{pages.LORE[3]}<p>Mind the gap.</p>")
    document = read_source(page.replace("\n", " ").encode(), "harbour.html")
    twins = [index for index, row in enumerate(document.rows) if row.text == "Mind the gap."]
    assert len(twins) == 2
    settled, _ = apply_line_corrections(document, [correction_of(document.rows, twins[1], "heading")])
    assert [settled.rows[index].kind for index in twins] == [document.rows[twins[0]].kind, "heading"]


def test_a_built_briefing_follows_what_was_said() -> None:
    first = build(pages.PAGE.encode(), "harbour.html")
    quoted = at(first.as_read, "We measured it")
    again = assemble(first.as_read, None, [correction_of(first.as_read.rows, quoted, "nothing")])
    assert any("measured" in quote.parts[0] for quote in first.briefing.quotes)
    assert not any("measured" in quote.parts[0] for quote in again.briefing.quotes)
    assert again.as_read == first.as_read


@settings(max_examples=60)
@given(data=st.data())
def test_whatever_is_said_the_rows_stay_and_no_word_is_doubled_or_lost(data: st.DataObject) -> None:
    document = SOURCES[data.draw(st.sampled_from(sorted(SOURCES)))]
    indices = st.integers(0, len(document.rows) - 1)
    pairs = data.draw(st.lists(st.tuples(indices, st.sampled_from(KINDS)), max_size=6))
    settled, _ = apply_line_corrections(document, [correction_of(document.rows, index, kind) for index, kind in pairs])
    assert [(row.line, row.text) for row in settled.rows] == [(row.line, row.text) for row in document.rows]
    body = [" ".join(row.text.split()) for row in settled.rows if row.kind in ("heading", "paragraph", "item", "quote", "code")]
    assert [" ".join(text.split()) for text in texts(settled) if "\t" not in text] == [text for text in body if "\t" not in text]
    ids = [section.id for section in settled.sections]
    assert len(ids) == len(set(ids))
    assert {image.section for image in settled.images} <= {*ids, None}
    assert len({image.id for image in settled.images}) == len(settled.images)
    sizes = {section.id: len(section.paragraphs) for section in settled.sections}
    assert all(-1 <= (image.after or 0) < max(1, sizes.get(image.section or "", 1)) for image in settled.images)
    for row in settled.rows:
        check_place(settled, row)


def check_place(document: Document, row: SourceLine) -> None:
    """Check that a row refers to its place in the document."""
    sections = {section.id: section for section in document.sections}
    if row.index is not None:
        assert words_of(sections[row.of].paragraphs[row.index].text) == words_of(row.text)
        assert document.lines[row.of, row.index] == row.line
    elif row.kind == "heading":
        assert words_of(sections[row.of].heading or "") == words_of(row.text)
    elif row.kind in ("caption", "credit"):
        assert row.of in {image.id for image in document.images}
