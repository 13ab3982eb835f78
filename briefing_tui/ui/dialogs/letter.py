"""One letter is asked for, at the foot of the screen."""

from textual.app import ComposeResult
from textual.events import Click, Key
from textual.widgets import Static

from briefing_tui.ui.dialogs.closing import Modal


class LetterScreen(Modal[str | None]):
    """The next key is the answer; any other than a letter or a digit gives up."""

    CSS_PATH = "modal.tcss"

    def __init__(self, question: str) -> None:
        super().__init__()
        self._question = question

    def compose(self) -> ComposeResult:
        yield Static(self._question, classes="question", markup=False)

    def on_key(self, event: Key) -> None:
        """Take the key."""
        event.stop()
        letter = event.character or ""
        self.dismiss(letter if len(letter) == 1 and letter.isalnum() else None)

    def on_click(self, event: Click) -> None:
        """A click gives up."""
        del event
        self.dismiss(None)
