"""Exporting notes from the reader, and to a folder that is kept up to date."""

from pathlib import Path

import pytest

from briefing_tui.export.formats import names as format_names
from briefing_tui.model.note import Note
from briefing_tui.notes.store import NoteStore
from tests.ui.driver import Opener
from tests.ui.notes import ID, settings, stored

TITLE = "The harbour that would not settle"
"""The title of the briefing that is open."""


class TestExport:
    async def test_the_preview_is_what_is_written_where_it_says(self, open_reader: Opener, isolation: Path) -> None:
        async with open_reader() as on:
            await on.press("]", "}")
            await on.write_note("into the vault")
            await on.press("e")
            shown = on.preview_lines()
            path = Path(on.export_file())
            assert path.is_relative_to(isolation)
            assert not path.exists()
            await on.press("enter")
            assert path.read_text("utf-8").split("\n") == shown
            assert "into the vault" in shown
            assert "Written: " in on.screen_text()
            await on.press("e", "enter")
            assert "It holds them already" in on.screen_text()

    async def test_a_command_typed_into_the_reader_by_mistake_leaves_it_standing(self, open_reader: Opener) -> None:
        async with open_reader() as on:
            await on.write_note("into the vault")
            for key in (*"briefing read us-pakistani-ties", "enter", "g", "j", "j", "enter"):
                on.send(key)
                if key == "enter":
                    await on.settle()
            await on.press("escape", "escape", "escape")
            assert on.screen_name() == "reader"

    async def test_only_the_notes_that_are_shown_are_exported(self, open_reader: Opener) -> None:
        async with open_reader() as on:
            await on.press("]", "}")
            await on.write_note("with #tag")
            await on.press("}")
            await on.write_note("without")
            await on.press("5", "s", "b", "e")
            assert "Export 1 note, only #tag" in on.screen_text()

    async def test_two_notes_at_one_place_are_exported_as_they_were_written(self, open_reader: Opener) -> None:
        async with open_reader() as on:
            await on.press("]", "}")
            await on.write_note("the first thought")
            await on.write_note("the second thought")
            await on.press("e")
            notes = [line for line in on.preview_lines() if line.endswith("thought")]
            assert notes == ["the first thought", "the second thought"]

    async def test_another_format_names_the_file_after_it_and_a_folder_gets_the_briefings_name(
        self, open_reader: Opener, isolation: Path
    ) -> None:
        async with open_reader() as on:
            await on.press("]", "}")
            await on.write_note("a, b")
            await on.press("e", "j", "j", "j", "j")
            assert on.export_file().endswith(f"{ID}.csv")
            await on.put_export_file(f"{isolation}/")
            await on.press("tab", "enter")
            assert (isolation / f"{ID}.csv").is_file()

    async def test_a_file_that_a_person_has_changed_is_left_as_it_is_and_that_is_told(self, open_reader: Opener) -> None:
        async with open_reader() as on:
            await on.press("]", "}")
            await on.write_note("a, b")
            await on.press("e", "j", "j", "j", "j")
            path = Path(on.export_file())
            path.parent.mkdir(parents=True)
            path.write_text("my own table\n")
            await on.press("enter")
            assert "not as briefing wrote it" in on.preview_lines()[0]
            assert path.read_text() == "my own table\n"

    async def test_without_notes_it_says_so_and_the_briefing_itself_can_be_written(self, open_reader: Opener) -> None:
        async with open_reader() as on:
            await on.press("e", "enter")
            assert "no notes to export" in on.screen_text()
            assert "newsarticle" in on.screen_text().partition("no notes")[0]
            await on.press(*"jjjjjjj", "enter")
            assert "Written" in on.screen_text()

    @pytest.mark.parametrize("size", [(120, 40), (80, 24), (40, 12)])
    async def test_formats_the_whole_path_and_the_keys_have_room_at_any_size(
        self, open_reader: Opener, size: tuple[int, int]
    ) -> None:
        async with open_reader(size=size) as on:
            await on.write_note("into the vault")
            await on.press("e")
            await on.put_export_file("/home/reader/notes/the-harbour-that-would-not-settle.md")
            rows = on.box_rows()
            names = [name for name in format_names() if any(row.startswith(name) for row in rows)]
            assert len(names) == (len(format_names()) if size[1] >= 24 else 3)
            assert on.export_file() in "".join(rows)
            assert "Esc close" in " ".join(rows)
            assert on.preview_height() >= (2 if size[1] < 24 else 6)

    async def test_a_path_too_long_for_its_lines_is_cut_with_a_sign_and_ends_where_one_types(self, open_reader: Opener) -> None:
        async with open_reader(size=(40, 12)) as on:
            await on.press("e")
            await on.put_export_file(f"/{'long/' * 30}harbour.md")
            assert len(on.export_file_rows()) == 2
            assert "…" in on.export_file_rows()[1]
            await on.press("tab")
            assert len(on.export_file_rows()) == 1
            assert "harbour.md" in on.export_file_rows()[0]

    async def test_what_is_exported_is_chosen_a_tag_of_this_briefing_or_the_whole_library(
        self, open_reader: Opener, isolation: Path
    ) -> None:
        with NoteStore() as store:
            for briefing, body, tags in ((ID, "one", ("cost",)), (ID, "two", ()), ("elsewhere", "three", ("cost",))):
                store.add(Note("", briefing, "briefing", body=body, tags=tags))
        async with open_reader() as on:
            await on.press("e", "s", "b")
            assert "Export 1 note, only #cost, of this briefing" in on.screen_text()
            await on.press("s")
            assert "all, of the library  3" in on.screen_text()
            await on.press(on.letter_of("#cost, of the library"))
            assert "Export 2 notes, only #cost, of the library" in on.screen_text()
            await on.put_export_file(f"{isolation}/all/")
            assert [line.rpartition("/")[2] for line in on.preview_lines()[2:]] == ["elsewhere.md  1", f"{TITLE}.md  1"]
            await on.press("enter")
            assert "Written: 2 files" in on.message()
            assert "three" in (isolation / "all" / "elsewhere.md").read_text("utf-8")
            assert "two" not in (isolation / "all" / f"{TITLE}.md").read_text("utf-8")


class TestKeeping:
    async def test_the_folder_of_the_settings_is_in_step_with_every_change(self, open_reader: Opener, isolation: Path) -> None:
        vault = isolation / "vault"
        settings(f'[export]\nfolder = "{vault}"\n')
        async with open_reader() as on:
            await on.press("]", "}")
            await on.write_note("kept as I go")
            file = vault / f"{TITLE}.md"
            assert "kept as I go" in file.read_text("utf-8")
            await on.press("U")
            assert "kept as I go" not in file.read_text("utf-8")

    async def test_an_export_that_fails_is_told_and_the_note_is_kept(self, open_reader: Opener, isolation: Path) -> None:
        (isolation / "vault").write_text("a file in the way")
        settings(f'[export]\nfolder = "{isolation / "vault"}"\n')
        async with open_reader() as on:
            await on.press("]", "}")
            await on.write_note("first")
            assert "its export is not" in on.screen_text()
            settings('[export]\nfolder = "/x"\nformat = "wrod"\n')
            await on.press("}")
            await on.write_note("second")
            assert "config.toml:3: no format 'wrod'" in on.message()
            assert [note.body for note in stored()] == ["first", "second"]
