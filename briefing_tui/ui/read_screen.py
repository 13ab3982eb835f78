"""The reading screen: it puts outline, article and pane together and passes on what happens in them."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, Protocol, cast

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.events import Resize
from textual.message import Message
from textual.screen import Screen
from textual.widget import Widget

from briefing_tui.contentfile.read.file_input import UnreadableFile
from briefing_tui.model.briefing import Briefing
from briefing_tui.ui.commands import joined
from briefing_tui.ui.corrections import commands as correct
from briefing_tui.ui.corrections.editing import Correcting
from briefing_tui.ui.corrections.rewriting import Rewriting
from briefing_tui.ui.exporting import commands as export
from briefing_tui.ui.notes import commands as note
from briefing_tui.ui.notes.filter import NoteFilter
from briefing_tui.ui.notes.note_actions import Changer
from briefing_tui.ui.notes.note_editor import Writing
from briefing_tui.ui.notes.note_list import Noting
from briefing_tui.ui.reader.commands import find, jump, move, panes, program, select, view
from briefing_tui.ui.reader.finder import Finder
from briefing_tui.ui.reader.loader import Loader
from briefing_tui.ui.reader.navigator import Navigator
from briefing_tui.ui.reader.preview import Evidence
from briefing_tui.ui.reader.region_layout import Frame
from briefing_tui.ui.reader.typing_line import TypingLine
from briefing_tui.ui.terminal.reactives import SteadyFocus
from briefing_tui.ui.terminal.timers import SureTimers
from briefing_tui.ui.text.find import Hit, search
from briefing_tui.ui.view.opened_file import Document
from briefing_tui.ui.view.session import Session
from briefing_tui.ui.view.undo import Steps
from briefing_tui.ui.widgets.article import Article
from briefing_tui.ui.widgets.bars import KeyLine, MapStrip, PlaceLines, TopLine
from briefing_tui.ui.widgets.item_list import ItemList
from briefing_tui.ui.widgets.side import Side
from briefing_tui.ui.widgets.typing_messages import Entered, GivenUp, Stepped

if TYPE_CHECKING:
    from briefing_tui.ui.app import BriefingApp


class View(Protocol):
    """What the line and page keys act on: the article, the outline, a pane's list."""

    def go_lines(self, count: int) -> None: ...
    def go_pages(self, share: float) -> None: ...
    def go_end(self, last: bool) -> None: ...


