"""What the line in which one types tells; apart, so that the line itself is loaded when one first types."""

from dataclasses import dataclass

from textual.message import Message


class Entered(Message):
    """What was typed is to be kept."""


class GivenUp(Message):
    """What was typed is to be forgotten."""


@dataclass(eq=False, repr=False)
class Stepped(Message):
    """The next (1) or previous (-1) hit is wanted while still typing."""

    step: int
