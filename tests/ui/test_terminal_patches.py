"""Each workaround of Textual is still needed: plain Textual, without it, still has the fault.

A test that fails here after an update of Textual is good news: its message says what to delete.
"""

import ast
import asyncio
import errno
import gc
import importlib
import io
import os
import random
import re
import signal
import sys
import time
import weakref
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from rich.console import Console
from rich.segment import Segment
from textual._compositor import ChopsUpdate, Compositor
from textual._styles_cache import StylesCache
from textual._xterm_parser import XTermParser
from textual.app import App, ComposeResult
from textual.color import Color
from textual.command import CommandList, CommandPalette
from textual.containers import Horizontal
from textual.drivers.linux_driver import LinuxDriver
from textual.drivers.web_driver import WebDriver
from textual.events import Key, Paste
from textual.geometry import Region, Size
from textual.screen import Screen
from textual.scroll_view import ScrollView
from textual.scrollbar import ScrollBar
from textual.strip import Strip
from textual.widget import MountError, Widget
from textual.widgets import Input, Label

import briefing_tui.ui
from briefing_tui.ui.terminal.app import TerminalApp
from briefing_tui.ui.terminal.command_palette import Palette
from briefing_tui.ui.terminal.drawing.compositor import QuickCompositor, QuickUpdate
from briefing_tui.ui.terminal.drawing.frames import SteadyFocus, SteadyLayout
from briefing_tui.ui.terminal.drawing.line_scroll_view import LineScrollView, QuickScrollBar
from briefing_tui.ui.terminal.drawing.quick_strips import TEXTUALS_INIT, use_quick_strips
from briefing_tui.ui.terminal.drawing.row_cache import TEXTUALS_INNER_OUTER, RowCache
from briefing_tui.ui.terminal.driver import TerminalDriver
from briefing_tui.ui.terminal.pastes import LONGEST, PasteParser
from briefing_tui.ui.terminal.timers import SureTimers
from briefing_tui.ui.terminal.web_driver import BrowserDriver
from tests.ui.test_driver import OurReading, Reading
from tests.ui.test_timers import HeldUp


def still_needed(fault: object, what: str) -> None:
    """Fail and name the code to delete, if plain Textual no longer has the fault."""
    assert fault, f"Textual no longer has this fault: delete {what}, and this test"


class Plain(App[None]):
    """Plain Textual with some widgets on its first screen."""

    CSS = "ScrollView, LineScrollView { height: 24; border: round; overflow-y: scroll; scrollbar-size-vertical: 1; }"

    def __init__(self, *widgets: Widget) -> None:
        super().__init__()
        self.widgets = widgets

    def compose(self) -> ComposeResult:
        yield from self.widgets


class Ours(TerminalApp):
    """Our app with an empty screen."""

    def first_screen(self) -> Screen[Any]:
        return Screen()


def calls_of(work: Callable[[], object]) -> int:
    """Count the Python functions that `work` calls, a measure independent of the machine."""
    count = 0

    def called(_: object, event: str, __: object) -> None:
        nonlocal count
        count += event == "call"

    sys.setprofile(called)
    try:
        work()
    finally:
        sys.setprofile(None)
    return count


# Timers


class SureScreen(SureTimers, Screen[None]):
    """A screen whose timers are never lost."""


async def test_a_timer_of_a_busy_machine_is_lost(monkeypatch: pytest.MonkeyPatch) -> None:
    called: list[str] = []
    async with Plain().run_test() as pilot:
        await pilot.app.push_screen(SureScreen())
        monkeypatch.setattr("textual.timer._time", HeldUp())
        lost, kept = Label.set_timer, pilot.app.screen.set_timer
        timers = [
            lost(pilot.app.screen_stack[0], 0.01, lambda: called.append("plain")),
            kept(0.01, lambda: called.append("ours")),
        ]
        for timer in timers:
            assert timer._task is not None
            await timer._task
        await pilot.pause()
    assert "ours" in called
    still_needed("plain" not in called, "ui/terminal/timers.py and SureTimers among the bases of apps and screens")


# Drawing


class Lines(ScrollView):
    """A column of a hundred lines, as plain Textual scrolls it."""

    def on_mount(self) -> None:
        self.virtual_size = Size(30, 100)

    def render_line(self, y: int) -> Strip:
        return Strip([Segment(f"{y + self.scroll_offset.y:<30}")], 30)


