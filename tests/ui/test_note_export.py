"""Notes exported from the reader, and a folder that is kept in step with them."""

from pathlib import Path

import pytest

from briefing_tui.export.formats import NAMES
from briefing_tui.model.note import Note
from briefing_tui.notes.store import NoteStore
from briefing_tui.ui.dialogs.choose import Chooser
from briefing_tui.ui.exporting.screen import ExportScreen
from tests.ui.conftest import Opener
from tests.ui.notes import ID, settings, stored, write


class TestExport:
    async def test_the_preview_is_what_is_written_where_it_says(self, open_reader: Opener, isolation: Path) -> None:
        async with open_reader() as on:
            await on.press("]", "}")
            await write(on, "into the vault")
            await on.press("e")
            screen = on.app.screen
            assert isinstance(screen, ExportScreen)
            shown = [block.text for block in screen.preview.blocks]
            path = Path(screen.file.value)
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
            await write(on, "into the vault")
            for key in (*"briefing read us-pakistani-ties", "enter", "g", "j", "j", "enter"):
                on.send(key)
                if key == "enter":
                    await on.settle()
            await on.press("escape", "escape", "escape")
            assert on.app.screen is on.reader

    async def test_only_the_notes_that_are_shown_are_exported(self, open_reader: Opener) -> None:
        async with open_reader() as on:
            await on.press("]", "}")
            await write(on, "with #tag")
            await on.press("}")
            await write(on, "without")
            await on.press("5", "s", "b", "e")
            assert "Export 1 note, only #tag" in on.screen_text()

    async def test_another_format_names_the_file_after_it_and_a_folder_gets_the_briefings_name(
        self, open_reader: Opener, isolation: Path
    ) -> None:
        async with open_reader() as on:
            await on.press("]", "}")
            await write(on, "a, b")
            await on.press("e", "j", "j", "j", "j")
            screen = on.app.screen
            assert isinstance(screen, ExportScreen)
            assert screen.file.value.endswith(f"{ID}.csv")
            screen.file.value = f"{isolation}/"
            await on.press("tab", "enter")
            assert (isolation / f"{ID}.csv").is_file()

    async def test_a_file_that_a_person_has_changed_is_left_as_it_is_and_that_is_told(self, open_reader: Opener) -> None:
        async with open_reader() as on:
            await on.press("]", "}")
            await write(on, "a, b")
            await on.press("e", "j", "j", "j", "j")
            screen = on.app.screen
            assert isinstance(screen, ExportScreen)
            path = Path(screen.file.value)
            path.parent.mkdir(parents=True)
            path.write_text("my own table\n")
            await on.press("enter")
            assert isinstance(on.app.screen, ExportScreen)
            assert "not as briefing wrote it" in on.app.screen.preview.blocks[0].text
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
            await write(on, "into the vault")
            await on.press("e")
            screen = on.app.screen
            assert isinstance(screen, ExportScreen)
            screen.file.value = "/home/reader/notes/the-harbour-that-would-not-settle.md"
            await on.settle()
            box = screen._box.content_region
            rows = [row[box.x : box.right].strip(" ▌▁▂▃▄▅▆▇█") for row in on.screen_text().splitlines()[box.y : box.bottom]]
            names = [name for name in NAMES if any(row.startswith(name) for row in rows)]
            assert len(names) == (len(NAMES) if size[1] >= 24 else 3)
            assert screen.file.value in "".join(rows)
            assert "Esc close" in " ".join(rows)
            assert screen.preview.page >= (2 if size[1] < 24 else 6)

    async def test_a_path_too_long_for_its_lines_is_cut_with_a_sign_and_ends_where_one_types(self, open_reader: Opener) -> None:
        async with open_reader(size=(40, 12)) as on:
            await on.press("e")
            screen = on.app.screen
            assert isinstance(screen, ExportScreen)
            screen.file.value = f"/{'long/' * 30}harbour.md"
            await on.settle()
            assert screen.file.size.height == 2
            assert "…" in screen.file.render_line(1).text
            await on.press("tab")
            assert screen.file.size.height == 1
            assert "harbour.md" in screen.file.render_line(0).text

    async def test_what_is_exported_is_chosen_a_tag_of_this_briefing_or_the_whole_library(
        self, open_reader: Opener, isolation: Path
    ) -> None:
        with NoteStore() as store:
            for briefing, body, tags in ((ID, "one", ("cost",)), (ID, "two", ()), ("elsewhere", "three", ("cost",))):
                store.add(Note("", briefing, "briefing", body=body, tags=tags))
        async with open_reader() as on:
            await on.press("e", "s", "b")
            assert "Export 1 note, only #cost, of this briefing" in on.screen_text()
            screen = on.app.screen
            assert isinstance(screen, ExportScreen)
            await on.press("s")
            assert "all, of the library  3" in on.screen_text()
            chooser = on.app.screen
            assert isinstance(chooser, Chooser)
            await on.press(next(label for label, choice in zip(chooser._labels, chooser._choices, strict=True)
                                if choice.text == "#cost, of the library"))  # fmt: skip
            assert "Export 2 notes, only #cost, of the library" in on.screen_text()
            screen.file.value = f"{isolation}/all/"
            await on.settle()
            assert [block.text.rpartition("/")[2] for block in screen.preview.blocks[2:]] == ["elsewhere.md  1", f"{ID}.md  1"]
            await on.press("enter")
            assert "Written: 2 files" in on.reader.key_line.message
            assert "three" in (isolation / "all" / "elsewhere.md").read_text("utf-8")
            assert "two" not in (isolation / "all" / f"{ID}.md").read_text("utf-8")


class TestKeeping:
    async def test_the_folder_of_the_settings_is_in_step_with_every_change(self, open_reader: Opener, isolation: Path) -> None:
        vault = isolation / "vault"
        settings(f'[export]\nfolder = "{vault}"\n')
        async with open_reader() as on:
            await on.press("]", "}")
            await write(on, "kept as I go")
            file = vault / f"{ID}.md"
            assert "kept as I go" in file.read_text("utf-8")
            await on.press("U")
            assert "kept as I go" not in file.read_text("utf-8")

    async def test_an_export_that_fails_is_told_and_the_note_is_kept(self, open_reader: Opener, isolation: Path) -> None:
        (isolation / "vault").write_text("a file in the way")
        settings(f'[export]\nfolder = "{isolation / "vault"}"\n')
        async with open_reader() as on:
            await on.press("]", "}")
            await write(on, "first")
            assert "its export is not" in on.screen_text()
            settings('[export]\nfolder = "/x"\nformat = "wrod"\n')
            await on.press("}")
            await write(on, "second")
            assert "config.toml:3: no format 'wrod'" in on.reader.key_line.message
            assert [note.body for note in stored()] == ["first", "second"]
