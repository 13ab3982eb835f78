"""The screen of a dossier: all that the library has of a person or organisation."""

from collections.abc import Callable
from concurrent.futures import Future
from functools import partial
from pathlib import Path
from time import sleep
from typing import Any, ClassVar

from textual import on
from textual.app import App, ComposeResult
from textual.binding import BindingType

from briefing_tui.ui.commands import commands_of
from briefing_tui.ui.dialogs.list_screen import ListScreen
from briefing_tui.ui.people.asking import FoundDossier, completed, dossier
from briefing_tui.ui.people.commands import COMMANDS
from briefing_tui.ui.people.dossier_items import DossierLine, cited_words, time_strip
from briefing_tui.ui.people.name_dialog import ask_name
from briefing_tui.ui.people.same_words_screen import SameWordsScreen
from briefing_tui.ui.terminal.background import LatestWork, started_in_thread
from briefing_tui.ui.text.wrapping import cells
from briefing_tui.ui.view.places import ShowsPlaces
from briefing_tui.ui.widgets.bars import PlaceLines
from briefing_tui.ui.widgets.item_list import ItemList, PaneList

_WAITED = 0.08
"""Seconds for which the screen waits to be drawn with what the index answers."""

_WRITTEN = 0.02
"""Seconds in which the first frame is written, before the rest is gathered: both would take turns."""
_FIRST = 80
"""Lines that are listed before all others: more than a screen shows."""


