"""Candidates for names: a run of capitalised words parted into titles, persons, organisations, and what is neither."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from briefing_tui.analysis.gazetteer_organizations import known_organizations, of_heads, organization_heads, plain_capitals
from briefing_tui.analysis.gazetteer_people import given_names, honorifics, modifiers, occupations, particles, ranks, suffixes
from briefing_tui.analysis.gazetteer_places import cities, peoples, place_heads, places
from briefing_tui.analysis.gazetteer_words import calendar, common_words, openers, thing_heads
from briefing_tui.analysis.names_runs import Run, Word, opens_sentence
from briefing_tui.analysis.words import ROLE_NOUNS

Kind = Literal["person", "organization", "place", "thing", "title", "unknown"]

_INITIAL = re.compile(r"(?:[^\W\d_]\.?){1,3}|(?:[^\W\d_]\.-?){1,3}")
_ROMAN = re.compile(r"[IVX]{1,5}")
_ACRONYM = re.compile(r"(?:[A-ZÀ-Þ]\.?){2,7}s?|[A-Z]{1,4}&[A-Z]{1,4}|[A-Z]{2,5}-?\d{0,3}")
_ING_NOUNS = frozenset(
    ("morning", "evening", "building", "housing", "banking", "beijing", "wyoming", "fleming", "browning", "reading", "sterling")
)
_PASSING = frozenset(("former", "interim", "acting", "retired", "longtime", "ex", "then", "outgoing", "incoming", "disgraced"))
_PLAIN_HONORIFICS = frozenset(("mr", "mrs", "ms", "dr", "prof", "professor", "sir"))


@dataclass(slots=True)
class Candidate:
    """A stretch of a text that may name something: what its own words make of it, and the title before it."""

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


@cache
def _callings() -> frozenset[str]:
    """What a person can be called before a name, in lower case: occupations, ranks, party and kin."""
    return (
        occupations() | ROLE_NOUNS | ranks() | frozenset("democrat republican libertarian conservative socialist nominee".split())
    )


def is_date(text: str, word: Word) -> bool:
    """Whether a word is a month or a weekday here, and not someone's given name."""
    if word.low not in calendar():
        return False
    after, before = text[word.end : word.end + 5], text[max(0, word.start - 9) : word.start].lower()
    if word.low not in given_names() or after[:2].strip()[:1].isdigit() or before[-2:-1].isdigit():
        return True
    return (
        before.endswith(("in ", "of ", "since ", "until ", "last ", "next ", "by ", "late ", "early ", "from ", "this ", "to "))
        and not after[1:2].isupper()
    )


def is_acronym(word: str) -> bool:
    """Whether a word is written in capitals as an organisation's initials are."""
    return (
        bool(_ACRONYM.fullmatch(word)) and word not in plain_capitals() and word.upper().replace(".", "") not in plain_capitals()
    )


def split(text: str, run: Run) -> list[Candidate]:
    """The candidates of a run of capitalised words, in order; months, openers and lone titles yield none."""
    words = run.words
    found: list[Candidate] = []
    while words:
        words = _without_opener(words)
        if not words:
            break
        if is_date(text, words[0]):
            words = words[1:]
            continue
        if _is_title_of(text, words):
            person = _titled(text, words)
            if person:
                return [*found, *person]
            words = words[1:]
            continue
        return [*found, *_parts(text, _without_postnominals(words))]
    return found


def _is_title_of(text: str, words: list[Word]) -> bool:
    """'President of the Portolan Society': an office of what follows."""
    if len(words) < 2 or not _is_title(words[0]):
        return False
    return text[words[0].end : words[1].start].startswith((" of ", " for "))


def _without_postnominals(words: list[Word]) -> list[Word]:
    """Drops the letters after a person's name: 'Ana Reis OBE FRS'."""
    count = len(words)
    while (
        count > 2
        and words[count - 1].text.isupper()
        and len(words[count - 1].low) > 1
        and not _ROMAN.fullmatch(words[count - 1].text)
    ):
        count -= 1
    person = words[:count]
    if count == len(words) or person[0].text.isupper() or not (_given(person[0]) or _is_title(person[0])):
        return words
    return person


