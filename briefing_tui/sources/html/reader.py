"""Read an article from a saved page: trafilatura finds the body, own rules everything else."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from msgspec.structs import replace

from briefing_tui.languages.datelines import dateline_of_page
from briefing_tui.languages.words import phrases
from briefing_tui.model.briefing import Image, Paragraph, Source
from briefing_tui.model.document import Document, SourceLine, SourceLineKind
from briefing_tui.sources.assemble import LEVEL, ClassifiedLine, assemble
from briefing_tui.sources.errors import NoArticle
from briefing_tui.sources.html.block_stream import read_stream
from briefing_tui.sources.html.blocks import PageBlock, PageItem
from briefing_tui.sources.html.body import block_kind, find_article
from briefing_tui.sources.html.choice import ArticleChoice, BlockKind
from briefing_tui.sources.html.head.headline import Headline, find_authors, find_headline, find_kicker, find_publication_day
from briefing_tui.sources.html.head.lead import LONG_TITLE, ends_in_title, find_lead
from briefing_tui.sources.html.head.lines import find_labelled_day, read_head_lines
from briefing_tui.sources.html.head.metadata import PageMetadata, read_meta, saved_address
from briefing_tui.sources.html.own_styles import hide_by_styles
from briefing_tui.sources.html.parsing import parse
from briefing_tui.sources.html.pictures import ShownPicture, find_pictures, with_base
from briefing_tui.sources.html.refusal import refuse_other_pages
from briefing_tui.sources.html.script_text import article_in_scripts, scripts_of, whole_body
from briefing_tui.sources.shared.letters import letters, weigh
from briefing_tui.sources.shared.metadata_values import first_day
from briefing_tui.sources.shared.sentence_ends import ends_clause
from briefing_tui.text.late_pattern import late_pattern
from briefing_tui.text.safety import one_line

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_DOES = late_pattern(rf",? (?:who )?(?:{phrases('bio_verbs')}\b|, (?:an?|the) [a-z])")
_MAX_DROPPED = 2_000
_TITLE_BLANKS = 25
"""The blanks that a title without a heading's mark has fewer of."""


def read_blocks(markup: str) -> list[PageBlock]:
    """Return a page's blocks of text in order. Raises NoArticle if there is no markup at all."""
    root, _ = parse(markup)
    body = root.find("body")
    return [item for item in read_stream(body if body is not None else root) if isinstance(item, PageBlock)]


def read_html(markup: str, name: str, sha256: str, address: str | None = None) -> Document:
    """Read the article of a saved page.

    The words are the page's, white space aside.

    Args:
        markup: the page.
        name: what the document calls its source.
        sha256: the SHA-256 of the source's bytes in hex.
        address: where the page was saved from; of use if the page itself does not say so.

    Raises NoArticle if the page holds none (a login wall, an index, an empty page).
    """
    root, cut = parse(markup)
    hide_by_styles(root)
    meta = read_meta(root)
    meta.url = meta.url or address or saved_address(markup)
    body = root.find("body")
    items = read_stream(body if body is not None else root)
    issued = find_publication_day(root, meta)  # before scripts leave the tree: in some pages only they have the date
    scripts = scripts_of(root)
    notes = (cut,) if cut else ()
    try:
        choice = find_article(root, items, meta)
        refuse_other_pages(items, choice)
        shown = [item.text for item in items if isinstance(item, PageBlock) and item.order in choice.kinds]
        hidden = whole_body(meta.bodies, shown)
    except NoArticle:
        hidden = article_in_scripts(scripts, meta.bodies)
        if hidden is None:
            raise
    if hidden is not None:
        root, _ = parse(f"<html><body><article>{hidden}</article></body></html>")
        items = read_stream(root.find("body"))
        choice = find_article(root, items, meta)
        refuse_other_pages(items, choice)
        notes = (*notes, "the page shows its article only when its scripts run; the text was read from them")
    document = _document(root, items, meta, issued, choice, Source(name, meta.url, sha256))
    return replace(document, notes=notes) if notes else document


