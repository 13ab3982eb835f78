"""Targets of a new note.

A note is on the selection, an item, a paragraph, a section or the whole briefing.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from briefing_tui.model.briefing import Place
from briefing_tui.ui.text.article_blocks import Target
from briefing_tui.ui.view.pane_items import Item
from briefing_tui.ui.view.selection import Selection
from briefing_tui.ui.view.session import Session

if TYPE_CHECKING:
    from briefing_tui.model.note import Kind, Note
    from briefing_tui.ui.view.state import ReaderState
    from briefing_tui.ui.widgets.article import Article
    from briefing_tui.ui.widgets.item_list import ItemList
    from briefing_tui.ui.widgets.side import Side

_MOST = 60
"""Characters of a note's words that its name holds."""


class NoteTarget(NamedTuple):
    """A target as `notes.places.draft_on` takes it, and its name in the editor."""

    kind: Kind
    places: tuple[Place, ...]
    item: str
    name: str


WHOLE_BRIEFING = NoteTarget("briefing", (), "", "the whole briefing")


class CurrentTarget:
    """The target of a note that is begun now."""

    def __init__(self, state: ReaderState, outline: ItemList, article: Article, side: Side) -> None:
        self._state, self._outline, self._article, self._side = state, outline, article, side

    def find(self) -> NoteTarget | None:
        """Return the target, or None if there are no words for a note."""
        session, region = self._state.session, self._state.active_region
        if self._article.selection:
            return _selected(session, self._article.selection)
        if region == "outline" and self._outline.item:
            return _section(session, self._outline.item.id)
        if region == "pane" and self._side.shown.item:
            return _item(session, self._side.shown.item)
        return _block(session, self._article.current) if session.text.blocks else None


def name_of(note: Note) -> str:
    """Return what an existing note is on: its words, else its kind."""
    return _quoted(note.words) if note.words.strip() else f"the {note.kind}"


def _selected(session: Session, selection: Selection) -> NoteTarget | None:
    blocks = session.text.blocks
    places = []
    for block, spans in sorted(selection.ranges(blocks).items()):
        for start, end in spans:
            if (place := _place(session, block, start, end)) is not None:
                places.append(place)
    if places:
        return NoteTarget("selection", tuple(places), "", _quoted(selection.text(blocks)))
    return _block(session, selection.ends[0][0])


def _place(session: Session, block: int, start: int, end: int) -> Place | None:
    """Return the place of words that are the article's own text (a heading, a byline and a digest's quotes are items)."""
    text = session.text
    match text.address(block).kind:
        case "paragraph" | "caption" if text.blocks[block].style != "credit":
            if text.address(block).kind == "caption" and not _has_caption(session, text.address(block).item):
                return None
            return text.place_of(block, start, end)
        case "title" if session.briefing.title:
            return Place("title", None, start, end)
        case "lead":
            return text.place_of(block, start, end)
        case _:
            return None


def _has_caption(session: Session, image_id: str) -> bool:
    return any(image.id == image_id and image.caption for image in session.briefing.images)


def _block(session: Session, block: int) -> NoteTarget | None:
    text = session.text
    address = text.address(block)
    words = _quoted(text.blocks[block].text)
    match address.kind:
        case "caption":
            shown = text.blocks[text.items[address.item][0]].text
            return NoteTarget("image", (), address.item, f"the image {_quoted(shown)}")
        case "quote":
            return NoteTarget("quote", (), address.item, f"the quote {words}")
        case "heading":
            return _section(session, address.section)
        case "paragraph":
            return NoteTarget("paragraph", (text.place_of(block),), "", f"the paragraph {words}")
        case "lead":
            return NoteTarget("paragraph", (text.place_of(block),), "", f"the lead {words}")
        case _:
            return WHOLE_BRIEFING


def _section(session: Session, section: str) -> NoteTarget:
    return NoteTarget("section", (), section, f"the section {session.section_heading(section)}")


def _item(session: Session, item: Item) -> NoteTarget | None:
    words = _quoted(item.blocks[0].text)
    match item.kind:
        case "quote":
            return NoteTarget("quote", (), item.id, f"the quote {words}")
        case "image":
            return NoteTarget("image", (), item.id, f"the image {words}")
        case "actor":
            return NoteTarget("actor", (), item.id, item.blocks[0].text)
        case "point" | "mention":
            return _first_words(session, item.targets)
        case _:
            return None


def _first_words(session: Session, targets: Sequence[Target]) -> NoteTarget | None:
    """Return the words of the first target; the item that they belong to if they are not the article's text."""
    if not targets:
        return None
    target = targets[0]
    text = session.text.blocks[target.block].text
    end = len(text) if target.end is None else target.end
    place = _place(session, target.block, target.start, end)
    if place is None:
        return _block(session, target.block)
    return NoteTarget("selection", (place,), "", _quoted(text[target.start : target.end]))


def _quoted(words: str) -> str:
    """Return words on one line in quotation marks, cut to what a frame has room for."""
    line = " ".join(words.split()).strip("“”")
    return f"“{line}”" if len(line) <= _MOST else f"“{line[:_MOST].rstrip()}…”"
