"""Find the clauses of a sentence, their subjects, and the extent of noun phrases.

Without a full grammar: an introduction ends at its comma, a relative clause belongs to the noun phrase before it, and the
subject is the first noun phrase without a preposition.
"""

from collections.abc import Sequence

from briefing_tui.analysis.en.grammar.phrases import NOMINAL, Phrase
from briefing_tui.languages import english_words as lexicon

DASHES = frozenset({"—", "–", "―", "-", "--"})
NOUNS = frozenset({"name", "noun"})
_SKIPPED = frozenset({"auxiliary", "adverb"})
_BRACKET = 12
"""The most phrases of a bracket."""


def skip_brackets(items: Sequence[Phrase], at: int) -> int:
    """Return the index behind a bracket that opens at `at`; else `at`."""
    if at < len(items) and items[at].kind == "punctuation" and items[at].text in "([":
        return next((i + 1 for i in range(at + 1, min(at + _BRACKET, len(items))) if items[i].text in ")]"), at)
    return at


def before_brackets(items: Sequence[Phrase], at: int) -> int:
    """Return the index before a bracket that closes at `at`; else `at`."""
    if at >= 0 and items[at].text == ")":
        return next((i - 1 for i in range(at, max(-1, at - _BRACKET), -1) if items[i].text == "("), -1)
    return at


_STAND_INS = frozenset(("it", "them", "this", "that", "these", "those", "both", "each", "one", "all"))
"""Words in place of a noun phrase: `the owner of that one`."""


def _object_end(items: Sequence[Phrase], at: int) -> int:
    """Return the index behind the noun phrase of a preposition; 0 without one.

    Up to two words may precede it, and one more noun phrase may follow behind `and`.
    """
    first = at
    while at < min(first + 2, len(items)) and items[at].kind == "word":
        at += 1
    if at > first and at < len(items) and items[at].text == ",":
        return at
    if at < len(items) and items[at].low in _STAND_INS:
        return at + 1 + (at + 1 < len(items) and items[at + 1].low in ("one", "ones"))
    if at >= len(items) or items[at].kind not in NOUNS:
        return 0
    paired = at + 3 < len(items) and items[at + 1].low == "and" and items[at].kind == items[at + 2].kind == "name"
    return at + 3 if paired and items[at + 3].text in ",." else at + 1


def skip_group(items: Sequence[Phrase], at: int) -> int:
    """Return the index behind a noun phrase with its brackets and prepositional phrases."""
    at += 1
    while at < len(items):
        item = items[at]
        behind = skip_brackets(items, at)
        if behind == at and item.kind == "preposition" and not item.lemma and item.low not in lexicon.TEMPORAL:
            behind = _object_end(items, at + 1) or at
        elif (
            behind == at
            and item.kind == "word"
            and at + 2 < len(items)
            and items[at + 1].low == "to"
            and items[at + 2].kind in NOUNS
        ):
            behind = at + 3
        elif behind == at and item.kind in ("word", "verb") and item.low.endswith(("ed", "found")) and at + 1 < len(items):
            behind = _object_end(items, at + 2) if items[at + 1].kind == "preposition" else at
        if behind <= at:
            break
        at = behind
    return at


def find_head(items: Sequence[Phrase], at: int, low: int) -> int:
    """Return the index of the noun phrase that the one at `at` depends on.

    From `the talks` it goes left to `a source close to the talks`.
    """
    while at - 2 >= low and _hangs_on(items[at - 1]):
        left = at - 2
        while left > low and items[left].kind == "word":
            left -= 1
        left = before_brackets(items, left)
        if left < low or items[left].kind not in NOUNS:
            return at
        at = left
    return at


def _hangs_on(item: Phrase) -> bool:
    """Return whether a phrase depends on the one before it.

    It is a preposition, or a participle whose object follows: `a statement by a clerk confirming the closure`.
    """
    if item.kind == "preposition":
        return item.low not in lexicon.TEMPORAL
    return item.kind == "participle" or (item.kind == "verb" and item.low.endswith("ing"))


def find_dateline_end(items: Sequence[Phrase]) -> int:
    """Return the index behind a dateline that opens the sentence; 0 without one.

    Datelines are `PORTOLAN, Conn. (AP) — ` and `PORTOLAN: `.
    """
    if not items or items[0].kind != "name" or not items[0].text[:2].isupper():
        return 0
    for index in range(1, min(9, len(items))):
        text = items[index].text
        if text == ":" and items[0].text.isupper() and index + 1 < len(items) and items[index + 1].kind != "quote":
            return index + 1
        if text in DASHES:
            return index + 1 if index == 1 or items[1].text in ",(" else 0
        if items[index].kind == "verb":
            return 0
    return 0