def read_whole(markup: str, name: str, sha256: str) -> Document:
    """Read a page that is an article and nothing else.

    Chapters of books and converted documents are such pages. Nothing is dropped as furniture. If no heading says what the title
    is, a short first line does.

    Args:
        markup: the page; its metadata count as a saved page's do.
        name: what the document calls its source.
        sha256: the SHA-256 of the source's bytes in hex.

    Raises NoArticle if it has no text.
    """
    root, cut = parse(markup)
    meta = read_meta(root)
    items = read_stream(root.find("body"))
    blocks = [item for item in items if isinstance(item, PageBlock) and letters(item.text)]
    if not blocks:
        raise NoArticle("it has no text")
    if len(blocks) > 1 and not any(block.tag in ("h1", "h2") for block in blocks):
        _make_title(blocks[0])
    choice = ArticleChoice(kinds={block.order: block_kind(block) for block in blocks})
    choice.first, choice.last = blocks[0].order, blocks[-1].order
    choice.main = list(blocks[0].box.around())[-1]
    issued = (day := first_day(meta.published), day is not None)
    document = _document(root, items, meta, issued, choice, Source(name, meta.url, sha256), is_whole=True)
    return replace(document, notes=(cut,)) if cut else document


def _make_title(block: PageBlock) -> None:
    """Set a first line as a title if it is short and no sentence."""
    if block.text.count(" ") < _TITLE_BLANKS and not ends_clause(block.text) and block.kind == "text":
        block.box.tag = "h1"


def _document(
    root: "HtmlElement",
    items: list[PageItem],
    meta: PageMetadata,
    issued: tuple[str | None, bool],
    choice: ArticleChoice,
    source: Source,
    is_whole: bool = False,
) -> Document:
    head = find_headline(items, meta, _first_sentence(items, choice))
    _drop_head(items, choice, head, meta)
    lines = read_head_lines(items, choice, head, meta)
    standfirst, at = find_lead(items, meta, head.block, choice)
    if is_whole and at is not None and choice.kinds.get(at) == "heading":
        standfirst, at = None, None  # a chapter's heading below the title of a book
    if at is not None and at in choice.kinds:
        del choice.kinds[at]
    names = tuple(find_authors(root, meta, lines.authors))
    labelled = None if issued[1] or lines.published else find_labelled_day(items, choice, meta.language)
    since = issued[0] if issued[1] else lines.published or labelled or issued[0] or lines.modified
    changed = first_day(meta.modified) or lines.modified
    _drop_author_notes(items, choice, names)
    shown = find_pictures(items, choice, head.block, at, meta.pictures)
    for picture in shown:
        for order in picture.blocks:
            choice.why.setdefault(order, "belongs to a picture")
    above = find_kicker(items, head.block) or head.kicker or None
    named = {order: (kind, "") for order, kind in choice.about.items()} | _named(items, head.block, above, at)
    pictured = _of_pictures(items, shown)
    named |= {order: what for order, what in pictured.items() if what[0] != "dropped" or order not in named}
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
        images=with_base(images, root),
        sections=sections,
        rows=rows,
    )


_Named = dict[int, tuple[SourceLineKind, str]]


def _named(items: list[PageItem], head: PageBlock | None, above: str | None, lead_at: int | None) -> _Named:
    """Return what each block of the head is, by the block's order."""
    named: _Named = {} if lead_at is None else {lead_at: ("lead", "")}
    if head is not None:
        named[head.order] = ("title", "")
        before = (item for item in items if isinstance(item, PageBlock) and item.order < head.order)
        named |= {block.order: ("kicker", "") for block in before if above and block.text == above}
    return named


def _of_pictures(items: list[PageItem], shown: list[ShownPicture]) -> _Named:
    """Return what each block of a picture is, with the image's id, by the block's order.

    A caption with its credit is the caption.
    """
    by_order = {order: (number, picture) for number, picture in enumerate(shown, 1) for order in picture.blocks}
    named: _Named = {}
    for item in items:
        if isinstance(item, PageBlock) and item.order in by_order:
            number, picture = by_order[item.order]
            caption = letters(picture.caption or "")[:20]
            kind: SourceLineKind = "caption" if caption and caption in letters(item.text) else "credit"
            is_used = (picture.caption if kind == "caption" else picture.credit) is not None
            named[item.order] = (kind if is_used else "dropped", f"image-{number}")
    return named


