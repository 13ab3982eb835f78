"""The rows of a column of lines between its borders, put together at once.

The framework works out borders, padding and effects for every row anew: a quarter of the time that a screen of text takes.
"""

from collections.abc import Callable
from functools import lru_cache
from typing import Any

from rich.segment import Segment
from textual._styles_cache import StylesCache
from textual.color import Color
from textual.strip import Strip
from textual.style import Style

_inner_outer = lru_cache(1024)(StylesCache.get_inner_outer.__wrapped__)


def _of_colours(_: StylesCache, base: Color, background: Color) -> tuple[Style, Style]:
    """The styles inside and outside of a border. The framework remembers them together with the widget's rows that asked for
    them, so that a hundred briefings that were open before stay in memory with every row that was drawn of them."""
    return _inner_outer(None, base, background)


StylesCache.get_inner_outer = _of_colours  # type: ignore[method-assign, assignment]


class Rows(StylesCache):
    """Drawn rows. What the framework puts to the left and right of a line is learned from one row, and put to the others until
    anything about the widget changes; where it does more to a line than that, it draws them all."""

    def __init__(self) -> None:
        super().__init__()
        self._edges: tuple[int, list[Segment], list[Segment]] | None = None

    def clear(self) -> None:
        """Forget all rows, and what stands beside them."""
        super().clear()
        self._edges = None

    def render_line(
        self, styles: Any, y: int, size: Any, content_size: Any, padding: Any, base_background: Any, background: Any,
        render_content_line: Callable[[int], Strip], *rest: Any,
    ) -> Strip:  # fmt: skip
        """A row with what stands beside its line."""
        at = y - styles.gutter.top
        drawn: list[Strip] = []

        def content(line: int) -> Strip:
            if not drawn:
                drawn.append(render_content_line(line))
            return drawn[0]

        if 0 <= at < content_size.height and self._edges is not None:
            width, left, right = self._edges
            line = content(at)
            if line.cell_length == width:
                return Strip([*left, *line, *right], size.width)
        row = super().render_line(styles, y, size, content_size, padding, base_background, background, content, *rest)
        if drawn:
            self._learn(drawn[0], row)
        return row

    def _learn(self, line: Strip, row: Strip) -> None:
        """Take what stands beside the line, unless the row holds it otherwise than it is."""
        inside, whole = list(line), list(row)
        for start in range(2):
            end = start + len(inside)
            if inside and whole[start:end] == inside:
                self._edges = line.cell_length, whole[:start], whole[end:]
                return
