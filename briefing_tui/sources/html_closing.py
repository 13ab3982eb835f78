"""Figures that a page does not close: the parser puts the rest of the article into them."""

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
    nested: set[HtmlElement] = set()
    for figure in list(root.iter("figure")):
        least = 1 if figure in nested else _LEAST
        for caption in figure.findall("figcaption"):
            _close(caption, least)
        within = list(figure.iterdescendants("figure"))
        if _close(figure, least):
            nested.update(within)


def _close(element: "HtmlElement", least: int) -> bool:
    """Put what is the article's, from the first heading or long paragraph on, behind the element, if there is enough of it."""
    children = list(element)
    has_words = bool((element.text or "").strip())
    start = next((at for at, child in enumerate(children) if (at or has_words) and _begins(child)), None)
    if start is None:
        return False
    left = least
    for child in children[start:]:
        left -= _long(child, left)
        if left <= 0:
            break
    else:
        return False
    for child in reversed(children[start:]):
        element.addnext(child)
    return True


def _begins(child: "HtmlElement") -> bool:
    return child.tag in HEADINGS or (child.tag != "figcaption" and _long(child, 1) > 0)


def _long(element: "HtmlElement", most: int) -> int:
    """How many long paragraphs there are in an element, or it is; `most` at most."""
    found = 0
    for paragraph in element.iter("p"):
        found += len(" ".join("".join(paragraph.itertext()).split())) >= _SENTENCE
        if found >= most:
            break
    return found
