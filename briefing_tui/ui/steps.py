"""In which order notes were changed and items corrected, so that one key takes back the last change, whatever it was."""

from collections.abc import Callable
from typing import Literal

What = Literal["note", "correction"]
Way = Callable[[], None]


class Steps:
    """One reader's changes, the last one last; `ways` are how a change of a kind is taken back, and done again."""

    def __init__(self, ways: dict[What, tuple[Way, Way]]) -> None:
        self._ways = ways
        self._done: list[What] = []
        self._undone: list[What] = []

    def did(self, what: What) -> None:
        """Something was changed."""
        self._done.append(what)
        self._undone.clear()

    def undo(self) -> None:
        """Take back the last change; the notes say it where there is none."""
        what: What = self._done.pop() if self._done else "note"
        self._undone.append(what)
        self._ways[what][0]()

    def redo(self) -> None:
        """Do again what was taken back last."""
        what: What = self._undone.pop() if self._undone else "note"
        self._done.append(what)
        self._ways[what][1]()
