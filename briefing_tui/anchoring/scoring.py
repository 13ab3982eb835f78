"""The evidence, in bits, that two texts are the same because they share words.

A word is worth more, the rarer it is in the article, and less, the more often it follows the word before it there: of sentences
that share a phrase, that phrase says little. Each changed, removed or added word costs a little, and any number of them together
no more than an added sentence.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from math import log2

from briefing_tui.anchoring.plain_article import PlainArticle

CHANGED = 3.0
"""The cost of a changed word: about one word in eight is changed."""
MOVED = 5.0
"""The cost of a word that was added or removed."""
JUMP = 15.0
"""The highest cost of any number of such words in a row: a sentence was added or removed."""

_LANGUAGE = 300
"""Words added to the article's own count, because in a short article, too, a word may recur by chance."""
_HITS_IN_WINDOW = 40

FADES = 0.96
"""The factor by which a word beside a passage is worth less for each word between; it may belong to something else."""
ALONE = 3.0
"""The bits that a word beside a passage loses if neither of its neighbours is there: one word recurs by chance."""

Pairs = list[tuple[int, int]]


class Rarity:
    """The evidence of an article's words, in bits.

    With `without`, as if these words of the article were not there.
    """

    def __init__(self, article: PlainArticle, without: str = "") -> None:
        self._article, self._without = article, without
        self.words = len(article.text) / 6 + _LANGUAGE

    def _count(self, words: str) -> int:
        return self._article.count(words) - (self._without.count(words) if self._without else 0)

    def of(self, word: str) -> float:
        """Return the evidence of a word alone, in bits.

        Its own occurrence does not count among those that may be found by chance.
        """
        return max(0.0, log2(self.words / max(0.5, self._count(word) - 0.5)))

    def following(self, word: str, before: str, both: str) -> float:
        """Return the evidence of a word after the word before it, in bits.

        `both` is the two words together as the article has them.
        """
        alone = self.of(word)
        if self._without:
            # Counts of both words now mean nothing for an article in which only one of these passages will be left.
            return alone
        chance = (max(0, self._count(both) - 1) + 2**-alone) / max(1, self._count(before))
        return min(alone, max(0.0, -log2(chance)))


@dataclass(frozen=True, slots=True)
class _Link:
    a: int
    b: int
    before: "_Link | None"


def match_words(one: Sequence[str], other: Sequence[str], rarity: Rarity) -> Pairs:
    """Pair equal words of two texts so that the pairs have most evidence.

    Returns indices in both, rising in both. A pair that has a pair beside it counts up to double. The heaviest rising chain is
    kept as a frontier: for each last index of `other`, the highest total so far, both rising.
    """
    where: dict[str, list[int]] = {}
    for index, word in enumerate(other):
        where.setdefault(word, []).append(index)
    last: list[int] = []
    totals: list[float] = []
    chains: list[_Link] = []
    for a, word in enumerate(one):
        hits = where.get(word)
        if not hits:
            continue
        weight = rarity.of(word)
        for b in reversed(hits[:_HITS_IN_WINDOW]):
            joined = (a > 0 and b > 0 and one[a - 1] == other[b - 1]) + (one[a + 1 : a + 2] == other[b + 1 : b + 2])
            at = bisect_left(last, b)
            before = chains[at - 1] if at else None
            total = (totals[at - 1] if at else 0.0) + weight * (1 + 0.5 * joined)
            stop = at
            while stop < len(last) and totals[stop] <= total:
                stop += 1
            if stop > at or at == len(last) or last[at] != b:
                last[at:stop], totals[at:stop], chains[at:stop] = [b], [total], [_Link(a, b, before)]
    return _unrolled(chains[-1] if chains else None)


def _unrolled(link: _Link | None) -> Pairs:
    found = []
    while link:
        found.append((link.a, link.b))
        link = link.before
    return found[::-1]


def gap_cost(words: int, others: int, most: float = JUMP) -> float:
    """Return the cost in bits of the words between two matched words, at most `most`.

    `words` and `others` are the numbers of words in between on either side.
    """
    return min(CHANGED * min(words, others) + MOVED * abs(words - others), most)
