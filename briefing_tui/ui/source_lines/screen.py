"""The source's lines with what each was taken for; a key sets the one under the cursor right, and the briefing is built anew."""

from contextlib import suppress
from pathlib import Path
from typing import ClassVar, NamedTuple

from msgspec.structs import replace
from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.events import Resize

from briefing_tui.model.document import LineCorrection, LineCorrectionKind, SourceLine
from briefing_tui.ui.dialogs.list_screen import ListScreen
from briefing_tui.ui.source_lines.commands import COMMANDS
from briefing_tui.ui.source_lines.corrections import Explaining, Unexplained, explain
from briefing_tui.ui.source_lines.finder import LineFinder
from briefing_tui.ui.source_lines.line_list import TakenList, row_words
from briefing_tui.ui.terminal.background import run_in_thread
from briefing_tui.ui.text.wrapping import clip
from briefing_tui.ui.view.opened_file import OpenedFile
from briefing_tui.ui.view.progress import PATIENCE, Progress
from briefing_tui.ui.view.session import Session
from briefing_tui.ui.widgets.bars import PlaceLines
from briefing_tui.ui.widgets.typing_messages import Entered, GivenUp, Stepped

_FILTERS = ("all", "kept", "dropped")
_ABOVE = 2
"""Lines of the page's own that are shown above the article's first when the screen opens."""
_LOW = 20
"""Rows of a terminal below which the line under the cursor is told in two lines, not in four."""


class Left(NamedTuple):
    """What the screen gives back: the briefing as it was built anew (None: as it was, or in its file), and a row to go to, with
    how many rows of its words are kept before it."""

    session: Session | None = None
    row: SourceLine | None = None
    before: int = 0


class RowDetail(PlaceLines):
    """The line under the cursor: what it was taken for and why, and its words as far as there is room."""

    def render(self) -> Content:
        heading = Content(clip(self.heading, self.content_size.width)).stylize("bold")
        return Content("\n").join((heading, Content(self.words)))


