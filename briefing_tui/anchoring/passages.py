"""Ranges of a text that may be a passage, with the evidence for each."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CandidateRange:
    """A range of the text that may be the passage.

    `quote`, `before` and `after` are the evidence, in bits, of the words in the range, before it and after it. `full` is the
    evidence that the whole passage would have. `own` is the share, from 0 to 1, of the letters that passage and range have in
    common, of the longer of the two.
    """

    start: int
    end: int
    quote: float
    before: float
    after: float
    full: float
    own: float = 1.0

    @property
    def evidence(self) -> float:
        """All evidence for the range, in bits."""
        return self.quote + self.context

    @property
    def context(self) -> float:
        """The evidence of the words around the range, in bits."""
        return self.before + self.after

    @property
    def like(self) -> float:
        """The share of the passage that is found in the range, at most 1."""
        return self.quote / max(self.full, 1.0) if self.quote < self.full else 1.0

    @property
    def framed(self) -> bool:
        """Evidence for the range on both of its sides."""
        return self.before > 0 and self.after > 0

    def touches(self, other: "CandidateRange") -> bool:
        """Say whether two ranges overlap."""
        return self.start < other.end and other.start < self.end
