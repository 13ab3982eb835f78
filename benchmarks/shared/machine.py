"""The machine that measurements run on: installed command, compiled modules, fresh home."""

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
    """Return the command `briefing` installed beside this Python, or one that runs the module."""
    script = Path(sys.executable).with_name("briefing")
    return [str(script)] if script.exists() else [sys.executable, "-m", "briefing_tui"]


def compile_modules() -> None:
    """Compile all modules that are started, as an installer does."""
    for name in _PACKAGES:
        found = importlib.util.find_spec(name)
        for folder in found.submodule_search_locations or () if found else ():
            compileall.compile_dir(folder, quiet=2)


def fresh_environment(home: str) -> dict[str, str]:
    """Return the environment of a first start in a true-colour terminal."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("BRIEFING_", "TEXTUAL", "NO_COLOR"))}
    environment |= {f"XDG_{name}_HOME": str(Path(home, name.lower())) for name in ("CONFIG", "DATA", "STATE", "CACHE")}
    environment |= {"HOME": home, "TERM": "xterm-256color", "COLORTERM": "truecolor", "TEXTUAL_ANIMATIONS": "none"}
    if len(briefing()) > 1:
        environment["PYTHONPATH"] = str(ROOT)
    return environment


def description() -> str:
    """Return one line about the machine and its load.

    Figures from different machines can be compared only with it.
    """
    load = os.getloadavg()[0]
    system = f"Python {platform.python_version()}, {platform.system()} {platform.machine()}"
    return f"{system}, {os.cpu_count()} cores, load {load:.1f}"
