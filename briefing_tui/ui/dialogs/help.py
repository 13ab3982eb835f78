"""The help: every key and what it does, from the tables of commands."""

import re
from collections.abc import Sequence
from typing import NamedTuple, Protocol, cast

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.events import Resize
from textual.reactive import var
from textual.widgets import Static

from briefing_tui.anchoring.anchors import fold
from briefing_tui.ui.commands import GROUPS, Command, CommandTable, key_name
from briefing_tui.ui.dialogs.modal import ModalDialog
from briefing_tui.ui.text.layout import Block
from briefing_tui.ui.text.wrapping import cells
from briefing_tui.ui.widgets.lines import LineView
from briefing_tui.ui.widgets.typed_line import TypedLine

_KEYS_CELLS = 16
_NARROW = 60


class _HasTables(Protocol):
    """The program, which knows the commands of all its screens."""

    def command_tables(self) -> Sequence[CommandTable]: ...
    def with_users_keys(self, table: CommandTable) -> CommandTable: ...


class Here(NamedTuple):
    """The commands that help shows first, as they work where it was asked for."""

    heading: str = ""
    commands: Sequence[Command] = ()


_NOWHERE = Here()


def help_blocks(tables: Sequence[CommandTable], here: Here, typed: str = "", columns: int = 80) -> list[Block]:
    """Return the commands as blocks, by group, those of the first table first.

    Before all of them is what works `here`. With `typed`, those are listed that have it as their key, then those that have all
    its words. Help is beside the keys; in a terminal of few columns, below them.
    """
    commands = [command for table in tables for command in table.values()]
    own = {command.group for command in tables[0].values()}
    key = typed.strip()
    groups: dict[str, Sequence[Command]] = {}
    if key:
        groups[f"The key {key}"] = [c for c in commands if key in (*c.keys, *map(key_name, c.keys))]
    else:
        groups[here.heading] = here.commands
    for name in sorted(GROUPS, key=lambda group: group not in own):
        groups[name] = [command for command in commands if command.group == name and _has(command, typed)]
    blocks: list[Block] = []
    for group, found in groups.items():
        if found:
            blocks.append(Block(group, "group", above=1 if blocks else 0))
        for command in found:
            blocks.extend(_blocks_of(command, columns))
    return blocks or [Block("No command has these words. Esc shows all.", "meta")]


def _has(command: Command, typed: str) -> bool:
    """Return whether words of a command's keys, name, group or help begin with all typed words."""
    words = fold(f"{command.keys_shown} {command.label} {command.group} {command.help}").casefold()
    return all(re.search(rf"(?<!\w){re.escape(word)}", words) for word in fold(typed).casefold().split())


def _blocks_of(command: Command, columns: int) -> list[Block]:
    keys = command.keys_shown
    if columns < _NARROW:
        return [Block(keys, "key"), Block(command.help, "text", (), "  ", "  ")]
    pad = " " * max(1, _KEYS_CELLS - cells(keys))
    return [Block(command.help, "text", (), f"  {keys}{pad}", "  " + " " * _KEYS_CELLS)]


class HelpView(LineView):
    """The table of keys, which can be scrolled."""

    BEFORE = "key"
    max_width = var(88)


class HelpScreen(ModalDialog[None]):
    """All commands; typing filters them, the arrows scroll, Esc shows all again and closes."""

    CSS_PATH = "modal.tcss"
    BINDINGS = [
        ("escape", "close", "Close"),
        ("down", "scroll(1)", "Down"),
        ("up", "scroll(-1)", "Up"),
        ("pagedown", "page(1)", "Page down"),
        ("pageup", "page(-1)", "Page up"),
    ]

    def __init__(self, first: CommandTable, here: Here = _NOWHERE) -> None:
        """Show what works `here`, then the commands of the table `first`, then all others."""
        super().__init__()
        self._first, self._here = first, here
        self.line = TypedLine(placeholder="type a key or words", follow=self._show)
        self.list = HelpView()

    def compose(self) -> ComposeResult:
        with Vertical(classes="box help pick") as box:
            box.border_title = "Keys"
            yield self.line
            yield self.list
            yield Static("type   ↓ ↑ scroll   Esc close", classes="hint", markup=False)

    def on_mount(self) -> None:
        """Let the user type."""
        self.line.focus()

    def on_resize(self, event: Resize) -> None:
        """Lay out the table for the new size."""
        self.list.styles.height = max(3, event.size.height - 5)
        self._show(self.line.value)

    def _show(self, typed: str) -> None:
        """List the commands that have what was typed; a second question mark closes."""
        if typed == "?":
            self.dismiss(None)
        elif self.is_attached:
            app = cast(_HasTables, self.app)
            others = [app.with_users_keys(table) for table in app.command_tables()]
            tables = [self._first, *(table for table in others if table is not self._first)]
            self.list.set_blocks(help_blocks(tables, self._here, typed, self.app.size.width), keep_place=False)

    def action_close(self) -> None:
        """Show all commands again, or close."""
        if self.line.value:
            self.line.value = ""
        else:
            self.dismiss(None)

    def action_scroll(self, lines: int) -> None:
        """Scroll by lines."""
        self.list.scroll_to_line(self.list.top + lines)

    def action_page(self, pages: int) -> None:
        """Scroll by pages."""
        self.list.scroll_to_line(self.list.top + pages * (self.list.page - 1))
