"""Split a paragraph's phrases into sentences.

They end at full stops and at quotations that end one. A quotation that ends like a sentence ends the reporter's as well, unless
its speech tag follows ("Is it safe?" she asked).
"""

from collections.abc import Sequence

from briefing_tui.analysis.en.grammar.phrases import NOMINAL, Phrase
from briefing_tui.languages import english_speech as speech
from briefing_tui.languages import english_words as lexicon

_END = frozenset(".!?")
_APPOSITION = 12
"""The most phrases between the subject's comma and a tag's verb."""
_LONGEST = 160
"""The most phrases of a sentence; a longer one is split, so that the time is in proportion to the length."""
_DASHES = frozenset("—–―")
_ENDING = NOMINAL | {"word", "adverb"}


def group_into_sentences(phrases: Sequence[Phrase], inners: Sequence[str]) -> list[list[Phrase]]:
    """Return the phrases split into sentences.

    Args:
        phrases: The paragraph's phrases.
        inners: The words of every quotation, by its number.
    """
    found: list[list[Phrase]] = []
    current: list[Phrase] = []
    for index, phrase in enumerate(phrases):
        current.append(phrase)
        if index + 1 < len(phrases) and (_ends(phrases, index, current, inners) or len(current) >= _LONGEST):
            found.append(current)
            current = []
    if current:
        found.append(current)
    return found


def _ends(phrases: Sequence[Phrase], index: int, current: Sequence[Phrase], inners: Sequence[str]) -> bool:
    phrase, following = phrases[index], phrases[index + 1]
    if phrase.kind == "punctuation":
        return phrase.text in _END and following.text not in ")]"
    if phrase.kind != "quote":
        return (
            phrase.text.endswith(".")
            and phrase.kind in _ENDING
            and following.text[:1].isupper()
            and (following.kind == "pronoun" or following.low in lexicon.CAPITAL_STOP)
        )
    inner = inners[phrase.quote].rstrip()
    if inner[-1:] not in ".!?…" or following.text[:1] in _DASHES:
        return False
    if following.kind == "quote":
        return True
    return following.text[:1].isupper() and not _is_tag(phrases, index + 1, current, inner)


def _is_tag(phrases: Sequence[Phrase], at: int, current: Sequence[Phrase], inner: str) -> bool:
    """Return whether `Name said` behind a quotation is its tag, not a new sentence.

    The quotation ended with a question mark or a full stop.
    """
    if phrases[at].kind not in NOMINAL or any(phrase.kind == "verb" for phrase in current):
        return False
    asked = inner.rstrip("'’\"”")[-1:] in "!?…"
    verb = _tag_verb(phrases, at + 1, _APPOSITION if asked else 0)
    if verb is None:
        return False
    following = phrases[verb + 1] if verb + 1 < len(phrases) else None
    if following is None or following.text in (".", ","):
        return True
    return asked and following.kind in ("preposition", "adverb", "punctuation", "participle", "name", "quote", "subordinator")


def _tag_verb(phrases: Sequence[Phrase], at: int, room: int) -> int | None:
    """Return the index of the verb of speech behind a subject at `at - 1`; None without one.

    It is right behind the subject, or behind an apposition of at most `room` phrases.
    """
    last = min(at + room, len(phrases) - 1) if at < len(phrases) and phrases[at].text in ",(" else at
    while at < len(phrases) and phrases[at].text not in _END:
        phrase = phrases[at]
        if (
            phrase.kind == "verb"
            and phrase.low in speech.SAYING
            and phrase.low != phrase.lemma
            and not phrase.low.endswith("ing")
        ):
            return at
        if phrase.kind not in ("auxiliary", "adverb") and at >= last:
            return None
        at += 1
    return None
