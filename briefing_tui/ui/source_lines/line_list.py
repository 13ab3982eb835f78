"""The list of a source's lines, each with the kind of text that it is.

Rows are drawn when they are seen, so that a book opens as fast as a page.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from rich.segment import Segment
from rich.style import Style
from textual.events import Click
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from briefing_tui.model.document import SourceLine
from briefing_tui.text.safety import one_line
from briefing_tui.ui.text.text_styles import style_on
from briefing_tui.ui.text.wrapping import cells, clip
from briefing_tui.ui.widgets.lines import LineView, Ranges

_KIND_CELLS = 9
_WHY_CELLS = 28
_WIDE = 100
_LONGEST = 600
"""Characters of a line that may be drawn at all."""
_LOOK = {
    "title": "title", "kicker": "kicker", "lead": "lead", "heading": "heading", "caption": "caption", "alt": "caption",
    "credit": "credit", "byline": "label", "editor": "label", "date": "label", "dropped": "meta",
}  # fmt: skip


class SourceLineList(ScrollView, can_focus=True):
    """Rows with a cursor: a line's number, its kind, its words."""

    DEFAULT_CSS = LineView.DEFAULT_CSS.replace("LineView", "SourceLineList")
    BY_HAND, WAITING = "✓", "…"

    @dataclass(eq=False, repr=False)
    class Moved(Message):
        """Posted when the cursor comes to another line."""

    @dataclass(eq=False, repr=False)
    class Chosen(Message):
        """Posted when the line under the cursor is clicked."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - the framework's name
        super().__init__(id=id)
        self.lines: Sequence[SourceLine] = ()
        """The source's lines."""
        self.shown: Sequence[int] = ()
        """The indices of the lines that are listed."""
        self.waiting: dict[int, str] = {}
        """The kinds that lines, by their index, were just corrected to, until the source has been rebuilt."""
        self.hits: Ranges = {}
        """What a search found, by the lines' indices."""
        self.cursor = 0
        self._digits = 3
        self._styles: dict[tuple[str, ...], Style] = {}

    def show(self, lines: Sequence[SourceLine], shown: Sequence[int], at: int | None) -> None:
        """List the lines with the indices `shown`.

        The cursor is put on the line with the index `at`, or the nearest one that is listed.
        """
        self.lines, self.shown = lines, shown
        self._digits = max(3, len(str(max((line.line for line in lines[-1:]), default=0))))
        wanted = at if at is not None else 0
        near = (
            min(range(len(shown)), key=lambda number: abs(shown[number] - wanted))
            if len(shown) != len(lines) and shown
            else wanted
        )
        self.cursor = max(0, min(near, len(shown) - 1))
        self.virtual_size = Size(self.scrollable_content_region.width, len(shown))
        self._reveal()
        self.refresh()

    @property
    def index(self) -> int | None:
        """The index of the line under the cursor."""
        return self.shown[self.cursor] if self.cursor < len(self.shown) else None

    @property
    def line(self) -> SourceLine | None:
        """The line under the cursor."""
        return None if self.index is None else self.lines[self.index]

    @property
    def page(self) -> int:
        """The number of lines in view."""
        return max(1, self.scrollable_content_region.height)

    def move_to(self, number: int) -> None:
        """Put the cursor on a line, by its number among those listed."""
        number = max(0, min(number, len(self.shown) - 1))
        if number != self.cursor:
            self.cursor = number
            self.post_message(self.Moved())
        self._reveal()
        self.refresh()

    def go_lines(self, count: int) -> None:
        """Move the cursor by lines."""
        self.move_to(self.cursor + count)

    def go_pages(self, share: float) -> None:
        """Move the cursor by a share of the view."""
        self.move_to(self.cursor + (int(share * self.page) or (1 if share > 0 else -1)))

    def go_end(self, last: bool) -> None:
        """Move the cursor to the first or the last line."""
        self.move_to(len(self.shown) - 1 if last else 0)

    def _reveal(self) -> None:
        top = self.scroll_offset.y
        if self.cursor < top:
            self.scroll_to(y=self.cursor, animate=False)
        elif self.cursor >= top + self.page:
            self.scroll_to(y=self.cursor - self.page + 1, animate=False)

    def on_resize(self) -> None:
        """Keep the cursor in view at another size."""
        self.virtual_size = Size(self.scrollable_content_region.width, len(self.shown))
        self._reveal()

    def on_click(self, event: Click) -> None:
        """Move the cursor; a click on the line under it chooses it."""
        number = self.scroll_offset.y + event.y
        if number >= len(self.shown):
            return
        if number == self.cursor:
            self.post_message(self.Chosen())
        self.move_to(number)

    # Drawing

    def notify_style_update(self) -> None:
        """Forget the styles when the theme changes."""
        self._styles.clear()
        super().notify_style_update()

    def _style(self, *names: str) -> Style:
        style = self._styles.get(names)
        if style is None:
            style = style_on(self, names)
            self._styles[names] = style
        return style

    def render_line(self, y: int) -> Strip:
        """One row."""
        number, width = self.scroll_offset.y + y, self.scrollable_content_region.width
        if number >= len(self.shown):
            return Strip.blank(width, self.rich_style)
        index = self.shown[number]
        under = ("cursor-focused" if self.has_focus else "cursor",) if number == self.cursor else ()
        segments = list(self._segments(index, self.lines[index], under, width))
        used = sum(cells(segment.text) for segment in segments)
        segments.append(Segment(" " * max(0, width - used), self._style(*under, "text")))
        return Strip(segments).crop(0, width)

    def _segments(self, index: int, line: SourceLine, under: tuple[str, ...], width: int) -> list[Segment]:
        waits = self.waiting.get(index)
        mark = self.WAITING if waits else self.BY_HAND if line.by_hand else " "
        kind = {"nothing": "dropped"}.get(waits or "", waits) or line.kind
        look = _LOOK.get(kind, "words")
        bar = "▌" if under else " "
        segments = [
            Segment(bar, self._style(*under, "label")),
            Segment(f"{line.line or '':>{self._digits}}", self._style(*under, "meta")),
            Segment(mark, self._style(*under, "label")),
            Segment(f"{kind:<{_KIND_CELLS}.{_KIND_CELLS}} ", self._style(*under, look)),
        ]
        room = width - self._digits - _KIND_CELLS - 3
        why = f"  {clip(line.why, _WHY_CELLS - 2)}" if width >= _WIDE and line.kind == "dropped" and not waits else ""
        words = clip(words_shown(line), max(1, room - cells(why)))
        segments += self._with_hits(index, words, (*under, "meta" if kind == "dropped" else "text"))
        if why:
            segments.append(Segment(" " * max(0, room - cells(words) - cells(why)), self._style(*under, "text")))
            segments.append(Segment(why, self._style(*under, "gutter")))
        return segments

    def _with_hits(self, index: int, words: str, look: tuple[str, ...]) -> list[Segment]:
        """Return the words with the hits of the search highlighted."""
        segments: list[Segment] = []
        at = 0
        for start, end in self.hits.get(index, ()):
            start, end = max(at, min(start, len(words))), min(end, len(words))
            if end > start:
                segments += [
                    Segment(words[at:start], self._style(*look)),
                    Segment(words[start:end], self._style(*look, "hit")),
                ]
                at = end
        return [*segments, Segment(words[at:], self._style(*look))]


def words_shown(line: SourceLine) -> str:
    """Return a line's words as a row shows them."""
    return one_line(line.text[:_LONGEST])
