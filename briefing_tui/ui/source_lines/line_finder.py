"""The search in a source's lines."""

from collections.abc import Callable
from functools import partial

from briefing_tui.ui.source_lines.line_list import SourceLineList, words_shown
from briefing_tui.ui.terminal.background import run_in_loop, run_in_thread
from briefing_tui.ui.text.find import Hit, search


class LineFinder:
    """Finds words in the listed lines, and moves the cursor from hit to hit."""

    def __init__(self, lines: SourceLineList, show_count: Callable[[str], None]) -> None:
        """`show_count` shows which hit of how many the cursor is on."""
        self._lines, self._show_count = lines, show_count
        self.words = ""
        self._hits: list[Hit] = []
        self._at = -1

    def find(self, words: str) -> None:
        """Search in the background."""
        texts = [words_shown(self._lines.lines[index]) for index in self._lines.shown]
        run_in_loop(self._lines, partial(self._search, words, texts), "find", exclusive=True)

    async def _search(self, words: str, texts: list[str]) -> None:
        hits = await run_in_thread(lambda: search(words, [("", texts)]))
        lines = self._lines
        self.words, self._hits, self._at = words, hits, -1
        lines.hits = {}
        for hit in hits:
            lines.hits.setdefault(lines.shown[hit.block], []).append((hit.start, hit.end))
        lines.refresh()
        if hits:
            self._go(next((number for number, hit in enumerate(hits) if hit.block >= lines.cursor), 0))
        else:
            self._show_count("nothing found" if words.strip() else "")

    def _go(self, number: int) -> None:
        self._at = number
        self._lines.move_to(self._hits[number].block)
        self._show_count(f"{number + 1}/{len(self._hits)}")

    @property
    def has_hits(self) -> bool:
        """True if the words were found."""
        return bool(self._hits)

    def step(self, step: int) -> str:
        """Go to the next hit (1) or the previous one (-1), round the ends.

        Returns a message that says which it is.
        """
        if not self._hits:
            return f"Nothing found for {self.words}" if self.words else "Nothing to find yet: / finds."
        self._go((self._at + step) % len(self._hits))
        return f"{self._at + 1}/{len(self._hits)} {self.words}"

    def clear(self) -> None:
        """Forget the words and their hits."""
        self.words, self._hits, self._lines.hits = "", [], {}
        self._lines.refresh()
