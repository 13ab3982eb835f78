"""Finding words."""

from collections import Counter

import pytest

from tests.ui.driver import Opener

TEXT = """---
briefing: 1
title: Marks
---

## Article

### Lead

Nobody's boat, said the skipper's wife; nobody’s quay.

The Quay is the longest word in this paragraph, which is long enough to be broken over two lines at any width of the
terminal that the tests use, so that a hit goes across a wrap.
"""


async def test_hits_are_counted_lit_and_walked(open_reader: Opener) -> None:
    async with open_reader() as on:
        await on.press("slash")
        await on.type("quay")
        total = len(on.hits())
        assert total > 20
        assert f"1/{total}" in on.screen_text()
        await on.press("enter", "n", "n")
        assert f"3/{total}" in on.screen_text()
        await on.press("N")
        assert f"2/{total}" in on.screen_text()
        await on.press("escape")
        assert on.hits() == []


async def test_hits_are_those_of_what_is_listed_now(open_reader: Opener) -> None:
    """Lines that a list no longer has are not visited.

    A list may change while the user goes through its hits, or before the hits arrive.
    """
    async with open_reader() as on:
        await on.press("3", "slash")
        await on.type("harbour")
        await on.press("enter")
        before = on.hits()
        late = on.search_result()
        assert on.pane_hits()
        quotes = Counter(quote.speaker for quote in on.briefing().quotes if quote.speaker)
        on.filter_quotes(min(quotes, key=lambda speaker: quotes[speaker]))
        assert not on.pane_hits()
        await on.deliver(late)
        for _ in before:
            await on.press("n")
            assert on.hits()
            assert all(hit.words.lower() == "harbour" for hit in on.hits())


async def test_esc_while_typing_returns_to_where_one_was_reading(open_reader: Opener) -> None:
    async with open_reader() as on:
        before = on.top_words()
        await on.press("slash")
        await on.type("autumn tide")
        await on.press("escape")
        assert on.top_words() == before
        assert on.region() == "article"


async def test_capitals_count_only_when_typed_and_marks_are_alike(open_reader: Opener) -> None:
    async with open_reader(None, text=TEXT) as on:
        await on.press("slash")
        await on.type("quay")
        assert len(on.hits()) == 2
        await on.press("escape", "slash")
        await on.type("Quay")
        assert len(on.hits()) == 1
        await on.press("escape", "slash")
        await on.type("nobody's")
        assert len(on.hits()) == 2


async def test_a_hit_goes_across_a_wrap(open_reader: Opener) -> None:
    async with open_reader(None, size=(40, 20), text=TEXT) as on:
        await on.press("slash")
        await on.type("width of the terminal that the tests")
        assert len(on.hits()) == 1


async def test_panes_are_searched_behind_the_article(open_reader: Opener) -> None:
    async with open_reader() as on:
        await on.press("2", "slash")
        await on.type("skipper of")
        hit = on.current_hit()
        assert hit.pane == "actors"
        assert "in actors" in on.screen_text()


async def test_nothing_found_is_said(open_reader: Opener) -> None:
    async with open_reader() as on:
        await on.press("slash")
        await on.type("zzz")
        assert "nothing found" in on.screen_text()
        await on.press("enter", "n")
        assert "Nothing found for zzz" in on.screen_text()


@pytest.mark.parametrize("size", [(40, 12), (79, 24)])
async def test_in_a_narrow_terminal_the_region_of_the_hit_is_shown_while_one_types(
    open_reader: Opener, size: tuple[int, int]
) -> None:
    async with open_reader(size=size) as on:
        await on.press("3", "j", "slash")
        await on.type("railway tunnels")
        assert "railway" in on.screen_text().replace("/ railway tunnels", "")
        await on.press("enter")
        assert on.region() == "article"
        assert on.shows("article")
        await on.press("slash")
        await on.type("skipper of the Second Wind")
        hit = on.current_hit()
        assert hit.pane == "actors"
        assert on.shows("pane")
        assert not on.shows("article")
        await on.press("enter")
        assert on.region() == "pane"


async def test_giving_a_search_up_shows_the_region_and_the_pane_again_that_one_was_in(open_reader: Opener) -> None:
    async with open_reader(size=(60, 20)) as on:
        await on.press("3", "j", "j")
        item, lit = on.cursor_item(), on.lit_words()
        await on.press("slash")
        await on.type("railway tunnels")
        await on.press("escape")
        assert on.region() == "pane"
        await on.press("slash")
        await on.type("skipper of the Second Wind")
        await on.press("escape")
        assert on.region() == "pane"
        assert on.pane_title() == "quotes"
        assert (on.cursor_item(), on.lit_words()) == (item, lit)


@pytest.mark.parametrize("size", [(120, 40), (60, 20)])
async def test_the_place_of_the_item_with_the_hit_is_told_and_lit(open_reader: Opener, size: tuple[int, int]) -> None:
    async with open_reader(size=size) as on:
        await on.press("3", "slash")
        await on.type("sponge")
        await on.press("enter")
        while on.current_hit().pane != "quotes":
            await on.press("n")
        item = on.cursor_item()
        assert item is not None
        assert "sponge" in item.lines[0]
        assert any("sponge" in words for words in on.lit_words())
        assert on.place_heading().startswith("Ash, shells and water")
