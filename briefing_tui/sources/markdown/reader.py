"""A Markdown article → a Document: written by hand, exported, or clipped from a page.

Clippers (Obsidian's, MarkDownload and their like) put title, author, address, date and description into front matter."""

import re
from collections.abc import Iterator
from html import escape
from itertools import zip_longest

from msgspec import Struct, field
from msgspec.structs import replace

from briefing_tui.languages.dates import find_dates
from briefing_tui.markdown.blocks import Block, blocks
from briefing_tui.markdown.front_matter import Front, read_front
from briefing_tui.markdown.inline import plain
from briefing_tui.markdown.paragraphs import Env, Heading, collect_references, read_block
from briefing_tui.model.briefing import Image, Paragraph, Section, Source
from briefing_tui.model.document import Document, DroppedLine, SourceLine, SourceLineKind
from briefing_tui.sources.errors import NoArticle
from briefing_tui.sources.html.credits import is_labelled_credit, split_credit
from briefing_tui.sources.html.furniture import furniture_words, letters
from briefing_tui.sources.html.head import day, names_in
from briefing_tui.sources.html.reader import read_html
from briefing_tui.sources.markdown.page import page_of
from briefing_tui.sources.shared.author_names import read_byline
from briefing_tui.text.safety import one_line
from briefing_tui.text.slugs import Ids, slug

_TITLE = ("title", "headline")
_AUTHOR = ("author", "authors", "byline", "creator", "by")
_PUBLISHED = ("published", "date", "publish_date", "date_published", "datepublished", "pubdate")
_MODIFIED = ("modified", "updated", "lastmod", "date_modified")
_ADDRESS = ("source", "url", "link", "canonical", "source_url")
_LEAD = ("description", "excerpt", "lead", "standfirst", "subtitle", "dek", "summary")
_PUBLISHER = ("publisher", "site", "site_name", "sitename", "publication")
_LANGUAGE = ("language", "lang")
_PICTURE = re.compile(
    r"!\[(?P<alt>(?:[^\]!]++|!(?!\[))*+)\]\(\s*+<?(?P<url>(?:[^)\s>!]++|!(?!\[))*+)>?"
    r"(?:\s++[\"'](?P<title>[^\"']{0,1000}+)[\"'])?\s*+\)|!\[\[(?P<file>[^\]|]{1,1000}+)(?:\|[^\]]{0,1000}+)?\]\]"
)
_LINKED_PICTURE = re.compile(rf"\[\s*+({_PICTURE.pattern})\s*+\]\((?:[^)!]++|!(?!\[))*+\)")
_HEAD_LINES = 5
_LITTLE = 120
_HEADING_WORDS = 16


class _Page(Struct):
    """The state of a reading: what was found so far."""

    title: str | None
    authors: tuple[str, ...] = ()
    published: str | None = None
    sections: list[Section] = field(default_factory=list)
    held: list[Paragraph] = field(default_factory=list)
    images: list[Image] = field(default_factory=list)
    dropped: list[DroppedLine] = field(default_factory=list)
    rows: list[SourceLine] = field(default_factory=list)
    at: str = "lead"
    heading: str | None = None
    level: int = 3
    ids: Ids = field(default_factory=Ids)
    seen: int = 0
    waits: bool = False
    """A picture without words was just read: the next line may be its caption."""
    strong: bool = False
    """The text has no headings but its title: short lines in bold that a paragraph follows are its headings."""

    def open(self, heading: str, level: int) -> None:
        self.close()
        self.at = self.ids.default(slug(heading) or "section")
        self.heading, self.level = heading, level

    def close(self) -> None:
        if self.held or self.heading is not None:
            self.sections.append(Section(self.at, self.heading, tuple(self.held), self.level))
        self.held = []

    def drop(self, line: int, text: str, why: str) -> None:
        self.dropped.append(DroppedLine(line, text, why))
        self.rows.append(SourceLine(line, text, "dropped", why))

    def take(self, line: int, text: str, kind: SourceLineKind, of: str = "", index: int | None = None) -> None:
        self.rows.append(SourceLine(line, text, kind, of=of, index=index))


