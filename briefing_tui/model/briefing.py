"""What a briefing is: frozen, typed, without input or output.

Offsets are code points in a paragraph's visible text, the end exclusive. Ids are slugs, unique in their briefing.
"""

from typing import Literal

from msgspec import Struct

MarkKind = Literal["strong", "emphasis", "code", "strike", "link"]
ParagraphKind = Literal["paragraph", "item", "quote", "code", "table"]
ActorKind = Literal["person", "organization"]
QuoteKind = Literal["direct", "partial"]
ArticleKind = Literal["full", "digest"]

LEAD = "Lead"
"""The heading under which a content file keeps the words before an article's first heading."""


class Place(Struct, frozen=True):
    """Where something stands: a section's id, an image's id (its caption), "title" or "lead"; then a paragraph of the
    section and a range in its text. None means the whole of it."""

    at: str
    paragraph: int | None = None
    start: int | None = None
    end: int | None = None


class Mark(Struct, frozen=True):
    """Inline markup over a range of a paragraph's text; `href` belongs to links."""

    start: int
    end: int
    kind: MarkKind
    href: str = ""


class Paragraph(Struct, frozen=True):
    """One block of an article's text.

    `text` is what a reader sees, without inline marks: one line, but for code (its lines) and tables (a line a row, the
    cells parted by tabs, the first row being the heading). `depth` counts the lists that the block stands in: an item has 1
    or more, a paragraph below its item the same as the item. `number` is an ordered item's. `info` is a code block's language,
    or a table's alignment, a character a column: l, c, r, or - where none is set; empty where no column has one.
    """

    text: str
    kind: ParagraphKind = "paragraph"
    marks: tuple[Mark, ...] = ()
    depth: int = 0
    number: int | None = None
    info: str = ""


class Section(Struct, frozen=True):
    """A heading and the paragraphs below it. `heading` is None for the words before the first heading (id "lead").

    `level` is the heading's in the content file: 3 for a section, 4 to 6 for what stands below one.
    """

    id: str
    heading: str | None
    paragraphs: tuple[Paragraph, ...] = ()
    level: int = 3


class Source(Struct, frozen=True):
    """The file that a briefing was made from: its name (no folder), its address, the SHA-256 of its bytes in hex."""

    name: str
    url: str | None = None
    sha256: str = ""


class Point(Struct, frozen=True):
    """One point of the summary, and the ids of the sections that it rests on."""

    text: str
    sections: tuple[str, ...] = ()
    origin: Literal["extracted", "edited"] = "edited"


class Actor(Struct, frozen=True):
    """A person or an organisation of the article; `aliases` are the other names that the article has for them."""

    id: str
    name: str
    kind: ActorKind
    roles: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()


class Quote(Struct, frozen=True):
    """An utterance, word for word.

    `parts` are its runs of words without their quotation marks: an utterance broken by its speech tag, or over several
    paragraphs, has more than one. `speaker` is an actor's id, `speaker_name` the actor's name or a nominal that the article never
    names, `speaker_text` the words that the article has there ("she", "the minister"). `inferred`: the speaker was deduced, not
    named in the speech tag. `after` is the paragraph of a digest that the quote is set behind.
    """

    id: str
    parts: tuple[str, ...]
    kind: QuoteKind = "direct"
    speaker: str | None = None
    speaker_name: str | None = None
    speaker_text: str | None = None
    verb: str | None = None
    inferred: bool = False
    section: str | None = None
    after: int | None = None


class Image(Struct, frozen=True):
    """A picture of the article. `after` is the paragraph of `section` that it follows, -1 before the first."""

    id: str
    caption: str | None = None
    alt: str | None = None
    credit: str | None = None
    url: str | None = None
    section: str | None = None
    after: int | None = None

    @property
    def shows(self) -> str | None:
        """The alternative text, where it says more than the caption does."""
        return None if self.alt and _letters(self.alt) in _letters(self.caption or "") else self.alt


def _letters(text: str) -> str:
    return "".join(char for char in text.casefold() if char.isalnum())


class Briefing(Struct, frozen=True):
    """An article made navigable. Actors stand most important first; quotes and images in article order.

    `extra` holds the front matter's keys that the format does not know, each with its YAML as written. `built` holds the id
    and the hash of every item as a builder last made it.
    """

    id: str
    title: str | None = None
    kicker: str | None = None
    lead: str | None = None
    dateline: str | None = None
    publisher: str | None = None
    authors: tuple[str, ...] = ()
    editors: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    published: str | None = None
    modified: str | None = None
    language: str | None = None
    article: ArticleKind = "full"
    source: Source | None = None
    summary: tuple[Point, ...] = ()
    actors: tuple[Actor, ...] = ()
    quotes: tuple[Quote, ...] = ()
    images: tuple[Image, ...] = ()
    sections: tuple[Section, ...] = ()
    extra: tuple[tuple[str, str], ...] = ()
    built: tuple[tuple[str, str], ...] = ()


class Problem(Struct, frozen=True):
    """Something wrong in a file: its line (from 1), what it is, and what to do about it."""

    line: int
    what: str
    do: str
