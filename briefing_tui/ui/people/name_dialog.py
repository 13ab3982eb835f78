"""A dialog that asks for a name of the library."""

from collections.abc import Callable
from pathlib import Path

from textual import on
from textual.events import Key
from textual.timer import Timer

from briefing_tui.ui.dialogs.entry_dialog import Act
from briefing_tui.ui.dialogs.picker import Option, Picker
from briefing_tui.ui.people.asking import FoundName, names
from briefing_tui.ui.terminal.background import LatestWork
from briefing_tui.ui.widgets.item_list import ItemList

_LOOKED_AT = 0.15
"""Seconds for which the cursor has to stay on a name before its work begins: a user who still types or moves does not stay."""


class NameDialog(Picker):
    """Lists the names that fit what is typed, asking the index for them."""

    CSS_PATH = "../dialogs/modal.tcss"

    def __init__(self, title: str, folder: Path, act: Act, look: Callable[[str], None] | None = None) -> None:
        """Ask for a name of a folder's library.

        `look` is called with a name that the user looks at.
        """
        super().__init__(title, (), act)
        self._folder, self._look = folder, look
        self._looking: Timer | None = None
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
        self._begin_looking()
        self.call_later(self.take_keys)

    @on(ItemList.Moved)
    def _name_moved(self) -> None:
        self._begin_looking()

    def _begin_looking(self) -> None:
        if self._looking is not None:
            self._looking.stop()
        if self._look is not None:
            self._looking = self.set_timer(_LOOKED_AT, self._looked_at)

    def _looked_at(self) -> None:
        if self._look is not None and self.list.item is not None:
            self._look(self.list.item.id)


def ask_name(folder: Path, title: str, then: Callable[[str], None], look: Callable[[str], None] | None = None) -> NameDialog:
    """Return the dialog.

    `then` is called in a thread with the chosen name, `look` before that with a name that the user looks at.
    """

    def act(chosen: str, _: str) -> str:
        then(chosen)
        return ""

    return NameDialog(title, folder, act, look)
