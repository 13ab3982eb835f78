"""How much words that stand in both of two texts say for one being the other: evidence in bits.

A word says the more, the rarer it is in the article, and the less, the more often it follows the word before it there: of
sentences that share a frame, the frame says little. Words that changed, went or came between cost a little each, and any
number of them not more than a sentence that was put in.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from math import log2

from briefing_tui.anchoring.plain_article import PlainArticle

CHANGED = 3.0
"""What a changed word costs: about one in eight is."""
MOVED = 5.0
"""What a word costs that came or went."""
JUMP = 15.0
"""What any number of them costs that stand together: a sentence was put in or taken out."""

_LANGUAGE = 300
"""Words that the article is thought to have besides its own: in a short one, too, a word may recur by chance."""
_HITS_IN_WINDOW = 40

FADES = 0.96
"""What a word says beside a passage, times this for each word between: further off it may belong to something else."""
ALONE = 3.0
"""What a word beside a passage says less where neither word next to it stands there too: one word recurs by chance."""

Pairs = list[tuple[int, int]]


class Rarity:
    """What the words of an article say, in bits. `without`: as if these words of it were not there."""

    def __init__(self, article: PlainArticle, without: str = "") -> None:
        self._article, self._without = article, without
        self.words = len(article.text) / 6 + _LANGUAGE

    def _count(self, words: str) -> int:
        return self._article.count(words) - (self._without.count(words) if self._without else 0)

    def of(self, word: str) -> float:
        """What a word says, alone. The place that it is found at does not count among those that it may be found at by chance."""
        return max(0.0, log2(self.words / max(0.5, self._count(word) - 0.5)))

    def following(self, word: str, before: str, both: str) -> float:
        """What a word says behind the word before it. `both`: the two as the article has them."""
        alone = self.of(word)
        if self._without:
            # How often the two stand together now says nothing of an article from which all but one of them will be gone.
            return alone
        chance = (max(0, self._count(both) - 1) + 2**-alone) / max(1, self._count(before))
        return min(alone, max(0.0, -log2(chance)))


@dataclass(frozen=True, slots=True)
class _Link:
    a: int
    b: int
    before: "_Link | None"


def match_words(one: Sequence[str], other: Sequence[str], rarity: Rarity) -> Pairs:
    """Indices of equal words in both, rising in both, that say most together; a pair with a pair beside it counts double.

    The heaviest rising chain, kept as a frontier: for each last index of `other`, the best weight so far, both rising.
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
    """What it costs that so many words on one side stand between two matched ones where so many others stand on the other."""
    return min(CHANGED * min(words, others) + MOVED * abs(words - others), most)
