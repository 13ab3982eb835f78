"""Test that texts without an article are refused and none fails or is slow."""

import contextlib
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_tui.model.document import Document
from briefing_tui.sources.errors import NoArticle
from briefing_tui.sources.plain.reader import read_plain
from tests.sources import dumps

TOWNS = ("Aldmouth", "Breck", "Corvale", "Dunmore", "Eastby", "Fenwick", "Garth", "Holme", "Isling", "Keld", "Lorton", "Marsk")
LOGIN = """The Saltmarsh Courier

Log in to continue

This article is for subscribers only. Sign in to your account or subscribe to read the full story.

Email address
Password
Forgot your password?

Not a subscriber yet? Subscribe now for 1 € a month and get full access to all our articles.

© 2026 The Saltmarsh Courier"""
COOKIES = """We value your privacy

We and our 842 partners store information on your device, such as cookies, to serve personalised ads and to measure audiences.

By clicking accept you agree to our privacy policy. You can change your choices at any time in the cookie settings. Some of our
partners process your data without asking for your consent.

Accept all
Reject all"""
INDEX = "\n\n".join(
    f"{town} closes its bridge\n\nThe mayor of {town} said on Monday that the bridge would be closed." for town in TOWNS
)
DATED_INDEX = "Latest news\n\n" + "\n\n".join(
    f"{town} votes on its bridge\n\nThe council of {town} met on Monday to decide what becomes of the bridge.\n\n"
    "Read more\n2 hours ago"
    for town in TOWNS * 3
)
WALL = """Log in to continue

Email
Password
Log in

Please sign in or subscribe to read this article.
Already a subscriber? Log in"""
HEADLINES = "\n".join(f"{town} closes its bridge for months\n2 hours ago" for town in TOWNS)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n\n\t\n",
        LOGIN,
        WALL,
        COOKIES,
        INDEX,
        DATED_INDEX,
        HEADLINES,
        "\n".join(dumps.MENU),
        "a" * 5000,
        "a " * 5000,
        "*" * 5000,
        "[" * 5000,
    ],
)
def test_a_text_without_an_article_is_refused_with_a_reason(text: str) -> None:
    with pytest.raises(NoArticle, match=r"no article: .{10}"):
        read_plain(text, "x.txt", "")


def test_a_brief_that_tells_of_a_log_in_is_an_article() -> None:
    told = "The harbour board of Portolan closed its log in page on Monday after skippers were shown other crews' berths."
    brief = f"Quay log-in fails\n\n{told}"

    assert read_plain(brief, "x.txt", "").sections


def kept(document: Document) -> list[str]:
    words = [document.title, document.lead, document.kicker, *document.authors, *document.editors]
    words += [text for image in document.images for text in (image.caption, image.alt, image.credit)]
    words += [text for section in document.sections for text in (section.heading, *(p.text for p in section.paragraphs))]
    return [text for text in words if text]


LINES = st.sampled_from(
    [
        *dumps.browser().split("\n"),
        *dumps.lynx().split("\n")[:40],
        *dumps.w3m().split("\n")[:40],
        "",
        "",
        "Image: Reuters",
        "(Photo by Oona Reed)",
        "Von",
        "> A line that somebody quoted.",
        "• An item of a list;",
        "Did you see the boat?",
        "View 6 Images",
        "https://courier.example/ferry",
        "2 hours ago",
        "\u200c",
    ]
)


@given(st.lists(LINES, max_size=60))
def test_any_mixture_of_lines_gives_a_document_or_none_and_every_kept_word_is_the_sources(lines: list[str]) -> None:
    text = "\n".join(lines)
    try:
        document = read_plain(text, "x.txt", "")
    except NoArticle:
        return
    source = "".join(text.split())
    for words in kept(document):
        assert "".join(words.split()) in source or all(word in text for word in words.split())


@given(st.text(max_size=400))
def test_any_text_gives_a_document_or_none(text: str) -> None:
    try:
        document = read_plain(text, "x.txt", "")
    except NoArticle:
        return
    assert document.sections


@given(st.lists(LINES, max_size=60))
def test_ids_are_unique_and_every_place_exists(lines: list[str]) -> None:
    try:
        document = read_plain("\n".join(lines), "x.txt", "")
    except NoArticle:
        return
    ids = [section.id for section in document.sections]
    assert len(ids) == len(set(ids))
    size = {section.id: len(section.paragraphs) for section in document.sections}
    assert all(0 <= index < size[section] for section, index in document.lines)
    assert all(
        image.section in size and -1 <= (image.after or 0) < max(size[image.section], 1)
        for image in document.images
        if image.section
    )


def test_a_book_is_read_in_one_go() -> None:
    chapter = "\n\n".join(
        f"In the year {n} the ferry of {TOWNS[n % 12]} came back empty {n} times, and nobody wrote down why." for n in range(9000)
    )
    started = time.process_time()
    document = read_plain(chapter, "book.txt", "")
    assert sum(len(section.paragraphs) for section in document.sections) == 9000
    assert time.process_time() - started < 10


@pytest.mark.parametrize(
    "text",
    [
        "Menu entry\n" * 40_000,
        "The ferry came back. " * 20_000,
        "[a](" * 100_000,
        "Image: " * 60_000,
        "A cat sat. Photo: AP\n" * 20_000,
        "(\n" * 100_000,
        "a\n" * 800_000,
        ("The har-\nbour is closed to the fer-\nry of the next town,\n" * 8_000),
    ],
)
def test_time_is_linear_in_hostile_texts(text: str) -> None:
    started = time.process_time()
    with contextlib.suppress(NoArticle):
        read_plain(text, "x.txt", "")
    assert time.process_time() - started < 8
