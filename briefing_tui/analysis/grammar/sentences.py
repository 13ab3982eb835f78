"""A paragraph's sentences: its phrases parted at full stops and at quotations that end one.

A quotation that ends like a sentence ends the reporter's as well, unless its speech tag follows ("Is it safe?" she asked).
"""

from collections.abc import Sequence

from briefing_tui.analysis.grammar.phrases import NOMINAL, Phrase
from briefing_tui.languages import english_speech as speech
from briefing_tui.languages import english_words as lexicon

_END = frozenset(".!?")
_APPOSITION = 12
"""A tag's verb stands at most so many phrases behind the subject's comma."""
_LONGEST = 160
"""A sentence of more phrases is parted, so that no line takes longer than its length."""
_DASHES = frozenset("—–―")
_ENDING = NOMINAL | {"word", "adverb"}


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
    return asked and following.kind in ("preposition", "adverb", "punctuation", "participle", "name", "quote", "subordinator")


def _tag_verb(phrases: Sequence[Phrase], at: int, room: int) -> int | None:
    """The verb of speech behind a subject at `at - 1`: right behind it, or behind an apposition of at most `room` phrases."""
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
