"""Read an article from Markdown: written by hand, exported, or clipped from a page."""

import re
from collections.abc import Iterator
from itertools import zip_longest

from msgspec import Struct, field
from msgspec.structs import replace

from briefing_tui.languages.dates import find_dates
from briefing_tui.markdown.blocks import MarkdownBlock, blocks
from briefing_tui.markdown.front_matter import read_front
from briefing_tui.markdown.inline import plain
from briefing_tui.markdown.paragraphs import Env, Heading, collect_references, read_block
from briefing_tui.model.briefing import Image, Paragraph, Section, Source
from briefing_tui.model.document import Document, SourceLine, SourceLineKind
from briefing_tui.sources.assemble import ClassifiedLine, assemble
from briefing_tui.sources.errors import NoArticle
from briefing_tui.sources.html.reader import read_html
from briefing_tui.sources.markdown.clipping import Clipping, read_clipping, without_clipper_marks
from briefing_tui.sources.markdown.page import page_of_markdown
from briefing_tui.sources.shared.author_names import read_byline
from briefing_tui.sources.shared.credits.captions import is_labelled_credit, split_caption
from briefing_tui.sources.shared.furniture import furniture_words
from briefing_tui.sources.shared.letters import letters
from briefing_tui.sources.shared.metadata_values import first_day
from briefing_tui.text.safety import one_line

_PICTURE = re.compile(
    r"!\[(?P<alt>(?:[^\]!]++|!(?!\[))*+)\]\(\s*+<?(?P<url>(?:[^)\s>!]++|!(?!\[))*+)>?"
    r"(?:\s++[\"'](?P<title>[^\"']{0,1000}+)[\"'])?\s*+\)|!\[\[(?P<file>[^\]|]{1,1000}+)(?:\|[^\]]{0,1000}+)?\]\]"
)
_LINKED_PICTURE = re.compile(rf"\[\s*+({_PICTURE.pattern})\s*+\]\((?:[^)!]++|!(?!\[))*+\)")
_HEAD_LINES = 5
_LITTLE = 120
_HEADING_WORDS = 16
_PULLED = (9, 400)
"""The fewest and the most letters of a pull quote."""


class _Page(Struct):
    """The state of a reading: what was found so far."""

    title: str | None
    authors: tuple[str, ...] = ()
    published: str | None = None
    items: list[ClassifiedLine | Image] = field(default_factory=list)
    paragraphs: int = 0
    """The number of paragraphs since the last heading."""
    images: int = 0
    seen: int = 0
    waits: Image | None = None
    """A picture without words just before: the next line may be its caption."""
    strong: bool = False
    """Whether the text has no headings but its title, so that short bold lines above paragraphs are its headings."""

    @property
    def has_text(self) -> bool:
        """Whether a paragraph or a heading was found."""
        return any(isinstance(item, ClassifiedLine) and (item.paragraph or item.heading) for item in self.items)

    def add(self, line: int, text: str, kind: SourceLineKind, why: str = "", of: str = "") -> None:
        self.items.append(ClassifiedLine(SourceLine(line, text, kind, why, of)))

    def add_paragraph(self, line: int, paragraph: Paragraph) -> None:
        self.items.append(ClassifiedLine(SourceLine(line, paragraph.text, paragraph.kind), paragraph))
        self.paragraphs += 1

    def add_heading(self, line: int, heading: str, level: int) -> None:
        self.items.append(ClassifiedLine(SourceLine(line, heading, "heading"), heading=heading, level=level))
        self.paragraphs = 0

    def drop(self, line: int, text: str, why: str) -> None:
        self.add(line, text, "dropped", why)


def read_markdown(text: str, name: str, sha256: str) -> Document:
    """Read the article of a Markdown text.

    Args:
        text: the text, without characters that act on a terminal.
        name: what the document calls its source.
        sha256: the SHA-256 of the source's bytes in hex.

    Raises NoArticle if it has no paragraphs.
    """
    lines = without_clipper_marks(text).split("\n")
    front = read_front(lines)
    clipping = read_clipping(front)
    if markup := page_of_markdown(text, clipping.head, front.end):
        return read_html(markup, name, sha256)
    found = list(blocks(lines, front.end, len(lines)))
    env: Env = {}
    for block in found:
        collect_references(block, lines, env)
    page = _Page(clipping.title, clipping.authors, first_day([clipping.published or ""]))
    top = _top_level(found, lines)
    page.strong = sum(block.kind == "heading" for block in found) < 2
    for block, below in zip_longest(found, found[1:]):
        _read(page, block, lines, env, top)
        if below and below.kind in ("text", "other") and lines[below.start][:2] not in ("**", "__"):
            _open_strong(page)
    _drop_pull_quotes(page)
    return _document(page, clipping, Source(name, clipping.address, sha256))


