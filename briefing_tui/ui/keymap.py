"""The keys that the settings give to commands, and what is wrong with them.

A key must be one that every terminal sends, and that no other command of the screen has.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from string import ascii_lowercase

from briefing_tui.settings.config import Settings, suggestion
from briefing_tui.settings.table import KEYS
from briefing_tui.ui.commands import KEY_NAMES, NO_KEY, CommandTable

Keymap = Mapping[str, tuple[str, ...]]
"""The keys of commands that have others than their own, by the commands' ids."""

_MOVES = {
    "up",
    "down",
    "left",
    "right",
    "home",
    "end",
    "pageup",
    "pagedown",
    "delete",
    "insert",
    *(f"f{n}" for n in range(1, 13)),
}
_SENT = {
    *_MOVES, "enter", "escape", "tab", "space", "backspace", "shift+tab",
    *(f"{held}+{key}" for held in ("shift", "ctrl", "alt") for key in _MOVES),
    *(f"ctrl+{letter}" for letter in ascii_lowercase), *(f"alt+{letter}" for letter in ascii_lowercase),
}  # fmt: skip
"""The keys with names that a terminal sends without a newer keyboard protocol, as xterm does."""

_SAME = {"ctrl+i": "tab", "ctrl+m": "enter", "ctrl+h": "backspace", "ctrl+j": "enter", "ctrl+[": "escape"}
"""Keys that are the same as another for a terminal."""

_SPELLINGS = {
    "esc": "escape", "return": "enter", "pgdn": "pagedown", "pgup": "pageup", "page_down": "pagedown", "page_up": "pageup",
    "del": "delete", "ins": "insert", "comma": ",", " ": "space",
}  # fmt: skip
_SPELLINGS |= {name.casefold(): key for key, name in KEY_NAMES.items()}
"""Other names of keys, among them those that help shows."""


class UnusableKey(ValueError):  # noqa: N818 - a mistake in the user's file
    """A key that a terminal does not send; the message says what to write instead."""


def checked_key(name: str) -> str:
    """Return a key as the framework names it. Raises UnusableKey."""
    if len(name) == 1 and name.isprintable() and name != " ":
        return name
    key = _SPELLINGS.get(name.casefold(), name.casefold())
    if key in _SAME:
        raise UnusableKey(f"{name} is the same as {_SAME[key]} in a terminal; choose another key")
    if key in _SENT:
        return key
    held, _, letter = key.rpartition("+")
    if held == "shift" and len(letter) == 1:
        raise UnusableKey(f"{name} is not a name of a key; write '{letter.upper()}'")
    if held and (letter in _SENT or len(letter) == 1):
        raise UnusableKey(f"{name} is a key that most terminals cannot send; choose another")
    raise UnusableKey(f"'{name}' is not a key; write a character, or a name such as f5, pagedown or ctrl+o")


def keymap(settings: Settings, tables: Sequence[CommandTable]) -> Keymap:
    """Return the keys that the settings give to commands.

    There is a table of commands for each screen. What cannot be used is added to the problems of the settings; the command keeps
    its own keys.
    """
    chosen: dict[str, tuple[str, ...]] = {}
    ids = {name for table in tables for name in table}
    for name, wanted in settings.keys.items():
        try:
            if name not in ids:
                raise UnusableKey(f"there is no command '{name}'; {_meant(name, ids)}")
            chosen[name] = tuple(dict.fromkeys(checked_key(key) for key in wanted.keys))
        except UnusableKey as error:
            settings.refuse(wanted.line, f"{KEYS}.{name}: {error}", f"{KEYS}.{name}")
    while clash := next(_clashes(chosen, tables, settings), None):
        name, key, other = clash
        del chosen[name]
        what = f"{key} is the key of {other} already; choose another, or give {other} another"
        settings.refuse(settings.keys[name].line, f"{KEYS}.{name}: {what}", f"{KEYS}.{name}")
    return chosen


def textuals_keymap(keys: Keymap, tables: Sequence[CommandTable]) -> dict[str, str]:
    """Return the keys as `App.set_keymap` takes them.

    Keys that commands have anyway are left out: Textual goes through all of a keymap at each press of a key.
    """
    own = {name: command.keys for table in tables for name, command in table.items()}
    others = {name: each or (NO_KEY,) for name, each in keys.items() if each != own[name]}
    return {name: ",".join("comma" if key == "," else key for key in each) for name, each in others.items()}


def _clashes(chosen: Keymap, tables: Sequence[CommandTable], settings: Settings) -> Iterator[tuple[str, str, str]]:
    """Yield every command whose chosen keys clash: its id, the key, and the other command of the screen that has it.

    Of two that were chosen, it is the one that is later in the file.
    """
    for table in tables:
        owners: dict[str, str] = {}
        order = sorted(table, key=lambda name: settings.keys[name].line if name in chosen else 0)
        for name in order:
            for key in chosen.get(name, table[name].keys):
                if (other := owners.setdefault(key, name)) != name:
                    yield name, key, other


def _meant(name: str, ids: Iterable[str]) -> str:
    found = suggestion(name, sorted(ids))
    return found if found.startswith("did") else "'briefing config --sample' lists them"