class ExplainScreen(ListScreen[Left, TakenList]):
    """The lines, the one under the cursor whole, and the keys."""

    TABLE = COMMANDS
    BINDINGS: ClassVar[list[BindingType]] = COMMANDS.bindings()
    LOOK_SECONDS = 0.1

    def __init__(self, document: OpenedFile, session: Session, state: Path | None) -> None:
        super().__init__(TakenList(id="lines"))
        self._document, self._session, self._state = document, session, state
        self.explaining: Explaining | None = None
        self.corrections: tuple[LineCorrection, ...] = ()
        self._steps: Progress | None = None
        self._changed = self._leaving = False
        self._filter = "all"
        self.finder = LineFinder(self)
        self.detail = RowDetail()

    def compose(self) -> ComposeResult:
        yield self.top_line
        yield self.list
        yield self.detail
        yield self.key_line

    def on_mount(self) -> None:
        """Read the source."""
        built = self._session.built
        source = built.document.source if built else self._session.briefing.source
        self.top_line.title = f"Lines of {source.name if source else 'the source'}"
        self.list.focus()
        self._tell()
        self.set_interval(self.LOOK_SECONDS, self._look)
        self._open()

    # Building

    @work(exclusive=True, group="rebuild")
    async def _open(self) -> None:
        self._steps = steps = Progress()
        try:
            explaining = await run_in_thread(lambda: explain(self._document, self._session, self._state, steps.tell))
        except Unexplained as error:
            self._steps = None
            self.notify_and_leave(str(error))
            return
        self._steps = None
        self.corrections = explaining.corrections
        self.make_bar()
        self._show(explaining)
        self.list.scroll_to(y=max(0, self.list.cursor - _ABOVE), animate=False)
        self.say(
            f"Corrections are written to {explaining.path.name}." if explaining.path else "Corrections are kept for this source."
        )

    def notify_and_leave(self, why: str) -> None:
        """Go back where nothing can be shown; the reader says why."""
        self.dismiss(Left())
        self.app.call_later(self._say_behind, why)

    def _say_behind(self, why: str) -> None:
        say = getattr(self.app.screen, "say", None)
        if say is not None:
            say(one_sentence(why))

    def correct(self, kind: LineCorrectionKind) -> None:
        """Say what the line under the cursor is."""
        index, row = self.list.index, self.list.row
        if self.explaining is None or index is None or row is None:
            return
        if row.kind == ("dropped" if kind == "nothing" else kind) and index not in self.list.waiting:
            self.say("It is left out already." if kind == "nothing" else f"It was taken for that already: {kind}.")
            return
        try:
            told = replace(self.explaining, corrections=self.corrections).said(index, kind)
        except Unexplained as error:
            self.say(str(error))
            return
        self.list.waiting[index] = kind
        self.list.refresh()
        self._rebuild(told)

    def undo(self) -> None:
        """Take the last correction back."""
        if self.explaining is not None and self.corrections:
            self._rebuild(self.corrections[:-1])
        else:
            self.say("Nothing was set right.")

    @work(exclusive=True, group="rebuild")
    async def _rebuild(self, corrections: tuple[LineCorrection, ...]) -> None:
        assert self.explaining is not None
        before, self.corrections = self.explaining, corrections
        self._steps = steps = Progress()
        try:
            if before.path is None:  # at once: it outlives whoever leaves before all is built
                replace(before, corrections=corrections).keep()
            made = await run_in_thread(lambda: before.corrected(corrections, steps.tell))
            kept = await run_in_thread(made.keep) if made.path else ()
        except Unexplained as error:
            self._steps, self._leaving = None, False
            self.corrections = before.corrections
            if before.path is None:
                with suppress(Unexplained):
                    before.keep()
            self._show(before)
            self.say(one_sentence(str(error)))
            return
        self._steps, self._changed = None, True
        self._show(made)
        self._say_what_came(made, kept)
        if self._leaving:
            self.leave()

    def _say_what_came(self, made: Explaining, kept: tuple[str, ...]) -> None:
        missed = [note for note in made.built.notes if note.startswith("line ")]
        if missed or kept:
            self.say(one_sentence("; ".join((*missed, *kept))))
        elif made.path:
            self.say(f"Rebuilt, and written to {made.path.name}.")

    # What is shown

    def _show(self, explaining: Explaining) -> None:
        self.explaining = explaining
        if self._filter != "all":
            self.finder.forget()
        self.list.waiting.clear()
        self._list()

    def _list(self) -> None:
        assert self.explaining is not None
        rows = self.explaining.rows
        dropped = {"all": (True, False), "kept": (False,), "dropped": (True,)}[self._filter]
        shown = (
            range(len(rows)) if self._filter == "all" else [i for i, row in enumerate(rows) if (row.kind == "dropped") in dropped]
        )
        at = self.list.index
        if at is None:  # at the article's first line, not at the page's menus
            kept = [index for index, row in enumerate(rows) if row.kind != "dropped" and row.line]
            at = next((index for index in kept if rows[index].kind == "title"), next(iter(kept), None))
        self.list.show(rows, shown, at)
        self._tell()

    def filter_next(self) -> None:
        """All lines, those that were kept, those that were dropped."""
        if self.explaining is not None:
            self.finder.forget()
            self._filter = _FILTERS[(_FILTERS.index(self._filter) + 1) % len(_FILTERS)]
            self._list()
            self.say({"all": "All lines.", "kept": "Only what was kept.", "dropped": "Only what was dropped."}[self._filter])

    @on(TakenList.Moved)
    def _tell(self) -> None:
        """Bring what tells of the position up to date."""
        self.key_line.commands = tuple(c for c in self.TABLE.values() if c.rank and c.usable(self))
        row, explaining = self.list.row, self.explaining
        if explaining is None:
            return
        dropped = sum(1 for one in explaining.rows if one.kind == "dropped")
        by_hand = sum(1 for one in explaining.rows if one.by_hand)
        where = f"written to {explaining.path.name}" if explaining.path else "kept for this source"
        counts = f"{len(explaining.rows) - dropped} kept, {dropped} dropped"
        self.top_line.details = (counts, f"{by_hand} set right, {where}") if by_hand else (counts, where)
        if row is None:
            self.detail.heading, self.detail.words = "No such lines.", ""
            return
        place = f"line {row.line}" if row.line else "not on a line of the source"
        why = f": {row.why}" if row.kind == "dropped" else ""
        self.detail.heading = f"{place} · {row.kind}{why}{' · set by you' if row.by_hand else ''}"
        self.detail.words = row_words(row)

    def _look(self) -> None:
        """Say what is being done, once it takes longer than one notices."""
        busy = self._steps is not None and self._steps.seconds >= PATIENCE
        self.top_line.progress = (self._steps.now or "rebuilding") if busy and self._steps else ""

    def say(self, text: str) -> None:
        """Say something in the footer for a while."""
        self.key_line.say(text)

    def on_resize(self, event: Resize) -> None:
        """Give the line under the cursor the room that there is."""
        self.detail.styles.height = 2 if event.size.height < _LOW else 4

    # Leaving

    def leave(self) -> None:
        """Back to the briefing; a rebuild that goes on is waited for, unless one asks again."""
        self.key_line.hush()
        if self.finder.words:
            self.finder.forget()
        elif self._steps is not None and not self._leaving and self.explaining is not None:
            self._leaving = True
            self.say("Rebuilding, then back. Esc again does not wait.")
        else:
            self._leave(None, 0)

    @work(exclusive=True, group="rebuild")
    async def _leave(self, row: SourceLine | None, before: int) -> None:
        made = self.explaining
        session = await run_in_thread(made.session) if made is not None and made.path is None and self._changed else None
        self.dismiss(Left(session, row, before))

    def show_place(self) -> None:
        """Go to the place of the line under the cursor."""
        row, index = self.list.row, self.list.index
        if row is None or index is None or self.explaining is None or self._steps is not None:
            return
        if row.kind == "dropped":
            self.say(one_sentence(f"This line is not in the article: {row.why}"))
            return
        words = row_words(row)
        kept = self.explaining.rows[:index]
        self._leave(row, sum(1 for other in kept if other.kind != "dropped" and row_words(other) == words))

    @on(TakenList.Chosen)
    def _chosen(self) -> None:
        self.show_place()

    # Finding

    def typed(self, words: str) -> None:
        """Find these words in the lines."""
        self.finder.typed(words)

    @on(Entered)
    def _entered(self) -> None:
        if self.is_typing:
            self.stop_typing()

    @on(GivenUp)
    def _given_up(self) -> None:
        self.finder.forget()
        self.stop_typing()

    @on(Stepped)
    def _stepped(self, event: Stepped) -> None:
        self.finder.step(event.step)


def one_sentence(text: str) -> str:
    """A message with a capital and a full stop."""
    return f"{text[:1].upper()}{text[1:].rstrip('.')}."
