"""A passage described by its words (W3C TextQuoteSelector, with a position as a hint), and found again by them.

Exact words come first, told apart by the words around them; then the same words with a few of them changed. What can't be
told apart, and what is gone, is an orphan: nothing is ever placed at other words. Quote, prefix, suffix and position are weighed
50:20:20:2, as the Hypothesis client does.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from briefing_tui.articletext import ArticleText
from briefing_tui.likeness import around, similar
from briefing_tui.model import Place
from briefing_tui.passage import Candidate, Selector

__all__ = ["Attached", "Orphan", "Selector", "attach", "attach_all", "describe"]

CONTEXT = 64
"""Code points of context kept on each side; four times as many where the same words stand elsewhere too."""

_MANY = 4000
_TWINS = 200
_KEPT = 12
_MARGIN = 0.12
_MARGIN_EXACT = 0.07
_HELD = 0.75
"""From here on the words on both sides say that the passage stood between them, whatever stands there now."""
_FRAMED = 0.55
"""The same, where at least half of the passage's words are there too."""
_CLEARLY = 0.4
_TELLING = 32
"""Code points of a passage whose changed words are believed though its context changed as well; fewer recur by chance."""
_SAME = 0.3
_DECIDED = 0.8
"""By how much the context must be the better one, of two, to tell one of two like passages from its copy."""


@dataclass(frozen=True, slots=True)
class Attached:
    """Where a passage stands now, a place for each block that it touches. `changed`: its words are no longer the very same."""

    places: tuple[Place, ...]
    changed: bool = False

    @property
    def place(self) -> Place:
        """The first of the places."""
        return self.places[0]


@dataclass(frozen=True, slots=True)
class Orphan:
    """A passage without a place: its words are gone, or they stand where they can't be told apart."""

    why: Literal["gone", "twice"] = "gone"


def describe(article: ArticleText, *places: Place) -> Selector | None:
    """The selector of a passage: from the first place's start to the last one's end. None where a place is not there."""
    spans = [article.span(place) for place in places]
    known = [span for span in spans if span is not None]
    if not known or len(known) < len(spans):
        return None
    start, end = min(span[0] for span in known), max(span[1] for span in known)
    text = article.text
    exact = text[start:end]
    head, tail = _parts(exact)
    twins_left = [at for at in _all(head, text, _TWINS) if at != start]
    twins_right = [at + len(tail) for at in _all(tail, text, _TWINS) if at + len(tail) != end]
    unique = not twins_left and not twins_right
    reach = CONTEXT if unique else CONTEXT * 4
    prefix, suffix = text[max(0, start - reach) : start], text[end : end + reach]
    shared = (
        max((_same_end(prefix, text[max(0, at - reach) : at]) for at in twins_left), default=0),
        max((_same_start(suffix, text[at : at + reach]) for at in twins_right), default=0),
    )
    selector = Selector(exact, prefix, suffix, start, unique, shared, version=article.version)
    return replace(selector, rival=_rival(selector, article))


def _rival(selector: Selector, article: ArticleText) -> float:
    """The likeness of the other passage that is most like it, in hundredths."""
    start, end = selector.position, selector.position + len(selector.exact)
    others = [one.quote for one in similar(selector, article) if one.end <= start or one.start >= end]
    return round(max(others, default=0.0), 2)


