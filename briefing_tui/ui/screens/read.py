"""The reading screen: it puts outline, article and pane together and passes on what happens in them."""

import gc
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, Protocol, cast

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.events import Resize
from textual.message import Message
from textual.screen import Screen
from textual.timer import Timer
from textual.widget import Widget

from briefing_tui.contentfile.door import Unreadable
from briefing_tui.library.reading import day
from briefing_tui.model import Briefing
from briefing_tui.ui.articletext import Target
from briefing_tui.ui.aside import aside
from briefing_tui.ui.commands import for_footer, table
from briefing_tui.ui.correcting import Correcting
from briefing_tui.ui.finder import Finder, Hit, search
from briefing_tui.ui.frame import Frame
from briefing_tui.ui.items import actor_targets, section_items
from briefing_tui.ui.messages import Entered, GivenUp, Stepped, Typed
from briefing_tui.ui.navigator import Navigator
from briefing_tui.ui.notechanges import Changer
from briefing_tui.ui.notefilter import NoteFilter
from briefing_tui.ui.noting import Noting
from briefing_tui.ui.opening import Document
from briefing_tui.ui.progress import PATIENCE, Progress
from briefing_tui.ui.rewriting import Rewriting
from briefing_tui.ui.session import Session
from briefing_tui.ui.steps import Steps
from briefing_tui.ui.widgets.article import Article
from briefing_tui.ui.widgets.bars import KeyLine, MapStrip, PlaceLines, TopLine
from briefing_tui.ui.widgets.items import ItemList
from briefing_tui.ui.widgets.side import Side
from briefing_tui.ui.writing import Writing

if TYPE_CHECKING:
    from briefing_tui.ui.app import BriefingApp
    from briefing_tui.ui.screens.building import BuildingScreen
    from briefing_tui.ui.screens.explain import Left as ExplainLeft
    from briefing_tui.ui.widgets.findbar import FindBar


class View(Protocol):
    """What the line and page keys act on: the article, the outline, a pane's list."""

    def go_lines(self, count: int) -> None: ...
    def go_pages(self, share: float) -> None: ...
    def go_end(self, last: bool) -> None: ...


class Typing(Protocol):
    """What the line in which one types acts on: the search, the notes' filter."""

    def typed(self, words: str) -> None: ...
    def entered(self) -> None: ...
    def given_up(self) -> None: ...
    def stepped(self, step: int) -> None: ...


