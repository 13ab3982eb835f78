"""What every screen of one list can do: move in the list, show the palette and the keys, and leave the program."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NamedTuple

from briefing_tui.ui.commands import Command, Group, ScreenName, enter

if TYPE_CHECKING:
    from briefing_tui.ui.dialogs.list_screen import ListScreen


class _Common(NamedTuple):
    """A command of these screens; `{one}` in its help stands for what the list is of."""

    name: str
    keys: tuple[str, ...]
    label: str
    help: str
    run: Callable[[ListScreen[Any, Any]], object]


def _show_keys(screen: ListScreen[Any, Any]) -> None:
    from briefing_tui.ui.dialogs.help import HelpScreen

    screen.app.push_screen(HelpScreen(screen.TABLE))


_COMMON = (
    _Common("down", ("j", "down"), "down", "One {one} down.", lambda s: s.list.go_lines(1)),
    _Common("up", ("k", "up"), "up", "One {one} up.", lambda s: s.list.go_lines(-1)),
    _Common("page_down", ("space", "pagedown"), "page down", "One page down.", lambda s: s.list.go_pages(1)),
    _Common("page_up", ("b", "pageup"), "page up", "One page up.", lambda s: s.list.go_pages(-1)),
    _Common("half_down", ("d",), "half a page down", "Half a page down.", lambda s: s.list.go_pages(0.5)),
    _Common("half_up", ("u",), "half a page up", "Half a page up.", lambda s: s.list.go_pages(-0.5)),
    _Common("start", ("g", "home"), "to the first", "To the first {one}.", lambda s: s.list.go_end(last=False)),
    _Common("end", ("G", "end"), "to the last", "To the last {one}.", lambda s: s.list.go_end(last=True)),
    _Common("palette", (":", "ctrl+p"), "palette", "Every command by name.", lambda s: s.app.action_command_palette()),
    _Common("help", ("?",), "keys", "Every key.", _show_keys),
    _Common(
        "suspend",
        ("ctrl+z",),
        "suspend",
        "Leave the program to the shell for a while (fg brings it back).",
        lambda s: s.app.action_suspend_process(),
    ),
    _Common("quit", ("q", "ctrl+q"), "quit", "Leave the program.", lambda s: s.app.exit(0)),
)


def enter_common(
    screen: ScreenName, group: Group, prefix: str, one: str, ranks: dict[str, int], without: tuple[str, ...] = ()
) -> None:
    """Enter these commands for a screen whose list is of `one`s. Their ids begin with `prefix`; `ranks` by their names."""
    for name, keys, label, told, run in _COMMON:
        if name not in without:
            rank = ranks.get(name, 0)
            enter(Command(f"{prefix}_{name}", keys, label, group, told.format(one=one), run, rank=rank, screen=screen))
