"""Read noun phrases: where each ends, and its title, name, possessor and role.

A word of lower case belongs to the phrase unless it is a function word, or looks like the sentence's verb behind a head.
"""

from collections.abc import Sequence

from briefing_tui.analysis.en.grammar.phrases import Phrase
from briefing_tui.analysis.en.grammar.tokens import Token, is_adverb
from briefing_tui.languages import english_people as people
from briefing_tui.languages import english_speech as speech
from briefing_tui.languages import english_words as lexicon
from briefing_tui.languages.english_names import GIVEN_NAMES, PARTICLES, PEOPLES, PLACES

_OWNERS = frozenset({"his", "her", "their"})
_NO_NOUN = lexicon.FUNCTION_WORDS | lexicon.DETERMINERS


class NounPhraseReader:
    """A reader of the noun phrases of one paragraph.

    `headline` means that the paragraph's capitals show nothing.
    """

    def __init__(self, text: str, tokens: Sequence[Token], headline: bool) -> None:
        self.text = text
        self.tokens = tokens
        self.headline = headline

    def read(self, at: int) -> tuple[Phrase, int]:
        """Return the noun phrase at a token, and the index behind it."""
        tokens, first = self.tokens, at
        headed = tokens[at].low not in lexicon.DETERMINERS
        lower_head = ""
        if tokens[at].possessive:
            headed = False
        at += 1
        while at < len(tokens):
            token, before = tokens[at], tokens[at - 1]
            if not token.word:
                if token.text == "&" and at + 1 < len(tokens) and tokens[at + 1].capital:
                    at += 2
                    continue
                break
            if not self._belongs(token, before, at, first, headed, lower_head):
                break
            lower_head = "" if token.capital or token.possessive else token.low
            headed = not token.possessive and (headed or not self._only_modifies(token.low))
            at += 1
        return self._described(first, at), at

    def leads_to_role(self, at: int) -> bool:
        """Return whether words of lower case lead to a role before a name.

        They may also lead to people in the plural.
        """
        for index in range(at, min(at + 5, len(self.tokens))):
            token = self.tokens[index]
            if not token.word or token.low in _NO_NOUN:
                return False
            if token.low in people.ROLE_PLURALS and not token.capital:
                return index == at or all(self._modifies(i) for i in range(at, index))
            following = self.tokens[index + 1] if index + 1 < len(self.tokens) else None
            if (
                not token.capital
                and following
                and following.capital
                and following.low not in lexicon.WEEKDAYS
                and (token.low in people.ROLE_NOUNS or (following.low in people.TITLES and token.low in people.NOUN_MODIFIERS))
            ):
                return all(self._modifies(i) for i in range(at, index))
            if token.low in speech.SPEECH or is_adverb(token.low) or token.low in lexicon.VERBS:
                return False
        return False

    def leads_to_bare_role(self, at: int) -> bool:
        """Return whether words behind a comma lead to a role without an article.

        An example is `, chief strategist for …`.
        """
        for index in range(at, min(at + 6, len(self.tokens))):
            token = self.tokens[index]
            if not token.word or token.low in _NO_NOUN or not self._modifies(index):
                return False
            if token.low in people.ROLE_NOUNS and not token.capital:
                return True
        return False

    def _modifies(self, at: int) -> bool:
        token = self.tokens[at]
        return (
            token.low not in lexicon.VERBS
            and token.low not in speech.SPEECH
            and not token.low.endswith("ing")
            and not is_adverb(token.low)
        )

    @staticmethod
    def _only_modifies(low: str) -> bool:
        return low in lexicon.DETERMINERS or is_adverb(low) or low.endswith(("ed", "ing")) or "-" in low or low.isdigit()

    def _belongs(self, token: Token, before: Token, at: int, first: int, headed: bool, lower_head: str) -> bool:
        low = token.low
        following = self.tokens[at + 1] if at + 1 < len(self.tokens) else None
        if token.capital:
            return self._capital_belongs(token, before, at, headed, lower_head)
        if low in PARTICLES and following and following.capital and before.capital:
            return True
        if low in ("of", "for", "on", "and") and following and self._joins(first, at):
            return True
        if (
            low == "the"
            and before.low in ("of", "for", "on")
            and before is not self.tokens[first]
            and following
            and following.capital
        ):
            return True
        if low in lexicon.FUNCTION_WORDS or (low in lexicon.DETERMINERS and not low[0].isdigit() and headed) or low == "that":
            return False
        if is_adverb(low):
            return not headed and bool(following and following.word)
        if low in speech.SPEECH and at == first + 1 and before.low in lexicon.DETERMINERS:
            return speech.SPEECH[low] not in speech.NEVER_NOUNS and (low == speech.SPEECH[low] or low.endswith(("s", "ing")))
        if low in speech.SPEECH:
            return self._is_noun_inside(at, first, headed, lower_head)
        if headed and low.endswith("s") and following and self._is_predicate(following):
            return False
        if (
            before.capital
            and not before.possessive
            and before.low not in lexicon.DETERMINERS
            and not self._is_adjective(at - 1, first)
        ):
            return (
                low in people.ROLE_NOUNS
                or low in people.ROLE_PLURALS
                or low in people.GROUP_NOUNS
                or low in lexicon.DOCUMENT_NOUNS
                or self.leads_to_role(at)
                or self._is_head(at, first)
            )
        if headed and (
            low in lexicon.VERBS or (low.endswith(("ed", "ing")) and not (following and following.low in people.ROLE_NOUNS))
        ):
            return False
        return not (headed and low[0].isdigit())

    def _capital_belongs(self, token: Token, before: Token, at: int, headed: bool, lower_head: str) -> bool:
        """Return whether a capitalised word continues the phrase."""
        low = token.low
        if self.headline and low in speech.SPEECH and low != speech.SPEECH[low]:
            return False
        if low in lexicon.WEEKDAYS or (low in lexicon.MONTHS and headed):
            return False
        if (
            low in lexicon.CAPITAL_STOP
            and not (token.text.isupper() and len(token.text) > 1)
            and not (low in ("one", "us", "may", "will") and headed)
        ):
            return False
        if len(before.text) > 5 and before.text.isupper() and not token.text.isupper():
            return False
        if lower_head and (
            lower_head in lexicon.EVENT_NOUNS or (lower_head in speech.SPEECH_NOUNS and lower_head not in people.ROLE_NOUNS)
        ):
            return False
        if lower_head and lower_head in people.ROLE_PLURALS and low not in people.TITLES:
            return False
        return not (
            before.text.endswith(".")
            and before.low not in people.HONORIFICS
            and before.low not in people.TITLES
            and len(before.low) > 1
            and self._new_sentence(at)
        )

    def _is_head(self, at: int, first: int) -> bool:
        """Return whether a word of lower case behind an article and a name is the phrase's head.

        The name then only says which: `a Haley backer`, `the Florida fan explained`.
        """
        token, article = self.tokens[at], self.tokens[first].low
        following = self.tokens[at + 1] if at + 1 < len(self.tokens) else None
        if token.low in lexicon.VERBS or token.low.endswith(("ed", "ing")):
            return False
        if article in ("a", "an"):
            return first + 1 == at - 1
        return article == "the" and not token.low.endswith("s") and bool(following and following.low in speech.SPEECH)

    @staticmethod
    def _is_predicate(following: Token) -> bool:
        """Return whether a word is usual behind a verb and rare behind a plural.

        Such are `mostly` in `the book focuses mostly on …` and `herself` in `Ortega bills herself …`.
        """
        if following.low in lexicon.DETERMINERS or following.low == "how" or following.low.endswith(("self", "selves")):
            return True
        return is_adverb(following.low) and not following.capital

    def _is_adjective(self, at: int, first: int) -> bool:
        """Return whether a word is a nationality or a party behind an article: `the Pakistani religious parties`."""
        return at == first + 1 and self.tokens[first].low in lexicon.DETERMINERS and self.tokens[at].text in PEOPLES

    def _is_noun_inside(self, at: int, first: int, headed: bool, lower_head: str) -> bool:
        """Return whether a form of a verb of speech is a noun in this phrase.

        Such are a statement, the protest march, a company memo.
        """
        low, before = self.tokens[at].low, self.tokens[at - 1]
        plain = low == speech.SPEECH[low] and low not in speech.NEVER_NOUNS
        determined = self.tokens[first].low in lexicon.DETERMINERS or self.tokens[at - 1].possessive
        known = low in speech.SPEECH_NOUNS or low in lexicon.DOCUMENT_NOUNS or low in ("state", "states")
        if not known and not (plain and determined and not lower_head.endswith("s")):
            return False
        if not headed or (plain and (not before.capital or (determined and not before.low.endswith("s")))):
            return True
        following = self.tokens[at + 1] if at + 1 < len(self.tokens) else None
        return bool(following and (following.low in speech.SPEECH or following.low in lexicon.AUXILIARIES) and not before.capital)

    def _new_sentence(self, at: int) -> bool:
        token = self.tokens[at]
        return token.low in lexicon.CAPITAL_STOP

    def _joins(self, first: int, at: int) -> bool:
        """Return whether `of`, `for`, `on` or `and` is inside an organisation's name."""
        following = self.tokens[at + 1]
        before = self.tokens[at - 1]
        if not before.capital or before.possessive:
            return False
        low = self.tokens[at].low
        if low == "of" and before.low in people.TITLES:
            return following.low in people.OFFICES or (
                following.low == "the" and at + 2 < len(self.tokens) and self.tokens[at + 2].low in people.OFFICES
            )
        if following.low == "the" and at + 2 < len(self.tokens):
            following = self.tokens[at + 2]
        if not following.capital or following.low in lexicon.WEEKDAYS or following.low in lexicon.MONTHS:
            return False
        body = [token for token in self.tokens[first:at] if token.capital]
        if low == "and":
            if self._is_of_fields(first, at) and following.low not in GIVEN_NAMES and following.low not in people.TITLES:
                return following.text not in PLACES
            if before.low in people.ORG_TAILS:
                return False
            tail = at + 1
            while tail < len(self.tokens) and self.tokens[tail].capital:
                tail += 1
            return (
                self.tokens[tail - 1].low in people.ORG_TAILS
                and tail - at > 1
                and len(body) < 4
                and self.tokens[first].low not in people.HONORIFICS
            )
        return bool(body) and (before.low in people.ORG_TAILS or before.low in people.GROUP_NOUNS)

    def _is_of_fields(self, first: int, at: int) -> bool:
        """Return whether an office has a field in its name, which may be two things: `Ministry of Trade and Industry`."""
        lows = [token.low for token in self.tokens[first:at]]
        return "of" in lows[1:-1] and lows[lows.index("of", 1) - 1] in people.OF_FIELDS

    def _described(self, first: int, end: int) -> Phrase:
        tokens = self.tokens[first:end]
        last = tokens[-1]
        text = self.text[tokens[0].start : last.end]
        possessive = -1
        for index, token in enumerate(tokens):
            if token.possessive:
                possessive = index
        if last.low in lexicon.TIME_NOUNS and all(
            token.low in lexicon.TIME_NOUNS or token.low in lexicon.DETERMINERS or token.low in lexicon.TIME_ORDER
            for token in tokens
        ):
            return Phrase("adverb", tokens[0].start, last.end, text, tokens[0].low)
        if (
            len(tokens) > 1
            and is_adverb(last.low)
            and not last.capital
            and tokens[0].low in lexicon.DETERMINERS
            and len(tokens) == 2
        ):
            return Phrase("adverb", tokens[0].start, last.end, text, tokens[0].low)
        owner = self.text[tokens[0].start : tokens[possessive].end] if possessive >= 0 else ""
        if not owner and tokens[0].low in _OWNERS and last.low in speech.OWN_WORDS:
            owner = tokens[0].text
        rest = tokens[possessive + 1 :]
        title, name = split_title(rest) if rest else ("", "")
        phrase = Phrase("name" if name else "noun", tokens[0].start, last.end, text, tokens[0].low, last.low, name, title, owner)
        phrase.plural = not name and (last.low in people.ROLE_PLURALS or (last.low.endswith("s") and not last.low.endswith("ss")))
        if not rest:
            title, name = split_title(tokens)
            phrase.name, phrase.title, phrase.kind = name, title, "name" if name else "noun"
        return phrase


