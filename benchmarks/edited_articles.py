"""Made-up articles, random edits of them, and where every passage went: the ground that anchors are measured on.

Every word carries a number that it keeps through all edits, so that the true place of a passage is known and not searched for.
A changed word keeps its number and is marked; a deleted one is gone. The words of a copied paragraph have numbers of their own,
but where the paragraph they were copied from is deleted afterwards, its one copy takes its place: no reader of the two
texts could tell that from a paragraph that was moved. Everything follows from the seed.
"""

import random
from dataclasses import dataclass, replace

from briefing_tui.model import Briefing, Paragraph, Place, Section

_SUBJECTS = [
    "The harbour board",
    "A council clerk",
    "Two skippers",
    "The survey team",
    "Her deputy",
    "The ferry owner",
    "Most crews",
    "The ministry",
]
_VERBS = ["said", "denied", "wrote", "found", "repeated", "warned", "admitted", "explained", "told the board", "had known"]
_CLAUSES = [
    "the {a} {n} would stay closed until {t}",
    "{c} of the {n}s had been measured {t}",
    "nobody had paid for the {a} {n} since {t}",
    "the {n} near the {a} {m} was never {a2}",
    "a {a} {n} and a {a2} {m} had been sold {t}",
    "the {m} cost {c} crowns {t}",
    "it was the {n}, not the {m}, that had failed {t}",
    "every {a} {m} must be checked before {t}",
]
_NOUNS = [
    "quay",
    "crane",
    "ledger",
    "ferry",
    "pier",
    "survey",
    "anchor",
    "buoy",
    "warehouse",
    "lantern",
    "tide table",
    "chart",
    "winch",
    "dredger",
    "slipway",
    "customs shed",
]
_ADJECTIVES = [
    "old",
    "narrow",
    "flooded",
    "northern",
    "painted",
    "hollow",
    "rusted",
    "borrowed",
    "unlit",
    "crooked",
    "eastern",
    "mended",
    "forgotten",
    "tarred",
]
_TIMES = [
    "the spring",
    "last winter",
    "Monday",
    "the third inspection",
    "midnight",
    "the fair",
    "1987",
    "the storm",
    "early March",
    "the new law",
]
_SYLLABLES = [
    "ka",
    "lo",
    "mi",
    "ren",
    "tas",
    "ul",
    "vor",
    "shi",
    "den",
    "pra",
    "olk",
    "ert",
    "una",
    "bis",
    "gal",
    "thor",
    "emi",
    "sul",
    "nek",
    "ado",
]


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


