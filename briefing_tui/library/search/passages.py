"""Find the words of a query in a passage, and shorten the passage."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from itertools import accumulate

from msgspec import Struct

from briefing_tui.library.index.folding import FoldedText, folded
from briefing_tui.library.search.query import Term

Span = tuple[int, int]
SHOWN = 220
"""The most characters of a passage that are shown of it."""
_MOST_SPANS = 50
_NEVER_FOLDED = " A "
"""What is put between texts: no folded text and no term has a capital letter, so nothing is found in it or across it."""
_LETTER = r"[^\W_]"
_BETWEEN = r"[\W_]++"


class Snippet(Struct, frozen=True):
    """A piece of a passage with the ranges to highlight in it.

    `…` marks where it was cut.
    """

    text: str
    spans: tuple[Span, ...]


class TermFinder:
    """Finds the terms of a query in texts."""

    def __init__(self, terms: Sequence[Term]) -> None:
        """Take the terms that are wanted."""
        self._patterns = [re.compile(expression_of(term)) for term in terms]

    def find(self, text: str) -> list[list[Span]]:
        """Return for each term the ranges of the text that have it."""
        return self.find_among((text,)).get(0) or [[] for _ in self._patterns]

    def find_among(self, texts: Sequence[str]) -> dict[int, list[list[Span]]]:
        """Return the ranges of each term in several texts.

        They come as from `find`, by the numbers of the texts; those without any term are left out. All texts are searched as
        one: looking at each would take most of the time of a search.
        """
        folds = list(map(folded, texts))
        joined = _NEVER_FOLDED.join(folds)
        starts = list(accumulate((len(one) + len(_NEVER_FOLDED) for one in folds), initial=0))
        found: dict[int, list[list[Span]]] = {}
        for term, pattern in enumerate(self._patterns):
            match = pattern.search(joined)
            while match:
                at = bisect_right(starts, match.start()) - 1
                spans = found.setdefault(at, [[] for _ in self._patterns])[term]
                spans.append((match.start() - starts[at], match.end() - starts[at]))
                match = pattern.search(joined, match.end() if len(spans) < _MOST_SPANS else starts[at + 1])
        for at, of_terms in found.items():
            original = FoldedText(texts[at]).original
            found[at] = [[original(*span) for span in spans] for spans in of_terms]
        return found


def expression_of(term: Term) -> str:
    """Return a regular expression that begins with letters, as these are found much faster."""
    first, *rest = map(re.escape, term.words)
    words = _BETWEEN.join((rf"{first}(?<!{_LETTER}{first})", *rest))
    return words + (f"{_LETTER}*+" if term.is_prefix else f"(?!{_LETTER})")


def snippet(text: str, found: Sequence[Sequence[Span]], most: int = SHOWN) -> Snippet:
    """Return the part of a text that has most of the terms.

    Args:
        text: a passage; line ends become spaces.
        found: the ranges of each term in it, as `TermFinder` returns them.
        most: the most characters to keep.
    """
    text = text.replace("\n", " ").replace("\t", " ")
    merged = _merged([span for spans in found for span in spans])
    if len(text) <= most:
        return Snippet(text, tuple(merged))
    first = _fullest(found, most - most // 3)
    start = 0 if first < most // 2 else _word_start(text, first - most // 3)
    end = len(text) if len(text) - start <= most else _word_end(text, start + most)
    before, after = "…" if start else "", "…" if end < len(text) else ""
    shift = len(before) - start
    inside = tuple((max(a, start) + shift, min(b, end) + shift) for a, b in merged if a < end and b > start)
    return Snippet(before + text[start:end] + after, inside)


def _fullest(found: Sequence[Sequence[Span]], room: int) -> int:
    """Return where a range begins that is followed by most of the other terms within `room` characters."""
    ordered = sorted((*span, term) for term, spans in enumerate(found) for span in spans)
    best, start, last = 0, ordered[0][0] if ordered else 0, 0
    inside: Counter[int] = Counter()
    for begin, _, term in ordered:
        while last < len(ordered) and ordered[last][1] <= begin + room:
            inside[ordered[last][2]] += 1
            last += 1
        if len(+inside) > best:
            best, start = len(+inside), begin
        inside[term] -= 1
    return start


def _merged(spans: Sequence[Span]) -> list[Span]:
    found: list[Span] = []
    for start, end in sorted(spans):
        if found and start <= found[-1][1]:
            found[-1] = found[-1][0], max(end, found[-1][1])
        else:
            found.append((start, end))
    return found


def _word_start(text: str, at: int) -> int:
    space = text.find(" ", max(at, 0), at + 30)
    return space + 1 if space >= 0 else max(at, 0)


def _word_end(text: str, at: int) -> int:
    space = text.rfind(" ", at - 30, at)
    return space if space >= 0 else at
