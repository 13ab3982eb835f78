"""Blocks of text laid out as lines of pieces.

A piece is a range of the block's text, or filling.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby, pairwise
from time import monotonic, sleep
from typing import Literal, NamedTuple

from briefing_tui.ui.text.wrapping import Span, cells, is_narrow, wrap


class Piece(NamedTuple):
    """A range of the block's text.

    If `fill` is not empty, that is drawn instead, and is not text of the block.
    """

    start: int
    end: int
    fill: str = ""


Line = tuple[Piece, ...]


class Run(NamedTuple):
    """A range of a block's text in a style, one of TEXT_STYLES."""

    start: int
    end: int
    style: str


class Block(NamedTuple):
    """Something that a line widget shows: a text, and how it is laid out."""

    text: str
    style: str = "text"
    """The style of its text, one of TEXT_STYLES."""
    runs: tuple[Run, ...] = ()
    """Ranges in other styles."""
    first: str = ""
    """Set before the first line."""
    rest: str = ""
    """Set before the other lines."""
    above: int = 0
    """The number of empty lines over it."""
    form: Literal["flow", "code", "table", "rule"] = "flow"
    """How its text is broken into lines; a rule is a line across the view, without text."""
    key: object = None
    """What it is to whoever made it; the article's blocks have their Address."""


def lay(block: Block, width: int) -> list[Line]:
    """Return the lines of a block at a width in cells."""
    if block.form == "table":
        return _table(block.text, width)
    if block.form == "rule":
        return [(Piece(0, 0, "─" * width),)]
    first, rest = _prefixes(block, width)
    room = width - cells(rest)
    lines = _code(block.text, room) if block.form == "code" else _flow(block.text, room)
    if not rest and not first:
        return lines
    go_on = Piece(0, 0, rest)
    if block.form == "code" and len(rest) >= 2:
        cut = Piece(0, 0, f"{rest[:-2]}› ")
        return [(cut if _goes_on(block.text, line[0].start) else go_on, *line) for line in lines]
    begin = (Piece(0, 0, first),) if first else ()
    return [(*((go_on,) if number else begin), *line) for number, line in enumerate(lines)]


def _goes_on(text: str, start: int) -> bool:
    """Return whether a line of code that starts here is the rest of one that was too long."""
    return start > 0 and text[start - 1] != "\n"


def height(block: Block, width: int) -> int:
    """Return the number of lines that a block takes at a width.

    The empty lines above it count.
    """
    if block.form == "flow" and len(block.text) <= width - len(block.rest) and is_narrow(block.text):
        return block.above + 1
    return block.above + len(lay(block, width))


def sizes_of(blocks: Iterable[Block]) -> list[tuple[int, int]]:
    """Return the letters and the least lines of each block."""
    return [(len(block.text), block.above + 1) for block in blocks]


class LaterBlocks(Sequence[Block]):
    """Blocks that are made when they come into view.

    So a list of any length is shown at once.
    """

    def least_heights(self) -> list[int]:
        """Return the least lines of each block, with the empty ones above it."""
        raise NotImplementedError


_WORK_SECONDS, _PAUSE_SECONDS = 0.001, 0.003


def heights_of(blocks: Sequence[Block], width: int, is_wanted: Callable[[], bool]) -> list[int]:
    """Return the heights of blocks; nothing once they are no longer wanted.

    It pauses most of the time, so that keys are handled meanwhile as if it did nothing.
    """
    heights: list[int] = []
    begun = monotonic()
    for block in blocks:
        heights.append(height(block, width))
        if monotonic() - begun > _WORK_SECONDS:
            sleep(_PAUSE_SECONDS)
            if not is_wanted():
                return []
            begun = monotonic()
    return heights


def _prefixes(block: Block, width: int) -> tuple[str, str]:
    """Return what is set before the lines; an indent of more than half of the width is cut."""
    surplus = cells(block.rest) - width // 2
    if surplus <= 0:
        return block.first, block.rest
    cut = min(surplus, len(block.rest) - len(block.rest.lstrip()), len(block.first) - len(block.first.lstrip()))
    return block.first[cut:], block.rest[cut:]


def _flow(text: str, width: int) -> list[Line]:
    return [(Piece(start, end),) for start, end in wrap(text, width)]


def _code(text: str, width: int) -> list[Line]:
    """Return the lines as written; one that is too long is broken anywhere."""
    lines: list[Line] = []
    start = 0
    for line in text.split("\n"):
        if "\t" in line:
            lines.extend(_tabbed(line, start, max(1, width)))
        else:
            lines.extend((Piece(start + a, start + b),) for a, b in _hard(line, max(1, width)))
        start += len(line) + 1
    return lines