class ReadScreen(Screen[None]):
    """One briefing, open."""

    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(",".join(command.keys), f"run('{command.id}')", command.label, show=False, priority=True)
        for command in table("read").values()
    ]
    LOOK_SECONDS = 1.0
    """How often the content file is looked at for changes."""

    POLL_SECONDS = 0.5
    """How often it is asked whether another window changed a note."""

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
        self.article, self.side = Article(self.moved, id="article"), Side(id="side")
        self.left = Vertical(id="left")
        self.frame = Frame(self)
        self.nav = Navigator(self, state)
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
        self.find_from, self.find_region = 0, "article"
        self._state = state
        self._building: BuildingScreen | None = None
        self._watch: Timer
        self._item, self._explain_first = item, explain
        self._title = ""
        self._find_bar: FindBar | None = None
        self._typing: Typing | None = None
        self._stamp = document.stamp

    def compose(self) -> ComposeResult:
        # All is arranged and filled before it is mounted, so that the first frame is the one to read.
        self.left.border_title = "Outline"
        self.outline.click_chooses = True
        self.frame.arrange()
        try:
            self._show(self.document.glimpse())
        except Unreadable as error:
            self.say(str(error))
        yield self.top_line
        with self.left:
            yield self.outline
            yield self.map
        yield self.article
        yield self.side
        yield self.key_line

    # Opening, reloading

    def on_mount(self) -> None:
        """Read the rest when the beginning is on the screen."""
        self.frame.focus("article")
        self.call_after_refresh(self._load)
        self.set_interval(self.LOOK_SECONDS, self._look)

    @work(exclusive=True, group="load")
    async def _load(self) -> None:
        steps = Progress()
        if self.session.partial:
            self._watch = self.set_interval(PATIENCE, lambda: self._show_steps(steps))
        try:
            session = await aside(lambda: self.document.load(self._state, steps.tell))
        except Unreadable as error:
            self.post_message(self.Loaded(None, str(error)))
        else:
            self.post_message(self.Loaded(session))

    def _show_steps(self, steps: Progress) -> None:
        """Say what is being done where an article is still being built."""
        if not self.session.partial or steps.any:
            self._watch.stop()
        if self.session.partial and steps.any and self.is_current:
            from briefing_tui.ui.screens.building import BuildingScreen

            self._building = BuildingScreen(self.document.name, steps)
            self.app.push_screen(self._building)

    @on(Loaded)
    def _loaded(self, event: Loaded) -> None:
        # Until here the collector was off (see cli.read): what has been made so far stays, and is not looked at again.
        gc.freeze()
        gc.enable()
        if self._building is not None and self._building.is_current:
            self._building.dismiss(None)
        self._building = None
        if event.session is None:
            self.say(event.problem)
            return
        first = self.session.partial
        if not first and event.session.briefing.title is None and self.session.briefing.title is not None:
            self.say("The file no longer holds a briefing; what was read last is still shown.")
            return
        here, previewing = self.nav.here, self.article.home is not None
        self._show(event.session)
        if first:
            self._make_find_bar()
            self.nav.restore()
            self._open_item()
        elif not self.nav.show(here):
            self.say("The file has changed; the words read here are gone.")
        else:
            self.say("The file has changed and was read anew.")
        if previewing and self.frame.region == "pane":
            self.preview()
        self.noting.load()
        if first:
            self.set_interval(self.POLL_SECONDS, self.noting.poll)
        self._say_how(event.session)
        if self._explain_first:
            self._explain_first = False
            self.open_explain()

    def _say_how(self, session: Session) -> None:
        """Say how an article was built, or what is wrong in a file."""
        built, count = session.built, len(session.problems)
        if built is not None and not built.briefing.sections:
            self.say(f"{'; '.join(built.notes).capitalize()}. X shows its lines: say which are the article's.")
        elif count:
            self.say(f"{count} problem{'s' if count > 1 else ''} in this file: P lists them.")
        elif built is not None:
            note = "; ".join(built.notes) or "X shows its lines; C saves it as a content file"
            self.say(f"Built from the article as it is: {note}")

    def _look(self) -> None:
        stamp = self.document.stamp
        if stamp == self._stamp or self.rewriting.is_writing:
            return
        self._stamp = stamp
        if stamp is None:
            self.say("The file is gone; what was read of it is still shown.")
        else:
            self._load()

    def renew(self, session: Session, stamp: tuple[int, int] | None) -> None:
        """Show the file after a correction: what stands where it stood stays on the screen as it is."""
        self._stamp = stamp
        text, lit = self.article.text, dict(self.article.ranges("lit"))
        if [block.key for block in text.blocks] != [block.key for block in session.text.blocks]:
            self._loaded(self.Loaded(session))
            return
        self.session = session
        if text == session.text:
            session.text = text
        else:
            self.article.show(session.text)
            self.article.set_ranges("lit", lit)
        self.side.renew(session)
        self._map()
        self.noting.load()
        self.refresh_footer()

    def go_on_in(self, document: Document, session: Session) -> None:
        """Read on in another file that holds the same briefing."""
        self.document = document
        self.nav.go_on_in_file()
        self.renew(session, document.stamp)

    def _show(self, session: Session) -> None:
        self.session = session
        briefing = session.briefing
        self.top_line.title = briefing.title or "Untitled"
        minutes = f"{session.minutes} min" if session.minutes else ""
        details = (briefing.publisher or "", day(briefing.published or ""), minutes)
        self.top_line.details = tuple(part for part in details if part)
        self.article.show(session.text)
        self.outline.show(section_items(session))
        self.side.show(session)
        self.noting.reset()
        self._map()
        self.moved()

    def _open_item(self) -> None:
        """Open at the item that was asked for."""
        item, self._item = self._item, None
        if item is None:
            return
        if item in self.session.text.headings:
            self.nav.go_to_section(item)
            return
        for pane in ("quotes", "actors", "images"):
            if self.side.find_item(pane, item):
                self.open_pane(pane)
                self.preview()
                return
        self.noting.open_at(item)

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
        self.key_line.commands = tuple(command for command in for_footer(region) if command.usable(self))
        selecting = self.article.selection is not None
        self.key_line.mode = "Selecting: y copy  Y cite  Esc leave  h j k l w b move" if selecting else ""

    def moved(self) -> None:
        """Bring what tells the position up to date."""
        article = self.article
        self.top_line.progress = f"{article.progress:.0%}".replace("%", " %")
        section = self.session.section_index(article.current)
        if section >= 0 and section < len(self.outline.items) and self.frame.region != "outline":
            self.outline.move_to(section, announce=False)
        lines = max(1, article.line_count)
        self.map.view = (article.top / lines, min(1.0, (article.top + article.page) / lines))
        title = self.session.briefing.title or "Article"
        self._frame_title("Article" if self.top_line.display else f"{self.top_line.progress} · {title}")
        self.refresh_footer()

    def _frame_title(self, title: str) -> None:
        """The article's frame tells what there is no line at the top for. (Setting a title redraws the frame.)"""
        if title != self._title:
            self._title = title
            self.article.border_title = Content(title)

    def _map(self) -> None:
        item = self.side.shown.item
        width = max(4, self.map.content_size.width or 18)
        if self.side.current == "actors" and item is not None and item.kind == "actor":
            actor = next(actor for actor in self.session.briefing.actors if actor.id == item.id)
            targets, label = actor_targets(self.session, actor), actor.name
        else:
            targets = [Target(block, start) for block, start, _ in self.session.quote_stops]
            label = f"{len(targets)} quotes" if targets else ""
        self.map.cells_shown, self.map.label = self.session.strip(targets, width), label

    # Commands and keys

    async def action_run(self, name: str) -> None:
        """Run a command of the table. What it opens takes the very next key."""
        table("read")[name].run(self)
        await self.writing.settle()
        self.refresh_footer()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """While one types what to find, or a note, keys are text. (They are taken before the focused widget sees them, so that a
        burst of keys is handled one after the other.)"""
        is_typing = self.is_typing_words or self.writing.is_typing
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
        """Show a pane and give it the focus."""
        self.side.open(name)
        self.frame.focus("pane")
        self._map()
        self._place()

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
            self.moved()
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

    # Live evidence

    def preview(self) -> None:
        """Show the place of the pane's item in the article, without going there."""
        item = self.side.shown.item
        if item is not None and item.targets:
            self.article.preview(item.targets)
        else:
            self.article.return_home()
        self._place()
        self._map()
        self.moved()

    def _place(self) -> None:
        item = self.side.shown.item
        target = item.targets[0] if item and item.targets else None
        if target is None:
            self.place_lines.heading, self.place_lines.words = "No place in the article", ""
            return
        section = self.session.section_heading(self.session.text.section_of(target.block))
        self.place_lines.heading = f"{section or 'Top'} · {self.session.fraction(target):.0%}"
        blocks = self.session.text.blocks
        below_heading = self.session.text.address(target.block).kind == "heading" and target.block + 1 < len(blocks)
        text = blocks[target.block + 1 if below_heading else target.block].text
        self.place_lines.words = ("…" if target.start else "") + text[max(0, target.start - 1) :].replace("\n", " ")

    @on(ItemList.Moved)
    def _item_moved(self, event: ItemList.Moved) -> None:
        if event.list is self.outline:
            self.article.preview(event.item.targets)
            self.moved()
        elif event.list is self.side.shown:
            self.preview()

    @on(ItemList.Chosen)
    def _item_chosen(self, event: ItemList.Chosen) -> None:
        if event.item.kind == "section":
            self.frame.focus("article")
            self.article.stay()
            self.nav.go_to_section(event.item.id)
        elif event.item.targets:
            self.frame.focus("article")
            self.nav.go_to(event.item.targets)
        else:
            self.say("This stands nowhere in the article.")

    def follow_quote(self, quote_id: str) -> None:
        """Let the pane, if it lists the quotes, follow the article to a quote."""
        if self.side.current == "quotes":
            self.side.find_item("quotes", quote_id)

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

    def start_finding(self) -> None:
        """Type what to find."""
        if not self.is_finding:
            self.find_from, self.find_region = self.article.current, self.frame.region
        self.start_typing(self.finder, "/", self.finder.sought)

    def start_typing(self, typing: Typing, prompt: str, words: str) -> None:
        """Change the footer for the line in which one types."""
        self._typing = typing
        self.key_line.display = False
        self._make_find_bar().open(words, prompt)

    @property
    def is_typing_words(self) -> bool:
        """Whether keys go into the line in which one types."""
        return self._typing is not None

    @property
    def is_finding(self) -> bool:
        """Whether one types what to find."""
        return self._typing is self.finder

    def _make_find_bar(self) -> "FindBar":
        """The line in which one types: made when the first screen stands, so that it takes keys from the first one on."""
        from briefing_tui.ui.widgets.findbar import FindBar

        if self._find_bar is None:
            self._find_bar = FindBar()
            self.mount(self._find_bar)
        return self._find_bar

    def _stop_typing(self) -> None:
        self._typing = None
        self.frame.focus(self.frame.region)
        self._make_find_bar().close()
        self.key_line.display = not self.writing.is_open

    def count_hits(self, text: str) -> None:
        """Say how many hits there are, while one types."""
        if self.is_typing_words:
            self._make_find_bar().count(text)

    @on(Typed)
    def _words_typed(self, event: Typed) -> None:
        if self._typing is not None:
            self._typing.typed(event.words)

    @on(Entered)
    def _words_entered(self) -> None:
        typing = self._typing
        if typing is not None:
            self._stop_typing()
            typing.entered()

    @on(GivenUp)
    def _words_given_up(self) -> None:
        typing = self._typing
        if typing is not None:
            typing.given_up()
            self._stop_typing()

    @on(Stepped)
    def _words_stepped(self, event: Stepped) -> None:
        if self._typing is not None:
            self._typing.stepped(event.step)

    @work(thread=True, exclusive=True, group="find", exit_on_error=False)
    def search(self, words: str, sources: list[tuple[str, list[str]]]) -> None:
        """Search the texts, beside everything else."""
        self.post_message(self.Found(words, search(words, sources)))

    @on(Found)
    def _found(self, event: Found) -> None:
        if self.is_finding or self.finder.words:
            self.finder.found(event.words, event.hits)

    def show_hit(self, target: Target) -> None:
        """Bring a hit in the article into view; while one types, where one was reading is remembered."""
        if self.is_finding:
            self.article.preview(())
            self.article.show_target(target)
        else:
            self.nav.go_to([target], lit=False)
        if self.frame.is_narrow and self.frame.region != "article" and not self.is_finding:
            self.frame.focus("article")

    def show_pane_line(self, pane: str, block: int, offset: int) -> None:
        """Bring a hit in a pane into view."""
        self.side.open(pane)
        self.side.shown.move_to(self.side.shown.owner_of(block), announce=False)
        line = self.side.shown.line_of(block, offset)
        self.side.shown.reveal(line, line)
        if not self.is_finding:
            self.frame.focus("pane")

    # The rest

    def offer_link(self, href: str | None) -> None:
        """Show an address whole, and open it if that is wanted."""
        from briefing_tui.ui.screens.link import LinkScreen

        if href is None:
            self.say("This briefing names no address of its source.")
        elif href.startswith("#"):
            self.nav.go_to_section(href[1:])
        else:
            self.app.push_screen(LinkScreen(href))

    def open_export(self) -> None:
        """Show what of the notes will be written, and where."""
        from briefing_tui.ui.screens.export import open_export

        open_export(self)

    @property
    def can_explain(self) -> bool:
        """Whether the briefing names the source that it was built from."""
        return self.session.built is not None or (self.document.path is not None and self.session.briefing.source is not None)

    def open_explain(self) -> None:
        """Show what each line of the source was taken for."""
        from briefing_tui.ui.screens.explain import ExplainScreen

        if self.session.partial or not self.can_explain:
            self.say("This briefing does not name the source that it was built from.")
            return
        self.app.push_screen(ExplainScreen(self.document, self.session, self._state), self._explained)

    def _explained(self, left: "ExplainLeft | None") -> None:
        """Show the briefing as it was built anew, where one was reading; or the place of a line."""
        if left is not None and left.session is not None:
            here = self.nav.here
            self._show(left.session)
            self.noting.load()
            if not self.nav.show(here):
                self.say("The words read here are gone from the article.")
        self._look()
        if left is not None and left.row is not None:
            from briefing_tui.ui.lineplace import target_of

            target = target_of(left.row, left.before, self.session.text.blocks)
            self.frame.focus("article")
            self.nav.go_to([target] if target else [])

    def open_library(self) -> None:
        """Go to the library."""
        self.nav.keep()
        self.post_message(self.Left(self.document.path))

    def show_problems(self) -> None:
        """Go to the file's problems."""
        if not self.session.problems:
            self.say("Nothing is wrong in this file.")
            return
        self.open_pane("summary")
        self.side.find_item("summary", "problem-0")

    def watch_focused(self, focused: Widget | None) -> None:
        """A click on a frame or a scrollbar takes the focus from the region that has it: give it back."""
        if focused is None:
            self.call_later(self._focus_again)

    def _focus_again(self) -> None:
        if self.focused is None and self.is_current and not self.is_typing_words:
            self.frame.focus(self.frame.region)

    def on_resize(self, event: Resize) -> None:
        """Arrange the regions for another size."""
        del event
        self.frame.arrange()
        if self.frame.is_narrow and not self.is_typing_words:
            self.frame.focus(self.frame.region)
        self.call_after_refresh(self._map)
        self.call_after_refresh(self.moved)

    def on_unmount(self) -> None:
        """Keep the place, and what is being typed."""
        self.nav.keep()
        self.writing.keep_now()
        self.noting.close()
