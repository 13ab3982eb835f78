"""Change status and tags of briefings, remove them and bring them back.

Everything is written in a thread; the screen is told when it is done.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from msgspec.structs import replace
from textual.app import App

from briefing_tui.library.trash import Removed, TrashError, bring_back, remove
from briefing_tui.model.reading import STATUSES, ReadingEntry, Status
from briefing_tui.notes.errors import StoreError
from briefing_tui.presentation.counts import counted
from briefing_tui.ui.library.library_view import Undo
from briefing_tui.ui.terminal.background import run_in_loop, run_in_thread

if TYPE_CHECKING:
    from textual.dom import DOMNode

    from briefing_tui.notes.store import NoteStore

LABELS: dict[Status, str] = {"unread": "unread", "reading": "reading", "read": "read (done)", "archived": "archived"}
_LETTERS: dict[Status, str] = {"unread": "u", "reading": "r", "read": "d", "archived": "a"}


class ChangedBriefings(Protocol):
    """The screen whose briefings are changed."""

    @property
    def app(self) -> App[object]:
        """The program."""

    def say(self, text: str) -> None:
        """Show a message."""

    def briefings_changed(self, files: Sequence[Path]) -> None:
        """Show the briefings as they are now."""


class ReadingActions:
    """Changes briefings; `changes` gets what takes each change back."""

    def __init__(
        self, screen: ChangedBriefings, node: DOMNode, store: Callable[[], NoteStore], changes: list[Undo], key: str
    ) -> None:
        """`node` runs the work; `store` returns the user's notes, with the reading list; `key` undoes, as messages name it."""
        self._screen, self._node, self._store, self._changes, self._key = screen, node, store, changes, key

    def ask_status(self, files: Sequence[Path]) -> None:
        """Ask how far the user is with some briefings."""
        from briefing_tui.ui.dialogs.chooser import Choice, Chooser

        if not files:
            return
        title = "Mark it as" if len(files) == 1 else f"Mark {len(files)} briefings as"
        choices = [Choice(status, LABELS[status], letter=_LETTERS[status]) for status in STATUSES]
        self._screen.app.push_screen(Chooser(title, choices), lambda status: self._set_status(files, status))

    def _set_status(self, files: Sequence[Path], chosen: str | None) -> None:
        status: Status | None = next((one for one in STATUSES if one == chosen), None)
        if status is not None:
            self._change(files, lambda _, entry: replace(entry, status=status), f"marked as {status}")

    def ask_tags(self, files: Sequence[Path], known: Sequence[str]) -> None:
        """Ask for the tags of one briefing, or for tags to add to several."""
        from briefing_tui.ui.dialogs.line_dialog import LineDialog

        if not files:
            return
        is_one = len(files) == 1
        title = "Tags" if is_one else f"Tags to add to {len(files)} briefings; -tag takes one off"
        value = " ".join(known) if is_one else ""

        def act(_: str, typed: str) -> str:
            words = typed.replace(",", " ").split()
            try:
                before = self._store().reading_list.change(files, _tagged(words, is_one))
            except StoreError as error:
                return str(error)
            self._changes.append(lambda: self._restored(before))
            return ""

        def done(is_done: bool | None) -> None:
            if is_done:
                self._screen.briefings_changed(files)
                self._screen.say(f"{_these(files)}: tags changed. {self._key} undoes it.")

        self._screen.app.push_screen(LineDialog(title, value, act, "words, separated by spaces"), done)

    def _change(self, files: Sequence[Path], change: Callable[[Path, ReadingEntry], ReadingEntry], how: str) -> None:
        def work() -> str:
            before = self._store().reading_list.change(files, change)
            self._changes.append(lambda: self._restored(before))
            return f"{_these(files)} {how}. {self._key} undoes it."

        self._run(work, files)

    def _restored(self, before: dict[Path, ReadingEntry]) -> str:
        self._store().reading_list.restore(before)
        return f"{_these(list(before))}: as before."

    def remove(self, files: Sequence[Path]) -> None:
        """Move briefings into the trash."""

        def work() -> str:
            try:
                removed = remove(files)
            except TrashError as error:
                if done := error.done:
                    self._changes.append(lambda: _brought_back(done))
                raise
            self._changes.append(lambda: _brought_back(removed))
            return f"{_these(files)} moved into the trash. {self._key} brings {'it' if len(files) == 1 else 'them'} back."

        if files:
            self._run(work, files)

    def bring_back(self, removed: Removed) -> None:
        """Bring a briefing back from the trash, also one that was removed earlier."""
        self._run(lambda: _brought_back([removed]), ())

    def undo(self) -> None:
        """Take the last change of this session back."""
        if not self._changes:
            self._screen.say("There is nothing to undo.")
            return
        self._run(self._changes.pop(), ())

    def _run(self, work: Undo, files: Sequence[Path]) -> None:
        async def run() -> None:
            try:
                said = await run_in_thread(work)
            except (StoreError, TrashError) as error:
                said = str(error)
            self._screen.briefings_changed(files)
            self._screen.say(said)

        run_in_loop(self._node, run, "reading list")


def _tagged(words: Sequence[str], is_all: bool) -> Callable[[Path, ReadingEntry], ReadingEntry]:
    """Return a change that sets the tags, or adds some and takes those after a minus off."""
    off = {word[1:].lstrip("#").casefold() for word in words if word.startswith("-")}
    on = [word for word in words if not word.startswith("-")]

    def change(_: Path, entry: ReadingEntry) -> ReadingEntry:
        kept = () if is_all else tuple(tag for tag in entry.tags if tag.casefold() not in off)
        return replace(entry, tags=(*kept, *on))

    return change


def _brought_back(removed: list[Removed]) -> str:
    return f"{_these(bring_back(removed))} brought back."


def _these(files: Sequence[Path]) -> str:
    return files[0].stem if len(files) == 1 else counted(len(files), "briefing")
