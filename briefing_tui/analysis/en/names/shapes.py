"""Classify capitalised words by themselves.

They may be an organisation, a place, a person, a thing, a date, or nothing sure.
"""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Literal

from briefing_tui.analysis.en.names.runs import Word
from briefing_tui.languages import english_name_cues as cues
from briefing_tui.languages.datelines import is_place_of_dateline
from briefing_tui.languages.english_names import (
    CALENDAR,
    CAPITAL_TITLES,
    CITIES,
    COMMON_WORDS,
    FOREIGN_HEADS,
    GIVEN_NAMES,
    HONORIFICS,
    INDUSTRY_HEADS,
    KNOWN_ORGANIZATIONS,
    OF_HEADS,
    OPENERS,
    ORGANIZATION_HEADS,
    PEOPLES,
    PLACE_HEADS,
    PLACES,
    PLAIN_CAPITALS,
    RANKS,
    SUFFIXES,
    SURNAMES_TOO,
    THING_HEADS,
)
from briefing_tui.languages.english_people import ABBREVIATED, ROLE_PLURALS
from briefing_tui.languages.words import words as word_list

Kind = Literal["person", "organization", "place", "thing", "title", "unknown"]

_ACRONYM = re.compile(r"(?:[A-ZÀ-Þ]\.?){2,7}s?|[A-Z]{1,4}&[A-Z]{1,4}|[A-Z]{2,5}\d?")
_BEFORE_MONTHS = ("in ", "of ", "since ", "until ", "last ", "next ", "by ", "late ", "early ", "from ", "this ", "to ")
_SCHOOLS = (
    "high",
    "middle",
    "primary",
    "secondary",
    "elementary",
    "grade",
    "law",
    "medical",
    "business",
    "graduate",
    "art",
    "night",
)
_PLAIN_PAIRS = frozenset([*((kind, "school") for kind in _SCHOOLS), ("town", "hall"), ("city", "hall")])
_COMPANY_FORMS = frozenset(("inc", "ltd", "corp", "llc", "plc", "gmbh"))
_PARTY_AND_STATE = re.compile(r"[A-Z]-[A-Z][\w.]*")
_LONGEST_ACRONYM = 6
_SHOUTED_TITLE = 4
"""The fewest letters of an abbreviated title in capitals: shorter ones are a body's initials (`BR`)."""
_SHIPS = word_list("en", "ship_prefixes")
"""Abbreviations before a ship's name."""
_FIRST_OF_ORGANIZATIONS = frozenset(("daily", "police"))
_FIRST_OF_THINGS = word_list("en", "first_words_of_things")
_PLACE_OPENERS = word_list("en", "place_openers")


CALLINGS = cues.CALLINGS | RANKS | cues.PARTY_NOUNS
"""Lower-case nouns for a person that come before a name: occupations, ranks, party and kin."""


def text_of(text: str, words: Sequence[Word]) -> str:
    """Return the text from the first word to the last."""
    return text[words[0].start : words[-1].end]


def is_title(word: Word) -> bool:
    """Return whether a word is an honorific or an office (`Dr`, `Senator`, `Secretary-Treasurer`)."""
    if "-" in word.low:
        first, _, last = word.low.partition("-")
        return first in RANKS and (last in RANKS or last in cues.CALLINGS)
    if word.text in CAPITAL_TITLES:
        return True
    is_initials_of_body = word.text.isupper() and word.low in ABBREVIATED and len(word.text) < _SHOUTED_TITLE
    return (word.low in HONORIFICS or word.low in RANKS) and word.low != "st" and not is_initials_of_body


def is_given(word: Word) -> bool:
    """Return whether a word is a given name and no everyday word."""
    return word.low in GIVEN_NAMES and word.low not in COMMON_WORDS


def is_everyday(low: str) -> bool:
    """Return whether words are an English word, its plural, or several with hyphens."""
    if low in COMMON_WORDS or (len(low) > 4 and low.endswith("s") and low[:-1] in COMMON_WORDS):
        return True
    return "-" in low and all(part in COMMON_WORDS for part in low.split("-"))


def is_acronym(word: str) -> bool:
    """Return whether a word is written in capitals as an organisation's initials are."""
    if not _ACRONYM.fullmatch(word) or word in PLAIN_CAPITALS:
        return False
    return word.upper().replace(".", "") not in PLAIN_CAPITALS


