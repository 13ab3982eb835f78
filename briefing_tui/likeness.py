"""How like a passage of an article is to the words of a selector, and which passages are like them at all.

Words are compared, not letters: a changed word costs itself. A word counts the less the more often the article has it, so that
sentences which share only their frame are not taken for each other. Seeds are runs of words found by plain string search,
and only the few windows they point at are aligned: the cost grows with the article's length, never with its square.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from briefing_tui.anchors import fold
from briefing_tui.articletext import ArticleText
from briefing_tui.passage import Candidate, Selector

_WORD = re.compile(
    r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]|[^\W_]+"
)
_SEEDS = 40
_HITS = 12
_HITS_IN_WINDOW = 40
_WINDOWS = 6
_FEWER = 0.15
_NEARER = 0.9
_BEYOND = 0.3
_NEIGHBOUR = 0.7
_LONG = 3000
_LIKE = 0.5
"""The likeness from which on a copy is looked for right beside a passage."""


@dataclass(frozen=True, slots=True)
class _Token:
    word: str
    start: int
    end: int


def _tokens(folded: str, offset: int = 0) -> list[_Token]:
    return [_Token(match.group(), match.start() + offset, match.end() + offset) for match in _WORD.finditer(folded)]


def _plain(text: str) -> str:
    return fold(text).lower()


class _Weights:
    """What a word counts in an article: the less, the more often it stands there."""

    def __init__(self, article: ArticleText) -> None:
        self._text = article.folded
        self._known: dict[str, float] = {}

    def of(self, word: str) -> float:
        weight = self._known.get(word)
        if weight is None:
            weight = self._known[word] = 1 / max(1, self._text.count(word)) ** 0.5
        return weight

    def total(self, words: Iterable[str]) -> float:
        return sum(map(self.of, words))


def _pairs(one: Sequence[str], other: Sequence[str], weights: _Weights) -> list[tuple[int, int]]:
    """Indices of equal words in both, rising in both, that weigh most together; a pair with a pair beside it weighs double.

    The heaviest rising chain, kept as a frontier: for each last index of `other`, the best weight so far, both rising.
    """
    where: dict[str, list[int]] = {}
    for index, word in enumerate(other):
        where.setdefault(word, []).append(index)
    last: list[int] = []
    totals: list[float] = []
    chains: list[_Link] = []
    for a, word in enumerate(one):
        hits = where.get(word, ())
        for b in reversed(hits if len(hits) <= _HITS_IN_WINDOW else hits[:_HITS_IN_WINDOW]):
            joined = (a > 0 and b > 0 and one[a - 1] == other[b - 1]) + (one[a + 1 : a + 2] == other[b + 1 : b + 2])
            at = bisect_left(last, b)
            before = chains[at - 1] if at else None
            total = (totals[at - 1] if at else 0.0) + weights.of(word) * (1 + 0.5 * joined)
            stop = at
            while stop < len(last) and totals[stop] <= total:
                stop += 1
            if stop > at or at == len(last) or last[at] != b:
                last[at:stop], totals[at:stop], chains[at:stop] = [b], [total], [_Link(a, b, before)]
    return _unrolled(chains[-1] if chains else None)


@dataclass(frozen=True, slots=True)
class _Link:
    a: int
    b: int
    before: "_Link | None"


def _unrolled(link: _Link | None) -> list[tuple[int, int]]:
    pairs = []
    while link:
        pairs.append((link.a, link.b))
        link = link.before
    return pairs[::-1]


@dataclass(frozen=True, slots=True)
class _Side:
    """The words on one side of a passage, the nearest first: how many of them stand in its own block, and how many stood
    beside its twin as well."""

    words: list[str]
    inner: int
    shared: int


def _left(text: str, shared: int) -> _Side:
    tokens = _tokens(_plain(text))
    border, edge = text.rfind("\n"), len(text) - shared
    inner = sum(token.start > border for token in tokens)
    return _Side([token.word for token in reversed(tokens)], inner, sum(token.start >= edge for token in tokens))


def _right(text: str, shared: int) -> _Side:
    tokens = _tokens(_plain(text))
    border = text.find("\n")
    inner = sum(border < 0 or token.start < border for token in tokens)
    return _Side([token.word for token in tokens], inner, sum(token.end <= shared for token in tokens))


def _agreement(context: _Side, beside: list[str], weights: _Weights) -> float | None:
    """How much of a side's context stands beside a passage, from 0 to 1, the nearest words counting most.

    What stood beside a twin too says nothing. Words of the next block say less: that block stays where it is when this one is
    deleted. Where there are no others, they alone never speak for a place.
    """
    telling = range(context.shared, len(context.words))
    if not telling:
        return None
    worth = {
        index: weights.of(context.words[index]) * _NEARER ** (index - context.shared) * (1 if index < context.inner else _BEYOND)
        for index in telling
    }
    agreed = sum(worth.get(a, 0.0) * _NEARER ** max(0, b - a) for a, b in _pairs(context.words, beside, weights)) / sum(
        worth.values()
    )
    return agreed if context.inner > context.shared else min(agreed, _NEIGHBOUR)


def _beside(
    selector: Selector, article: ArticleText, start: int, end: int, weights: _Weights
) -> tuple[float | None, float | None]:
    before, after = _left(selector.prefix, selector.shared[0]), _right(selector.suffix, selector.shared[1])
    left = _tokens(article.folded[max(0, start - len(selector.prefix) * 2) : start])
    right = _tokens(article.folded[end : end + len(selector.suffix) * 2])
    words_left = [token.word for token in reversed(left)][: len(before.words) + 2]
    words_right = [token.word for token in right][: len(after.words) + 2]
    return _agreement(before, words_left, weights), _agreement(after, words_right, weights)


def around(selector: Selector, article: ArticleText, start: int, end: int) -> Candidate:
    """A range that holds the selector's very words, with how well the words around it agree."""
    return Candidate(start, end, 1.0, *_beside(selector, article, start, end, _Weights(article)))


