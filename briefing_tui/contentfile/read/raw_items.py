"""The items of a content file as they stand in it, before ids and links are resolved; with the lines of each piece."""

from msgspec import Struct, field

from briefing_tui.contentfile.read.item_lines import Attribution
from briefing_tui.model.briefing import Paragraph

Lines = tuple[int, int]
"""A range of lines, from 0, the end exclusive."""


class RawItem(Struct):
    """What all items share: lines of their pieces by name, and the id and paragraph number that their comment gives."""

    lines: Lines
    pieces: dict[str, Lines] = field(default_factory=dict)
    id: str | None = None
    after: int | None = None

    def extend(self, name: str, lines: Lines) -> None:
        """Take in another piece, or more lines of one."""
        known = self.pieces.get(name)
        self.pieces[name] = (known[0], lines[1]) if known else lines
        self.lines = (self.lines[0], max(self.lines[1], lines[1]))


class RawPoint(RawItem):
    text: str = ""
    sections: tuple[str, ...] = ()


class RawActor(RawItem):
    name: str = ""
    kind: str = ""
    roles: list[str] = field(default_factory=list)
    aliases: list[str] = field(default_factory=list)


class RawQuote(RawItem):
    parts: list[str] = field(default_factory=list)
    attribution: Attribution | None = None


class RawImage(RawItem):
    alt: str | None = None
    url: str | None = None
    caption: list[str] = field(default_factory=list)
    credit: str | None = None
    section: str | None = None


class RawSection(RawItem):
    heading: str | None = None
    level: int = 3
    paragraphs: list[Paragraph] = field(default_factory=list)
    blocks: list[tuple[int, int, int]] = field(default_factory=list)


class Layout(Struct):
    """Where a file's items stand: what a patch needs."""

    end: int = 0
    title: Lines | None = None
    regions: dict[str, list[Lines]] = field(default_factory=dict)
    points: list[RawPoint] = field(default_factory=list)
    actors: list[RawActor] = field(default_factory=list)
    quotes: list[RawQuote] = field(default_factory=list)
    images: list[RawImage] = field(default_factory=list)
    sections: list[RawSection] = field(default_factory=list)
    built: Lines | None = None
