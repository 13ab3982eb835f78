"""Going to places in the article, and knowing where one has been: history, marks, the position kept between sessions."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from briefing_tui.model.briefing import Place
from briefing_tui.ui.text.article_blocks import Target, words_at
from briefing_tui.ui.view.history import History

if TYPE_CHECKING:
    from briefing_tui.library.reading_state import Memory
    from briefing_tui.ui.read_screen import ReadScreen


class Navigator:
    """Where one reader is, was and can go. Places, not lines, are kept: they outlive a resize, a reload and the session."""

    def __init__(self, reader: ReadScreen, state: Path | None) -> None:
        self._reader = reader
        self._state = state
        self.history = History()
        self._restored = False

    # What is remembered is looked up when the first screen stands, and so are the modules that do it.

    @cached_property
    def _file(self) -> Path | None:
        from briefing_tui.library.reading_state import file_of

        document = self._reader.document
        return file_of(self._state, document.id, document.path) if self._state else None

    @cached_property
    def memory(self) -> Memory:
        """The place of an earlier session, and the marks."""
        from briefing_tui.library.reading_state import Memory, recall

        return recall(self._file) if self._file else Memory()

    def go_on_in_file(self) -> None:
        """Keep the place and the marks for the file that the briefing stands in now."""
        self.memory  # noqa: B018 - what is remembered of the file so far is looked up before it is another
        self.__dict__.pop("_file", None)
        self.keep()

    @property
    def here(self) -> Place:
        """The place that one reads at: the first words in view, or those that one came from to look at something."""
        article = self._reader.article
        if not article.blocks:
            return Place("title")
        block, offset = article.home or article.top_position()
        return article.text.place_of(block, offset, offset)

    def go_to(self, targets: Sequence[Target], lit: bool = True) -> None:
        """Go to a place for good: it enters history, is lit, and is where one reads on."""
        if not targets:
            self._reader.say("This stands nowhere in the article.")
            return
        article = self._reader.article
        leaving = self.here
        article.stay()
        article.light(targets if lit else ())
        article.show_targets(targets)
        self.history.visit(leaving, article.text.place_of(targets[0].block, targets[0].start, targets[0].start))
        self._reader.evidence.moved()

    def go_to_block(self, block: int) -> None:
        """Go to a heading or a paragraph: its first line is put at the top."""
        article = self._reader.article
        leaving = self.here
        article.stay()
        article.light(())
        article.scroll_to_line(article.first_line(block))
        article.current = block
        self.history.visit(leaving, article.text.place_of(block))
        article.refresh()
        self._reader.evidence.moved()

    def go_to_section(self, section: str) -> None:
        """Go to a section's heading."""
        starts = {name: block for block, name in self._reader.session.section_starts}
        if section in starts:
            self.go_to_block(starts[section])

    def show(self, place: Place) -> bool:
        """Put a place's words at the top, without history; whether the article has it."""
        article = self._reader.article
        target = article.text.target(place)
        if target is None or target.block >= len(article.blocks):
            return False
        article.stay()
        article.light(())
        if target.start:
            line = article.line_of(target.block, target.start)
        else:
            line = 0 if target.block == article.text.title else article.first_line(target.block)
        article.scroll_to_line(line)
        article.current = target.block
        article.refresh()
        self._reader.evidence.moved()
        return True

    def travel(self, place: Place | None) -> None:
        """Go where history leads."""
        if place is None:
            self._reader.say("There is no place further this way.")
        elif not self.show(place):
            self._reader.say("That place is no longer in the article.")

    def visit(self, place: Place) -> None:
        """Go to a marked place, which enters history."""
        leaving = self.here
        if self.show(place):
            self.history.visit(leaving, place)
        else:
            self._reader.say("The marked place is no longer in the article.")

    def set_mark(self, letter: str | None) -> None:
        """Mark the place that one reads at."""
        if letter:
            self.memory.marks[letter] = self.here
            self._reader.say(f"Marked as {letter}: ' goes back to it.")
            self.keep()

    def words_of(self, place: Place) -> str:
        """The words that a place starts with, for a list."""
        session = self._reader.session
        if place.paragraph is not None:
            return words_at(session.briefing, Place(place.at, place.paragraph))[place.start or 0 :][:120]
        return session.section_heading(place.at) or session.briefing.title or "Top of the article"

    @property
    def quote_position(self) -> tuple[int, int]:
        """The position from which the next and the previous quote count: the lit one, else where the current paragraph begins."""
        article = self._reader.article
        lit = article.ranges("lit")
        if lit:
            block = min(lit)
            return block, lit[block][0][0]
        return article.current, -1

    def restore(self) -> None:
        """Go to where one stopped reading in an earlier session, once."""
        if not self._restored and self.memory.place is not None and self._reader.article.top == 0:
            self.show(self.memory.place)
        self._restored = True

    def keep(self) -> None:
        """Write down where one reads, the marks, and in which file."""
        if self._file is None or not self._reader.article.blocks or self._reader.session.partial:
            return
        path = self._reader.document.path
        self.memory.briefing, self.memory.path = self._reader.session.briefing.id, str(path.absolute()) if path else ""
        self.memory.place = self.here
        self.memory.progress = self._reader.article.progress
        from briefing_tui.library.reading_state import remember

        remember(self._file, self.memory)
