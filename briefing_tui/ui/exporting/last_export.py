"""The folder and the format that an export starts with.

They are those of the settings, else those of the last export.
"""

import json
from pathlib import Path
from typing import NamedTuple

from briefing_tui.file_io import read_text, write_atomically
from briefing_tui.settings import paths
from briefing_tui.settings.config import load_settings
from briefing_tui.settings.table import FOLDER, FORMAT


class LastExport(NamedTuple):
    """The folder and the format of an export; no format before the first one."""

    folder: str
    format: str


def last_export() -> LastExport:
    """Return what the settings name, else the last export; before the first, the user's documents."""
    settings = load_settings()
    try:
        used = json.loads(read_text(_file()))
    except (OSError, ValueError):
        used = None
    found = {key: value for key, value in used.items() if isinstance(value, str)} if isinstance(used, dict) else {}
    folder = settings[FOLDER] or found.get("folder") or str(_documents() / "briefing")
    form = settings[FORMAT] if settings.line_of(FORMAT) else found.get("format", "")
    return LastExport(folder, form)


def remember_export(folder: Path, form: str) -> None:
    """Save the folder and the format for the next export, if possible."""
    try:
        write_atomically(_file(), [json.dumps({"folder": str(folder.absolute()), "format": form})], sync=False, private=True)
    except OSError:
        return  # It is a convenience; the export itself is done.


def _file() -> Path:
    return paths.state() / "export.json"


def _documents() -> Path:
    import platformdirs

    return Path(platformdirs.user_documents_dir())
