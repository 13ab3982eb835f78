"""Refuse pages without an article: login walls, cookie notices, indexes of other pages."""

from briefing_tui.sources.errors import NoArticle
from briefing_tui.sources.html.blocks import PageBlock, PageItem
from briefing_tui.sources.html.choice import ArticleChoice
from briefing_tui.sources.html.elements import HEADINGS
from briefing_tui.sources.shared.letters import weigh
from briefing_tui.sources.shared.notices import LITTLE, WALL
from briefing_tui.sources.shared.sentence_ends import ends_clause

_ENOUGH_BESIDE_WALL = 700
_LONG = 1_500
"""The fewest letters of a text that is an article even if it is about cookies."""
_MANY_LINKS = 8


def refuse_other_pages(items: list[PageItem], choice: ArticleChoice) -> None:
    """Raise NoArticle if the chosen blocks are no article."""
    kept = [item for item in items if isinstance(item, PageBlock) and item.order in choice.kinds]
    sentences = [block for block in kept if weigh(block.text) >= 60 and ends_clause(block.text)]
    prose = [block.text for block in sentences]
    length = sum(map(weigh, prose))
    if not kept and len([item for item in items if _is_linked_title(item)]) >= _MANY_LINKS:
        raise NoArticle("the page is an index of other articles")
    if not prose or (length < LITTLE and not _is_whole(kept, sentences)):
        raise NoArticle("there are no paragraphs in the page, or too little text to be one")
    looked_at = prose if length < max(_LONG, _ENOUGH_BESIDE_WALL) else []
    walls = sum(len(text) for text in looked_at if WALL.search(text))
    if (length < _LONG and walls > 0.6 * length) or (length < _ENOUGH_BESIDE_WALL and walls > 0.3 * length):
        raise NoArticle("the page is a notice: a login, cookies, an offer")
    near = range(choice.first - 4, choice.last + 5)
    titles = [item for item in items if _is_linked_title(item) and item.order in near and item.order not in choice.kinds]
    if len(titles) >= _MANY_LINKS and len(titles) >= len(prose) and max(map(len, prose)) < 400 and _share_alone(choice) >= 0.6:
        raise NoArticle("the page is an index of other articles")


def _is_whole(kept: list[PageBlock], sentences: list[PageBlock]) -> bool:
    """Return whether a short text is a news brief or a letter: two sentences at least, in paragraphs of its own.

    Below a letter, there may be a list or table of those who signed it.
    """
    if sum(weigh(block.text) for block in sentences) < 120:
        return False
    return all(block.tag in ("p", "div", "h1", "h2") for block in (kept if len(sentences) < 2 else sentences))


def _is_linked_title(item: PageItem) -> bool:
    return isinstance(item, PageBlock) and item.is_link and item.tag in HEADINGS and item.text.count(" ") >= 3


def _share_alone(choice: ArticleChoice) -> float:
    """Return the share of paragraphs that are next to no other; teasers alternate with titles and pictures."""
    orders = sorted(order for order, kind in choice.kinds.items() if kind != "heading")
    alone = sum(order - 1 not in orders and order + 1 not in orders for order in orders)
    return alone / len(orders) if orders else 1.0
