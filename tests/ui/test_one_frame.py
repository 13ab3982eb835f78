"""All that a key changes is drawn in one frame."""

import asyncio
import os
import subprocess
import sys
from typing import Any, ClassVar

import pytest
from textual.app import App, ComposeResult
from textual.constants import MAX_FPS
from textual.events import Key
from textual.reactive import reactive
from textual.renderables.background_screen import BackgroundScreen
from textual.screen import ModalScreen, Screen
from textual.widget import Widget

from briefing_tui.ui.terminal import program_start
from briefing_tui.ui.terminal.app import TerminalApp
from briefing_tui.ui.terminal.drawing.frames import DimmedScreen, OneFrame
from briefing_tui.ui.terminal.program_start import FRAMEWORK
from tests.ui.driver import Opener
from tests.ui.test_terminal_patches import still_needed

_HOPS, _MANY_HOPS = 3, 30
"""Messages that pass between the two changes of a key: as in the reader, and so many that plain Textual has drawn the first."""


class _Word(Widget):
    """A word on a line of its own."""

    DEFAULT_CSS = "_Word { height: 1; }"
    word = reactive("before")

    def render(self) -> str:
        return self.word


class _TwoChanges(Screen[None]):
    """A screen on which a key changes one word, and another some messages later."""

    BINDINGS: ClassVar = [("x", "change", "Change"), ("s", "stall", "Do not be done")]

    def __init__(self, hops: int) -> None:
        super().__init__()
        self._hops = hops
        self.released = asyncio.Event()

    def compose(self) -> ComposeResult:
        yield from (_Word(), _Word())

    def action_change(self) -> None:
        self.query(_Word)[0].word = "after"
        self._change_second(self._hops)

    def _change_second(self, hops: int) -> None:
        if hops:
            (self.app if hops % 2 else self).call_later(self._change_second, hops - 1)  # Each lets the others run.
        else:
            self.query(_Word)[1].word = "after"

    async def action_stall(self) -> None:
        self.query(_Word)[0].word = "after"
        await self.released.wait()


class _OneFrameChanges(_TwoChanges, OneFrame[None]):
    """The same, drawn in one frame."""


class _Ours(TerminalApp):
    def first_screen(self) -> Screen[Any]:
        return _OneFrameChanges(_HOPS)


class _Plain(App[None]):
    def get_default_screen(self) -> Screen[Any]:
        return _TwoChanges(_MANY_HOPS)


async def _frames_of(app: App[Any], monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """Return both words in each frame that is drawn for a key."""
    frames: list[list[str]] = []
    async with app.run_test() as pilot:
        await pilot.pause(2 / MAX_FPS)  # The next frame can then be drawn at once.

        def drawn(screen: Screen[Any], update: object) -> None:
            if update is not None:
                frames.append([each.word for each in screen.query(_Word)])

        monkeypatch.setattr(app, "_display", drawn)
        await pilot.press("x")
        await pilot.pause()
    return frames


async def test_what_a_key_changes_is_drawn_at_once_and_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    assert await _frames_of(_Ours(), monkeypatch) == [["after", "after"]]
    plain = await _frames_of(_Plain(), monkeypatch)
    still_needed(
        plain[0] == ["after", "before"],
        "OneFrame and FrameHolder in ui/terminal/drawing/frames.py, and hold_frame and show_frame in key_turns.py",
    )


async def test_a_key_that_is_not_done_with_keeps_the_screen_from_being_drawn_for_a_moment_only(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async with _Ours().run_test() as pilot:
        await pilot.pause()
        screen, drawn = pilot.app.screen, asyncio.Event()
        assert isinstance(screen, _TwoChanges)
        monkeypatch.setattr(pilot.app, "_display", lambda *_: drawn.set())
        pilot.app.post_message(Key("s", "s"))
        await asyncio.wait_for(drawn.wait(), 20)
        assert screen.query(_Word)[0].word == "after"
        screen.released.set()


@pytest.mark.parametrize(
    ("keys", "theme"),
    [("f", "textual-dark"), ("3jc", "nord"), ("g", "textual-light"), ("e", "ansi-dark"), ("z?", "gruvbox"), (":", "nord")],
)
async def test_a_dialog_over_the_reader_looks_as_textual_draws_it(
    keys: str, theme: str, open_reader: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn, made = [], 0
    plain, process = ModalScreen.render_lines, BackgroundScreen.process_segments

    def counted(*arguments: Any) -> Any:
        nonlocal made
        made += 1
        return process(*arguments)

    for is_plain in (False, True):
        if is_plain:
            monkeypatch.setattr(DimmedScreen, "render_lines", plain)
            monkeypatch.setattr(BackgroundScreen, "process_segments", staticmethod(counted))
        async with open_reader(size=(100, 30), theme=theme) as on:
            await on.press(*keys)
            drawn.append(
                [[(part.text, part.style) for part in line.simplify()] for line in on.app.screen._compositor.render_strips()]
            )
    ours, textuals = ([[(c, style) for text, style in line for c in text] for line in screen] for screen in drawn)
    assert ours == textuals
    still_needed(made or "ansi" in theme, "DimmedScreen in ui/terminal/drawing/frames.py")


async def test_what_changes_below_a_dialog_is_seen_through_it(open_reader: Opener) -> None:
    async with open_reader() as on:
        await on.press("g")
        before = on.screen_text()
        on.app.screen_stack[0].query_one("#side").styles.display = "none"  # It has not the focus, which would be given back.
        while on.screen_text() == before:
            await on.pilot.pause(0.01)


async def test_what_a_key_changes_is_drawn_and_in_no_colour_of_the_terminal(open_reader: Opener) -> None:
    async with open_reader() as on:
        keys = "j k ) ( } { 1 j j 2 j j k h 3 j space G enter 0 4 j 5 j j a escape / a enter n escape v l l escape g j escape L"
        for key in keys.replace("space", " ").split(" "):
            await on.press(key or "space")
            assert not on.stale_rows(), key
            assert not on.rows_in_own_colours(), key


@pytest.mark.parametrize("name", FRAMEWORK)
def test_textual_is_told_what_the_user_has_not_told_it(name: str) -> None:
    asked = "ESCAPE_DELAY * 1000" if name == "ESCDELAY" else "MAX_FPS"
    code = f"from {program_start.__name__} import begin_start; begin_start(); import textual.constants as c; print(c.{asked})"
    environment = {key: value for key, value in os.environ.items() if key not in FRAMEWORK}

    def told(value: dict[str, str]) -> float:
        return float(
            subprocess.run([sys.executable, "-c", code], env=environment | value, capture_output=True, check=True).stdout
        )

    assert told({}) == float(FRAMEWORK[name])
    assert told({name: "77"}) == pytest.approx(77)


def test_a_start_loads_tls_only_for_who_asks_for_it() -> None:
    code = (
        "import sys; from {start} import begin_start; {begin}; import textual.app; print('ssl' in sys.modules);"
        "import ssl, asyncio; print(ssl.create_default_context().check_hostname, asyncio.run(asyncio.sleep(0, 7)))"
    )

    def printed(begin: str) -> list[str]:
        asked = code.format(start=program_start.__name__, begin=begin)
        return subprocess.run([sys.executable, "-c", asked], capture_output=True, check=True, text=True).stdout.split()

    assert printed("begin_start()") == ["False", "True", "7"]
    still_needed(printed("pass")[0] == "True", "_import_asyncio_without_tls in ui/terminal/program_start.py")
