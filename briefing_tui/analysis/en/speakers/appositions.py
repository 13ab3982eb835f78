"""Find a second speaker, a name in apposition or a role beside a noun phrase."""

from collections.abc import Sequence

from briefing_tui.analysis.en.grammar.clauses import skip_group
from briefing_tui.analysis.en.grammar.phrases import Phrase
from briefing_tui.languages import english_people as people
from briefing_tui.languages import english_words as lexicon
from briefing_tui.languages.english_names import OCCUPATIONS
from briefing_tui.languages.words import words as word_list

_BEFORE_PAIR = frozenset({"punctuation", "verb", "adverb", "conjunction", "that", "subordinator"})
_NO_ROLES = lexicon.TIME_NOUNS | lexicon.DOCUMENT_NOUNS | people.GROUP_NOUNS | word_list("en", "no_callings")
_LONGEST_AGE = 4
_BEHIND_NAME = frozenset({"verb", "quote", "preposition", "relative"})


def find_pair(items: Sequence[Phrase], subject: int) -> tuple[int, int] | None:
    """Return the indexes of two joined speakers; None if the subject is no such speaker.

    Examples are `Hahn and Brandt said` and `Hahn and her allies said`.
    """
    for first in (subject - 2, subject):
        if first < 0 or first + 2 >= len(items) or items[first + 1].low != "and":
            continue
        second = items[first + 2]
        is_pair = second.kind == "name" or (second.kind == "noun" and second.plural)
        if items[first].kind == "name" and is_pair and not items[first].owner:
            before = items[first - 1].kind if first else "punctuation"
            behind = items[first + 3].kind if first + 3 < len(items) else "punctuation"
            if before in _BEFORE_PAIR and behind in ("punctuation", "verb", "adverb", "auxiliary"):
                return first, first + 2
    return None


def find_apposed_name(items: Sequence[Phrase], subject: int) -> Phrase | None:
    """Return the name in `the group's president, Mary Jones,`; None without one."""
    at = skip_group(items, subject)
    if at + 1 < len(items) and items[at].kind == "preposition" and items[at + 1].kind == "adverb":
        at += 2  # 'the club's president at the time, Mary Jones,'
    name = at + 1
    while name < min(at + 3, len(items)) and items[name].kind in ("word", "adverb"):
        name += 1
    if name >= len(items) or items[at].text != "," or items[name].kind != "name" or items[name].owner:
        return None
    behind = skip_group(items, name)
    if behind >= len(items) or items[behind].text in ",.):" or items[behind].kind in _BEHIND_NAME:
        return items[name]
    return None


def is_role(phrase: Phrase) -> bool:
    """Return whether a noun phrase beside a name says who that is.

    It is a known role, or any noun with an article.
    """
    if phrase.head in people.ROLE_NOUNS or phrase.head in OCCUPATIONS:
        return True
    return phrase.low in ("a", "an", "the") and not phrase.plural and phrase.head.isalpha() and phrase.head not in _NO_ROLES


def find_age(items: Sequence[Phrase], index: int) -> str:
    """Return the age behind a name, as others call it.

    It is `45-year-old` for `Jane Doe, 45,`, and "" without one.
    """
    if index + 2 >= len(items) or items[index + 1].text not in (",", "("):
        return ""
    age = items[index + 2].text
    return f"{age}-year-old" if age.isdigit() and len(age) < _LONGEST_AGE else ""


def find_introduced_role(items: Sequence[Phrase], index: int) -> Phrase | None:
    """Return the role behind a name and a comma; None without one.

    It is `president of the club` in `Jane Doe, president of the club,`, or the `who` of a relative clause. A place has none
    behind it (`In Portolan, the president`).
    """
    at = index + 1
    if at < len(items) and items[at].text == "(":
        at = skip_group(items, index)
    if at + 1 >= len(items) or items[at].text not in (",", "—", "–", "--"):
        return None
    role = items[at + 1]
    if index and items[index - 1].low in ("in", "at"):
        return None
    if role.kind != "noun" or not is_role(role):
        return role if role.low.startswith("who") else None
    behind = skip_group(items, at + 1)
    finite = behind < len(items) and items[behind].kind in ("verb", "auxiliary", "word", "adverb")
    return None if finite and items[behind - 1].text != ")" else role
