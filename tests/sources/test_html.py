"""Test saved pages: what is found in them, what is dropped, and what is refused."""

import re
import time
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing_tui.model.document import Document
from briefing_tui.sources.errors import NoArticle
from briefing_tui.sources.html.reader import read_html
from briefing_tui.text.safety import harmless
from tests.sources import pages
from tests.sources.pages import DIGEST, texts


def test_the_text_is_whole_and_holds_nothing_else(page: Document) -> None:
    found = texts(page)
    assert [text for text in pages.LORE if not any(text in kept for kept in found)] == []
    everything = " ".join(found)
    for furniture in ("Advertisement", "ferry", "newsletter", "rights reserved", "You are reading", "Photograph", "Ines"):
        assert furniture not in everything


def test_marks_that_elements_part_are_no_flood_either() -> None:
    mark = "\u05b2"
    words = (
        f"It stops at f{mark * 6}<b>{mark * 3}</b><i>&#8203;</i><a href='/x'>{mark * 6}our</a>, and nobody can say why it does."
    )
    document = read_html(f"<article><h1>The crane</h1><p>{words}</p><p>{pages.LORE}</p><p>{pages.LORE}</p></article>", "x", "0")
    (text,) = [paragraph.text for section in document.sections for paragraph in section.paragraphs if "stops" in paragraph.text]
    assert text == harmless(text) == f"It stops at f{mark * 8}our, and nobody can say why it does."


def test_headings_open_sections_by_their_level(page: Document) -> None:
    assert [(section.id, section.heading, section.level) for section in page.sections] == [
        ("lead", None, 3),
        ("who-pays", "Who pays", 3),
        ("what-comes-next", "What comes next", 4),
    ]


def test_marks_cover_the_words_that_the_page_marked(page: Document) -> None:
    paragraph = page.sections[0].paragraphs[1]
    marked = {mark.kind: paragraph.text[mark.start : mark.end] for mark in paragraph.marks}
    assert marked == {"emphasis": "Nobody", "strong": "surprised", "link": "least of all the crews"}
    assert next(mark.href for mark in paragraph.marks if mark.kind == "link") == "https://courier.example/old"


def test_quotes_lists_and_tables_keep_their_kind(page: Document) -> None:
    kinds = {paragraph.kind for section in page.sections for paragraph in section.paragraphs}
    assert kinds == {"paragraph", "quote", "item", "table"}
    numbered = [(p.number, p.depth, p.text) for p in page.sections[2].paragraphs if p.kind == "item"]
    assert numbered == [(1, 1, "A report before the summer."), (2, 1, "A vote after that.")]
    assert "Quay\tClosed\nEast\tyes\nWest\tno" in texts(page)


def test_what_is_dropped_is_told_with_its_line_and_reason(page: Document) -> None:
    reasons = {dropped.text: dropped.why for dropped in page.dropped}
    assert "newsletter" in next(text for text, why in reasons.items() if "invitation" in why)
    assert reasons["it moved three times"] == "a pull quote: its words stand in the text"
    lines = pages.PAGE.split("\n")
    advertisement = next(dropped for dropped in page.dropped if dropped.text == "Advertisement")
    assert "ad-slot" in lines[advertisement.line - 1]


def test_every_paragraph_has_the_line_of_the_markup_that_it_stands_on(page: Document) -> None:
    lines = pages.PAGE.split("\n")
    for section in page.sections:
        for index, paragraph in enumerate(section.paragraphs):
            if paragraph.kind == "paragraph":
                assert paragraph.text[:20] in lines[page.lines[section.id, index] - 1]


def test_paragraphs_parted_by_line_breaks_are_paragraphs() -> None:
    assert texts(read_html(pages.BREAKS, "x", DIGEST)) == list(pages.LORE)
    single = pages.BREAKS.replace("<br><br>", "<br>")
    assert texts(read_html(single, "x", DIGEST)) == list(pages.LORE)


def test_an_item_of_a_list_that_holds_the_whole_text_is_how_the_page_is_laid_out() -> None:
    text = "".join(f"<p>{words}</p>" for words in pages.LORE)
    document = read_html(f"<html><body><ul><li><h1>The harbour</h1>{text}</li></ul></body></html>", "x", DIGEST)
    assert {paragraph.kind for section in document.sections for paragraph in section.paragraphs} == {"paragraph"}


def test_a_note_about_the_author_below_the_text_is_dropped() -> None:
    note = "Ines Calder is the Courier's harbour correspondent and lives in Portolan."
    document = read_html(pages.PAGE.replace("</article>", f"<p>{note}</p></article>"), "x", DIGEST)
    assert note not in texts(document)
    assert (note, "about the author") in {(dropped.text, dropped.why) for dropped in document.dropped}


def test_a_box_named_as_furniture_is_kept_when_it_holds_the_article() -> None:
    wrapped = pages.PAGE.replace("<article>", "<article><section class='newsletter-cta'>").replace(
        "</article>", "</section></article>"
    )
    assert pages.LORE[3] in texts(read_html(wrapped, "x", DIGEST))


@pytest.mark.parametrize(
    ("markup", "reason"),
    [
        (pages.INDEX, "index"),
        (pages.LOGIN, "notice|no paragraphs"),
        (pages.COOKIES, "notice"),
        ("<html><body></body></html>", "no paragraphs"),
        ("<html><body><nav><a href='/'>Home</a></nav></body></html>", "no paragraphs"),
        ("", "empty|no paragraphs"),
    ],
    ids=["index", "login", "cookies", "empty", "navigation", "nothing"],
)
def test_a_page_without_an_article_is_refused(markup: str, reason: str) -> None:
    with pytest.raises(NoArticle, match=reason):
        read_html(markup, "x", DIGEST)


