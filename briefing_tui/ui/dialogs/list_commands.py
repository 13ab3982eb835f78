"""The commands that every screen of one list has: moving, palette, keys, leaving."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple, Protocol

from textual.app import App

from briefing_tui.ui.commands import Command, CommandTable, Group


class _Moving(Protocol):
    def go_lines(self, count: int) -> None: ...
    def go_pages(self, share: float) -> None: ...
    def go_end(self, last: bool) -> None: ...


class _Lists(Protocol):
    """A screen of one list."""

    list: _Moving
    app: App[Any]

    def show_keys(self) -> None: ...


class _Common(NamedTuple):
    """A command of these screens; `{one}` in its help is the noun for what the list holds."""

    name: str
    keys: tuple[str, ...]
    label: str
    help: str
    run: Callable[[_Lists], object]


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
    _Common("help", ("?",), "keys", "Every key; typing a key or words finds what they do.", lambda s: s.show_keys()),
    _Common(
        "suspend",
        ("ctrl+z",),
        "suspend",
        "Leave the program to the shell for a while (fg brings it back).",
        lambda s: s.app.action_suspend_process(),
    ),
    _Common("quit", ("q", "ctrl+q"), "quit", "Leave the program.", lambda s: s.app.exit(0)),
)


def add_list_commands(
    table: CommandTable, group: Group, prefix: str, one: str, ranks: dict[str, int], without: tuple[str, ...] = ()
) -> None:
    """Enter these commands into the table of a screen whose list holds `one`s.

    Their ids begin with `prefix`. `ranks` gives places in the footer and `without` leaves commands out, both by the names in
    `_COMMON`.
    """
    for name, keys, label, sentence, run in _COMMON:
        if name not in without:
            rank = ranks.get(name, 0)
            local = name == "suspend"
            table.add(Command(f"{prefix}_{name}", keys, label, group, sentence.format(one=one), run, rank=rank, local=local))
