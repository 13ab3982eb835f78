"""Outline, panes and lists, and the hits of a search."""

from typing import NamedTuple

import pytest
from msgspec.structs import replace
from textual.strip import Strip

from briefing_tui.ui.reader.finder import Finder
from briefing_tui.ui.view.session import Session
from briefing_tui.ui.widgets.item_list import ItemList
from tests.ui.driver.article import ArticleSeen
from tests.ui.driver.base import Item


class Hit(NamedTuple):
    """A hit of a search: its pane ("" for the article) and its words."""

    pane: str
    words: str


def record_drawn_lists(monkeypatch: pytest.MonkeyPatch) -> list[str | None]:
    """Return a list that records the id of each list widget that draws a row.

    The ids are "outline" and "pane".
    """
    drawn: list[str | None] = []
    draw = ItemList.render_line

    def render_line(view: ItemList, y: int) -> Strip:
        drawn.append(view.id)
        return draw(view, y)

    monkeypatch.setattr(ItemList, "render_line", render_line)
    return drawn


class ListsSeen(ArticleSeen):
    """Outline, panes and search as the user sees them."""

    def outline_cursor(self) -> str:
        """Return the section under the outline's cursor."""
        item = self._reader.outline.item
        return item.blocks[0].text if item else ""

    # The pane

    def pane_title(self) -> str:
        """Return the shown pane: summary, actors, quotes, images or notes."""
        return self._reader.pane

    def pane_items(self) -> list[Item]:
        """Return the items of the pane."""
        return [self._item(item) for item in self._reader.side.shown.items]

    def pane_lines(self) -> list[str]:
        """Return the text of all items and headings of the pane."""
        return [block.text for block in self._reader.side.shown.blocks]

    def pane_width(self) -> int:
        """Return the cells between the pane's frames."""
        return self._reader.side.size.width

    def only_speaker(self) -> str | None:
        """Return the speaker whose quotes are listed, or None for all."""
        return self._reader.side.speaker

    def cursor_item(self) -> Item | None:
        """Return the item under the pane's cursor."""
        item = self._reader.side.shown.item
        return None if item is None else self._item(item)

    def cursor(self) -> int:
        """Return the number of the item under the pane's cursor, from 0."""
        return self._reader.side.shown.cursor

    def cursor_row(self) -> int:
        """Return the pane's first row of the item under the cursor."""
        return self._reader.side.shown.cursor_row

    def cursor_last_row(self) -> int:
        """Return the pane's last row of the item under the cursor."""
        shown = self._reader.side.shown
        return shown.item_range(shown.cursor)[1] - shown.top

    def pane_height(self) -> int:
        """Return the rows of the pane's list that are in view."""
        return self._reader.side.shown.page

    def _item(self, item: object) -> Item:
        blocks = self._reader.article.blocks
        places = (blocks[t.block].text[t.start : t.end] for t in item.targets)  # type: ignore[attr-defined]
        return Item(item.id, item.kind, tuple(block.text for block in item.blocks), tuple(places))  # type: ignore[attr-defined]

    def cursor_words(self) -> list[str]:
        """Return the words that the item under the cursor leads to, in the article's order."""
        item = self._reader.side.shown.item
        assert item is not None
        texts = self.article_paragraphs()
        return [texts[target.block][target.start : target.end] for target in sorted(item.targets, key=lambda t: t[:2])]

    def is_cursor_place_in_view(self) -> bool:
        """Return whether a paragraph that the item under the cursor leads to is in view.

        One row of it is enough.
        """
        item, article = self._reader.side.shown.item, self._reader.article
        assert item is not None
        foot = article.top + article.page
        return any(article.top <= article.last_line(t.block) and article.first_line(t.block) < foot for t in item.targets)

    def gutters_of_cursor_item(self) -> list[str]:
        """Return the marks beside the paragraphs that the item under the cursor leads to."""
        item = self._reader.side.shown.item
        assert item is not None
        return [self._gutter_of(target.block) for target in item.targets]

    def place_heading(self) -> str:
        """Return the first of the two lines with the item's place, shown on narrow terminals."""
        return self._reader.side.place_lines.heading

    async def list_quotes_of(self, speaker: str) -> None:
        """Open the quotes of one speaker."""
        self._reader.open_pane("quotes")
        self._reader.speaker = speaker
        await self.settle()

    def filter_quotes(self, speaker: str) -> None:
        """List the quotes of one speaker, without waiting."""
        self._reader.speaker = speaker

    # Reading in parts

    def show_beginning(self, without_quotes: bool = False) -> Session:
        """Show the briefing as before the complete file was read; return that for `finish_reading`."""
        whole = self._reader.session
        briefing = replace(whole.briefing, quotes=()) if without_quotes else whole.briefing
        self._reader.loader._is_over = False
        self._reader.loader.show(Session.of(briefing, partial=True))
        return whole

    async def finish_reading(self, whole: Session) -> None:
        """Show the complete file, and wait for the keys that waited for it."""
        self._reader.loader.loaded(whole)
        await self.settle()

    # Finding

    def sought(self) -> str:
        """Return the words to find."""
        return self._reader.finder.words

    def is_finding(self) -> bool:
        """Return whether the user is typing words to find."""
        return self._reader.finder.is_open

    def hits(self) -> list[Hit]:
        """Return the hits of the search, in the order of the key n."""
        finder = self._reader.finder
        texts = dict(finder.sources())
        return [Hit(hit.pane, texts[hit.pane][hit.block].text[hit.start : hit.end]) for hit in finder.hits]

    def current_hit(self) -> Hit:
        """Return the current hit."""
        return self.hits()[self._reader.finder.at]

    def pane_hits(self) -> bool:
        """Return whether hits are highlighted in the pane."""
        return bool(self._reader.side.shown.ranges("hit"))

    def search_result(self) -> Finder.SearchEnded:
        """Return the message with the shown hits."""
        finder = self._reader.finder
        return Finder.SearchEnded(finder.words, finder.hits, finder.searched())

    async def deliver(self, result: Finder.SearchEnded) -> None:
        """End a search with this result."""
        self._reader.post_message(result)
        await self.settle()
