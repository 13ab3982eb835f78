"""Copy words out of the reader, with their source if wanted."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from briefing_tui.anchoring.anchors import name_key
from briefing_tui.citations.cited import Cited, CitedWords, image_words, quote_words
from briefing_tui.citations.styles import CITATION_STYLES, cite
from briefing_tui.model.briefing import Place, Quote
from briefing_tui.presentation.counts import counted
from briefing_tui.ui.view.pane_items import Item
from briefing_tui.ui.view.state import ReaderState
from briefing_tui.ui.widgets.article import Article
from briefing_tui.ui.widgets.side import Side


class CopiedWords(NamedTuple):
    """Words that are copied out of the reader, and what a message calls them."""

    words: CitedWords
    name: str


class Copier:
    """Copies the selection, or else the item or the paragraph where the user is."""

    def __init__(
        self, state: ReaderState, article: Article, side: Side, words_of_note: Callable[[str], str], citation: str
    ) -> None:
        """Keep what is asked when something is copied.

        `words_of_note` returns all words of a note of the pane, given its id there. `citation` is the id of the user's style.
        """
        self._state, self._article, self._side = state, article, side
        self._words_of_note, self._citation = words_of_note, citation

    def copy_here(self) -> None:
        """Copy the words."""
        here = self.words_here()
        self.copy(here.words.text if here else "", here.name if here else "")

    def copy_cited(self, style: str = "") -> None:
        """Copy the words with their source, in that style or the user's."""
        here, style = self.words_here(), style or self._citation
        if here is None or not here.words.text:
            self.copy("", "")
        elif cited := cite(style, Cited(self._state.session.briefing, here.words)):
            as_style = "" if style == "plain" else f" as {CITATION_STYLES[style]}"
            self.copy(cited, f"{here.name} with its citation{as_style}")
        else:
            self._state.say("This article has no web address, so there is no link to copy.")

    def words_here(self) -> CopiedWords | None:
        """Return the selected words, or those of the item or the current paragraph.

        Return None if there are none.
        """
        article = self._article
        if article.selection:
            return CopiedWords(self._selected(), "the selection")
        if self._state.active_region == "pane" and self._side.shown.item:
            return self._of_item(self._side.shown.item)
        if not article.blocks:
            return None
        address = article.text.address(article.current)
        if address.kind == "quote":
            return self._of_quote(address.item)
        return self._of_block(article.current, "the paragraph" if address.kind == "paragraph" else f"the {address.kind}")

    def _selected(self) -> CitedWords:
        article = self._article
        assert article.selection is not None
        ranges = article.selection.ranges(article.blocks)
        is_verbatim = all(map(self._is_verbatim, ranges))
        places = [self._place(block, *span) for block, spans in ranges.items() for span in spans]
        return CitedWords(
            (article.selection.text(article.blocks),),
            is_verbatim,
            self._speaker_of_selection() if is_verbatim else None,
            self._credit(next(iter(ranges))) if len(ranges) == 1 else None,
            tuple(place for place in places if place),
        )

    def _of_block(self, block: int, name: str) -> CopiedWords:
        text, place = self._article.blocks[block].text, self._place(block, 0, len(self._article.blocks[block].text))
        words = CitedWords((text,), self._is_verbatim(block), credit=self._credit(block), places=(place,) if place else ())
        return CopiedWords(words, name)

    def _place(self, block: int, start: int, end: int) -> Place | None:
        """Return the place of words in the article; None for what is not part of its text."""
        kind = self._article.text.address(block).kind
        is_text = kind in ("title", "lead", "paragraph", "caption") and self._article.blocks[block].style != "credit"
        return self._article.text.place_of(block, start, end) if is_text else None

    def _credit(self, block: int) -> str | None:
        """Return the credit of the image whose caption a block is."""
        address = self._article.text.address(block)
        images = self._state.session.briefing.images if address.kind == "caption" else ()
        return next((image.credit for image in images if image.id == address.item), None)

    def _is_verbatim(self, block: int) -> bool:
        """Return whether a block is in the article's own words: in a digest only quotes and captions are, bylines never."""
        style = self._article.blocks[block].style
        if self._state.session.briefing.article == "digest":
            return style in ("verbatim", "caption")
        return style not in ("meta", "credit")

    def _of_quote(self, quote_id: str) -> CopiedWords:
        return CopiedWords(self._words_of_quote(self._state.session.quotes[quote_id]), "the quote")

    def _words_of_quote(self, quote: Quote) -> CitedWords:
        session = self._state.session
        return quote_words(session.briefing, quote, filter(None, session.evidence.quotes.get(quote.id, ())))

    def _of_item(self, item: Item) -> CopiedWords:
        briefing = self._state.session.briefing
        match item.kind:
            case "quote":
                return self._of_quote(item.id)
            case "actor":
                actor = self._state.session.actors[item.id]
                roles = "; ".join(actor.roles)
                return CopiedWords(CitedWords((f"{actor.name} ({roles})" if roles else actor.name,), False), "the actor")
            case "image":
                return CopiedWords(image_words(next(image for image in briefing.images if image.id == item.id)), "the caption")
            case "note":
                return CopiedWords(CitedWords((self._words_of_note(item.id),), False), "the note")
            case "mention" if item.targets:
                return self._of_block(item.targets[0].block, "the paragraph")
            case "point" if item.targets and (place := self._sentence(item)):
                return CopiedWords(CitedWords((item.blocks[0].text,), places=(place,)), "the point")
            case _:
                return CopiedWords(CitedWords((item.blocks[0].text,), False), f"the {item.kind}")

    def _sentence(self, item: Item) -> Place | None:
        """Return the place of a summary point that is a sentence of the article; None for an editor's words."""
        block, start, end = item.targets[0]
        if end is None or not self._is_verbatim(block):
            return None
        is_same = name_key(self._article.blocks[block].text[start:end]) == name_key(item.blocks[0].text)
        return self._place(block, start, end) if is_same else None

    def _speaker_of_selection(self) -> str | None:
        """Return who said the selected words, if they are within the quotes of one speaker."""
        assert self._article.selection is not None
        (block, start), (last, end) = self._article.selection.ends
        session = self._state.session
        names = {
            self._words_of_quote(quote).speaker
            for quote in session.quotes_by_block.get(block, [])
            for target in session.quote_targets(quote)
            if block == last == target.block and target.start <= start + 1 and (target.end is None or end <= target.end)
        }
        return names.pop() if len(names) == 1 else None

    def copy(self, words: str, name: str) -> None:
        """Put words on the clipboards.

        `name` is what the message calls them.
        """
        if not words:
            self._state.say("There is nothing to copy here.")
            return
        self._state.app.copy_to_clipboard(words)
        self._state.say(f"Copied {name}: {counted(len(words.split()), 'word')}.")
        if self._article.selection:
            self._article.select(None)
