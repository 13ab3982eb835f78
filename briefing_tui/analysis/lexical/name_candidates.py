"""Find the words of a text that may be names.

Their own words, and those beside them, show of which kind they are.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Literal

from msgspec import Struct

from briefing_tui.analysis.lexical.lexicon import Gender, Lexicon
from briefing_tui.analysis.lexical.tokens import LexicalToken

NameKind = Literal["person", "organization", "unknown"]

_LONGEST = 5
"""The most words of a person's name."""
_LONGEST_ORGANIZATION = 9
_LONGEST_NEWSPAPER = 4
_ARABIC = ("al-", "el-", "ad-", "as-", "ar-", "ash-", "at-", "az-", "an-", "ben-", "ibn-", "abu-")
"""Articles that begin a surname written in small letters: `al-Scharaa`."""
_CLOSING = '“”"«»‘’'
_ACRONYM = re.compile(r"[A-ZÄÖÜ]{2,6}(?:-[A-Z]{1,3})?|[A-ZÄÖÜ][a-zäöü]?[A-ZÄÖÜ]{1,4}")
_INITIAL = re.compile(r"[A-ZÄÖÜ]\.?|(?:[A-Z]\.){2,}")
CLUBS = frozenset(("FC", "SC", "SV", "VfB", "VfL", "TSV", "TSG", "FSV", "TuS", "SpVgg", "Borussia", "RB", "IHK"))
"""Words that open the names of clubs and chambers without another noun."""
_QUOTING = '“”"„«»‚‘'
_SENTENCE_MARKS = '.!?:…“”"„«»–—'


class NameCandidate(Struct, gc=False):
    """Words of a text that may be a name.

    `first` and `last` are token indexes, the latter exclusive; `title` are the roles and forms of address before it. `certain`
    means that the words or their neighbours show the kind. `short` is an acronym in brackets behind an organisation.
    """

    kind: NameKind
    first: int
    last: int
    text: str
    start: int
    end: int
    title: str = ""
    gender: Gender = ""
    certain: bool = True
    short: str = ""


