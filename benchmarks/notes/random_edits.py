"""Random edits of made-up articles, and where every word went: the ground that anchors are measured on.

Every word carries a number that it keeps through all edits, so that the true place of a passage is known and not searched for.
A changed word keeps its number and is marked; a deleted one is gone. The words of a copied paragraph have numbers of their own,
but where the paragraph they were copied from is deleted afterwards, its one copy takes its place: no reader of the two
texts could tell that from a paragraph that was moved. Everything follows from the seed.
"""

import random
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from briefing_tui.model.briefing import Briefing, Paragraph, Section


@dataclass(frozen=True, slots=True)
class Word:
    """A word of an article: its text, the number it keeps, whether an edit changed it, and the number of the word that it was
    copied from."""

    text: str
    number: int
    changed: bool = False
    source: int | None = None


Blocks = list[list[Word]]


@dataclass(frozen=True, slots=True)
class Passage:
    """What a note was made on: the numbers of its words and its words as they were."""

    numbers: tuple[int, ...]
    words: tuple[str, ...]


def passage_of(words: Sequence[Word]) -> Passage:
    """The passage that a run of words is."""
    return Passage(tuple(word.number for word in words), tuple(word.text for word in words))


class Articles:
    """Makes articles and edits them; the same seed makes the same ones. Each kind has its own sentences and its own edits."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        self._next = 0

    def sentence(self) -> list[str]:
        """The words of a sentence."""
        raise NotImplementedError

    def article(self) -> Blocks:
        """The paragraphs of an article; some sentences stand in two of them, or three."""
        raise NotImplementedError

    def passage(self, blocks: Blocks) -> Passage:
        """A passage that a reader may have marked."""
        raise NotImplementedError

    def headings(self, count: int) -> list[tuple[str | None, int]]:
        """The sections of an article of so many paragraphs: each one's heading and how many paragraphs it has."""
        return [(f"Part {at // 4}" if at else None, 4) for at in range(0, count, 4)]

    def edited(self, blocks: Blocks, share: float, copied: bool = False) -> Blocks:
        """The article with `share` of its words changed, deleted or joined by new ones, and one to four paragraphs moved, added
        or removed; `copied`: one or two copied to another place, too, word for word or nearly so."""
        after = [list(block) for block in blocks]
        for _ in range(self.random.randint(1, 4)):
            self._rearrange(after)
        for _ in range(self.random.randint(1, 2) if copied else 0):
            self._copy(after)
        return _heirs([self._reworded(block, share) for block in after if block])

    def _new_words(self) -> list[str]:
        """What a word is changed into, or what is put beside it."""
        raise NotImplementedError

    def _apart(self, blocks: list[list[str]], count: int) -> list[list[str]]:
        """Some paragraphs, no two of them side by side: of two like sentences together, either may be the one that went."""
        chosen: list[int] = []
        for at in self.random.sample(range(len(blocks)), len(blocks)):
            if len(chosen) < count and all(abs(at - other) > 1 for other in chosen):
                chosen.append(at)
        return [blocks[at] for at in chosen]

    def _made(self, texts: Sequence[str], changed: bool = False) -> list[Word]:
        self._next += len(texts)
        return [Word(text, self._next - len(texts) + at, changed) for at, text in enumerate(texts, 1)]

    def _rearrange(self, blocks: Blocks) -> None:
        at, what = self.random.randrange(len(blocks)), self.random.random()
        if what < 0.4:
            blocks.insert(self.random.randrange(len(blocks)), blocks.pop(at))
        elif what < 0.7:
            blocks.insert(at, self._fresh(4))
        elif len(blocks) > 4:
            blocks.pop(at)

    def _fresh(self, most: int) -> list[Word]:
        """A new paragraph of up to so many sentences."""
        return self._made([word for _ in range(self.random.randint(1, most)) for word in self.sentence()], changed=True)

    def _copy(self, blocks: Blocks) -> None:
        block = self.random.choice(blocks)
        fresh = self._made([word.text for word in block])
        copied = [replace(new, source=word.source or word.number) for new, word in zip(fresh, block, strict=True)]
        near = self.random.choice([0.0, 0.1, 0.3])
        blocks.insert(self.random.randrange(len(blocks) + 1), self._reworded(copied, near))

    def _reworded(self, block: list[Word], share: float) -> list[Word]:
        words: list[Word] = []
        for word in block:
            if self.random.random() >= share:
                words.append(word)
                continue
            what = self.random.random()
            if what < 0.6:
                words.append(replace(word, text=" ".join(self._new_words()), changed=True))
            elif what < 0.8:
                words += [word, *self._made(self._new_words(), changed=True)]
        return words or self._made(self._new_words(), changed=True)


