"""Find the words of a text that may be the name of an organisation."""

import re
from collections.abc import Sequence

from briefing_tui.analysis.lexical.lexicon import Lexicon
from briefing_tui.analysis.lexical.names.name_words import NameCandidate, NameWords
from briefing_tui.analysis.lexical.tokens import QUOTING, LexicalToken

_LONGEST = 9
_OPENING = 3
"""The letters by which names that are no known ones are told at once."""
_LONGEST_QUOTED = 5
_LONGEST_NEWSPAPER = 4
_ACRONYM = re.compile(r"[A-ZÄÖÜ]{2,6}(?:-[A-Z]{1,3})?|[A-ZÄÖÜ][a-zäöü]?[A-ZÄÖÜ]{1,4}")


class OrganizationReader:
    """A reader of tokens that finds organisations."""

    def __init__(self, words: NameWords) -> None:
        self._words = words
        self._lexicon: Lexicon = words.lexicon
        self._company_nouns = tuple(words.lexicon.company_nouns)
        self._media_endings = tuple(words.lexicon.media_nouns)
        self._openings = {name[:_OPENING] for name in words.lexicon.known_organizations}
        self._openings |= {name[: _OPENING - 1] for name in words.lexicon.known_organizations if len(name) < _OPENING}
        self._company_signs = words.lexicon.legal_forms | words.lexicon.words_of_companies | {"&", "e"}
        self._read: Sequence[LexicalToken] = ()
        self._has_companies = False

    def read(self, text: str, tokens: Sequence[LexicalToken], at: int) -> NameCandidate | None:
        """Return the organisation whose name begins at a token; None without one."""
        lexicon = self._lexicon
        token = tokens[at]
        last = self._known(text, tokens, at)
        if not last and self._is_place(text, tokens, at):
            return NameCandidate("unknown", at, at + 2, "", 0, 0)
        last = last or self._opened(tokens, at) or self._company(tokens, at) or self._newspaper(tokens, at)
        if last:
            return self._words.make("organization", text, tokens, at, last)
        named = self._introduced(text, tokens, at)
        if named is not None:
            return named
        tail = token.low.rpartition("-")[2]
        if tail != token.low and tail in lexicon.named_after:
            return self._words.make("organization", text, tokens, at, self._tail(tokens, at + 1))
        if self._is_acronym(token) and not self._words.is_given(token):
            if len(token.text) == 2 and at and tokens[at - 1].text == "(" and token.text not in lexicon.known_organizations:
                return None
            if at and self._is_of_name(tokens[at - 1], token):
                return None
            if at + 1 < len(tokens) and tokens[at + 1].text in lexicon.places and tokens[at + 1].start == token.end + 1:
                return self._words.make("organization", text, tokens, at, at + 2)
            is_part = at + 1 < len(tokens) and self._words.is_surname(tokens, at + 1) and tokens[at + 1].start == token.end + 1
            if not is_part or self._is_apposed(tokens, at):
                return self._words.make("organization", text, tokens, at, at + 1, certain=token.text not in lexicon.places)
            return None
        if lexicon.is_generic_organization(token.low) and at + 1 < len(tokens) and tokens[at + 1].text in lexicon.places:
            return self._words.make("organization", text, tokens, at, at + 2)
        if (
            lexicon.is_generic_organization(token.low)
            and at + 2 < len(tokens)
            and tokens[at + 1].low in lexicon.organization_tails
        ):
            last = self._tail(tokens, at + 1)
            return self._words.make("organization", text, tokens, at, last) if last > at + 2 else None
        last = self._of_members(tokens, at)
        if last:
            return self._words.make("organization", text, tokens, at, last)
        if lexicon.role(token.low) is not None or not lexicon.is_organization(token.low):
            return None
        behind = tokens[at + 1] if at + 1 < len(tokens) else None
        if behind is not None and behind.capital and (self._is_acronym(behind) or behind.text in lexicon.known_organizations):
            return None  # `des Geheimdienstes CIA`: the noun says what the name is
        if not lexicon.nouns_have_capitals and self._words.opens_sentence(tokens, at):
            return None
        return self._words.make("organization", text, tokens, at, self._tail(tokens, at + 1))

    def _is_of_name(self, before: LexicalToken, token: LexicalToken) -> bool:
        """Return whether an acronym is part of a name that the word before it begins: `Chat GPT`."""
        lexicon, low = self._lexicon, before.low
        introduces = lexicon.is_organization(low) or lexicon.is_generic_organization(low) or lexicon.role(low) is not None
        is_noun = before.capital and before.end + 1 == token.start and low not in lexicon.function_words
        return is_noun and not introduces

    def _known(self, text: str, tokens: Sequence[LexicalToken], at: int) -> int:
        start = tokens[at].start
        if text[start : start + _OPENING] not in self._openings and text[start : start + _OPENING - 1] not in self._openings:
            return 0
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
        quoted = at > 0 and tokens[at - 1].text in QUOTING
        noun = tokens[at - 2] if quoted and at > 1 else tokens[at - 1] if at else None
        if noun is None:
            return None
        if len(tokens[at].text) < 2:
            return None
        introduces = noun.capital and (lexicon.is_generic_organization(noun.low) or lexicon.is_organization(noun.low))
        last = at
        while last < len(tokens) and tokens[last].capital and last - at < _LONGEST_QUOTED:
            last += 1
        closed = quoted and last < len(tokens) and tokens[last].text in QUOTING
        if tokens[at].text in lexicon.organizations_also_words and (closed or introduces):
            return self._words.make("organization", text, tokens, at, at + 1)
        if introduces and closed:
            return self._words.make("organization", text, tokens, at, last)
        if introduces and not quoted and not self._words.is_plain(tokens[at]) and tokens[at].text not in lexicon.places:
            if self._words.is_given(tokens[at]) or not lexicon.is_generic_organization(noun.low):
                return None
            return self._words.make("organization", text, tokens, at, last)
        return None

    def _is_doubtful(self, tokens: Sequence[LexicalToken], at: int) -> bool:
        """Return whether a name that is also a word opens its sentence, or is part of a person's name."""
        after = tokens[at + 1] if at + 1 < len(tokens) else None
        before = tokens[at - 1] if at else None
        if before is not None and before.kind == "word" and self._words.is_given(before):
            return True
        return after is not None and after.capital and self._words.is_given(tokens[at]) and not self._lexicon.is_common(after.low)

    def _opened(self, tokens: Sequence[LexicalToken], at: int) -> int:
        """Return where the name of an organisation ends that a word like `Universität` opens; 0 without one."""
        if tokens[at].text not in self._lexicon.organization_openers:
            return 0
        last = at + 1
        while last < len(tokens) and last - at < _LONGEST and tokens[last].capital:
            if tokens[last].low in self._lexicon.time_nouns or self._lexicon.role(tokens[last].low):
                break
            if last > at + 1 and self._words.is_word(tokens[last]) and not self._is_organization_noun(tokens[last]):
                break
            last += 1
        if last == at + 1:
            return 0
        if (
            not any(self._is_organization_noun(token) for token in tokens[at:last])
            and tokens[at].text not in self._lexicon.club_openers
        ):
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
            while end < len(tokens) and tokens[end].capital and not self._words.is_given(tokens[end]):
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
        while last < min(at + 6, len(tokens)) and tokens[last].capital and not self._words.is_given(tokens[last]):
            last += 1
        return last

    def _newspaper(self, tokens: Sequence[LexicalToken], at: int) -> int:
        """Return where the name of a newspaper ends: `Frankfurter Rundschau`; 0 without one."""
        last = at
        while last < min(at + _LONGEST_NEWSPAPER, len(tokens)) and tokens[last].capital:
            last += 1
            if not tokens[last - 1].low.endswith(self._media_endings):
                continue
            is_quoted = at > 0 and tokens[at - 1].text in QUOTING and last < len(tokens) and tokens[last].text in QUOTING
            if last == at + 1:
                if is_quoted and not self._words.is_plain(tokens[at]) and tokens[at].low not in self._lexicon.media_nouns:
                    return last  # `der „Talkurier“`
                continue
            is_named = tokens[at].low.endswith(self._lexicon.adjective_endings) and not self._words.opens_sentence(tokens, at)
            return last if is_quoted or (is_named and tokens[last - 1].low in self._lexicon.media_nouns) else 0
        return 0

    def _company(self, tokens: Sequence[LexicalToken], at: int) -> int:
        """Return where the name of a company ends that has a legal form behind it; 0 without one."""
        if tokens is not self._read:  # most texts name no company, and are looked through once
            self._read = tokens
            self._has_companies = any(token.text in self._company_signs for token in tokens)
        if not self._has_companies:
            return 0
        lexicon = self._lexicon
        if tokens[at].low in lexicon.function_words or self._describes(tokens[at]) or lexicon.role(tokens[at].low) is not None:
            return 0
        if at + 2 < len(tokens) and tokens[at + 1].text == "&" and tokens[at + 2].capital:
            return at + 3
        if not self._words.is_word(tokens[at]) and at + 1 < len(tokens) and tokens[at + 1].text in lexicon.words_of_companies:
            return at + 2
        for last in range(at + 1, min(at + 5, len(tokens))):
            if self._describes(tokens[last]) and last + 1 < len(tokens) and tokens[last + 1].capital:
                return 0  # `die Berliner Firma Talwerk GmbH`
            if tokens[last].text in self._lexicon.legal_forms and tokens[last].text not in self._lexicon.known_organizations:
                return last + 1
            if tokens[last].low == "e" and last + 2 < len(tokens) and tokens[last + 2].low == "v":
                return last + 3
            if not tokens[last].capital and tokens[last].text != "&":
                return 0
        return 0

    def _describes(self, token: LexicalToken) -> bool:
        """Return whether a noun says what a company behind it does: `Reederei`."""
        return token.low.endswith(self._company_nouns) and self._lexicon.is_generic_organization(token.low)

    def _is_acronym(self, token: LexicalToken) -> bool:
        return (
            _ACRONYM.fullmatch(token.text) is not None
            and token.text not in self._lexicon.not_organizations
            and token.low not in self._words.common
            and token.low not in self._lexicon.function_words
        )

    def _is_apposed(self, tokens: Sequence[LexicalToken], at: int) -> bool:
        return at > 0 and tokens[at - 1].low in self._lexicon.determiners