def is_plural_acronym(word: str) -> bool:
    """Return whether a word is the plural of an acronym: `PACs`, `NGOs`.

    Such a word is no name.
    """
    return word.endswith("s") and word[:-1].isupper() and len(word) > 2


def is_roman(word: str) -> bool:
    """Return whether a word is a Roman number: `IV`, `XVI`."""
    return not word.strip("IVX")


def is_initials(word: str) -> bool:
    """Return whether a word is initials: `J.`, `J.-K.`"""
    return word.endswith(".") and all(len(part) < 2 for part in word.replace("-", "").split("."))


def is_date(text: str, word: Word) -> bool:
    """Return whether a word is a month or a weekday here, not a given name."""
    if word.low not in CALENDAR:
        return False
    after, before = text[word.end : word.end + 5], text[max(0, word.start - 9) : word.start].lower()
    if word.low not in GIVEN_NAMES or after[:2].strip()[:1].isdigit() or before[-2:-1].isdigit():
        return True
    return before.endswith(_BEFORE_MONTHS) and not after[1:2].isupper()


def is_known(text: str, words: Sequence[Word]) -> bool:
    """Return whether words are an organisation known by name.

    A `The` before them counts if it distinguishes the name from an everyday word.
    """
    whole = text_of(text, words)
    if whole in KNOWN_ORGANIZATIONS:
        return True
    return text[max(0, words[0].start - 4) : words[0].start] == "The " and "The " + whole in KNOWN_ORGANIZATIONS


def is_organization(text: str, words: Sequence[Word]) -> bool:
    """Return whether the words themselves show that an organisation is meant."""
    if is_known(text, words):
        return True
    if len(words) == 1:
        return is_acronym(words[0].text) and not is_plural_acronym(words[0].text) and len(words[0].text) <= _LONGEST_ACRONYM
    if words[0].text in _SHIPS:
        return False
    if words[0].low in _FIRST_OF_ORGANIZATIONS and (words[1].low not in COMMON_WORDS or _has_the(text, words)):
        return True
    last = words[-1].low
    if words[0].low in FOREIGN_HEADS:
        return True
    if len(words) == 2 and (words[0].low, last) in _PLAIN_PAIRS:
        return False
    if last in ORGANIZATION_HEADS and not (_is_first_and_last(words) and last in SURNAMES_TOO):
        return True
    if last in INDUSTRY_HEADS and words[0].low not in GIVEN_NAMES and not all(word.low in COMMON_WORDS for word in words):
        return True
    for word, following in pairwise(words):
        if word.low in OF_HEADS and text[word.end : following.start].startswith((" of", " for")):
            return True
    return any(word.low in _COMPANY_FORMS for word in words) or " & " in text_of(text, words) or _is_team(text, words)


def is_place(text: str, words: Sequence[Word]) -> bool:
    """Return whether the words are a known place, also in the capitals of a dateline."""
    whole = text_of(text, words)
    if whole in PLACES or (whole.isupper() and len(whole) > 3 and whole.title() in PLACES):
        return True
    return words[0].start == 0 and whole.isupper() and len(whole) > 3 and is_place_of_dateline(text, words[-1].end)


def classify(text: str, words: Sequence[Word]) -> Kind:
    """Return the kind of words that are no organisation."""
    if is_place(text, words):
        return "place"
    if (words[0].text in _SHIPS or words[0].low in _FIRST_OF_THINGS) and len(words) > 1:
        return "thing"
    if len(words) == 1:
        return _single_kind(words[0])
    last = words[-1]
    if words[0].low in _PLACE_OPENERS and (words[0].low not in GIVEN_NAMES or _has_the(text, words)):
        return "place"
    if words[0].low in HONORIFICS and last.low in COMMON_WORDS:
        return "thing"
    if _has_initials(words) and last.text in PLACES:
        return "place"
    if _has_initials(words) and looks_personal(words):
        return "person"
    if last.low in PLACE_HEADS and not (_is_first_and_last(words) and last.low in SURNAMES_TOO):
        return "place"
    if _is_of_peoples(words):
        return "thing"
    if last.low in THING_HEADS and not (_is_first_and_last(words) and last.low in SURNAMES_TOO):
        return "thing"
    if looks_personal(words) or last.low in ("jr", "sr"):
        return "person"
    if (last.low in CALLINGS and words[0].low not in GIVEN_NAMES) or words[0].text in KNOWN_ORGANIZATIONS:
        return "thing"
    return "thing" if last.text in PLACES and words[0].low not in GIVEN_NAMES else "unknown"


