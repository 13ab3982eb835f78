"""The visible text of a draft, and where each character is in the file."""

from bisect import bisect_right
from typing import Literal

from msgspec import Struct

from briefing_tui.text.safety import harmless

PassageKind = Literal["paragraph", "item", "quote", "heading", "footnote"]


class Passage(Struct, frozen=True):
    """A paragraph, list item, block quote, heading or footnote of a draft.

    `text` is what a reader sees. `pieces` maps it to the file: each pair is an offset in `text` and the file's offset there, up
    to the next pair.
    """

    text: str
    pieces: tuple[tuple[int, int], ...]
    kind: PassageKind = "paragraph"

    def range_in_file(self, start: int, end: int) -> tuple[int, int]:
        """Return the file's range of a range of the text that is not empty."""
        return self._in_file(start), self._in_file(end - 1) + 1

    def _in_file(self, at: int) -> int:
        visible, source = self.pieces[bisect_right(self.pieces, at, key=lambda piece: piece[0]) - 1]
        return source + at - visible


class PassageWriter:
    """Collects the visible text of a passage, piece by piece."""

    def __init__(self, kind: PassageKind = "paragraph") -> None:
        """Begin an empty passage."""
        self.kind: PassageKind = kind
        self._texts: list[str] = []
        self._pieces: list[tuple[int, int]] = []
        self._length = 0

    def add(self, text: str, at: int) -> None:
        """Add visible text that is at that offset of the file, made harmless.

        White space at the start of the passage is left out.
        """
        if not self._length:
            stripped = text.lstrip()
            at += len(text) - len(stripped)
            text = stripped
        if harmless(text) == text:
            self._keep(text, at)
        else:
            for offset, char in enumerate(text):
                self._keep(harmless(char), at + offset)

    def _keep(self, text: str, at: int) -> None:
        if text:
            self._texts.append(text)
            self._pieces.append((self._length, at))
            self._length += len(text)

    def passage(self) -> Passage | None:
        """Return the passage, None if it has no text."""
        text = "".join(self._texts).rstrip()
        return Passage(text, tuple(self._pieces), self.kind) if text else None
