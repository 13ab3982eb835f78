"""Recognise what is between quotation marks though nobody said it: names, titles and terms."""

from collections.abc import Sequence

from briefing_tui.analysis.lexical.lexicon import Lexicon
from briefing_tui.analysis.lexical.speakers.attribution import CLAUSE, TOUCHING, LexicalAttribution
from briefing_tui.analysis.lexical.tokens import LexicalToken
from briefing_tui.text.late_pattern import late_pattern

_TITLE_WORDS = 8
_CLAUSE_WORDS = 7
"""The fewest words of a fragment in the place of a noun that somebody is sure to have said."""
_FEWEST_INITIALS = 2
_TERM = 3
"""The most words of a term."""
_LONGEST_OPENING = 4
"""The most words of a phrase that opens a sentence, before its quotation."""
_ENDS = ".!?…"
_ADDRESS = late_pattern(r"(?:https?://|www\.)\S+|[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}(?:/\S*)?|[@#]\S+")
"""An address of the web or of an account."""


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
    if _ADDRESS.fullmatch(inner) or _is_abbreviated(words, tokens, at):
        return False
    if before is not None and before.text == ":":
        return not (
            _is_slogan(lexicon, tokens, at) or _is_written(lexicon, tokens, at) or _is_listed(words, inner, after, tokens, at)
        )
    if strength == TOUCHING:
        return True
    if _is_written(lexicon, tokens, at):
        return False
    if inner[-1:] not in _ENDS and (_is_subject(lexicon, tokens, at) or _opens_with_place(lexicon, tokens, at, inner)):
        return False
    verb, _, particle = ((attributed.verb if attributed else None) or "").lower().partition(" ")
    is_called = strength == CLAUSE and (verb in lexicon.calling or particle in lexicon.calling)
    is_fragment = strength == CLAUSE and inner[0].islower() and (is_called or len(words) >= _TERM)
    if after is not None and after.text == "-" and after.start == tokens[at].end:
        return False
    if before is not None and before.text == "-" and before.end == tokens[at].start:
        return False
    if before is not None and (before.low in lexicon.so_called or (not is_fragment and _names(lexicon, tokens, at))):
        return False
    if before is not None and before.text == "(" and inner[-1:] not in _ENDS:
        return False
    if strength == CLAUSE and _is_predicate(lexicon, tokens, at):
        return True
    if is_called and len(words) > 1 and _is_title_case(words, lexicon) and _is_adjective(lexicon, before):
        return False  # `zum parallel organisierten „Gipfel des Südens“ riefen Verbände auf`
    if is_called:
        is_new = before is not None and before.low in lexicon.indefinite
        is_accused = bool(particle) and before is not None and before.kind == "word"  # `warf ihm „Wortbruch“ vor`
        return len(words) > 1 or words[0][0].islower() or is_new or is_accused or _is_description(lexicon, tokens, at)
    if inner[-1:] in _ENDS and len(words) > 3 and not (before is not None and before.capital):
        return True
    if strength == CLAUSE and before is not None and (before.low in lexicon.indefinite or _is_saying(lexicon, before.low)):
        return True
    if len(words) <= _TITLE_WORDS and _is_name(words, before, after):
        return strength == CLAUSE and len(words) > 1 and not _is_title_case(words, lexicon)
    if len(words) <= _TERM:
        return strength == CLAUSE
    is_noun = before is not None and (before.capital or before.low in lexicon.determiners)
    return strength == CLAUSE or not is_noun or len(words) >= _CLAUSE_WORDS


def _is_adjective(lexicon: Lexicon, before: LexicalToken | None) -> bool:
    if before is None or before.kind != "word" or before.capital or before.low in lexicon.function_words:
        return False
    return before.low.endswith(lexicon.adjective_endings) and before.low not in lexicon.all_speech


def _is_predicate(lexicon: Lexicon, tokens: Sequence[LexicalToken], at: int) -> bool:
    """Return whether a quotation is what something is said to be: `Das sei „Unsinn“`, `…, dass es „Privatsache“ sei`."""
    behind = tokens[at + 1] if at + 1 < len(tokens) else None
    if behind is not None and behind.low in lexicon.subjunctive:
        return at + 2 >= len(tokens) or tokens[at + 2].kind == "mark"
    is_closed = behind is None or behind.kind == "mark"
    verb = tokens[at - 2] if tokens[at - 1].low in lexicon.impersonal_subjects and at > 1 else tokens[at - 1]
    return is_closed and verb.low in lexicon.subjunctive


