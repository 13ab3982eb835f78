"""The article pane: current paragraph, words at the top, highlights, selection, marks."""

import pytest
from textual.scrollbar import ScrollBar

from briefing_tui.model.briefing import Place, Quote
from briefing_tui.ui.read_screen import ReadScreen
from briefing_tui.ui.view.selection import Selection
from briefing_tui.ui.widgets import lines
from briefing_tui.ui.widgets.article import Article
from tests.ui.driver.input import Input


class ArticleSeen(Input):
    """The article as the user sees it. Rows are counted from the first in view."""

    # The complete text

    def article_paragraphs(self) -> list[str]:
        """Return the text of every title, heading, paragraph and caption, in order."""
        return [block.text for block in self._reader.article.blocks]

    def article_kinds(self) -> list[str]:
        """Return the kind of each paragraph.

        The kinds are kicker, title, meta, lead, heading, paragraph, caption and quote.
        """
        text = self._reader.session.text
        return [text.address(index).kind for index in range(len(text.blocks))]

    def article_length(self) -> int:
        """Return the number of rows of the article."""
        return self._reader.article.line_count

    def article_height(self) -> int:
        """Return the number of rows in view."""
        return self._reader.article.page

    def article_width(self) -> int:
        """Return the cells available to a line of text."""
        return self._reader.article.text_width

    def kind_at(self, place: Place) -> str | None:
        """Return the kind of a place, or None if the article lacks it."""
        target = self._reader.article.text.target(place)
        return None if target is None else self.article_kinds()[target.block]

    def is_set_in_article(self, item: str) -> bool:
        """Return whether a quote or a caption is a paragraph by itself."""
        return bool(self._reader.session.text.items[item])

    def is_quoted_in_article(self, quote: Quote) -> bool:
        """Return whether a quote's words were found in the article."""
        return bool(self._reader.session.quote_targets(quote))

    def heading_of(self, section: str) -> str:
        """Return a section's heading as the reader shows it."""
        return self._reader.session.section_heading(section)

    # Where the user reads

    def top_words(self) -> str:
        """Return the words at the top of the view."""
        article = self._reader.article
        block, offset = article.top_position()
        return article.blocks[block].text[offset : offset + 30]

    def offset_from_top(self, words: str) -> int:
        """Return the letters from the first in view to words of its paragraph.

        It is negative if the words are before the view.
        """
        article = self._reader.article
        block, start = article.top_position()
        return article.blocks[block].text.find(words) - start

    def top_row(self) -> int:
        """Return the number of the first row in view, 0 at the start."""
        return self._reader.article.top

    def current_paragraph(self) -> str:
        """Return the text of the current paragraph."""
        return self.article_paragraphs()[self.current_number()]

    def current_number(self) -> int:
        """Return the number of the current paragraph, from 0."""
        return self._reader.article.current

    def current_kind(self) -> str:
        """Return the kind of the current paragraph, as in `article_kinds`."""
        return self.article_kinds()[self.current_number()]

    def current_row(self) -> int:
        """Return the row in which the current paragraph begins."""
        article = self._reader.article
        return article.first_line(article.current) - article.top

    def is_current_last_in_view(self) -> bool:
        """Return whether no paragraph after the current one is in view."""
        article = self._reader.article
        return article.block_at(article.top + article.page - 1) <= article.current

    def current_section(self) -> str:
        """Return the heading of the section that the current paragraph is in."""
        reader = self._reader
        return reader.session.section_heading(reader.session.text.section_of(reader.article.current))

    def is_current_there(self) -> bool:
        """Return whether the current paragraph belongs to the article, if one is shown."""
        return all(0 <= article.current < len(article.blocks) for article in self._articles())

    def is_top_there(self) -> bool:
        """Return whether the first words in view belong to the article, if one is shown."""
        tops = [(article, article.top_position()) for article in self._articles()]
        return all(0 <= at < len(a.blocks) and 0 <= offset <= len(a.blocks[at].text) for a, (at, offset) in tops)

    def _articles(self) -> list[Article]:
        readers = [screen for screen in self.app.screen_stack if isinstance(screen, ReadScreen) and screen.is_mounted]
        return [reader.article for reader in readers if reader.article.size.area and reader.article.blocks]

    def position(self) -> tuple[str, str]:
        """Return the words at the top and the current paragraph."""
        return self.top_words(), self.current_paragraph()

    def progress(self) -> str:
        """Return the share of the article that has been read, as in "12 %"."""
        return f"{self._reader.article.progress:.0%}".replace("%", " %")

    def can_go_back(self) -> bool:
        """Return whether there is a place to go back to."""
        return self._reader.navigator.history.can_go_back

    def can_go_forward(self) -> bool:
        """Return whether there is a place to go forward to."""
        return self._reader.navigator.history.can_go_forward

    def marks(self) -> set[str]:
        """Return the letters that mark a place."""
        return set(self._reader.navigator.memory.marks)

    def row_of(self, words: str) -> int:
        """Return the row where words of the article begin, in view or not."""
        article = self._reader.article
        block = next(number for number, text in enumerate(self.article_paragraphs()) if words in text)
        return article.line_of(block, article.blocks[block].text.index(words)) - article.top

    def reading_row(self) -> int:
        """Return the row of what was gone to, or else of the current paragraph."""
        article = self._reader.article
        return article.line_of(*article.point) - article.top

    def is_at_end(self) -> bool:
        """Return whether the last row of the article is in view."""
        article = self._reader.article
        return article.top + article.page >= article.line_count

    def is_in_view(self, words: str) -> bool:
        """Return whether the beginning of words of the article is in view."""
        return 0 <= self.row_of(words) < self.article_height()

    def rows_of_quote(self, quote: Quote) -> tuple[int, int]:
        """Return the first and the last row of a quote, in view or not."""
        article, targets = self._reader.article, self._reader.session.quote_targets(quote)
        first = article.line_of(targets[0].block, targets[0].start)
        last = article.line_of(targets[-1].block, (targets[-1].end or 1) - 1)
        return first - article.top, last - article.top

    # What is highlighted

    def lit_words(self) -> list[str]:
        """Return the highlighted words of the current item, in the article's order."""
        return self._words_in("lit")

    def lit_row(self) -> int:
        """Return the row of the first highlighted words."""
        article = self._reader.article
        block, spans = next(iter(article.ranges("lit").items()))
        return article.line_of(block, spans[0][0]) - article.top

    def current_quote(self) -> Quote | None:
        """Return the quote whose words are highlighted."""
        lit = [words.strip("“”") for words in self.lit_words()]
        return next((quote for quote in self.briefing().quotes if list(quote.parts) == lit), None) if lit else None

    def highlighted_quote(self) -> Quote | None:
        """Return the highlighted quote of the current paragraph, which a correction would change."""
        return next((quote for quote in self.briefing().quotes if quote.id == self._reader.quote), None)

    def highlighted(self, colour: str) -> list[str]:
        """Return the words that the user highlighted in a colour."""
        return self._words_in(f"note-{colour}")

    def noted_words(self) -> list[str]:
        """Return the words that are underlined because notes are on them."""
        return self._words_in("noted")

    def _words_in(self, look: str) -> list[str]:
        article = self._reader.article
        return [article.blocks[block].text[a:b] for block, spans in sorted(article.ranges(look).items()) for a, b in spans]

    def _gutter_of(self, block: int) -> str:
        return self._reader.article.gutter_of(block, 0)[0]

    def current_gutter(self) -> str:
        """Return the mark beside the first row of the current paragraph."""
        return self._gutter_of(self.current_number())

    # The selection

    def selected_words(self) -> str | None:
        """Return the selected words, None if there is no selection."""
        article = self._reader.article
        return article.selection.text(article.blocks) if article.selection else None

    def selected_paragraphs(self) -> list[str]:
        """Return the selected part of each paragraph."""
        article = self._reader.article
        if article.selection is None:
            return []
        return [
            article.blocks[block].text[a:b] for block, spans in article.selection.ranges(article.blocks).items() for a, b in spans
        ]

    def select(self, paragraph: int, start: int, last: int) -> None:
        """Select the letters from `start` to `last` of a paragraph."""
        self._reader.article.select(Selection((paragraph, start), (paragraph, last)))

    # Reading at a certain place

    def read_at_foot(self, paragraph: int) -> str:
        """Scroll a paragraph's last row to the foot of the view; return its text.

        The paragraph becomes the current one.
        """
        article = self._reader.article
        article.set_current(paragraph)
        article.scroll_to_line(article.last_line(paragraph) - article.page + 1)
        article.set_current(paragraph)
        return article.blocks[paragraph].text

    async def scroll_to(self, words: str) -> None:
        """Scroll so that words of the article are in the middle of the view."""
        await self.scroll_article(self.top_row() + self.row_of(words) - self.article_height() // 2)

    async def scroll_article(self, row: int) -> None:
        """Scroll the article to a row, at most to the end of the text."""
        self._reader.article.scroll_to_line(row)
        await self.settle()

    async def make_current_unseen(self) -> None:
        """Make the last paragraph current without scrolling to it, and draw."""
        article = self._reader.article
        article.current = len(article.blocks) - 1
        article.refresh()
        await self.settle()

    async def announce_size(self) -> None:
        """Lay out the article as after a change of its size."""
        self._reader.article.resized()
        await self.settle()

    def article_scrollbar(self) -> ScrollBar:
        """Return the article's scrollbar."""
        return self._reader.article.vertical_scrollbar

    # The file that is read

    async def look_at_file(self) -> None:
        """Check whether the file has changed, as the program does every few seconds."""
        self._reader.loader.look()
        await self.settle()

    def polls(self) -> list[bool]:
        """Return for each timer that watches the file or the notes whether it runs."""
        return [timer._active.is_set() for timer in self._reader.loader.timers]


def guess_heights(monkeypatch: pytest.MonkeyPatch, measure_rest: bool) -> None:
    """Treat every text as too long to be measured at once.

    Without `measure_rest`, no thread measures it either.
    """

    async def nothing(*_: object) -> None:
        pass

    monkeypatch.setattr(lines, "AT_ONCE", 0)
    if not measure_rest:
        monkeypatch.setattr(lines.LineView, "_measure_rest", nothing)
