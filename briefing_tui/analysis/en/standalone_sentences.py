"""Recognise English sentences that can be read alone.

Such a sentence is whole, is the article's own, and depends on no sentence before it.
"""

import re
from itertools import pairwise, takewhile

from briefing_tui.analysis.shared.sentences import Sentence, Writing, words_of
from briefing_tui.languages.english_names import CALENDAR
from briefing_tui.languages.english_speech import SPEECH
from briefing_tui.languages.english_words import ABBREVIATIONS, AUXILIARIES, DETERMINERS, PREPOSITIONS, VERBS
from briefing_tui.languages.words import words as word_list

MOST_WORDS = 45

WRITING = Writing(
    ABBREVIATIONS,
    {"“": "”", "(": ")", "[": "]", "«": "»"},
    "\"”’')]»",
    frozenset(("US", "IT", "WHO")),
)
_FEWEST_WORDS = 7
_CLOSING = {close: start for start, close in WRITING.pairs.items()}
_MARK = re.compile(r"[“”()\[\]«»]|(?<!\w)‘|‘(?!\w)")
_QUOTED = re.compile(r"[“\"][^“”\"]*+[”\"]")

_FIRST_PERSON = word_list("en", "first_person")
_LEANING = word_list("en", "leaning_openers")
_LEANING_PHRASES = (
    "in addition", "as a result", "for example", "for instance", "in contrast", "by contrast", "on the other", "in fact",
    "of course", "after that", "at the same time", "as well", "in other words", "in turn", "at that", "at this", "in this",
    "in that", "in these", "in those", "with this", "with that", "by then", "since then", "until then", "as such", "in short",
    "in the end", "after this", "because of this", "from there", "to this", "to that", "during this", "during that",
    "that same", "the former", "the latter", "the other", "the same", "the second", "the third", "a second", "a third",
    "two days later", "a day later", "a week later", "a year later", "a month later", "not only", "when asked", "asked whether",
    "asked about", "asked if", "as for", "more recently", "most recently", "the next day", "the following", "around this",
    "along with this", "as always",
)  # fmt: skip
_COMPARING = (
    "the other way round",
    "the other way around",
    "vice versa",
    "the former",
    "the latter",
    "the first two",
    "the same is true",
)
_LABEL = re.compile(r"(?:[A-ZÀ-Þ]{1,3}|[A-ZÀ-Þ][\w.’'-]*(?: [A-ZÀ-Þ][\w.’'-]*){1,3}): ")
"""A speaker's label: `TL: `, `Teodor Lind: `."""
_THIRD = word_list("en", "third_person")


def is_balanced(text: str) -> bool:
    """Return whether a text closes each quotation mark and bracket that it opens.

    It closes no others.
    """
    if text.count('"') % 2:
        return False
    open_marks: list[str] = []
    last_single = text.rfind("’")
    for match in _MARK.finditer(text):
        char = match.group()
        if char in WRITING.pairs:
            open_marks.append(char)
        elif char == "‘":
            if last_single < match.end():
                return False
        elif not open_marks or open_marks.pop() != _CLOSING[char]:
            return False
    return not open_marks


def stands_alone(sentence: Sentence) -> bool:
    """Return whether a sentence is whole and can be read without those before it.

    First opinions and questions are no points.
    """
    words = sentence.words
    if len(words) < _FEWEST_WORDS or len(sentence.text.split()) > MOST_WORDS:
        return False
    if not (sentence.text[0].isupper() or sentence.text[0].isdigit()) or not WRITING.whole_end.search(sentence.text):
        return False
    low = sentence.text.lower()
    if words[0] in _LEANING or low.startswith(_LEANING_PHRASES) or any(phrase in low for phrase in _COMPARING):
        return False
    if _LABEL.match(sentence.text) or _opens_with_pronoun(sentence):
        return False
    return is_balanced(sentence.text) and _has_verb(words)


def is_personal(sentence: Sentence) -> bool:
    """Return whether a sentence says I, we or you.

    It is an answer or an address, and not the article's own account.
    """
    if _FIRST_PERSON.isdisjoint(sentence.words):
        return False
    outside = _QUOTED.sub(" ", sentence.text)
    return not _FIRST_PERSON.isdisjoint(words_of(outside, WRITING))


def leans_on_pronoun(sentence: Sentence) -> bool:
    """Return whether a pronoun precedes any noun that it could mean.

    Only `he`, `they` and the like in the first words count.
    """
    return not _THIRD.isdisjoint(sentence.words[1:6])


def _opens_with_pronoun(sentence: Sentence) -> bool:
    """Return whether nobody is named between a preposition and a pronoun that follow one another: `In sand it is …`."""
    if sentence.words[0] not in PREPOSITIONS:
        return False
    opening = sentence.text.split()[1:6]
    before = list(takewhile(lambda word: word.lower().strip(",") not in _THIRD, opening))
    return len(before) < len(opening) and not any(
        word[0].isupper() and word.lower().strip(",") not in CALENDAR for word in before
    )


def _has_verb(words: tuple[str, ...]) -> bool:
    """Return whether a verb is likely among the words; `the closed quay` and `Reis's alleged letter` have none."""
    for before, word in pairwise(words):
        if word in AUXILIARIES or word in VERBS or word in SPEECH:
            return True
        if word.endswith("ed") and before not in DETERMINERS and not before.endswith(("'s", "’s")):
            return True
    return False
