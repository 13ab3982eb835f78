"""File names and pasted text are drawn as words in the reader.

For all other fields, see `test_reader_fields`.
"""

from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.hostile import pack
from tests.hostile.ecma48 import Token, controls
from tests.hostile.fields import FIELDS, as_it_is
from tests.test_pty import Start, start  # noqa: F401 - a fixture
from tests.ui.conftest import open_reader  # noqa: F401 - a fixture
from tests.ui.driver import Opener


@pytest.fixture(scope="module")
def shelves(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    return pack.shelve(tmp_path_factory.mktemp("shelves"))


POINTER = Token("OSC", "\x1b]22;default\x07")
"""Textual resets the shape of the mouse pointer when it ends."""


def odd(seen: bytes) -> list[Token]:
    """Return the control functions that the reader must not write.

    Allowed are CSI sequences, line ends, and the sequence that Textual ends with.
    """
    return [token for token in controls(seen) if token.kind != "CSI" and token.text not in "\r\n" and token != POINTER]


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


async def test_a_picture_of_the_screen_is_well_formed_and_neither_runs_nor_fetches_anything(
    open_reader: Opener, tmp_path: Path
) -> None:
    FIELDS["point"].write(tmp_path, as_it_is)
    async with open_reader(tmp_path / "file.md", size=(120, 150)) as driver:
        picture = driver.screenshot()
    names = {element.tag.rpartition("}")[2] for element in ElementTree.fromstring(picture).iter()}
    assert names <= {"svg", "style", "defs", "clipPath", "rect", "text", "g", "circle"}
    assert "url(http" not in picture
    assert "a40z" in picture
