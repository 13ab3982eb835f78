"""The line in which one types what to find."""

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Input, Static

from briefing_tui.ui.messages import Entered, GivenUp, Stepped, Typed


class FindBar(Horizontal):
    """Shown at the foot of the screen while one types; hits are counted beside the words."""

    DEFAULT_CSS = """
    FindBar {
        height: 1; background: $panel;
        Static { width: auto; padding: 0 1; color: $text-muted; }
        Input { width: 1fr; border: none; height: 1; padding: 0; background: $panel; }
        Input:focus { border: none; background-tint: transparent; }
    }
    """
    BINDINGS = [
        Binding("escape", "leave", show=False),
        Binding("down,ctrl+n", "step(1)", show=False),
        Binding("up,ctrl+p", "step(-1)", show=False),
    ]

    def compose(self) -> ComposeResult:
        yield Static("/", id="slash", markup=False)
        yield Input(select_on_focus=True, compact=True)
        yield Static("", id="count", markup=False)

    def on_mount(self) -> None:
        """Take the keys."""
        self.query_one(Input).focus()

    def count(self, text: str) -> None:
        """Say how many hits there are."""
        self.query_one("#count", Static).update(Content(text))

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self.post_message(Typed(event.value))

    @on(Input.Submitted)
    def _entered(self, event: Input.Submitted) -> None:
        event.stop()
        self.post_message(Entered())

    def action_leave(self) -> None:
        """Give the search up."""
        self.post_message(GivenUp())

    def action_step(self, step: int) -> None:
        """To the next or the previous hit."""
        self.post_message(Stepped(step))
