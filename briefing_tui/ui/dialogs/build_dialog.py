"""The screen that is shown while a big article is being built."""

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.events import Key
from textual.widgets import Static

from briefing_tui.presentation.counts import counted
from briefing_tui.ui.dialogs.modal import ModalDialog
from briefing_tui.ui.terminal.key_turns import KeyHolder, KeyTurns
from briefing_tui.ui.view.progress import Progress


class BuildDialog(KeyHolder, ModalDialog[None]):
    """Lists the steps until the article is built; one key leaves the program.

    The others wait for the reader below.
    """

    CSS_PATH = "modal.tcss"
    BINDINGS = [("escape,q,ctrl+q,ctrl+c", "leave", "Leave"), ("ctrl+z", "suspend", "Suspend")]
    UPDATE_SECONDS = 0.1

    def __init__(self, name: str, steps: Progress) -> None:
        super().__init__()
        self._title, self._steps = f"Building {name}", steps
        self._list = Static(markup=False, classes="steps")
        self._hint = Static("Esc leave the program", markup=False, classes="hint")
        self._is_built = False

    def compose(self) -> ComposeResult:
        with Vertical(classes="box") as box:
            box.border_title = Content(self._title)
            yield self._list
            yield self._hint

    def on_mount(self) -> None:
        """Show the steps, and update them as they go on."""
        self._update()
        self.set_interval(self.UPDATE_SECONDS, self._update)

    def _update(self) -> None:
        self._list.update(Content("\n".join(self._steps.lines)))
        waiting = self._waiting
        leaves = f"{counted(waiting, 'key')} for later   Ctrl+C" if waiting else "Esc"
        self._hint.update(f"{leaves} leave the program")

    @property
    def _waiting(self) -> int:
        return self.app.waiting_keys if isinstance(self.app, KeyTurns) else 0

    def holds(self, key: Key | None) -> bool:
        """Let keys wait for the reader.

        Esc and q do so only once others wait.
        """
        return key is None or bool(self._waiting) or key.key not in ("escape", "q")

    def interrupts(self, key: Key) -> bool:
        """Let the keys leave that nothing else is typed with."""
        return key.key in ("ctrl+c", "ctrl+q", "ctrl+z")

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
