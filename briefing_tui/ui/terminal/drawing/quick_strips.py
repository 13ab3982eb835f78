"""Strips and frames that cost less than Textual's, for the same bytes.

Half of the time that a key takes went into cutting the rows of a frame where widgets meet. Each piece is a `Strip`, for which
Textual makes seven caches at once, of which most are never used; and each is put in its place by an object of Rich.
"""

from typing import Any

from rich.console import Console
from textual._compositor import ChopsUpdate
from textual.cache import FIFOCache
from textual.strip import Strip

_SIZES = {
    "_divide_cache": 4,
    "_crop_cache": 16,
    "_style_cache": 16,
    "_filter_cache": 4,
    "_line_length_cache": 4,
    "_crop_extend_cache": 4,
    "_offsets_cache": 4,
}
"""The caches of a strip, and how many results each keeps: those of Textual."""
TEXTUALS_INIT = Strip.__init__
TEXTUALS_RENDER_SEGMENTS = ChopsUpdate.render_segments


def _init(self: Strip, segments: Any, cell_length: int | None = None) -> None:
    """Make a strip without caches."""
    self._segments = list(segments)
    self._cell_length = cell_length
    self._render_cache = self._link_ids = self._cell_count = None


def _cache_of(self: Strip, name: str) -> FIFOCache[Any, Any]:
    """Make a cache when it is asked for first. Raises AttributeError if a strip has none of this name."""
    if name not in _SIZES:
        raise AttributeError(name)
    cache: FIFOCache[Any, Any] = FIFOCache(_SIZES[name])
    setattr(self, name, cache)
    return cache


def _render_segments(self: ChopsUpdate, console: Console) -> str:
    """Return what is written to the terminal: each piece of a row that has changed, after its place."""
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


def use_quick_strips() -> None:
    """Have all strips made, and all frames written, by the functions above."""
    Strip.__init__ = _init  # type: ignore[method-assign]
    Strip.__getattr__ = _cache_of  # type: ignore[attr-defined]
    ChopsUpdate.render_segments = _render_segments  # type: ignore[method-assign]
