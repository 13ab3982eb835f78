"""The data model of an article as its source has it, before analysis.

Frozen, typed, without input or output.
"""

from typing import Literal

from msgspec import Struct

from briefing_tui.model.briefing import Image, Section, Source

SourceLineKind = Literal[
    "title", "kicker", "lead", "byline", "editor", "date",
    "heading", "paragraph", "item", "quote", "code", "table",
    "caption", "credit", "alt", "dropped",
]  # fmt: skip
LineCorrectionKind = Literal["title", "lead", "byline", "date", "heading", "paragraph", "caption", "credit", "nothing"]


class Origin(Struct, frozen=True):
    """The place that the bytes of a source were fetched from.

    - `address`: the one that gave them; `named` is the one that was asked for, before redirects.
    - `media_type`, as in "text/html", and `charset`: what its server said of them.
    - `is_public`: whether its host is one of the internet, which may not lead into the user's own network.

    What is not known is empty.
    """

    address: str = ""
    media_type: str = ""
    charset: str = ""
    named: str = ""
    is_public: bool = True


class SourceLine(Struct, frozen=True):
    """A line of a source (of a page: a block) and its classification.

    `line` is its number in the source, from 1; 0 for words that are on no line (a page's metadata). `of` is the id of the
    section or image that it belongs to, and `index` the index of its paragraph in the section. `why` is the reason why a line
    was dropped. `by_hand` means that the user classified it.
    """

    line: int
    text: str
    kind: SourceLineKind
    why: str = ""
    of: str = ""
    index: int | None = None
    by_hand: bool = False


class LineCorrection(Struct, frozen=True):
    """The user's classification of one line of a source.

    The line is identified by its number and its words (white space collapsed, the first 100 characters), so that it is found
    again in a source that changed. `again` counts the lines before it that have the same number and words, because a page may be
    one line of markup.
    """

    line: int
    words: str
    kind: LineCorrectionKind
    again: int = 0


class Document(Struct, frozen=True):
    """An article as its source has it, without page furniture, before analysis.

    `images` and `sections` are as in a `Briefing`. `rows` holds every line of the source, in order, with its classification.
    `notes` are messages for the user about parts of the source that were not read.
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
        """The source's line of each paragraph.

        The key is the id of its section and its index in there.
        """
        return {(row.of, row.index): row.line for row in self.rows if row.index is not None}

    @property
    def dropped(self) -> tuple[SourceLine, ...]:
        """The lines that were left out of the article, with reasons; without those of images."""
        return tuple(row for row in self.rows if row.why and not row.of)
