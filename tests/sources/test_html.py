"""Saved pages: what is found in them, what is dropped, and what is refused."""

import re
import time
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing_tui.model import Document
from briefing_tui.safety import harmless
from briefing_tui.sources.errors import NoArticle
from briefing_tui.sources.html import read_html
from briefing_tui.sources.html_credits import credit_in_alt
from briefing_tui.sources.html_head import names_in
from tests.sources import pages

DIGEST = "0" * 64


@pytest.fixture(scope="module")
def page() -> Document:
    return read_html(pages.PAGE, "harbour.html", DIGEST)


def _texts(document: Document) -> list[str]:
    return [paragraph.text for section in document.sections for paragraph in section.paragraphs]


def test_the_head_of_a_page_is_found(page: Document) -> None:
    assert page.title == "The harbour that would not settle"
    assert page.lead == "Two quays are cracked, and nobody agrees who pays."
    assert page.authors == ("Ines Calder", "Bo Linde")
    assert (page.published, page.modified) == ("2026-03-02", "2026-03-03")
    assert (page.publisher, page.language) == ("The Saltmarsh Courier", "en-GB")
    assert page.source.url == "https://courier.example/harbour"
    assert (page.source.name, page.source.sha256) == ("harbour.html", DIGEST)


def test_the_text_is_whole_and_holds_nothing_else(page: Document) -> None:
    texts = _texts(page)
    assert [text for text in pages.LORE if not any(text in kept for kept in texts)] == []
    everything = " ".join(texts)
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


def test_captions_and_credits_are_parted_and_alt_text_is_no_caption(page: Document) -> None:
    first, second = page.images
    assert (first.caption, first.credit, first.alt) == ("Cracks run along the east quay.", "Ann Arbor/Tidewater", "The east quay")
    assert (second.caption, second.credit, second.url) == ("Tomas Reyl at the gate.", "Kim Soo/Getty Images", "reyl.jpg")


def test_what_a_page_shows_until_a_picture_is_loaded_is_no_second_picture() -> None:
    held = '<img src="quay.jpg" alt="The east quay">'
    page = read_html(pages.PAGE.replace(held, f'<div><img src="/grey-placeholder.png"></div><div>{held}</div>'), "x", DIGEST)
    assert page.images == read_html(pages.PAGE, "x", DIGEST).images


def test_what_stands_in_an_aside_and_in_the_foot_is_looked_at_though_it_is_no_text() -> None:
    bare = re.sub(r'"author": \[.*?\],\n', "", pages.PAGE, flags=re.DOTALL).replace(
        '<div class="byline">', '<aside class="byline">'
    )
    document = read_html(bare.replace("and Bo Linde</div>", "and Bo Linde</aside>"), "x", DIGEST)
    assert "Ines Calder" in document.authors
    assert [row.text for row in document.rows if "rights reserved" in row.text]


_STANDFIRST = '<p class="standfirst">Two quays are cracked, and nobody agrees who pays.</p>\n'
_BYLINE = '<div class="byline">By <a rel="author" href="/ines">Ines Calder</a> and Bo Linde</div>\n'


@pytest.mark.parametrize(
    "instead",
    [
        "<div class='qotd'><h2>Asked today</h2><h3>Do you think that the new harbour will be open before the end of the year"
        " that comes?</h3></div>",
        '<div class="intro">Saltmarsh CourierMarch 2, 2026 GMT</div>',
    ],
    ids=["poll", "day"],
)
def test_a_poll_and_a_day_are_no_standfirst(instead: str) -> None:
    away = pages.PAGE.replace(_STANDFIRST, "").replace(_BYLINE, _BYLINE + "<p>Share</p>" * 2 + instead)
    assert read_html(away, "x", DIGEST).lead is None


def test_a_paragraph_with_a_dateline_is_the_texts_first_and_no_standfirst() -> None:
    first = f"SALTMARSH, March 2 (Tidewater) — {pages.LORE[0]}"
    meta = f'<meta name="description" content="{first}"></head>'
    page = (
        pages.PAGE.replace("</head>", meta)
        .replace(_STANDFIRST, "")
        .replace(f"<p>{pages.LORE[0]}</p>", f"<div><p><b>{first}</b></p></div>")
    )
    document = read_html(page, "x", DIGEST)
    assert document.lead is None
    assert document.sections[0].paragraphs[0].text == first


