"""The panes beside the article, one at a time, with their tabs in the frame."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.events import Click
from textual.message import Message
from textual.reactive import var

from briefing_tui.presentation.counts import counted_any
from briefing_tui.ui.commands import commands_of
from briefing_tui.ui.terminal.drawing.line_scroll_view import Frame
from briefing_tui.ui.text.wrapping import clip
from briefing_tui.ui.view.pane_items import READER_PANES, Items, PaneChoices, chosen_items
from briefing_tui.ui.view.session import Session, Stop
from briefing_tui.ui.widgets.bars import PlaceLines
from briefing_tui.ui.widgets.item_list import ItemList, PaneList
from briefing_tui.ui.widgets.lines import Ranges
from briefing_tui.ui.widgets.tabs import fitting_tabs

if TYPE_CHECKING:
    from briefing_tui.model.briefing import Image
    from briefing_tui.ui.widgets.picture import PictureView

_ROOM_FOR_PICTURE = 14
"""Rows of the panes from which the picture of the image under the cursor is shown above the list."""


class Side(Frame):
    """The panes, of which one is listed; each keeps its cursor."""

    pane: var[str] = var("summary", init=False)
    """The pane that is shown."""
    speaker: var[str | None] = var[str | None](None, init=False)
    """Whose quotes are shown, None for everybody's."""
    notes_shown: var[str] = var("", init=False)
    """Which of the notes are listed, in which order; empty for all of them by place."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.shown = PaneList(id="pane", empty="Reading…")
        self.place_lines = PlaceLines()
        self._picture: PictureView | None = None
        self.folder: Path | None = None
        """The folder of the briefing's file, which its pictures are beside."""
        self.note_items: Callable[[Session], Items] = lambda _: Items()
        """Returns the items of the notes; set by the feature that reads them."""
        self.tab_spans: list[tuple[int, str]] = []
        """The column of each tab in the frame's first line, with the pane's name."""
        self._note_count = 0
        self._frame_words: tuple[list[str], str, str, str] | None = None
        self._session: Session | None = None
        self._opened: frozenset[str] = frozenset()
        self._items: dict[str, Items] = {}
        self._stops: dict[str, list[Stop]] = {}
        self._cursors: dict[str, str] = {}
        self._hits: dict[str, Ranges] = {}

    def compose(self) -> ComposeResult:
        yield self.shown

    def show_place_lines(self, is_shown: bool) -> None:
        """Show or hide the place of the item under the cursor.

        Most screens have the article itself beside the panes, and never need it.
        """
        self.place_lines.display = is_shown
        if is_shown and self.is_attached and not self.place_lines.is_attached:
            self.mount(self.place_lines)

    def show(self, session: Session) -> None:
        """Show a briefing's items."""
        self._session = session
        self._keep_cursor()
        self._items.clear()
        self._stops.clear()
        self._hits.clear()
        if not session.partial:
            self._list()
        self._name_tabs()

    def renew(self, session: Session) -> None:
        """Show a briefing's items again, with the one under the cursor in the same row."""
        row = self.shown.cursor_row
        self.show(session)
        self.shown.hold_row(row)

    def watch_pane(self, before: str, pane: str) -> None:
        """Show another pane, its cursor where it was, or on the first item."""
        if pane != before:
            self._keep_cursor(before)
            self.shown.leave()
            self._list()
            self._name_tabs()

    def items_of(self, name: str) -> Items:
        """Return a pane's items; none before the whole briefing has been read."""
        if self._session is None or self._session.partial:
            return Items()
        if name not in self._items:
            chosen = PaneChoices(self.speaker, self._opened)
            notes = self.note_items(self._session) if name == "notes" else None
            self._items[name] = chosen_items(self._session, name, chosen) if notes is None else notes
        return self._items[name]

    @property
    def stops(self) -> list[Stop]:
        """The places of the listed items, in the order of the article."""
        session, name = self._session, self.pane
        if session is None or session.partial:
            return []
        if name not in self._stops:
            stops = session.stops.get(name)
            if stops is None:
                stops = session.stops_of((item.id, item.targets) for item in self.items_of(name))
            elif name == "quotes" and self.speaker is not None:
                stops = [stop for stop in stops if stop.item in self.items_of(name).numbers]
            self._stops[name] = stops
        return self._stops[name]

    def _forget(self, name: str) -> None:
        """Forget a pane's items, places and hits: it will be listed again."""
        self._items.pop(name, None)
        self._stops.pop(name, None)
        self._hits.pop(name, None)

    def _keep_cursor(self, pane: str | None = None) -> None:
        if self.shown.item:
            self._cursors[pane or self.pane] = self.shown.item.id

    def _list(self) -> None:
        items = self.items_of(self.pane)
        empty = next(pane.empty for pane in READER_PANES if pane.name == self.pane)
        self.shown.set_empty(commands_of(self.screen).name_keys(empty))
        self.shown.show(items, self._cursors.get(self.pane))
        self.shown.set_ranges("hit", self._hits.get(self.pane, {}))
        self._show_picture()

    # The picture of the image under the cursor

    def _show_picture(self) -> None:
        images = self._session.briefing.images if self._session is not None and self.pane == "images" else ()
        height = self.content_size.height
        if height < _ROOM_FOR_PICTURE or not _any_at_hand(images, self.folder):
            if self._picture is not None:
                self._picture.display = False
            return
        picture = self._picture or self._make_picture()
        picture.display = True
        if self.shown.item is not None:
            picture.styles.height = max(5, min(height // 2, self.content_size.width * 3 // 8))
            picture.show(images[self.shown.cursor], self.folder)

    def _make_picture(self) -> "PictureView":
        """Make the picture's widget; few readings need it, and no first screen."""
        from briefing_tui.ui.widgets.picture import PictureView

        self._picture = PictureView(id="picture")
        self.mount(self._picture, before=self.shown)
        return self._picture

    @on(ItemList.Moved)
    def _item_moved(self) -> None:
        self._show_picture()

    def watch_speaker(self, before: str | None, speaker: str | None) -> None:
        """List one speaker's quotes, or all (None)."""
        if speaker != before:
            self._keep_cursor()
            self._forget("quotes")
            if self.pane == "quotes":
                self._list()
            self._name_tabs()

    def watch_notes_shown(self) -> None:
        """Name in the frame which of the notes are listed."""
        self._name_tabs()

    def renew_notes(self) -> None:
        """List the notes again."""
        if self.pane == "notes":
            self._keep_cursor()
        self._forget("notes")
        if self.pane == "notes" and self._session is not None and not self._session.partial:
            self._list()
        self._name_tabs()

    def set_open(self, is_open: bool) -> None:
        """Open or close the actor under the cursor.

        In a line below an actor, it is that actor.
        """
        above = (self.shown.items[number] for number in range(min(self.shown.cursor, len(self.shown.items) - 1), -1, -1))
        actor = next((item.id for item in above if item.kind == "actor"), None)
        if self.pane != "actors" or actor is None:
            return
        if (actor in self._opened) == is_open:
            return
        self._opened = self._opened | {actor} if is_open else self._opened - {actor}
        self._forget("actors")
        self._cursors["actors"] = actor
        self._list()

    def find_item(self, name: str, item_id: str) -> bool:
        """Put a pane's cursor on an item; return whether the pane has it."""
        number = self.items_of(name).numbers.get(item_id)
        if number is None:
            return False
        self._cursors[name] = item_id
        if name == self.pane:
            self.shown.move_to(number, announce=False)
        return True

    def light_hits(self, hits: dict[str, Ranges]) -> None:
        """Show hits of a search in the panes, by pane."""
        self._hits = hits
        self.shown.set_ranges("hit", hits.get(self.pane, {}))

    # The tabs in the frame

    class TabPressed(Message):
        """Posted when a pane's tab was clicked."""

        def __init__(self, pane: str) -> None:
            super().__init__()
            self.pane = pane

    def on_click(self, event: Click) -> None:
        """Post the pane whose tab was clicked."""
        if event.y == 0:
            names = [name for start, name in self.tab_spans if start - 1 <= event.x]
            if names:
                self.post_message(self.TabPressed(names[-1]))

    def on_resize(self) -> None:
        """Fit the tabs into the new width, and the picture into the new height."""
        self._name_tabs()
        self._show_picture()

    @property
    def _only(self) -> str:
        """Which of the pane's items are shown; empty for all of them."""
        if self.pane == "notes":
            return self.notes_shown
        return f"only {self.speaker}" if self.speaker and self.pane == "quotes" else ""

    @property
    def _number_shown(self) -> str:
        """The number of items of the pane, in words."""
        noun = {"summary": "point"}.get(self.pane, self.pane.removesuffix("s"))
        number = self._counts.get(self.pane, 0)
        return counted_any(number, noun)

    def count_notes(self, count: int) -> None:
        """Show how many notes there are."""
        self._note_count = count
        self._name_tabs()

    @property
    def _counts(self) -> dict[str, int]:
        """The number of items of each pane, by its name; empty until the whole briefing has been read."""
        if self._session is None or self._session.partial:
            return {}
        briefing = self._session.briefing
        lists = {"summary": briefing.summary, "actors": briefing.actors, "quotes": briefing.quotes, "images": briefing.images}
        return {name: len(items) for name, items in lists.items()} | {"notes": self._note_count}

    def _name_tabs(self) -> None:
        is_framed = self.styles.border_bottom[0] not in ("", "none")  # In a narrow terminal the frame is only a line at the top.
        room = self.outer_size.width - 6
        only = self._only
        tabs, gap = fitting_tabs(READER_PANES, self.pane, self._counts, room if is_framed or not only else 0)
        spans, at = [], 3 if is_framed else 1
        for tab in tabs:
            spans.append((at, tab.pane))
            at += len(tab.text) + gap
        self.tab_spans = spans
        if is_framed and not only and all(not tab.number for tab in tabs):
            only = self._number_shown
        labels = []
        for tab in tabs:
            label = Content.assemble((tab.key, "bold"), tab.name).stylize("bold reverse" if tab.pane == self.pane else "")
            labels.append(label.append(tab.number))
        behind = "" if is_framed else clip(only, max(0, self.outer_size.width - 3 - (at - gap)))
        words = [tab.text for tab in tabs], self.pane, only, behind
        if words != self._frame_words:  # Setting either draws the whole frame.
            self._frame_words = words
            title = Content(" " * gap).join(labels)
            self.border_title = title.append(f"  {behind}") if behind else title
            self.border_subtitle = Content(only)


def _any_at_hand(images: Sequence["Image"], folder: Path | None) -> bool:
    """Say whether there is a picture of any of the images; `folder` is that of the briefing's file."""
    if not images:
        return False
    from briefing_tui.pictures.files import is_any_at_hand

    return is_any_at_hand([image.url for image in images], folder)
