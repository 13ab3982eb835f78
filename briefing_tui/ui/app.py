"""The reader as a program: screens, palette and the way back to the shell."""

import os
from collections.abc import Callable, Iterable
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from textual.app import App, SystemCommand
from textual.screen import Screen
from textual.theme import BUILTIN_THEMES

from briefing_tui.citations.styles import CITATION_STYLES
from briefing_tui.model.briefing import Place
from briefing_tui.settings import paths
from briefing_tui.settings.config import Settings, load_settings
from briefing_tui.settings.table import CITATION, PANE, THEME
from briefing_tui.text.safety import one_line
from briefing_tui.ui.commands import CommandTable, commands_of
from briefing_tui.ui.read_screen import ReadScreen
from briefing_tui.ui.remembered_theme import recall_theme, remember_theme
from briefing_tui.ui.terminal.app import TerminalApp
from briefing_tui.ui.view.opened_file import OpenedFile
from briefing_tui.ui.view.pane_items import READER_PANES
from briefing_tui.ui.view.program_notes import ProgramNotes
from briefing_tui.ui.view.trail import Trail

if TYPE_CHECKING:
    from textual.command import Provider
    from textual.theme import Theme

    from briefing_tui.model.document import Origin
    from briefing_tui.ui.keymap import Keymap
    from briefing_tui.ui.library.index_keeper import IndexKeeper
    from briefing_tui.ui.library.library_view import LibraryView
    from briefing_tui.ui.library.screen import LibraryScreen


def _provider() -> "type[Provider]":
    from briefing_tui.ui.dialogs.palette import CommandProvider

    return CommandProvider


INDEX_SECONDS = 2.0
"""When the index is looked at first: until then, the first screen has the machine for itself."""


