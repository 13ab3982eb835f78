"""Letters over everything on screen that can be jumped to."""

from textual.app import ComposeResult
from textual.events import Click, Key
from textual.widgets import Static

from briefing_tui.ui.dialogs.choose import letters
from briefing_tui.ui.dialogs.closing import Modal


class JumpScreen(Modal[int | None]):
    """Typing a spot's letter gives its number; any other key, or a click, gives up."""

    CSS_PATH = "modal.tcss"

    def __init__(self, cells: list[tuple[int, int]]) -> None:
        super().__init__()
        self._cells = cells
        self._labels = letters(len(cells), set())
        self._typed = ""

    def compose(self) -> ComposeResult:
        for (x, y), label in zip(self._cells, self._labels, strict=False):
            mark = Static(label, classes="jump", markup=False)
            mark.styles.offset = (x, y)
            yield mark

    def on_key(self, event: Key) -> None:
        """Take a letter."""
        event.stop()
        if not self.is_active:  # A second key may have been on its way.
            return
        self._typed += event.character or "\0"
        if self._typed in self._labels:
            self.dismiss(self._labels.index(self._typed))
        elif not any(label.startswith(self._typed) for label in self._labels):
            self.dismiss(None)

    def on_click(self, event: Click) -> None:
        """A click gives up."""
        del event
        self.dismiss(None)
