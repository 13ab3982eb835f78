"""Split runs of capitalised words into candidates for names.

They are titles, persons, organisations, and the rest.
"""

import re
from typing import NamedTuple

from briefing_tui.analysis.en.names.runs import Word, opens_sentence
from briefing_tui.analysis.en.names.shapes import (
    CALLINGS,
    Kind,
    can_be_person,
    classify,
    is_date,
    is_everyday,
    is_given,
    is_known,
    is_of_people,
    is_organization,
    is_place,
    is_roman,
    is_title,
)
from briefing_tui.languages.english_names import (
    COMMON_WORDS,
    GIVEN_NAMES,
    HONORIFICS,
    LEADING_PARTICLES,
    OPENERS,
    ORGANIZATION_HEADS,
    PEOPLES,
    PLACE_HEADS,
    PLACES,
    RANKS,
    RELATIVES,
    SUFFIXES,
    SURNAMES_TOO,
    THING_HEADS,
    TITLE_MODIFIERS,
)
from briefing_tui.languages.english_people import ROLE_PLURALS
from briefing_tui.languages.words import words as word_list

_PASSING = word_list("en", "passing_title_adjectives")
_PLACE_FIRST = word_list("en", "place_first_words")
_ING_NOUNS = word_list("en", "ing_nouns")
_NATION = re.compile(
    r"(?<![\w.])(?:(?P<nation>U\.[SNK]\.|E\.U\.|US|UN|UK|EU)|(?P<owner>[^\W\d_]+(?: [^\W\d_]+)?)(?P<of>['’]s)) $"
)
_LONGEST_NATION = 24
_CAMPAIGN = re.compile(
    r" (?P<noun>campaign)(?=['’]s\b|,? (?:also |has |had |still |[a-z]+ly )?(?!trails?|managers?|events?|rally|ads?)"
    r"[a-z]+(?:ed|s|aid|ut)\b)"
)
"""The word "campaign" after a candidate's name, where the campaign itself acts: `the Reis campaign said`."""
_LONGEST_CAMPAIGN = 4
_ENDS_OF_TRADES = ("ist", "ologist", "maker", "keeper", "fighter", "worker", "driver", "woman", "grapher")
_PLAIN_HONORIFICS = frozenset(("mr", "mrs", "ms", "dr", "prof", "professor", "sir"))


class Candidate(NamedTuple):
    """A part of a text that may name something, and the title before it.

    `kind` is its kind by its own words. `opens` means that a sentence may begin with it; `the` that an article precedes it;
    `named_the` that this article has a capital inside a sentence; `bracketed` that it is alone in brackets.
    """

    text: str
    words: list[Word]
    start: int
    end: int
    kind: Kind
    title: str = ""
    opens: bool = False
    the: bool = False
    named_the: bool = False
    bracketed: bool = False


def split_run(text: str, words: list[Word]) -> list[Candidate]:
    """Return the candidates of a run of capitalised words, in order.

    Months, openers and lone titles give none.
    """
    while words:
        words = _without_opener(words)
        if not words:
            break
        if is_date(text, words[0]):
            words = words[1:]
        elif _is_title_of(text, words):
            person = _titled(text, words)
            if person:
                return person
            words = words[1:]
        else:
            return _parts(text, _without_postnominals(words))
    return []


def make_candidate(text: str, words: list[Word], kind: Kind = "unknown", title: str = "") -> Candidate:
    """Return the candidate that some words of a text make, whatever their kind by themselves."""
    if kind == "organization":
        words = [*_nation_before(text, words), *words]
    start, end = words[0].start, words[-1].end
    if text[end : end + 1] == "]" and "[" in text[max(0, start - 1) : end]:
        end += 1
    if text[max(0, start - 1) : start] == "[" and "]" in text[start:end]:
        start -= 1
    if len(words) == 1 and kind in ("person", "unknown"):
        start -= _particle_before(text, start)
    if kind != "organization" and text[end - 1] == "." and len(words[-1].text) > 2 and words[-1].low not in SUFFIXES:
        end -= 1
    before = text[max(0, start - 5) : start]
    return Candidate(
        text[start:end].replace("[", "").replace("]", ""),
        words,
        start,
        end,
        kind,
        title,
        opens=words[0].opens,
        the=before.lower().endswith("the "),
        named_the=before.endswith("The ") and not opens_sentence(text, start - 4),
        bracketed=before.endswith("(") and text[end : end + 1] == ")",
    )


def _nation_before(text: str, words: list[Word]) -> list[Word]:
    """Return the words of whose organisation it is, of which many have one.

    Examples are `Russia’s` before `Defense Ministry` and `U.N.` before `Security Council`.
    """
    start = words[0].start
    match = _NATION.search(text[max(0, start - _LONGEST_NATION) : start])
    if match is None or not all(is_everyday(word.low) or word.low in ORGANIZATION_HEADS for word in words):
        return []
    nation = match.group("nation") or match.group("owner")
    if match.group("of"):
        nation = next((name for name in (nation, nation.rpartition(" ")[2]) if name in PLACES), "")
    if not nation:
        return []
    at = start - len(nation) - 1 - len(match.group("of") or "")
    return [Word(nation, at, at + len(nation), nation.lower().rstrip("."))]


