"""Draw a picture as rows of cells, or as commands for the terminal."""

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from rich.color import Color
from rich.segment import Segment
from rich.style import Style
from textual.geometry import Size
from textual.strip import Strip

from briefing_tui.ui.terminal.graphics import Graphics
from briefing_tui.ui.text.wrapping import wrap

if TYPE_CHECKING:
    from PIL.Image import Image as Pixels

_MOST_WIDE, _MOST_HIGH = 1600, 1200
"""The most pixels that are sent to a terminal: about a megabyte, compressed."""
_SHADES = " ░▒▓█"


class Look(NamedTuple):
    """Everything that a picture's look depends on."""

    address: str | None
    folder: Path | None
    size: Size
    graphics: Graphics
    behind: tuple[int, int, int]
    is_grey: bool


class Drawn(NamedTuple):
    """A picture as it is drawn."""

    rows: list[Strip]
    sent: str = ""
    """Commands that are written to the terminal once, before the rows are drawn."""
    painted: str = ""
    """Commands that are written to the terminal each time the rows have been drawn."""
    at: tuple[int, int] = (0, 0)
    """The column and row of the widget at which it is painted."""


def words_rows(text: str, size: Size) -> list[Strip]:
    """Return words set in the middle."""
    spans = [(part, span) for part in text.split("\n") for span in wrap(part, max(4, size.width - 4)) or [(0, 0)]]
    lines = [part[span[0] : span[1]] for part, span in spans]
    top = max(0, (size.height - len(lines)) // 2)
    return [*([Strip.blank(size.width)] * top), *(Strip([Segment(f"  {line}")]).adjust_cell_length(size.width) for line in lines)]


def draw(wanted: Look, number: int, data: bytes) -> Drawn:
    """Decode a picture and write it in the way that is wanted. Raises NoPicture."""
    from briefing_tui.pictures.decoding import decode
    from briefing_tui.pictures.protocols import MOST_ROWS, iterm2, kitty, placeholders, sixels

    columns, rows = wanted.size
    protocol, (wide, high) = ("", (1, 2)) if wanted.is_grey else (wanted.graphics.protocol, wanted.graphics.cell)
    if not protocol:
        return Drawn(_half_blocks(decode(data, columns, 2 * rows, wanted.behind), wanted))
    image = decode(data, min(columns * wide, _MOST_WIDE), min(min(rows, MOST_ROWS) * high, _MOST_HIGH), wanted.behind)
    scale = 1.0 if protocol == "sixel" else min(columns * wide / image.width, rows * high / image.height)
    across = max(1, min(columns, round(image.width * scale / wide)))
    down = max(1, min(rows, MOST_ROWS, round(image.height * scale / high)))
    at = (columns - across) // 2, (rows - down) // 2
    if protocol == "kitty":
        colour = Color.from_rgb(number >> 16, number >> 8 & 255, number & 255)
        style = Style(color=colour)
        lines = [Strip([Segment(placeholders(row, across), style)], across) for row in range(down)]
        return Drawn(_in_the_middle(lines, columns, at), sent=kitty(image, number, across, down))
    return Drawn([], painted=iterm2(image, across, down) if protocol == "iterm2" else sixels(image), at=at)


def _half_blocks(image: "Pixels", wanted: Look) -> list[Strip]:
    """Return a picture in half blocks: two pixels in a cell, one above the other."""
    columns, rows = wanted.size
    across, down = image.width, (image.height + 1) // 2
    pixels = image.convert("L").tobytes() if wanted.is_grey else image.tobytes()
    at = (columns - across) // 2, (rows - down) // 2
    lines = [_grey(pixels, across, row) if wanted.is_grey else _coloured(pixels, across, row) for row in range(down)]
    return _in_the_middle(lines, columns, at)


def _in_the_middle(lines: list[Strip], columns: int, at: tuple[int, int]) -> list[Strip]:
    left = Strip.blank(at[0])
    placed = [Strip.join([left, line, Strip.blank(columns - at[0] - line.cell_length)]) for line in lines]
    return [*([Strip.blank(columns)] * at[1]), *placed]


def _grey(pixels: bytes, across: int, row: int) -> Strip:
    """Return a row in shades, for a terminal without colours."""
    upper = pixels[2 * row * across : (2 * row + 1) * across]
    return Strip([Segment("".join(_SHADES[value * len(_SHADES) // 256] for value in upper))], across)


def _coloured(pixels: bytes, across: int, row: int) -> Strip:
    """Return a row of cells whose two colours are those of the pixels."""
    start, length = 2 * row * 3 * across, 3 * across
    upper, lower = pixels[start : start + length], pixels[start + length : start + 2 * length]
    segments, at = [], 0
    while at < across:
        top, low = upper[3 * at : 3 * at + 3], lower[3 * at : 3 * at + 3]
        end = at + 1
        while end < across and upper[3 * end : 3 * end + 3] == top and lower[3 * end : 3 * end + 3] == low:
            end += 1
        colour, ground = Color.from_rgb(*top), Color.from_rgb(*low) if low else None
        segments.append(Segment("▀" * (end - at), Style(color=colour, bgcolor=ground)))
        at = end
    return Strip(segments, across)
