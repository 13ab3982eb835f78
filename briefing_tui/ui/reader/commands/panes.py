"""Commands that open panes and work in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_tui.ui.commands import CommandTable

if TYPE_CHECKING:
    from briefing_tui.ui.read_screen import ReadScreen

COMMANDS = CommandTable()


@COMMANDS.command("0", label="article", group="Panes", regions=("pane", "outline"), rank=7)
def show_article(reader: ReadScreen) -> None:
    """To the article."""
    reader.frame.focus("article")


@COMMANDS.command("1", label="pane", group="Panes", rank=2, shown="1-5")
def show_summary(reader: ReadScreen) -> None:
    """The summary: its points, each leading to its sentences."""
    reader.open_pane("summary")


@COMMANDS.command("2", label="actors", group="Panes")
def show_actors(reader: ReadScreen) -> None:
    """The key actors: people, then organisations."""
    reader.open_pane("actors")


@COMMANDS.command("3", label="quotes", group="Panes")
def show_quotes(reader: ReadScreen) -> None:
    """The quotes, in article order."""
    reader.open_pane("quotes")


@COMMANDS.command("4", label="images", group="Panes")
def show_images(reader: ReadScreen) -> None:
    """The images: caption, description, credit."""
    reader.open_pane("images")


@COMMANDS.command("5", label="notes", group="Panes")
def show_notes(reader: ReadScreen) -> None:
    """The notes of this briefing."""
    reader.open_pane("notes")


def _can_filter(reader: ReadScreen) -> bool:
    pane = reader.side.current
    return bool(reader.noting.all if pane == "notes" else reader.session.briefing.quotes if pane == "quotes" else ())


@COMMANDS.command("s", label="only…", group="Panes", regions=("pane",), rank=5, usable=_can_filter)
def filter_speaker(reader: ReadScreen) -> None:
    """Show one speaker's quotes only, or the notes of a tag, a kind, a colour; or all again."""
    if reader.side.current == "notes":
        reader.noting.ask_only()
        return
    from briefing_tui.ui.dialogs.choose import Choice, Chooser
    from briefing_tui.ui.view.pane_items import speakers

    reader.open_pane("quotes")
    choices = [Choice("", "Everybody")]
    choices += [Choice(name, name, f"{count}") for name, count in speakers(reader.session)]

    def chosen(name: str | None) -> None:
        if name is not None:
            reader.side.filter_speaker(name or None)
            reader.evidence.preview()

    reader.app.push_screen(Chooser("Whose quotes?", choices), chosen)


@COMMANDS.command(
    "l",
    "right",
    label="open",
    group="Panes",
    regions=("pane",),
    rank=4,
    usable=lambda r: (r.side.current == "actors" and r.side.shown.item is not None) or r.article.selection is not None,
    shown="→",
)
def open_item(reader: ReadScreen) -> None:
    """Open the actor under the cursor: what they said, and where they are named. While selecting: a character on."""
    if not reader.extend_selection("character", 1) and reader.frame.region == "pane":
        reader.side.set_open(True)
        reader.evidence.preview()


@COMMANDS.command("h", "left", label="close", group="Panes")
def close_item(reader: ReadScreen) -> None:
    """Close the actor under the cursor. While selecting: a character back."""
    if not reader.extend_selection("character", -1) and reader.frame.region == "pane":
        reader.side.set_open(False)
        reader.evidence.preview()
