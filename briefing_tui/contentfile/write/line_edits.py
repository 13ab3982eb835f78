"""Edit a text by lines, without changing a byte of any other line."""

import io

from msgspec import Struct, field


class Edits(Struct):
    """Edits to the lines of a text.

    Line numbers count from 0 and are those of the text before any edit.
    """

    lines: list[str]
    gone: set[int] = field(default_factory=set)
    put: dict[int, list[str]] = field(default_factory=dict)

    @classmethod
    def of(cls, text: str) -> "Edits":
        """Start editing a text."""
        return cls(list(io.StringIO(text, newline="")))

    def is_blank(self, at: int) -> bool:
        """Say whether a line is blank; lines before and after the text are."""
        return not 0 <= at < len(self.lines) or not self.lines[at].strip(" \t\r\n\ufeff")

    def replace(self, start: int, end: int, lines: list[str]) -> None:
        """Replace lines start..end; unchanged lines keep their bytes."""
        self.gone.update(range(start, end))
        self.put.setdefault(start, []).extend(lines)

    def remove(self, start: int, end: int) -> None:
        """Remove lines start..end.

        If there are blank lines before them, the blank lines after them go too.
        """
        while self.is_blank(start - 1) and end < len(self.lines) and self.is_blank(end):
            end += 1
        self.gone.update(range(start, end))

    def insert(self, at: int, lines: list[str]) -> None:
        """Insert lines before a line."""
        self.put.setdefault(at, []).extend(lines)

    def insert_apart(self, at: int, lines: list[str]) -> None:
        """Insert lines before a line, with a blank line on either side."""
        put = self.put.get(at, [])
        before = [] if (not put and self.is_blank(at - 1)) or (put and not put[-1]) else [""]
        after = [] if self.is_blank(at) else [""]
        self.put[at] = [*put, *before, *lines, *after]

    def text(self) -> str:
        """Return the edited text; new lines get the line end that most lines have."""
        windows = sum(line.endswith("\r\n") for line in self.lines)
        end = "\r\n" if windows * 2 > len(self.lines) else "\n"
        made: list[str] = []
        for at in range(len(self.lines) + 1):
            for line in self.put.get(at, ()):
                if made and not made[-1].endswith(("\n", "\r")):
                    made[-1] += end
                made.append(line + end)
            if at < len(self.lines) and at not in self.gone:
                if made and not made[-1].endswith(("\n", "\r")):
                    made[-1] += end
                made.append(self.lines[at])
        return "".join(made)
