"""The reader with settings of the user: panes, widths, theme, keys, and mistakes."""

import json
from pathlib import Path

import pytest

from briefing_tui.settings import paths
from tests.ui.driver import Opener
from tests.ui.driver.screen import keep_messages


def settings(text: str) -> Path:
    """Write the settings file."""
    file = paths.config() / "config.toml"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")
    return file


async def test_the_pane_at_start_and_the_widths_are_as_set(open_reader: Opener) -> None:
    settings("[reader]\npane = 'quotes'\ntext_width = 50\npane_width = 30\noutline_width = 14\n")
    async with open_reader(size=(160, 40)) as reader:
        assert "1 Sum" in reader.rows_of("tabs")[0] or "3 Quotes" in reader.rows_of("tabs")[0]
        assert "“" in " ".join(reader.rows_of("pane"))
        assert reader.article_width() == 50
        assert len(reader.rows_of("outline")[0].strip()) == 14
        assert len(reader.rows_of("pane")[0].strip()) == (160 - 14) * 30 // 100


async def test_outline_and_pane_can_be_hidden_at_start_and_come_back_with_their_keys(open_reader: Opener) -> None:
    settings("[reader]\noutline = false\n")
    async with open_reader() as reader:
        assert not reader.shows("outline")
        assert reader.shows("pane")
        await reader.press("\\")
        assert reader.shows("outline")
    settings("[reader]\narticle_only = true\n")
    async with open_reader() as reader:
        assert not reader.shows("pane")
        assert not reader.shows("outline")
        await reader.press("z")
        assert reader.shows("pane")
        assert reader.shows("outline")


async def test_a_command_has_the_keys_that_the_settings_give_it_and_no_others(open_reader: Opener) -> None:
    settings('[keys]\nline_down = "n"\nline_up = ["ö", "up"]\nnext_hit = "f3"\n')
    async with open_reader() as reader:
        begun = reader.top_row()
        await reader.press("j", "down")
        await reader.pilot.pause()  # Textual's own keys would scroll after the next frame.
        assert reader.top_row() == begun
        await reader.press("n", "n", "n")
        below = reader.top_row()
        assert below > begun
        await reader.press("ö")
        assert reader.top_row() < below
        below = reader.top_row()
        await reader.press("up")
        assert reader.top_row() < below


async def test_keys_can_be_swapped_and_taken_away(open_reader: Opener) -> None:
    settings('[keys]\nshow_actors = "3"\nshow_quotes = "2"\nshow_images = []\nfind = ","\n')
    async with open_reader() as reader:
        await reader.press("3")
        assert reader.pane_title() == "actors"
        await reader.press("2")
        assert reader.pane_title() == "quotes"
        await reader.press("4")
        assert reader.pane_title() == "quotes"
        await reader.press(",")
        assert reader.hides_keys()


async def test_footer_help_and_palette_show_the_keys_in_force(open_reader: Opener) -> None:
    settings('[keys]\nnext_section = "ctrl+n"\nshow_summary = "x"\nhelp_screen = "f1"\nquit_reader = []\n')
    async with open_reader(size=(200, 50)) as reader:
        assert "Ctrl+N/[ section" in reader.footer()
        assert "x pane" in reader.footer()
        assert "F1 keys" in reader.footer()
        assert " quit" not in reader.footer()
        await reader.press("f1")
        assert reader.screen_name() == "help"
        assert "Ctrl+N" in reader.screen_text()
        await reader.press("escape", ":")
        await reader.type("section")
        assert "Section  (Ctrl+N)" in reader.screen_text()


async def test_messages_and_panes_name_the_keys_in_force(open_reader: Opener, monkeypatch: pytest.MonkeyPatch) -> None:
    keep_messages(monkeypatch)
    settings('[keys]\nset_mark = "f2"\nvisit_mark = "f3"\nannotate = "f4"\nhighlight = []\ncopy = "Q"\n')
    async with open_reader() as reader:
        await reader.press("f3")
        assert reader.message() == "No marks yet: F2 and a letter set one."
        await reader.press("f2", "a")
        assert reader.message() == "Marked as a: F3 goes back to it."
        await reader.press("escape", "v")
        assert "Q copy" in reader.footer()
        await reader.press("escape", "5")
        assert "F4 writes one, “highlight” highlights" in " ".join(
            " ".join(row.strip("│ ") for row in reader.rows_of("pane")).split()
        )


