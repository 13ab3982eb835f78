"""Commands that select words and take them away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_tui.ui.commands import CommandTable

if TYPE_CHECKING:
    from briefing_tui.ui.read_screen import ReadScreen

COMMANDS = CommandTable()


@COMMANDS.command("v", label="select", group="Select and copy", regions=("article",), rank=6)
def select(reader: ReadScreen) -> None:
    """Select words from the current paragraph on, with h j k l w b and the arrows; Esc leaves."""
    reader.frame.focus("article")
    if reader.article.selection:
        reader.article.select(None)
    else:
        reader.article.start_selection()


@COMMANDS.command("w", label="select a word more", group="Select and copy")
def word_on(reader: ReadScreen) -> None:
    """While words are selected: one word more."""
    reader.extend_selection("word", 1)


@COMMANDS.command("y", label="copy", group="Select and copy", rank=7)
def copy(reader: ReadScreen) -> None:
    """Copy the selection, or else the item or the paragraph that one is at."""
    from briefing_tui.ui.reader import copying

    taken = copying.words_here(reader)
    copying.copy(reader, taken.text if taken else "", taken.what if taken else "")


@COMMANDS.command("Y", label="copy with citation", group="Select and copy")
def copy_cited(reader: ReadScreen) -> None:
    """Copy with the citation: “words” — Speaker, Title (Publisher, date, URL)."""
    from briefing_tui.ui.reader import copying
    from briefing_tui.ui.reader.citation import cite

    taken = copying.words_here(reader)
    if taken and taken.text:
        copying.copy(reader, cite(reader.session.briefing, taken), f"{taken.what} with its citation")
    else:
        copying.copy(reader, "", "")
