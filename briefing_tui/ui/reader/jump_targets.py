"""Everything on screen that can be jumped to: sections, items, tabs, the article's headings, quotes, paragraphs."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from briefing_tui.ui.widgets.item_list import ItemList

if TYPE_CHECKING:
    from briefing_tui.ui.read_screen import ReadScreen


class Spot(NamedTuple):
    """A cell of the screen, and what going there does."""

    x: int
    y: int
    go: Callable[[], None]


def spots(reader: ReadScreen) -> list[Spot]:
    """The spots on screen, region by region, from the top."""
    found: list[Spot] = []
    if reader.left.display:
        found.extend(_list_spots(reader.outline, lambda: reader.frame.focus("outline"), choose=True))
    if reader.article.display:
        found.extend(_article_spots(reader))
    if reader.side.display:
        region = reader.side.region
        found.extend(Spot(region.x + x, region.y, partial(reader.open_pane, name)) for x, name in reader.side.tab_spans)
        found.extend(_list_spots(reader.side.shown, lambda: reader.frame.focus("pane"), choose=False))
    return found


def _list_spots(items: ItemList, focus: Callable[[], None], choose: bool) -> list[Spot]:
    found = []
    for number in range(len(items.items)):
        first, _ = items.item_range(number)
        if items.top <= first < items.top + items.page:
            found.append(
                Spot(items.content_region.x, items.content_region.y + first - items.top, _goer(items, number, focus, choose))
            )
    return found


def _goer(items: ItemList, number: int, focus: Callable[[], None], choose: bool) -> Callable[[], None]:
    def go() -> None:
        focus()
        if not items.move_to(number) and not choose:
            items.post_message(ItemList.Moved(items, items.items[number]))
        if choose:
            items.choose()

    return go


def _article_spots(reader: ReadScreen) -> list[Spot]:
    article = reader.article
    found: list[Spot] = []
    if not article.blocks:
        return found
    left, top = article.content_region.x + article.margin, article.content_region.y
    taken = set()
    for block, start, number in reader.session.quote_stops:
        line = article.line_of(block, start) if _in_view(reader, block) else -1
        if article.top <= line < article.top + article.page and line not in taken:
            taken.add(line)
            quote = reader.session.briefing.quotes[number]
            column = article.GUTTER + article.column_of(block, start)
            found.append(Spot(left + max(0, column - 1), top + line - article.top, partial(_go_to_quote, reader, quote.id)))
    first, last = article.block_at(article.top), article.block_at(article.top + article.page - 1)
    for block in range(first, last + 1):
        line = article.first_line(block)
        if article.top <= line < article.top + article.page and line not in taken:
            found.append(Spot(left, top + line - article.top, partial(_make_current, reader, block)))
    return sorted(found, key=lambda spot: (spot.y, spot.x))


def _in_view(reader: ReadScreen, block: int) -> bool:
    article = reader.article
    return article.first_line(block) < article.top + article.page and article.last_line(block) >= article.top


def _go_to_quote(reader: ReadScreen, quote_id: str) -> None:
    reader.frame.focus("article")
    quote = next(quote for quote in reader.session.briefing.quotes if quote.id == quote_id)
    reader.nav.go_to(reader.session.quote_targets(quote))
    reader.evidence.follow_quote(quote_id)


def _make_current(reader: ReadScreen, block: int) -> None:
    reader.frame.focus("article")
    reader.article.stay()
    reader.article.set_current(block)
