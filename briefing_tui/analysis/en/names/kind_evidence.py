"""Weigh what a name's own words and the words around it show of its kind.

A person speaks and has an age; an organisation has staff.
"""

import re
from collections.abc import Sequence
from itertools import takewhile

from briefing_tui.analysis.en.names.shapes import begins_at_place, is_acronym, is_everyday
from briefing_tui.analysis.en.names.splitting import Candidate
from briefing_tui.languages import english_name_cues as cues
from briefing_tui.languages.english_names import COMMON_WORDS, GIVEN_NAMES, KNOWN_ORGANIZATIONS, PLACES, RELATIVES
from briefing_tui.languages.english_words import PREPOSITIONS
from briefing_tui.languages.words import words as word_list
from briefing_tui.text.late_pattern import late_pattern

_REACH = 70
_CELL = re.compile(r"[\t\n]")
"""The end of a table's cell or row. Words after it are in another cell, and tell nothing about the name."""
_TOKEN = re.compile(r"[\w’'-]+[,:;]?|[^\w\s]")
_LIFE_DATES = re.compile(r"[^.(]{0,12}\([^)]{0,60}\d{3,4}\s?[–—-][^)]{0,24}\d{3,4}")
_TOWN = re.compile(r", ([A-Z][\w.]*)( [A-Z]\w+)?")
_NUMBERED = re.compile(r"[A-Za-z]{1,3}-\d{1,4}")
"""Things that are counted or built: `K-12`, `F-16`."""
_INNER_CAPITAL = re.compile(r"[a-z]{2}[A-Z]")
_SURNAME_PREFIX = re.compile(r"\b(?:Mc|Mac|De|Del|Della|Di|Du|La|Le|Fitz|Van|Von|Vande|Ben|Abd|Al|Mac)[A-Z]")
_QUOTE_MARKS = frozenset("\"“”‘’'")
_MARKS_BEFORE = frozenset('"“‘([')
_DETERMINERS = frozenset(("a", "an", "the", "his", "her", "its", "their", "our", "my", "one", "then", "now"))
_PLACE_FIRST = word_list("en", "place_first_words")
_LONGEST_APPOSITION = 8
_LONG_REACH = 200
_LONGEST_EVENT = 4
"""The most words from a name to the noun of the event that it names: `the Quell joint naval drills`."""
_PREPOSITION = re.compile(rf"(?:^|[^\w])(?:{'|'.join(sorted(PREPOSITIONS))}) (?:the |an? )?$")
_PLACED_BY = re.compile(
    r"['’]s (?:north|south|east|west|central|downtown|coast|coastline|capital|airport|streets|borders?|suburbs|old town|skyline)"
)
"""Things that only a place has: `Quarn’s north coast`."""
_SAYS = re.compile(r" (?:also |has |had |first )?([a-z]+)\b")
_TOLD = re.compile(r"\b(?:tell|telling|tells|told) The $")
_WRITTEN_BY = re.compile(
    r" (?:analysis|article|columnist|correspondent|editorial|investigation|journalist|poll|reporter|survey)\b"
)
"""Nouns after a newspaper's name, if "a" or "an" stands before the name: `a Gazette investigation`."""
_ITS = re.compile(r"(?:,? which\b|(?: [a-z’'-]{2,20}){1,4}? (?:its|itself)\b)")
"""Words that call the subject "it" and so show that it is no person: `has sacked its chief executive`."""
_OWNED = late_pattern(rf"['’]s (?:[a-z]+ ){{0,2}}(?:{'|'.join(sorted(word_list('en', 'corporate_nouns')))})\b")
"""Things that only a company has: `’s chief economist`, `’s shares`."""
_SHARES_IN = late_pattern(
    r"\b(?:[Ss]hares?|stakes?|stock|invest(?:ed|ing|ors?)?|investments?|takeover|acquisition|purchase|sale|bankruptcy|collapse|"
    r"founder|boss|[Ee]mployees?|[Ww]orkers?|staff|[Aa]nalysts?|[Ee]conomists?|customers?|head of [a-z]{3,20}) "
    r"(?:in|of|at|with|from) (?:the )?$"
)
_PERSON_OF = re.compile(r"(?<![\w’'-])[A-Z][\w’'-]{1,30} [A-Z][\w’'-]{1,30},? (?:of|from|with) (?:the )?$")
_CALLED = re.compile(r"[^.!?\n]{0,150}[.!?]”? The ([a-z]+)\b")
_IS_A = re.compile(r",? (?:is|was|are) (?:an?|the) ([a-z -]{3,40}?)(?= (?:that|which|based|in|of|for|with|from|and)\b|[,.;:])")


Points = dict[str, int]


def no_points() -> Points:
    """Return no points for each kind."""
    return {"person": 0, "organization": 0, "thing": 0}


