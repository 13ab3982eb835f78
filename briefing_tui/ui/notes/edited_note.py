"""The note in the editor, and how it is saved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_tui.notes.errors import StoreError

if TYPE_CHECKING:
    from briefing_tui.model.note import Colour, Note
    from briefing_tui.notes.store import Saved
    from briefing_tui.ui.notes.items import PlacedNote
    from briefing_tui.ui.notes.note_targets import NoteTarget
    from briefing_tui.ui.notes.thread import NoteThread
    from briefing_tui.ui.text.article_blocks import Target
    from briefing_tui.ui.view.session import Session


class EditedNote:
    """The note that the editor's text becomes, and the one that it was.

    Methods that end in `_in_thread` must be called in the notes' thread, and raise StoreError.
    """

    def __init__(self, target: NoteTarget | None = None, base: Note | None = None, note: Note | None = None) -> None:
        """A new note has a `target`; an edited one is `note`, and `base` as it was saved."""
        self._target = target
        self.base = base
        """The saved note that is edited, as it was read."""
        self.note = note
        """The note without the text; None until its words have been found."""
        self.colour: Colour | None = note.colour if note else None
        self.has_draft = False
        """True if a draft of it is in the store."""
        self.session: Session | None = None
        """The briefing in which it is written."""
        self.places: tuple[Target, ...] = ()
        """Its places in the article; none for a note on the whole briefing."""

    def with_text(self, text: str) -> Note:
        """Return the note that a text makes. Its words must have been found."""
        assert self.note is not None
        from dataclasses import replace

        from briefing_tui.text import tagging

        body, tags = tagging.parted(text)
        return replace(self.note, body=body, tags=tags, colour=self.colour)

    def _claimed_in_thread(self, thread: NoteThread, text: str) -> Note:
        """Return the note that a text makes, on the article as the store names it."""
        note = self.with_text(text)
        return thread.claim_in_thread(note, self.session) if self.session else note

    def find_words_in_thread(self, thread: NoteThread, session: Session) -> EditedNote:
        """Find the words that a new note is on."""
        from briefing_tui.notes.places import draft_on

        target = self._target
        assert target is not None
        words = thread.words_in_thread(session.briefing)
        self.note = draft_on(words, target.kind, target.places, target.item)
        if self.note is not None:
            from briefing_tui.ui.notes.items import place_note

            self.places = places_shown(place_note(self.note, session, words))
        return self

    def save_draft_in_thread(self, thread: NoteThread, text: str) -> None:
        """Save the text as a draft; drop the draft of an empty one."""
        if self.note is None:
            return
        store = thread.store_in_thread()
        if text.strip():
            store.save_draft(self._claimed_in_thread(thread, text))
            self.has_draft = True
        elif self.has_draft:
            store.drop_draft(self.note.id)
            self.has_draft = False

    def save_last_in_thread(self, thread: NoteThread, text: str, lost: list[tuple[str, str]]) -> None:
        """Save the text as a draft while the screen closes; raise nothing.

        What can't be saved is added to `lost`, after the reason.
        """
        try:
            if self.note is None and text.strip():
                raise StoreError("refused", "no note can be put on what was chosen")
            self.save_draft_in_thread(thread, text)
        except StoreError as error:
            lost.append((str(error), text))

    def put_away_in_thread(self, thread: NoteThread, text: str) -> None:
        """Save the text as a draft.

        Raises StoreError if no note can be put on what was chosen.
        """
        if self.note is None:
            raise StoreError("refused", "no note can be put on this; Esc once more closes and copies what you typed")
        self.save_draft_in_thread(thread, text)

    def save_in_thread(self, thread: NoteThread, text: str) -> Saved:
        """Save the note."""
        from briefing_tui.notes.store import Saved

        if self.note is None:
            raise StoreError("refused", "no note can be put on this: F5 copies what you typed, Esc closes")
        store, note = thread.store_in_thread(), self._claimed_in_thread(thread, text)
        saved = Saved(store.add(note)) if self.base is None else store.edit(self.base, note)
        self.base = self.note = saved.note
        self.has_draft = False
        return saved


def places_shown(placed: PlacedNote) -> tuple[Target, ...]:
    """Return a note's places in the article; none for a note on the whole briefing."""
    return () if placed.note.kind == "briefing" else placed.targets
