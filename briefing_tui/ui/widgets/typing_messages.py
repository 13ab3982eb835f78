"""The messages of the line to type in.

They are apart from it, so that it is loaded when the user first types.
"""

from textual.message import Message


class Entered(Message):
    """Posted when the typed words are to be kept."""


class GivenUp(Message):
    """Posted when the typed words are to be forgotten."""


class Stepped(Message):
    """Posted when the next (1) or the previous (-1) hit is wanted."""

    def __init__(self, step: int) -> None:
        super().__init__()
        self.step = step
