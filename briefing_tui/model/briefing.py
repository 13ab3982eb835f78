"""The data model of a briefing: frozen, typed, without input or output.

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
"""The heading in a content file of the words before an article's first heading."""


class Place(Struct, frozen=True):
    """A place in a briefing's article.

    `at` is a section's id, an image's id (for its caption), "title" or "lead". `paragraph` is an index into the section's
    paragraphs, and `start` and `end` are a range of that paragraph's text. None means the whole of it.
    """

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

    `text` is the visible text, without inline marks. It is one line, except in code (its lines) and tables (a line per row,
    cells separated by tabs, the first row being the heading). `depth` counts the lists around the block: an item has 1 or more,
    and a paragraph below an item has the item's depth. `number` is the number of an item in an ordered list. `info` is a code
    block's language, or a table's alignment with one character per column (l, c, r, or - if unset), empty if no column has one.
    """

    text: str
    kind: ParagraphKind = "paragraph"
    marks: tuple[Mark, ...] = ()
    depth: int = 0
    number: int | None = None
    info: str = ""


class Section(Struct, frozen=True):
    """A heading and the paragraphs below it.

    `heading` is None for the words before the first heading; that section has the id "lead". `level` is the heading's level in
    the content file: 3 for a section, 4 to 6 for subsections.
    """

    id: str
    heading: str | None
    paragraphs: tuple[Paragraph, ...] = ()
    level: int = 3


class Source(Struct, frozen=True):
    """The file that a briefing was made from.

    `name` is the file's name without a folder, `url` the article's address, and `sha256` the hash of its bytes in hexadecimal
    digits.
    """

    name: str
    url: str | None = None
    sha256: str = ""


class Point(Struct, frozen=True):
    """One point of the summary, with the ids of the sections that it rests on."""

    text: str
    sections: tuple[str, ...] = ()
    origin: Literal["extracted", "edited"] = "edited"


class Actor(Struct, frozen=True):
    """A person or an organisation in the article.

    `aliases` are the other names that the article uses for them.
    """

    id: str
    name: str
    kind: ActorKind
    roles: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()


class Quote(Struct, frozen=True):
    """An utterance, word for word.

    `parts` are its runs of words without quotation marks. An utterance that is interrupted by its speech tag, or that runs over
    several paragraphs, has more than one part.

    `speaker` is an actor's id. `speaker_name` is that actor's name, or a description of a speaker whom the article never names.
    `speaker_text` is what the article calls the speaker there ("she", "the minister"). `inferred` means that the speaker was
    deduced, not named in the speech tag. `after` is the index of the paragraph of a digest that the quote follows.
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
    """A picture of the article.

    `after` is the index of the paragraph of `section` that it follows, -1 before the first.
    """

    id: str
    caption: str | None = None
    alt: str | None = None
    credit: str | None = None
    url: str | None = None
    section: str | None = None
    after: int | None = None

    @property
    def shows(self) -> str | None:
        """The alternative text, or None if the caption contains it."""
        return None if self.alt and _letters(self.alt) in _letters(self.caption or "") else self.alt


def _letters(text: str) -> str:
    return "".join(char for char in text.casefold() if char.isalnum())


class Briefing(Struct, frozen=True):
    """An article with everything that makes it navigable.

    Actors are ordered by importance, quotes and images by their place in the article. `extra` holds front-matter keys that the
    format does not know, each with its YAML as written. `built` holds the id and hash of every item as the last build made it.
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
    """A mistake in a file.

    `line` counts from 1; `what` says what is wrong, and `do` what to do about it.
    """

    line: int
    what: str
    do: str
