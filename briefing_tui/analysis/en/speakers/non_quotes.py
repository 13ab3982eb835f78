"""Recognise what is between quotation marks though nobody said it, and which quotations are fragments.

Such are titles, nicknames, names of things, so-called terms and markup.
"""

from collections.abc import Sequence

from briefing_tui.analysis.en.grammar.clauses import skip_group
from briefing_tui.analysis.en.grammar.phrases import Phrase
from briefing_tui.analysis.en.speakers.attribution import CLAUSE, SUBJECT, AttributedSpeaker, touches
from briefing_tui.analysis.en.speakers.referents import Referent
from briefing_tui.analysis.en.speakers.speech_tags import SpeechTag
from briefing_tui.languages import english_words as lexicon

_SMALL = lexicon.PREPOSITIONS | lexicon.CONJUNCTIONS | lexicon.DETERMINERS
_ARTICLES = frozenset(["a", "an", "the", "as", "simply", "also"])
_ONE = frozenset(["a", "an", "the"])
_TITLE_WORDS = 8
"""The most words of a title."""


_TERM = 3
"""The number of words below which quoted words may be a term."""


def is_title_case(words: str) -> bool:
    """Return whether words are in title case; a single word is not.

    All but small words begin with a capital letter or a digit.
    """
    parts = [word.strip("()[].,!?:;'’‘-“”\"") for word in words.replace("-", " ").split()]
    parts = [word for word in parts if word]
    return len(parts) > 1 and words[:1].isupper() and all(not word[0].islower() or word in _SMALL for word in parts)


def is_speech(items: Sequence[Phrase], index: int, inner: str, tags: Sequence[SpeechTag]) -> bool:
    """Return whether someone said the quoted words at an index.

    They and the words next to them show that.
    """
    count = len(inner.split())
    if count == 1 and inner[0].isdigit():
        return False
    before = items[index - 1] if index else None
    after = items[index + 1] if index + 1 < len(items) else None
    title = count <= _TITLE_WORDS and is_title_case(inner)
    if title and (after.kind == "auxiliary" if after is not None else before is None and inner[-1:] != "!"):
        return False
    if before is None:
        return not (count < _TERM and inner[-1].isalnum() and after is not None and _is_spoken_about(items, index, tags))
    if before.text == "=":
        return False
    tag = next((tag for tag in tags if tag.verb == index - 1), None)
    if count < 5 and not tag and _is_term(items, index):
        return False
    if _is_named(items, index, title) and (tag is None or tag.subject < 0 or _names_a_thing(items, tag)):
        return inner[-1:] in ",.!?" and count > 5 and not title
    return not title or _says_title(items, index, inner, tags, tag)


def _is_spoken_about(items: Sequence[Phrase], index: int, tags: Sequence[SpeechTag]) -> bool:
    """Return whether the quoted words that open a sentence are its subject.

    Examples are `"Lifers" in the town were …` and `"Unique" is one way …`.
    """
    at = index + 1
    if any(touches(items, tag, index) for tag in tags):
        return False
    if items[at].kind == "preposition":
        at = skip_group(items, index)
    return at < len(items) and items[at].kind == "auxiliary"


def _says_title(items: Sequence[Phrase], index: int, inner: str, tags: Sequence[SpeechTag], tag: SpeechTag | None) -> bool:
    """Return whether words in title case are speech all the same.

    A tag touches them, or all words around are in title case too.
    """
    before = items[index - 1]
    if before.kind == "name" and before.text.endswith(("'s", "’s")):
        return False
    if before.kind in ("preposition", "name", "noun") and not (tag or inner[-1:] in "!?"):
        return False
    if before.kind in ("verb", "that", "subordinator") or before.text in ",:":
        return True
    around = " ".join(item.text for item in items if item.kind not in ("quote", "punctuation"))
    return is_title_case(around) or any(touches(items, tag, index) for tag in tags)


def _is_named(items: Sequence[Phrase], index: int, title: bool) -> bool:
    """Return whether `called`, `the song` or `known as the` is right before the quotation."""
    at = index - 1
    if title and items[at].text == "," and at:
        at -= 1
    while at > 0 and items[at].low in _ARTICLES and items[at].kind != "noun":
        at -= 1
    if "so-called" in items[at].text.lower():
        return True
    return items[at].low in lexicon.NAMING_CUES or items[at].head in lexicon.TITLE_CUES or items[at].low in lexicon.TITLE_CUES


def _is_term(items: Sequence[Phrase], index: int) -> bool:
    """Return whether the quotation is a term: `the term "…"`, `the concept of "…"`."""
    at = index - 2 if index > 1 and items[index - 1].low == "of" else index - 1
    return items[at].head in lexicon.TERM_NOUNS


def _names_a_thing(items: Sequence[Phrase], tag: SpeechTag) -> bool:
    """Return whether a tag only names a thing: `a film called "…"`, `one of the cameras dubbed "…"`."""
    before = items[tag.verb - 1]
    if tag.verb and before.kind == "word" and before.low.endswith("s") and items[tag.verb].low.endswith("ed"):
        return tag.subject < tag.verb - 1
    return items[tag.verb].low.endswith("ed") and tag.subject == tag.verb - 1 and items[tag.subject].low in ("a", "an")


def is_mere_term(
    items: Sequence[Phrase], index: int, inner: str, attributed: AttributedSpeaker, referent: Referent | None
) -> bool:
    """Return whether a few quoted words are a term that nobody said.

    No tag touches them, and they precede the noun that they describe, or are in a sentence about nobody who speaks.
    """
    count = len(inner.split())
    after = items[index + 1] if index + 1 < len(items) else None
    before = items[index - 1] if index else items[index]
    describes = after is not None and after.kind == "word" and inner[-1].isalnum()
    if attributed.strength == CLAUSE:
        return count < 3 and describes and before.kind in ("preposition", "participle", "verb")
    if attributed.strength == SUBJECT and count == 1:
        return True
    if attributed.strength > SUBJECT or count > 4:
        return False
    subject = items[attributed.subject]
    if before.text.lower() in _ONE and inner[-1].isalnum() and after is not None and after.kind != "punctuation":
        return index < 2 or items[index - 2].low != "as"
    if subject.low in ("you", "i", "we") or attributed.subject == index - 1 or (describes and before.kind in ("noun", "word")):
        return True
    if referent is not None and (referent.person or referent.group or referent.document):
        return False
    return (subject.kind == "noun" and not (referent and referent.name)) or is_mere_opening(items, attributed.subject, referent)


def is_mere_opening(items: Sequence[Phrase], subject: int, referent: Referent | None) -> bool:
    """Return whether a word looks like a name only because it opens its sentence.

    An example is `Proceeds go to …`.
    """
    if subject or items[0].kind != "name" or " " in items[0].text:
        return False
    return referent is None or not (
        referent.person or referent.group or referent.place or referent.full_mentions or referent.count > 1
    )


def is_direct(items: Sequence[Phrase], index: int, inner: str) -> bool:
    """Return whether a quotation is a sentence or clause of its own.

    A clause of its own is introduced by a tag. Otherwise the quotation is a fragment in the reporter's sentence.
    """
    if index == 0:
        return True
    if inner[:1].isalpha() and not inner[:1].isupper():
        return False
    before = items[index - 1]
    return before.kind in ("verb", "punctuation", "that") or len(inner.split()) > 6
