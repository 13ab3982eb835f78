"""Describe a passage by its words, and find it again by them.

A description is a TextQuoteSelector of the W3C's Web Annotation Data Model, with a position as a hint. The place with most
evidence wins: the passage's own words and those around it, in bits (see `scoring`). It must have more evidence than words that
are found by chance, more than the most similar other passage would have, and clearly more than any other place. A passage that
is gone, or that can't be told from others, is an orphan: nothing is ever placed at other words.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from math import log2
from typing import Literal

from briefing_tui.anchoring.anchors import starts_of
from briefing_tui.anchoring.passages import CandidateRange
from briefing_tui.anchoring.plain_article import PlainArticle
from briefing_tui.anchoring.scoring import Rarity
from briefing_tui.anchoring.similarity import around, similar
from briefing_tui.model.briefing import Place
from briefing_tui.model.selector import Selector

__all__ = ["Attached", "Orphan", "Selector", "attach", "attach_all", "describe"]

CONTEXT = 64
"""Code points of context on each side; four times as many if the same words occur elsewhere too."""

_MANY = 4000
_TWINS = 200
_KEPT = 12
_RIVAL = 0.3
"""The similarity from which the words around another passage are compared with those around this one."""

_CHANCE = 17.0
"""Bits of evidence that a place must have beyond words that are found by chance."""
_CHANGED = 36.0
"""More bits that a place must have if nothing of the passage is left; fewer, the more is left."""
_TELLING = 10.0
"""Bits that tell a place from the most similar other passage, if that one is found elsewhere too."""
_TELLING_ALONE = 17.0
"""The same if that passage is not found any more, so that the place may be its place."""
_APART = 13.0
"""Bits by which a place must be ahead of every other."""
_COPIED = 25.0
"""Bits by which it must be ahead of a place that is more similar than any was before: one of the two is a copy."""
_THERE = 6.0
"""Bits for words that start at the same offset as before."""
_INSIDE = 25.0
"""Bits of context that only a place within its own paragraph has; those of neighbouring paragraphs are fewer."""
_LIKE = 0.25
"""The least share of the passage's own evidence: other words between the same neighbours may have replaced it."""
_OWN, _OWN_TORN = 0.5, 0.6
"""The least share of letters that passage and place have in common.

The second is for a passage over two paragraphs, which may have been separated.
"""
_OWN_STILL = 0.4
"""The same for another place that may be the passage's, although too little is left to be sure."""
_SLIGHT = 12.0
"""Bits below which a passage says little itself: another "and" comes a few words on, with similar words around it."""


@dataclass(frozen=True, slots=True)
class Attached:
    """The places of a passage that was found, one for each block that it touches.

    `changed` means that its words are no longer exactly the same.
    """

    places: tuple[Place, ...]
    changed: bool = False

    @property
    def place(self) -> Place:
        """The first of the places."""
        return self.places[0]


@dataclass(frozen=True, slots=True)
class Orphan:
    """A passage without a place.

    Its words are gone, or there twice and can't be told apart, or what is there is another item of the same words.
    """

    why: Literal["gone", "twice", "other"] = "gone"


def describe(article: PlainArticle, *places: Place) -> Selector | None:
    """Describe a passage, from the first place's start to the last one's end.

    Returns None if a place does not exist.
    """
    spans = [article.span(place) for place in places]
    known = [span for span in spans if span is not None]
    if not known or len(known) < len(spans):
        return None
    start, end = min(span[0] for span in known), max(span[1] for span in known)
    text = article.text
    exact = text[start:end]
    head, tail = _parts(exact)
    twins_left = [at for at in islice(starts_of(head, text), _TWINS) if at != start]
    twins_right = [at + len(tail) for at in islice(starts_of(tail, text), _TWINS) if at + len(tail) != end]
    unique = not twins_left and not twins_right
    others = [one for one in similar(Selector(exact), article, others=True) if one.end <= start or one.start >= end]
    rival = max([0.0, *(one.like for one in others)]) if len(_exact(Selector(exact), text)) < 2 else 1.0
    twins_left += [one.start for one in others if one.like >= _RIVAL]
    twins_right += [one.end for one in others if one.like >= _RIVAL]
    reach = CONTEXT * 4 if twins_left or twins_right else CONTEXT
    prefix, suffix = text[max(0, start - reach) : start], text[end : end + reach]
    shared = (
        max((_same_end(prefix, text[max(0, at - reach) : at]) for at in twins_left), default=0),
        max((_same_start(suffix, text[at : at + reach]) for at in twins_right), default=0),
    )
    return Selector(exact, prefix, suffix, start, unique, shared, min(1.0, round(rival, 2)), article.version)


