"""The reader on this terminal, taken through a tour; after every step the whole screen is drawn anew, between two marks.

    python -m tests.hostile.tour ROUTE ARGUMENT...

ROUTE is a file with a JSON list of steps, each a list of keys by their names; keys with a blank between them are pressed in a row, a key
with a star behind it again and again, until the screen stays as it is. ARGUMENTs are the command's own. Which cells the framework draws anew by itself depends on when; the
frames between the marks depend on the screen alone.
"""

import asyncio
import json
import os
import sys
from pathlib import Path

os.environ["TEXTUAL_ANIMATIONS"] = "none"  # Textual reads it when it is imported.

from textual.geometry import Offset
from textual.pilot import Pilot
from textual.widgets import Input

from briefing_tui.ui import app as reader
from briefing_tui.ui.read_screen import ReadScreen
from briefing_tui.ui.widgets.bars import KeyLine
from tests.ui.conftest import Driver

BEGIN, END = "\x1b_frame {}\x1b\\", "\x1b_end\x1b\\"
_MOST = 400
"""Times that a key with a star is pressed at most: no list here is as long."""


_running: list[asyncio.Task[None]] = []


async def _begin(app: reader.BriefingApp) -> None:
    _running.append(asyncio.create_task(_go(app)))


async def _go(app: reader.BriefingApp) -> None:
    try:
        await _tour(Driver(app, Pilot(app)), json.loads(Path(sys.argv[1]).read_text()))
        app.exit(0)
    except BaseException:
        app.exit(70)
        raise


async def _tour(on: Driver, route: list[list[str]]) -> None:
    await on.settle()
    while isinstance(on.app.screen, ReadScreen) and not on.reader.noting.has_loaded:
        await asyncio.sleep(0.01)
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
    shown = _shown(on)
    for _ in range(20):  # what is arranged after a refresh may come a turn later on a busy machine
        before = shown
        await on.settle()
        shown = _shown(on)
        if shown == before:
            break
    return _draw(on, key)


def _shown(on: Driver) -> str:
    return on.app.screen._compositor.render_full_update().render_segments(on.app.console)


def _draw(on: Driver, name: str) -> str:
    """Draw all of the screen, as the framework does after a change of size; gives what is drawn."""
    screen, driver = on.app.screen, on.app._driver
    assert driver is not None
    update = screen._compositor.render_full_update()
    on.app.cursor_position = Offset(0, 0)  # where the editor left the terminal's own cursor depends on when it was arranged
    driver.write(BEGIN.format(name))
    on.app._display(screen, update)
    driver.write(END)
    for line in screen.query(KeyLine):
        line.hush()  # how long a message stays is a matter of the clock
    return update.render_segments(on.app.console)


def main() -> int:
    """Run the command with a reader that goes on its tour by itself."""
    from briefing_tui.cli import main as command

    reader.BriefingApp.on_ready = _begin  # type: ignore[attr-defined]
    KeyLine.MESSAGE_SECONDS = 3600.0
    Input.cursor_blink._default = False
    arguments = [argument.encode("utf-8", "surrogateescape").decode("utf-8", "surrogateescape") for argument in sys.argv[2:]]
    return command(arguments)


if __name__ == "__main__":
    sys.exit(main())
