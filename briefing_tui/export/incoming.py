"""What comes in: notes with the lines that they stand on, or one line that says what is wrong and where."""

from dataclasses import dataclass

from briefing_tui.model.note import Note


class BrokenImport(Exception):  # noqa: N818 - wrong input, told to the person
    """Something in the file can't be a note; nothing of the file is taken."""

    def __init__(self, line: int, why: str) -> None:
        """Take the line (from 1) and what is wrong there."""
        super().__init__(f"{line}: {why}")
        self.line = line
        self.why = why


@dataclass(frozen=True, slots=True)
class Incoming:
    """The notes of a file, and how many entries were none: those that say nothing, or stand there twice."""

    notes: tuple[Note, ...]
    left_out: int = 0
