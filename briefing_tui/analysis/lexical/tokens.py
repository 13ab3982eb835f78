"""Split a paragraph into words, marks and quotations, and these into sentences."""

import re
from collections.abc import Iterable, Sequence
from typing import Literal

from msgspec import Struct

from briefing_tui.analysis.lexical.lexicon import WordForms
from briefing_tui.analysis.shared.quote_marks import Quotation
from briefing_tui.analysis.shared.sentences import Writing

_TOKEN = re.compile(
    r"(?:[^\W\d_]\.){2,}+|[^\W_]++(?:(?:[’'&\u2010\u2011\xad-]|[*:/](?=in))[^\W_]++)*+(?:-(?=[,\s]))?|\.\.+|[^\w\s]|_"
)
QUOTING = '“”"„«»‚‘'
_NUMBERED = re.compile(r"\d+-[A-ZÄÖÜ]")
_LONGEST = 200
"""The most tokens of a sentence, so that the time is in proportion to the length."""


class LexicalToken(Struct, gc=False):
    """A word, a mark or a quotation, with its range.

    `low` is a word in lower case; `capital` means that a word is written like a name; `quote` is a quotation's number.
    """

    text: str
    low: str
    start: int
    end: int
    kind: Literal["word", "mark", "quote"]
    capital: bool = False
    quote: int = -1


def _is_capital(word: str) -> bool:
    """Return whether a word is written like a name: `Reis`, `N26`, `31-Jährige`."""
    if word[0].isupper():
        return True
    return not word[0].islower() and (word[-1].isupper() or _NUMBERED.match(word) is not None)


def tokenize(text: str, forms: WordForms, quotes: Iterable[tuple[int, Quotation]] = ()) -> list[LexicalToken]:
    """Return the tokens of a paragraph, each of its quotations as one token.

    `forms` are those of the language, which may join small words: `l’ami`, `dit-elle`.
    """
    found: list[LexicalToken] = []
    at = 0
    for number, quoted in quotes:
        found.extend(_words(text, at, quoted.outer[0], forms))
        start, end = quoted.outer
        found.append(LexicalToken(text[start:end], "", start, end, "quote", quote=number))
        at = end
    found.extend(_words(text, at, len(text), forms))
    return found


def _words(text: str, first: int, last: int, forms: WordForms) -> list[LexicalToken]:
    found: list[LexicalToken] = []
    for match in _TOKEN.finditer(text, first, last):
        value = match[0]
        start, end = match.span()
        letter = value[0]
        if not letter.isalnum():
            found.append(LexicalToken(value, value, start, end, "mark"))
        elif forms.elided is not None:
            found.extend(_parts(value, start, forms.elided, forms.inverted))
        else:
            low = value.lower()
            if "\xad" in low:
                low = low.replace("\xad", "")
            found.append(LexicalToken(value, low, start, end, "word", not letter.islower() and _is_capital(value)))
    return found


def _parts(value: str, start: int, elided_words: re.Pattern[str], inverted_words: re.Pattern[str]) -> Iterable[LexicalToken]:
    """Yield the words that one written word joins."""
    elided = elided_words.match(value)
    first = elided.end() if elided else 0
    inverted = inverted_words.search(value, first)
    last = inverted.start() if inverted and inverted.start() > first else len(value)
    bounds = [(0, first), (first, last)]
    if inverted and last < len(value):
        bounds.append(inverted.span(1))
    for begin, end in bounds:
        if begin < end:
            part = value[begin:end]
            yield LexicalToken(part, part.lower().replace("'", "’"), start + begin, start + end, "word", _is_capital(part))


def split_into_sentences(tokens: Sequence[LexicalToken], inners: Sequence[str], writing: Writing) -> list[list[LexicalToken]]:
    """Return the tokens of each sentence.

    A quotation that ends like a sentence ends it, unless its tag follows: a comma or a word in small letters.
    """
    sentences: list[list[LexicalToken]] = []
    current: list[LexicalToken] = []
    for index, token in enumerate(tokens):
        current.append(token)
        following = tokens[index + 1] if index + 1 < len(tokens) else None
        if following is None or _ends(tokens, index, following, inners, writing) or len(current) >= _LONGEST:
            sentences.append(current)
            current = []
    return sentences


def _ends(tokens: Sequence[LexicalToken], index: int, following: LexicalToken, inners: Sequence[str], writing: Writing) -> bool:
    token = tokens[index]
    if token.kind == "mark" and token.text[0] in ".!?…":
        if following.kind == "word" and following.text[0].islower():
            return False
        if token.text == "." and index:
            before = tokens[index - 1]
            is_short = before.low in writing.abbreviations or (before.kind == "word" and len(before.text) == 1)
            is_ordinal = writing.has_ordinals and before.text.isdigit() and len(before.text) <= 2
            return not (is_short or is_ordinal)
        return True
    if token.kind == "quote":
        inner = inners[token.quote].rstrip()
        if inner[-1:] not in ".!?…" or following.text[:1] in ",;:–—-)":
            return False
        return following.kind == "quote" or not following.text[0].islower()
    return False
