"""Split a paragraph into words and marks, with every quotation as one token.

A word keeps the full stop of an abbreviation and loses the ending of a possessive, which is remembered.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from msgspec import Struct

from briefing_tui.analysis.shared.quote_marks import Quotation
from briefing_tui.languages import english_people as people
from briefing_tui.languages import english_words as lexicon

_TOKEN = re.compile(r"[^\W_]++(?:[.&'’‘/-][^\W_]++)*+['’]?|['’‘]s\b|\.\.+|--+|[^\w\s]|_")
_POSSESSIVE = re.compile(r"['’‘][sS]$|(?<=[sSzxZX])['’]$")


class Token(Struct, gc=False):
    """A word, a mark or a quotation, with its range in the paragraph.

    `low` is the word in lower case; `capital` means that it is written like a name; `quote` is the number of a quotation, else
    -1.
    """

    text: str
    low: str
    start: int
    end: int
    word: bool
    capital: bool
    possessive: bool = False
    quote: int = -1


def tokenize(text: str, quotes: Sequence[tuple[int, Quotation]]) -> list[Token]:
    """Return the tokens of a paragraph.

    Args:
        text: The paragraph.
        quotes: Its quotations, each with its number.
    """
    tokens: list[Token] = []
    at = 0
    for number, quoted in quotes:
        _read(text, at, quoted.outer[0], tokens)
        start, end = quoted.outer
        if is_nickname(text, quoted):
            at = end
            continue
        tokens.append(Token(text[start:end], "", start, end, False, False, quote=number))
        at = end
    _read(text, at, len(text), tokens)
    return tokens


def is_nickname(text: str, quoted: Quotation) -> bool:
    """Return whether a quotation is inside a name: `Robert "Bobby" Scott`."""
    inner = text[quoted.inner[0] : quoted.inner[1]]
    if (" " in inner.strip() and inner.count(" ") > 2) or not inner[:1].isupper() or inner[-1:] in ",.!?":
        return False
    before, after = text[: quoted.outer[0]], text[quoted.outer[1] : quoted.outer[1] + 2]
    words = before[-40:].split()
    return (
        bool(words)
        and before.endswith(" ")
        and words[-1][:1].isupper()
        and words[-1][-1:] not in ",;:"
        and (words[-1].lower() not in lexicon.CAPITAL_STOP and after[:1] == " " and after[1:2].isupper())
    )


def _read(text: str, first: int, last: int, tokens: list[Token]) -> None:
    dot = -1
    for match in _TOKEN.finditer(text, first, last):
        start, end = match.span()
        if start < dot:
            continue
        value = match.group()
        letter = value[0]
        if value.isalnum() and not text.startswith(".", end):
            low = value.lower()
            capital = letter.isupper() or (letter.isdigit() and value[-1].isupper())
            tokens.append(Token(value, low, start, end, True, capital))
            continue
        if not letter.isalnum():
            if len(value) == 2 and tokens and tokens[-1].end == start and value[1] in "sS":
                tokens[-1].possessive = True
                continue
            tokens.append(Token(value, value, start, end, False, False))
            continue
        possessive = False
        if "'" in value or "’" in value or "‘" in value:
            cut = _POSSESSIVE.search(value)
            if cut:
                possessive = True
                value = value[: cut.start()]
            elif value[-1] in "'’":
                value = value[:-1]
                end -= 1
        low = value.lower()
        stop = start + len(value)
        if not possessive and stop < last and text.startswith(".", stop):
            single = len(value) == 1 and letter.isupper()
            if single or "." in value or low.rpartition("-")[2] in lexicon.ABBREVIATIONS:
                value += "."
                dot = end = stop + 1
        tokens.append(Token(value, low, start, end, True, not letter.islower() and _is_capital(value), possessive))


def _is_capital(value: str) -> bool:
    """Return whether a word is written like a name: `Ortega`, `9News`, `al-Hadi`; not `Portolan-based`."""
    if not (value[0].isupper() or (value[0].isdigit() and value[-1].isupper())):
        return False
    return not ("-" in value and value.rpartition("-")[2] in people.ADJECTIVE_ENDS)


def is_headline(tokens: Sequence[Token]) -> bool:
    """Return whether most words of one short line are capitalised, so that capitals show nothing."""
    if len(tokens) > 30:
        return False
    words = [token for token in tokens if token.word and len(token.low) > 3]
    return len(words) > 3 and sum(token.capital for token in words) > 0.8 * len(words)


def unshout(tokens: Sequence[Token]) -> None:
    """Make the words of a heading that runs into its paragraph no names.

    Such a heading is `CALL THE PILOT` before `The tide had turned.`
    """
    count = next((i for i, token in enumerate(tokens) if not (token.word and token.text.isupper())), len(tokens))
    if not 1 < count < len(tokens) or not (tokens[count].capital and any(len(token.text) > 5 for token in tokens[:count])):
        return
    for token in tokens[:count]:
        token.capital = False


@lru_cache(maxsize=4096)
def is_adverb(low: str) -> bool:
    """Return whether a word in lower case is an adverb."""
    return low in lexicon.ADVERBS or (len(low) > 4 and low.endswith("ly") and low not in lexicon.NOT_ADVERBS)
