"""The pane beside the article: summary, actors, quotes, images, one at a time, with their tabs in the frame."""

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.reactive import var

from briefing_tui.ui.items import Item, actor_items, image_items, index_of, quote_items, summary_items
from briefing_tui.ui.session import Session
from briefing_tui.ui.widgets.bars import PlaceLines
from briefing_tui.ui.widgets.items import ItemList

PANES = ("summary", "actors", "quotes", "images")
_TITLES = {"summary": "Summary", "actors": "Actors", "quotes": "Quotes", "images": "Images"}


class Side(Vertical):
    """Four lists, of which one is shown."""

    DEFAULT_CSS = """
    Side ItemList { display: none; }
    Side ItemList.-shown { display: block; }
    """

    current: var[str] = var("summary", init=False)

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.session: Session | None = None
        self._speaker: str | None = None
        self._opened: frozenset[str] = frozenset()
        self._stale = set(PANES)
        self._tab_spans: list[tuple[int, str]] = []
        self.place_lines = PlaceLines()
        self.lists = {name: ItemList(id=name, empty="Reading…") for name in PANES}

    def compose(self) -> ComposeResult:
        self.lists[self.current].add_class("-shown")
        yield from self.lists.values()
        yield self.place_lines

    def show(self, session: Session) -> None:
        """Show a briefing's items."""
        self.session = session
        self._stale = set(PANES)
        if self._speaker is not None and not any(quote_items(session, self._speaker)):
            self._speaker = None
        self._fill(self.current)
        self._name_tabs()

    def watch_current(self) -> None:
        """Another pane is shown."""
        for name, items in self.lists.items():
            items.set_class(name == self.current, "-shown")
        self._fill(self.current)
        self._name_tabs()

    @property
    def shown(self) -> ItemList:
        """The list that is shown."""
        return self.lists[self.current]

    def items_of(self, name: str) -> list[Item]:
        """A pane's items, as far as the briefing has been read."""
        if self.session is None:
            return []
        match name:
            case "summary":
                return summary_items(self.session)
            case "actors":
                return actor_items(self.session, self._opened)
            case "quotes":
                return quote_items(self.session, self._speaker)
            case _:
                return image_items(self.session)

    def _fill(self, name: str) -> None:
        if name in self._stale and self.session is not None and not self.session.partial:
            self._stale.discard(name)
            self.lists[name].set_empty(_EMPTY[name])
            self.lists[name].show(self.items_of(name))

    def fill_all(self) -> None:
        """Fill the panes that have not been looked at yet, so that they can be searched."""
        for name in PANES:
            self._fill(name)

    def filter_speaker(self, speaker: str | None) -> None:
        """Show one speaker's quotes, or all (None)."""
        self._speaker = speaker
        self._stale.add("quotes")
        self._fill("quotes")
        self._name_tabs()

    @property
    def speaker(self) -> str | None:
        """Whose quotes are shown, None for everybody's."""
        return self._speaker

    def set_open(self, is_open: bool) -> None:
        """Open or close the actor under the cursor; from a line below it, the actor is closed."""
        item = self.shown.item
        if self.current != "actors" or item is None or self.session is None:
            return
        actors = [other for other in self.shown.items[: self.shown.cursor + 1] if other.kind == "actor"]
        actor = actors[-1].id
        if (actor in self._opened) == is_open:
            return
        self._opened = self._opened | {actor} if is_open else self._opened - {actor}
        items = self.items_of("actors")
        self.shown.show(items)
        if not is_open:
            self.shown.move_to(index_of(items, actor) or 0)

    def find_item(self, name: str, item_id: str) -> bool:
        """Put a pane's cursor on an item; whether it is there."""
        if name == "quotes" and self._speaker is not None and index_of(self.items_of(name), item_id) is None:
            self.filter_speaker(None)
        self._fill(name)
        number = index_of(self.lists[name].items, item_id)
        if number is None:
            return False
        self.lists[name].move_to(number, announce=False)
        return True

    def on_resize(self) -> None:
        """The tabs take the room that there is."""
        self._name_tabs()

    def tab_spans(self) -> list[tuple[int, str]]:
        """The column of each tab in the frame's first line, with the pane's name."""
        return self._tab_spans

    def _name_tabs(self) -> None:
        room = self.size.width - 2
        full = [(f"{number} {_TITLES[name]}", name) for number, name in enumerate(PANES, 1)]
        short = [(f"{number} {_TITLES[name][:3]}", name) for number, name in enumerate(PANES, 1)]
        digits = [(f"{n} {_TITLES[name]}" if name == self.current else str(n), name) for n, name in enumerate(PANES, 1)]
        tabs = next((t for t in (full, short) if sum(len(label) + 2 for label, _ in t) <= room), digits)
        spans, at = [], 3
        for label, name in tabs:
            spans.append((at, name))
            at += len(label) + 2
        self._tab_spans = spans
        self.border_title = Content("  ").join(
            Content(label).stylize("bold reverse" if name == self.current else "") for label, name in tabs
        )
        self.border_subtitle = Content(f"only {self._speaker}" if self._speaker and self.current == "quotes" else "")


_EMPTY = {
    "summary": "This briefing has no summary.",
    "actors": "This briefing names no actors.",
    "quotes": "No quotes here.",
    "images": "This briefing has no images.",
}
