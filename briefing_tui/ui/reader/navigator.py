"""Go to places of the article; keep history, marks and the last place."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from briefing_tui.model.briefing import Briefing, Place
from briefing_tui.ui.text.article_blocks import Target, words_at
from briefing_tui.ui.view.history import History
from briefing_tui.ui.view.state import ReaderState
from briefing_tui.ui.widgets.article import Article

if TYPE_CHECKING:
    from briefing_tui.library.reading_state import Memory
    from briefing_tui.model.identity import Identity


class Navigator:
    """Knows where the user is, was and can go. It keeps places, not lines: they outlive a resize, a reload and the session."""

    def __init__(self, state: ReaderState, article: Article, folder: Path | None) -> None:
        """`folder` is where places are kept between sessions; None to keep none."""
        self._state, self._article, self._folder = state, article, folder
        self.history = History()
        self._is_restored = False
        self._known: tuple[Briefing, Identity] | None = None

    # What was kept is read once the first screen is drawn, and the modules that read it are loaded then.

    @cached_property
    def memory(self) -> Memory:
        """The place of an earlier session, and the marks."""
        from briefing_tui.library.reading_state import Memory, recall_article

        return recall_article(self._folder, self._identity) if self._folder else Memory()

    @property
    def _identity(self) -> Identity:
        """The identity of the article that is read."""
        article, file = self._state.session.briefing, self._state.file
        if self._known is None or self._known[0] is not article:
            from msgspec.structs import replace

            from briefing_tui.model.identity import Identity

            self._known = article, Identity(replace(article, id=file.id), file.path)
        return self._known[1]

    @property
    def here(self) -> Place:
        """The place where the user reads: of the first words in view.

        During a preview it is the place before it.
        """
        article = self._article
        if not article.blocks:
            return Place("title")
        block, offset = article.home or article.top_position()
        return article.text.place_of(block, offset, offset)

    def go_to(self, targets: Sequence[Target], lit: bool = True) -> None:
        """Go to a place and read on there; it enters history. With `lit`, it is highlighted."""
        if not targets:
            self._state.say("The article does not have this.")
            return
        article = self._article
        self.history.visit(self.here, article.text.place_of(targets[0].block, targets[0].start, targets[0].start))
        article.stay()
        self._state.lit = tuple(targets) if lit else ()
        article.show_targets(targets)
        article.report_position()

    def go_to_block(self, block: int) -> None:
        """Go to a heading or a paragraph; its first line is put at the top."""
        article = self._article
        self.history.visit(self.here, article.text.place_of(block))
        article.stay()
        self._state.lit = ()
        article.put_at_top(article.first_line(block), block)

    def go_to_section(self, section: str) -> None:
        """Go to a section's heading."""
        starts = {name: block for block, name in self._state.session.section_starts}
        if section in starts:
            self.go_to_block(starts[section])

    def show(self, place: Place) -> bool:
        """Put a place's words at the top, without history; return whether the article has it."""
        article = self._article
        target = article.text.target(place)
        if target is None or target.block >= len(article.blocks):
            return False
        article.stay()
        self._state.lit = ()
        if target.start:
            line = article.line_of(target.block, target.start)
        else:
            line = 0 if target.block == article.text.title else article.first_line(target.block)
        article.put_at_top(line, target.block, target.start)
        return True

    def travel(self, place: Place | None) -> None:
        """Go to a place of the history."""
        if place is None:
            self._state.say("There is no place further this way.")
        elif not self.show(place):
            self._state.say("That place is no longer in the article.")

    def visit(self, place: Place) -> None:
        """Go to a marked place; it enters history."""
        leaving = self.here
        if self.show(place):
            self.history.visit(leaving, place)
        else:
            self._state.say("The marked place is no longer in the article.")

    def set_mark(self, letter: str | None) -> None:
        """Mark the place where the user reads with a letter; with None do nothing."""
        if letter:
            self.memory.marks[letter] = self.here
            self._state.say(f"Marked as {letter}: ⟦visit_mark⟧ goes back to it.")
            self.keep()

    def words_of(self, place: Place) -> str:
        """Return the words that a place begins with, for a list."""
        session = self._state.session
        if place.paragraph is not None:
            return words_at(session.briefing, Place(place.at, place.paragraph))[place.start or 0 :][:120]
        return session.section_heading(place.at) or session.briefing.title or "Top of the article"

    @property
    def quote_position(self) -> tuple[int, int]:
        """The position from which the next quote counts.

        It is that of the first highlighted place, or else the beginning of the current paragraph.
        """
        lit = self._state.lit
        first = min(lit, key=lambda target: target.block) if lit else Target(self._article.current, -1)
        return first.block, first.start

    def restore(self) -> None:
        """Go to where the user stopped reading in an earlier session, once."""
        if not self._is_restored and self.memory.place is not None and self._article.top == 0:
            self.show(self.memory.place)
        self._is_restored = True

    def keep(self) -> None:
        """Write down where the user reads, the marks, and in which file."""
        state, article = self._state, self._article
        if self._folder is None or not article.blocks or state.session.partial:
            return
        from briefing_tui.library.reading_state import file_of, remember

        path, memory, who = state.file.path, self.memory, self._identity
        memory.briefing, memory.path, memory.trace = state.session.briefing.id, who.path, who.trace
        memory.place, memory.progress = self.here, article.progress
        remember(file_of(self._folder, who.briefing, path, who.trace), memory)
