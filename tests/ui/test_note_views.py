"""What is to be seen while one writes notes, also where there is little room: the place, the words, what went wrong."""

import pytest

from briefing_tui.ui.selection import Selection
from tests.ui.conftest import Driver, Opener

SIZES = [(40, 12), (80, 24), (120, 40)]
PARAGRAPH = 13


def at_foot(on: Driver) -> str:
    """Read so that a paragraph's last line is the view's, where the editor comes up; gives the paragraph's text."""
    article = on.reader.article
    article.set_current(PARAGRAPH)
    article.scroll_to_line(article.last_line(PARAGRAPH) - article.page + 1)
    article.set_current(PARAGRAPH)
    return article.blocks[PARAGRAPH].text


def is_in_view(on: Driver, words: str) -> bool:
    """Whether the first of the words can be seen in the article."""
    article = on.reader.article
    block = next(number for number, block in enumerate(article.blocks) if words in block.text)
    return article.top <= article.line_of(block, article.blocks[block].text.index(words)) < article.top + article.page


@pytest.mark.parametrize("size", SIZES)
class TestThePlaceOfANote:
    async def test_a_paragraph_stays_in_view_while_the_editor_grows(self, size: tuple[int, int], open_reader: Opener) -> None:
        async with open_reader(size=size) as on:
            text = at_foot(on)
            await on.press("a", *["enter"] * 12)
            assert is_in_view(on, text)

    async def test_so_do_selected_words(self, size: tuple[int, int], open_reader: Opener) -> None:
        async with open_reader(size=size) as on:
            text = at_foot(on)
            on.reader.article.select(Selection((PARAGRAPH, len(text) - 9), (PARAGRAPH, len(text) - 1)))
            await on.press("a", *["enter"] * 12)
            assert is_in_view(on, text[-9:])

    async def test_so_does_a_quote_in_its_paragraph(self, size: tuple[int, int], open_reader: Opener) -> None:
        async with open_reader(size=size) as on:
            await on.press("3", "j", "j", "j")
            words = on.lit_words()[0]
            await on.press("a", *["enter"] * 12)
            assert is_in_view(on, words)

    async def test_so_do_the_words_of_a_note_that_is_edited(self, size: tuple[int, int], open_reader: Opener) -> None:
        async with open_reader(size=size) as on:
            text = at_foot(on)
            on.reader.article.select(Selection((PARAGRAPH, len(text) - 9), (PARAGRAPH, len(text) - 1)))
            await on.press("a", "x", "ctrl+s", "g", "g", "5", "E", *["enter"] * 12)
            assert is_in_view(on, text[-9:])

    async def test_nothing_is_held_when_the_note_is_done(self, size: tuple[int, int], open_reader: Opener) -> None:
        async with open_reader(size=size) as on:
            text = at_foot(on)
            await on.press("a", "x", "ctrl+s", "g", "g")
            await on.pilot.resize_terminal(size[0], size[1] - 2)
            await on.settle()
            assert on.reader.article.top == 0
            assert not is_in_view(on, text)