class DossierScreen(ShowsPlaces, ListScreen[None, PaneList]):
    """Lists names, roles, company and quotes of somebody; every line leads to its place."""

    TABLE = COMMANDS
    BINDINGS: ClassVar[list[BindingType]] = COMMANDS.bindings()

    def __init__(self, folder: Path, name: str, article: str = "", early: "Future[FoundDossier] | None" = None) -> None:
        """Show whoever has a name in a folder's library; `early` is their dossier if it was asked for before.

        `article` is the id of an article that has the name; if the library does not know it there, the user is asked for another.
        """
        super().__init__(PaneList(id="dossier", empty="Looking in the library…"))
        self.folder, self.name_shown, self._article = folder, name, article
        self._is_guess = bool(article)
        self.found = FoundDossier()
        self.about = PlaceLines()
        self._early: Future[FoundDossier] | None = early or started_in_thread(self._work())
        self._asking = LatestWork(self, "dossier", self._found)
        self._completing = LatestWork(self, "whole dossier", self._completed)

    def compose(self) -> ComposeResult:
        yield self.top_line
        yield self.about
        yield self.list
        yield self.key_line

    def on_mount(self) -> None:
        """Ask the library."""
        self.top_line.title = self.name_shown
        self.key_line.commands = tuple(command for command in commands_of(self).values() if command.rank and command.shown)
        self.list.max_width = 100
        self.list.show([])
        self.list.focus()
        self._ask()

    def say(self, text: str) -> None:
        """Show a message in the footer for a few seconds."""
        self.key_line.say(commands_of(self).name_keys(text))

    def _ask(self) -> None:
        early, self._early = self._early, None
        self._asking.run(early.result if early else self._work(), _WAITED)

    def _work(self) -> Callable[[], FoundDossier]:
        most = _FIRST if self.found.dossier is None else None
        return partial(dossier, self.folder, self.name_shown, self._article, most)

    def _found(self, found: FoundDossier) -> None:
        if found.dossier is None and self._is_guess:
            self.dismiss(None)
            self.app.call_later(open_person, self.app, self.folder)
            return
        self.call_after_refresh(self.line.make_bar)  # It would delay the first frame.
        self.list.set_empty(found.trouble or "Nothing in the library.")
        self._show(found)
        if found.dossier is None:
            self.set_busy(False)
        else:
            self.call_after_refresh(self._completing.run, partial(_whole, self.folder, found))

    def _show(self, found: FoundDossier) -> None:
        self.found = found
        self.list.show(found.items or [])
        if found.dossier is not None:
            self._show_heading(found)

    def _completed(self, found: FoundDossier) -> None:
        """Show all, and take the keys that waited; the cursor and what is in view stay."""
        if found.dossier is not None:
            row = self.list.cursor_row
            self._show(found)
            if self.list.cursor:
                self.list.hold_row(row)
        self.set_busy(False)

    def _show_heading(self, found: FoundDossier) -> None:
        """Show who it is, how much there is, and when."""
        one = found.dossier
        assert one is not None
        self.top_line.title = one.actor.name
        articles, quotes = len(one.articles), one.quotes
        counts = (f"{articles} article{'' if articles == 1 else 's'}", f"{quotes} quote{'' if quotes == 1 else 's'}")
        self.top_line.details = counts
        roles = [role for role, _ in one.roles()]
        other = f"{found.others} other{'' if found.others == 1 else 's'} of this name" if found.others else ""
        self.about.heading = " · ".join(filter(None, (*roles[:2], other))) or one.actor.kind
        strip = time_strip(one)
        self.about.words = strip if cells(strip) < self.size.width - 2 else time_strip(one, max(6, self.size.width - 32))

    # The line under the cursor

    @property
    def _line(self) -> DossierLine | None:
        item = self.list.item
        return self.found.lines.get(item.id) if item else None

    @on(ItemList.Chosen)
    def _chosen(self) -> None:
        line = self._line
        if line is None:
            return
        if line.article is not None:
            self.show_place(self.folder / line.article.file, line.place)
        elif line.name:
            self.app.push_screen(DossierScreen(self.folder, line.name))

    def go_to_group(self, step: int) -> None:
        """Go to the first line of the next (1) or previous (-1) part."""
        heads = [number for number, item in enumerate(self.list.items) if item.head]
        here = self.list.cursor
        later = [number for number in heads if (number > here if step > 0 else number < here)]
        if later:
            self.list.move_to(later[0] if step > 0 else later[-1])

    def copy(self, cited: bool) -> None:
        """Copy the words of the line."""
        line = self._line
        if line is None:
            return
        text = line.text
        if cited and line.quote is not None and line.article is not None:
            text = cited_words(line.text, self.top_line.title, line.article)
        self.app.copy_to_clipboard(text)
        self.say("Copied" + (" with its citation." if cited and line.quote else "."))

    def same_words(self) -> None:
        """List the other articles that have the words of the quote."""
        line = self._line
        if line is None or line.quote is None or line.article is None:
            self.say("Put the cursor on a quote.")
        else:
            self.app.push_screen(SameWordsScreen(self.folder, line.article.id, line.quote.id, line.text))

    # Others

    def ask_person(self) -> None:
        """Ask for another name, and open its dossier."""
        open_person(self.app, self.folder)

    def close_top(self) -> None:
        """Go back."""
        self.dismiss(None)

    def ask_export(self) -> None:
        """Ask for a file, and write the dossier to it."""
        from briefing_tui.text.slugs import slug
        from briefing_tui.ui.dialogs.line_dialog import LineDialog
        from briefing_tui.ui.people.writing import write_dossier

        one = self.found.dossier
        if one is None:
            return

        def done(is_done: bool | None) -> None:
            if is_done:
                self.say("The dossier is written.")

        name = f"{slug(one.actor.name) or 'dossier'}.md"
        note = ".md is written as Markdown, .json and .csv as such"
        self.app.push_screen(LineDialog("Dossier", name, lambda _, typed: write_dossier(typed, one), note), done)

    def correct(self) -> None:
        """Ask what is wrong: two names are one, or a name is somebody else's."""
        from briefing_tui.ui.people.correcting import ask_correction

        if self.found.dossier is not None:
            ask_correction(self, self.folder, self.found.dossier, self._corrected)

    def _corrected(self, said: str) -> None:
        self.say(said)
        self._ask()

    def undo(self) -> None:
        """Take the last statement on who is who back."""
        from briefing_tui.ui.people.correcting import undo

        folder = self.folder
        self._correcting.run(lambda: undo(folder))

    @property
    def _correcting(self) -> LatestWork[str]:
        return LatestWork(self, "people", self._corrected)


def _whole(folder: Path, found: FoundDossier) -> FoundDossier:
    sleep(_WRITTEN)
    return completed(folder, found)


def open_person(app: App[Any], folder: Path) -> None:
    """Ask for a name, and open its dossier.

    It is gathered while the user looks at the name in the list.
    """
    chosen: list[str] = []
    early: dict[str, Future[FoundDossier]] = {}

    def look(name: str) -> None:
        if name not in early:
            early.clear()
            early[name] = started_in_thread(partial(dossier, folder, name, "", _FIRST))

    def done(is_done: bool | None) -> None:
        if is_done and chosen:
            app.push_screen(DossierScreen(folder, chosen[-1], early=early.get(chosen[-1])))

    note: Callable[[str], None] = chosen.append
    app.push_screen(ask_name(folder, "Whose dossier?", note, look), done)
