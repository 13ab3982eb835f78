"""Figures that a page does not close: the parser puts the rest of the article into them."""

from collections import Counter
from typing import TYPE_CHECKING

from briefing_tui.sources.html_elements import HEADINGS

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_SENTENCE = 80
"""Letters from which a paragraph is the article's rather than a caption's."""
_LEAST = 3
"""So many paragraphs of that length are no caption."""


def close_figures(root: "HtmlElement") -> None:
    """End every figure, and every caption, where the article goes on in it."""
    figures = list(root.iter("figure"))
    long = _long(root) if figures else Counter()
    nested: set[HtmlElement] = set()
    for figure in figures:
        least = 1 if figure in nested else _LEAST
        for caption in figure.findall("figcaption"):
            _close(caption, least, long)
        within = list(figure.iterdescendants("figure"))
        if _close(figure, least, long):
            nested.update(within)


def _close(element: "HtmlElement", least: int, long: "Counter[HtmlElement]") -> bool:
    """Put what is the article's, from the first heading or long paragraph on, behind the element, if there is enough of it."""
    if long[element] < least:
        return False
    children = list(element)
    has_words = bool((element.text or "").strip())
    start = next((at for at, child in enumerate(children) if (at or has_words) and _begins(child, long)), None)
    if start is None or sum(long[child] for child in children[start:]) < least:
        return False
    for child in reversed(children[start:]):
        element.addnext(child)
    long[element] = sum(long[child] for child in children[:start])
    return True


def _begins(child: "HtmlElement", long: "Counter[HtmlElement]") -> bool:
    return child.tag in HEADINGS or (child.tag != "figcaption" and long[child] > 0)


def _long(root: "HtmlElement") -> "Counter[HtmlElement]":
    """How many long paragraphs there are in each element, or it is; those above `_LEAST` are not all counted."""
    found: Counter[HtmlElement] = Counter()
    for paragraph in root.iter("p"):
        if len(" ".join("".join(paragraph.itertext()).split())) >= _SENTENCE:
            element = paragraph
            while element is not None and found[element] < _LEAST:
                found[element] += 1
                element = element.getparent()
    return found
