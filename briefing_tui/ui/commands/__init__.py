"""One table of commands: it feeds the bindings, the footer, the palette and the help, so that they can't disagree.

A command is a function of a screen whose docstring is its help. `command` enters it into the table with its keys, the
label that the footer and the palette show, and, for the footer, where it is listed and how early; `enter` does so for
functions that are no more than a row of a table, whose name and help are told beside them.
"""

from collections.abc import Callable
from functools import cache
from typing import Any, Literal, TypeVar

from msgspec import Struct

_Run = TypeVar("_Run", bound=Callable[[Any], None])
Region = Literal["outline", "article", "pane"]
Group = Literal[
    "Move", "Jump", "Panes", "Find", "Select and copy", "Notes", "Correct", "View", "Program", "Library", "Source's lines"
]
ScreenName = Literal["read", "library", "explain"]
GROUPS: tuple[Group, ...] = (
    "Move", "Jump", "Panes", "Find", "Select and copy", "Notes", "Correct", "View", "Program", "Library", "Source's lines",
)  # fmt: skip

_KEY_NAMES = {
    "down": "↓", "up": "↑", "left": "←", "right": "→", "enter": "⏎", "escape": "Esc", "pagedown": "PgDn", "pageup": "PgUp",
    "space": "Space", "home": "Home", "end": "End", "tab": "Tab", "shift+tab": "⇧Tab", "backspace": "⌫", "alt+left": "Alt+←",
    "alt+right": "Alt+→", "ctrl+p": "Ctrl+P", "ctrl+z": "Ctrl+Z", "ctrl+q": "Ctrl+Q",
}  # fmt: skip


_EVERYWHERE: frozenset[Region] = frozenset(("outline", "article", "pane"))


def _always(screen: object) -> bool:
    del screen
    return True


class Command(Struct, frozen=True):
    """Something that the reader can do."""

    id: str
    keys: tuple[str, ...]
    label: str
    group: Group
    help: str
    """What it does, in a sentence."""
    run: Callable[[Any], object]
    regions: frozenset[Region] = _EVERYWHERE
    rank: int = 0
    usable: Callable[[Any], bool] = _always
    shown: str = ""
    screen: ScreenName = "read"

    @property
    def keys_shown(self) -> str:
        """Its keys as a person reads them."""
        return " ".join(key_name(key) for key in self.keys)


def key_name(key: str) -> str:
    """A key as a person reads it."""
    return _KEY_NAMES.get(key, key)


_TABLE: dict[tuple[ScreenName, str], Command] = {}


def command(
    *keys: str,
    label: str,
    group: Group,
    regions: tuple[Region, ...] = (),
    rank: int = 0,
    usable: Callable[[Any], bool] = _always,
    shown: str = "",
    screen: ScreenName = "read",
) -> Callable[[_Run], _Run]:
    """Enter a function into the table. `rank` is its place in the footer of `regions` (0: none), `shown` the keys shown there."""

    def decorated(run: _Run) -> _Run:
        told = (run.__doc__ or "").strip().split("\n\n")[0].replace("\n", " ")
        name, where = run.__name__, frozenset(regions) or _EVERYWHERE
        enter(Command(name, keys, label, group, told, run, where, rank, usable, shown, screen))
        return run

    return decorated


def enter(command: Command) -> None:
    """Enter a command into the table."""
    _TABLE[command.screen, command.id] = command


def table(screen: ScreenName) -> dict[str, Command]:
    """A screen's commands by their ids, the modules that hold them being loaded."""
    if screen == "library":
        from briefing_tui.ui.commands import shelf

        del shelf
    elif screen == "explain":
        from briefing_tui.ui.commands import explain

        del explain
    else:
        from briefing_tui.ui.commands import correct, find, jump, move, notes, panes, program, select, view

        del correct, find, jump, move, notes, panes, program, select, view
    return {name: command for (of, name), command in _TABLE.items() if of == screen}


@cache
def for_footer(region: Region) -> tuple[Command, ...]:
    """The commands that the footer of the reading screen may show in a region, the most useful first."""
    return tuple(sorted((c for c in table("read").values() if c.rank and region in c.regions), key=lambda c: c.rank))
