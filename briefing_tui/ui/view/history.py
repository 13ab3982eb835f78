"""The places that the user has visited, to go back and forward among them.

The forward part is dropped when a new place is visited.
"""

from briefing_tui.model.briefing import Place

_MOST = 200
"""The most places that are kept."""


class History:
    """The visited places in order, and which of them is the current one."""

    def __init__(self) -> None:
        self._places: list[Place] = []
        self._at = -1

    def visit(self, leaving: Place, place: Place) -> None:
        """Go from one place to a new one; the places ahead are forgotten."""
        kept = self._places[: self._at + 1]
        if not kept or kept[-1] != leaving:
            kept.append(leaving)
        if kept[-1] != place:
            kept.append(place)
        self._places = kept[-_MOST:]
        self._at = len(self._places) - 1

    def back(self) -> Place | None:
        """Go to the place before; return it, None at the first."""
        if self._at <= 0:
            return None
        self._at -= 1
        return self._places[self._at]

    def forward(self) -> Place | None:
        """Go to the place after; return it, None at the last."""
        if self._at + 1 >= len(self._places):
            return None
        self._at += 1
        return self._places[self._at]

    @property
    def can_go_back(self) -> bool:
        """True if there is a place before the current one."""
        return self._at > 0

    @property
    def can_go_forward(self) -> bool:
        """True if there is a place after the current one."""
        return self._at + 1 < len(self._places)