class CandidateFinder:
    """A reader of texts that finds candidates for names."""

    def __init__(self, lexicon: Lexicon, common: frozenset[str]) -> None:
        """Take the lexicon, and words in lower case that the article uses as common ones."""
        self._lexicon = lexicon
        self._common = common
        self._company_nouns = tuple(lexicon.company_nouns)
        self._media_endings = tuple(lexicon.media_nouns)

    def find(self, text: str, tokens: Sequence[LexicalToken]) -> Iterator[NameCandidate]:
        """Yield the candidates of a text in order; they do not overlap."""
        at = 0
        while at < len(tokens):
            if not tokens[at].capital:
                at += 1
                continue
            found = self._organization(text, tokens, at) or self._person(text, tokens, at)
            if found is None:
                at += 1
                continue
            if found.kind != "unknown":
                yield found
            at = max(at + 1, found.last)

    # Organisations

    def _organization(self, text: str, tokens: Sequence[LexicalToken], at: int) -> NameCandidate | None:
        lexicon = self._lexicon
        token = tokens[at]
        last = self._known(text, tokens, at)
        if not last and self._is_place(text, tokens, at):
            return NameCandidate("unknown", at, at + 2, "", 0, 0)
        last = last or self._opened(tokens, at) or self._company(tokens, at) or self._newspaper(tokens, at)
        if last:
            return self._make("organization", text, tokens, at, last)
        named = self._introduced(text, tokens, at)
        if named is not None:
            return named
        tail = token.low.rpartition("-")[2]
        if tail != token.low and tail in lexicon.named_after:
            return self._make("organization", text, tokens, at, self._tail(tokens, at + 1))
        if self._is_acronym(token) and not self._is_given(token):
            if len(token.text) == 2 and at and tokens[at - 1].text == "(" and token.text not in lexicon.known_organizations:
                return None
            if at + 1 < len(tokens) and tokens[at + 1].text in lexicon.places and tokens[at + 1].start == token.end + 1:
                return self._make("organization", text, tokens, at, at + 2)
            is_part = at + 1 < len(tokens) and self._is_surname(tokens, at + 1) and tokens[at + 1].start == token.end + 1
            if not is_part or self._is_apposed(tokens, at):
                return self._make("organization", text, tokens, at, at + 1, certain=token.text not in lexicon.places)
            return None
        if lexicon.is_generic_organization(token.low) and at + 1 < len(tokens) and tokens[at + 1].text in lexicon.places:
            return self._make("organization", text, tokens, at, at + 2)
        if (
            lexicon.is_generic_organization(token.low)
            and at + 2 < len(tokens)
            and tokens[at + 1].low in lexicon.organization_tails
        ):
            last = self._tail(tokens, at + 1)
            return self._make("organization", text, tokens, at, last) if last > at + 2 else None
        last = self._of_members(tokens, at)
        if last:
            return self._make("organization", text, tokens, at, last)
        if lexicon.role(token.low) is not None or not lexicon.is_organization(token.low):
            return None
        behind = tokens[at + 1] if at + 1 < len(tokens) else None
        if behind is not None and behind.capital and (self._is_acronym(behind) or behind.text in lexicon.known_organizations):
            return None  # `des Geheimdienstes CIA`: the noun says what the name is
        if not lexicon.nouns_have_capitals and self._opens_sentence(tokens, at):
            return None
        return self._make("organization", text, tokens, at, self._tail(tokens, at + 1))

    def _known(self, text: str, tokens: Sequence[LexicalToken], at: int) -> int:
        known = self._lexicon.known_organizations
        for last in range(min(at + 4, len(tokens)), at, -1):
            name = text[tokens[at].start : tokens[last - 1].end]
            if name in known or (name.endswith("s") and name[:-1] in known and len(name) > 4):
                if last == at + 1 and self._is_doubtful(tokens, at):
                    return 0
                return last
        return 0

    def _is_place(self, text: str, tokens: Sequence[LexicalToken], at: int) -> bool:
        """Return whether two words are the name of a place."""
        return at + 1 < len(tokens) and text[tokens[at].start : tokens[at + 1].end] in self._lexicon.places

    def _introduced(self, text: str, tokens: Sequence[LexicalToken], at: int) -> NameCandidate | None:
        """Return the organisation that a noun before it introduces, in quotation marks or not: `die Zeitung „Kurier“`."""
        lexicon = self._lexicon
        quoted = at > 0 and tokens[at - 1].text in _QUOTING
        noun = tokens[at - 2] if quoted and at > 1 else tokens[at - 1] if at else None
        if noun is None:
            return None
        if len(tokens[at].text) < 2:
            return None
        introduces = noun.capital and (lexicon.is_generic_organization(noun.low) or lexicon.is_organization(noun.low))
        last = at
        while last < len(tokens) and tokens[last].capital and last - at < _LONGEST:
            last += 1
        closed = quoted and last < len(tokens) and tokens[last].text in _QUOTING
        if tokens[at].text in lexicon.organizations_also_words and (closed or introduces):
            return self._make("organization", text, tokens, at, at + 1)
        if introduces and closed:
            return self._make("organization", text, tokens, at, last)
        if introduces and not quoted and not self._is_plain(tokens[at]) and tokens[at].text not in lexicon.places:
            if self._is_given(tokens[at]) or not lexicon.is_generic_organization(noun.low):
                return None
            return self._make("organization", text, tokens, at, last)
        return None

    def _is_doubtful(self, tokens: Sequence[LexicalToken], at: int) -> bool:
        """Return whether a name that is also a word opens its sentence, or is part of a person's name."""
        after = tokens[at + 1] if at + 1 < len(tokens) else None
        before = tokens[at - 1] if at else None
        if before is not None and before.kind == "word" and self._is_given(before):
            return True
        return after is not None and after.capital and self._is_given(tokens[at]) and not self._lexicon.is_common(after.low)

    def _opened(self, tokens: Sequence[LexicalToken], at: int) -> int:
        """Return where the name of an organisation ends that a word like `Universität` opens; 0 without one."""
        if tokens[at].text not in self._lexicon.organization_openers:
            return 0
        last = at + 1
        while last < len(tokens) and last - at < _LONGEST_ORGANIZATION and tokens[last].capital:
            if tokens[last].low in self._lexicon.time_nouns or self._lexicon.role(tokens[last].low):
                break
            if last > at + 1 and self._is_word(tokens[last]) and not self._is_organization_noun(tokens[last]):
                break
            last += 1
        if last == at + 1:
            return 0
        if not any(self._is_organization_noun(token) for token in tokens[at:last]) and tokens[at].text not in CLUBS:
            return 0
        return self._tail(tokens, last)

    def _is_organization_noun(self, token: LexicalToken) -> bool:
        return self._lexicon.is_organization(token.low) or self._lexicon.is_generic_organization(token.low)

    def _tail(self, tokens: Sequence[LexicalToken], last: int) -> int:
        """Return where the name of an organisation ends, with `für …`, `der …` or a place behind it.

        A longer tail needs an acronym in brackets, which shows that it belongs to the name.
        """
        lexicon = self._lexicon
        if last < len(tokens) and tokens[last].capital and tokens[last].text in lexicon.places:
            return last + 1
        if last + 1 < len(tokens) and tokens[last].low in lexicon.organization_tails and tokens[last + 1].capital:
            end = last + 2
            while end < len(tokens) and tokens[end].capital and not self._is_given(tokens[end]):
                end += 1
            while end + 1 < len(tokens) and tokens[end].low in lexicon.organization_joiners and tokens[end + 1].capital:
                end += 2
            return end
        return last

    def _of_members(self, tokens: Sequence[LexicalToken], at: int) -> int:
        """Return where the name of an association ends that says who its members are: `Verband der Köche`; 0 without one."""
        lexicon = self._lexicon
        if tokens[at].low not in lexicon.associations or at + 2 >= len(tokens) or tokens[at + 1].low not in lexicon.plural_owners:
            return 0
        last = at + 2
        while (
            last < min(at + 5, len(tokens)) and not tokens[last].capital and tokens[last].low.endswith(lexicon.adjective_endings)
        ):
            last += 1
        if last >= len(tokens) or not tokens[last].capital:
            return 0
        while last < min(at + 6, len(tokens)) and tokens[last].capital and not self._is_given(tokens[last]):
            last += 1
        return last

    def _newspaper(self, tokens: Sequence[LexicalToken], at: int) -> int:
        """Return where the name of a newspaper ends: `Frankfurter Rundschau`; 0 without one."""
        last = at + 1
        while last < min(at + _LONGEST_NEWSPAPER, len(tokens)) and tokens[last].capital:
            last += 1
            if not tokens[last - 1].low.endswith(self._media_endings):
                continue
            is_quoted = at > 0 and tokens[at - 1].text in _QUOTING and last < len(tokens) and tokens[last].text in _QUOTING
            is_named = tokens[at].low.endswith(self._lexicon.adjective_endings) and not self._opens_sentence(tokens, at)
            return last if is_quoted or (is_named and tokens[last - 1].low in self._lexicon.media_nouns) else 0
        return 0

    def _company(self, tokens: Sequence[LexicalToken], at: int) -> int:
        """Return where the name of a company ends that has a legal form behind it; 0 without one."""
        lexicon = self._lexicon
        describes = lexicon.is_generic_organization(tokens[at].low) and tokens[at].low.endswith(self._company_nouns)
        if tokens[at].low in lexicon.function_words or describes or lexicon.role(tokens[at].low) is not None:
            return 0
        if at + 2 < len(tokens) and tokens[at + 1].text == "&" and tokens[at + 2].capital:
            return at + 3
        for last in range(at + 1, min(at + 5, len(tokens))):
            if tokens[last].text in self._lexicon.legal_forms and tokens[last].text not in self._lexicon.known_organizations:
                return last + 1
            if tokens[last].low == "e" and last + 2 < len(tokens) and tokens[last + 2].low == "v":
                return last + 3
            if not tokens[last].capital and tokens[last].text != "&":
                return 0
        return 0

    def _is_acronym(self, token: LexicalToken) -> bool:
        return (
            _ACRONYM.fullmatch(token.text) is not None
            and token.text not in self._lexicon.not_organizations
            and token.low not in self._common
            and token.low not in self._lexicon.function_words
        )

    # Persons

    def _person(self, text: str, tokens: Sequence[LexicalToken], at: int) -> NameCandidate | None:
        first, title = self._skip_title(tokens, at)
        if first is None or first >= len(tokens) or (not title and self._precedes_name(tokens, at)):
            return None
        gender = self._title_gender(tokens[at:first])
        given = self._is_given(tokens[first]) or self._is_doubtful_given(tokens, first, bool(title))
        last = self._person_end(tokens, first, bool(title), given)
        if len(tokens[first].text) == 1 and not title and first and tokens[first - 1].capital:
            return None  # `auf der Plattform X. Reis schrieb …`
        if last == first + 1 and (len(tokens[first].text) < 2 or tokens[first].text in self._lexicon.known_organizations):
            return None
        if last < len(tokens) and last > first + 1 and tokens[last].low in self._lexicon.things_behind_names:
            return NameCandidate("unknown", at, last + 1, "", 0, 0)  # `Ida Wulf Award`
        if tokens[last - 1].low in self._lexicon.things_behind_names and last > first + 1:
            return NameCandidate("unknown", at, last, "", 0, 0)
        if last == first:
            return NameCandidate("unknown", at, first, "", 0, 0) if title else None
        if first > 1 and tokens[first - 1].text in _QUOTING and tokens[first - 2].low in self._lexicon.determiners:
            return None  # `die „Ida Wulf“` is a ship
        certain = given or bool(title) or self._is_shown(tokens, first, last)
        if last == first + 1 and not certain:
            return None
        is_place = tokens[first].text.removesuffix("s") in self._lexicon.places or self._is_placed(tokens, first)
        if last == first + 1 and is_place:
            return None
        if last == first + 1 and given and not title and self._opens_sentence(tokens, first) and self._is_word(tokens[first]):
            return None
        found = self._make("person", text, tokens, first, last, certain=certain)
        found.title = text[tokens[at].start : tokens[first - 1].end] if title else ""
        low = tokens[first].low.partition("-")[0]
        found.gender = gender or self._lexicon.given_names.get(low, self._lexicon.doubtful_given_names.get(low, ""))
        return found

    def _precedes_name(self, tokens: Sequence[LexicalToken], at: int) -> bool:
        """Return whether a word is before a person's name, and no part of it: `Gegner Jonas Reis`."""
        if self._is_rank(tokens, at):
            return True
        if at + 2 >= len(tokens) or self._is_given(tokens[at]) or len(tokens[at].text) < 3:
            return self._opens_sentence(tokens, at) and tokens[at].low in self._lexicon.function_words
        return self._is_given(tokens[at + 1]) and tokens[at + 2].capital and self._is_surname(tokens, at + 2)

    def _is_rank(self, tokens: Sequence[LexicalToken], at: int) -> bool:
        """Return whether a word is a rank in capital letters, no initials: `MK Jonas Reis`."""
        if at + 1 >= len(tokens) or len(tokens[at].text) < 2 or not tokens[at].text.isupper() or self._is_given(tokens[at]):
            return False
        return tokens[at + 1].capital and not tokens[at + 1].text.isupper()

    def _skip_title(self, tokens: Sequence[LexicalToken], at: int) -> tuple[int | None, bool]:
        """Return the index behind the roles and forms of address, and whether there are any."""
        first = at
        lexicon = self._lexicon
        while first < len(tokens) and (tokens[first].capital or tokens[first].text == "." or first > at):
            token = tokens[first]
            if token.low in lexicon.conjunctions and first + 1 < len(tokens) and lexicon.role(tokens[first + 1].low) is not None:
                first += 2
                continue
            if token.text == "." and first > at and tokens[first - 1].low in lexicon.short_titles:
                first += 1
                continue
            is_title = lexicon.role(token.low) is not None or token.low in lexicon.honorifics
            if is_title and self._is_given(token) and not (first + 1 < len(tokens) and tokens[first + 1].capital):
                break
            if not is_title:
                break
            first += 1
        return (first if first < len(tokens) and tokens[first].capital else None if first == at else first), first > at

    def _title_gender(self, tokens: Sequence[LexicalToken]) -> Gender:
        for token in tokens:
            role = self._lexicon.role(token.low)
            if role is not None and role[1]:
                return role[1]
            if token.low in self._lexicon.honorific_genders:
                return self._lexicon.honorific_genders[token.low]
        return ""

    def _person_end(self, tokens: Sequence[LexicalToken], first: int, titled: bool, given: bool) -> int:
        """Return the index behind the words of a person's name, which a given one opens or not; `first` if they are none."""
        if first >= len(tokens) or not tokens[first].capital:
            return first
        low = tokens[first].low
        is_owner = low[:-1] in self._lexicon.given_names or tokens[first].text[:-1] in self._lexicon.places
        if low[-1] == "s" and is_owner and not given and not titled:
            return first
        is_addressed = first > 0 and tokens[first - 1].low in self._lexicon.honorifics and not self._is_function(tokens[first])
        is_word = self._is_word(tokens[first]) and not (titled and self._lexicon.may_be_surname(low) and low not in self._common)
        if not given and not is_addressed and (is_word or tokens[first].text in self._lexicon.places):
            return first
        if not titled and not given and self._opens_sentence(tokens, first) and not self._goes_on(tokens, first):
            return first
        if not titled and not given and first and not self._may_precede_name(tokens[first - 1]):
            return first
        last = first + 1
        while last < len(tokens) and last - first < _LONGEST:
            token = tokens[last]
            if tokens[last - 1].end != token.start and tokens[last - 1].end + 1 != token.start:
                break
            if token.text == "." and _INITIAL.fullmatch(tokens[last - 1].text) and len(tokens[last - 1].text) == 1:
                if last + 1 < len(tokens) and tokens[last + 1].capital:
                    last += 1
                    continue
                break
            if self._is_particle(tokens, last):
                last += 1
                continue
            if not self._is_surname(tokens, last):
                break
            last += 1
        while last > first + 1 and not tokens[last - 1].capital and not tokens[last - 1].low.startswith(_ARABIC):
            last -= 1
        return last

    def _may_precede_name(self, token: LexicalToken) -> bool:
        """Return whether a name without a known given name may be behind a word: not behind articles, adjectives and numbers."""
        if token.text.isdigit() or token.low in self._lexicon.determiners or token.low in self._lexicon.particles:
            return False
        is_small = token.kind == "word" and not token.capital and token.low not in self._lexicon.function_words
        return not (is_small and token.low.endswith(self._lexicon.adjective_endings) and token.low not in self._lexicon.speech)

    def _is_particle(self, tokens: Sequence[LexicalToken], at: int) -> bool:
        """Return whether a small word is inside a name: `von der Leyen`."""
        if tokens[at].low not in self._lexicon.particles or tokens[at].kind != "word" or not self._is_given(tokens[at - 1]):
            return tokens[at].low in self._lexicon.particles and tokens[at - 1].low in self._lexicon.particles
        behind = at + 1
        while behind < len(tokens) and behind < at + 2 and tokens[behind].low in self._lexicon.particles:
            behind += 1
        if behind >= len(tokens) or not tokens[behind].capital:
            return False
        return self._is_surname(tokens, behind) and tokens[behind].text not in self._lexicon.places

    def _is_surname(self, tokens: Sequence[LexicalToken], at: int) -> bool:
        token = tokens[at]
        if token.low.startswith(_ARABIC) and token.text[-1].islower() and "-" in token.text:
            return True
        if not token.capital or token.text.isdigit() or token.low in self._lexicon.function_words:
            return False
        if _INITIAL.fullmatch(token.text):
            return True
        if token.low in self._lexicon.time_nouns or token.low in self._common:
            return False
        return self._is_given(tokens[at - 1]) or not self._is_word(token) or self._is_given(token)

    def _is_shown(self, tokens: Sequence[LexicalToken], first: int, last: int) -> bool:
        """Return whether words beside a name show that it is a person's: a verb of speech, `so NAME`, an age."""
        lexicon = self._lexicon
        before = tokens[first - 1] if first else None
        after = tokens[last] if last < len(tokens) else None
        if last > first + 1 and len(tokens[last - 1].text) == 1 and after is not None and after.text == ".":
            return True
        if after is not None and after.text == "," and last > first + 1 and self._is_described(tokens, last + 1):
            return True
        if after is not None and after.text == "(" and last + 1 < len(tokens) and tokens[last + 1].text.isdigit():
            return len(tokens[last + 1].text) == 2
        if before is not None and before.low in lexicon.speech and (after is None or after.text in ",.:;" or not after.capital):
            return not self._has_subject_before(tokens, first - 1)
        if before is not None and before.low == "sich" and first > 1 and tokens[first - 2].low in lexicon.speech:
            return True
        if before is not None and before.low in lexicon.source_words and first > 1 and tokens[first - 2].text in f",{_CLOSING}":
            return True
        if before is not None and first > 2 and self._is_tag_verb(tokens, first - 1):
            return True
        is_apposed = before is not None and before.capital and lexicon.nouns_have_capitals and first == last - 1
        return after is not None and not is_apposed and (after.low in lexicon.speech or after.low in lexicon.according_after)

    def _has_subject_before(self, tokens: Sequence[LexicalToken], verb: int) -> bool:
        """Return whether a verb has its subject right before it, so that its object follows: `Sie verlangte Aufklärung`."""
        if not verb:
            return False
        before = tokens[verb - 1]
        return before.low in self._lexicon.pronouns or before.low in self._lexicon.relatives

    def _is_described(self, tokens: Sequence[LexicalToken], at: int) -> bool:
        """Return whether a role or a relative clause begins at a token."""
        is_relative = at + 1 < len(tokens) and tokens[at].low in self._lexicon.relatives and not tokens[at + 1].capital
        return is_relative or self._has_role_behind(tokens, at)

    def _has_role_behind(self, tokens: Sequence[LexicalToken], at: int) -> bool:
        """Return whether a role begins at a token, perhaps behind an article and adjectives: `…, politischer Soziologe`."""
        for token in tokens[at : at + 4]:
            if token.kind != "word":
                return False
            if self._lexicon.role(token.low) is not None and token.capital == self._lexicon.nouns_have_capitals:
                return True
            if token.capital and not token.low.endswith(self._lexicon.place_adjective_endings):
                return False
        return False

    def _is_tag_verb(self, tokens: Sequence[LexicalToken], at: int) -> bool:
        """Return whether a word is between a closed quotation with a comma and what may be a name."""
        if not self._lexicon.is_speaking_verb(tokens[at].low):
            return False
        return tokens[at - 1].text == "," and tokens[at - 2].text in _CLOSING

    # Shared

    def _is_placed(self, tokens: Sequence[LexicalToken], at: int) -> bool:
        """Return whether a word is where places are: `in Sydney`."""
        return at > 0 and tokens[at - 1].low in self._lexicon.place_prepositions

    def _goes_on(self, tokens: Sequence[LexicalToken], first: int) -> bool:
        is_told = first + 2 < len(tokens) and tokens[first + 2].text == "," and self._is_described(tokens, first + 3)
        if tokens[first].low.endswith(self._lexicon.adjective_endings) and self._lexicon.nouns_have_capitals and not is_told:
            return False
        if first + 1 < len(tokens) and tokens[first + 1].text.isupper():
            return False
        return first + 1 < len(tokens) and tokens[first + 1].capital and self._is_surname(tokens, first + 1)

    def _is_apposed(self, tokens: Sequence[LexicalToken], at: int) -> bool:
        return at > 0 and tokens[at - 1].low in self._lexicon.determiners

    def _is_given(self, token: LexicalToken) -> bool:
        """Return whether a word is a given name, or a double one: `Hans-Peter`."""
        given = self._lexicon.given_names
        return token.capital and (
            token.low in given or ("-" in token.low and all(part in given for part in token.low.split("-")))
        )

    def _is_doubtful_given(self, tokens: Sequence[LexicalToken], at: int, titled: bool) -> bool:
        """Return whether a word that is also a given name is one here: behind a title, or before a surname."""
        low = tokens[at].low
        if low not in self._lexicon.doubtful_given_names or at + 1 >= len(tokens):
            return False
        behind = tokens[at + 1]
        if not behind.capital or behind.start != tokens[at].end + 1 or self._is_plain(behind):
            return False
        return titled or (
            not self._is_word(behind) and behind.text not in self._lexicon.places and not self._is_word_here(tokens, at)
        )

    def _is_word_here(self, tokens: Sequence[LexicalToken], at: int) -> bool:
        """Return whether a word that is also a given name is no name here: it opens the sentence or is behind an article."""
        before = tokens[at - 1] if at else None
        if before is None or self._opens_sentence(tokens, at):
            return self._is_function(tokens[at])
        return before.low in self._lexicon.determiners or before.low.endswith(self._lexicon.adjective_endings)

    def _is_function(self, token: LexicalToken) -> bool:
        return token.low in self._lexicon.function_words

    def _is_word(self, token: LexicalToken) -> bool:
        return token.low in self._common or self._lexicon.is_common(token.low)

    def _is_plain(self, token: LexicalToken) -> bool:
        """Return whether a word is a common one even behind a noun that introduces a name."""
        lexicon = self._lexicon
        return token.low in self._common or token.low in lexicon.function_words or lexicon.is_listed(token.low)

    def _opens_sentence(self, tokens: Sequence[LexicalToken], at: int) -> bool:
        return at == 0 or tokens[at - 1].text[-1:] in _SENTENCE_MARKS

    def _make(
        self, kind: NameKind, text: str, tokens: Sequence[LexicalToken], first: int, last: int, certain: bool = True
    ) -> NameCandidate:
        start, end = tokens[first].start, tokens[last - 1].end
        if (
            kind == "person"
            and tokens[last - 1].text != "."
            and text.startswith(".", end)
            and _INITIAL.fullmatch(tokens[last - 1].text)
        ):
            end += 1
        return NameCandidate(kind, first, last, text[start:end], start, end, certain=certain)
