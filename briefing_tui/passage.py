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
    """A range of the text that may be the passage, and the evidence for it in bits: that of its own words, and of those before
    and after it. `full` is what the whole passage would have; `own` the share of the letters, from 0 to 1, that
    both have: of the range's or of the passage's, whichever are more."""

    start: int
    end: int
    quote: float
    before: float
    after: float
    full: float
    own: float = 1.0

    @property
    def evidence(self) -> float:
        """All of it, in bits."""
        return self.quote + self.context

    @property
    def context(self) -> float:
        """That of the words around it, in bits."""
        return self.before + self.after

    @property
    def like(self) -> float:
        """How much of the passage is there, up to 1."""
        return self.quote / max(self.full, 1.0) if self.quote < self.full else 1.0

    @property
    def framed(self) -> bool:
        """Whether the words on both sides speak for it."""
        return self.before > 0 and self.after > 0

    def touches(self, other: "Candidate") -> bool:
        """Whether both have a part of the text in common."""
        return self.start < other.end and other.start < self.end
