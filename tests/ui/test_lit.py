"""The panes: where each opens, and that its current item is highlighted in the article."""

import pytest

from tests.ui.driver import Driver, Opener

HEAD = """---
briefing: 1
title: Two voices
language: en
article: full
---

# Two voices

## Quotes

"""

TWO_IN_ONE = f"""{HEAD}> “first words”

— unattributed, [Lead](#lead)
<!-- id: q-first -->

> “second words”

— unattributed, [Lead](#lead)
<!-- id: q-second -->

## Article

### Lead

She said “first words” in the middle, and then “second words” at the end.
"""

FAR_APART = f"""{HEAD}> “early words”

— Ida Marsh, said, [Lead](#lead)
<!-- id: q-early -->

> “again words”

— Ida Marsh, said, [Lead](#lead)
<!-- id: q-again -->

> “late words”

— Jon Ferris, said, [Lead](#lead)
<!-- id: q-late -->

## Article

### Lead

“early words”, said Ida Marsh.

{"".join(f"Nothing was said in paragraph {number}. {'It went on for a while. ' * 12}" + chr(10) * 2 for number in range(1, 20))}
“again words”, said Ida Marsh.

“late words”, said Jon Ferris.
"""


def item_id(on: Driver) -> str:
    """Return the id of the item under the pane's cursor."""
    item = on.cursor_item()
    assert item is not None
    return item.id


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


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (40, 12)])
async def test_a_pane_opens_at_what_is_under_the_reading_cursor_and_the_article_stays(
    open_reader: Opener, size: tuple[int, int]
) -> None:
    async with open_reader(size=size) as on:
        quotes = on.briefing().quotes
        for number in range(8):
            await on.press(")")
            top, quote = on.top_row(), quotes[number]
            await on.press("3")
            assert item_id(on) == quote.id
            if quote.speaker is not None:
                await on.press("2")
                assert item_id(on) == quote.speaker
                await on.press("3")
                assert item_id(on) == quote.id
            assert on.top_row() == top
            await on.press("0")


async def test_a_pane_opens_at_the_quote_that_was_clicked_in_or_selected_in(open_reader: Opener) -> None:
    async with open_reader(None, text=TWO_IN_ONE) as on:
        for before, item in ((("click", "second words"), "q-second"), (("click", "first words"), "q-first")):
            await on.click(before[1], "article")
            await on.press("3")
            assert item_id(on) == item
            await on.press("escape", "0")
        await on.click("middle", "article")
        await on.press("v", *"wwwwwwwwww", "3")
        assert item_id(on) == "q-second"


async def test_a_pane_opens_at_the_nearest_item_in_view_and_only_else_moves_the_article(open_reader: Opener) -> None:
    async with open_reader(None, text=FAR_APART, size=(120, 30)) as on:
        await on.press("}", "}")
        assert on.current_paragraph().startswith("Nothing was said in paragraph 1.")
        top = on.top_row()
        await on.press("3")
        assert (item_id(on), on.top_row()) == ("q-early", top)
        await on.press("escape", "0", "space", "space")
        top = on.top_row()
        assert not on.is_in_view("early words")
        await on.press("3")
        assert item_id(on) == "q-early"
        assert on.is_in_view("early words")
        await on.press("escape")
        assert on.top_row() == top
        await on.press("0", "G", "3")
        assert item_id(on) == "q-late"


async def test_of_a_speakers_quotes_the_nearest_is_the_one_at_which_they_are_listed(open_reader: Opener) -> None:
    async with open_reader(None, text=FAR_APART) as on:
        await on.press("G", "3")
        assert item_id(on) == "q-late"
        await on.press("s")
        await on.press(on.letter_of("Ida Marsh"))
        assert [item.id for item in on.pane_items()] == ["q-early", "q-again"]
        assert item_id(on) == "q-again"


async def test_a_pane_opens_at_the_first_item_below_if_none_is_above(open_reader: Opener) -> None:
    async with open_reader() as on:
        await on.press("4")
        assert on.cursor() == 0
        assert on.lit_words() == [on.briefing().images[0].caption]


async def test_the_pane_that_has_the_keys_keeps_its_row_when_its_number_is_pressed(open_reader: Opener) -> None:
    async with open_reader() as on:
        await on.press("3", "j", "j", "j")
        there = item_id(on)
        await on.press("3")
        assert item_id(on) == there


async def test_enter_on_an_actor_goes_to_the_mention_that_the_article_shows(open_reader: Opener) -> None:
    async with open_reader() as on:
        await on.press(*")" * 9, "2")
        there = on.current_paragraph()
        await on.press("enter")
        assert on.current_paragraph() == there


UPPER_THIRD: dict[str, tuple[str, ...]] = {
    "preview": ("3", *"jjjjjj"),
    "preview upwards": ("3", "G", *"kkkkkkkkkkkk"),
    "enter": ("3", *"jjjj", "enter"),
    "quote": tuple(")))))"),
    "quote before": ("G", "G", *"(" * 12),
    "hit": ("slash", *"quay", "enter", "n", "n"),
    "hit while typing": ("]", "]", "slash", *"millimetre"),
    "outline": ("tab", "tab", *"jjj"),
    "section": ("g", "d"),
    "mark": ("]", "]", "]", "m", "x", "home", "apostrophe", "x"),
    "back": ("]", "]", "]", "G", "G", "H"),
    "forward": ("]", "]", "]", "H", "H", "L"),
}


@pytest.mark.parametrize("way", UPPER_THIRD)
async def test_a_place_that_is_shown_lands_in_the_upper_third(way: str, open_reader: Opener) -> None:
    size = ((120, 40), (120, 16), (200, 60))[list(UPPER_THIRD).index(way) % 3]
    async with open_reader(size=size) as on:
        await on.press(*UPPER_THIRD[way])
        row = on.reading_row()
        assert 0 <= row < on.article_height() / 3 or on.is_at_end(), (row, on.article_height())


async def test_a_letter_puts_its_place_into_the_upper_third(open_reader: Opener) -> None:
    async with open_reader() as on:
        await on.press("]", "]", "f")
        await on.press_jump_letter_at(on.article_height() - 6)
        assert 0 <= on.reading_row() < on.article_height() / 3


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
        await on.finish_reading(whole)
        assert on.lit_words() == on.cursor_words() != []


async def test_a_quote_asked_for_before_all_was_read_is_gone_to_when_it_was(open_reader: Opener) -> None:
    async with open_reader() as on:
        whole = on.show_beginning(without_quotes=True)
        await on.press(")")
        assert "No quotes" not in on.screen_text()
        await on.finish_reading(whole)
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
