"""A passage by its words: the selector that describes one, and the ranges of a text that may be it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Selector:
    """The words of a passage and those around it.

    `position` is where the passage began in the article's text. `unique` says whether the words, and either larger part of them,
    stood there once when it was described (None: not known); where they did not, `shared` is how many code points of prefix and
    suffix stood around the others too, and tell nothing. `rival` is the likeness, from 0 to 1, of the passage that was most like
    it. `version` is the text's: while no word has changed, the position holds.
    """

    exact: str = ""
    prefix: str = ""
    suffix: str = ""
    position: int = 0
    unique: bool | None = None
    shared: tuple[int, int] = (0, 0)
    rival: float | None = None
    version: str = ""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A range of the text that may be the passage. Likenesses from 0 to 1; a side without context has None. `kept` is the share
    of the range that is the passage's own words."""

    start: int
    end: int
    quote: float
    before: float | None
    after: float | None
    kept: float = 1.0

    @property
    def supported(self) -> bool:
        """Whether the words around are this passage's own: nearly all on one side, or half of them on both."""
        return self.support >= 0.8 or self.framed >= 0.5

    @property
    def framed(self) -> float:
        """How well the words on both sides agree: the worse side."""
        return min(self.before or 0.0, self.after or 0.0)

    @property
    def support(self) -> float:
        """How well the words around speak for it: the better side."""
        return max(self.before or 0.0, self.after or 0.0)

    @property
    def context(self) -> float:
        """How well the words on both sides agree, from 0 to 2."""
        return (self.before or 0.0) + (self.after or 0.0)

    def score(self, position: int, length: int) -> float:
        """All likenesses weighed 50:20:20:2, from 0 to 1; a side that is not known is left out of the sum."""
        near = 1 - min(1.0, abs(self.start - position) / max(1, length))
        parts = [(50, self.quote), (20, self.before), (20, self.after), (2, near)]
        known = [(weight, like) for weight, like in parts if like is not None]
        return sum(weight * like for weight, like in known) / sum(weight for weight, _ in known)
