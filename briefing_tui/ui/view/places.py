"""Screens from which places of articles are opened."""

from pathlib import Path
from typing import Any, Protocol, cast

from textual.screen import Screen

from briefing_tui.model.briefing import Place
from briefing_tui.ui.terminal.background import run_in_loop, run_in_thread


class OpensArticles(Protocol):
    """The program, which opens articles and what belongs to them."""

    def show_place(self, path: Path, item: str | Place | None) -> None:
        """Open an article at an item or a place."""

    def has_article(self, step: int) -> bool:
        """Return whether an article was read before (-1) or after (1) this one."""

    def ask_draft(self) -> None:
        """Ask for a draft to check."""

    def show_dossier(self, name: str, article: str = "") -> None:
        """Show the dossier of somebody, or ask of whom."""

    def show_same_words(self, article: str, quote: str, words: str) -> None:
        """Show the other articles that have the words of a quote."""

    def keep_index(self) -> None:
        """Keep the index of the library current from now on."""

    def show_comparison(self, one: Path, other: Path) -> None:
        """Show two articles side by side."""


def program_of(screen: Screen[Any]) -> OpensArticles:
    """Return the program of a screen."""
    return cast(OpensArticles, screen.app)


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
                program_of(self).show_place(path, item)

        run_in_loop(self, show, "show place", exclusive=True)
