"""Find passages of an article that are similar to a selector's words.

Words are compared, not letters, so that a changed word costs only itself. Candidates start from seeds, which are runs of words
found by plain string search, and only the few windows that these point at are aligned. So the time grows with the article's
length, never with its square.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from math import inf

from briefing_tui.anchoring.anchors import fold, starts_of
from briefing_tui.anchoring.passages import CandidateRange
from briefing_tui.anchoring.plain_article import PlainArticle
from briefing_tui.anchoring.scoring import ALONE, FADES, JUMP, Pairs, Rarity, gap_cost, match_words
from briefing_tui.model.selector import Selector
from briefing_tui.text.late_pattern import late_pattern
from briefing_tui.text.scripts import UNSPACED

_WORD = late_pattern(rf"[{UNSPACED}]|[^\W_]+")
_SEEDS = 40
_HITS = 12
_WINDOWS = 6
_FEWER = 0.15
_LONG = 3000
_LIKE = 0.25
"""The similarity from which a copy is searched for right beside a passage."""
_TORN = 6.0
"""The cost if no word of its own paragraph is left beside a passage that was inside a paragraph."""
_PARTED = 2.0
"""The same for a passage at its paragraph's border."""
_NEIGHBOURS = 12.0
"""The highest evidence of the words of the next paragraph, which stays if this one is removed, replaced or moved."""


@dataclass(frozen=True, slots=True)
class _Token:
    word: str
    start: int
    end: int


def _tokens(folded: str, offset: int = 0) -> list[_Token]:
    return [_Token(match.group(), match.start() + offset, match.end() + offset) for match in _WORD.finditer(folded)]


def _plain(text: str) -> str:
    return fold(text).lower()


def _words(tokens: Sequence[_Token]) -> list[str]:
    return [token.word for token in tokens]


@dataclass(frozen=True, slots=True)
class _Side:
    """The words on one side of a passage, nearest first.

    `inner` is the number of them in the passage's own block, `shared` the number of those that its rival had beside it too.
    """

    words: list[str]
    inner: int
    shared: int


def _left(text: str, shared: int) -> _Side:
    tokens = _tokens(_plain(text))
    border, edge = text.rfind("\n"), len(text) - shared
    inner = sum(token.start > border for token in tokens)
    return _Side(_words(tokens)[::-1], inner, sum(token.start >= edge for token in tokens))


def _right(text: str, shared: int) -> _Side:
    tokens = _tokens(_plain(text))
    border = text.find("\n")
    inner = sum(border < 0 or token.start < border for token in tokens)
    return _Side(_words(tokens), inner, sum(token.end <= shared for token in tokens))


