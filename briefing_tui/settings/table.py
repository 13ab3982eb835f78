"""The table of settings.

To add a setting, add its row here and use it where it belongs: `settings[NAME]`. The parser, the sample file, `briefing config`
and `docs/settings.md` (`python docs/settings.py`) follow from the row.
"""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Generic, TypeVar

from msgspec import Struct

_Value = TypeVar("_Value")


class Setting(Struct, Generic[_Value], frozen=True):
    """One row of the table."""

    name: str
    """Its table and its key in the file, as in "reader.pane"; the key alone if it is above all tables."""
    default: _Value
    meaning: str
    """Its effect, in one line."""
    parse: Callable[[object], _Value]
    """Make the value of what the file holds; ValueError says what is expected instead."""
    choices: bool = False
    """Whether only some names are allowed, which the code that uses it knows (`Settings.limit`)."""

    @property
    def table(self) -> str:
        """The table of the file that holds it; empty if it is in none."""
        return self.name.rpartition(".")[0]

    @property
    def key(self) -> str:
        """Its key in that table."""
        return self.name.rpartition(".")[2]


def _text(value: object) -> str:
    if not isinstance(value, str) or not value.isprintable():
        raise ValueError('text in quotation marks: "…"')
    return value.strip()


def _yes_or_no(value: object) -> bool:
    if not isinstance(value, bool):
        raise ValueError("true or false")
    return value


def _number(least: int, most: int) -> Callable[[object], int]:
    def parsed(value: object) -> int:
        if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= most:
            raise ValueError(f"a whole number from {least} to {most}")
        return value

    return parsed


def _folder(value: object) -> str:
    """Return a folder with the home folder in place of `~`; empty for none."""
    folder = os.path.expanduser(_text(value))  # noqa: PTH111 - Path.expanduser raises for an unknown user
    if folder and not Path(folder).is_absolute():
        raise ValueError('a folder that begins with / or ~, as in "~/vault"')
    return folder


OFFLINE = Setting("offline", False, "fetch nothing, whatever address is named", _yes_or_no)
THEME = Setting("reader.theme", "", 'a theme of the palette\'s command "Theme"; empty: the last one chosen there', _text, True)
PANE = Setting("reader.pane", "summary", "the pane at start: summary, actors, quotes, images or notes", _text, True)
OUTLINE = Setting("reader.outline", True, "show the outline at start, where there is room for it", _yes_or_no)
ARTICLE_ONLY = Setting("reader.article_only", False, "hide all but the article at start, as z does", _yes_or_no)
TEXT_WIDTH = Setting("reader.text_width", 76, "the most columns of a line of the article, from 30 to 200", _number(30, 200))
PANE_WIDTH = Setting("reader.pane_width", 46, "the pane's share of the columns beside the outline, in per cent", _number(20, 70))
OUTLINE_WIDTH = Setting("reader.outline_width", 28, "the most columns of the outline, from 12 to 60", _number(12, 60))
CITATION = Setting(
    "reader.citation",
    "plain",
    "the style of citations that Y copies: plain, markdown, bibtex, csl-json, ris or link",
    _text,
    True,
)
FOLDER = Setting("export.folder", "", "where exports go; empty: the folder of the last export", _folder)
FORMAT = Setting("export.format", "markdown", "a format of 'briefing export', or a template's name", _text, True)
AUTOMATIC = Setting("export.automatic", True, "keep a file for each briefing in that folder in step with its notes", _yes_or_no)

SETTINGS: tuple[Setting[str] | Setting[bool] | Setting[int], ...] = (
    OFFLINE, THEME, PANE, OUTLINE, ARTICLE_ONLY, TEXT_WIDTH, PANE_WIDTH, OUTLINE_WIDTH, CITATION, FOLDER, FORMAT, AUTOMATIC,
)  # fmt: skip
"""Every setting but the keys, in the order of the sample; those of no table come first, as TOML wants it."""

KEYS = "keys"
"""The table of the file that gives commands, by their ids, other keys."""


def toml(value: object) -> str:
    """Return a value as TOML.

    It is text, a number, true or false, or a list of texts.
    """
    import json  # A start of the reader does without it.

    return json.dumps(list(value) if isinstance(value, tuple) else value, ensure_ascii=False)
