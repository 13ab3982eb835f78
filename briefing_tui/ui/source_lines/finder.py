"""Finding in the source's lines: what is sought, the rows that have it, and which of the hits one is at."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from briefing_tui.ui.source_lines.line_list import row_words
from briefing_tui.ui.terminal.background import run_in_loop, run_in_thread
from briefing_tui.ui.text.find import Hit, search

if TYPE_CHECKING:
    from briefing_tui.ui.source_lines.screen import ExplainScreen


class LineFinder:
    """The search of one screen of lines; it searches the rows that are shown."""

    def __init__(self, screen: ExplainScreen) -> None:
        self._screen = screen
        self.words = ""
        self._hits: list[Hit] = []
        self._at = -1

    def typed(self, words: str) -> None:
        """Search for other words, beside everything else."""
        lines = self._screen.list
        texts = [row_words(lines.rows[index]) for index in lines.shown]
        run_in_loop(self._screen, partial(self._search, words, texts), "find", exclusive=True)

    async def _search(self, words: str, texts: list[str]) -> None:
        hits = await run_in_thread(lambda: search(words, [("", texts)]))
        lines = self._screen.list
        self.words, self._hits, self._at = words, hits, -1
        lines.hits = {}
        for hit in hits:
            lines.hits.setdefault(lines.shown[hit.block], []).append((hit.start, hit.end))
        lines.refresh()
        if hits:
            self._go(next((n for n, hit in enumerate(hits) if hit.block >= lines.cursor), 0))
        else:
            self._screen.make_bar().count("nothing found" if words.strip() else "")

    def _go(self, number: int) -> None:
        self._at = number
        self._screen.list.move_to(self._hits[number].block)
        self._screen.make_bar().count(f"{number + 1}/{len(self._hits)}")

    def step(self, step: int) -> None:
        """To the next or the previous hit, round the ends."""
        if not self._hits:
            self._screen.say(f"Nothing found for {self.words}" if self.words else "Nothing is sought: / finds.")
            return
        self._go((self._at + step) % len(self._hits))
        if not self._screen.is_typing:
            self._screen.say(f"{self._at + 1}/{len(self._hits)} {self.words}")

    def forget(self) -> None:
        """Seek nothing any more."""
        self.words, self._hits, self._screen.list.hits = "", [], {}
        self._screen.list.refresh()
