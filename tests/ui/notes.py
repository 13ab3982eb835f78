"""What tests of notes share: the notes that are on the disk, and the file of settings."""

from briefing_tui.model.note import Note
from briefing_tui.notes.rows import Wanted
from briefing_tui.notes.store import NoteStore
from briefing_tui.settings.paths import config
from tests.ui.driver import HARBOUR

ID = HARBOUR.stem


def stored() -> list[Note]:
    """The notes that are on the disk."""
    with NoteStore() as store:
        return store.notes(Wanted(briefing=ID))


def settings(text: str) -> None:
    """Write the file of settings."""
    config().mkdir(parents=True, exist_ok=True)
    (config() / "config.toml").write_text(text)
