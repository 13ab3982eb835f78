"""Screens from which places of articles are opened."""

from pathlib import Path
from typing import Any, Protocol, cast

from textual.screen import Screen

from briefing_tui.model.briefing import Place
from briefing_tui.ui.terminal.background import run_in_loop, run_in_thread


class _OpensArticles(Protocol):
    """The program, which opens articles."""

    def show_place(self, path: Path, item: str | Place | None) -> None: ...


class ShowsPlaces(Screen[Any]):
    """A screen that opens an article at a place, by the id of its briefing."""

    def say(self, text: str) -> None:
        """Show a message."""
        raise NotImplementedError

    def show_place(self, briefing: str | Path, item: str | Place | None) -> None:
        """Open an article at an item or a place. Esc there comes back here.

        The article is given by its id or its file.
        """

        def find() -> Path | None:
            from briefing_tui.application.lookup import files_of

            return briefing if isinstance(briefing, Path) else next(files_of(briefing), None)

        async def show() -> None:
            path = await run_in_thread(find)
            if path is None:
                self.say(f"The article {briefing} is no longer in the library.")
            else:
                cast(_OpensArticles, self.app).show_place(path, item)

        run_in_loop(self, show, "show place", exclusive=True)
