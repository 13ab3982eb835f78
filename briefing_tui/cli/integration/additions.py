"""The files that `briefing setup` adds to the user's folders."""

import os
import shutil
import sys
from pathlib import Path
from typing import NamedTuple

from briefing_tui.cli.outcome import Failure

SCHEME = "briefing"
HANDLER = f"{SCHEME}-address.desktop"
MIME_TYPE = f"x-scheme-handler/{SCHEME}"
_HERE = Path(__file__).parent
_ENTRY = """\
[Desktop Entry]
Type=Application
Name=Briefing
Comment=Read articles as briefings, check them and annotate them
Exec={command}
Terminal=true
Categories=Utility;TextTools;
"""
_HANDLER = """\
[Desktop Entry]
Type=Application
Name=Briefing
Comment=Open the address of a briefing
Exec={command} open -- %u
Terminal=true
NoDisplay=true
MimeType={type};
"""


class Addition(NamedTuple):
    """A file to add: its place, its text, and what it is for."""

    path: Path
    text: str
    about: str


def data_home() -> Path:
    """Return the user's data folder by the XDG base directory specification."""
    return _xdg("XDG_DATA_HOME", ".local/share")


def config_home() -> Path:
    """Return the user's settings folder by the XDG base directory specification."""
    return _xdg("XDG_CONFIG_HOME", ".config")


def additions() -> list[Addition]:
    """Return the files for this system.

    Those for the desktop are among them where desktops follow the XDG specifications.
    """
    data = data_home()
    found = [
        Addition(data / "bash-completion" / "completions" / "briefing", _text("briefing.bash"), "completions for bash"),
        Addition(data / "zsh" / "site-functions" / "_briefing", _text("briefing.zsh"), "completions for zsh"),
        Addition(config_home() / "fish" / "completions" / "briefing.fish", _text("briefing.fish"), "completions for fish"),
        Addition(data / "man" / "man1" / "briefing.1", _text("briefing.1"), "the man page"),
    ]
    if has_desktop():
        command = " ".join(map(_quoted, _command()))
        entry = _ENTRY.format(command=command)
        handler = _HANDLER.format(command=command, type=MIME_TYPE)
        found += [
            Addition(data / "applications" / f"{SCHEME}.desktop", entry, "the entry in the desktop's menu"),
            Addition(data / "applications" / HANDLER, handler, f"opens {SCHEME}:// addresses"),
        ]
    return found


def has_desktop() -> bool:
    """Return whether desktops of this system follow the XDG specifications."""
    return sys.platform.startswith(("linux", "freebsd", "openbsd", "netbsd", "dragonfly"))


def _xdg(name: str, default: str) -> Path:
    chosen = Path(os.environ.get(name, ""))
    home = Path(os.path.expanduser("~"))  # noqa: PTH111 - Path.expanduser raises for an unknown user
    if not chosen.is_absolute() and not home.is_absolute():
        raise Failure("your home folder is not known; set HOME")
    return chosen if chosen.is_absolute() else home / default


def _text(name: str) -> str:
    return (_HERE / name).read_text("utf-8")


def _command() -> list[str]:
    """Return the words that start this very program, wherever it is installed."""
    program = shutil.which(sys.argv[0]) if Path(sys.argv[0]).name == "briefing" else None
    return [os.path.abspath(program)] if program else [sys.executable, "-m", "briefing_tui"]  # noqa: PTH100 - keeps a link


def _quoted(word: str) -> str:
    """Quote a word for the key Exec of a desktop entry, whose value is quoted once as a command and once as a string."""
    for special in '\\"`$':
        word = word.replace(special, f"\\{special}")
    return f'"{word}"'.replace("\\", "\\\\").replace("%", "%%")
