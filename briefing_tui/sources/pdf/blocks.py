"""Put lines of columns together: paragraphs, also across columns and pages, headings, items."""

import re
from collections import Counter, defaultdict
from itertools import pairwise

from msgspec import Struct

from briefing_tui.sources.pdf.columns import INITIAL
from briefing_tui.sources.pdf.fragments import PdfBlock, PdfLine
from briefing_tui.sources.shared.sentence_ends import ends_sentence
from briefing_tui.text.scripts import UNSPACED

_SAME_SIZE = 0.06
_LEADING = 1.2
"""The distance of baselines in sizes of the font, where the text does not show it."""
_WIDE = 1.28
"""The distance of lines, in usual distances, from which a new block begins."""
_INDENT = 0.7
_LETTER = 0.5
"""The width of a letter in sizes of the font, on average."""
_NARROW = 7.0
"""The width of a column of a few words in sizes of the font."""
_LARGER = 1.12
_HEADING_WORDS, _HEADING_LETTERS = 25, 200
_COLUMN = 3
"""The fewest lines of a column that shows whether its last line is full."""
_SKIPPED = 6
"""The most blocks between the parts of a paragraph: pictures' captions, boxes."""
_MARK = re.compile(r"(?:[•‣◦▪●○■□–—*·]|\(?\d{1,3}[.)]|\(?[a-z]\))(?=\s|$)")
_WORD_START = re.compile(r"\w*+")
_UNSPACED = re.compile(f"[{UNSPACED}]")


class Looks(Struct):
    """The looks of a document's text.

    These are its size, whether it is bold, and the distance of its lines by size."""

    size: float
    is_bold: bool
    leading: dict[float, float]

    def lead(self, size: float) -> float:
        """Return the usual distance of lines of a size in points."""
        return self.leading.get(_rounded(size), _LEADING * size)

    def is_larger(self, size: float) -> bool:
        """Return whether letters are larger than the text's."""
        return size >= _LARGER * self.size


def _rounded(size: float) -> float:
    return round(2 * size) / 2


def looks_of(lines: list[PdfLine]) -> Looks:
    """Return how the text of these lines is set."""
    sizes: Counter[float] = Counter()
    bold: Counter[float] = Counter()
    distances: dict[float, Counter[float]] = defaultdict(Counter)
    for line in lines:
        sizes[_rounded(line.size)] += len(line.text)
        bold[_rounded(line.size)] += len(line.text) * line.is_bold
    for above, line in pairwise(lines):
        down = above.y - line.y
        if above.column == line.column and _is_same_size(above, line) and 0.8 * line.size < down < 2.6 * line.size:
            distances[_rounded(line.size)][round(down, 1)] += 1
    size = sizes.most_common(1)[0][0] if sizes else 10.0
    leading = {of: _usual(found, of) for of, found in distances.items()}
    return Looks(size, bold[size] > 0.5 * sizes[size], leading)


def _usual(found: "Counter[float]", size: float) -> float:
    """Return the usual distance of lines: the most frequent one, the smaller if two are."""
    most = found.most_common(1)[0][1]
    if most < 3:
        return min([distance for distance in found if distance >= size], default=_LEADING * size)
    return min(distance for distance, times in found.items() if times >= 0.5 * most)


def _is_same_size(one: PdfLine, other: PdfLine) -> bool:
    return abs(one.size - other.size) <= _SAME_SIZE * max(one.size, other.size)


class _Column(Struct):
    """The ends of a column's lines, and their number."""

    left: float
    right: float
    count: int


