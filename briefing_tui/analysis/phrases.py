"""A paragraph's phrases: noun phrases, verbs of speech, function words and quotations, in order, and its sentences.

A shallow chunker for English: it knows the closed classes of the language and the nouns that stand for people, groups and
documents, and takes every other word for what its neighbours make it. One pass, no backtracking.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from briefing_tui.analysis import words as w
from briefing_tui.analysis.gazetteer_people import given_names
from briefing_tui.analysis.gazetteer_places import peoples
from briefing_tui.analysis.gazetteer_words import common_words
from briefing_tui.analysis.marks import Quoted

Kind = Literal["quote", "name", "noun", "pronoun", "object", "relative", "that", "verb", "auxiliary", "adverb", "preposition",
               "subordinator", "conjunction", "participle", "punctuation", "word"]  # fmt: skip
NOMINAL = frozenset({"name", "noun", "pronoun"})

_TOKEN = re.compile(r"['’]s\b|[^\W_]+(?:[.&'’/-][^\W_]+)*['’]?|\.\.+|--+|[^\w\s]|_")
_POSSESSIVE = re.compile(r"['’][sS]$|(?<=[sSzxZX])['’]$")
_END = frozenset(".!?")
_TIME_NOUNS = frozenset(
    "week month year night morning afternoon evening day days weeks months years weekend time spring summer autumn fall winter hour "
    "hours minutes moment today tonight monday tuesday wednesday thursday friday saturday sunday".split()
)
_TIME_ORDER = frozenset("last next past earlier later previous following coming same recent".split())
_EVENT_NOUNS = frozenset(
    "interview statement speech rally debate meeting report post tweet email article letter event week month year night morning "
    "afternoon evening weekend conference briefing hearing appearance address convention summit message op-ed series call ceremony today "
    "yesterday time case day".split()
)
_OFFICES = frozenset(
    "state defense defence treasury house commerce labor labour energy education interior agriculture transportation homeland health "
    "war staff representatives exchequer justice".split()
)
_ADJECTIVE_ENDS = frozenset(
    "based born led backed style era bound run held controlled owned trained sponsored funded linked supported educated level wide "
    "related made dominated occupied ranking speaking aligned friendly leaning".split()
)
_APPOSITION = 12
_LONGEST = 160
"""A sentence of more phrases is parted, so that no line takes longer than its length."""
_DASHES = frozenset("—–―")


@dataclass(slots=True)
class Phrase:
    """A piece of a paragraph: its kind, its range, its words. Nominal ones know their head (the last word, in lower case) and, when
    they end in a name, where the name begins; `owner` is the end of the part before a possessive; quotes know their number."""

    kind: Kind
    start: int
    end: int
    text: str
    low: str
    head: str = ""
    name: str = ""
    title: str = ""
    owner: str = ""
    lemma: str = ""
    quote: int = -1
    plural: bool = False


@dataclass(slots=True)
class _Token:
    text: str
    low: str
    start: int
    end: int
    word: bool
    capital: bool
    possessive: bool = False
    quote: int = -1


def _tokens(text: str, quotes: Sequence[tuple[int, Quoted]]) -> list[_Token]:
    out: list[_Token] = []
    at = 0
    for number, quoted in quotes:
        _read(text, at, quoted.outer[0], out)
        start, end = quoted.outer
        if is_nickname(text, quoted):
            at = end
            continue
        out.append(_Token(text[start:end], "", start, end, False, False, quote=number))
        at = end
    _read(text, at, len(text), out)
    return out


def is_nickname(text: str, quoted: Quoted) -> bool:
    """The quotation stands inside a name: `Robert "Bobby" Scott`."""
    inner = text[quoted.inner[0] : quoted.inner[1]]
    if " " in inner.strip() and inner.count(" ") > 2 or not inner[:1].isupper() or inner[-1:] in ",.!?":
        return False
    before, after = text[: quoted.outer[0]], text[quoted.outer[1] : quoted.outer[1] + 2]
    words = before[-40:].split()
    return (
        bool(words)
        and before.endswith(" ")
        and words[-1][:1].isupper()
        and words[-1][-1:] not in ",;:"
        and (words[-1].lower() not in w.CAPITAL_STOP and after[:1] == " " and after[1:2].isupper())
    )


def _read(text: str, first: int, last: int, out: list[_Token]) -> None:
    dot = -1
    for match in _TOKEN.finditer(text, first, last):
        start, end = match.span()
        if start < dot:
            continue
        value = match.group()
        letter = value[0]
        if not letter.isalnum():
            if len(value) == 2 and out and out[-1].end == start and value[1] in "sS":
                out[-1].possessive = True
                continue
            out.append(_Token(value, value, start, end, False, False))
            continue
        possessive = False
        if "'" in value or "’" in value:
            cut = _POSSESSIVE.search(value)
            if cut:
                possessive = True
                value = value[: cut.start()]
            elif value[-1] in "'’":
                value = value[:-1]
                end -= 1
        low = value.lower()
        stop = start + len(value)
        if not possessive and text[stop : stop + 1] == "." and stop < last:
            single = len(value) == 1 and letter.isupper()
            if single or "." in value or low.rpartition("-")[2] in w.ABBREVIATIONS:
                value += "."
                dot = end = stop + 1
        out.append(_Token(value, low, start, end, True, _is_capital(value), possessive))


def _is_capital(value: str) -> bool:
    """The word is written like a name: `Ortega`, `9News`, `al-Hadi`; not `Portolan-based`."""
    if not (value[0].isupper() or (value[0].isdigit() and value[-1].isupper())):
        return False
    return not ("-" in value and value.rpartition("-")[2] in _ADJECTIVE_ENDS)


def _is_adverb(low: str) -> bool:
    return low in w.ADVERBS or (len(low) > 4 and low.endswith("ly") and low not in w.NOT_ADVERBS)


def _stops(low: str) -> bool:
    """The word can't stand inside a noun phrase."""
    return low in w.PREPOSITIONS or low in w.CONJUNCTIONS or low in w.SUBORDINATORS or low in w.AUXILIARIES or low in w.PRONOUNS


