"""Commands that open panes and work in them."""

from briefing_tui.ui.commands import CommandTable
from briefing_tui.ui.reader.commands.select import extend
from briefing_tui.ui.reader.parts import Reader

COMMANDS = CommandTable()


@COMMANDS.command("0", label="article", group="Panes", regions=("pane", "outline"), rank=7)
def show_article(reader: Reader) -> None:
    """To the article."""
    reader.regions.focus("article")


@COMMANDS.command("1", label="pane", group="Panes", rank=2, shown="1-5")
def show_summary(reader: Reader) -> None:
    """The summary: its points, each leading to its sentences."""
    reader.state.open_pane("summary")


@COMMANDS.command("2", label="actors", group="Panes")
def show_actors(reader: Reader) -> None:
    """The key actors: people, then organisations."""
    reader.state.open_pane("actors")


@COMMANDS.command("3", label="quotes", group="Panes")
def show_quotes(reader: Reader) -> None:
    """The quotes, in article order."""
    reader.state.open_pane("quotes")


@COMMANDS.command("4", label="images", group="Panes")
def show_images(reader: Reader) -> None:
    """The images: caption, description, credit."""
    reader.state.open_pane("images")


@COMMANDS.command("5", label="notes", group="Panes")
def show_notes(reader: Reader) -> None:
    """The notes of this briefing."""
    reader.state.open_pane("notes")


def _can_filter(reader: Reader) -> bool:
    quotes = reader.state.session.briefing.quotes
    return reader.has_notes if reader.state.pane == "notes" else reader.state.pane == "quotes" and bool(quotes)


@COMMANDS.command("s", label="only…", group="Panes", regions=("pane",), rank=5, usable=_can_filter)
def filter_speaker(reader: Reader) -> None:
    """Show one speaker's quotes only, or the notes of a tag, a kind, a colour; or all again."""
    if reader.state.pane == "notes":
        reader.filter_notes()
        return
    from briefing_tui.ui.dialogs.choose import Choice, Chooser
    from briefing_tui.ui.view.pane_items import speakers

    state = reader.state
    state.open_pane("quotes")
    choices = [Choice("", "Everybody")]
    choices += [Choice(name, name, f"{count}") for name, count in speakers(state.session)]

    def chosen(name: str | None) -> None:
        if name is not None:
            state.speaker = name or None
            reader.preview.show_item()

    state.app.push_screen(Chooser("Whose quotes?", choices), chosen)


@COMMANDS.command(
    "l",
    "right",
    label="open",
    group="Panes",
    regions=("pane",),
    rank=4,
    usable=lambda r: (r.state.pane == "actors" and r.side.shown.item is not None) or r.article.selection is not None,
    shown="→",
)
def open_item(reader: Reader) -> None:
    """Open the actor under the cursor: what they said, and where they are named. While selecting: a character on."""
    if not extend(reader, "character", 1):
        _set_open(reader, True)


@COMMANDS.command("h", "left", label="close", group="Panes")
def close_item(reader: Reader) -> None:
    """Close the actor under the cursor. While selecting: a character back."""
    if not extend(reader, "character", -1):
        _set_open(reader, False)


def _set_open(reader: Reader, is_open: bool) -> None:
    if reader.state.active_region == "pane":
        reader.side.set_open(is_open)
        reader.preview.show_item()
