"""What a note would be on: the selection, the item under the cursor, the paragraph that one is at, a section, the briefing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from briefing_tui.model.briefing import Place
from briefing_tui.ui.text.article_blocks import Target
from briefing_tui.ui.view.pane_items import Item
from briefing_tui.ui.view.selection import Selection

if TYPE_CHECKING:
    from briefing_tui.model.note import Kind, Note
    from briefing_tui.ui.read_screen import ReadScreen

_MOST = 60


class Spot(NamedTuple):
    """What a note is made on, as the notes' library asks for it, and what it is called."""

    kind: Kind
    places: tuple[Place, ...]
    item: str
    name: str


def spot_here(reader: ReadScreen) -> Spot | None:
    """What a note is on that is begun now; None where there are no words to put it on."""
    article = reader.article
    if article.selection:
        return _selected(reader, article.selection)
    if reader.active_region == "outline" and reader.outline.item:
        return _of_section(reader, reader.outline.item.id)
    if reader.active_region == "pane" and reader.side.shown.item:
        return _of_item(reader, reader.side.shown.item)
    return _of_block(reader, article.current) if article.blocks else None


def whole_briefing() -> Spot:
    """The briefing as a whole."""
    return Spot("briefing", (), "", "the whole briefing")


def words_named(note: Note) -> str:
    """What a note that is there is called by: the words that it is on, else its kind."""
    return _quoted(note.words) if note.words.strip() else f"the {note.kind}"


def _selected(reader: ReadScreen, selection: Selection) -> Spot | None:
    article = reader.article
    places = []
    for block, spans in sorted(selection.ranges(article.blocks).items()):
        for start, end in spans:
            if (place := _place(reader, block, start, end)) is not None:
                places.append(place)
    words = selection.text(article.blocks)
    if places:
        return Spot("selection", tuple(places), "", _quoted(words))
    return _of_block(reader, selection.ends[0][0])


def _place(reader: ReadScreen, block: int, start: int, end: int) -> Place | None:
    """The place of words that the article has as text of its own (a heading, a byline and a digest's quotes are items)."""
    text = reader.session.text
    match text.address(block).kind:
        case "paragraph" | "caption" if text.blocks[block].style != "credit":
            if text.address(block).kind == "caption" and not _has_caption(reader, text.address(block).item):
                return None
            return text.place_of(block, start, end)
        case "title" if reader.session.briefing.title:
            return Place("title", None, start, end)
        case "lead":
            return Place("lead", None, start, end)
        case _:
            return None


def _has_caption(reader: ReadScreen, image_id: str) -> bool:
    return any(image.id == image_id and image.caption for image in reader.session.briefing.images)


def _of_block(reader: ReadScreen, block: int) -> Spot | None:
    text = reader.session.text
    address = text.address(block)
    words = _quoted(text.blocks[block].text)
    match address.kind:
        case "caption":
            shown = text.blocks[text.items[address.item][0]].text
            return Spot("image", (), address.item, f"the image {_quoted(shown)}")
        case "quote":
            return Spot("quote", (), address.item, f"the quote {words}")
        case "heading":
            return _of_section(reader, address.section)
        case "paragraph":
            return Spot("paragraph", (text.place_of(block),), "", f"the paragraph {words}")
        case "lead":
            return Spot("paragraph", (Place("lead"),), "", f"the lead {words}")
        case _:
            return whole_briefing()


def _of_section(reader: ReadScreen, section: str) -> Spot:
    return Spot("section", (), section, f"the section {reader.session.section_heading(section)}")


def _of_item(reader: ReadScreen, item: Item) -> Spot | None:
    words = _quoted(item.blocks[0].text)
    match item.kind:
        case "quote":
            return Spot("quote", (), item.id, f"the quote {words}")
        case "image":
            return Spot("image", (), item.id, f"the image {words}")
        case "actor":
            return Spot("actor", (), item.id, item.blocks[0].text)
        case "point" | "mention":
            return _of_targets(reader, item.targets)
        case _:
            return None


def _of_targets(reader: ReadScreen, targets: Sequence[Target]) -> Spot | None:
    blocks = reader.article.blocks
    places = []
    for target in targets[:1]:
        end = len(blocks[target.block].text) if target.end is None else target.end
        place = _place(reader, target.block, target.start, end)
        if place is None:
            return _of_block(reader, target.block)
        places.append(place)
    words = " … ".join(blocks[target.block].text[target.start : target.end] for target in targets[:1])
    return Spot("selection", tuple(places), "", _quoted(words)) if places else None


def _quoted(words: str) -> str:
    """Words in one line of a frame, between marks of their own or new ones."""
    line = " ".join(words.split()).strip("“”")
    return f"“{line}”" if len(line) <= _MOST else f"“{line[:_MOST].rstrip()}…”"
