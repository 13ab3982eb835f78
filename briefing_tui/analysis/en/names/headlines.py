"""Find names in headlines, where every word has a capital.

They are only those that the article names too, or that begin with a given name.
"""

import re
from collections.abc import Iterator, Mapping

from briefing_tui.analysis.en.names.groups import Group
from briefing_tui.analysis.en.names.runs import Word, find_runs
from briefing_tui.analysis.en.names.shapes import is_everyday
from briefing_tui.analysis.en.names.splitting import Candidate, make_candidate, split_run
from briefing_tui.analysis.shared.names import name_key
from briefing_tui.languages.english_names import COMMON_WORDS, GIVEN_NAMES, OPENERS
from briefing_tui.languages.english_words import AUXILIARIES

_WORD = re.compile(r"[^\W\d_][\w’'-]{2,}+")
_MANY_WORDS = 5
_FEW_WORDS = 3
_LONGEST = 6


def is_headline(text: str, title: bool = False) -> bool:
    """Return whether most words of a text have a capital, so that capitals show little.

    It is in title case, or all in capitals. `title` means that it is the document's title: then fewer capitals are enough.
    """
    head = text[:300]
    if len(head) > 12 and head.upper() == head:
        return True
    if len(text) > len(head) or ". " in text or text.endswith((":", ";")):
        return False
    words = [found[0] for found in _WORD.finditer(head)]
    if len(words) < (_FEW_WORDS if title else _MANY_WORDS):
        return False
    if any(word[0].islower() and (word not in OPENERS or word in AUXILIARIES) for word in words):
        return False
    everyday = sum(is_everyday(word.lower()) for word in words if word[0].isupper())
    return everyday >= (1 if title else max(3, 0.4 * len(words)))


def find_known_in_headline(text: str, groups: Mapping[str, Group]) -> Iterator[Candidate]:
    """Yield the names of a headline that the rest of the article has too.

    What a given name begins is a name as well. The longest are tried first.
    """
    surnames = {group.core[-1] for group in groups.values() if group.own == "person"}
    for words in find_runs(text):
        at = 0
        while at < len(words):
            count = _known_words(text, words[at:], groups, surnames)
            if count:
                yield make_candidate(text, words[at : at + count])
            elif _begins_person(words[at:]):
                count = 2
                yield from split_run(text, words[at : at + 2])
            at += max(1, count)


def _known_words(text: str, words: list[Word], groups: Mapping[str, Group], surnames: set[str]) -> int:
    """Return how many words from here on are a name of the article; 0 if none are."""
    for count in range(min(_LONGEST, len(words)), 0, -1):
        group = groups.get(name_key(text[words[0].start : words[count - 1].end]))
        if group is not None and (
            group.own in ("person", "organization") or (group.own == "unknown" and words[0].low not in COMMON_WORDS)
        ):
            return count
    return 1 if words[0].low in surnames and words[0].low not in COMMON_WORDS else 0


def _begins_person(words: list[Word]) -> bool:
    if len(words) < 2 or words[0].text.isupper():
        return False
    return words[0].low in GIVEN_NAMES and not {words[0].low, words[1].low} & COMMON_WORDS and not words[1].low.endswith("s")