def _single_kind(word: Word) -> Kind:
    if (
        is_of_people(word)
        or is_plural_acronym(word.text)
        or _PARTY_AND_STATE.fullmatch(word.text)
        or ("-" in word.text and word.text.rpartition("-")[2][:1].islower())
    ):
        return "thing"
    if word.low not in GIVEN_NAMES and (word.low in CALLINGS or word.low in ROLE_PLURALS):
        return "title"
    return "title" if word.low in ORGANIZATION_HEADS or word.low in PLACE_HEADS or word.low in THING_HEADS else "unknown"


def is_of_people(word: Word) -> bool:
    """Return whether a word is a nationality, also `French-born` and `German-Russian`."""
    return word.text in PEOPLES or ("-" in word.text and word.text.split("-")[0] in PEOPLES)


def _is_of_peoples(words: Sequence[Word]) -> bool:
    if all(is_of_people(word) or word.text in PLACES for word in words):
        return True
    return is_of_people(words[-1]) and (len(words) > 2 or words[0].low not in GIVEN_NAMES)


def _is_first_and_last(words: Sequence[Word]) -> bool:
    """Return whether two words begin with a given name: `Rosa Church` may be a person."""
    return len(words) == 2 and words[0].low in GIVEN_NAMES


def _is_team(text: str, words: Sequence[Word]) -> bool:
    """Return whether words are named as clubs are, a country, state or city and a plural: `Oslo Gulls`."""
    last = words[-1]
    if not last.low.endswith(("s", "x")) or len(last.text) < 3 or len(words) > 4:
        return False
    if {last.low, last.low[:-1]} & (PLACE_HEADS | THING_HEADS) or last.text in PEOPLES:
        return False
    if last.low[:-1] in CALLINGS and not _has_the(text, words):
        return False
    return any(text_of(text, words[:count]) in CITIES for count in (1, 2, 3) if count < len(words))


def _has_the(text: str, words: Sequence[Word]) -> bool:
    return text[max(0, words[0].start - 4) : words[0].start].lower() == "the "


def begins_at_place(name: str) -> bool:
    """Return whether a name is a city or state and something of it.

    Examples are `Las Vegas Strip` and `The Brooklyn Paper`.
    """
    words = name.split(" ")
    return len(words) > 1 and (words[0] in CITIES or " ".join(words[:2]) in CITIES) and words[0].lower() not in GIVEN_NAMES


def _has_initials(words: Sequence[Word]) -> bool:
    return is_initials(words[0].text)


def looks_personal(words: Sequence[Word]) -> bool:
    """Return whether words are a given name or initials, then a surname."""
    last = words[-1]
    if len(words) > 6 or not can_be_person(words):
        return False
    if is_given(words[0]) or (words[0].low in GIVEN_NAMES and not words[0].opens):
        return last.low not in COMMON_WORDS or last.low in SURNAMES_TOO or _is_rare_pair(words)
    return _has_initials(words) and last.low not in OPENERS


def _is_rare_pair(words: Sequence[Word]) -> bool:
    """Return whether a sure given name precedes an everyday word that ends no name of a thing.

    Examples are `Ana Savage` and `Kate Winter`.
    """
    if len(words) != 2 or not is_given(words[0]) or words[0].opens:
        return False
    low = words[1].low
    if low.endswith(("ing", "tion", "ment", "ness")):
        return False
    return low not in THING_HEADS and low not in ORGANIZATION_HEADS and low not in OPENERS


def can_be_person(words: Sequence[Word]) -> bool:
    """Return whether nothing in the words rules out that they name a person."""
    core = [word for word in words if word.low not in SUFFIXES and not is_roman(word.text)]
    if (
        not core
        or len(core) > 6
        or any(char.isdigit() for word in core for char in word.text)
        or all(is_initials(word.text) for word in core)
    ):
        return False
    last = core[-1]
    if len(core) == 1:
        return last.text not in PEOPLES or last.low in GIVEN_NAMES
    if last.low in ORGANIZATION_HEADS and last.low not in SURNAMES_TOO:
        return False
    return not is_acronym(last.text) or all(word.text.isupper() for word in core)
