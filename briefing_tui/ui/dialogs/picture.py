"""The pictures of a briefing, one at a time on the full screen."""

from collections.abc import Sequence
from pathlib import Path

from textual.app import ComposeResult
from textual.widgets import Static

from briefing_tui.model.briefing import Image
from briefing_tui.ui.dialogs.modal import ModalDialog
from briefing_tui.ui.widgets.picture import PictureView


class PictureScreen(ModalDialog[str]):
    """A picture with its caption and credit. It returns the id of the image that was shown last."""

    DEFAULT_CSS = """
    PictureScreen { background: $surface; }
    PictureScreen .words { height: auto; max-height: 4; padding: 0 2; background: $panel; color: $foreground; }
    PictureScreen .hint { height: 1; padding: 0 2; background: $panel; color: $text-muted; }
    """
    BINDINGS = [
        ("escape,q,i,enter", "close", "Close"),
        ("j,down,right,space,n", "step(1)", "Next"),
        ("k,up,left,b,N", "step(-1)", "Previous"),
    ]

    def __init__(self, images: Sequence[Image], number: int, folder: Path | None) -> None:
        """Show the image of that number first; `folder` is the one that its briefing is in."""
        super().__init__()
        self._images, self._number, self._folder = images, number, folder
        self._view, self._words = PictureView(), Static("", markup=False, classes="words")

    def compose(self) -> ComposeResult:
        yield self._view
        yield self._words
        keys = "j next  k previous  Esc close" if len(self._images) > 1 else "Esc close"
        yield Static(keys, markup=False, classes="hint")

    def on_mount(self) -> None:
        """Show the first picture."""
        self._show()

    def _show(self) -> None:
        image = self._images[self._number]
        number = f"{self._number + 1}/{len(self._images)}" if len(self._images) > 1 else ""
        words = (number, image.caption or image.alt or "No caption", f"({image.credit})" if image.credit else "")
        self._words.update("  ".join(part for part in words if part))
        self._view.show(image, self._folder)

    def action_step(self, step: int) -> None:
        """Show the next picture or the one before."""
        number = max(0, min(self._number + step, len(self._images) - 1))
        if number != self._number:
            self._number = number
            self._show()

    def action_close(self) -> None:
        """Close."""
        self.dismiss(self._images[self._number].id)

    def on_picture_view_pressed(self) -> None:
        """Close at a click."""
        self.action_close()
