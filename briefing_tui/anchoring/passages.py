"""A passage by its words: the selector that describes one, and the ranges of a text that may be it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CandidateRange:
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

    def touches(self, other: "CandidateRange") -> bool:
        """Whether both have a part of the text in common."""
        return self.start < other.end and other.start < self.end
