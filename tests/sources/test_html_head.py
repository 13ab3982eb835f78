"""Test the head of a page: title, standfirst, byline, dateline."""

import re

import pytest

from briefing_tui.model.document import Document
from briefing_tui.sources.html.reader import read_html
from briefing_tui.sources.shared.metadata_values import names_in
from tests.sources import pages
from tests.sources.pages import DIGEST, STANDFIRST, texts


def test_the_head_of_a_page_is_found(page: Document) -> None:
    assert page.title == "The harbour that would not settle"
    assert page.lead == "Two quays are cracked, and nobody agrees who pays."
    assert page.authors == ("Ines Calder", "Bo Linde")
    assert (page.published, page.modified) == ("2026-03-02", "2026-03-03")
    assert (page.publisher, page.language) == ("The Saltmarsh Courier", "en-GB")
    assert page.source.url == "https://courier.example/harbour"
    assert (page.source.name, page.source.sha256) == ("harbour.html", DIGEST)


def test_what_stands_in_an_aside_and_in_the_foot_is_looked_at_though_it_is_no_text() -> None:
    bare = re.sub(r'"author": \[.*?\],\n', "", pages.PAGE, flags=re.DOTALL).replace(
        '<div class="byline">', '<aside class="byline">'
    )
    document = read_html(bare.replace("and Bo Linde</div>", "and Bo Linde</aside>"), "x", DIGEST)
    assert "Ines Calder" in document.authors
    assert [row.text for row in document.rows if "rights reserved" in row.text]


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
    away = pages.PAGE.replace(STANDFIRST, "").replace(_BYLINE, _BYLINE + "<p>Share</p>" * 2 + instead)
    assert read_html(away, "x", DIGEST).lead is None


def test_a_paragraph_with_a_dateline_is_the_texts_first_and_no_standfirst() -> None:
    first = f"SALTMARSH, March 2 (Tidewater) — {pages.LORE[0]}"
    meta = f'<meta name="description" content="{first}"></head>'
    page = (
        pages.PAGE.replace("</head>", meta)
        .replace(STANDFIRST, "")
        .replace(f"<p>{pages.LORE[0]}</p>", f"<div><p><b>{first}</b></p></div>")
    )
    document = read_html(page, "x", DIGEST)
    assert document.lead is None
    assert document.sections[0].paragraphs[0].text == first


def test_a_word_and_a_stroke_before_a_standfirst_are_no_dateline_of_the_text() -> None:
    said = "EXCLUSIVE — Two quays are cracked, and nobody agrees who pays."
    page = pages.PAGE.replace(STANDFIRST, f'<p class="standfirst">{said}</p>')
    assert read_html(page, "x", DIGEST).lead == said


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
    assert texts(document)[0].startswith(opening + "The harbour board")


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


def test_a_kicker_in_the_headline_is_not_glued_to_it() -> None:
    title = "Portolan The harbour that would not settle"
    head = pages.PAGE.replace("<h1>", "<h1><span>Portolan</span>")
    assert read_html(head.replace("<title>", "<title>Portolan "), "x", DIGEST).title == title


@pytest.mark.parametrize(
    "name", ["chapo", "chapeau", "vorspann", "entradilla", "teaser-text", "gh-article-excerpt", "dek", "sottotitolo"]
)
@pytest.mark.parametrize("tag", ["p", "div"])
def test_a_paragraph_that_is_named_so_is_the_standfirst_of_a_page_without_data(name: str, tag: str) -> None:
    bare = re.sub(r"(?s)<script.*?</script>|<meta [^>]*>|<figure>.*?</figure>", "", pages.PAGE)
    page = bare.replace(STANDFIRST, f"<{tag} class='{name}'>Two quays are cracked, and nobody agrees who pays for them.</{tag}>")
    document = read_html(page.replace(_BYLINE, ""), "x", DIGEST)
    assert document.lead == "Two quays are cracked, and nobody agrees who pays for them."
    assert texts(document)[0] == pages.LORE[0]