def _particle_before(text: str, start: int) -> int:
    """Return how many characters before a surname are its particle: `van` in `van Dorn said`."""
    word = text[max(0, start - 5) : start].rpartition(" ")[0].rpartition(" ")[2]
    return len(word) + 1 if word in LEADING_PARTICLES and text[start - 1] == " " else 0


def _without_opener(words: list[Word]) -> list[Word]:
    """Return the words without what a sentence begins with before a name, and without `Former` or `Interim`."""
    while len(words) > 1 and (words[0].low in _PASSING or _is_participle(words[0])):
        words = words[1:]
    while words and words[0].low in OPENERS and not _starts_name(words):
        words = words[1:]
    return words


def _is_participle(word: Word) -> bool:
    """Return whether a word is a sentence's first word in -ing: `Injecting Reis into the race`."""
    if not word.opens or not word.low.endswith("ing") or len(word.low) < 7:
        return False
    return word.low not in GIVEN_NAMES and word.low not in _ING_NOUNS


def _starts_name(words: list[Word]) -> bool:
    """Return whether a first word that is also an opener belongs to the name: `Will Smith`, `May Li`."""
    return words[0].low in GIVEN_NAMES and len(words) > 1 and words[1].low not in COMMON_WORDS and words[0].low != "an"


def _is_title_of(text: str, words: list[Word]) -> bool:
    """Return whether words are an office of what follows: `President of the Portolan Society`."""
    return len(words) > 1 and is_title(words[0]) and text[words[0].end : words[1].start].startswith((" of ", " for "))


def _without_postnominals(words: list[Word]) -> list[Word]:
    """Return the words without the letters after a person's name: `Ana Reis OBE FRS`."""
    count = len(words)
    while count > 2 and _is_postnominal(words[count - 1]):
        count -= 1
    if words[0].text.isupper() or not (is_given(words[0]) or is_title(words[0])):
        return words
    return words[:count]


def _is_postnominal(word: Word) -> bool:
    return word.text.isupper() and len(word.low) > 1 and not is_roman(word.text)


def _parts(text: str, words: list[Word]) -> list[Candidate]:
    """Return the candidates of a run without openers and dates."""
    if is_known(text, words):
        candidate = make_candidate(text, words, "organization")
        return [candidate._replace(kind="place")] if candidate.the and candidate.text in PLACES else [candidate]
    if is_place(text, words):
        return [make_candidate(text, words, "place")]
    titled = _titled(text, words)
    return _untitled(text, words) if titled is None else titled


def _untitled(text: str, words: list[Word]) -> list[Candidate]:
    if words[0].low == "daily" and len(words) > 2 and not is_organization(text, words[2:]):
        return [make_candidate(text, words[:2], "organization"), *_untitled(text, words[2:])]
    campaign = _CAMPAIGN.match(text, words[-1].end) if len(words) < _LONGEST_CAMPAIGN else None
    if campaign and text.endswith(("the ", "The "), 0, words[0].start) and not is_place(text, words):
        start, end = campaign.span("noun")
        return [make_candidate(text, [*words, Word("campaign", start, end, "campaign")], "organization")]
    if is_place(text, words):
        return [make_candidate(text, words, "place")]
    if is_organization(text, words):
        return [make_candidate(text, words, "organization")]
    words = _without_qualifiers(words)
    return [make_candidate(text, words, classify(text, words))]


def _titled(text: str, words: list[Word]) -> list[Candidate] | None:
    """Return the candidates of a run with a title and a name after it; None without them.

    `Portolan Mayor Ana Reis` is a place, a mayor, and then a person.
    """
    last = max((i for i, word in enumerate(words) if is_title(word) or _is_marshal(words, i)), default=-1)
    if last < 0:
        return None
    if last == len(words) - 1:
        return _title_alone(text, words)
    name = _name_after_title(text, words, last)
    if not name or not can_be_person(name) or not _fits_title(words[last], name):
        return None
    first = words.index(name[0])
    left = last
    while left > 0 and _is_of_title(words[left - 1]):
        left -= 1
    if left > 0 and _is_title_of(text, words):
        left = 0
    title = text[words[left].start : words[first - 1].end]
    return [*_before_title(text, words[:left]), make_candidate(text, name, "person", title)]


def _is_of_title(word: Word) -> bool:
    """Return whether a word before a title is part of it: `Deputy`, `French` and `Economy` before `Minister`."""
    if word.low in TITLE_MODIFIERS or is_title(word) or word.text in PEOPLES:
        return True
    return word.low in COMMON_WORDS and word.low not in OPENERS and word.low not in ORGANIZATION_HEADS


