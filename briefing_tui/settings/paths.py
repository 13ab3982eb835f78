"""Where things are kept: the shipped briefings, the user's library, and what the reader remembers.

Nothing is made here; a folder is made by whoever writes the first file into it.
"""

import os
from pathlib import Path

APP = "briefing"


def shipped_content() -> Path:
    """The folder of the briefings that come with the program: inside an installed package, beside it in a checkout."""
    package = Path(__file__).parent.parent
    inside = package / "content"
    return inside if inside.is_dir() else package.parent / "content"


def library() -> Path:
    """The folder of the user's own content files (`BRIEFING_LIBRARY`, else the user's data folder)."""
    import platformdirs

    chosen = os.environ.get("BRIEFING_LIBRARY")
    return Path(chosen) if chosen else Path(platformdirs.user_data_dir(APP, appauthor=False)) / "content"


def state() -> Path:
    """The folder of what the reader remembers: reading positions and marks."""
    import platformdirs

    return Path(platformdirs.user_state_dir(APP, appauthor=False))


def notes() -> Path:
    """The file of the user's notes (`BRIEFING_NOTES`, else in a folder of its own in the user's data folder)."""
    import platformdirs

    chosen = os.environ.get("BRIEFING_NOTES")
    return Path(chosen) if chosen else Path(platformdirs.user_data_dir(APP, appauthor=False)) / "notes" / "notes.db"


def config() -> Path:
    """The folder of the user's settings and export templates."""
    import platformdirs

    return Path(platformdirs.user_config_dir(APP, appauthor=False))
