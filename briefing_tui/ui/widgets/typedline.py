"""A line in which one types: what to find, a name, a file."""

from textual.geometry import Size
from textual.reactive import Reactive
from textual.widgets import Input

LONGEST = 1000
"""The most code points of a line. A longer one is not taken, and the line stays as it was: it would take seconds a key."""


class TypedLine(Input):
    """Only this line is drawn for a letter: the framework's own has the whole screen arranged anew."""

    virtual_size = Reactive(Size(0, 0))

    def __init__(self, value: str = "", *, select_on_focus: bool = False, placeholder: str = "") -> None:
        super().__init__(value, placeholder, max_length=LONGEST, select_on_focus=select_on_focus, compact=True)
