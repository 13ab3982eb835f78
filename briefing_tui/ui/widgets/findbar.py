"""The line in which one types what to find."""

from dataclasses import dataclass

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Static


class FindBar(Horizontal):
    """Shown at the foot of the screen while one types; hits are counted beside the words."""

    DEFAULT_CSS = """
    FindBar {
        height: 1; display: none; background: $panel;
        &.-open { display: block; }
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

    @dataclass
    class Typed(Message):
        """Other words are sought."""

        words: str

    @dataclass
    class Entered(Message):
        """The search is to be kept."""

        words: str

    class Left(Message):
        """The search is given up."""

    @dataclass
    class Stepped(Message):
        """The next (1) or previous (-1) hit is wanted while still typing."""

        step: int

    def compose(self) -> ComposeResult:
        yield Static("/", id="slash", markup=False)
        yield Input(select_on_focus=True, compact=True)
        yield Static("", id="count", markup=False)

    def open(self) -> None:
        """Show the line and take the keys."""
        self.add_class("-open")
        self.query_one(Input).focus()

    def close(self) -> None:
        """Hide the line."""
        self.remove_class("-open")

    @property
    def is_open(self) -> bool:
        """Whether one can type."""
        return self.has_class("-open")

    def count(self, text: str) -> None:
        """Say how many hits there are."""
        self.query_one("#count", Static).update(Content(text))

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self.post_message(self.Typed(event.value))

    @on(Input.Submitted)
    def _entered(self, event: Input.Submitted) -> None:
        event.stop()
        self.post_message(self.Entered(event.value))

    def action_leave(self) -> None:
        """Give the search up."""
        self.post_message(self.Left())

    def action_step(self, step: int) -> None:
        """To the next or the previous hit."""
        self.post_message(self.Stepped(step))
