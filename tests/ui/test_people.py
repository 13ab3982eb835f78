"""Dossiers, the same words in other articles, and two articles side by side."""

import json
from pathlib import Path
from typing import Any

import pytest

from briefing_tui.settings.paths import shipped_content
from briefing_tui.ui.people import asking, dossier_screen
from briefing_tui.ui.people.asking import FoundDossier
from tests.ui.driver import Opener

SIZES = [(40, 12), (80, 24), (120, 40), (200, 60)]


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """Return a library with a report, and one that prints most of it again."""
    folder = tmp_path / "own"
    folder.mkdir()
    text = (shipped_content() / "the-harbour-that-would-not-settle.md").read_text(encoding="utf-8")
    (folder / "report.md").write_text(text, encoding="utf-8")
    again = text.replace("The harbour that would not settle", "A harbour on the move").replace("2026-03-02", "2025-11-02")
    again = again.replace("A millimetre is nothing", "A centimetre is nothing").replace("Tobias Renn", "Tobias Wrenn")
    (folder / "again.md").write_text(again.replace("https://", "https://again."), encoding="utf-8")
    return folder


@pytest.mark.parametrize("size", SIZES)
async def test_a_dossier_is_a_name_away_and_each_line_leads_to_its_place(
    open_reader: Opener, own: Path, size: tuple[int, int]
) -> None:
    async with open_reader(library=own, size=size) as on:
        await on.press("p")
        await on.type("maria ort")
        await on.press("enter")
        assert on.screen_name() == "dossier"
        assert "Maria Ortega" in on.header()
        lines = on.list_lines()
        assert lines[:2] == ["Names used", "Maria Ortega  2 articles"]
        assert "harbour engineer  2 Nov 2025 to 2 Mar 2026" in lines
        assert "Agnes Whitlow  2 articles" in lines
        assert "█" in on.screen_text()  # the strip of time
        await on.go_to_line("“A millimetre is nothing")
        await on.press("y", "enter")
        assert on.screen_name() == "reader"
        assert "nothing" in on.lit_words()[0]
        await on.press("escape")
        assert on.screen_name() == "dossier"
        await on.go_to_line("Agnes Whitlow")
        await on.press("enter")
        assert "Agnes Whitlow" in on.header()
        await on.press("escape", "escape")
        assert on.screen_name() == "library"
    assert on.copied == ["A millimetre is nothing … A millimetre that comes back every week is a tenant."]