def _capital_name(token: _Token, first: bool) -> bool:
    if not token.capital or token.low in w.WEEKDAYS or token.low in w.MONTHS:
        return False
    if token.low not in w.CAPITAL_STOP:
        return not (first and (_is_adverb(token.low) or (token.low in w.SPEECH and token.low.endswith(("ing", "ed")))))
    return len(token.text) > 1 and token.text.isupper() and not first


_NEVER_NOUNS = w.PAST_AND_PLAIN | frozenset("say tell ask argue believe think write speak find".split())


def _takes_plain_verb(out: Sequence[Phrase]) -> bool:
    """A verb in its plain form may follow: behind `to`, an auxiliary, a plural or a quotation."""
    at = len(out) - 1
    while at >= 0 and out[at].kind == "adverb":
        at -= 1
    if at < 0:
        return False
    last = out[at]
    if last.kind in ("auxiliary", "quote", "conjunction", "relative", "punctuation") or last.low == "to":
        return True
    if last.kind == "pronoun":
        return last.low not in ("he", "she", "it")
    return (
        last.kind == "noun"
        and (last.plural or last.low in ("some", "many", "most"))
        or (last.kind == "name" and last.head.endswith("s"))
    )


def _is_headline(tokens: Sequence[_Token]) -> bool:
    """Most words of one short line are capitalised, so that capitals tell nothing."""
    if len(tokens) > 30:
        return False
    words = [token for token in tokens if token.word and len(token.low) > 3]
    return len(words) > 3 and sum(token.capital for token in words) > 0.8 * len(words)


