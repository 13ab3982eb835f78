"""The article as blocks, and the way from places to blocks and back.

Title, headings, paragraphs, captions and a digest's quotes are blocks.
"""

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple, TypeVar

from msgspec import Struct, field

from briefing_tui.anchoring.anchors import paragraph_at
from briefing_tui.model.briefing import Briefing, Image, Paragraph, Place, Quote, Section
from briefing_tui.presentation.bylines import byline
from briefing_tui.presentation.sections import heading_of
from briefing_tui.presentation.speakers import attribution
from briefing_tui.ui.text.layout import Block, Run

_Item = TypeVar("_Item", Image, Quote)

DIGEST_NOTE = "Digest: the paragraphs are an editor's words; quotes and captions are the article's own."


BESIDE = {
    "title": ("the title", ""),
    "kicker": ("the line over the title", ""),
    "lead": ("the lead", ""),
    "heading": ("a heading", "headings"),
    "subheading": ("a heading", "headings"),
    "caption": ("a picture's caption", "pictures' captions"),
}
"""The article's own words outside paragraphs, by the style of their blocks: the words for one such block, and for several."""


class Address(NamedTuple):
    """The part of the article that a block shows.

    `kind` is title, kicker, lead, meta, heading, paragraph, caption or quote.
    """

    kind: str
    section: str = ""
    paragraph: int | None = None
    item: str = ""


class Target(NamedTuple):
    """A range of a block's text; `end` is None for the whole of it."""

    block: int
    start: int = 0
    end: int | None = None


class ArticleBlocks(Struct):
    """An article's blocks, and the way from a briefing's places to them and back."""

    blocks: list[Block] = field(default_factory=list)
    paragraphs: dict[tuple[str, int], int] = field(default_factory=dict)
    """The block of a paragraph, by section and number."""
    headings: dict[str, int] = field(default_factory=dict)
    """The block of a heading, by section; of a section without one, its first block."""
    items: dict[str, list[int]] = field(default_factory=dict)
    """The blocks of an image, or of a digest's quote, by id."""
    title: int = 0
    """The block of the title."""
    lead: int = 0
    """The block of the lead."""

    def target(self, place: Place) -> Target | None:
        """Return the range of a place, or None if the article lacks it."""
        if (block := self._block_above(place)) is not None:
            return Target(block, place.start or 0, place.end)
        if place.paragraph is None:
            index = self.headings.get(place.at, self.items.get(place.at, [None])[0])
            return None if index is None else Target(index)
        index = self.paragraphs.get((place.at, place.paragraph))
        return None if index is None else Target(index, place.start or 0, place.end)

    def _block_above(self, place: Place) -> int | None:
        """Return the block of a place in the title or the lead; None for another place.

        A section may have the id "title" or "lead", too. Then a place without a paragraph is in the title or the lead if it is a
        range of its text.
        """
        if place.at not in ("title", "lead") or place.paragraph is not None:
            return None
        block = self.title if place.at == "title" else self.lead
        is_there = bool(self.blocks) and self.address(block).kind == place.at
        return block if place.at not in self.headings or (place.start is not None and is_there) else None

    def address(self, index: int) -> Address:
        """Return what a block is."""
        key = self.blocks[index].key
        assert isinstance(key, Address)
        return key

    def section_of(self, index: int) -> str:
        """Return the id of the section that a block is in, empty above the first."""
        return self.address(index).section if self.blocks else ""

    def place_of(self, index: int, start: int | None = None, end: int | None = None) -> Place:
        """Return the place of a block, or of a range of its text."""
        address = self.address(index)
        match address.kind:
            case "paragraph":
                return Place(address.section, address.paragraph, start, end)
            case "caption" | "quote":
                return Place(address.item, None, start, end)
            case "heading":
                return Place(address.section)
            case "lead":
                return Place("lead", None, start or 0, end or len(self.blocks[index].text))
            case _:
                return Place("title")


def arrange(briefing: Briefing) -> ArticleBlocks:
    """Return a briefing's article in blocks."""
    made = ArticleBlocks()
    _head(briefing, made)
    digest = briefing.article == "digest"
    images, quotes = _by_section(briefing.images), _by_section(briefing.quotes) if digest else {}
    homeless = [image for image in briefing.images if image.section is None]
    for section in briefing.sections:
        _section(briefing, section, images.get(section.id, []), quotes.get(section.id, []), made)
    for image in homeless:
        _caption(image, "", made)
    return made


def _by_section(items: Iterable[_Item]) -> dict[str, list[_Item]]:
    found: dict[str, list[_Item]] = defaultdict(list)
    for item in items:
        if item.section is not None:
            found[item.section].append(item)
    return found


