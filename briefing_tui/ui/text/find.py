"""Words found in texts: smart case, straight and curly marks alike, any white space for a space."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from briefing_tui.anchoring.anchors import fold

MOST_HITS = 20_000
"""Further hits are not listed; the count then ends in a plus sign."""


class Hit(NamedTuple):
    """A range of a block of the article, or of a pane's list (`pane`)."""

    block: int
    start: int
    end: int
    pane: str = ""


def pattern(words: str) -> re.Pattern[str] | None:
    """What to search folded text for, None for nothing: capitals count only when some are typed."""
    folded = fold(words).strip()
    if not folded:
        return None
    flags = re.IGNORECASE if folded == folded.lower() else 0
    return re.compile(r"\s+".join(re.escape(word) for word in folded.split()), flags)


def hits(words: str, texts: Iterable[str]) -> Iterator[tuple[int, int, int]]:
    """Every hit as (index of the text, start, end), in order."""
    sought = pattern(words)
    if sought is None:
        return
    for index, text in enumerate(texts):
        for match in sought.finditer(fold(text)):
            yield index, match.start(), match.end()


def search(words: str, sources: list[tuple[str, list[str]]]) -> list[Hit]:
    """The hits of some words, at most `MOST_HITS`."""
    found: list[Hit] = []
    for pane, texts in sources:
        for index, start, end in hits(words, texts):
            found.append(Hit(index, start, end, pane))
            if len(found) >= MOST_HITS:
                return found
    return found