class Chunker:
    """Reads one paragraph's tokens into phrases."""

    def __init__(self, text: str, quotes: Sequence[tuple[int, Quoted]]) -> None:
        self.text = text
        self.tokens = _tokens(text, quotes)
        self.headline = _is_headline(self.tokens)

    def phrases(self) -> list[Phrase]:
        """The paragraph's phrases in order."""
        out: list[Phrase] = []
        at, count = 0, len(self.tokens)
        while at < count:
            phrase, at = self._next(at, out)
            out.append(phrase)
        return out

    def _first_in_sentence(self, at: int) -> bool:
        return at == 0 or self.tokens[at - 1].text in _END or self.tokens[at - 1].quote >= 0 or self.tokens[at - 1].text in ":"

    def _plain(self, kind: Kind, at: int, count: int = 1, lemma: str = "") -> tuple[Phrase, int]:
        first, last = self.tokens[at], self.tokens[at + count - 1]
        return Phrase(kind, first.start, last.end, self.text[first.start : last.end], first.low, lemma=lemma), at + count

    def _next(self, at: int, out: Sequence[Phrase]) -> tuple[Phrase, int]:
        token = self.tokens[at]
        if token.quote >= 0:
            phrase, at = self._plain("quote", at)
            phrase.quote = token.quote
            return phrase, at
        if not token.word:
            return self._plain("punctuation", at)
        low = token.low
        following = self.tokens[at + 1] if at + 1 < len(self.tokens) else None
        if low == "according" and following and following.low == "to":
            return self._plain("preposition", at, 2, "according")
        if low in w.POSSESSIVES and following and following.word and not (_stops(following.low) and not following.capital):
            return self._noun(at)
        if low in w.SUBJECT_PRONOUNS and low not in ("who", "which", "one"):
            if token.capital and low in ("it", "i") and len(token.text) > 1 and token.text.isupper():
                return self._noun(at)
            return self._plain("pronoun", at)
        if low in ("who", "which", "whom", "whose"):
            return self._plain("relative", at)
        if low == "that" and not (following and following.word and following.low in w.ROLE_NOUNS):
            return self._plain("that", at)
        if out and out[-1].low == "who" and not token.capital and low not in w.SPEECH and low not in w.AUXILIARIES:
            return self._plain("adverb" if _is_adverb(low) else "word", at)
        if self._title_dot(token, following):
            return self._noun(at)
        if following and following.low in _TIME_NOUNS and (low in _TIME_ORDER or low in w.WEEKDAYS):
            return self._plain("adverb", at, 2)
        if low in w.WEEKDAYS:
            return self._plain("adverb", at)
        if low in w.AUXILIARIES:
            return self._plain("auxiliary", at)
        if low in w.DETERMINERS and following and following.word and not _stops(following.low):
            return self._noun(at)
        if low in w.QUANTITIES and following and following.low == "of":
            phrase, at = self._plain("noun", at)
            phrase.head, phrase.plural = low, low != "one"
            return phrase, at
        if low in w.SUBORDINATORS:
            return self._plain("subordinator", at)
        if low in w.PREPOSITIONS:
            return self._plain("preposition", at, lemma="per" if low == "per" else "")
        if low in w.CONJUNCTIONS:
            return self._plain("conjunction", at)
        if self.headline and at and low in w.SPEECH and low != w.SPEECH[low] and not (following and following.low in w.SPEECH):
            return self._plain("verb", at, lemma=w.SPEECH[low])
        if self._names_something(at):
            return self._noun(at)
        if low in w.PRONOUNS:
            return self._plain("object", at)
        if low in w.SPEECH and not self._noun_here(at, out):
            return self._plain(
                "verb" if low != w.SPEECH[low] or low in w.PAST_AND_PLAIN or _takes_plain_verb(out) else "word",
                at,
                lemma=w.SPEECH[low],
            )
        if _is_adverb(low):
            return self._plain("adverb", at)
        if low in w.MONTHS and token.capital:
            return self._plain("adverb", at)
        if self._role_ahead(at) or (out and out[-1].text in ",—–(" and self._role_alone(at)):
            return self._noun(at)
        if token.possessive or low in w.ROLE_PLURALS:
            return self._noun(at)
        if low.endswith("ing") and len(low) > 5:
            return self._plain("participle", at)
        if low[-1].isdigit() and low[0].isalpha() and len(low) > 3:
            phrase, at = self._plain("name", at)
            phrase.name, phrase.head = token.text, low
            return phrase, at
        if low[0].isdigit() and following and following.word and not _stops(following.low) and not token.capital:
            return self._noun(at)
        return self._plain("word", at)

    def _names_something(self, at: int) -> bool:
        """A capitalised word that begins a name: one that only opens a sentence, or is shouted, does not."""
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
            and (following.low in w.SPEECH or following.low in w.AUXILIARIES)
            and self.tokens[max(at - 1, 0)].quote >= 0
        ):
            return True
        if first and (following is None or following.text in "?!"):
            return False
        if following and (following.low in w.ROLE_NOUNS or following.low in w.ROLE_PLURALS or following.low in w.GROUP_NOUNS):
            return True
        if token.text.isupper() and following and following.text.isupper() and len(following.text) > 2:
            return True
        if token.low not in common_words() or token.low in w.ROLE_NOUNS or token.low in w.ROLE_PLURALS or token.low in w.TITLES:
            return True
        return bool(
            following and following.capital and first and not token.text.isupper() and following.low not in w.CAPITAL_STOP
        )

    def _role_alone(self, at: int) -> bool:
        """Words behind a comma lead to a role without an article: `, chief strategist for …`."""
        for index in range(at, min(at + 6, len(self.tokens))):
            token = self.tokens[index]
            if not token.word or _stops(token.low) or token.low in w.DETERMINERS or not self._modifies(index):
                return False
            if token.low in w.ROLE_NOUNS and not token.capital:
                return True
        return False

    def _title_dot(self, token: _Token, following: _Token | None) -> bool:
        return token.capital and token.low in w.HONORIFICS and following is not None and following.capital

    def _noun_here(self, at: int, out: Sequence[Phrase]) -> bool:
        """A form that is verb and noun is a noun behind a preposition or an adjective, or before a verb."""
        low = self.tokens[at].low
        following = self.tokens[at + 1] if at + 1 < len(self.tokens) else None
        if low == "states":
            return not following or (following.word and following.low != "that")
        if low not in w.SPEECH_NOUNS and low not in w.DOCUMENT_NOUNS:
            return False
        if low.endswith("s") and following and following.low in ("of", "by", "from", "about", "against"):
            return True
        if out and out[-1].kind == "preposition" and out[-1].low not in ("to",):
            return True
        return bool(following and (following.low in w.AUXILIARIES or following.low in ("says", "said")))

    def _role_ahead(self, at: int) -> bool:
        """Lower-case words from here lead to a role before a name, or to people in the plural."""
        for index in range(at, min(at + 5, len(self.tokens))):
            token = self.tokens[index]
            if not token.word or _stops(token.low) or token.low in w.DETERMINERS:
                return False
            if token.low in w.ROLE_PLURALS and not token.capital:
                return index == at or all(self._modifies(i) for i in range(at, index))
            following = self.tokens[index + 1] if index + 1 < len(self.tokens) else None
            if (
                not token.capital
                and following
                and following.capital
                and following.low not in w.WEEKDAYS
                and (token.low in w.ROLE_NOUNS or (following.low in w.TITLES and token.low in w.NOUN_MODIFIERS))
            ):
                return all(self._modifies(i) for i in range(at, index))
            if token.low in w.SPEECH or _is_adverb(token.low) or token.low in w.VERBS:
                return False
        return False

    def _modifies(self, at: int) -> bool:
        token = self.tokens[at]
        return (
            token.low not in w.VERBS and token.low not in w.SPEECH and not token.low.endswith("ing") and not _is_adverb(token.low)
        )

    def _noun(self, at: int) -> tuple[Phrase, int]:
        """The noun phrase that begins here."""
        tokens, first = self.tokens, at
        headed = tokens[at].low not in w.DETERMINERS
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

    @staticmethod
    def _only_modifies(low: str) -> bool:
        return low in w.DETERMINERS or _is_adverb(low) or low.endswith(("ed", "ing")) or "-" in low or low.isdigit()

    def _belongs(self, token: _Token, before: _Token, at: int, first: int, headed: bool, lower_head: str) -> bool:
        low = token.low
        following = self.tokens[at + 1] if at + 1 < len(self.tokens) else None
        if token.capital:
            if self.headline and low in w.SPEECH and low != w.SPEECH[low]:
                return False
            if low in w.WEEKDAYS or (low in w.MONTHS and headed):
                return False
            if (
                low in w.CAPITAL_STOP
                and not (token.text.isupper() and len(token.text) > 1)
                and not (low in ("one", "us", "may", "will") and headed)
            ):
                return False
            if len(before.text) > 5 and before.text.isupper() and not token.text.isupper():
                return False
            if lower_head and (lower_head in _EVENT_NOUNS or (lower_head in w.SPEECH_NOUNS and lower_head not in w.ROLE_NOUNS)):
                return False
            if lower_head and lower_head in w.ROLE_PLURALS and low not in w.TITLES:
                return False
            return not (
                before.text.endswith(".")
                and before.low not in w.HONORIFICS
                and before.low not in w.TITLES
                and len(before.low) > 1
                and self._new_sentence(at)
            )
        if low in w.PARTICLES and following and following.capital and before.capital:
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
        if _stops(low) or (low in w.DETERMINERS and not low[0].isdigit() and headed) or low == "that":
            return False
        if _is_adverb(low):
            return not headed and bool(following and following.word)
        if low in w.SPEECH and at == first + 1 and before.low in w.DETERMINERS:
            return w.SPEECH[low] not in _NEVER_NOUNS and (low == w.SPEECH[low] or low.endswith(("s", "ing")))
        if low in w.SPEECH:
            return self._is_noun_inside(at, first, headed, lower_head)
        if before.capital and not before.possessive and before.low not in w.DETERMINERS and not self._is_adjective(at - 1, first):
            return (
                low in w.ROLE_NOUNS
                or low in w.ROLE_PLURALS
                or low in w.GROUP_NOUNS
                or low in w.DOCUMENT_NOUNS
                or self._role_ahead(at)
            )
        if headed and (low in w.VERBS or (low.endswith(("ed", "ing")) and not (following and following.low in w.ROLE_NOUNS))):
            return False
        return not (headed and low[0].isdigit())

    def _is_adjective(self, at: int, first: int) -> bool:
        """A nationality or a party behind an article: `the Pakistani religious parties`."""
        return at == first + 1 and self.tokens[first].low in w.DETERMINERS and self.tokens[at].text in peoples()

    def _is_noun_inside(self, at: int, first: int, headed: bool, lower_head: str) -> bool:
        """A form of a verb of speech is a noun in this phrase: a statement, the protest march, a company memo."""
        low, before = self.tokens[at].low, self.tokens[at - 1]
        plain = low == w.SPEECH[low] and low not in _NEVER_NOUNS
        determined = self.tokens[first].low in w.DETERMINERS or self.tokens[at - 1].possessive
        if not (low in w.SPEECH_NOUNS or low in w.DOCUMENT_NOUNS or low in ("state", "states")):
            if not (plain and determined and not lower_head.endswith("s")):
                return False
        if not headed or (plain and (not before.capital or (determined and not before.low.endswith("s")))):
            return True
        following = self.tokens[at + 1] if at + 1 < len(self.tokens) else None
        return bool(following and (following.low in w.SPEECH or following.low in w.AUXILIARIES) and not before.capital)

    def _new_sentence(self, at: int) -> bool:
        token = self.tokens[at]
        return token.low in w.CAPITAL_STOP

    def _joins(self, first: int, at: int) -> bool:
        """`of`, `for`, `on` or `and` inside an organisation's name."""
        following = self.tokens[at + 1]
        before = self.tokens[at - 1]
        if not before.capital or before.possessive:
            return False
        low = self.tokens[at].low
        if low == "of" and before.low in w.TITLES:
            return following.low in _OFFICES or (
                following.low == "the" and at + 2 < len(self.tokens) and self.tokens[at + 2].low in _OFFICES
            )
        if following.low == "the" and at + 2 < len(self.tokens):
            following = self.tokens[at + 2]
        if not following.capital or following.low in w.WEEKDAYS or following.low in w.MONTHS:
            return False
        body = [token for token in self.tokens[first:at] if token.capital]
        if low == "and":
            if before.low in w.ORG_TAILS:
                return False
            tail = at + 1
            while tail < len(self.tokens) and self.tokens[tail].capital:
                tail += 1
            return (
                self.tokens[tail - 1].low in w.ORG_TAILS
                and tail - at > 1
                and len(body) < 4
                and self.tokens[first].low not in w.HONORIFICS
            )
        return bool(body) and (before.low in w.ORG_TAILS or before.low in w.GROUP_NOUNS)

    def _described(self, first: int, end: int) -> Phrase:
        tokens = self.tokens[first:end]
        last = tokens[-1]
        text = self.text[tokens[0].start : last.end]
        possessive = next((i for i in range(len(tokens) - 1, -1, -1) if tokens[i].possessive), -1)
        if last.low in _TIME_NOUNS and all(
            token.low in _TIME_NOUNS or token.low in w.DETERMINERS or token.low in _TIME_ORDER for token in tokens
        ):
            return Phrase("adverb", tokens[0].start, last.end, text, tokens[0].low)
        if len(tokens) > 1 and _is_adverb(last.low) and not last.capital and tokens[0].low in w.DETERMINERS and len(tokens) == 2:
            return Phrase("adverb", tokens[0].start, last.end, text, tokens[0].low)
        owner = self.text[tokens[0].start : tokens[possessive].end] if possessive >= 0 else ""
        rest = tokens[possessive + 1 :]
        title, name = _title_and_name(rest) if rest else ("", "")
        phrase = Phrase("name" if name else "noun", tokens[0].start, last.end, text, tokens[0].low, last.low, name, title, owner)
        phrase.plural = not name and (last.low in w.ROLE_PLURALS or (last.low.endswith("s") and not last.low.endswith("ss")))
        if not rest:
            title, name = _title_and_name(tokens)
            phrase.name, phrase.title, phrase.kind = name, title, "name" if name else "noun"
        return phrase