def _tabbed(line: str, start: int, width: int) -> list[Line]:
    """Return a line with its tabs as spaces up to every fourth column: a terminal has columns of its own."""
    origins: list[int | None] = []
    for number, character in enumerate(line):
        origins.extend([None] * (_TAB - len(origins) % _TAB) if character == "\t" else [start + number])
    return [tuple(_pieces(origins[a:b], start)) for a, b in _hard(line.expandtabs(_TAB), width)]


def _pieces(origins: Sequence[int | None], start: int) -> Iterator[Piece]:
    for is_gap, group in groupby(origins or [start], key=lambda origin: origin is None):
        run = list(group)
        first, last = run[0], run[-1]
        yield Piece(0, 0, " " * len(run)) if is_gap or first is None or last is None else Piece(first, last + bool(origins))


def _hard(line: str, width: int) -> list[Span]:
    if not is_narrow(line):
        return wrap(line, width)
    return [(at, min(at + width, len(line))) for at in range(0, len(line), width)] or [(0, 0)]


_LEAST_COLUMN = 6
_TAB = 4


def _table(text: str, width: int) -> list[Line]:
    rows: list[list[Span]] = []
    start = 0
    for row in text.split("\n"):
        ends = [start]
        for cell in row.split("\t"):
            ends.append(ends[-1] + len(cell) + 1)
        rows.append([(a, b - 1) for a, b in pairwise(ends)])
        start += len(row) + 1
    count = max(len(row) for row in rows)
    natural = [
        max((cells(text[a:b]) for row in rows if column < len(row) for a, b in [row[column]]), default=1)
        for column in range(count)
    ]
    columns = _fit([max(1, size) for size in natural], width - 3 * (count - 1))
    return _grid(text, rows, columns) if columns else _records(text, rows, width)


def _fit(natural: list[int], room: int) -> list[int] | None:
    """Return column widths that fill at most `room` cells, the widest cut first; None if they would be too narrow to read."""
    if sum(natural) <= room:
        return natural
    most = max((cap for cap in range(_LEAST_COLUMN, room + 1) if sum(min(size, cap) for size in natural) <= room), default=0)
    if not most:
        return None
    columns = [min(size, most) for size in natural]
    spare = room - sum(columns)
    for number in [number for number, size in enumerate(natural) if size > most][:spare]:
        columns[number] += 1
    return columns


def _grid(text: str, rows: list[list[Span]], columns: list[int]) -> list[Line]:
    lines: list[Line] = []
    for number, row in enumerate(rows):
        wrapped = [[(a + s, a + e) for s, e in wrap(text[a:b], size)] for (a, b), size in zip(row, columns, strict=False)]
        for level in range(max(len(cell) for cell in wrapped)):
            pieces: list[Piece] = []
            for column, size in enumerate(columns):
                start, end = wrapped[column][level] if column < len(wrapped) and level < len(wrapped[column]) else (0, 0)
                pieces.append(Piece(start, end))
                gap = " " * (size - cells(text[start:end]))
                if column + 1 < len(columns):
                    gap += " │ "
                if gap:
                    pieces.append(Piece(0, 0, gap))
            lines.append(tuple(pieces))
        if number == 0 and len(rows) > 1:
            lines.append((Piece(0, 0, "─┼─".join("─" * size for size in columns)),))
    return lines


def _records(text: str, rows: list[list[Span]], width: int) -> list[Line]:
    """Return a table that is too wide for columns as records: each cell behind its column's heading, or below it."""
    heads = [text[a:b] for a, b in rows[0]]
    lines: list[Line] = []
    for number, row in enumerate(rows[1:] or rows):
        if number:
            lines.append((Piece(0, 0, "─" * min(width, 12)),))
        for column, (a, b) in enumerate(row):
            label = f"{heads[column]}: " if len(rows) > 1 and column < len(heads) else ""
            if cells(label) >= width - _LEAST_COLUMN:
                lines.extend((Piece(0, 0, label[s:e]),) for s, e in wrap(label, width))
                label = ""
            for level, (s, e) in enumerate(wrap(text[a:b], width - cells(label))):
                lead = label if level == 0 else " " * cells(label)
                lines.append((Piece(0, 0, lead), Piece(a + s, a + e)) if lead else (Piece(a + s, a + e),))
    return lines