class _Search:
    """A selector's words, prepared for comparison with an article's."""

    def __init__(self, selector: Selector, article: PlainArticle, others: bool = False) -> None:
        exact = _plain(selector.exact)
        self.selector, self.article, self.rarity = selector, article, Rarity(article, exact if others else "")
        tokens = _tokens(exact)
        self.quote = _words(tokens)
        self.before = _left(selector.prefix, selector.shared[0])
        self.after = _right(selector.suffix, selector.shared[1])
        # Two passages of one article are similar in their words alone: no sentence was added to one of them.
        self.jump = inf if others else JUMP
        self.full = sum(self.says(tokens, at, at > 0, exact) for at in range(len(tokens)))

    def says(self, tokens: Sequence[_Token], at: int, follows: bool, folded: str) -> float:
        """Return the evidence, in bits, of one word of a text, alone or after the word before it."""
        if not follows:
            return self.rarity.of(tokens[at].word)
        one, other = tokens[at - 1], tokens[at]
        both = folded[min(one.start, other.start) : max(one.end, other.end)]
        return self.rarity.following(other.word, one.word, both)

    def matches(self, matched: Pairs, at: int, beside: Sequence[_Token]) -> float:
        """Return the evidence, in bits, of one of the words that were matched with the article's."""
        a, b = matched[at]
        return self.says(beside, b, at > 0 and matched[at - 1] == (a - 1, b - 1), self.article.folded)

    def side(self, context: _Side, beside: list[_Token], inner: int) -> float:
        """Return the evidence of the words beside a passage, from the nearest outwards as far as they agree.

        Words that were beside a rival too count for nothing. If no word of its own paragraph is left beside the passage, that
        counts against it. `inner` is the number of words beside it now that are in its own paragraph.
        """
        if len(context.words) <= context.shared:
            return 0.0
        best = -(_TORN if context.inner > context.shared else _PARTED)
        matched = match_words(context.words, _words(beside), self.rarity)
        together, own, beyond, last = set(matched), 0.0, 0.0, (-1, -1)
        for at, (a, b) in enumerate(matched):
            own -= gap_cost(a - last[0] - 1, b - last[1] - 1)
            last = (a, b)
            if a < context.shared:
                continue
            joined = (a - 1, b - 1) in together or (a + 1, b + 1) in together
            bits = (self.matches(matched, at, beside) - (0 if joined else ALONE)) * FADES ** (a - context.shared)
            if a < context.inner and b < inner:
                own += bits
            else:
                beyond += bits
            best = max(best, own + min(beyond, _NEIGHBOURS))
        return best

    def around(self, start: int, end: int) -> tuple[float, float]:
        """Return the evidence of the words before and after a range."""
        folded, selector = self.article.folded, self.selector
        left = _tokens(folded[max(0, start - len(selector.prefix) * 2) : start], max(0, start - len(selector.prefix) * 2))
        right = _tokens(folded[end : end + len(selector.suffix) * 2], end)
        before, after = self.before, self.after
        border, ends = self.article.text.rfind("\n", 0, start), self.article.text.find("\n", end)
        return (
            self.side(before, left[::-1][: len(before.words) + 2], sum(one.start > border for one in left)),
            self.side(after, right[: len(after.words) + 2], sum(one.end <= ends or ends < 0 for one in right)),
        )

    def part(self, matched: Pairs, window: Sequence[_Token]) -> tuple[Pairs, float]:
        """Return the run of matched words with most evidence, without stray words at its ends, and its bits."""
        count = len(self.quote)
        best, run, start = (0, 0, -gap_cost(count, count)), 0.0, 0
        for at, (a, b) in enumerate(matched):
            alone = self.rarity.of(self.quote[a]) - gap_cost(a, a)
            joined = 0.0
            if at:
                gap = a - matched[at - 1][0] - 1, b - matched[at - 1][1] - 1
                joined = run + self.matches(matched, at, window) - gap_cost(*gap, most=self.jump)
            if not at or alone > joined:
                run, start = alone, at
            else:
                run = joined
            if (total := run - gap_cost(count - 1 - a, count - 1 - a)) > best[2]:
                best = (start, at + 1, total)
        return matched[best[0] : best[1]], best[2]


def around(selector: Selector, article: PlainArticle, starts: Sequence[int]) -> list[CandidateRange]:
    """Weigh ranges that hold exactly the selector's words, by their starts."""
    search, found = _Search(selector, article), []
    for start in starts:
        end = start + len(selector.exact)
        found.append(CandidateRange(start, end, search.full, *search.around(start, end), search.full))
    return found


def beside(selector: Selector, article: PlainArticle, spans: Sequence[tuple[int, int]]) -> list[tuple[float, float]]:
    """Return the evidence of the words before and after some ranges.

    It is in bits; what is in the ranges does not count.
    """
    search = _Search(selector, article)
    return [search.around(*span) for span in spans]