_STRONG = (w.TITLES | w.ROLE_NOUNS) - frozenset(
    "white house press state national american british german french russian australian canadian whip assistant majority minority father "
    "sister brother star judge king prince queen pope bishop guard baker butcher farmer miss cardinal guest hero marshal archer".split()
)
_QUALIFYING = frozenset("former longtime veteran rival fellow then acting interim".split())
_SOFT = frozenset("king prince queen pope bishop judge father sister brother miss cardinal marshal assistant".split())


def _title_and_name(tokens: Sequence[_Token]) -> tuple[str, str]:
    """The words of title or role, and the capital words behind them that are a name ("" when the phrase ends in no name)."""
    begin = len(tokens)
    while begin > 0:
        token = tokens[begin - 1]
        if token.capital:
            begin -= 1
        elif token.low in w.PARTICLES or token.low in ("of", "for", "on", "and", "the"):
            if (
                begin == len(tokens)
                or begin - 1 == 0
                or not tokens[begin - 2].capital
                and tokens[begin - 2].low not in ("of", "for", "on")
            ):
                break
            begin -= 1
        else:
            break
    run = list(tokens[begin:])
    while run and run[0].low in w.CAPITAL_STOP and not (run[0].text.isupper() and len(run[0].text) > 1):
        run, begin = run[1:], begin + 1
    cut = _title_length(run)
    if not run or cut == len(run):
        return " ".join(token.low for token in tokens), ""
    name = " ".join(token.text for token in run[cut:])
    title = " ".join(token.low for token in (*tokens[:begin], *run[:cut]))
    return title, name


