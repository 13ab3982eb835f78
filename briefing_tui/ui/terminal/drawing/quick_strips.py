"""Strips, the pieces of rows, that cost less than Textual's.

Some hundred are made for a key. For each, Textual makes seven caches at once, of which most are never used: a tenth of the
time of a key.
"""

from typing import Any

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


def use_quick_strips() -> None:
    """Have all strips made by the functions above."""
    Strip.__init__ = _init  # type: ignore[method-assign]
    Strip.__getattr__ = _cache_of  # type: ignore[attr-defined]