def read_markdown(text: str, name: str, sha256: str) -> Document:
    """The article of a Markdown text, which must be harmless. Raises NoArticle where it has no paragraphs."""
    lines = text.split("\n")
    front = read_front(lines)
    if markup := page_of(text, _head(front), front.end):
        return read_html(markup, name, sha256)
    found = list(blocks(lines, front.end, len(lines)))
    env: Env = {}
    for block in found:
        collect_references(block, lines, env)
    page = _Page(_value(front, _TITLE), tuple(_names(front)), day([_value(front, _PUBLISHED) or ""]))
    top = _top_level(found, lines)
    page.strong = sum(block.kind == "heading" for block in found) < 2
    for block, below in zip_longest(found, found[1:]):
        _read(page, block, lines, env, top)
        if below and below.kind in ("text", "other") and lines[below.start][:2] not in ("**", "__"):
            _open_strong(page)
    page.close()
    if sum(len(paragraph.text) for section in page.sections for paragraph in section.paragraphs) < _LITTLE:
        raise NoArticle("there are no paragraphs in the text, or too little of it")
    return _document(page, front, Source(name, _value(front, _ADDRESS), sha256))


def _head(front: Front) -> str:
    """What front matter says, as a page's head does; on one line."""
    said = {
        "og:title": _value(front, _TITLE),
        "article:published_time": _value(front, _PUBLISHED),
        "article:modified_time": _value(front, _MODIFIED),
        "og:description": _value(front, _LEAD),
        "og:site_name": _value(front, _PUBLISHER),
        "og:url": _value(front, _ADDRESS),
        "og:locale": _value(front, _LANGUAGE),
    }
    named = [(key, value) for key, value in said.items() if value] + [("author", name) for name in _names(front)]
    return "".join(f'<meta name="{key}" content="{escape(value)}">' for key, value in named)


def _document(page: _Page, front: Front, source: Source) -> Document:
    lead = _value(front, _LEAD)
    first = page.sections[0]
    opening = next((paragraph.text for section in page.sections for paragraph in section.paragraphs), "")
    if lead and letters(lead.rstrip(".… "))[:80] and letters(opening).startswith(letters(lead.rstrip(".… "))[:80]):
        if len(letters(opening)) > 1.3 * len(letters(lead)) or len(first.paragraphs) < 2:
            lead = None
        else:
            page.sections[0] = replace(first, paragraphs=first.paragraphs[1:])
            page.rows = [_row_one_back(row, first.id) for row in page.rows]
            page.images = [_one_back(image, first.id) for image in page.images]
    return Document(
        source=source,
        title=page.title,
        lead=lead,
        publisher=_value(front, _PUBLISHER),
        authors=page.authors,
        published=page.published,
        modified=day([_value(front, _MODIFIED) or ""]),
        language=_value(front, _LANGUAGE),
        images=_in_some_section(page.images, page.sections),
        sections=tuple(page.sections),
        dropped=tuple(page.dropped),
        lines={(row.of, row.index): row.line for row in page.rows if row.index is not None},
        rows=tuple(page.rows),
    )


def _in_some_section(images: list[Image], sections: list[Section]) -> tuple[Image, ...]:
    """The images; those above the first heading, where no words stand, come before the first section's."""
    known = {section.id for section in sections}
    return tuple(image if image.section in known else replace(image, section=sections[0].id, after=-1) for image in images)


def _row_one_back(row: SourceLine, section: str) -> SourceLine:
    """The row, without the section's first paragraph, which is the lead."""
    if row.of != section or row.index is None:
        return row
    return replace(row, index=row.index - 1) if row.index else SourceLine(row.line, row.text, "lead")


def _one_back(image: Image, section: str) -> Image:
    """The image, its place counted without the section's first paragraph."""
    behind = image.section == section and image.after is not None and image.after >= 0
    return replace(image, after=(image.after or 0) - 1) if behind else image


def _value(front: Front, keys: tuple[str, ...]) -> str | None:
    """The first of these keys' values, a list's items joined; keys in any case, with hyphens or underscores."""
    known = {entry.key.lower().replace("-", "_").replace(" ", "_"): entry.value for entry in front.entries}
    for key in keys:
        said = known.get(key)
        text = ", ".join(map(str, said)) if isinstance(said, list) else str(said or "")
        if one_line(text):
            return one_line(text)
    return None


def _names(front: Front) -> Iterator[str]:
    """The authors: a list's items each, or the names of a byline; wiki brackets and links taken off."""
    said = _value(front, _AUTHOR)
    if said:
        yield from names_in(re.sub(r"\[\[|\]\]|\]\([^)\]]*+\)|\[", "", said))


