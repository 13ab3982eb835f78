"""Settings of the user, read from `config.toml` in the settings folder when they are needed.

[export]
folder = "~/vault/briefings"
format = "markdown"
"""

import os
import re
from pathlib import Path
from typing import Any, NamedTuple

from briefing_tui.file_io import read_text
from briefing_tui.settings import paths
from briefing_tui.text.safety import one_line

_KEYS = {"export": ("folder", "format")}


class BrokenConfig(Exception):  # noqa: N818 - a file of the user's, not a fault of the program
    """The settings file can't be used.

    The message is one line with the file's name and line.
    """


class ExportFolder(NamedTuple):
    """A folder that is kept in step with the notes.

    `format` is the format of its files, and `where` the file and line of that setting.
    """

    folder: Path
    format: str
    where: str


def export_folder() -> ExportFolder | None:
    """Return the folder that `[export]` asks for, or None if it asks for none.

    Raises:
        BrokenConfig: the file can't be read or parsed, or holds a setting that does not exist or has the wrong form.
    """
    file = paths.config() / "config.toml"
    text = _read(file)
    if text is None:
        return None
    settings = _parsed(file, text).get("export", {})
    if not settings:
        return None
    for key in _KEYS["export"]:
        if key in settings and (not isinstance(settings[key], str) or not settings[key].strip()):
            raise _broken(file, _line_of(text, key), f'{key} is not text; write {key} = "…"')
    if "folder" not in settings:
        raise _broken(file, _line_of(text, "[export]"), '[export] names no folder; add folder = "…"')
    folder = Path(os.path.expanduser(settings["folder"]))  # noqa: PTH111 - Path.expanduser raises for an unknown user
    if not folder.is_absolute():
        what = f"'{settings['folder']}' depends on the current folder; begin it with / or ~"
        raise _broken(file, _line_of(text, "folder"), what)
    return ExportFolder(folder, settings.get("format", "markdown"), f"{file}:{_line_of(text, 'format')}")


def _broken(file: Path, line: int, what: str) -> BrokenConfig:
    return BrokenConfig(f"{file}:{line}: {one_line(what)}")


def _read(file: Path) -> str | None:
    try:
        return read_text(file)
    except FileNotFoundError:
        return None
    except (OSError, UnicodeDecodeError) as error:
        why = "not UTF-8 text" if isinstance(error, UnicodeDecodeError) else error.strerror or str(error)
        raise _broken(file, 1, f"{why}; correct it, or remove it") from None


def _parsed(file: Path, text: str) -> dict[str, Any]:
    """Parse the file; every table and key in it must be known."""
    import tomllib

    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        message = str(error)
        line = re.search(r"line (\d+)", message)
        number = int(line[1]) if line else text.count("\n") + 1
        raise _broken(file, number, f"{re.sub(r' [(]at [^()]*[)]$', '', message)}; write valid TOML") from None
    for name, table in tables.items():
        if name not in _KEYS or not isinstance(table, dict):
            raise _broken(file, _line_of(text, name), f"there is no setting '{name}'; there is [export]")
        for key in table:
            if key not in _KEYS[name]:
                raise _broken(file, _line_of(text, key), f"[{name}] has no '{key}'; it has {' and '.join(_KEYS[name])}")
    return tables


def _line_of(text: str, word: str) -> int:
    """Return the first line that begins with a key or a table's name, 1 if none does."""
    lines = (number for number, line in enumerate(text.split("\n"), 1) if line.strip(" \t[\"'").startswith(word.strip("[]")))
    return next(lines, 1)
