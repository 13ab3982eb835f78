"""The steps of long work and their times.

The thread that works reports them, the screen shows them.
"""

from time import monotonic

PATIENCE = 0.15
"""Seconds after which the screen shows that work is going on."""


class Progress:
    """The steps so far with the times of their beginnings; the last is current."""

    def __init__(self) -> None:
        self._begun = monotonic()
        self._steps: list[tuple[str, float]] = []

    def tell(self, step: str) -> None:
        """Begin a step, named in words."""
        self._steps.append((step, monotonic()))

    @property
    def any(self) -> bool:
        """True once a step was begun."""
        return bool(self._steps)

    @property
    def seconds(self) -> float:
        """Seconds that everything has taken so far."""
        return monotonic() - self._begun

    @property
    def now(self) -> str:
        """The current step and the seconds that everything has taken: `finding actors, 12 s`."""
        return f"{self._steps[-1][0]}, {self.seconds:.0f} s" if self._steps else ""

    @property
    def lines(self) -> list[str]:
        """The steps with their times, a line each."""
        steps = list(self._steps)
        ends = [begun for _, begun in steps[1:]] + [monotonic()]
        last = len(steps) - 1
        return [
            f"{'▸' if number == last else '✓'} {step:<22} {end - begun:5.1f} s"
            for number, ((step, begun), end) in enumerate(zip(steps, ends, strict=True))
        ]