def _drop_pull_quotes(page: _Page) -> None:
    """Drop block quotes of the article's own words."""
    said = "\n".join(letters(item.paragraph.text) for item in page.items if isinstance(item, ClassifiedLine) and item.paragraph)
    for number, item in enumerate(page.items):
        if not isinstance(item, ClassifiedLine) or not item.paragraph or item.paragraph.kind != "quote":
            continue
        words = letters(item.paragraph.text)
        if _PULLED[0] <= len(words) <= _PULLED[1] and said.count(words) > 1:
            page.items[number] = ClassifiedLine(
                replace(item.row, kind="dropped", why="a pull quote: its words stand in the text")
            )


def _document(page: _Page, clipping: Clipping, source: Source) -> Document:
    sections, images, rows = assemble(page.items)
    if sum(len(paragraph.text) for section in sections for paragraph in section.paragraphs) < _LITTLE:
        raise NoArticle("there are no paragraphs in the text, or too little of it")
    lead = clipping.lead
    if lead and _opens_with(sections, lead):
        if _is_whole_opening(sections, lead):
            sections, images, rows = assemble(_with_first_as_lead(page.items))
        else:
            lead = None
    return Document(
        source=source,
        title=page.title,
        lead=lead,
        publisher=clipping.publisher,
        authors=page.authors,
        published=page.published,
        modified=first_day([clipping.modified or ""]),
        language=clipping.language,
        images=images,
        sections=sections,
        rows=rows,
    )


def _opening(sections: tuple[Section, ...]) -> str:
    return next(paragraph.text for section in sections for paragraph in section.paragraphs)


def _opens_with(sections: tuple[Section, ...], lead: str) -> bool:
    """Return whether the first paragraph begins with the front matter's lead, which may be cut short."""
    start = letters(lead.rstrip(".… "))[:80]
    return bool(start) and letters(_opening(sections)).startswith(start)


def _is_whole_opening(sections: tuple[Section, ...], lead: str) -> bool:
    """Return whether the first paragraph is little more than the lead, and its section has others."""
    return len(letters(_opening(sections))) <= 1.3 * len(letters(lead)) and len(sections[0].paragraphs) > 1


def _with_first_as_lead(items: list[ClassifiedLine | Image]) -> Iterator[ClassifiedLine | Image]:
    """Yield the lines with the first paragraph as the lead."""
    is_first = True
    for item in items:
        if is_first and isinstance(item, ClassifiedLine) and item.paragraph:
            is_first = False
            yield ClassifiedLine(SourceLine(item.row.line, item.row.text, "lead"))
        else:
            yield item


def _top_level(found: list[MarkdownBlock], lines: list[str]) -> int:
    """Return the level of the sections' headings.

    It is the highest one of those that are not the title's `#`, the only heading of its level.
    """
    levels = [len(lines[block.start]) - len(lines[block.start].lstrip("#")) for block in found if block.kind == "heading"]
    below = [level for number, level in enumerate(levels) if number or level > 1 or levels.count(1) > 1]
    return min(below, default=2)


def _read(page: _Page, block: MarkdownBlock, lines: list[str], env: Env, top: int) -> None:
    source = "\n".join(lines[block.start : block.end])
    if block.kind in ("text", "other") and _PICTURE.search(source) and _read_pictures(page, source, block.start + 1):
        return
    for found in read_block(block, lines, env):
        if isinstance(found, Heading):
            _read_heading(page, found, top)
        else:
            _read_paragraph(page, found, block.start + 1)


def _read_heading(page: _Page, found: Heading, top: int) -> None:
    words, line = _without_stars(one_line(plain(found.source))), found.line + 1
    if not words:
        return
    if page.title is None and not page.has_text and found.level <= 2:
        page.title = words
        page.add(line, words, "title")
    elif letters(words) == letters(page.title or ""):
        page.drop(line, words, "the title again")
    elif why := furniture_words(words):
        page.drop(line, words, why)
    else:
        page.add_heading(line, words, min(6, max(3, 3 + found.level - top)))
    page.waits = None


