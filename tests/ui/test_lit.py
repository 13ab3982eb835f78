"""The panes: where each opens, and that what its cursor is on is lit at its place in the article."""

import pytest
from msgspec.structs import replace

from briefing_tui.ui.view.session import Session
from tests.ui.conftest import Driver, Opener


async def test_moving_in_a_pane_lights_the_place_and_esc_returns_to_where_one_was_reading(open_reader: Opener) -> None:
    async with open_reader() as on:
        before = on.top_words()
        await on.press("3", "j", "j", "j", "j", "j", "j", "j", "j")
        quote = on.reader.session.briefing.quotes[8]
        assert on.lit_words() == list(quote.parts)
        assert on.top_words() != before
        assert not on.reader.nav.history.can_go_back
        await on.press("escape")
        assert on.lit_words() == []
        assert on.top_words() == before


def words_of_item(on: Driver) -> list[str]:
    """The words in the article of what is under the pane's cursor, in the article's order."""
    item = on.reader.side.shown.item
    assert item is not None
    texts = on.reader.article.blocks
    return [texts[target.block].text[target.start : target.end] for target in sorted(item.targets, key=lambda t: t[:2])]


async def test_every_pane_opens_at_its_first_item_and_keeps_its_own_row(open_reader: Opener) -> None:
    async with open_reader() as on:
        pane = on.reader.side.shown
        await on.press("3", "j", "j", "j", "2")
        assert pane.cursor == 0
        await on.press("G", "4")
        assert pane.cursor == 0
        await on.press("3")
        assert pane.cursor == 3
        await on.press("2")
        assert pane.cursor == len(pane.items) - 1


async def test_a_pane_that_is_opened_shows_the_place_of_its_item(open_reader: Opener) -> None:
    async with open_reader() as on:
        await on.press("space", "space", "}", "}")
        before, paragraph = on.top_words(), on.reader.article.current
        for keys in ("3", "G", "2", "1", "3"):
            await on.press(*keys)
            assert on.lit_words() == words_of_item(on) != []
            block = on.reader.side.shown.item.targets[0].block  # type: ignore[union-attr]
            article = on.reader.article
            assert article.top <= article.last_line(block)
            assert article.first_line(block) < article.top + article.page
        await on.press("escape")
        assert on.lit_words() == []
        assert (on.top_words(), on.reader.article.current) == (before, paragraph)
        assert not on.reader.nav.history.can_go_back


@pytest.mark.parametrize("size", [(120, 40), (40, 12)])
async def test_a_pane_come_to_by_tab_lights_the_place_of_its_item_and_moves_nothing(
    open_reader: Opener, size: tuple[int, int]
) -> None:
    async with open_reader(size=size) as on:
        await on.press("space", "space", "tab")
        top = on.reader.article.top
        assert on.reader.frame.region == "pane"
        assert on.lit_words() == words_of_item(on) != []
        assert on.reader.place_lines.heading.endswith("15%")
        await on.press("escape")
        assert on.lit_words() == []
        assert on.reader.article.top == top


async def test_a_pane_opened_before_all_was_read_shows_the_place_of_its_item(open_reader: Opener) -> None:
    async with open_reader() as on:
        whole = on.reader.session
        on.reader.loader.show(Session.of(whole.briefing, partial=True))
        await on.press("3")
        assert on.lit_words() == []
        on.reader.loader.loaded(whole)
        assert on.lit_words() == words_of_item(on) != []


async def test_a_quote_asked_for_before_all_was_read_is_gone_to_when_it_was(open_reader: Opener) -> None:
    async with open_reader() as on:
        whole = on.reader.session
        on.reader.loader.show(Session.of(replace(whole.briefing, quotes=()), partial=True))
        await on.press(")")
        assert "No quotes" not in on.screen_text()
        on.reader.loader.loaded(whole)
        assert on.lit_words() == list(whole.briefing.quotes[0].parts)


async def test_at_the_end_of_a_list_a_key_brings_the_place_back(open_reader: Opener) -> None:
    async with open_reader() as on:
        await on.press("3", "G", "escape")
        assert on.lit_words() == []
        await on.press("j")
        assert on.lit_words() == words_of_item(on) != []


async def test_what_the_cursor_comes_to_in_a_list_made_anew_is_lit(open_reader: Opener) -> None:
    async with open_reader() as on:
        await on.press("3", "s", "b")
        assert on.lit_words() == words_of_item(on) != []
        await on.press("2", "l", "j", "j", "h")
        assert on.lit_words() == words_of_item(on) != []
