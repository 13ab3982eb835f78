"""The screen of reading: outline, article and pane, and how they act together."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar, Protocol

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.events import Resize
from textual.widget import Widget

from briefing_tui.contentfile.read.file_input import UnreadableFile
from briefing_tui.presentation.dates import day
from briefing_tui.settings.config import Settings
from briefing_tui.settings.table import ARTICLE_ONLY, CITATION, PANE, TEXT_WIDTH
from briefing_tui.ui.commands import CommandTable, Region, commands_of
from briefing_tui.ui.reader.loader import LoadedNotes, Loader
from briefing_tui.ui.reader.navigator import Navigator
from briefing_tui.ui.reader.preview import Preview
from briefing_tui.ui.reader.region_layout import RegionLayout
from briefing_tui.ui.terminal.drawing.line_scroll_view import Column, Frame
from briefing_tui.ui.view.opened_file import OpenedFile
from briefing_tui.ui.view.session import Session
from briefing_tui.ui.view.state import ReaderState
from briefing_tui.ui.widgets.article import Article
from briefing_tui.ui.widgets.bars import KeyLine, MapStrip, TopLine
from briefing_tui.ui.widgets.item_list import ItemList
from briefing_tui.ui.widgets.side import Side
from briefing_tui.ui.widgets.typing_line import TypesWords, TypingLine

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing_tui.ui.reader.copying import Copier
    from briefing_tui.ui.reader.finder import Finder
    from briefing_tui.ui.reader.jump_targets import JumpTargets
    from briefing_tui.ui.reader.links import Links


class ListedNotes(LoadedNotes, Protocol):
    """The notes, as reading needs them."""

    @property
    def all(self) -> Sequence[object]:
        """Every note and draft of the briefing."""

    def words_of(self, item_id: str) -> str:
        """Return what is copied of a note, given its id in the pane."""


class ReadingScreen(TypesWords, ReaderState):
    """Reading: everything about one open briefing but notes, corrections and export, which `ReadScreen` adds."""

    BLANK = True  # the regions cover it
    TABLE: ClassVar[CommandTable]
    """The commands that its keys run."""
    loader: Loader
    """Reads the file; set by `ReadScreen`, as it reads the notes, too."""

    def __init__(self, file: OpenedFile, folder: Path | None, settings: Settings) -> None:
        """Open a file; `folder` is where places are kept between sessions, None to keep none."""
        super().__init__(file)
        self._article_title = ""
        self.top_line, self.key_line = TopLine(), KeyLine()
        self.outline, self.map = ItemList(id="outline", empty=""), MapStrip()
        self.article, self.side = Article(self._show_position, id="article"), Side(id="side")
        self.side.folder = file.folder
        self.left, self.middle = Frame(id="left"), Column(id="middle")
        self.article.max_width = settings[TEXT_WIDTH]
        self._citation = settings[CITATION]
        self.set_reactive(ReaderState.pane, settings[PANE])
        self.set_reactive(ReaderState.zen, settings[ARTICLE_ONLY])
        self.regions = RegionLayout(self, settings, self.top_line, self.outline, self.left, self.article, self.middle, self.side)
        self.line = TypingLine(self, self.key_line, self.regions.focus_again)
        self.preview = Preview(self, self.article, self.side, self.map)
        self.navigator = Navigator(self, self.article, folder)

    @property
    def notes(self) -> ListedNotes:
        """The notes; given by `ReadScreen`."""
        raise NotImplementedError

    # What is loaded when it is first used

    @cached_property
    def copier(self) -> Copier:
        """Copies words."""
        from briefing_tui.ui.reader.copying import Copier

        return Copier(self, self.article, self.side, self.notes.words_of, self._citation)

    def made(self, name: str) -> Any:
        """Return such a feature if it was made, else None."""
        return vars(self).get(name)

    @cached_property
    def finder(self) -> Finder:
        """Finds words in the article and the panes."""
        from briefing_tui.ui.reader.finder import Finder

        return Finder(self, self.article, self.side, self.line, self.regions, self.navigator, self.preview)

    @cached_property
    def jump_targets(self) -> JumpTargets:
        """Finds what can be jumped to."""
        from briefing_tui.ui.reader.jump_targets import JumpTargets

        return JumpTargets(self, self.outline, self.article, self.side, self.regions, self.navigator, self.preview, self.links)

    @cached_property
    def links(self) -> Links:
        """Finds addresses and offers to open them."""
        from briefing_tui.ui.reader.links import Links

        return Links(self, self.article, self.side, self.navigator)

    # Composing

    def compose(self) -> ComposeResult:
        # All is arranged and filled before it is mounted, so that the first frame is the one to read.
        self.left.border_title = "Outline"
        self.outline.click_chooses = True
        self.regions.arrange()
        try:
            size = self.app.size
            self.loader.show(self.file.glimpse(min(size.width, self.article.max_width), size.height))
        except UnreadableFile as error:
            self.say(str(error))
        self.watch(self.article, "selection", self._selected, init=False)
        yield self.top_line.data_bind(ReaderState.progress, notes=ReaderState.note_count)
        with self.left:
            yield self.outline
        with self.middle:
            yield self.article.data_bind(ReaderState.lit)
        yield self.side.data_bind(ReaderState.pane, ReaderState.speaker, ReaderState.notes_shown)
        yield self.key_line

    def on_mount(self) -> None:
        """Read the rest when the beginning is on the screen."""
        self.regions.focus("article")
        self.call_after_refresh(self._mount_map)
        self.loader.start()

    async def _mount_map(self) -> None:
        if not self.left.is_attached:
            return  # The user has left already.
        await self.left.mount(self.map.data_bind(view=ReaderState.in_view))
        self.call_after_refresh(self.preview.show_map)  # now that its width is known

    # What features may ask for

    @property
    def state(self) -> ReaderState:
        """The screen, as features know it."""
        return self

    def say(self, text: str) -> None:
        """Show a message in the footer for a few seconds."""
        self.key_line.say(commands_of(self).name_keys(text))

    def focus_region(self, region: Region) -> None:
        """Give a region the keys, and show it if it is hidden."""
        self.regions.focus(region)

    def open_pane(self, name: str, item: str | None = None) -> None:
        """Show a pane, give it the keys, and preview its item's place.

        The cursor is put on `item`, or else on what is where the user reads. In a pane that has the keys already, it stays.
        """
        is_open = self.pane == name and self.active_region == "pane"
        self.pane = name
        self.regions.focus("pane")
        if item is not None:
            self.side.find_item(name, item)
        if item is not None:
            self.preview.show_item()
        else:
            self.preview.open_pane(keep_cursor=is_open)

    def show_item_place(self) -> None:
        """Preview the place of the item under the pane's cursor in the article."""
        self.preview.show_item()

    def arrange_regions(self) -> None:
        """Show the regions that there is room for."""
        self.regions.arrange()

    def copy_words(self, words: str, name: str) -> None:
        """Put words on the clipboards; `name` is what the message calls them."""
        self.copier.copy(words, name)

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

    @property
    def keys_of_editor(self) -> str:
        """The keys of an editor with what they do, while it has the focus."""
        return ""

    def refresh_footer(self) -> None:
        """Show the keys that work now."""
        table = commands_of(self)
        shown = table.while_selecting() if self.is_selecting else table.in_footer(self.active_region)
        self.key_line.commands = tuple(command for command in shown if command.usable(self))
        self.key_line.mode = self.keys_of_editor

    # Commands and keys

    async def action_run(self, name: str) -> None:
        """Run a command of the table. What it opens takes the very next key."""
        self.TABLE[name].run(self)
        self.refresh_footer()

    @property
    def is_typing(self) -> bool:
        """True while keys are text."""
        return self.line.is_open

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Let keys be text while the user types what to find, or a note.

        (Keys are taken before the focused widget sees them, so that a burst of keys is handled one after the other.)
        """
        if action == "run" and (self.is_typing or parameters[0] not in commands_of(self)):
            return False
        return super().check_action(action, parameters)

    @on(KeyLine.CommandPressed)
    async def _footer_pressed(self, event: KeyLine.CommandPressed) -> None:
        await self.action_run(event.command.id)

    @property
    def is_at_rest(self) -> bool:
        """True if the user reads the article, and nothing is open that Esc would close."""
        is_filtered = self.active_region == "pane" or self.zen or bool(self.found_words)
        return self.active_region == "article" and not (self.article.selection or self.article.home or is_filtered)

    @property
    def found_words(self) -> str:
        """The words whose hits are shown; empty if none are."""
        finder: Finder | None = self.made("finder")
        return finder.words if finder else ""

    def _clear_hits(self) -> bool:
        finder: Finder | None = self.made("finder")
        return finder is not None and finder.clear()

    def close_top(self) -> None:
        """Close the top thing that is open; with nothing open, go back to the article."""
        self.key_line.hush()
        if self.article.selection:
            self.article.select(None)
        elif self._clear_hits() or self.unfilter() or self.preview.end():
            self.article.report_position()
        elif self.zen:
            self.regions.set_zen(False)
        elif self.active_region != "article":
            self.regions.focus("article")

    def unfilter(self) -> bool:
        """List all items of the active pane again; return whether it was filtered."""
        if self.active_region != "pane":
            return False
        was_filtered, self.speaker = self.speaker is not None, None
        return was_filtered

    # What the whole screen adds

    def show_keys(self) -> None:
        """Show every key."""
        raise NotImplementedError

    def open_lines(self) -> None:
        """Show what each line of the source was classified as."""
        raise NotImplementedError

    def filter_notes(self) -> None:
        """Ask which notes are to be listed."""
        raise NotImplementedError

    def open_library(self) -> None:
        """Go to the library."""
        raise NotImplementedError

    def show_person(self) -> None:
        """Show the dossier of the actor or speaker under the cursor, or ask of whom."""
        raise NotImplementedError

    def show_same_words(self) -> None:
        """Show the other articles that have the words of the quote where the user is."""
        raise NotImplementedError

    def ask_draft(self) -> None:
        """Ask for a draft to check."""
        raise NotImplementedError

    def ask_recent(self) -> None:
        """Ask which of the articles that were opened last is to be opened again."""
        raise NotImplementedError

    def has_article(self, step: int) -> bool:
        """Return whether an article was read before (-1) or after (1) this one."""
        raise NotImplementedError

    def go_to_article(self, step: int) -> bool:
        """Go to the article that was read before (-1) or after (1).

        Returns whether there is one.
        """
        raise NotImplementedError

    # What happens in the widgets

    def on_finder_search_ended(self, event: Finder.SearchEnded) -> None:
        """Show what was found."""
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
            self.navigator.go_to(self.article.from_view(item.targets))
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
        if self.article.text.address(event.block).kind == "caption":
            return  # It is clicked to be read; `o` opens the image.
        for link in self.links.of_block(event.block):
            if link.start <= event.offset < link.end:
                self.links.offer(link.href)

    @on(Side.TabPressed)
    def _tab_pressed(self, event: Side.TabPressed) -> None:
        self.open_pane(event.pane)

    def watch_focused(self, focused: Widget | None) -> None:
        """Give the focus back after a click on a frame or a scrollbar."""
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
        if self.regions.is_narrow and not self.is_typing:
            self.regions.focus_again()
        self.call_after_refresh(self.preview.show_map)
        self.call_after_refresh(self.article.report_position)

    def on_unmount(self) -> None:
        """Keep the place."""
        self.navigator.keep()
