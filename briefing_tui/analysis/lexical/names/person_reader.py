"""Find the words of a text that may be the name of a person."""

from collections.abc import Sequence

from briefing_tui.analysis.lexical.lexicon import Gender, Lexicon
from briefing_tui.analysis.lexical.names.name_words import ARABIC, INITIAL, NameCandidate, NameWords
from briefing_tui.analysis.lexical.tokens import QUOTING, LexicalToken

_LONGEST = 5
"""The most words of a person's name."""
_CLOSING = '“”"«»‘’'


class PersonReader:
    """A reader of tokens that finds persons."""

    def __init__(self, words: NameWords) -> None:
        self._words = words
        self._lexicon: Lexicon = words.lexicon

    def read(self, text: str, tokens: Sequence[LexicalToken], at: int) -> NameCandidate | None:
        """Return the person whose name begins at a token; None without one."""
        first, title = self._skip_title(tokens, at)
        if first is None or first >= len(tokens) or (not title and self._precedes_name(tokens, at)):
            return None
        gender = self._title_gender(tokens[at:first])
        given = self._words.is_given(tokens[first]) or self._is_doubtful_given(tokens, first, bool(title))
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
        if first > 1 and tokens[first - 1].text in QUOTING and tokens[first - 2].low in self._lexicon.determiners:
            return None  # `die „Ida Wulf“` is a ship
        certain = given or bool(title) or self._is_shown(tokens, first, last)
        if last == first + 1 and not certain:
            return None
        is_place = tokens[first].text.removesuffix("s") in self._lexicon.places or self._is_placed(tokens, first)
        if last == first + 1 and is_place:
            return None
        if (
            last == first + 1
            and given
            and not title
            and self._words.opens_sentence(tokens, first)
            and self._words.is_word(tokens[first])
        ):
            return None
        found = self._words.make("person", text, tokens, first, last, certain=certain)
        found.title = text[tokens[at].start : tokens[first - 1].end] if title else ""
        low = tokens[first].low.partition("-")[0]
        own = self._lexicon.given_names.get(low, self._lexicon.doubtful_given_names.get(low, ""))
        is_addressed = any(token.low in self._lexicon.honorific_genders for token in tokens[at:first])
        found.gender = own if own == "she" and not is_addressed else gender or own  # `Coach Ida Wulf`
        return found

    def _precedes_name(self, tokens: Sequence[LexicalToken], at: int) -> bool:
        """Return whether a word is before a person's name, and no part of it: `Gegner Jonas Reis`."""
        if self._is_rank(tokens, at):
            return True
        if at + 2 >= len(tokens) or self._words.is_given(tokens[at]) or len(tokens[at].text) < 3:
            return self._words.opens_sentence(tokens, at) and tokens[at].low in self._lexicon.function_words
        return self._words.is_given(tokens[at + 1]) and tokens[at + 2].capital and self._words.is_surname(tokens, at + 2)

    def _is_rank(self, tokens: Sequence[LexicalToken], at: int) -> bool:
        """Return whether a word is a rank in capital letters, no initials: `MK Jonas Reis`."""
        if at + 1 >= len(tokens) or len(tokens[at].text) < 2 or not tokens[at].text.isupper() or self._words.is_given(tokens[at]):
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
            is_short = first > at and tokens[first - 1].low in lexicon.short_titles
            if first > at and (token.low in lexicon.short_titles or (token.text == "." and is_short)):
                first += 1  # `Dr. med.`
                continue
            if token.text == "-" and first > at and tokens[first - 1].text == ".":
                first += 1  # `Dipl.-Ing.`
                continue
            is_title = lexicon.role(token.low) is not None or token.low in lexicon.honorifics
            if is_title and self._words.is_given(token) and not (first + 1 < len(tokens) and tokens[first + 1].capital):
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
        is_addressed = (
            first > 0 and tokens[first - 1].low in self._lexicon.honorifics and not self._words.is_function(tokens[first])
        )
        is_word = self._words.is_word(tokens[first]) and not (
            titled and self._lexicon.may_be_surname(low) and low not in self._words.common
        )
        if not given and not is_addressed and (is_word or tokens[first].text in self._lexicon.places):
            return first
        if not titled and not given and self._words.opens_sentence(tokens, first) and not self._goes_on(tokens, first):
            return first
        if not titled and not given and first and not self._may_precede_name(tokens[first - 1]):
            return first
        last = first + 1
        while last < len(tokens) and last - first < _LONGEST:
            token = tokens[last]
            if tokens[last - 1].end != token.start and tokens[last - 1].end + 1 != token.start:
                break
            if token.text == "." and INITIAL.fullmatch(tokens[last - 1].text) and len(tokens[last - 1].text) == 1:
                if last + 1 < len(tokens) and tokens[last + 1].capital:
                    last += 1
                    continue
                break
            if self._is_particle(tokens, last):
                last += 1
                continue
            if not self._words.is_surname(tokens, last):
                break
            last += 1
        while last > first + 1 and not tokens[last - 1].capital and not tokens[last - 1].low.startswith(ARABIC):
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
        titled = at > 1 and tokens[at - 1].low in self._lexicon.noble_titles  # `Ida Gräfin von Portolan`
        before = tokens[at - 2] if titled else tokens[at - 1]
        if tokens[at].low not in self._lexicon.particles or tokens[at].kind != "word" or not self._words.is_given(before):
            return tokens[at].low in self._lexicon.particles and tokens[at - 1].low in self._lexicon.particles
        behind = at + 1
        while behind < len(tokens) and behind < at + 2 and tokens[behind].low in self._lexicon.particles:
            behind += 1
        if behind >= len(tokens) or not tokens[behind].capital:
            return False
        return self._words.is_surname(tokens, behind) and tokens[behind].text not in self._lexicon.places

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
        if before is not None and before.low in lexicon.reflexives and first > 1 and tokens[first - 2].low in lexicon.speech:
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
        if before.capital and before.low not in self._lexicon.time_nouns and before.low not in self._lexicon.function_words:
            return verb == 1 or tokens[verb - 2].text in ".!?:,"  # `Ermittler finden Spuren`
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

    def _is_placed(self, tokens: Sequence[LexicalToken], at: int) -> bool:
        """Return whether a word is where places are: `in Sydney`."""
        return at > 0 and tokens[at - 1].low in self._lexicon.place_prepositions

    def _goes_on(self, tokens: Sequence[LexicalToken], first: int) -> bool:
        is_told = first + 2 < len(tokens) and tokens[first + 2].text == "," and self._is_described(tokens, first + 3)
        if tokens[first].low.endswith(self._lexicon.adjective_endings) and self._lexicon.nouns_have_capitals and not is_told:
            return False
        if first + 1 < len(tokens) and tokens[first + 1].text.isupper():
            return False
        return first + 1 < len(tokens) and tokens[first + 1].capital and self._words.is_surname(tokens, first + 1)

    def _is_doubtful_given(self, tokens: Sequence[LexicalToken], at: int, titled: bool) -> bool:
        """Return whether a word that is also a given name is one here: behind a title, or before a surname."""
        low = tokens[at].low
        if low not in self._lexicon.doubtful_given_names or at + 1 >= len(tokens):
            return False
        behind = tokens[at + 1]
        if not behind.capital or behind.start != tokens[at].end + 1 or self._words.is_plain(behind):
            return False
        return titled or (
            not self._words.is_word(behind) and behind.text not in self._lexicon.places and not self._is_word_here(tokens, at)
        )

    def _is_word_here(self, tokens: Sequence[LexicalToken], at: int) -> bool:
        """Return whether a word that is also a given name is no name here: it opens the sentence or is behind an article."""
        before = tokens[at - 1] if at else None
        if before is None or self._words.opens_sentence(tokens, at):
            return self._words.is_function(tokens[at])
        return before.low in self._lexicon.determiners or before.low.endswith(self._lexicon.adjective_endings)
