"""A screen of one list: keys from the table of commands, a line at the foot in which one types words, the focus on the list."""

from typing import TYPE_CHECKING, ClassVar, Generic, TypeVar

from textual import on
from textual.screen import ScreenResultType
from textual.widget import Widget

from briefing_tui.ui.commands import CommandTable
from briefing_tui.ui.dialogs.closing import Closing
from briefing_tui.ui.widgets.bars import KeyLine, TopLine

if TYPE_CHECKING:
    from briefing_tui.ui.widgets.find_bar import FindBar

_List = TypeVar("_List", bound=Widget)


class ListScreen(Closing[ScreenResultType], Generic[ScreenResultType, _List]):
    """What is typed comes as the messages of the line in which one types; the screen itself says what they do."""

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
        """Change the footer for the line in which one types, with these words in it."""
        self._typing = True
        self.key_line.display = False
        self.make_bar().open(words)

    def stop_typing(self) -> None:
        """Change the line in which one types for the footer."""
        self._typing = False
        self.set_focus(self.list)
        self.make_bar().close()
        self.key_line.display = True

    @property
    def is_typing(self) -> bool:
        """Whether keys go into the line in which one types."""
        return self._typing

    def typed(self, words: str) -> None:
        """Other words stand in the line."""
        raise NotImplementedError

    def make_bar(self) -> "FindBar":
        """The line in which one types: made when the list stands, so that it takes keys from the first one on."""
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
        """While one types, keys are text."""
        return not (action == "run" and self._typing) and super().check_action(action, parameters)

    @on(KeyLine.Pressed)
    def _footer_pressed(self, event: KeyLine.Pressed) -> None:
        event.command.run(self)

    def watch_focused(self, focused: Widget | None) -> None:
        """A click beside the list takes the focus from it: give it back."""
        if focused is None:
            self.call_later(self._focus_again)

    def _focus_again(self) -> None:
        if self.focused is None and self.is_current and not self._typing:
            self.list.focus()
