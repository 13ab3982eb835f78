"""Dialogs that ask what to list, and what to open again."""

from collections import Counter
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from textual.screen import Screen

from briefing_tui.model.reading import STATUSES
from briefing_tui.notes.errors import StoreError
from briefing_tui.ui.dialogs.chooser import Choice, Chooser
from briefing_tui.ui.library.shelf import ShelvedBriefing
from briefing_tui.ui.terminal.background import run_in_loop, run_in_thread

if TYPE_CHECKING:
    from briefing_tui.library.trash import Removed
    from briefing_tui.model.reading import ReadingEntry, SavedSearch
    from briefing_tui.notes.store import NoteStore

_MOST = 20
"""The most tags, and articles opened last, that are listed."""


def ask_filter(
    screen: Screen[Any],
    shelf: Sequence[ShelvedBriefing],
    store: "Callable[[], NoteStore | None]",
    is_shipped: bool,
    ask: Callable[[str], None],
    switch_folder: Callable[[], None],
) -> None:
    """Ask which briefings are to be listed; `ask` gets the query."""

    def chosen(query: str | None) -> None:
        if query == "folder":
            switch_folder()
        elif query is not None:
            ask(query)

    async def show() -> None:
        choices = await run_in_thread(lambda: _filters(shelf, _searches(store)))
        choices.append(Choice("folder", "Your own briefings" if is_shipped else "The shipped briefings"))
        screen.app.push_screen(Chooser("List only", choices), chosen)

    run_in_loop(screen, show, "filters", exclusive=True)


def _filters(shelf: Sequence[ShelvedBriefing], searches: "Sequence[SavedSearch]") -> list[Choice]:
    statuses = Counter(one.status for one in shelf)
    tags = Counter(tag for one in shelf for tag in one.reading.tags)
    choices = [Choice("", "All", f"{len(shelf)}")]
    choices += [Choice(f"is:{status}", status.capitalize(), str(statuses[status])) for status in STATUSES]
    choices += [Choice(search.query, f"“{search.name}”", search.query) for search in searches]
    return choices + [Choice(f"tag:{tag}", f"#{tag}", str(count)) for tag, count in tags.most_common(_MOST)]


def _searches(store: "Callable[[], NoteStore | None]") -> "list[SavedSearch]":
    known = store()
    try:
        return known.reading_list.searches() if known else []
    except StoreError:
        return []


def ask_name_of_search(screen: Screen[Any], query: str, store: "Callable[[], NoteStore]", say: Callable[[str], None]) -> None:
    """Ask for a name, and save a search under it."""
    from briefing_tui.ui.dialogs.line_dialog import LineDialog

    def act(_: str, typed: str) -> str:
        name = " ".join(typed.split())
        if not name:
            return "Type a name."
        try:
            store().reading_list.save_search(name, query)
        except StoreError as error:
            return str(error)
        return ""

    def done(is_done: bool | None) -> None:
        if is_done:
            say("The search is saved: ⟦filter_status⟧ lists it.")

    screen.app.push_screen(LineDialog("Name of the search", query, act, query), done)


def ask_forgotten(screen: Screen[Any], store: "Callable[[], NoteStore | None]", say: Callable[[str], None]) -> None:
    """Ask which saved search is to be deleted."""

    def chosen(name: str | None) -> None:
        known = store()
        if name is not None and known is not None:
            run_in_loop(screen, partial(forget, known, name), "forget")

    async def forget(known: "NoteStore", name: str) -> None:
        try:
            await run_in_thread(lambda: known.reading_list.drop_search(name))
        except StoreError as error:
            say(str(error))
        else:
            say(f"The search “{name}” is deleted.")

    async def show() -> None:
        found = await run_in_thread(lambda: _searches(store))
        if not found:
            say("No search is saved: ⟦save_search⟧ saves one.")
        else:
            choices = [Choice(search.name, search.name, search.query) for search in found]
            screen.app.push_screen(Chooser("Delete the search", choices), chosen)

    run_in_loop(screen, show, "filters", exclusive=True)


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


def ask_trashed(screen: Screen[Any], folder: Path, bring_back: "Callable[[Removed], None]", none: Callable[[], None]) -> None:
    """Ask which briefing of a folder's trash is to be brought back."""
    from briefing_tui.library.trash import trashed

    def chosen(one: "Removed | None") -> None:
        if one is not None:
            bring_back(one)

    async def ask() -> None:
        found = {str(one.trashed): one for one in await run_in_thread(lambda: trashed(folder))}
        if not found:
            none()
            return
        choices = [Choice(key, one.file.stem) for key, one in found.items()]
        screen.app.push_screen(Chooser("Bring back from the trash", choices), lambda key: chosen(found.get(key or "")))

    run_in_loop(screen, ask, "trash", exclusive=True)


def ask_export(
    screen: Screen[Any], folder: Path, query: str, store: "Callable[[], NoteStore | None]", say: Callable[[str], None]
) -> None:
    """Ask for a file, and write the quotes that a query is about to it."""
    from briefing_tui.text.slugs import slug
    from briefing_tui.ui.dialogs.line_dialog import LineDialog
    from briefing_tui.ui.library.quote_export import write_quotes

    written: list[str] = []

    def act(_: str, typed: str) -> str:
        trouble = write_quotes(typed, folder, query, store())
        if not trouble:
            written.append(typed.strip())
        return trouble

    def done(is_done: bool | None) -> None:
        if is_done and written:
            say(f"The quotes are in {written[-1]}.")

    name = f"{slug(query).strip('-')[:40] or 'quotes'}.md"
    note = ".md is written as Markdown, .csv, .json and .jsonl as such"
    screen.app.push_screen(LineDialog("Quotes about the search", name, act, note), done)
