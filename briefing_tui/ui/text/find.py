"""Find words in texts.

Capitals count only if some are typed; straight and curly marks are alike, and any white space is a space.
"""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from briefing_tui.anchoring.anchors import alike, fold

MOST_HITS = 20_000
"""The most hits that are listed; a count of so many ends in a plus sign."""


class Hit(NamedTuple):
    """A range of a block of the article, or of a pane's list (`pane`)."""

    block: int
    start: int
    end: int
    pane: str = ""


def pattern(words: str) -> re.Pattern[str] | None:
    """Return the pattern to search texts for, None if no words are given.

    Capitals count only if some are typed.
    """
    folded = fold(words).strip()
    if not folded:
        return None
    return re.compile(alike(folded), re.IGNORECASE if folded == folded.lower() else 0)


def hits(words: str, texts: Iterable[str]) -> Iterator[tuple[int, int, int]]:
    """Yield every hit as (index of the text, start, end), in order."""
    sought = pattern(words)
    if sought is None:
        return
    for index, text in enumerate(texts):
        for match in sought.finditer(text):
            yield index, match.start(), match.end()


def search(words: str, sources: Iterable[tuple[str, Iterable[str]]]) -> list[Hit]:
    """Return the hits of some words in named lists of texts, at most `MOST_HITS`."""
    found: list[Hit] = []
    for pane, texts in sources:
        for index, start, end in hits(words, texts):
            found.append(Hit(index, start, end, pane))
            if len(found) >= MOST_HITS:
                return found
    return found