def _without_opener(words: list[Word]) -> list[Word]:
    while len(words) > 1 and words[0].low in _PASSING:
        words = words[1:]
    while words and (words[0].low in openers() and not _starts_name(words) or len(words) > 1 and _is_participle(words[0])):
        words = words[1:]
        if words:
            words[0].opens = words[0].opens and words[0].low in common_words()
    return words


def _is_participle(word: Word) -> bool:
    """'Injecting Reis into the race': a sentence's first word in -ing."""
    return word.opens and word.low.endswith("ing") and len(word.low) > 6 and word.low not in given_names() | _ING_NOUNS


def _starts_name(words: list[Word]) -> bool:
    """'Will Smith' and 'May Li' keep a first word that is also an opener."""
    return words[0].low in given_names() and len(words) > 1 and words[1].low not in common_words() and words[0].low != "an"


def _parts(text: str, words: list[Word]) -> list[Candidate]:
    """The candidates that a run makes once openers and dates are off."""
    whole = _joined(text, words)
    if _is_known(text, words):
        return [_candidate(text, words, "organization")]
    if whole in places() or (whole.isupper() and len(whole) > 3 and whole.title() in places()):
        return [_candidate(text, words, "place")]
    titled = _titled(text, words)
    if titled is not None:
        return titled
    if _is_organization(text, words):
        return [_candidate(text, words, "organization")]
    words = _without_modifiers(words)
    return [_candidate(text, words, _kind(text, words))] if words else []


def _is_known(text: str, words: list[Word]) -> bool:
    """An organisation known by name, 'The' before it counting where that tells it from the everyday word."""
    whole = _joined(text, words)
    return whole in known_organizations() or (
        text[max(0, words[0].start - 4) : words[0].start] == "The " and "The " + whole in known_organizations()
    )


def _titled(text: str, words: list[Word]) -> list[Candidate] | None:
    """A title somewhere in the run with a name after it: 'Portolan Mayor Ana Reis' is a mayor, and then a person."""
    last = max((i for i, word in enumerate(words) if _is_title(word)), default=-1)
    if last < 0:
        return None
    if last == len(words) - 1:
        return _title_alone(text, words)
    name = _name_after_title(text, words, last)
    if not name or not _can_be_person(name) or not _fits_title(words[last], name):
        return None
    first = words.index(name[0])
    left = last
    while left > 0 and (words[left - 1].low in modifiers() or _is_title(words[left - 1]) or words[left - 1].text in peoples()):
        left -= 1
    person = _candidate(text, name, "person")
    person.title = text[words[left].start : words[first - 1].end]
    before = words[:left]
    return [*(_plain(text, before) if before else []), person]


def _fits_title(title: Word, name: list[Word]) -> bool:
    """'Major League Baseball', 'Officer School' and 'Miss Universe' hold no title of a person."""
    if len(name) == 1:
        low = name[0].low
        if low in _SURNAMES_TOO or title.low in _PLAIN_HONORIFICS:
            return low not in openers()
        return low not in organization_heads() and low not in thing_heads() and low not in common_words()
    return name[0].low in given_names() or (name[0].low not in common_words() and name[-1].low not in organization_heads())


def _title_alone(text: str, words: list[Word]) -> list[Candidate] | None:
    """A run that ends with a title has no name after it: an office, or an organisation's word ('Board Chair')."""
    rest = words[:-1]
    while rest and (_is_title(rest[-1]) or rest[-1].low in modifiers()):
        rest = rest[:-1]
    if not rest:
        return []
    if words[-1].low in honorifics() and words[-1].low not in ranks():
        return None
    if len(rest) > 1 and rest[0].low in given_names():
        return None
    return _plain(text, rest)


def _name_after_title(text: str, words: list[Word], last: int) -> list[Word]:
    """The name's words after the title; 'Secretary of State Ana Reis' begins it at a given name."""
    name = words[last + 1 :]
    between = text[words[last].end : name[0].start]
    if " of" in between or " for" in between:
        if words[last].low in honorifics() and words[last].low not in ranks():
            return []
        for index in range(1, len(name)):
            if name[index].low in given_names() and index < len(name) - 1:
                return name[index:]
        return []
    return name


