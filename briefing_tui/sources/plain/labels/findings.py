"""Hold what the rules found in a text."""

from msgspec import Struct

from briefing_tui.sources.plain.head.fields import TextHead
from briefing_tui.sources.plain.line_roles import LineRole
from briefing_tui.sources.plain.pictures import TextPicture

_TEXT = {"paragraph": "P", "item": "I", "quote": "Q", "heading": "H"}


class Findings(Struct):
    """The findings in a text: head, pictures, and lines' roles by index.

    `has_title` means that the head's title is certain.
    """

    head: TextHead
    figures: list[TextPicture]
    roles: dict[int, LineRole]
    has_title: bool = False

    def codes(self) -> dict[int, str]:
        """Return what the rules took each line for, by its index.

        A letter for what the article has, `D` with the initials of the reason for what is dropped.
        """
        codes = {index: _code(role) for index, role in self.roles.items()}
        codes |= {index: f"Y{kind[0]}" for index, kind in self.head.used.items()}
        for figure in self.figures:
            codes |= dict.fromkeys(figure.lines, "C" if figure.caption else "R")
        head = ((self.head.kicker, "K"), (self.head.lead, "L"), (self.head.title, "T"))
        return codes | {index: code for index, code in head if index is not None}


def _code(role: LineRole) -> str:
    initials = "".join(word[0] for word in role.why.split())
    return _TEXT.get(role.kind) or f"D{initials}"