def _classified(
    items: list[PageItem], choice: ArticleChoice, named: _Named, shown: list[ShownPicture]
) -> Iterator[ClassifiedLine | Image]:
    """Yield every block in the page's order as it was classified, and every picture at its place."""
    tags = {item.tag for item in items if isinstance(item, PageBlock) and choice.kinds.get(item.order) == "heading"}
    ranks = sorted(tag for tag in tags if tag[0] == "h")
    waiting = {
        picture.order: Image(f"image-{number}", picture.caption, picture.alt, picture.credit, picture.url)
        for number, picture in enumerate(shown, 1)
    }
    dropped = 0
    for item in items:
        if item.order in waiting:
            yield waiting[item.order]
        if not isinstance(item, PageBlock):
            continue
        if item.order in choice.kinds:
            yield _text_line(item, choice.kinds[item.order], ranks)
            continue
        kind, of = named.get(item.order, ("dropped", ""))
        # A kicker is in the head, and left out of the text like what is dropped.
        is_left_out = kind == "dropped" or (kind == "kicker" and item.order not in choice.about)
        dropped += kind == "dropped"
        if kind != "dropped" or dropped <= _MAX_DROPPED:
            why = (choice.why.get(item.order) or _place(item, choice)) if is_left_out else ""
            yield ClassifiedLine(SourceLine(item.line, item.text, kind, why, of))


def _place(block: PageBlock, choice: ArticleChoice) -> str:
    """Return where a block is that nothing else speaks against.

    It is in the article's box, in one like it beside, or elsewhere.
    """
    main = choice.main
    if main is None or block.box.is_within(main):
        return "outside the article"
    inside = next((box for box in block.box.around() if box.parent is main.parent), None)
    is_like = inside is not None and inside.tag == main.tag and (inside.names == main.names or not main.names)
    return "in a box like the article's" if is_like else "elsewhere on the page"


def _text_line(block: PageBlock, kind: BlockKind, ranks: list[str]) -> ClassifiedLine:
    """Return a block of the text; `ranks` are the tags of headings, the highest first."""
    row = SourceLine(block.line, block.text, kind)
    if kind != "heading":
        return ClassifiedLine(row, _paragraph(block, kind))
    level = LEVEL + (ranks.index(block.tag) if block.tag in ranks else len(ranks))
    return ClassifiedLine(row, heading=block.text, level=min(level, 6))


def _first_sentence(items: list[PageItem], choice: ArticleChoice) -> int:
    """Return the order of the first block that is plainly text and no copy of an `h1`.

    A path of links to the page may repeat the `h1`.
    """
    titles = {item.text for item in items if isinstance(item, PageBlock) and item.tag == "h1"}
    for item in items:
        if not isinstance(item, PageBlock) or weigh(item.text) < 80 or item.text in titles:
            continue
        if choice.kinds.get(item.order) in ("paragraph", "item"):
            return item.order
    return choice.first


def _drop_head(items: list[PageItem], choice: ArticleChoice, head: Headline, meta: PageMetadata) -> None:
    """Drop the headline, what is above it, and where it comes again, from the text."""
    words = letters(head.text or "")
    titles = [words, *(title for text in meta.headlines if len(title := letters(text)) >= LONG_TITLE)]
    for item in items:
        if item.order in choice.kinds and isinstance(item, PageBlock):
            shown = letters(item.text)
            if head.block is not None and item.order <= head.block.order:
                del choice.kinds[item.order]
                choice.why[item.order] = "above the headline"
            elif words and (shown == words or (choice.kinds[item.order] == "heading" and ends_in_title(shown, titles))):
                del choice.kinds[item.order]
                choice.why[item.order] = "the title again"
    choice.first = min(choice.kinds, default=choice.first)


def _drop_author_notes(items: list[PageItem], choice: ArticleChoice, names: tuple[str, ...]) -> None:
    """Drop notes about the authors: last paragraphs that begin with a name and what the person does."""
    kept = [item for item in items if isinstance(item, PageBlock) and item.order in choice.kinds]
    for block in kept[-4:] if len(kept) > 5 else kept[2:][-1:]:
        if any(_is_about(block.text, name) for name in names):
            del choice.kinds[block.order]
            choice.why[block.order] = "about the author"


def _is_about(text: str, name: str) -> bool:
    """Return whether a text begins with a name, perhaps in full, and what the person does."""
    *given, surname = name.split()
    first, _, rest = text.partition(" ")
    if not given or first[:3] != given[0][:3]:
        return False
    at = text.find(surname, len(first), len(first) + len(name))
    return bool(rest) and at > 0 and _DOES.match(text, at + len(surname)) is not None


def _paragraph(block: PageBlock, kind: str) -> Paragraph:
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
