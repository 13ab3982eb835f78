"""Dialogs to say who is who, which is written to the user's file."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from textual.screen import Screen

from briefing_tui.library.people.dossier import Dossier
from briefing_tui.library.people.people_file import (
    DifferentNames,
    PeopleFileTrouble,
    SameNames,
    Statement,
    add_statement,
    undo_statement,
)
from briefing_tui.ui.dialogs.chooser import Choice, Chooser
from briefing_tui.ui.people.name_dialog import NameDialog


def ask_correction(screen: Screen[Any], folder: Path, dossier: Dossier, done: Callable[[str], None]) -> None:
    """Ask what is wrong with a dossier, and write it down.

    `done` gets what to say.
    """
    name = dossier.actor.name
    choices = [Choice("same", f"{name} is also called …", "two entries become one", letter="s")]
    choices += [Choice(other, f"“{other}” is somebody else") for other, _ in dossier.names if other != name]

    def chosen(what: str | None) -> None:
        if what == "same":
            _ask_same(screen, folder, name, done)
        elif what is not None:
            done(_written(folder, DifferentNames(name, what)))

    screen.app.push_screen(Chooser("Who is who", choices), chosen)


def _ask_same(screen: Screen[Any], folder: Path, name: str, done: Callable[[str], None]) -> None:
    said: list[str] = []

    def act(other: str, _: str) -> str:
        if other == name:
            return "That is the same name; choose another one."
        said.append(_written(folder, SameNames((name, other))))
        return ""

    def closed(is_done: bool | None) -> None:
        if is_done and said:
            done(said[-1])

    screen.app.push_screen(NameDialog(f"Who is {name}, too?", folder, act), closed)


def _written(folder: Path, statement: Statement) -> str:
    try:
        return f"Noted: {add_statement(folder, statement)}. ⟦undo_person⟧ undoes it."
    except PeopleFileTrouble as error:
        return str(error)


def undo(folder: Path) -> str:
    """Take the last statement back; return what to say."""
    try:
        removed = undo_statement(folder)
    except PeopleFileTrouble as error:
        return str(error)
    return f"Taken back: {removed}." if removed else "There is nothing to undo."
