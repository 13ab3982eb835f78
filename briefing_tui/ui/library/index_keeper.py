"""Keep the index of a large library current while the program is open.

The index is refreshed by a process of its own, so that no key waits for it. Small libraries are indexed when they are searched.
"""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, Literal

from textual.app import App

from briefing_tui.ui.terminal.background import LatestWork

_Need = Literal["none", "routine", "changed"]


class IndexKeeper:
    """Refreshes the index of the folder that is listed."""

    LOOK_SECONDS = 3.0
    """How often the folder is looked at for files that came or went."""
    LOOKS_TO_REFRESH = 20
    """After so many looks every file is looked at: one that was edited shows in no folder's time."""

    def __init__(self, app: App[Any], folder: Callable[[], Path], refreshed: Callable[[], None]) -> None:
        """`folder` returns the folder that is listed; `refreshed` is called after each refresh that changed anything."""
        self._app, self._folder, self._refreshed = app, folder, refreshed
        self._process: subprocess.Popen[bytes] | None = None
        self._looking = LatestWork(app, "index", self._looked)
        self._looks = 0
        self._is_routine = False

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
                changed, _ = self._process.communicate()
                self._process = None
                if changed or not self._is_routine:  # Listing a large library anew once a minute slows keys down.
                    self._refreshed()
            return
        folder, is_whole = self._folder(), self._looks % self.LOOKS_TO_REFRESH == 0
        self._looks += 1
        self._looking.run(lambda: _need(folder, is_whole))

    def _looked(self, need: _Need) -> None:
        if need != "none" and self._process is None:
            self._is_routine = need == "routine"
            command = [sys.executable, "-m", "briefing_tui.library.index", str(self._folder())]
            none = subprocess.DEVNULL
            try:
                self._process = subprocess.Popen(command, stdin=none, stdout=subprocess.PIPE, stderr=none)
            except OSError:
                return  # Searches answer from the index as it is.

    def stop(self) -> None:
        """End a refresh; the next one goes on where it was."""
        if self._process is not None:
            self._process.terminate()
            self._process.communicate()


def _need(folder: Path, is_whole: bool) -> _Need:
    """Return whether the index of a large folder has to be refreshed; "routine" if it seems to be current."""
    from briefing_tui.library.folder import has_more_files
    from briefing_tui.library.index.library_index import FEW_FILES, IndexTrouble, open_index

    if not has_more_files(folder, FEW_FILES):
        return "none"
    try:
        with open_index(folder) as index:
            if not index.is_current():
                return "changed"
            return "routine" if is_whole else "none"
    except IndexTrouble:
        return "none"
