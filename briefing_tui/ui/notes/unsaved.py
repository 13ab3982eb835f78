"""Texts that were typed and could not be saved."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from briefing_tui.model.note import Note
    from briefing_tui.ui.notes.edited_note import EditedNote
    from briefing_tui.ui.view.state import ReaderState


class UnsavedText(NamedTuple):
    """A text that exists only in memory, and the note that it belongs to."""

    edited: EditedNote
    text: str


class UnsavedTexts:
    """The unsaved texts of one screen.

    They are offered again where they were typed, and printed when the program ends.
    """

    def __init__(self) -> None:
        self._held: list[UnsavedText] = []

    def hold(self, edited: EditedNote, text: str) -> None:
        """Hold a text in place of an earlier one of the same note."""
        self.drop(edited)
        self._held.append(UnsavedText(edited, text))

    def of(self, note: Note) -> UnsavedText | None:
        """Return the text that was typed for a note or at its place."""
        return next((held for held in self._held if held.edited.note is not None and _is_same(held.edited.note, note)), None)

    def drop(self, edited: EditedNote) -> None:
        """Forget the text of a note that is saved now."""
        self._held = [held for held in self._held if held.edited is not edited]

    def all(self) -> list[UnsavedText]:
        """Return every text that is held, the oldest first."""
        return list(self._held)


def _is_same(one: Note, other: Note) -> bool:
    return one.id == other.id or is_same_place(one, other)


def is_same_place(one: Note, other: Note) -> bool:
    """Return whether two notes are on exactly the same words or item."""
    return (one.kind, one.item, one.words, one.selector.position) == (
        other.kind, other.item, other.words, other.selector.position,
    )  # fmt: skip


def ask_and_write(state: ReaderState, text: str, report: Callable[[str], None]) -> None:
    """Ask for the name of a new file, and write the text there."""
    from briefing_tui.text.safety import one_line
    from briefing_tui.ui.dialogs.line_dialog import LineDialog

    def write(_: str, typed: str) -> str:
        path = Path(typed.strip()).expanduser()
        try:
            with path.open("x", encoding="utf-8", newline="\n") as file:
                file.write(text if text.endswith("\n") else f"{text}\n")
        except FileExistsError:
            return "A file of that name exists already and is not overwritten: type another name."
        except (OSError, ValueError) as error:
            return one_line(f"{typed}: {getattr(error, 'strerror', None) or error}")
        report(one_line(f"Written to {path}."))
        return ""

    state.app.push_screen(LineDialog("Write what you typed to a file", f"~/{state.file.id}-note.txt", write))
