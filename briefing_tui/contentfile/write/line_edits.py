"""Edits of a text by lines: ranges replaced, lines put in, and not a byte of any other line changed."""

import io

from msgspec import Struct, field


class Edits(Struct):
    """What to do to the lines of a text. Line numbers count from 0 and are those of the text before any edit."""

    lines: list[str]
    gone: set[int] = field(default_factory=set)
    put: dict[int, list[str]] = field(default_factory=dict)

    @classmethod
    def of(cls, text: str) -> "Edits":
        """No edits yet."""
        return cls(list(io.StringIO(text, newline="")))

    def is_blank(self, at: int) -> bool:
        """Whether a line is blank; those before and behind the text are."""
        return not 0 <= at < len(self.lines) or not self.lines[at].strip(" \t\r\n\ufeff")

    def replace(self, start: int, end: int, lines: list[str]) -> None:
        """Put lines where others stand; a line that stays the same stays as it is."""
        self.gone.update(range(start, end))
        self.put.setdefault(start, []).extend(lines)

    def remove(self, start: int, end: int) -> None:
        """Take lines out, and the blank ones behind them where blank ones stand before them too."""
        while self.is_blank(start - 1) and end < len(self.lines) and self.is_blank(end):
            end += 1
        self.gone.update(range(start, end))

    def insert(self, at: int, lines: list[str]) -> None:
        """Put lines before a line."""
        self.put.setdefault(at, []).extend(lines)

    def insert_apart(self, at: int, lines: list[str]) -> None:
        """Put lines before a line, with a blank one on either side."""
        put = self.put.get(at, [])
        before = [] if (not put and self.is_blank(at - 1)) or (put and not put[-1]) else [""]
        after = [] if self.is_blank(at) else [""]
        self.put[at] = [*put, *before, *lines, *after]

    def text(self) -> str:
        """The text as edited, its new lines with the line ends that most of the others have."""
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
