"""The command that exports notes."""

from typing import Protocol

from briefing_tui.ui.commands import CommandTable

COMMANDS = CommandTable()


class _Exports(Protocol):
    """A screen whose notes can be exported."""

    def open_export(self) -> None: ...


@COMMANDS.command("e", label="export", group="Notes", rank=8, local=True, needs="notes")
def export(screen: _Exports) -> None:
    """Write the notes of this briefing to a file, after showing what and where."""
    screen.open_export()