async def test_a_dossier_is_gathered_once_while_the_user_looks_at_the_name(
    open_reader: Opener, own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gathered = []

    def noted(folder: Path, name: str, *rest: Any) -> FoundDossier:
        gathered.append(name)
        return asking.dossier(folder, name, *rest)

    monkeypatch.setattr(dossier_screen, "dossier", noted)
    async with open_reader(library=own) as on:
        await on.press("p")
        await on.type("maria ort")
        while "Maria Ortega" not in gathered:
            await on.pilot.pause(0.01)
        assert on.screen_name() != "dossier"
        await on.press("enter")
        assert on.screen_name() == "dossier"
        assert "Maria Ortega  2 articles" in on.list_lines()
    assert gathered.count("Maria Ortega") == 1


async def test_the_reader_opens_the_dossier_of_who_is_under_the_cursor(open_reader: Opener) -> None:
    async with open_reader() as on:
        await on.press("2", "p")
        assert on.screen_name() == "dossier"
        assert on.list_lines()[0] == "Names used"
        await on.press("escape")
        assert on.screen_name() == "reader"


async def test_a_file_of_people_that_cannot_be_read_is_told_in_place_of_the_dossier(open_reader: Opener, own: Path) -> None:
    async with open_reader(own / "report.md", library=own) as on:
        (own / "people.txt").write_bytes(b"Ortega = \xff\n")
        await on.press("2", "p", "enter")
        assert "people.txt: not UTF-8" in on.screen_words()


async def test_names_are_merged_and_split_by_hand_and_that_is_undone(open_reader: Opener, own: Path) -> None:
    async with open_reader(library=own) as on:
        await on.press("p")
        await on.type("tobias renn")
        await on.press("enter")
        assert "1 article" in on.header()
        await on.press("c", "s")
        await on.type("tobias wrenn")
        await on.press("enter")
        assert "2 articles" in on.header()
        assert "Tobias Renn = Tobias Wrenn" in (own / "people.txt").read_text(encoding="utf-8")
        await on.press("U")
        assert "1 article " in on.header()


async def test_a_dossier_is_written_in_the_format_that_the_ending_names(open_reader: Opener, own: Path, tmp_path: Path) -> None:
    async with open_reader(library=own) as on:
        await on.press("p")
        await on.type("ortega")
        await on.press("enter")
        for ending in ("md", "json", "csv", "md"):
            await on.press("e")
            on.put_answer(str(tmp_path / f"ortega.{ending}"))
            await on.press("enter")
        assert "is there already" in on.screen_words()
    assert (tmp_path / "ortega.md").read_text(encoding="utf-8").startswith("# Maria Ortega")
    assert json.loads((tmp_path / "ortega.json").read_text(encoding="utf-8"))["name"] == "Maria Ortega"
    assert "A millimetre is nothing" in (tmp_path / "ortega.csv").read_text(encoding="utf-8")


async def test_a_dossier_says_how_many_others_have_its_name(open_reader: Opener, own: Path) -> None:
    text = (own / "again.md").read_text(encoding="utf-8")
    (own / "again.md").write_text(text.replace("Maria Ortega", "Maria Ortegana"), encoding="utf-8")
    async with open_reader(library=own) as on:
        await on.press("p")
        await on.type("ortega")
        await on.press("enter")
        assert "1 article " in on.header()
        assert "of this name" not in on.screen_words()
        (own / "again.md").write_text(text, encoding="utf-8")
        (own / "people.txt").write_text("Maria Ortega @ again = Maria Ortega\n", encoding="utf-8")
        await on.press("escape", "p")
        await on.type("ortega")
        await on.press("enter")
        assert "1 article " in on.header()
        assert "1 other of this name" in on.screen_words()


async def test_words_that_no_other_article_has_are_told(open_reader: Opener, own: Path) -> None:
    (own / "again.md").unlink()
    async with open_reader(own / "report.md", library=own) as on:
        await on.press("3", "=")
        assert "No other article of your library has “" in on.screen_words()


async def test_the_same_words_elsewhere_are_a_key_away_from_a_quote(open_reader: Opener, own: Path) -> None:
    async with open_reader(own / "report.md", library=own) as on:
        await on.press("=")
        assert "Go to a quote first" in on.footer()
        await on.press("3", "=")
        assert on.screen_name() == "same words"
        assert any(line.startswith("identical  A harbour on the move") for line in on.list_lines())
        await on.press("escape")
        await on.press("slash")
        await on.type("millimetre is nothing")
        await on.press("enter", "=")
        assert "millimetre → centimetre" in on.list_lines()
        await on.press("y", "Y")
        words, cited = on.copied
        assert words.startswith("A centimetre is nothing")
        assert cited.startswith(f"“{words}”")
        assert "A harbour on the move" in cited
        await on.press("enter")
        assert on.briefing().title == "A harbour on the move"
        await on.press("escape")
        assert on.screen_name() == "same words"


@pytest.mark.parametrize("size", SIZES)
async def test_two_selected_briefings_are_compared(open_reader: Opener, own: Path, size: tuple[int, int]) -> None:
    async with open_reader(library=own, size=size) as on:
        await on.press("=")
        assert "Select two briefings" in on.screen_words()
        await on.press("v", "v", "=")
        assert on.screen_name() == "comparison"
        lines = on.list_lines()
        assert lines[0].startswith("Quotes in both (")
        assert "different words" in lines[:6]  # those that differ come first
        assert "millimetre → centimetre" in lines
        await on.press("right")
        assert on.briefing().title == "A harbour on the move"
        await on.press("escape")
        assert on.screen_name() == "comparison"
        await on.go_to_line("Tobias Wrenn  ")
        await on.press("left")
        assert on.screen_name() == "comparison"
        assert "does not have this" in on.screen_words()
        await on.press("escape")
        assert on.screen_name() == "library"
