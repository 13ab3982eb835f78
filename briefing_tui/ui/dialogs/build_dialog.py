"""The screen that is shown while a big article is being built."""

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from briefing_tui.ui.dialogs.modal import ModalDialog
from briefing_tui.ui.view.progress import Progress


class BuildDialog(ModalDialog[None]):
    """Lists the steps until the article is built; one key leaves the program."""

    CSS_PATH = "modal.tcss"
    BINDINGS = [("escape,q,ctrl+q,ctrl+c", "leave", "Leave"), ("ctrl+z", "suspend", "Suspend")]
    UPDATE_SECONDS = 0.1

    def __init__(self, name: str, steps: Progress) -> None:
        super().__init__()
        self._title, self._steps = f"Building {name}", steps
        self._list = Static(markup=False, classes="steps")
        self._is_built = False

    def compose(self) -> ComposeResult:
        with Vertical(classes="box") as box:
            box.border_title = Content(self._title)
            yield self._list
            yield Static("Esc leave the program", markup=False, classes="hint")

    def on_mount(self) -> None:
        """Show the steps, and update them as they go on."""
        self._update()
        self.set_interval(self.UPDATE_SECONDS, self._update)

    def _update(self) -> None:
        self._list.update(Content("\n".join(self._steps.lines)))

    def close(self) -> None:
        """Close, at the latest when a screen on top of this one is closed."""
        self._is_built = True
        self.dismiss(None)

    def on_screen_resume(self) -> None:
        """Close if that was asked for while another screen was on top."""
        if self._is_built:
            self.dismiss(None)

    def action_leave(self) -> None:
        """Leave the program: nothing has been written that would have to be undone."""
        self.app.exit(0)

    def action_suspend(self) -> None:
        """Leave the program to the shell for a while."""
        self.app.action_suspend_process()
