"""What will be written of the notes, in which format and where: shown before it is written."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.events import Resize
from textual.widgets import Input, Static

from briefing_tui.export.bundle import Bundle
from briefing_tui.export.files import (
    Ledger,
    Refused,
    WrittenFile,
    export_file,
    export_folder,
    file_name,
    preview,
)
from briefing_tui.export.format import Format
from briefing_tui.export.formats import all_formats
from briefing_tui.export.template import BrokenTemplate, format_of, templates
from briefing_tui.file_io import write_atomically
from briefing_tui.notes.errors import StoreError
from briefing_tui.presentation.counts import counted
from briefing_tui.settings import paths
from briefing_tui.text.safety import harmless, one_line
from briefing_tui.ui.dialogs.closing import Modal
from briefing_tui.ui.exporting.selection import What, offered
from briefing_tui.ui.text.layout import Block
from briefing_tui.ui.text.wrapping import clip
from briefing_tui.ui.view.pane_items import Item
from briefing_tui.ui.widgets.file_line import FileLine
from briefing_tui.ui.widgets.item_list import ItemList
from briefing_tui.ui.widgets.lines import LineView

if TYPE_CHECKING:
    from briefing_tui.model.briefing import Briefing
    from briefing_tui.model.note import Note
    from briefing_tui.ui.read_screen import ReadScreen

_MOST = 400
"""Lines of the file that are shown."""
_WIDEST, _FRAME = 90, 8
"""Columns of the box at most, and those of them that its frame takes, and a list's margins and scrollbar."""


def open_export(reader: ReadScreen) -> None:
    """Offer to export the notes that the pane is not filtered from."""
    from briefing_tui.ui.notes.items import ordered

    if reader.session.partial or not reader.noting.has_loaded:
        reader.say("Still reading: a moment.")
        return
    shown = tuple(placed.note for placed in ordered(reader.noting.shown, by_time=False) if not placed.is_draft)
    every = [placed.note for placed in ordered(reader.noting.all, by_time=False) if not placed.is_draft]
    what = What(str(reader.noting.only), shown)

    def told(written: str | None) -> None:
        if written is not None:
            reader.say(written)

    reader.app.push_screen(ExportScreen(what, every, reader.session.briefing), told)


class Preview(LineView, can_focus=True):
    """The beginning of the file."""


