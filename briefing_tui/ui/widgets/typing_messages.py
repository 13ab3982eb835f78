"""The messages of the line to type in.

They are apart from it, so that it is loaded when the user first types.
"""

from dataclasses import dataclass

from textual.message import Message


class Entered(Message):
    """Posted when the typed words are to be kept."""


class GivenUp(Message):
    """Posted when the typed words are to be forgotten."""


@dataclass(eq=False, repr=False)
class Stepped(Message):
    """Posted when the next (1) or the previous (-1) hit is wanted."""

    step: int
