"""Commands that select words and copy them."""

from briefing_tui.citations.styles import CITATION_STYLES
from briefing_tui.ui.commands import Command, CommandTable
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
    """Copy with the citation, in the style of the settings. Plain: “words” — Speaker, Title, by Author (Publisher, date)."""
    reader.copier.copy_cited()


def _copy_as(style: str, name: str) -> None:
    def run(reader: ReadingScreen) -> None:
        reader.copier.copy_cited(style)

    label, sentence = f"copy with citation as {name}", f"Copy with the citation as {name}."
    COMMANDS.add(Command(f"copy_cited_{style.replace('-', '_')}", (), label, "Select and copy", sentence, run))


for _style, _name in CITATION_STYLES.items():
    _copy_as(_style, _name)
