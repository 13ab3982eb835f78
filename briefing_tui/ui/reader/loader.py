"""Read a briefing: first its beginning, then the whole.

It is read again when its file changes.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from textual.message import Message
from textual.timer import Timer

from briefing_tui.contentfile.read.file_input import UnreadableFile
from briefing_tui.model.briefing import Place
from briefing_tui.ui.commands import Need
from briefing_tui.ui.reader.navigator import Navigator
from briefing_tui.ui.reader.preview import Preview
from briefing_tui.ui.terminal.background import run_in_loop, run_in_thread
from briefing_tui.ui.terminal.program_start import end_start
from briefing_tui.ui.view.opened_file import OpenedFile
from briefing_tui.ui.view.pane_items import section_items
from briefing_tui.ui.view.progress import PATIENCE, Progress
from briefing_tui.ui.view.session import Session
from briefing_tui.ui.view.state import ReaderState
from briefing_tui.ui.widgets.article import Article
from briefing_tui.ui.widgets.item_list import ItemList
from briefing_tui.ui.widgets.side import Side

if TYPE_CHECKING:
    from briefing_tui.ui.dialogs.build_dialog import BuildDialog


class LoadedNotes(Protocol):
    """The notes of the briefing that is shown."""

    def reset(self) -> None:
        """Forget them: another reading of the briefing is shown."""

    def load(self) -> None:
        """Read them."""

    def poll(self) -> None:
        """See whether other windows changed them."""

    def open_at(self, note_id: str) -> None:
        """Show one of them."""


class Loader:
    """Reads the file of one reader, and shows what it read."""

    LOOK_SECONDS = 1.0
    """How often the content file is looked at for changes."""
    POLL_SECONDS = 0.5
    """How often other windows' changes of notes are looked for."""

    class Loaded(Message):
        """The briefing has been read as a whole, or could not be."""

        def __init__(self, session: Session | None, problem: str = "") -> None:
            super().__init__()
            self.session, self.problem = session, problem

    def __init__(
        self,
        state: ReaderState,
        article: Article,
        outline: ItemList,
        side: Side,
        navigator: Navigator,
        preview: Preview,
        notes: Callable[[], LoadedNotes],
        folder: Path | None,
        item: str | Place | None,
    ) -> None:
        """Take the notes as what makes them when the whole is read.

        `folder` keeps what the user corrected of a source's lines; `item` is the id or the place of what is shown first.
        """
        self._state, self._article, self._outline, self._side = state, article, outline, side
        self._navigator, self._preview, self._notes = navigator, preview, notes
        self._folder, self._item = folder, item
        self._building: BuildDialog | None = None
        self._watch: Timer
        self.timers: list[Timer] = []
        """What looks for changes again and again."""
        self._stamp = state.file.stamp
        self._is_shown = self._is_over = False
        self.opens_at_places = False
        """Whether the item that is shown first is shown in the article, not in its pane."""
        self.is_written_here: Callable[[], bool] = lambda: False
        """Whether the reader itself is changing the file, so that its change is no news."""

    def start(self) -> None:
        """Read the rest once the beginning is on the screen, and watch the file."""
        self._state.call_after_refresh(self.read)
        self.timers.append(self._state.set_interval(self.LOOK_SECONDS, self.look))

    def pause(self) -> None:
        """Watch nothing while another screen is on top.

        The framework would draw both screens again each time.
        """
        for timer in self.timers:
            timer.pause()

    def resume(self) -> None:
        """Watch again."""
        for timer in self.timers:
            timer.resume()

    def has_read(self, need: Need) -> bool:
        """Return whether enough is read for a key that needs so much.

        The beginning is enough to scroll in it, unless the whole will be shown elsewhere: where the user stopped reading.
        """
        if need == "beginning" and self._is_shown and not self._is_over:
            article = self._article
            below = article.line_count - article.top - article.page
            return self._state.active_region == "article" and below > article.page and self._navigator.memory.place is None
        return need == "nothing" or self._is_over

    # Reading

    def read(self) -> None:
        """Read the whole, beside everything else."""
        self._is_shown = True
        self._state.take_keys()
        run_in_loop(self._state, self._load, "load", exclusive=True)

    async def _load(self) -> None:
        state = self._state
        steps = Progress()
        if state.session.partial:
            self._watch = state.set_interval(PATIENCE, lambda: self._show_steps(steps))
        try:
            session = await run_in_thread(lambda: state.file.load(self._folder, steps.tell))
        except UnreadableFile as error:
            state.post_message(self.Loaded(None, str(error)))
        else:
            state.post_message(self.Loaded(session))

    def _show_steps(self, steps: Progress) -> None:
        """Show what is being done while an article is built."""
        state = self._state
        if not state.session.partial or steps.any:
            self._watch.stop()
        if state.session.partial and steps.any and state.is_current:
            from briefing_tui.ui.dialogs.build_dialog import BuildDialog

            self._building = BuildDialog(state.file.name, steps)
            state.app.push_screen(self._building)

    def look(self) -> None:
        """Read the file again if it has changed."""
        stamp = self._state.file.stamp
        if stamp == self._stamp or self.is_written_here():
            return
        self._stamp = stamp
        if stamp is None:
            self._state.say("The file is gone; what was read of it is still shown.")
        else:
            self.read()

    # Showing

    def show(self, session: Session) -> None:
        """Show a briefing in every region."""
        state = self._state
        state.lit = ()
        state.session = session
        self._article.show(session.text)
        self._article.show_quotes(session.direct_quotes)
        self._outline.show(section_items(session))
        self._side.show(session)
        if not session.partial:
            self._notes().reset()
        self._preview.show_map()
        self._article.report_position()

    def loaded(self, session: Session | None, problem: str = "") -> None:
        """Show the briefing that was read, or say why it could not be."""
        state = self._state
        end_start()
        self._is_over = True
        if self._building is not None:
            self._building.close()
        self._building = None
        state.take_keys()
        if session is None:
            state.say(problem)
            return
        is_first = state.session.partial
        if not is_first and session.briefing.title is None and state.session.briefing.title is not None:
            state.say("The file is no longer a briefing; what was read last is still shown.")
            return
        here, is_previewing = self._navigator.here, self._article.home is not None
        was_open = state.active_region == "pane"
        self.show(session)
        if is_first:
            self._navigator.restore()
            self._open_item()
        elif not self._navigator.show(here):
            state.say("The file has changed, and the words that you were reading are gone.")
        else:
            state.say("The file has changed and was read again.")
        if is_first and was_open:
            self._preview.open_pane()
        elif is_previewing and state.active_region == "pane":
            self._preview.show_item()
        self._notes().load()
        if is_first:
            from briefing_tui.ui.dialogs.load_ahead import load_ahead

            load_ahead(state, pictures=any(image.url for image in session.briefing.images))
            self.timers.append(state.set_interval(self.POLL_SECONDS, self._notes().poll))
        self._say_how(session)

    def _say_how(self, session: Session) -> None:
        """Say how an article was built, or what is wrong in a file."""
        built, count = session.built, len(session.problems)
        if built is not None and not built.briefing.sections:
            self._state.say(
                f"{'; '.join(built.notes).capitalize()}. ⟦explain_source⟧ shows its lines: mark those that belong to the article."
            )
        elif count and built is None:
            self._state.say(f"{count} problem{'s' if count > 1 else ''} in this file: ⟦problems⟧ lists them.")
        elif built is not None:
            note = "; ".join(built.notes) or "⟦explain_source⟧ shows its lines; ⟦save_as⟧ saves it as a content file"
            more = "; ⟦problems⟧ lists it, ⟦explain_source⟧ corrects it" if count else ""
            self._state.say(f"Built from the article as it is: {note}{more}")

    def _open_item(self) -> None:
        """Open at the item that was asked for."""
        item, self._item = self._item, None
        if item is None:
            return
        if isinstance(item, Place):
            target = self._article.text.target(item)
            self._navigator.go_to([target] if target else [])
            return
        if item in self._state.session.text.headings:
            self._navigator.go_to_section(item)
            return
        for pane in ("quotes", "actors", "images"):
            items = self._side.items_of(pane)
            if item in items.numbers:
                targets = items[items.numbers[item]].targets
                if self.opens_at_places and targets:
                    self._navigator.go_to(targets)
                    return
                self._state.open_pane(pane, item)
                return
        self._notes().open_at(item)

    def renew(self, session: Session, stamp: tuple[int, int] | None) -> None:
        """Show the file after a correction; what did not change stays as it is."""
        state = self._state
        self._stamp = stamp
        text = self._article.text
        if [block.key for block in text.blocks] != [block.key for block in session.text.blocks]:
            self.loaded(session)
            return
        if text == session.text:
            session.text = text
            state.session = session
        else:
            state.session = session
            self._article.show(session.text)
            self._article.show_quotes(session.direct_quotes)
        self._side.renew(session)
        self._preview.show_map()
        self._notes().load()
        state.refresh_footer()

    def go_on_in(self, file: OpenedFile, session: Session) -> None:
        """Read on in another file that holds the same briefing."""
        self._state.file = file
        self._side.folder = file.folder
        self.renew(session, file.stamp)
        self._navigator.keep()

    def show_rebuilt(self, session: Session) -> None:
        """Show the briefing as it was rebuilt, at the place where the user was."""
        here = self._navigator.here
        self.show(session)
        self._notes().load()
        if not self._navigator.show(here):
            self._state.say("The words that you were reading are gone from the article.")

    @property
    def can_explain(self) -> bool:
        """True if the briefing names the source that it was built from."""
        session, file = self._state.session, self._state.file
        return session.built is not None or (file.path is not None and session.briefing.source is not None)
