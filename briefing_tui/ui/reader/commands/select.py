"""Commands that select words and copy them."""

from briefing_tui.ui.commands import CommandTable
from briefing_tui.ui.reader.reading_screen import ReadingScreen

COMMANDS = CommandTable()


def extend(reader: ReadingScreen, unit: str, step: int) -> bool:
    """Move the selection's end, as `Article.extend_selection` does.

    Return False if nothing is selected where the focus is.
    """
    return reader.active_region == "article" and reader.article.extend_selection(unit, step)


@COMMANDS.command("v", label="select", group="Select and copy", regions=("article",), rank=6)
def select(reader: ReadingScreen) -> None:
    """Select words from the current paragraph on. Keys that move, open or close move the end; closing ends it."""
    reader.regions.focus("article")
    if reader.article.selection:
        reader.article.select(None)
    else:
        reader.article.start_selection()


@COMMANDS.command("w", label="select a word more", group="Select and copy")
def word_on(reader: ReadingScreen) -> None:
    """In a selection: one word more."""
    extend(reader, "word", 1)


@COMMANDS.command("y", label="copy", group="Select and copy", rank=7)
def copy(reader: ReadingScreen) -> None:
    """Copy the selection, or else the item under the cursor or the current paragraph."""
    reader.copier.copy_here()


@COMMANDS.command("Y", label="copy with citation", group="Select and copy")
def copy_cited(reader: ReadingScreen) -> None:
    """Copy with the citation: “words” — Speaker, Title (Publisher, date, URL)."""
    reader.copier.copy_cited()