class ExportScreen(Modal[str | None]):
    """Formats, the file, and what it will hold. Enter writes, Esc gives up; it gives back what to tell."""

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

    def __init__(self, what: What, every: list[Note], briefing: Briefing) -> None:
        super().__init__()
        self._what, self._every, self._briefing = what, every, briefing
        own = templates(paths.config() / "templates")
        self._offered = {form.name: form for form in (*all_formats(), *(format_of(name, path) for name, path in own.items()))}
        self._default = next(iter(self._offered))
        self.formats, self.preview = ItemList(), Preview()
        self.formats.max_width = self.preview.max_width = _WIDEST
        self.file = FileLine()
        self._is_writing = False

    def compose(self) -> ComposeResult:
        self._box = Vertical(classes="box export")
        self._name_box(len(self._what.notes))
        with self._box:
            yield self.formats
            yield self.file
            yield self.preview
            yield Static(self.HINT, classes="hint", markup=False)

    def on_mount(self) -> None:
        """Show the format and the folder that were last used."""
        used = _last_used()
        name = used.get("format", "")
        self._list_formats(self.size.width, name if name in self._offered else self._default)
        self._folder = used.get("folder") or str(_documents() / "briefing")
        self._name_file()
        self.formats.focus()
        self._changed()

    def _list_formats(self, columns: int, at: str | None = None) -> None:
        """The formats, each in one line of a screen of so many columns."""
        width = max(len(name) for name in self._offered)
        room = min(_WIDEST, columns * 96 // 100) - _FRAME - width - 2
        items = []
        for name, form in self._offered.items():
            about = Block(clip(form.description, room), "text", (), f"{name:<{width}}  ", " " * (width + 2))
            items.append(Item(name, "choice", (about,)))
        self.formats.show(items, at)

    def _name_box(self, count: int) -> None:
        only = f", only {self._what.name}" if self._what.name else ""
        self._box.border_title = Content(f"Export {counted(count, 'note')}{only}")

    def _name_file(self) -> None:
        """Name the briefing's file, or the folder if the notes are of the library."""
        file = Path(self._folder) / file_name(self._briefing.id, self._format.extension)
        self.file.value = f"{self._folder}/" if self._what.is_library else str(file)

    def on_resize(self, event: Resize) -> None:
        """Give the formats their lines as far as there is room; what is left is for what will be written."""
        self._list_formats(event.size.width)
        self.formats.styles.height = min(len(self._offered), max(1, (event.size.height - 6) // 2))
        self._show_preview()

    @property
    def _format(self) -> Format:
        return self._offered[self.formats.item.id if self.formats.item else self._default]

    @contextmanager
    def _bundles(self, form: Format) -> Iterator[Iterator[Bundle]]:
        """What is written, at least one bundle. Raises Refused, StoreError."""
        if form.content == "briefing":
            yield iter([Bundle(self._briefing.id, (), self._briefing)])
            return
        with self._what.bundles(self._briefing) as given:
            first = next(given, None)
            if first is None:
                whole = " or ".join(form.name for form in self._offered.values() if form.content == "briefing")
                raise Refused(f"no notes to export: take some with a, or choose {whole} above for the briefing itself")
            yield chain([first], given)

    def _folder_of_files(self, form: Format) -> Path | None:
        """The folder that gets a file for each briefing; None where one file is written."""
        typed = self.file.value.strip()
        path = Path(typed).expanduser()
        is_folder = not typed or typed.endswith("/") or path.is_dir()
        return path if self._what.is_library and form.content == "notes" and is_folder else None

    def _path(self, form: Format) -> Path:
        typed = self.file.value.strip()
        path = Path(typed).expanduser()
        return path / file_name(self._briefing.id, form.extension) if not typed or typed.endswith("/") or path.is_dir() else path

    # What is chosen

    @on(ItemList.Moved)
    def _moved(self, event: ItemList.Moved) -> None:
        event.stop()
        self._changed()

    def _changed(self) -> None:
        """Another format: the file's name ends as it should."""
        path = Path(self.file.value)
        if path.suffix and not self.file.value.endswith("/"):
            self.file.value = str(path.with_suffix(f".{self._format.extension}"))
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
            text = await asyncio.to_thread(self._text)
        except (Refused, BrokenTemplate, StoreError, OSError, ValueError) as error:
            self._tell(error)
            return
        lines = text.split("\n", _MOST)[:_MOST]
        self.preview.set_blocks([Block(harmless(line), "text", form="code") for line in lines], keep_place=False)

    def _text(self) -> str:
        form = self._format
        folder = self._folder_of_files(form)
        with self._bundles(form) as given:
            if folder is None:
                return preview(self._path(form), given, form)
            names = (f"{folder / file_name(bundle.id, form.extension)}  {len(bundle.notes)}" for bundle in given)
            return "\n".join(["A file for each briefing, with its number of notes:", "", *islice(names, _MOST)])

    def _tell(self, trouble: Exception) -> None:
        """Say what is wrong in the place of what would be written."""
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
            self._write()

    @work(group="write")
    async def _write(self) -> None:
        try:
            written = await asyncio.to_thread(self._written)
        except (Refused, BrokenTemplate, StoreError, OSError, ValueError) as error:
            self._tell(error)
        else:
            self.dismiss(written)
        finally:
            self._is_writing = False

    def _written(self) -> str:
        """Write the file, or the files; gives what to tell."""
        form = self._format
        folder = self._folder_of_files(form)
        with self._bundles(form) as given:
            if folder is None:
                path = self._path(form)
                written = export_file(path, given, form, Ledger())
                told = f"{'It holds them already' if written.how == 'same' else 'Written'}: {written.path}"
            else:
                told = _told(folder, export_folder(folder, given, form, Ledger()))
        _remember({"folder": str((folder or path.parent).absolute()), "format": form.name})
        return told

    def action_choose(self) -> None:
        """Ask which notes are to be written, unless they are being written."""
        if not self._is_writing:
            self._choose()

    @work(exclusive=True, group="what")
    async def _choose(self) -> None:
        from briefing_tui.ui.dialogs.choose import Choice, Chooser

        try:
            found = await asyncio.to_thread(offered, self._every)
        except StoreError as error:
            self._tell(error)
            return

        def chosen(name: str | None) -> None:
            if name is not None:
                (self._what, count), was_library = found[int(name)], self._what.is_library
                self._name_box(count)
                if was_library != self._what.is_library:
                    self._name_file()
                self._changed()

        if self._is_writing or not self.is_active:
            return
        listed = [Choice(str(number), what.name, str(count)) for number, (what, count) in enumerate(found)]
        self.app.push_screen(Chooser("Export which notes?", listed), chosen)

    def action_give_up(self) -> None:
        """Write nothing."""
        self.dismiss(None)

    def action_move(self, count: int) -> None:
        """Another format."""
        self.formats.go_lines(count)

    def action_page(self, pages: int) -> None:
        """Scroll what will be written."""
        self.preview.scroll_to_line(self.preview.top + pages * max(1, self.preview.page - 1))

    def action_cycle(self) -> None:
        """To the file's name, or back to the formats."""
        (self.formats if self.file.has_focus else self.file).focus()


def _told(folder: Path, results: list[WrittenFile | Refused]) -> str:
    refused = [result for result in results if isinstance(result, Refused)]
    count = len(results) - len(refused)
    told = f"Written: {counted(count, 'file')} in {folder}"
    return f"{told}; left as they are: {len(refused)}, {refused[0]}" if refused else told


def _documents() -> Path:
    import platformdirs

    return Path(platformdirs.user_documents_dir())


def _used() -> Path:
    return paths.state() / "export.json"


def _last_used() -> dict[str, str]:
    try:
        used = json.loads(_used().read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return {key: value for key, value in used.items() if isinstance(value, str)} if isinstance(used, dict) else {}


def _remember(used: dict[str, str]) -> None:
    try:
        write_atomically(_used(), [json.dumps(used)], sync=False, private=True)
    except OSError:
        return  # It is a convenience; the export itself is done.
