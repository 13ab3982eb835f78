"""A folder kept in step with the notes as they are taken, where the settings ask for it: this briefing's file, after each change.

A thread of its own writes, one file after another, so that neither the reader nor a note waits for a slow folder.
"""

from __future__ import annotations

import asyncio
from functools import partial
from typing import TYPE_CHECKING

from briefing_tui.model.briefing import Briefing
from briefing_tui.ui.terminal.background import run_in_loop

if TYPE_CHECKING:
    from concurrent.futures import ThreadPoolExecutor

    from briefing_tui.model.note import Note
    from briefing_tui.ui.read_screen import ReadScreen


class Keeper:
    """Keeps one reader's folder in step."""

    def __init__(self, reader: ReadScreen) -> None:
        self._reader = reader
        self._threads: ThreadPoolExecutor | None = None
        self._latest = 0

    def changed(self, notes: list[Note], briefing: Briefing) -> None:
        """Bring the briefing's file up to date with its notes."""
        if self._threads is None:
            from concurrent.futures import ThreadPoolExecutor

            self._threads = ThreadPoolExecutor(1, "keeping")
        self._latest += 1
        writing = asyncio.wrap_future(self._threads.submit(self._write, self._latest, notes, briefing))
        run_in_loop(self._reader, partial(self._tell, writing), "keeping", exit_on_error=False)

    async def _tell(self, writing: asyncio.Future[str]) -> None:
        if trouble := await asyncio.shield(writing):  # The reader may close before the file is written.
            self._reader.say(f"The note is kept, its export is not: {trouble}")

    def _write(self, number: int, notes: list[Note], briefing: Briefing) -> str:
        """Write the file, unless a later change will; gives what went wrong, in one line."""
        if number != self._latest:
            return ""
        from briefing_tui.export.bundle import Bundle, bundles
        from briefing_tui.export.files import Ledger, Refused, export_folder
        from briefing_tui.export.formats import NoSuchFormat, named
        from briefing_tui.export.template import BrokenTemplate
        from briefing_tui.settings import config, paths

        kept = None
        try:
            kept = config.export_folder()
            if kept is None:
                return ""
            form = named(kept.format, paths.config() / "templates")
            bundle = next(bundles(notes, lambda _: briefing), None) or Bundle(briefing.id, (), briefing)
            results = export_folder(kept.folder, [bundle], form, Ledger())
            return next((str(result) for result in results if isinstance(result, Refused)), "")
        except NoSuchFormat as error:
            return f"{kept.where if kept else ''}: {error}"
        except (config.BrokenConfig, BrokenTemplate, Refused) as error:
            return str(error)
        except (OSError, ValueError) as error:
            return f"{kept.folder if kept else ''}: {error}"

    def close(self) -> None:
        """Let the thread go when it has written what was asked of it."""
        if self._threads is not None:
            self._threads.shutdown(wait=False)
