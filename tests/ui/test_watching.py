"""Changes by other programs appear by themselves; commands in the footer and messages."""

from collections.abc import Callable
from pathlib import Path

import pytest

from briefing_tui.model.note import Note
from briefing_tui.notes.store import NoteStore
from tests.ui.contents import ORDINARY
from tests.ui.driver import HARBOUR, Driver, Opener


async def until(on: Driver, has_come: Callable[[], bool]) -> bool:
    """Return whether a condition becomes true within five seconds."""
    for _ in range(50):
        if has_come():
            return True
        await on.pilot.pause(0.1)
    return False


async def test_a_note_of_another_program_appears_by_itself(open_reader: Opener) -> None:
    async with open_reader() as on:
        with NoteStore() as other:
            other.add(Note("", on.briefing().id, "briefing", body="from elsewhere"))
        assert await until(on, lambda: "1 note" in on.header())


async def test_a_changed_file_is_read_by_itself(open_reader: Opener, tmp_path: Path) -> None:
    file = tmp_path / "report.md"
    file.write_bytes(HARBOUR.read_bytes())
    async with open_reader(file) as on:
        file.write_text(file.read_text().replace("The first to notice was a dog.", "The first was a dog."))
        assert await until(on, lambda: "The first was a dog." in on.screen_text())


@pytest.mark.parametrize("words", ["? keys", "jump", "export"])
async def test_a_click_in_the_footer_runs_the_command_and_in_a_message_nothing(words: str, open_reader: Opener) -> None:
    async with open_reader() as on:
        assert words in on.footer()
        x, y = on.find(words, "footer")
        await on.show_message("Nothing to see here. " * 5)
        await on.click("Nothing to", "footer")
        assert on.screen_names() == ["reader"]
        await on.end_message()
        await on.click_at(x, y)
        assert on.screen_names() != ["reader"]


async def test_a_command_of_the_footer_reaches_from_its_key_to_the_end_of_its_label(open_reader: Opener) -> None:
    async with open_reader() as on:
        x, y = on.find("f jump", "footer")
        for cell, screens in ((x - 1, 1), (x + len("f jump"), 1), (x, 2), (x + len("f jump") - 1, 2)):
            await on.click_at(cell, y)
            assert len(on.screen_names()) == screens, f"a click at cell {cell - x} of the command"
            if screens == 2:
                await on.press("escape")


async def test_a_file_that_is_still_being_read_is_saved_once_it_is_read(open_reader: Opener) -> None:
    async with open_reader(None, text=ORDINARY) as on:
        whole = on.show_beginning()
        await on.press("C")
        assert on.screen_names() == ["reader"]
        await on.finish_reading(whole)
        assert on.screen_names() == ["reader", "question"]
