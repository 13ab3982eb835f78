"""A content file on disk → a reading."""

from pathlib import Path

from briefing_tui.contentfile.door import decoded, fetch
from briefing_tui.contentfile.read import Reading, read


def load(path: Path) -> Reading:
    """Read a file; its id is its name without the suffix. Raises `Unreadable`, and nothing else."""
    text, problems = decoded(fetch(path))
    reading = read(text, path.stem)
    if not problems:
        return reading
    return Reading(reading.briefing, tuple(sorted((*problems, *reading.problems), key=lambda problem: problem.line)))
