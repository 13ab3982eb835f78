"""Read the nouns right before a name."""

import re
from collections.abc import Callable, Iterator, Sequence

from briefing_tui.analysis.en.names.runs import opens_sentence
from briefing_tui.analysis.en.role_nouns import CALLINGS, ENDS_OF_ADJECTIVES, GENERIC, is_calling_here
from briefing_tui.languages.english_names import (
    CALENDAR,
    COMMON_WORDS,
    OCCUPATIONS,
    OPENERS,
    RANKS,
    RELATIVES,
    TITLE_MODIFIERS,
)
from briefing_tui.languages.english_people import GROUP_NOUNS, ROLE_NOUNS, plural
from briefing_tui.languages.english_speech import SPEECH
from briefing_tui.languages.english_words import AUXILIARIES, PREPOSITIONS, VERBS
from briefing_tui.languages.words import words as word_list

DETERMINERS = frozenset(("a", "an", "the", "its", "their", "his", "her", "our"))
_WORD = re.compile(r"[\w’'&.-]+")
_NOUN = re.compile(r"[\w’'&-]+")
_LISTED_NAME = re.compile(
    r"(?<![\w’'-])(?:[A-Z][\w.’'-]{0,30} ){1,4}and $|(?<![\w’'-])(?:[A-Z][\w.’'-]{0,30} ){0,3}[A-Z][\w.’'-]{0,30}, (?:and )?$"
)
_SHARES = re.compile(r"(?:,? and|,) [A-Z]")
_MOST_SHARING = 5
_SINGULARS = {plural(noun): noun for noun in OCCUPATIONS | ROLE_NOUNS | RELATIVES}
_NO_NOUNS_BEFORE = (RANKS - OCCUPATIONS - ROLE_NOUNS) | GENERIC | word_list("en", "person_adjectives")
_REACH_BEFORE = 70


def read_nominal_before(before: str, is_head: Callable[[str, bool], bool]) -> Iterator[str]:
    """Yield the words right before a name that say who it is.

    They go back to a determiner, a verb or a mark: `the harbour engineer`.
    """
    if not before.endswith(" "):
        return
    words = re.split(r"[—–―(]", before[-_REACH_BEFORE:])[-1].split(" ")[:-1]
    if words and opens_sentence(before, len(before) - len(words[-1]) - 1):
        words[-1] = words[-1].lower() if words[-1].istitle() else words[-1]
    if not words or not words[-1].islower() or not _NOUN.fullmatch(words[-1]) or words[-1] in _NO_NOUNS_BEFORE:
        return
    nominal = _nominal(words)
    ahead = words[-len(nominal) - 1].lower() if len(nominal) < len(words) else ""
    if ahead == "to":
        return
    is_led = _leads_phrase(ahead)
    is_modified = len(nominal) > 1 and not ahead and opens_sentence(before, len(before) - len(" ".join(nominal)) - 1)
    noun = words[-1]
    if noun not in CALLINGS and noun not in GROUP_NOUNS:
        is_everyday = noun in COMMON_WORDS or noun.endswith(ENDS_OF_ADJECTIVES)
        if ahead and not is_led:
            return
        if not is_calling_here(noun, False) and (is_everyday or not (is_led or is_modified)):
            return
    if is_head(noun, is_led or is_modified) and (len(nominal) > 1 or len(noun) > 2):
        start = len(before) - len(" ".join(nominal)) - 1
        yield before[start:-1]


def read_shared_before(before: str, after: str) -> Iterator[str]:
    """Yield a plural before a list of names, in the singular.

    An example is `its directors, Ana Reis and Jonas Lind`.
    """
    listed = before
    for _ in range(_MOST_SHARING):
        match = _LISTED_NAME.search(listed)
        if match is None:
            break
        first = match[0].split(" ")[0]
        listed = listed[: match.start()]
        if first.lower() in _SINGULARS:  # `Sisters Ana and Ida Reis`
            listed += first + " "
            break
    if listed == before and not _SHARES.match(after):
        return
    words = listed.rstrip(":, ").rsplit(" ", 6)[-6:]
    noun = _SINGULARS.get(words[-1].lower())
    if noun and listed != listed.rstrip(":, "):
        nominal = [*_nominal([*words[:-1], noun])[:-1], noun]
        ahead = words[-len(nominal) - 1] if len(nominal) < len(words) else ""
        yield " ".join(nominal if _leads_phrase(ahead) else nominal[-1:])


def _leads_phrase(word: str) -> bool:
    """Return whether a word may be right before the nouns of a phrase."""
    low = word.lower()
    return any(low in words for words in (DETERMINERS, PREPOSITIONS, OPENERS, SPEECH)) or low.endswith(("’s", "'s"))


def _nominal(words: Sequence[str]) -> list[str]:
    """Return the last of some words, as far as they can be one noun phrase."""
    nominal: list[str] = []
    for index in range(len(words) - 1, -1, -1):
        word, low = words[index], words[index].lower()
        if low == "and" and nominal and index and words[index - 1].lower() in CALLINGS:
            nominal.insert(0, word)  # `novelist and critic`
            continue
        if (
            not (_WORD if word[:1].isupper() else _NOUN).fullmatch(word)
            or (low in OPENERS and not word.isupper())
            or low in PREPOSITIONS
            or low in AUXILIARIES
            or low in CALENDAR
            or len(nominal) > 4
        ):
            break
        if nominal and word.islower() and not nominal[0].islower() and low not in TITLE_MODIFIERS:
            break
        if nominal and word.islower() and (low in SPEECH or low in VERBS or low.endswith(("’s", "'s"))):
            break
        if nominal and low.endswith("ing") and low not in TITLE_MODIFIERS and not _is_within_phrase(words[:index]):
            break
        nominal.insert(0, word)
    return nominal


def _is_within_phrase(before: Sequence[str]) -> bool:
    """Return whether a word in -ing is within a phrase: `the media tracking firm`."""
    for word in reversed(before[-3:]):
        if word.lower() in DETERMINERS or word.endswith(("’s", "'s")):
            return True
        if not word.isalpha() or any(word in words for words in (OPENERS, PREPOSITIONS, AUXILIARIES, SPEECH, VERBS)):
            return False
    return False
