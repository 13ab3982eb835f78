"""A correction on its way into the file: written where the file is as it was seen, shown, taken back and made again."""

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
    from briefing_tui.ui.read_screen import ReadScreen
    from briefing_tui.ui.view.session import Session

_TOLD = "Written to the file: U takes it back."


class Done(NamedTuple):
    """A change that is in the file, and the file's bytes before and behind it."""

    change: ItemChanges
    before: bytes
    after: bytes


class Written(NamedTuple):
    """What was just changed, and the file as it reads now."""

    done: Done
    session: Session
    stamp: tuple[int, int] | None
    follow: str = ""
    """The actor that another one was made one with."""


class WrittenChange:
    """A correction that is in the file; it can be undone and redone while the file has not changed there."""

    def __init__(self, rewriting: Rewriting, done: Done) -> None:
        self._rewriting = rewriting
        self.done = done
        """What was last written: the correction, or its undoing."""

    def undo(self) -> None:
        """Take the correction back."""
        self._rewriting.put_back(self, "Taken back: R does it again.")

    def redo(self) -> None:
        """Make the correction again."""
        self._rewriting.put_back(self, "Done again: U takes it back.")


class Rewriting:
    """One reader's file, as corrections change it. Methods that end in `_there` run in a thread."""

    def __init__(self, reader: ReadScreen) -> None:
        self._reader = reader
        self._written: Written | None = None
        self.is_writing = False
        """Whether the file is being changed here, so that its change is no news."""
        self._one_by_one = asyncio.Lock()
        self._is_outdated = False
        """Whether what was to be written does not fit the file any more, so that it can't be tried again."""

    def make(self, correction: BriefingEdit) -> None:
        """Make a correction that nothing more has to be asked for."""
        run_in_loop(self._reader, partial(self._change, correction), "correct")

    async def _change(self, correction: BriefingEdit) -> None:
        async with self._one_by_one:
            if await self._is_written(lambda: self.apply_there(correction)):
                self.applied()

    def apply_there(self, correction: BriefingEdit) -> str:
        """Write a correction to the file as it is now; gives why it could not be, nothing where it is there."""
        from briefing_tui.contentfile.rebuild.briefing_edits import CannotEdit, JoinActors, apply_edit, edited_items

        seen = self._reader.session.briefing

        def change(now: Briefing) -> Briefing:
            for name in edited_items(correction):
                if _item(now, name) != _item(seen, name):
                    raise CannotEdit("the file has changed there meanwhile: close this and look again")
            return apply_edit(now, correction)

        return self._write_there(change, correction.other if isinstance(correction, JoinActors) else "")

    def _write_there(
        self, change: Callable[[Briefing], Briefing], follow: str = "", known: tuple[bytes, bytes] | None = None
    ) -> str:
        from briefing_tui.contentfile.rebuild.briefing_edits import CannotEdit
        from briefing_tui.contentfile.rebuild.item_changes import changes_between
        from briefing_tui.contentfile.write.disk import revise

        self._is_outdated, self.is_writing = False, True
        document = self._reader.file
        try:
            if document.path is None:
                raise CannotEdit("this briefing has no file yet: C saves it as one")
            revised = revise(document.path, change, known)
            stamp = document.stamp
            done = Done(changes_between(revised.old, revised.new), revised.before, revised.after)
            self._written = Written(done, document.load(), stamp, follow)
        except (CannotEdit, UnreadableFile) as error:
            self._is_outdated, self.is_writing = isinstance(error, CannotEdit), False
            return _sentence(str(error))
        except OSError as error:
            self.is_writing = False
            return one_line(f"{document.path}: {error.strerror or error}")
        return ""

    async def _is_written(self, call: Callable[[], str]) -> bool:
        """Call in a thread; say what it finds wrong."""
        trouble = await asyncio.to_thread(call)
        if trouble:
            self._reader.say(trouble)
        return not trouble

    def applied(self) -> None:
        """Show what was written, and remember it to be taken back."""
        if written := self._show(_TOLD):
            self._reader.undo_log.add(WrittenChange(self, written.done))

    def _show(self, told: str) -> Written | None:
        """Show what was written; None where the file said so already."""
        written, self._written, self.is_writing = self._written, None, False
        if written is None:
            return None
        reader = self._reader
        reader.loader.renew(written.session, written.stamp)
        if written.follow and reader.pane == "actors":
            reader.side.find_item("actors", written.follow)
        is_same = written.done.before == written.done.after
        reader.say("The file says so already." if is_same else told)
        return None if is_same else written

    # Taking back

    def put_back(self, change: WrittenChange, told: str) -> None:
        """Write what was in the file before a change was last written."""
        run_in_loop(self._reader, partial(self._put, change, told), "correct")

    async def _put(self, change: WrittenChange, told: str) -> None:
        from briefing_tui.contentfile.rebuild.item_changes import apply_changes

        async with self._one_by_one:
            back, known = change.done.change.back, (change.done.after, change.done.before)
            if await self._is_written(lambda: self._write_there(lambda now: apply_changes(now, back), "", known)):
                if written := self._show(told):
                    change.done = written.done
                    return
            elif not self._is_outdated:
                self._reader.undo_log.put_back()
                return
            self._reader.undo_log.forget(change)


def _item(briefing: Briefing, name: str) -> Actor | Quote | None:
    items: list[Actor | Quote] = [*briefing.actors, *briefing.quotes]
    return next((item for item in items if item.id == name), None)


def _sentence(line: str) -> str:
    return f"{line[:1].upper()}{line[1:]}." if not line.startswith(("/", ".", "~")) else f"{line}."
