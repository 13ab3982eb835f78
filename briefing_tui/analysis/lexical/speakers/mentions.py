"""Find names, pronouns and descriptions in a sentence that can be a speaker."""

from collections.abc import Sequence

from msgspec import Struct

from briefing_tui.analysis.lexical.lexicon import Gender, Lexicon
from briefing_tui.analysis.lexical.speakers.referents import LexicalReferent, LexicalReferents
from briefing_tui.analysis.lexical.tokens import QUOTING, LexicalToken

_LONGEST = 6
"""The most words from an article to its noun."""
_AGE_DIGITS = 2


class LexicalMention(Struct, gc=False):
    """Words that can be a speaker, by token indexes, the last exclusive.

    `kind` is "name", "pronoun", "noun" or "owner" (`Seine Antwort:`). `can_lead` is false for words in a case, or behind a
    preposition, that no subject has. `is_new` means that they stand for nobody named before, `has_more` that more than the noun
    describes somebody: `der Trainer der Gäste`. `age` is in digits.
    """

    kind: str
    first: int
    last: int
    text: str
    low: str
    can_lead: bool
    definite: bool = True
    gender: Gender = ""
    referent: LexicalReferent | None = None
    is_new: bool = False
    has_more: bool = False
    age: str = ""


class MentionFinder:
    """A reader of sentences that finds their mentions."""

    def __init__(self, lexicon: Lexicon, referents: LexicalReferents) -> None:
        self._lexicon = lexicon
        self._referents = referents

    def find(self, text: str, tokens: Sequence[LexicalToken]) -> list[LexicalMention]:
        """Return the mentions of a sentence in order, not resolved yet but for names."""
        found: list[LexicalMention] = []
        at = 0
        while at < len(tokens):
            token = tokens[at]
            mention = None
            if token.kind == "word" and not token.capital and token.low not in self._lexicon.determiners:
                mention = self._pronoun(tokens, at)
            elif token.kind == "word":
                mention = self._name(text, tokens, at) or self._noun(text, tokens, at) or self._pronoun(tokens, at)
            elif token.kind == "quote":
                mention = self._quoted_name(tokens, at)
            if mention is not None:
                found.append(mention)
                at = mention.last
            else:
                at += 1
        return found

    def _quoted_name(self, tokens: Sequence[LexicalToken], at: int) -> LexicalMention | None:
        """Return a name in quotation marks that may be a subject: `Die „Mittagspost“ feierte sie …`."""
        before = tokens[at - 1] if at else None
        if before is None or before.low not in self._lexicon.nominative or before.low in self._lexicon.ambiguous:
            return None
        words = tokens[at].text.strip(QUOTING)
        referent = self._referents.organization(words)
        if referent is None:
            return None
        return LexicalMention("name", at - 1, at + 1, words, words.lower(), True, referent=referent)

    def _name(self, text: str, tokens: Sequence[LexicalToken], at: int) -> LexicalMention | None:
        """Return a name, with the role and the article before it."""
        lexicon = self._lexicon
        first = at
        limit = min(at + _LONGEST, len(tokens))
        while at < limit and self._is_before_name(tokens, first, at) and self._form(tokens, at) is None:
            is_short = tokens[at].text == "." or tokens[at].low in lexicon.short_titles
            limit = min(limit + is_short, len(tokens))  # `Prof. Dr. Dr. h. c.`
            at += 1
        form = self._form(tokens, at) if at < len(tokens) else None
        if form is None:
            return None
        if at > first and not any(
            token.capital or token.low in lexicon.determiners or token.low in lexicon.honorifics for token in tokens[first:at]
        ):
            first = at
        count, referent = form
        if at > first and not referent.is_person and any(lexicon.role(token.low) for token in tokens[first:at]):
            return None
        last = at + count
        before = tokens[first].low if at > first else ""
        can_lead = self._can_lead(tokens, first, before, genitive=self._is_genitive(tokens, last, referent))
        for token in tokens[first:at]:
            self._referents.add_role(referent, token.low)
        if at > first and referent.is_person and tokens[at - 1].capital:
            self._referents.add_noun(referent, tokens[at - 1].low)
        if referent.is_person and not referent.gender and before in lexicon.definite and can_lead and at > first + 1:
            referent.gender = lexicon.articles.get(before, "")
        self._roles_behind(tokens, last, referent)
        self._referents.add_age(referent, self._age(tokens[first:at]) or _age_behind(tokens, last))
        return LexicalMention(
            "name", first, last, text[tokens[first].start : tokens[last - 1].end], tokens[last - 1].low, can_lead,
            referent=referent,
        )  # fmt: skip

    def _is_genitive(self, tokens: Sequence[LexicalToken], last: int, referent: LexicalReferent) -> bool:
        """Return whether a name is in the genitive: `Merkels Regierung`."""
        word = tokens[last - 1].text
        if last >= len(tokens) or not tokens[last].capital:
            return False
        return word.endswith("s") and not any(part in (word, word.rstrip("’'")) for part in referent.name.split())

    def _roles_behind(self, tokens: Sequence[LexicalToken], last: int, referent: LexicalReferent) -> None:
        """Learn the roles between a name and the next mark, behind a comma: `Reis, Sprecherin der Polizei,`."""
        if last >= len(tokens) or tokens[last].text not in (",", "("):
            return
        for token in tokens[last + 1 : last + 4]:
            if token.kind != "word" or token.low in self._lexicon.auxiliaries or token.low in self._lexicon.subordinators:
                return
            if token.capital and self._lexicon.role(token.low) is not None:
                self._referents.add_role(referent, token.low)
                return

    def _is_before_name(self, tokens: Sequence[LexicalToken], first: int, at: int) -> bool:
        token = tokens[at]
        lexicon = self._lexicon
        if token.kind != "word":
            if at == first:
                return False
            return (token.text == "." and tokens[at - 1].low in lexicon.short_titles) or tokens[at - 1].text[-1] == "-"
        if token.low in lexicon.determiners:
            return at == first
        if token.capital:
            if lexicon.role(token.low) is not None or token.low in lexicon.honorifics or token.text[-1] == "-":
                return True
            if self._is_apposed(tokens, at):
                return True
            return self._is_role_prefix(tokens, at) or lexicon.is_generic_organization(token.low)
        is_role = "-" in token.text and lexicon.role(token.low) is not None
        is_title = token.low in lexicon.short_titles
        return at > first and (is_role or is_title or self._is_adjective(token) or token.low in lexicon.conjunctions)

    def _is_apposed(self, tokens: Sequence[LexicalToken], at: int) -> bool:
        """Return whether a noun that no list has is what a person behind it is: `der Vogelkundler Jonas Reis`."""
        lexicon, low = self._lexicon, tokens[at].low
        if not lexicon.nouns_have_capitals or low in lexicon.function_words or low in lexicon.time_nouns or at + 1 >= len(tokens):
            return False
        if tokens[at].text in lexicon.places:
            return False
        form = self._form(tokens, at + 1)
        return form is not None and form[1].is_person and self._form(tokens, at) is None

    def _is_role_prefix(self, tokens: Sequence[LexicalToken], at: int) -> bool:
        """Return whether a word is part of a role behind it: `Berliner Senator`, `Gesundheits-, Sozialminister`."""
        behind = tokens[at + 1] if at + 1 < len(tokens) else None
        if tokens[at].low in self._lexicon.function_words:
            return False
        return behind is not None and behind.capital and (self._lexicon.role(behind.low) is not None or behind.text[-1] == "-")

    def _is_adjective(self, token: LexicalToken) -> bool:
        if token.low in self._lexicon.function_words or token.capital:
            return token.capital and token.low.endswith(self._lexicon.place_adjective_endings)
        return token.low.endswith(self._lexicon.adjective_endings) and token.low not in self._lexicon.speech

    def _form(self, tokens: Sequence[LexicalToken], at: int) -> tuple[int, LexicalReferent] | None:
        return self._referents.form_at(tokens, at)

    def _can_lead(self, tokens: Sequence[LexicalToken], first: int, determiner: str, genitive: bool = False) -> bool:
        """Return whether words can be a subject, by what is before them and by their article."""
        lexicon = self._lexicon
        if genitive or determiner in lexicon.oblique:
            return False
        if not first:
            return True
        before = tokens[first - 1]
        if before.low in lexicon.prepositions and not (
            before.low in lexicon.comparing or self._opens_clause(tokens, first - 1, determiner)
        ):
            return False
        if before.low in lexicon.conjunctions and first > 1 and tokens[first - 2].low in lexicon.object_pronouns:
            return False
        is_owned = before.capital and before.low not in lexicon.function_words
        return not (determiner in lexicon.ambiguous and (is_owned or before.low in lexicon.determiners))

    def _opens_clause(self, tokens: Sequence[LexicalToken], at: int, determiner: str) -> bool:
        """Return whether a preposition is a conjunction: `Als Reis kam, …`, but not `als Trainer`."""
        if tokens[at].low not in self._lexicon.subordinators or determiner in self._lexicon.ambiguous:
            return False
        is_first = at == 0 or tokens[at - 1].text == ","
        return is_first and (bool(determiner) or self._form(tokens, at + 1) is not None)

    def _noun(self, text: str, tokens: Sequence[LexicalToken], at: int) -> LexicalMention | None:
        """Return a role or description: `die Ministerin`, `ein Sprecher der Polizei`, `der 31-Jährige`, `Anwohner`."""
        lexicon = self._lexicon
        determiner = tokens[at].low if tokens[at].low in lexicon.determiners else ""
        noun = at + 1 if determiner else at
        while noun < min(at + _LONGEST, len(tokens)) and tokens[noun].kind == "word" and not self._is_noun(tokens, noun):
            if tokens[noun].capital and not self._is_adjective(tokens[noun]) and not self._is_role_prefix(tokens, noun):
                return None
            if not tokens[noun].capital and not self._is_adjective(tokens[noun]):
                return None
            noun += 1
        if noun >= len(tokens) or not self._is_noun(tokens, noun):
            return None
        if not determiner and noun > at:
            return None
        low = tokens[noun].low
        role = lexicon.role(low)
        gender: Gender = role[1] if role and role[1] else lexicon.articles.get(determiner, "")
        is_feminine = role is not None and role[1] == "she"
        is_feminine = is_feminine or (role is None and low.endswith(lexicon.feminine_nouns))
        is_inflected = any(token.low.endswith(lexicon.oblique_endings) for token in tokens[at + 1 : noun])
        is_oblique = determiner in lexicon.ambiguous and (is_feminine or is_inflected)
        can_lead = self._can_lead(tokens, at, determiner) and not is_oblique
        is_plural = (
            determiner in lexicon.plural and role is not None and role[1] == "he" and not self._lexicon.forms.age.fullmatch(low)
        )
        last = self._description_end(tokens, noun + 1)
        if at and determiner and tokens[at - 1].low in lexicon.partitives:
            # `einer der Demonstranten` is somebody new
            at, determiner, can_lead, is_plural = at - 1, "", self._can_lead(tokens, at - 1, ""), True
        return LexicalMention(
            "noun", at, last, text[tokens[at].start : tokens[last - 1].end], low, can_lead,
            definite=determiner in lexicon.definite and not is_plural, gender=gender,
            is_new=not determiner or is_plural, has_more=last > noun + 1 and not self._lexicon.forms.age.fullmatch(low),
            age=self._age(tokens[at : noun + 1]),
        )  # fmt: skip

    def _age(self, tokens: Sequence[LexicalToken]) -> str:
        """Return the age that words before a name or noun give: `der 19-jährige Lehrling`."""
        for token in tokens:
            if token.text[0].isdigit() and self._lexicon.forms.age.fullmatch(token.low):
                return "".join(letter for letter in token.text if letter.isdigit())
        return ""

    def _is_noun(self, tokens: Sequence[LexicalToken], at: int) -> bool:
        token = tokens[at]
        if token.kind != "word" or not (token.capital or not self._lexicon.nouns_have_capitals):
            return False
        if self._lexicon.forms.age.fullmatch(token.low):
            return True
        lexicon = self._lexicon
        if lexicon.role(token.low) is not None or lexicon.is_organization(token.low):
            return True
        return token.low in lexicon.group_nouns or lexicon.is_generic_organization(token.low)

    def _description_end(self, tokens: Sequence[LexicalToken], last: int) -> int:
        """Return where a description ends, with a genitive or `von …` behind it."""
        lexicon = self._lexicon
        if last + 1 >= len(tokens) or tokens[last].low not in lexicon.complement_words:
            return last
        end = last + 1
        while end < min(last + 4, len(tokens)) and not tokens[end].capital and self._is_adjective(tokens[end]):
            end += 1
        if end >= len(tokens) or not tokens[end].capital:
            return last
        if end + 2 < len(tokens) and tokens[end + 1].text == "/" and tokens[end + 2].capital:
            return end + 3  # `CDU/CSU-Fraktion`
        role = lexicon.role(tokens[end].low)
        is_singular = role is not None and role[0] == tokens[end].low  # but `der Coach der Franzosen`
        if tokens[last].low in lexicon.ambiguous and is_singular and self._form(tokens, end) is None:
            return last
        form = self._form(tokens, end) or (self._form(tokens, end + 1) if end + 1 < len(tokens) else None)
        if form is not None and self._form(tokens, end) is None:
            return end + 1 + form[0]
        return end + (form[0] if form else 1)

    def _may_own(self, tokens: Sequence[LexicalToken], at: int) -> bool:
        """Return whether a possessive opens a clause, or is behind `so`."""
        return at == 0 or tokens[at - 1].text in ",–:" or tokens[at - 1].low in self._lexicon.source_words

    def _is_demonstrative(self, tokens: Sequence[LexicalToken]) -> bool:
        """Return whether an article opens a sentence as its subject: `Der will davon nichts wissen.`"""
        lexicon = self._lexicon
        if len(tokens) < 3 or tokens[0].low not in lexicon.demonstratives or tokens[1].capital:
            return False
        return tokens[1].low in lexicon.singular_verbs or tokens[1].low in lexicon.being

    def _pronoun(self, tokens: Sequence[LexicalToken], at: int) -> LexicalMention | None:
        token = tokens[at]
        lexicon = self._lexicon
        if token.low in lexicon.possessives and at + 1 < len(tokens) and self._may_own(tokens, at):
            return LexicalMention("owner", at, at + 1, token.text, token.low, False, gender=lexicon.possessives[token.low])
        if at == 0 and self._is_demonstrative(tokens):
            return LexicalMention("pronoun", 0, 1, token.text, token.low, True, gender=lexicon.articles.get(token.low, ""))
        if token.low not in lexicon.pronouns:
            return None
        if (
            token.low in lexicon.determiners
            and at + 1 < len(tokens)
            and (tokens[at + 1].capital or self._is_adjective(tokens[at + 1]))
        ):
            return None
        return LexicalMention("pronoun", at, at + 1, token.text, token.low, True, gender=lexicon.pronouns[token.low])


def _age_behind(tokens: Sequence[LexicalToken], last: int) -> str:
    """Return the age behind a name: `Ida Wulf (38)`, `Ida Wulf, 38,`."""
    if last + 2 >= len(tokens) or tokens[last].text not in ",(" or tokens[last + 2].text not in ",)":
        return ""
    age = tokens[last + 1].text
    return age if age.isdigit() and len(age) == _AGE_DIGITS else ""
