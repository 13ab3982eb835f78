"""Writing notes: the editor opened on a place or a note, its draft kept while one types, highlights, deleting and undoing.

What was typed stays in the editor until it is on the disk.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual.timer import Timer

from briefing_tui.notes.errors import StoreError
from briefing_tui.ui.notes.note_list import Noting
from briefing_tui.ui.notes.saving import Editing, targets_of
from briefing_tui.ui.notes.thread import Found
from briefing_tui.ui.notes.trouble import in_short
from briefing_tui.ui.notes.unsaved import Unsaved, is_same_place

if TYPE_CHECKING:
    from textual.widget import AwaitMount

    from briefing_tui.model.note import Note
    from briefing_tui.notes.store import Saved
    from briefing_tui.ui.commands import Region
    from briefing_tui.ui.notes.editor_widget import NoteEditor
    from briefing_tui.ui.notes.items import Placed
    from briefing_tui.ui.notes.targets import Spot
    from briefing_tui.ui.read_screen import ReadScreen


class Writing:
    """One reader's editor."""

    KEYS = "Ctrl+S F2 save  Esc draft  #word tag  F3 colour  F4 $EDITOR  F5 copy"
    """What the editor's keys do."""
    DRAFT_SECONDS = 0.4
    """How long after a key what was typed is on the disk."""

    def __init__(self, reader: ReadScreen, noting: Noting) -> None:
        self._reader, self._noting = reader, noting
        self._thread = noting.thread
        self._editing: Editing | None = None
        self._editor: NoteEditor | None = None
        self._mounting: AwaitMount | None = None
        self._then_external = False
        self._timer: Timer | None = None
        self._is_saving = False
        self._has_failed = False
        self._region: Region = "article"
        """Where one was when the editor was opened."""
        self._unsaved = Unsaved()

    @property
    def is_typing(self) -> bool:
        """Whether keys go into the editor."""
        return self._editing is not None and self._editor is not None and self._reader.focused is self._editor.area

    @property
    def is_open(self) -> bool:
        """Whether a note is being written."""
        return self._editing is not None

    @property
    def keys(self) -> str:
        """What the keys do while they go into the editor; else nothing."""
        return self.KEYS if self.is_typing else ""

    # Opening

    def annotate(self) -> None:
        """Write a note on what one is at; the note under the cursor is edited; an open editor is gone back to."""
        if self._editing is not None:
            self._focus()
            return
        reader = self._reader
        item = reader.side.shown.item if reader.active_region == "pane" else None
        if item is not None and item.kind == "note" and not reader.article.selection:
            self.edit()
            return
        from briefing_tui.ui.notes.targets import spot_here

        self._begin(spot_here(reader))

    def annotate_briefing(self) -> None:
        """Write a note on the whole briefing."""
        if self._editing is not None:
            self._focus()
            return
        from briefing_tui.ui.notes.targets import whole_briefing

        self._begin(whole_briefing())

    def edit(self) -> None:
        """Edit the note, or go on with the draft, under the cursor or on the paragraph that one is at."""
        if self._editing is not None:
            self._focus()
            return
        placed = self._noting.here()
        if placed is None:
            return
        from briefing_tui.ui.notes import tagging

        base = self._base_of(placed)
        editing = Editing(None, base, placed.note)
        editing.is_kept = placed.is_draft
        editing.targets = targets_of(placed)
        from briefing_tui.ui.notes.targets import words_named

        held = self._unsaved.on(placed.note)
        text = held.text if held else tagging.joined(placed.note.body, placed.note.tags)
        self._open(held.editing if held else editing, f"Note on {words_named(placed.note)}", text)

    def _base_of(self, placed: Placed) -> Note | None:
        """The saved note that is edited, or that a draft is an edit of."""
        if not placed.is_draft:
            return placed.note
        saved = self._noting.placed(placed.note.id)
        return saved.note if saved else None

    def write_outside(self) -> None:
        """Write the note in the person's own editor; its text is then in the small one, to be saved."""
        self._then_external = True
        self.annotate()
        if self._editing is None:
            self._then_external = False

    def _begin(self, spot: Spot | None) -> None:
        if self._reader.session.partial:
            self._reader.say("Still reading the file: a moment.")
        elif spot is None:
            self._reader.say("No note can be put on this: select words with v, or choose an item.")
        else:
            editing = Editing(spot)
            self._open(editing, f"Note on {spot.name}", "")
            self._thread.work(partial(editing.begin_there, self._thread, self._reader.session), self._begun)

    def _begun(self, editing: Editing) -> None:
        """The note's words have been found; a draft that was left there is gone on with."""
        if editing is not self._editing or self._editor is None:
            return
        note = editing.note
        if note is None:
            self._editor.tell("No note can be put on this: F5 copies what you typed, Esc closes.")
            return
        left = [placed for placed in self._noting.all if placed.is_draft and is_same_place(placed.note, note)]
        if (held := self._unsaved.on(note)) and not self._editor.text:
            self._editing = held.editing
            self._editor.put(held.text)
            self._editor.show_colour(held.editing.colour)
        elif left and not self._editor.text:
            from briefing_tui.ui.notes import tagging

            draft = left[0].note
            editing.note, editing.base, editing.colour, editing.is_kept = draft, self._base_of(left[0]), draft.colour, True
            self._editor.put(tagging.joined(draft.body, draft.tags))
            self._editor.show_colour(draft.colour)
        self._show_place()

    def _open(self, editing: Editing, about: str, text: str) -> None:
        self._editing, self._has_failed = editing, False
        if self._editor is None:
            from briefing_tui.ui.notes.editor_widget import NoteEditor

            self._editor = NoteEditor(self)
            self._mounting = self._reader.middle.mount(self._editor)
        self._editor.open(about, text)
        self._editor.show_colour(editing.colour)
        self._region = self._reader.active_region
        if self._mounting is None:
            self._focus()

    async def settle(self) -> None:
        """Let the editor take the very next key; with it there, the person's own editor starts if that was asked for."""
        if self._mounting is not None:
            mounting, self._mounting = self._mounting, None
            await mounting
            self._focus()
        if self._then_external:
            self._then_external = False
            self.use_external()

    def _focus(self) -> None:
        if self._editor is not None:
            self._reader.set_focus(self._editor.area, scroll_visible=False)
            self._reader.arrange_regions()
            self._reader.refresh_footer()
            self._reader.call_after_refresh(self._show_place)

    def _show_place(self) -> None:
        """Keep the words in view that one writes on, however high the editor grows."""
        if self._editing is not None:
            self._reader.article.keep_in_view(self._editing.targets)

    def _close(self) -> None:
        reader = self._reader
        self._stop_timer()
        self._editing = None
        reader.refresh_footer()  # Before the focus moves: the line at the foot is then drawn with the rest, not after it.
        if self._editor is not None:
            had_focus = reader.focused is self._editor.area
            self._editor.close()
            if had_focus:
                reader.focus_region(self._region)
        reader.article.keep_in_view(())
        if reader.article.selection:
            reader.article.select(None)

    # What the editor's keys do

    def typed(self) -> None:
        """Keep a draft soon."""
        self._has_failed = False
        if self._timer is None:
            self._timer = self._reader.set_timer(self.DRAFT_SECONDS, self._keep_draft)

    def _stop_timer(self) -> None:
        if self._timer is not None:
            self._timer.stop()
            self._timer = None

    def _keep_draft(self) -> None:
        self._timer = None
        if self._editing is not None and self._editor is not None and not self._is_saving:
            call = partial(self._editing.keep_there, self._thread, self._editor.text)
            self._thread.work(call, lambda _: None, self._trouble)

    def keep_now(self) -> None:
        """Keep what is being typed, the reader being closed; what can't be kept is given back by the program when it ends."""
        if self._editing is not None and self._editor is not None and (self._timer is not None or self._has_failed):
            self._unsaved.hold(self._editing, self._editor.text)
        lost = self._reader.briefing_app.unsaved
        for held in self._unsaved.all():
            self._thread.last(partial(held.editing.keep_last_there, self._thread, held.text, lost))

    def save(self) -> None:
        """Save the note; the editor closes when it is on the disk."""
        editing, editor = self._editing, self._editor
        if editing is None or editor is None or self._is_saving:
            return
        text = editor.text
        if not text.strip() and editing.colour is None:
            editor.tell("There is no text yet: type some, or F3 highlights the words in a colour. Esc closes.")
            return
        self._stop_timer()
        self._is_saving = True
        call = partial(editing.save_there, self._thread, text)
        self._thread.work(call, partial(self._saved, editing, text), self._trouble)

    def _saved(self, editing: Editing, text: str, saved: Saved) -> None:
        self._is_saving = False
        self._reader.undo_log.add(self._reader.changer)
        self._unsaved.drop(editing)
        if self._editor is not None:  # That it is saved is on the screen before the lists are made.
            find = partial(self._thread.found_there, self._reader.session)
            self._editor.call_after_refresh(self._thread.work, find, partial(self._show_saved, saved.note.id))
        if editing is not self._editing or self._editor is None:
            return
        if self._editor.text != text:
            self._editor.tell("Saved. What you typed since is not yet.")
            self.typed()
            return
        self._reader.say("Another window changed this note: both stay." if saved.other else "Saved: 5 lists the notes.")
        self._close()

    def _show_saved(self, note_id: str, found: Found) -> None:
        """Show the note where it belongs: that it is saved has been said before."""
        self._noting.changed(found)
        self._reader.side.find_item("notes", note_id)

    def _trouble(self, error: StoreError) -> None:
        """Say in the editor what is wrong: what was typed stays there."""
        self._is_saving = False
        self._has_failed = True
        if self._editing is not None and self._editor is not None:
            # What can be done comes first: the line is cut at its end where there is little room.
            self._editor.tell(f"F5 copies, F6 writes it to a file. Notes: {in_short(error)}.")
        else:
            self._reader.say(f"Notes: {in_short(error)}")

    def put_away(self) -> None:
        """Close the editor, when what was typed is kept as a draft; where it can't be, it is copied and held the next time."""
        editing, editor = self._editing, self._editor
        if editing is None or editor is None:
            return
        text = editor.text
        if self._has_failed or (editing.note is None and not text.strip()):
            self._close()
            if text.strip():
                self.copy_all()
                self._unsaved.hold(editing, text)
                self._reader.say("Not saved, but copied: a here goes on with it; it is printed when the program ends.")
            return
        self._stop_timer()
        if editing.base is not None and not editing.is_kept and editing.with_text(text) == editing.base:
            self._close()
            return
        call = partial(editing.put_away_there, self._thread, text, self._reader.session)
        self._thread.work(call, partial(self._put_awayed, editing, text), self._trouble)

    def _put_awayed(self, editing: Editing, text: str, found: Found) -> None:
        self._unsaved.drop(editing)
        if editing is self._editing:
            self._close()
            if text.strip():
                self._reader.say("Kept as a draft: a here, or E in the pane 5, goes on writing.")
        self._noting.show(found)

    def copy_all(self) -> None:
        """Copy what was typed."""
        if self._editor is not None:
            self._reader.copy_words(self._editor.text, "what you typed")
            self._editor.tell("Copied what you typed.")

    def write_file(self) -> None:
        """Write what was typed to a file that is asked for."""
        from briefing_tui.ui.notes.unsaved import write_to_file

        if self._editor is not None:
            write_to_file(self._reader, self._editor.text, self._editor.tell)

    def next_colour(self) -> None:
        """The next colour for the note's words; after the last one, none."""
        from briefing_tui.model.note import COLOURS

        if self._editing is None or self._editor is None:
            return
        colours = [None, *COLOURS]
        self._editing.colour = colours[(colours.index(self._editing.colour) + 1) % len(colours)]
        self._editor.show_colour(self._editing.colour)
        self.typed()

    def use_external(self) -> None:
        """Let the person's own editor have the text."""
        from textual.app import SuspendNotSupported

        from briefing_tui.ui.terminal import external_editor

        if self._editor is None:
            return
        try:
            command = external_editor.command()
            with self._reader.app.suspend():
                text = external_editor.edit(self._editor.text, command)
        except external_editor.NoEditor as error:
            self._editor.tell(f"{error}.")
        except SuspendNotSupported:
            self._editor.tell("This terminal can't be left to another program.")
        else:
            self._editor.put(text)
            self.typed()
