"""Write docs/keys.md, the page of all keys, from the tables of commands.

python docs/keys.py          (tests/test_docs.py fails while the page differs from the tables)
"""

from pathlib import Path

from briefing_tui.ui.app import BriefingApp
from briefing_tui.ui.commands import GROUPS, Command

PAGE = Path(__file__).with_name("keys.md")

_INTRODUCTION = """\
# Keys

A key means the same thing everywhere. The mouse works everywhere too, and `:` finds every command by its name. This page is
generated from the tables of commands by `python docs/keys.py`; `?` in the reader shows what works where you are, and
what fits the key or the words that you type. The id of a command is its name in the [settings](settings.md), which can give it
other keys.
"""


def page() -> str:
    """Return the page in Markdown: one table for each group of commands."""
    commands = [command for table in BriefingApp.command_tables() for command in table.values()]
    parts = [_INTRODUCTION]
    for group in GROUPS:
        rows = dict.fromkeys(_row(command) for command in commands if command.group == group)
        parts.append(f"## {group}\n\n| keys | command | id | what it does |\n| --- | --- | --- | --- |\n" + "".join(rows))
    return "\n".join(parts)


def _row(command: Command) -> str:
    keys = " ".join(f"`{name}`" for name in command.keys_shown.split())
    return f"| {_cell(keys)} | {_cell(command.label)} | `{command.id}` | {_cell(command.help)} |\n"


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
