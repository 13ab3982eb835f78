"""The state of the reader, as reactives that widgets are bound to.

It is what is open and where the user is in it.
"""

from textual.reactive import var

from briefing_tui.model.briefing import Briefing
from briefing_tui.ui.commands import Region
from briefing_tui.ui.terminal.drawing.frames import OneFrame, SteadyFocus
from briefing_tui.ui.terminal.key_turns import KeyHolder
from briefing_tui.ui.terminal.timers import SureTimers
from briefing_tui.ui.text.article_blocks import Target
from briefing_tui.ui.view.opened_file import OpenedFile
from briefing_tui.ui.view.pane_items import speakers
from briefing_tui.ui.view.session import Session
from briefing_tui.ui.view.undo import UndoLog


class ReaderState(SureTimers, SteadyFocus, KeyHolder, OneFrame[None]):
    """The reading screen as its features know it.

    It is what is shown, and the few things that any feature may ask for.

    It is a screen because Textual binds widgets (`data_bind`) to the reactives of the screen that composes them. Watchers are
    called at once, so that all that depends on a value is drawn in the same frame.
    """

    AUTO_FOCUS = ""

    session: var[Session] = var(lambda: Session.of(Briefing(""), partial=True), init=False)
    """The briefing that is open."""
    active_region: var[Region] = var[Region]("article", init=False)
    """The region that takes the keys."""
    pane: var[str] = var("summary", init=False)
    """The pane that is shown beside the article."""
    speaker: var[str | None] = var[str | None](None, init=False)
    """Whose quotes the pane lists; None for everybody's."""
    notes_shown: var[str] = var("", init=False)
    """Which of the notes the pane lists, and in which order; empty for all of them by place."""
    note_count: var[str] = var("", init=False)
    """How many notes there are, as the line at the top shows it."""
    lit: var[tuple[Target, ...]] = var[tuple[Target, ...]]((), init=False)
    """The places that are highlighted in the article: of the item under a cursor, or those that the user went to."""
    quote: var[str | None] = var[str | None](None, init=False)
    """The id of the highlighted quote of the current paragraph. It follows `lit` and `current_block`."""
    current_block: var[int] = var(0, init=False)
    """The article's current paragraph."""
    progress: var[str] = var("", init=False)
    """How much of the article has been read, as in "12 %"."""
    in_view: var[tuple[float, float]] = var((0.0, 0.0), init=False)
    """Where in the article the view begins and ends, from 0 to 1."""
    is_selecting: var[bool] = var(False, init=False)
    """Whether words of the article are selected."""
    zen: var[bool] = var(False, init=False)
    """Whether the article is shown alone."""

    def __init__(self, file: OpenedFile) -> None:
        super().__init__()
        self.file = file
        """The file that is read."""
        self.undo_log = UndoLog()
        """The changes that can be undone."""
        self.set_reactive(ReaderState.session, Session.of(Briefing(file.id), partial=True))

    # What follows from a change

    def watch_session(self, session: Session) -> None:
        """Drop what the new session does not have: a speaker, the highlighted quote."""
        if self.speaker is not None and self.speaker not in dict(speakers(session)):
            self.speaker = None
        self._find_quote()

    def watch_lit(self) -> None:
        """Find the quote that is highlighted."""
        self._find_quote()

    def watch_current_block(self) -> None:
        """Find the quote that is highlighted in the new paragraph."""
        self._find_quote()

    def watch_active_region(self) -> None:
        """Show the keys of the region."""
        self.refresh_footer()

    def watch_pane(self) -> None:
        """Show the keys of the pane."""
        self.refresh_footer()

    def watch_is_selecting(self) -> None:
        """Show the keys that select."""
        self.refresh_footer()

    def _find_quote(self) -> None:
        self.quote = self.session.quote_at(self.current_block, self.lit) if self.lit else None

    # What features may ask for

    def say(self, text: str) -> None:
        """Show a message in the footer for a few seconds."""
        raise NotImplementedError

    def focus_region(self, region: Region) -> None:
        """Give a region the keys, and show it if it is hidden."""
        raise NotImplementedError

    def open_pane(self, name: str, item: str | None = None) -> None:
        """Show a pane, give it the keys, and preview its item's place.

        The cursor is put on `item`, or else on what is where the user reads.
        """
        raise NotImplementedError

    def show_item_place(self) -> None:
        """Preview the place of the item under the pane's cursor in the article."""
        raise NotImplementedError

    def arrange_regions(self) -> None:
        """Show the regions that there is room for."""
        raise NotImplementedError

    def refresh_footer(self) -> None:
        """Show the keys that work now."""
        raise NotImplementedError

    def copy_words(self, words: str, name: str) -> None:
        """Put words on the clipboards; `name` is what the message calls them."""
        raise NotImplementedError
