"""Opening a briefing: its beginning first, then the whole; and reading it anew when its file changes or was built anew."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from textual.timer import Timer

from briefing_tui.contentfile.read.file_input import UnreadableFile
from briefing_tui.presentation.dates import day
from briefing_tui.ui.terminal.background import run_in_loop, run_in_thread
from briefing_tui.ui.terminal.gc_tuning import end_start
from briefing_tui.ui.view.opened_file import Document
from briefing_tui.ui.view.pane_items import section_items
from briefing_tui.ui.view.progress import PATIENCE, Progress
from briefing_tui.ui.view.session import Session

if TYPE_CHECKING:
    from briefing_tui.ui.dialogs.building import BuildingScreen
    from briefing_tui.ui.read_screen import ReadScreen
    from briefing_tui.ui.source_lines.screen import Left as ExplainLeft


class Loader:
    """What one reader has read of its file. `item` is what it opens at; with `explain`, the source's lines are shown first."""

    LOOK_SECONDS = 1.0
    """How often the content file is looked at for changes."""

    POLL_SECONDS = 0.5
    """How often it is asked whether another window changed a note."""

    def __init__(self, reader: ReadScreen, state: Path | None, item: str | None, explain: bool) -> None:
        self._reader, self._state = reader, state
        self._item, self._explain_first = item, explain
        self._building: BuildingScreen | None = None
        self._watch: Timer
        self.timers: list[Timer] = []
        """What is asked again and again."""
        self._stamp = reader.document.stamp
        self._held: Callable[[], None] | None = None

    def start(self) -> None:
        """Read the rest when the beginning is on the screen."""
        self._reader.call_after_refresh(self.read)
        self.timers.append(self._reader.set_interval(self.LOOK_SECONDS, self.look))

    def rest(self) -> None:
        """Ask nothing while another screen lies on top: the framework would draw both anew each time."""
        for timer in self.timers:
            timer.pause()

    def wake(self) -> None:
        """Ask again."""
        for timer in self.timers:
            timer.resume()

    def when_whole(self, act: Callable[[], None]) -> None:
        """Do this when the whole file has been read: a key that asks for what the beginning does not hold yet."""
        self._held = act

    def read(self) -> None:
        """Read the whole, beside everything else."""
        run_in_loop(self._reader, self._load, "load", exclusive=True)

    async def _load(self) -> None:
        reader = self._reader
        steps = Progress()
        if reader.session.partial:
            self._watch = reader.set_interval(PATIENCE, lambda: self._show_steps(steps))
        try:
            session = await run_in_thread(lambda: reader.document.load(self._state, steps.tell))
        except UnreadableFile as error:
            reader.post_message(reader.Loaded(None, str(error)))
        else:
            reader.post_message(reader.Loaded(session))

    def _show_steps(self, steps: Progress) -> None:
        """Say what is being done where an article is still being built."""
        reader = self._reader
        if not reader.session.partial or steps.any:
            self._watch.stop()
        if reader.session.partial and steps.any and reader.is_current:
            from briefing_tui.ui.dialogs.building import BuildingScreen

            self._building = BuildingScreen(reader.document.name, steps)
            reader.app.push_screen(self._building)

    def loaded(self, session: Session | None, problem: str = "") -> None:
        """Show the briefing that was read as a whole, or tell why it could not be."""
        reader = self._reader
        end_start()
        if self._building is not None:
            self._building.close()
        self._building = None
        if session is None:
            reader.say(problem)
            return
        first = reader.session.partial
        if not first and session.briefing.title is None and reader.session.briefing.title is not None:
            reader.say("The file no longer holds a briefing; what was read last is still shown.")
            return
        here, previewing = reader.nav.here, reader.article.home is not None
        self.show(session)
        if first:
            reader.line.bar()
            reader.nav.restore()
            self._open_item()
        elif not reader.nav.show(here):
            reader.say("The file has changed; the words read here are gone.")
        else:
            reader.say("The file has changed and was read anew.")
        if (first or previewing) and reader.frame.region == "pane":
            reader.evidence.preview()
        reader.noting.load()
        if first:
            self.timers.append(reader.set_interval(self.POLL_SECONDS, reader.noting.poll))
        self._say_how(session)
        if self._held is not None:
            held, self._held = self._held, None
            held()
        if self._explain_first:
            self._explain_first = False
            self.open_explain()

    def _say_how(self, session: Session) -> None:
        """Say how an article was built, or what is wrong in a file."""
        built, count = session.built, len(session.problems)
        if built is not None and not built.briefing.sections:
            self._reader.say(f"{'; '.join(built.notes).capitalize()}. X shows its lines: say which are the article's.")
        elif count:
            self._reader.say(f"{count} problem{'s' if count > 1 else ''} in this file: P lists them.")
        elif built is not None:
            note = "; ".join(built.notes) or "X shows its lines; C saves it as a content file"
            self._reader.say(f"Built from the article as it is: {note}")

    def look(self) -> None:
        """See whether the file has changed."""
        reader = self._reader
        stamp = reader.document.stamp
        if stamp == self._stamp or reader.rewriting.is_writing:
            return
        self._stamp = stamp
        if stamp is None:
            reader.say("The file is gone; what was read of it is still shown.")
        else:
            self.read()

    def renew(self, session: Session, stamp: tuple[int, int] | None) -> None:
        """Show the file after a correction: what stands where it stood stays on the screen as it is."""
        reader = self._reader
        self._stamp = stamp
        text, lit = reader.article.text, dict(reader.article.ranges("lit"))
        if [block.key for block in text.blocks] != [block.key for block in session.text.blocks]:
            self.loaded(session)
            return
        reader.session = session
        if text == session.text:
            session.text = text
        else:
            reader.article.show(session.text)
            reader.article.set_ranges("lit", lit)
        reader.side.renew(session)
        reader.evidence.map()
        reader.noting.load()
        reader.refresh_footer()

    def go_on_in(self, document: Document, session: Session) -> None:
        """Read on in another file that holds the same briefing."""
        self._reader.document = document
        self._reader.nav.go_on_in_file()
        self.renew(session, document.stamp)

    def show(self, session: Session) -> None:
        """Show a briefing in every region."""
        reader = self._reader
        reader.session = session
        briefing = session.briefing
        reader.top_line.title = briefing.title or "Untitled"
        minutes = f"{session.minutes} min" if session.minutes else ""
        details = (briefing.publisher or "", day(briefing.published or ""), minutes)
        reader.top_line.details = tuple(part for part in details if part)
        reader.article.show(session.text)
        reader.outline.show(section_items(session))
        reader.side.show(session)
        reader.noting.reset()
        reader.evidence.map()
        reader.evidence.moved()

    def _open_item(self) -> None:
        """Open at the item that was asked for."""
        reader = self._reader
        item, self._item = self._item, None
        if item is None:
            return
        if item in reader.session.text.headings:
            reader.nav.go_to_section(item)
            return
        for pane in ("quotes", "actors", "images"):
            if reader.side.find_item(pane, item):
                reader.open_pane(pane)
                return
        reader.noting.open_at(item)

    @property
    def can_explain(self) -> bool:
        """Whether the briefing names the source that it was built from."""
        session = self._reader.session
        return session.built is not None or (self._reader.document.path is not None and session.briefing.source is not None)

    def open_explain(self) -> None:
        """Show what each line of the source was taken for."""
        reader = self._reader
        from briefing_tui.ui.source_lines.screen import ExplainScreen

        if reader.session.partial or not self.can_explain:
            reader.say("This briefing does not name the source that it was built from.")
            return
        reader.app.push_screen(ExplainScreen(reader.document, reader.session, self._state), self._explained)

    def _explained(self, left: ExplainLeft | None) -> None:
        """Show the briefing as it was built anew, where one was reading; or the place of a line."""
        reader = self._reader
        if left is not None and left.session is not None:
            here = reader.nav.here
            self.show(left.session)
            reader.noting.load()
            if not reader.nav.show(here):
                reader.say("The words read here are gone from the article.")
        self.look()
        if left is not None and left.row is not None:
            from briefing_tui.ui.source_lines.article_place import target_of

            target = target_of(left.row, left.before, reader.session.text.blocks)
            reader.frame.focus("article")
            reader.nav.go_to([target] if target else [])
