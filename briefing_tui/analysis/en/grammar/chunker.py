"""Split a paragraph into phrases: a shallow chunker for English.

It knows the closed classes of the language and the nouns for people, groups and documents, and gives every other word the kind
that its neighbours suggest. One pass, no backtracking.
"""

from collections.abc import Sequence

from briefing_tui.analysis.en.grammar.noun_phrases import NounPhraseReader
from briefing_tui.analysis.en.grammar.phrases import Kind, Phrase
from briefing_tui.analysis.en.grammar.tokens import Token, is_adverb, is_headline, tokenize, unshout
from briefing_tui.analysis.shared.quote_marks import Quotation
from briefing_tui.languages import english_people as people
from briefing_tui.languages import english_speech as speech
from briefing_tui.languages import english_words as lexicon
from briefing_tui.languages.english_names import COMMON_WORDS

_END = frozenset(".!?")
_IN_CONTEXT = lexicon.DETERMINERS | lexicon.QUANTITIES | lexicon.TIME_ORDER | {"per", "that"}
_CLOSED: dict[str, Kind] = {
    **dict.fromkeys(lexicon.AUXILIARIES - _IN_CONTEXT, "auxiliary"),
    **dict.fromkeys(lexicon.SUBORDINATORS - _IN_CONTEXT, "subordinator"),
    **dict.fromkeys(lexicon.PREPOSITIONS - _IN_CONTEXT, "preposition"),
    **dict.fromkeys(lexicon.CONJUNCTIONS - _IN_CONTEXT, "conjunction"),
    **dict.fromkeys(("who", "which", "whom", "whose"), "relative"),
}
"""Words that have one kind in any context."""
_WEIGHED = (
    lexicon.POSSESSIVES | lexicon.SUBJECT_PRONOUNS | lexicon.PRONOUNS | lexicon.TIME_ORDER | lexicon.WEEKDAYS
    | lexicon.DETERMINERS | lexicon.QUANTITIES | lexicon.PREPOSITIONS | lexicon.AUXILIARIES | frozenset(speech.SPEECH)
    | {"according", "that", "per"}
)  # fmt: skip
"""Words of lower case whose kind depends on their neighbours."""


def _capital_name(token: Token, first: bool) -> bool:
    if not token.capital or token.low in lexicon.WEEKDAYS or token.low in lexicon.MONTHS:
        return False
    if token.low not in lexicon.CAPITAL_STOP:
        return not (first and (is_adverb(token.low) or (token.low in speech.SPEECH and token.low.endswith(("ing", "ed")))))
    return len(token.text) > 1 and token.text.isupper() and not first


def _takes_plain_verb(before: Sequence[Phrase]) -> bool:
    """Return whether a verb in its plain form may follow: behind `to`, an auxiliary, a plural or a quotation."""
    at = len(before) - 1
    while at >= 0 and before[at].kind == "adverb":
        at -= 1
    if at < 0:
        return False
    last = before[at]
    if last.kind in ("auxiliary", "quote", "conjunction", "relative", "punctuation") or last.low == "to":
        return True
    if last.kind == "pronoun":
        return last.low not in ("he", "she", "it")
    return (last.kind == "noun" and (last.plural or last.low in ("some", "many", "most"))) or (
        last.kind == "name" and last.head.endswith("s")
    )