def _seeds(tokens: list[_Token], text: str) -> list[tuple[str, int]]:
    """Return runs of three, two and one words with their offsets, longest first, spread over the text."""
    seeds = []
    for size in (3, 2, 1):
        runs = [(text[tokens[at].start : tokens[at + size - 1].end], tokens[at].start) for at in range(len(tokens) - size + 1)]
        runs = [run for run in runs if len(run[0]) >= 4]
        step = max(1, len(runs) // _SEEDS)
        seeds += runs[::step][:_SEEDS]
    return seeds


def _windows(selector: Selector, article: PlainArticle) -> list[int]:
    """Return offsets at which the passage may start, likeliest first.

    Those with far fewer votes than the likeliest are left out.
    """
    whole = _plain(selector.prefix + selector.exact + selector.suffix)
    tokens = _tokens(whole)
    offset, tolerance = len(selector.prefix), max(40, len(selector.exact) // 4)
    votes: list[tuple[int, float]] = []
    for seed, at in _seeds(tokens, whole):
        hits = list(islice(starts_of(seed, article.folded), _HITS + 1))
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


def _aligned(search: _Search, guess: int, within: range) -> CandidateRange | None:
    """Return the best candidate near a guessed start, within a part of the text."""
    exact, article = search.selector.exact, search.article
    slack = max(100, len(exact) // 3)
    frm = max(within.start, guess - slack)
    window = _tokens(article.folded[frm : min(within.stop, guess + len(exact) + slack)], frm)
    if not search.quote or not window:
        return None
    first, last = len(search.before.words), len(search.before.words) + len(search.quote)
    matched = match_words([*search.before.words[::-1], *search.quote, *search.after.words], _words(window), search.rarity)
    inside, bits = search.part([(a - first, b) for a, b in matched if first <= a < last], window)
    if not inside:
        return _hole(search, window, [b for a, b in matched if a < first], [b for a, b in matched if a >= last])
    floor = max((b + 1 for a, b in matched if a < first), default=0)
    ceiling = min((b - 1 for a, b in matched if a >= last), default=len(window) - 1)
    start = min(inside[0][1], max(floor, inside[0][1] - inside[0][0], 0))
    end = max(inside[-1][1], min(ceiling, inside[-1][1] + len(search.quote) - 1 - inside[-1][0]))
    at, to = window[start].start, window[end].end
    # Words missing at the ends are assumed to be changed, but never into words of another paragraph.
    at = max(at, article.text.rfind("\n", 0, window[inside[0][1]].start) + 1)
    stop = article.text.find("\n", window[inside[-1][1]].end)
    to = min(to, stop) if stop >= 0 else to
    # A paragraph may have been split within the passage; but the words after the split may be a similar passage's.
    crossed = article.text.count("\n", at, to) - exact.count("\n")
    bits -= max(0, crossed) * (JUMP + (search.selector.rival or 0.0) * search.full)
    kept = sum(window[b].end - window[b].start for _, b in inside) + len(inside) - 1
    said = sum(map(len, search.quote)) + len(search.quote) - 1
    return CandidateRange(at, to, bits, *search.around(at, to), search.full, kept / max(to - at, said))


def _hole(search: _Search, window: list[_Token], before: list[int], after: list[int]) -> CandidateRange | None:
    """Return the range between the passage's neighbours if none of its own words is there any more."""
    if not before or not after or (after[0] - before[-1] - 1) * 3 < len(search.quote):
        return None
    start, end = window[before[-1] + 1].start, window[after[0] - 1].end
    bits = -gap_cost(len(search.quote), after[0] - before[-1] - 1)
    return CandidateRange(start, end, bits, *search.around(start, end), search.full, own=0.0)


def similar(selector: Selector, article: PlainArticle, others: bool = False) -> list[CandidateRange]:
    """Find the passages that are most similar to the selector's, likeliest first.

    A long passage is found by its two ends. With `others`, similarities are as if the passage itself were not there.
    """
    if len(selector.exact) > _LONG:
        return _by_ends(selector, article)
    search = _Search(selector, article, others)
    found: list[CandidateRange] = []
    whole = range(len(article.folded))
    for guess in _windows(selector, article):
        _take(_aligned(search, guess, whole), found)
    for one in [one for one in found if one.like >= _LIKE]:
        # There may be a copy right beside the passage; aligned from its own start, the better of the two is found.
        _take(_aligned(search, one.start - len(selector.exact), range(one.start)), found)
        _take(_aligned(search, one.end, range(one.end, whole.stop)), found)
    return found


def _take(one: CandidateRange | None, found: list[CandidateRange]) -> None:
    if one and not any(one.start == other.start and one.end == other.end for other in found):
        found.append(one)


def _by_ends(selector: Selector, article: PlainArticle) -> list[CandidateRange]:
    half = _LONG // 3
    head = Selector(selector.exact[:half], selector.prefix, selector.exact[half : half * 2], selector.position)
    tail = Selector(selector.exact[-half:], selector.exact[-half * 2 : -half], selector.suffix)
    found = []
    for first in similar(head, article):
        for last in similar(tail, article):
            length = last.end - first.start
            if last.start > first.end and abs(length - len(selector.exact)) < len(selector.exact) // 3:
                bits, full, own = first.quote + last.quote, first.full + last.full, min(first.own, last.own)
                found.append(CandidateRange(first.start, last.end, bits, first.before, last.after, full, own))
    return found
