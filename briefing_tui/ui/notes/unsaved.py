"""What was typed and could not be put on the disk: held while the reader runs, written to a file that the person names, and
given back when the program ends."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from briefing_tui.model.note import Note
    from briefing_tui.ui.notes.saving import Editing
    from briefing_tui.ui.read_screen import ReadScreen


class Held(NamedTuple):
    """A text that is nowhere but here, and what it is being written on."""

    editing: Editing
    text: str


class Unsaved:
    """One reader's texts that are not on the disk."""

    def __init__(self) -> None:
        self._held: list[Held] = []

    def hold(self, editing: Editing, text: str) -> None:
        """Keep a text in memory, in place of an earlier one of the same note."""
        self._held = [held for held in self._held if held.editing is not editing] + [Held(editing, text)]

    def on(self, note: Note) -> Held | None:
        """What was typed for a note, or at the place of a new one."""
        return next((held for held in self._held if held.editing.note is not None and is_same(held.editing.note, note)), None)

    def drop(self, editing: Editing) -> None:
        """It is on the disk now."""
        self._held = [held for held in self._held if held.editing is not editing]

    def all(self) -> list[Held]:
        """Every text that is held, the oldest first."""
        return list(self._held)


def is_same(one: Note, other: Note) -> bool:
    """Whether two notes are one, or stand at the same place."""
    return one.id == other.id or is_same_place(one, other)


def is_same_place(one: Note, other: Note) -> bool:
    """Whether two notes are on the very same words or item."""
    return (one.kind, one.item, one.words, one.selector.position) == (
        other.kind, other.item, other.words, other.selector.position,
    )  # fmt: skip


def write_to_file(reader: ReadScreen, text: str, told: Callable[[str], None]) -> None:
    """Ask for the name of a new file, and write the text there: for when the notes' own file can't be written."""
    from briefing_tui.text.safety import one_line
    from briefing_tui.ui.dialogs.ask import Ask

    def take(_: str, typed: str) -> str:
        path = Path(typed.strip()).expanduser()
        try:
            with path.open("x", encoding="utf-8", newline="\n") as file:
                file.write(text if text.endswith("\n") else f"{text}\n")
        except FileExistsError:
            return "A file of that name exists already and is not overwritten: type another name."
        except (OSError, ValueError) as error:
            return one_line(f"{typed}: {getattr(error, 'strerror', None) or error}")
        told(one_line(f"Written to {path}."))
        return ""

    reader.app.push_screen(Ask("Write what you typed to a file", f"~/{reader.file.id}-note.txt", take))
