"""The first press of a key waits for no module."""

import subprocess
import sys
from pathlib import Path

import pytest

from briefing_tui.ui.dialogs import load_ahead
from tests.ui.driver import Opener

_PROGRAM = """
import asyncio, sys
from pathlib import Path
from tests.ui.driver import HARBOUR, Driver, new_app
from briefing_tui.settings.paths import shipped_content

async def main() -> None:
    app = new_app(shipped_content(), Path(sys.argv[1]), HARBOUR)
    async with app.run_test(size=(120, 40)) as pilot:
        on = Driver(app, pilot)
        await on.settle()
        await on.settle()
        before = set(sys.modules)
        await on.press("question_mark", "escape", "g", "escape", "f", "escape")
        await on.press("apostrophe", "escape", "e", "escape", "a", "x", "escape")
        print(*(name for name in sys.modules if name not in before and ".ui." in name and ".library." not in name))

asyncio.run(main())
"""


def test_a_first_key_imports_nothing_of_the_reader(isolation: Path) -> None:
    ended = subprocess.run([sys.executable, "-c", _PROGRAM, str(isolation)], capture_output=True, text=True, check=True)
    assert ended.stdout.split() == []


async def test_nothing_is_waited_for_once_the_modules_are_loaded(open_reader: Opener, monkeypatch: pytest.MonkeyPatch) -> None:
    async with open_reader():
        pass
    pauses: list[float] = []
    monkeypatch.setattr(load_ahead, "sleep", pauses.append)
    async with open_reader():
        pass
    assert pauses == []