def _title_length(run: Sequence[_Token]) -> int:
    """How many of a run's words are title; all of them where an office is named and nobody in it."""
    if not run or (run[-1].low in w.ORG_TAILS and len(run) > 1):
        return 0
    last = run[-1].low
    office = last in _STRONG and last not in _SOFT
    if len(run) == 1:
        return 1 if office or last in w.ROLE_PLURALS else 0
    cut = 0
    for index, token in enumerate(run[:-1]):
        of_office = index > 1 and token.low in _OFFICES and run[index - 1].low in ("of", "the")
        if token.low in _STRONG or (index == 0 and token.low in _SOFT) or of_office:
            cut = index + 1
    if cut == 0 and len(run) > 2 and run[0].low in _QUALIFYING:
        cut = 1
    if len(run) > 2 and last in _OFFICES and run[0].low in w.TITLES and run[1].low == "of":
        return len(run)
    return len(run) if office and run[0].low not in given_names() else cut


def sentences(phrases: Sequence[Phrase], inners: Sequence[str]) -> list[list[Phrase]]:
    """The phrases parted into sentences; `inners` are the words of every quotation by number. A quotation that ends like a
    sentence ends one, unless its speech tag follows."""
    out: list[list[Phrase]] = []
    current: list[Phrase] = []
    for index, phrase in enumerate(phrases):
        current.append(phrase)
        if index + 1 < len(phrases) and (_ends(phrases, index, current, inners) or len(current) >= _LONGEST):
            out.append(current)
            current = []
    if current:
        out.append(current)
    return out