def _open_strong(page: _Page) -> None:
    """Turn the last paragraph into a heading, if it is a short line in bold or between stars."""
    at = next((at for at in range(len(page.items) - 1, -1, -1) if isinstance(page.items[at], ClassifiedLine)), 0)
    last = page.items[at] if page.items else None
    if not isinstance(last, ClassifiedLine) or last.row.kind != "paragraph" or not last.paragraph:
        return
    text, marks = last.paragraph.text, last.paragraph.marks
    bold = page.strong and any(mark.kind == "strong" and mark.end - mark.start == len(text) for mark in marks)
    words = _without_stars(text)
    if not (bold or words != text) or not words or words.count(" ") >= _HEADING_WORDS or words.endswith((".", ":", ",", ";")):
        return
    del page.items[at]
    page.add_heading(last.row.line, words, 3)


def _without_stars(words: str) -> str:
    """Return words without stars of bold type that Markdown does not read.

    They are detached from the words, or have no others to match.
    """
    starred = words.startswith("**") or words.endswith("**")
    return words.strip("* ") if starred and words.count("**") <= 2 else words


def _read_paragraph(page: _Page, found: Paragraph, line: int) -> None:
    page.seen += 1
    why = _why_dropped(page, found)
    if why:
        page.drop(line, found.text, why)
    elif page.waits and found.kind == "paragraph" and _is_caption(found):
        caption, credit = split_caption(found.text)
        page.items[page.items.index(page.waits)] = replace(page.waits, caption=caption, credit=credit)
        page.add(line, found.text, "caption" if caption else "credit", of=page.waits.id)
    else:
        page.add_paragraph(line, found)
    page.waits = None


def _why_dropped(page: _Page, found: Paragraph) -> str | None:
    """Return why a paragraph is not text, or None.

    It may be a byline or date at the head, furniture, or a mere link.
    """
    text = found.text
    if found.kind in ("code", "table"):
        return None
    if page.seen <= _HEAD_LINES and not page.paragraphs and len(text) <= 160:
        byline = read_byline(text) if len(text) > 2 else None
        dates = find_dates(text)
        if (byline and byline.labelled) or (dates and len(text) <= 60):
            page.authors = page.authors or (byline.names if byline else ())
            page.published = page.published or (dates[0].day if dates else None)
            return "the byline" if byline else "the date"
    if letters(text) == letters(page.title or ""):
        return "the title again"
    if found.kind != "quote" and (why := furniture_words(text)):
        return why
    linked = sum(mark.end - mark.start for mark in found.marks if mark.kind == "link")
    if linked >= 0.9 * len(text) and not text.rstrip('"”’').endswith((".", "!", "?")):
        return "a link to another page"
    return None


def _is_caption(found: Paragraph) -> bool:
    """Return whether the line below a picture is its caption: set in italics, or ending with a credit."""
    slanted = sum(mark.end - mark.start for mark in found.marks if mark.kind == "emphasis")
    return len(found.text) <= 400 and (slanted >= 0.8 * len(found.text) or split_caption(found.text)[1] is not None)


def _read_pictures(page: _Page, source: str, line: int) -> bool:
    """Read a block of pictures and words about them; return whether it was one."""
    bare = _LINKED_PICTURE.sub(r"\1", source)
    rest = one_line(plain(_PICTURE.sub(" ", bare)))
    if len(rest) > 400 or source.lstrip()[:1] in ("|", ">"):
        return False
    pictures = list(_PICTURE.finditer(bare))
    caption, credit = split_caption(rest) if rest else (None, None)
    if rest and is_labelled_credit(rest):
        caption, credit = split_caption(rest)
    for number, picture in enumerate(pictures):
        last = number == len(pictures) - 1
        url = picture["url"] or picture["file"] or None
        alt = one_line(plain(picture["alt"] or "")) or None
        own_caption = caption if last else None
        page.images += 1
        image = Image(f"image-{page.images}", own_caption, alt, credit if last else None, url)
        page.items.append(image)
    if rest and (caption or credit):
        page.add(line, rest, "caption" if caption else "credit", of=image.id)
    page.waits = None if rest else image
    return True
