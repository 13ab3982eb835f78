"""Ask the terminal what pictures it can show, and keep its answers apart from keys.

The question is kitty's for its own protocol, the terminal's name (XTVERSION), the size of a cell, and last the one that every
terminal answers (DA1, in which 4 stands for sixels), so that its answer ends the waiting.
"""

import re
import time
from typing import TYPE_CHECKING, Literal

from msgspec import Struct
from textual.message import Message

from briefing_tui.text.late_pattern import late_pattern

if TYPE_CHECKING:
    from textual.app import App

QUESTION = "\x1b_Gi=31,s=1,v=1,a=q,t=d,f=24;AAAA\x1b\\\x1b[>q\x1b[16t\x1b[c"
_SECONDS = 2.0
"""The time in which answers are looked for. Over a slow line they take about half a second."""
_MOST_LETTERS = 512
_ANSWER = late_pattern(
    r"\x1b_G[^\x1b;]*+;(?P<kitty>[^\x1b]*+)\x1b\\|\x1bP>\|(?P<name>[^\x1b]*)\x1b\\|\x1b\[6;(?P<height>\d+);(?P<width>\d+)t"
    r"|\x1b\[\?(?P<features>[\d;]*)c"
)
_BEGUN = late_pattern(r"\x1b(?:_[^\x1b]*\x1b?|P[^\x1b]*\x1b?|\[6?[\d;]*|\[\?[\d;]*|)\Z")

Protocol = Literal["kitty", "iterm2", "sixel", ""]


class Graphics(Struct, frozen=True):
    """A terminal's way to show pictures.

    It is the protocol (none: half blocks), and the pixels of a cell, width and height.
    """

    protocol: Protocol = ""
    cell: tuple[int, int] = (10, 20)


class GraphicsKnown(Message):
    """Posted when the terminal has said what it can show."""

    def __init__(self, graphics: Graphics) -> None:
        super().__init__()
        self.graphics = graphics


class Answers:
    """Takes the terminal's answers out of what it sends."""

    def __init__(self) -> None:
        self._end = time.monotonic() + _SECONDS
        self._held = ""
        self._said: dict[str, str] = {}
        self.graphics: Graphics | None = None
        """The terminal's way to show pictures, once it has said so."""

    def take(self, text: str) -> str:
        """Return input without answers.

        The beginning of one is held back until its end has come.
        """
        text, self._held = self._held + text, ""
        text = _ANSWER.sub(self._note, text)
        if self.is_waiting and (begun := _BEGUN.search(text)) and len(begun[0]) <= _MOST_LETTERS:
            text, self._held = text[: begun.start()], begun[0]
        return text

    def release(self) -> str:
        """Return what was held back, as nothing followed it.

        It is no answer but a key, such as Escape.
        """
        held, self._held = self._held, ""
        return held

    @property
    def is_waiting(self) -> bool:
        """True until the last answer has come, or the time for it is over."""
        return self.graphics is None and time.monotonic() < self._end

    def _note(self, answer: re.Match[str]) -> str:
        self._said |= {key: value for key, value in answer.groupdict().items() if value is not None}
        if answer["features"] is not None:
            size = int(self._said.get("width") or 0), int(self._said.get("height") or 0)
            cell = size if 2 <= size[0] <= 200 and 2 <= size[1] <= 200 else Graphics().cell
            self.graphics = Graphics(self._protocol(), cell)
        return ""

    def _protocol(self) -> Protocol:
        name = self._said.get("name", "")
        if name.startswith(("iTerm2", "WezTerm")):
            return "iterm2"
        if self._said.get("kitty") == "OK" and not name.startswith("Konsole"):  # Konsole draws no placeholders
            return "kitty"
        return "sixel" if "4" in self._said["features"].split(";") else ""


def write_to_terminal(app: "App[object]", text: str) -> None:
    """Write commands to the terminal.

    Textual has no public way to write what is no text of a widget.
    """
    if app._driver is not None and not app.is_headless:
        app._driver.write(text)
        app._driver.flush()
