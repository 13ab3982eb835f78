"""A saved page → a Document: the body by trafilatura, everything else by a pass of our own over the same tree."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from msgspec.structs import replace

from briefing_tui.languages.datelines import dateline_of_page
from briefing_tui.model.briefing import Image, Paragraph, Source
from briefing_tui.model.document import Document, SourceLine, SourceLineKind
from briefing_tui.sources.assemble import LEVEL, ClassifiedLine, assemble
from briefing_tui.sources.errors import NoArticle
from briefing_tui.sources.html.block_stream import Block, Picture, stream
from briefing_tui.sources.html.body import Choice, Kind, find_article
from briefing_tui.sources.html.figures import Shown, pictures
from briefing_tui.sources.html.head.headline import authors, headline, kicker, published
from briefing_tui.sources.html.head.lead import lead
from briefing_tui.sources.html.head.lines import read_lines
from briefing_tui.sources.html.head.metadata import Meta, read_meta
from briefing_tui.sources.html.parsing import parse
from briefing_tui.sources.html.refusal import refuse
from briefing_tui.sources.shared.letters import letters
from briefing_tui.sources.shared.metadata_values import first_day
from briefing_tui.text.safety import one_line

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_DOES = re.compile(
    r",? (?:who )?(?:(?:is|are|was|covers|writes|reports|works|edits|leads|teaches|has (?:been|written|covered))\b"
    r"|(?:ist|war|leitet|schreibt|arbeitet|berichtet|est|couvre|écrit|travaille|es|escribe|trabaja|è|scrive|lavora|schrijft)\b"
    r"|, (?:an?|the) [a-z])"
)
_MAX_DROPPED = 2_000


def read_blocks(markup: str) -> list[Block]:
    """A page's blocks of text in order, whatever they are. Raises NoArticle where there is no markup at all."""
    root, _ = parse(markup)
    body = root.find("body")
    return [item for item in stream(body if body is not None else root) if isinstance(item, Block)]


def read_html(markup: str, name: str, sha256: str) -> Document:
    """The article of a saved page.

    Words are the page's, white space aside. Raises NoArticle where the page holds none (a login wall, an index, an empty page).
    """
    root, cut = parse(markup)
    meta = read_meta(root)
    body = root.find("body")
    items = stream(body if body is not None else root)
    issued = published(root, meta)  # before scripts leave the tree: some hold nothing else but the date
    choice = find_article(root, items)
    refuse(items, choice)
    document = _document(root, items, meta, issued, choice, Source(name, meta.url, sha256))
    return replace(document, notes=(cut,)) if cut else document


def _document(
    root: "HtmlElement", items: list[Block | Picture], meta: Meta, issued: tuple[str | None, bool], choice: Choice, source: Source
) -> Document:
    head = headline(items, meta, _first_sentence(items, choice))
    _drop_head(items, choice, head.block, head.text)
    lines = read_lines(items, choice, head, meta)
    standfirst, at = lead(items, meta, head.block, choice)
    if at is not None and at in choice.kinds:
        del choice.kinds[at]
    names = tuple(authors(root, meta, lines.authors))
    since = issued[0] if issued[1] else lines.published or issued[0] or lines.modified
    changed = first_day(meta.modified) or lines.modified
    _drop_author_notes(items, choice, names)
    shown = pictures(items, choice, head.block, at)
    for picture in shown:
        for order in picture.blocks:
            choice.why.setdefault(order, "belongs to a picture")
    above = kicker(items, head.block)
    named = {order: (kind, "") for order, kind in choice.about.items()} | _named(items, head.block, above, at)
    named |= _of_pictures(items, shown)
    sections, images, rows = assemble(_classified(items, choice, named, shown))
    if not sections:
        raise NoArticle("only a headline was found in the page")
    first = next((paragraph.text for section in sections for paragraph in section.paragraphs), "")
    return Document(
        source=source,
        title=head.text,
        kicker=above,
        lead=standfirst,
        dateline=dateline_of_page(first),
        publisher=meta.publisher,
        authors=names,
        editors=tuple(meta.editors),
        published=since,
        modified=changed if changed and changed >= (since or "") else None,
        language=meta.language,
        images=images,
        sections=sections,
        rows=rows,
    )


_Named = dict[int, tuple[SourceLineKind, str]]


def _named(items: list[Block | Picture], head: Block | None, above: str | None, lead_at: int | None) -> _Named:
    """The blocks of the head by their order, and what each was taken for."""
    named: _Named = {} if lead_at is None else {lead_at: ("lead", "")}
    if head is not None:
        named[head.order] = ("title", "")
        before = (item for item in items if isinstance(item, Block) and item.order < head.order)
        named |= {block.order: ("kicker", "") for block in before if above and block.text == above}
    return named


