"""The base of screens that show one list, such as the library."""

from typing import TYPE_CHECKING, ClassVar, Generic, TypeVar

from textual import on
from textual.screen import ScreenResultType
from textual.widget import Widget

from briefing_tui.ui.commands import CommandTable
from briefing_tui.ui.dialogs.modal import ClosingScreen
from briefing_tui.ui.widgets.bars import KeyLine, TopLine

if TYPE_CHECKING:
    from briefing_tui.ui.widgets.find_bar import FindBar

_List = TypeVar("_List", bound=Widget)


class ListScreen(ClosingScreen[ScreenResultType], Generic[ScreenResultType, _List]):
    """A list that keeps the focus, and an input line at the foot.

    What is typed into the line arrives as its messages, which a subclass handles.
    """

    AUTO_FOCUS = ""
    TABLE: ClassVar[CommandTable]
    """The commands that its keys run."""

    def __init__(self, shown: _List) -> None:
        super().__init__()
        self.list: _List = shown
        self.top_line, self.key_line = TopLine(), KeyLine()
        self._bar: FindBar | None = None
        self._typing = False

    def start_typing(self, words: str) -> None:
        """Show the input line, with these words in it, instead of the footer."""
        self._typing = True
        self.key_line.display = False
        self.make_bar().open(words)

    def stop_typing(self) -> None:
        """Show the footer again instead of the input line."""
        self._typing = False
        self.set_focus(self.list)
        self.make_bar().close()
        self.key_line.display = True

    @property
    def is_typing(self) -> bool:
        """True while keys go into the input line."""
        return self._typing

    def typed(self, words: str) -> None:
        """Handle a change of the words in the input line."""
        raise NotImplementedError

    def make_bar(self) -> "FindBar":
        """Return the input line.

        A subclass calls this once its list is shown: a line made later would miss the first keys.
        """
        from briefing_tui.ui.widgets.find_bar import FindBar

        if self._bar is None:
            self._bar = FindBar(self.typed)
            self.mount(self._bar)
        return self._bar

    def action_run(self, name: str) -> None:
        """Run a command of the table."""
        self.TABLE[name].run(self)

    def show_keys(self) -> None:
        """Show every key, those of this screen first."""
        from briefing_tui.ui.dialogs.help import HelpScreen

        self.app.push_screen(HelpScreen(self.TABLE))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Refuse commands while the user types: keys are then text."""
        return not (action == "run" and self._typing) and super().check_action(action, parameters)

    @on(KeyLine.CommandPressed)
    def _footer_pressed(self, event: KeyLine.CommandPressed) -> None:
        event.command.run(self)

    def watch_focused(self, focused: Widget | None) -> None:
        """Give the focus back to the list when a click beside it has removed it."""
        if focused is None:
            self.call_later(self._focus_again)

    def _focus_again(self) -> None:
        if self.focused is None and self.is_current and not self._typing:
            self.list.focus()
