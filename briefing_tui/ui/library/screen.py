"""The screen that lists the briefings of a folder."""

from dataclasses import dataclass
from pathlib import Path
from re import Pattern
from typing import ClassVar

from msgspec import Struct
from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.events import Resize
from textual.message import Message

from briefing_tui.anchoring.anchors import fold
from briefing_tui.library.catalogue import Entry, entries
from briefing_tui.library.reading_state import file_of, recall
from briefing_tui.presentation.counts import counted_any
from briefing_tui.presentation.dates import day, short_day
from briefing_tui.settings.paths import shipped_content
from briefing_tui.ui.commands import commands_of
from briefing_tui.ui.dialogs.list_screen import ListScreen
from briefing_tui.ui.dialogs.load_ahead import load_ahead
from briefing_tui.ui.library.commands import COMMANDS
from briefing_tui.ui.terminal.program_start import end_start
from briefing_tui.ui.text.find import pattern
from briefing_tui.ui.text.layout import Block
from briefing_tui.ui.text.wrapping import clip
from briefing_tui.ui.view.pane_items import Item
from briefing_tui.ui.widgets.item_list import ItemList, PaneList

_COLUMN, _BAR, _NARROW = 11, 6, 60
"""Cells of the column of dates, and of the bar in it; columns of the terminal from which there is room for it."""

_SHIPPED = "These briefings come with the program. To have your own here, give the shell: briefing add ARTICLE…"


class ShelvedBriefing(Struct, frozen=True):
    """A briefing of the library."""

    entry: Entry
    progress: float | None
    """How far it has been read, from 0 to 1; None if not at all."""

    def blocks(self, narrow: bool) -> tuple[Block, ...]:
        """Return title and details, with a column of dates and progress if there is room."""
        entry = self.entry
        title, date = entry.title or entry.id, entry.published or ""
        if narrow:
            details = " · ".join(part for part in (short_day(date), entry.publisher, self._share) if part)
            return Block(title, "name", above=1), Block(details, "meta")
        beside = " " * (_COLUMN + 2)
        return (
            Block(title, "name", (), f"{clip(short_day(date), _COLUMN):>{_COLUMN}}  ", beside, 1),
            Block(self._details, "meta", (), f"{self._progress:>{_COLUMN}}  ", beside),
        )

    @property
    def _details(self) -> str:
        """Publisher, reading time and contents."""
        entry = self.entry
        if entry.problem and entry.quotes is None:
            return entry.problem.what
        parts = [entry.publisher, f"{entry.minutes}\u00a0min" if entry.minutes else ""]
        parts += [_count(entry.actors, "actor"), _count(entry.quotes, "quote"), _count(entry.images, "image")]
        return " · ".join(part for part in parts if part)

    @property
    def _share(self) -> str:
        """The share of the article that was read, in words."""
        return "unread" if self.progress is None else f"{self.progress:.0%}\u00a0read"

    @property
    def _progress(self) -> str:
        """The share of the article that was read, as a bar and a number."""
        if self.progress is None:
            return self._share
        return f"{'━' * round(self.progress * _BAR):╌<{_BAR}} {self.progress:4.0%}"

    def has(self, sought: Pattern[str] | None) -> bool:
        """Return whether title, publisher, date or id have what is sought."""
        entry = self.entry
        date = entry.published or ""
        words = "\n".join((entry.title or "", entry.publisher or "", day(date), date, entry.id))
        return sought is None or sought.search(fold(words)) is not None


def _count(number: int | None, noun: str) -> str:
    return counted_any(number or 0, noun).replace(" ", "\u00a0")