def _is_marshal(words: list[Word], at: int) -> bool:
    """Return whether a word is the rank in `Air Marshall`, as it is often written.

    `Marshall` alone is a given name.
    """
    return at > 0 and words[at].low == "marshall" and words[at - 1].low in ("air", "field")


def _fits_title(title: Word, name: list[Word]) -> bool:
    """Return whether a title is a person's title before these words.

    `Major League Baseball`, `Officer School` and `Miss Universe` have none.
    """
    low = name[0].low
    if len(name) > 1:
        last = name[-1].low
        if last in ORGANIZATION_HEADS or (last in PLACE_HEADS and last not in SURNAMES_TOO):
            return False
        return low in GIVEN_NAMES or low not in COMMON_WORDS
    if (low in SURNAMES_TOO and low not in ORGANIZATION_HEADS) or title.low in _PLAIN_HONORIFICS:
        return low not in OPENERS
    return low not in ORGANIZATION_HEADS and low not in THING_HEADS and low not in COMMON_WORDS


def _title_alone(text: str, words: list[Word]) -> list[Candidate] | None:
    """Return the candidates of a run that ends with a title and so has no name after it; None for others.

    It is an office, or an organisation's word (`Board Chair`).
    """
    if len(words) > 1 and text[words[-2].end : words[-1].start].startswith((" of", " for")):
        return None
    rest = words[:-1]
    while rest and (is_title(rest[-1]) or rest[-1].low in TITLE_MODIFIERS):
        rest = rest[:-1]
    if not rest:
        return []
    if (words[-1].low in HONORIFICS and words[-1].low not in RANKS) or (len(rest) > 1 and rest[0].low in GIVEN_NAMES):
        return None
    return _before_title(text, rest)


def _name_after_title(text: str, words: list[Word], last: int) -> list[Word]:
    """Return the name's words after the title.

    In `Secretary of State Ana Reis` and `Miss Portolan Ana Reis` they begin at the given name.
    """
    name = words[last + 1 :]
    between = text[words[last].end : name[0].start]
    if " of" in between or " for" in between:
        if words[last].low in HONORIFICS and words[last].low not in RANKS:
            return []
        return next((name[index:] for index in range(1, len(name) - 1) if name[index].low in GIVEN_NAMES), [])
    if len(name) > 2 and name[0].low in COMMON_WORDS and name[0].low not in GIVEN_NAMES and name[1].low in GIVEN_NAMES:
        return name[1:]
    return name


def _before_title(text: str, words: list[Word]) -> list[Candidate]:
    """Return what the words before a title name: `Portolan` before `Mayor Ana Reis`, nothing for `Former`."""
    words = _without_opener(words)
    if not words or (len(words) == 1 and (words[0].low in TITLE_MODIFIERS or words[0].text in PEOPLES)):
        return []
    return _untitled(text, words)


def _without_qualifiers(words: list[Word]) -> list[Word]:
    """Return words without a leading nationality, party, calling or everyday word before a person's name."""
    while len(words) > 2 and not is_given(words[0]) and _is_qualifier(words[0]) and _has_given(words[1:-1]):
        words = words[1:]
    while len(words) > 2 and _is_trade_before_name(words):
        words = words[1:]
    if len(words) == 2 and words[0].low in GIVEN_NAMES and is_of_people(words[0]):
        return words  # `Finn Lund`, `Dane Reis`
    if len(words) == 2 and words[0].low in _PLACE_FIRST:
        return words  # `West Quarn`
    if len(words) == 2 and (is_of_people(words[0]) or words[0].low in CALLINGS) and words[1].low not in COMMON_WORDS:
        return words[1:]
    return words


def _is_trade_before_name(words: list[Word]) -> bool:
    """Return whether a word is a nationality or trade before a name that is in no list: `Plumber Anvel Torrid`.

    All the words after it could be of a person's name.
    """
    first, name = words[0], words[1:]
    if first.low in GIVEN_NAMES or not all(_is_unheard(word) for word in name) or not can_be_person(name):
        return False
    if is_of_people(first):
        return True
    parts = first.low.split("-")
    if parts[-1] in CALLINGS or first.low in ROLE_PLURALS:
        return True
    is_parent = len(parts) > 1 and (parts[0] in CALLINGS or parts[0] in RELATIVES)  # `Mother-of-two`
    return first.opens and (is_parent or first.low.endswith(_ENDS_OF_TRADES))


def _is_unheard(word: Word) -> bool:
    return not any(char.isdigit() for char in word.text) and not word.text.isupper() and not is_everyday(word.low)


def _has_given(words: list[Word]) -> bool:
    return (words[0].low in GIVEN_NAMES) or any(is_given(word) for word in words)


def _is_qualifier(word: Word) -> bool:
    return word.text in PEOPLES or word.low in CALLINGS or word.low in COMMON_WORDS or word.text in PLACES
