"""The screen of the other articles that have the words of a quote."""

from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType

from briefing_tui.library.index.records import worded_speaker
from briefing_tui.presentation.dates import short_day
from briefing_tui.ui.commands import commands_of
from briefing_tui.ui.dialogs.list_screen import ListScreen
from briefing_tui.ui.people.asking import FoundWords, SameQuote, words_elsewhere
from briefing_tui.ui.people.commands import SAME_WORDS
from briefing_tui.ui.terminal.background import LatestWork
from briefing_tui.ui.text.layout import Block, Run
from briefing_tui.ui.view.pane_items import Item, Items
from briefing_tui.ui.view.places import ShowsPlaces
from briefing_tui.ui.widgets.item_list import ItemList, PaneList


class SameWordsScreen(ShowsPlaces, ListScreen[None, PaneList]):
    """Lists the quotes of other articles that have the same words, with what differs."""

    TABLE = SAME_WORDS
    BINDINGS: ClassVar[list[BindingType]] = SAME_WORDS.bindings()

    def __init__(self, folder: Path, article: str, quote: str, words: str) -> None:
        """Look for the words of a quote, given by the ids of article and quote, in a folder's library."""
        super().__init__(PaneList(id="same-words", empty="Looking in the library…"))
        self._asked = folder, article, quote, words
        self.found = FoundWords(words)
        self._asking = LatestWork(self, "same words", self._found)

    def compose(self) -> ComposeResult:
        yield self.top_line
        yield self.list
        yield self.key_line

    def on_mount(self) -> None:
        """Ask the library."""
        self.top_line.title = "The same words elsewhere"
        self.key_line.commands = tuple(command for command in commands_of(self).values() if command.rank and command.shown)
        self.list.max_width = 100
        self.list.show([])
        self.list.focus()
        asked = self._asked
        self._asking.run(lambda: words_elsewhere(*asked))

    def say(self, text: str) -> None:
        """Show a message in the footer for a few seconds."""
        self.key_line.say(commands_of(self).name_keys(text))

    def _found(self, found: FoundWords) -> None:
        self.found = found
        self.line.make_bar()
        count = len(found.found)
        self.top_line.progress = f"{count} article{'' if count == 1 else 's'}" if count else ""
        self.list.set_empty(found.trouble or f"No other article of your library has “{found.words}”.")
        self.list.show(_items(found))
        self.set_busy(False)

    @property
    def _current(self) -> SameQuote | None:
        item = self.list.item
        return self.found.found[int(item.id)] if item else None

    @on(ItemList.Chosen)
    def _chosen(self) -> None:
        if (one := self._current) is not None:
            place = next((place for place in one.quote.places if place), None)
            self.show_place(self._asked[0] / one.article.file, place or one.quote.id)

    def copy(self, cited: bool) -> None:
        """Copy the words of the other article."""
        from briefing_tui.ui.people.dossier_items import cited_words

        if (one := self._current) is not None:
            words = " ".join(one.quote.words.split())
            self.app.copy_to_clipboard(cited_words(words, worded_speaker(one.quote), one.article) if cited else words)
            self.say("Copied" + (" with its citation." if cited else "."))

    def close_top(self) -> None:
        """Go back."""
        self.dismiss(None)


def _items(found: FoundWords) -> Items:
    items = Items()
    head: Block | None = Block(f"“{found.words}”" + (f" — {found.speaker}" if found.speaker else ""), "words", above=1)
    for number, one in enumerate(found.found):
        items.append(Item(str(number), "hit", tuple(_blocks(one)), head=head))
        head = None
    return items.prepare()


def _blocks(one: SameQuote) -> list[Block]:
    """Return how a quote is related, its words, who said them, and the words that differ."""
    article, likeness = one.article, one.likeness
    about = " · ".join(
        part for part in (article.title or article.id, article.publisher, short_day(article.published or "")) if part
    )
    who = worded_speaker(one.quote)
    relation = likeness.relation + (f", given to {who}" if likeness.is_by_other else "")
    style = "good" if likeness.relation == "identical" and not likeness.is_by_other else "problem"
    blocks = [Block(f"{relation}  {about}", "meta", (Run(0, len(relation), style),), above=1)]
    blocks.append(_marked(" ".join(one.quote.words.split()), [change.article for change in likeness.changes]))
    blocks += [
        Block(f"{change.draft or '(nothing)'} → {change.article or '(nothing)'}", "problem", (), "    ", "    ")
        for change in likeness.changes
    ]
    blocks.append(Block(who, "speaker", (), "  — ", "    "))
    return blocks


def _marked(words: str, parts: list[str]) -> Block:
    runs, at, shown = [], 1, f"“{words}”"
    for part in parts:
        start = shown.find(" ".join(part.split()), at) if part else -1
        if start >= 0:
            at = start + len(part)
            runs.append(Run(start, min(at, len(shown)), "differs"))
    return Block(shown, "words", tuple(runs), "  ", "  ")
