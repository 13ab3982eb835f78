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
        self._last = self._done, self._undone

    def did(self, what: What) -> None:
        """Something was changed."""
        self._done.append(what)
        self._undone.clear()

    def undo(self) -> None:
        """Take back the last change; the notes say it where there is none."""
        self._ways[self._go(self._done, self._undone)][0]()

    def redo(self) -> None:
        """Do again what was taken back last."""
        self._ways[self._go(self._undone, self._done)][1]()

    def did_not(self) -> None:
        """What was to be taken back, or done again, could not be: it can be tried again."""
        to, back = self._last
        if back:
            to.append(back.pop())

    def _go(self, done: list[What], undone: list[What]) -> What:
        what: What = done.pop() if done else "note"
        undone.append(what)
        self._last = done, undone
        return what
