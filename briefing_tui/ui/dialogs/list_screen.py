"""The base of screens that show one list, such as the library."""

from typing import ClassVar, Generic, TypeVar

from textual import on
from textual.events import Key
from textual.screen import ScreenResultType
from textual.widget import Widget

from briefing_tui.ui.commands import CommandTable, commands_of
from briefing_tui.ui.dialogs.modal import ClosingScreen
from briefing_tui.ui.terminal.key_turns import KeyHolder
from briefing_tui.ui.widgets.bars import KeyLine, TopLine
from briefing_tui.ui.widgets.typing_line import TypesWords, TypingLine

_List = TypeVar("_List", bound=Widget)


class ListScreen(TypesWords, KeyHolder, ClosingScreen[ScreenResultType], Generic[ScreenResultType, _List]):
    """A list that keeps the focus, and a line at the foot to type in."""

    AUTO_FOCUS = ""
    TABLE: ClassVar[CommandTable]
    """The commands that its keys run."""

    def __init__(self, shown: _List) -> None:
        super().__init__()
        self.list: _List = shown
        self.top_line, self.key_line = TopLine(), KeyLine()
        self.line = TypingLine(self, self.key_line, lambda: self.set_focus(self.list))
        self.is_busy = True
        """True until the list is read, and once another screen is about to take the place of this one."""

    def holds(self, key: Key | None) -> bool:
        """Let keys wait until they can be handled; the first one may leave."""
        return self.is_busy and (key is None or key.key not in ("escape", "q", "ctrl+q", "ctrl+z"))

    def set_busy(self, is_busy: bool) -> None:
        """Let keys wait, or take those that did."""
        self.is_busy = is_busy
        if not is_busy:
            self.take_keys()

    def action_run(self, name: str) -> None:
        """Run a command of the table."""
        self.TABLE[name].run(self)

    def show_keys(self) -> None:
        """Show every key, those of this screen first."""
        from briefing_tui.ui.dialogs.help import HelpScreen

        self.app.push_screen(HelpScreen(commands_of(self)))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Refuse commands while the user types: keys are then text."""
        if action == "run" and (self.line.is_open or parameters[0] not in commands_of(self)):
            return False
        return super().check_action(action, parameters)

    @on(KeyLine.CommandPressed)
    def _footer_pressed(self, event: KeyLine.CommandPressed) -> None:
        event.command.run(self)

    def watch_focused(self, focused: Widget | None) -> None:
        """Give the focus back to the list when a click beside it has removed it."""
        if focused is None:
            self.call_later(self._focus_again)

    def _focus_again(self) -> None:
        if self.focused is None and self.is_current and not self.line.is_open:
            self.list.focus()
