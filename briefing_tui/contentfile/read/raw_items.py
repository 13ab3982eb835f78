"""Items of a content file as written, before ids and links are resolved."""

from collections.abc import Callable

from msgspec import Struct, field

from briefing_tui.contentfile.read.item_lines import Attribution
from briefing_tui.model.briefing import Paragraph

Lines = tuple[int, int]
"""A range of lines, from 0, the end exclusive."""

Report = Callable[[int, str, str], None]
"""Reports a problem: its line from 0, what is wrong, and what to do."""


class RawItem(Struct):
    """The lines of an item, and of its pieces by name.

    `id` and `after` are the id and paragraph index that its comment gives.
    """

    lines: Lines
    pieces: dict[str, Lines] = field(default_factory=dict)
    id: str | None = None
    after: int | None = None

    def extend(self, name: str, lines: Lines) -> None:
        """Add a piece, or more lines of a piece."""
        known = self.pieces.get(name)
        self.pieces[name] = (known[0], lines[1]) if known else lines
        self.lines = (self.lines[0], max(self.lines[1], lines[1]))


class RawPoint(RawItem):
    """A bullet of the summary; `sections` are ids as written in its links."""

    text: str = ""
    sections: tuple[str, ...] = ()


class RawActor(RawItem):
    """An actor as written."""

    name: str = ""
    kind: str = ""
    roles: list[str] = field(default_factory=list)
    aliases: list[str] = field(default_factory=list)


class RawQuote(RawItem):
    """A quote as written."""

    parts: list[str] = field(default_factory=list)
    attribution: Attribution | None = None


class RawImage(RawItem):
    """An image as written; `caption` has one text per line."""

    alt: str | None = None
    url: str | None = None
    caption: list[str] = field(default_factory=list)
    credit: str | None = None
    section: str | None = None


class RawSection(RawItem):
    """A section of the article.

    `blocks` holds start, end and number of paragraphs of each Markdown block in it.
    """

    heading: str | None = None
    level: int = 3
    paragraphs: list[Paragraph] = field(default_factory=list)
    blocks: list[tuple[int, int, int]] = field(default_factory=list)


class Layout(Struct):
    """The lines of a file's items: what a patch needs."""

    end: int = 0
    title: Lines | None = None
    regions: dict[str, list[Lines]] = field(default_factory=dict)
    points: list[RawPoint] = field(default_factory=list)
    actors: list[RawActor] = field(default_factory=list)
    quotes: list[RawQuote] = field(default_factory=list)
    images: list[RawImage] = field(default_factory=list)
    sections: list[RawSection] = field(default_factory=list)
    built: Lines | None = None
