"""The words of an article, and which of them somebody said."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import accumulate, pairwise

from msgspec import Struct

from briefing_tui.analysis.shared.quote_marks import find_quotations
from briefing_tui.model.briefing import Briefing, Place, Quote
from briefing_tui.presentation.speakers import named_speaker
from briefing_tui.verification.words import Words, words_of

_BETWEEN = "\n\n"
_MARKS = frozenset(".,;:!?…—–\n")
_CLAUSE = 4
_INTERRUPTION = 16
"""The most words of a speech tag that interrupts an utterance: `…,” Ana Reis, who chairs the board, told reporters, “…`."""


class Utterance(Struct, frozen=True):
    """Words that an article has in quotation marks.

    `first` and `last` are its range of words, the end exclusive; `start` and `end` its range of characters. `quote` is the
    briefing's quote, if it has one. `speech` is one number for utterances that nothing but a speech tag separates.
    """

    first: int
    last: int
    start: int
    end: int
    speech: int
    quote: Quote | None = None


class ArticleText:
    """The words of an article in one sequence, with its utterances."""

    def __init__(self, briefing: Briefing) -> None:
        """Join the texts of a briefing; words are read when they are first needed."""
        self.briefing = briefing
        blocks = list(_blocks(briefing))
        whole = _BETWEEN.join(text for _, text in blocks)
        blocks += [
            (Place(quote.section or "lead"), part) for quote in briefing.quotes for part in quote.parts if part not in whole
        ]
        self._blocks = blocks
        self._starts = list(accumulate((len(text) + len(_BETWEEN) for _, text in blocks), initial=0))
        self.text = _BETWEEN.join(text for _, text in blocks)

    @property
    def id(self) -> str:
        """The briefing's id."""
        return self.briefing.id

    @cached_property
    def words(self) -> Words:
        """The words of the whole article."""
        return words_of(self.text)

    @cached_property
    def line(self) -> str:
        """The folded words with a space around each."""
        return f" {' '.join(self.words.folded)} "

    @cached_property
    def _line_starts(self) -> list[int]:
        return list(accumulate((len(word) + 1 for word in self.words.folded), initial=0))

    def occurrences(self, run: Sequence[str], since: int = 0) -> Iterator[int]:
        """Yield the index of each word from `since` on at which these words begin."""
        needle = f" {' '.join(run)} "
        at = self.line.find(needle, self._line_starts[min(since, len(self.words))])
        while at >= 0:
            yield bisect_right(self._line_starts, at) - 1
            at = self.line.find(needle, at + 1)

    @cached_property
    def pairs(self) -> dict[tuple[str, str], list[int]]:
        """The places of every two words in a row."""
        found: dict[tuple[str, str], list[int]] = {}
        folded = self.words.folded
        for index, pair in enumerate(pairwise(folded)):
            found.setdefault(pair, []).append(index)
        return found

    @cached_property
    def utterances(self) -> tuple[Utterance, ...]:
        """Every quotation of the article, in order."""
        return tuple(self._find_utterances())

    @cached_property
    def _owners(self) -> list[int]:
        """The index of each word's utterance, -1 for the article's own words."""
        owners = [-1] * len(self.words)
        for index, utterance in enumerate(self.utterances):
            owners[utterance.first : utterance.last] = [index] * (utterance.last - utterance.first)
        return owners

    def utterance_at(self, word: int) -> Utterance | None:
        """Return the utterance that a word belongs to, None for the article's own words."""
        index = self._owners[word]
        return self.utterances[index] if index >= 0 else None

    def clause_end(self, word: int, most: int) -> int:
        """Return the index behind a clause, a little more than `most` words away."""
        limit = min(len(self.words), word + most + _CLAUSE) if most else word
        while 0 < word < limit and not self._is_divided(word):
            word += 1
        return word

    def clause_start(self, word: int, most: int) -> int:
        """Return the index where a clause starts, a little more than `most` words away."""
        limit = max(0, word - most - _CLAUSE) if most else word
        while limit < word and not self._is_divided(word):
            word -= 1
        return word

    def _is_divided(self, word: int) -> bool:
        """Return whether a mark, or the end of an utterance, is between a word and the one before."""
        between = self.text[self.words.ends[word - 1] : self.words.starts[word]]
        return self._owners[word - 1] != self._owners[word] or not _MARKS.isdisjoint(between)

    def place(self, start: int, end: int) -> Place:
        """Return the place in the briefing of a range of characters.

        It ends with the paragraph that it begins in.
        """
        index = self.block_of(start)
        place, text = self._blocks[index]
        base = self._starts[index]
        return Place(place.at, place.paragraph, start - base, min(end - base, len(text)))

    def block_of(self, at: int) -> int:
        """Return the index of the paragraph or other text that a character is in."""
        return bisect_right(self._starts, at) - 1

    def _find_utterances(self) -> Iterator[Utterance]:
        before: Utterance | None = None
        words, number = self.words, 0
        for start, end, quote in self._quoted():
            first, last = bisect_right(words.starts, start - 1), bisect_right(words.starts, end - 1)
            if first >= last or (before and first < before.last):
                continue
            if before is None or not self._continues(before, quote, first, start):
                number += 1
            before = Utterance(first, last, start, end, number, quote)
            yield before

    def _continues(self, before: Utterance, quote: Quote | None, first: int, start: int) -> bool:
        """Return whether words continue an utterance: nothing, or only a speech tag, separates the two."""
        between = first - before.last
        if quote is not None and quote is before.quote:
            return True
        is_same = (quote and quote.speaker_name) == (before.quote and before.quote.speaker_name)
        return (
            (is_same or (between == 0 and not (quote and before.quote)))
            and between <= _INTERRUPTION
            and (between == 0 or self.block_of(before.start) == self.block_of(start))
        )

    def _quoted(self) -> list[tuple[int, int, Quote | None]]:
        """Return the ranges of characters in quotation marks, and those of the briefing's other quotes."""
        ranges = [
            (self._starts[found.paragraph] + found.inner[0], self._starts[found.paragraph] + found.inner[1])
            for found in find_quotations([text for _, text in self._blocks])
        ]
        waiting: dict[str, list[tuple[int, int]]] = {}
        for start, end in reversed(ranges):
            waiting.setdefault(self.text[start:end], []).append((start, end))
        quotes: dict[tuple[int, int], Quote] = {}
        for quote in self.briefing.quotes:
            for part in quote.parts:
                same = waiting.get(part)
                if same:
                    quotes[same.pop()] = quote
                elif (at := self.text.find(part)) >= 0:
                    quotes[at, at + len(part)] = quote
        return sorted(((start, end, quotes.get((start, end))) for start, end in {*ranges, *quotes}), key=lambda found: found[:2])


def _blocks(briefing: Briefing) -> Iterator[tuple[Place, str]]:
    """Yield the texts of a briefing with their places: title, lead, paragraphs, captions."""
    if briefing.title:
        yield Place("title"), briefing.title
    if briefing.lead:
        yield Place("lead"), briefing.lead
    for section in briefing.sections:
        for index, paragraph in enumerate(section.paragraphs):
            if paragraph.text:
                yield Place(section.id, index), paragraph.text
    for image in briefing.images:
        if image.caption:
            yield Place(image.id), image.caption


def speaker_names(briefing: Briefing, quote: Quote | None) -> tuple[str, ...]:
    """Return every name that the article has for a quote's speaker, the fullest first.

    There is none if it is not clear who speaks, or if the article only describes the speaker ("a neighbour").
    """
    if quote is None:
        return ()
    actor = next((actor for actor in briefing.actors if actor.id == quote.speaker), None)
    if actor:
        return (actor.name, *actor.aliases)
    name = named_speaker(briefing, quote) or ""
    return (name,) if " " in name and all(word[0].isupper() for word in name.split()) else ()
