"""Pictures in the Images pane and on the full screen."""

import re
from pathlib import Path

import pytest

from briefing_tui.pictures.kept import keep_picture
from briefing_tui.settings import paths
from briefing_tui.ui.terminal.graphics import Graphics, GraphicsKnown
from tests.pictures.drawings import data_url, encoded, halves
from tests.ui.driver import Driver, Opener

ARTICLE = """---
title: The quay
---

# The quay

## Images

![A quay at dawn](quay.png)
The quay, seen from the ferry.
*Ida Lund*

![A map of the harbour](https://courier.example/map.png)
The map.

![A drawing of two ferries]({data})
The drawing.

## Article

The quay was quiet when the ferry came in.
"""


@pytest.fixture
def quay(tmp_path: Path) -> Path:
    """Return a briefing with a picture beside it, on the web and in an address."""
    (tmp_path / "quay.png").write_bytes(encoded(halves(80, 40)))
    path = tmp_path / "quay.md"
    path.write_text(ARTICLE.format(data=data_url(halves(20, 20))), "utf-8")
    return path


def _pane_words(driver: Driver) -> str:
    return " ".join(" ".join(driver.rows_of("pane")).replace("│", " ").split())


def _blocks(driver: Driver) -> int:
    return sum("▀▀▀▀" in row for row in driver.rows())


@pytest.mark.parametrize("size", [(120, 40), (80, 24)])
async def test_the_pane_shows_the_picture_of_the_image_under_the_cursor(
    open_reader: Opener, quay: Path, size: tuple[int, int]
) -> None:
    async with open_reader(quay, size=size) as driver:
        assert _blocks(driver) == 0
        await driver.press("4")
        assert _blocks(driver) >= 5
        assert "The quay, seen from the ferry." in driver.screen_words()
        await driver.press("j")
        assert _blocks(driver) == 0
        assert "nothing is fetched" in _pane_words(driver)
        await driver.press("j")
        assert _blocks(driver) >= 5
        await driver.press("1")
        assert _blocks(driver) == 0


async def test_a_picture_has_none_of_the_numbers_from_which_other_programs_count(
    open_reader: Opener, quay: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent: list[str] = []
    monkeypatch.setattr("briefing_tui.ui.widgets.picture.write_to_terminal", lambda _, text: sent.append(text))
    async with open_reader(quay) as driver:
        driver.app.post_message(GraphicsKnown(Graphics("kitty", (9, 18))))
        await driver.press("4")
    numbers = re.findall(r"\bi=(\d+)", "".join(sent))
    assert numbers
    assert all(int(number) > 0xFF for number in numbers)  # One of 65,000 readers has a lower one.


async def test_a_picture_of_the_web_that_was_fetched_is_shown(open_reader: Opener, quay: Path) -> None:
    text = quay.read_text("utf-8").replace("quay.png", "https://courier.example/quay.png").replace("data:", "https:")
    quay.write_text(text, "utf-8")
    keep_picture(paths.cache(), "https://courier.example/map.png", encoded(halves(80, 40)))
    async with open_reader(quay) as driver:
        await driver.press("4")
        assert "nothing is fetched" in _pane_words(driver)
        await driver.press("j")
        assert _blocks(driver) >= 5


async def test_a_briefing_without_pictures_at_hand_keeps_the_whole_pane_for_the_list(open_reader: Opener, quay: Path) -> None:
    text = quay.read_text("utf-8").replace("quay.png", "https://courier.example/quay.png").replace("data:", "https:")
    quay.write_text(text, "utf-8")
    async with open_reader(quay) as driver:
        await driver.press("4")
        assert "nothing is fetched" not in _pane_words(driver)


@pytest.mark.parametrize("size", [(40, 12), (120, 40), (200, 60)])
async def test_i_fills_the_screen_with_the_picture_and_escape_returns(
    open_reader: Opener, quay: Path, size: tuple[int, int]
) -> None:
    async with open_reader(quay, size=size) as driver:
        await driver.press("4", "i")
        assert _blocks(driver) >= size[1] // 2
        assert "1/3 The quay, seen from the ferry. (Ida Lund)" in driver.screen_words()
        await driver.press("j", "j", "j")
        assert "3/3 The drawing." in driver.screen_words()
        assert _blocks(driver) >= size[1] // 2
        await driver.press("escape")
        item = driver.cursor_item()
        assert item is not None
        assert item.lines[0] == "The drawing."


async def test_a_missing_or_broken_picture_is_told_in_words(open_reader: Opener, quay: Path) -> None:
    picture = quay.with_name("quay.png")
    picture.write_bytes(picture.read_bytes()[:60])
    async with open_reader(quay) as driver:
        await driver.press("4")
        assert "A quay at dawn" in _pane_words(driver)
        assert "No picture: its file is no picture in PNG, JPEG, WebP or GIF." in _pane_words(driver)
    picture.unlink()
    async with open_reader(quay) as driver:
        await driver.press("4", "i")
        assert "there is no file quay.png beside the briefing" in driver.screen_words()


async def test_without_colours_a_picture_is_in_shades(open_reader: Opener, quay: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    quay.with_name("quay.png").write_bytes(encoded(halves(80, 40).convert("L").point(lambda value: 255 if value > 50 else 0)))
    monkeypatch.setenv("NO_COLOR", "1")
    async with open_reader(quay) as driver:
        await driver.press("4")
        assert "████" in driver.screen_text()
        assert _blocks(driver) == 0


async def test_where_there_is_no_image_i_says_so(open_reader: Opener, quay: Path) -> None:
    async with open_reader(quay) as driver:
        await driver.press("i")
        assert "no image under the cursor" in driver.screen_words()