_PARAGRAPH = f"<p>{pages.LORE[0]}</p>"


@pytest.mark.parametrize(
    "markup",
    [
        "<div>" * 20_000 + _PARAGRAPH * 5,
        "<b>" * 10_000 + _PARAGRAPH * 5,
        "<ul><li>" * 5_000 + _PARAGRAPH * 5,
        "<table><tr><td>" * 2_000 + _PARAGRAPH * 5,
        "<article>" + f"<p>{pages.LORE[0]} <b>" * 500,
        "<div " + " ".join(f"a{n}='x'" for n in range(20_000)) + ">" + _PARAGRAPH * 5,
        "<" * 100_000,
        '<a href="' * 30_000,
        "<script type='application/ld+json'>" + "[" * 50_000 + "</script>" + _PARAGRAPH * 5,
        "<script type='application/ld+json'>[" + "[]," * 400_000 + "[]]</script>" + _PARAGRAPH * 5,
        "<p>" + "word " * 200_000,
        "<html><body><article><h1>The quay</h1>" + _PARAGRAPH * 5 + "a<br>" * 40_000,
    ],
    ids=["deep", "marks", "lists", "tables", "unclosed", "attributes", "angles", "quotes", "json", "wide", "line", "breaks"],
)
def test_hostile_markup_is_read_or_refused_in_time(markup: str) -> None:
    started = time.process_time()
    with suppress(NoArticle):
        read_html(markup, "x", DIGEST)
    assert time.process_time() - started < 5


def test_what_a_terminal_would_obey_is_harmless_however_it_is_written() -> None:
    evil = "The quay &#27;[31msank&#x9b;2J and \x1b]0;x\x07 nobody saw it go under &#8238;on that long Monday evening."
    document = read_html(pages.PAGE.replace(pages.LORE[3], evil).replace("quay.jpg", "quay\x1b.jpg"), "x", DIGEST)
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202e]", repr(document.images) + "".join(texts(document)))
    assert any("sank" in text for text in texts(document))


_TAGS = st.sampled_from(
    ["p", "div", "b", "h2", "figure", "figcaption", "ul", "li", "blockquote", "table", "tr", "td", "a", "pre", "br", "img", "nav"]
)


_MARKUP = st.recursive(
    st.one_of(st.text(max_size=40), st.sampled_from(pages.LORE)),
    lambda inner: st.builds(lambda tag, parts: f"<{tag}>{''.join(parts)}</{tag}>", _TAGS, st.lists(inner, max_size=4)),
    max_leaves=20,
)


@settings(max_examples=60, deadline=None)
@given(_MARKUP)
def test_reading_a_page_raises_nothing_but_that_there_is_no_article(markup: str) -> None:
    try:
        document = read_html(markup, "x", DIGEST)
    except NoArticle:
        return
    assert all(paragraph.text.strip() for section in document.sections for paragraph in section.paragraphs)


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.sampled_from([*pages.LORE, "<b>and</b> so", "<i>it</i> went on and on.", "Read more"]), min_size=4, max_size=14)
)
def test_every_kept_word_is_the_pages(parts: list[str]) -> None:
    markup = f"<html><body><article><h1>A harbour</h1>{''.join(f'<p>{part}</p>' for part in parts)}</article></body></html>"
    try:
        document = read_html(markup, "x", DIGEST)
    except NoArticle:
        return
    words = set(re.sub(r"<[^>]+>", "", " ".join(parts)).split())
    for text in texts(document):
        assert set(text.split()) <= words


def test_a_line_that_tells_of_a_live_page_is_no_paragraph() -> None:
    line = "<p>THIS IS A LIVE BLOG: WHAT IS NEW STANDS ON TOP.</p>"
    document = read_html(pages.PAGE.replace("<p>Sign up to our newsletter", f"{line}<p>Sign up to our newsletter"), "x", DIGEST)
    assert texts(document) == texts(read_html(pages.PAGE, "x", DIGEST))


_BOLD = "<p><strong>{}</strong></p>"


@pytest.mark.parametrize(
    ("marked", "first", "second", "headings"),
    [
        ("", "The first quay", "The second quay", ["The first quay", "The second quay"]),
        ("", "The only bold line", None, ["The only bold line"]),
        ("<h2>Who pays</h2>", "The first quay", "The second quay", ["Who pays"]),
    ],
    ids=["several part the text", "one does", "headings are set as such"],
)
def test_bold_lines_are_headings_where_they_are_all_there_are(
    marked: str, first: str, second: str | None, headings: list[str]
) -> None:
    parts = [pages.LORE[0], _BOLD.format(first), pages.LORE[1], marked, pages.LORE[2], _BOLD.format(second) if second else ""]
    body = "".join(part if part.startswith("<") or not part else f"<p>{part}</p>" for part in [*parts, pages.LORE[3]])
    document = read_html(
        f"{pages.HEAD}<body><article><h1>The harbour that would not settle</h1>{body}</article></body>", "x", DIGEST
    )
    assert [section.heading for section in document.sections if section.heading] == headings
    assert {line for line in (first, second) if line} - set(headings) <= set(texts(document))
