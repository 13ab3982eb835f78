"""An article as a source has it, before anything is analysed: frozen, typed, without input or output."""

from typing import Literal

from msgspec import Struct

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
    image that it belongs to, `index` the paragraph's in its section. `why` is the reason that a line is left out of the text:
    every dropped line has one, and a page's kicker.
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


class Document(Struct, frozen=True):
    """An article as a source has it, its furniture gone, before anything is analysed.

    `images` and `sections` are as in a Briefing. `rows` are all of the source's lines in its order, each with what it was
    classified as. `notes` are for the user, a line each: what of the source was not read.
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
    rows: tuple[SourceLine, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def lines(self) -> dict[tuple[str, int], int]:
        """The source's line of each paragraph, by the id of its section and its index there."""
        return {(row.of, row.index): row.line for row in self.rows if row.index is not None}

    @property
    def dropped(self) -> tuple[SourceLine, ...]:
        """The lines that are left out of the article's text, each with the reason; those of a picture aside."""
        return tuple(row for row in self.rows if row.why and not row.of)
