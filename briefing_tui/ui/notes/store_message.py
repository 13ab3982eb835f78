"""Errors of the notes' store, worded for a line of the screen."""

from pathlib import Path

from briefing_tui.notes.errors import StoreError

_LONGEST = 32
"""Characters of a path that are shown."""


def in_short(error: StoreError) -> str:
    """Return an error in one line, its file last and shortened."""
    path, _, what = str(error).rpartition(": ")
    home = str(Path.home())
    if path.startswith(f"{home}/"):
        path = f"~{path.removeprefix(home)}"
    if len(path) > _LONGEST:
        path = f"{path[:13]}…{path[-18:]}"
    return f"{what} ({path})" if path else what
