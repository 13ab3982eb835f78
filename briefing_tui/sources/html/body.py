"""Choose the blocks of a page that are its article.

trafilatura finds the body (F1 .97 on saved news pages) but no places, so its words are located in the page's own blocks, and
headings, lists and marks come from the markup. The article's box is then the innermost one around nearly all of them, and rules
about pages, never about sites, add and drop blocks by their places and the names of their boxes.
"""

import re
from collections import Counter
from itertools import islice
from typing import TYPE_CHECKING

from briefing_tui.sources.html.blocks import Box, PageBlock, PageItem
from briefing_tui.sources.html.choice import (
    GALLERY_NAMES,
    NO_WORDS_BELOW,
    OF_PICTURE,
    ArticleChoice,
    BlockKind,
    furniture_reason,
    is_in_figure,
)
from briefing_tui.sources.html.elements import HEADINGS
from briefing_tui.sources.html.head.metadata import PageMetadata
from briefing_tui.sources.html.picture_words import words_of_pictures
from briefing_tui.sources.html.trafilatura_body import extract_with_trafilatura, locate_texts, remove_unread
from briefing_tui.sources.shared.letters import letters, weigh
from briefing_tui.sources.shared.sentence_ends import ends_clause

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_SPEAKER_WORDS = 8
"""The most words of the line that says whose words a pull quote has."""
_PULL_NAMES = re.compile(r"\b(?:pull ?quotes?|pq|quote ?pull|pulled)\b")

_MANY, _MUCH = 8_000, 1_000_000
"""The most blocks and table rows, and the most letters of likely text, for which trafilatura is fast enough."""
_ELEMENTS, _SIBLINGS = 20_000, 1_000
"""The most elements of a page, and of one parent, for trafilatura: its time grows with the square of siblings."""

_ITEM_PARAGRAPHS = 3
_LONGEST_POINTER, _LABEL_BLANKS, _TITLE_BLANKS = 160, 5, 2
"""The most letters of a line that leads to another article, the most blanks in its label, and the fewest in the link."""
_POST_SIGNATURE = re.compile(r"[—–-] ?[^()@]{1,60}\(@\w{1,40}\)")
_OTHERS = re.compile(r"\b(?:cards?|teasers?|items?|story|stories|posts?|entry|comments?|hentry|related|result)\b")
"""Names of boxes each of which has an article, a teaser or a comment of its own."""
_LISTING_BLANKS = 3
"""The fewest blanks of a line with a colon whose list of links is the article's."""
_LONGEST_BUTTON = 60
"""The most letters of a gallery's counters and buttons."""
_REPEATED, _FEW_WORDS = 3, 6
"""How often a page has a line of so few words below each of its parts."""


def _article_box(blocks: list[PageBlock], chosen: set[int]) -> tuple[Box | None, frozenset[Box]]:
    """Return the article's box, and the boxes with a fifth of the chosen words or more.

    The article's box is the innermost one around nearly all chosen words.
    """
    likely = [block for block in blocks if block.order in chosen and not block.is_link]
    weights, total = _letters_per_box(likely)
    trusted = frozenset(box for box, weight in weights.items() if weight >= 0.2 * total)
    weights, total = _letters_per_box(
        [block for block in likely if furniture_reason(block, ArticleChoice(trusted=trusted)) is None]
    )
    inner: Box | None = None
    for box, weight in weights.items():
        if weight >= 0.97 * total and (inner is None or box.is_within(inner)):
            inner = box
    return inner, trusted


def _widen_over_siblings(blocks: list[PageBlock], choice: ArticleChoice) -> set[int]:
    """Return the blocks of the boxes that stand beside the article's and are like it; its box then holds them all.

    Some pages lay a long article out in several boxes with advertisements between them. A box with a headline of its own is
    another article's.
    """
    main = choice.main
    for box in main.near(4) if main is not None else ():
        if box.parent is None or box.tag not in ("div", "section") or _OTHERS.search(box.names):
            break
        parts: dict[Box, list[PageBlock]] = {}
        for block in blocks:
            part = next((around for around in block.box.near(8) if around.parent is box.parent), None)
            if part is not None and part is not box and (part.tag, part.names) == (box.tag, box.names):
                parts.setdefault(part, []).append(block)
        held = [held for held in parts.values() if any(map(_is_likely_paragraph, held)) and not any(map(_opens_other, held))]
        if held and box.names:
            choice.main = box.parent
            choice.trusted |= frozenset(box.parent.around())
            return {block.order for part in held for block in part if _is_likely_paragraph(block)}
    return set()


def _is_likely_paragraph(block: PageBlock) -> bool:
    return block.tag == "p" and _is_likely(block)


