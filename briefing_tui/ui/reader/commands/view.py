"""Commands that change what is shown, and how wide."""

from briefing_tui.ui.commands import CommandTable
from briefing_tui.ui.reader.reading_screen import ReadingScreen

COMMANDS = CommandTable()


@COMMANDS.command("z", label="article only", group="View")
def zen(reader: ReadingScreen) -> None:
    """Hide all but the article, or show it all again."""
    reader.regions.set_zen(not reader.zen)


@COMMANDS.command("\\", label="outline", group="View")
def toggle_outline(reader: ReadingScreen) -> None:
    """Hide or show the outline (there is room for it from 110 columns on)."""
    reader.regions.toggle_outline()


@COMMANDS.command("<", label="wider pane", group="View")
def wider_pane(reader: ReadingScreen) -> None:
    """Give the pane more width."""
    reader.regions.widen(4)


@COMMANDS.command(">", label="wider article", group="View")
def wider_article(reader: ReadingScreen) -> None:
    """Give the article more width."""
    reader.regions.widen(-4)