class QuickLines(LineScrollView):
    """The same column, as ours scrolls it."""

    def on_mount(self) -> None:
        self.virtual_size = Size(30, 100)

    def render_line(self, y: int) -> Strip:
        return Strip([Segment(f"{y + self.scroll_offset.y:<30}")], 30)


async def test_the_borders_of_every_row_are_worked_out_anew() -> None:
    async with Plain(plain := Lines(), ours := QuickLines()).run_test(size=(80, 50)) as pilot:
        await pilot.pause()
        plain_cache, our_cache = StylesCache(), RowCache()
        whole = plain.size.region
        our_cache.render_widget(ours, whole)
        our_cache.set_dirty(whole)
        assert our_cache.render_widget(ours, whole) == plain_cache.render_widget(plain, whole)
        plain_cache.set_dirty(whole)
        our_cache.set_dirty(whole)
        lines = calls_of(lambda: [ours.render_line(y) for y in range(whole.height - 2)])  # Drawn by either.
        few = calls_of(lambda: our_cache.render_widget(ours, whole)) - lines
        many = calls_of(lambda: plain_cache.render_widget(plain, whole)) - lines
    still_needed(many > 2 * few, f"RowCache ({few} calls, Textual {many})")


def test_the_rows_of_a_widget_that_is_gone_stay_in_memory() -> None:
    def is_kept(inner_outer: Callable[..., object]) -> bool:
        cache = StylesCache()
        inner_outer(cache, Color(1, 2, 3), Color(3, 2, 1))
        kept = weakref.ref(cache)
        del cache
        gc.collect()
        return kept() is not None

    assert not is_kept(StylesCache.get_inner_outer)
    still_needed(is_kept(TEXTUALS_INNER_OUTER), "_of_colors of ui/terminal/drawing/row_cache.py")


def test_a_strip_makes_caches_before_anyone_asks_for_them() -> None:
    use_quick_strips()
    words = [Segment("ab"), Segment("cde")]
    plain, ours = Strip.__new__(Strip), Strip(words, 5)
    TEXTUALS_INIT(plain, words, 5)
    caches = {
        name: getattr(plain, name)._maxsize for name in Strip.__slots__ if name.endswith("_cache") and name != "_render_cache"
    }
    assert {name: getattr(ours, name)._maxsize for name in caches} == caches
    assert not hasattr(ours, "_another_cache")
    for one in (ours, Strip(words)):
        assert one == plain
        assert one.divide([1, 5]) == plain.divide([1, 5])
        assert one.crop(1, 4) == plain.crop(1, 4)
        assert one.link_ids == plain.link_ids
        assert one.cell_length == 5
    few = calls_of(lambda: Strip(words, 5))
    many = calls_of(lambda: TEXTUALS_INIT(Strip.__new__(Strip), words, 5))
    still_needed(many > 2 * few, f"_init and _cache_of of ui/terminal/drawing/quick_strips.py ({few} calls, Textual {many})")


def test_a_piece_of_a_row_is_placed_by_an_object() -> None:
    console = Console(color_system="truecolor", file=io.StringIO())
    dice = random.Random(1)
    for _ in range(300):
        width = dice.randint(1, 9)
        cuts = sorted({0, width, *(dice.randint(0, width) for _ in range(3))})
        pieces = [
            {x: Strip([Segment("x" * (end - x))]) if dice.random() < 0.8 else None for x, end in pairwise(cuts)} for _ in range(4)
        ]
        ends = [sorted((dice.randint(0, width), dice.randint(0, width))) for _ in range(3)]
        spans = [(y, start, end) for y, (start, end) in zip(sorted(dice.sample(range(4), 3)), ends, strict=True)]
        ours, plain = (kind(pieces, spans, [cuts[1:]] * 4) for kind in (QuickUpdate, ChopsUpdate))
        wanted = plain.render_segments(console)
        # Where a piece begins as the change ends, Textual moves there to write nothing.
        assert ours.render_segments(console) == re.sub(r"\x1b\[\d+;\d+H(?=\x1b|\n|$)", "", wanted)
    few, many = calls_of(lambda: ours.render_segments(console)), calls_of(lambda: plain.render_segments(console))
    still_needed(many > 2 * few, f"QuickUpdate in ui/terminal/drawing/compositor.py ({few} calls, Textual {many})")


