"""A dialog that asks for a name of the library."""

from collections.abc import Callable
from pathlib import Path

from textual.events import Key

from briefing_tui.ui.dialogs.entry_dialog import Act
from briefing_tui.ui.dialogs.picker import Option, Picker
from briefing_tui.ui.people.asking import FoundName, names
from briefing_tui.ui.terminal.background import LatestWork


class NameDialog(Picker):
    """Lists the names that fit what is typed, asking the index for them."""

    CSS_PATH = "../dialogs/modal.tcss"

    def __init__(self, title: str, folder: Path, act: Act) -> None:
        """Ask for a name of a folder's library."""
        super().__init__(title, (), act)
        self._folder = folder
        self._asking: LatestWork[list[FoundName]] = LatestWork(self, "names", self._named)

    def filter(self, typed: str) -> None:
        """Ask the index for the names."""
        self._asking.run(lambda: names(self._folder, typed))

    def holds(self, key: Key | None) -> bool:
        """Let keys but letters wait until the names are listed."""
        is_letter = key is not None and (key.is_printable or key.key in ("escape", "backspace"))
        return super().holds(key) or (self._asking.is_running and not is_letter)

    def _named(self, known: list[FoundName]) -> None:
        self.offer([Option(one.name, one.name, one.about) for one in known])
        self.call_later(self.take_keys)


def ask_name(folder: Path, title: str, then: Callable[[str], None]) -> NameDialog:
    """Return the dialog; `then` is called in a thread with the chosen name."""

    def act(chosen: str, _: str) -> str:
        then(chosen)
        return ""

    return NameDialog(title, folder, act)