async def test_the_library_has_keys_of_its_own(open_reader: Opener) -> None:
    settings('[keys]\nshelf_down = "n"\nopen_briefing = "f2"\n')
    async with open_reader(library=paths.shipped_content()) as reader:
        first = reader.library_cursor()
        await reader.press("j")
        assert reader.library_cursor() == first
        await reader.press("n")
        assert reader.library_cursor() != first
        assert "F2 open" in reader.footer()
        await reader.press("f2")
        assert reader.screen_name() == "reader"


async def test_keys_are_text_while_the_user_types_whatever_they_are_set_to(open_reader: Opener) -> None:
    settings('[keys]\nnext_pane = "e"\nline_down = "e"\nexport = "ctrl+e"\n')
    async with open_reader() as reader:
        await reader.press("/")
        await reader.type("the")
        assert "the" in reader.footer()


async def test_mistakes_are_told_at_start_and_everything_else_holds(open_reader: Opener, monkeypatch: pytest.MonkeyPatch) -> None:
    keep_messages(monkeypatch)
    settings('[reader]\npane = "qoutes"\ntext_width = 40\n[keys]\nfind = "q"\njump = "f4"\n')
    async with open_reader() as reader:
        told = "config.toml:2 (1 more: briefing config): reader.pane is 'qoutes'; did you mean 'quotes'?"
        assert reader.message() == told
        assert reader.article_width() == 40
        await reader.press("f4")
        assert reader.jump_letters()


async def test_the_theme_of_the_palette_is_remembered(open_reader: Opener, isolation: Path) -> None:
    async with open_reader() as reader:
        plain = reader.screenshot()
        await reader.press(":")
        await reader.type("theme")
        await reader.press("enter")
        await reader.type("dracula")
        await reader.press("enter")
    assert json.loads((isolation / "state" / "theme.json").read_text()) == {"theme": "dracula"}
    async with open_reader() as reader:
        assert reader.screenshot() != plain
        assert reader.theme() == "dracula"


async def test_a_theme_in_the_settings_goes_before_the_remembered_one(
    open_reader: Opener, isolation: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep_messages(monkeypatch)
    (isolation / "state").mkdir()
    (isolation / "state" / "theme.json").write_text('{"theme": "dracula"}')
    settings('[reader]\ntheme = "nord"\n')
    async with open_reader() as reader:
        assert reader.theme() == "nord"
        await reader.press(":")
        await reader.type("theme")
        await reader.press("enter")
        await reader.type("gruvbox")
        await reader.press("enter")
        assert reader.theme() == "gruvbox"
        assert reader.message() == "config.toml:2 sets the theme at start; this one holds until you quit."
    async with open_reader() as reader:
        assert reader.theme() == "nord"


@pytest.mark.parametrize("left", ["", "{", "[]", '{"theme": 3}', '{"theme": "no such"}', "[" * 9000])
async def test_a_remembered_theme_that_cannot_be_read_is_none(open_reader: Opener, isolation: Path, left: str) -> None:
    (isolation / "state").mkdir()
    (isolation / "state" / "theme.json").write_text(left)
    async with open_reader() as reader:
        assert reader.theme() == "textual-dark"
        assert reader.failure() is None


async def test_the_export_begins_with_the_folder_and_the_format_of_the_settings(open_reader: Opener) -> None:
    settings('[export]\nfolder = "/srv/vault"\nformat = "org"\nautomatic = false\n')
    async with open_reader() as reader:
        await reader.press("e")
        assert reader.export_file().startswith("/srv/vault/")
        assert reader.export_file().endswith(".org")