def _heirs(blocks: Blocks) -> Blocks:
    """The blocks with the words of a copy under the numbers of its original, where that is gone and this is its only copy."""
    standing = {word.number for block in blocks for word in block}
    copies: dict[int, set[int]] = {}
    for at, block in enumerate(blocks):
        for word in block:
            if word.source is not None:
                copies.setdefault(word.source, set()).add(at)
    gone = [
        at
        for at, block in enumerate(blocks)
        if any(word.source for word in block)
        and not any(word.source in standing or len(copies[word.source]) > 1 for word in block if word.source is not None)
    ]
    return [
        [replace(word, number=word.source) if at in gone and word.source else word for word in block]
        for at, block in enumerate(blocks)
    ]


def sentences_of(block: Sequence[Word]) -> list[range]:
    """The sentences of a paragraph as ranges of its words."""
    ends = [0, *(at + 1 for at, word in enumerate(block) if word.text.rstrip("”’").endswith((".", "?", "!")))]
    ends += [len(block)] if ends[-1] < len(block) else []
    return [range(start, end) for start, end in pairwise(ends)]


def briefing_of(blocks: Blocks, headings: Sequence[tuple[str | None, int]]) -> Briefing:
    """The article as a briefing, words parted by one space. Its text is the paragraphs alone, parted by line ends."""
    sections, at = [], 0
    for number, (heading, count) in enumerate(headings):
        paragraphs = tuple(Paragraph(" ".join(word.text for word in block)) for block in blocks[at : at + count])
        sections.append(Section(f"part-{number}" if number else "lead", heading, paragraphs))
        at += count
    return Briefing("generated", title=None, sections=tuple(sections))


def ranges_of(passage: Passage, blocks: Blocks) -> list[range]:
    """Where the words of the passage stand in the article's text, changed ones too: a range for each block that has any, from
    the first to the last."""
    wanted, found, at = set(passage.numbers), [], 0
    for block in blocks:
        start, end = -1, -1
        for word in block:
            if word.number in wanted:
                start, end = at if start < 0 else start, at + len(word.text)
            at += len(word.text) + 1
        if start >= 0:
            found.append(range(start, end))
    return found


def runs_of(passage: Passage, blocks: Blocks) -> list[range]:
    """The same without the words that were put in between: a range for each run of the passage's words."""
    wanted, found, at, last = set(passage.numbers), list[range](), 0, -2
    for block in blocks:
        for index, word in enumerate(block):
            if word.number in wanted:
                goes_on = last == index - 1
                found[-1:] = (
                    [range(found[-1].start, at + len(word.text))] if goes_on else [*found[-1:], range(at, at + len(word.text))]
                )
                last = index
            at += len(word.text) + 1
        last = -2
    return found


def words_left(passage: Passage, blocks: Blocks) -> int:
    """How many of the passage's own words still stand as they were, wherever."""
    wanted = set(passage.numbers)
    return sum(word.number in wanted and not word.changed for block in blocks for word in block)


def stands_unchanged(passage: Passage, blocks: Blocks) -> bool:
    """Whether the passage's own words, these very ones, still stand side by side."""
    words = [word for block in blocks for word in block]
    first = next((at for at, word in enumerate(words) if word.number == passage.numbers[0]), len(words))
    run = words[first : first + len(passage.numbers)]
    return [(one.number, one.text) for one in run] == list(zip(passage.numbers, passage.words, strict=True))
