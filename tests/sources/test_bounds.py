"""Test that sources beyond a bound are refused, or read in part with a note.

Time grows in proportion to the number of things in it.
"""

import time
from collections.abc import Callable

import pytest

from briefing_tui.sources import Unreadable, read_source
from tests.sources import pages

PROSE = f"{pages.LORE[0]}\n\n{pages.LORE[1]}\n\n{pages.LORE[2]}\n\n"
PAGE = "<html><head><title>The quay</title></head><body><article><h1>The quay</h1>" + "".join(
    f"<p>{text}</p>" for text in pages.LORE[:3]
)


@pytest.mark.parametrize("kind", ["plain", "markdown"])
def test_a_text_of_too_many_lines_is_refused(kind: str) -> None:
    with pytest.raises(Unreadable, match="more than 300,000 lines"):
        read_source((PROSE + "a\n" * 300_000).encode(), "a.txt", kind)


def test_a_page_of_too_many_tags_is_refused() -> None:
    with pytest.raises(Unreadable, match="more than 300,000 tags"):
        read_source((PAGE + "<b>a</b>" * 150_000).encode(), "a.html", "html")


@pytest.mark.parametrize(
    ("more", "why"),
    [("\n" + "<div>" * 300 + "a", "up to line 2: its elements are nested more than 256 deep"),
     ("\n<p>" + "a b c " * 1_800_000, "up to line 2: there is a run of more than 10 MB")],
    ids=["deep", "a long run"],
)  # fmt: skip
def test_a_page_that_is_read_in_part_says_so(more: str, why: str) -> None:
    document = read_source((PAGE + more).encode(), "a.html", "html")
    assert document.notes == (f"the page is read {why}",)
    assert document.sections[0].paragraphs[0].text == pages.LORE[0]


MANY: dict[str, tuple[str, Callable[[int], str]]] = {
    "links in a paragraph": ("html", lambda count: PAGE + "<p>" + '<a href="b">a</a> ' * count),
    "marks and breaks": (
        "html",
        lambda count: PAGE + "<div>" + "".join(f"{pages.LORE[0]} Of <b>{at}</b>.<br>" for at in range(count // 4)),
    ),
    "equal headings of a page": ("html", lambda count: PAGE + f"<h2>A heading</h2><p>{pages.LORE[1]}</p>" * (count // 4)),
    "a name of an element that never ends": ("html", lambda count: f"{PAGE}<{'a' * count * 6}>{pages.LORE[1]}"),
    "a name that opens nothing": ("html", lambda count: f"{PAGE}{pages.LORE[1]}<{'a' * count * 6}"),
    "figures in one another": ("html", lambda count: PAGE + "<figure>a" * 200 + "<div>" + "<p>The quay" * count * 3),
    "boxes that are not closed": ("html", lambda count: PAGE + f"<aside>a<table><tr><td>b<p>{pages.LORE[1]}" * count),
    "comments that are not closed": ("html", lambda count: PAGE + f"<aside>a<p>{pages.LORE[1]}" * 9 + "<!--<script>" * count),
    "equal headings": ("markdown", lambda count: PROSE + "## A\n\nWords of it.\n\n" * count),
}


@pytest.mark.parametrize("name", MANY)
def test_what_is_many_is_read_in_time(name: str) -> None:
    kind, made = MANY[name]
    begun = time.process_time()
    read_source(made(10_000).encode(), f"a.{kind}", kind)
    assert time.process_time() - begun < 5
