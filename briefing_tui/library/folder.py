"""Content files of a folder by their names; nothing is opened."""

import os
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


def number_of_files(folder: Path) -> int:
    """Return the number of Markdown files of a folder, without listing them."""
    try:
        with os.scandir(folder) as found:
            return sum(entry.name.endswith(".md") and not entry.name.startswith(".") for entry in found)
    except OSError:
        return 0
