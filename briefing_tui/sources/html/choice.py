"""Hold the choice of a page's blocks, and the reasons against the others."""

import re
from typing import Literal

from msgspec import Struct, field

from briefing_tui.languages.words import phrases
from briefing_tui.sources.html.blocks import Box, PageBlock
from briefing_tui.sources.shared.furniture import furniture_words

NO_WORDS_BELOW = "a heading without words below it"
OF_PICTURE = "belongs to a picture"
BlockKind = Literal["paragraph", "heading", "item", "quote", "code", "table"]

CAPTION_WORDS = phrases("caption_box_names")
"""Names of a caption's box on pages in other languages."""
_CAPTION_NAMES = re.compile(
    r"\b(?:captions?|caption ?text|figcap|cutline|image ?(?:caption|credit|text)|photo ?(?:caption|credit)|credits?|legend"
    rf"|{CAPTION_WORDS})\b"
)
GALLERY_NAMES = re.compile(r"\b(?:galler(?:y|ies)|slide ?shows?|slides?|carousel|swiper|lightbox)\b")
_FURNITURE_TAGS = frozenset(("nav", "footer", "form", "dialog", "menu"))
_FURNITURE = re.compile(
    r"\b(?:related|recirc\w*|read ?more|newsletters?|sign ?up|subscri\w+|promos?|promotion|advert\w*|ads?|dfp|commercial"
    r"|sponsor\w*"
    r"|social|share|sharing|sharebar|comments?|commenting|disqus|outbrain|taboola|most ?(?:read|viewed|popular)|popular|trending"
    r"|breadcrumbs?|tags|tag list|taglist|topics|topic list|piano|cookies?|consent|teasers?|infobox|info box|fact ?box"
    r"|widget related|click ?to ?(?:tweet|share)|tweet ?(?:quote|this|able)|bctt\w*|also like|more stories"
    r"|recommend\w*|author bio|about the author|author box|preferred source|toolbar|skip link|pagination|copyright|permission"
    r"|navigation|nav|menu|masthead|contentinfo|complementary|search|donat\w+|inline signup|cta|listen|audio player|poll|quiz)\b"
)


class ArticleChoice(Struct):
    """The chosen blocks by order with their kinds, and what was found about the others.

    `about` has blocks that say something about the article, `why` the reasons against blocks, `main` is the article's box,
    `trusted` are boxes with much of it, `cards` those of teasers, `first` and `last` the orders of its first and last block.
    """

    kinds: dict[int, BlockKind] = field(default_factory=dict)
    about: dict[int, Literal["byline", "date"]] = field(default_factory=dict)
    why: dict[int, str] = field(default_factory=dict)
    main: Box | None = None
    trusted: frozenset[Box] = frozenset()
    cards: frozenset[Box] = frozenset()
    first: int = 0
    last: int = 0


def is_in_figure(box: Box) -> bool:
    """Return whether a box is a picture's or its caption.

    A block quote in a figure is not.
    """
    for around in box.near(4):
        if around.tag == "blockquote":
            return False
        if around.tag in ("figure", "figcaption") or _CAPTION_NAMES.search(around.names):
            return True
    return False


def furniture_reason(block: PageBlock, choice: ArticleChoice) -> str | None:
    """Return why a block is furniture by its words and boxes, or None.

    A box that holds much of the article is not furniture, whatever its name: pages forget to close boxes.
    """
    for box in block.box.around():
        if box is choice.main:
            break
        if box not in choice.trusted and (why := _box_reason(box)):
            return why
    if block.furniture is None:
        block.furniture = furniture_words(block.text) or ""
    return block.furniture or None


def _box_reason(box: Box) -> str | None:
    """Return why a box is furniture by its tag and names, or None; kept for each box."""
    if box.furniture is None:
        found = None if box.tag in ("body", "html", "blockquote") else _FURNITURE.search(box.names)
        named = f"in a box named '{found[0]}'" if found else ""
        box.furniture = f"in the page's {box.tag}" if box.tag in _FURNITURE_TAGS else named
    return box.furniture or None