async def test_a_scrollbar_is_drawn_line_by_line() -> None:
    async with Plain(plain := Lines(), ours := QuickLines()).run_test(size=(80, 50)) as pilot:
        await pilot.pause()
        for view in (plain, ours):
            view.scroll_to(y=10, animate=False)
        await pilot.pause()
        bar, quick = plain.vertical_scrollbar, ours.vertical_scrollbar
        assert isinstance(quick, QuickScrollBar)
        assert quick.render_lines(quick.size.region) == bar.render_lines(bar.size.region)

        def draw(one: ScrollBar) -> Callable[[], object]:
            one._styles_cache.clear()
            one._set_dirty()
            return lambda: one.render_lines(one.size.region)

        few, many = calls_of(draw(quick)), calls_of(draw(bar))
    still_needed(many > 2 * few, f"QuickScrollBar ({few} calls, Textual {many})")


class Layered(App[None]):
    """Widgets beside, above and below each other, some of them partly out of view."""

    CSS = """
    #front { layer: front; offset: 10 3; width: 30; height: 4; background: red; }
    Screen { layers: back front; }
    Label { width: 50%; height: 30; }
    #below { height: 12; overflow: auto; }
    """

    def compose(self) -> ComposeResult:
        with Horizontal(id="below"):
            yield Label("one 漢字 line\n" * 20)
            yield Label("another line\n" * 20)
        yield Input("typed")
        yield Label("in front", id="front")


async def test_widgets_that_others_cover_are_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    async with Layered().run_test(size=(60, 20)) as pilot:
        plain, whole = pilot.app.screen._compositor, Region(0, 0, 60, 20)
        quick = QuickCompositor()
        vars(quick).update(vars(plain))
        for crop in (whole, Region(5, 2, 20, 9), Region(0, 12, 60, 1)):
            changed = set(crop.line_range)
            rows = plain._render_chops(crop, changed.__contains__)
            of_quick = quick._render_chops(crop, changed.__contains__)
            assert [of_quick[y] for y in changed] == [rows[y] for y in changed]
            plain._dirty_regions = {crop, Region(8, 4, 3, 2)}
            spans = plain.render_partial_update()
            quick._dirty_regions = {crop, Region(8, 4, 3, 2)}
            drawn = quick.render_partial_update()
            assert spans
            assert drawn
            assert drawn.chops == spans.chops
            assert (drawn.spans, drawn.chop_ends) == (spans.spans, spans.chop_ends)

        def drawn_by(compositor: Compositor) -> set[Widget]:
            asked: list[Widget] = []
            draw = Widget.render_lines

            def drawing(widget: Widget, crop: Region) -> list[Strip]:
                asked.append(widget)
                return draw(widget, crop)

            monkeypatch.setattr(Widget, "render_lines", drawing)
            compositor._render_chops(whole, lambda _: True)
            monkeypatch.undo()
            return set(asked)

        needless = drawn_by(plain) - drawn_by(quick)
        still_needed(pilot.app.query_one("#below") in needless, "QuickCompositor in ui/terminal/drawing/compositor.py")


async def test_a_letter_arranges_the_whole_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    class SteadyInput(SteadyLayout, Input):
        pass

    async with Plain(plain := Input(), ours := SteadyInput()).run_test():

        def arranges(line: Input) -> bool:
            asked: list[bool] = []
            monkeypatch.setattr(line, "refresh", lambda *_, layout=False, **__: asked.append(layout))
            line.value = "abc"
            return any(asked)

        assert not arranges(ours)
        still_needed(arranges(plain), "SteadyLayout in ui/terminal/drawing/frames.py")


async def test_a_scrollbar_is_drawn_whenever_the_screen_is_arranged(monkeypatch: pytest.MonkeyPatch) -> None:
    async with Plain(plain := Lines(), ours := QuickLines()).run_test(size=(80, 50)) as pilot:
        await pilot.pause()
        drawn: list[Widget] = []
        update = Widget._scroll_update

        def counted(widget: Widget, size: Size) -> None:
            drawn.append(widget)
            update(widget, size)

        monkeypatch.setattr(Widget, "_scroll_update", counted)
        for _ in range(2):
            pilot.app.screen.refresh(layout=True)
            await pilot.pause()
    assert ours not in drawn
    still_needed(plain in drawn, "LineScrollView._size_updated")