def _closes_introduction(items: Sequence[Phrase], at: int) -> bool:
    """Return whether a phrase is a comma, or a quotation with one inside its marks."""
    return items[at].text == "," or (items[at].kind == "quote" and items[at].text.rstrip("\"”’'").endswith(","))


def find_clause_subject(items: Sequence[Phrase], low: int, high: int) -> int | None:
    """Return the index of a clause's subject; None without one.

    It is the first noun phrase from `low` up to `high` that belongs to no preposition or introduction.
    """
    at = comma = max(low, find_dateline_end(items))
    while at < high:
        item = items[at]
        if item.kind in NOMINAL:
            return at
        introduces = item.kind in ("preposition", "subordinator", "participle", "word")
        if introduces or (item.kind == "verb" and item.low.endswith(("ing", "ed"))):
            if comma <= at:  # else it is still the next comma: it is searched for once, not for each word
                comma = next((i for i in range(at + 1, high - 1) if _closes_introduction(items, i)), high)
            if comma < high and items[comma + 1].kind != "relative" and _nominal_near(items, comma + 1, high):
                at = comma + 1
                continue
            at += 1 if item.kind == "preposition" else 0
        at += 1
    return None


def _nominal_near(items: Sequence[Phrase], at: int, high: int) -> bool:
    return any(items[i].kind in NOMINAL for i in range(at, min(at + 3, high)))


def find_clause_start(items: Sequence[Phrase], verb: int) -> int:
    """Return where the clause of a verb begins.

    It begins behind the last semicolon, colon or quotation, or at a conjunction, a relative or a subordinator before a new
    subject.
    """
    for index in range(verb - 1, -1, -1):
        item = items[index]
        if item.kind == "quote" or (item.kind == "punctuation" and (item.text == ";" or (item.text == ":" and index + 1 < verb))):
            return index + 1
        if index + 1 >= verb or items[index + 1].kind not in NOMINAL:
            continue
        if item.kind == "conjunction" and index and (items[index - 1].text == "," or items[index + 1].kind == "pronoun"):
            return index + 1
        if item.kind in ("that", "relative"):
            return index + 1
        if item.kind == "subordinator" and any(items[i].kind in ("verb", "auxiliary", "word") for i in range(index + 2, verb)):
            return _main_clause(items, index + 1, verb)
    return 0


def _main_clause(items: Sequence[Phrase], low: int, verb: int) -> int:
    """Return where the main clause begins behind a subordinate one.

    It is the last comma before a noun phrase, else `low`.
    """
    for index in range(verb - 1, low, -1):
        if items[index - 1].text == "," and items[index].kind in NOMINAL:
            return index
    return low


def has_new_subject(items: Sequence[Phrase], first: int, last: int) -> bool:
    """Return whether a new clause begins between two verbs.

    A semicolon shows one, or a comma and a conjunction or pronoun before a noun phrase.
    """
    for index in range(first + 1, last):
        item = items[index]
        if item.text == ";":
            return True
        if item.text == "," and index + 2 < last and items[index + 1].kind == "pronoun":
            return True
        if item.kind == "conjunction" and index + 1 < last and items[index + 1].kind in NOMINAL and items[index - 1].text == ",":
            return True
    return False


def is_passive(items: Sequence[Phrase], verb: int) -> bool:
    """Return whether a verb is passive: `was asked`.

    The subject of such a verb did not say it.
    """
    if not items[verb].low.endswith(("ed", "en", "ld", "ut", "aid")):
        return False
    at = verb - 1
    while at >= 0 and items[at].kind in _SKIPPED:
        if items[at].low in lexicon.BEING:
            return True
        at -= 1
    return False


def find_antecedent(items: Sequence[Phrase], relative: int) -> int | None:
    """Return the index of the noun phrase that `who` or `which` refers to.

    The result is None without one.
    """
    left = relative - 1
    if left >= 0 and items[left].text in DASHES | {","}:
        left -= 1
    left = before_brackets(items, left)
    if left < 0 or items[left].kind not in NOMINAL:
        return None
    return left if items[relative].low == "who" and items[left].kind == "name" else find_head(items, left, 0)
