"""Heed a user who forbade all use of the network."""

import os

from briefing_tui.fetching.errors import FetchError

_NO = ("", "0", "false", "no", "off")


def require_network() -> None:
    """Raise FetchError if `BRIEFING_OFFLINE` or the setting `offline` forbids fetching."""
    if os.environ.get("BRIEFING_OFFLINE", "").strip().lower() not in _NO:
        raise FetchError("not fetched, as BRIEFING_OFFLINE is set; unset it, or give a file")
    from briefing_tui.settings.config import load_settings
    from briefing_tui.settings.table import OFFLINE

    settings = load_settings()
    mistake = next((problem for problem in settings.problems if problem.name == OFFLINE.name), None)
    if mistake:
        raise FetchError(f"not fetched, as it is unclear whether you allow it: {mistake}")
    if settings[OFFLINE]:
        raise FetchError(f"not fetched, as {settings.file}:{settings.line_of(OFFLINE)} says 'offline = true'; or give a file")
