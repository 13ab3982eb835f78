"""What long work is doing, and for how long: told by the thread that works, looked at by the screen."""

from time import monotonic

PATIENCE = 0.15
"""Seconds after which work is shown to be going on; what takes less has nothing to show."""


class Progress:
    """The steps so far, the last being the one that is being done, each with the time that it began."""

    def __init__(self) -> None:
        self._begun = monotonic()
        self._steps: list[tuple[str, float]] = []

    def tell(self, step: str) -> None:
        """Begin a step."""
        self._steps.append((step, monotonic()))

    @property
    def any(self) -> bool:
        """Whether a step was begun."""
        return bool(self._steps)

    @property
    def seconds(self) -> float:
        """How long all has taken so far."""
        return monotonic() - self._begun

    @property
    def now(self) -> str:
        """The step that is being done, and how long all has taken: `finding actors, 12 s`."""
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