def _opens_other(block: PageBlock) -> bool:
    """Return whether a block is the headline of another article, or leads to one."""
    return block.tag == "h1" or (block.tag in HEADINGS and block.is_link)


def _letters_per_box(blocks: list[PageBlock]) -> tuple[Counter[Box], int]:
    """Return how many of the blocks' letters each box holds, and their total."""
    weights: Counter[Box] = Counter()
    for block in blocks:
        for box in block.box.around():
            weights[box] += len(block.text)
    return weights, sum(len(block.text) for block in blocks)


def _teaser_boxes(items: list[PageItem], trusted: frozenset[Box]) -> set[Box]:
    """Return the small boxes of teasers: a linked heading, a picture, and a line or two."""
    sizes: Counter[Box] = Counter()
    unlinked: Counter[Box] = Counter()
    pictured: set[Box] = set()
    for item in items:
        for box in item.box.near(5):
            if isinstance(item, PageBlock):
                sizes[box] += len(item.text)
                unlinked[box] += len(item.text) - item.linked
            else:
                pictured.add(box)
    cards: set[Box] = set()
    for item in items:
        if not isinstance(item, PageBlock) or not item.is_link or item.text.count(" ") < 3 or item.tag in ("p", "li"):
            continue
        for box in item.box.near(5)[1:]:
            if box in trusted or sizes[box] > 600 or unlinked[box] > 300 or box.tag in ("p", "body", "article"):
                break
            if box in pictured or item.tag in HEADINGS:
                cards.add(box)
    return cards


def _is_set_as_heading(block: PageBlock) -> bool:
    """Return whether a paragraph looks like a heading: wholly bold, short, without a full stop."""
    bold = sum(mark.end - mark.start for mark in block.marks if mark.kind == "strong")
    return (
        block.tag in ("p", "div")
        and bold >= len(block.text.rstrip(" ?!"))
        and 3 <= len(block.text) <= 110
        and not re.search(r"[.:;,…][\"'”’]*$", block.text)
        and block.text[0].isupper() | (block.text[0] in "\"'“‘„«")
    )


def _is_page_part(box: Box) -> bool:
    """Return whether a list item is a part of the page's layout, as it holds many paragraphs."""
    return sum(1 for _ in islice(box.element.iter("p"), _ITEM_PARAGRAPHS + 1)) > _ITEM_PARAGRAPHS


def block_kind(block: PageBlock) -> BlockKind:
    """Return what a block of the article is by its markup."""
    if block.kind == "table":
        return "table"
    if block.kind == "pre":
        return "code"
    boxes = block.box.near(6)
    if block.tag in HEADINGS:
        return "heading"
    for box in boxes:
        if box.tag == "blockquote" or _PULL_NAMES.search(box.names):
            return "quote"
        if box.tag == "li" and not _is_page_part(box):
            return "item"
        if box.tag in ("article", "main", "section"):
            break
    return "heading" if _is_set_as_heading(block) else "paragraph"


def find_article(root: "HtmlElement", items: list[PageItem], meta: PageMetadata) -> ArticleChoice:
    """Return the article's blocks; scripts and styles are removed from the tree.

    trafilatura's fallbacks are used only if its fast way leaves out much of the page's sentences.

    Args:
        root: the page.
        items: its blocks and pictures.
        meta: its metadata.
    """
    pictured = words_of_pictures(items, meta)
    likely = [item for item in items if isinstance(item, PageBlock) and _is_likely(item)]
    sentences = sum(len(block.text) for block in likely)
    rows = sum(item.text.count("\n") for item in items if isinstance(item, PageBlock) and item.kind == "table")
    if len(items) + rows > _MANY or sentences > _MUCH or _has_many_elements(root):
        return choose_blocks(items, [letters(block.text) for block in likely], pictured)
    remove_unread(root)
    choice = choose_blocks(items, extract_with_trafilatura(root, fast=True), pictured)
    if _chosen_length(items, choice) >= 0.6 * sentences:
        return choice
    other = choose_blocks(items, extract_with_trafilatura(root, fast=False), pictured)
    if not other.kinds and not choice.kinds:
        return choose_blocks(items, [letters(block.text) for block in likely], pictured)
    return other if _chosen_length(items, other) > _chosen_length(items, choice) else choice


def _has_many_elements(root: "HtmlElement") -> bool:
    return bool(root.xpath(f"count(//*) > {_ELEMENTS} or boolean(//*[count(*) > {_SIBLINGS}])"))


def _is_likely(block: PageBlock) -> bool:
    """Return whether a block is a sentence or more, and no box around it is furniture."""
    long = weigh(block.text) >= 80 and not block.is_link and ends_clause(block.text)
    return long and furniture_reason(block, ArticleChoice()) is None


