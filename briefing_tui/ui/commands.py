"""The commands and the tables that hold them.

Bindings, footer, palette and help are all made from the tables, so that they can't disagree.

A command is a function whose docstring is its help and whose name is its id. Each feature has a table of its own, `COMMANDS`;
a screen joins the tables of its features.
"""

import re
from collections.abc import Callable, Mapping
from string import digits
from typing import Any, Literal, Protocol, TypeVar, cast

from msgspec import Struct
from msgspec.structs import replace
from textual.binding import Binding, BindingType
from textual.screen import Screen

_Run = TypeVar("_Run", bound=Callable[[Any], None])
Region = Literal["outline", "article", "pane"]
Need = Literal["nothing", "beginning", "briefing", "notes"]
Group = Literal[
    "Move",
    "Jump",
    "Panes",
    "Find",
    "Select and copy",
    "Notes",
    "Correct",
    "View",
    "Program",
    "Library",
    "People",
    "Compare",
    "Draft",
    "Source's lines",
]
GROUPS: tuple[Group, ...] = (
    "Move", "Jump", "Panes", "Find", "Select and copy", "Notes", "Correct", "View", "Program", "Library", "People",
    "Compare", "Draft", "Source's lines",
)  # fmt: skip
"""The groups in the order in which help lists them."""

KEY_NAMES = {
    "down": "↓", "up": "↑", "left": "←", "right": "→", "enter": "⏎", "escape": "Esc", "pagedown": "PgDn", "pageup": "PgUp",
    "space": "Space", "home": "Home", "end": "End", "tab": "Tab", "shift+tab": "⇧Tab", "backspace": "⌫", "alt+left": "Alt+←",
    "alt+right": "Alt+→", "delete": "Del", "insert": "Ins",
}  # fmt: skip
"""The names of keys as the user reads them; those that are not here follow from the key (`key_name`)."""

NO_KEY = "f20"
"""The key of a command that has none, so that the settings can give it one; terminals do not send it."""

_NAMED = re.compile(r"⟦(\w+)⟧")
_EVERYWHERE: frozenset[Region] = frozenset(("outline", "article", "pane"))


def key_name(key: str) -> str:
    """Return the name of a key as the user reads it."""
    if key in KEY_NAMES or len(key) == 1:
        return KEY_NAMES.get(key, key)
    *held, last = key.split("+")
    return "+".join(
        (*(name.capitalize() for name in held), KEY_NAMES.get(last, last.upper() if held or last[0] == "f" else last))
    )


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
    local: bool = False
    """Whether it writes files other than notes, or needs the terminal or other programs; a reader in a browser lacks it."""
    beside: tuple[str, ...] = ()
    """The ids of the commands whose main keys the footer shows beside its own, as in "n/N"."""
    shown: str = ""
    """The keys as the footer shows them; empty if it has none. Its table fills it in."""
    needs: Need = "briefing"
    """The part of the file that must be read before its keys are handled."""

    @property
    def keys_shown(self) -> str:
        """All its keys as the user reads them."""
        return " ".join(key_name(key) for key in self.keys)


