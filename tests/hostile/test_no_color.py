"""With NO_COLOR (no-color.org) no colour is written to the terminal, and no grey.

Everything that colours show is shown by other means.
"""

import re
from collections.abc import Iterable
from pathlib import Path

import pytest

from tests.hostile.ecma48 import Token, controls
from tests.hostile.onterminal import on_terminal
from tests.test_pty import HARBOUR, Start, Terminal, start  # noqa: F401 - a fixture

SGR = re.compile("\x1b\\[([0-9;:]*)m")
COLOURS = {*range(30, 39), *range(40, 49), 58, *range(90, 98), *range(100, 108)}
"""SGR parameters that select a colour of text, background or lines; 39, 49 and 59 reset it."""


def colours(written: Iterable[Token]) -> list[str]:
    """Return the control functions that select a colour."""
    found = [(token.text, SGR.fullmatch(token.text)) for token in written]
    return [text for text, sgr in found if sgr and {int(code or 0) for code in re.split("[;:]", sgr[1])} & COLOURS]


def looks(terminal: Terminal, words: str, *attributes: str) -> bool:
    """Return whether words are on the screen with these attributes (names of pyte)."""
    for row, line in enumerate(terminal.screen.display):
        for found in re.finditer(re.escape(words), line):
            cells = [terminal.screen.buffer[row][at] for at in range(*found.span())]
            if all(getattr(cell, name) for cell in cells for name in attributes):
                return True
    return False


@pytest.fixture
def reader(start: Start, monkeypatch: pytest.MonkeyPatch) -> Terminal:
    monkeypatch.setenv("NO_COLOR", "1")
    terminal = start("read", str(HARBOUR), columns=120, rows=40)
    terminal.shows("13 min")  # The complete file has been read.
    return terminal


def sees(terminal: Terminal, words: str, *attributes: str) -> None:
    """Wait until words are on the screen with these attributes."""
    terminal.until(lambda _: looks(terminal, words, *attributes), f"{words}: {', '.join(attributes)}")


def escapes(terminal: Terminal, words: str) -> None:
    """Press Esc and wait until the dialog is closed."""
    terminal.press("\x1b")
    terminal.until(lambda text: words not in text, f"{words}: gone")


def test_what_colours_tell_is_told_without_any(reader: Terminal) -> None:
    reader.press("3j")
    sees(reader, "“with a heavy heart and a light pen”    ", "reverse")  # Under the cursor.
    sees(reader, "with a heavy heart and", "bold", "underscore")  # Highlighted in the article.
    sees(reader, "━ 1Summary")  # The part with the focus.
    reader.press("0/heavy")
    sees(reader, "heavy", "reverse", "bold")
    reader.press("\r")
    reader.shows("n/N next hit")
    escapes(reader, "n/N next hit")
    sees(reader, "━ Article")
    reader.press("v")
    sees(reader, "The", "reverse")
    reader.press("aWords of a note")
    sees(reader, "Words of a note ")
    reader.press("\x13")
    reader.shows("● 1 note")
    sees(reader, "The", "underscore")
    reader.press("f")
    sees(reader, "a", "reverse")
    reader.press("\x1b")
    reader.until(lambda _: not looks(reader, "a", "reverse"), "the letters gone")
    reader.press(":")
    reader.shows("Search for")
    reader.press("To the e")
    sees(reader, "To the end", "underscore")
    escapes(reader, "To the end")
    for keys, shown in (("?", "─ Keys ─"), ("e", "Org, for Emacs")):
        reader.press(keys)
        reader.shows(shown)
        escapes(reader, shown)
    reader.press("B")
    sees(reader, "The harbour that would not settle", "reverse")
    reader.press("q")
    assert reader.end() == 0
    assert colours(controls(reader.bytes)) == []


def test_no_color_without_a_value_means_nothing(start: Start, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "")
    terminal = start("read", str(HARBOUR))
    terminal.shows("]/[ section")
    terminal.press("q")
    assert terminal.end() == 0
    assert len(set(colours(controls(terminal.bytes)))) > 3


def test_the_verbs_write_no_colour(tmp_path: Path) -> None:
    article = tmp_path / "quay.txt"
    article.write_text("The quay\n\n" + "“It moved,” said Maria Ortega, the harbour engineer, on Monday.\n\n" * 6)
    runs = [
        ["--help"],
        ["list"],
        ["show", str(HARBOUR)],
        ["check", str(HARBOUR)],
        ["build", str(article)],
        ["build", str(article), "--explain"],
        ["notes"],
        ["export", str(HARBOUR), "--format", "markdown"],
        ["show", "nowhere"],
    ]
    for written, _ in on_terminal(runs, tmp_path, env={"NO_COLOR": "1"}):
        assert colours(controls(written)) == []
