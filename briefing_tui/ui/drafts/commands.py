"""Commands of the draft check."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from briefing_tui.ui.commands import CommandTable
from briefing_tui.ui.dialogs.list_commands import add_list_commands

if TYPE_CHECKING:
    from briefing_tui.ui.widgets.item_list import ItemList

COMMANDS = CommandTable()


class _DraftCheck(Protocol):
    """The screen of the check."""

    list: ItemList

    def close_top(self) -> None: ...
    def copy(self, cited: bool) -> None: ...
    def ask_report(self) -> None: ...
    def ask_filter(self) -> None: ...
    def check_again(self) -> None: ...


@COMMANDS.command("enter", "o", label="to the place", group="Draft", rank=1)
def show_evidence(check: _DraftCheck) -> None:
    """Open the article at the words that the quotation was compared with. Esc there comes back."""
    check.list.choose()


@COMMANDS.command("y", label="copy the right words", group="Draft", rank=2)
def copy_right_words(check: _DraftCheck) -> None:
    """Copy the article's words, to put them in place of the draft's."""
    check.copy(cited=False)


@COMMANDS.command("Y", label="copy with citation", group="Draft", rank=7)
def copy_right_words_cited(check: _DraftCheck) -> None:
    """Copy the article's words with speaker, title, publisher and date."""
    check.copy(cited=True)


@COMMANDS.command("e", label="report", group="Draft", rank=3, local=True)
def write_report(check: _DraftCheck) -> None:
    """Write a report of the check as Markdown or HTML."""
    check.ask_report()


@COMMANDS.command("s", label="only…", group="Draft", rank=6)
def filter_findings(check: _DraftCheck) -> None:
    """List only the quotations with one status, or all again."""
    check.ask_filter()


@COMMANDS.command("R", label="check again", group="Draft", rank=8)
def check_again(check: _DraftCheck) -> None:
    """Check the draft again. When it is saved, that happens by itself."""
    check.check_again()


@COMMANDS.command("escape", label="back", group="Draft")
def leave_draft(check: _DraftCheck) -> None:
    """List all quotations again; from there, back to where you came from."""
    check.close_top()


add_list_commands(COMMANDS, "Draft", "draft", "quotation", {"help": 4, "quit": 5})
