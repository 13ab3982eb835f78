"""Commands that find words."""

from briefing_tui.ui.commands import CommandTable
from briefing_tui.ui.reader.reading_screen import ReadingScreen

COMMANDS = CommandTable()


def _has_words(reader: ReadingScreen) -> bool:
    return bool(reader.found_words)


@COMMANDS.command("/", label="find", group="Find", rank=5, needs="notes")
def find(reader: ReadingScreen) -> None:
    """Find words in the article and the panes. Capitals count only when typed; curly and straight marks are alike."""
    reader.finder.start()


@COMMANDS.command(
    "n", label="next hit", group="Find", regions=("article", "pane"), rank=6, usable=_has_words, beside=("previous_hit",)
)
def next_hit(reader: ReadingScreen) -> None:
    """To the next hit."""
    reader.finder.step(1)


@COMMANDS.command("N", label="previous hit", group="Find")
def previous_hit(reader: ReadingScreen) -> None:
    """To the previous hit."""
    reader.finder.step(-1)
