"""A briefing's words as one string, for everything that searches in it.

Blocks are separated by one line end, in reading order: title, lead, paragraphs and captions. Offsets are code points. Only the
string and the start of each block are kept.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import cached_property
from typing import Any, TypeVar

from briefing_tui.anchoring.anchors import fold
from briefing_tui.model.briefing import Briefing, Image, Place

_Made = TypeVar("_Made")


def _blocks(briefing: Briefing) -> Iterator[tuple[Place, str]]:
    """Yield every block of words with its place, in reading order.

    A caption whose paragraph does not exist comes last. Title and lead have ranges, as a section may have the same id.
    """
    if briefing.title:
        yield Place("title", None, 0, len(briefing.title)), briefing.title
    if briefing.lead:
        yield Place("lead", None, 0, len(briefing.lead)), briefing.lead
    captioned: dict[tuple[str | None, int | None], list[Image]] = defaultdict(list)
    for image in briefing.images:
        if image.caption:
            captioned[image.section, image.after].append(image)
    for section in briefing.sections:
        for index in range(-1, len(section.paragraphs)):
            if index >= 0:
                yield Place(section.id, index), section.paragraphs[index].text
            for image in captioned.pop((section.id, index), ()):
                yield Place(image.id), image.caption or ""
    left = {image.id for images in captioned.values() for image in images}
    for image in briefing.images:
        if image.id in left:
            yield Place(image.id), image.caption or ""


class PlainArticle:
    """The words of one briefing, made once and searched many times."""

    def __init__(self, briefing: Briefing) -> None:
        self.briefing = briefing
        self._places: list[Place] = []
        self._starts: list[int] = []
        self._index: dict[tuple[str, int | None], int] = {}
        self._blocks: dict[str, tuple[int, int]] = {}
        self._counts: dict[str, int] = {}
        self._made: dict[Any, Any] = {}
        texts, at = [], 0
        for number, (place, text) in enumerate(_blocks(briefing)):
            self._places.append(place)
            self._starts.append(at)
            self._index.setdefault((place.at, place.paragraph), number)
            self._blocks[place.at] = (self._blocks.get(place.at, (number,))[0], number)
            texts.append(text)
            at += len(text) + 1
        self.text = "\n".join(texts)

    def once(self, make: "Callable[[PlainArticle], _Made]") -> _Made:
        """Return what `make` makes of this article; it is made once and kept."""
        if make not in self._made:
            self._made[make] = make(self)
        made: _Made = self._made[make]
        return made

    @cached_property
    def folded(self) -> str:
        """The text in lower case with plain quotation marks, dashes and spaces.

        Every code point keeps its offset.
        """
        plain = fold(self.text)
        lower = plain.lower()
        if len(lower) == len(plain):
            return lower
        return "".join(low if len(low := letter.lower()) == 1 else letter for letter in plain)

    def count(self, words: str) -> int:
        """Count some words in the folded text, within longer words too; counts are cached."""
        found = self._counts.get(words)
        if found is None:
            found = self._counts[words] = self.folded.count(words)
        return found

    @cached_property
    def version(self) -> str:
        """Eight hexadecimal digits that change when the words do."""
        from hashlib import sha256

        return sha256(self.text.encode("utf-8", "replace")).hexdigest()[:8]

    def _block_end(self, number: int) -> int:
        return self._starts[number + 1] - 1 if number + 1 < len(self._starts) else len(self.text)

    def span(self, place: Place) -> tuple[int, int] | None:
        """Return the range of a place in `text`; None if the place does not exist.

        A section without a paragraph is the range of all of its blocks.
        """
        number = self._index.get((place.at, place.paragraph))
        if number is not None:
            start, end = self._starts[number], self._block_end(number)
            if place.start is None or place.end is None:
                return start, end
            inside = 0 <= place.start <= place.end <= end - start
            return (start + place.start, start + place.end) if inside else None
        if place.paragraph is not None or place.at not in self._blocks:
            return None
        first, last = self._blocks[place.at]
        return self._starts[first], self._block_end(last)

    def places(self, start: int, end: int) -> tuple[Place, ...]:
        """Return the places of a range of `text`, one for each block that it touches.

        A block that is covered completely is returned without a range, unless it is the title or the lead.
        """
        found = []
        number = max(0, bisect_right(self._starts, start) - 1)
        while number < len(self._starts) and self._starts[number] < end:
            first, last = self._starts[number], self._block_end(number)
            frm, to = max(start, first) - first, min(end, last) - first
            block = self._places[number]
            if to > frm:
                whole = frm == 0 and to == last - first
                found.append(block if whole else Place(block.at, block.paragraph, frm, to))
            number += 1
        return tuple(found)
