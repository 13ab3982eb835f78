"""The reading screen as a whole: reading joined with the other features."""

import re
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import BindingType
from textual.events import Key
from textual.message import Message

from briefing_tui.model.briefing import Place
from briefing_tui.settings.config import Settings
from briefing_tui.ui.commands import Need, commands_of, joined
from briefing_tui.ui.corrections import commands as correct
from briefing_tui.ui.exporting import commands as export
from briefing_tui.ui.notes import commands as note
from briefing_tui.ui.reader.commands import find, jump, move, panes, program, select, view
from briefing_tui.ui.reader.loader import Loader
from briefing_tui.ui.reader.reading_screen import ReadingScreen
from briefing_tui.ui.view.opened_file import OpenedFile
from briefing_tui.ui.view.places import program_of
from briefing_tui.ui.view.program_notes import ProgramNotes
from briefing_tui.ui.view.session import Session

if TYPE_CHECKING:
    from briefing_tui.model.briefing import Briefing
    from briefing_tui.model.document import SourceLine
    from briefing_tui.model.note import Note
    from briefing_tui.ui.corrections.dialogs import CorrectionDialogs
    from briefing_tui.ui.corrections.file_corrector import FileCorrector
    from briefing_tui.ui.exporting.auto_export import AutoExporter
    from briefing_tui.ui.notes.filter_line import NoteFiltering
    from briefing_tui.ui.notes.note_actions import NoteActions
    from briefing_tui.ui.notes.note_editor import NoteEditor
    from briefing_tui.ui.notes.note_list import NoteList
    from briefing_tui.ui.notes.note_targets import CurrentTarget
    from briefing_tui.ui.reader.finder import Finder
    from briefing_tui.ui.reader.saving import Saver
    from briefing_tui.ui.source_lines.screen import LinesOutcome

_COMMAND = re.compile(r"run\('(\w+)'\)")
"""The action of a command's key."""


