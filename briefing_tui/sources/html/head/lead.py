"""Find an article's lead: the standfirst between its headline and its text."""

import re

from briefing_tui.languages.datelines import PAGE_DATELINE
from briefing_tui.languages.words import phrases
from briefing_tui.sources.html.blocks import Box, PageBlock, PageItem
from briefing_tui.sources.html.choice import OF_PICTURE, ArticleChoice, furniture_reason, is_in_figure
from briefing_tui.sources.html.head.metadata import PageMetadata
from briefing_tui.sources.shared.letters import letters
from briefing_tui.sources.shared.sentence_ends import ends_clause
from briefing_tui.text.late_pattern import late_pattern

_STAMP = late_pattern(r"\d,? (?:19|20)\d\d\b|\b(?:19|20)\d\d-\d\d-\d\d|\d[./]\d{1,2}[./](?:(?:19|20)\d\d|\d\d)\b")
"""A day of publication, on a line of its own or beside the author."""
_LEAD_NAMES = re.compile(
    r"\b(?:standfirst|stand first|lead(?: ?(?:text|in|paragraph))?|dek|deck|sub ?title|sub ?head(?:line|ing)?s?|summary"
    r"|intro(?:duction)?|excerpt|strap ?line"
    r"|abstract|teaser ?text|tagline|blurb|tertiary ?title|secondary ?title|article ?(?:lead|description)|description"
    rf"|lede|{phrases('lead_box_names')})\b"
)
_BYLINE_WORDS = re.compile(rf"^{phrases('lead_byline_words')}\b|\b\d{{1,2}}[:.]\d{{2}}\s*{phrases('clock_words')}\b", re.I)
_POST = re.compile(r"\d{1,2}[:.]\d\d\b(?! ?%)")
"""The time with which the heading of a live page's post begins."""
_TEASER = "in a box named 'teaser'"
"""The reason against the box of another article's teaser; a box below the headline may have the same name."""
_FEW_BLANKS = 8
LONG_TITLE = 20
"""The fewest letters of a title that is looked for in a block."""
_FEW = 3
"""The fewest paragraphs from which one can be set apart."""


def _candidates(items: list[PageItem], head: PageBlock | None, first: int) -> list[PageBlock]:
    """Return the blocks from the headline to the first ones of the text."""
    since = head.order + 1 if head else max(0, first - 12)
    return [item for item in items[since : first + 2] if isinstance(item, PageBlock)]


def find_lead(
    items: list[PageItem], meta: PageMetadata, head: PageBlock | None, choice: ArticleChoice
) -> tuple[str | None, int | None]:
    """Return the standfirst and the order of its block; (None, None) without one.

    A block between headline and text is the standfirst if the page's description says the same, if its box is named so, if it
    is an `h2` right below the headline, or a sentence above the byline.
    """
    described = [letters(text) for text in meta.descriptions]
    titles = [letters(text) for text in meta.headlines]
    body = [
        item for item in items if isinstance(item, PageBlock) and choice.kinds.get(item.order) in ("paragraph", "quote", "item")
    ]
    sections = _section_headings(items, choice)
    found: list[tuple[int, PageBlock]] = []
    for block in _candidates(items, head, body[0].order if body else choice.first):
        reduced = letters(block.text)
        repeated = any(_says_as(reduced, text) for text in described)
        if (
            block.order in choice.about
            or not _can_be_lead(block, repeated, choice)
            or reduced in titles
            or ends_in_title(reduced, titles)
        ):
            continue
        near = block.box.near(3)
        named = any(_is_lead_box(box) for box in near if box.tag not in ("main", "body"))
        below = block.tag in ("h2", "h3") and head is not None and _is_below(block, head) and block.order not in sections
        is_body = choice.kinds.get(block.order) in ("paragraph", "quote", "item")
        above = _is_above_byline(block, head, body, choice)
        opening = PAGE_DATELINE.match(block.text) if is_body else None
        if opening and (not named or "(" in opening[0]):
            break  # with an agency behind it, it opens the text, however it is set
        if is_body and not (above or (named and repeated)) and not ((named or repeated) and _is_set_apart(block, body)):
            break
        if repeated or named or below or above:
            found.append((0 if repeated else 1 if named else 2, block))
    if not found:
        return None, None
    best = min(found, key=lambda pair: (pair[0], pair[1].order))[1]
    return best.text, best.order


