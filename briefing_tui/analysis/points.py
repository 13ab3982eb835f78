"""Choose the summary points of an article among its own sentences.

They are few and whole, can be read alone, and together say what the article is about.
"""

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from briefing_tui.analysis.language import Language, PointRules, language_of_document
from briefing_tui.analysis.shared.sentences import Sentence, split_sentences, words_of
from briefing_tui.languages.datelines import dateline_length
from briefing_tui.model.briefing import Actor, Point, Section
from briefing_tui.model.document import Document

_LENGTHS = ((0, 3), (350, 4), (700, 5), (1200, 6), (2000, 7))
"""The words of an article, and the number of points from there on."""
_LONG_ARTICLE = 12
_NEWS = 6.0
"""The worth of the article's first sentence, which has the news, as reporters write."""
_MOST_WEIGHED = 200
_ACTOR_WORTH = (5.0, 4.0, 3.0, 2.5, 2.0, 1.2, 0.8, 0.6)
"""The worth of naming the actors, the most important first, in units of the first sentence's."""
_WATCHED = len(_ACTOR_WORTH)


def summarise(document: Document, actors: Sequence[Actor]) -> tuple[Point, ...]:
    """Return three to seven sentences of the article, in its order.

    There are fewer if fewer can be read alone. An article of more than twelve paragraphs gets at least one point from its second
    half, if a sentence there can be read alone.

    Args:
        document: The article.
        actors: Its actors, most important first.
    """
    language = language_of_document(document)
    if language is None or language.points is None:
        return ()
    rules = language.points
    sentences = list(sentences_of(document.sections, language))
    if not sentences:
        return ()
    paragraphs = sentences[-1].paragraph + 1
    fitting = [sentence for sentence in sentences if rules.stands_alone(sentence)]
    length = sum(len(sentence.words) for sentence in sentences)
    wanted = max(count for words, count in _LENGTHS if length >= words)
    chosen = _choose(fitting, wanted, _Worth(sentences, fitting, actors, rules), paragraphs)
    order = {id(sentence): number for number, sentence in enumerate(sentences)}
    chosen.sort(key=lambda sentence: order[id(sentence)])
    return tuple(Point(" ".join(sentence.text.split()), (sentence.section,), "extracted") for sentence in chosen)


def sentences_of(sections: Iterable[Section], language: Language) -> Iterator[Sentence]:
    """Yield the sentences of an article's paragraphs, the first without its dateline."""
    number = 0
    for section in sections:
        for paragraph in section.paragraphs:
            if paragraph.kind != "paragraph":
                continue
            begin = dateline_length(paragraph.text) if number <= 1 else 0
            for index, text in enumerate(split_sentences(paragraph.text[begin:], language.writing)):
                yield Sentence(text, section.id, number, index == 0, words_of(text, language.writing))
            number += 1


def _choose(fitting: list[Sentence], wanted: int, worth: "_Worth", paragraphs: int) -> list[Sentence]:
    """Return the best sentences, each weighed by what those before it leave out; one is the second half's."""
    chosen: list[Sentence] = []
    left = _hopeful(fitting, worth, paragraphs)
    while left and len(chosen) < wanted:
        pool = left
        if len(chosen) == wanted - 1 and paragraphs > _LONG_ARTICLE and not any(_is_late(other, paragraphs) for other in chosen):
            pool = [sentence for sentence in left if _is_late(sentence, paragraphs)] or left
        best = max(pool, key=worth.value_of)
        chosen.append(best)
        worth.add(best)
        left = [sentence for sentence in left if sentence.text != best.text]
    return chosen


def _hopeful(fitting: list[Sentence], worth: "_Worth", paragraphs: int) -> list[Sentence]:
    """Return the sentences of most worth by themselves, from either half: all but in very long texts."""
    if len(fitting) <= _MOST_WEIGHED:
        return fitting
    late = [sentence for sentence in fitting if _is_late(sentence, paragraphs)]
    early = [sentence for sentence in fitting if not _is_late(sentence, paragraphs)]
    return [sentence for half in (early, late) for sentence in sorted(half, key=worth.value_of, reverse=True)[:_MOST_WEIGHED]]


def _is_late(sentence: Sentence, paragraphs: int) -> bool:
    return sentence.paragraph >= paragraphs / 2


class _Worth:
    """The worth of sentences by what they add to the points chosen so far.

    They add the article's main words and actors; early sentences are worth more.
    """

    def __init__(
        self, sentences: Sequence[Sentence], fitting: Sequence[Sentence], actors: Sequence[Actor], rules: PointRules
    ) -> None:
        self._rules = rules
        counts = Counter(chain.from_iterable(set(sentence.words) for sentence in sentences))
        self._words = {
            word: math.log1p(count)
            for word, count in counts.items()
            if count > 1 and len(word) > 2 and word not in rules.plain_words
        }
        self._actors = [({actor.name, *actor.aliases}, _ACTOR_WORTH[rank]) for rank, actor in enumerate(actors[:_WATCHED])]
        self._said: set[str] = set()
        self._named: set[int] = set()
        self._worths = {
            id(sentence): [(word, self._words[word]) for word in set(sentence.words) if word in self._words]
            for sentence in fitting
        }
        self._fixed = {id(sentence): self._place(sentence) for sentence in fitting}
        self._names = {id(sentence): self._actors_in(sentence) for sentence in fitting}

    def value_of(self, sentence: Sentence) -> float:
        """Return what the sentence would add to the points chosen so far."""
        fresh = sum(worth for word, worth in self._worths[id(sentence)] if word not in self._said)
        named = sum(self._actors[rank][1] for rank in self._names[id(sentence)] - self._named)
        again = sum(0.15 * self._actors[rank][1] for rank in self._names[id(sentence)] & self._named)
        return 4 * fresh / (8 + len(sentence.words)) + named + again + self._fixed[id(sentence)]

    def add(self, sentence: Sentence) -> None:
        """Count the sentence as chosen."""
        self._said.update(sentence.words)
        self._named |= self._names[id(sentence)]

    def _actors_in(self, sentence: Sentence) -> set[int]:
        return {rank for rank, (forms, _) in enumerate(self._actors) if any(_has_word(sentence.text, form) for form in forms)}

    def _place(self, sentence: Sentence) -> float:
        """Return the worth of an early place, less for a sentence that depends on others or is in the first person."""
        prior = 2.5 / (1 + 0.5 * sentence.paragraph) + (0.6 if sentence.leads else 0.0)
        if sentence.paragraph == 0 and sentence.leads:
            prior += _NEWS
        if self._rules.is_personal(sentence):
            prior -= 20.0
        if self._rules.leans_on_pronoun(sentence):
            prior -= 1.5
        return prior


def _has_word(text: str, word: str) -> bool:
    """Return whether a word or name is in a text by itself, not inside another word."""
    at = text.find(word)
    while at >= 0:
        end = at + len(word)
        if not text[max(0, at - 1) : at].isalnum() and not text[end : end + 1].isalnum():
            return True
        at = text.find(word, end)
    return False