def _top_level(found: list[Block], lines: list[str]) -> int:
    """The level of the sections' headings: the highest of those that are not the title's `#`, the only one of its level."""
    levels = [len(lines[block.start]) - len(lines[block.start].lstrip("#")) for block in found if block.kind == "heading"]
    below = [level for number, level in enumerate(levels) if number or level > 1 or levels.count(1) > 1]
    return min(below, default=2)


def _read(page: _Page, block: Block, lines: list[str], env: Env, top: int) -> None:
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
    if page.title is None and not page.sections and not page.held and found.level <= 2:
        page.title = words
        page.take(line, words, "title")
    elif letters(words) == letters(page.title or ""):
        page.drop(line, words, "the title again")
    elif why := furniture_words(words):
        page.drop(line, words, why)
    else:
        page.open(words, min(6, max(3, 3 + found.level - top)))
        page.take(line, words, "heading", page.at)
    page.waits = False


def _open_strong(page: _Page) -> None:
    """Turn the paragraph that was read last into a heading, if it is a short line in bold, or between stars for it."""
    last = page.rows[-1] if page.rows else None
    if not page.held or last is None or last.kind != "paragraph" or last.index != len(page.held) - 1:
        return
    text, marks = page.held[-1].text, page.held[-1].marks
    bold = page.strong and any(mark.kind == "strong" and mark.end - mark.start == len(text) for mark in marks)
    words = _without_stars(text)
    if not (bold or words != text) or not words or words.count(" ") >= _HEADING_WORDS or words.endswith((".", ":", ",", ";")):
        return
    page.held.pop()
    page.rows.pop()
    page.open(words, 3)
    page.take(last.line, words, "heading", page.at)


def _without_stars(words: str) -> str:
    """Words without the stars of bold type that Markdown does not read, as they stand apart or have no others."""
    starred = words.startswith("**") or words.endswith("**")
    return words.strip("* ") if starred and words.count("**") <= 2 else words


def _read_paragraph(page: _Page, found: Paragraph, line: int) -> None:
    page.seen += 1
    why = _why_dropped(page, found)
    if why:
        page.drop(line, found.text, why)
    elif page.waits and found.kind == "paragraph" and _is_caption(found):
        caption, credit = split_credit(found.text)
        page.images[-1] = replace(page.images[-1], caption=caption, credit=credit)
        page.take(line, found.text, "caption" if caption else "credit", page.images[-1].id)
    else:
        page.take(line, found.text, found.kind, page.at, len(page.held))
        page.held.append(found)
    page.waits = False


def _why_dropped(page: _Page, found: Paragraph) -> str | None:
    """Why a paragraph is no part of the text: a byline or a date at its head, a line of the page, a link alone."""
    text = found.text
    if found.kind in ("code", "table"):
        return None
    if page.seen <= _HEAD_LINES and not page.held and len(text) <= 160:
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
    """Whether the line below a picture is its caption: set in italics, or ending in a credit."""
    slanted = sum(mark.end - mark.start for mark in found.marks if mark.kind == "emphasis")
    return len(found.text) <= 400 and (slanted >= 0.8 * len(found.text) or split_credit(found.text)[1] is not None)


def _read_pictures(page: _Page, source: str, line: int) -> bool:
    """Read a block that is pictures and words about them; whether it was one."""
    bare = _LINKED_PICTURE.sub(r"\1", source)
    rest = one_line(plain(_PICTURE.sub(" ", bare)))
    if len(rest) > 400 or source.lstrip()[:1] in ("|", ">"):
        return False
    pictures = list(_PICTURE.finditer(bare))
    caption, credit = split_credit(rest) if rest else (None, None)
    if rest and is_labelled_credit(rest):
        caption, credit = split_credit(rest)
    for number, picture in enumerate(pictures):
        last = number == len(pictures) - 1
        url = picture["url"] or picture["file"] or None
        alt = one_line(plain(picture["alt"] or "")) or None
        said = caption if last else None
        page.images.append(
            Image(f"image-{len(page.images) + 1}", said, alt, credit if last else None, url, page.at, len(page.held) - 1)
        )
    if rest and (caption or credit):
        page.take(line, rest, "caption" if caption else "credit", page.images[-1].id)
    page.waits = not rest
    return True
