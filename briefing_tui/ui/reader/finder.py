"""Find words in the article and the panes, and go from hit to hit."""

from __future__ import annotations

from collections.abc import Sequence

from textual.message import Message

from briefing_tui.ui.commands import Region
from briefing_tui.ui.reader.navigator import Navigator
from briefing_tui.ui.reader.preview import Preview
from briefing_tui.ui.reader.region_layout import RegionLayout
from briefing_tui.ui.text.article_blocks import Target
from briefing_tui.ui.text.find import MOST_HITS, Hit, search
from briefing_tui.ui.text.layout import Block
from briefing_tui.ui.view.pane_items import READER_PANES
from briefing_tui.ui.view.state import ReaderState
from briefing_tui.ui.widgets.article import Article
from briefing_tui.ui.widgets.lines import Ranges
from briefing_tui.ui.widgets.side import Side
from briefing_tui.ui.widgets.typing_line import TypingLine


class Finder:
    """The search of one reader. A thread searches and posts what it found; `found` shows that."""

    class SearchEnded(Message):
        """Posted when a search has ended."""

        def __init__(self, words: str, hits: list[Hit], searched: list[object]) -> None:
            """`searched` tells whether what was searched is still what is shown."""
            super().__init__()
            self.words, self.hits, self.searched = words, hits, searched

    def __init__(
        self,
        state: ReaderState,
        article: Article,
        side: Side,
        line: TypingLine,
        layout: RegionLayout,
        navigator: Navigator,
        preview: Preview,
    ) -> None:
        self._state, self._article, self._side, self._line = state, article, side, line
        self._layout, self._navigator, self._preview = layout, navigator, preview
        self.words = ""
        """The words whose hits are shown."""
        self.typed_last = ""
        """What was typed last, to begin with the next time."""
        self.hits: list[Hit] = []
        self.at = -1
        """The number of the current hit; -1 if there is none."""
        self._from = 0
        self._region: Region = "article"
        self._pane, self._item = "", ""
        self._searched: list[object] = []
        self._sought: str | None = None

    def start(self) -> None:
        """Let the user type what to find."""
        if not self.is_open:
            item = self._side.shown.item
            self._from, self._region = self._article.current, self._state.active_region
            self._pane, self._item = self._state.pane, item.id if item else ""
        self._line.open(self, "/", self.typed_last)

    @property
    def is_open(self) -> bool:
        """True while words to find are being typed."""
        return self._line.typing is self

    @property
    def is_searching(self) -> bool:
        """True until what was found of the words typed last is shown."""
        return self._sought is not None

    def sources(self) -> list[tuple[str, Sequence[Block]]]:
        """Return the blocks to search: of the article ("") and of each pane, by name."""
        panes = [(pane.name, self._side.items_of(pane.name).blocks) for pane in READER_PANES]
        return [("", self._state.session.text.blocks), *panes]

    def searched(self) -> list[object]:
        """Return the objects that `sources` is made of.

        They are other objects once anything is read or listed again.
        """
        return [self._state.session, *(self._side.items_of(pane.name) for pane in READER_PANES)]

    # What the line in which the user types calls

    def typed(self, words: str) -> None:
        """Search for other words, beside everything else."""
        self.typed_last = self._sought = words
        sources, searched = self.sources(), self.searched()

        def work() -> None:
            texts = [(name, (block.text for block in blocks)) for name, blocks in sources]
            self._state.post_message(self.SearchEnded(words, search(words, texts), searched))

        self._state.run_worker(work, thread=True, exclusive=True, group="find", exit_on_error=False)

    def entered(self) -> None:
        """Keep the hits, and say how many there are."""
        if self.words or self.hits:
            self._state.say(f"{self.label} {self.words}")

    def given_up(self) -> None:
        """Go back to where the user was reading, or to the item of the pane."""
        self.clear()
        self._preview.end()
        self._layout.bring_up(self._region)
        self._state.pane = self._pane
        self._side.find_item(self._pane, self._item)
        if self._region == "pane":
            self._preview.show_item()

    def stepped(self, step: int) -> None:
        """Go to the next or the previous hit while typing."""
        self.step(step)

    # The hits

    def found(self, event: SearchEnded) -> None:
        """Show the hits of a search and go to the first.

        Search again if what was searched is no longer what is shown.
        """
        if event.words == self._sought:
            self._sought = None
            self._state.take_keys()
        if not self.is_open and not self.words:
            return
        if not self._is_shown(event.searched):
            self.typed(event.words)
            return
        self.words, self.hits, self._searched = event.words, event.hits, event.searched
        by_pane: dict[str, Ranges] = {"": {}}
        for hit in event.hits:
            by_pane.setdefault(hit.pane, {}).setdefault(hit.block, []).append((hit.start, hit.end))
        self._article.set_ranges("hit", by_pane.pop(""))
        self._side.light_hits(by_pane)
        self.at = -1
        if event.hits:
            self._go(self._first())
        else:
            self._article.set_ranges("hit-now", {})
        self._line.count(self.label)

    def _is_shown(self, searched: list[object]) -> bool:
        return all(then is now for then, now in zip(searched, self.searched(), strict=True))

    def _first(self) -> int:
        """Return the first hit at or after the paragraph where the user is; in a pane, the first in view of that pane."""
        pane = self._state.pane if self._region == "pane" else ""
        start = self._side.shown.block_at(self._side.shown.top) if pane else self._from
        for number, hit in enumerate(self.hits):
            if hit.pane == pane and hit.block >= start:
                return number
        return next((number for number, hit in enumerate(self.hits) if hit.pane == pane), 0)

    def step(self, step: int) -> None:
        """Go to the next or the previous hit; after the last comes the first."""
        if not self.hits:
            self._state.say(f"Nothing found for {self.words}" if self.words else "Nothing to find yet: / asks for words.")
            return
        if not self._is_shown(self._searched):
            self._from, self._region = self._article.current, self._state.active_region
            self.typed(self.words)
            return
        self._go((self.at + step) % len(self.hits))
        self._line.count(self.label)
        if not self.is_open:
            self._state.say(f"{self.label} {self.words}")

    def _go(self, number: int) -> None:
        self.at = number
        hit = self.hits[number]
        if hit.pane:
            self._article.set_ranges("hit-now", {})
            self._show_pane_line(hit)
        else:
            self._article.set_ranges("hit-now", {hit.block: [(hit.start, hit.end)]})
            self._show_in_article(Target(hit.block, hit.start, hit.end))

    def _show_in_article(self, target: Target) -> None:
        """Bring a hit into view. While words are typed, the place where the user was reading is kept."""
        if self.is_open:
            self._state.lit = ()
            self._article.preview(())
            self._article.show_targets([target])
        else:
            self._navigator.go_to([target], lit=False)
        self._bring_up("article")

    def _show_pane_line(self, hit: Hit) -> None:
        self._state.pane = hit.pane
        shown = self._side.shown
        shown.move_to(shown.owner_of(hit.block), announce=False)
        line = shown.line_of(hit.block, hit.start)
        shown.reveal(line, line)
        self._bring_up("pane")
        self._preview.show_item()

    def _bring_up(self, region: Region) -> None:
        """Show the region that a hit is in; it gets the focus unless words are typed."""
        if self.is_open:
            self._layout.bring_up(region)
        elif region == "pane" or self._layout.is_narrow:
            self._layout.focus(region)

    @property
    def label(self) -> str:
        """The number of the current hit and of all hits, in words."""
        if not self.hits:
            return "nothing found" if self.words.strip() else ""
        more = "+" if len(self.hits) >= MOST_HITS else ""
        where = f" in {self.hits[self.at].pane}" if self.hits[self.at].pane else ""
        return f"{self.at + 1}/{len(self.hits)}{more}{where}"

    def clear(self) -> bool:
        """Forget the search; return whether there was one."""
        had = bool(self.words) or bool(self.hits)
        self.words, self.hits, self.at = "", [], -1
        self._article.set_ranges("hit", {})
        self._article.set_ranges("hit-now", {})
        self._side.light_hits({})
        self._line.count(self.label)
        return had
