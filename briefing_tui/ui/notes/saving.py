"""What is in the editor, and what becomes of it in the notes' store."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_tui.notes.errors import StoreError

if TYPE_CHECKING:
    from briefing_tui.model.note import Colour, Note
    from briefing_tui.notes.store import Saved
    from briefing_tui.ui.notes.items import Placed
    from briefing_tui.ui.notes.targets import Spot
    from briefing_tui.ui.notes.thread import Found, NoteThread
    from briefing_tui.ui.text.article_blocks import Target
    from briefing_tui.ui.view.session import Session


class Editing:
    """What is in the editor: the note that it becomes (None until its words have been found) and the one that it was.

    Methods that end in `_there` run in the thread of the notes, and raise StoreError.
    """

    def __init__(self, spot: Spot | None = None, base: Note | None = None, note: Note | None = None) -> None:
        self.spot = spot
        self.base = base
        """The saved note that is edited, as it was read."""
        self.note = note
        self.colour: Colour | None = note.colour if note else None
        self.is_kept = False
        """Whether a draft of it is in the store."""
        self.targets: tuple[Target, ...] = ()
        """Where it stands in the article; a note on the whole briefing stands nowhere."""

    def with_text(self, text: str) -> Note:
        """The note as the text makes it. It must have been begun."""
        assert self.note is not None
        from dataclasses import replace

        from briefing_tui.ui.notes import tagging

        body, tags = tagging.parted(text)
        return replace(self.note, body=body, tags=tags, colour=self.colour)

    def begin_there(self, thread: NoteThread, session: Session) -> Editing:
        """Find the words that the note will be on."""
        from briefing_tui.notes.places import draft_on

        spot = self.spot
        assert spot is not None
        words = thread.words_there(session.briefing)
        self.note = draft_on(words, spot.kind, spot.places, spot.item)
        if self.note is not None:
            from briefing_tui.ui.notes.items import place

            self.targets = targets_of(place(self.note, session, words))
        return self

    def keep_there(self, thread: NoteThread, text: str) -> None:
        """Keep the text as a draft; none of an empty one."""
        if self.note is None:
            return
        store = thread.store_there()
        if text.strip():
            store.save_draft(self.with_text(text))
            self.is_kept = True
        elif self.is_kept:
            store.drop_draft(self.note.id)
            self.is_kept = False

    def keep_last_there(self, thread: NoteThread, text: str, lost: list[tuple[str, str]]) -> None:
        """Keep the text, the reader being closed; what can't be kept goes to `lost`, with the reason. Raises nothing."""
        try:
            if self.note is None and text.strip():
                raise StoreError("refused", "no note can be put on what was chosen")
            self.keep_there(thread, text)
        except StoreError as error:
            lost.append((str(error), text))

    def put_away_there(self, thread: NoteThread, text: str, session: Session) -> Found:
        """Keep the text as a draft; what the lists show then."""
        if self.note is None:
            raise StoreError("refused", "no note can be put on this; Esc once more closes and copies what you typed")
        self.keep_there(thread, text)
        return thread.found_there(session)

    def save_there(self, thread: NoteThread, text: str) -> Saved:
        """Save the note."""
        from briefing_tui.notes.store import Saved

        if self.note is None:
            raise StoreError("refused", "no note can be put on this: F5 copies what you typed, Esc closes")
        store, note = thread.store_there(), self.with_text(text)
        saved = Saved(store.add(note)) if self.base is None else store.edit(self.base, note)
        self.base = self.note = saved.note
        self.is_kept = False
        return saved


def targets_of(placed: Placed) -> tuple[Target, ...]:
    """Where a note stands in the article; one on the whole briefing stands nowhere."""
    return () if placed.note.kind == "briefing" else placed.targets
