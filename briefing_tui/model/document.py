"""An article as a source has it, before anything is analysed: frozen, typed, without input or output."""

from typing import Literal

from msgspec import Struct, field

from briefing_tui.model.briefing import Image, Section, Source

SourceLineKind = Literal[
    "title", "kicker", "lead", "byline", "editor", "date",
    "heading", "paragraph", "item", "quote", "code", "table",
    "caption", "credit", "alt", "dropped",
]  # fmt: skip
LineCorrectionKind = Literal["title", "lead", "byline", "date", "heading", "paragraph", "caption", "credit", "nothing"]


class SourceLine(Struct, frozen=True):
    """A line of a source (of a page: a block) and what it was taken for.

    `line` is the source's, from 1; 0 where the words stand on none (a page's metadata). `of` is the id of the section or the
    image that it belongs to, `index` the paragraph's in its section. `why` is a dropped line's reason.
    """

    line: int
    text: str
    kind: SourceLineKind
    why: str = ""
    of: str = ""
    index: int | None = None
    by_hand: bool = False
    """A person said what it is."""


class LineCorrection(Struct, frozen=True):
    """What a person said that a line of a source is.

    The line is known by its number and its words (white space collapsed, the first 100 characters), so that it is found again in
    a source that changed; `again` counts the lines of the same number and words before it (a page may be one line of markup).
    """

    line: int
    words: str
    kind: LineCorrectionKind
    again: int = 0


class DroppedLine(Struct, frozen=True):
    """A line of a source that was left out, and the reason."""

    line: int
    text: str
    why: str


class Document(Struct, frozen=True):
    """An article as a source has it, its furniture gone, before anything is analysed.

    `images` and `sections` are as in a Briefing; `lines` tells for every section id and paragraph index the source's
    line, where the source has lines; `dropped` is what was left out. `rows` are all of the source's lines in its order with what
    each was taken for. `notes` tell the person, in a line each, what of the source was not read.
    """

    source: Source
    title: str | None = None
    kicker: str | None = None
    lead: str | None = None
    dateline: str | None = None
    publisher: str | None = None
    authors: tuple[str, ...] = ()
    editors: tuple[str, ...] = ()
    published: str | None = None
    modified: str | None = None
    language: str | None = None
    images: tuple[Image, ...] = ()
    sections: tuple[Section, ...] = ()
    dropped: tuple[DroppedLine, ...] = ()
    lines: dict[tuple[str, int], int] = field(default_factory=dict)
    rows: tuple[SourceLine, ...] = ()
    notes: tuple[str, ...] = ()
