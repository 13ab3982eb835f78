"""The addresses in the article: links in its paragraphs, and those of its images."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from briefing_tui.ui.reader.navigator import Navigator
from briefing_tui.ui.view.state import ReaderState
from briefing_tui.ui.widgets.article import Article
from briefing_tui.ui.widgets.side import Side

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing_tui.model.briefing import Image, Mark
    from briefing_tui.ui.text.article_blocks import Address


class TextLink(NamedTuple):
    """Words of a block that have an address."""

    block: int
    start: int
    end: int
    words: str
    href: str
    """The address as the briefing has it; `#` and an id for a section of the article."""


class Links:
    """Finds addresses and offers to open them.

    Nothing is opened before all of its address was shown.
    """

    def __init__(self, state: ReaderState, article: Article, side: Side, navigator: Navigator) -> None:
        self._state, self._article, self._side, self._navigator = state, article, side, navigator

    def of_block(self, block: int) -> list[TextLink]:
        """Return the links of a block; a caption is the link to its image."""
        text = self._article.text
        address = text.address(block)
        words = text.blocks[block].text
        if address.kind == "caption":
            url = self._state.session.image(address.item).url
            return [TextLink(block, 0, len(words), words, url)] if url else []
        return [TextLink(block, mark.start, mark.end, words[mark.start : mark.end], mark.href) for mark in self._marks(address)]

    def _marks(self, address: Address) -> Iterator[Mark]:
        paragraph = self._state.session.paragraph(address)
        return (mark for mark in (paragraph.marks if paragraph else ()) if mark.kind == "link" and mark.href)

    @property
    def here(self) -> list[TextLink]:
        """The links of the selection, or else of the current paragraph.

        If one is under the reading cursor, it is only that.
        """
        article = self._article
        if not article.blocks:
            return []
        if article.selection:
            ranges = article.selection.ranges(article.blocks)
            return [
                link
                for block, spans in ranges.items()
                for link in self.of_block(block)
                if any(start < link.end and end > link.start for start, end in spans)
            ]
        block, offset = article.point
        found = self.of_block(block)
        return [link for link in found if link.start <= offset < link.end] or found

    @property
    def source(self) -> str | None:
        """The address of the article."""
        source = self._state.session.briefing.source
        return source.url if source else None

    @property
    def is_here(self) -> bool:
        """True if a link or an image with an address is where the user is."""
        article = self._article
        if self._state.active_region != "article":
            return self._image is not None and bool(self._image.url)
        if not article.blocks:
            return False
        address = article.text.address(article.current)
        if address.kind == "caption":
            return bool(self._state.session.image(address.item).url)
        return any(True for _ in self._marks(address))

    def open_here(self) -> None:
        """Offer the address of the image or link here, or else the article."""
        state = self._state
        if (image := self._image) is not None:
            self.offer(image.url, "This image has no address in the briefing.")
            return
        found = self.here if state.active_region == "article" else []
        if len({link.href for link in found}) > 1:
            self._choose(found)
        else:
            self.offer(found[0].href if found else self.source)

    def offer(self, href: str | None, nothing: str = "This briefing names no address of its source.") -> None:
        """Show an address whole, and open it if that is wanted.

        If it is a section of the article, go there. `nothing` is said if there is no address.
        """
        from briefing_tui.ui.dialogs.link import LinkScreen

        if not href:
            self._state.say(nothing)
        elif href.startswith("#"):
            self._navigator.go_to_section(href[1:])
        else:
            self._state.app.push_screen(LinkScreen(self._whole(href)))

    def _choose(self, links: list[TextLink]) -> None:
        from briefing_tui.ui.dialogs.chooser import Choice, Chooser

        choices = [Choice(str(number), link.words, self._whole(link.href)) for number, link in enumerate(links)]

        def chosen(number: str | None) -> None:
            if number is not None:
                self.offer(links[int(number)].href)

        self._state.app.push_screen(Chooser("Which link?", choices), chosen)

    @property
    def _image(self) -> Image | None:
        """The image under the pane's cursor."""
        item = self._side.shown.item if self._state.active_region == "pane" else None
        if item is None or item.kind != "image":
            return None
        return self._state.session.image(item.id)

    def _whole(self, href: str) -> str:
        """Return an address with what it leaves out of the article's own."""
        from urllib.parse import urljoin, urlsplit

        try:
            return urljoin(self.source, href) if self.source and not urlsplit(href).scheme else href
        except ValueError:  # brackets that hold no address
            return href
