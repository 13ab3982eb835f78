"""Finding words."""

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
