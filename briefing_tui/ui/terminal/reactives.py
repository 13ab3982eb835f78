"""Reactive attributes that redraw less than Textual's own of the same name.

Mix these in before Textual's class. They are no DOM nodes: of several bases, Textual takes styles from the first that is one.
"""

from textual.geometry import Size
from textual.message_pump import MessagePump
from textual.reactive import Reactive
from textual.widget import Widget


class SteadyLayout(MessagePump):
    """A scrolling widget whose content's size does not rearrange the screen.

    Textual does so for every letter that is typed into a line, and then draws every scrollbar of the screen.
    """

    virtual_size = Reactive(Size(0, 0))


class SteadyFocus(MessagePump):
    """A screen that is not redrawn as a whole when the focus moves."""

    focused: Reactive[Widget | None] = Reactive(None, repaint=False)
