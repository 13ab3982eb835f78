"""What went wrong with the notes' file, as there is room to say it: what is the matter before where it is."""

from pathlib import Path

from briefing_tui.notes.errors import StoreError

_LONGEST = 32


def in_short(error: StoreError) -> str:
    """The store's line with the file that it is about behind it, cut in its middle, the home as ~."""
    path, _, told = str(error).rpartition(": ")
    home = str(Path.home())
    if path.startswith(f"{home}/"):
        path = f"~{path.removeprefix(home)}"
    if len(path) > _LONGEST:
        path = f"{path[:13]}…{path[-18:]}"
    return f"{told} ({path})" if path else told
