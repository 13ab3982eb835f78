"""The running program under test, and waiting until it is idle."""

import asyncio
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple

from textual.pilot import Pilot
from textual.screen import Screen
from textual.worker import WorkerCancelled

from briefing_tui.model.briefing import Briefing
from briefing_tui.settings.config import load_settings
from briefing_tui.settings.paths import shipped_content
from briefing_tui.ui.app import BriefingApp
from briefing_tui.ui.comparison.screen import ComparisonScreen
from briefing_tui.ui.dialogs.build_dialog import BuildDialog
from briefing_tui.ui.dialogs.chooser import Chooser
from briefing_tui.ui.dialogs.entry_dialog import EntryDialog
from briefing_tui.ui.dialogs.help import HelpScreen
from briefing_tui.ui.dialogs.line_dialog import LineDialog
from briefing_tui.ui.dialogs.link import LinkScreen
from briefing_tui.ui.dialogs.picker import Picker
from briefing_tui.ui.drafts.screen import DraftScreen
from briefing_tui.ui.exporting.screen import ExportScreen
from briefing_tui.ui.library.screen import LibraryScreen
from briefing_tui.ui.people.dossier_screen import DossierScreen
from briefing_tui.ui.people.name_dialog import NameDialog
from briefing_tui.ui.people.same_words_screen import SameWordsScreen
from briefing_tui.ui.read_screen import ReadScreen
from briefing_tui.ui.source_lines.screen import SourceLinesScreen
from briefing_tui.ui.view.opened_file import OpenedFile

HARBOUR = shipped_content() / "the-harbour-that-would-not-settle.md"
"""A long report."""
DIGEST = shipped_content() / "us-pakistani-ties.md"
"""A digest: an editor's paragraphs with the article's quotes and captions."""

SCREENS: dict[type[Screen[Any]], str] = {
    ReadScreen: "reader",
    LibraryScreen: "library",
    DraftScreen: "draft",
    DossierScreen: "dossier",
    SameWordsScreen: "same words",
    ComparisonScreen: "comparison",
    SourceLinesScreen: "lines",
    ExportScreen: "export",
    HelpScreen: "help",
    Chooser: "choice",
    NameDialog: "name",
    Picker: "picker",
    LineDialog: "question",
    LinkScreen: "link",
    BuildDialog: "building",
}


class Item(NamedTuple):
    """An item of a list: its text, and the article's words for it."""

    id: str
    kind: str
    lines: tuple[str, ...]
    places: tuple[str, ...]


def new_app(
    library: Path, state: Path | None, path: Path | None = None, text: str | None = None, item: str | None = None
) -> BriefingApp:
    """Return the program, opened on a file, a text or the library."""
    document = OpenedFile(path, path.stem if path else "stdin", text) if path or text is not None else None
    return BriefingApp(lambda: library, state, document, item, settings=load_settings())


class Running:
    """The running program, with everything that all parts of the driver need."""

    def __init__(self, app: BriefingApp, pilot: Pilot[int]) -> None:
        self.app, self.pilot = app, pilot
        self.copied: list[str] = []
        """Texts that were copied to the clipboard."""
        self.opened: list[str] = []
        """Addresses that were sent to the browser."""

    @property
    def _reader(self) -> ReadScreen:
        """Return the reading screen, whatever is on top of it."""
        found = [screen for screen in self.app.screen_stack if isinstance(screen, ReadScreen)]
        assert found, "no briefing is open"
        return found[-1]

    async def settle(self) -> None:
        """Wait until workers have finished, messages are handled, and the results are shown.

        Pilot waits by the clock until the process is idle, 20 ms or more each time; this method checks the queues.
        """
        quiet = 0
        for _ in range(60):
            if quiet == 2 or not self.app.is_running:
                return
            await self.wait_for_screen()
            with suppress(WorkerCancelled):  # Cancelled by a later one.
                await self.app.workers.wait_for_complete()
            self.app.screen._on_timer_update()
            if self.app.waiting_keys:
                await asyncio.sleep(0.01)
                quiet = 0
                continue
            pumps = [self.app, *(node for screen in self.app.screen_stack for node in screen.walk_children(with_self=True))]
            quiet = 0 if any(pump.message_queue_size for pump in pumps) else quiet + 1

    async def wait_for_screen(self) -> None:
        """Wait until every widget has handled its pending messages."""
        await self.pilot._wait_for_screen()

    async def wait_for_work(self) -> None:
        """Wait until workers have finished and all messages are handled."""
        for _ in range(3):
            await self.wait_for_screen()
        with suppress(WorkerCancelled):  # Cancelled by a later one.
            await self.app.workers.wait_for_complete()
        await self.wait_for_screen()
        for _ in range(60):
            if not (self.app.waiting_keys and self.app.is_running):
                break
            await asyncio.sleep(0.01)
        for _ in range(3):  # what the last key that waited has caused
            await self.wait_for_screen()

    # Which screens are open, on what

    def screen_name(self) -> str:
        """Return the name of the screen on top, as in `SCREENS`, or its class's."""
        return self._name(self.app.screen)

    def screen_names(self) -> list[str]:
        """Return the names of all open screens, the one on top last."""
        return [self._name(screen) for screen in self.app.screen_stack]

    @staticmethod
    def _name(screen: Screen[Any]) -> str:
        return next((name for kind, name in SCREENS.items() if isinstance(screen, kind)), type(screen).__name__)

    def asks_for_input(self) -> bool:
        """Return whether a dialog with an input line is on top."""
        return isinstance(self.app.screen, EntryDialog)

    def briefing(self) -> Briefing:
        """Return the briefing that is open."""
        return self._reader.session.briefing

    def path(self) -> Path | None:
        """Return the open file, or None if the reader was opened on text."""
        return self._reader.file.path

    def is_built_on_opening(self) -> bool:
        """Return whether the briefing was built when the file was opened."""
        return self._reader.session.is_built

    # How the program ends

    def failure(self) -> BaseException | None:
        """Return the exception that the program ended with."""
        return self.app._exception

    def has_focus(self) -> bool:
        """Return whether any widget has the focus."""
        return self.app.focused is not None
