"""Ask whether articles are to be forgotten, and forget them."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from textual.screen import Screen

from briefing_tui.notes.errors import StoreError
from briefing_tui.presentation.counts import counted
from briefing_tui.ui.terminal.background import run_in_loop, run_in_thread

if TYPE_CHECKING:
    from briefing_tui.library.forgetting import Kept
    from briefing_tui.notes.store import NoteStore


class ListsBriefings(Protocol):
    """The screen whose briefings are forgotten."""

    def say(self, text: str) -> None:
        """Show a message."""

    def briefings_changed(self, files: Sequence[Path]) -> None:
        """Show the briefings as they are now."""


def ask_forgetting(
    library: ListsBriefings, screen: Screen[object], files: Sequence[Path], state: Path, store: "Callable[[], NoteStore]"
) -> None:
    """Show what is kept of the articles in some files, and ask.

    Nothing brings back what is forgotten.
    """
    from briefing_tui.ui.dialogs.chooser import Choice, Chooser

    folder = files[0].parent

    async def ask() -> None:
        found = await run_in_thread(lambda: _kept(files, folder, state, store()))
        if isinstance(found, str):
            library.say(found)
            return
        notes = sum(kept.notes + kept.drafts for kept in found)
        what = f"“{found[0].title}”" if len(found) == 1 else counted(len(found), "briefing")
        detail = _detail(found)
        choices = [Choice("no", "No, keep it all", letter="n")]
        if notes:
            written = counted(notes, "note")
            choices.append(Choice("keep", f"Forget {what}, keep the {written}", detail, "f"))
            choices.append(Choice("notes", f"Forget {'it' if len(found) == 1 else 'them'} with the {written}", detail, "w"))
        else:
            choices.append(Choice("notes", f"Forget {what}", detail, "f"))
        screen.app.push_screen(Chooser("Forget for good? It can't be undone", choices), lambda chosen: act(found, chosen))

    def act(found: "list[Kept]", chosen: str | None) -> None:
        if chosen in ("keep", "notes"):
            run_in_loop(screen, partial(forget, found, chosen == "notes"), "forget")

    async def forget(found: "list[Kept]", with_notes: bool) -> None:
        said = await run_in_thread(lambda: _forgotten(found, folder, store(), with_notes))
        library.briefings_changed(files)
        library.say(said)

    run_in_loop(screen, ask, "forget", exclusive=True)


def _detail(found: "list[Kept]") -> str:
    lines = [line for kept in found for line in kept.lines(short=True)]
    return ", ".join(dict.fromkeys(lines))


def _kept(files: Sequence[Path], folder: Path, state: Path, store: "NoteStore") -> "list[Kept] | str":
    """Return what is kept of the articles, or why that can't be said."""
    from briefing_tui.contentfile.read.file_input import UnreadableFile
    from briefing_tui.contentfile.read.reader import load
    from briefing_tui.library.filed_articles import FiledArticles
    from briefing_tui.library.forgetting import find_kept
    from briefing_tui.model.identity import Identity

    try:
        with FiledArticles(folder) as filed:
            return [find_kept(Identity(load(file).briefing, file, is_filed=True), filed, state, store) for file in files]
    except (StoreError, UnreadableFile) as error:
        return str(error)


def _forgotten(found: "list[Kept]", folder: Path, store: "NoteStore", with_notes: bool) -> str:
    """Delete what is kept, and return the message for the user."""
    from briefing_tui.library.forgetting import forget

    try:
        forget(found, folder, store, with_notes)
    except StoreError as error:
        return str(error)
    except OSError as error:
        return f"{error.filename or folder}: {error.strerror or error}"
    what = f"“{found[0].title}” is" if len(found) == 1 else f"{counted(len(found), 'briefing')} are"
    return f"{what} forgotten."