class BlockMaker:
    """Makes blocks of the lines of a document."""

    def __init__(self, lines: list[PdfLine], looks: Looks) -> None:
        self.lines, self.looks = lines, looks
        self.columns = self._measured()

    def _measured(self) -> dict[int, _Column]:
        ends: dict[int, list[PdfLine]] = defaultdict(list)
        for line in self.lines:
            ends[line.column].append(line)
        found: dict[int, _Column] = {}
        for column, lines in ends.items():
            right = sorted(line.x1 for line in lines)
            found[column] = _Column(min(line.x0 for line in lines), right[int(0.95 * (len(right) - 1))], len(lines))
        return found

    def blocks(self) -> list[PdfBlock]:
        """Return the blocks in reading order; their texts are not set yet."""
        blocks: list[PdfBlock] = []
        for index, line in enumerate(self.lines):
            above = self.lines[index - 1] if index else None
            below = self.lines[index + 1] if index + 1 < len(self.lines) else None
            if above is not None and self._continues(blocks[-1], above, line, below):
                blocks[-1].lines.append(line)
                continue
            blocks.append(PdfBlock([line], space=self._space(above, line)))
        return blocks if self.lines and self.lines[0].tag else self._joined(blocks)

    def _space(self, above: PdfLine | None, line: PdfLine) -> float:
        """Return the distance to the line above in usual distances; 9 at the top of a page or beside that line."""
        if above is None or above.y <= line.y or above.page != line.page or above.x1 < line.x0 or line.x1 < above.x0:
            return 9.0
        return min(9.0, (above.y - line.y) / self.looks.lead(min(above.size, line.size)))

    def _continues(self, block: PdfBlock, above: PdfLine, line: PdfLine, below: PdfLine | None) -> bool:
        """Return whether a line continues the block above."""
        if above.column != line.column:
            return self._flows(above, line)
        if not _is_same_size(above, line):
            return False
        down = above.y - line.y
        if not 0.5 * line.size < down <= _WIDE * self.looks.lead(line.size) or _MARK.match(line.text):
            return False
        if above.is_bold != line.is_bold and (len(block.lines) == 1 or line.is_bold):
            return False
        if self.looks.is_larger(line.size):
            return True
        return not (self._is_indented(block, above, line, below) or (self._could_hold(above, line) and _may_break(above, line)))

    def _flows(self, above: PdfLine, line: PdfLine) -> bool:
        """Return whether a block with tags continues in another column, as its last line there is full."""
        is_same = above.tag is not None and line.tag is not None and above.tag.path == line.tag.path
        return is_same and not (self._could_hold(above, line) and _may_break(above, line))

    def _is_indented(self, block: PdfBlock, above: PdfLine, line: PdfLine, below: PdfLine | None) -> bool:
        """Return whether a line is set in, or set out again, as the first line of a paragraph is."""
        indent = line.x0 - above.x0
        if indent < -_INDENT * line.size:
            return len(block.lines) > 1 and not _MARK.match(block.lines[0].text)
        if indent < _INDENT * line.size or abs(_centre(line) - _centre(above)) < 0.3 * line.size:
            return False
        if len(block.lines) > 1 or below is None or below.column != line.column:
            return True
        return below.x0 < line.x0 - _INDENT * line.size  # else the lines behind the first one hang

    def _could_hold(self, above: PdfLine, line: PdfLine) -> bool:
        """Return whether a line has room for the next line's first word, so that it was ended on purpose."""
        column = self.columns[above.column]
        if column.right - column.left < _NARROW * above.size and not ends_sentence(above.text):
            return False  # The lines of a column of a few words end anywhere.
        word = line.text.split(" ", 1)[0]
        needed = above.x1 + (0.25 + _LETTER * len(word)) * above.size
        return needed < column.right - 0.6 * above.size and not _UNSPACED.search(word)

    def _joined(self, blocks: list[PdfBlock]) -> list[PdfBlock]:
        """Return the blocks with paragraphs joined that a column's or page's end divides."""
        out: list[PdfBlock] = []
        done: set[int] = set()
        for index, block in enumerate(blocks):
            if index in done:
                continue
            out.append(block)
            at = index
            while (following := self._rest(blocks, at, block, done)) is not None:
                block.lines += blocks[following].lines
                done.add(following)
                at = following
        return out

    def _rest(self, blocks: list[PdfBlock], index: int, block: PdfBlock, done: set[int]) -> int | None:
        """Return the index of the block that continues another one at the top of a column, None without one."""
        last = block.lines[-1]
        if self.looks.is_larger(last.size) or ends_sentence(last.text) or last.text.endswith(":"):
            return None
        if self.columns[last.column].count < _COLUMN and len(block.lines) == 1:
            return None
        for at in range(index + 1, min(len(blocks), index + 1 + _SKIPPED)):
            first = blocks[at].lines[0]
            if at in done or not _is_same_size(first, last) or first.is_bold != last.is_bold:
                continue
            if first.column == last.column or first.page > last.page + 1:
                return None  # its own column, or no column at all, goes on
            if _MARK.match(first.text) or not first.text.strip("“\"„«‘'([")[:1].isalpha():
                return None
            if self._could_hold(last, first) and not last.text.endswith("-"):
                return None
            if first.text[0].islower() or last.text.endswith(("-", ",")) or (len(block.lines) > 1 and at == index + 1):
                return at
        return None

    def mark_headings(self, blocks: list[PdfBlock]) -> dict[int, int]:
        """Return the levels of headings by the index of their blocks, from 1."""
        sizes: dict[int, float] = {}
        levels: dict[int, int] = {}
        for index, block in enumerate(blocks):
            tag = block.lines[0].tag
            if tag and tag.level:
                levels[index] = tag.level
                continue
            words = block.text.count(" ") + 1
            if words > _HEADING_WORDS or len(block.text) > _HEADING_LETTERS or not any(map(str.isalpha, block.text)):
                continue
            is_bold = all(line.is_bold for line in block.lines) and not self.looks.is_bold
            if self.looks.is_larger(block.size):
                sizes[index] = _rounded(block.size)
            elif is_bold and block.size > 0.95 * self.looks.size and block.text[-1] not in ".:;,":
                sizes[index] = 0.0
        ranks = sorted(set(sizes.values()), reverse=True)
        return levels | {index: min(6, 1 + ranks.index(size)) for index, size in sizes.items()}


def _centre(line: PdfLine) -> float:
    return (line.x0 + line.x1) / 2


def _may_break(above: PdfLine, line: PdfLine) -> bool:
    """Return whether a paragraph may end with one line and another begin with the next."""
    return not line.text[0].islower() and not above.text.endswith(("-", ","))


def without_initials(text: str, vocabulary: frozenset[str]) -> str:
    """Return a block's text with its dropped initial joined to its first word.

    The initial is a word of its own if the text has it as one, and what follows is a word too.
    """
    initial, _, rest = text.partition(INITIAL)
    if not rest:
        return text
    word = _WORD_START.match(rest)
    following = word[0] if word else ""
    joined = (initial[-1:] + following).casefold()
    alone = len(initial.strip("“\"„«‘'")) == 1 and initial[-1:].casefold() in vocabulary
    if joined not in vocabulary and alone and following.casefold() in vocabulary:
        return f"{initial} {rest}"
    return initial + rest
