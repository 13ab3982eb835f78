"""The settings in force, read from `config.toml` in the settings folder.

A mistake in the file is a problem with its line; the setting concerned keeps its default and the others hold.
"""

from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any, TypeVar

from msgspec import Struct, field

from briefing_tui.file_io import NotAFile, read_file
from briefing_tui.settings import paths
from briefing_tui.settings.table import KEYS, SETTINGS, Setting
from briefing_tui.text.safety import one_line

_Value = TypeVar("_Value")
_MOST_BYTES = 1 << 18
_BY_NAME: Mapping[str, Setting[Any]] = {setting.name: setting for setting in SETTINGS}


class SettingProblem(Struct, frozen=True):
    """A mistake in the settings file."""

    file: Path
    line: int
    what: str
    """What is wrong and what to do, in one line."""
    name: str = ""
    """The setting that keeps its default because of it; empty if that is not known."""

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.what}"


class ChosenKeys(Struct, frozen=True):
    """The keys that the file gives to a command."""

    keys: tuple[str, ...]
    line: int


class Settings(Struct):
    """The values in force, and the problems of the file."""

    file: Path = field(default_factory=lambda: paths.config() / "config.toml")
    problems: list[SettingProblem] = field(default_factory=list)
    keys: dict[str, ChosenKeys] = field(default_factory=dict)
    """The keys that the file gives to commands, by the commands' ids; the reader checks them."""
    _values: dict[str, object] = field(default_factory=dict)
    _lines: dict[str, int] = field(default_factory=dict)

    def __getitem__(self, setting: Setting[_Value]) -> _Value:
        """Return the value in force."""
        return self._values.get(setting.name, setting.default)  # type: ignore[return-value]

    @property
    def summary(self) -> str:
        """The first problem and the number of others, in a line; empty without any."""
        if not self.problems:
            return ""
        first, more = self.problems[0], len(self.problems) - 1
        others = f" ({more} more: briefing config)" if more else ""
        return f"{self.file.name}:{first.line}{others}: {first.what}"

    def line_of(self, setting: Setting[Any]) -> int | None:
        """Return the line that sets it, None if the default is in force."""
        return self._lines.get(setting.name)

    def problem_of(self, table: str) -> SettingProblem | None:
        """Return the first problem with the settings of a table, if any."""
        return next((problem for problem in self.problems if problem.name.startswith(f"{table}.")), None)

    def limit(self, setting: Setting[str], choices: Collection[str]) -> None:
        """Refuse the value of a setting if it is none of the choices."""
        line, value = self.line_of(setting), self[setting]
        if line is not None and value not in (*choices, setting.default):
            del self._values[setting.name], self._lines[setting.name]
            self.refuse(line, f"{setting.name} is '{value}'; {suggestion(value, choices)}", setting.name)

    def refuse(self, line: int, what: str, name: str = "") -> None:
        """Add a problem."""
        self.problems.append(SettingProblem(self.file, line, one_line(what), name))
        self.problems.sort(key=lambda problem: problem.line)

    def read(self, data: bytes) -> None:
        """Take over what the bytes of a file set; never raises."""
        from briefing_tui.settings.statements import statements

        seen: dict[tuple[str, ...], int] = {}
        for line, path, value, mistake in statements(data):
            if mistake:
                self.refuse(line, mistake)
            elif path in seen and value != {}:
                self.refuse(line, f"{'.'.join(path)} is set in line {seen[path]} already; remove one of the two")
            elif path[0] == KEYS and len(path) > 1:
                seen[path] = line
                self._read_keys(line, ".".join(path[1:]), value)
            else:
                seen[path] = line
                self._read_setting(line, ".".join(path), value)

    def _read_setting(self, line: int, name: str, value: object) -> None:
        tables = {setting.table for setting in SETTINGS} | {KEYS}
        if value == {} and name in tables:
            return
        if name in tables:
            self.refuse(line, f"{name} is a table; write [{name}], and its settings below")
        elif (setting := _BY_NAME.get(name)) is None:
            near = [other for other in _BY_NAME if other.startswith(f"{name.partition('.')[0]}.")]
            known = sorted(tables) if value == {} or not near else near
            self.refuse(line, f"there is no setting '{name}'; {suggestion(name, known)}")
        else:
            try:
                self._values[name] = setting.parse(value)
                self._lines[name] = line
            except ValueError as error:
                self.refuse(line, f"{name} must be {error}", name)

    def _read_keys(self, line: int, command: str, value: object) -> None:
        keys = [value] if isinstance(value, str) else value
        if isinstance(keys, list) and all(isinstance(key, str) for key in keys):
            self.keys[command] = ChosenKeys(tuple(keys), line)
        else:
            self.refuse(line, f'{KEYS}.{command} must be a key or a list of keys: "x" or ["x", "down"]')


def load_settings() -> Settings:
    """Return the settings of the user.

    A file that cannot be read is a problem of line 1.
    """
    settings = Settings()
    try:
        data = read_file(settings.file, _MOST_BYTES + 1)
    except FileNotFoundError:
        return settings
    except OSError as error:
        why = str(error.args[1] if isinstance(error, NotAFile) else error.strerror or error)
        settings.refuse(1, f"{why[:1].lower()}{why[1:]}; mend or remove it")
        return settings
    if len(data) > _MOST_BYTES:
        settings.refuse(1, "longer than 256 KiB, which no settings file is; write a new one: briefing config --sample")
        return settings
    settings.read(data)
    return settings


def suggestion(word: str, known: Collection[str]) -> str:
    """Return what may be meant by an unknown word, or all that is known."""
    from difflib import get_close_matches

    near = get_close_matches(word, known, 1)
    return f"did you mean '{near[0]}'?" if near else f"write one of {', '.join(known)}"
