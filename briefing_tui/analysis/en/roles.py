"""Find what the article says that an actor is.

It says so in titles, nouns before the name, appositions after it, and `X is a …`.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from itertools import takewhile

from briefing_tui.analysis.en.role_nouns import (
    CALLINGS,
    ENDS_OF_CALLINGS,
    GENERIC,
    is_calling_here,
    is_group,
    is_known_calling,
    is_person_noun,
)
from briefing_tui.analysis.en.role_phrases import DETERMINERS, read_nominal_before, read_shared_before
from briefing_tui.analysis.shared.names import Mention, Name
from briefing_tui.languages.english_names import (
    CALENDAR,
    CAPITAL_TITLES,
    COMMON_WORDS,
    HONORIFICS,
    OPENERS,
    PEOPLES,
    PLACES,
    RELATIVES,
)
from briefing_tui.languages.english_people import ABBREVIATED, GROUP_NOUNS
from briefing_tui.languages.english_speech import SPEECH
from briefing_tui.languages.english_words import AUXILIARIES, PREPOSITIONS, VERBS
from briefing_tui.languages.words import words as word_list
from briefing_tui.text.late_pattern import late_pattern

_MOST_ROLES = 3
_BARE = word_list("en", "bare_nouns")
"""Nouns that say nothing of a person without the words after them."""
_MOST_WORDS = 12
_REACH = 240
_HONORIFICS = word_list("en", "honorifics_without_office")
_LONG = {short: full.capitalize() for short, full in ABBREVIATED.items()}
_AFTER = re.compile(
    r"(?: \([^)]{0,90}\))?,(?: (?:aged )?\d{1,3}(?:,| [―–—]))? (?:who (?:is|was) )?(?:(?:then|now|formerly) )?"
    r"(?P<role>(?:(?:[A-Z]\.){2,}+|[^,.;:()“”\"—–―\n]){3,120})"
)
_LEADING = re.compile(
    r"(?:,? \([^)]{0,90}\))?,(?: (?:aged )?\d{1,3},)? who (?:now |also )?"
    r"(?P<role>(?:heads|leads|runs|chairs|directs|edits|owns|founded|co-founded) [^,.;:()“”\"—–\n]{3,80})"
)
_COPULA = re.compile(
    r"(?:,? \([^)]{0,120}\))?,? (?:is|was|became|remains) (?:now |then )?(?:an?|the) "
    r"(?P<role>(?:(?:[A-Z]\.){2,}+|[^,.;:()“”\"—–―\n]){3,100})"
)
_AS = re.compile(
    r"(?P<led>[^.;:()“”\"—–―\n]{4,90}?) as (?:(?:an?|the|its|his|her|their) )?"
    r"(?P<role>(?:(?:[A-Z]\.){2,}+|[^,.;:()“”\"—–―\n]){3,100}?)"
    r"(?= (?:next|last|this|again|today|yesterday|[a-z]{2,12}ly)\b|[,.;:()“”\"—–―\n]|$)"
)
_AS_REACH = 5
"""The most words from the word that leads to `as` up to it."""
_AS_VERBS = word_list("en", "as_verbs")
_BRACKETED = re.compile(r" \((?P<role>[a-z][^()\n]{3,60})\)")
_DASHED = re.compile(r" [—–―-] (?P<role>(?:the|an?|its|his|her|their) [^.;:()“”\"—–―\n]{3,80}?) [—–―-] ")
_CHUNK_BEFORE = re.compile(
    r"(?:^|[.!?:;,“\"(] ?|\band )"
    r"(?P<role>(?:[Tt]he|[Aa]n?|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir) [^,.;:()“”\"\n]{3,90}), $"
)
_APPOSED = re.compile(r"\b(?:the|an?|another|its|his|her|their) ", re.I)
_TIED = re.compile(r"\b(?!(?:and|but|by|for|from|that|to|with) $)[a-z]+ $", re.I)
"""A word that a phrase belongs to: `in the pub, `, `the head of the service, `, `saw the state, `. A verb of speech is none."""
_MARK = re.compile(r"[,.;:()“”\"\n]")
_WHOLE = re.compile(r"(?P<role>.+)")
_CLOSE_KIN = RELATIVES - word_list("en", "acquaintances")
_KIN = late_pattern(
    r"(?<![\w.’'-])(?P<role>(?:(?:[A-Z][\w.’'-]{0,40} ){0,2}[A-Z][\w-]{1,40}[’'‘]s? )(?:[a-z]+ ){0,2}"
    rf"(?:{'|'.join(sorted(map(re.escape, RELATIVES), key=len, reverse=True))}))(?:,? )$"
)
"""A relative of somebody named: `Ida Reis’s sister, `."""
_OWN_KIN = late_pattern(
    r"(?<![\w’'-])(?P<role>(?:[Hh]is|[Hh]er|[Tt]heir) (?:[a-z]+ ){0,2}"
    rf"(?:{'|'.join(sorted(_CLOSE_KIN, key=len, reverse=True))}))(?:,? )$"
)
"""A relative of somebody named before: `her father, `."""
_CHAIN = late_pattern(r"[\w’'&-]++|(?:[A-Z]\.)++|[A-Z][a-z]{1,4}\.")
_PASSING = word_list("en", "passing_role_adjectives")
_OPINIONS = word_list("en", "degree_words")
"""Words of degree: `a relatively mild critic` is the writer's opinion, and no role."""
_LONGEST_CHAIN = 4
_OFFICE_BEFORE = re.compile(r"(?:^|[.!?:;“\"(] ?)(?P<role>[A-Z][^,.;:()“”\"\n]{3,70}), $")
_CLAUSES = word_list("en", "clause_openers")
_PREDICATES = word_list("en", "predicate_verbs")
_NEW_CLAUSES = frozenset(("one", "the", "his", "her", "a", "an"))
_ENDS_HEAD = word_list("en", "after_head")
_NO_OFFICE = OPENERS - DETERMINERS - frozenset(("to", "of", "for", "and", "at", "in"))
_ACCUSING = word_list("en", "accusing_nouns")


