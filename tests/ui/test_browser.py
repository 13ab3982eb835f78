"""The reader in a browser: no files other than notes, no programs."""

from pathlib import Path

import pytest

from briefing_tui import file_io
from briefing_tui.ui.app import BriefingApp
from tests.ui.driver import HARBOUR, Opener
from tests.ui.driver.screen import keep_messages


@pytest.fixture
def in_browser(monkeypatch: pytest.MonkeyPatch) -> None:
    """Open the reader as in a browser."""
    monkeypatch.setattr(BriefingApp, "is_web", True)


@pytest.mark.usefixtures("in_browser")
async def test_footer_help_and_palette_have_no_command_that_writes_files_or_leaves_the_terminal(open_reader: Opener) -> None:
    async with open_reader(size=(200, 50)) as reader:
        assert "export" not in reader.footer()
        await reader.press("?")
        told = reader.help_text()
        for command in (
            "Write the notes of this briefing to a file",
            "Correct a quote",
            "$EDITOR",
            "Leave the program to the shell",
        ):
            assert command not in told
        assert "Write a note on the selection" in told
        await reader.press("escape", ":")
        await reader.type("export")
        assert "Export" not in reader.screen_text()
        await reader.press("escape", ":")
        await reader.type("screenshot")
        assert "Save" not in reader.screen_text()


@pytest.mark.usefixtures("in_browser")
@pytest.mark.parametrize("key", ["e", "c", "C", "X", "V", "ctrl+z"])
async def test_their_keys_do_nothing(open_reader: Opener, key: str) -> None:
    async with open_reader() as reader:
        await reader.press(")", key)
        assert reader.screen_names() == ["reader"]
        assert reader.region() == "article"


@pytest.mark.usefixtures("in_browser")
async def test_no_address_is_opened(open_reader: Opener, monkeypatch: pytest.MonkeyPatch) -> None:
    keep_messages(monkeypatch)
    monkeypatch.setattr("webbrowser.get", lambda *_: pytest.fail("a browser was started"))
    async with open_reader() as reader:
        reader.app.open_url = BriefingApp.open_url.__get__(reader.app)  # type: ignore[method-assign]
        await reader.show_link("https://example.org/")
        await reader.press("enter")
        assert "No address is opened from here" in reader.message()


async def _words_for_the_desktop(open_reader: Opener, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    words: list[str] = []
    monkeypatch.setattr("pyperclip.copy", words.append)
    async with open_reader() as reader:
        reader.app.copy_to_clipboard = BriefingApp.copy_to_clipboard.__get__(reader.app)  # type: ignore[method-assign]
        await reader.press("y")
        await reader.show_link("https://example.org/")
        await reader.press("y")
    return words


@pytest.mark.usefixtures("in_browser")
async def test_the_desktops_clipboard_is_left_alone(open_reader: Opener, monkeypatch: pytest.MonkeyPatch) -> None:
    assert await _words_for_the_desktop(open_reader, monkeypatch) == []


async def test_elsewhere_what_is_copied_from_text_and_dialogs_is_on_the_desktops_clipboard_too(
    open_reader: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert len(words := await _words_for_the_desktop(open_reader, monkeypatch)) == 2
    assert words[1] == "https://example.org/"


def test_a_process_that_must_not_write_writes_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(file_io, "_forbidden", "")
    file_io.forbid_writing("not from here")
    with pytest.raises(OSError, match="not from here"):
        file_io.write_atomically(tmp_path / "new" / "file", ["x"])
    with pytest.raises(OSError, match="not from here"), file_io.fresh_file(tmp_path / "file", [b"x"]):
        pass
    assert list(tmp_path.iterdir()) == []
    assert HARBOUR.is_file()
