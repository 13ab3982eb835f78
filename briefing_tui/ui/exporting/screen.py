"""The screen that shows what will be exported, how and where."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.events import Resize
from textual.widgets import Input, Static

from briefing_tui.export.format import Format
from briefing_tui.export.formats import all_formats
from briefing_tui.export.template import format_of, templates
from briefing_tui.notes.errors import StoreError
from briefing_tui.presentation.counts import counted
from briefing_tui.settings import paths
from briefing_tui.text.safety import harmless, one_line
from briefing_tui.ui.dialogs.modal import ModalDialog
from briefing_tui.ui.exporting.job import TROUBLE, ExportJob
from briefing_tui.ui.exporting.last_export import last_export
from briefing_tui.ui.exporting.selection import NoteSelection, selections
from briefing_tui.ui.text.layout import Block, Run
from briefing_tui.ui.text.wrapping import clip
from briefing_tui.ui.view.pane_items import Item
from briefing_tui.ui.widgets.file_line import FileLine
from briefing_tui.ui.widgets.item_list import ItemList
from briefing_tui.ui.widgets.lines import LineView

if TYPE_CHECKING:
    from briefing_tui.model.briefing import Briefing
    from briefing_tui.model.note import Note
    from briefing_tui.ui.notes.note_list import NoteList
    from briefing_tui.ui.view.state import ReaderState

_WIDEST, _FRAME = 90, 8
"""Columns of the box at most, and those of them that its frame, and a list's margins and scrollbar need."""


def open_export(state: ReaderState, notes: NoteList) -> None:
    """Offer to export the notes that the pane lists."""
    from briefing_tui.ui.notes.items import ordered

    if state.session.partial or not notes.has_loaded:
        state.say("Still reading: a moment.")
        return
    shown = tuple(placed.note for placed in ordered(notes.shown, by_time=False) if not placed.is_draft)
    every = [placed.note for placed in ordered(notes.all, by_time=False) if not placed.is_draft]
    screen = ExportScreen(NoteSelection(str(notes.filter), shown), every, notes.named(state.session.briefing))
    state.app.push_screen(screen, lambda message: state.say(message) if message is not None else None)


class FilePreview(LineView, can_focus=True):
    """The beginning of the file."""


