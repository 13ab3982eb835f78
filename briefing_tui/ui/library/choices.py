"""Dialogs that ask what to list, and what to open again."""

from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from textual.screen import Screen

from briefing_tui.model.reading import STATUSES
from briefing_tui.notes.errors import StoreError
from briefing_tui.ui.dialogs.chooser import Choice, Chooser
from briefing_tui.ui.library.shelf import ShelvedBriefing
from briefing_tui.ui.terminal.background import run_in_loop, run_in_thread

if TYPE_CHECKING:
    from briefing_tui.model.reading import ReadingEntry
    from briefing_tui.notes.store import NoteStore

_MOST = 20
"""The most tags, and articles opened last, that are listed."""


def ask_filter(
    screen: Screen[Any],
    shelf: Sequence[ShelvedBriefing],
    is_shipped: bool,
    ask: Callable[[str], None],
    switch_folder: Callable[[], None],
) -> None:
    """Ask which briefings are to be listed; `ask` gets the query."""
    statuses = Counter(one.status for one in shelf)
    tags = Counter(tag for one in shelf for tag in one.reading.tags)
    choices = [Choice("", "All", f"{len(shelf)}")]
    choices += [Choice(f"is:{status}", status.capitalize(), str(statuses[status])) for status in STATUSES]
    choices += [Choice(f"tag:{tag}", f"#{tag}", str(count)) for tag, count in tags.most_common(_MOST)]
    choices.append(Choice("folder", "Your own briefings" if is_shipped else "The shipped briefings"))

    def chosen(query: str | None) -> None:
        if query == "folder":
            switch_folder()
        elif query is not None:
            ask(query)

    screen.app.push_screen(Chooser("List only", choices), chosen)


def ask_recent(
    screen: Screen[Any],
    store: "Callable[[], NoteStore | None]",
    none: Callable[[], None],
    opened: Callable[[Path], None],
    but: Path | None = None,
) -> None:
    """Ask which of the articles that were opened last to open again.

    `but` is the one that is open.
    """

    def recent() -> "list[tuple[ReadingEntry, Path]]":
        known = store()
        try:
            return [one for one in known.reading_list.recent(_MOST + 1) if one[1] != but][:_MOST] if known else []
        except StoreError:
            return []

    def chosen(path: str | None) -> None:
        if path is not None:
            opened(Path(path))

    async def ask() -> None:
        found = await run_in_thread(recent)
        if not found:
            none()
            return
        choices = [Choice(str(path), entry.title or path.stem, entry.status) for entry, path in found]
        screen.app.push_screen(Chooser("Opened last", choices), chosen)

    run_in_loop(screen, ask, "recent", exclusive=True)
