"""The reader draws hostile words with the control functions that it draws plain words with, frame by frame and byte by byte."""

import base64
import os
import re
from pathlib import Path

import pytest

from tests.hostile import pack
from tests.hostile.attacks import attacks
from tests.hostile.ecma48 import Token, controls
from tests.test_pty import Start, Terminal, start  # noqa: F401 - a fixture
from tests.ui.conftest import Driver, Opener, open_reader  # noqa: F401 - a fixture


@pytest.fixture(scope="module")
def shelves(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    return pack.shelve(tmp_path_factory.mktemp("shelves"))


def frame(driver: Driver) -> bytes:
    """What would be written to draw the whole screen anew."""
    update = driver.app.screen._compositor.render_full_update()
    return update.render_segments(driver.app.console).encode("utf-8", "surrogatepass")


POINTER = Token("OSC", "\x1b]22;default\x07")
"""The framework gives the mouse pointer its usual shape back when it ends."""


def odd(seen: bytes) -> list[Token]:
    """The control functions that are neither CSI nor a line end, nor what the framework ends with."""
    return [token for token in controls(seen) if token.kind != "CSI" and token.text not in "\r\n" and token != POINTER]


def looks(seen: bytes) -> set[Token]:
    """The colours and styles that are used (SGR). Where each stands depends on what is lit: evidence, marks, the cursor."""
    return {token for token in controls(seen) if re.fullmatch("\x1b\\[[0-9;]*m", token.text)}


def moves(seen: bytes) -> list[Token]:
    """Every other control function, in order."""
    styles = looks(seen)
    return [token for token in controls(seen) if token not in styles]


async def frames(open_reader: Opener, path: Path, keys: tuple[str, ...], size: tuple[int, int], pages: int) -> list[bytes]:
    """The screen after each key, and after each page down that follows it."""
    drawn = []
    async with open_reader(path, size=size) as driver:
        for key in keys:
            await driver.press(key)
            drawn.append(frame(driver))
            for _ in range(pages if key in "12340" else 0):
                await driver.press("pagedown")
                drawn.append(frame(driver))
    return drawn


async def test_every_pane_draws_every_attack_with_the_controls_of_its_harmless_twin(
    open_reader: Opener, shelves: tuple[Path, Path]
) -> None:
    size = (120, 150) if not os.environ.get("BRIEFING_TEST_ALL") else (300, 420)
    hostile, twins = [await frames(open_reader, folder / "packed.md", ("1", "2", "3", "4", "0"), size, 0) for folder in shelves]
    shown = b"".join(hostile).decode()
    for seen, wanted in zip(hostile, twins, strict=True):
        assert moves(seen) == moves(wanted)
    for number in range(16):
        assert f"a{number}z" in shown, attacks()[number]


KEYS = ("1", "2", "3", "4", "5", "0", "G", "g", "\x1b", "z", "f", "\x1b", "?", "\x1b", "o", "\x1b", "P", "3", "y")
"""Every pane, the sections, the labels, the keys, the source's address, the problems; then the words of a quote are copied."""


def driven(terminal: Terminal) -> bytes:
    """Every byte that a reader writes from its start to its end, while one looks at everything."""
    terminal.shows("q quit")
    for key in KEYS:
        terminal.press(key)
        while terminal.take(0.05) and not terminal.is_quiet:
            pass
    terminal.press("q")
    assert terminal.end() == 0
    assert terminal.left_as_found() == []
    return terminal.bytes


def folded(seen: bytes) -> set[str]:
    """The control functions without their numbers: which cells are drawn anew depends on when a frame is drawn."""
    return {re.sub("[0-9;:]+", "#", token.text) for token in controls(seen) if token.kind != "OSC"}


def test_every_byte_on_a_terminal_is_words_or_what_the_harmless_twin_takes(start: Start, shelves: tuple[Path, Path]) -> None:
    hostile, twin = (driven(start("read", str(folder / "packed.md"), columns=120, rows=50)) for folder in shelves)
    assert folded(hostile) == folded(twin)
    (copied,) = [token.text for token in odd(hostile)]
    payload = re.fullmatch(r"\x1b\]52;c;([A-Za-z0-9+/=]+)\x07", copied)
    assert payload
    words = base64.b64decode(payload[1], validate=True)
    assert b"quoted" in words
    assert controls(words) == []


def test_a_name_with_controls_in_it_is_drawn_in_words(start: Start, tmp_path: Path) -> None:
    path = tmp_path / "name \x1b]0;evil\x07\x1b[2J\u202e.txt"
    path.write_text("The words of an article that has no title.\n\n" * 30)
    terminal = start("read", str(path))
    terminal.shows("q quit")
    terminal.press("q")
    assert terminal.end() == 0
    assert odd(terminal.bytes) == []
    assert b"\x1b[2J" not in terminal.bytes


PASTED = "pasted \x1b]0;evil\x07 \x9b31m \x08\u202ewords"


@pytest.mark.parametrize("into", ["/", "a"])
def test_what_is_pasted_is_drawn_in_words(into: str, start: Start, shelves: tuple[Path, Path]) -> None:
    terminal = start("read", str(shelves[1] / "file-1.md"))
    terminal.shows("q quit")
    terminal.press(into)
    terminal.until(lambda text: "q quit" not in text, "what one types into")
    terminal.press("typed")
    terminal.shows("typed")
    terminal.press(f"\x1b[200~{PASTED}\x1b[201~")
    terminal.shows("words")
    terminal.child.kill(15)
    terminal.end()
    assert odd(terminal.bytes) == []
