"""Finding words."""

import pytest

from briefing_tui.model.briefing import Quote
from briefing_tui.ui.read_screen import ReadScreen
from tests.ui.conftest import Opener

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
        total = len(on.reader.finder.hits)
        assert total > 20
        assert f"1/{total}" in on.screen_text()
        await on.press("enter", "n", "n")
        assert f"3/{total}" in on.screen_text()
        await on.press("N")
        assert f"2/{total}" in on.screen_text()
        await on.press("escape")
        assert on.reader.finder.hits == []


async def test_hits_are_those_of_what_is_listed_now(open_reader: Opener) -> None:
    """A list may change while its hits are walked, or before they have come: a line that it no longer has is not gone to."""
    async with open_reader() as on:
        reader = on.reader
        await on.press("3", "slash")
        await on.type("harbour")
        await on.press("enter")
        before = reader.finder.hits
        late = reader.Found("harbour", before, reader.finder.searched())
        fewest = min(
            (item for item in reader.side.items_of("actors") if quotes_of(reader, item.id)),
            key=lambda i: len(quotes_of(reader, i.id)),
        )
        reader.side.filter_speaker(fewest.id)
        assert not reader.side.shown.ranges("hit")
        reader.post_message(late)
        await on.settle()
        for _ in before:
            await on.press("n")
            texts = dict(reader.finder.sources())
            assert reader.finder.hits
            assert all(texts[hit.pane][hit.block][hit.start : hit.end].lower() == "harbour" for hit in reader.finder.hits)


def quotes_of(reader: ReadScreen, actor: str) -> list[Quote]:
    return [quote for quote in reader.session.briefing.quotes if quote.speaker == actor]


async def test_esc_while_typing_returns_to_where_one_was_reading(open_reader: Opener) -> None:
    async with open_reader() as on:
        before = on.top_words()
        await on.press("slash")
        await on.type("autumn tide")
        await on.press("escape")
        assert on.top_words() == before
        assert on.app.focused is on.reader.article


async def test_capitals_count_only_when_typed_and_marks_are_alike(open_reader: Opener) -> None:
    async with open_reader(None, text=TEXT) as on:
        await on.press("slash")
        await on.type("quay")
        assert len(on.reader.finder.hits) == 2
        await on.press("escape", "slash")
        await on.type("Quay")
        assert len(on.reader.finder.hits) == 1
        await on.press("escape", "slash")
        await on.type("nobody's")
        assert len(on.reader.finder.hits) == 2


async def test_a_hit_goes_across_a_wrap(open_reader: Opener) -> None:
    async with open_reader(None, size=(40, 20), text=TEXT) as on:
        await on.press("slash")
        await on.type("width of the terminal that the tests")
        assert len(on.reader.finder.hits) == 1


async def test_panes_are_searched_behind_the_article(open_reader: Opener) -> None:
    async with open_reader() as on:
        await on.press("2", "slash")
        await on.type("skipper of")
        hit = on.reader.finder.hits[on.reader.finder.at]
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
        assert on.app.focused is on.reader.article
        assert on.reader.article.display
        await on.press("slash")
        await on.type("skipper of the Second Wind")
        hit = on.reader.finder.hits[on.reader.finder.at]
        assert hit.pane == "actors"
        assert on.reader.side.display
        assert not on.reader.article.display
        await on.press("enter")
        assert on.app.focused is on.reader.side.shown


async def test_giving_a_search_up_shows_the_region_and_the_pane_again_that_one_was_in(open_reader: Opener) -> None:
    async with open_reader(size=(60, 20)) as on:
        await on.press("3", "j", "j")
        item, lit = on.reader.side.shown.item, on.lit_words()
        await on.press("slash")
        await on.type("railway tunnels")
        await on.press("escape")
        assert on.app.focused is on.reader.side.shown
        await on.press("slash")
        await on.type("skipper of the Second Wind")
        await on.press("escape")
        assert on.app.focused is on.reader.side.shown
        assert on.reader.side.current == "quotes"
        assert (on.reader.side.shown.item, on.lit_words()) == (item, lit)


@pytest.mark.parametrize("size", [(120, 40), (60, 20)])
async def test_the_place_of_the_item_with_the_hit_is_told_and_lit(open_reader: Opener, size: tuple[int, int]) -> None:
    async with open_reader(size=size) as on:
        await on.press("3", "slash")
        await on.type("sponge")
        await on.press("enter")
        while on.reader.finder.hits[on.reader.finder.at].pane != "quotes":
            await on.press("n")
        item = on.reader.side.shown.item
        assert item is not None
        assert "sponge" in item.blocks[0].text
        assert any("sponge" in words for words in on.lit_words())
        assert on.reader.place_lines.heading.startswith("Ash, shells and water")