def _of_pictures(items: list[Block | Picture], shown: list[Shown]) -> _Named:
    """The blocks that belong to pictures by their order, with the image's id; a caption with its credit is the caption."""
    by_order = {order: (number, picture) for number, picture in enumerate(shown, 1) for order in picture.blocks}
    named: _Named = {}
    for item in items:
        if isinstance(item, Block) and item.order in by_order:
            number, picture = by_order[item.order]
            caption = letters(picture.caption or "")[:20]
            kind: SourceLineKind = "caption" if caption and caption in letters(item.text) else "credit"
            is_used = (picture.caption if kind == "caption" else picture.credit) is not None
            named[item.order] = (kind if is_used else "dropped", f"image-{number}")
    return named


def _classified(
    items: list[Block | Picture], choice: Choice, named: _Named, shown: list[Shown]
) -> Iterator[ClassifiedLine | Image]:
    """Give every block in the page's order with what it was classified as, and every picture where the page has it."""
    tags = {item.tag for item in items if isinstance(item, Block) and choice.kinds.get(item.order) == "heading"}
    ranks = sorted(tag for tag in tags if tag[0] == "h")
    waiting = {
        picture.order: Image(f"image-{number}", picture.caption, picture.alt, picture.credit, picture.url)
        for number, picture in enumerate(shown, 1)
    }
    dropped = 0
    for item in items:
        if item.order in waiting:
            yield waiting[item.order]
        if not isinstance(item, Block):
            continue
        if item.order in choice.kinds:
            yield _text_line(item, choice.kinds[item.order], ranks)
            continue
        kind, of = named.get(item.order, ("dropped", ""))
        is_left_out = kind == "dropped" or (kind == "kicker" and item.order not in choice.about)
        dropped += kind == "dropped"
        if kind != "dropped" or dropped <= _MAX_DROPPED:
            why = choice.why.get(item.order, "outside the article") if is_left_out else ""
            yield ClassifiedLine(SourceLine(item.line, item.text, kind, why, of))


def _text_line(block: Block, kind: Kind, ranks: list[str]) -> ClassifiedLine:
    """Return a block of the text; `ranks` are the tags of the headings, the highest first."""
    row = SourceLine(block.line, block.text, kind)
    if kind != "heading":
        return ClassifiedLine(row, _paragraph(block, kind))
    level = LEVEL + (ranks.index(block.tag) if block.tag in ranks else len(ranks))
    return ClassifiedLine(row, heading=block.text, level=min(level, 6))


def _first_sentence(items: list[Block | Picture], choice: Choice) -> int:
    """The order of the first block that is plainly text, and not what an `h1` says too, as a path of links to the page may."""
    titles = {item.text for item in items if isinstance(item, Block) and item.tag == "h1"}
    for item in items:
        if not isinstance(item, Block) or len(item.text) < 80 or item.text in titles:
            continue
        if choice.kinds.get(item.order) in ("paragraph", "item"):
            return item.order
    return choice.first


def _drop_head(items: list[Block | Picture], choice: Choice, head: Block | None, title: str | None) -> None:
    """The headline, and what stands above it, is no part of the text."""
    words = letters(title or "")
    for item in items:
        if item.order in choice.kinds and isinstance(item, Block):
            if head is not None and item.order <= head.order:
                del choice.kinds[item.order]
                choice.why[item.order] = "above the headline"
            elif words and letters(item.text) == words:
                del choice.kinds[item.order]
                choice.why[item.order] = "the title again"
    choice.first = min(choice.kinds, default=choice.first)


def _drop_author_notes(items: list[Block | Picture], choice: Choice, names: tuple[str, ...]) -> None:
    """What a page says of its authors below the text: the last paragraphs that begin with one's name and what they do."""
    kept = [item for item in items if isinstance(item, Block) and item.order in choice.kinds]
    for block in kept[-4:] if len(kept) > 5 else ():
        if any(_is_about(block.text, name) for name in names):
            del choice.kinds[block.order]
            choice.why[block.order] = "about the author"


def _is_about(text: str, name: str) -> bool:
    """Whether a text begins with a name (the given one may be short) and what its bearer does."""
    *given, surname = name.split()
    first, _, rest = text.partition(" ")
    if not given or first[:3] != given[0][:3]:
        return False
    at = text.find(surname, len(first), len(first) + len(name))
    return bool(rest) and at > 0 and _DOES.match(text, at + len(surname)) is not None


def _paragraph(block: Block, kind: str) -> Paragraph:
    depth, number = 0, None
    for box in block.box.around():
        if box.tag in ("ul", "ol"):
            depth += 1
        if box.tag == "li" and number is None and box.parent is not None and box.parent.tag == "ol":
            number = 1 + sum(1 for _ in box.element.itersiblings("li", preceding=True))
    if kind == "item":
        return Paragraph(block.text, "item", block.marks, max(depth, 1), number)
    if kind == "quote":
        return Paragraph(block.text, "quote", block.marks)
    if kind == "code":
        return Paragraph(block.text, "code")
    return Paragraph(block.text, "table") if kind == "table" else Paragraph(one_line(block.text), "paragraph", block.marks)
