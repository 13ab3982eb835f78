"""Test Markdown articles and clippings: front matter, captions, what is dropped."""

from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing_tui.model.document import Document
from briefing_tui.sources.errors import NoArticle
from briefing_tui.sources.markdown.reader import read_markdown
from tests.sources import pages

CLIPPING = f"""---
title: "The harbour that would not settle"
author:
  - "[[Ines Calder]]"
  - Bo Linde
published: 2026-03-02
created: 2026-04-01
source: https://courier.example/harbour
description: "Two quays are cracked, and nobody agrees who pays."
site: The Saltmarsh Courier
tags: [clippings]
---
# The harbour that would not settle

By Ines Calder and Bo Linde

![The east quay](quay.jpg)
*Cracks run along the east quay. Photo: Ann Arbor/Tidewater*

{pages.LORE[0]}

Advertisement

{pages.LORE[1]}

## Who pays

{pages.LORE[2]}

> {pages.LORE[3]}

1. A report before the *summer*.
2. A vote after that.

[A ferry is late again](https://courier.example/ferry)

### What comes next

{pages.LORE[4]}
"""


@pytest.fixture(scope="module")
def clipping() -> Document:
    return read_markdown(CLIPPING, "harbour.md", "0" * 64)


def test_a_clippers_front_matter_is_the_head(clipping: Document) -> None:
    assert clipping.title == "The harbour that would not settle"
    assert clipping.authors == ("Ines Calder", "Bo Linde")
    assert clipping.published == "2026-03-02"
    assert clipping.lead == "Two quays are cracked, and nobody agrees who pays."
    assert (clipping.publisher, clipping.source.url) == ("The Saltmarsh Courier", "https://courier.example/harbour")


def test_sections_hold_paragraphs_with_their_kinds_and_lines(clipping: Document) -> None:
    assert [(section.heading, section.level) for section in clipping.sections] == [
        (None, 3),
        ("Who pays", 3),
        ("What comes next", 4),
    ]
    assert [paragraph.kind for paragraph in clipping.sections[1].paragraphs] == ["paragraph", "quote", "item", "item"]
    lines = CLIPPING.split("\n")
    assert lines[clipping.lines["who-pays", 0] - 1] == pages.LORE[2]


def test_a_picture_has_the_caption_and_the_credit_below_it(clipping: Document) -> None:
    (image,) = clipping.images
    assert (image.caption, image.credit) == ("Cracks run along the east quay.", "Ann Arbor/Tidewater")
    assert (image.alt, image.url, image.section, image.after) == ("The east quay", "quay.jpg", "lead", -1)


def test_furniture_is_dropped_with_a_reason(clipping: Document) -> None:
    reasons = {dropped.text: dropped.why for dropped in clipping.dropped}
    assert reasons["By Ines Calder and Bo Linde"] == "the byline"
    assert reasons["A ferry is late again"] == "a link to another page"
    assert "Advertisement" in reasons


def test_without_front_matter_title_and_byline_come_from_the_text() -> None:
    text = f"# The harbour\n\nBy Ines Calder\n\n2 March 2026\n\n{pages.LORE[0]}\n\n{pages.LORE[1]}\n"
    document = read_markdown(text, "x", "")
    assert (document.title, document.authors, document.published) == ("The harbour", ("Ines Calder",), "2026-03-02")


def test_a_description_that_only_repeats_the_text_is_no_lead() -> None:
    text = f'---\ntitle: x\ndescription: "{pages.LORE[0][:60]}…"\n---\n\n{pages.LORE[0]}\n\n{pages.LORE[1]}\n'
    assert read_markdown(text, "x", "").lead is None


def test_a_text_without_paragraphs_is_refused() -> None:
    with pytest.raises(NoArticle):
        read_markdown("# Links\n\n- [one](a)\n- [two](b)\n", "x", "")


@settings(max_examples=60)
@given(
    st.lists(
        st.one_of(st.text(max_size=60), st.sampled_from([*pages.LORE, "## Heading", "![a](b.jpg)", "> quoted", "- item", "```"])),
        max_size=12,
    )
)
def test_reading_markdown_raises_nothing_but_that_there_is_no_article(lines: list[str]) -> None:
    from briefing_tui.text.safety import harmless

    with suppress(NoArticle):
        read_markdown(harmless("\n\n".join(lines)), "x", "")


def test_a_picture_above_the_first_heading_stands_before_the_first_section() -> None:
    text = f"![The quay](quay.jpg)\n\n# The harbour\n\n## Who pays\n\n{pages.LORE[0]}\n\n{pages.LORE[1]}\n"
    document = read_markdown(text, "x", "")
    assert [section.id for section in document.sections] == ["who-pays"]
    assert (document.images[0].section, document.images[0].after) == ("who-pays", -1)


def headings(text: str) -> list[str | None]:
    return [section.heading for section in read_markdown(text, "harbour.md", "0" * 64).sections]


def test_stars_of_bold_type_that_stay_open_are_no_words_of_a_heading() -> None:
    text = (
        f"# The harbour\n\n{pages.LORE[0]}\n\n## **Who pays\n\n{pages.LORE[1]}\n\n## ** What comes next **\n\n{pages.LORE[2]}\n"
    )
    assert headings(text) == [None, "Who pays", "What comes next"]


def test_bold_lines_are_the_headings_of_a_text_that_has_no_others() -> None:
    body = f"{pages.LORE[0]}\n\n**Who pays**\n\n{pages.LORE[1]}\n\n** What comes next **\n\n{pages.LORE[2]}\n"
    assert headings(f"# The harbour\n\n{body}") == [None, "Who pays", "What comes next"]
    assert headings(f"# The harbour\n\n## A heading\n\n{body}") == ["A heading", "What comes next"]


def test_a_sentence_in_bold_and_bold_lines_in_a_row_are_no_headings() -> None:
    body = f"{pages.LORE[0]}\n\n**They never asked us.**\n\n{pages.LORE[1]}\n\n**Vera Holm**\n\n**Harbour board**\n"
    assert headings(f"# The harbour\n\n{body}") == [None]
