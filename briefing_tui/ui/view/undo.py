"""One undo order for notes and corrections.

The last change is undone first, whatever it was.
"""

from collections.abc import Callable
from typing import Protocol


class Change(Protocol):
    """Something that was changed, and can be undone and redone."""

    def undo(self) -> None:
        """Undo it."""

    def redo(self) -> None:
        """Do it again."""


class UndoLog:
    """The changes of one reader, the last one last."""

    def __init__(self) -> None:
        self.fallback: Callable[[], Change] | None = None
        """Returns what is asked where there is nothing to undo or redo here; it may know of changes made before this reader."""
        self._done: list[Change] = []
        self._undone: list[Change] = []
        self._from, self._to = self._done, self._undone

    def add(self, change: Change) -> None:
        """Remember a change that was just made."""
        self._done.append(change)
        self._undone.clear()

    def undo(self) -> None:
        """Undo the last change."""
        if change := self._move(self._done, self._undone):
            change.undo()

    def redo(self) -> None:
        """Redo the change that was undone last."""
        if change := self._move(self._undone, self._done):
            change.redo()

    def put_back(self) -> None:
        """Let the last undo or redo be tried again: it could not be done."""
        if self._to:
            self._from.append(self._to.pop())

    def forget(self, change: Change) -> None:
        """Drop a change that can no longer be undone or redone."""
        for changes in (self._done, self._undone):
            changes[:] = [other for other in changes if other is not change]

    def _move(self, source: list[Change], target: list[Change]) -> Change | None:
        self._from, self._to = source, target
        change = source.pop() if source else self.fallback() if self.fallback else None
        if change is not None:
            target.append(change)
        return change