class Chunker:
    """A reader of one paragraph's phrases."""

    def __init__(self, text: str, quotes: Sequence[tuple[int, Quotation]]) -> None:
        self.text = text
        self.tokens = tokenize(text, quotes)
        unshout(self.tokens)
        self.headline = is_headline(self.tokens)
        self._nouns = NounPhraseReader(text, self.tokens, self.headline)

    def phrases(self) -> list[Phrase]:
        """Return the paragraph's phrases in order."""
        found: list[Phrase] = []
        at, count = 0, len(self.tokens)
        while at < count:
            phrase, at = self._next(at, found)
            found.append(phrase)
        return found

    def _first_in_sentence(self, at: int) -> bool:
        if at == 0:
            return True
        before = self.tokens[at - 1]
        shouted = before.word and not before.capital and before.text.isupper()
        return shouted or before.text in _END or before.quote >= 0 or before.text == ":"

    def _is_particle_verb(self, at: int, before: Sequence[Phrase]) -> bool:
        """Return whether a verb behind a quotation says it together with the next word: `“…,” chimed in the mayor`."""
        if at + 2 >= len(self.tokens) or (self.tokens[at].low, self.tokens[at + 1].low) not in speech.PARTICLE_VERBS:
            return False
        return bool(before) and "quote" in {phrase.kind for phrase in before[-2:]}

    def _plain(self, kind: Kind, at: int, count: int = 1, lemma: str = "") -> tuple[Phrase, int]:
        first = self.tokens[at]
        if count == 1:
            return Phrase(kind, first.start, first.end, first.text, first.low, "", "", "", "", lemma), at + 1
        last = self.tokens[at + count - 1]
        return Phrase(kind, first.start, last.end, self.text[first.start : last.end], first.low, lemma=lemma), at + count

    def _next(self, at: int, before: Sequence[Phrase]) -> tuple[Phrase, int]:
        token = self.tokens[at]
        if token.quote >= 0:
            phrase, at = self._plain("quote", at)
            phrase.quote = token.quote
            return phrase, at
        if not token.word:
            return self._plain("punctuation", at)
        if self._is_particle_verb(at, before):
            return self._plain("verb", at, 2, token.low)
        low = token.low
        closed = _CLOSED.get(low)
        if closed is not None:
            return self._plain(closed, at)
        if not token.capital and low not in _WEIGHED:
            if before and before[-1].low == "who":
                return self._plain("adverb" if is_adverb(low) else "word", at)
            return self._open_word(at, token, before)
        following = self.tokens[at + 1] if at + 1 < len(self.tokens) else None
        return self._function_word(at, token, following, before) or self._content_word(at, token, following, before)

    def _function_word(
        self, at: int, token: Token, following: Token | None, before: Sequence[Phrase]
    ) -> tuple[Phrase, int] | None:
        """Return the phrase that a function word begins, and the index behind it; None for other words."""
        low = token.low
        if low == "according" and following and following.low == "to":
            return self._plain("preposition", at, 2, "according")
        if (
            low in lexicon.POSSESSIVES
            and following
            and following.word
            and not (following.low in lexicon.FUNCTION_WORDS and not following.capital)
        ):
            return self._nouns.read(at)
        if low in lexicon.SUBJECT_PRONOUNS and low not in ("who", "which", "one"):
            if token.capital and low in ("it", "i") and len(token.text) > 1 and token.text.isupper():
                return self._nouns.read(at)
            return self._plain("pronoun", at)
        if low == "that" and not (following and following.word and following.low in people.ROLE_NOUNS):
            return self._plain("that", at)
        if (
            before
            and before[-1].low == "who"
            and not token.capital
            and low not in speech.SPEECH
            and low not in lexicon.AUXILIARIES
        ):
            return self._plain("adverb" if is_adverb(low) else "word", at)
        if self._title_dot(token, following):
            return self._nouns.read(at)
        if following and following.low in lexicon.TIME_NOUNS and (low in lexicon.TIME_ORDER or low in lexicon.WEEKDAYS):
            return self._plain("adverb", at, 2)
        if low in lexicon.WEEKDAYS:
            return self._plain("adverb", at)
        if low in lexicon.COMPARING and following and is_adverb(following.low) and not following.capital:
            return self._plain("adverb", at, 2)
        if low in lexicon.DETERMINERS and following and following.word and not self._is_function_word(following):
            return self._nouns.read(at)
        if low in lexicon.QUANTITIES and following and following.low == "of":
            phrase, at = self._plain("noun", at)
            phrase.head, phrase.plural = low, low != "one"
            return phrase, at
        if low == "per":
            return self._plain("preposition", at, lemma=low)
        return self._plain("preposition", at) if low in lexicon.PREPOSITIONS else None

    def _content_word(self, at: int, token: Token, following: Token | None, before: Sequence[Phrase]) -> tuple[Phrase, int]:
        """Return the phrase of a name, an object, a verb of speech or an open word, and the index behind it."""
        low = token.low
        if (
            self.headline
            and at
            and low in speech.SPEECH
            and low != speech.SPEECH[low]
            and not (following and following.low in speech.SPEECH)
        ):
            return self._plain("verb", at, lemma=speech.SPEECH[low])
        if self._names_something(at):
            return self._nouns.read(at)
        if low in lexicon.PRONOUNS:
            return self._plain("object", at)
        if low in speech.SPEECH and not self._noun_here(at, before):
            return self._plain(
                "verb" if low != speech.SPEECH[low] or low in speech.PAST_AND_PLAIN or _takes_plain_verb(before) else "word",
                at,
                lemma=speech.SPEECH[low],
            )
        return self._open_word(at, token, before)

    def _open_word(self, at: int, token: Token, before: Sequence[Phrase]) -> tuple[Phrase, int]:
        """Return the phrase of a word that is in no closed class and no verb of speech."""
        low = token.low
        if is_adverb(low):
            return self._plain("adverb", at)
        if low in lexicon.MONTHS and token.capital:
            return self._plain("adverb", at)
        if self._nouns.leads_to_role(at) or (before and before[-1].text in ",—–(" and self._nouns.leads_to_bare_role(at)):
            return self._nouns.read(at)
        if token.possessive or low in people.ROLE_PLURALS:
            return self._nouns.read(at)
        if low.endswith("ing") and len(low) > 5:
            return self._plain("participle", at)
        if low[-1].isdigit() and low[0].isalpha() and len(low) > 3:
            phrase, at = self._plain("name", at)
            phrase.name, phrase.head = token.text, low
            return phrase, at
        if len(low) == 4 and low.isdigit() and low[:2] in ("17", "18", "19", "20"):
            return self._plain("adverb", at)
        if low[0].isdigit() and not token.capital and at + 1 < len(self.tokens):
            following = self.tokens[at + 1]
            if following.word and following.low not in lexicon.FUNCTION_WORDS:
                return self._nouns.read(at)
        return self._plain("word", at)

    def _names_something(self, at: int) -> bool:
        """Return whether a capitalised word begins a name.

        A word that only opens a sentence, or is in capitals as a whole, does not.
        """
        token = self.tokens[at]
        first = self._first_in_sentence(at)
        if not _capital_name(token, first):
            return False
        following = self.tokens[at + 1] if at + 1 < len(self.tokens) else None
        if not first and not (token.text.isupper() and len(token.text) > 3):
            return True
        if (
            first
            and following
            and (following.low in speech.SPEECH or following.low in lexicon.AUXILIARIES)
            and self.tokens[max(at - 1, 0)].quote >= 0
        ):
            return True
        if first and (following is None or following.text in "?!"):
            return False
        if following and (
            following.low in people.ROLE_NOUNS or following.low in people.ROLE_PLURALS or following.low in people.GROUP_NOUNS
        ):
            return True
        if token.text.isupper() and following and following.text.isupper() and len(following.text) > 2:
            return True
        if (
            token.low not in COMMON_WORDS
            or token.low in people.ROLE_NOUNS
            or token.low in people.ROLE_PLURALS
            or token.low in people.TITLES
        ):
            return True
        return bool(
            following and following.capital and first and not token.text.isupper() and following.low not in lexicon.CAPITAL_STOP
        )

    @staticmethod
    def _is_function_word(token: Token) -> bool:
        """Return whether a token is a function word; `the US` is a country and no pronoun."""
        return token.low in lexicon.FUNCTION_WORDS and not (token.text.isupper() and len(token.text) > 1)

    def _title_dot(self, token: Token, following: Token | None) -> bool:
        return token.capital and token.low in people.HONORIFICS and following is not None and following.capital

    def _noun_here(self, at: int, before: Sequence[Phrase]) -> bool:
        """Return whether a form that may be verb or noun is a noun here.

        It is one behind a preposition or an adjective, or before a verb.
        """
        low = self.tokens[at].low
        following = self.tokens[at + 1] if at + 1 < len(self.tokens) else None
        if low == "states":
            return not following or (following.word and following.low != "that")
        if low not in speech.SPEECH_NOUNS and low not in lexicon.DOCUMENT_NOUNS:
            return False
        if low.endswith("s") and following and following.low in ("of", "by", "from", "about", "against"):
            return True
        if before and before[-1].kind == "preposition" and before[-1].low not in ("to",):
            return True
        return bool(following and (following.low in lexicon.AUXILIARIES or following.low in ("says", "said")))
