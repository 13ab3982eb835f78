"""A text too long to be measured at once is shown like any other."""

import random
import shutil
from pathlib import Path

import pytest

from tests.ui.driver import Driver, Opener
from tests.ui.driver.article import guess_heights

KEYS = (*"jjkdub][)({}G3120", "space", "space", "home", "z", "enter", "escape")


def seen(on: Driver) -> list[str]:
    """Return the article's rows without the scrollbar, which shows a guess."""
    return [row.rstrip("▁▂▃▄▅▆▇█│ ") for row in on.article_rows()[1:-1]]


@pytest.mark.parametrize(("seed", "measure_rest"), [(0, False), (1, True)])
async def test_any_keys_show_the_same_rows(
    seed: int, measure_rest: bool, open_reader: Opener, isolation: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dice = random.Random(seed)
    keys = [dice.choice(KEYS) for _ in range(25)]
    rows: list[list[list[str]]] = []
    for guessed in (False, True):
        if guessed:
            guess_heights(monkeypatch, measure_rest)
        async with open_reader() as on:
            shown = []
            for key in keys:
                await on.press(key)
                shown.append(seen(on))
            rows.append(shown)
            await on.press("q")
        shutil.rmtree(isolation / "state")
    for number, (measured, guesses) in enumerate(zip(*rows, strict=True)):
        assert guesses == measured, f"after {' '.join(keys[: number + 1])}"


async def test_the_end_is_reached_at_once_in_a_small_window(open_reader: Opener, monkeypatch: pytest.MonkeyPatch) -> None:
    async with open_reader(size=(40, 12)) as on:
        await on.press("G")
        end = seen(on)
        await on.press("home")
    guess_heights(monkeypatch, measure_rest=False)
    async with open_reader(size=(40, 12)) as on:
        await on.press("G")
        assert seen(on) == end
