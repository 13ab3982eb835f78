"""Folders and files of the program: shipped briefings, library, notes, settings, reading state.

Nothing is created here; a folder is created by the code that writes the first file into it.
"""

import os
from pathlib import Path

APP = "briefing"


def shipped_content() -> Path:
    """Return the folder of the shipped briefings.

    It is inside an installed package, and beside the package in a checkout.
    """
    package = Path(__file__).parent.parent
    inside = package / "content"
    return inside if inside.is_dir() else package.parent / "content"


def library() -> Path:
    """Return the folder of the user's content files.

    It is `BRIEFING_LIBRARY` if that is set, otherwise a folder in the user's data folder.
    """
    chosen = os.environ.get("BRIEFING_LIBRARY")
    return Path(chosen) if chosen else _user_data() / "content"


def state() -> Path:
    """Return the folder that remembers reading positions and bookmarks."""
    import platformdirs

    return Path(platformdirs.user_state_dir(APP, appauthor=False))


def cache() -> Path:
    """Return the folder of what can be made again, such as the library's index."""
    import platformdirs

    return Path(platformdirs.user_cache_dir(APP, appauthor=False))


def notes() -> Path:
    """Return the file of the user's notes.

    It is `BRIEFING_NOTES` if that is set, otherwise in a folder of its own in the user's data folder.
    """
    chosen = os.environ.get("BRIEFING_NOTES")
    return Path(chosen) if chosen else _user_data() / "notes" / "notes.db"


def sample_config() -> Path:
    """Return the sample of the settings file, which comes with the program."""
    return Path(__file__).with_name("sample.toml")


def config() -> Path:
    """Return the folder of the user's settings and export templates."""
    import platformdirs

    return Path(platformdirs.user_config_dir(APP, appauthor=False))


def feeds() -> Path:
    """Return the file of the user's subscriptions to feeds."""
    return config() / "feeds.txt"


def _user_data() -> Path:
    import platformdirs  # takes 8 ms

    return Path(platformdirs.user_data_dir(APP, appauthor=False))
