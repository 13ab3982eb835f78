"""The user's choice of the notes that the pane lists."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_tui.ui.notes.note_filter import NoteFilter, choices

if TYPE_CHECKING:
    from textual.timer import Timer

    from briefing_tui.ui.notes.note_list import NoteList
    from briefing_tui.ui.view.state import ReaderState
    from briefing_tui.ui.widgets.side import Side
    from briefing_tui.ui.widgets.typing_line import TypingLine

_NO_NOTES = "No notes yet: ⟦annotate⟧ writes one, ⟦highlight⟧ highlights."


class NoteFiltering:
    """Filters the notes by typed words, or by a tag, kind or colour.

    While words are typed, the notes are listed anew with every key.
    """

    PROMPT = "text:"
    FIRST = 200
    """How many notes are listed at once while the user types; the others follow in a pause."""
    PAUSE_SECONDS = 0.2

    def __init__(self, state: ReaderState, notes: NoteList, side: Side, line: TypingLine) -> None:
        self._state, self._notes, self._side, self._line = state, notes, side, line
        self._timer: Timer | None = None

    def ask_words(self) -> None:
        """Let the user type words that the notes must have."""
        if not self._notes.all:
            self._state.say(_NO_NOTES)
            return
        self._state.open_pane("notes")
        self._line.open(self, self.PROMPT, self._notes.filter.text)

    def ask_property(self) -> None:
        """Ask for a tag, a kind or a colour that the notes must have."""
        from briefing_tui.ui.dialogs.chooser import Choice, Chooser

        found = choices(placed.note for placed in self._notes.all if not placed.is_draft)
        if not found:
            self._state.say(_NO_NOTES)
            return
        now = self._notes.filter
        listed = [Choice("", "All notes")]
        for number, (only, count) in enumerate(found):
            listed.append(Choice(str(number), str(only), f"{count}{'  ✓' if only in now.only else ''}"))

        def chosen(name: str | None) -> None:
            if name is not None:
                self._state.open_pane("notes")
                self._notes.filter_by(self._notes.filter.toggled(found[int(name)][0]) if name else NoteFilter())

        self._state.app.push_screen(Chooser("Which notes?", listed), chosen)

    # What the typing line calls

    def typed(self, words: str) -> None:
        """Filter by other words."""
        notes = self._notes
        self._stop_timer()
        notes.filter_by(notes.filter._replace(text=words), self.FIRST)
        self._line.count(notes.count_shown)
        if len(notes.shown) > self.FIRST:
            self._timer = self._state.set_timer(self.PAUSE_SECONDS, self._list_all)

    def _list_all(self) -> None:
        self._stop_timer()
        self._notes.relist()

    def _stop_timer(self) -> None:
        if self._timer is not None:
            self._timer.stop()
            self._timer = None

    def entered(self) -> None:
        """Keep the words; keys are commands again."""
        if self._timer is not None:
            self._list_all()

    def given_up(self) -> None:
        """List the notes whatever their words."""
        self.typed("")

    def stepped(self, step: int) -> None:
        """Move in the list while typing."""
        self._side.shown.go_lines(step)