def weigh_context(text: str, candidate: Candidate) -> Points:
    """Return points for "person", "organization" and "thing" by the words before and after a candidate."""
    points = no_points()
    before = _CELL.split(text[max(0, candidate.start - 40) : candidate.start])[-1].lower()
    after = text[candidate.end : candidate.end + _REACH].partition("\n")[0]
    _after(after, candidate, points, is_subject=not _PREPOSITION.search(before))
    _before(before, candidate, points)
    if candidate.kind in ("unknown", "title"):
        _company(text, candidate, points)
    if candidate.title:
        points["person"] += 6
    elif is_acronym(candidate.text):
        points["organization"] += min(1, max(0, points["person"]))
        points["person"] = 0
    if candidate.the and not candidate.title:
        points["person"] -= 3 if len(candidate.words) == 1 or candidate.kind == "unknown" else 2
        points["organization"] += _the_points(candidate)
    return points


def _the_points(candidate: Candidate) -> int:
    """Return points for a capital `The` inside a sentence, or for a plural.

    The first belongs to the name of a paper or a band; a plural that is no people may be a club.
    """
    if candidate.named_the:
        return 1 if candidate.words[0].low in COMMON_WORDS else 4
    last = candidate.words[-1].low
    if is_acronym(candidate.text):
        return 1
    return 1 if len(last) > 3 and last.endswith("s") and not last.endswith(("ss", "us", "is")) else 0


def _company(text: str, candidate: Candidate, points: Points) -> None:
    """Add points for an organisation that the sentence calls `it` or that the next one calls `the company`."""
    after = text[candidate.end : candidate.end + _LONG_REACH]
    if _PLACED_BY.match(after) and " " not in candidate.text:
        points["thing"] += 4
    is_it = _ITS.match(after) is not None and points["thing"] <= 0
    if is_it:
        points["person"] = min(points["person"], 0)
    says = _SAYS.match(after)
    is_told = _TOLD.search(text, max(0, candidate.start - _REACH), candidate.start) is not None
    if candidate.named_the and (is_told or (says is not None and says[1] in cues.SPEECH_FORMS)):
        points["organization"] += 5
    if is_it or _OWNED.match(after) or _SHARES_IN.search(text, max(0, candidate.start - _REACH), candidate.start):
        points["organization"] += 3
    elif _WRITTEN_BY.match(after) and text.endswith(("a ", "an ", "A ", "An "), 0, candidate.start):
        points["organization"] += 5
    elif " " in candidate.text and _PERSON_OF.search(text, max(0, candidate.start - _REACH), candidate.start):
        points["organization"] += 3
    following = _CALLED.match(after)
    if following and following[1] in cues.ORGANIZATION_NOUNS:
        points["organization"] += 3
    elif is_a := _IS_A.match(after):
        noun = is_a[1].rpartition(" ")[2]
        points["organization"] += 4 if noun in cues.ORGANIZATION_NOUNS else 0
        points["person"] += 3 if noun in cues.CALLINGS else 0


def _after(after: str, candidate: Candidate, points: Points, is_subject: bool) -> None:
    if not after or after[:2] in ("'s", "’s"):
        return
    tokens = _TOKEN.findall(after.lower())
    if not tokens:
        return
    comma = tokens[0] == ","
    word = tokens[1].rstrip(",:;") if comma and len(tokens) > 1 else tokens[0]
    rest = tokens[2:] if comma else tokens[1:]
    _deeds(word, rest, points, is_subject or comma)
    if comma:
        _apposition(tokens[1:], points)
        if word.isdigit() and len(word) < 3:
            points["person"] += 3
        if candidate.kind == "unknown" and _is_before_place(after):
            points["thing"] += 4
    elif word in cues.STAFF_AFTER:
        points["organization"] += 3
    elif word in cues.PUBLISHED and candidate.kind == "unknown":
        points["thing"] += 3
    if "(" in after and _LIFE_DATES.match(after):
        points["person"] += 4
    if candidate.kind not in ("person", "organization") and _is_work(tokens):
        points["thing"] += 4


def _deeds(word: str, rest: Sequence[str], points: Points, is_subject: bool) -> None:
    """Add points for the verb or the relative after the name."""
    following = rest[0] if rest else ""
    if word in cues.SPEECH_FORMS or ((word in cues.LED_IN or word.endswith("ly")) and following in cues.SPEECH_FORMS):
        points["person"] += 3
        points["organization"] += 1
    elif word in cues.DEEDS and is_subject:
        points["person"] += 1
    if word in cues.WHO:
        points["person"] += 4
    if word in cues.LIFE or (word in ("was", "is") and following in cues.LIFE):
        points["person"] += 4
    if word == "(" and following in ("born", "b", "née", "d", "died", "c"):
        points["person"] += 4


def _apposition(tokens: Sequence[str], points: Points) -> None:
    """Add points for the noun before a mark or a preposition: `, a harbour pilot`; `, a think tank`."""
    noun = ""
    for token in tokens[:_LONGEST_APPOSITION]:
        if token in PREPOSITIONS or token in cues.WHO or token == "and" or not token[0].isalnum():
            break
        noun = token.rstrip(",:;")
        if token != noun:
            break
    if noun in cues.CALLINGS:
        points["person"] += 3
    elif noun in cues.ORGANIZATION_NOUNS and tokens[0] in _DETERMINERS and tokens[1 : len(tokens)]:
        points["organization"] += 5


