"""The screen of a source's lines, where a key corrects the line under the cursor."""

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
from briefing_tui.ui.commands import commands_of
from briefing_tui.ui.dialogs.list_screen import ListScreen
from briefing_tui.ui.source_lines.commands import COMMANDS
from briefing_tui.ui.source_lines.corrected_source import CorrectedSource, SourceLinesError, open_source
from briefing_tui.ui.source_lines.line_finder import LineFinder
from briefing_tui.ui.source_lines.line_list import SourceLineList, words_shown
from briefing_tui.ui.terminal.background import run_in_thread
from briefing_tui.ui.text.wrapping import clip
from briefing_tui.ui.view.opened_file import OpenedFile
from briefing_tui.ui.view.progress import PATIENCE, Progress
from briefing_tui.ui.view.session import Session
from briefing_tui.ui.widgets.bars import PlaceLines

_FILTERS = ("all", "kept", "dropped")
_ABOVE = 2
"""How many of the page's other lines are shown above the article's first when the screen opens."""
_LOW = 20
"""Rows of a terminal below which the line under the cursor is detailed in two lines, not in four."""


class LinesOutcome(NamedTuple):
    """The result of the screen."""

    session: Session | None = None
    """The rebuilt briefing; None if it is unchanged or was written to its file."""
    line: SourceLine | None = None
    """A line whose place in the article is to be shown."""
    before: int = 0
    """How many kept lines of the same words come before it."""
    trouble: str = ""
    """Why the lines could not be shown, as a sentence."""


class LineDetail(PlaceLines):
    """The line under the cursor: its kind, why, and its words."""

    def render(self) -> Content:
        heading = Content(clip(self.heading, self.content_size.width)).stylize("bold")
        return Content("\n").join((heading, Content(self.words)))