def _plain(text: str, words: list[Word]) -> list[Candidate]:
    words = _without_modifiers(_without_opener(words))
    if not words or (len(words) == 1 and (words[0].low in modifiers() or words[0].text in peoples())):
        return []
    if _is_organization(text, words):
        return [_candidate(text, words, "organization")]
    return [_candidate(text, words, _kind(text, words))]


def _without_modifiers(words: list[Word]) -> list[Word]:
    """Drops a leading nationality, party, calling or everyday word before what looks like a person's name."""
    while len(words) > 2 and words[1].low in given_names() and not _given(words[0]) and _is_qualifier(words[0]):
        words = words[1:]
    if len(words) == 2 and (words[0].text in peoples() or words[0].low in _callings()) and words[1].low not in common_words():
        return words[1:]
    return words


def _is_qualifier(word: Word) -> bool:
    return word.text in peoples() or word.low in _callings() or word.low in common_words() or word.text in places()


def _given(word: Word) -> bool:
    return word.low in given_names() and word.low not in common_words()


def _is_title(word: Word) -> bool:
    return (word.low in honorifics() or word.low in ranks()) and word.low != "st"


def _is_organization(text: str, words: list[Word]) -> bool:
    """Whether the words themselves say that an organisation is meant."""
    if _is_known(text, words):
        return True
    if len(words) == 1:
        return is_acronym(words[0].text) and len(words[0].text) < 7
    lows = [word.low for word in words]
    if lows[-1] in organization_heads() and not (
        lows[0] in given_names() and len(words) == 2 and lows[-1] in ("guard", "church", "house", "order", "press")
    ):
        return True
    for at, low in enumerate(lows[:-1]):
        if low in of_heads() and text[words[at].end : words[at + 1].start].startswith((" of", " for")):
            return True
    if any(low in ("inc", "ltd", "corp", "llc", "plc", "gmbh", "&") for low in lows):
        return True
    return _is_team(text, words)


def _is_team(text: str, words: list[Word]) -> bool:
    """A city or state and a plural, as clubs are named: 'Portolan Gulls', where the place is a known one."""
    last = words[-1]
    if (
        not last.low.endswith(("s", "x"))
        or last.low in place_heads()
        or last.low in thing_heads()
        or last.text in peoples()
        or len(words) > 4
    ):
        return False
    if last.low in _callings() or (last.low.endswith("s") and last.low[:-1] in _callings()):
        return False
    head = text[words[0].start : words[-2].end]
    return any(head == place or head.startswith(place + " ") for place in _leading_places(text, words)) and len(last.text) > 2


def begins_at_place(candidate: "Candidate") -> bool:
    """'Las Vegas Strip', 'The Brooklyn Paper': a city or state, and something of it."""
    names = candidate.text.split(" ")
    return len(names) > 1 and (names[0] in cities() or " ".join(names[:2]) in cities()) and names[0].lower() not in given_names()


def _leading_places(text: str, words: list[Word]) -> list[str]:
    return [
        name for count in (1, 2, 3) if count < len(words) and (name := text[words[0].start : words[count - 1].end]) in cities()
    ]


def _kind(text: str, words: list[Word]) -> Kind:
    whole = _joined(text, words)
    lows = [word.low for word in words]
    if whole in places() or (whole.isupper() and len(whole) > 3 and whole.title() in places()):
        return "place"
    if len(words) == 1:
        return _single_kind(words[0])
    if words[0].low in honorifics() and words[-1].low in common_words():
        return "thing"
    if len(words) > 1 and _INITIAL.fullmatch(words[0].text) and words[0].text.endswith(".") and _looks_personal(words):
        return "person"
    if lows[-1] in place_heads() and not (lows[0] in given_names() and len(words) == 2 and lows[-1] in _SURNAMES_TOO):
        return "place"
    if all(_is_of_people(word) or word.text in places() for word in words) or (
        _is_of_people(words[-1]) and (len(words) > 2 or lows[0] not in given_names())
    ):
        return "thing"
    if lows[-1] in thing_heads() and not (lows[0] in given_names() and len(words) == 2 and lows[-1] in _SURNAMES_TOO):
        return "thing"
    if _looks_personal(words):
        return "person"
    return "thing" if words[-1].text in places() and words[0].low not in given_names() else "unknown"


