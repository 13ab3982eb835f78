"""Find a page's blocks that belong to pictures, before the article's are chosen.

A box's name need not say so: a labelled credit does, and words that the page also gives as the picture's own.
"""

from briefing_tui.sources.html.blocks import Box, PageBlock, PageItem, PagePicture
from briefing_tui.sources.html.elements import HEADINGS
from briefing_tui.sources.html.head.metadata import PageMetadata
from briefing_tui.sources.shared.credits.captions import ends_in_labelled_credit, is_labelled_credit
from briefing_tui.sources.shared.letters import letters
from briefing_tui.text.safety import one_line

_LONGEST_CAPTION = 250
"""The most letters of a line in italics that is the caption of the picture above it."""
_FEWEST_LETTERS = 12
"""The fewest letters of words that no article says by chance as its picture does."""
_REACH = 3
"""The number of blocks and pictures after a picture among which its caption is looked for."""


def words_of_pictures(items: list[PageItem], meta: PageMetadata) -> set[int]:
    """Return the orders of blocks that belong to a picture, whatever their boxes' names.

    Args:
        items: the page's blocks and pictures.
        meta: the page's metadata; words that describe the article are no picture's.
    """
    captions = frozenset(letters(data.caption) for data in meta.pictures if data.caption)
    described = frozenset(map(letters, meta.descriptions))
    return _credits_beside_pictures(items) | _repeated_words(items, captions, described)


def _repeated_words(items: list[PageItem], captions: frozenset[str], described: frozenset[str]) -> set[int]:
    """Return the orders of blocks right behind a picture that its markup repeats.

    It has the same words as its alternative text or title, or the page's data have them.
    """
    found: set[int] = set()
    known: frozenset[str] = frozenset()
    since = -_REACH
    for at, item in enumerate(items):
        if isinstance(item, PagePicture):
            known, since = (captions | _own_words(item)) - described, at
        elif at - since <= _REACH and item.tag not in HEADINGS:
            words = letters(item.text)
            if len(words) >= _FEWEST_LETTERS and words in known:
                found.add(item.order)
    return found


def _own_words(picture: PagePicture) -> frozenset[str]:
    """Return the letters of a picture's alternative text and of its title, which may have a credit behind a bar."""
    title = one_line(picture.element.get("title") or "")
    return frozenset(letters(words) for words in (picture.alt, title, title.rpartition(" | ")[0]) if words)


def _credits_beside_pictures(items: list[PageItem]) -> set[int]:
    """Return the orders of blocks in a picture's small box with a labelled credit.

    The credit is a line of its own or the end of the only line, with nothing but a few more words in the box. A line in italics
    alone with its picture is one of these, too.
    """
    held: dict[Box, list[PageItem]] = {}
    for item in items:
        if isinstance(item, PagePicture):
            held.update({box: [] for box in item.box.near(3)})
    for item in items:
        for box in item.box.near(4):
            if box in held:
                held[box].append(item)
    found: set[int] = set()
    for inner in held.values():
        blocks = [item for item in inner if isinstance(item, PageBlock)]
        if not (1 <= len(blocks) <= 3 and len(blocks) < len(inner) <= 5):
            continue
        if any(is_labelled_credit(block.text) for block in blocks) or (
            len(blocks) == 1 and (ends_in_labelled_credit(blocks[0].text) or _is_in_italics(blocks[0]))
        ):
            found.update(block.order for block in blocks)
    return found


def _is_in_italics(block: PageBlock) -> bool:
    """Return whether a block of a caption's length is wholly emphasised."""
    slanted = sum(mark.end - mark.start for mark in block.marks if mark.kind == "emphasis")
    return slanted >= len(block.text) <= _LONGEST_CAPTION and not block.linked