@pytest.mark.parametrize("line", ["Von Ines Calder", "Publié le 2 mars 2026 à 10h12"])
def test_the_sentence_above_the_byline_is_the_standfirst(line: str) -> None:
    bare = re.sub(r"(?s)<script.*?</script>|<meta [^>]*>", "", pages.PAGE)
    said = "Two quays are cracked, and nobody at the board agrees who pays for them"
    above = bare.replace(STANDFIRST, f"<p>{said}</p><p>{line}</p>").replace(_BYLINE, "")
    assert read_html(above, "x", DIGEST).lead == said
    below = bare.replace(STANDFIRST, f"<p>{line}</p><p>{said}</p>").replace(_BYLINE, "")
    assert read_html(below, "x", DIGEST).lead is None


@pytest.mark.parametrize("name", ["spitzmarke", "volanta", "occhiello", "surtitre", "antetítulo"])
def test_a_line_above_the_headline_is_the_kicker_in_other_languages_too(name: str) -> None:
    document = read_html(pages.PAGE.replace("<h1>", f"<p class='{name}'>Sea</p><h1>"), "x", DIGEST)
    assert document.kicker == "Sea"


_NOBODY = re.sub(r'"author": \[.*?\],\n', "", pages.PAGE.replace(_BYLINE, ""), flags=re.DOTALL)


@pytest.mark.parametrize(
    ("head", "line", "names"),
    [
        ('"author": {"@id": "#who"}', "", ("Ines Calder",)),
        (
            "",
            '<meta name="twitter:label1" content="Written by"><meta name="twitter:data1" content="Ines Calder">',
            ("Ines Calder",),
        ),
        ('"author": {"@type": "Person", "name": "Ines"}', "<p>By Ines Calder</p>", ("Ines Calder",)),
        ('"author": {"@type": "Person", "name": "dtw"}', "", ("dtw",)),
        ("", '<p><a rel="author" href="/u/7">seagull77</a></p>', ("seagull77",)),
        ("", '<div class="byline"><span>Ines Calder</span> <span>Bo Linde</span></div>', ("Ines Calder", "Bo Linde")),
        ("", '<div class="byline"><span>By</span><span>by Ines Calder and Bo Linde</span></div>', ("Ines Calder", "Bo Linde")),
        ('"author": {"@type": "Person", "name": "https://courier.example/u/7"}', "", ()),
    ],
    ids=["reference", "card", "given name", "sign", "user's name", "elements", "two labels", "address"],
)
def test_an_author_is_found_wherever_a_page_names_one(head: str, line: str, names: tuple[str, ...]) -> None:
    person = '{"@type": "Person", "@id": "#who", "name": "Ines Calder"}'
    graph = f'[{person}, {{"@type": "NewsArticle", "headline": "x", {head}}}]'
    script = f'<script type="application/ld+json">{{"@graph": {graph}}}</script>' if head else ""
    page = _NOBODY.replace("</head>", f"{script}</head>").replace(STANDFIRST, STANDFIRST + line)
    assert read_html(page, "x", DIGEST).authors == names


def test_the_title_with_its_kicker_is_neither_standfirst_nor_heading() -> None:
    again = "<h2><span>Portolan</span>The harbour that would not settle</h2>"
    document = read_html(pages.PAGE.replace(STANDFIRST, again + STANDFIRST), "x", DIGEST)
    assert document.lead == "Two quays are cracked, and nobody agrees who pays."
    assert "PortolanThe harbour that would not settle" not in [section.heading for section in document.sections]
    assert read_html(pages.PAGE.replace(STANDFIRST, again), "x", DIGEST).lead is None


def test_a_first_paragraph_with_a_name_of_its_own_is_the_standfirst_though_each_has_its_box() -> None:
    boxed = "".join(f'<div class="text-block"><p>{line}</p></div>' for line in pages.LORE)
    lead = "Whoever mends the quays of Portolan, the crews will pay for it in the end."
    page = f"""{pages.HEAD}<body><article><h1>The harbour that would not settle</h1>
<div class="element-lead"><p>{lead}</p></div>{boxed}</article></body></html>"""
    assert read_html(page, "x", DIGEST).lead == lead