async def test_a_screen_is_drawn_anew_when_the_focus_moves(monkeypatch: pytest.MonkeyPatch) -> None:
    class SteadyScreen(SteadyFocus, Screen[None]):
        def compose(self) -> ComposeResult:
            yield from (Input(), Input())

    class PlainScreen(Screen[None]):
        compose = SteadyScreen.compose

    async def refreshed(screen: Screen[None]) -> bool:
        async with Plain().run_test() as pilot:
            await pilot.app.push_screen(screen)
            await pilot.pause()
            drawn: list[object] = []
            monkeypatch.setattr(screen, "refresh", lambda *args, **_: drawn.append(args))
            screen.set_focus(screen.query(Input)[1])
            await pilot.pause()
            assert screen.focused is screen.query(Input)[1]
            return () in drawn

    assert not await refreshed(SteadyScreen())
    still_needed(await refreshed(PlainScreen()), "SteadyFocus in ui/terminal/drawing/frames.py")


# Screens


async def test_page_down_before_the_palette_is_laid_out_is_an_error() -> None:
    async def fails(palette: CommandPalette) -> bool:
        try:
            async with Plain().run_test() as pilot:
                await pilot.app.push_screen(palette)
                commands = palette.query_one(CommandList)
                commands.add_option("a command").highlighted = 0
                palette._action_command_list("page_down")
                return False
        except KeyError:
            return True

    assert not await fails(Palette())
    still_needed(await fails(CommandPalette()), "ui/terminal/command_palette.py")


async def test_a_default_screen_cannot_be_switched_for_another() -> None:
    async def fails(app: App[Any]) -> bool:
        async with app.run_test() as pilot:
            try:
                await app.switch_screen(Screen())
            except IndexError:
                return True
            await pilot.pause()
            return False

    assert not await fails(Ours())
    still_needed(await fails(Plain()), "TerminalApp.get_default_screen (rename first_screen)")


# The end


class Broken(App[int]):
    """An app that fails as soon as it is ready."""

    def on_ready(self) -> None:
        raise RuntimeError("broken")


class OursBroken(Ours):
    on_ready = Broken.on_ready


