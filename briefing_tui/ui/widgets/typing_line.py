"""The line in which the user types words to find, or to filter by.

It is at the foot of a screen, in place of the footer.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Protocol

from textual import on
from textual.message_pump import MessagePump
from textual.screen import Screen

from briefing_tui.ui.widgets.typing_messages import Entered, GivenUp, Stepped

if TYPE_CHECKING:
    from briefing_tui.ui.widgets.bars import KeyLine
    from briefing_tui.ui.widgets.find_bar import FindBar


class Typing(Protocol):
    """The use of the typed words: a search, a filter."""

    def typed(self, words: str) -> None:
        """Use other words."""

    def entered(self) -> None:
        """Keep the words."""

    def given_up(self) -> None:
        """Forget the words."""

    def stepped(self, step: int) -> None:
        """Go to the next (1) or the previous (-1) hit, while typing."""


class TypingLine:
    """The line of one screen."""

    def __init__(self, screen: Screen[Any], key_line: KeyLine, focus: Callable[[], None]) -> None:
        """`focus` gives the keys back to what had them before."""
        self._screen, self._key_line, self._focus = screen, key_line, focus
        self._bar: FindBar | None = None
        self.typing: Typing | None = None
        """What is typed for; None while keys are commands."""

    @property
    def is_open(self) -> bool:
        """True while keys go into the line."""
        return self.typing is not None

    def make_bar(self) -> FindBar:
        """Return the widget. It is made once the first screen is drawn, so that it takes keys from the first one on."""
        from briefing_tui.ui.widgets.find_bar import FindBar

        if self._bar is None:
            self._bar = FindBar(self._typed)
            self._screen.mount(self._bar)
        return self._bar

    def open(self, typing: Typing, prompt: str, words: str) -> None:
        """Let the user type, with these words to begin with."""
        self.typing = typing
        self._key_line.display = False
        self.make_bar().open(words, prompt)

    def count(self, text: str) -> None:
        """Show how many hits there are, while the user types."""
        if self.is_open:
            self.make_bar().count(text)

    def _typed(self, words: str) -> None:
        if self.typing is not None:
            self.typing.typed(words)

    def entered(self) -> None:
        """Keep the words; keys are commands again."""
        typing = self.typing
        if typing is not None:
            self._close()
            typing.entered()

    def given_up(self) -> None:
        """Forget the words; keys are commands again."""
        typing = self.typing
        if typing is not None:
            typing.given_up()
            self._close()

    def stepped(self, step: int) -> None:
        """Go to the next or the previous hit."""
        if self.typing is not None:
            self.typing.stepped(step)

    def _close(self) -> None:
        self.typing = None
        self._focus()
        self.make_bar().close()
        self._key_line.display = True


class TypesWords(MessagePump):
    """A screen with such a line; it passes the widget's messages on to it."""

    line: TypingLine

    @on(Entered)
    def _words_entered(self) -> None:
        self.line.entered()

    @on(GivenUp)
    def _words_given_up(self) -> None:
        self.line.given_up()

    @on(Stepped)
    def _words_stepped(self, event: Stepped) -> None:
        self.line.stepped(event.step)
