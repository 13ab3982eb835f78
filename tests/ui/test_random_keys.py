"""Any keys in any order, clicks anywhere and any sizes leave the reader standing, with a focus and a way back."""

import random
from contextlib import suppress
from pathlib import Path

import pytest
from textual import events
from textual.geometry import Size
from textual.keys import _character_to_key
from textual.worker import WorkerCancelled

from briefing_tui.ui.app import BriefingApp
from briefing_tui.ui.library.commands import COMMANDS as LIBRARY
from briefing_tui.ui.library.screen import LibraryScreen
from briefing_tui.ui.read_screen import ReadScreen
from tests.ui.conftest import Driver, Opener
from tests.ui.contents import BLOCKS, BROKEN, DIGEST, EMPTY, ORDINARY, SCRIPTS

TEXTS = (ORDINARY, DIGEST, BLOCKS, SCRIPTS, BROKEN, EMPTY)
SIZES = ((40, 12), (80, 24), (120, 40), (109, 19), (20, 5), (240, 60), (12, 3))
STEPS = 60

# What leaves the program, or stops its process, is pressed by tests of its own.
LEAVING = {"q", "ctrl+q", "ctrl+z"}
COMMAND_KEYS = {key for command in (*ReadScreen.TABLE.values(), *LIBRARY.values()) for key in command.keys} - LEAVING
KEYS = sorted(COMMAND_KEYS | set("abcdefghijklmnoprstuvwxyz0123456789ABGXYZ.,;-") | {"escape", "enter", "up", "left", "delete"})


async def work_off(on: Driver) -> None:
    """Let everything that was started end: the messages of every widget, and the workers."""
    for _ in range(3):
        await on.pilot._wait_for_screen()
    with suppress(WorkerCancelled):  # by another that came after it
        await on.app.workers.wait_for_complete()
    await on.pilot._wait_for_screen()


def press(app: BriefingApp, key: str) -> None:
    """What a driver does when a key is pressed, without waiting for what comes of it."""
    character = key if len(key) == 1 else {"space": " ", "enter": "\r"}.get(key)
    app.post_message(events.Key(_character_to_key(key) if len(key) == 1 else key, character))


def resize(app: BriefingApp, width: int, height: int) -> None:
    """What a driver does when the terminal's size has changed."""
    assert app._driver is not None
    app._driver._size = (width, height)
    size = Size(width, height)
    app._driver.process_message(events.Resize(size, size))


def click(app: BriefingApp, dice: random.Random) -> None:
    """What a driver does when a mouse button is pressed and let go: here, or after a drag."""
    assert app._driver is not None
    x, y = dice.randrange(max(1, app.size.width)), dice.randrange(max(1, app.size.height))
    for kind in (events.MouseMove, events.MouseDown, events.MouseUp):
        app._driver.process_message(kind(None, x, y, 0, 0, int(kind is not events.MouseMove), False, False, False, x, y))
        if kind is events.MouseDown and dice.random() < 0.3:
            x, y = dice.randrange(max(1, app.size.width)), dice.randrange(max(1, app.size.height))
            app._driver.process_message(events.MouseMove(None, x, y, 0, 0, 1, False, False, False, x, y))


async def do_something(on: Driver, dice: random.Random, done: list[str]) -> None:
    """Press a key, click a cell, or change the size."""
    chance = dice.random()
    if chance < 0.84:
        key = dice.choice(KEYS)
        done.append(key)
        press(on.app, key)
    elif chance < 0.94:
        done.append("a click")
        click(on.app, dice)
    else:
        size = dice.choice(SIZES)
        done.append(f"{size}")
        resize(on.app, *size)
    await on.pilot._wait_for_screen()