def test_a_failure_is_a_page_of_traceback_and_nothing_that_the_caller_sees(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("BRIEFING_DEBUG", raising=False)
    ours = OursBroken()
    ours.run(headless=True)
    assert "Traceback" not in capsys.readouterr().err
    assert isinstance(ours.failure, RuntimeError)
    monkeypatch.setenv("BRIEFING_DEBUG", "1")
    OursBroken().run(headless=True)
    assert "Traceback" in capsys.readouterr().err
    plain, raised = Broken(), None
    try:
        plain.run(headless=True)
    except RuntimeError as error:
        raised = error
    still_needed(raised is None, "TerminalApp.failure: `run` raises what the program failed on")
    still_needed("Traceback" in capsys.readouterr().err, "TerminalApp._print_error_renderables")


async def test_what_is_mounted_after_the_end_is_a_failure() -> None:
    async def failure(app: App[Any]) -> BaseException | None:
        async with app.run_test() as pilot:
            screen = app.screen
            app.exit()
            for _ in range(100):
                if not screen.is_attached or not app.is_running:
                    break
                await asyncio.sleep(0.01)
            del pilot
            try:
                screen.mount(Label("late"))
            except MountError as error:
                return error
        return None

    error = await failure(Plain())
    still_needed(isinstance(error, MountError), "the test for MountError in TerminalApp.failure")
    ours = Ours()
    ours._exit, ours._exception = True, error  # type: ignore[assignment]
    assert ours.failure is None


# Input


START, END = "\x1b[200~", "\x1b[201~"


def test_a_paste_is_read_letter_by_letter_and_as_long_as_it_is() -> None:
    text = f"{START}{'x' * (LONGEST * 2)}{END}"

    def pasted(parser: XTermParser) -> int:
        return sum(len(message.text) for message in parser.feed(text) if isinstance(message, Paste))

    assert pasted(PasteParser()) == LONGEST + 1
    still_needed(pasted(XTermParser()) > LONGEST + 1, "PasteParser")


def test_what_follows_an_escape_in_a_paste_is_a_key() -> None:
    def keys(parser: XTermParser) -> list[str]:
        return [message.key for message in parser.feed(f"{START}a\x1b[Ab{END}") if isinstance(message, Key)]

    assert keys(PasteParser()) == []
    still_needed(keys(XTermParser()), "the replacing of ESC in PasteParser")


class PlainReading(Reading, LinuxDriver):
    """Reads as plain Textual does."""


def read(kind: type[Reading], data: bytes, hang_up: bool = False) -> Reading:
    """Let a driver read some input for at most a second."""
    ours, theirs = os.pipe()
    reading = kind(ours)
    os.write(theirs, data)
    if hang_up:
        os.close(theirs)
    end = time.monotonic() + 1
    reading.exit_event.is_set = lambda: Event.is_set(reading.exit_event) or time.monotonic() > end  # type: ignore[method-assign]
    try:
        reading.run_input_thread()  # type: ignore[attr-defined]
    finally:
        os.close(ours)
        if not hang_up:
            os.close(theirs)
    return reading


def fails(error: type[Exception], data: bytes) -> bool:
    """Return whether plain Textual fails to read some input."""
    try:
        read(PlainReading, data)
    except error:
        return True
    return False


def test_bytes_that_are_no_text_end_the_reading() -> None:
    assert read(OurReading, b"\xffx").keys
    still_needed(fails(UnicodeDecodeError, b"\xffx"), "the replacing of bytes in TerminalDriver.run_input_thread")


def test_a_terminal_that_is_gone_is_not_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    sent: list[int] = []
    monkeypatch.setattr(os, "kill", lambda _, number: sent.append(number))
    read(OurReading, b"", hang_up=True)
    assert sent.pop() == signal.SIGHUP
    read(PlainReading, b"", hang_up=True)
    still_needed(not sent, "SIGHUP in TerminalDriver.run_input_thread")


def test_input_that_another_program_took_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    take = os.read
    taken: Iterator[bytes] = iter(())

    def once_too_late(fileno: int, most: int) -> bytes:
        if next(taken, None) is not None:
            raise BlockingIOError(errno.EAGAIN, "too late")
        return take(fileno, most)

    monkeypatch.setattr(os, "read", once_too_late)
    taken = iter([b""])
    assert read(OurReading, b"x").keys == ["x"]
    taken = iter([b""])
    still_needed(fails(BlockingIOError, b"x"), "BlockingIOError in TerminalDriver._read")


class Suspended:
    """A driver that records how it leaves the terminal and comes back."""

    _auto_restart, _must_signal_resume = True, False

    def __init__(self) -> None:
        self.did: list[str] = []
        self._loop = asyncio.get_running_loop()

    def suspend_application_mode(self) -> None:
        self.did.append("left")

    def resume_application_mode(self) -> None:
        self.did.append("back")


class PlainSuspended(Suspended, LinuxDriver):
    """Leaves the terminal as plain Textual does."""


class OurSuspended(Suspended, TerminalDriver):
    """Leaves the terminal as our driver does."""


async def test_the_terminal_is_left_within_a_signal_handler(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "kill", lambda *_: None)
    ours, plain = OurSuspended(), PlainSuspended()
    ours._stop_asked()
    assert ours.did == []
    await asyncio.sleep(0)
    assert ours.did[0] == "left"
    plain._sigtstp_application()
    still_needed(plain.did == ["left"], "TerminalDriver._stop_asked")


async def test_a_stop_that_nobody_can_end(monkeypatch: pytest.MonkeyPatch) -> None:
    sent: list[int] = []
    monkeypatch.setattr(os, "kill", lambda _, number: sent.append(number))
    ours, plain = OurSuspended(), PlainSuspended()
    ours._leave_terminal()
    await asyncio.sleep(0)
    assert (sent, ours.did) == ([signal.SIGTSTP], ["left", "back"])
    plain._sigtstp_application()
    still_needed(sent[-1] == signal.SIGSTOP, "TerminalDriver._leave_terminal and stop_until_continued")


async def test_what_another_program_raises_keeps_the_terminal_from_coming_back(monkeypatch: pytest.MonkeyPatch) -> None:
    async def comes_back(app: App[Any]) -> bool:
        async with app.run_test() as pilot:
            did: list[str] = []
            monkeypatch.setattr(type(pilot.app._driver), "can_suspend", True)
            monkeypatch.setattr(pilot.app._driver, "suspend_application_mode", lambda: None)
            monkeypatch.setattr(pilot.app._driver, "resume_application_mode", lambda: did.append("back"))
            with pytest.raises(ValueError, match="ended"), pilot.app.suspend():
                raise ValueError("ended")
            return did == ["back"]

    assert await comes_back(Ours())
    still_needed(not await comes_back(Plain()), "TerminalApp.suspend")


async def test_after_a_stop_that_was_not_noticed_the_terminal_is_set_up_on_top_of_itself() -> None:
    ours, plain = OurSuspended(), PlainSuspended()
    ours._continued()
    await asyncio.sleep(0)
    assert ours.did == ["left", "back"]
    plain._sigcont_application()
    still_needed(plain.did == ["back"], "TerminalDriver._continued and _take_terminal")


class ClosedPipe:
    """The input of a program whose server is gone."""

    def __iter__(self) -> Iterator[bytes]:
        return iter(())

    def close(self) -> None:
        """Close nothing."""


def test_a_program_in_a_browser_goes_on_when_its_server_is_gone(monkeypatch: pytest.MonkeyPatch) -> None:
    sent: list[int] = []
    monkeypatch.setattr(os, "kill", lambda _, number: sent.append(number))

    def read_all(kind: type[WebDriver]) -> None:
        driver = kind.__new__(kind)
        driver._debug, driver.exit_event = False, Event()
        driver._input_reader = ClosedPipe()  # type: ignore[assignment]
        driver.run_input_thread()

    read_all(BrowserDriver)
    assert sent.pop() == signal.SIGHUP
    read_all(WebDriver)
    still_needed(not sent, "ui/terminal/web_driver.py (then name Textual's driver in serving/reader_process.py)")


# Textual's private parts are used nowhere else

UI = Path(briefing_tui.ui.__file__).parent
MODULES = sorted(path for path in UI.rglob("*.py") if UI / "terminal" not in path.parents)


def is_private(name: str) -> bool:
    return name.startswith("_") and not name.endswith("__")


def textuals_names(kind: type) -> set[str]:
    """Return the private names in Textual's classes among the bases of a class."""
    found: set[str] = set()
    for base in kind.__mro__:
        if base.__module__.partition(".")[0] == "textual":
            codes = [code for function in vars(base).values() if (code := getattr(function, "__code__", None))]
            found.update(filter(is_private, (*vars(base), *(name for code in codes for name in code.co_names))))
    return found


def foreign_parts(path: Path) -> set[str]:
    """Return the private modules of Textual and the private attributes that a module uses."""
    nodes = list(ast.walk(ast.parse(path.read_text("utf-8"))))
    imported = [node.module or "" for node in nodes if isinstance(node, ast.ImportFrom)]
    imported += [name.name for node in nodes if isinstance(node, ast.Import) for name in node.names]
    used = {(ast.unparse(node.value), node.attr) for node in nodes if isinstance(node, ast.Attribute)}
    found = {
        f"{owner}.{name}" for owner, name in used if is_private(name) and owner not in ("self", "cls") and name != "_replace"
    }
    return found | {name for name in imported if name.startswith("textual.") and "._" in name}


def shared_names(path: Path) -> set[str]:
    """Return the private names that a module's classes share with their bases in Textual."""
    module = importlib.import_module(".".join((briefing_tui.ui.__name__, *path.relative_to(UI).with_suffix("").parts)))
    found: set[str] = set()
    for definition in ast.parse(path.read_text("utf-8")).body:
        if isinstance(definition, ast.ClassDef):
            used = {node.attr for node in ast.walk(definition) if isinstance(node, ast.Attribute)}
            used |= {node.name for node in definition.body if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)}
            found |= {f"{definition.name}.{name}" for name in used & textuals_names(getattr(module, definition.name))}
    return found


@pytest.mark.parametrize("parts", [foreign_parts, shared_names])
def test_private_parts_of_textual_are_used_in_ui_terminal_only(parts: Callable[[Path], set[str]]) -> None:
    found = {path.relative_to(UI).as_posix(): parts(path) for path in MODULES}
    assert not {path: names for path, names in found.items() if names}


def test_textual_has_no_public_way_to_write_commands_to_the_terminal() -> None:
    public = [name for name in vars(App) if not name.startswith("_") and "write" in name]
    still_needed(public == [], "write_to_terminal in ui/terminal/graphics.py")