def _chosen_length(items: list[PageItem], choice: ArticleChoice) -> int:
    return sum(len(item.text) for item in items if isinstance(item, PageBlock) and item.order in choice.kinds)


def choose_blocks(items: list[PageItem], texts: list[str], pictured: set[int]) -> ArticleChoice:
    """Choose the article's blocks.

    Args:
        items: the page's blocks and pictures.
        texts: trafilatura's choice, reduced to letters.
        pictured: the orders of blocks that belong to pictures.
    """
    blocks = [item for item in items if isinstance(item, PageBlock)]
    choice = ArticleChoice()
    chosen = locate_texts(blocks, texts)
    choice.why = dict.fromkeys(pictured, OF_PICTURE)
    choice.main, choice.trusted = _article_box(blocks, chosen)
    if choice.main is None:
        return choice
    chosen |= _widen_over_siblings(blocks, choice)
    choice.cards = frozenset(_teaser_boxes(items, choice.trusted))
    inside = [block for block in blocks if block.box.is_within(choice.main)]
    sure = [block for block in inside if block.order in chosen and block.order not in choice.why and _is_body(block, choice)]
    if not sure:
        return choice
    homes = {box for block in sure if block.tag not in HEADINGS for box in (*_surrounding_boxes(block), block.box)}
    _set_first_and_last(inside, sure, homes, choice)
    for block in inside:
        if block.order in choice.why or not choice.first <= block.order <= choice.last:
            continue
        if block.order in chosen or (_is_missed(block, homes) and _is_body(block, choice)):
            choice.kinds[block.order] = block_kind(block)
    _add_listed_links(inside, choice)
    _drop_repeats(inside, choice)
    _drop_repeated_lines(inside, choice)
    _make_bold_lines_text(inside, choice)
    _drop_empty_headings(inside, choice)
    return choice


def _surrounding_boxes(block: PageBlock) -> list[Box]:
    """Return the boxes that show where a block is.

    They are its parent, and those around it while nothing else is in them.
    """
    homes: list[Box] = []
    inner = block.box
    while inner.parent is not None and len(homes) < 4:
        homes.append(inner.parent)
        if inner.element.getnext() is not None or inner.element.getprevious() is not None:
            break
        inner = inner.parent
    return homes


def _set_first_and_last(inside: list[PageBlock], sure: list[PageBlock], homes: set[Box], choice: ArticleChoice) -> None:
    """Set the article's first and last block.

    They are trafilatura's, or similar whole sentences right before and behind those.
    """
    choice.first, choice.last = sure[0].order, sure[-1].order
    wider = {block.box.parent.parent for block in sure if block.tag == "p" and block.box.parent}
    before = [block for block in reversed(inside) if block.order < choice.first]
    behind = [block for block in inside if block.order > choice.last]
    for blocks in (before, behind):
        for block in blocks:
            near = _is_missed(block, homes) or (
                block.order < choice.first and block.box.parent and block.box.parent.parent in wider
            )
            if not (near and _is_sentence(block) and _is_body(block, choice)):
                break
            choice.first, choice.last = min(choice.first, block.order), max(choice.last, block.order)


def _is_linked_sentence(block: PageBlock) -> bool:
    return block.tag in ("p", "li", "div") and block.text.count(" ") >= 4 and block.text.rstrip("\"'”’»)").endswith(".")


def _may_be_linked(block: PageBlock) -> bool:
    """Return whether a link may be a part of the text: a sentence, or a heading that leads to itself."""
    links = [mark.href for mark in block.marks if mark.kind == "link"]
    is_own = block.tag in HEADINGS and bool(links) and all(href.startswith("#") for href in links)
    return is_own or _is_linked_sentence(block)


def _is_labelled_link(block: PageBlock) -> bool:
    """Return whether a line is a label and a link: `Also on the river: …`."""
    link = block.marks[-1] if block.marks and block.marks[-1].kind == "link" else None
    link = link or next((mark for mark in block.marks if mark.kind == "link"), None)
    if link is None or block.tag not in ("p", "div") or len(block.text) > _LONGEST_POINTER:
        return False
    label = block.text[: link.start].rstrip(" \"'“‘„«")
    if block.text[link.start : link.end].count(" ") < _TITLE_BLANKS:
        return False
    return label.endswith(":") and label.count(" ") <= _LABEL_BLANKS and not block.text[link.end :].strip(" .!?\"'”’»")


def _is_sentence(block: PageBlock) -> bool:
    return block.tag == "p" and weigh(block.text) >= 50 and ends_clause(block.text)