def test_a_word_and_a_stroke_before_a_standfirst_are_no_dateline_of_the_text() -> None:
    said = "EXCLUSIVE — Two quays are cracked, and nobody agrees who pays."
    page = pages.PAGE.replace(_STANDFIRST, f'<p class="standfirst">{said}</p>')
    assert read_html(page, "x", DIGEST).lead == said


def test_the_standfirst_is_no_caption_of_the_picture_beside_it() -> None:
    sign = (
        '<div class="top"><p class="standfirst">Two quays are cracked, and nobody agrees who pays.</p><img src="/sign.png"></div>'
    )
    document = read_html(pages.PAGE.replace(_STANDFIRST, sign), "x", DIGEST)
    assert document.lead == "Two quays are cracked, and nobody agrees who pays."
    assert document.lead not in [image.caption for image in document.images]


def test_a_link_that_shows_more_of_a_caption_is_no_part_of_it() -> None:
    page = pages.PAGE.replace(
        "Kim Soo/Getty Images)</figcaption>", 'Kim Soo/Getty Images) <a href="/all">more &gt;</a></figcaption>'
    )
    assert read_html(page, "x", DIGEST).images == read_html(pages.PAGE, "x", DIGEST).images


@pytest.mark.parametrize(
    "alt",
    [
        "Vendors at the quay. (Photo: Ann Arbor / Tidewater)",
        "Vendors at the quay [Foto: Ann Arbor / Tidewater]",
        "Vendors at the quay. Photo: Ann Arbor / Tidewater",
        "Vendors at the quay ©Ann Arbor / Tidewater",
    ],
)
def test_a_credit_in_an_alt_text_has_no_bracket_left(alt: str) -> None:
    assert credit_in_alt(alt) == "Ann Arbor / Tidewater"


def test_pictures_stand_behind_the_paragraph_that_they_follow(page: Document) -> None:
    first, second = page.images
    assert (first.section, first.after) == ("lead", -1)
    assert (second.section, second.after) == ("who-pays", 1)


def test_what_leads_to_another_article_or_stands_in_for_a_picture_is_no_picture() -> None:
    film = "<figure><video></video><figcaption>RELATED: Why the old quay sinks</figcaption></figure>"
    lazy = '<figure><img src="/assets/grey-placeholder.png"></figure>'
    late = (
        '<figure><img src="/a/lazyload-fallback.gif" data-lazy-src="/tide.jpg"><figcaption>The tide at noon</figcaption></figure>'
    )
    more = f"<p>{pages.LORE[2]}</p>"
    document = read_html(pages.PAGE.replace(more, film + lazy + late + more), "x", DIGEST)

    assert ("The tide at noon", "/tide.jpg") in [(image.caption, image.url) for image in document.images]
    assert not [image for image in document.images if "RELATED" in (image.caption or "") or "placeholder" in (image.url or "")]


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
    assert "Quay\tClosed\nEast\tyes\nWest\tno" in _texts(page)


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
    assert _texts(read_html(pages.BREAKS, "x", DIGEST)) == list(pages.LORE)
    single = pages.BREAKS.replace("<br><br>", "<br>")
    assert _texts(read_html(single, "x", DIGEST)) == list(pages.LORE)


@pytest.mark.parametrize(
    ("opening", "dateline"),
    [
        ("PORTOLAN (SC) — ", "PORTOLAN"),
        ("PORTOLAN, March 2 — ", "PORTOLAN, March 2"),
        ("PORT ALDER, Wis. (AP) — ", "PORT ALDER, Wis."),
    ],
)
def test_a_dateline_is_told_and_left_in_the_text(opening: str, dateline: str) -> None:
    document = read_html(pages.PAGE.replace(pages.LORE[0], opening + pages.LORE[0]), "x", DIGEST)
    assert document.dateline == dateline
    assert _texts(document)[0].startswith(opening + "The harbour board")


def test_an_item_of_a_list_that_holds_the_whole_text_is_how_the_page_is_laid_out() -> None:
    text = "".join(f"<p>{words}</p>" for words in pages.LORE)
    document = read_html(f"<html><body><ul><li><h1>The harbour</h1>{text}</li></ul></body></html>", "x", DIGEST)
    assert {paragraph.kind for section in document.sections for paragraph in section.paragraphs} == {"paragraph"}


