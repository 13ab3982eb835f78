"""What every measurement stands on: the installed command, compiled modules, and a home that nobody has used."""

import compileall
import importlib.util
import os
import platform
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
CONTENT = ROOT / "content"
_PACKAGES = ("briefing_tui", "textual", "rich", "markdown_it", "mdurl", "msgspec", "yaml", "platformdirs", "pygments")


def briefing() -> list[str]:
    """The command `briefing` that is installed beside this Python, or the module."""
    script = Path(sys.executable).with_name("briefing")
    return [str(script)] if script.exists() else [sys.executable, "-m", "briefing_tui"]


def compile_modules() -> None:
    """Compile what is started, as an installer does: no run shall pay for it, and none shall find it half done."""
    for name in _PACKAGES:
        found = importlib.util.find_spec(name)
        for folder in found.submodule_search_locations or () if found else ():
            compileall.compile_dir(folder, quiet=2)


def fresh_environment(home: str) -> dict[str, str]:
    """The environment of a person who starts the program for the first time, in a terminal of true colour."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("BRIEFING_", "TEXTUAL", "NO_COLOR"))}
    environment |= {f"XDG_{name}_HOME": str(Path(home, name.lower())) for name in ("CONFIG", "DATA", "STATE", "CACHE")}
    environment |= {"HOME": home, "TERM": "xterm-256color", "COLORTERM": "truecolor", "TEXTUAL_ANIMATIONS": "none"}
    if len(briefing()) > 1:
        environment["PYTHONPATH"] = str(ROOT)
    return environment


def description() -> str:
    """The machine in one line, with how busy it is: another one's figures mean nothing without it."""
    load = os.getloadavg()[0]
    system = f"Python {platform.python_version()}, {platform.system()} {platform.machine()}"
    return f"{system}, {os.cpu_count()} cores, load {load:.1f}"
