"""A line in which one types: what to find, a name, a file."""

from collections.abc import Callable

from textual.widgets import Input

from briefing_tui.ui.terminal.reactives import SteadyLayout

LONGEST = 1000
"""The most code points of a line. A longer one is not taken, and the line stays as it was: it would take seconds a key."""


class TypedLine(SteadyLayout, Input):
    """A line of input of which a letter draws this line alone."""

    def __init__(
        self,
        value: str = "",
        *,
        select_on_focus: bool = False,
        placeholder: str = "",
        follow: Callable[[str], None] | None = None,
    ) -> None:
        """`follow` is called with what stands in the line before a letter is drawn: both are in one frame."""
        self._follow = follow  # the framework tells the first value while it makes the line
        super().__init__(value, placeholder, max_length=LONGEST, select_on_focus=select_on_focus, compact=True)

    def watch_value(self, value: str) -> None:
        """Other words stand in the line."""
        if self._follow is not None:
            self._follow(value)
