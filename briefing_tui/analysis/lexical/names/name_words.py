"""Hold words that may be a name, and tell words of names from others."""

import re
from collections.abc import Sequence
from typing import Literal

from msgspec import Struct

from briefing_tui.analysis.lexical.lexicon import Gender, Lexicon
from briefing_tui.analysis.lexical.tokens import LexicalToken

NameKind = Literal["person", "organization", "unknown"]

INITIAL = re.compile(r"[A-ZÄÖÜ]\.?|(?:[A-Z]\.){2,}")
ARABIC = ("al-", "el-", "ad-", "as-", "ar-", "ash-", "at-", "az-", "an-", "ben-", "ibn-", "abu-")
"""Articles that begin a surname written in small letters: `al-Scharaa`."""
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


class NameWords:
    """The words of an article as the lexicon and the article itself know them."""

    def __init__(self, lexicon: Lexicon, common: frozenset[str]) -> None:
        """Take the lexicon, and words in lower case that the article uses as common ones."""
        self.lexicon = lexicon
        self.common = common

    def is_surname(self, tokens: Sequence[LexicalToken], at: int) -> bool:
        """Return whether a word can be a name's second word, or one behind."""
        token = tokens[at]
        if token.low.startswith(ARABIC) and token.text[-1].islower() and "-" in token.text:
            return True
        if not token.capital or token.text.isdigit() or token.low in self.lexicon.function_words:
            return False
        if INITIAL.fullmatch(token.text):
            return True
        if token.low in self.lexicon.time_nouns or token.low in self.common:
            return False
        return self.is_given(tokens[at - 1]) or not self.is_word(token) or self.is_given(token)

    def is_given(self, token: LexicalToken) -> bool:
        """Return whether a word is a given name, or a double one: `Hans-Peter`."""
        given = self.lexicon.given_names
        return token.capital and (
            token.low in given or ("-" in token.low and all(part in given for part in token.low.split("-")))
        )

    def is_function(self, token: LexicalToken) -> bool:
        """Return whether a word is one of grammar."""
        return token.low in self.lexicon.function_words

    def is_word(self, token: LexicalToken) -> bool:
        """Return whether a word is a common one, by the lexicon or in this article."""
        return token.low in self.common or self.lexicon.is_common(token.low)

    def is_plain(self, token: LexicalToken) -> bool:
        """Return whether a word is common even behind a noun that introduces a name."""
        lexicon = self.lexicon
        return token.low in self.common or token.low in lexicon.function_words or lexicon.is_listed(token.low)

    def opens_sentence(self, tokens: Sequence[LexicalToken], at: int) -> bool:
        """Return whether a sentence or a quotation begins at a token."""
        return at == 0 or tokens[at - 1].text[-1:] in _SENTENCE_MARKS

    def make(
        self, kind: NameKind, text: str, tokens: Sequence[LexicalToken], first: int, last: int, certain: bool = True
    ) -> NameCandidate:
        """Return the candidate of some tokens, with the full stop of an initial."""
        start, end = tokens[first].start, tokens[last - 1].end
        if (
            kind == "person"
            and tokens[last - 1].text != "."
            and text.startswith(".", end)
            and INITIAL.fullmatch(tokens[last - 1].text)
        ):
            end += 1
        return NameCandidate(kind, first, last, text[start:end], start, end, certain=certain)