class CommandTable(dict[str, Command]):
    """Commands by their ids, in the order in which help lists them."""

    def add(self, command: Command) -> None:
        """Enter a command."""
        self[command.id] = command

    def with_keys(self, keys: Mapping[str, tuple[str, ...]]) -> "CommandTable":
        """Return a table of these commands with other keys for those whose ids `keys` has."""
        table = CommandTable({name: replace(command, keys=keys.get(name, command.keys)) for name, command in self.items()})
        return CommandTable({name: replace(command, shown=table.footer_keys(command)) for name, command in table.items()})

    def name_keys(self, text: str) -> str:
        """Return a text with the key of a command in place of each "⟦id⟧".

        For example, "⟦undo_note⟧ undoes it" becomes "U undoes it". A command without a key is named by its label.
        """

        def name(found: re.Match[str]) -> str:
            command = self.get(found[1])
            return found[0] if command is None else key_name(command.keys[0]) if command.keys else f"“{command.label}”"

        return _NAMED.sub(name, text)

    def without_local(self) -> "CommandTable":
        """Return a table of the commands that a reader in a browser has."""
        return CommandTable({name: command for name, command in self.items() if not command.local})

    def footer_keys(self, command: Command) -> str:
        """Return the keys of a command and of those beside it for the footer.

        Two keys are shown as in "]/[", a row of digits as in "1-5".
        """
        keys = [key_name(each.keys[0]) for each in (command, *(self[name] for name in command.beside)) if each.keys]
        if not command.keys:
            return ""
        if len(keys) <= 2:
            return "/".join(keys)
        return f"{keys[0]}-{keys[-1]}" if "".join(keys) in digits else keys[0]

    def command(
        self,
        *keys: str,
        label: str,
        group: Group,
        regions: tuple[Region, ...] = (),
        rank: int = 0,
        usable: Callable[[Any], bool] = _always,
        local: bool = False,
        beside: tuple[str, ...] = (),
        needs: Need = "briefing",
    ) -> Callable[[_Run], _Run]:
        """Return a decorator that enters a function as a command.

        The arguments are the fields of `Command`.
        """

        def decorated(run: _Run) -> _Run:
            sentence = (run.__doc__ or "").strip().split("\n\n")[0].replace("\n", " ")
            where = frozenset(regions) or _EVERYWHERE
            self.add(Command(run.__name__, keys, label, group, sentence, run, where, rank, usable, local, beside, needs=needs))
            return run

        return decorated

    def bindings(self) -> list[BindingType]:
        """Return the keys of all commands, bound to a screen's action `run`.

        They take precedence over what has the focus, and are handled one after the other however fast they come.
        """
        return [
            Binding(
                ",".join(command.keys or (NO_KEY,)),
                f"run('{command.id}')",
                command.label,
                show=False,
                priority=True,
                id=command.id,
            )
            for command in self.values()
        ]

    def in_footer(self, region: Region) -> tuple[Command, ...]:
        """Return the commands that the footer may show in a region, the most useful first."""
        return tuple(sorted((c for c in self.values() if c.rank and c.shown and region in c.regions), key=lambda c: c.rank))

    def while_selecting(self) -> tuple[Command, ...]:
        """Return what the footer shows while words are selected."""
        keys = [key_name(self[name].keys[0]) for name in _MOVING if self[name].keys]
        moving = ("" if all(len(key) == 1 for key in keys) else " ").join(keys)
        shown = [(self[name], label, self[name].shown) for name, label in _SELECTING.items()]
        shown.append((self[_MOVING[0]], "move", moving))
        return tuple(
            replace(command, label=label, shown=keys, rank=rank) for rank, (command, label, keys) in enumerate(shown, 1) if keys
        )


_SELECTING = {
    "copy": "copy", "copy_cited": "cite", "annotate": "note", "highlight": "colour", "close": "leave", "open_link": "open link",
}  # fmt: skip
"""The commands that the footer shows while words are selected, with what it calls them there."""

_MOVING = ("close_item", "line_down", "line_up", "open_item", "word_on", "page_up")
"""The commands that move the end of the selection."""


def joined(*tables: CommandTable) -> CommandTable:
    """Return one table of the commands of several."""
    return CommandTable({name: command for table in tables for name, command in table.items()})


class HasCommands(Protocol):
    """A screen with commands, their keys being those that come with the program."""

    TABLE: CommandTable


class _KnowsKeys(Protocol):
    """The program, which knows the user's keys."""

    def with_users_keys(self, table: CommandTable) -> CommandTable: ...


def commands_of(screen: object) -> CommandTable:
    """Return the commands of a screen with the user's keys."""
    table, app = cast(HasCommands, screen).TABLE, cast(Screen[Any], screen).app
    return cast(_KnowsKeys, app).with_users_keys(table)