def ends_in_title(shown: str, titles: list[str]) -> bool:
    """Return whether a block is a title again, with its kicker before it.

    All are given as their letters alone.
    """
    return any(LONG_TITLE <= len(title) < len(shown) and shown.endswith(title) for title in titles)


def _section_headings(items: list[PageItem], choice: ArticleChoice) -> set[int]:
    """Return the orders of short headings that are set alike.

    Each opens a part of the text.
    """
    alike: dict[tuple[str, str], list[int]] = {}
    for item in items:
        if isinstance(item, PageBlock) and choice.kinds.get(item.order) == "heading" and item.text.count(" ") < _FEW_BLANKS:
            around = item.box.parent
            if not ends_clause(item.text) and around is not None and around is not choice.main:
                alike.setdefault((item.tag, around.names), []).append(item.order)
    return {order for orders in alike.values() if len(orders) > 1 for order in orders}


def _is_below(block: PageBlock, head: PageBlock) -> bool:
    """Return whether a second heading is right below the headline, or a long sentence further down.

    A question there belongs to a poll.
    """
    return block.order - head.order <= 3 or (block.text.count(" ") >= 14 and not block.text.endswith("?"))


def _is_above_byline(block: PageBlock, head: PageBlock | None, body: list[PageBlock], choice: ArticleChoice) -> bool:
    """Return whether a block is the one sentence between the headline and the byline; no text begins so."""
    about = [order for order in choice.about if head is not None and order > head.order]
    if len(body) < _FEW or not about or not (ends_clause(block.text) or block.text.count(" ") >= _FEW_BLANKS):
        return False
    return block.order < min(about) and (block is body[0] or block.order < body[0].order) and min(about) < body[1].order


def _says_as(shown: str, described: str) -> bool:
    """Return whether a block says the same as a description.

    The description may be cut short, or lack the place with which a standfirst begins.
    """
    if len(described) < 20 or len(shown) < 20:
        return shown == described
    longer, shorter = (shown, described[:-3]) if len(shown) > len(described) else (described, shown)
    return shown == described or (shorter in longer and len(shorter) >= 0.6 * len(longer))


def _can_be_lead(block: PageBlock, repeated: bool, choice: ArticleChoice) -> bool:
    if len(letters(block.text)) < 15 or block.text.count(" ") < 2 or len(block.text) > 700 or block.is_link:
        return False
    if choice.why.get(block.order) == OF_PICTURE or is_in_figure(block.box):
        return False
    if _BYLINE_WORDS.search(block.text) or _POST.match(block.text):
        return False
    if block.text.count(" ") < _FEW_BLANKS and _STAMP.search(block.text):
        return False
    why = furniture_reason(block, choice)
    return repeated or why is None or (why == _TEASER and "teaser text" in block.box.names)


def _is_lead_box(box: Box) -> bool:
    return _LEAD_NAMES.search(box.names) is not None


def _is_set_apart(block: PageBlock, body: list[PageBlock]) -> bool:
    """Return whether a first paragraph is set apart from the next ones.

    It has another box, tag or name, or is wholly bold.
    """
    if len(body) < _FEW:
        return False
    bold = sum(mark.end - mark.start for mark in block.marks if mark.kind in ("strong", "emphasis")) >= 0.95 * len(block.text)
    return (
        bold
        or (_is_lead_box(block.box) and not any(_is_lead_box(other.box) for other in body[1:3]))
        or (block.box.parent is not body[1].box.parent and body[1].box.parent is body[2].box.parent)
        or _box_names(block) != _box_names(body[1]) == _box_names(body[2])
        or block.tag != body[1].tag
    )


def _box_names(block: PageBlock) -> tuple[str, str]:
    """Return the names of a block's box and of the one around it."""
    return block.box.names, block.box.parent.names if block.box.parent is not None else ""
