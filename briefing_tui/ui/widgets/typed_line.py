"""A line to type in: what to find, a name, a file."""

from collections.abc import Callable

from textual.widgets import Input

from briefing_tui.ui.terminal.drawing.frames import SteadyLayout

LONGEST = 1000
"""The most code points of a line; what would make it longer is refused, as each key would then take seconds."""


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
        """Call `follow` with the words before a letter is drawn, so that both are in the same frame."""
        self._follow = follow  # the framework announces the first value while it makes the line
        super().__init__(value, placeholder, max_length=LONGEST, select_on_focus=select_on_focus, compact=True)

    def watch_value(self, value: str) -> None:
        """Pass the new words on."""
        if self._follow is not None:
            self._follow(value)
