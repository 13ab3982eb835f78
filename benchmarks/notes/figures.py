"""Results of locating notes: how many of each sort there were and were found."""

from collections import Counter
from dataclasses import dataclass, field


@dataclass
class LocatedNotes:
    """Notes by sort, those found, those that nothing tells from others, and seconds per note."""

    ties: int = 0
    all: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    seconds: list[float] = field(default_factory=list)
    examples: list[str] = field(default_factory=list)

    def share(self, sort: str) -> float:
        """Return the share of a sort that was found, from 0 to 1."""
        return self.found[sort] / self.all[sort] if self.all[sort] else 1.0
