"""The user's settings: `config.toml` in the folder of settings, read when something asks for one.

[export]
folder = "~/vault/briefings"
format = "markdown"
"""

import os
import re
from pathlib import Path
from typing import Any, NamedTuple

from briefing_tui.settings import paths
from briefing_tui.text.safety import one_line

_KEYS = {"export": ("folder", "format")}


class BrokenConfig(Exception):  # noqa: N818 - a person's file, told to them
    """The file of settings can't be used, in one line with its line."""


class ExportFolder(NamedTuple):
    """The folder that is kept in step with the notes, the format of its files, and where that was set."""

    folder: Path
    format: str
    where: str


def export_folder() -> ExportFolder | None:
    """What `[export]` asks for, None where it asks for nothing. Raises BrokenConfig."""
    file = paths.config() / "config.toml"
    text = _read(file)
    if text is None:
        return None
    settings = _parsed(file, text).get("export", {})
    if not settings:
        return None
    for key in _KEYS["export"]:
        if key in settings and (not isinstance(settings[key], str) or not settings[key].strip()):
            raise _broken(file, _line_of(text, key), f'{key} is no text; write {key} = "…"')
    if "folder" not in settings:
        raise _broken(file, _line_of(text, "[export]"), '[export] names no folder; add folder = "…"')
    folder = Path(os.path.expanduser(settings["folder"]))  # noqa: PTH111 - Path.expanduser raises for an unknown user
    if not folder.is_absolute():
        told = f"'{settings['folder']}' depends on where one is; begin it with / or ~"
        raise _broken(file, _line_of(text, "folder"), told)
    return ExportFolder(folder, settings.get("format", "markdown"), f"{file}:{_line_of(text, 'format')}")


def _broken(file: Path, line: int, what: str) -> BrokenConfig:
    return BrokenConfig(f"{file}:{line}: {one_line(what)}")


def _read(file: Path) -> str | None:
    try:
        return file.read_text("utf-8")
    except FileNotFoundError:
        return None
    except (OSError, UnicodeDecodeError) as error:
        why = "no text in UTF-8" if isinstance(error, UnicodeDecodeError) else error.strerror or str(error)
        raise _broken(file, 1, f"{why}; mend it, or remove it") from None


def _parsed(file: Path, text: str) -> dict[str, Any]:
    """The tables of the file, each known and with known keys only."""
    import tomllib

    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        told = str(error)
        line = re.search(r"line (\d+)", told)
        number = int(line[1]) if line else text.count("\n") + 1
        raise _broken(file, number, f"{re.sub(r' [(]at [^()]*[)]$', '', told)}; write it as TOML wants it") from None
    for name, table in tables.items():
        if name not in _KEYS or not isinstance(table, dict):
            raise _broken(file, _line_of(text, name), f"there is no setting '{name}'; there is [export]")
        for key in table:
            if key not in _KEYS[name]:
                raise _broken(file, _line_of(text, key), f"[{name}] has no '{key}'; it has {' and '.join(_KEYS[name])}")
    return tables


def _line_of(text: str, word: str) -> int:
    """The first line that begins with a key or a table's name, 1 where none does."""
    lines = (number for number, line in enumerate(text.split("\n"), 1) if line.strip(" \t[\"'").startswith(word.strip("[]")))
    return next(lines, 1)
