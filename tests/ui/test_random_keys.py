"""Random keys, clicks and sizes leave the reader with a focus and a way back."""

import random
from pathlib import Path

import pytest

from tests.ui.contents import BLOCKS, BROKEN, DIGEST, EMPTY, ORDINARY, SCRIPTS
from tests.ui.driver import Driver, Opener, command_keys

TEXTS = (ORDINARY, DIGEST, BLOCKS, SCRIPTS, BROKEN, EMPTY)
SIZES = ((40, 12), (80, 24), (120, 40), (109, 19), (20, 5), (200, 60), (12, 3))
STEPS = 60

# Keys that end or suspend the program have their own tests.
LEAVING = {"q", "ctrl+q", "ctrl+z"}
KEYS = sorted(
    (command_keys() - LEAVING)
    | set("abcdefghijklmnoprstuvwxyz0123456789ABGXYZ.,;-")
    | {"escape", "enter", "up", "left", "delete"}
)


async def do_something(on: Driver, dice: random.Random, done: list[str]) -> None:
    """Press a key, click a cell, or change the size."""
    chance = dice.random()
    if chance < 0.84:
        key = dice.choice(KEYS)
        done.append(key)
        on.post(key)
    elif chance < 0.94:
        done.append("a click")
        on.post_click(dice)
    else:
        size = dice.choice(SIZES)
        done.append(f"{size}")
        on.post_size(*size)
    await on.wait_for_screen()


@pytest.mark.parametrize("seed", range(12))
async def test_any_keys_in_any_order_leave_the_reader_standing(
    seed: int, open_reader: Opener, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)  # A path may be typed, and saved to.
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
                    await on.wait_for_work()
                    assert not on.stale_rows()
            await on.wait_for_work()
            assert on.has_focus() or len(on.screen_names()) > 1
            for _ in range(8):
                on.post("escape")
                await on.wait_for_work()
            assert on.screen_name() in ("reader", "library")
            assert on.has_focus()
            on.post("q")
            await on.wait_for_work()
        except BaseException as error:
            error.add_note(f"after {' '.join(done)}")
            raise
    assert on.app.return_code == 0
    assert on.failure() is None
    assert on.app.return_value == 0


@pytest.mark.parametrize("keys", [("m", "ab"), ("f", "abc"), ("g", "aa"), ("s", "bb")])
async def test_keys_typed_faster_than_a_question_closes_do_no_harm(keys: tuple[str, str], open_reader: Opener) -> None:
    opening, answer = keys
    async with open_reader(None, text=ORDINARY, size=(40, 12)) as on:
        await on.press("3", opening)
        assert on.screen_name() != "reader"
        for key in answer:
            on.post(key)
        await on.wait_for_work()
        assert on.failure() is None
        assert on.screen_name() == "reader"


async def test_a_key_that_comes_with_the_one_that_opens_a_question_answers_it(open_reader: Opener) -> None:
    async with open_reader(None, text=ORDINARY) as on:
        await on.press("G")
        on.post("g")
        on.post("g")
        await on.wait_for_work()
        assert on.screen_name() == "reader"
        assert on.top_row() == 0


async def test_the_palette_opens_over_what_was_opened_over_a_palette(open_reader: Opener) -> None:
    async with open_reader() as on:
        on.open_palette()
        await on.wait_for_work()
        on.run_command("help_screen")
        await on.wait_for_work()
        on.open_palette()
        await on.wait_for_work()
        assert on.failure() is None
        for _ in range(3):
            on.post("escape")
            await on.wait_for_work()
        assert on.screen_name() == "reader"


async def test_page_down_before_the_palette_lists_anything_does_no_harm(open_reader: Opener) -> None:
    async with open_reader(None, text=ORDINARY) as on:
        for key in ("ctrl+p", "z", "pagedown", "pageup", "escape"):
            on.post(key)
            await on.wait_for_screen()
        await on.wait_for_work()
        assert on.failure() is None


@pytest.mark.parametrize("keys", [("g",), ("3", "tab", "d", "u"), ("P", "G"), ("2", "l", "pagedown")])
async def test_lists_that_have_not_been_shown_yet_can_be_moved_in(keys: tuple[str, ...], open_reader: Opener) -> None:
    async with open_reader(None, text=BROKEN, size=(12, 3)) as on:
        for key in keys:
            on.post(key)
        await on.wait_for_work()
        assert on.failure() is None


async def test_a_click_on_a_frame_leaves_the_focus_where_it_was(open_reader: Opener) -> None:
    async with open_reader(None, text=ORDINARY) as on:
        await on.press("3")
        await on.click_frame()
        assert on.region() == "pane"


async def test_the_line_in_which_one_types_can_be_clicked_away_from_and_come_back_to(open_reader: Opener) -> None:
    async with open_reader(None, text=ORDINARY) as on:
        await on.press("slash")
        await on.type("board")
        await on.click_article_row(11)
        await on.press("slash")
        await on.type("s")
        assert on.is_finding()
        await on.click_article_row(11)
        await on.press("escape")
        assert not on.is_finding()
        assert not on.hides_keys()
