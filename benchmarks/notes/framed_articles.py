"""Made-up articles of a small grammar.

Sentences share their frames and most of their words; changed words are invented.
"""

from benchmarks.notes.random_edits import Articles, Blocks, Passage, passage_of, sentences_of

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


class FramedArticles(Articles):
    """Articles in which many sentences differ only in a few words."""

    def _new_words(self) -> list[str]:
        return ["".join(self.random.choices(_SYLLABLES, k=self.random.randint(2, 4)))]

    def sentence(self) -> list[str]:
        """Return a sentence that shares most of its words with many others."""
        pick = self.random.choice
        clause = pick(_CLAUSES).format(
            a=pick(_ADJECTIVES),
            a2=pick(_ADJECTIVES),
            n=pick(_NOUNS),
            m=pick(_NOUNS),
            t=pick(_TIMES),
            c=self.random.randint(2, 90),
        )
        name = self._new_words()[0].capitalize() if self.random.random() < 0.4 else pick(_SUBJECTS)
        tail = f", {pick(_VERBS)} {self._new_words()[0].capitalize()}" if self.random.random() < 0.3 else ""
        return f"{name} {pick(_VERBS)} that {clause}{tail}.".split()

    def article(self) -> Blocks:
        """Return 12 to 40 paragraphs; a third share a sentence with others.

        The shared sentence is at the start or at the end.
        """
        blocks = [
            [word for _ in range(self.random.randint(1, 5)) for word in self.sentence()]
            for _ in range(self.random.randint(12, 40))
        ]
        for _ in range(len(blocks) // 6):
            twin = self.sentence()
            for block in self._apart(blocks, self.random.choice([2, 2, 2, 3])):
                at = self.random.choice([0, len(block)])
                block[at:at] = twin
        return [self._made(block) for block in blocks]

    def passage(self, blocks: Blocks) -> Passage:
        """Return a few words, a sentence, one that occurs twice, or a paragraph."""
        block = self.random.choice(blocks)
        kind = self.random.random()
        if kind < 0.15:
            return self._twin(blocks)
        if kind < 0.35:
            return passage_of(block)
        if kind < 0.65:
            sentence = self.random.choice(sentences_of(block))
            return passage_of(block[sentence.start : sentence.stop])
        at = self.random.randrange(len(block))
        return passage_of(block[at : at + self.random.randint(2, 25)])

    def _twin(self, blocks: Blocks) -> Passage:
        """Return a sentence that occurs in two paragraphs or more."""
        sentences = [block[one.start : one.stop] for block in blocks for one in sentences_of(block)]
        words = [tuple(word.text for word in sentence) for sentence in sentences]
        return passage_of(self.random.choice([s for s, w in zip(sentences, words, strict=True) if words.count(w) > 1]))
