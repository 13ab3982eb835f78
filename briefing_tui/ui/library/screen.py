"""The screen that lists the briefings of a folder."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from msgspec.structs import replace
from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.events import Resize
from textual.message import Message

from briefing_tui.settings import paths
from briefing_tui.ui.commands import commands_of
from briefing_tui.ui.dialogs.load_ahead import load_ahead
from briefing_tui.ui.library.commands import COMMANDS
from briefing_tui.ui.library.library_view import LibraryView, ListFilter
from briefing_tui.ui.library.searching import LibrarySearching, QueryTyping, SearchedScreen
from briefing_tui.ui.library.shelf import ORDERS, ShelvedBriefing, fitting, ordered
from briefing_tui.ui.library.shelf_items import ShelfItems
from briefing_tui.ui.library.shelf_reading import Listed, Looked, look, read_folder, readings, store_of
from briefing_tui.ui.terminal.background import LatestWork, started_in_thread
from briefing_tui.ui.terminal.drawing.line_scroll_view import Columns
from briefing_tui.ui.terminal.program_start import end_start
from briefing_tui.ui.text.layout import Block
from briefing_tui.ui.view.pane_items import Item, Items
from briefing_tui.ui.view.places import ShowsPlaces, program_of
from briefing_tui.ui.widgets.item_list import ItemList, PaneList
from briefing_tui.ui.widgets.lines import LineView

if TYPE_CHECKING:
    from briefing_tui.model.reading import ReadingEntry
    from briefing_tui.notes.store import NoteStore
    from briefing_tui.ui.library.hits import FoundPlace
    from briefing_tui.ui.library.reading_actions import ReadingActions
    from briefing_tui.ui.view.program_notes import ProgramNotes

_NARROW, _WIDE = 60, 110
"""Columns of the terminal from which there is room for the column of dates, and for details beside the list."""

_SHIPPED = "These briefings come with the program. To have your own here, give the shell: briefing add ARTICLE…"
_GROWING = "Reading the folder for the first time. Briefings are listed as they are read."
_REST_SECONDS = 0.1
"""When the rest is read: until then, what is listed first is drawn."""
_WAITED = 0.04
"""Seconds for which a key waits for the list in another order, to be drawn with it."""
_FIRST = 60
"""The briefings that are listed before the rest is read: more than a screen shows."""


class Arranged(NamedTuple):
    """The briefings that are listed."""

    shown: list[ShelvedBriefing]
    items: ShelfItems


class LibraryScreen(ShowsPlaces, SearchedScreen):
    """Lists the briefings of a folder, the newest first."""

    TABLE = COMMANDS
    BINDINGS: ClassVar[list[BindingType]] = COMMANDS.bindings()
    WATCH_SECONDS = 1.0
    """How often the folder and the reading list are looked at for changes by other programs."""
    DEFAULT_CSS = """
    LibraryScreen #shelf { height: 1fr; }
    LibraryScreen #library { width: 1fr; }
    LibraryScreen #detail { width: 35%; min-width: 40; max-width: 80; border-left: vkey $foreground 30%; display: none; }
    LibraryScreen.-wide #detail { display: block; }
    """

    @dataclass(eq=False, repr=False)
    class Opened(Message):
        """Posted to open a briefing."""

        path: Path

    def __init__(self, view: LibraryView, state: Path | None, notes: "ProgramNotes", back: Path | None = None) -> None:
        """List the folder of a view.

        `state` is the folder with reading positions, `notes` has the reading list, and `back` is the file that Esc goes back to.
        """
        super().__init__(PaneList(id="library", empty="Reading the folder…"))
        self.view = view
        self._state, self._notes, self._back = state, notes, back
        self._shown: list[ShelvedBriefing] = []
        self._numbers: dict[str, int] = {}
        """Of the name of each file, its place in the shelf."""
        self._stamp: object = None
        self._is_first = True
        self._is_growing = False
        self._listed_query = ""
        self.detail = LineView(id="detail")
        self.searching = LibrarySearching(self)
        self.line = QueryTyping(self)
        self._early = None if view.shelf else started_in_thread(self._work())
        self._reading = LatestWork(self, "shelf", self._listed)
        self._looking = LatestWork(self, "look", self._looked)
        self._arranging = LatestWork(self, "arrange", self._arranged)
        self._changing = LatestWork(self, "change", self._changed)

    def compose(self) -> ComposeResult:
        yield self.top_line
        with Columns(id="shelf"):
            yield self.list
            yield self.detail
        yield self.key_line

    def on_mount(self) -> None:
        """Read the folder, and look for changes from now on."""
        self.top_line.title = "Briefings"
        self.key_line.commands = tuple(command for command in commands_of(self).values() if command.rank and command.shown)
        self.list.max_width = 100
        self.list.show([])
        self.list.focus()
        self._fit_columns(self.size.width)
        if self.view.shelf:
            self._show_shelf(self.view.shelf)
        self._read()
        self._look_timer = self.set_interval(self.WATCH_SECONDS, self._look)

    def on_screen_suspend(self) -> None:
        """Look for nothing while another screen is on top."""
        self._look_timer.pause()

    def on_screen_resume(self) -> None:
        """Show what was changed meanwhile."""
        self._look_timer.resume()
        self._look()

    def say(self, text: str) -> None:
        """Show a message in the footer for a few seconds."""
        self.key_line.say(commands_of(self).name_keys(text))

    # Reading

    def store(self) -> "NoteStore | None":
        """Return the user's notes; None if there are none yet."""
        return store_of(self._notes)

    def _read(self) -> None:
        early, self._early = self._early, None
        self._reading.run(early.result if early else self._work())

    def _work(self) -> Callable[[], Listed]:
        """Return what reads the folder, in a thread."""
        most = None if self.view.shelf or self._is_growing else _FIRST
        return partial(read_folder, self.view.folder, self._state, self._notes, tuple(self._notes.endings), most)

    def _look(self) -> None:
        """Read again if another program changed the folder or the reading list."""
        listed = len(self.view.shelf) if self._is_growing else None
        if not self._is_first and not self._reading.is_running:
            self._looking.run(partial(look, self.view.folder, self._stamp, self._notes, listed))

    def _looked(self, looked: Looked) -> None:
        if self._is_growing and looked.progress:
            self.top_line.progress = looked.progress
        if looked.has_changed:
            self._read()

    def _listed(self, listed: Listed) -> None:
        end_start()
        load_ahead(self)
        if listed.folder == self.view.folder:
            self._stamp, self._is_growing = listed.stamp, listed.is_growing
            self._show_shelf(listed.shelf)
            if listed.is_growing:
                program_of(self).keep_index()
            if listed.is_beginning:
                self.set_timer(_REST_SECONDS, self._read)

    def _show_shelf(self, shelf: list[ShelvedBriefing]) -> None:
        """List the briefings that were read."""
        self.view.shelf = shelf
        self._numbers = {one.entry.file: number for number, one in enumerate(shelf)}
        self.view.selected = {file: None for file in self.view.selected if file.name in self._numbers}
        self.list.set_empty(_GROWING if self._is_growing else f"No briefings in {self.view.folder}")
        if self._back is not None and not self.view.at:
            self.view.at = str(self._back)
        self._show_again()

    # Showing

    def show(self) -> None:
        """List what the view asks for."""
        if self.searching.is_on:
            self.searching.ask()
            return
        self.searching.suggest()
        view, shelf, narrow, selected = self.view, self.view.shelf, self.size.width < _NARROW, set(self.view.selected)
        wanted, order = ListFilter(view.query), view.order
        head = Block(_SHIPPED, "meta", above=1) if view.folder == paths.shipped_content() else None

        def arrange() -> Arranged:
            shown = ordered(fitting(shelf, wanted.words, wanted.statuses, wanted.tags), order)
            return Arranged(shown, ShelfItems(shown, narrow, selected, head))

        if len(shelf) <= _FIRST:
            self._arranged(arrange())
        else:
            self._arranging.run(arrange, _WAITED)

    def _arranged(self, arranged: Arranged) -> None:
        view, self._shown = self.view, arranged.shown
        if self.searching.is_on:
            return
        if view.shelf:
            self.list.set_empty(commands_of(self).name_keys(f"No briefing has “{view.query}”. ⟦show_all⟧ shows all."))
        if self._is_growing and not self.list.cursor:
            self.list.leave()  # The user has not moved: what is newest now is seen.
        self.list.show(arranged.items, view.at or None)
        count = f"{len(arranged.shown)} of {len(view.shelf)}" if view.query else str(len(view.shelf))
        self._show_title(f"{count} so far" if self._is_growing else count)
        self._begin()

    def show_found(self, items: Items, count: str, none: str, is_more: bool) -> None:
        """List what a search found; with `is_more`, it goes on from what is listed."""
        self.list.set_empty(commands_of(self).name_keys(none))
        if not is_more and self.view.query != self._listed_query:
            self.list.leave()
        self._listed_query = self.view.query
        self.list.show(items, self.view.at or None)
        self.view.at = ""
        self.show_count(count)
        self._begin()

    def show_count(self, count: str) -> None:
        """Show how much a search found."""
        self._show_title(count)
        self.line.count(count.split(" in ")[0])

    def _show_again(self) -> None:
        """List the same as it is now; of a search, all pages that were asked for stay."""
        if self.searching.has_answer:
            self.searching.list_again()
        else:
            self.show()

    def shelved_blocks(self, path: str) -> tuple[Block, ...] | None:
        """Return the blocks of a briefing of the list, by its path."""
        one = self._shelved(path)
        return one.blocks(self.size.width < _NARROW, Path(path) in self.view.selected) if one else None

    def _shelved(self, path: str | Path) -> ShelvedBriefing | None:
        number = self._numbers.get(Path(path).name)
        return None if number is None else self.view.shelf[number]

    def _show_title(self, count: str) -> None:
        view = self.view
        order = f"by {view.order}" if view.order != "date" and not self.searching.is_on else ""
        selected = f"{len(view.selected)} selected" if view.selected else ""
        self.top_line.title = view.query or "Briefings"
        self.top_line.details = tuple(part for part in (order, selected) if part)
        self.top_line.progress = count

    def _begin(self) -> None:
        """Take the keys that waited for the first list, and show what is under the cursor."""
        if self.is_busy:
            self._is_first = False
            self.list.hold_row(self.view.row)
            self.set_busy(False)
            self.call_after_refresh(self.searching.make_bar)
        self._show_detail()

    def _fit_columns(self, width: int) -> bool:
        """Arrange for a width; return whether the list has other columns now."""
        was = self.has_class("-narrow")
        self.set_class(width >= _WIDE, "-wide")
        self.set_class(width < _NARROW, "-narrow")
        return was != (width < _NARROW)

    def on_resize(self, event: Resize) -> None:
        """List with the column of dates, or without; with details, or without."""
        if self._fit_columns(event.size.width) and self.view.shelf:
            self._show_again()

    @on(ItemList.Moved)
    def _moved(self) -> None:
        self._show_detail()
        self.searching.moved()

    def _show_detail(self) -> None:
        if self.searching.is_on:
            self.searching.show_detail()
            return
        from briefing_tui.ui.library.detail import detail_blocks

        item = self.list.item
        one = self._shelved(item.id) if item else None
        self.detail.set_blocks(detail_blocks(one) if one else [], keep_place=False)

    # Opening

    @on(ItemList.Chosen)
    def _chosen(self, event: ItemList.Chosen) -> None:
        found = self.searching.places.get(event.item.id) if self.searching.is_on else None
        if found is None:
            self._open(Path(event.item.id))
        else:
            self.show_place(found.path, found.place)

    def _open(self, path: Path) -> None:
        self.keep_place()
        self.set_busy(True)
        self.post_message(self.Opened(path))

    def keep_place(self) -> None:
        """Remember where the cursor is, for the way back."""
        self.view.at, self.view.row = self.list.item.id if self.list.item else "", self.list.cursor_row

    # Filtering and sorting

    def open_filter(self) -> None:
        """Let the user type words and filters."""
        self.searching.open()

    def close_top(self) -> None:
        """Drop the selection, show all, or go back."""
        if self.view.selected:
            self.view.selected = {}
            self._show_selected()
        elif self.view.query:
            self._ask("")
        elif self._back is not None:
            self._open(self._back)

    def _ask(self, query: str) -> None:
        """List what a query selects."""
        item = self.list.item
        self.view.query, self.view.at = query, item.id.split("#")[0] if item else self.view.at
        self.searching.forget()
        self.show()

    def refreshed(self) -> None:
        """Show what the refreshed index has."""
        self._read()

    def list_again(self) -> None:
        """List what the view asks for, after other words were typed."""
        item = self.list.item
        self.view.at = item.id if item and not self.searching.is_on else ""
        self.show()

    def ask_filter(self) -> None:
        """Ask which briefings are to be listed."""
        from briefing_tui.ui.library.choices import ask_filter

        is_shipped = self.view.folder == paths.shipped_content()
        ask_filter(self, self.view.shelf, self.store, is_shipped, self._ask, self.switch_folder)

    def save_search(self) -> None:
        """Ask for a name, and save the search under it."""
        from briefing_tui.ui.library.choices import ask_name_of_search

        if self.view.query:
            ask_name_of_search(self, self.view.query, self._notes.store, self.say)
        else:
            self.say("Search first: ⟦filter_library⟧, then ⟦save_search⟧ saves it.")

    def forget_search(self) -> None:
        """Ask which saved search is to be deleted."""
        from briefing_tui.ui.library.choices import ask_forgotten

        ask_forgotten(self, self.store, self.say)

    def ask_order(self) -> None:
        """Ask for the order of the list."""
        from briefing_tui.ui.dialogs.chooser import Choice, Chooser, initials

        if self.searching.is_on:
            self._ask_search_order()
            return
        choices = [
            Choice(name, text, letter=letter) for (name, text), letter in zip(ORDERS.items(), initials(ORDERS), strict=True)
        ]

        def chosen(order: str | None) -> None:
            if order is not None:
                self.view.order, self.view.at = order, ""
                self.list.leave()
                self.show()

        self.app.push_screen(Chooser("Sort by", choices, at=list(ORDERS).index(self.view.order)), chosen)

    def _ask_search_order(self) -> None:
        from briefing_tui.ui.dialogs.chooser import Choice, Chooser

        choices = [Choice("newest", "the newest first", letter="n"), Choice("best", "what fits best first", letter="b")]

        def chosen(order: str | None) -> None:
            if order is not None:
                self.view.search_order = "best" if order == "best" else "newest"
                self.list.leave()
                self.show()

        at = ("newest", "best").index(self.view.search_order)
        self.app.push_screen(Chooser("Sort the hits", choices, at=at), chosen)

    def switch_folder(self) -> None:
        """List the shipped briefings, or those of the library again."""
        shipped = paths.shipped_content()
        self.view.see(paths.library() if self.view.folder == shipped else shipped)
        self.list.leave()
        self._read()

    # Status, tags, trash

    @property
    def _actions(self) -> "ReadingActions":
        from briefing_tui.ui.library.reading_actions import ReadingActions

        return ReadingActions(self, self, self._notes.store, self.view.changes, "⟦undo_library⟧")

    @property
    def _files(self) -> list[Path]:
        """The selected files, or else that under the cursor."""
        item = self.list.item
        return list(self.view.selected) or ([self._file_of(item)] if item else [])

    def _file_of(self, item: Item) -> Path:
        """Return the file of the briefing that an item is, or has a hit in."""
        found = self.searching.places.get(item.id) if self.searching.is_on else None
        return found.path if found else Path(item.id)

    def ask_status(self) -> None:
        """Ask how far the user is with the briefings."""
        self._actions.ask_status(self._files)

    def ask_tags(self) -> None:
        """Ask for the tags of the briefings."""
        files = self._files
        one = self._shelved(files[0]) if files else None
        self._actions.ask_tags(files, one.reading.tags if one else ())

    def move_to_trash(self) -> None:
        """Move the briefings into the trash."""
        if self.view.folder == paths.shipped_content():
            self.say("The shipped briefings can't be removed.")
        else:
            self._actions.remove(self._files)

    def forget(self) -> None:
        """Ask whether the articles are to be forgotten."""
        from briefing_tui.ui.library.forgetting import ask_forgetting

        if self.view.folder == paths.shipped_content():
            self.say("The shipped briefings can't be forgotten.")
        elif files := self._files:
            ask_forgetting(self, self, files, self._state or paths.state(), self._notes.store)

    def undo(self) -> None:
        """Take the last change back."""
        self._actions.undo()

    def ask_trashed(self) -> None:
        """Ask which removed briefing is to be brought back."""
        from briefing_tui.ui.library.choices import ask_trashed

        ask_trashed(self, self.view.folder, self._actions.bring_back, partial(self.say, "The trash is empty."))

    def briefings_changed(self, files: Sequence[Path]) -> None:
        """Show what these briefings are now.

        If some are gone, or it is not known which changed, the list is read again.
        """
        self.view.at = self.list.item.id if self.list.item else ""
        if files and all(map(Path.exists, files)):
            self._changing.run(partial(readings, self._notes, files), _WAITED)
        else:
            self._read()

    def _changed(self, entries: "Mapping[Path, ReadingEntry]") -> None:
        for file, entry in entries.items():
            if (number := self._numbers.get(file.name)) is not None:
                self.view.shelf[number] = replace(self.view.shelf[number], reading=entry)
        self._show_again()

    def select(self) -> None:
        """Select the briefing under the cursor, or no longer."""
        item = self.list.item
        if item is None:
            return
        file = self._file_of(item)
        if file in self.view.selected:
            del self.view.selected[file]
        else:
            self.view.selected[file] = None
        items, number = self.list.items, self.list.cursor
        later = range(number + 1, len(items))
        self.list.move_to(next((one for one in later if self._file_of(items[one]) != file), number))
        self._show_selected()

    def select_all(self) -> None:
        """Select everything that is listed; nothing if it is selected already."""
        found = [place.path for place in self.searching.places.values()] if self.searching.is_on else None
        files = dict.fromkeys(found or [one.entry.path for one in self._shown])
        self.view.selected = {} if len(self.view.selected) == len(files) else files
        self._show_selected()

    def _show_selected(self) -> None:
        """Show the same list with other briefings selected."""
        items = self.list.items
        if not isinstance(items, ShelfItems):
            self.view.at = self.list.item.id if self.list.item else ""
            self._show_again()
            return
        row = self.list.cursor_row
        self.list.show(items.with_selected(set(self.view.selected)))
        self.list.hold_row(row)
        self._show_title(self.top_line.progress)

    def ask_draft(self) -> None:
        """Ask for a draft to check."""
        program_of(self).ask_draft()

    def show_person(self) -> None:
        """Show the dossier of who speaks in the hit here, or ask."""
        found = self._hit_here
        name = found.hit.text.split(" · ")[0] if found and found.hit and found.hit.kind == "actor" else ""
        speaker = found.hit.speaker if found and found.hit else ""
        program_of(self).show_dossier(name or speaker, found.article.id if found else "")

    @property
    def _hit_here(self) -> "FoundPlace | None":
        item = self.list.item
        return self.searching.places.get(item.id) if item and self.searching.is_on else None

    def compare(self) -> None:
        """Compare two selected briefings, or list other articles that have the words of a quote."""
        found, files = self._hit_here, list(self.view.selected)
        if len(files) == 2:
            self.view.selected = {}  # Else a later key on a hit would compare two that are out of view.
            self._show_selected()
            program_of(self).show_comparison(*files)
        elif not files and found is not None and found.hit is not None and found.hit.kind == "quote":
            program_of(self).show_same_words(found.article.id, found.hit.item, found.hit.text)
        else:
            self.say("Select two briefings with ⟦select_briefing⟧ to compare them.")

    def ask_export(self) -> None:
        """Ask for a file, and write the quotes that the search is about to it."""
        from briefing_tui.ui.library.choices import ask_export

        if self.searching.is_on:
            ask_export(self, self.view.folder, self.view.query, self.store, self.say)
        else:
            self.say("Search first: ⟦filter_library⟧, then ⟦export_found⟧ writes the quotes.")

    def ask_recent(self) -> None:
        """Ask which of the articles that were opened last is to be opened again."""
        from briefing_tui.ui.library.choices import ask_recent

        ask_recent(self, self.store, partial(self.say, "No article has been opened yet."), self._open)
