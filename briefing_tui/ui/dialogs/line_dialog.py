"""A dialog that asks for one line: a name, roles, a file."""

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from briefing_tui.ui.dialogs.entry_dialog import Act, EntryDialog
from briefing_tui.ui.widgets.typed_line import TypedLine


class LineDialog(EntryDialog):
    """Enter hands on the line, Esc gives up."""

    BINDINGS = [("escape", "give_up", "Close")]

    def __init__(self, title: str, value: str, act: Act, note: str = "") -> None:
        super().__init__(act)
        self._title, self._note = title, note
        self.line = TypedLine(value)

    def compose(self) -> ComposeResult:
        with Vertical(classes="box ask") as box:
            box.border_title = Content(self._title)
            yield self.line
            if self._note:
                yield Static(self._note, classes="about", markup=False)
            yield self.hint

    def on_mount(self) -> None:
        """Put the cursor at the end of the line."""
        self.line.focus()
        self.call_after_refresh(self.line.action_end)

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self.show_keys()

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.enter("", self.line.value)
