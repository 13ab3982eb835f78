"""Recognise what is between quotation marks though nobody said it: names, titles and terms."""

from collections.abc import Sequence

from briefing_tui.analysis.lexical.attribution import CLAUSE, TOUCHING, LexicalAttribution
from briefing_tui.analysis.lexical.lexicon import Lexicon
from briefing_tui.analysis.lexical.tokens import LexicalToken

_TITLE_WORDS = 8
_TERM = 3
"""The most words of a term."""
_ENDS = ".!?…"


def is_spoken(
    lexicon: Lexicon, tokens: Sequence[LexicalToken], at: int, inner: str, attributed: LexicalAttribution | None, is_bare: bool
) -> bool:
    """Return whether somebody said the words of a quotation.

    Args:
        lexicon: The words of the language.
        tokens: The tokens of its sentence.
        at: The quotation's index.
        inner: The quoted words.
        attributed: Who said it by the words of its sentence.
        is_bare: Whether the sentence has no other words.
    """
    words = inner.split()
    before = tokens[at - 1] if at else None
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if is_bare:
        return len(words) > 1 or inner[-1:] in _ENDS
    strength = attributed.strength if attributed is not None else 0
    if before is not None and before.text == ":":
        return True
    if strength == TOUCHING:
        return True
    if after is not None and after.text == "-" and after.start == tokens[at].end:
        return False
    if before is not None and before.text == "-" and before.end == tokens[at].start:
        return False
    if before is not None and (before.low in lexicon.so_called or _names(lexicon, tokens, at)):
        return False
    if before is not None and before.text == "(" and inner[-1:] not in _ENDS:
        return False
    if strength == CLAUSE and attributed is not None and (attributed.verb or "").lower() in lexicon.calling:
        return len(words) > 1 or words[0][0].islower() or (before is not None and before.low in lexicon.fragment_openers)
    if inner[-1:] in _ENDS and len(words) > 3 and not (before is not None and before.capital):
        return True
    if len(words) <= _TITLE_WORDS and _is_name(words, before, after):
        return strength == CLAUSE and len(words) > 1 and not _is_title_case(words, lexicon)
    if len(words) <= _TERM:
        return strength == CLAUSE
    return True


def _names(lexicon: Lexicon, tokens: Sequence[LexicalToken], at: int) -> bool:
    """Return whether a noun before a quotation says that it is a name: `der Roman „…“`, `unter dem Motto „…“`."""
    for token in reversed(tokens[max(0, at - 2) : at]):
        if token.kind != "word":
            return False
        if token.low in lexicon.naming_nouns or (token.capital and token.low.endswith(tuple(lexicon.naming_nouns))):
            return True
        if token.capital:
            return False
    return False


def _is_title_case(words: Sequence[str], lexicon: Lexicon) -> bool:
    return all(not word[0].islower() or word in lexicon.function_words for word in words)


def _is_name(words: Sequence[str], before: LexicalToken | None, after: LexicalToken | None) -> bool:
    """Return whether a quotation is where a noun is, and written like one: it begins with a capital and asks nothing."""
    if not (words[0][0].isupper() or words[0][0].isdigit()):
        return False
    if before is None:
        return after is not None and after.kind == "word" and not after.capital
    return before.kind == "word" or before.text in ",/"
