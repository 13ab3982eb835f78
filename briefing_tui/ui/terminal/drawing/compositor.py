"""A screen put together, and written to the terminal, at less cost than by Textual.

Textual lets every widget draw, also those that others cover wholly, and cuts each of their lines: a third of the lines of a
screen belong to containers that nobody sees. Each piece of a row is then put in its place by an object of Rich.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import cast

from rich.console import Console
from textual._compositor import ChopsUpdate, Compositor
from textual.geometry import Region
from textual.strip import Strip


class QuickUpdate(ChopsUpdate):
    """The changed parts of a screen."""

    def render_segments(self, console: Console) -> str:
        """Return what is written to the terminal: the changed pieces of rows after their places."""
        written: list[str] = []
        last = self.spans[-1][0]
        for y, start, end in self.spans:
            for piece_end, (x, strip) in zip(self.chop_ends[y], self.chops[y].items(), strict=False):
                if strip is None or x >= end or piece_end <= start:
                    continue
                shown = strip if start <= x and piece_end <= end else strip.crop(0, min(piece_end, end) - x)
                written.append(f"\x1b[{y + 1};{x + 1}H{shown.render(console)}")
            if y != last:
                written.append("\n")
        return "".join(written)


class QuickCompositor(Compositor):
    """Puts the widgets of a screen together, and lets those that others cover not draw."""

    def render_partial_update(self) -> ChopsUpdate | None:
        """Return what has changed, or None."""
        update = super().render_partial_update()
        return update and QuickUpdate(update.chops, update.spans, update.chop_ends)

    def _render_chops(self, crop: Region, is_rendered_line: Callable[[int], bool]) -> Sequence[Mapping[int, Strip]]:
        """Return the strips of each row by the columns where they begin, those of the widgets in front first."""
        cuts = self.cuts
        rows: list[dict[int, Strip | None]] = [dict.fromkeys(line[:-1]) for line in cuts]
        for widget, (region, clip) in self.visible_widgets.items():
            if not crop.overlaps(clip):
                continue
            shown = region.intersection(clip)
            left, right = shown.column_span
            open_rows = [
                (y, begins)
                for y in filter(is_rendered_line, shown.line_range)
                if (begins := [cut for cut, strip in rows[y].items() if strip is None and left <= cut < right])
            ]
            if not open_rows:
                continue
            drawn = widget.render_lines(Region(shown.x - region.x, shown.y - region.y, *shown.size))
            strips = dict(zip(shown.line_range, drawn, strict=False))  # While the window grows, some draw fewer lines.
            for y, begins in open_rows:
                row, strip = rows[y], strips.get(y)
                if strip is None:
                    continue
                ends = [cut for cut in cuts[y] if left < cut <= right]
                if ends == [strip.cell_length + left]:
                    row[left] = strip
                else:
                    pieces = dict(zip((left, *ends), strip.divide([end - left for end in ends]), strict=False))
                    row.update((begin, pieces[begin]) for begin in begins if begin in pieces)
        return cast("Sequence[Mapping[int, Strip]]", rows)
