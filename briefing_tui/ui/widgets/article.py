"""The article, its current paragraph, and what is highlighted, found and selected in it."""

from collections.abc import Callable, Sequence

from textual.events import Click
from textual.message import Message
from textual.reactive import var

from briefing_tui.ui.text.article_blocks import ArticleBlocks, Target
from briefing_tui.ui.text.layout import Block
from briefing_tui.ui.view.selection import Position
from briefing_tui.ui.widgets.lines import Ranges
from briefing_tui.ui.widgets.selectable_lines import SelectableLines


class Article(SelectableLines, can_focus=True):
    """The article, drawn in lines."""

    NOTES = ("noted", "note-yellow", "note-green", "note-blue", "note-pink", "note-orange", "note-purple")
    OVERLAYS = ("quoted", *NOTES, "lit", "hit", "hit-now", "selected")

    class TextPressed(Message):
        """Posted when a position of the text was clicked."""

        def __init__(self, block: int, offset: int) -> None:
            super().__init__()
            self.block, self.offset = block, offset

    lit: var[tuple[Target, ...]] = var[tuple[Target, ...]]((), init=False)
    """The places that are highlighted."""

    def __init__(self, moved: Callable[[], None], *, id: str | None = None) -> None:  # noqa: A002
        """`moved` is called whenever other words are at the top or another paragraph is current.

        It is called at once, not by a message, so that what shows the position is drawn in the same frame.
        """
        super().__init__(id=id)
        self._moved = moved
        self.text = ArticleBlocks()
        self.current = 0
        """The number of the current paragraph."""
        self._point: Position = 0, 0
        self._noted: frozenset[int] = frozenset()
        self._home: Position | None = None
        self._point_at_home: Position = 0, 0
        self._watched: tuple[Target, ...] = ()
        self._previewed: tuple[Target, ...] = ()

    def show(self, text: ArticleBlocks) -> None:
        """Show an article; the words at the top stay there if it has them."""
        self.text = text
        self.current = max(text.title, min(self.current, len(text.blocks) - 1))
        for name in self.OVERLAYS:
            if name != "lit":
                self.ranges(name).clear()
        self.selection = None
        self._noted = frozenset()
        self._watched = self._previewed = ()
        self.set_blocks(text.blocks)

    def show_quotes(self, ranges: Ranges) -> None:
        """Tint the words of the direct quotes."""
        self.set_ranges("quoted", ranges)

    def show_notes(self, blocks: frozenset[int], ranges: dict[str, Ranges]) -> None:
        """Mark the blocks that have notes, and the words of the notes.

        Blocks are marked in the gutter, words in the styles of NOTES.
        """
        for name in self.NOTES:
            self.set_ranges(name, ranges.get(name, {}))
        if blocks != self._noted:
            self._noted = blocks
            self.refresh()

    # Where the user reads

    @property
    def point(self) -> Position:
        """The position of the reading cursor.

        It is that of the selection, of what was gone to, or the start of the current paragraph.
        """
        if self.selection:
            return self.selection.head
        return self._point if self._point[0] == self.current else (self.current, 0)

    def set_point(self, block: int, offset: int) -> None:
        """Put the reading cursor on a position; its paragraph becomes the current one."""
        self._point = block, offset
        self._make_current(block)

    def _make_current(self, block: int) -> None:
        if block != self.current:
            before, self.current = self.current, block
            self.refresh_blocks(before, block)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        super().watch_scroll_y(old_value, new_value)
        if round(old_value) != round(new_value):
            self._keep_current_in_view()
            self._moved()

    def measured(self) -> None:
        """Let what shows the position be brought up to date."""
        self._moved()

    def laid_out(self) -> None:
        """Keep the current paragraph in view."""
        self._keep_current_in_view()
        self._moved()

    def _keep_current_in_view(self) -> None:
        """Keep the current paragraph in view: if no words of it are, the nearest paragraph that has some becomes current."""
        if not self.blocks or len(self._tops) <= 1:
            return
        foot = min(self.top + self.page, self.line_count)
        first, last = self.block_at(self.top), self.block_at(foot - 1)
        if first < last and self.last_line(first) < self.top:
            first += 1
        if first < last and self.first_line(last) >= foot:
            last -= 1
        self._make_current(max(first, min(self.current, last)))

    def keep_in_view(self, targets: Sequence[Target]) -> None:
        """Show the first of some places, and keep it in view at other sizes.

        Without places, none is kept.
        """
        self._watched = tuple(targets[:1])
        self._show_watched()

    def resized(self) -> None:
        """Keep in view what is watched, and the current paragraph."""
        self._show_watched()
        self.laid_out()  # What was in view at the foot may not be now, and another share has been read.

    def _show_watched(self) -> None:
        for target in self._watched:
            self.reveal(*self._lines_of_target(target))
        for target in () if self._watched else self._previewed:
            self._put_in_upper_third(*self._lines_of_target(target))

    def is_in_view(self, target: Target) -> bool:
        """Return whether a line of a place is in view."""
        first, last = self._lines_of_target(target)
        return first < self.top + self.page and last >= self.top

    def from_view(self, targets: Sequence[Target]) -> Sequence[Target]:
        """Return the places from the first in view on, or else all."""
        first, last = self.block_at(self.top), self.block_at(self.top + self.page - 1)
        for number, target in enumerate(targets):
            if first <= target.block <= last and self.is_in_view(target):
                return targets[number:]
        return targets

    def _lines_of_target(self, target: Target) -> tuple[int, int]:
        """Return the first and the last line of a place."""
        end = len(self.blocks[target.block].text) if target.end is None else target.end
        return self.line_of(target.block, target.start), self.line_of(target.block, max(target.start, end - 1))

    def set_current(self, index: int) -> None:
        """Make a block the current one and bring it into view."""
        if self.blocks and 0 <= index < len(self.blocks):
            self.set_point(index, 0)
            self.reveal(self.first_line(index), self.last_line(index))
            self._moved()

    def put_at_top(self, line: int, block: int, offset: int = 0) -> None:
        """Scroll to a line and put the reading cursor on a position."""
        self.scroll_to_line(line)
        self.set_point(block, offset)
        self._moved()

    def report_position(self) -> None:
        """Let what shows the position be brought up to date."""
        self._moved()

    @property
    def progress(self) -> float:
        """The share of the article that has been read with the view here."""
        room = self.line_count - self.page
        return 1.0 if room <= 0 else self.top / room

    # Live evidence

    def preview(self, targets: Sequence[Target]) -> None:
        """Show the first of some places, at any size of the view.

        The place where the user was reading is kept for `return_home`.
        """
        if self._home is None:
            self._home, self._point_at_home = self.top_position(), self.point
        self._previewed = tuple(targets[:1])
        if targets:
            self.show_targets(targets)

    def watch_lit(self, lit: tuple[Target, ...]) -> None:
        """Highlight these places, and no others."""
        ranges: Ranges = {}
        for target in lit:
            end = len(self.blocks[target.block].text) if target.end is None else target.end
            ranges.setdefault(target.block, []).append((target.start, end))
        self.set_ranges("lit", ranges)

    def show_targets(self, targets: Sequence[Target]) -> None:
        """Put the first place into the upper third of the view.

        The reading cursor comes to it. Those right behind it (the parts of a quote) are shown as far as there is room.
        """
        first = targets[0]
        line, last = self._lines_of_target(first)
        for target in targets[1:]:
            if not 0 <= target.block - first.block <= len(targets):
                break
            end = self._lines_of_target(target)[1]
            if end - line >= self.page:
                break
            last = max(last, end)
        self._put_in_upper_third(line, last)
        self.set_point(first.block, first.start)

    def _put_in_upper_third(self, first: int, last: int) -> None:
        """Scroll so that lines begin in the upper third of the view.

        A few others are over them. If they begin there already and all of them are in view, nothing moves.
        """
        row, room = first - self.top, self.page - (last - first + 1)
        is_there = min(3, self.page // 5, first) <= row < max(1, self.page // 3)
        if not is_there or row > max(0, room):
            self.scroll_to_line(first - max(0, min(self.page // 5, room)))

    class Stayed(Message):
        """Posted when the user starts reading at a previewed place."""

        def __init__(self, home: Position) -> None:
            """Take where the user was reading before."""
            super().__init__()
            self.home = home

    def stay(self) -> None:
        """Read on here, and forget the place before the preview."""
        self._home, self._previewed = None, ()

    def _read_on(self) -> None:
        """Read on here because the user moves; a message says where the user was reading, so that there is a way back."""
        if self._home is not None:
            self.post_message(self.Stayed(self._home))
        self.stay()

    def return_home(self) -> bool:
        """Go back to where the user was reading before the preview.

        Return whether there was such a place.
        """
        home, self._home, self._previewed = self._home, None, ()
        if home is None:
            return False
        if home[0] < len(self.blocks):
            self.scroll_to_line(self._tops[0] if home == (0, 0) else self.line_of(*home))
            block, offset = self._point_at_home
            self.set_point(min(block, len(self.blocks) - 1), offset)
            self._keep_current_in_view()
        return True

    @property
    def home(self) -> Position | None:
        """The position where the user was reading before the preview, None without one."""
        return self._home

    # What the line and page keys do here

    def go_lines(self, count: int) -> None:
        """Scroll by lines; at an end of the text, the current paragraph moves on."""
        self._read_on()
        top = self.top
        self.scroll_to_line(top + count)
        if self.top == top and self.blocks:
            self._put_cursor(max(0, min(self.current + count, len(self.blocks) - 1)))

    def go_pages(self, share: float) -> None:
        """Scroll by a share of the view; of a whole page, one line is kept."""
        self._read_on()
        lines = int(share * self.page)
        if abs(share) == 1 and self.page > 2:
            lines -= 1 if share > 0 else -1
        top = self.top
        self.scroll_to_line(top + lines)
        if self.top == top and self.blocks:
            self._put_cursor(len(self.blocks) - 1 if share > 0 else self._first)

    def go_end(self, last: bool) -> None:
        """Go to the start or the end."""
        self._read_on()
        self.scroll_to_line(self.line_count if last else 0)
        if self.blocks:
            self._put_cursor(len(self.blocks) - 1 if last else self._first)

    def _put_cursor(self, block: int) -> None:
        """Make a block the current one, at an end of the text, where a part of it is in view."""
        self.set_point(block, 0)
        self._keep_current_in_view()
        self._moved()

    @property
    def _first(self) -> int:
        """The current paragraph at the start of the article: the title, or the line over it if there is room for no more."""
        return min(self.text.title, self.block_at(self.page - 1))

    def go_paragraphs(self, count: int) -> None:
        """Make the paragraph so many further on the current one."""
        self._read_on()
        self.set_current(max(0, min(self.current + count, len(self.blocks) - 1)))

    # Selection

    def start_selection(self) -> None:
        """Select the first word of the current paragraph that is in view."""
        if self.blocks:
            self.select_first_word(self.current)

    def on_click(self, event: Click) -> None:
        """Make the clicked paragraph the current one; a double click selects the word."""
        if not self.blocks or self.selection:
            return
        block, offset = self.position_under(event.x, event.y)
        if event.chain == 2:
            self.select_word(block, offset)
            return
        self.stay()
        self.set_point(block, offset)
        self._moved()
        self.post_message(self.TextPressed(block, offset))

    # Drawing

    def gutter_of(self, index: int, number: int) -> tuple[str, str]:
        """Return the mark of a note or of the current paragraph."""
        is_current = index == self.current and number >= 0
        if number == 0 and index in self._noted:
            return "●", "current" if is_current else "note-mark"
        return ("▎", "current") if is_current else ("", "gutter")

    def row_style(self, index: int) -> tuple[str, ...]:
        """Return the style under the whole rows of code."""
        block: Block = self.blocks[index]
        return ("codeblock",) if block.style == "codeblock" else ()
