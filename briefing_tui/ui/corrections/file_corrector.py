"""Writes corrections of the open briefing to its file, shows them, undoes and redoes them."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from briefing_tui.contentfile.read.file_input import UnreadableFile
from briefing_tui.text.safety import one_line
from briefing_tui.ui.terminal.background import run_in_loop

if TYPE_CHECKING:
    from briefing_tui.contentfile.rebuild.briefing_edits import BriefingEdit
    from briefing_tui.contentfile.rebuild.item_changes import ItemChanges
    from briefing_tui.model.briefing import Actor, Briefing, Quote
    from briefing_tui.ui.view.session import Session
    from briefing_tui.ui.view.state import ReaderState
    from briefing_tui.ui.widgets.side import Side

    Renew = Callable[[Session, tuple[int, int] | None], None]

_WRITTEN = "Written to the file: ⟦undo_note⟧ undoes it."


class FileChange(NamedTuple):
    """A change that is in the file, with the file's bytes before and after it."""

    items: ItemChanges
    before: bytes
    after: bytes


class ChangedFile(NamedTuple):
    """The file as it reads after a change."""

    change: FileChange
    session: Session
    stamp: tuple[int, int] | None
    joined: str = ""
    """The actor that another one was joined with."""


class FileCorrection:
    """A correction that can be undone until the file changes there."""

    def __init__(self, corrector: FileCorrector, change: FileChange) -> None:
        self._corrector = corrector
        self.change = change
        """The last change: the correction, or its undoing."""

    def undo(self) -> None:
        """Undo the correction."""
        self._corrector.revert(self, "Undone: R redoes it.")

    def redo(self) -> None:
        """Redo the correction."""
        self._corrector.revert(self, "Redone: ⟦undo_note⟧ undoes it.")


class FileCorrector:
    """Corrects the file of one reader."""

    def __init__(self, state: ReaderState, side: Side, renew: Renew) -> None:
        """`renew` shows the session of the changed file, given its new stamp."""
        self._state, self._side, self._renew = state, side, renew
        self._changed: ChangedFile | None = None
        self.is_writing = False
        """True while the file is changed here, so that its change is not another program's."""
        self._one_by_one = asyncio.Lock()
        self._is_outdated = False
        """True if the last change no longer fits the file, so that it can't be tried again."""

    def correct(self, edit: BriefingEdit) -> None:
        """Make a correction in the background, and show it."""
        run_in_loop(self._state, partial(self._correct, edit), "correct")

    async def _correct(self, edit: BriefingEdit) -> None:
        async with self._one_by_one:
            if await self._is_written(lambda: self.write_in_thread(edit)):
                self.show()

    def write_in_thread(self, edit: BriefingEdit) -> str:
        """Write a correction to the file; return why that failed, or nothing.

        `show` then shows it.
        """
        from briefing_tui.contentfile.rebuild.briefing_edits import CannotEdit, JoinActors, apply_edit, edited_items

        seen = self._state.session.briefing

        def change(now: Briefing) -> Briefing:
            for name in edited_items(edit):
                if _item(now, name) != _item(seen, name):
                    raise CannotEdit("the file has changed there meanwhile: close this and look again")
            return apply_edit(now, edit)

        return self._write_in_thread(change, edit.other if isinstance(edit, JoinActors) else "")

    def _write_in_thread(
        self, change: Callable[[Briefing], Briefing], joined: str = "", known: tuple[bytes, bytes] | None = None
    ) -> str:
        from briefing_tui.contentfile.rebuild.briefing_edits import CannotEdit
        from briefing_tui.contentfile.rebuild.item_changes import changes_between
        from briefing_tui.contentfile.write.disk import revise

        self._is_outdated, self.is_writing = False, True
        file = self._state.file
        try:
            if file.path is None:
                raise CannotEdit("this briefing has no file yet: ⟦save_as⟧ saves it as one")
            revised = revise(file.path, change, known)
            stamp = file.stamp
            written = FileChange(changes_between(revised.old, revised.new), revised.before, revised.after)
            self._changed = ChangedFile(written, file.load(), stamp, joined)
        except (CannotEdit, UnreadableFile) as error:
            self._is_outdated, self.is_writing = isinstance(error, CannotEdit), False
            return _sentence(str(error))
        except OSError as error:
            self.is_writing = False
            return one_line(f"{file.path}: {error.strerror or error}")
        return ""

    async def _is_written(self, write: Callable[[], str]) -> bool:
        """Write in a thread, and show why that failed; return whether it succeeded."""
        trouble = await asyncio.to_thread(write)
        if trouble:
            self._state.say(trouble)
        return not trouble

    def show(self) -> None:
        """Show the correction that was written, and let it be undone."""
        if changed := self._show(_WRITTEN):
            self._state.undo_log.add(FileCorrection(self, changed.change))

    def _show(self, message: str) -> ChangedFile | None:
        """Show the changed file; return None if it is as it was."""
        changed, self._changed, self.is_writing = self._changed, None, False
        if changed is None:
            return None
        self._renew(changed.session, changed.stamp)
        if changed.joined and self._state.pane == "actors":
            self._side.find_item("actors", changed.joined)
        is_same = changed.change.before == changed.change.after
        self._state.say("The file says so already." if is_same else message)
        return None if is_same else changed

    # Undo and redo

    def revert(self, correction: FileCorrection, message: str) -> None:
        """Revert the last change of a correction in the background, and show the message."""
        run_in_loop(self._state, partial(self._revert, correction, message), "correct")

    async def _revert(self, correction: FileCorrection, message: str) -> None:
        from briefing_tui.contentfile.rebuild.item_changes import apply_changes

        async with self._one_by_one:
            last = correction.change
            back, known = last.items.back, (last.after, last.before)
            if await self._is_written(lambda: self._write_in_thread(lambda now: apply_changes(now, back), "", known)):
                if changed := self._show(message):
                    correction.change = changed.change
                    return
            elif not self._is_outdated:
                self._state.undo_log.put_back()
                return
            self._state.undo_log.forget(correction)


def _item(briefing: Briefing, name: str) -> Actor | Quote | None:
    items: list[Actor | Quote] = [*briefing.actors, *briefing.quotes]
    return next((item for item in items if item.id == name), None)


def _sentence(line: str) -> str:
    return f"{line[:1].upper()}{line[1:]}." if not line.startswith(("/", ".", "~")) else f"{line}."
