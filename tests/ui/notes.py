"""Helpers for tests of notes: the notes on disk, and the settings file."""

from briefing_tui.model.note import Note
from briefing_tui.notes.rows import Wanted
from briefing_tui.notes.store import NoteStore
from briefing_tui.settings.paths import config
from tests.ui.driver import HARBOUR

ID = HARBOUR.stem


def stored() -> list[Note]:
    """Return the notes on disk."""
    with NoteStore() as store:
        return store.notes(Wanted(briefing=ID))


def settings(text: str) -> None:
    """Write the settings file."""
    config().mkdir(parents=True, exist_ok=True)
    (config() / "config.toml").write_text(text)
