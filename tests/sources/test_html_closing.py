"""Test that figures, headings and other boxes left open do not swallow the article."""

import pytest

from briefing_tui.sources.html.reader import read_html
from tests.sources import pages
from tests.sources.pages import DIGEST, texts


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
    assert [text for text in texts(whole) if text not in texts(page)] == []
    assert [text for text in texts(page) if text not in texts(whole)] in ([], ["Day\tDepth\nMonday\t4 m"])
    assert [image.caption for image in page.images] == [image.caption for image in whole.images]


@pytest.mark.parametrize("other", ["<aside>It moved.", "<script>let box = '<aside>'</script>", "<!-- <aside> -->"])
def test_a_box_that_is_closed_keeps_its_text(other: str) -> None:
    told = "".join(
        f"<p>A ferry of the northern strait was late by {count} hours, and nobody could say why it was.</p>" for count in "34567"
    )
    related = f'<aside class="related"><h4>Related</h4>{told}</aside>'
    page = read_html(pages.PAGE.replace("<h2>", f"{related}{other}<h2>"), "x", DIGEST)
    assert texts(page) == texts(read_html(pages.PAGE, "x", DIGEST))


def test_a_page_laid_out_by_a_table_that_is_not_closed_is_read() -> None:
    text = "".join(f"<p>{text}</p>" for text in pages.LORE)
    page = read_html(f'<html><body><table><tr><td><a href="/">Home</a><td><h1>The quay</h1>{text}', "x", DIGEST)
    assert page.title == "The quay"
    assert [text for text in pages.LORE if text not in texts(page)] == []


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
    assert [text for text in pages.LORE if text not in texts(page)] == []