def _parts(exact: str) -> tuple[str, str]:
    """The first and the last three fifths of the words; all of them where they are few."""
    words = [match.span() for match in re.finditer(r"\S+", exact)]
    if len(words) < 5:
        return exact, exact
    most = -(-len(words) * 3 // 5)
    return exact[: words[most - 1][1]], exact[words[-most][0] :]


def _all(words: str, text: str, most: int) -> list[int]:
    starts: list[int] = []
    at = text.find(words) if words else -1
    while at >= 0 and len(starts) < most:
        starts.append(at)
        at = text.find(words, at + 1)
    return starts


def _cuts(before: str, after: str) -> bool:
    return before[-1:].isalnum() and after[:1].isalnum()


def _exact(selector: Selector, text: str) -> list[int]:
    """Where the words stand, not within longer words unless the passage itself was."""
    words = selector.exact
    cut_left, cut_right = _cuts(selector.prefix, words), _cuts(words, selector.suffix)
    return [
        at
        for at in _all(words, text, _MANY)
        if (cut_left or not _cuts(text[max(0, at - 1) : at], words))
        and (cut_right or not _cuts(words, text[at + len(words) : at + len(words) + 1]))
    ]


def _same_end(one: str, other: str) -> int:
    count = 0
    for left, right in zip(reversed(one), reversed(other), strict=False):
        if left != right:
            break
        count += 1
    return count


def _same_start(one: str, other: str) -> int:
    count = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        count += 1
    return count


def _likely(selector: Selector, starts: list[int], text: str) -> list[int]:
    """The starts whose neighbours agree best with the context, letter for letter."""
    if len(starts) <= _KEPT:
        return starts

    def agreement(start: int) -> int:
        end = start + len(selector.exact)
        before = text[max(0, start - len(selector.prefix)) : start]
        return _same_end(selector.prefix, before) + _same_start(selector.suffix, text[end : end + len(selector.suffix)])

    return sorted(starts, key=agreement, reverse=True)[:_KEPT]


def _disputed(best: Candidate, other: Candidate, selector: Selector) -> bool:
    """Whether the other place may be the passage's own just as well: the words around it say so, or do not decide.

    A copied paragraph takes its words along, so that the place where they stand best need not be the one that they came from:
    that is where the neighbours still are.
    """
    clearly = _CLEARLY if best.quote == 1.0 else 0.0
    if other.framed >= _HELD or (other.quote >= 0.5 and (other.framed >= _FRAMED or other.context > best.context + clearly)):
        return True
    likely = other.quote > (selector.rival or 0.0) and other.kept >= 0.5
    undecided = best.quote < 1.0 or best.context - other.context < _DECIDED
    return likely and best.quote - other.quote < _SAME and undecided


def _clear_best(candidates: list[Candidate], others: list[Candidate], selector: Selector, length: int) -> Candidate | None:
    """The best candidate, if no other comes near it and none of all the places disputes its own."""
    ranked = sorted(((one.score(selector.position, length), one) for one in candidates), key=lambda pair: pair[0], reverse=True)
    best_score, best = ranked[0]
    for score, other in ranked[1:]:
        margin = _MARGIN_EXACT if best.quote == 1.0 and other.quote < 1.0 else _MARGIN
        if not _touch(best, other) and best_score - score < margin:
            return None
    return None if any(_disputed(best, other, selector) for other in others if not _touch(best, other)) else best


def _unmoved(selector: Selector, article: ArticleText) -> tuple[int, int] | None:
    """The selector's own range, while no word of the article has changed since."""
    start, end = selector.position, selector.position + len(selector.exact)
    if selector.version and selector.version == article.version and article.text[start:end] == selector.exact:
        return start, end
    return None


def _trusted_alone(selector: Selector) -> bool:
    """Whether the words are enough without their neighbours, where they stand once: they always did, or are many."""
    return selector.unique is True or (selector.unique is None and len(selector.exact) >= CONTEXT)


def _found(article: ArticleText, candidate: Candidate | None, changed: bool) -> Attached | Orphan:
    places = article.places(candidate.start, candidate.end) if candidate else ()
    return Attached(places, changed) if places else Orphan("twice")


def attach(selector: Selector, article: ArticleText) -> Attached | Orphan:
    """Find a passage in an article that may have changed since it was described."""
    if not selector.exact.strip():
        return Orphan("gone")
    if unmoved := _unmoved(selector, article):
        return Attached(article.places(*unmoved))
    starts = _exact(selector, article.text)
    exact = [around(selector, article, start, start + len(selector.exact)) for start in _likely(selector, starts, article.text)]
    near = [one for one in similar(selector, article) if not any(_touch(one, other) for other in exact)]
    return _decided(selector, article, exact, near)


def _touch(one: Candidate, other: Candidate) -> bool:
    return one.start < other.end and other.start < one.end


def _decided(selector: Selector, article: ArticleText, exact: list[Candidate], near: list[Candidate]) -> Attached | Orphan:
    """The place that the evidence is for: the very words, unless others with better neighbours may be what they became."""
    length = len(article.text)
    fuzzy = [one for one in near if _believable(one, selector)]
    if any(one.supported for one in exact):
        best = _clear_best(exact + fuzzy, exact + near, selector, length)
        return _found(article, best, changed=best not in exact)
    if len(exact) == 1 and _trusted_alone(selector):
        rival = any(one.supported for one in fuzzy) or any(_disputed(exact[0], one, selector) for one in near)
        return Orphan("twice") if rival else _found(article, exact[0], changed=False)
    if not fuzzy:
        return Orphan("twice" if exact else "gone")
    return _found(article, _clear_best(fuzzy + exact, near + exact, selector, length), changed=True)


def _believable(one: Candidate, selector: Selector) -> bool:
    """Whether changed words are still the same passage: like enough, and carried by their neighbours unless they are many."""
    if one.kept < 0.55:
        return False
    rival = 1.0 if selector.rival is None else selector.rival
    if one.quote >= 0.5 and one.framed >= (0.6 if one.quote > rival else 0.75):
        return True
    length = len(selector.exact)
    if one.quote >= 0.6 and one.framed >= 0.3 and one.context >= 1 and one.quote > rival and length >= _TELLING:
        return True
    if one.quote >= max(0.7, rival + 0.05) and one.support >= 0.6 and length >= _TELLING and selector.unique is not False:
        return True
    if one.quote >= 0.7 and one.supported and one.quote > rival:
        return True
    if selector.unique is False:
        return False
    if one.quote >= rival + 0.2 and length >= CONTEXT * 3 // 4:
        return one.quote >= (0.85 if length < CONTEXT * 2 else 0.7 if length < CONTEXT * 5 else 0.55)
    return one.quote >= 0.999 and length >= CONTEXT


def attach_all(selectors: dict[str, Selector], article: ArticleText) -> Iterator[tuple[str, Attached | Orphan]]:
    """Each selector's key with where it stands."""
    for key, selector in selectors.items():
        yield key, attach(selector, article)
