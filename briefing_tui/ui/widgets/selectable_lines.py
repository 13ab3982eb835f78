"""A column of lines in which words are selected by keys and by the mouse."""

from textual.events import MouseDown, MouseMove, MouseUp
from textual.reactive import var

from briefing_tui.ui.view.selection import Position, Selection, by_character, by_word, first_word, word_at
from briefing_tui.ui.widgets.lines import LineView


class SelectableLines(LineView):
    """Lines with a selection, which is drawn in the layer "selected"."""

    OVERLAYS: tuple[str, ...] = ("selected",)

    selection: var[Selection | None] = var[Selection | None](None, init=False)
    """The words that are selected."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - the framework's name
        super().__init__(id=id)
        self._dragging: Position | None = None

    def select(self, selection: Selection | None) -> None:
        """Select words, or with None nothing."""
        changed = selection != self.selection
        self.selection = selection
        self.set_ranges("selected", selection.ranges(self.blocks) if selection else {})
        if changed and selection:
            line = self.line_of(*selection.head)
            self.reveal(line, line)

    def select_first_word(self, block: int) -> None:
        """Select the first word of a block that is in view."""
        start, end = first_word(self.blocks[block].text)
        if self.line_of(block, start) < self.top:
            _, at = self.position_at(self.top)
            start, end = word_at(self.blocks[block].text, at)
        self.select(Selection((block, start), (block, max(start, end - 1))))

    def select_word(self, block: int, offset: int) -> None:
        """Select the word at a position."""
        start, end = word_at(self.blocks[block].text, offset)
        self.select(Selection((block, start), (block, max(start, end - 1))))

    def extend_selection(self, unit: str, step: int) -> bool:
        """Move the selection's end by a unit; return whether there is a selection.

        The unit is a "character", "word", "line" or "page", or the "end" of the text.
        """
        if not self.selection:
            return False
        head = self.selection.head
        match unit:
            case "character":
                head = by_character(self.blocks, head, step)
            case "word":
                head = by_word(self.blocks, head, step)
            case "end":
                last = len(self.blocks) - 1
                head = (last, max(0, len(self.blocks[last].text) - 1)) if step > 0 else (0, 0)
            case _:
                lines = step * (self.page - 1 if unit == "page" else 1)
                line = max(0, min(self.line_of(*head) + lines, self.line_count - 1))
                column = self.column_of(*head)
                while 0 < line < self.line_count - 1 and line < self.first_line(self.block_at(line)):
                    line += step
                if 0 <= line < self.line_count:
                    head = self.position_at(line, column)
        self.select(self.selection.to(head))
        return True

    # Mouse

    def position_under(self, x: int, y: int) -> Position:
        """Return the position of the text under a cell of the widget."""
        offset = self.content_region.offset - self.region.offset
        return self.position_at(self.top + y - offset.y, x - offset.x - self.margin - self.GUTTER)

    def on_mouse_down(self, event: MouseDown) -> None:
        """Begin what may become a drag."""
        if event.button == 1 and self.blocks and event.x < self.content_region.width:
            self._dragging = self.position_under(event.x, event.y)
            self.select(None)
            self.capture_mouse()

    def on_mouse_move(self, event: MouseMove) -> None:
        """Select by dragging, and scroll at the edges."""
        if self._dragging is None or not event.button:
            return
        inside = event.y - (self.content_region.y - self.region.y)
        if inside < 0 or inside >= self.page:
            self.scroll_to_line(self.top + (-1 if inside < 0 else 1))
        head = self.position_under(event.x, max(0, event.y))
        if head != self._dragging:
            self.select(Selection(self._dragging, head))

    def on_mouse_up(self, event: MouseUp) -> None:
        """End the drag."""
        del event
        if self._dragging is not None:
            self._dragging = None
            self.release_mouse()
