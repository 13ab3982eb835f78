"""Commands of a dossier, and of the list of the same words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from briefing_tui.ui.commands import CommandTable
from briefing_tui.ui.dialogs.list_commands import add_list_commands

if TYPE_CHECKING:
    from briefing_tui.ui.widgets.item_list import ItemList

COMMANDS = CommandTable()
SAME_WORDS = CommandTable()


class _Dossier(Protocol):
    """The screen of a dossier."""

    list: ItemList

    def close_top(self) -> None: ...
    def copy(self, cited: bool) -> None: ...
    def ask_export(self) -> None: ...
    def ask_person(self) -> None: ...
    def correct(self) -> None: ...
    def undo(self) -> None: ...
    def same_words(self) -> None: ...
    def go_to_group(self, step: int) -> None: ...


class _SameWords(Protocol):
    """The screen of the same words."""

    list: ItemList

    def close_top(self) -> None: ...
    def copy(self, cited: bool) -> None: ...


@COMMANDS.command("enter", "o", label="to the place", group="People", rank=1)
def show_dossier_place(dossier: _Dossier) -> None:
    """Go to the line's place in its article, or to the dossier of another name."""
    dossier.list.choose()


@COMMANDS.command("]", "J", label="part", group="People", rank=2, beside=("previous_part",))
def next_part(dossier: _Dossier) -> None:
    """To the next part: names, roles, company, or the quotes of the next article."""
    dossier.go_to_group(1)


@COMMANDS.command("[", "K", label="previous part", group="People")
def previous_part(dossier: _Dossier) -> None:
    """To the previous part."""
    dossier.go_to_group(-1)


@COMMANDS.command("=", label="same words", group="People", rank=7)
def same_words_of_line(dossier: _Dossier) -> None:
    """List the other articles that have the words of the quote."""
    dossier.same_words()


@COMMANDS.command("c", label="who is who", group="People", rank=6, local=True)
def correct_person(dossier: _Dossier) -> None:
    """Say that two names are one person, or that a name is somebody else's."""
    dossier.correct()


@COMMANDS.command("U", label="undo", group="People", rank=9, local=True)
def undo_person(dossier: _Dossier) -> None:
    """Take the last statement on who is who back."""
    dossier.undo()


@COMMANDS.command("p", label="another", group="People", rank=8)
def another_person(dossier: _Dossier) -> None:
    """Open the dossier of another person or organisation."""
    dossier.ask_person()


@COMMANDS.command("y", label="copy", group="People", rank=10)
def copy_line(dossier: _Dossier) -> None:
    """Copy the line: the words of a quote, a name, a role."""
    dossier.copy(cited=False)


@COMMANDS.command("Y", label="copy with citation", group="People", rank=11)
def copy_line_cited(dossier: _Dossier) -> None:
    """Copy the words of a quote with speaker, title, publisher and date."""
    dossier.copy(cited=True)


@COMMANDS.command("e", label="export", group="People", rank=3, local=True)
def export_dossier(dossier: _Dossier) -> None:
    """Write the dossier as Markdown, JSON or CSV."""
    dossier.ask_export()


@COMMANDS.command("escape", label="back", group="People")
def leave_dossier(dossier: _Dossier) -> None:
    """Back to where you came from."""
    dossier.close_top()


add_list_commands(COMMANDS, "People", "dossier", "line", {"help": 4, "quit": 5})


@SAME_WORDS.command("enter", "o", label="to the place", group="People", rank=1)
def show_same_place(screen: _SameWords) -> None:
    """Open the other article at these words. Esc there comes back."""
    screen.list.choose()


@SAME_WORDS.command("y", label="copy", group="People", rank=2)
def copy_same_words(screen: _SameWords) -> None:
    """Copy the other article's words."""
    screen.copy(cited=False)


@SAME_WORDS.command("Y", label="copy with citation", group="People", rank=3)
def copy_same_words_cited(screen: _SameWords) -> None:
    """Copy the other article's words with speaker, title, publisher and date."""
    screen.copy(cited=True)


@SAME_WORDS.command("escape", label="back", group="People")
def leave_same_words(screen: _SameWords) -> None:
    """Back to where you came from."""
    screen.close_top()


add_list_commands(SAME_WORDS, "People", "same", "quote", {"help": 4, "quit": 5})