class ReadScreen(SureTimers, SteadyFocus, Screen[None]):
    """One briefing, open."""

    AUTO_FOCUS = ""
    TABLE = joined(
        *(part.COMMANDS for part in (correct, find, jump, move, note, export, panes, program, select, view)),
    )
    BINDINGS: ClassVar[list[BindingType]] = TABLE.bindings()

    @dataclass(eq=False, repr=False)
    class Loaded(Message):
        """The briefing has been read as a whole, or could not be."""

        session: Session | None
        problem: str = ""

    @dataclass(eq=False, repr=False)
    class Found(Message):
        """A search has ended."""

        words: str
        hits: list[Hit]
        searched: list[object]

    @dataclass(eq=False, repr=False)
    class Left(Message):
        """The briefing is left for the library."""

        path: Path | None

    def __init__(self, document: Document, state: Path | None, item: str | None = None, explain: bool = False) -> None:
        super().__init__()
        self.document = document
        self.session = Session.of(Briefing(document.id), partial=True)
        self.top_line, self.key_line = TopLine(), KeyLine()
        self.outline, self.map = ItemList(id="outline", empty=""), MapStrip()
        self.evidence = Evidence(self)
        self.article, self.side = Article(self.evidence.moved, id="article"), Side(id="side")
        self.left, self.middle = Vertical(id="left"), Vertical(id="middle")
        self.frame = Frame(self)
        self.nav = Navigator(self, state)
        self.line = TypingLine(self)
        self.finder = Finder(self)
        self.noting = Noting(self)
        self.writing, self.changer = Writing(self, self.noting), Changer(self, self.noting)
        self.rewriting = Rewriting(self)
        self.correcting = Correcting(self, self.rewriting)
        self.steps = Steps(
            {
                "note": (self.changer.undo, self.changer.redo),
                "correction": (self.rewriting.undo, self.rewriting.redo),
            }
        )
        self.side.note_items = self.noting.items
        self.loader = Loader(self, state, item, explain)

    def compose(self) -> ComposeResult:
        # All is arranged and filled before it is mounted, so that the first frame is the one to read.
        self.left.border_title = "Outline"
        self.outline.click_chooses = True
        self.frame.arrange()
        try:
            self.loader.show(self.document.glimpse())
        except UnreadableFile as error:
            self.say(str(error))
        yield self.top_line
        with self.left:
            yield self.outline
            yield self.map
        with self.middle:
            yield self.article
        yield self.side
        yield self.key_line

    def on_mount(self) -> None:
        """Read the rest when the beginning is on the screen."""
        self.frame.focus("article")
        self.loader.start()

    @on(Loaded)
    def _loaded(self, event: Loaded) -> None:
        self.loader.loaded(event.session, event.problem)

    @on(ItemList.Moved)
    def _item_moved(self, event: ItemList.Moved) -> None:
        self.evidence.item_moved(event.list, event.item)

    @on(ItemList.Chosen)
    def _item_chosen(self, event: ItemList.Chosen) -> None:
        self.evidence.item_chosen(event.item)

    # What is where

    @property
    def focus_view(self) -> View:
        """What has the focus, as the line and page keys see it."""
        return cast(View, self.frame.widget_of(self.frame.region))

    @property
    def briefing_app(self) -> "BriefingApp":
        """The program that the screen belongs to."""
        return cast("BriefingApp", self.app)

    @property
    def place_lines(self) -> PlaceLines:
        """The two lines under a pane in a narrow terminal."""
        return self.side.place_lines

    @property
    def source_url(self) -> str | None:
        """The article's address."""
        return self.session.briefing.source.url if self.session.briefing.source else None

    def say(self, text: str) -> None:
        """Say something in the footer for a while."""
        self.key_line.say(text)

    def refresh_footer(self) -> None:
        """Show the keys that work here."""
        region = self.frame.region
        self.key_line.commands = tuple(command for command in self.TABLE.in_footer(region) if command.usable(self))
        selecting = self.article.selection is not None
        selecting_keys = "Selecting: y copy  Y cite  Esc leave  h j k l w b move" if selecting else ""
        self.key_line.mode = self.writing.keys or selecting_keys

    # Commands and keys

    async def action_run(self, name: str) -> None:
        """Run a command of the table. What it opens takes the very next key."""
        self.TABLE[name].run(self)
        await self.writing.settle()
        self.refresh_footer()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """While one types what to find, or a note, keys are text. (They are taken before the focused widget sees them, so that a
        burst of keys is handled one after the other.)"""
        is_typing = self.line.is_open or self.writing.is_typing
        return not (action == "run" and is_typing) and super().check_action(action, parameters)

    @on(KeyLine.Pressed)
    async def _footer_pressed(self, event: KeyLine.Pressed) -> None:
        await self.action_run(event.command.id)

    def extend_selection(self, unit: str, step: int) -> bool:
        """Move the selection's end, if there is a selection."""
        if self.article.selection is None or self.frame.region != "article":
            return False
        self.article.extend_selection(unit, step)
        return True

    def open_pane(self, name: str) -> None:
        """Show a pane and give it the focus; the place of what is under its cursor is shown in the article."""
        self.side.open(name)
        self.frame.focus("pane")
        self.evidence.preview()

    def choose(self) -> None:
        """Go to the place of what is under the cursor."""
        if self.frame.region != "article":
            cast(ItemList, self.focus_view).choose()

    def close_top(self) -> None:
        """Close the top thing that is open; with nothing open, go back to the article."""
        article = self.article
        self.key_line.hush()
        if article.selection:
            article.select(None)
        elif self.finder.clear() or self._unfilter() or article.return_home():
            self.evidence.moved()
        elif self.frame.zen:
            self.frame.set_zen(False)
        elif self.frame.region != "article":
            self.frame.focus("article")

    def _unfilter(self) -> bool:
        if self.noting.only and self.side.current == "notes" and self.frame.region == "pane":
            self.noting.filter(NoteFilter())
            return True
        if self.side.speaker is None or self.frame.region != "pane":
            return False
        self.side.filter_speaker(None)
        return True

    @on(Article.Stayed)
    def _article_stayed(self, event: Article.Stayed) -> None:
        self.nav.history.visit(self.article.text.place_of(*event.home, event.home[1]), self.nav.here)
        self.refresh_footer()

    @on(Article.SelectionChanged)
    def _selection_changed(self) -> None:
        self.refresh_footer()

    @on(Article.Pressed)
    def _article_pressed(self, event: Article.Pressed) -> None:
        self.frame.focus("article")
        place = self.article.text.place_of(event.block)
        for section in self.session.briefing.sections:
            if section.id == place.at and place.paragraph is not None:
                for mark in section.paragraphs[place.paragraph].marks:
                    if mark.kind == "link" and mark.start <= event.offset < mark.end:
                        self.offer_link(mark.href)

    @on(Side.TabPressed)
    def _tab_pressed(self, event: Side.TabPressed) -> None:
        self.open_pane(event.pane)

    @on(ItemList.Focused)
    def _list_focused(self, event: ItemList.Focused) -> None:
        if event.list.has_focus:
            self.frame.region = "outline" if event.list is self.outline else "pane"
            self.refresh_footer()

    # Typing what to find, or what to filter the notes by

    @on(Entered)
    def _words_entered(self) -> None:
        self.line.entered()

    @on(GivenUp)
    def _words_given_up(self) -> None:
        self.line.given_up()

    @on(Stepped)
    def _words_stepped(self, event: Stepped) -> None:
        self.line.stepped(event.step)

    @work(thread=True, exclusive=True, group="find", exit_on_error=False)
    def search(self, words: str, sources: list[tuple[str, list[str]]], searched: list[object]) -> None:
        """Search the texts, beside everything else."""
        self.post_message(self.Found(words, search(words, sources), searched))

    @on(Found)
    def _found(self, event: Found) -> None:
        if self.finder.is_open or self.finder.words:
            self.finder.found(event.words, event.hits, event.searched)

    # The rest

    def show_keys(self) -> None:
        """Show every key, those of this screen first."""
        from briefing_tui.ui.dialogs.help import HelpScreen

        self.app.push_screen(HelpScreen(self.TABLE))

    def offer_link(self, href: str | None) -> None:
        """Show an address whole, and open it if that is wanted."""
        from briefing_tui.ui.dialogs.link import LinkScreen

        if href is None:
            self.say("This briefing names no address of its source.")
        elif href.startswith("#"):
            self.nav.go_to_section(href[1:])
        else:
            self.app.push_screen(LinkScreen(href))

    def open_export(self) -> None:
        """Show what of the notes will be written, and where."""
        from briefing_tui.ui.exporting.screen import open_export

        open_export(self)

    def open_library(self) -> None:
        """Go to the library."""
        self.nav.keep()
        self.post_message(self.Left(self.document.path))

    def show_problems(self) -> None:
        """Go to the file's problems."""
        if not self.session.problems:
            self.say("Nothing is wrong in this file.")
            return
        self.side.find_item("summary", "problem-0")
        self.open_pane("summary")

    def watch_focused(self, focused: Widget | None) -> None:
        """A click on a frame or a scrollbar takes the focus from the region that has it: give it back."""
        if focused is None:
            self.call_later(self._focus_again)

    def _focus_again(self) -> None:
        if self.focused is None and self.is_current and not self.line.is_open:
            self.frame.focus(self.frame.region)

    def on_screen_suspend(self) -> None:
        """Rest while another screen lies on top."""
        self.loader.rest()

    def on_screen_resume(self) -> None:
        """Go on."""
        self.loader.wake()

    def on_resize(self, event: Resize) -> None:
        """Arrange the regions for another size."""
        del event
        self.frame.arrange()
        if self.frame.is_narrow and not self.line.is_open and not self.writing.is_typing:
            self.frame.focus(self.frame.region)
        self.call_after_refresh(self.evidence.map)
        self.call_after_refresh(self.evidence.moved)

    def on_unmount(self) -> None:
        """Keep the place, and what is being typed."""
        self.nav.keep()
        self.writing.keep_now()
        self.noting.close()
