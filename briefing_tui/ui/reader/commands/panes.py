"""Commands that open panes and work in them."""

from functools import partial

from briefing_tui.ui.commands import Command, CommandTable
from briefing_tui.ui.reader.commands.select import extend
from briefing_tui.ui.reader.reading_screen import ReadingScreen
from briefing_tui.ui.view.pane_items import PANE_CONTENTS, READER_PANES, speakers

COMMANDS = CommandTable()


def _open(pane: str, reader: ReadingScreen) -> None:
    reader.open_pane(pane)


@COMMANDS.command("0", label="article", group="Panes", regions=("pane", "outline"), rank=7)
def show_article(reader: ReadingScreen) -> None:
    """To the article."""
    reader.regions.focus("article")


for _number, _pane in enumerate(READER_PANES, 1):
    COMMANDS.add(
        Command(
            f"show_{_pane.name}",
            (str(_number),),
            "pane" if _number == 1 else _pane.name,
            "Panes",
            PANE_CONTENTS[_pane.name].help,
            partial(_open, _pane.name),
            rank=2 if _number == 1 else 0,
            needs="notes" if _pane.name == "notes" else "briefing",
            beside=tuple(f"show_{pane.name}" for pane in READER_PANES[1:]) if _number == 1 else (),
        )
    )


def _can_filter(reader: ReadingScreen) -> bool:
    quotes = reader.session.briefing.quotes
    return bool(reader.notes.all) if reader.pane == "notes" else reader.pane == "quotes" and bool(quotes)


@COMMANDS.command("s", label="only…", group="Panes", regions=("pane",), rank=5, usable=_can_filter)
def filter_speaker(reader: ReadingScreen) -> None:
    """List the quotes of one speaker only, or all again. In the notes: those of a tag, a kind or a colour."""
    if reader.pane == "notes":
        reader.filter_notes()
        return
    from briefing_tui.ui.dialogs.chooser import Choice, Chooser

    reader.open_pane("quotes")
    choices = [Choice("", "Everybody")]
    choices += [Choice(name, name, f"{count}") for name, count in speakers(reader.session)]

    def chosen(name: str | None) -> None:
        if name is not None:
            reader.speaker = name or None
            reader.preview.open_pane()

    reader.app.push_screen(Chooser("Whose quotes?", choices), chosen)


@COMMANDS.command(
    "right",
    "l",
    label="open",
    group="Panes",
    regions=("pane",),
    rank=4,
    usable=lambda r: (r.pane == "actors" and r.side.shown.item is not None) or r.article.selection is not None,
)
def open_item(reader: ReadingScreen) -> None:
    """Open the actor under the cursor: what they said, and where they are named. In a selection: a character on."""
    if not extend(reader, "character", 1):
        _set_open(reader, True)


def _image_shown(reader: ReadingScreen) -> str | None:
    """Return the id of the image under the cursor: the pane's, or in the article the caption's."""
    if reader.active_region == "article":
        address = reader.session.item_at(reader.current_block) if reader.session.text.blocks else None
        return address.item if address is not None and address.kind == "caption" else None
    item = reader.side.shown.item
    return item.id if reader.pane == "images" and item is not None else None


@COMMANDS.command(
    "i", label="picture", group="Panes", regions=("pane", "article"), rank=3, usable=lambda r: _image_shown(r) is not None
)
def show_picture(reader: ReadingScreen) -> None:
    """Show the picture of the image under the cursor on the full screen."""
    shown = _image_shown(reader)
    if shown is None:
        reader.say("There is no image under the cursor.")
        return
    from briefing_tui.ui.dialogs.picture import PictureScreen

    images = reader.session.briefing.images
    number = next(number for number, image in enumerate(images) if image.id == shown)

    def closed(last: str | None) -> None:
        if last is not None and reader.side.find_item("images", last) and reader.active_region == "pane":
            reader.preview.show_item()

    reader.app.push_screen(PictureScreen(images, number, reader.file.folder), closed)


@COMMANDS.command("left", "h", label="close", group="Panes")
def close_item(reader: ReadingScreen) -> None:
    """Close the actor under the cursor. In a selection: a character back."""
    if not extend(reader, "character", -1):
        _set_open(reader, False)


def _set_open(reader: ReadingScreen, is_open: bool) -> None:
    if reader.active_region == "pane":
        reader.side.set_open(is_open)
        reader.preview.show_item()
