"""The line at the foot of the reader in which one types: what to find, or what the notes are filtered by."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from briefing_tui.ui.read_screen import ReadScreen
    from briefing_tui.ui.widgets.find_bar import FindBar


class Typing(Protocol):
    """What the line acts on: the search, the notes' filter."""

    def typed(self, words: str) -> None: ...
    def entered(self) -> None: ...
    def given_up(self) -> None: ...
    def stepped(self, step: int) -> None: ...


class TypingLine:
    """One reader's line. It takes the place of the footer while one types."""

    def __init__(self, reader: ReadScreen) -> None:
        self._reader = reader
        self._bar: FindBar | None = None
        self.typing: Typing | None = None
        """What is being typed for; None while keys are commands."""

    @property
    def is_open(self) -> bool:
        """Whether keys go into the line."""
        return self.typing is not None

    def bar(self) -> FindBar:
        """The widget: made when the first screen stands, so that it takes keys from the first one on."""
        from briefing_tui.ui.widgets.find_bar import FindBar

        if self._bar is None:
            self._bar = FindBar(self.typed)
            self._reader.mount(self._bar)
        return self._bar

    def open(self, typing: Typing, prompt: str, words: str) -> None:
        """Type for something, from these words on."""
        self.typing = typing
        self._reader.key_line.display = False
        self.bar().open(words, prompt)

    def count(self, text: str) -> None:
        """Say how many hits there are, while one types."""
        if self.is_open:
            self.bar().count(text)

    def typed(self, words: str) -> None:
        """Other words stand in the line."""
        if self.typing is not None:
            self.typing.typed(words)

    def entered(self) -> None:
        """The words stay; keys are commands again."""
        typing = self.typing
        if typing is not None:
            self._close()
            typing.entered()

    def given_up(self) -> None:
        """The words are forgotten; keys are commands again."""
        typing = self.typing
        if typing is not None:
            typing.given_up()
            self._close()

    def stepped(self, step: int) -> None:
        """To the next or the previous hit."""
        if self.typing is not None:
            self.typing.stepped(step)

    def _close(self) -> None:
        reader = self._reader
        self.typing = None
        reader.frame.focus(reader.frame.region)
        self.bar().close()
        reader.key_line.display = True
