"""Ask trafilatura for a page's text, and locate its words in the page's own blocks."""

import logging
from collections import Counter
from typing import TYPE_CHECKING

from briefing_tui.sources.html.blocks import PageBlock
from briefing_tui.sources.shared.letters import letters

if TYPE_CHECKING:
    from lxml.html import HtmlElement


_UNREAD = ("style", "svg", "link", "meta")
_THROWN_OUT = ("aside", "footer")


def remove_unread(root: "HtmlElement") -> None:
    """Remove from a tree what trafilatura copies and searches but never reads.

    That is half of a page's bytes.
    """
    from lxml import etree

    for script in [element for element in root.iter("script") if element.get("type") != "application/ld+json"]:
        script.drop_tree()
    etree.strip_elements(root, *_UNREAD, with_tail=False)


def _empty_dropped_elements(root: "HtmlElement") -> "list[tuple[HtmlElement, str | None, list[HtmlElement]]]":
    """Empty the elements that trafilatura's fast way drops after long searches; return their content."""
    outer = [element for element in root.iter(*_THROWN_OUT) if next(element.iterancestors(*_THROWN_OUT), None) is None]
    emptied = [(element, element.text, list(element)) for element in outer]
    for element, _, _ in emptied:
        element.text = None
        del element[:]
    return emptied


def extract_with_trafilatura(root: "HtmlElement", fast: bool) -> list[str]:
    """Return the texts of trafilatura's article, reduced to letters; none without one.

    Args:
        root: the page.
        fast: whether to leave out trafilatura's fallbacks.
    """
    import trafilatura

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    emptied = _empty_dropped_elements(root) if fast else []
    found = trafilatura.bare_extraction(root, include_comments=False, with_metadata=False, deduplicate=False, fast=fast)
    for element, text, children in emptied:
        element.text = text
        element.extend(children)
    body = getattr(found, "body", None)
    if body is None:
        return []
    blocks = body.iter("p", "head", "item", "quote", "code", "cell", "hi", "ab", "list")
    return [text for element in blocks if (text := letters("".join(element.itertext())))]


def locate_texts(blocks: list[PageBlock], texts: list[str]) -> set[int]:
    """Return the orders of the blocks whose words are in the texts.

    Each text is used once. A list of contents has the words of headings as links: the headings come first.
    """
    free, whole = Counter(texts), "".join(texts)
    found: set[int] = set()
    known = {block.order: letters(block.text) for block in blocks}
    for block in sorted(blocks, key=lambda block: block.is_link):
        if free[known[block.order]] > 0 and known[block.order]:
            free[known[block.order]] -= 1
            found.add(block.order)
    at = 0
    for block in blocks:
        reduced = known[block.order]
        if len(reduced) >= 25 and block.order not in found:
            probes = [reduced] if len(reduced) < 100 else [reduced[len(reduced) * part // 4 :][:25] for part in range(4)]
            places = [whole.find(probe, at, at + 60_000) for probe in probes]
            if 2 * sum(place >= 0 for place in places) > len(places):
                found.add(block.order)
                at = max(places)
    return found
