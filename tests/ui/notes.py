"""What tests of notes share: the notes that are on the disk, and the file of settings."""

from briefing_tui.library.note import Note
from briefing_tui.library.noterows import Wanted
from briefing_tui.library.notes import NoteStore
from briefing_tui.paths import config
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
