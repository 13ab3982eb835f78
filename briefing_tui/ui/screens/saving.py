"""Asking for the name of a new content file, and writing it; never over another."""

from pathlib import Path
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from briefing_tui import paths
from briefing_tui.contentfile.create import write_new
from briefing_tui.safety import one_line

if TYPE_CHECKING:
    from briefing_tui.ui.explaining import Explaining
    from briefing_tui.ui.screens.explain import ExplainScreen


def ask_and_write(screen: "ExplainScreen", explaining: "Explaining") -> None:
    """Ask for a name, proposing one in the library, and write what was built to it."""

    def said(path: Path | None) -> None:
        if path is not None:
            screen.say(one_line(f"Written to {path}; 'briefing read' opens it."))

    screen.app.push_screen(SavingScreen(paths.library() / f"{explaining.id}.md", explaining.as_content()), said)


class SavingScreen(ModalScreen[Path | None]):
    """Enter writes, Esc does not."""

    CSS_PATH = "modal.tcss"
    BINDINGS = [("escape", "close", "Close")]

    def __init__(self, path: Path, text: str) -> None:
        super().__init__()
        self._path, self._text = path, text
        self._input = Input(str(path), select_on_focus=False, compact=True)
        self._note = Static(markup=False, classes="note")

    def compose(self) -> ComposeResult:
        with Vertical(classes="box export") as box:
            box.border_title = "Write to a content file"
            yield self._input
            yield self._note
            yield Static("⏎ write   Esc close", markup=False, classes="hint")

    def on_mount(self) -> None:
        """Type at once."""
        self._input.focus()

    def action_close(self) -> None:
        """Write nothing."""
        self.dismiss(None)

    @on(Input.Submitted)
    def _write(self) -> None:
        name = self._input.value.strip()
        if not name:
            return
        path = Path(name).expanduser()
        try:
            write_new(path if path.suffix else path.with_suffix(".md"), self._text)
        except FileExistsError:
            self._note.update(Content("There is a file of that name: nothing was written. Give another name."))
        except (OSError, ValueError) as error:
            self._note.update(Content(one_line(f"It can't be written: {getattr(error, 'strerror', None) or error}")))
        else:
            self.dismiss(path if path.suffix else path.with_suffix(".md"))
