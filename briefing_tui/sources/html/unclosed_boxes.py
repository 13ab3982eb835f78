"""Close boxes that a page leaves open.

The parser puts the rest of the article into them.
"""

import re
from collections import Counter
from typing import TYPE_CHECKING

from briefing_tui.sources.html.elements import HEADINGS

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_BOXES = frozenset(
    (
        "a", "aside", "audio", "button", "details", "dialog", "figure", "footer", "form", "label", "menu", "nav", "object",
        "picture", "svg", "table", "video",
    )
)  # fmt: skip
_PARTS = frozenset(("figcaption", "li", "ol", "source", "tbody", "td", "tfoot", "th", "thead", "tr", "ul"))
"""Parts that are left open with their box."""
_WITH_PROSE = frozenset(("aside", "details", "dialog", "figcaption", "figure", "footer", "li", "td", "th"))
"""Boxes that may begin with a long paragraph of their own."""
_SENTENCE = 80
"""The fewest letters of a paragraph that is the article's and not the box's."""
_LEAST = 3
"""The fewest such paragraphs that are no caption."""
_RAW = ("script", "style", "textarea")
_TAG = re.compile(rf"<!--|<(/?)({'|'.join(sorted((*_BOXES, *_RAW)))})(?=[\s/>])".encode(), re.IGNORECASE)
_RAW_END = {name: re.compile(f"</{name}".encode(), re.IGNORECASE) for name in _RAW}


def close_boxes(root: "HtmlElement", markup: bytes) -> None:
    """Close each box that the markup leaves open, if the article continues in it.

    Its last part is closed, too.
    """
    boxes = list(root.iter(*_BOXES))
    long = _count_long_paragraphs(root) if boxes else Counter()
    if not any(long[box] >= _LEAST for box in boxes):
        return
    unclosed = _unclosed(root, markup)
    least = _LEAST
    for box in boxes:
        if box not in unclosed or long[box] < least:
            continue
        for part in _open_parts(box):
            _close(part, least, long)
        if _close(box, least, long):
            least = 1  # the boxes below were in this one, and the article was divided among them


def _open_parts(box: "HtmlElement") -> "list[HtmlElement]":
    """Return the parts that the box ends with, the innermost first."""
    parts: list[HtmlElement] = []
    last = box
    while len(last) and last[-1].tag in _PARTS:
        last = last[-1]
        parts.insert(0, last)
    return parts


def _unclosed(root: "HtmlElement", markup: bytes) -> "set[HtmlElement]":
    """Return the boxes whose end the markup lacks.

    Boxes of a name are left out if the parser saw more or fewer of them.
    """
    count: Counter[str] = Counter()
    still_open: dict[str, list[int]] = {}
    at = 0
    while tag := _TAG.search(markup, at):
        at = tag.end()
        name = (tag[2] or b"").decode().lower()
        if name in _BOXES:
            numbers = still_open.setdefault(name, [])
            if not tag[1]:
                numbers.append(count[name])
                count[name] += 1
            elif numbers:
                numbers.pop()
        elif not tag[1]:
            end = _RAW_END[name].search(markup, at) if name else None
            at = end.start() if end else markup.find(b"-->", at) if not name else -1
            if at < 0:
                break
    found: set[HtmlElement] = set()
    for name, numbers in still_open.items():
        elements = list(root.iter(name)) if numbers else []
        if len(elements) == count[name]:
            found.update(elements[number] for number in numbers)
    return found


def _close(element: "HtmlElement", least: int, long: "Counter[HtmlElement]") -> bool:
    """Move what is the article's behind the element, if there is enough of it.

    The article begins at the first heading or long paragraph.
    """
    if long[element] < least:
        return False
    children = list(element)
    own = element.tag in _WITH_PROSE and not (element.text or "").strip()
    start = next((at for at, child in enumerate(children) if (at or not own) and _begins(child, long)), None)
    if start is None or sum(long[child] for child in children[start:]) < least:
        return False
    for child in reversed(children[start:]):
        element.addnext(child)
    long[element] = sum(long[child] for child in children[:start])
    return True


def _begins(child: "HtmlElement", long: "Counter[HtmlElement]") -> bool:
    return child.tag in HEADINGS or (child.tag not in _PARTS and long[child] > 0)


def _count_long_paragraphs(root: "HtmlElement") -> "Counter[HtmlElement]":
    """Return the number of long paragraphs in each element; above `_LEAST` not all are counted."""
    found: Counter[HtmlElement] = Counter()
    for paragraph in root.iter("p"):
        if len(" ".join("".join(paragraph.itertext()).split())) >= _SENTENCE:
            element = paragraph
            while element is not None and found[element] < _LEAST:
                found[element] += 1
                element = element.getparent()
    return found
