"""Read a content file, on disk or as text; nothing in it raises."""

from pathlib import Path

from msgspec import Struct

from briefing_tui.contentfile.read.file_input import UnreadableFile, decode_utf8, load_bytes
from briefing_tui.contentfile.read.first_screen import read_first_screen
from briefing_tui.contentfile.read.parser import parse
from briefing_tui.model.briefing import Briefing, Problem
from briefing_tui.text.safety import one_line

__all__ = ["Reading", "UnreadableFile", "load", "read", "read_first_screen"]


class Reading(Struct, frozen=True):
    """The briefing that a file holds, and its problems in order of lines."""

    briefing: Briefing
    problems: tuple[Problem, ...] = ()


def read(text: str, id: str) -> Reading:  # noqa: A002
    """Read the text of a content file.

    What can be read is in the briefing, whatever the text holds; the rest is in the problems. `id` is the briefing's id.
    """
    parsed = parse(text, id)
    return Reading(parsed.briefing, parsed.problems)


def load(path: Path) -> Reading:
    """Read a content file; its name without the suffix is the briefing's id.

    Raises:
        UnreadableFile: the file can't be read; nothing else is raised.
    """
    text, problems = decode_utf8(load_bytes(path))
    reading = read(text, one_line(path.stem))
    if not problems:
        return reading
    return Reading(reading.briefing, tuple(sorted((*problems, *reading.problems), key=lambda problem: problem.line)))
