"""Run the reader on this terminal and press the keys of a route.

    python -m tests.hostile.tour ROUTE ARGUMENT...

ROUTE is a file with a JSON list of steps, each a list of key names; keys separated by a space are pressed in a row, a key
followed by a star is pressed until the screen no longer changes. ARGUMENTs are those of the command. After every key the complete
screen is drawn between two marks: which cells Textual draws by itself depends on time, but these frames depend only on the
screen.
"""

import asyncio
import json
import os
import sys
from pathlib import Path

os.environ["TEXTUAL_ANIMATIONS"] = "none"  # Textual reads it when it is imported.

from tests.ui.driver import Driver
from tests.ui.driver.program import stop_blinking, when_ready
from tests.ui.driver.screen import keep_messages

BEGIN, END = "\x1b_frame {}\x1b\\", "\x1b_end\x1b\\"
_MOST = 400
"""Most presses of a key with a star; no list in the tests is as long."""


_running: list[asyncio.Task[None]] = []


def _begin(on: Driver) -> None:
    _running.append(asyncio.create_task(_go(on)))


async def _go(on: Driver) -> None:
    try:
        await _tour(on, json.loads(Path(sys.argv[1]).read_text()))
        on.app.exit(0)
    except BaseException:
        on.app.exit(70)
        raise


async def _tour(on: Driver, route: list[list[str]]) -> None:
    await on.settle()
    while on.screen_name() == "reader" and not on.has_read_notes():
        await asyncio.sleep(0.01)
    while on.screen_name() == "library" and on.is_growing():
        await asyncio.sleep(0.01)
        await on.settle()
    await on.settle()
    _draw(on, "opened")
    for step in route:
        for key in step:
            seen = ""
            for _ in range(_MOST if key.endswith("*") else 1):
                before, seen = seen, await _step(on, key)
                if seen == before:
                    break


async def _step(on: Driver, key: str) -> str:
    await on.press(*key.rstrip("*").split(" "))
    shown = on.full_screen()
    for _ in range(20):  # On a busy machine, some layout comes a turn later.
        before = shown
        await on.settle()
        shown = on.full_screen()
        if shown == before:
            break
    return _draw(on, key)


def _draw(on: Driver, name: str) -> str:
    """Draw the complete screen between the marks of a frame, and return its text."""
    return on.draw_whole(BEGIN.format(name), END)


def main() -> int:
    """Run the command with a reader that presses the keys by itself."""
    from briefing_tui.cli import main as command

    when_ready(_begin)
    keep_messages()
    stop_blinking()
    arguments = [argument.encode("utf-8", "surrogateescape").decode("utf-8", "surrogateescape") for argument in sys.argv[2:]]
    return command(arguments)


if __name__ == "__main__":
    sys.exit(main())