def _seeds(tokens: list[_Token], text: str) -> list[tuple[str, int]]:
    """Runs of three, two and one words with their offset in `text`, the longest first, spread over the whole of it."""
    seeds = []
    for size in (3, 2, 1):
        runs = [(text[tokens[at].start : tokens[at + size - 1].end], tokens[at].start) for at in range(len(tokens) - size + 1)]
        runs = [run for run in runs if len(run[0]) >= 4]
        step = max(1, len(runs) // _SEEDS)
        seeds += runs[::step][:_SEEDS]
    return seeds


def _windows(selector: Selector, article: ArticleText) -> list[int]:
    """Where in the text the passage may begin, the likeliest first; none that has far fewer votes than the likeliest."""
    whole = _plain(selector.prefix + selector.exact + selector.suffix)
    tokens = _tokens(whole)
    offset, tolerance = len(selector.prefix), max(40, len(selector.exact) // 4)
    votes: list[tuple[int, float]] = []
    for seed, at in _seeds(tokens, whole):
        hits: list[int] = []
        found = article.folded.find(seed)
        while found >= 0 and len(hits) <= _HITS:
            hits.append(found)
            found = article.folded.find(seed, found + 1)
        if len(hits) <= _HITS:
            votes += [(hit - at + offset, len(seed) / len(hits)) for hit in hits]
    votes.sort()
    clusters: list[tuple[float, int]] = []
    group: list[tuple[int, float]] = []
    for vote in [*votes, (votes[-1][0] + 10 * tolerance, 0.0)] if votes else []:
        if group and vote[0] - group[0][0] > tolerance:
            clusters.append((sum(weight for _, weight in group), max(group, key=lambda one: one[1])[0]))
            group = []
        group.append(vote)
    enough = max((weight for weight, _ in clusters), default=0.0) * _FEWER
    return [start for weight, start in sorted(clusters, reverse=True)[:_WINDOWS] if weight >= enough]


def _trimmed(
    pairs: list[tuple[int, int]], quote: list[str], window: list[_Token], weights: _Weights
) -> tuple[list[tuple[int, int]], float]:
    """The matched pairs without stray ones at either end, and the likeness of what they span."""
    wanted = weights.total(quote)

    def likeness(part: list[tuple[int, int]]) -> float:
        if not part:
            return 0.0
        matched = weights.total(quote[index] for index, _ in part)
        spanned = weights.total(token.word for token in window[part[0][1] : part[-1][1] + 1])
        return 2 * matched / (wanted + spanned)

    best = likeness(pairs)
    improved = True
    while improved and len(pairs) > 1:
        improved = False
        for shorter in (pairs[1:], pairs[:-1]):
            if (like := likeness(shorter)) > best:
                pairs, best, improved = shorter, like, True
                break
    return pairs, best


def _aligned(selector: Selector, article: ArticleText, guess: int, weights: _Weights, within: range) -> Candidate | None:
    """The best passage near a guessed beginning, within a part of the text."""
    slack = max(100, len(selector.exact) // 3)
    frm = max(within.start, guess - slack)
    window = _tokens(article.folded[frm : min(within.stop, guess + len(selector.exact) + slack)], frm)
    before = [token.word for token in _tokens(_plain(selector.prefix))]
    quote = [token.word for token in _tokens(_plain(selector.exact))]
    after = [token.word for token in _tokens(_plain(selector.suffix))]
    words = [token.word for token in window]
    if not quote or not words:
        return None
    first, last = len(before), len(before) + len(quote)
    pairs = _pairs([*before, *quote, *after], words, weights)
    inside = [(a - first, b) for a, b in pairs if first <= a < last]
    inside, like = _trimmed(inside, quote, window, weights)
    if not inside:
        return _hole(selector, article, window, pairs, (first, last), weights)
    floor = max((b + 1 for a, b in pairs if a < first), default=0)
    ceiling = min((b - 1 for a, b in pairs if a >= last), default=len(window) - 1)
    start = min(inside[0][1], max(floor, inside[0][1] - inside[0][0], 0))
    end = max(inside[-1][1], min(ceiling, inside[-1][1] + len(quote) - 1 - inside[-1][0]))
    at, to = window[start].start, window[end].end
    if "\n" not in selector.exact:
        at = max(at, article.text.rfind("\n", 0, window[inside[0][1]].start) + 1)
        stop = article.text.find("\n", window[inside[-1][1]].end)
        to = min(to, stop) if stop >= 0 else to
    kept = sum(window[b].end - window[b].start for _, b in inside)
    said = sum(map(len, quote)) + len(quote) - 1
    return Candidate(
        at, to, like, *_beside(selector, article, at, to, weights), kept=(kept + len(inside) - 1) / max(1, to - at, said)
    )


def _hole(
    selector: Selector,
    article: ArticleText,
    window: list[_Token],
    pairs: list[tuple[int, int]],
    quote: tuple[int, int],
    weights: _Weights,
) -> Candidate | None:
    """The place between the words that stood around the passage, none of its own being there."""
    before, after = [b for a, b in pairs if a < quote[0]], [b for a, b in pairs if a >= quote[1]]
    if not before or not after or before[-1] >= after[0]:
        return None
    start, end = window[before[-1]].end, window[after[0]].start
    return Candidate(start, end, 0.0, *_beside(selector, article, start, end, weights), kept=0.0)


def similar(selector: Selector, article: ArticleText) -> list[Candidate]:
    """The passages that are most like the selector's, likeliest first; a long one is found by its two ends."""
    if len(selector.exact) > _LONG:
        return _by_ends(selector, article)
    weights = _Weights(article)
    found: list[Candidate] = []
    whole = range(len(article.folded))
    for guess in _windows(selector, article):
        _take(_aligned(selector, article, guess, weights, whole), found)
    for one in [one for one in found if one.quote >= _LIKE]:
        # A copy right beside the passage: from its own beginning, too, the alignment finds the better of the two.
        _take(_aligned(selector, article, one.start - len(selector.exact), weights, range(one.start)), found)
        _take(_aligned(selector, article, one.end, weights, range(one.end, whole.stop)), found)
    return found


def _take(one: Candidate | None, found: list[Candidate]) -> None:
    if one and not any(one.start == other.start and one.end == other.end for other in found):
        found.append(one)


def _by_ends(selector: Selector, article: ArticleText) -> list[Candidate]:
    half = _LONG // 3
    head = Selector(selector.exact[:half], selector.prefix, selector.exact[half : half * 2], selector.position)
    tail = Selector(selector.exact[-half:], selector.exact[-half * 2 : -half], selector.suffix)
    found = []
    for first in similar(head, article):
        for last in similar(tail, article):
            length = last.end - first.start
            if last.start > first.end and abs(length - len(selector.exact)) < len(selector.exact) // 3:
                found.append(
                    Candidate(
                        first.start,
                        last.end,
                        (first.quote + last.quote) / 2,
                        first.before,
                        last.after,
                        min(first.kept, last.kept),
                    )
                )
    return found
