"""Cut a feed in XML into feeds of a few dozen entries.

feedparser holds a whole feed as objects, which take several times its bytes. Read piece by piece, 1,000 entries take the memory
of 50, and what is not read yet a third of its bytes.
"""

from collections.abc import Iterator
from typing import NamedTuple
from xml.parsers import expat
from zlib import compress, decompress

_MOST_ENTRIES = 50
_MOST_BYTES = 256 * 1024
"""The most entries of a piece, and the most bytes of them, but for a single one."""
_FAST = 1
"""How hard zlib tries."""
_FED = 64 * 1024
_NAMES = ("item", "entry")
_BLANK = " "
"""The separator between a namespace and a name, as expat is told to report them."""


class _Span(NamedTuple):
    """An entry: its first byte, the byte after its last, and its place in the feed without entries."""

    start: int
    end: int
    place: int


class Pieces:
    """A feed whose entries can be read in pieces; it is kept compressed.

    - `frame`: the feed without its entries.
    - `count`: the number of the entries that are wanted.
    """

    def __init__(self, data: bytes, spans: list[_Span], most: int) -> None:
        """Take the feed, where its entries are, in order, and how many are wanted."""
        wanted = spans[:most]
        self.count = len(wanted)
        ends = [0, *(span.end for span in spans)]
        starts = [*(span.start for span in spans), len(data)]
        self.frame = b"".join(data[end:start] for end, start in zip(ends, starts, strict=True))
        ranges = list(_ranges(wanted))
        self.is_worth_it = len(ranges) > 1 and len(ranges) * len(self.frame) < 2 * len(data)
        """True for several pieces, unless reading the frame with each takes long."""
        self._entries = [_Entries(wanted[first], wanted[last], data) for first, last in ranges] if self.is_worth_it else []

    def last_first(self) -> Iterator[bytes]:
        """Yield feeds that have a few of the entries each, the last ones first."""
        for entries in self._entries:
            yield self.frame[: entries.start] + decompress(entries.packed) + self.frame[entries.end :]


class _Entries:
    """Some entries in a row: compressed, with the places where they begin and end in the frame."""

    def __init__(self, first: _Span, last: _Span, data: bytes) -> None:
        self.start, self.end = first.place, last.place
        self.packed = compress(data[first.start : last.end], _FAST)


def _ranges(spans: list[_Span]) -> Iterator[tuple[int, int]]:
    """Yield the first and the last entry of each piece, the last piece first."""
    last = first = len(spans) - 1
    while first >= 0:
        size = spans[last].end - spans[first - 1].start
        if first == 0 or last - first + 1 == _MOST_ENTRIES or size > _MOST_BYTES:
            yield first, last
            last = first - 1
        first -= 1


def cut(data: bytes, most: int) -> Pieces | None:
    """Return a feed in pieces; None if that has no use or is not safe.

    It has no use for a short feed. It is not safe if the feed is not well-formed XML in UTF-8, or has a document type, whose
    entities another reader may replace.

    Args:
        data: the feed.
        most: the entries that are wanted, from the first.
    """
    finder = _Finder(data)
    try:
        finder.run()
    except (expat.ExpatError, _Unclear):
        return None
    pieces = Pieces(data, finder.spans, most)
    return pieces if pieces.is_worth_it else None


class _Unclear(Exception):  # noqa: N818 - nothing went wrong
    """The feed has something that may be read in two ways."""


class _Finder:
    """Finds the entries of a feed, which may not be in one another."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self.spans: list[_Span] = []
        self._depth, self._inside = 0, 0
        self._start, self._gone = 0, 0
        # With namespaces, so that a prefix that stands for nothing is refused here as it is by feedparser.
        self._parser = expat.ParserCreate("utf-8", _BLANK)
        self._parser.StartElementHandler = self._opened
        self._parser.EndElementHandler = self._closed
        self._parser.StartDoctypeDeclHandler = self._declared

    def run(self) -> None:
        """Look for the entries. Raises ExpatError and _Unclear."""
        view = memoryview(self._data)
        try:
            for at in range(0, len(view), _FED):
                self._parser.Parse(view[at : at + _FED], False)
            self._parser.Parse(b"", True)
        finally:
            del self._parser  # It refers to this object, and so would keep the feed's bytes.

    def _opened(self, name: str, attributes: dict[str, str]) -> None:
        del attributes
        self._depth += 1
        if name.rpartition(_BLANK)[2].lower() in _NAMES:
            if self._inside:
                raise _Unclear
            self._inside, self._start = self._depth, self._parser.CurrentByteIndex

    def _closed(self, name: str) -> None:
        del name
        if self._depth == self._inside:
            at = self._parser.CurrentByteIndex
            if at == self._start:  # `<item a=">"/>`
                raise _Unclear
            end = self._data.index(b">", at) + 1
            self.spans.append(_Span(self._start, end, self._start - self._gone))
            self._gone += end - self._start
            self._inside = 0
        self._depth -= 1

    def _declared(self, *_: object) -> None:
        raise _Unclear
