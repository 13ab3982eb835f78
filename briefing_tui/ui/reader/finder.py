"""Finding in the reader: what is sought, the hits in the article and the panes, and which of them one is at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_tui.ui.text.article_blocks import Target
from briefing_tui.ui.text.find import MOST_HITS, Hit
from briefing_tui.ui.widgets.item_list import blocks_of
from briefing_tui.ui.widgets.lines import Ranges
from briefing_tui.ui.widgets.side import PANES

if TYPE_CHECKING:
    from briefing_tui.ui.commands import Region
    from briefing_tui.ui.read_screen import ReadScreen


class Finder:
    """The search of one reader. The worker that searches only computes; `found` shows. `sought` is what was typed last."""

    def __init__(self, reader: ReadScreen) -> None:
        self._reader = reader
        self.words = self.sought = ""
        self.hits: list[Hit] = []
        self.at = -1
        self._from = 0
        self._region: Region = "article"
        self._pane, self._item = "", ""
        self._searched: list[object] = []

    def start(self) -> None:
        """Type what to find."""
        reader = self._reader
        if not self.is_open:
            item = reader.side.shown.item
            self._from, self._region = reader.article.current, reader.frame.region
            self._pane, self._item = reader.side.current, item.id if item else ""
        reader.line.open(self, "/", self.sought)

    @property
    def is_open(self) -> bool:
        """Whether one types what to find."""
        return self._reader.line.typing is self

    def sources(self) -> list[tuple[str, list[str]]]:
        """What is searched: the article's blocks, then each pane's."""
        reader = self._reader
        panes = [(name, [block.text for block in blocks_of(reader.side.items_of(name))[0]]) for name in PANES]
        return [("", [block.text for block in reader.session.text.blocks]), *panes]

    def searched(self) -> list[object]:
        """What `sources` are made of: others than before when anything is read or listed anew."""
        return [self._reader.session, *(self._reader.side.items_of(name) for name in PANES)]

    def typed(self, words: str) -> None:
        """Search for other words."""
        self.sought = words
        self._reader.search(words, self.sources(), self.searched())

    def entered(self) -> None:
        """The hits stay; say how many there are."""
        if self.words or self.hits:
            self._reader.say(f"{self.label} {self.words}")

    def given_up(self) -> None:
        """Go back to where one was reading, or to the item of the pane that one was at."""
        reader = self._reader
        self.clear()
        reader.article.return_home()
        reader.frame.bring_up(self._region)
        reader.side.open(self._pane)
        reader.side.find_item(self._pane, self._item)
        if self._region == "pane":
            reader.evidence.preview()

    def stepped(self, step: int) -> None:
        """To the next or the previous hit while typing."""
        self.step(step)

    def found(self, words: str, found: list[Hit], searched: list[object]) -> None:
        """Show the hits of a search, going to the first from where one reads; search again where what was searched is no longer
        what is shown."""
        if not self._is_shown(searched):
            self.typed(words)
            return
        self.words, self.hits, self._searched = words, found, searched
        by_pane: dict[str, Ranges] = {"": {}}
        for hit in found:
            by_pane.setdefault(hit.pane, {}).setdefault(hit.block, []).append((hit.start, hit.end))
        self._reader.article.set_ranges("hit", by_pane.pop(""))
        self._reader.side.light_hits(by_pane)
        self.at = -1
        if found:
            self._go(self._first())
        else:
            self._reader.article.set_ranges("hit-now", {})
        self._count()

    def _is_shown(self, searched: list[object]) -> bool:
        return all(then is now for then, now in zip(searched, self.searched(), strict=True))

    def _first(self) -> int:
        """The first hit at or after the paragraph that one is at; in a pane, the open pane's first."""
        reader = self._reader
        pane = reader.side.current if self._region == "pane" else ""
        start = reader.side.shown.block_at(reader.side.shown.top) if pane else self._from
        for number, hit in enumerate(self.hits):
            if hit.pane == pane and hit.block >= start:
                return number
        return next((number for number, hit in enumerate(self.hits) if hit.pane == pane), 0)

    def step(self, step: int) -> None:
        """To the next or the previous hit, round the ends."""
        if not self.hits:
            self._reader.say(f"Nothing found for {self.words}" if self.words else "Nothing is sought: / finds.")
            return
        if not self._is_shown(self._searched):
            self._from, self._region = self._reader.article.current, self._reader.frame.region
            self.typed(self.words)
            return
        self._go((self.at + step) % len(self.hits))
        self._count()
        if not self.is_open:
            self._reader.say(f"{self.label} {self.words}")

    def _go(self, number: int) -> None:
        self.at = number
        hit = self.hits[number]
        reader = self._reader
        if hit.pane:
            reader.article.set_ranges("hit-now", {})
            reader.evidence.show_pane_line(hit.pane, hit.block, hit.start)
        else:
            reader.article.set_ranges("hit-now", {hit.block: [(hit.start, hit.end)]})
            reader.evidence.show_hit(Target(hit.block, hit.start, hit.end))

    @property
    def label(self) -> str:
        """Which hit of how many."""
        if not self.hits:
            return "nothing found" if self.words.strip() else ""
        more = "+" if len(self.hits) >= MOST_HITS else ""
        where = f" in {self.hits[self.at].pane}" if self.hits[self.at].pane else ""
        return f"{self.at + 1}/{len(self.hits)}{more}{where}"

    def _count(self) -> None:
        self._reader.line.count(self.label)

    def clear(self) -> bool:
        """Forget the search; whether there was one."""
        had = bool(self.words) or bool(self.hits)
        self.words, self.hits, self.at = "", [], -1
        self._reader.article.set_ranges("hit", {})
        self._reader.article.set_ranges("hit-now", {})
        self._reader.side.light_hits({})
        self._count()
        return had