class Articles:
    """Makes articles and edits them; the same seed makes the same ones."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        self._next = 0

    def _invented(self) -> str:
        return "".join(self.random.choices(_SYLLABLES, k=self.random.randint(2, 4)))

    def _word(self, text: str, changed: bool = False) -> Word:
        self._next += 1
        return Word(text, self._next, changed)

    def sentence(self) -> list[str]:
        """A sentence from a small grammar: many sentences of an article share most of their words."""
        pick = self.random.choice
        clause = pick(_CLAUSES).format(
            a=pick(_ADJECTIVES),
            a2=pick(_ADJECTIVES),
            n=pick(_NOUNS),
            m=pick(_NOUNS),
            t=pick(_TIMES),
            c=self.random.randint(2, 90),
        )
        name = self._invented().capitalize() if self.random.random() < 0.4 else pick(_SUBJECTS)
        tail = f", {pick(_VERBS)} {self._invented().capitalize()}" if self.random.random() < 0.3 else ""
        return f"{name} {pick(_VERBS)} that {clause}{tail}.".split()

    def article(self) -> Blocks:
        """Twelve to forty paragraphs; about a sixth of them hold a sentence that stands in another one too."""
        blocks = [
            [word for _ in range(self.random.randint(1, 5)) for word in self.sentence()]
            for _ in range(self.random.randint(12, 40))
        ]
        for _ in range(len(blocks) // 6):
            twin = self.sentence()
            for block in self.random.sample(blocks, 2):
                block[0:0] = twin if self.random.random() < 0.5 else []
                block += twin
        return [[self._word(text) for text in block] for block in blocks]

    def passage(self, blocks: Blocks) -> Passage:
        """A few words, a sentence or a whole paragraph, by chance."""
        block = self.random.choice(blocks)
        kind = self.random.random()
        if kind < 0.25:
            chosen = block
        elif kind < 0.6:
            ends = [0, *(index + 1 for index, word in enumerate(block) if word.text.endswith("."))]
            at = self.random.randrange(len(ends) - 1)
            chosen = block[ends[at] : ends[at + 1]]
        else:
            at = self.random.randrange(len(block))
            chosen = block[at : at + self.random.randint(2, 25)]
        return Passage(tuple(word.number for word in chosen), tuple(word.text for word in chosen))

    def edited(self, blocks: Blocks, share: float) -> Blocks:
        """The article with `share` of its words changed, deleted or joined by new ones, and paragraphs moved, added, removed,
        copied to another place word for word or nearly so."""
        after = [list(block) for block in blocks]
        for _ in range(self.random.randint(1, 4)):
            self._rearrange(after)
        return _heirs([self._reworded(block, share) for block in after if block])

    def _rearrange(self, blocks: Blocks) -> None:
        at, what = self.random.randrange(len(blocks)), self.random.random()
        if what < 0.3:
            blocks.insert(self.random.randrange(len(blocks)), blocks.pop(at))
        elif what < 0.5:
            fresh = [word for _ in range(self.random.randint(1, 4)) for word in self.sentence()]
            blocks.insert(at, [self._word(text, changed=True) for text in fresh])
        elif what < 0.75:
            copied = [replace(self._word(word.text), source=word.source or word.number) for word in blocks[at]]
            near = self.random.choice([0.0, 0.1, 0.3])
            blocks.insert(self.random.randrange(len(blocks) + 1), self._reworded(copied, near))
        elif len(blocks) > 4:
            blocks.pop(at)

    def _reworded(self, block: list[Word], share: float) -> list[Word]:
        words: list[Word] = []
        for word in block:
            if self.random.random() >= share:
                words.append(word)
                continue
            what = self.random.random()
            if what < 0.6:
                words.append(replace(word, text=self._invented(), changed=True))
            elif what < 0.8:
                words += [word, self._word(self._invented(), changed=True)]
        return words or [self._word(self._invented(), changed=True)]


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


def briefing_of(blocks: Blocks) -> Briefing:
    """The article as a briefing: four paragraphs a section, words parted by one space."""
    sections = []
    for number, at in enumerate(range(0, len(blocks), 4)):
        paragraphs = tuple(Paragraph(" ".join(word.text for word in block)) for block in blocks[at : at + 4])
        sections.append(Section("lead" if number == 0 else f"part-{number}", f"Part {number}" if number else None, paragraphs))
    return Briefing("generated", title=None, sections=tuple(sections))


def place_of(passage: Passage, blocks: Blocks) -> Place | None:
    """Where the words of the passage stand, from the first that is left to the last; None: none is left, or they are torn."""
    wanted = set(passage.numbers)
    for number, block in enumerate(blocks):
        held = [index for index, word in enumerate(block) if word.number in wanted]
        if held:
            start = sum(len(word.text) + 1 for word in block[: held[0]])
            end = sum(len(word.text) + 1 for word in block[: held[-1] + 1]) - 1
            section = "lead" if number < 4 else f"part-{number // 4}"
            return Place(section, number % 4, start, end)
    return None


def stands_unchanged(passage: Passage, blocks: Blocks) -> bool:
    """Whether the passage's own words, these very ones, still stand side by side."""
    for block in blocks:
        for index, word in enumerate(block):
            if word.number == passage.numbers[0]:
                run = block[index : index + len(passage.numbers)]
                return [(one.number, one.text) for one in run] == list(zip(passage.numbers, passage.words, strict=True))
    return False
