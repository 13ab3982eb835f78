"""Lists of choices."""

from pathlib import Path
from typing import Any

import pytest
from platformdirs import user_downloads_path

from tests.ui.driver import Opener


async def test_a_key_typed_before_the_list_has_settled_counts(open_reader: Opener) -> None:
    async with open_reader() as on:
        await on.show_choices([f"mark {number}" for number in range(9)], at=2)
        on.go_to_last_choice()
        await on.settle()
        assert on.chosen() == 8


async def test_a_picture_is_saved_in_the_downloads_or_where_there_are_none_in_the_current_folder(
    open_reader: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    folders: list[Path] = []

    def delivered(_: object, *, save_directory: str | None = None, **__: Any) -> None:
        folders.append(user_downloads_path() if save_directory is None else Path(save_directory))

    user_downloads_path().rmdir()
    async with open_reader() as on:
        monkeypatch.setattr(on.app, "deliver_text", delivered)
        on.app.deliver_screenshot()
        user_downloads_path().mkdir()
        on.app.deliver_screenshot()
    assert folders == [Path(), user_downloads_path()]


async def test_every_colour_has_a_letter_of_its_own(open_reader: Opener) -> None:
    async with open_reader() as on:
        await on.press("]", "}", "A")
        colours = on.choices()
        letters = [on.letter_of(colour) for colour in colours]
        assert len(set(letters)) == len(colours) == 6
        await on.press(letters[-1])
        assert on.highlighted(colours[-1]) == [on.current_paragraph()]
