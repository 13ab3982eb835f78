"""Find an article's body: the run of lines whose evidence has the highest sum.

The evidence is a hand-set table of what prose looks like (sentences, length, the commonest words of a language, blank lines
around it) and what furniture looks like (menus, offers, legal notices, boxes of links). See `WEIGHTS`.
"""

import re
from collections.abc import Iterator

from msgspec import Struct

from briefing_tui.languages import common_words as words
from briefing_tui.languages import page_words as page
from briefing_tui.languages import picture_words as pictures
from briefing_tui.languages.words import phrases
from briefing_tui.sources.plain.alt_texts import end_of_credited_alt
from briefing_tui.sources.plain.lines import Line
from briefing_tui.sources.shared.credits.lines import Credited, credit_in_line

WEIGHTS = {
    "sentence": 0.6,  # ends as a sentence does, and has five words or more
    "length": 1 / 120,  # for each character of such a line, up to 300
    "long without an end": 1.0,
    "half a sentence": 0.2,  # ends with a colon, a semicolon or a comma
    "short": -0.5,
    "furniture": -1.0,
    "opens a box of links": -2.5,
    "promotion": -2.2,  # for each phrase
    "no common words": -1.5,  # a long line with hardly any function word
    "stands alone": 0.3,  # blank lines on both sides
    "repeated": -1.0,
    "ends the article": -4.0,
}
_LONGEST_GAP = 7.0
"""The most that a box within the body may cost."""

_END = re.compile(rf"(?:\d+ )?{phrases('comment_counts')}(?: ?\(\d+\)| \d+)?|{phrases('comment_headings')}\b.{{0,30}}")


class LineFacts(Struct):
    """The facts about a line before its neighbours are considered."""

    furniture: bool = False
    opener: bool = False
    promo: int = 0
    gallery: bool = False
    time: bool = False
    ending: bool = False
    credited: Credited | None = None
    prose: bool = False
    score: float = 0.0

    @property
    def is_page(self) -> bool:
        """True if the line is the page's and not the article's.

        That is a menu, an offer, or the top of a box.
        """
        return self.furniture or self.opener or self.gallery or self.ending or bool(self.promo)


_YEAR = re.compile(r"(?:19|20)\d\d")
_NEAR = 50
_SHOWN = 3
"""The fewest such lines that make a row of pictures."""
_TOKEN = re.compile(r"\w+|©")
_SPOKEN = re.compile(r"[\"“„«](?:[^\s\"“”„«»]++\s++){4,}+[^\s\"“”„«»]++[\"“”»]")
"""Five quoted words or more are somebody's, not the page's."""


def gather_facts(lines: list[Line]) -> list[LineFacts]:
    """Return the facts of every line, without the credits.

    `find_credits` adds those, where the article is.
    """
    known = []
    shares: list[float] = []
    for line in lines:
        facts, share = _facts(line)
        known.append(facts)
        shares.append(share)
    common = _has_common_words(lines, shares)
    for index, (line, facts) in enumerate(zip(lines, known, strict=True)):
        after = lines[index + 1].gap if index + 1 < len(lines) else 1
        facts.score = _evidence(line, facts, after, common and 0.0 <= shares[index] < 0.12)
        facts.prose = _is_prose(line, facts)
    return known


