"""Recognise sentences that can be read alone."""

from functools import cached_property

from briefing_tui.analysis.language import PointRules
from briefing_tui.analysis.lexical.lexicon import Lexicon
from briefing_tui.analysis.shared.sentences import Sentence, Writing, words_of
from briefing_tui.languages.words import entries

_MOST_WORDS, _FEWEST_WORDS = 45, 7
_NEAR = 6
"""The first words of a sentence, in which a pronoun that comes before any name leans on the sentence before."""


class StandaloneRules:
    """The rules for sentences that can be points."""

    def __init__(self, code: str, lexicon: Lexicon, writing: Writing) -> None:
        self._lexicon = lexicon
        self._writing = writing
        self._leaning = frozenset(entries(code, "leaning_openers"))
        self._phrases = entries(code, "leaning_phrases")
        self._adverbs = frozenset(entries(code, "leaning_adverbs"))
        self._infinitive = frozenset(entries(code, "infinitive_particles"))
        self._third = frozenset(entries(code, "third_person"))
        self._personal = lexicon.first_person | frozenset(entries(code, "addressing_words"))

    @cached_property
    def rules(self) -> PointRules:
        """The rules as points ask for them."""
        return PointRules(self._stands_alone, self._is_personal, self._leans_on_pronoun, frozenset(self._lexicon.function_words))

    def _stands_alone(self, sentence: Sentence) -> bool:
        words, text = sentence.words, sentence.text
        if len(words) < _FEWEST_WORDS or len(text.split()) > _MOST_WORDS:
            return False
        if not (text[0].isupper() or text[0].isdigit()) or not self._writing.whole_end.search(text):
            return False
        low = text.lower()
        if words[0] in self._leaning or words[0] in self._third or low.startswith(self._phrases):
            return False
        if self._opens_with_pronoun(sentence) or text.partition(" ")[0].endswith(":"):
            return False
        if not self._adverbs.isdisjoint(words) and self._leans_on_adverb(text):
            return False
        return self._is_balanced(text) and self._has_verb(words) and not self._is_reported(words)

    def _opens_with_pronoun(self, sentence: Sentence) -> bool:
        """Return whether nobody is named before a pronoun in the first words: `Nach dem Treffen sagte er …`."""
        opening = sentence.text.split()[1:_NEAR]
        for word in opening:
            low = word.lower().strip(",.;:")
            if low in self._third and low not in self._lexicon.possessives:
                return True
            if word[0].isupper() and not self._lexicon.is_common(low):
                return False
        return False

    def _leans_on_adverb(self, text: str) -> bool:
        """Return whether a word outside quotations stands for what was said before: `Reis sagte dazu: …`.

        One before a clause or an infinitive stands for these: `Reis ist dafür, dass …`.
        """
        words = _outside(text).lower().split()
        for at, word in enumerate(words):
            if word.strip(",:;.") in self._adverbs:
                return not (any(other.endswith(",") for other in words[at:]) or not self._infinitive.isdisjoint(words[at:]))
        return False

    def _is_balanced(self, text: str) -> bool:
        """Return whether a text closes every quotation mark and bracket that it opens."""
        open_marks: list[str] = []
        for char in text:
            if open_marks and char in self._writing.pairs.get(open_marks[-1], '"'):
                open_marks.pop()
            elif char in self._writing.pairs or char == '"':
                open_marks.append(char)
            elif char in ")]”":
                return False
        return not open_marks

    def _has_verb(self, words: tuple[str, ...]) -> bool:
        lexicon = self._lexicon
        if any(word in lexicon.auxiliaries or word in lexicon.all_speech for word in words):
            return True
        return any(word.endswith(lexicon.verb_endings) and word not in lexicon.function_words for word in words[1:])

    def _is_reported(self, words: tuple[str, ...]) -> bool:
        """Return whether a sentence only reports what somebody named before said."""
        lexicon = self._lexicon
        return any(word in lexicon.subjunctive for word in words) and not any(
            word in lexicon.speech
            or word in lexicon.separated
            or word in lexicon.according_before
            or word in lexicon.according_after
            for word in words
        )

    def _is_personal(self, sentence: Sentence) -> bool:
        """Return whether a sentence says I, we or you outside its quotations."""
        first = self._personal
        if first.isdisjoint(sentence.words):
            return False
        return not first.isdisjoint(words_of(_outside(sentence.text), self._writing))

    def _leans_on_pronoun(self, sentence: Sentence) -> bool:
        return not self._third.isdisjoint(sentence.words[1:_NEAR])


def _outside(text: str) -> str:
    """Return a sentence without its quotations."""
    outside, depth = [], 0
    for char in text:
        if char in "„»«":
            depth = 1 if not depth else 0
        elif char in "“”" or char == '"':
            depth = 0 if depth else 1
        elif not depth:
            outside.append(char)
    return "".join(outside)