def _ends(phrases: Sequence[Phrase], index: int, current: Sequence[Phrase], inners: Sequence[str]) -> bool:
    phrase, following = phrases[index], phrases[index + 1]
    if phrase.kind == "punctuation":
        return phrase.text in _END and following.text not in ")]"
    if phrase.kind != "quote":
        return (
            phrase.text.endswith(".")
            and phrase.kind in NOMINAL | {"word", "adverb"}
            and following.text[:1].isupper()
            and (following.kind == "pronoun" or following.low in w.CAPITAL_STOP)
        )
    inner = inners[phrase.quote].rstrip()
    if inner[-1:] not in ".!?…" or following.text[:1] in _DASHES:
        return False
    if following.kind == "quote":
        return True
    return following.text[:1].isupper() and not _is_tag(phrases, index + 1, current, inner)


def _is_tag(phrases: Sequence[Phrase], at: int, current: Sequence[Phrase], inner: str) -> bool:
    """`Name said` behind a quotation that ended with a question mark or a stop is its tag, not a new sentence."""
    if phrases[at].kind not in NOMINAL or any(phrase.kind == "verb" for phrase in current):
        return False
    asked = inner.rstrip("'’\"”")[-1:] in "!?…"
    verb = _tag_verb(phrases, at + 1, _APPOSITION if asked else 0)
    if verb is None:
        return False
    following = phrases[verb + 1] if verb + 1 < len(phrases) else None
    if following is None or following.text in (".", ","):
        return True
    return asked and following.kind in ("preposition", "adverb", "punctuation", "participle", "name", "quote")


def _tag_verb(phrases: Sequence[Phrase], at: int, room: int) -> int | None:
    """The verb of speech behind a subject at `at - 1`: right behind it, or behind an apposition of at most `room` phrases."""
    last = min(at + room, len(phrases) - 1) if at < len(phrases) and phrases[at].text in ",(" else at
    while at < len(phrases) and phrases[at].text not in _END:
        phrase = phrases[at]
        if phrase.kind == "verb" and phrase.low in w.SAYING and phrase.low != phrase.lemma and not phrase.low.endswith("ing"):
            return at
        if phrase.kind not in ("auxiliary", "adverb"):
            if at >= last:
                return None
        at += 1
    return None