def test_a_note_about_the_author_below_the_text_is_dropped() -> None:
    note = "Ines Calder is the Courier's harbour correspondent and lives in Portolan."
    document = read_html(pages.PAGE.replace("</article>", f"<p>{note}</p></article>"), "x", DIGEST)
    assert note not in _texts(document)
    assert (note, "about the author") in {(dropped.text, dropped.why) for dropped in document.dropped}


def test_a_box_named_as_furniture_is_kept_when_it_holds_the_article() -> None:
    wrapped = pages.PAGE.replace("<article>", "<article><section class='newsletter-cta'>").replace(
        "</article>", "</section></article>"
    )
    assert pages.LORE[3] in _texts(read_html(wrapped, "x", DIGEST))


def test_a_path_of_links_that_ends_with_the_headline_is_above_it() -> None:
    title = "The harbour that would not settle, and the two quays that moved three times since the autumn"
    path = f"<ul><li><a href='/'>Home</a></li><li>{title}</li></ul>"
    text = "".join(f"<p>{line}</p>" for line in pages.LORE)
    document = read_html(f"<html><body><main>{path}<div><h1>{title}</h1>{text}</div></main></body></html>", "x", DIGEST)
    assert document.title == title
    assert [section.heading for section in document.sections] == [None]


def test_without_data_the_byline_and_the_headline_that_are_shown_count() -> None:
    bare = re.sub(r"(?s)<script.*?</script>|<meta [^>]*>", "", pages.PAGE)
    document = read_html(bare, "x", DIGEST)
    assert document.title == "The harbour that would not settle"
    assert document.authors[0] == "Ines Calder"
    assert document.publisher is None


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
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202e]", repr(document.images) + "".join(_texts(document)))
    assert any("sank" in text for text in _texts(document))


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
    for text in _texts(document):
        assert set(text.split()) <= words


@pytest.mark.parametrize(
    ("byline", "names"),
    [
        ("By Ines Calder Tuesday, Aug. 17", ["Ines Calder"]),
        ("By Ines Calder and Bo Marsh", ["Ines Calder", "Bo Marsh"]),
        ("Authors", []),
        ("in Off-topic", []),
    ],
)
def test_a_byline_gives_names_alone(byline: str, names: list[str]) -> None:
    assert names_in(byline) == names


@pytest.mark.parametrize("initial", ["A. ", "A'", "U."])
def test_captions_of_nothing_but_initials_are_read_in_time(initial: str) -> None:
    caption = f"<figure><img src='tide.jpg'><figcaption>{(initial * 200)[:400]}</figcaption></figure>"
    page = pages.PAGE.replace("<h2>", f"{caption * 200}<h2>", 1)
    started = time.process_time()
    read_html(page, "x", DIGEST)
    assert time.process_time() - started < 2


@pytest.mark.parametrize("ends", [["</figure>"], ["</figure>", "</figcaption>"]], ids=["figure", "figure-and-caption"])
def test_a_figure_that_is_not_closed_does_not_swallow_the_article(ends: list[str]) -> None:
    page = pages.PAGE
    for end in ends:
        page = page.replace(end, "")
    document, whole = read_html(page, "x", DIGEST), read_html(pages.PAGE, "x", DIGEST)
    assert document.sections == whole.sections
    assert [(image.caption, image.credit) for image in document.images] == [
        (image.caption, image.credit) for image in whole.images
    ]


_OPENED = {
    "aside": '<aside class="note"><h4>In short</h4><ul><li>Two quays are shut.</li></ul>',
    "aside-of-words": "<aside>Two quays are shut.",
    "nav": '<nav><ul><li><a href="/a">Home</a></li></ul>',
    "nav-in-its-list": '<nav><ul><li><a href="/a">Home</a>',
    "table": "<table><tr><th>Day</th><th>Depth</th></tr><tr><td>Monday</td><td>4 m</td></tr>",
    "table-in-its-cell": "<table><tbody><tr><th>Day</th><th>Depth</th></tr><tr><td>Monday</td><td>4 m",
    "form": '<form action="/find"><label>Town <input></label>',
    "footer": "<footer><span>Share</span>",
    "dialog": "<dialog><span>Close</span>",
    "video": '<video><source src="tide.mp4">',
    "button": "<button>Share",
}