class LibraryScreen(ListScreen[None, PaneList]):
    """Lists the briefings of a folder, the newest first."""

    TABLE = COMMANDS
    BINDINGS: ClassVar[list[BindingType]] = COMMANDS.bindings()

    @dataclass(eq=False, repr=False)
    class Listed(Message):
        """Posted when the folder has been read."""

        shelf: list[ShelvedBriefing]

    def __init__(self, folder: Path, state: Path | None, back: Path | None = None) -> None:
        """List a folder; `state` is the folder with reading positions, `back` the file that Esc goes back to."""
        super().__init__(PaneList(id="library", empty="Reading the folder…"))
        self._folder, self._state, self._back = folder, state, back
        self._shelf: list[ShelvedBriefing] = []
        self._filter = ""
        self._is_narrow = False

    def compose(self) -> ComposeResult:
        yield self.top_line
        yield self.list
        yield self.key_line

    def on_mount(self) -> None:
        """Read the folder."""
        self.top_line.title = "Briefings"
        self.key_line.commands = tuple(command for command in commands_of(self).values() if command.rank and command.shown)
        self.list.max_width = 100
        self.list.show([])
        self.list.focus()
        self._read()

    @work(thread=True, exclusive=True, exit_on_error=False)
    def _read(self) -> None:
        self.post_message(self.Listed([ShelvedBriefing(entry, self._progress(entry)) for entry in entries(self._folder)]))

    def _progress(self, entry: Entry) -> float | None:
        if self._state is None:
            return None
        memory = recall(file_of(self._state, entry.path.stem, entry.path))
        return memory.progress if memory.place else None

    @on(Listed)
    def _listed(self, event: Listed) -> None:
        end_start()
        self._shelf = event.shelf
        self.list.set_empty(f"No briefings in {self._folder}")
        self._show()
        self.line.make_bar()
        if self._back is not None:
            number = next((i for i, shelved in enumerate(self._shelf) if shelved.entry.path == self._back), 0)
            self.list.move_to(number)
        self.set_busy(False)
        load_ahead(self)

    def _show(self) -> None:
        sought = pattern(self._filter)
        items = []
        self._is_narrow = self.size.width < _NARROW
        head: Block | None = None
        if self._folder == shipped_content():
            head = Block(_SHIPPED, "meta", above=1)
        for shelved in self._shelf:
            if shelved.has(sought):
                items.append(Item(str(shelved.entry.path), "briefing", shelved.blocks(self._is_narrow), head=head))
                head = None
        if self._shelf:
            none = f"No title, publisher or date has “{self._filter}”. ⟦show_all⟧ shows all."
            self.list.set_empty(commands_of(self).name_keys(none))
        self.list.show(items)
        count = f"{len(items)} of {len(self._shelf)}" if self._filter else str(len(self._shelf))
        self.top_line.progress = count

    def on_resize(self, event: Resize) -> None:
        """List with the column of dates, or without."""
        if self._shelf and self._is_narrow != (event.size.width < _NARROW):
            self._show()

    @on(ItemList.Chosen)
    def _chosen(self, event: ItemList.Chosen) -> None:
        self._open(Path(event.item.id))

    def _open(self, path: Path) -> None:
        self.set_busy(True)
        self.post_message(self.Opened(path))

    @dataclass(eq=False, repr=False)
    class Opened(Message):
        """Posted to open a briefing."""

        path: Path

    def open_filter(self) -> None:
        """Let the user type words to filter by."""
        self.line.open(self, "/", self._filter)

    def close_top(self) -> None:
        """Show all briefings, or go back to the one that the user came from."""
        if self._filter:
            self._filter = ""
            self._show()
        elif self._back is not None:
            self._open(self._back)

    def typed(self, words: str) -> None:
        """List the briefings that have these words."""
        self._filter = words
        self._show()

    def entered(self) -> None:
        """Open the briefing that has the words, if it is the only one."""
        if len(self.list.items) == 1:
            self.list.choose()

    def given_up(self) -> None:
        """List all briefings."""
        self._filter = ""
        self._show()

    def stepped(self, step: int) -> None:
        """Move the cursor while the user types."""
        self.list.go_lines(step)