class ExportScreen(ModalDialog[str | None]):
    """Offers formats and a file, with a preview.

    Closes with a message once the file is written.
    """

    CSS_PATH = "../dialogs/modal.tcss"
    BINDINGS = [
        ("escape", "give_up", "Close"),
        ("q", "give_up", "Close"),
        ("down,j", "move(1)", "Down"),
        ("up,k", "move(-1)", "Up"),
        ("pagedown,space", "page(1)", "Page down"),
        ("pageup,b", "page(-1)", "Page up"),
        ("enter", "write", "Write"),
        ("tab,shift+tab", "cycle", "File"),
        ("s", "choose", "Which notes"),
    ]
    HINT = "⏎ write  j k format  s which notes  Tab file  Space scroll  Esc close"

    def __init__(self, selection: NoteSelection, every: list[Note], briefing: Briefing) -> None:
        """Offer to export a selection of notes; `every` are all notes of `briefing`, which is open."""
        super().__init__()
        self._selection, self._every, self._briefing = selection, every, briefing
        own = templates(paths.config() / "templates")
        self._offered = {form.name: form for form in (*all_formats(), *(format_of(name, path) for name, path in own.items()))}
        self._default = next(iter(self._offered))
        self.formats, self.preview = ItemList(), FilePreview()
        self.formats.max_width = self.preview.max_width = _WIDEST
        self.file = FileLine()
        self._suggested = ""
        self._is_writing = False

    def compose(self) -> ComposeResult:
        self._box = Vertical(classes="box export")
        self._name_box(len(self._selection.notes))
        with self._box:
            yield self.formats
            yield self.file
            yield self.preview
            yield Static(self.HINT, classes="hint", markup=False)

    def on_mount(self) -> None:
        """Offer the format and the folder of the last export."""
        last = last_export()
        self._list_formats(self.size.width, last.format if last.format in self._offered else self._default)
        self._folder = last.folder
        self._name_file()
        self.formats.focus()
        self._format_changed()

    def _list_formats(self, columns: int, at: str | None = None) -> None:
        """List the formats, each in one line of a screen of so many columns, the cursor on `at`."""
        width = max(len(name) for name in self._offered)
        room = min(_WIDEST, columns * 96 // 100) - _FRAME - width - 2
        items = []
        for name, form in self._offered.items():
            about = Block(f"{name:<{width}}  {clip(form.description, room)}", "meta", (Run(0, len(name), "name"),))
            items.append(Item(name, "choice", (about,)))
        self.formats.show(items, at)

    def _name_box(self, count: int) -> None:
        only = f", only {self._selection.name}" if self._selection.name else ""
        self._box.border_title = Content(f"Export {counted(count, 'note')}{only}")

    @work(exclusive=True, group="name")
    async def _name_file(self) -> None:
        """Name the briefing's file, which may have to be looked for in the folder, or the folder for notes of the library."""
        self.file.value = self._suggested = f"{self._folder}/"
        if not self._selection.is_library:
            self.file.value = self._suggested = str(await asyncio.to_thread(lambda: self._job.path))

    def on_resize(self, event: Resize) -> None:
        """Give the formats as many lines as fit, and the rest to the preview."""
        self._list_formats(event.size.width)
        self.formats.styles.height = min(len(self._offered), max(1, (event.size.height - 6) // 2))
        self._show_preview()

    @property
    def _form(self) -> Format:
        return self._offered[self.formats.item.id if self.formats.item else self._default]

    @property
    def _job(self) -> ExportJob:
        return ExportJob(self._selection, self._briefing, self._form, self.file.value.strip())

    # The preview

    @on(ItemList.Moved)
    def _moved(self, event: ItemList.Moved) -> None:
        event.stop()
        self._format_changed()

    def _format_changed(self) -> None:
        """Let the file's name end as the format asks."""
        path = Path(self.file.value)
        if self.file.value == self._suggested:
            self._name_file()
        elif path.suffix and not self.file.value.endswith("/"):
            self.file.value = str(path.with_suffix(f".{self._form.extension}"))
        self._show_preview()

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self._show_preview()

    def _show_preview(self) -> None:
        if self.formats.items:
            self._preview()

    @work(exclusive=True, group="preview")
    async def _preview(self) -> None:
        try:
            lines = await asyncio.to_thread(self._job.preview)
        except TROUBLE as error:
            self._show_trouble(error)
            return
        self.preview.set_blocks([Block(harmless(line), "text", form="code") for line in lines], keep_place=False)

    def _show_trouble(self, trouble: Exception) -> None:
        """Show what is wrong in place of the preview."""
        self.preview.set_blocks([Block(one_line(str(trouble)), "problem")], keep_place=False)

    # Keys

    @on(ItemList.Chosen)
    @on(Input.Submitted)
    def _entered(self, event: ItemList.Chosen | Input.Submitted) -> None:
        event.stop()
        self.action_write()

    def action_write(self) -> None:
        """Write the file."""
        if not self._is_writing:
            self._is_writing = True
            self._export()

    @work(group="write")
    async def _export(self) -> None:
        try:
            message = await asyncio.to_thread(self._job.run)
        except TROUBLE as error:
            self._show_trouble(error)
        else:
            self.dismiss(message)
        finally:
            self._is_writing = False

    def action_choose(self) -> None:
        """Ask which notes are to be written, unless they are being written."""
        if not self._is_writing:
            self._choose()

    @work(exclusive=True, group="selection")
    async def _choose(self) -> None:
        from briefing_tui.ui.dialogs.chooser import Choice, Chooser

        try:
            found = await asyncio.to_thread(selections, self._every)
        except StoreError as error:
            self._show_trouble(error)
            return

        def chosen(name: str | None) -> None:
            if name is not None:
                (self._selection, count), was_library = found[int(name)], self._selection.is_library
                self._name_box(count)
                if was_library != self._selection.is_library:
                    self._name_file()
                self._format_changed()

        if self._is_writing or not self.is_active:
            return
        listed = [Choice(str(number), selection.name, str(count)) for number, (selection, count) in enumerate(found)]
        self.app.push_screen(Chooser("Export which notes?", listed), chosen)

    def action_give_up(self) -> None:
        """Close without writing."""
        self.dismiss(None)

    def action_move(self, count: int) -> None:
        """Move to another format."""
        self.formats.go_lines(count)

    def action_page(self, pages: int) -> None:
        """Scroll the preview."""
        self.preview.scroll_to_line(self.preview.top + pages * max(1, self.preview.page - 1))

    def action_cycle(self) -> None:
        """Move between the formats and the file's name."""
        (self.formats if self.file.has_focus else self.file).focus()
