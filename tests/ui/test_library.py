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
        assert "%" in on.rows()[on.find("The woman who records foghorns")[1] + 1].split("Low Water")[0]
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


async def test_dates_and_progress_are_a_column_beside_the_titles(open_reader: Opener) -> None:
    async with open_reader(library=shipped_content()) as on:
        rows = on.rows()
        columns = set()
        for date, title in (("2 Mar 2026", "The harbour that"), ("29 Mar 2012", "US-Pakistani ties")):
            row = rows[on.find(title)[1]]
            columns.add((row.index(date) + len(date), row.index(title)))
            assert "unread" in rows[on.find(title)[1] + 1]
        assert len(columns) == 1
        await on.resize(40, 14)
        assert "2 Mar 2026 · The Saltmarsh Courier" in on.screen_words()
        await on.resize(100, 30)
        assert "13 min" in on.screen_words()


async def test_a_library_of_shipped_briefings_says_how_to_add_one_and_another_does_not(
    open_reader: Opener, tmp_path: Path
) -> None:
    async with open_reader(library=shipped_content()) as on:
        assert "briefing add" in on.screen_words()
    (tmp_path / "own.md").write_bytes((shipped_content() / "us-pakistani-ties.md").read_bytes())
    async with open_reader(library=tmp_path) as on:
        assert "US-Pakistani ties" in on.screen_words()
        assert "briefing add" not in on.screen_words()


async def test_what_the_filter_looks_at_is_said(open_reader: Opener) -> None:
    async with open_reader(library=shipped_content()) as on:
        await on.press("slash")
        await on.type("ortega")
        assert "No title, publisher or date has “ortega”" in on.screen_words()
