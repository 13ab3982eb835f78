"""A line to type a file's name in.

While nobody types, it takes the lines that the whole name needs.
"""

from rich.segment import Segment
from textual.css.scalar import Scalar
from textual.strip import Strip

from briefing_tui.ui.text.wrapping import clip, wrap
from briefing_tui.ui.widgets.typed_line import TypedLine

_MOST_LINES = 2


class FileLine(TypedLine):
    """The name of a file.

    One too long for `_MOST_LINES` lines is cut with a sign.
    """

    def _lines(self) -> list[str]:
        """Return the lines of the name while nobody types in it."""
        width = self.content_size.width
        if not width:
            return [self.value]
        lines = [self.value[start:end] for start, end in wrap(self.value, width)]
        return lines if len(lines) <= _MOST_LINES else [*lines[: _MOST_LINES - 1], clip("".join(lines[_MOST_LINES - 1 :]), width)]

    def _fit(self, is_typed_in: bool) -> None:
        lines = Scalar.from_number(1 if is_typed_in else len(self._lines()))
        if self.is_attached and self.styles.height != lines:
            self.styles.height = lines

    def watch_value(self, value: str) -> None:
        """Give another name the lines that it needs."""
        super().watch_value(value)
        self._fit(self.has_focus)

    def on_resize(self) -> None:
        """Give the name the lines that it needs at this width."""
        self._fit(self.has_focus)

    def on_focus(self) -> None:
        """Type in one line, at the end of the name.

        The view follows the cursor only if it moves.
        """
        self.cursor_position = 0
        self.cursor_position = len(self.value)
        self._fit(is_typed_in=True)

    def on_blur(self) -> None:
        """Show the whole name again."""
        self._fit(is_typed_in=False)

    def render_line(self, y: int) -> Strip:
        if self.has_focus:
            return super().render_line(y)
        lines = self._lines()
        text = lines[y] if y < len(lines) else ""
        return Strip([Segment(text, self.rich_style)]).extend_cell_length(self.content_size.width, self.rich_style)