def _parts(exact: str) -> tuple[str, str]:
    """Return the first and the last three fifths of the words; all of them if they are few."""
    words = [match.span() for match in re.finditer(r"\S+", exact)]
    if len(words) < 5:
        return exact, exact
    most = -(-len(words) * 3 // 5)
    return exact[: words[most - 1][1]], exact[words[-most][0] :]


def _cuts(before: str, after: str) -> bool:
    return before[-1:].isalnum() and after[:1].isalnum()


def _exact(selector: Selector, text: str) -> list[int]:
    """Return the starts of the exact words, not within longer words unless the passage was."""
    words = selector.exact
    cut_left, cut_right = _cuts(selector.prefix, words), _cuts(words, selector.suffix)
    return [
        at
        for at in islice(starts_of(words, text), _MANY)
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
    """Return the starts whose neighbours agree best with the context, letter by letter."""
    if len(starts) <= _KEPT:
        return starts

    def agreement(start: int) -> int:
        end = start + len(selector.exact)
        before = text[max(0, start - len(selector.prefix)) : start]
        return _same_end(selector.prefix, before) + _same_start(selector.suffix, text[end : end + len(selector.suffix)])

    return sorted(starts, key=agreement, reverse=True)[:_KEPT]


def _unmoved(selector: Selector, article: PlainArticle) -> tuple[int, int] | None:
    """Return the selector's own range if no word of the article has changed since."""
    start, end = selector.position, selector.position + len(selector.exact)
    if selector.version and selector.version == article.version and article.text[start:end] == selector.exact:
        return start, end
    return None


def attach(selector: Selector, article: PlainArticle) -> Attached | Orphan:
    """Find a passage in an article that may have changed since the passage was described.

    Returns an `Orphan` rather than a place that may be wrong.
    """
    if not selector.exact.strip():
        return Orphan("gone")
    if unmoved := _unmoved(selector, article):
        return Attached(article.places(*unmoved))
    exact = around(selector, article, _likely(selector, _exact(selector, article.text), article.text))
    near = [one for one in similar(selector, article) if not any(one.touches(other) for other in exact)]
    best = max(
        (one for one in exact + near if _is_left(one, _OWN_TORN if "\n" in selector.exact else _OWN)),
        key=lambda one: one.evidence,
        default=None,
    )
    if best is None:
        return Orphan("twice" if exact else "gone")
    others = [one for one in exact + near if not best.touches(one)]
    if not _is_enough(best, selector, article, others):
        return Orphan("twice" if exact else "gone")
    if any(_disputes(other, best, selector) for other in others):
        return Orphan("twice")
    places = article.places(best.start, best.end)
    return Attached(places, changed=best not in exact) if places else Orphan("twice")


def _is_left(one: CandidateRange, own: float) -> bool:
    """Say whether enough of the passage is left in the range to be it."""
    return one.like >= _LIKE and one.own >= own


def _disputes(other: CandidateRange, best: CandidateRange, selector: Selector) -> bool:
    """Say whether another place may be the passage's own as well.

    It may if it has nearly as much evidence, or if the words around it say so. A copied paragraph takes its words along, so the
    place with the best words need not be the original: that is where the neighbours still are, even with other words between
    them now.
    """
    if not _is_left(other, _OWN_STILL):
        return other.framed and other.context >= max(best.context, _INSIDE)
    apart = _APART if other.like <= (selector.rival or 0.0) + 0.1 else _COPIED
    return best.evidence - other.evidence < apart + max(0.0, other.context - best.context)


def _is_enough(one: CandidateRange, selector: Selector, article: PlainArticle, others: list[CandidateRange]) -> bool:
    """Say whether there is more evidence than by chance, and than the most similar other passage would have here."""
    chance = log2(Rarity(article).words) + _CHANCE + _CHANGED * (1 - one.like)
    rival = selector.rival or 0.0
    telling = one.context + max(0.0, one.quote - rival * one.full)
    is_seen = any(other.like >= rival - 0.1 for other in others)
    hint = _THERE if one.start == selector.position else 0.0
    if one.full < _SLIGHT:
        # A short passage "A" that became "the only a" would match the end of what replaced it.
        is_same = article.text[one.start : one.end] == selector.exact
        if _neighbours(one, selector, article) < (1 if is_same else 2):
            return False
    return one.evidence + hint >= chance and telling >= (_TELLING if is_seen else _TELLING_ALONE)


def _neighbours(one: CandidateRange, selector: Selector, article: PlainArticle) -> int:
    """Count which of two words are still there: the one right before the passage and the one right after."""
    before, after = (
        _words(article.text[max(0, one.start - CONTEXT) : one.start]),
        _words(article.text[one.end : one.end + CONTEXT]),
    )
    return (before[-1:] == _words(selector.prefix)[-1:]) + (after[:1] == _words(selector.suffix)[:1])


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def attach_all(selectors: dict[str, Selector], article: PlainArticle) -> Iterator[tuple[str, Attached | Orphan]]:
    """Find several passages; yields each selector's key with the result."""
    for key, selector in selectors.items():
        yield key, attach(selector, article)
