"""A screen of letters over everything that can be jumped to."""

from textual.app import ComposeResult
from textual.events import Click, Key
from textual.widgets import Static

from briefing_tui.ui.dialogs.chooser import letters
from briefing_tui.ui.dialogs.modal import ModalDialog


class JumpScreen(ModalDialog[int | None]):
    """Closes with the number of the cell whose letter is typed.

    Another key, or a click, gives up.
    """

    CSS_PATH = "modal.tcss"

    def __init__(self, cells: list[tuple[int, int]]) -> None:
        super().__init__()
        self._cells = cells
        self._labels = letters(len(cells), set())
        self._typed = ""

    def compose(self) -> ComposeResult:
        ends: dict[int, int] = {}
        for (x, y), label in sorted(zip(self._cells, self._labels, strict=False), key=lambda pair: pair[0]):
            mark = Static(label, classes="jump", markup=False)
            at = max(x, ends.get(y, 0))  # Beside a label that reaches this far, not over it.
            mark.styles.offset = (at, y)
            ends[y] = at + len(label)
            yield mark

    def on_key(self, event: Key) -> None:
        """Jump to the cell with the typed letters."""
        event.stop()
        if not self.is_active:  # A second key may come after the first has closed the screen.
            return
        self._typed += event.character or "\0"
        if self._typed in self._labels:
            self.dismiss(self._labels.index(self._typed))
        elif not any(label.startswith(self._typed) for label in self._labels):
            self.dismiss(None)

    def on_click(self, event: Click) -> None:
        """Give up."""
        del event
        self.dismiss(None)
