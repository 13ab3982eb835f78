"""Made-up articles whose words are as frequent as those of a language.

They have sentences of all lengths, quotations and headings, and differ from the framed articles in every way: a changed word
becomes another word of the same vocabulary, sentences near a passage are rewritten, inserted and removed, paragraphs are split
and joined, and sections get new headings.
"""

from dataclasses import replace
from itertools import accumulate

from benchmarks.notes.random_edits import Articles, Blocks, Passage, Word, passage_of, sentences_of


def _words(text: str) -> list[str]:
    return text.split()


_SMALL = _words(
    "the of to and a in that is was for it with as his on be at by he had not are but from or have an they which one you "
    "were her all she there would their we him been has when who will more no if out so said what up its about into than "
    "them can only other new some could time these two may then do first any my now such like our over me even most made "
    "after also did many before must through years where much your way well down should because each just those people how "
    "too little state"
)
_ROOTS = _words(
    "mar por ven cal dur fen gar hol jun kel lam mon nor pel quor ral sed tor ul ver wes yar zan bri cor dal est fra glo "
    "hin ill jor kin lor mur nes oak pra rin sto tam und vil wor alt bel cra den emb fal gran har ist"
)
_ENDINGS = _words("ter ing ment er ly ation al ed ous ity ive less ward ness age land ham ford en ic ism ship s dom ence")
_OPENINGS = [
    "In the meantime ,",
    "According to the {} ,",
    "At the same time the",
    "For many years the {}",
    "It is not clear that",
    "There was no {} when",
    "On the other side of the {} ,",
    "What they had not said was that the",
]


class CommonArticles(Articles):
    """Articles whose words follow Zipf's law."""

    def __init__(self, seed: int) -> None:
        super().__init__(seed)
        long = [root + ending for root in _ROOTS for ending in _ENDINGS]
        self.random.shuffle(long)
        self._words = [*_SMALL[:20], *(word for pair in zip(_SMALL[20:], long, strict=False) for word in pair)]
        self._words += long[len(_SMALL) - 20 :]
        self._odds = list(accumulate(1 / (rank + 2.7) for rank in range(len(self._words))))

    def _some(self, count: int) -> list[str]:
        return self.random.choices(self._words, cum_weights=self._odds, k=count)

    def _new_words(self) -> list[str]:
        return self._some(1 if self.random.random() < 0.9 else 2)

    def sentence(self) -> list[str]:
        """Return 3 to about 40 words with commas, some numbers, names and quotations."""
        words = self._some(min(40, max(3, round(self.random.lognormvariate(2.5, 0.6)))))
        for at in range(1, len(words) - 1):
            chance = self.random.random()
            if chance < 0.06:
                words[at] += ","
            elif chance < 0.08:
                words[at] = str(self.random.randint(2, 2030))
            elif chance < 0.12:
                words[at] = words[at].capitalize()
        words[0] = words[0].capitalize()
        if self.random.random() < 0.15:
            return [f"“{words[0]}", *words[1:-1], f"{words[-1]},”", "said", self._some(1)[0].capitalize() + "."]
        return [*words[:-1], words[-1] + self.random.choice("....?")]

    def _paragraph(self, openings: list[str]) -> list[str]:
        count = 1 if self.random.random() < 0.2 else self.random.randint(1, 7)
        words = [word for _ in range(count) for word in self.sentence()]
        if self.random.random() < 0.3:
            opening = self.random.choice(openings).format(self._some(1)[0]).replace(" ,", ",").split()
            words[0] = words[0].lower()
            return [*opening, *words]
        return words

    def article(self) -> Blocks:
        """Return 8 to 50 paragraphs; some share an opening, some a sentence.

        The shared sentence is first, last, in between, or a paragraph by itself.
        """
        openings = self.random.sample(_OPENINGS, 4)
        blocks = [self._paragraph(openings) for _ in range(self.random.randint(8, 50))]
        for _ in range(1 + len(blocks) // 8):
            twin = self.sentence()
            for block in self._apart(blocks, self.random.choice([2, 2, 3])):
                ends = [0, *(at + 1 for at, word in enumerate(block) if word.endswith("."))]
                at = self.random.choice(ends)
                block[at:at] = twin
        if self.random.random() < 0.1:
            alone = self.sentence()
            blocks.insert(2, alone)
            blocks.insert(self.random.randrange(5, len(blocks)), list(alone))
        return [self._made(block) for block in blocks]

    def passage(self, blocks: Blocks) -> Passage:
        """Return up to 60 words from anywhere, a paragraph, or a sentence.

        The words may cross the ends of sentences and, sometimes, of paragraphs. Half of the sentences occur elsewhere, too.
        """
        kind = self.random.random()
        block = self.random.choice(blocks)
        if kind < 0.15:
            return passage_of(block)
        if kind < 0.4:
            return self._sentence(blocks)
        run = [word for block in blocks for word in block] if kind < 0.5 else block
        at = self.random.randrange(len(run))
        most = self.random.choice([8, 30, 60])
        return passage_of(run[at : at + self.random.randint(1, most)])

    def _sentence(self, blocks: Blocks) -> Passage:
        seen: dict[tuple[str, ...], list[list[Word]]] = {}
        for block in blocks:
            for one in sentences_of(block):
                words = block[one.start : one.stop]
                seen.setdefault(tuple(word.text for word in words), []).append(words)
        twins = [words for places in seen.values() if len(places) > 1 for words in places]
        every = [words for places in seen.values() for words in places]
        return passage_of(self.random.choice(twins if twins and self.random.random() < 0.5 else every))

    def headings(self, count: int) -> list[tuple[str | None, int]]:
        """Return sections of one to seven paragraphs; each call returns different ones."""
        sections: list[tuple[str | None, int]] = []
        while count > 0:
            sections.append((" ".join(self._some(3)) if sections else None, self.random.randint(1, 7)))
            count -= sections[-1][1]
        return sections

    def _rearrange(self, blocks: Blocks) -> None:
        super()._rearrange(blocks)
        for change in self.random.sample([self._split, self._join, self._rewrite, self._rewrite], 2):
            change(blocks)

    def _split(self, blocks: Blocks) -> None:
        at = self.random.randrange(len(blocks))
        parts = sentences_of(blocks[at])
        if len(parts) > 1:
            border = self.random.choice(parts[1:]).start
            blocks[at : at + 1] = [blocks[at][:border], blocks[at][border:]]

    def _join(self, blocks: Blocks) -> None:
        at = self.random.randrange(len(blocks) - 1)
        blocks[at : at + 2] = [blocks[at] + blocks[at + 1]]

    def _rewrite(self, blocks: Blocks) -> None:
        """Delete a sentence, replace it, or insert one before it."""
        block = self.random.choice(blocks)
        one = self.random.choice(sentences_of(block))
        fresh = [replace(word, changed=True) for word in self._made(self.sentence())]
        what = self.random.random()
        if what < 0.3 and len(one) < len(block):
            del block[one.start : one.stop]
        elif what < 0.6:
            block[one.start : one.stop] = fresh
        else:
            block[one.start : one.start] = fresh
