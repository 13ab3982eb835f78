"""The editor of notes: what it is opened on, and what its keys do."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from briefing_tui.ui.notes.edited_note import EditedNote, places_shown
from briefing_tui.ui.notes.note_saver import NoteSaver
from briefing_tui.ui.notes.unsaved import is_same_place

if TYPE_CHECKING:
    from textual.containers import Vertical
    from textual.widget import AwaitMount

    from briefing_tui.model.note import Note
    from briefing_tui.ui.commands import Region
    from briefing_tui.ui.notes.editor_widget import EditorWidget
    from briefing_tui.ui.notes.items import PlacedNote
    from briefing_tui.ui.notes.note_list import NoteList
    from briefing_tui.ui.notes.note_targets import CurrentTarget, NoteTarget
    from briefing_tui.ui.view.state import ReaderState
    from briefing_tui.ui.widgets.article import Article
    from briefing_tui.ui.widgets.side import Side


class NoteEditor:
    """The editor of one screen."""

    KEYS = "Ctrl+S F2 save  Esc draft  #word tag  F3 colour  F4 $EDITOR  F5 copy"
    """What the footer shows while the user types."""

    def __init__(
        self,
        state: ReaderState,
        notes: NoteList,
        saver: NoteSaver,
        target: CurrentTarget,
        article: Article,
        side: Side,
        container: Vertical,
    ) -> None:
        """The editor appears in `container`."""
        self._state, self._notes, self.saver, self._target = state, notes, saver, target
        self._article, self._side, self._container = article, side, container
        self._thread = notes.thread
        self.edited: EditedNote | None = None
        """The note that is written; None while the editor is closed."""
        self.widget: EditorWidget | None = None
        self._mounting: AwaitMount | None = None
        self._then_external = False
        self._region: Region = "article"
        """The region that gets the keys back."""
        saver.editor = self

    @property
    def is_typing(self) -> bool:
        """True while keys go into the editor."""
        return self.edited is not None and self.widget is not None and self._state.focused is self.widget.area

    @property
    def is_open(self) -> bool:
        """True while a note is being written."""
        return self.edited is not None

    @property
    def keys(self) -> str:
        """The footer while keys go into the editor; else nothing."""
        keys = self.KEYS.replace("  F4 $EDITOR", "") if self._state.app.is_web else self.KEYS
        return keys if self.is_typing else ""

    # Opening

    def annotate(self) -> None:
        """Write a note on what is current, or edit the note under the cursor.

        An open editor gets the keys back.
        """
        item = self._side.shown.item if self._state.active_region == "pane" else None
        if self.edited is not None:
            self._focus()
        elif item is not None and item.kind == "note" and not self._article.selection:
            self.edit()
        else:
            self._begin(self._target.find())

    def annotate_briefing(self) -> None:
        """Write a note on the whole briefing."""
        from briefing_tui.ui.notes.note_targets import WHOLE_BRIEFING

        if self.edited is not None:
            self._focus()
        else:
            self._begin(WHOLE_BRIEFING)

    def edit(self) -> None:
        """Edit the current note, or go on with the draft."""
        if self.edited is not None:
            self._focus()
            return
        placed = self._notes.find_current()
        if placed is None:
            return
        from briefing_tui.text import tagging
        from briefing_tui.ui.notes.note_targets import name_of

        edited = EditedNote(None, self._base_of(placed), placed.note)
        edited.has_draft = placed.is_draft
        edited.places = places_shown(placed)
        held = self.saver.unsaved.of(placed.note)
        text = held.text if held else tagging.joined(placed.note.body, placed.note.tags)
        self._open(held.edited if held else edited, f"Note on {name_of(placed.note)}", text)

    def _base_of(self, placed: PlacedNote) -> Note | None:
        """Return the saved note that is edited, or that a draft is an edit of."""
        if not placed.is_draft:
            return placed.note
        saved = self._notes.placed(placed.note.id)
        return saved.note if saved else None

    def write_outside(self) -> None:
        """Write the note in the user's own editor, then save it here."""
        self._then_external = True
        self.annotate()
        if self.edited is None:
            self._then_external = False

    def _begin(self, target: NoteTarget | None) -> None:
        if self._state.session.partial:
            self._state.say("Still reading the file: a moment.")
        elif target is None:
            self._state.say("No note can be put on this: select words with v, or choose an item.")
        else:
            edited = EditedNote(target)
            self._open(edited, f"Note on {target.name}", "")
            self._thread.run(partial(edited.find_words_in_thread, self._thread, self._state.session), self._begun)

    def _begun(self, edited: EditedNote) -> None:
        """Go on with what was left at the same words, now that they have been found."""
        if edited is not self.edited or self.widget is None:
            return
        note = edited.note
        if note is None:
            self.widget.show_trouble("No note can be put on this: F5 copies what you typed, Esc closes.")
            return
        left = [placed for placed in self._notes.all if placed.is_draft and is_same_place(placed.note, note)]
        if (held := self.saver.unsaved.of(note)) and not self.widget.text:
            self.edited = held.edited
            self.widget.put(held.text)
            self.widget.show_colour(held.edited.colour)
        elif left and not self.widget.text:
            from briefing_tui.text import tagging

            draft = left[0].note
            edited.note, edited.base, edited.colour, edited.has_draft = draft, self._base_of(left[0]), draft.colour, True
            self.widget.put(tagging.joined(draft.body, draft.tags))
            self.widget.show_colour(draft.colour)
        self._show_place()

    def _open(self, edited: EditedNote, about: str, text: str) -> None:
        self.edited = edited
        edited.session = self._state.session
        self.saver.has_failed = False
        if self.widget is None:
            from briefing_tui.ui.notes.editor_widget import EditorWidget

            self.widget = EditorWidget(self)
            self._mounting = self._container.mount(self.widget)
        self.widget.open(about, text)
        self.widget.show_colour(edited.colour)
        self._region = self._state.active_region
        if self._mounting is None:
            self._focus()

    async def finish_opening(self) -> None:
        """Wait until the editor takes keys; start the user's own if asked."""
        if self._mounting is not None:
            mounting, self._mounting = self._mounting, None
            await mounting
            self._focus()
        if self._then_external:
            self._then_external = False
            self.use_external()

    def _focus(self) -> None:
        if self.widget is not None:
            self._state.set_focus(self.widget.area, scroll_visible=False)
            self._state.arrange_regions()
            self._state.refresh_footer()
            self._state.call_after_refresh(self._show_place)

    def _show_place(self) -> None:
        """Keep the note's words in view, however high the editor grows."""
        if self.edited is not None:
            self._article.keep_in_view(self.edited.places)

    def close(self) -> None:
        """Close the editor, and give the keys back."""
        self.saver.stop_timer()
        self.edited = None
        self._state.refresh_footer()  # before the focus moves, so that the footer is drawn with the rest
        if self.widget is not None:
            had_focus = self._state.focused is self.widget.area
            self.widget.close()
            if had_focus:
                self._state.focus_region(self._region)
        self._article.keep_in_view(())
        if self._article.selection:
            self._article.select(None)

    # What the editor's keys do

    def typed(self) -> None:
        """Save a draft soon."""
        self.saver.typed()

    def save(self) -> None:
        """Save the note; the editor closes once it is saved."""
        self.saver.save()

    def put_away(self) -> None:
        """Close the editor once the text is saved as a draft."""
        self.saver.put_away()

    def copy_all(self) -> None:
        """Copy what was typed."""
        if self.widget is not None:
            self._state.copy_words(self.widget.text, "what you typed")
            self.widget.show_trouble("Copied what you typed.")

    def write_file(self) -> None:
        """Write what was typed to a file that the user names."""
        from briefing_tui.ui.notes.unsaved import ask_and_write

        if self.widget is not None:
            ask_and_write(self._state, self.widget.text, self.widget.show_trouble)

    def next_colour(self) -> None:
        """Give the note's words the next colour; after the last one, none."""
        from briefing_tui.model.note import COLOURS

        if self.edited is None or self.widget is None:
            return
        colours = [None, *COLOURS]
        self.edited.colour = colours[(colours.index(self.edited.colour) + 1) % len(colours)]
        self.widget.show_colour(self.edited.colour)
        self.typed()

    def use_external(self) -> None:
        """Edit the text in the user's own editor."""
        from textual.app import SuspendNotSupported

        from briefing_tui.ui.terminal import external_editor

        if self.widget is None:
            return
        try:
            command = external_editor.command()
            self.saver.keep_draft()
            with self._state.app.suspend():
                text = external_editor.edit(self.widget.text, command)
        except external_editor.NoEditor as error:
            self.widget.show_trouble(f"{error}.")
        except SuspendNotSupported:
            self.widget.show_trouble("This terminal can't be left to another program.")
        else:
            self.widget.put(text)
            self.typed()