def find_roles(name: Name, texts: Mapping[tuple[str, int | None], str]) -> tuple[str, ...]:
    """Return the actor's roles as the article words them.

    Of roles that repeat each other the fullest is kept, at the place of the first.
    """
    roles: list[str] = []
    for mention in name.mentions:
        text = texts[(mention.place.at, mention.place.paragraph)]
        for role in _roles_at(text, mention, name.kind):
            if not name.name.startswith(role + " "):
                _keep(roles, role)
        if len(roles) > _MOST_ROLES:
            break
    return tuple(roles[:_MOST_ROLES])


def _roles_at(text: str, mention: Mention, kind: str) -> Iterator[str]:
    start, end = mention.place.start or 0, mention.place.end or 0
    after = text[end : end + _REACH]
    before = text[max(0, start - _REACH) : start - len(mention.title) - 1 if mention.title else start]
    if kind == "organization":
        yield from read_nominal_before(before, is_group)
        yield from _described(_CHUNK_BEFORE.search(before.removesuffix("the ")), is_group)
        yield from _described(_AFTER.match(after), is_group, whole=True)
        return
    title = _title(mention.title)
    if title:
        chain = _chain_before(before) if mention.place.at != "title" else ""
        before = before[: len(before) - len(chain)]
        yield chain + title
    yield from read_nominal_before(before, is_person_noun)
    yield from read_shared_before(before, after)
    if kin := _KIN.search(before) or _OWN_KIN.search(before):
        yield kin["role"]
    if mention.place.at == "title" and not title:
        calling = before.rstrip().rpartition(" ")[2]
        if calling.istitle() and calling.lower() in CALLINGS:
            yield calling
    if before.endswith(", "):
        yield from _described(_CHUNK_BEFORE.search(before), is_known_calling)
        if after[:1] in (",", ".", ":", ";"):
            yield from _apposed(before)
        office = _OFFICE_BEFORE.search(before)
        if office and not any(word in SPEECH or word in VERBS or word in _NO_OFFICE for word in office.group("role").split()):
            yield from _described(office, is_known_calling)
    yield from _described(_AFTER.match(after), is_calling_here, whole=True)
    yield from _described(_BRACKETED.match(after) or _DASHED.match(after), is_known_calling, whole=True)
    yield from _copula_role(after)
    yield from _as_role(after)
    leading = _LEADING.match(after)
    if leading:
        words = leading.group("role").split()
        yield " ".join(takewhile(lambda word: word not in _CLAUSES and word != "and", words))


def _copula_role(after: str) -> Iterator[str]:
    """Yield the role in `Ana Reis is a cleaner in Portolan`.

    A noun that is no known calling, and is not known by its ending, needs a place: `is a problem` is an opinion.
    """
    match = _COPULA.match(after)
    found = list(_described(match, is_known_calling))
    for role in found or _described(match, lambda noun, _: is_calling_here(noun, True)):
        head, *rest = re.split(r" (?=(?:at|from|in)\b)", role, maxsplit=1)
        noun = head.rpartition(" ")[2]
        if noun in _ACCUSING:
            continue
        if found or rest or (noun.endswith(ENDS_OF_CALLINGS) and noun not in COMMON_WORDS):
            yield role


def _as_role(after: str) -> Iterator[str]:
    """Yield the role in `Ana Reis, who has served as mayor` and `Ana Reis will continue as manager`."""
    match = _AS.match(after)
    if match and not _AS_VERBS.isdisjoint(word.strip(",").lower() for word in match["led"].split()[-_AS_REACH:]):
        yield from _described(match, is_known_calling)


def _chain_before(before: str) -> str:
    """Return the words of a title before a name: `US ` before `President`, `former Portolan Harbour Board ` before `Chair`."""
    chain: list[str] = []
    words = re.split(r"[—–―(]", before)[-1].split(" ")[:-1] if before.endswith(" ") else []
    for word in reversed(words):
        if word in _PASSING or (word.endswith(("’s", "'s")) and word[:-2] in PLACES):
            chain.append(word)
            break
        if len(chain) == _LONGEST_CHAIN or not _is_of_chain(word):
            break
        chain.append(word)
    return "".join(word + " " for word in reversed(chain))