_SURNAMES_TOO = frozenset(
    "hill hills day law street lane rivers brook brooks woods field fields ford park parks banks rice case marsh lake cape forest island ridge gates hall garden "
    "summers winters winter bond book ball bell war march may june price rose young king knight bishop pope prince abbot church house wall west east north south weeks "
    "drive castle tower towers green wood stone key mount way bridges wells waters grant story speaks".split()
)


def _is_of_people(word: Word) -> bool:
    """A nationality, also 'French-born' and 'German-Russian'."""
    return word.text in peoples() or ("-" in word.text and word.text.split("-")[0] in peoples())


def _single_kind(word: Word) -> Kind:
    if _is_of_people(word):
        return "thing"
    if word.text.isupper() and is_acronym(word.text) and word.low not in common_words():
        return "organization"
    if word.low in _callings() and word.low not in given_names():
        return "title"
    if word.low in organization_heads() or word.low in place_heads() or word.low in thing_heads():
        return "title"
    return "unknown"


def _looks_personal(words: list[Word]) -> bool:
    """Given name or initials, then a surname."""
    lows = [word.low for word in words]
    if len(words) > 6 or any(char.isdigit() for word in words for char in word.text):
        return False
    if not _can_be_person(words):
        return False
    if _given(words[0]) or (lows[0] in given_names() and not words[0].opens):
        return (
            lows[-1] not in common_words()
            or lows[-1] in _SURNAMES_TOO
            or (len(words) == 2 and _given(words[0]) and not words[0].opens and _rare_pair(words))
        )
    if _INITIAL.fullmatch(words[0].text) and words[0].text.endswith("."):
        return lows[-1] not in openers()
    return False


def _rare_pair(words: list[Word]) -> bool:
    """'Ana Savage', 'Kate Winter': a sure given name before an everyday word that no list of things ends with."""
    low = words[1].low
    return (
        not low.endswith(("ing", "tion", "ment", "ness"))
        and low not in thing_heads()
        and low not in organization_heads()
        and low not in openers()
    )


def _can_be_person(words: list[Word]) -> bool:
    core = [word for word in words if word.low not in suffixes() and not _ROMAN.fullmatch(word.text)]
    if not core or len(core) > 6:
        return False
    last = core[-1]
    if last.low in organization_heads() and last.low not in _SURNAMES_TOO and len(core) > 1:
        return False
    if is_acronym(last.text) and len(core) > 1 and not _all_capitals(core):
        return False
    return not (last.text in peoples() and last.low not in given_names() and len(core) == 1)


def _all_capitals(words: list[Word]) -> bool:
    return all(word.text.isupper() for word in words)


def _joined(text: str, words: list[Word]) -> str:
    return text[words[0].start : words[-1].end]


def candidate_of(text: str, words: list[Word]) -> Candidate:
    """The candidate that some words of a text make, whatever they look like."""
    return _candidate(text, words, "unknown")


def _candidate(text: str, words: list[Word], kind: Kind) -> Candidate:
    start, end = words[0].start, words[-1].end
    before = text[max(0, start - 5) : start]
    the = before.lower().endswith("the ")
    named_the = before.endswith("The ") and not opens_sentence(text, start - 4)
    bracketed = before.endswith("(") and text[end : end + 1] == ")"
    if text[end : end + 1] == "]" and "[" in text[max(0, start - 1) : end]:
        end += 1
    if text[max(0, start - 1) : start] == "[" and "]" in text[start:end]:
        start -= 1
    if kind != "organization" and text[end - 1] == "." and len(words[-1].text) > 2 and words[-1].low not in suffixes():
        end -= 1
    return Candidate(
        text[start:end].replace("[", "").replace("]", ""),
        words,
        start,
        end,
        kind,
        opens=words[0].opens,
        the=the,
        named_the=named_the,
        bracketed=bracketed,
    )


def without_particles(words: list[Word]) -> list[Word]:
    """The words of a person's name that are not particles or suffixes."""
    core = [word for word in words if word.low not in suffixes() and word.low not in particles()]
    return core or words
