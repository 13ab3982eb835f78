"""The line to type words in that are to be found."""

from collections.abc import Callable

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Input, Static

from briefing_tui.ui.text.wrapping import cells
from briefing_tui.ui.widgets.typed_line import TypedLine
from briefing_tui.ui.widgets.typing_messages import Entered, GivenUp, Stepped

_COUNT = 10
"""The fewest cells of the count: as long as it fits, only its own line is drawn when it changes."""


class FindBar(Horizontal):
    """A line at the foot of the screen to type words in.

    Their hits are counted beside them.
    """

    DEFAULT_CSS = """
    FindBar {
        dock: bottom; height: 1; background: $panel; display: none;
        Static { width: auto; padding: 0 1; color: $text-muted; }
        #count { min-width: 12; text-align: right; }
        Input { width: 1fr; border: none; height: 1; padding: 0; background: $panel; }
        Input:focus { border: none; background-tint: transparent; }
    }
    """
    BINDINGS = [
        Binding("escape", "leave", show=False),
        Binding("down,tab", "step(1)", show=False),
        Binding("up,shift+tab", "step(-1)", show=False),
    ]

    def __init__(self, typed: Callable[[str], None]) -> None:
        """Call `typed` with the words at every letter."""
        super().__init__()
        self._typed = typed
        self._words = ""
        self._input = TypedLine(select_on_focus=True, follow=self._follow)
        self._prompt = Static("/", id="prompt", markup=False)
        self._count = Static("", id="count", markup=False)
        self._counted = ""

    def compose(self) -> ComposeResult:
        yield self._prompt
        yield self._input
        yield self._count

    def open(self, words: str, prompt: str = "/") -> None:
        """Show the line with these words, which the first key replaces.

        It takes the very next key.
        """
        self._prompt.update(Content(prompt))
        self.count("")
        self._words = self._input.value = words
        self.display = True
        if self._input.is_attached:
            self.screen.set_focus(self._input)
        else:
            self._input.focus()

    def close(self) -> None:
        """Hide the line."""
        self.display = False

    def on_descendant_blur(self) -> None:
        """Keep the words when the user goes elsewhere."""
        self.post_message(Entered())

    def count(self, text: str) -> None:
        """Show how many hits there are."""
        if text != self._counted:
            self._count.update(Content(text), layout=max(_COUNT, cells(text)) != max(_COUNT, cells(self._counted)))
            self._counted = text

    def _follow(self, words: str) -> None:
        if words != self._words:
            self._words = words
            self._typed(words)

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        event.stop()

    @on(Input.Submitted)
    def _entered(self, event: Input.Submitted) -> None:
        event.stop()
        self.post_message(Entered())

    def action_leave(self) -> None:
        """Give up."""
        self.post_message(GivenUp())

    def action_step(self, step: int) -> None:
        """Go to the next or the previous hit."""
        self.post_message(Stepped(step))
