"""Commands that find words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_tui.ui.commands import CommandTable

if TYPE_CHECKING:
    from briefing_tui.ui.read_screen import ReadScreen

COMMANDS = CommandTable()


@COMMANDS.command("/", label="find", group="Find", rank=5)
def find(reader: ReadScreen) -> None:
    """Find words in the article and the panes: capitals count only when typed, curly and straight marks are alike."""
    reader.finder.start()


@COMMANDS.command(
    "n", label="next hit", group="Find", regions=("article", "pane"), rank=6, usable=lambda r: bool(r.finder.words), shown="n/N"
)
def next_hit(reader: ReadScreen) -> None:
    """To the next hit."""
    reader.finder.step(1)


@COMMANDS.command("N", label="previous hit", group="Find")
def previous_hit(reader: ReadScreen) -> None:
    """To the previous hit."""
    reader.finder.step(-1)
