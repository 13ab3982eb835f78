"""Blocks of text drawn line by line.

They are no widgets of their own, so that a text of any length opens at once.

Lines are laid out when they come into view. How many lines a block takes is guessed in a long text at first: near what is in view
or asked for it is measured at once, for the rest a thread does so. Everything on top of the text (search hits, highlighted
places, a selection) is a layer: ranges of a block's text in a style.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from functools import lru_cache, partial
from itertools import accumulate, pairwise
from typing import Any, TypeVar

from rich.segment import Segment
from rich.style import Style
from textual.cache import LRUCache
from textual.events import Resize
from textual.geometry import Region, Size
from textual.reactive import var
from textual.strip import Strip

from briefing_tui.ui.terminal.background import run_in_loop, run_in_thread
from briefing_tui.ui.terminal.drawing.line_scroll_view import LineScrollView
from briefing_tui.ui.text.layout import Block, LaterBlocks, Line, Piece, height, heights_of, lay, sizes_of
from briefing_tui.ui.text.text_styles import style_on
from briefing_tui.ui.text.wrapping import cells, signs

Ranges = dict[int, list[tuple[int, int]]]
AT_ONCE, LETTERS_AT_ONCE = 4000, 300_000
"""The most blocks, and letters, that are measured at once: it takes about a hundredth of a second."""

_Range = TypeVar("_Range", bound=tuple[Any, ...])
_MANY = 64
"""From so many ranges of a block on, those of a line are looked up."""


@lru_cache(64)
def _blank(width: int, style: Style) -> Strip:
    """Return a blank line.

    The rows below a short text share one, so that Textual cuts it into columns only once.
    """
    return Strip.blank(width, style)


class LineView(LineScrollView):
    """A scrolled column of blocks. Positions are (block index, offset in its text); lines are counted from the first."""

    DEFAULT_CSS = """
    LineView {
        overflow-x: hidden;
        overflow-y: scroll;
        scrollbar-size-vertical: 1;
        background: $surface;
        scrollbar-background: $surface;
        scrollbar-background-hover: $surface;
        scrollbar-background-active: $surface;
        scrollbar-color: $foreground 40%;
        scrollbar-color-hover: $primary;
        scrollbar-color-active: $primary;
    }
    """
    GUTTER = 2
    """Cells left of the text, for marks."""
    OVERLAYS: tuple[str, ...] = ()
    """The styles of the layers, the lowest first."""
    BEFORE = "gutter"
    """The style of what a block has set before its lines."""

    max_width: var[int] = var(76)
    """Text is never set wider than this many cells."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - the framework's name
        super().__init__(id=id)
        self.blocks: Sequence[Block] = ()
        self._tops: list[int] = [0]
        self._heights: list[int] = []
        self._sized: Sequence[Block] = ()
        self._sizes: Sequence[tuple[int, int]] = ()
        self._guessed = bytearray()
        """1 for each block whose height is guessed, 0 for the others; empty if none is."""
        self._laid: LRUCache[int, list[Line]] = LRUCache(1024)
        self._text_width = 0
        self._width = 0
        self._page = 0
        self._held: tuple[tuple[int, int], int] = (0, 0), -1
        self.margin = 0
        """Cells left of the gutter: in a wide view the column is in the middle."""
        self._overlays: dict[str, Ranges] = {name: {} for name in self.OVERLAYS}
        self._ordered: dict[tuple[str, int], tuple[list[Any], list[int]]] = {}
        """Of layers with many ranges in a block: these in order, and how far they reach up to each of them."""
        self._styles: dict[tuple[str, ...], Style] = {}
        self._bare_style: Style | None = None

    # What is shown

    def set_blocks(self, blocks: Sequence[Block], keep_place: bool = True) -> None:
        """Show these blocks.

        With `keep_place`, the words at the top stay there if they are still at the same offset.
        """
        anchor = self.top_position() if keep_place else (0, 0)
        self.blocks = blocks
        self._ordered.clear()
        self._lay_out(anchor)

    def set_ranges(self, name: str, ranges: Ranges) -> None:
        """Replace the ranges of a layer."""
        if self._overlays[name] != ranges:
            self._overlays[name] = ranges
            self._ordered = {key: known for key, known in self._ordered.items() if key[0] != name}
            self.refresh()

    def ranges(self, name: str) -> Ranges:
        """Return the ranges of a layer, by block."""
        return self._overlays[name]

    # Geometry

    @property
    def text_width(self) -> int:
        """The cells that a line of text may fill at the present size."""
        room = self.scrollable_content_region.width - self.GUTTER - 1
        return max(4, min(self.max_width, room))

    @property
    def line_count(self) -> int:
        """The number of lines."""
        return self._tops[-1]

    @property
    def page(self) -> int:
        """The number of lines in view; of a hidden text, those that were in view."""
        return max(1, self.scrollable_content_region.height or self._page)

    @property
    def top(self) -> int:
        """The first line in view."""
        return self.scroll_offset.y

    def lines_of(self, index: int) -> list[Line]:
        """Return a block's lines at the present width."""
        lines = self._laid.get(index)
        if lines is None:
            lines = lay(self.blocks[index], self._text_width or self.text_width)
            self._laid[index] = lines
        return lines

    def block_at(self, line: int) -> int:
        """Return the block that a line belongs to."""
        return max(0, min(bisect_right(self._tops, line) - 1, len(self.blocks) - 1))

    def first_line(self, index: int) -> int:
        """Return the first line of a block's text."""
        self.measure_near(index)
        return self._tops[index] + self.blocks[index].above

    def last_line(self, index: int) -> int:
        """Return the last line of a block."""
        self.measure_near(index)
        return self._tops[index + 1] - 1

    def line_of(self, index: int, offset: int) -> int:
        """Return the line that shows an offset of a block's text."""
        first = self.first_line(index)
        best = 0
        for number, line in enumerate(self.lines_of(index)):
            starts = [piece.start for piece in line if not piece.fill]
            if starts and min(starts) <= offset:
                best = number
            if any(piece.start <= offset < piece.end for piece in line):
                return first + number
        return first + best

    def position_at(self, line: int, x: int = 0) -> tuple[int, int]:
        """Return the position drawn at a line and a column of the text.

        If they are outside, it is the nearest one.
        """
        if not self.blocks:
            return 0, 0
        index = self.block_at(line)
        lines = self.lines_of(index)
        number = max(0, min(line - self.first_line(index), len(lines) - 1))
        text, at, last = self.blocks[index].text, 0, 0
        for piece in lines[number]:
            if piece.fill:
                at += cells(piece.fill)
                continue
            last = piece.end
            for start, _end, size in signs(text[piece.start : piece.end]):
                at += size
                if at > x:
                    return index, piece.start + start
        return index, last

    def column_of(self, index: int, offset: int) -> int:
        """Return the column of the text at which an offset is drawn."""
        line = self.lines_of(index)[self.line_of(index, offset) - self.first_line(index)]
        text, at = self.blocks[index].text, 0
        for piece in line:
            if piece.fill:
                at += cells(piece.fill)
            elif piece.start <= offset <= piece.end:
                return at + cells(text[piece.start : offset])
            else:
                at += cells(text[piece.start : piece.end])
        return at

    def top_position(self) -> tuple[int, int]:
        """Return the position of the first words in view.

        After a resize it is the one that was kept at the top.
        """
        if not self.blocks or not self._text_width:
            return 0, 0
        held, line = self._held
        return held if line == self.top and held[0] < len(self.blocks) else self.position_at(self.top)

    # Scrolling

    def scroll_to_line(self, line: int) -> None:
        """Put a line at the top, as far as the text reaches."""
        if self._guessed:
            block = self.block_at(line)
            row = line - self._tops[block]
            self.measure_near(block)
            line = self._tops[block] + row
        self.scroll_to(y=max(0, min(line, self.line_count - self.page)), animate=False)

    def reveal(self, first: int, last: int, keep_clear: int = 0) -> None:
        """Scroll as little as brings a range of lines into view.

        It is `keep_clear` lines from the edges; if there is no room for all of it, its start is shown.
        """
        clear = min(keep_clear, max(0, (self.page - (last - first + 1)) // 2))
        if first - clear < self.top or last - first + 1 >= self.page:
            self.scroll_to_line(first - clear)
        elif last + clear >= self.top + self.page:
            self.scroll_to_line(last + clear - self.page + 1)

    def on_resize(self, event: Resize) -> None:
        """Lay out again at another width; the words at the top stay there."""
        del event
        self._page = self.scrollable_content_region.height or self._page
        if self.scrollable_content_region.width != self._width:
            self._lay_out(self.top_position())
        else:
            self.scroll_to_line(self.top)
        self.resized()

    def _lay_out(self, anchor: tuple[int, int]) -> None:
        self._width = self.scrollable_content_region.width
        self._laid.clear()
        if not self._width:  # Not shown: every block counts as one line until there is a width.
            self._tops = [0, *accumulate(block.above + 1 for block in self.blocks)]
            self._guessed = bytearray()
            self._held = anchor, self.top
            return
        self._text_width = self.text_width
        self.margin = max(0, (self._width - self.GUTTER - self._text_width) // 2)
        self._guess()
        index, offset = anchor
        if index < len(self.blocks):
            self._measure(index)
        self._fit_lines()
        if self.styles.auto_dimensions:
            self.refresh(layout=True)
        if index < len(self.blocks):
            at_start = offset == 0
            self.scroll_to_line(self._tops[index] if at_start and index == 0 else self.line_of(index, offset))
        self._held = anchor, self.top
        self.refresh()
        self.laid_out()

    # Heights

    def _guess(self) -> None:
        """Measure all blocks, or guess the heights of many and let a thread measure them.

        Those that are made later are only measured where they are in view.
        """
        blocks, width = self.blocks, self._text_width
        if isinstance(blocks, LaterBlocks) and len(blocks) > AT_ONCE:
            self._heights, self._guessed = blocks.least_heights(), bytearray(b"\1" * len(blocks))
            return
        if self._sized is not blocks:
            self._sized, self._sizes = blocks, self.sizes()
        if len(blocks) <= AT_ONCE and sum(letters for letters, _ in self._sizes) <= LETTERS_AT_ONCE:
            self._heights, self._guessed = [height(block, width) for block in blocks], bytearray()
            return
        per_letter = 1 / max(1, width - 2)
        self._heights = [least + int(letters * per_letter) for letters, least in self._sizes]
        self._guessed = bytearray(b"\1" * len(blocks))
        run_in_loop(self, partial(self._measure_rest, blocks, width), "measure", exclusive=True)

    def sizes(self) -> Sequence[tuple[int, int]]:
        """Return the letters and the least lines of each block.

        Its height is guessed from them.
        """
        return sizes_of(self.blocks)

    async def _measure_rest(self, blocks: Sequence[Block], width: int) -> None:
        heights = await run_in_thread(lambda: heights_of(blocks, width, lambda: self._is_laid_out(blocks, width)))
        if heights and self._is_laid_out(blocks, width):
            self._heights, self._guessed = heights, bytearray()
            self._keep_top(self.block_at(self.top))
            self.measured()

    def _is_laid_out(self, blocks: Sequence[Block], width: int) -> bool:
        return self.blocks is blocks and self._text_width == width

    def measure_near(self, index: int) -> None:
        """Measure a block and those around it, as far as their heights are guessed.

        What is in view stays there.
        """
        if self._guessed:
            block = self.block_at(self.top)
            if self._measure(index):
                self._keep_top(block)

    def _measure(self, index: int) -> bool:
        """Measure a block and two pages on either side of it; return whether any guess was wrong."""
        if not self._guessed:
            return False
        was_wrong = False
        for step, start in ((-1, index - 1), (1, index)):
            lines, at = 0, start
            while 0 <= at < len(self.blocks) and lines < 2 * self.page:
                if self._guessed[at]:
                    self._guessed[at] = 0
                    before, self._heights[at] = self._heights[at], height(self.blocks[at], self._text_width)
                    was_wrong |= before != self._heights[at]
                lines += self._heights[at] if at != index else 0
                at += step
        return was_wrong

    def _keep_top(self, block: int) -> None:
        """Go on with other heights; the line of a block that was at the top stays there."""
        top = self.top
        row = top - self._tops[block]
        self._fit_lines()
        line = self._tops[block] + min(row, self._heights[block] - 1)
        if line != top:
            self._held = self._held[0], line if self._held[1] == top else -1
            self.scroll_to(y=line, animate=False)

    def _fit_lines(self) -> None:
        """Sum up the heights, and set the scrollbar accordingly."""
        self._tops = [0, *accumulate(self._heights)]
        self.virtual_size = Size(self._width, self.line_count)
        self.vertical_scrollbar.window_virtual_size = self.line_count

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        super().watch_scroll_y(old_value, new_value)
        if self._guessed:
            self.measure_near(self.block_at(self.top))

    def measured(self) -> None:
        """Do what is needed after the number of lines has changed; for subclasses."""

    def laid_out(self) -> None:
        """Do what is needed after lines have moved; for subclasses."""

    def resized(self) -> None:
        """Do what is needed after the size has changed; for subclasses."""

    # Drawing

    def refresh_blocks(self, *indices: int) -> None:
        """Draw blocks again, as far as they are in view; nothing else has changed."""
        if self._guessed or not self._width:
            self.refresh()
            return
        for index in indices:
            if 0 <= index < len(self.blocks):
                first = max(self._tops[index], self.top)
                last = min(self._tops[index + 1], self.top + self.page)
                if first < last:
                    self.refresh_lines(first, last - first)

    def notify_style_update(self) -> None:
        """Forget the styles when the theme changes."""
        self._styles.clear()
        self._bare_style = None
        super().notify_style_update()

    @property
    def bare_style(self) -> Style:
        """The widget's own style, kept until it changes.

        The framework adds it up from all widgets around it whenever it is asked for: a third of the time of a frame.
        """
        if self._bare_style is None:
            self._bare_style = self.rich_style
        return self._bare_style

    def style_of(self, *names: str) -> Style:
        """Return the style of several, laid over one another and over the widget's own."""
        style = self._styles.get(names)
        if style is None:
            style = style_on(self, names)
            self._styles[names] = style
        return style

    def row_style(self, index: int) -> tuple[str, ...]:
        """Return the styles under the whole rows of a block."""
        del index
        return ()

    def gutter_of(self, index: int, number: int) -> tuple[str, str]:
        """Return the mark in the gutter beside a block's line, and its style."""
        del index, number
        return "", "gutter"

    def render_lines(self, crop: Region) -> list[Strip]:
        """Return the lines in view.

        They are laid out here if no size has been announced yet, so that no frame is empty.
        """
        if self.scrollable_content_region.width != self._width:
            self._lay_out(self.top_position())
        return super().render_lines(crop)

    def render_line(self, y: int) -> Strip:
        """Return one line of the view."""
        line, width = self.top + y, self._width
        if not self.blocks or line >= self.line_count:
            return _blank(width, self.bare_style)
        index = self.block_at(line)
        number = line - self._tops[index] - self.blocks[index].above
        row = self.row_style(index) if number >= 0 else ()
        segments: list[Segment] = []
        if self.margin:
            segments.append(Segment(" " * self.margin, self.bare_style))
        mark, mark_style = self.gutter_of(index, number)
        segments.append(Segment(mark + " " * (self.GUTTER - cells(mark)), self.style_of(*row, mark_style)))
        if number >= 0:
            lines = self.lines_of(index)
            if number < len(lines):
                segments.extend(self._segments(index, lines[number], row))
        used = sum(cells(segment.text) for segment in segments)
        if used > width:
            return Strip(segments, used).crop(0, width)
        segments.append(Segment(" " * (width - used), self.style_of(*row)))
        return Strip(segments, width)

    def _segments(self, index: int, line: Line, row: tuple[str, ...]) -> Iterable[Segment]:
        block = self.blocks[index]
        base = (*row, block.style)
        start = min((piece.start for piece in line if not piece.fill), default=0)
        end = max((piece.end for piece in line if not piece.fill), default=0)
        over: list[tuple[int, int, str]] = [*self._over("", index, block.runs, start, end)]
        for name in self.OVERLAYS:
            over.extend((a, b, name) for a, b in self._over(name, index, self._overlays[name].get(index, ()), start, end))
        for piece in line:
            if piece.fill:
                yield Segment(piece.fill, self.style_of(*row, self.BEFORE))
            elif not over:
                yield Segment(block.text[piece.start : piece.end], self.style_of(*base))
            else:
                yield from self._cut(block.text, piece, base, over)

    def _over(self, name: str, index: int, ranges: Sequence[_Range], start: int, end: int) -> Sequence[_Range]:
        """Return the ranges of a block's layer that may be over a part of its text; if there are few, all."""
        if len(ranges) < _MANY:
            return ranges
        if (name, index) not in self._ordered:
            ordered = sorted(ranges)
            self._ordered[name, index] = ordered, list(accumulate((range_[1] for range_ in ordered), max))
        ordered, ends = self._ordered[name, index]
        return ordered[bisect_right(ends, start) : bisect_left(ordered, (end,))]

    def _cut(self, text: str, piece: Piece, base: tuple[str, ...], over: list[tuple[int, int, str]]) -> Iterable[Segment]:
        here = [(max(s, piece.start), min(e, piece.end), name) for s, e, name in over if s < piece.end and e > piece.start]
        edges = sorted({piece.start, piece.end, *(edge for s, e, _ in here for edge in (s, e))})
        for start, end in pairwise(edges):
            names = [name for s, e, name in here if s <= start and e >= end]
            yield Segment(text[start:end], self.style_of(*base, *names))