def _is_saying(lexicon: Lexicon, low: str) -> bool:
    """Return whether a verb right before a quotation says that somebody said it: `äußerte „Verständnis“`, but not `heißt „…“`."""
    return low in lexicon.speech and low not in lexicon.impersonal_verbs and low not in lexicon.document_verbs


def _is_abbreviated(words: Sequence[str], tokens: Sequence[LexicalToken], at: int) -> bool:
    """Return whether the acronym of a quotation is in brackets behind it: `„Zentrum für Kunst“ (ZfK)`."""
    if at + 3 >= len(tokens) or tokens[at + 1].text != "(" or tokens[at + 3].text != ")" or len(words) < _FEWEST_INITIALS:
        return False
    initials = [letter.lower() for letter in tokens[at + 2].text if letter.isalpha()]
    return initials == [word[0].lower() for word in words if word[0].isupper() or word[0].lower() in initials][: len(initials)]


def _is_slogan(lexicon: Lexicon, tokens: Sequence[LexicalToken], at: int) -> bool:
    """Return whether a noun before a colon says that a quotation is a slogan or a name that nobody in the text gives.

    Examples are `Motto: „…“` and `mit dem Slogan: „…“`, but not `Sein Motto: „…“`.
    """
    if at == 2 and tokens[0].low in lexicon.naming_nouns:
        return True
    if at < 3 or tokens[at - 2].low not in lexicon.slogan_nouns:
        return False
    return tokens[at - 3].low not in lexicon.possessives


def _is_written(lexicon: Lexicon, tokens: Sequence[LexicalToken], at: int) -> bool:
    """Return whether a quotation is written on a thing: `Auf dem Schild steht „…“`, `Am Zaun hängt ein Zettel: „…“`."""
    before = tokens[:at]
    if not any(token.capital and token.low.endswith(lexicon.written_things) for token in before):
        return False
    return any(token.low in lexicon.writing_verbs for token in before) and not any(
        token.low in lexicon.saying and token.low not in lexicon.writing_verbs for token in before
    )


def _is_listed(words: Sequence[str], inner: str, after: LexicalToken | None, tokens: Sequence[LexicalToken], at: int) -> bool:
    """Return whether a quotation behind a colon opens a list of names: `in drei Größen: „S“, „M“ und …`."""
    if len(words) > _TERM or inner[-1:] in _ENDS or after is None or after.text != ",":
        return False
    return at + 2 < len(tokens) and tokens[at + 2].kind == "quote"


def _is_subject(lexicon: Lexicon, tokens: Sequence[LexicalToken], at: int) -> bool:
    """Return whether a quotation is what speaks: `…, erzählt ein „alter Bergmann“`."""
    is_tag = at > 2 and (tokens[at - 3].text == "," or tokens[at - 3].kind == "quote")
    return is_tag and tokens[at - 1].low in lexicon.nominative and tokens[at - 2].low in lexicon.saying


def _opens_with_place(lexicon: Lexicon, tokens: Sequence[LexicalToken], at: int, inner: str) -> bool:
    """Return whether a quotation is a noun behind a preposition that opens the sentence: `In der neuen „Halle am Tor“ …`."""
    if not inner[:1].isupper() or not 0 < at <= _LONGEST_OPENING or tokens[0].low not in lexicon.prepositions:
        return False
    return all(
        token.low not in lexicon.indefinite
        and (token.low in lexicon.determiners or (not token.capital and token.low.endswith(lexicon.adjective_endings)))
        for token in tokens[1:at]
    )


def _is_description(lexicon: Lexicon, tokens: Sequence[LexicalToken], at: int) -> bool:
    """Return whether a word like `als` or `von` is before a quotation, perhaps with an article."""
    if at and tokens[at - 1].low in lexicon.fragment_openers:
        return True
    return at > 1 and tokens[at - 1].low in lexicon.indefinite and tokens[at - 2].low in lexicon.fragment_openers


def _names(lexicon: Lexicon, tokens: Sequence[LexicalToken], at: int) -> bool:
    """Return whether a noun before a quotation says that it is a name: `der Roman „…“`, `unter dem Motto „…“`."""
    for token in reversed(tokens[max(0, at - 2) : at]):
        if token.kind != "word" or token.low in lexicon.fragment_openers:
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
