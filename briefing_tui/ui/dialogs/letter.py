"""A dialog at the foot of the screen that asks for one letter."""

from textual.app import ComposeResult
from textual.events import Click, Key
from textual.widgets import Static

from briefing_tui.ui.dialogs.modal import ModalDialog


class LetterScreen(ModalDialog[str | None]):
    """Closes with the next key: a letter or digit, else None."""

    CSS_PATH = "modal.tcss"

    def __init__(self, question: str) -> None:
        super().__init__()
        self._question = question

    def compose(self) -> ComposeResult:
        yield Static(self._question, classes="question", markup=False)

    def on_key(self, event: Key) -> None:
        """Close with the key."""
        event.stop()
        letter = event.character or ""
        self.dismiss(letter if len(letter) == 1 and letter.isalnum() else None)

    def on_click(self, event: Click) -> None:
        """Give up."""
        del event
        self.dismiss(None)