def _head(briefing: Briefing, made: ArticleBlocks) -> None:
    if briefing.kicker:
        made.blocks.append(Block(briefing.kicker, "kicker", key=Address("kicker")))
    made.title = len(made.blocks)
    made.blocks.append(Block(briefing.title or "Untitled", "title", key=Address("title")))
    if line := byline(briefing):
        made.blocks.append(Block(line, "meta", key=Address("meta")))
    if briefing.lead:
        made.lead = len(made.blocks)
        made.blocks.append(Block(briefing.lead, "lead", above=1, key=Address("lead")))
    if briefing.article == "digest":
        made.blocks.append(Block(DIGEST_NOTE, "meta", above=1, key=Address("meta")))


def _section(briefing: Briefing, section: Section, images: list[Image], quotes: list[Quote], made: ArticleBlocks) -> None:
    made.headings[section.id] = len(made.blocks)
    if section.heading:
        style = "heading" if section.level <= 3 else "subheading"
        made.blocks.append(Block(section.heading, style, above=2, key=Address("heading", section.id)))
    last = len(section.paragraphs) - 1

    def set_behind(index: int) -> None:
        for image in images:
            if _after(image.after, index, last, at_start=True):
                _caption(image, section.id, made)
        for quote in quotes:
            if _after(quote.after, index, last, at_start=False):
                _digest_quote(quote, attribution(briefing, quote), section.id, made)

    if images or quotes:
        set_behind(-1)
    before: Paragraph | None = None
    for index, paragraph in enumerate(section.paragraphs):
        made.paragraphs[section.id, index] = len(made.blocks)
        made.blocks.append(_paragraph(paragraph, before, Address("paragraph", section.id, index)))
        before = paragraph
        if images or quotes:
            set_behind(index)


def _after(after: int | None, index: int, last: int, at_start: bool) -> bool:
    """Return whether an item belongs behind paragraph `index`; without a place of its own it is at the section's start or end."""
    if after is None:
        after = -1 if at_start else last
    return min(max(after, -1), last) == index


_MARK_STYLES = {"strong": "strong", "emphasis": "emphasis", "code": "code", "strike": "strike", "link": "link"}


def _paragraph(paragraph: Paragraph, before: Paragraph | None, address: Address) -> Block:
    runs = tuple(Run(mark.start, mark.end, _MARK_STYLES[mark.kind]) for mark in paragraph.marks)
    indent = "  " * max(0, paragraph.depth - 1)
    match paragraph.kind:
        case "item":
            bullet = f"{paragraph.number}. " if paragraph.number is not None else "• "
            tight = before is not None and before.kind == "item"
            return Block(
                paragraph.text, "text", runs, indent + bullet, indent + " " * len(bullet), 0 if tight else 1, key=address
            )
        case "quote":
            bar = indent + "┃ "
            return Block(paragraph.text, "blockquote", runs, bar, bar, 1, key=address)
        case "code":
            return Block(paragraph.text, "codeblock", runs, indent + "  ", indent + "  ", 1, "code", address)
        case "table":
            return Block(paragraph.text, "text", runs, above=1, form="table", key=address)
        case _:
            inner = "  " * paragraph.depth
            return Block(paragraph.text, "text", runs, inner, inner, 1, key=address)


def caption_text(image: Image) -> str:
    """Return an image's caption, or its description if it has none."""
    return image.caption or image.alt or "A picture without a caption"


def _caption(image: Image, section: str, made: ArticleBlocks) -> None:
    address = Address("caption", section, None, image.id)
    made.items[image.id] = [len(made.blocks)]
    made.blocks.append(Block(caption_text(image), "caption", (), "▨ ", "  ", 1, key=address))
    if image.credit:
        made.blocks.append(Block(image.credit, "credit", (), "  ", "  ", 0, key=address))


def _digest_quote(quote: Quote, who: str, section: str, made: ArticleBlocks) -> None:
    address = Address("quote", section, None, quote.id)
    made.items[quote.id] = []
    for number, part in enumerate(quote.parts):
        made.items[quote.id].append(len(made.blocks))
        made.blocks.append(Block(f"“{part}”", "verbatim", (), "┃ ", "┃ ", 1 if number == 0 else 0, key=address))
    made.blocks.append(Block(f"— {who}", "credit", (), "┃ ", "┃ ", 0, key=address))


def words_at(briefing: Briefing, place: Place) -> str:
    """Return the text of a place: the range, the paragraph or the heading."""
    paragraph = paragraph_at(briefing, place)
    if paragraph is not None:
        return paragraph.text[place.start : place.end]
    return heading_of(briefing, place.at)
