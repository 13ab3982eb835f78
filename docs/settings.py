"""Write docs/settings.md and the sample settings file from the tables.

python docs/settings.py          (tests/test_docs.py fails while one of them differs from the tables)
"""

from pathlib import Path

from briefing_tui.settings import paths
from briefing_tui.settings.table import KEYS, SETTINGS, Setting, toml
from briefing_tui.ui.app import BriefingApp
from briefing_tui.ui.commands import GROUPS

PAGE = Path(__file__).with_name("settings.md")
SAMPLE = paths.sample_config()

_SAMPLE_HEAD = """\
# Settings of briefing. Every line that sets something is commented out and shows the default: remove its "#" to change it.
# `briefing config` shows the file's place, the values in force and what is wrong in the file.
"""
_KEYS_HEAD = """\
# Keys of commands: one key or a list of them, the one for the footer first; [] for none. A key is a character or one of enter,
# escape, tab, space, backspace, delete, insert, home, end, pageup, pagedown, up, down, left, right and f1 to f12; shift+, ctrl+
# and alt+ go before names, ctrl+ and alt+ before letters, as far as a terminal can send that. A key runs one command of a screen.
"""
_INTRODUCTION = """\
# Settings

`config.toml` in the settings folder (`~/.config/briefing`) holds your settings. `briefing config` prints its path, the values in
force, where each comes from, and what is wrong in the file. `briefing config --sample` prints a file with every setting,
commented out with its default:

```sh
mkdir -p ~/.config/briefing && briefing config --sample > ~/.config/briefing/config.toml
```

A mistake in the file is reported as `file:line: what, and what to do`, in the footer when the reader starts and on standard error
when it ends. The setting concerned keeps its default, every other one holds, and the program starts.

"""
_REST = """
## What comes first

1. What you do in the reader (the palette's Theme, `<` and `>`, another pane, another file in the export) holds until you quit.
2. What `config.toml` sets holds at every start.
3. What the file does not set is as you left it, where the reader remembers that: the theme last chosen in the palette
   (`theme.json` in `~/.local/state/briefing`), the folder and the format of the last export (`export.json`).
4. Else the default.

The file is read when the program starts, and its `[export]` part again at each export. Nothing but you writes to it.
`BRIEFING_LIBRARY` and `BRIEFING_NOTES` name another folder for the library and another file for the notes.

## Keys

The table `[keys]` gives a command other keys: `next_hit = "f3"`, or `line_down = ["n", "down"]`, the one for the footer first;
`[]` takes its keys away. The ids of the commands are in [Keys](keys.md) and in the sample. Footer, help, palette and messages
show the keys in force. A key runs one command of a screen: the reader, the library and the source's lines each have their own.
Within dialogs and where text is typed, keys are fixed.

Some keys never arrive: in a terminal Ctrl+I is Tab, Ctrl+M and Ctrl+J are Enter, Ctrl+H is Backspace, Ctrl+[ is Esc, and Shift or
Ctrl with Enter or with most characters are those without. They are reported, as are two commands of one screen with the same key.
"""


def sample() -> str:
    """Return the sample file: every setting and every command's keys, commented out, with its default."""
    parts = [_SAMPLE_HEAD]
    for table in dict.fromkeys(setting.table for setting in SETTINGS):
        rows = (setting for setting in SETTINGS if setting.table == table)
        parts.append(
            (f"\n[{table}]\n" if table else "\n")
            + "".join(f"# {row.meaning}\n#{row.key} = {toml(row.default)}\n" for row in rows)
        )
    parts.append(f"\n[{KEYS}]\n{_KEYS_HEAD}")
    commands = [command for table in BriefingApp.command_tables() for command in table.values()]
    for group in GROUPS:
        lines = [f"#{c.id} = {_keys(c.keys)}" for c in commands if c.group == group]
        width = max(map(len, lines))
        helps = [c.label for c in commands if c.group == group]
        parts.append(
            f"\n# {group}\n" + "".join(f"{line:<{width}}  # {label}\n" for line, label in zip(lines, helps, strict=True))
        )
    return "".join(parts)


def _keys(keys: tuple[str, ...]) -> str:
    return toml(keys[0] if len(keys) == 1 else keys)


def page() -> str:
    """Return the page in Markdown, a table for each table of the file."""
    parts = [_INTRODUCTION]
    for table in dict.fromkeys(setting.table for setting in SETTINGS):
        rows = "".join(_row(setting) for setting in SETTINGS if setting.table == table)
        title = f"[{table}]" if table else "Above all tables"
        parts.append(f"## {title}\n\n| setting | default | what it does |\n| --- | --- | --- |\n{rows}\n")
    return "".join(parts).rstrip("\n") + "\n" + _REST


def _row(setting: Setting[str] | Setting[bool] | Setting[int]) -> str:
    return f"| `{setting.key}` | `{toml(setting.default)}` | {setting.meaning[:1].upper()}{setting.meaning[1:]}. |\n"


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
    SAMPLE.write_text(sample(), "utf-8")