class SourceLinesScreen(ListScreen[LinesOutcome, SourceLineList]):
    """Lists the lines, with details of the one under the cursor."""

    TABLE = COMMANDS
    BINDINGS: ClassVar[list[BindingType]] = COMMANDS.bindings()
    UPDATE_SECONDS = 0.1

    def __init__(self, file: OpenedFile, session: Session, state: Path | None) -> None:
        """Show the source of an open briefing; `state` is the folder where corrections may be saved."""
        super().__init__(SourceLineList(id="lines"))
        self._file, self._session, self._state = file, session, state
        self.source: CorrectedSource | None = None
        self.corrections: tuple[LineCorrection, ...] = ()
        self._steps: Progress | None = None
        self._changed = self._leaving = False
        self._filter = "all"
        self._finder = LineFinder(self.list, self.line.count)
        self.detail = LineDetail()

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
        self._show_position()
        self.set_interval(self.UPDATE_SECONDS, self._show_progress)
        self._open()

    # Building

    @work(exclusive=True, group="rebuild")
    async def _open(self) -> None:
        self._steps = steps = Progress()
        try:
            source = await run_in_thread(lambda: open_source(self._file, self._session, self._state, steps.tell))
        except SourceLinesError as error:
            self._steps = None
            self.dismiss(LinesOutcome(trouble=one_sentence(str(error))))
            return
        self._steps = None
        self.corrections = source.corrections
        self.line.make_bar()
        self._show(source)
        self.list.scroll_to(y=max(0, self.list.cursor - _ABOVE), animate=False)
        self.say(f"Corrections are written to {source.path.name}." if source.path else "Corrections are kept for this source.")
        self.set_busy(False)

    def correct(self, kind: LineCorrectionKind) -> None:
        """Correct the kind of the line under the cursor."""
        index, line = self.list.index, self.list.line
        if self.source is None or index is None or line is None:
            return
        if line.kind == ("dropped" if kind == "nothing" else kind) and index not in self.list.waiting:
            self.say("It is left out already." if kind == "nothing" else f"It is that already: {kind}.")
            return
        try:
            corrections = replace(self.source, corrections=self.corrections).with_correction(index, kind)
        except SourceLinesError as error:
            self.say(str(error))
            return
        self.list.waiting[index] = kind
        self.list.refresh()
        self._rebuild(corrections)

    def undo(self) -> None:
        """Undo the last correction."""
        if self.source is not None and self.corrections:
            self._rebuild(self.corrections[:-1])
        else:
            self.say("There is nothing to undo.")

    @work(exclusive=True, group="rebuild")
    async def _rebuild(self, corrections: tuple[LineCorrection, ...]) -> None:
        assert self.source is not None
        before, self.corrections = self.source, corrections
        self._steps = steps = Progress()
        try:
            if before.path is None:  # at once: the user may leave before the rebuild ends
                replace(before, corrections=corrections).save()
            rebuilt = await run_in_thread(lambda: before.rebuilt(corrections, steps.tell))
            kept = await run_in_thread(rebuilt.save) if rebuilt.path else ()
        except SourceLinesError as error:
            self._steps, self._leaving = None, False
            self.corrections = before.corrections
            if before.path is None:
                with suppress(SourceLinesError):
                    before.save()
            self._show(before)
            self.say(one_sentence(str(error)))
            return
        self._steps, self._changed = None, True
        self._show(rebuilt)
        self._report(rebuilt, kept)
        if self._leaving:
            self.leave()

    def _report(self, rebuilt: CorrectedSource, kept: tuple[str, ...]) -> None:
        missed = [note for note in rebuilt.built.notes if note.startswith("line ")]
        if missed or kept:
            self.say(one_sentence("; ".join((*missed, *kept))))
        elif rebuilt.path:
            self.say(f"Rebuilt, and written to {rebuilt.path.name}.")

    # What is shown

    def _show(self, source: CorrectedSource) -> None:
        self.source = source
        if self._filter != "all":
            self._finder.clear()
        self.list.waiting.clear()
        self._list()

    def _list(self) -> None:
        assert self.source is not None
        lines = self.source.lines
        dropped = self._filter == "dropped"
        is_all = self._filter == "all"
        shown = range(len(lines)) if is_all else [i for i, line in enumerate(lines) if (line.kind == "dropped") == dropped]
        at = self.list.index
        if at is None:  # at the article's first line, not at the page's menus
            kept = [index for index, line in enumerate(lines) if line.kind != "dropped" and line.line]
            at = next((index for index in kept if lines[index].kind == "title"), next(iter(kept), None))
        self.list.show(lines, shown, at)
        self._show_position()

    def filter_next(self) -> None:
        """List all lines, then only those that were kept, then only those that were dropped."""
        if self.source is not None:
            self._finder.clear()
            self._filter = _FILTERS[(_FILTERS.index(self._filter) + 1) % len(_FILTERS)]
            self._list()
            self.say({"all": "All lines.", "kept": "Only what was kept.", "dropped": "Only what was dropped."}[self._filter])

    @on(SourceLineList.Moved)
    def _show_position(self) -> None:
        """Update the footer, the line at the top and the details of the line under the cursor."""
        self.key_line.commands = tuple(
            command for command in commands_of(self).values() if command.rank and command.shown and command.usable(self)
        )
        line, source = self.list.line, self.source
        if source is None:
            return
        dropped = sum(1 for one in source.lines if one.kind == "dropped")
        by_hand = sum(1 for one in source.lines if one.by_hand)
        where = f"written to {source.path.name}" if source.path else "kept for this source"
        counts = f"{len(source.lines) - dropped} kept, {dropped} dropped"
        self.top_line.details = (counts, f"{by_hand} corrected, {where}") if by_hand else (counts, where)
        if line is None:
            self.detail.heading, self.detail.words = "No such lines.", ""
            return
        place = f"line {line.line}" if line.line else "not on a line of the source"
        why = f": {line.why}" if line.kind == "dropped" else ""
        self.detail.heading = f"{place} · {line.kind}{why}{' · corrected by you' if line.by_hand else ''}"
        self.detail.words = words_shown(line)

    def _show_progress(self) -> None:
        """Show the step of a build that takes noticeably long."""
        busy = self._steps is not None and self._steps.seconds >= PATIENCE
        self.top_line.progress = (self._steps.now or "rebuilding") if busy and self._steps else ""

    def say(self, text: str) -> None:
        """Show a message in the footer for a while."""
        self.key_line.say(commands_of(self).name_keys(text))

    def on_resize(self, event: Resize) -> None:
        """Give the details as many lines as the new size has room for."""
        self.detail.styles.height = 2 if event.size.height < _LOW else 4

    # Leaving

    def leave(self) -> None:
        """Close the search, or go back to the briefing.

        A rebuild is waited for; asked again, it is not.
        """
        self.key_line.hush()
        if self._finder.words:
            self._finder.clear()
        elif self._steps is not None and not self._leaving and self.source is not None:
            self._leaving = True
            self.say("Rebuilding, then back. ⟦leave_lines⟧ again does not wait.")
        else:
            self._leave(None, 0)

    @work(exclusive=True, group="rebuild")
    async def _leave(self, line: SourceLine | None, before: int) -> None:
        self.set_busy(True)
        source = self.source
        session = await run_in_thread(source.session) if source is not None and source.path is None and self._changed else None
        self.dismiss(LinesOutcome(session, line, before))

    def show_place(self) -> None:
        """Go to the place of the line under the cursor."""
        line, index = self.list.line, self.list.index
        if line is None or index is None or self.source is None or self._steps is not None:
            return
        if line.kind == "dropped":
            self.say(one_sentence(f"This line is not in the article: {line.why}"))
            return
        words = words_shown(line)
        kept = self.source.lines[:index]
        self._leave(line, sum(1 for other in kept if other.kind != "dropped" and words_shown(other) == words))

    @on(SourceLineList.Chosen)
    def _chosen(self) -> None:
        self.show_place()

    # Finding

    def find(self) -> None:
        """Let the user type words to find."""
        self.line.open(self, "/", self._finder.words)

    def typed(self, words: str) -> None:
        """Find these words in the lines."""
        self._finder.find(words)

    def go_to_hit(self, step: int) -> None:
        """Go to the next hit (1) or the previous one (-1)."""
        message = self._finder.step(step)
        if not (self.line.is_open and self._finder.has_hits):  # else the input line counts the hits
            self.say(message)

    def entered(self) -> None:
        """Keep the hits."""

    def given_up(self) -> None:
        """Forget the hits."""
        self._finder.clear()

    def stepped(self, step: int) -> None:
        """Go to the next or the previous hit while the user types."""
        self.go_to_hit(step)


def one_sentence(text: str) -> str:
    """Return a message with a capital and a full stop."""
    return f"{text[:1].upper()}{text[1:].rstrip('.')}."
