"""Read the elements of a JSON list one at a time.

The text is in memory, but never all the objects that it stands for, which would take several times as much.
"""

import json
from collections.abc import Callable, Generator, Iterator, Sequence
from json.decoder import WHITESPACE  # type: ignore[attr-defined]
from typing import Any

from briefing_tui.imports.errors import BrokenExport

_Broken = Callable[[int, str], BrokenExport]
_DECODER = json.JSONDecoder()


def json_rows(text: str, path: Sequence[str], broken: _Broken) -> Iterator[Any]:
    """Yield the elements of the list at a path of keys.

    At last the rest of the text is checked. `broken` makes the error for a line. Raises BrokenExport.
    """
    reader = _JsonText(text, broken)
    at = yield from reader.rows_at(reader.skip(0), path)
    if (end := reader.skip(at)) != len(text):
        raise reader.error(end, "something follows the end of the JSON")


class _JsonText:
    """Reads JSON from offsets in a text."""

    def __init__(self, text: str, broken: _Broken) -> None:
        self._text, self._broken = text, broken

    def rows_at(self, at: int, path: Sequence[str]) -> Generator[Any, None, int]:
        """Yield the elements of the list at a path below the value at an offset; return the offset after the value."""
        if not path:
            return (yield from self._elements(at))
        found = False
        self._expect(at, "{")
        at = self.skip(at + 1)
        while self._text[at : at + 1] != "}":
            key, at = self._decoded(at)
            at = self.skip(at)
            self._expect(at, ":")
            at = self.skip(at + 1)
            if key == path[0] and not found:
                found = True
                at = yield from self.rows_at(at, path[1:])
            else:
                _, at = self._decoded(at)
            at = self._next(at, "}")
        if not found:
            raise self.error(at, f"no “{path[0]}” in this object")
        return at + 1

    def _elements(self, at: int) -> Generator[Any, None, int]:
        self._expect(at, "[")
        at = self.skip(at + 1)
        while self._text[at : at + 1] != "]":
            value, at = self._decoded(at)
            yield value
            at = self._next(at, "]")
        return at + 1

    def _next(self, at: int, end: str) -> int:
        """Return the offset of the next element or key, or of the end."""
        at = self.skip(at)
        if self._text[at : at + 1] == end:
            return at
        self._expect(at, ",")
        at = self.skip(at + 1)
        if self._text[at : at + 1] == end:
            raise self.error(at, "broken JSON: a comma without anything after it")
        return at

    def _decoded(self, at: int) -> tuple[Any, int]:
        try:
            return _DECODER.raw_decode(self._text, at)
        except RecursionError:
            raise self.error(at, "nested too deeply") from None
        except json.JSONDecodeError as error:
            raise self.error(error.pos, f"broken JSON at column {error.colno}: {error.msg}") from None
        except ValueError:
            raise self.error(at, "a number with thousands of digits") from None

    def _expect(self, at: int, sign: str) -> None:
        if self._text[at : at + 1] != sign:
            raise self.error(at, f"broken JSON: “{sign}” expected" if at < len(self._text) else "broken JSON: the end is missing")

    def skip(self, at: int) -> int:
        """Return the offset after blanks."""
        return int(WHITESPACE.match(self._text, at).end())

    def error(self, at: int, why: str) -> BrokenExport:
        """Return the error for the line of an offset."""
        return self._broken(self._text.count("\n", 0, at) + 1, why)
