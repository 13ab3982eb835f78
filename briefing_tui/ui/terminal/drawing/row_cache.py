"""The drawn rows of a widget, with the borders beside them worked out once.

Textual works out borders, padding and effects for every row anew: a quarter of the time to draw a screen of text.
"""

from collections.abc import Callable
from functools import lru_cache
from typing import Any

from rich.segment import Segment
from textual._styles_cache import StylesCache
from textual.color import Color
from textual.strip import Strip
from textual.style import Style

TEXTUALS_INNER_OUTER = StylesCache.get_inner_outer
_inner_outer = lru_cache(1024)(TEXTUALS_INNER_OUTER.__wrapped__)


def _of_colors(_: StylesCache, base: Color, background: Color) -> tuple[Style, Style]:
    """Return the styles inside and outside of a border.

    Textual caches them by colours and by the row cache that asks, so that the rows of every widget of a hundred briefings opened
    before stay in memory.
    """
    return _inner_outer(None, base, background)


StylesCache.get_inner_outer = _of_colors  # type: ignore[method-assign, assignment]


class RowCache(StylesCache):
    """Drawn rows that remember what Textual puts to the left and right of a line.

    It is learned from one row and put beside the others until anything about the widget changes. Textual draws all rows itself
    if it does more to a line than that.
    """

    def __init__(self) -> None:
        super().__init__()
        self._edges: tuple[int, list[Segment], list[Segment]] | None = None
        self._last: tuple[Strip, Strip] | None = None
        """The line drawn last with its row: the rows of a container, and those below the end of a text, are all alike."""

    def clear(self) -> None:
        """Forget all rows, and what is beside them."""
        super().clear()
        self._edges = self._last = None

    def render_line(
        self, styles: Any, y: int, size: Any, content_size: Any, padding: Any, base_background: Any, background: Any,
        render_content_line: Callable[[int], Strip], *rest: Any,
    ) -> Strip:  # fmt: skip
        """Return a row: a line with what is beside it."""
        at = y - styles.gutter.top
        drawn: list[Strip] = []

        def content(line: int) -> Strip:
            if not drawn:
                drawn.append(render_content_line(line))
            return drawn[0]

        if 0 <= at < content_size.height and self._edges is not None:
            width, left, right = self._edges
            line = content(at)
            if self._last is not None and self._last[0] == line and self._last[1].cell_length == size.width:
                return self._last[1]
            if line.cell_length == width:
                row = Strip([*left, *line, *right], size.width)
                self._last = line, row
                return row
        row = super().render_line(styles, y, size, content_size, padding, base_background, background, content, *rest)
        if drawn:
            self._learn(drawn[0], row)
        return row

    def _learn(self, line: Strip, row: Strip) -> None:
        """Remember what is beside the line, unless the row holds the line changed."""
        inside, whole = list(line), list(row)
        for start in range(2):
            end = start + len(inside)
            if inside and whole[start:end] == inside:
                self._edges = line.cell_length, whole[:start], whole[end:]
                return
