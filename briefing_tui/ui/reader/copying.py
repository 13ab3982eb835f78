"""Copy words out of the reader, with their source if wanted."""

from __future__ import annotations

from collections.abc import Callable

from briefing_tui.model.briefing import Quote
from briefing_tui.presentation.counts import counted
from briefing_tui.presentation.speakers import UNATTRIBUTED, speaker
from briefing_tui.ui.reader.citation import CopiedText, cite
from briefing_tui.ui.view.pane_items import Item
from briefing_tui.ui.view.state import ReaderState
from briefing_tui.ui.widgets.article import Article
from briefing_tui.ui.widgets.side import Side


class Copier:
    """Copies the selection, or else the item or the paragraph where the user is."""

    def __init__(self, state: ReaderState, article: Article, side: Side, words_of_note: Callable[[str], str]) -> None:
        """`words_of_note` returns all words of a note of the pane, given its id there."""
        self._state, self._article, self._side = state, article, side
        self._words_of_note = words_of_note

    def copy_here(self) -> None:
        """Copy the words."""
        here = self.words_here()
        self.copy(here.text if here else "", here.name if here else "")

    def copy_cited(self) -> None:
        """Copy the words with their source."""
        here = self.words_here()
        if here and here.text:
            self.copy(cite(self._state.session.briefing, here), f"{here.name} with its citation")
        else:
            self.copy("", "")

    def words_here(self) -> CopiedText | None:
        """Return the selected words, or those of the item or the current paragraph.

        Return None if there are none.
        """
        article = self._article
        if article.selection:
            is_verbatim = all(self._is_verbatim(block) for block in article.selection.ranges(article.blocks))
            words = article.selection.text(article.blocks)
            return CopiedText((words,), "the selection", is_verbatim, self._speaker_of_selection() if is_verbatim else None)
        if self._state.active_region == "pane" and self._side.shown.item:
            return self._of_item(self._side.shown.item)
        if not article.blocks:
            return None
        address = article.text.address(article.current)
        if address.kind == "quote":
            return self._of_quote(address.item)
        name = "the paragraph" if address.kind == "paragraph" else f"the {address.kind}"
        return CopiedText((article.blocks[article.current].text,), name, self._is_verbatim(article.current))

    def _is_verbatim(self, block: int) -> bool:
        """Return whether a block is in the article's own words: in a digest only quotes and captions are, bylines never."""
        style = self._article.blocks[block].style
        if self._state.session.briefing.article == "digest":
            return style in ("verbatim", "caption")
        return style not in ("meta", "credit")

    def _of_quote(self, quote_id: str) -> CopiedText:
        quote = self._state.session.quotes[quote_id]
        return CopiedText(quote.parts, "the quote", speaker=self._speaker_of(quote))

    def _speaker_of(self, quote: Quote) -> str | None:
        name = speaker(self._state.session.briefing, quote)
        return None if name == UNATTRIBUTED else name

    def _of_item(self, item: Item) -> CopiedText:
        briefing = self._state.session.briefing
        match item.kind:
            case "quote":
                return self._of_quote(item.id)
            case "actor":
                actor = self._state.session.actors[item.id]
                roles = "; ".join(actor.roles)
                return CopiedText((f"{actor.name} ({roles})" if roles else actor.name,), "the actor", False)
            case "image":
                image = next(image for image in briefing.images if image.id == item.id)
                return CopiedText((image.caption or image.alt or "",), "the caption", image.caption is not None)
            case "note":
                return CopiedText((self._words_of_note(item.id),), "the note", False)
            case "mention" if item.targets:
                block = item.targets[0].block
                return CopiedText((self._article.blocks[block].text,), "the paragraph", self._is_verbatim(block))
            case _:
                return CopiedText((item.blocks[0].text,), f"the {item.kind}", False)

    def _speaker_of_selection(self) -> str | None:
        """Return who said the selected words, if they are within the quotes of one speaker."""
        assert self._article.selection is not None
        (block, start), (last, end) = self._article.selection.ends
        session = self._state.session
        names = {
            self._speaker_of(quote)
            for quote in session.quotes_by_block.get(block, [])
            for target in session.quote_targets(quote)
            if block == last == target.block and target.start <= start + 1 and (target.end is None or end <= target.end)
        }
        return names.pop() if len(names) == 1 else None

    def copy(self, words: str, name: str) -> None:
        """Put words on the terminal's clipboard (OSC 52) and on the system's.

        `name` is what the message calls them.
        """
        if not words:
            self._state.say("There is nothing to copy here.")
            return
        self._state.app.copy_to_clipboard(words)
        if not self._state.app.is_web:
            self._state.run_worker(lambda: to_system_clipboard(words), thread=True, group="clipboard", exit_on_error=False)
        self._state.say(f"Copied {name}: {counted(len(words.split()), 'word')}.")
        if self._article.selection:
            self._article.select(None)


def to_system_clipboard(words: str) -> bool:
    """Hand words to the desktop's clipboard; return whether there is one."""
    import pyperclip

    try:
        pyperclip.copy(words)
    except (pyperclip.PyperclipException, OSError):
        return False
    return True
