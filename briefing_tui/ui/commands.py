"""The commands and the tables that hold them.

Bindings, footer, palette and help are all made from the tables, so that they can't disagree.

A command is a function whose docstring is its help and whose name is its id. Each feature has a table of its own, `COMMANDS`;
a screen joins the tables of its features.
"""

from collections.abc import Callable
from typing import Any, Literal, TypeVar

from msgspec import Struct
from textual.binding import Binding, BindingType

_Run = TypeVar("_Run", bound=Callable[[Any], None])
Region = Literal["outline", "article", "pane"]
Need = Literal["nothing", "beginning", "briefing", "notes"]
Group = Literal[
    "Move", "Jump", "Panes", "Find", "Select and copy", "Notes", "Correct", "View", "Program", "Library", "Source's lines"
]
GROUPS: tuple[Group, ...] = (
    "Move", "Jump", "Panes", "Find", "Select and copy", "Notes", "Correct", "View", "Program", "Library", "Source's lines",
)  # fmt: skip
"""The groups in the order in which help lists them."""

_KEY_NAMES = {
    "down": "↓", "up": "↑", "left": "←", "right": "→", "enter": "⏎", "escape": "Esc", "pagedown": "PgDn", "pageup": "PgUp",
    "space": "Space", "home": "Home", "end": "End", "tab": "Tab", "shift+tab": "⇧Tab", "backspace": "⌫", "alt+left": "Alt+←",
    "alt+right": "Alt+→", "ctrl+p": "Ctrl+P", "ctrl+z": "Ctrl+Z", "ctrl+q": "Ctrl+Q",
}  # fmt: skip


_EVERYWHERE: frozenset[Region] = frozenset(("outline", "article", "pane"))


def key_name(key: str) -> str:
    """Return the name of a key as the user reads it."""
    return _KEY_NAMES.get(key, key)


def _always(screen: object) -> bool:
    del screen
    return True


class Command(Struct, frozen=True):
    """Something that the program can do."""

    id: str
    keys: tuple[str, ...]
    """Its keys, the main one first, as the framework names them."""
    label: str
    """What the footer and the palette call it."""
    group: Group
    """The heading under which help lists it."""
    help: str
    """What it does, in a sentence."""
    run: Callable[[Any], object]
    """Does it; called with the screen."""
    regions: frozenset[Region] = _EVERYWHERE
    """The regions in which the footer may show it."""
    rank: int = 0
    """Its place in the footer, 1 being the first; 0 if the footer never shows it."""
    usable: Callable[[Any], bool] = _always
    """Whether it can be used now; called with the screen."""
    shown: str = ""
    """The keys as the footer shows them, if not the main one."""
    needs: Need = "briefing"
    """What has to be read before its keys are handled."""

    @property
    def keys_shown(self) -> str:
        """All its keys as the user reads them."""
        return " ".join(key_name(key) for key in self.keys)


class CommandTable(dict[str, Command]):
    """Commands by their ids, in the order in which help lists them."""

    def add(self, command: Command) -> None:
        """Enter a command."""
        self[command.id] = command

    def command(
        self,
        *keys: str,
        label: str,
        group: Group,
        regions: tuple[Region, ...] = (),
        rank: int = 0,
        usable: Callable[[Any], bool] = _always,
        shown: str = "",
        needs: Need = "briefing",
    ) -> Callable[[_Run], _Run]:
        """Return a decorator that enters a function as a command.

        The arguments are the fields of `Command`.
        """

        def decorated(run: _Run) -> _Run:
            sentence = (run.__doc__ or "").strip().split("\n\n")[0].replace("\n", " ")
            where = frozenset(regions) or _EVERYWHERE
            self.add(Command(run.__name__, keys, label, group, sentence, run, where, rank, usable, shown, needs))
            return run

        return decorated

    def bindings(self) -> list[BindingType]:
        """Return the keys of all commands, bound to a screen's action `run`.

        They take precedence over what has the focus, and are handled one after the other however fast they come.
        """
        return [
            Binding(",".join(command.keys), f"run('{command.id}')", command.label, show=False, priority=True)
            for command in self.values()
        ]

    def in_footer(self, region: Region) -> tuple[Command, ...]:
        """Return the commands that the footer may show in a region, the most useful first."""
        return tuple(sorted((c for c in self.values() if c.rank and region in c.regions), key=lambda c: c.rank))


def joined(*tables: CommandTable) -> CommandTable:
    """Return one table of the commands of several."""
    return CommandTable({name: command for table in tables for name, command in table.items()})