class BriefingApp(TerminalApp):
    """The program that shows a briefing, or the library."""

    TITLE = "briefing"
    CSS_PATH = "read_screen.tcss"
    COMMANDS = App.COMMANDS | {_provider}
    ENABLE_COMMAND_PALETTE = True
    COMMAND_PALETTE_BINDING = "f20"
    """The palette's keys are in the table of commands; this key is never sent."""

    def __init__(
        self,
        find_library: Callable[[], Path],
        state: Path | None,
        document: OpenedFile | None = None,
        item: str | None = None,
        explain: bool = False,
        settings: Settings | None = None,
        in_browser: bool = False,
    ) -> None:
        """Take what the program opens; `find_library` returns the folder of the library, which is asked for when it is used."""
        super().__init__()
        self._find_library = find_library
        self.settings = settings or Settings()
        self._in_browser = in_browser
        self._keys: Keymap = {}
        self._tables: dict[int, CommandTable] = {}
        self._explain = explain
        self._state = state
        self._trail = Trail()
        self._draft = ""
        self._keeper: IndexKeeper | None = None
        if document is not None and document.path is not None:
            self._trail.visit(document.path)
        self._first = document, item
        self.notes = ProgramNotes()
        self._apply_settings()

    @cached_property
    def _view(self) -> "LibraryView":
        from briefing_tui.ui.library.library_view import LibraryView

        return LibraryView(self._find_library())

    # Settings

    def _apply_settings(self) -> None:
        """Use the settings of the whole program: the theme and the keys."""
        keys = check_settings(self.settings)
        theme = self.settings[THEME] or (recall_theme(self._state) if self._state else "")
        if theme in self.available_themes:
            self.theme = theme
        if keys:
            from briefing_tui.ui.keymap import textuals_keymap

            self._keys = keys
            self.set_keymap(textuals_keymap(keys, self.command_tables()))

    def on_mount(self) -> None:
        """Report problems of the settings, remember the theme, and keep the index current."""
        self.set_timer(INDEX_SECONDS, self.keep_index)
        if self.settings.problems:
            self.call_after_refresh(self._say, self.settings.summary)
        self.theme_changed_signal.subscribe(self, self._theme_chosen, immediate=True)

    def keep_index(self) -> None:
        """Keep the index current from now on, unless it is kept."""
        from briefing_tui.ui.library.index_keeper import IndexKeeper

        if self._keeper is None:
            self._keeper = IndexKeeper(self, lambda: self._view.folder, self._index_refreshed)
            self._keeper.start()

    def _index_refreshed(self) -> None:
        """Show in the library what the refreshed index has."""
        from briefing_tui.ui.library.screen import LibraryScreen

        if isinstance(self.screen, LibraryScreen):
            self.screen.refreshed()

    def on_unmount(self) -> None:
        """End a refresh of the index."""
        if self._keeper is not None:
            self._keeper.stop()

    def _theme_chosen(self, theme: "Theme") -> None:
        if self._state is not None:
            remember_theme(self._state, theme.name)
        if (line := self.settings.line_of(THEME)) is not None and self.settings[THEME] != theme.name:
            self._say(f"{self.settings.file.name}:{line} sets the theme at start; this one holds until you quit.")

    def _say(self, text: str) -> None:
        """Show a message in the footer, if the screen has one."""
        from briefing_tui.ui.dialogs.list_screen import ListScreen

        if isinstance(self.screen, ReadScreen | ListScreen):
            self.screen.key_line.say(commands_of(self.screen).name_keys(text))

    @property
    def is_web(self) -> bool:
        """True if the user is in a browser.

        No file but the notes is then written, and no other program started.
        """
        return self._in_browser

    def copy_to_clipboard(self, text: str) -> None:
        """Put words on the terminal's clipboard and on the desktop's.

        Not all terminals take words from programs (OSC 52).
        """
        super().copy_to_clipboard(text)
        if not self.is_web:
            self.run_worker(lambda: _to_desktop(text), thread=True, group="clipboard", exit_on_error=False)

    def with_users_keys(self, table: CommandTable) -> CommandTable:
        """Return a table of the commands that there are here, with the user's keys."""
        if id(table) not in self._tables:
            known = table.with_keys(self._keys)
            self._tables[id(table)] = known.without_local() if self.is_web else known
        return self._tables[id(table)]

    def first_screen(self) -> Screen[Any]:
        """Return the reader, or the library if no briefing was named."""
        document, item = self._first
        return (
            ReadScreen(document, self._state, self.notes, self.settings, item, self._explain)
            if document
            else self._library_screen()
        )

    @staticmethod
    def command_tables() -> list[CommandTable]:
        """Return the commands of every screen."""
        from briefing_tui.ui.comparison.commands import COMMANDS as COMPARE
        from briefing_tui.ui.drafts.commands import COMMANDS as DRAFT
        from briefing_tui.ui.library.commands import COMMANDS as LIBRARY
        from briefing_tui.ui.people.commands import COMMANDS as PEOPLE
        from briefing_tui.ui.people.commands import SAME_WORDS
        from briefing_tui.ui.source_lines.commands import COMMANDS as LINES

        return [ReadScreen.TABLE, LIBRARY, PEOPLE, SAME_WORDS, COMPARE, DRAFT, LINES]

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:
        """Return those of the framework's commands that our tables lack: themes and screenshots."""
        offered = ("Theme",) if self.is_web else ("Theme", "Screenshot")
        return (command for command in super().get_system_commands(screen) if command.title in offered)

    def open_url(self, url: str, *, new_tab: bool = True) -> None:
        """Open an address in the browser, away from this terminal.

        A message says so if no browser opens it.
        """
        from briefing_tui.ui.terminal.browser import open_in_browser

        del new_tab
        if self.is_web:
            self.call_later(self._say, "No address is opened from here: ⟦open_source⟧, then y, copies it.")
            return

        def opened() -> None:
            if not open_in_browser(url) and isinstance(self.screen, ReadScreen):
                self.call_from_thread(self.screen.say, "No browser opened the address: ⟦open_source⟧, then y, copies it.")

        self.run_worker(opened, thread=True, group="browser", exit_on_error=False)

    def action_command_palette(self) -> None:
        """Show the palette."""
        from briefing_tui.ui.terminal.command_palette import Palette

        if not isinstance(self.screen, Palette):
            self.push_screen(Palette())

    def _library_screen(self, back: Path | None = None) -> Screen[Any]:
        from briefing_tui.ui.library.screen import LibraryScreen

        return LibraryScreen(self._view, self._state, self.notes, back)

    def on_library_screen_opened(self, event: "LibraryScreen.Opened") -> None:
        """Open a content file in place of the library."""
        self._trail.visit(event.path)
        self._open(event.path)

    def _reader(self, path: Path, item: str | Place | None = None, returns: bool = False) -> ReadScreen:
        return ReadScreen(OpenedFile(path, one_line(path.stem)), self._state, self.notes, self.settings, item, returns=returns)

    def _open(self, path: Path) -> None:
        """Open a content file in place of what is on the screen."""
        self.switch_screen(self._reader(path, returns=len(self.screen_stack) > 1))

    def show_place(self, path: Path, item: str | Place | None) -> None:
        """Open an article at an item or place; Esc there leads back."""
        self._trail.visit(path)
        self.push_screen(self._reader(path, item, returns=True))

    def show_dossier(self, name: str, article: str = "") -> None:
        """Show the dossier of somebody, or ask of whom.

        `article` is the id of an article that has the name.
        """
        from briefing_tui.ui.people.dossier_screen import DossierScreen, open_person

        if name:
            self.push_screen(DossierScreen(self._view.folder, name, article))
        else:
            open_person(self, self._view.folder)

    def show_same_words(self, article: str, quote: str, words: str) -> None:
        """Show the other articles that have the words of a quote.

        The article and the quote are given by their ids.
        """
        from briefing_tui.ui.people.same_words_screen import SameWordsScreen

        self.push_screen(SameWordsScreen(self._view.folder, article, quote, words))

    def show_comparison(self, one: Path, other: Path) -> None:
        """Show two articles side by side."""
        from briefing_tui.ui.comparison.screen import ComparisonScreen

        self.push_screen(ComparisonScreen(one, other))

    def ask_draft(self) -> None:
        """Ask for a draft, and show its quotations beside their sources."""
        from briefing_tui.ui.dialogs.line_dialog import LineDialog
        from briefing_tui.ui.drafts.screen import DraftScreen

        def act(_: str, typed: str) -> str:
            path = Path(typed.strip()).expanduser()
            self._draft = typed.strip()
            return "" if path.is_file() else f"{path}: {'no file' if path.exists() else 'no such file'}"

        def done(is_done: bool | None) -> None:
            if is_done:
                self.push_screen(DraftScreen(Path(self._draft).expanduser()))

        self.push_screen(LineDialog("Check the quotations of a draft", self._draft, act, "a Markdown, text or HTML file"), done)

    def on_read_screen_return_asked(self) -> None:
        """Go back to the screen that led to the article."""
        self.pop_screen()

    def on_read_screen_open_asked(self, event: ReadScreen.OpenAsked) -> None:
        """Open another article in place of the one that is read."""
        self._trail.visit(event.path)
        self._open(event.path)

    def on_read_screen_article_asked(self, event: ReadScreen.ArticleAsked) -> None:
        """Open the article that was read before this one, or after it."""
        path = self._trail.step(event.step)
        if path is not None:
            self._open(path)

    def has_article(self, step: int) -> bool:
        """Return whether an article was read before (-1) or after (1) this one."""
        return self._trail.has(step)

    def on_read_screen_library_asked(self, event: ReadScreen.LibraryAsked) -> None:
        """Show the library in place of the briefing."""
        from briefing_tui.ui.library.screen import LibraryScreen

        if event.path is not None and event.path.parent.resolve() == paths.library().resolve():
            self._view.see(event.path.parent)
        while len(self.screen_stack) > 1:
            self.pop_screen()
        if not isinstance(self.screen, LibraryScreen):
            self.switch_screen(self._library_screen(event.path))