def _is_of_chain(word: str) -> bool:
    """Return whether a capitalised word is of a country's, an office's or an organisation's name, and opens no sentence."""
    if not word[:1].isupper() or not _CHAIN.fullmatch(word) or word.endswith(("’s", "'s", "’", "'")):
        return False
    low = word.lower()
    if low in OPENERS and not word.isupper():
        return False
    return not any(low in words for words in (CALENDAR, SPEECH, VERBS, PREPOSITIONS, AUXILIARIES))


def _apposed(before: str) -> Iterator[str]:
    """Yield a phrase before a name that is all an apposition: `the mayor of Portolan, `.

    It is the shortest phrase whose noun is a known calling; else one of a few words whose noun may be one, if no preposition
    ties it to the words before.
    """
    openings = [match.start() for match in reversed(list(_APPOSED.finditer(before)))]
    phrases = [before[start:-2] for start in takewhile(lambda start: not _MARK.search(before[start:-2]), openings)]
    for phrase in phrases:
        found = list(_described(_WHOLE.match(phrase), is_known_calling, whole=True))
        if found:
            yield found[0]
            return
    tied = _TIED.search(before[: openings[0]]) if phrases else None
    if phrases and len(phrases[0].split()) <= _LONGEST_CHAIN and (tied is None or tied[0].strip() in SPEECH):
        yield from _described(_WHOLE.match(phrases[0]), is_calling_here, whole=True)


def _title(title: str) -> str:
    """Return a title in full, without the honorifics that are no office."""
    words = [_LONG.get(word.lower().rstrip("."), word) for word in title.split() if word.lower().rstrip(".") not in _HONORIFICS]
    if title.lower().endswith((" marshall", " marshal")):
        return title
    is_office = any(word.lower() in CALLINGS or word.lower() in HONORIFICS or word in CAPITAL_TITLES for word in words)
    return " ".join(words) if is_office or any(word in _LONG.values() for word in words) else ""


def _described(match: re.Match[str] | None, is_head: Callable[[str, bool], bool], whole: bool = False) -> Iterator[str]:
    """Yield a phrase, cut where its clause begins, if its noun is a head.

    One that must be `whole` and is a clause is left out.
    """
    if match and match.string[match.end("role") :][:1].isalnum():
        return
    words = _before_clause(match.group("role").split(), whole) if match else []
    determined = bool(words) and words[0].lower() in DETERMINERS
    if words[:2] == ["one", "of"]:
        words = words[2:]
    bare = words[1:] if words and words[0].lower() in DETERMINERS else words
    while len(bare) > 2 and bare[-1].endswith(("'s", "’s")) and bare[-2] in _ENDS_HEAD:
        bare = bare[:-2]  # 'anchor of Portolan's “Evening Tide”': the pattern ends at the mark
    if bare[-3:] == ["at", "the", "time"]:
        bare = bare[:-3]
    head = list(takewhile(lambda word: word not in _ENDS_HEAD, bare))
    if not head or len(bare) > _MOST_WORDS or (not determined and head[0].lower() in OPENERS):
        return
    noun = head[-1].lower()
    if not _OPINIONS.isdisjoint(bare):
        return
    if (
        noun not in CALLINGS
        and noun not in GROUP_NOUNS
        and (
            len(head) > _LONGEST_CHAIN
            or (head[0][0].isupper() and not noun.endswith(ENDS_OF_CALLINGS))
            or bare[len(head) : len(head) + 1] == ["to"]
        )
    ):
        return
    if not is_head(noun, determined) or noun in GENERIC or bare[-1].lower() in _LONG or DETERMINERS & set(head[:-1]):
        return
    if head[-1][0].isupper() and noun not in CALLINGS:
        return
    while bare[-1] in _ENDS_HEAD:
        bare = bare[:-1]
    yield " ".join(bare)


def _before_clause(words: list[str], whole: bool) -> list[str]:
    """Return the words before a relative clause or a verb.

    There are none if a verb shows that a `whole` phrase is a clause itself.
    """
    for index, word in enumerate(words):
        if index and word in _CLAUSES:
            return words[:index]
        if word in _PREDICATES:
            return [] if whole else words[: index - (words[index - 1] == "and")]
        if word == "and" and words[index + 1 : index + 2] and words[index + 1] in _NEW_CLAUSES:
            return words[:index]
    return words


def _keep(roles: list[str], role: str) -> None:
    """Add a role unless another has it already; a fuller one replaces those it repeats."""
    low = role.casefold()
    if low in RELATIVES or low in _BARE or role in PEOPLES:
        return
    for index, known in enumerate(roles):
        if low in known.casefold() or (role.isupper() and _initials(known).endswith(role)):
            return
        if known.isupper() and _initials(role).endswith(known):
            roles[index] = role
            return
        if known.casefold() in low:
            roles[index] = role
            return
    roles.append(role)


def _initials(role: str) -> str:
    """Return a role's initials: `PM` for `Prime Minister`."""
    return "".join(word[0].upper() for word in role.split())
