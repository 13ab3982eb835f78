"""What is being done while a big article is built on the way; leaving is one key."""

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from briefing_tui.ui.dialogs.closing import Modal
from briefing_tui.ui.view.progress import Progress


class BuildingScreen(Modal[None]):
    """Shown over the reader until the article is built."""

    CSS_PATH = "modal.tcss"
    BINDINGS = [("escape,q,ctrl+q,ctrl+c", "leave", "Leave"), ("ctrl+z", "suspend", "Suspend")]
    LOOK_SECONDS = 0.1

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
        """Look at what is being done, again and again."""
        self._look()
        self.set_interval(self.LOOK_SECONDS, self._look)

    def _look(self) -> None:
        self._list.update(Content("\n".join(self._steps.lines)))

    def close(self) -> None:
        """The article is built: close, at the latest when what lies on top is closed."""
        self._is_built = True
        self.dismiss(None)

    def on_screen_resume(self) -> None:
        """Close where that was to be done meanwhile."""
        if self._is_built:
            self.dismiss(None)

    def action_leave(self) -> None:
        """Leave the program; nothing was written that would have to be undone."""
        self.app.exit(0)

    def action_suspend(self) -> None:
        """Leave the program to the shell for a while."""
        self.app.action_suspend_process()
