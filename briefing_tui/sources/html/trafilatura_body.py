"""trafilatura's choice of a page's text, and the page's own blocks that hold its words: trafilatura gives no places."""

import logging
from collections import Counter
from typing import TYPE_CHECKING

from briefing_tui.sources.html.block_stream import Block
from briefing_tui.sources.shared.letters import letters

if TYPE_CHECKING:
    from lxml.html import HtmlElement


_UNREAD = ("style", "svg", "link", "meta")
_THROWN_OUT = ("aside", "footer")


def lighten(root: "HtmlElement") -> None:
    """Take from a tree what trafilatura copies and searches, several times, and never reads: half of a page's bytes."""
    from lxml import etree

    for script in [element for element in root.iter("script") if element.get("type") != "application/ld+json"]:
        script.drop_tree()
    etree.strip_elements(root, *_UNREAD, with_tail=False)


def _emptied(root: "HtmlElement") -> "list[tuple[HtmlElement, str | None, list[HtmlElement]]]":
    """Empty the elements that every step of trafilatura's fast way throws out, after it has searched them at length; what they
    held, to be put back."""
    outer = [element for element in root.iter(*_THROWN_OUT) if next(element.iterancestors(*_THROWN_OUT), None) is None]
    emptied = [(element, element.text, list(element)) for element in outer]
    for element, _, _ in emptied:
        element.text = None
        del element[:]
    return emptied


def spoken_by_trafilatura(root: "HtmlElement", fast: bool) -> list[str]:
    """The blocks of text that trafilatura takes for the article, as letters; none where it finds no article. The fast way leaves
    out its fallbacks."""
    import trafilatura

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    emptied = _emptied(root) if fast else []
    found = trafilatura.bare_extraction(root, include_comments=False, with_metadata=False, deduplicate=False, fast=fast)
    for element, text, children in emptied:
        element.text = text
        element.extend(children)
    body = getattr(found, "body", None)
    if body is None:
        return []
    blocks = body.iter("p", "head", "item", "quote", "code", "cell", "hi", "ab", "list")
    return [text for element in blocks if (text := letters("".join(element.itertext())))]


def matched(blocks: list[Block], texts: list[str]) -> set[int]:
    """The orders of the blocks whose words are among the texts, wherever the texts part them; each text is used once."""
    free, whole = Counter(texts), "".join(texts)
    found: set[int] = set()
    at = 0
    for block in blocks:
        said = letters(block.text)
        if not said:
            continue
        if free[said] > 0:
            free[said] -= 1
            found.add(block.order)
        elif len(said) >= 25:
            probes = [said] if len(said) < 100 else [said[len(said) * part // 4 :][:25] for part in range(4)]
            places = [whole.find(probe, at, at + 60_000) for probe in probes]
            if 2 * sum(place >= 0 for place in places) > len(places):
                found.add(block.order)
                at = max(places)
    return found
