"""The export after each change of a note, into the folder in the settings.

A thread of its own writes one file after another, so that neither the reader nor a note waits for a slow folder.
"""

from __future__ import annotations

import asyncio
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from briefing_tui.model.briefing import Briefing
from briefing_tui.ui.terminal.background import run_in_loop

if TYPE_CHECKING:
    from concurrent.futures import ThreadPoolExecutor

    from briefing_tui.model.note import Note
    from briefing_tui.ui.view.state import ReaderState


class AutoExporter:
    """Keeps the exported file of the open briefing up to date with its notes."""

    def __init__(self, state: ReaderState) -> None:
        self._state = state
        self._threads: ThreadPoolExecutor | None = None
        self._latest = 0

    def export(self, notes: list[Note], briefing: Briefing) -> None:
        """Export a briefing's notes in the background, if the settings ask for it."""
        if self._threads is None:
            from concurrent.futures import ThreadPoolExecutor

            self._threads = ThreadPoolExecutor(1, "auto-export")
        self._latest += 1
        writing = asyncio.wrap_future(self._threads.submit(self._write, self._latest, notes, briefing))
        run_in_loop(self._state, partial(self._report, writing), "auto-export", exit_on_error=False)

    async def _report(self, writing: asyncio.Future[str]) -> None:
        if trouble := await asyncio.shield(writing):  # The screen may close before the file is written.
            self._state.say(f"The note is kept, its export is not: {trouble}")

    def _write(self, number: int, notes: list[Note], briefing: Briefing) -> str:
        """Write the file, unless a later change will; return what went wrong in one line, or nothing."""
        if number != self._latest:
            return ""
        from briefing_tui.export.bundle import Bundle, bundles
        from briefing_tui.export.files import Ledger, Refused, export_folder
        from briefing_tui.export.formats import NoSuchFormat, named
        from briefing_tui.export.template import BrokenTemplate
        from briefing_tui.settings import paths
        from briefing_tui.settings.config import load_settings
        from briefing_tui.settings.table import AUTOMATIC, FOLDER, FORMAT

        settings = load_settings()
        folder = settings[FOLDER]
        if problem := settings.problem_of(FOLDER.table):
            return str(problem)
        if not folder or not settings[AUTOMATIC]:
            return ""
        try:
            form = named(settings[FORMAT], paths.config() / "templates")
            bundle = next(bundles(notes, lambda _: briefing), None) or Bundle(briefing.id, (), briefing)
            results = export_folder(Path(folder), [bundle], form, Ledger())
            troubles = (line for result in results for line in ([str(result)] if isinstance(result, Refused) else result.left))
            return next(troubles, "")
        except NoSuchFormat as error:
            return f"{settings.file}:{settings.line_of(FORMAT)}: {error}"
        except (BrokenTemplate, Refused) as error:
            return str(error)
        except (OSError, ValueError) as error:
            return f"{folder}: {error}"

    def close(self) -> None:
        """End the thread once it has written what it was given."""
        if self._threads is not None:
            self._threads.shutdown(wait=False)
