"""Content files of a folder by their names; nothing is opened."""

import os
from itertools import islice
from pathlib import Path


def is_content_name(name: str) -> bool:
    """Return whether a name is that of Markdown, and not hidden."""
    return name.endswith(".md") and not name.startswith(".")


def content_files(folder: Path) -> list[Path]:
    """Return the Markdown files of a folder, sorted by name.

    Subfolders are left out; a folder that can't be read has none.
    """
    try:
        with os.scandir(folder) as found:
            names = [entry.name for entry in found if is_content_name(entry.name)]
    except OSError:
        return []
    return [folder / name for name in sorted(names)]


def has_more_files(folder: Path, most: int) -> bool:
    """Return whether a folder has more than `most` Markdown files.

    No more than these are looked at.
    """
    try:
        with os.scandir(folder) as found:
            return next(islice((entry for entry in found if is_content_name(entry.name)), most, None), None) is not None
    except OSError:
        return False