def find_credits(lines: list[Line], known: list[LineFacts], start: int, end: int) -> None:
    """Find the credits of the body's lines and of those near it."""
    above = [index for index, _ in upward(lines, known, start, _NEAR)]
    for index in (*above, *range(start, min(len(lines), end + _NEAR // 2))):
        line, facts = lines[index], known[index]
        if facts.furniture or facts.time or not 2 <= len(line.text) < 700:
            continue
        if facts.promo and (facts.promo > 1 or line.text[0] != "©" or _YEAR.search(line.text)):
            continue  # `© A. Name` is a picture's
        behind = end_of_credited_alt(line.text)
        facts.credited = credit_in_line(line.text[:behind].strip() if behind else line.text)
        if facts.credited and facts.credited.sure:
            facts.prose, facts.score = False, 0.0


def upward(lines: list[Line], known: list[LineFacts], start: int, most: int) -> Iterator[tuple[int, int]]:
    """Yield the lines above one, each with its distance, up to `most`.

    A row of pictures above the text, each with its buttons, shown small and large, has no length: its lines are not counted.
    """
    shows = sum(known[index].gallery for index in range(max(0, start - 2 * _NEAR), start)) >= _SHOWN
    distance = 0
    for index in range(start - 1, -1, -1):
        facts = known[index]
        distance += not (shows and (facts.furniture or facts.gallery or facts.time or lines[index].repeats > 1))
        yield index, max(distance, 1)
        if distance >= most:
            return


def _facts(line: Line) -> tuple[LineFacts, float]:
    """Return the facts of a line, and the share of its words that are common ones.

    The share is -1 for a short line.
    """
    facts = LineFacts()
    text, key = line.text, line.key
    length = len(text)
    if length <= 120:
        _add_facts_of_short_line(facts, line, key, length)
    if facts.furniture or length <= 12:
        facts.promo = int(not facts.furniture and ("©" in key or "copyright" in key))
        return facts, -1.0
    half = length // 2
    if length % 2 and length < 400 and text[half] == " " and text[:half] == text[half + 1 :]:
        facts.furniture = True
        return facts, -1.0
    tokens = _TOKEN.findall(key[:3000]) if length > 60 else key.split()
    distinct = set(tokens)
    if length < 3000 and not distinct.isdisjoint(_PAGE_WORDS):
        facts.promo = _count_promotion(key, distinct)
        if facts.promo and (own := _SPOKEN.sub(" ", key)) != key:
            facts.promo = _count_promotion(own, set(_TOKEN.findall(own)))
    if length < 400 and _is_legal(key):
        facts.promo += 1
    if len(tokens) < 8:
        return facts, -1.0
    if facts.promo == 1 and line.ends and _is_about_offers(distinct, tokens[0]):
        facts.promo = 0
    sample = tokens[:60]
    return facts, sum(map(words.ALL_FUNCTION_WORDS.__contains__, sample)) / len(sample)


def _count_promotion(key: str, distinct: set[str]) -> int:
    """Return how many words and phrases of offers and notices a case-folded line has."""
    phrases = sum(any(phrase in key for phrase in page.PROMO_PHRASES[word]) for word in distinct & _PHRASE_WORDS)
    return len(distinct & page.PROMO_WORDS) + phrases


def _is_legal(key: str) -> bool:
    """Return whether a case-folded line says who owns the page."""
    return ("©" in key or "copyright" in key or "(c)" in key) and page.LEGAL.match(key) is not None


def _is_about_offers(tokens: set[str], first: str) -> bool:
    """Return whether a sentence is about newsletters, members or cookies without addressing the visitor."""
    if first in page.ORDERS or not tokens.isdisjoint(page.ADDRESS) or not tokens.isdisjoint(page.UNEXCUSED):
        return False
    return tokens.isdisjoint(("cookie", "cookies")) or tokens.isdisjoint(page.COOKIE_TALK)


_PHRASE_WORDS = frozenset(page.PROMO_PHRASES)
_PAGE_WORDS = _PHRASE_WORDS | page.PROMO_WORDS


def _add_facts_of_short_line(facts: LineFacts, line: Line, key: str, length: int) -> None:
    bare = key.strip(" :>›»→+-–•·▼↓↑.…!").replace("’", "'") if length <= 60 else key
    if bare in page.FURNITURE or key in page.FURNITURE:
        facts.furniture = True
        return
    facts.opener = page.OPENERS.match(key) is not None
    if length > 60:
        return
    if not facts.opener and (key[0].isdigit() or key[0] in _TIME_STARTS):
        facts.time = page.TIME.fullmatch(key) is not None and (not line.ends or length < 24)
    if length <= 40:
        facts.gallery = pictures.GALLERY.fullmatch(key.strip(" |")) is not None
        facts.ending = _END.fullmatch(key) is not None


_TIME_STARTS = "utvyaphjglre"


def _evidence(line: Line, facts: LineFacts, after: int, uncommon: bool) -> float:
    length, weights = len(line.text), WEIGHTS
    if facts.furniture or facts.gallery or facts.time:
        return weights["furniture"]
    if facts.ending:
        return weights["ends the article"]
    if facts.opener and not (line.ends and line.words > 12):
        return weights["opens a box of links"]
    if line.ends and line.words >= 5:
        score = weights["sentence"] + min(length, 300) * weights["length"]
    elif length > 160:
        score = weights["long without an end"]
    elif line.text[-1] in ":;," and line.words >= 4:
        score = weights["half a sentence"]
    else:
        score = weights["short"]
    if facts.promo:
        score += weights["promotion"] * facts.promo * (0.5 if length > 400 else 1.0)
    if uncommon:
        score += weights["no common words"]
    if line.gap and after and score > 0:
        score += weights["stands alone"]
    if line.repeats > 1:
        score += weights["repeated"]
    return score


def _has_common_words(lines: list[Line], shares: list[float]) -> bool:
    """Return whether the source is in a language whose commonest words are known."""
    long = [share for line, share in zip(lines, shares, strict=True) if share >= 0 and line.words >= 12 and line.ends]
    return bool(long) and sum(long) / len(long) > 0.15


def _is_prose(line: Line, facts: LineFacts) -> bool:
    """Return whether the line by itself is plainly a paragraph."""
    if facts.promo > 1 or (facts.promo and len(line.text) < 300) or (facts.opener and line.words <= 12):
        return False
    if line.words < 5:
        return False
    is_long = len(line.text) >= 45 or line.words >= 12  # Chinese has few letters
    return (line.ends and line.words >= 8 and is_long) or len(line.text) > 200


_BACK, _BACK_PRICE, _BACK_LENGTH = 10, -5.0, 120
_ON, _ON_PRICE, _ON_LENGTH = 16, -7.0, 180


def widened_span(lines: list[Line], known: list[LineFacts], start: int, end: int) -> tuple[int, int]:
    """Return the span with what a box at its edge cut off.

    These are paragraphs a few lines above it, and long ones a few lines below it.
    """
    best = start
    price = 0.0
    for index in range(start - 1, max(-1, start - _BACK), -1):
        price += known[index].score
        if price < _BACK_PRICE or known[index].ending:
            break
        alone = lines[index].gap and lines[index + 1].gap and lines[index].ends
        if known[index].prose and not known[index].promo and alone and len(lines[index].text) >= _BACK_LENGTH:
            best, price = index, 0.0
    price, last = 0.0, end
    for index in range(end, min(len(lines), end + _ON)):
        line, facts = lines[index], known[index]
        after = lines[index + 1].gap if index + 1 < len(lines) else 1
        if facts.prose and not facts.promo and len(line.text) >= _ON_LENGTH and line.gap and after and line.ends:
            last, price = index + 1, 0.0
        price += min(facts.score, 0.0)
        if price < _ON_PRICE or facts.ending:
            break
    return best, last


def body_span(known: list[LineFacts]) -> tuple[int, int]:
    """Return the first line of the body and the one behind its last.

    It is the run of lines with the highest sum; a run of furniture within it costs no more than a fixed price. Returns (0, 0)
    if no line has a positive score.
    """
    best, best_span = 0.0, (0, 0)
    total, start = 0.0, 0
    gap = 0.0
    for index, facts in enumerate(known):
        score = facts.score
        if score < 0:
            paid = max(gap + score, -_LONGEST_GAP) - gap
            gap += paid if not facts.ending else 0.0
            total += score if facts.ending else paid
        else:
            gap = 0.0 if score > 0.5 else gap
            total += score
        if total <= 0:
            total, start, gap = 0.0, index + 1, 0.0
        elif total > best:
            best, best_span = total, (start, index + 1)
    return best_span
