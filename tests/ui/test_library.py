"""The library screen."""

from pathlib import Path

from briefing_tui.settings.paths import shipped_content
from tests.ui.driver import Opener


async def test_lists_the_folder_and_opens_a_briefing_and_comes_back(open_reader: Opener) -> None:
    async with open_reader(library=shipped_content()) as on:
        assert "US-Pakistani ties" in on.screen_text()
        await on.press("j", "enter")
        assert on.briefing().title == "The woman who records foghorns"
        await on.press("]", "]", "B")
        assert "read to" in on.screen_text()
        assert "foghorns" in (on.library_cursor() or "")


async def test_filters_by_words_and_shows_all_again(open_reader: Opener) -> None:
    async with open_reader(library=shipped_content()) as on:
        await on.press("slash")
        await on.type("ferry")
        assert len(on.library_titles()) == 1
        await on.press("escape")
        assert len(on.library_titles()) == 4


async def test_an_empty_folder_is_said_to_be_empty(open_reader: Opener, tmp_path: Path) -> None:
    async with open_reader(library=tmp_path) as on:
        assert "No briefings in" in on.screen_text()
        await on.press("j", "enter", "G")
        assert on.library_cursor() is None
