"""Pages of twelve kinds of publishers, read as a page and as text."""

import pytest
from lxml import html

from briefing_tui.model.document import Document
from briefing_tui.sources import read_source
from briefing_tui.text.safety import one_line
from tests.sources.kinds import KINDS, Kind, page

_APART = frozenset(("p", "h1", "h2", "h3", "figure", "ul"))
_LINES = frozenset(("li", "div", "figcaption", "time", "header", "section", "footer", "article"))


def browser_text(markup: str) -> str:
    """Return a page's text as a browser copies it.

    Blocks have lines of their own, and paragraphs blank lines around them.
    """
    parts: list[str] = []

    def add(element: html.HtmlElement) -> None:
        ends = "\n\n" if element.tag in _APART else "\n" if element.tag in _LINES else ""
        parts.extend((ends, element.text or ""))
        for child in element:
            add(child)
            parts.append(child.tail or "")
        parts.append(ends)

    add(html.fromstring(markup).find("body"))
    lines = [one_line(line) for line in "".join(parts).split("\n")]
    return "\n".join(line for at, line in enumerate(lines) if line or (at and lines[at - 1]))


def body(document: Document) -> list[str]:
    return [paragraph.text for section in document.sections for paragraph in section.paragraphs]


def problems(document: Document, kind: Kind) -> list[str]:
    """Return what of the article is not as a careful reader has it."""
    texts = body(document)
    captions = tuple((image.caption, image.credit) for image in document.images if image.caption)
    headings = tuple(section.heading for section in document.sections if section.heading)
    found: dict[str, tuple[object, object]] = {
        "title": (document.title, kind.title),
        "lead": (document.lead, kind.lead),
        "authors": (document.authors, kind.authors),
        "headings": (headings, kind.headings),
        "captions": (captions, kind.captions),
        "opens": (texts[0][: len(kind.opens)], kind.opens),
        "closes": (texts[-1][-len(kind.closes) :], kind.closes),
        "not text": ([text for text in texts if any(words in text for words in kind.not_text)], []),
    }
    return [f"{what}: {seen!r}, not {right!r}" for what, (seen, right) in found.items() if seen != right]


_LEFT = {
    ("interview", "page"): {"headings"},  # bold questions are headings
    ("tabloid", "text"): {"not text"},  # a link below a box's unknown name
    ("live blog", "text"): {"headings", "captions"},  # the first post's heading is taken for a caption
    ("press release", "text"): {"headings", "closes"},  # what is said about the company is dropped as the page's
    ("long read", "text"): {"title", "lead", "headings", "captions"},  # a lead longer than its title; numbers for headings
}
"""What is still read wrongly."""


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
@pytest.mark.parametrize("form", ["page", "text"])
def test_an_article_of_each_kind_is_read_as_a_careful_reader_does(kind: Kind, form: str) -> None:
    source = page(kind) if form == "page" else browser_text(page(kind))
    found = problems(read_source(source.encode(), "page.html" if form == "page" else "page.txt"), kind)
    assert {problem.partition(":")[0] for problem in found} == _LEFT.get((kind.name, form), set()), found
