"""Keep the index of a large library current while the program is open.

The index is refreshed by a process of its own, so that no key waits for it. Small libraries are indexed when they are searched.
"""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from textual.app import App

from briefing_tui.ui.terminal.background import LatestWork


class IndexKeeper:
    """Refreshes the index of the folder that is listed."""

    LOOK_SECONDS = 3.0
    """How often the folder is looked at for files that came or went."""
    LOOKS_TO_REFRESH = 20
    """After so many looks every file is looked at: one that was edited shows in no folder's time."""

    def __init__(self, app: App[Any], folder: Callable[[], Path], refreshed: Callable[[], None]) -> None:
        """`folder` returns the folder that is listed; `refreshed` is called after each refresh."""
        self._app, self._folder, self._refreshed = app, folder, refreshed
        self._process: subprocess.Popen[bytes] | None = None
        self._looking = LatestWork(app, "index", self._looked)
        self._looks = 0

    @property
    def is_refreshing(self) -> bool:
        """True while the index is being refreshed."""
        return self._process is not None

    def start(self) -> None:
        """Look at the folder now, and again and again."""
        self.look()
        self._app.set_interval(self.LOOK_SECONDS, self.look)

    def look(self) -> None:
        """Start a refresh if it is needed, or note the end of one."""
        if self._process is not None:
            if self._process.poll() is not None:
                self._process = None
                self._refreshed()
            return
        folder, is_whole = self._folder(), self._looks % self.LOOKS_TO_REFRESH == 0
        self._looks += 1
        self._looking.run(lambda: _is_needed(folder, is_whole))

    def _looked(self, is_needed: bool) -> None:
        if is_needed and self._process is None:
            command = [sys.executable, "-m", "briefing_tui.library.index", str(self._folder())]
            none = subprocess.DEVNULL
            try:
                self._process = subprocess.Popen(command, stdin=none, stdout=none, stderr=none)
            except OSError:
                return  # Searches answer from the index as it is.

    def stop(self) -> None:
        """End a refresh; the next one goes on where it was."""
        if self._process is not None:
            self._process.terminate()
            self._process.wait()


def _is_needed(folder: Path, is_whole: bool) -> bool:
    """Return whether the index of a large folder has to be refreshed."""
    from briefing_tui.library.folder import has_more_files
    from briefing_tui.library.index.library_index import FEW_FILES, IndexTrouble, open_index

    if not has_more_files(folder, FEW_FILES):
        return False
    try:
        with open_index(folder) as index:
            return is_whole or not index.is_current()
    except IndexTrouble:
        return False