def check_settings(settings: Settings) -> "Keymap":
    """Check the settings that name parts of the reader; return the user's keys.

    What is wrong is added to the problems of the settings.
    """
    settings.limit(THEME, tuple(BUILTIN_THEMES))
    settings.limit(PANE, [pane.name for pane in READER_PANES])
    settings.limit(CITATION, CITATION_STYLES)
    if not settings.keys:
        return {}
    from briefing_tui.ui.keymap import keymap

    return keymap(settings, BriefingApp.command_tables())


class Ended(NamedTuple):
    """The end of the reader.

    It has the exit status; of each typed text that is not saved, the reason and the text; the problems of the settings file.
    """

    status: int
    unsaved: list[tuple[str, str]]
    problems: list[str]


def run_reader(
    path: Path | None,
    item: str | None,
    find_library: Callable[[], Path],
    text: str | None = None,
    explain: bool = False,
    in_browser: bool = False,
    origin: "Origin | None" = None,
    beginning: str | None = None,
    kind: str | None = None,
) -> Ended:
    """Run the reader on a file, a text or the library; return how it ended.

    `find_library` returns the library's folder. `origin` is where `text` was fetched from, if it was; `beginning` is that of the
    file, if it was read; `kind` is what the user says it is; `item` is the id of what is shown first; with `explain`, the lines
    of the source are. Raises what the reader failed on.
    """
    if not os.environ.get("NO_COLOR"):
        os.environ.pop("NO_COLOR", None)  # without a value it means nothing, but the framework heeds it
    settings, document = load_settings(), None
    if path is not None or text is not None:
        document = OpenedFile(path, one_line(path.stem) if path else _id_of(origin), text, origin, beginning, kind)
    app = BriefingApp(find_library, paths.state(), document, item, explain, settings, in_browser)
    status = app.run() or 0
    if app.failure is not None:
        raise app.failure
    app.notes.finish()
    return Ended(status, app.notes.unsaved, [str(problem) for problem in settings.problems])


def _id_of(origin: "Origin | None") -> str:
    from briefing_tui.application.fetched import id_of

    return id_of(origin)


def _to_desktop(text: str) -> None:
    """Hand words to the desktop's clipboard, if there is one."""
    import pyperclip

    with suppress(pyperclip.PyperclipException, OSError):
        pyperclip.copy(text)