def _is_missed(block: PageBlock, homes: set[Box]) -> bool:
    """Return whether a block that trafilatura left out is among its chosen ones and set like them."""
    if block.is_link and not _may_be_linked(block):
        return False
    if block.box in homes and ((len(block.text) >= 25 and ends_clause(block.text)) or _is_set_as_heading(block)):
        return True
    set_as_text = block.tag in HEADINGS or block.tag in ("p", "li", "blockquote", "pre", "table", "td")
    return set_as_text and any(box in homes for box in _surrounding_boxes(block))


def _is_body(block: PageBlock, choice: ArticleChoice) -> bool:
    """Return whether nothing speaks against a block; otherwise the choice gets the reason."""
    if not letters(block.text):
        choice.why[block.order] = "no words"
    elif any(box in choice.cards for box in block.box.around()):
        choice.why[block.order] = "a teaser of another article"
    elif why := furniture_reason(block, choice):
        choice.why[block.order] = why
    elif is_in_figure(block.box):
        choice.why[block.order] = OF_PICTURE
    elif (block.is_link and block.tag != "table" and not _may_be_linked(block)) or _is_labelled_link(block):
        choice.why[block.order] = "a link to another page"
    elif len(block.text) <= _LONGEST_POINTER and _POST_SIGNATURE.match(block.text):
        choice.why[block.order] = "who wrote a post"
    elif len(block.text) <= _LONGEST_BUTTON and any(GALLERY_NAMES.search(box.names) for box in block.box.near(4)):
        choice.why[block.order] = "belongs to a picture gallery"
    else:
        return True
    return False


def _add_listed_links(inside: list[PageBlock], choice: ArticleChoice) -> None:
    """Add the links of a list that a line of the article announces with a colon."""
    announced = False
    for block in inside:
        if choice.kinds.get(block.order) == "item" and announced:
            continue
        if block.order in choice.kinds:
            announced = block.text.endswith(":") and block.tag == "p" and block.text.count(" ") >= _LISTING_BLANKS
        elif announced and block.tag == "li" and choice.why.get(block.order) in (None, "a link to another page"):
            choice.why.pop(block.order, None)
            choice.kinds[block.order] = "item"
        else:
            announced = False


def _make_bold_lines_text(inside: list[PageBlock], choice: ArticleChoice) -> None:
    """Make bold lines paragraphs again, unless they are all the headings there are."""
    headings = [block for block in inside if choice.kinds.get(block.order) == "heading" and block.tag != "h1"]
    bold = [block for block in headings if block.tag not in HEADINGS]
    if len(bold) < len(headings):
        choice.kinds |= {block.order: "paragraph" for block in bold}


def _drop_empty_headings(inside: list[PageBlock], choice: ArticleChoice) -> None:
    """Drop headings that have no text below them."""
    followed = False
    for block in reversed(inside):
        kind = choice.kinds.get(block.order)
        if kind == "heading" and not followed:
            del choice.kinds[block.order]
            choice.why[block.order] = NO_WORDS_BELOW
        followed = followed or kind not in (None, "heading")


def _drop_repeats(inside: list[PageBlock], choice: ArticleChoice) -> None:
    """Drop pull quotes of the article's own words, and blocks that a page holds twice."""
    reduced = {block.order: letters(block.text) for block in inside if block.order in choice.kinds}
    seen: set[str] = set()
    last: Box | None = None
    for block in inside:
        kind = choice.kinds.get(block.order)
        if kind is None or kind == "heading":
            continue
        words = reduced[block.order]
        pulled = next((box for box in block.box.near(4) if _PULL_NAMES.search(box.names) or box.tag == "aside"), None)
        if len(words) >= 60 and words in seen:
            del choice.kinds[block.order]
            choice.why[block.order] = "said before, word for word"
        elif pulled and len(words) >= 15 and any(words in other for order, other in reduced.items() if order != block.order):
            del choice.kinds[block.order]
            choice.why[block.order] = "a pull quote: its words stand in the text"
            last = pulled
        elif pulled and pulled is last and len(block.text.split()) <= _SPEAKER_WORDS:
            del choice.kinds[block.order]
            choice.why[block.order] = "who said a pull quote"
        seen.add(words)


def _drop_repeated_lines(inside: list[PageBlock], choice: ArticleChoice) -> None:
    """Drop short lines that a page has below each of its parts, such as a link to share a post."""
    lines = [block for block in inside if choice.kinds.get(block.order) in ("paragraph", "quote") and _is_short_line(block)]
    counts = Counter(letters(block.text) for block in lines)
    for block in lines:
        if counts[letters(block.text)] >= _REPEATED:
            del choice.kinds[block.order]
            choice.why[block.order] = "a line that the page repeats"


def _is_short_line(block: PageBlock) -> bool:
    return block.text.count(" ") < _FEW_WORDS and not ends_clause(block.text)
