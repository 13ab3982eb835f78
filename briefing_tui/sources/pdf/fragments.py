"""Define the pieces of a PDF's page: fragments of lines, lines, and blocks."""

from msgspec import Struct, field

Path = tuple[int, ...]
"""A place in the tree of a PDF's tags: the number of each child from its root."""


class Tag(Struct):
    """A block of a tagged PDF: what its tags say of the letters in it.

    `path` is the block's place, `level` a heading's; `is_label` means that the letters are an item's number or bullet, `is_note`
    that they are a footnote.
    """

    path: Path
    level: int = 0
    is_item: bool = False
    is_quote: bool = False
    is_label: bool = False
    is_note: bool = False


class Fragment(Struct):
    """Words that are set one behind the other on one baseline.

    `x0` and `x1` are its ends and `y` its baseline, in points from the page's lower left corner; `size` is the font's, in
    points. `order` is its place in the content, `content` the number by which the tags of a PDF know it (-1 without).
    """

    text: str
    x0: float
    x1: float
    y: float
    size: float
    is_bold: bool = False
    order: int = 0
    content: int = -1
    tag: Tag | None = None

    @property
    def top(self) -> float:
        """The upper end of the letters."""
        return self.y + 0.75 * self.size

    @property
    def bottom(self) -> float:
        """The lower end of the letters."""
        return self.y - 0.22 * self.size


class Page(Struct):
    """The fragments of a page, and whether it has pictures of some size.

    `tags` has the place and the block of each numbered content, `note_signs` the raised signs of footnotes.
    """

    number: int
    height: float
    fragments: list[Fragment]
    has_pictures: bool = False
    tags: dict[int, tuple[Path, Tag]] = field(default_factory=dict)
    note_signs: set[str] = field(default_factory=set)


class PdfText(Struct):
    """The pages of a PDF, and what it says is its title.

    `notes` are about what was not read.
    """

    pages: list[Page]
    title: str = ""
    notes: tuple[str, ...] = ()


class PdfLine(Struct):
    """A line of a column: fragments on one baseline.

    `column` counts the columns of the document; lines of the same one are set below one another.
    """

    text: str
    x0: float
    x1: float
    y: float
    size: float
    is_bold: bool
    page: int
    column: int
    tag: Tag | None = None


class PdfBlock(Struct):
    """Lines that make a paragraph, a heading, an item or a caption.

    `space` is the distance to the block above in lines, 9 at the top of a column.
    """

    lines: list[PdfLine]
    text: str = ""
    space: float = 9.0

    @property
    def size(self) -> float:
        """The size of its letters in points."""
        return self.lines[0].size
