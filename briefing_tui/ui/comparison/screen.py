"""The screen of two articles side by side."""

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.events import Resize

from briefing_tui.ui.commands import commands_of
from briefing_tui.ui.comparison.commands import COMMANDS
from briefing_tui.ui.comparison.lines import ComparedLine, compared_items, heading_of
from briefing_tui.ui.dialogs.list_screen import ListScreen
from briefing_tui.ui.terminal.background import LatestWork
from briefing_tui.ui.view.places import ShowsPlaces
from briefing_tui.ui.widgets.bars import PlaceLines
from briefing_tui.ui.widgets.item_list import ItemList, PaneList

if TYPE_CHECKING:
    from briefing_tui.verification.side_by_side import SideBySide


class Compared(NamedTuple):
    """The comparison, or why there is none."""

    found: "SideBySide | None" = None
    trouble: str = ""


class ComparisonScreen(ShowsPlaces, ListScreen[None, PaneList]):
    """Lists quotes, actors and captions that two articles share, and that only one has."""

    TABLE = COMMANDS
    BINDINGS: ClassVar[list[BindingType]] = COMMANDS.bindings()

    def __init__(self, one: Path, other: Path) -> None:
        """Compare two files, the first on the left."""
        super().__init__(PaneList(id="compared", empty="Comparing…"))
        self._files = one, other
        self.compared = Compared()
        self._lines: list[ComparedLine] = []
        self.about = PlaceLines()
        self._comparing = LatestWork(self, "compare", self._is_compared)

    def compose(self) -> ComposeResult:
        yield self.top_line
        yield self.about
        yield self.list
        yield self.key_line

    def on_mount(self) -> None:
        """Read and compare the articles."""
        self.top_line.title = "Side by side"
        self.key_line.commands = tuple(command for command in commands_of(self).values() if command.rank and command.shown)
        self.list.max_width = 160
        self.list.show([])
        self.list.focus()
        one, other = self._files
        self._comparing.run(lambda: _compare(one, other))

    def say(self, text: str) -> None:
        """Show a message in the footer for a few seconds."""
        self.key_line.say(commands_of(self).name_keys(text))

    def _is_compared(self, compared: Compared) -> None:
        self.compared = compared
        self.line.make_bar()
        self.list.set_empty(compared.trouble or "These articles share nothing, and have nothing of their own.")
        if compared.found is not None:
            self.about.heading = f"◂ {heading_of(compared.found.one)}"
            self.about.words = f"▸ {heading_of(compared.found.other)}"
            shared = len(compared.found.quotes), len(compared.found.actors)
            self.top_line.progress = f"{shared[0]} quote{'' if shared[0] == 1 else 's'} and {shared[1]} names in both"
        self._show()
        self.set_busy(False)

    def _show(self) -> None:
        if self.compared.found is not None:
            items, self._lines = compared_items(self.compared.found, self.size.width)
            self.list.show(items)

    def on_resize(self, event: Resize) -> None:
        """Show what both have in two columns, if there is room."""
        del event
        self._show()

    @property
    def _line(self) -> ComparedLine | None:
        item = self.list.item
        return self._lines[int(item.id)] if item and self._lines else None

    @on(ItemList.Chosen)
    def _chosen(self) -> None:
        line = self._line
        if line is not None:
            self.open_side(is_other=line.one is None)

    def open_side(self, is_other: bool) -> None:
        """Open one of the articles at what is under the cursor."""
        line = self._line
        item = (line.other if is_other else line.one) if line else None
        if item is None:
            self.say(f"The article on the {'right' if is_other else 'left'} does not have this.")
        else:
            self.show_place(self._files[is_other], item)

    def go_to_group(self, step: int) -> None:
        """Go to the first line of the next (1) or previous (-1) part."""
        heads = [number for number, item in enumerate(self.list.items) if item.head]
        here = self.list.cursor
        later = [number for number in heads if (number > here if step > 0 else number < here)]
        if later:
            self.list.move_to(later[0] if step > 0 else later[-1])

    def copy(self) -> None:
        """Copy the words under the cursor."""
        if (line := self._line) is not None:
            self.app.copy_to_clipboard(line.words)
            self.say("Copied.")

    def close_top(self) -> None:
        """Go back."""
        self.dismiss(None)


def _compare(one: Path, other: Path) -> Compared:
    from briefing_tui.application.opening import open_file
    from briefing_tui.contentfile.read.file_input import UnreadableFile
    from briefing_tui.verification.side_by_side import compare_articles

    try:
        return Compared(compare_articles(open_file(one).briefing, open_file(other).briefing))
    except UnreadableFile as error:
        return Compared(trouble=str(error))
