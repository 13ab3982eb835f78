"""The theme that was chosen last in the palette, remembered between sessions."""

from pathlib import Path

import msgspec

from briefing_tui.file_io import read_text


def recall_theme(state: Path) -> str:
    """Return the theme's name, empty if none is remembered."""
    try:
        name = msgspec.json.decode(read_text(_file(state)))["theme"]
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return ""
    return name if isinstance(name, str) else ""


def remember_theme(state: Path, name: str) -> None:
    """Save the theme's name, if possible: it is a convenience."""
    from briefing_tui.library.reading_state import write_whole

    write_whole(_file(state), {"theme": name})


def _file(state: Path) -> Path:
    return state / "theme.json"