@pytest.mark.parametrize("at", [1, 3])
@pytest.mark.parametrize("opened", _OPENED.values(), ids=_OPENED)
def test_a_box_that_is_not_closed_does_not_swallow_the_article(opened: str, at: int) -> None:
    before = f"<p>{pages.LORE[at]}"
    page = read_html(pages.PAGE.replace(before, opened + before), "x", DIGEST)
    whole = read_html(pages.PAGE, "x", DIGEST)
    assert [text for text in _texts(whole) if text not in _texts(page)] == []
    assert [text for text in _texts(page) if text not in _texts(whole)] in ([], ["Day\tDepth\nMonday\t4 m"])
    assert [image.caption for image in page.images] == [image.caption for image in whole.images]


@pytest.mark.parametrize("other", ["<aside>It moved.", "<script>let box = '<aside>'</script>", "<!-- <aside> -->"])
def test_a_box_that_is_closed_keeps_its_text(other: str) -> None:
    told = "".join(
        f"<p>A ferry of the northern strait was late by {count} hours, and nobody could say why it was.</p>" for count in "34567"
    )
    related = f'<aside class="related"><h4>Related</h4>{told}</aside>'
    page = read_html(pages.PAGE.replace("<h2>", f"{related}{other}<h2>"), "x", DIGEST)
    assert _texts(page) == _texts(read_html(pages.PAGE, "x", DIGEST))


def test_a_page_laid_out_by_a_table_that_is_not_closed_is_read() -> None:
    text = "".join(f"<p>{text}</p>" for text in pages.LORE)
    page = read_html(f'<html><body><table><tr><td><a href="/">Home</a><td><h1>The quay</h1>{text}', "x", DIGEST)
    assert page.title == "The quay"
    assert [text for text in pages.LORE if text not in _texts(page)] == []


def test_a_stroke_between_caption_and_credit_is_neithers() -> None:
    caption = "<figcaption>The empty shed / Photo: Rue Salt</figcaption>"
    page = read_html(pages.PAGE.replace("<h2>", f'<figure><img src="shed.jpg">{caption}</figure><h2>', 1), "x", DIGEST)
    assert ("The empty shed", "Rue Salt") in [(image.caption, image.credit) for image in page.images]


def test_what_a_page_says_of_itself_above_the_headline_is_no_caption() -> None:
    said = '<p class="site-description">News from both banks of the river</p>'
    page = read_html(pages.PAGE.replace("<main>", f"{said}<main>").replace('<header class="masthead">', "<header>"), "x", DIGEST)
    assert page.images == read_html(pages.PAGE, "x", DIGEST).images


def test_a_kicker_in_the_headline_is_not_glued_to_it() -> None:
    title = "Portolan The harbour that would not settle"
    head = pages.PAGE.replace("<h1>", "<h1><span>Portolan</span>")
    assert read_html(head.replace("<title>", "<title>Portolan "), "x", DIGEST).title == title


def test_a_caption_of_two_long_paragraphs_stays_a_caption() -> None:
    said = "The east quay at low tide on the morning after the storm, seen from the gate where the crews were waiting."
    caption = f"<figcaption><p>{said}</p><p>{said.replace('east', 'west')}</p></figcaption></figure>"
    page = read_html(pages.PAGE.replace("<figure>", f'<figure><img src="tide.jpg">{caption}<figure>', 1), "x", DIGEST)
    assert page.sections == read_html(pages.PAGE, "x", DIGEST).sections


@pytest.mark.parametrize("level", ["h1", "h2"])
@pytest.mark.parametrize("between", ["<p>", "<br><br>", "<div>"])
def test_a_heading_that_is_not_closed_does_not_swallow_the_article(level: str, between: str) -> None:
    opened = f"<{level}>The quay" if level == "h1" else f"<h1>The quay</h1><h2>{pages.LORE[0]}"
    page = read_html(f"<html><body><article>{opened}{between}{between.join(pages.LORE)}</article></body></html>", "x", DIGEST)
    assert page.title == "The quay"
    assert [text for text in pages.LORE if text not in _texts(page)] == []