class ReadScreen(ReadingScreen):
    """One briefing, open: reading, notes, corrections, the source's lines and export joined."""

    TABLE = joined(*(part.COMMANDS for part in (correct, find, jump, move, note, export, panes, program, select, view)))
    BINDINGS: ClassVar[list[BindingType]] = TABLE.bindings()

    class LibraryAsked(Message):
        """Posted when the user leaves the briefing for the library."""

        def __init__(self, path: Path | None) -> None:
            super().__init__()
            self.path = path

    class OpenAsked(Message):
        """Posted to open another article in place of this one."""

        def __init__(self, path: Path) -> None:
            super().__init__()
            self.path = path

    class ReturnAsked(Message):
        """Posted to go back to the screen that led to the article."""

    class ArticleAsked(Message):
        """Posted to go to the article read before (-1), or after (1)."""

        def __init__(self, step: int) -> None:
            super().__init__()
            self.step = step

    def __init__(
        self,
        file: OpenedFile,
        folder: Path | None,
        notes: ProgramNotes,
        settings: Settings,
        item: str | Place | None = None,
        explain: bool = False,
        returns: bool = False,
    ) -> None:
        """Open a file, at an item or place if one is given.

        With `explain`, the source's lines are shown first. With `returns`, Esc goes back to the screen below once nothing else is
        open. `folder` is where places and corrections are kept between sessions; None to keep none.
        """
        super().__init__(file, folder, settings)
        self._folder, self._explain_first, self._returns = folder, explain, returns
        self._is_left = False
        self._program_notes = notes
        self.undo_log.fallback = lambda: self.note_actions
        self.side.note_items = lambda session: self.note_list.items(session)
        self.loader = Loader(
            self, self.article, self.outline, self.side, self.navigator, self.preview, lambda: self.note_list, folder, item
        )
        self.loader.opens_at_places = returns
        self.loader.is_written_here = lambda: (corrector := self.made("corrector")) is not None and corrector.is_writing

    # Features that are made, and loaded, when they are first used

    @cached_property
    def note_list(self) -> "NoteList":
        """Reads the notes and shows them."""
        from briefing_tui.ui.notes.note_list import NoteList

        return NoteList(self, self.article, self.side, self._program_notes, self._notes_changed)

    @property
    def notes(self) -> "NoteList":
        """The notes, as reading needs them."""
        return self.note_list

    @cached_property
    def note_target(self) -> "CurrentTarget":
        """Finds what a note is put on."""
        from briefing_tui.ui.notes.note_targets import CurrentTarget

        return CurrentTarget(self, self.outline, self.article, self.side)

    @cached_property
    def note_actions(self) -> "NoteActions":
        """Changes notes."""
        from briefing_tui.ui.notes.note_actions import NoteActions

        return NoteActions(self, self.note_list, self.note_target, self.article, self.side)

    @cached_property
    def note_filtering(self) -> "NoteFiltering":
        """Asks which notes are to be listed."""
        from briefing_tui.ui.notes.filter_line import NoteFiltering

        return NoteFiltering(self, self.note_list, self.side, self.line)

    @cached_property
    def note_editor(self) -> "NoteEditor":
        """Writes notes."""
        from briefing_tui.ui.notes.note_editor import NoteEditor
        from briefing_tui.ui.notes.note_saver import NoteSaver

        saver = NoteSaver(self, self.note_list, self._program_notes, self.side, self.note_actions)
        return NoteEditor(self, self.note_list, saver, self.note_target, self.article, self.side, self.middle)

    @cached_property
    def auto_exporter(self) -> "AutoExporter":
        """Exports the notes after each change."""
        from briefing_tui.ui.exporting.auto_export import AutoExporter

        return AutoExporter(self)

    @cached_property
    def corrector(self) -> "FileCorrector":
        """Writes corrections to the file."""
        from briefing_tui.ui.corrections.file_corrector import FileCorrector

        return FileCorrector(self, self.side, self.loader.renew)

    @cached_property
    def corrections(self) -> "CorrectionDialogs":
        """Asks for corrections."""
        from briefing_tui.ui.corrections.dialogs import CorrectionDialogs

        return CorrectionDialogs(self, self.side, self.corrector, lambda then: self.saver.with_file(then))

    @cached_property
    def saver(self) -> "Saver":
        """Saves the briefing as a content file."""
        from briefing_tui.ui.reader.saving import Saver

        return Saver(self, self._go_on_in)

    # Typing and filtering

    @property
    def keys_of_editor(self) -> str:
        """The keys of the note editor with what they do, while it has the focus."""
        editor = self.made("note_editor")
        return editor.keys if editor else ""

    @property
    def is_typing(self) -> bool:
        """True while keys are text: words to find, or a note."""
        editor = self.made("note_editor")
        return super().is_typing or (editor is not None and editor.is_typing)

    def holds(self, key: Key | None) -> bool:
        """Let keys wait until all that they need is read.

        What the ones before began must have ended, too.
        """
        editor = self.made("note_editor")
        if self._is_left or (editor is not None and editor.saver.is_leaving):
            return True
        finder: Finder | None = self.made("finder")
        is_searching = finder is not None and finder.is_searching
        if self.is_typing:
            is_letter = key is None or key.is_printable
            return is_searching and finder is not None and finder.is_open and not is_letter
        need = self._need_of(key)
        return is_searching or not self.loader.has_read(need) or (need == "notes" and self.note_list.thread.is_busy)

    def _need_of(self, key: Key | None) -> Need:
        """Return what has to be read for a key to be handled."""
        active = self.active_bindings.get(key.key) if key is not None else None
        match = _COMMAND.fullmatch(active.binding.action) if active is not None else None
        return self.TABLE[match[1]].needs if match else "briefing"

    async def action_run(self, name: str) -> None:
        """Run a command of the table.

        The editor that it may open takes the very next key.
        """
        self.TABLE[name].run(self)
        if (editor := self.made("note_editor")) is not None:
            await editor.finish_opening()
        self.refresh_footer()

    def close_top(self) -> None:
        """Close the top thing; with nothing open, go back to the screen that led here."""
        if self._returns and self.is_at_rest:
            self.leave_for(self.ReturnAsked())
        else:
            super().close_top()

    def unfilter(self) -> bool:
        """List all items of the pane again; return whether it was filtered."""
        is_notes = self.active_region == "pane" and self.pane == "notes"
        return (is_notes and self.note_list.unfilter()) or super().unfilter()

    # What is shown on top, or in place of the briefing

    def show_keys(self) -> None:
        """Show every key, those that work here first."""
        from briefing_tui.ui.dialogs.help import HelpScreen, Here

        where = f"In the {self.pane}" if self.active_region == "pane" else f"In the {self.active_region}"
        here = Here("While words are selected" if self.is_selecting else where, self.key_line.commands)
        self.app.push_screen(HelpScreen(commands_of(self), here))

    def open_export(self) -> None:
        """Show what of the notes will be written, and where."""
        from briefing_tui.ui.exporting.screen import open_export

        open_export(self, self.note_list)

    def filter_notes(self) -> None:
        """Ask which notes are to be listed."""
        self.note_filtering.ask_property()

    def open_library(self) -> None:
        """Go to the library."""
        self.leave_for(self.LibraryAsked(self.file.path))

    def leave_for(self, message: Message) -> None:
        """Leave the briefing with a message that says for what."""
        self.navigator.keep()
        self._reach()
        self._is_left = True
        self.post_message(message)

    def ask_draft(self) -> None:
        """Ask for a draft to check."""
        program_of(self).ask_draft()

    def show_person(self) -> None:
        """Show the dossier of the actor or speaker under the cursor, or ask of whom."""
        from briefing_tui.ui.reader.people_here import person_here

        program_of(self).show_dossier(person_here(self, self.side), self.file.id)

    def show_same_words(self) -> None:
        """Show the other articles that have the words of the quote where the user is."""
        from briefing_tui.ui.reader.people_here import quote_here

        quote = quote_here(self, self.side)
        if quote is None:
            self.say("Go to a quote first: ⟦next_quote⟧ is the next one.")
        else:
            program_of(self).show_same_words(self.file.id, quote.id, " … ".join(quote.parts))

    def ask_recent(self) -> None:
        """Ask which of the articles that were opened last is to be opened again."""
        from briefing_tui.ui.library.choices import ask_recent

        def opened(path: Path) -> None:
            self.leave_for(self.OpenAsked(path))

        ask_recent(self, self._program_notes.store, lambda: self.say("No other article was opened."), opened, self.file.path)

    def has_article(self, step: int) -> bool:
        """Return whether an article was read before (-1) or after (1) this one."""
        return program_of(self).has_article(step)

    def go_to_article(self, step: int) -> bool:
        """Go to the article that was read before (-1) or after (1).

        Returns whether there is one.
        """
        has_one = self.has_article(step)
        if has_one:
            self.leave_for(self.ArticleAsked(step))
        return has_one

    def save_as(self) -> None:
        """Save the briefing as a new content file, and go on in it."""
        self.saver.save_as()

    def _go_on_in(self, file: OpenedFile, session: Session) -> None:
        self.loader.go_on_in(file, session)

    def _notes_changed(self, notes: "list[Note]", briefing: "Briefing") -> None:
        """Remember the file that the notes belong to, and export them if the settings ask for it."""
        self.navigator.keep()
        if not self.app.is_web:
            self.auto_exporter.export(notes, briefing)

    # The lines of the source

    def open_lines(self) -> None:
        """Show what each line of the source was classified as."""
        from briefing_tui.ui.source_lines.screen import SourceLinesScreen

        if self.session.partial or not self.loader.can_explain:
            self.say("This briefing does not name the source that it was built from.")
            return
        self.app.push_screen(SourceLinesScreen(self.file, self.session, self._folder), self._lines_left)

    def _lines_left(self, outcome: "LinesOutcome | None") -> None:
        """Show the rebuilt briefing, the place of a line, or why the lines could not be shown."""
        if outcome is not None and outcome.session is not None:
            self.loader.show_rebuilt(outcome.session)
        self.loader.look()
        if outcome is not None and outcome.line is not None:
            self._go_to_line(outcome.line, outcome.before)
        if outcome is not None and outcome.trouble:
            self.say(outcome.trouble)

    def _go_to_line(self, line: "SourceLine", before: int) -> None:
        from briefing_tui.ui.source_lines.article_place import target_of

        target = target_of(line, before, self.session.text.blocks)
        self.regions.focus("article")
        self.navigator.go_to([target] if target else [])

    @on(Loader.Loaded)
    def _loaded(self, event: Loader.Loaded) -> None:
        if event.session is not None:
            self.line.make_bar()
        is_first = self.session.partial
        self.loader.loaded(event.session, event.problem)
        if is_first and not self.session.partial and self.file.path is not None:
            self.note_list.visit()
        if event.session is not None and self._explain_first:
            self._explain_first = False
            self.open_lines()

    def on_unmount(self) -> None:
        """Keep what is being typed."""
        if (editor := self.made("note_editor")) is not None:
            editor.saver.save_at_end()
        if (exporter := self.made("auto_exporter")) is not None:
            exporter.close()
        self._reach()
        if (notes := self.made("note_list")) is not None:
            notes.close()

    def _reach(self) -> None:
        if (notes := self.made("note_list")) is not None:
            notes.reach(self.article.progress)
