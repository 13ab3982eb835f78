"""Notes in the reader, their editor, and their storage when the program ends."""

from collections.abc import Callable

from textual.timer import Timer

from briefing_tui.model.note import Note
from tests.ui.driver.lists import ListsSeen


class NotesSeen(ListsSeen):
    """The notes as the user sees them."""

    async def write_note(self, text: str) -> None:
        """Write a note on the current place and save it."""
        await self.press("a")
        await self.type(text)
        await self.press("ctrl+s")

    def is_writing(self) -> bool:
        """Return whether the editor is open."""
        return self._reader.note_editor.is_open

    def is_typing_note(self) -> bool:
        """Return whether the editor has the focus."""
        return self._reader.note_editor.is_typing

    def text_in_editor(self) -> str:
        """Return the text in the editor."""
        editor = self._reader.note_editor.widget
        assert editor is not None
        return editor.text

    def notes_shown(self) -> list[Note]:
        """Return the notes that the reader has read, without drafts."""
        return [placed.note for placed in self._reader.note_list.all if not placed.is_draft]

    def drafts_shown(self) -> list[Note]:
        """Return the drafts that the reader has read."""
        return [placed.note for placed in self._reader.note_list.all if placed.is_draft]

    def has_read_notes(self) -> bool:
        """Return whether the notes of the briefing have been read."""
        return self._reader.note_list.has_loaded

    async def look_at_notes(self, if_unread: bool = False) -> None:
        """Check for changes by other windows, as the program does every few seconds.

        With `if_unread`, also if the notes could not be read before.
        """
        if if_unread:
            self._reader.note_list.has_loaded = True
        await self.settle()  # A look that began before is no other.
        self._reader.note_list.poll()
        await self.settle()

    def preview_item(self) -> None:
        """Show the place of the item under the pane's cursor."""
        self._reader.show_item_place()

    # Drafts

    def drafts_owner(self) -> str:
        """Return the name that marks the drafts of this reader in the store."""
        return self._reader.note_list.thread.store_in_thread().session

    async def keep_draft(self) -> None:
        """Save the typed text as a draft, as happens soon after each key."""
        self._reader.note_editor.saver._save_draft()
        await self.settle()

    @property
    def _draft_timer(self) -> Timer | None:
        return self._reader.note_editor.saver._timer

    def waits_to_keep_draft(self) -> bool:
        """Return whether the text being typed will soon be saved as a draft."""
        return self._draft_timer is not None

    async def wait_for_draft(self) -> None:
        """Wait until the text being typed is saved as a draft."""
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
        """Return a function that waits, after the program's end, for the notes' store."""
        thread = self._reader.note_list.thread._thread
        return lambda: thread.shutdown(wait=True)

    def save_and_exit(self) -> None:
        """Save the note and quit at the same moment."""
        self._reader.note_editor.save()
        self.app.exit()

    def unsaved_texts(self) -> list[str]:
        """Wait until the ended program has finished; return typed texts that are not on disk."""
        assert self.app.notes.endings
        for ending in self.app.notes.endings:
            ending.result()
        return [text for _, text in self.app.notes.unsaved]
