"""The help: every key and what it does, from the tables of commands."""

from collections.abc import Sequence
from typing import Protocol, cast

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.events import Resize
from textual.reactive import var
from textual.widgets import Static

from briefing_tui.ui.commands import GROUPS, CommandTable
from briefing_tui.ui.dialogs.modal import ModalDialog
from briefing_tui.ui.text.layout import Block
from briefing_tui.ui.text.wrapping import cells
from briefing_tui.ui.widgets.lines import LineView

_KEYS_CELLS = 16
_NARROW = 60


class _HasTables(Protocol):
    """The program, which knows the commands of all its screens."""

    def command_tables(self) -> Sequence[CommandTable]: ...
    def with_users_keys(self, table: CommandTable) -> CommandTable: ...


def help_blocks(tables: Sequence[CommandTable], first: CommandTable, columns: int = 80) -> list[Block]:
    """Return the commands of all tables as blocks, by group.

    The groups of the table `first` come before the others. Help is beside the keys; in a terminal of few columns, below them.
    """
    blocks: list[Block] = []
    commands = [command for table in tables for command in table.values()]
    own = {command.group for command in first.values()}
    for group in sorted(GROUPS, key=lambda group: group not in own):
        blocks.append(Block(group, "group", above=1 if blocks else 0))
        for command in (command for command in commands if command.group == group):
            keys = command.keys_shown
            if columns < _NARROW:
                blocks.append(Block(keys, "key"))
                blocks.append(Block(command.help, "text", (), "  ", "  "))
                continue
            pad = " " * max(1, _KEYS_CELLS - cells(keys))
            blocks.append(Block(command.help, "text", (), f"  {keys}{pad}", "  " + " " * _KEYS_CELLS))
    return blocks


class HelpView(LineView, can_focus=True):
    """The table of keys, which can be scrolled."""

    BEFORE = "key"
    max_width = var(88)


class HelpScreen(ModalDialog[None]):
    """All keys; any key that does not scroll closes it."""

    CSS_PATH = "modal.tcss"
    BINDINGS = [
        ("escape,q,question_mark", "close", "Close"),
        ("down,j", "scroll(1)", "Down"),
        ("up,k", "scroll(-1)", "Up"),
        ("pagedown,space,d", "page(1)", "Page down"),
        ("pageup,b,u", "page(-1)", "Page up"),
        ("home,g", "end(False)", "Top"),
        ("end,G", "end(True)", "End"),
    ]

    def __init__(self, first: CommandTable) -> None:
        """Show the keys of the table `first` before the others."""
        super().__init__()
        self._first = first

    def compose(self) -> ComposeResult:
        self.list = HelpView()
        with Vertical(classes="box help") as box:
            box.border_title = "Keys"
            yield self.list
            yield Static("j k Space b scroll   Esc close", classes="hint", markup=False)

    def on_mount(self) -> None:
        """Show the table."""
        self.list.focus()

    def on_resize(self, event: Resize) -> None:
        """Lay out the table for the new size."""
        self.list.styles.height = max(3, event.size.height - 4)
        app = cast(_HasTables, self.app)
        tables = [app.with_users_keys(table) for table in app.command_tables()]
        self.list.set_blocks(help_blocks(tables, self._first, event.size.width))

    def action_close(self) -> None:
        """Close."""
        self.dismiss(None)

    def action_scroll(self, lines: int) -> None:
        """Scroll by lines."""
        self.list.scroll_to_line(self.list.top + lines)

    def action_page(self, pages: int) -> None:
        """Scroll by pages."""
        self.list.scroll_to_line(self.list.top + pages * (self.list.page - 1))

    def action_end(self, last: bool) -> None:
        """Scroll to an end."""
        self.list.scroll_to_line(self.list.line_count if last else 0)
