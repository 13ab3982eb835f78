"""A content file → a briefing and the problems found on the way. Nothing in a text raises."""

from pathlib import Path

from msgspec import Struct

from briefing_tui.contentfile.read.file_input import UnreadableFile, decode_utf8, load_bytes
from briefing_tui.contentfile.read.first_screen import read_first_screen
from briefing_tui.contentfile.read.parser import parse
from briefing_tui.model.briefing import Briefing, Problem
from briefing_tui.text.safety import one_line

__all__ = ["Reading", "UnreadableFile", "load", "read", "read_first_screen"]


class Reading(Struct, frozen=True):
    """What a file holds: the briefing, and its problems by line."""

    briefing: Briefing
    problems: tuple[Problem, ...] = ()


def read(text: str, id: str) -> Reading:  # noqa: A002
    """Read the text of a content file. Whatever it holds, what can be read is in the briefing and the rest in the problems."""
    parsed = parse(text, id)
    return Reading(parsed.briefing, parsed.problems)


def load(path: Path) -> Reading:
    """Read a file; its id is its name without the suffix. Raises `UnreadableFile`, and nothing else."""
    text, problems = decode_utf8(load_bytes(path))
    reading = read(text, one_line(path.stem))
    if not problems:
        return reading
    return Reading(reading.briefing, tuple(sorted((*problems, *reading.problems), key=lambda problem: problem.line)))
