"""Random edits of made-up articles that record where every word went.

Every word has a number that it keeps through all edits, so that the true place of a passage is known. A changed word keeps its
number and is marked; a deleted one is gone. The words of a copied paragraph get new numbers. If the original is deleted later,
its only copy gets the original's numbers, because the two texts then look as if the paragraph had been moved. The same seed gives
the same edits.
"""

import random
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from briefing_tui.model.briefing import Briefing, Paragraph, Section


@dataclass(frozen=True, slots=True)
class Word:
    """A word of an article.

    `number` is kept through all edits, `changed` says that an edit changed the word, `source` is the number of the word that it
    was copied from.
    """

    text: str
    number: int
    changed: bool = False
    source: int | None = None


Blocks = list[list[Word]]


@dataclass(frozen=True, slots=True)
class Passage:
    """A note's passage: the numbers of its words, and the words before edits."""

    numbers: tuple[int, ...]
    words: tuple[str, ...]


def passage_of(words: Sequence[Word]) -> Passage:
    """Return the passage of consecutive words."""
    return Passage(tuple(word.number for word in words), tuple(word.text for word in words))


class Articles:
    """Makes articles and edits them; the same seed makes the same ones.

    Each kind of article has its own sentences and its own edits.
    """

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        self._next = 0

    def sentence(self) -> list[str]:
        """Return the words of a sentence."""
        raise NotImplementedError

    def article(self) -> Blocks:
        """Return the paragraphs of an article; some sentences occur in two or three of them."""
        raise NotImplementedError

    def passage(self, blocks: Blocks) -> Passage:
        """Return a passage that a user could have annotated."""
        raise NotImplementedError

    def headings(self, count: int) -> list[tuple[str | None, int]]:
        """Return the heading and the number of paragraphs of each section."""
        return [(f"Part {at // 4}" if at else None, 4) for at in range(0, count, 4)]

    def edited(self, blocks: Blocks, share: float, copied: bool = False) -> Blocks:
        """Return the article after random edits.

        `share` of its words is changed, deleted or followed by new ones; one to four paragraphs are moved, added or removed.
        `copied` also copies one or two paragraphs to another place, exactly or nearly.
        """
        after = [list(block) for block in blocks]
        for _ in range(self.random.randint(1, 4)):
            self._rearrange(after)
        for _ in range(self.random.randint(1, 2) if copied else 0):
            self._copy(after)
        return _heirs([self._reworded(block, share) for block in after if block])

    def _new_words(self) -> list[str]:
        """Return the new words that replace a word or follow it."""
        raise NotImplementedError

    def _apart(self, blocks: list[list[str]], count: int) -> list[list[str]]:
        """Choose `count` paragraphs, no two of them adjacent.

        If two equal sentences were adjacent and one was deleted, nobody could know which.
        """
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
        """Return a new paragraph of at most `most` sentences."""
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
    """Give the only copy of a deleted original the numbers of the original."""
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
    """Return the sentences of a paragraph as ranges of its words."""
    ends = [0, *(at + 1 for at, word in enumerate(block) if word.text.rstrip("”’").endswith((".", "?", "!")))]
    ends += [len(block)] if ends[-1] < len(block) else []
    return [range(start, end) for start, end in pairwise(ends)]


def briefing_of(blocks: Blocks, headings: Sequence[tuple[str | None, int]]) -> Briefing:
    """Return the article as a briefing, with one space between words."""
    sections, at = [], 0
    for number, (heading, count) in enumerate(headings):
        paragraphs = tuple(Paragraph(" ".join(word.text for word in block)) for block in blocks[at : at + count])
        sections.append(Section(f"part-{number}" if number else "lead", heading, paragraphs))
        at += count
    return Briefing("generated", title=None, sections=tuple(sections))


def ranges_of(passage: Passage, blocks: Blocks) -> list[range]:
    """Return the passage's ranges in the article's text, changed words included.

    The article's text is its paragraphs, separated by line ends. Each block with words of the passage gives one range, from the
    first to the last of them.
    """
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
    """Return a range for each run of the passage's words, without words inserted between them."""
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
    """Count the passage's words that are unchanged, wherever they are."""
    wanted = set(passage.numbers)
    return sum(word.number in wanted and not word.changed for block in blocks for word in block)


def stands_unchanged(passage: Passage, blocks: Blocks) -> bool:
    """Return whether the passage's own words are still side by side and unchanged."""
    words = [word for block in blocks for word in block]
    first = next((at for at, word in enumerate(words) if word.number == passage.numbers[0]), len(words))
    run = words[first : first + len(passage.numbers)]
    return [(one.number, one.text) for one in run] == list(zip(passage.numbers, passage.words, strict=True))
