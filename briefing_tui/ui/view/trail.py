"""The articles that were opened in this session, to go back and forward among them."""

from pathlib import Path

_MOST = 200
"""The most articles that are kept."""


class Trail:
    """The opened files in order, and which of them is open now."""

    def __init__(self) -> None:
        self._files: list[Path] = []
        self._at = -1

    def visit(self, file: Path) -> None:
        """Go on to a file."""
        if self._at < 0 or self._files[self._at] != file:
            self._files = [*self._files[: self._at + 1], file][-_MOST:]
            self._at = len(self._files) - 1

    def has(self, step: int) -> bool:
        """Return whether there is a file before (-1) or after (1)."""
        return 0 <= self._at + step < len(self._files)

    def step(self, step: int) -> Path | None:
        """Go to the file before (-1) or after (1); return it or None."""
        if not self.has(step):
            return None
        self._at += step
        return self._files[self._at]