@pytest.mark.parametrize("seed", range(12))
async def test_any_keys_in_any_order_leave_the_reader_standing(seed: int, open_reader: Opener, tmp_path: Path) -> None:
    dice = random.Random(seed)
    for number, text in enumerate(TEXTS):
        (tmp_path / f"{number}.md").write_text(text, "utf-8")
    path = tmp_path / f"{seed % len(TEXTS)}.md"
    done: list[str] = []
    async with open_reader(path, size=dice.choice(SIZES), library=tmp_path) as on:
        try:
            for _ in range(STEPS):
                await do_something(on, dice, done)
                if dice.random() < 0.1:
                    await work_off(on)
            await work_off(on)
            assert on.app.focused is not None or len(on.app.screen_stack) > 1
            for _ in range(8):
                press(on.app, "escape")
                await work_off(on)
            assert isinstance(on.app.screen, ReadScreen | LibraryScreen), on.app.screen
            assert on.app.focused is not None
            press(on.app, "q")
            await work_off(on)
        except BaseException as error:
            error.add_note(f"after {' '.join(done)}")
            raise
    assert on.app.return_code == 0
    assert on.app._exception is None
    assert on.app.return_value == 0


@pytest.mark.parametrize("keys", [("m", "ab"), ("f", "abc"), ("g", "aa"), ("s", "bb")])
async def test_keys_typed_faster_than_a_question_closes_do_no_harm(keys: tuple[str, str], open_reader: Opener) -> None:
    opening, answer = keys
    async with open_reader(None, text=ORDINARY, size=(40, 12)) as on:
        await on.press("3", opening)
        assert not isinstance(on.app.screen, ReadScreen)
        for key in answer:
            press(on.app, key)
        await work_off(on)
        assert on.app._exception is None
        assert isinstance(on.app.screen, ReadScreen)


async def test_a_key_that_comes_with_the_one_that_opens_a_question_answers_it(open_reader: Opener) -> None:
    async with open_reader(None, text=ORDINARY) as on:
        await on.press("G")
        press(on.app, "g")
        press(on.app, "g")
        await work_off(on)
        assert isinstance(on.app.screen, ReadScreen)
        assert on.reader.article.top == 0


async def test_the_palette_opens_over_what_was_opened_over_a_palette(open_reader: Opener) -> None:
    async with open_reader() as on:
        on.app.action_command_palette()
        await work_off(on)
        ReadScreen.TABLE["help_screen"].run(on.reader)
        await work_off(on)
        on.app.action_command_palette()
        await work_off(on)
        assert on.app._exception is None
        for _ in range(3):
            press(on.app, "escape")
            await work_off(on)
        assert isinstance(on.app.screen, ReadScreen)


async def test_page_down_before_the_palette_lists_anything_does_no_harm(open_reader: Opener) -> None:
    async with open_reader(None, text=ORDINARY) as on:
        for key in ("ctrl+p", "z", "pagedown", "pageup", "escape"):
            press(on.app, key)
            await on.pilot._wait_for_screen()
        await work_off(on)
        assert on.app._exception is None


@pytest.mark.parametrize("keys", [("g",), ("3", "tab", "d", "u"), ("P", "G"), ("2", "l", "pagedown")])
async def test_lists_that_have_not_been_shown_yet_can_be_moved_in(keys: tuple[str, ...], open_reader: Opener) -> None:
    async with open_reader(None, text=BROKEN, size=(12, 3)) as on:
        for key in keys:
            press(on.app, key)
        await work_off(on)
        assert on.app._exception is None


async def test_a_click_on_a_frame_leaves_the_focus_where_it_was(open_reader: Opener) -> None:
    async with open_reader(None, text=ORDINARY) as on:
        await on.press("3")
        await on.pilot.click(on.reader.top_line, offset=(3, 0))
        await on.settle()
        assert on.app.focused is on.reader.side.shown


async def test_the_line_in_which_one_types_can_be_clicked_away_from_and_come_back_to(open_reader: Opener) -> None:
    async with open_reader(None, text=ORDINARY) as on:
        await on.press("slash")
        await on.type("board")
        await on.pilot.click(on.reader.article, offset=(10, 12))
        await on.press("slash")
        await on.type("s")
        assert on.reader.finder.is_open
        await on.pilot.click(on.reader.article, offset=(10, 12))
        await on.press("escape")
        assert not on.reader.finder.is_open
        assert on.reader.key_line.display
