"""The panes: where each opens, and that its current item is highlighted in the article."""

import pytest

from tests.ui.driver import Opener


async def test_moving_in_a_pane_lights_the_place_and_esc_returns_to_where_one_was_reading(open_reader: Opener) -> None:
    async with open_reader() as on:
        before = on.top_words()
        await on.press("3", "j", "j", "j", "j", "j", "j", "j", "j")
        quote = on.briefing().quotes[8]
        assert on.lit_words() == list(quote.parts)
        assert on.top_words() != before
        assert not on.can_go_back()
        await on.press("escape")
        assert on.lit_words() == []
        assert on.top_words() == before


async def test_every_pane_opens_at_its_first_item_and_keeps_its_own_row(open_reader: Opener) -> None:
    async with open_reader() as on:
        await on.press("3", "j", "j", "j", "2")
        assert on.cursor() == 0
        await on.press("G", "4")
        assert on.cursor() == 0
        await on.press("3")
        assert on.cursor() == 3
        await on.press("2")
        assert on.cursor() == len(on.pane_items()) - 1


async def test_a_pane_that_is_opened_shows_the_place_of_its_item(open_reader: Opener) -> None:
    async with open_reader() as on:
        await on.press("space", "space", "}", "}")
        before = on.position()
        for keys in ("3", "G", "2", "1", "3"):
            await on.press(*keys)
            assert on.lit_words() == on.cursor_words() != []
            assert on.is_cursor_place_in_view()
        await on.press("escape")
        assert on.lit_words() == []
        assert on.position() == before
        assert not on.can_go_back()


@pytest.mark.parametrize("size", [(120, 40), (40, 12)])
async def test_a_pane_come_to_by_tab_lights_the_place_of_its_item_and_moves_nothing(
    open_reader: Opener, size: tuple[int, int]
) -> None:
    async with open_reader(size=size) as on:
        await on.press("space", "space", "tab")
        top = on.top_row()
        assert on.region() == "pane"
        assert on.lit_words() == on.cursor_words() != []
        assert on.place_heading().endswith("15%")
        await on.press("escape")
        assert on.lit_words() == []
        assert on.top_row() == top


async def test_a_pane_opened_before_all_was_read_shows_the_place_of_its_item(open_reader: Opener) -> None:
    async with open_reader() as on:
        whole = on.show_beginning()
        await on.press("3")
        assert on.lit_words() == []
        on.finish_reading(whole)
        assert on.lit_words() == on.cursor_words() != []


async def test_a_quote_asked_for_before_all_was_read_is_gone_to_when_it_was(open_reader: Opener) -> None:
    async with open_reader() as on:
        whole = on.show_beginning(without_quotes=True)
        await on.press(")")
        assert "No quotes" not in on.screen_text()
        on.finish_reading(whole)
        assert on.lit_words() == list(on.briefing().quotes[0].parts)


async def test_at_the_end_of_a_list_a_key_brings_the_place_back(open_reader: Opener) -> None:
    async with open_reader() as on:
        await on.press("3", "G", "escape")
        assert on.lit_words() == []
        await on.press("j")
        assert on.lit_words() == on.cursor_words() != []


async def test_what_the_cursor_comes_to_in_a_list_made_anew_is_lit(open_reader: Opener) -> None:
    async with open_reader() as on:
        await on.press("3", "s", "b")
        assert on.lit_words() == on.cursor_words() != []
        await on.press("2", "l", "j", "j", "h")
        assert on.lit_words() == on.cursor_words() != []
