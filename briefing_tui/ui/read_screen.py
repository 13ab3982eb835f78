"""The reading screen: it puts outline, article, pane and the features together, and passes on what happens in them."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.events import Resize
from textual.message import Message
from textual.widget import Widget

from briefing_tui.contentfile.read.file_input import UnreadableFile
from briefing_tui.presentation.dates import day
from briefing_tui.ui.commands import Region, joined
from briefing_tui.ui.corrections import commands as correct
from briefing_tui.ui.corrections.dialogs import CorrectionDialogs
from briefing_tui.ui.corrections.file_corrector import FileCorrector
from briefing_tui.ui.exporting import commands as export
from briefing_tui.ui.exporting.auto_export import AutoExporter
from briefing_tui.ui.notes import commands as note
from briefing_tui.ui.notes.filter import NoteFilter
from briefing_tui.ui.notes.filtering import NoteFiltering
from briefing_tui.ui.notes.note_actions import NoteActions
from briefing_tui.ui.notes.note_editor import NoteEditor
from briefing_tui.ui.notes.note_list import NoteList
from briefing_tui.ui.notes.note_saver import NoteSaver
from briefing_tui.ui.notes.note_targets import CurrentTarget
from briefing_tui.ui.notes.program_notes import ProgramNotes
from briefing_tui.ui.reader.commands import find, jump, move, panes, program, select, view
from briefing_tui.ui.reader.finder import Finder
from briefing_tui.ui.reader.loader import Loader
from briefing_tui.ui.reader.navigator import Navigator
from briefing_tui.ui.reader.preview import Preview
from briefing_tui.ui.reader.region_layout import RegionLayout
from briefing_tui.ui.view.opened_file import OpenedFile
from briefing_tui.ui.view.session import Session
from briefing_tui.ui.view.state import ReaderState
from briefing_tui.ui.widgets.article import Article
from briefing_tui.ui.widgets.bars import KeyLine, MapStrip, TopLine
from briefing_tui.ui.widgets.item_list import ItemList
from briefing_tui.ui.widgets.side import Side
from briefing_tui.ui.widgets.typing_line import TypingLine
from briefing_tui.ui.widgets.typing_messages import Entered, GivenUp, Stepped

if TYPE_CHECKING:
    from briefing_tui.model.briefing import Briefing
    from briefing_tui.model.document import SourceLine
    from briefing_tui.model.note import Note
    from briefing_tui.ui.reader.copying import Copier
    from briefing_tui.ui.reader.jump_targets import JumpTargets
    from briefing_tui.ui.reader.saving import Saver
    from briefing_tui.ui.source_lines.screen import LinesOutcome


class ReadScreen(ReaderState):
    """One briefing, open."""

    TABLE = joined(*(part.COMMANDS for part in (correct, find, jump, move, note, export, panes, program, select, view)))
    BINDINGS: ClassVar[list[BindingType]] = TABLE.bindings()

    @dataclass(eq=False, repr=False)
    class LibraryAsked(Message):
        """Posted when the user leaves the briefing for the library."""

        path: Path | None

    def __init__(
        self, file: OpenedFile, folder: Path | None, notes: ProgramNotes, item: str | None = None, explain: bool = False
    ) -> None:
        """Open a file, at an item if one is given; with `explain`, the source's lines are shown first.

        `folder` is where places and corrections are kept between sessions; None to keep none.
        """
        super().__init__(file)
        self._folder, self._explain_first = folder, explain
        self._article_title = ""
        self.top_line, self.key_line = TopLine(), KeyLine()
        self.outline, self.map = ItemList(id="outline", empty=""), MapStrip()
        self.article, self.side = Article(self._show_position, id="article"), Side(id="side")
        self.left, self.middle = Vertical(id="left"), Vertical(id="middle")
        self.regions = RegionLayout(self, self.top_line, self.outline, self.left, self.article, self.middle, self.side)
        self.line = TypingLine(self, self.key_line, self.regions.focus_again)
        self.preview = Preview(self, self.article, self.side, self.map)
        self.navigator = Navigator(self, self.article, folder)
        self.finder = Finder(self, self.article, self.side, self.line, self.regions, self.navigator, self.preview)
        self.auto_exporter = AutoExporter(self)
        self.note_list = NoteList(self, self.article, self.side, notes, self._notes_changed)
        self.note_filtering = NoteFiltering(self, self.note_list, self.side, self.line)
        target = CurrentTarget(self, self.outline, self.article, self.side)
        self.note_actions = NoteActions(self, self.note_list, target, self.article, self.side)
        saver = NoteSaver(self, self.note_list, notes, self.side, self.note_actions)
        self.note_editor = NoteEditor(self, self.note_list, saver, target, self.article, self.side, self.middle)
        self.undo_log.fallback = self.note_actions
        self.side.note_items = self.note_list.items
        self.loader = Loader(
            self, self.article, self.outline, self.side, self.navigator, self.preview, self.note_list, folder, item
        )
        corrector = FileCorrector(self, self.side, self.loader.renew)
        self.loader.is_written_here = lambda: corrector.is_writing
        self.corrections = CorrectionDialogs(self, self.side, corrector, lambda then: self.saver.with_file(then))

    # What is loaded when it is first used

    @cached_property
    def copier(self) -> "Copier":
        """Copies words."""
        from briefing_tui.ui.reader.copying import Copier

        return Copier(self, self.article, self.side, self.note_list.words_of)

    @cached_property
    def jump_targets(self) -> "JumpTargets":
        """Finds what can be jumped to."""
        from briefing_tui.ui.reader.jump_targets import JumpTargets

        return JumpTargets(self, self.outline, self.article, self.side, self.regions, self.navigator, self.preview)

    @cached_property
    def saver(self) -> "Saver":
        """Saves the briefing as a content file."""
        from briefing_tui.ui.reader.saving import Saver

        return Saver(self, self._go_on_in)

    # Composing

    def compose(self) -> ComposeResult:
        # All is arranged and filled before it is mounted, so that the first frame is the one to read.
        self.left.border_title = "Outline"
        self.outline.click_chooses = True
        self.regions.arrange()
        try:
            self.loader.show(self.file.glimpse())
        except UnreadableFile as error:
            self.say(str(error))
        self.watch(self.article, "selection", self._selected, init=False)
        yield self.top_line.data_bind(ReaderState.progress, notes=ReaderState.note_count)
        with self.left:
            yield self.outline
            yield self.map.data_bind(view=ReaderState.in_view)
        with self.middle:
            yield self.article.data_bind(ReaderState.lit)
        yield self.side.data_bind(ReaderState.pane, ReaderState.speaker, ReaderState.notes_shown)
        yield self.key_line

    def on_mount(self) -> None:
        """Read the rest when the beginning is on the screen."""
        self.regions.focus("article")
        self.loader.start()

    # What features may ask for

    @property
    def state(self) -> ReaderState:
        """The screen, as features know it."""
        return self

    def say(self, text: str) -> None:
        """Show a message in the footer for a few seconds."""
        self.key_line.say(text)

    def focus_region(self, region: Region) -> None:
        """Give a region the keys, and show it if it is hidden."""
        self.regions.focus(region)

    def open_pane(self, name: str) -> None:
        """Show a pane, give it the keys, and preview the place of the item under its cursor."""
        self.pane = name
        self.regions.focus("pane")
        self.preview.show_item()

    def show_item_place(self) -> None:
        """Preview the place of the item under the pane's cursor in the article."""
        self.preview.show_item()

    def arrange_regions(self) -> None:
        """Show the regions that there is room for."""
        self.regions.arrange()

    def copy_words(self, words: str, name: str) -> None:
        """Put words on the clipboards; `name` is what the message calls them."""
        self.copier.copy(words, name)

    @property
    def has_notes(self) -> bool:
        """Whether the briefing has notes."""
        return bool(self.note_list.all)

    def filter_notes(self) -> None:
        """Ask which notes are to be listed."""
        self.note_filtering.ask_property()

    # What follows from a change of the state

    def watch_session(self, session: Session) -> None:
        """Show the briefing's title and what is known about it at the top."""
        super().watch_session(session)
        briefing = session.briefing
        self.top_line.title = briefing.title or "Untitled"
        minutes = f"{session.minutes} min" if session.minutes else ""
        details = (briefing.publisher or "", day(briefing.published or ""), minutes)
        self.top_line.details = tuple(part for part in details if part)

    def _show_position(self) -> None:
        """Take over where the article is now; called by the article at once, so that all is drawn in the same frame."""
        article = self.article
        self.current_block = article.current
        self.progress = f"{article.progress:.0%}".replace("%", " %")
        lines = max(1, article.line_count)
        self.in_view = (article.top / lines, min(1.0, (article.top + article.page) / lines))
        section = self.session.section_index(article.current)
        if 0 <= section < len(self.outline.items) and self.active_region != "outline":
            self.outline.move_to(section, announce=False)
        title = self.session.briefing.title or "Article"
        title = "Article" if self.top_line.display else f"{self.progress} · {title}"
        if title != self._article_title:  # Setting a title draws the whole frame.
            self._article_title = title
            self.article.border_title = Content(title)
        self.refresh_footer()

    def _selected(self) -> None:
        self.is_selecting = self.article.selection is not None

    def refresh_footer(self) -> None:
        """Show the keys that work now."""
        self.key_line.commands = tuple(command for command in self.TABLE.in_footer(self.active_region) if command.usable(self))
        selecting_keys = "Selecting: y copy  Y cite  Esc leave  h j k l w b move" if self.is_selecting else ""
        self.key_line.mode = self.note_editor.keys or selecting_keys

    # Commands and keys

    async def action_run(self, name: str) -> None:
        """Run a command of the table. What it opens takes the very next key."""
        self.TABLE[name].run(self)
        await self.note_editor.finish_opening()
        self.refresh_footer()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Let keys be text while the user types what to find, or a note.

        (Keys are taken before the focused widget sees them, so that a burst of keys is handled one after the other.)
        """
        is_typing = self.line.is_open or self.note_editor.is_typing
        return not (action == "run" and is_typing) and super().check_action(action, parameters)

    @on(KeyLine.CommandPressed)
    async def _footer_pressed(self, event: KeyLine.CommandPressed) -> None:
        await self.action_run(event.command.id)

    def close_top(self) -> None:
        """Close the top thing that is open; with nothing open, go back to the article."""
        self.key_line.hush()
        if self.article.selection:
            self.article.select(None)
        elif self.finder.clear() or self._unfilter() or self.preview.end():
            self.article.report_position()
        elif self.zen:
            self.regions.set_zen(False)
        elif self.active_region != "article":
            self.regions.focus("article")

    def _unfilter(self) -> bool:
        if self.active_region != "pane":
            return False
        if self.note_list.filter and self.pane == "notes":
            self.note_list.filter_by(NoteFilter())
            return True
        was_filtered, self.speaker = self.speaker is not None, None
        return was_filtered

    def offer_link(self, href: str | None) -> None:
        """Show an address whole, and open it if that is wanted."""
        from briefing_tui.ui.dialogs.link import LinkScreen

        if href is None:
            self.say("This briefing names no address of its source.")
        elif href.startswith("#"):
            self.navigator.go_to_section(href[1:])
        else:
            self.app.push_screen(LinkScreen(href))

    def show_keys(self) -> None:
        """Show every key, those of this screen first."""
        from briefing_tui.ui.dialogs.help import HelpScreen

        self.app.push_screen(HelpScreen(self.TABLE))

    def open_export(self) -> None:
        """Show what of the notes will be written, and where."""
        from briefing_tui.ui.exporting.screen import open_export

        open_export(self, self.note_list)

    def open_library(self) -> None:
        """Go to the library."""
        self.navigator.keep()
        self.post_message(self.LibraryAsked(self.file.path))

    def save_as(self) -> None:
        """Save the briefing as a new content file, and go on in it."""
        self.saver.save_as()

    def _go_on_in(self, file: OpenedFile, session: Session) -> None:
        before = self.session.briefing.id
        self.loader.go_on_in(file, session)
        if file.id != before:
            self.note_list.move(before, file.id)

    def _notes_changed(self, notes: "list[Note]", briefing: "Briefing") -> None:
        """Remember the file that the notes belong to, and export them if the settings ask for it."""
        self.navigator.keep()
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

    # What happens in the widgets and the features

    @on(Loader.Loaded)
    def _loaded(self, event: Loader.Loaded) -> None:
        if event.session is not None:
            self.line.make_bar()
        self.loader.loaded(event.session, event.problem)
        if event.session is not None and self._explain_first:
            self._explain_first = False
            self.open_lines()

    @on(Finder.SearchEnded)
    def _found(self, event: Finder.SearchEnded) -> None:
        self.finder.found(event)

    @on(ItemList.Moved)
    def _item_moved(self, event: ItemList.Moved) -> None:
        if event.list is self.outline:
            self.preview.show(event.item.targets)
        elif event.list is self.side.shown:
            self.preview.show_item()

    @on(ItemList.Chosen)
    def _item_chosen(self, event: ItemList.Chosen) -> None:
        item = event.item
        if item.kind == "section":
            self.regions.focus("article")
            self.article.stay()
            self.navigator.go_to_section(item.id)
        elif item.targets:
            self.regions.focus("article")
            self.navigator.go_to(item.targets)
        else:
            self.say("The article does not have this.")

    @on(ItemList.Focused)
    def _list_focused(self, event: ItemList.Focused) -> None:
        if event.list.has_focus:
            self.active_region = "outline" if event.list is self.outline else "pane"

    @on(Article.Stayed)
    def _article_stayed(self, event: Article.Stayed) -> None:
        self.navigator.history.visit(self.article.text.place_of(*event.home, event.home[1]), self.navigator.here)
        self.refresh_footer()

    @on(Article.TextPressed)
    def _article_pressed(self, event: Article.TextPressed) -> None:
        self.regions.focus("article")
        place = self.article.text.place_of(event.block)
        for section in self.session.briefing.sections:
            if section.id == place.at and place.paragraph is not None:
                for mark in section.paragraphs[place.paragraph].marks:
                    if mark.kind == "link" and mark.start <= event.offset < mark.end:
                        self.offer_link(mark.href)

    @on(Side.TabPressed)
    def _tab_pressed(self, event: Side.TabPressed) -> None:
        self.open_pane(event.pane)

    @on(Entered)
    def _words_entered(self) -> None:
        self.line.entered()

    @on(GivenUp)
    def _words_given_up(self) -> None:
        self.line.given_up()

    @on(Stepped)
    def _words_stepped(self, event: Stepped) -> None:
        self.line.stepped(event.step)

    def watch_focused(self, focused: Widget | None) -> None:
        """A click on a frame or a scrollbar takes the focus from the region that has it: give it back."""
        if focused is None:
            self.call_later(self._focus_again)

    def _focus_again(self) -> None:
        if self.focused is None and self.is_current and not self.line.is_open:
            self.regions.focus_again()

    def on_screen_suspend(self) -> None:
        """Watch nothing while another screen is on top."""
        self.loader.pause()

    def on_screen_resume(self) -> None:
        """Watch the file and the notes again."""
        self.loader.resume()

    def on_resize(self, event: Resize) -> None:
        """Arrange the regions for another size."""
        del event
        self.regions.arrange()
        if self.regions.is_narrow and not self.line.is_open and not self.note_editor.is_typing:
            self.regions.focus_again()
        self.call_after_refresh(self.preview.show_map)
        self.call_after_refresh(self.article.report_position)

    def on_unmount(self) -> None:
        """Keep the place, and what is being typed."""
        self.navigator.keep()
        self.note_editor.saver.save_at_end()
        self.auto_exporter.close()
        self.note_list.close()