def _is_work(tokens: Sequence[str]) -> bool:
    """Return whether a name is a work's: `Name (2008)`, `the Name trilogy`."""
    first = 1 if tokens[0] in _QUOTE_MARKS and len(tokens) > 1 else 0
    if tokens[first] in cues.WORKS_AFTER:
        return True
    if any(token in cues.EVENTS_AFTER for token in takewhile(str.isalpha, tokens[first : first + _LONGEST_EVENT])):
        return True
    inside = tokens[first + 1 : first + 3]
    return (
        tokens[first] == "(" and len(inside) == 2 and len(inside[0]) == 4 and inside[0].isdigit() and inside[1] in (")", "film")
    )


def _is_before_place(after: str) -> bool:
    """Return whether a name is a town with its state or country: `Ashton, Md.`"""
    match = _TOWN.match(after)
    if match is None:
        return False
    first, second = match.groups(default="")
    return first.rstrip(".") in PLACES or first + second in PLACES


def _before(before: str, candidate: Candidate, points: Points) -> None:
    words = _TOKEN.findall(before)
    if words and words[-1] == "the":
        words.pop()
    bracket = bool(words) and words[-1] == "("
    if words and words[-1] in _MARKS_BEFORE:
        words.pop()
    if not words:
        return
    last, second = words[-1], words[-2] if len(words) > 1 else ""
    word = last.rstrip(",:;")
    if candidate.bracketed and bracket and candidate.kind == "organization" and _is_explained(candidate, words):
        points["thing"] += 4
    if word in cues.INDEFINITE and is_acronym(candidate.text):
        points["thing"] += 4
    if word in RELATIVES or word in cues.CALLINGS:
        points["person"] += 4 if word == last else 2
    _preceded(last, second, candidate, points)


def _is_explained(candidate: Candidate, words: Sequence[str]) -> bool:
    """Return whether a bracketed abbreviation is short for the everyday words before it.

    An example is `reactive oxygen species (ROS)`.
    """
    letters = [char.lower() for char in candidate.text if char.isalpha()]
    return len(words) >= len(letters) and [word[0] for word in words[-len(letters) :]] == letters


def _preceded(last: str, second: str, candidate: Candidate, points: Points) -> None:
    """Add points for the word right before the name."""
    if last in cues.WORKS or (last == "of" and second in ("adaptation", "version")):
        points["thing"] += 4
    elif last in cues.ORGANIZATION_NOUNS:
        points["organization"] += 5
    elif (last in cues.STAFF_PREPOSITIONS and second in cues.STAFF) or (last == "on" and second in cues.POSTING):
        points["organization"] += 3
    elif last in cues.PLACE_NOUNS:
        points["thing"] += 4
    elif last in cues.PLACED or (last == "of" and second in cues.PLACE_NOUNS):
        points["thing"] += 3
    elif last in cues.TOWARDS:
        points["thing"] += 1
    elif last.endswith(("'s", "’s")):
        points["thing"] += 2
    elif not candidate.the and last in cues.PERSONAL:
        points["person"] += 1


def weigh_own_words(candidate: Candidate, lower: frozenset[str]) -> Points:
    """Return points for each kind by a candidate's own words.

    `lower` are the words that the article writes in lower case.
    """
    points = no_points()
    if candidate.kind == "organization" and is_acronym(candidate.text) and candidate.text not in KNOWN_ORGANIZATIONS:
        everyday = candidate.words[0].low in COMMON_WORDS
        points["organization"] += 0 if everyday else 1 if len(candidate.text.replace(".", "")) == 2 else 2
    elif candidate.kind in ("person", "organization"):
        points[candidate.kind] += 6
    elif candidate.kind in ("place", "thing"):
        points["thing"] += 6
    elif candidate.kind == "unknown":
        _unknown_points(candidate, lower, points)
    return points


def _unknown_points(candidate: Candidate, lower: frozenset[str], points: Points) -> None:
    lows = [word.low for word in candidate.words]
    everyday = [low for low in lows if low in lower or is_everyday(low)]
    if len(lows) > 4 or any(char.isdigit() for char in candidate.text):
        points["thing"] += 3
    if _NUMBERED.fullmatch(candidate.text):
        points["thing"] += 6
    if begins_at_place(candidate.text) or (len(lows) == 2 and lows[0] in _PLACE_FIRST):
        points["thing"] += 3
    elif everyday:
        points["thing"] += 2 if len(everyday) < len(lows) else 4
    elif _is_coined(candidate.text):
        points["organization"] += 2
    elif 1 < len(lows) < 5:
        points["organization" if is_acronym(candidate.words[0].text) else "person"] += 2
    elif lows[0] in GIVEN_NAMES:
        points["person"] += 3


def _is_coined(name: str) -> bool:
    """Return whether a name has a capital inside a word, as companies do: `CrowdPier`.

    Surnames have one only after Mc or De.
    """
    return bool(_INNER_CAPITAL.search(name)) and not _SURNAME_PREFIX.search(name)
