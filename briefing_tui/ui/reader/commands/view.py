"""Commands that change what is shown how wide."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_tui.ui.commands import CommandTable

if TYPE_CHECKING:
    from briefing_tui.ui.read_screen import ReadScreen

COMMANDS = CommandTable()


@COMMANDS.command("z", label="article only", group="View")
def zen(reader: ReadScreen) -> None:
    """Hide all but the article, or show it all again."""
    reader.frame.set_zen(not reader.frame.zen)


@COMMANDS.command("\\", label="outline", group="View")
def toggle_outline(reader: ReadScreen) -> None:
    """Hide or show the outline (there is room for it from 110 columns on)."""
    reader.frame.toggle_outline()


@COMMANDS.command("<", label="wider pane", group="View")
def wider_pane(reader: ReadScreen) -> None:
    """Give the pane more width."""
    reader.frame.widen(4)


@COMMANDS.command(">", label="wider article", group="View")
def wider_article(reader: ReadScreen) -> None:
    """Give the article more width."""
    reader.frame.widen(-4)