def split_title(tokens: Sequence[Token]) -> tuple[str, str]:
    """Return the words of a title or role, and the name behind them.

    The name is "" if the phrase ends in none.
    """
    begin = len(tokens)
    while begin > 0:
        token = tokens[begin - 1]
        if token.capital:
            begin -= 1
        elif token.low in PARTICLES or token.low in ("of", "for", "on", "and", "the"):
            if (
                begin == len(tokens)
                or begin - 1 == 0
                or (not tokens[begin - 2].capital and tokens[begin - 2].low not in ("of", "for", "on"))
            ):
                break
            begin -= 1
        else:
            break
    run = list(tokens[begin:])
    while run and run[0].low in lexicon.CAPITAL_STOP and not (run[0].text.isupper() and len(run[0].text) > 1):
        run, begin = run[1:], begin + 1
    cut = _title_length(run)
    if not run or cut == len(run):
        return " ".join(token.low for token in tokens), ""
    name = " ".join(token.text for token in run[cut:])
    title = " ".join(token.low for token in (*tokens[:begin], *run[:cut]))
    return title, name


def _title_length(run: Sequence[Token]) -> int:
    """Return how many of a run's words are a title; all of them if an office is named and nobody in it."""
    if not run or (run[-1].low in people.ORG_TAILS and len(run) > 1):
        return 0
    last = run[-1].low
    office = last in people.STRONG_TITLES and last not in people.SOFT_TITLES
    if len(run) == 1:
        return 1 if office or last in people.ROLE_PLURALS else 0
    cut = 0
    for index, token in enumerate(run[:-1]):
        of_office = index > 1 and token.low in people.OFFICES and run[index - 1].low in ("of", "the")
        if token.low in people.STRONG_TITLES or (index == 0 and token.low in people.SOFT_TITLES) or of_office:
            cut = index + 1
    if cut == 0 and len(run) > 2 and run[0].low in people.QUALIFYING:
        cut = 1
    if len(run) > 2 and last in people.OFFICES and run[0].low in people.TITLES and run[1].low == "of":
        return len(run)
    return len(run) if office and run[0].low not in GIVEN_NAMES else cut
