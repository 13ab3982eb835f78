"""The notes in the reader, the editor in which they are written, and what is left of both when the program ends."""

from collections.abc import Callable

from textual.timer import Timer

from briefing_tui.model.note import Note
from tests.ui.driver.lists import ListsSeen


class NotesSeen(ListsSeen):
    """The notes as the user sees them."""

    async def write_note(self, text: str) -> None:
        """Write a note on what is current, and save it."""
        await self.press("a")
        await self.type(text)
        await self.press("ctrl+s")

    def is_writing(self) -> bool:
        """Whether the editor is open."""
        return self._reader.note_editor.is_open

    def is_typing_note(self) -> bool:
        """Whether keys go into the editor."""
        return self._reader.note_editor.is_typing

    def text_in_editor(self) -> str:
        """Return what is written in the editor."""
        editor = self._reader.note_editor.widget
        assert editor is not None
        return editor.text

    def notes_shown(self) -> list[Note]:
        """Return the notes that the reader has read, drafts left out."""
        return [placed.note for placed in self._reader.note_list.all if not placed.is_draft]

    def drafts_shown(self) -> list[Note]:
        """Return the drafts that the reader has read."""
        return [placed.note for placed in self._reader.note_list.all if placed.is_draft]

    def has_read_notes(self) -> bool:
        """Whether the notes of the briefing have been read."""
        return self._reader.note_list.has_loaded

    async def look_at_notes(self, if_unread: bool = False) -> None:
        """Look what other windows did to the notes, as the program does every few seconds.

        With `if_unread`, it looks even if it could not read the notes before.
        """
        if if_unread:
            self._reader.note_list.has_loaded = True
        self._reader.note_list.poll()
        await self.settle()

    def preview_item(self) -> None:
        """Show the place of the item under the pane's cursor."""
        self._reader.show_item_place()

    # Drafts

    def drafts_owner(self) -> str:
        """Return the name under which this reader keeps its drafts in the store."""
        return self._reader.note_list.thread.store_in_thread().session

    async def keep_draft(self) -> None:
        """Keep what is being typed, as the program does a moment after each key."""
        self._reader.note_editor.saver._save_draft()
        await self.settle()

    @property
    def _draft_timer(self) -> Timer | None:
        return self._reader.note_editor.saver._timer

    def waits_to_keep_draft(self) -> bool:
        """Whether what is being typed will be kept in a moment."""
        return self._draft_timer is not None

    async def wait_for_draft(self) -> None:
        """Wait until what is being typed is kept."""
        if (timer := self._draft_timer) is not None and timer._task is not None:
            await timer._task
        await self.settle()

    async def wait_for_size(self) -> None:
        """Wait until a new size of the terminal is drawn."""
        await self.settle()
        if (timer := getattr(self.app, "_resize_timer", None)) is not None and timer._task is not None:
            await timer._task
        await self.settle()

    # The end of the program

    def notes_ending(self) -> Callable[[], None]:
        """Return what waits, after the program's end, until all is done that was asked of the notes' store."""
        thread = self._reader.note_list.thread._thread
        return lambda: thread.shutdown(wait=True)

    def save_and_exit(self) -> None:
        """Save the note, and leave the program in the same moment."""
        self._reader.note_editor.save()
        self.app.exit()

    def unsaved_texts(self) -> list[str]:
        """Wait, after the program's end, for all that it still does; return what was typed and is not on the disk."""
        assert self.app.notes.endings
        for ending in self.app.notes.endings:
            ending.result()
        return [text for _, text in self.app.notes.unsaved]
